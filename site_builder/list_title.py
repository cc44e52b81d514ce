"""What an edition's list is called on the pages."""

from site_builder.sources import EditionSource
from site_builder.wording import TAHAP


def edition_title(source: EditionSource) -> str:
    """`Prafinalisasi (edisi 2)`; the number only where it tells something."""
    name = TAHAP[source.kepala.tahap]
    return (
        name if source.kepala.edisi == 1 or source.kepala.tahap == "final" else f"{name} (edisi {source.kepala.edisi})"
    )
