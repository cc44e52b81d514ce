"""Inside a zipped workbook, in the child process: real sizes, DTDs, formulas that failed. Reads XML as bytes only.

calamine shows a failed formula and an empty cell alike; here they are told apart.
"""

import re
import zipfile
from collections.abc import Iterator
from typing import Any

from registry.intake.guard import MAX_UNPACKED

_CHUNK = 1 << 20
_OVERLAP = 256
_ERROR_CELL = re.compile(rb'<c\b([^>]*)\bt="e"([^>]*)>(.*?)</c>', re.DOTALL)
_FORMULA_CELL = re.compile(rb"<c\b([^>/]*)>\s*<f\b[^>]*(?:/>|>[^<]*</f>)\s*(?:<v\s*/>|<v>\s*</v>)?\s*</c>")
_UNCACHED = re.compile(rb"</f>\s*(?:</c>|<v\s*/>|<v>\s*</v>)|<f\b[^>]*/>\s*</c>")
_ADDRESS = re.compile(rb'\br="([A-Z]{1,3})(\d{1,7})"')
_VALUE = re.compile(rb"<v>([^<]*)</v>")
_SHEET = re.compile(rb"<(?:\w+:)?sheet\b[^>]*>")
_ATTRIBUTE = re.compile(rb'([\w:]+)="([^"]*)"')
_RELATION = re.compile(rb"<(?:\w+:)?Relationship\b[^>]*>")
NOT_COMPUTED = "rumus belum dihitung"


class Unsafe(Exception):
    """The package must not be read. args[0]: code of the refusal."""


class PackageFacts:
    """What the package says beside its cells: failed formulas by part, the parts of the sheets, the epoch."""

    def __init__(self) -> None:
        self.errors: dict[str, list[tuple[int, int, str]]] = {}
        self.sheet_parts: list[str] = []
        self.epoch1904 = False


def scan(path: str) -> PackageFacts:
    """Unpack every part once, counting. Raises Unsafe with a refusal code."""
    facts = PackageFacts()
    total = 0
    with zipfile.ZipFile(path) as package:
        for part in package.infolist():
            name = part.filename.lstrip("/")
            failed = False
            for chunk in _chunks(package, part):
                total += len(chunk)
                if total > MAX_UNPACKED + (len(package.infolist()) + 1) * _CHUNK:
                    raise Unsafe("berkas-bom-zip")
                if _is_xml(name):
                    _refuse_dtd(chunk)
                failed = failed or b't="e"' in chunk or (b"</f>" in chunk and _UNCACHED.search(chunk) is not None)
            if failed and "worksheets/" in name:
                facts.errors[name.lower()] = _failed_cells(package.read(part))
        _read_workbook(package, facts)
    return facts


def _chunks(package: zipfile.ZipFile, part: zipfile.ZipInfo) -> Iterator[bytes]:
    tail = b""
    with package.open(part) as stream:
        while chunk := stream.read(_CHUNK):
            yield tail + chunk
            tail = chunk[-_OVERLAP:]


def _is_xml(name: str) -> bool:
    """Any part may be read as XML, whatever its suffix; pictures and embedded files are not."""
    return not name.lower().startswith(("xl/media/", "xl/embeddings/", "pictures/", "thumbnails/"))


def _refuse_dtd(chunk: bytes) -> None:
    if b"!" in chunk and (b"<!DOCTYPE" in chunk or b"<!ENTITY" in chunk):
        raise Unsafe("berkas-ber-dtd")
    if chunk.startswith((b"\xff\xfe", b"\xfe\xff")) and (b"<\0!\0D\0" in chunk or b"\0<\0!\0D" in chunk):
        raise Unsafe("berkas-ber-dtd")


def _failed_cells(xml: bytes) -> list[tuple[int, int, str]]:
    found: list[tuple[int, int, str]] = []
    for match in _ERROR_CELL.finditer(xml):
        value = _VALUE.search(match[3])
        _add(found, match[1] + match[2], value[1].decode("ascii", "replace") if value else "#GALAT")
    for match in _FORMULA_CELL.finditer(xml):
        _add(found, match[1], NOT_COMPUTED)
    return found


def _add(found: list[tuple[int, int, str]], attributes: bytes, text: str) -> None:
    address = _ADDRESS.search(attributes)
    if address:
        column = 0
        for letter in address[1]:
            column = column * 26 + letter - 64
        found.append((int(address[2]) - 1, column - 1, text))


def _read_workbook(package: zipfile.ZipFile, facts: PackageFacts) -> None:
    names: dict[str, str] = {name.lower().lstrip("/"): name for name in package.namelist()}
    workbook = names.get("xl/workbook.xml")
    relations = names.get("xl/_rels/workbook.xml.rels")
    if workbook is None or relations is None:
        return
    xml = package.read(workbook)
    facts.epoch1904 = re.search(rb'\bdate1904="(?:1|true)"', xml) is not None
    targets: dict[bytes, str] = {}
    for tag in _RELATION.findall(package.read(relations)):
        attributes = dict(_ATTRIBUTE.findall(tag))
        target = attributes.get(b"Target", b"").decode("utf-8", "replace").lower()
        targets[attributes.get(b"Id", b"")] = target.lstrip("/") if target.startswith("/") else f"xl/{target}"
    for tag in _SHEET.findall(xml):
        attributes = dict[Any, Any](_ATTRIBUTE.findall(tag))
        relation = next((value for key, value in attributes.items() if key.endswith(b":id")), b"")
        facts.sheet_parts.append(targets.get(relation, ""))
