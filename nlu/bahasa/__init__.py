"""Indonesian of the office and of the phone: pure functions, standard library only."""
