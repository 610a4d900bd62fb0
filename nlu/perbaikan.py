"""Repairs of stock Rasa 3.6.21."""


def terapkan() -> None:
    """Apply every repair to the imported Rasa."""
