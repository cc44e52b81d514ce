"""The commands, grouped by what they are about. Each only asks the core and prints."""
