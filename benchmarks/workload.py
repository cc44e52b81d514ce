"""The workload generator: agencies of realistic sizes, with people, spreadsheets or editions. Same seed, same bytes.

    python -m benchmarks.workload --agencies 12 --rows 50000 --seed 1 --kind editions FOLDER

Sizes are log-normal (median about 2,500) with one agency of 139,560 when there are 100 or more; --rows scales the sum or, with
one agency, is its size. Kinds: editions (terbitan/<kode>/1-prafinalisasi.json), xlsx (data utama), records (JSON lines, private).
"""

import argparse
import csv
import json
import math
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from random import Random

import msgspec

from benchmarks.names import names
from cli.fiction.people import Fiction, Row
from cli.fiction.sheets import write_xlsx
from registry.edition.canonical import encode_edition
from registry.edition.types import (
    Edition,
    InstansiPublik,
    Jumlah,
    Jurnal,
    Orang,
    Rekap,
    UjiPublikPublik,
)
from registry.model.codes import JenisKelamin, Kategori, Pendidikan, StatusPegawai, SumberGaji, Syarat
from registry.model.pegawai import Pegawai, Riwayat
from site_builder.data_folders import content_folder

LARGEST = 139_560
NATION = (600, 2_360_723)
_NOON = datetime(2022, 9, 30, 5, 0, tzinfo=UTC)


def sizes(agencies: int, rows: int, seed: int) -> list[int]:
    """Sizes of `agencies` agencies adding up to `rows`, each at least 20."""
    if agencies == 1:
        return [rows]
    rnd = Random(f"sizes/{seed}")
    drawn = [rnd.lognormvariate(math.log(2_500), 0.85) for _ in range(agencies)]
    fixed = [LARGEST] if agencies >= 100 and rows >= 4 * LARGEST else []
    drawn = drawn[len(fixed) :]
    scale = (rows - sum(fixed)) / sum(drawn)
    made = [max(20, round(size * scale)) for size in drawn]
    made[0] += rows - sum(fixed) - sum(made)
    return fixed + made


def people(kode: str, count: int, seed: int) -> Iterator[Pegawai]:
    """`count` clean records of about a kilobyte each, verified, with the rules' answer by position only."""
    for serial, row in enumerate(Fiction(_region(kode), seed=seed).rows(count), 1):
        yield _record(f"{kode}-{serial:06}", row)


def edition(
    kode: str, nama: str, count: int, seed: int, *, jenis: str = "KOTA", wilayah: str = "Jawa Tengah"
) -> Edition:
    """A prafinalisasi edition of `count` people; recap left empty."""
    rows = Fiction(_region(kode), seed=seed).rows(count)
    called = names(count, f"{kode}/{seed}")
    daftar = tuple(
        _listed(f"{kode}-{serial:06}", nama, row)
        for serial, (nama, row) in enumerate(zip(called, rows, strict=True), 1)
    )
    thk_ii = sum(person.kategori == "THK_II" for person in daftar)
    tms = sum(person.status == "TMS" for person in daftar)
    return Edition(
        periode="2022",
        instansi=InstansiPublik(kode, nama, jenis, wilayah, "Asia/Jakarta", "Loket BKPSDM"),
        tahap="prafinalisasi",
        edisi=1,
        nomor="800/1-CONTOH",
        tanggal=date(2022, 9, 30),
        uji_publik=UjiPublikPublik(_NOON, _NOON + timedelta(days=10)),
        terbit=_NOON,
        jurnal=Jurnal(2, "0" * 64),
        sebelumnya="",
        rekap=Rekap(),
        jumlah=Jumlah(len(daftar), thk_ii, len(daftar) - thk_ii, len(daftar) - tms, tms),
        daftar=daftar,
    )


def write_editions(folder: Path, agencies: int, rows: int, seed: int) -> int:
    """Editions in the layout of a workspace's terbitan/. Returns the number of people."""
    places = _places(agencies)
    for number, size in enumerate(sizes(agencies, rows, seed)):
        kode, (nama, jenis, wilayah) = f"{1101 + number:04}", places[number]
        target = folder / kode
        target.mkdir(parents=True, exist_ok=True)
        (target / "1-prafinalisasi.json").write_bytes(
            encode_edition(edition(kode, nama, size, seed, jenis=jenis, wilayah=wilayah))
        )
    return rows


def rename_somebody(folder: Path) -> None:
    """Somebody in the edition in `folder`, terbitan/<kode>, gets another name."""
    (path,) = folder.glob("*.json")
    data = path.read_bytes()
    name = json.loads(data)["daftar"][10]["nama"]
    path.write_bytes(data.replace(json.dumps(name).encode(), b'"Siti Nurhaliza"', 1))


