"""Pages of 500 rows: how many, where they stand, and how one gets from one to another."""

from site_builder.models import Link, PageLinks
from site_builder.wording import format_number

PAGE_ROWS = 500
NAME_ROWS = 1000  # names on a page of the index by name: each is but one line
_NEAR, _SHORT = 3, 12


def page_count(rows: int) -> int:
    """Pages needed for `rows`; an empty list has one page too."""
    return max(1, -(-rows // PAGE_ROWS))


def page_address(folder: str, number: int) -> str:
    """Page 1 is the folder's index."""
    return f"{folder}/{page_file(number)}"


def page_links(number: int, count: int) -> PageLinks:
    """Neighbours, the ends and, in long lists, round numbers between: any page within four clicks."""
    links: list[Link] = []
    last = 0
    for target in sorted(_stops(number, count)):
        if target > last + 1:
            links.append(Link("", ""))
        links.append(Link(format_number(target), page_file(target), kini=target == number))
        last = target
    return PageLinks(
        sebelum=page_file(number - 1) if number > 1 else "",
        sesudah=page_file(number + 1) if number < count else "",
        halaman=tuple(links),
        kini=format_number(number),
        dari=format_number(count),
    )


def page_title(title: str, number: int) -> str:
    """The title of one page of several: the first has it plain."""
    return f"{title}, halaman {number}" if number > 1 else title


def page_file(number: int) -> str:
    """Name of the file of page `number` in its folder."""
    return "index.html" if number == 1 else f"halaman-{number}.html"


def name_file(number: int) -> str:
    """Name of the file of page `number` of an index by name; its overview is the folder's index."""
    return f"halaman-{number}.html"


def _stops(number: int, count: int) -> set[int]:
    if count <= _SHORT:
        return set(range(1, count + 1))
    near = range(max(1, number - _NEAR), min(count, number + _NEAR) + 1)
    tens = range(max(10, (number - 50) // 10 * 10), min(count, number + 50) + 1, 10)
    return {1, count, *near, *tens, *range(50, count + 1, 50)}
