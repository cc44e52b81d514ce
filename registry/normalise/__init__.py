"""From what operators type to what the record holds: a value and findings, never an exception. No files, no clock, no rules."""
