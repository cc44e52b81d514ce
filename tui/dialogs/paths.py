"""Paths as people type, paste or drop them: lines, quotes, what Windows Explorer and file managers put on the clipboard."""

import re
from pathlib import Path
from urllib.parse import unquote, urlsplit

_QUOTED = re.compile(r"\"([^\"]+)\"|'([^']+)'")


def paths_in(text: str) -> list[str]:
    """Every path in the text, once, in order. A line without quotes is one path, blanks and all."""
    found: list[str] = []
    for line in text.splitlines():
        quoted = [one or other for one, other in _QUOTED.findall(line)]
        rest = _QUOTED.sub("\n", line) if quoted else line
        found += quoted or []
        found += [part.strip() for part in rest.split("\n") if part.strip(" ,;")]
    return list(dict.fromkeys(_plain(path) for path in found))


def resolve(text: str, start: Path) -> Path:
    """The path a text means: from the user's home (~), or from the folder the dialog began in."""
    path = start / Path(text).expanduser()
    if not path.exists() and "\\ " in text:  # A terminal drops a path with its blanks escaped.
        path = start / Path(text.replace("\\ ", " ")).expanduser()
    return path


def _plain(path: str) -> str:
    if path.startswith("file://"):
        path = unquote(urlsplit(path).path)
        if re.match(r"/[A-Za-z]:/", path):
            path = path[1:]
    return path
