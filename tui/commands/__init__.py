"""The commands of each place, one module a place; `tui.actions` joins them into the table."""
