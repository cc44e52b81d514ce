"""Widgets of the terminal. They show values and post messages; they know no store."""
