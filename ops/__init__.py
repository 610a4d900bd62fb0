"""Preparing and running the whole system on one machine: what `make` calls."""
