"""Rasa pipeline components around `nlu.bahasa`."""
