"""What the words mean: frozen types without behaviour of their own. No files, no clock, no rules."""
