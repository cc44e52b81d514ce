"""Data for the scripts of the pages: JSON that cannot end its script element, and `K("path", {...})` script files.

Script files work over http and from file:// alike, where fetch and modules are blocked.
"""

import msgspec
from markupsafe import Markup

_ESCAPES = {"<": "\\u003c", ">": "\\u003e", "&": "\\u0026", "\u2028": "\\u2028", "\u2029": "\\u2029"}
_encoder = msgspec.json.Encoder(order="deterministic")


def inline_json(value: object) -> Markup:
    """JSON for a `<script type="application/json">`: nothing in it can close the element or open a comment."""
    text = _encoder.encode(value).decode()
    for character, escaped in _ESCAPES.items():
        text = text.replace(character, escaped)
    return Markup(text)  # noqa: S704 - escaped just before


def script_file(path: str, value: object) -> bytes:
    """`K("path", value);`: a classic script that hands its data to the loader."""
    return script(path, encoded(value))


def script(path: str, content: bytes) -> bytes:
    """The same of a value that is `encoded` already."""
    return b"K(%s,%s);\n" % (_encoder.encode(path), content)


def encoded(value: object) -> bytes:
    """JSON that is JavaScript too."""
    data = _encoder.encode(value)
    if data.isascii():
        return data
    return data.decode().replace("\u2028", "\\u2028").replace("\u2029", "\\u2029").encode()
