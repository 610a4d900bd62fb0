"""Thin translators between Rasa and the backend: which call an intent means, and nothing else."""
