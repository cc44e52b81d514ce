"""Search without a browser: over a folder of editions, or a built or downloaded site; same key and order as the page."""

from pathlib import Path

from site_builder.search.edition_search import search_editions
from site_builder.search.hits import Filters, Hit
from site_builder.search.site_search import SiteSearch, root_of_site

_EVERYBODY = Filters()


def search_offline(folder: Path, text: str, *, limit: int | None = None, filters: Filters = _EVERYBODY) -> list[Hit]:
    """People of the newest edition of each instansi below `folder` (or in the file `folder`) whose name answers `text`.

    Best first, in a stable order. Raises BuildRefused when there is no edition or one cannot be read.
    """
    root = root_of_site(folder)
    if root:
        return SiteSearch(folder, root).find(text, filters, limit)
    return search_editions(folder, text, filters)[:limit]
