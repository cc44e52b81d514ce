"""A periode: the dates, ages, positions and readings of one round of pendataan, as data. No rules, no people."""
