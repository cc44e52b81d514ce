"""The terminal of the operators. It shows and asks; it decides nothing."""
