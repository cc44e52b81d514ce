"""Every write of the terminal as a value. Nothing is decided here; each deed is one call of `registry.desk` made in a worker."""
