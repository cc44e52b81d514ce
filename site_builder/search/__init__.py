"""Search: the key, the data the pages load, and the same search without a browser."""
