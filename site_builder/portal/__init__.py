"""Pages of a site with many agencies: home, provinces, statistics. Made from heads and recaps of editions; no list is read."""
