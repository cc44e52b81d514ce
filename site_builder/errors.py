"""Errors of the website builder; all are `PendataanError`s, so whoever calls the builder catches one family."""

from registry.errors import PendataanError


class BuildRefused(PendataanError):
    """The input cannot become a site: wrong edition files, forbidden characters, broken content. The old site stays."""


class AddressTaken(BuildRefused):
    """Two pages want the same address."""


class BuildBusy(BuildRefused):
    """Another build is writing to the same folder."""
