"""ZIP files with the newest lists of a province, of the central agencies, of all: as CSV and as JSON.

A bundle whose lists are unchanged is carried over; its comment says what it was made from. The nation's are put together from
the provinces' packed bytes, so that each list is packed once.
"""

import os
import zlib
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from hashlib import sha256
from pathlib import Path
from zipfile import ZipFile, ZipInfo

from msgspec import Struct

from registry.edition.csv import HEADER
from site_builder.addresses import slug
from site_builder.open_data.checked import Checked
from site_builder.open_data.tables import agency_table, bundle_package
from site_builder.open_data.zip_stream import END, Packed, ZipStream, pack
from site_builder.places import CSV, JSON, Agency
from site_builder.writer import OldSite, Writer, Written

LIST, AGENCIES, PACKAGE = "daftar.csv", "instansi.csv", "datapackage.json"
CENTRAL = "Instansi pusat"
NATION = "Seluruh Indonesia"
_BLOCK = 1 << 20


class Bundle(Struct, frozen=True):
    """The newest lists of some agencies, as two ZIP files. `bagian`: the bundles it is put together from, if any.

    `pembangun`: fingerprint of the builder, which decides how CSV looks.
    """

    nama: str
    slug: str
    instansi: tuple[Agency, ...]
    pembangun: str
    bagian: tuple["Bundle", ...] = ()

    @property
    def csv(self) -> str:
        """Address of the ZIP with one table of all people."""
        return f"unduh/{self.slug}-csv.zip"

    @property
    def json(self) -> str:
        """Address of the ZIP with the published JSON files."""
        return f"unduh/{self.slug}-json.zip"

    @property
    def key(self) -> bytes:
        """What its bytes follow from."""
        lines = [self.pembangun, self.nama, *(f"{it.slug} {it.newest.stem} {it.newest.sidik}" for it in self.instansi)]
        return sha256("\n".join(lines).encode()).hexdigest().encode()


def bundles_of(agencies: Sequence[Agency], builder: str) -> tuple[Bundle, ...]:
    """The nation first, then central agencies and provinces by name; none for one instansi, whose files are small enough."""
    if len(agencies) < 2:
        return ()
    by_place: dict[str, list[Agency]] = {}
    for agency in sorted(agencies, key=lambda it: it.newest.kode):
        place = agency.newest.kepala.instansi.wilayah
        by_place.setdefault(slug(place, "lain") if place else "instansi-pusat", []).append(agency)
    parts = tuple(
        Bundle(own[0].newest.kepala.instansi.wilayah or CENTRAL, name, tuple(own), builder)
        for name, own in sorted(by_place.items(), key=lambda it: (it[0] != "instansi-pusat", it[0]))
    )
    everybody = tuple(agency for part in parts for agency in part.instansi)
    return Bundle(NATION, "semua", everybody, builder, parts), *parts


class _Job(Struct, frozen=True):
    """A bundle to be written at `path`; `work` puts everything into it."""

    bundle: Bundle
    address: str
    path: Path
    site: Path
    work: "Work"

    def write(self) -> Written:
        """Hash and size of what was written."""
        digest, size = sha256(), 0
        with self.path.open("xb") as file:

            def put(data: bytes) -> None:
                nonlocal size
                digest.update(data)
                size += file.write(data)

            archive = ZipStream(put)
            self.work(self.bundle, archive, self.site)
            archive.close(self.bundle.key)
        return Written(digest.hexdigest(), size)


