"""The way out: people become an edition of public fields, and nothing private leaves with it (architecture section 7)."""
