"""Ways into a long list: by first letter of the name and by work unit, for readers who have no script."""
