"""Typed questions: a dialog asks, and dismisses with a value. It knows no store."""
