"""Repeatable measurements. Ratios against a reference of the same run, never bare times."""