def write_bundles(bundles: Sequence[Bundle], writer: Writer, site: Path, old: OldSite) -> None:
    """All bundles below `site`, the folder of the new site."""
    own = [(it, path, work) for it in bundles[1:] for path, work in ((it.csv, _csv_parts), (it.json, _json_parts))]
    nation = [(it, path, work) for it in bundles[:1] for path, work in ((it.csv, _csv_nation), (it.json, _json_nation))]
    for wanted in (own, nation):
        jobs: list[_Job] = []
        for bundle, address, work in wanted:
            if _comment(old, address) == bundle.key:
                writer.carry_over(address, old)
            else:
                jobs.append(_Job(bundle, address, writer.place(address), site, work))
        with ThreadPoolExecutor(os.cpu_count() or 1) as pool:  # packing and hashing let go of the interpreter
            try:
                for job, written in zip(jobs, pool.map(_Job.write, jobs), strict=True):
                    writer.adopt(job.address, written)
            except BaseException:
                pool.shutdown(wait=False, cancel_futures=True)
                raise


Work = Callable[[Bundle, ZipStream, Path], None]


def _csv_parts(bundle: Bundle, archive: ZipStream, site: Path) -> None:
    packed = Packed()
    packed.crc, packed.size = zlib.crc32(HEADER), len(HEADER)

    def pieces() -> Iterator[bytes]:
        yield pack(HEADER)
        for agency in bundle.instansi:
            yield from packed.file(site / agency.folder(agency.newest) / CSV, skip=len(HEADER))
        yield END

    archive.stream(LIST, pieces(), packed.told)
    _describe(bundle, archive)


def _csv_nation(bundle: Bundle, archive: ZipStream, site: Path) -> None:
    """Each part's table without its header and its end."""
    header = Checked(zlib.crc32(HEADER), len(HEADER))
    table = header

    def pieces() -> Iterator[bytes]:
        nonlocal table
        yield pack(HEADER)
        for part in bundle.bagian:
            with ZipFile(site / part.csv) as own:
                info = own.getinfo(LIST)
            table = table.followed_by(Checked(info.CRC, info.file_size).without_start(header))
            yield from _raw(site / part.csv, info, skip=len(pack(HEADER)), drop=len(END))
        yield END

    archive.stream(LIST, pieces(), lambda: (table.crc, table.size))
    _describe(bundle, archive)


def _json_parts(bundle: Bundle, archive: ZipStream, site: Path) -> None:
    for agency in bundle.instansi:
        packed = Packed()
        path = site / agency.folder(agency.newest) / JSON
        archive.stream(_json_name(agency), _closed(packed.file(path)), packed.told)
    archive.add(AGENCIES, agency_table(bundle.instansi))


def _json_nation(bundle: Bundle, archive: ZipStream, site: Path) -> None:
    for part in bundle.bagian:
        with ZipFile(site / part.json) as own:
            for agency in part.instansi:
                info = own.getinfo(_json_name(agency))
                archive.copy(info.filename, _raw(site / part.json, info), info.CRC, info.file_size)
    archive.add(AGENCIES, agency_table(bundle.instansi))


def _json_name(agency: Agency) -> str:
    return f"{agency.newest.kode}-{agency.newest.stem}.json"


def _describe(bundle: Bundle, archive: ZipStream) -> None:
    archive.add(AGENCIES, agency_table(bundle.instansi))
    archive.add(PACKAGE, bundle_package(bundle.nama, bundle.slug, bundle.instansi))


def _closed(pieces: Iterator[bytes]) -> Iterator[bytes]:
    yield from pieces
    yield END


def _raw(path: Path, info: ZipInfo, skip: int = 0, drop: int = 0) -> Iterator[bytes]:
    """The packed bytes of an entry that `ZipStream` wrote, without the first and last so many."""
    with path.open("rb") as file:
        file.seek(info.header_offset + 30 + len(info.filename.encode()) + skip)
        left = info.compress_size - skip - drop
        while left > 0 and (block := file.read(min(_BLOCK, left))):
            left -= len(block)
            yield block


def _comment(old: OldSite, address: str) -> bytes:
    """The last 64 bytes of a file that is as large as it should be."""
    if not old.has_file(address):
        return b""
    with (old.folder / address).open("rb") as file:
        file.seek(-64, os.SEEK_END)
        return file.read()
