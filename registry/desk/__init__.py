"""Every verb of the operators. A verb checks, changes values, and writes one journal entry; it draws nothing."""