def _places(count: int) -> list[tuple[str, str, str]]:
    """Names, kinds and provinces as the real ones; where the reference has no more, central agencies are invented."""
    with (content_folder() / "referensi" / "wilayah.csv").open(encoding="utf-8") as file:
        known = [(f"Pemerintah {row['nama']}", row["jenis"], row["provinsi"]) for row in csv.DictReader(file)]
    return known[:count] + [(f"Badan Contoh {number}", "LEMBAGA", "") for number in range(len(known), count)]


def write_spreadsheet(path: Path, rows: int, seed: int, dirt: float = 0.05) -> int:
    """One .xlsx of data utama with 20 columns. Returns the number of people."""
    return write_xlsx(path, Fiction("3375", seed=seed, dirt=dirt).rows(rows))


def _region(kode: str) -> str:
    return kode[:4] if kode[:4].isdigit() else "3375"


def _day(text: str) -> date:
    return date(int(text[6:]), int(text[3:5]), int(text[:2]))


_EXCLUDED = ("Satpam", "Tenaga Kebersihan", "Pengemudi")
_EDUCATION = {"SMA": "SMA", "SMK": "SMA", "SMP": "SMP"}


def _record(nomor: str, row: Row) -> Pegawai:
    start = _day(row["Tanggal Mulai"])
    excluded = row["Jabatan"] in _EXCLUDED
    education = row["Pendidikan Terakhir"]
    codes = {"S-1": "S1", "S-2": "S2", "D-II": "D2", "D-III": "D3", "D-IV": "D4"} | _EDUCATION
    return Pegawai(
        nomor=nomor,
        nik=row["NIK"],
        nama=row["Nama Lengkap (tanpa gelar)"],
        kategori=Kategori.THK_II if row["Nomor Peserta THK-II"] else Kategori.NON_ASN,
        nomor_thk_ii=row["Nomor Peserta THK-II"],
        tempat_lahir=row["Tempat Lahir"],
        tanggal_lahir=_day(row["Tanggal Lahir"]),
        jenis_kelamin=JenisKelamin(row["Jenis Kelamin"]),
        pendidikan=Pendidikan(codes[education]),
        pendidikan_asli=education,
        nomor_ijazah=row["Nomor Ijazah"],
        tanggal_lulus=_day(row["Tanggal Lulus"]),
        sekolah=row["Sekolah/Universitas"],
        jabatan=row["Jabatan"],
        unit_kerja=row["Unit Kerja"],
        sumber_gaji=SumberGaji(row["Sumber Gaji"]),
        nomor_hp=row["Nomor HP"],
        email=row["Email"],
        riwayat=(
            Riwayat(
                nomor_sk=row["Nomor SK"],
                tanggal_sk=_day(row["Tanggal SK"]),
                tanggal_mulai=start,
                tanggal_akhir=date(2022, 12, 31),
                jabatan=row["Jabatan"],
                unit_kerja=row["Unit Kerja"],
                penanda_tangan=row["Jabatan Penanda Tangan SK"],
            ),
        ),
        status=StatusPegawai.TERVERIFIKASI,
        syarat_usulan=Syarat.TMS if excluded else Syarat.MS,
    )


def _listed(nomor: str, nama: str, row: Row) -> Orang:
    return Orang(
        nomor=nomor,
        nama=nama,
        jabatan=row["Jabatan"],
        unit_kerja=row["Unit Kerja"],
        kategori="THK_II" if row["Nomor Peserta THK-II"] else "NON_ASN",
        status="TMS" if row["Jabatan"] in _EXCLUDED else "MS",
    )


def main() -> None:
    """Command line of the generator."""
    parser = argparse.ArgumentParser(description="Make a workload.")
    parser.add_argument("folder", type=Path)
    parser.add_argument("--kind", choices=("editions", "xlsx", "records"), default="editions")
    parser.add_argument("--agencies", type=int, default=1)
    parser.add_argument("--rows", type=int, default=4_000)
    parser.add_argument("--seed", type=int, default=2022)
    parser.add_argument("--nation", action="store_true", help="600 agencies, 2,360,723 rows")
    given = parser.parse_args()
    agencies, rows = NATION if given.nation else (given.agencies, given.rows)
    given.folder.mkdir(parents=True, exist_ok=True)
    if given.kind == "editions":
        write_editions(given.folder, agencies, rows, given.seed)
    else:
        for number, size in enumerate(sizes(agencies, rows, given.seed)):
            target = given.folder / f"{1101 + number}"
            if given.kind == "xlsx":
                write_spreadsheet(target.with_suffix(".xlsx"), size, given.seed + number)
            else:
                with target.with_suffix(".jsonl").open("wb") as out:
                    for record in people(f"{1101 + number}", size, given.seed):
                        out.write(msgspec.json.encode(record) + b"\n")
    print(f"{rows} people in {agencies} agencies -> {given.folder}")


if __name__ == "__main__":
    main()
