"""The command `pendataan`: wires registry, site_builder and tui."""
