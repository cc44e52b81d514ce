"""What may follow what. The tables know the words of the model and nothing else: no store, no clock, no files."""
