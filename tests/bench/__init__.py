"""`make bench`: how fast, side by side with a stock Rasa of the same version and model."""
