"""From a file as a unit sent it to a plan: what would become of every row. Writes nothing into any store."""
