"""Script files named after their content: what did not change keeps its name, its bytes and its time."""

import zlib
from base64 import b32encode
from hashlib import sha256

from msgspec import Struct

from site_builder.search.script_data import encoded, script

SHARD_LIMIT = 14_000  # bytes gzipped: with its headers a file fits into the first ten packets a server sends
_ID = 10
_GZIP = 12  # bytes a gzip file has more than a zlib stream


class Shelf(Struct, frozen=True):
    """A folder of such files. `pecah`: in subfolders named by the first character, for FTP clients that list only some thousand."""

    folder: str
    pecah: bool = False

    def file(self, value: object) -> tuple[str, bytes]:
        """Id and bytes of the file that hands over `value`."""
        content = encoded(value)
        name = b32encode(sha256(script("", content)).digest()).decode().lower()[:_ID]
        return name, script(self.path(name), content)

    def path(self, name: str) -> str:
        """The name under which the file `name` hands over its data: its address without `.js`."""
        return f"{self.folder}/{name[0]}/{name}" if self.pecah else f"{self.folder}/{name}"

    def address(self, name: str) -> str:
        """Where the file `name` stands."""
        return f"{self.path(name)}.js"


def gzipped(data: bytes) -> int:
    """Bytes of `data` as a web server sends it."""
    return len(zlib.compress(data, 6)) + _GZIP
