"""The gate finds private data however it is spelled or wrapped, and is quiet about everything else."""

import base64
import bz2
import gzip
import hashlib
import html
import io
import json
import lzma
import zipfile
from datetime import date, datetime, timedelta

import pytest
import xlsxwriter
from fpdf import FPDF
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image
from PIL.PngImagePlugin import PngInfo

from registry.edition.canonical import encode_edition, fingerprint
from registry.edition.csv import edition_csv
from registry.edition.datapackage import datapackage_json
from registry.edition.schema import schema_json
from registry.edition.sealed import seal
from registry.errors import PublicationBlocked
from registry.model.codes import JenisMasukan
from registry.model.masukan import Masukan
from registry.publication.inspect import Leak, inspect, inspect_bytes, refuse_leaks
from registry.publication.secrets import Secrets
from tests.registry.edition.editions import KEMENAG, WIB, edition, final
from tests.registry.publication.workers import BORN, EMAIL, KK, NIK, secrets, worker

SECRETS = secrets()
KINDS = {
    "NIK",
    "nomor KK",
    "nomor telepon",
    "alamat surel",
    "tanggal lahir",
}


def kinds(data: bytes | str, name: str = "halaman.html", known: Secrets = SECRETS) -> set[str]:
    """What is found in a file of this content."""
    content = data.encode() if isinstance(data, str) else data
    return {leak.jenis for leak in inspect_bytes(name, content, known)}


def zipped(members: dict[str, bytes]) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return file.getvalue()


def workbook(write) -> bytes:
    file = io.BytesIO()
    with xlsxwriter.Workbook(file, {"in_memory": True}) as book:
        write(book, book.add_worksheet("Data"))
    return file.getvalue()


def pdf(text: str = "Pengumuman", *, title: str = "", attachment: bytes = b"") -> bytes:
    paper = FPDF()
    paper.add_page()
    paper.set_font("Helvetica")
    paper.set_title(title)
    paper.cell(text=text)
    if attachment:
        paper.embed_file(bytes=attachment, basename="daftar.csv")
    return bytes(paper.output())


def picture(text: str, *, packed: bool) -> bytes:
    file, info = io.BytesIO(), PngInfo()
    info.add_text("Comment", text, zip=packed)
    Image.new("RGB", (4, 4)).save(file, "PNG", pnginfo=info)
    return file.getvalue()


def escaped(template: str, text: str = NIK) -> str:
    return "".join(template.format(ord(char)) for char in text)


SPELLINGS = {
    "plain": NIK,
    "HTML comment": f"<p>Daftar</p><!-- {NIK} -->",
    "attribute": f'<tr data-k="{NIK}">',
    "JSON": json.dumps({"nik": NIK}),
    "JSON number": f'{{"nik":{NIK}}}',
    "CSV": f"1,{NIK},Siti",
    "apostrophe": f"'{NIK}",
    "formula": f'="{NIK}"',
    "in the middle of digits": f"99{NIK}99",
    "blanks": " ".join(NIK[n : n + 4] for n in range(0, 16, 4)),
    "every digit alone": " ".join(NIK),
    "dots": f"{NIK[:2]}.{NIK[2:4]}.{NIK[4:6]}.{NIK[6:12]}.{NIK[12:]}",
    "dashes": f"{NIK[:6]}-{NIK[6:12]}-{NIK[12:]}",
    "odd groups": f"{NIK[:5]} {NIK[5:7]}.{NIK[7:]}",
    "no-break blanks": "\u00a0".join((NIK[:8], NIK[8:])),
    "zero width": "\u200b".join(NIK),
    "en dash": f"{NIK[:8]}–{NIK[8:]}",
    "tags between": f"<b>{NIK[:4]}</b><span class=x>{NIK[4:]}</span>",
    "table cells": "".join(f"<td>{char}</td>" for char in NIK),
    "line break": f"{NIK[:8]}\n{NIK[8:]}",
    "JavaScript sum": f'"{NIK[:8]}" + "{NIK[8:]}"',
    "full width": "".join(chr(0xFF10 + int(char)) for char in NIK),
    "Arabic-Indic": "".join(chr(0x660 + int(char)) for char in NIK),
    "mathematical": "".join(chr(0x1D7CE + int(char)) for char in NIK),
    "decimal entities": escaped("&#{};"),
    "hexadecimal entities": escaped("&#x{:x};"),
    "entities twice": html.escape(escaped("&#{};")),
    "percent": escaped("%{:02X}"),
    "percent twice": escaped("%25{:02x}"),
    "JavaScript \\u": escaped("\\u{:04x}"),
    "JavaScript \\u{}": escaped("\\u{{{:x}}}"),
    "JavaScript \\x": escaped("\\x{:02x}"),
    "octal": escaped("\\{:03o}"),
    "quoted-printable": escaped("={:02X}"),
    "NUL between": "\0".join(NIK),
    "base64": base64.b64encode(NIK.encode()).decode(),
    "base64 inside words": "awal" + base64.b64encode(f"x {NIK} y".encode()).decode() + "akhir",
    "base64 url alphabet": base64.urlsafe_b64encode(b"??>>" + NIK.encode() + b"??>>").decode(),
    "base64 in lines": base64.encodebytes(b"daftar pegawai\n" * 5 + f"{NIK[:8]} {NIK[8:]}\n".encode() * 3).decode(),
    "base64 of base64": base64.b64encode(base64.b64encode(f"nomor {NIK}".encode())).decode(),
    "base64 of gzip": base64.b64encode(gzip.compress(NIK.encode(), mtime=0)).decode(),
    "hexadecimal text": NIK.encode().hex(),
    "15 digits of a number cell": f"<v>{NIK[:15]}0</v>",
    "scientific": f"{NIK[0]}.{NIK[1:15]}E+15",
    "scientific with comma": f"{NIK[0]},{NIK[1:15]}E+15",
}


@pytest.mark.parametrize("text", SPELLINGS.values(), ids=SPELLINGS)
def test_a_nik_in_text(text):
    """Every spelling of one NIK."""
    assert {"NIK"} <= kinds(text)


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "utf-32-le", "cp1252"])
def test_a_nik_in_any_encoding(encoding):
    """With and without byte order mark."""
    assert {"NIK"} == kinds(f"Daftar:\r\n{NIK}\r\n".encode(encoding))


WRAPPINGS = {
    "gzip": gzip.compress(f"a;{NIK}".encode()),
    "second gzip member": gzip.compress(b"a") + gzip.compress(NIK.encode()),
    "behind gzip": gzip.compress(b"a") + NIK.encode(),
    "bzip2": bz2.compress(NIK.encode()),
    "xz": lzma.compress(NIK.encode()),
    "zip": zipped({"data.csv": NIK.encode()}),
    "zip in zip in gzip": gzip.compress(zipped({"a.zip": zipped({"b.txt": NIK.encode("utf-16")})})),
    "xlsx text": workbook(lambda _book, sheet: sheet.write_string(3, 1, NIK)),
    "xlsx number": workbook(lambda _book, sheet: sheet.write_number(3, 1, float(NIK[:15] + "0"))),
    "xlsx comment": workbook(lambda _book, sheet: sheet.write_comment(0, 0, NIK)),
    "xlsx sheet name": workbook(lambda book, _sheet: book.add_worksheet(NIK)),
    "xlsx property": workbook(lambda book, _sheet: book.set_properties({"comments": NIK})),
    "pdf text": pdf(NIK),
    "pdf text in groups": pdf(f"{NIK[:6]} {NIK[6:12]} {NIK[12:]}"),
    "pdf title": pdf(title=NIK),
    "pdf attachment": pdf(attachment=gzip.compress(NIK.encode())),
    "behind a pdf": pdf() + NIK.encode(),
    "png text": picture(NIK, packed=False),
    "png packed text": picture(NIK, packed=True),
    "behind a png": picture("x", packed=False) + NIK.encode(),
}


@pytest.mark.parametrize("data", WRAPPINGS.values(), ids=WRAPPINGS)
def test_a_nik_in_files(data):
    """Whatever it is packed into, and whatever the file is called."""
    assert {"NIK"} == kinds(data, "unduhan.bin")


PHONES = "081200009973|+6281200009973|6281200009973|+62 812-0000-9973|0812 0000 9973|0812.0000.9973|(0812) 0000-9973|tel:+62-812-0000-9973"


@pytest.mark.parametrize(
    "text",
    [*PHONES.split("|"), "81200009973", "0 8 1 2 0 0 0 0 9 9 7 3", "HP081200009973", "<a href=tel:%2B6281200009973>"],
)
def test_a_phone(text):
    """All ways to write it."""
    assert {"nomor telepon"} == kinds(f"hubungi {text} ya")


@pytest.mark.parametrize(
    "text",
    [
        EMAIL,
        EMAIL.upper(),
        f"<a href='mailto:{EMAIL}'>",
        EMAIL.replace("@", "%40"),
        EMAIL.replace("@", "&#64;"),
        EMAIL.replace("@", " [at] "),
        EMAIL.replace("@", "(at)").replace(".test", " [dot] test"),
        EMAIL.replace("@", "\uff20"),
        base64.b64encode(EMAIL.encode()).decode(),
    ],
)
def test_an_email(text):
    """All ways to write it."""
    assert {"alamat surel"} == kinds(text)


DATES = (
    "1990-08-17|17-08-1990|17/08/1990|17/8/1990|17.08.1990|17 08 1990|17081990|19900817|1990/08/17|8/17/1990|17-08-90|17/08/90|17.08.90|"
    "17 Agustus 1990|17 AGUSTUS 1990|17 Agt 1990|17-Ags-1990|17 Aug 1990|August 17, 1990|Pekalongan, 17 Agustus 1990|1990-08-17T00:00:00Z|"
    "17 - 08 - 1990|17–08–1990|17\\/08\\/1990|17&nbsp;Agustus&nbsp;1990|17_08_1990|1990 Agustus 17|lahir17-08-1990"
)


@pytest.mark.parametrize("text", DATES.split("|"))
def test_a_birth_date(text):
    """All usual ways to write it."""
    assert {"tanggal lahir"} == kinds(f"<td>{text}</td>")


def test_a_birth_date_in_a_date_cell():
    """A date cell is a number with a format: 33102 is 17 August 1990."""
    data = workbook(lambda book, sheet: sheet.write_datetime(1, 1, BORN, book.add_format({"num_format": "dd-mm-yyyy"})))

    assert {"tanggal lahir"} == kinds(data)


@pytest.mark.parametrize(
    "text",
    [
        f"{NIK[:6]}******{NIK[12:]}",
        f"{NIK[:4]}************",
        f"************{NIK[12:]}",
        f"{NIK[:4]} **** **** {NIK[12:]}",
        f"{NIK[:6]}xxxxxx{NIK[12:]}",
        f"{NIK[:8]}••••••••",
        f"{NIK[:10]}######",
    ],
)
def test_a_masked_nik(text):
    """Four hidden digits hide nothing, so no mask is allowed, whosever NIK it is."""
    assert {"NIK tersamar"} == kinds(f"<td>{text}</td>")


def test_every_masked_nik():
    """Two on one line are two."""
    known = inspect_bytes(
        "a.csv", f"********,{NIK[:6]}******{NIK[12:]}\n1234****,{NIK[:6]}******0001".encode(), SECRETS
    )

    assert ["a.csv baris 1", "a.csv baris 2"] == [leak.tempat for leak in known]


def test_hostile_text_is_read_to_the_end():
    """Runs of NUL, digits, masks, at signs, angle brackets and base64 lines: all are read (benchmarks/gate.py measures how long)."""
    size = 1 << 16
    hostile = [
        b"\0" * size,
        b"1" * size,
        b"*" * size,
        b"1*" * (size // 2),
        b"@" * size,
        b"1<" * (size // 2),
        b"1 " * (size // 2),
    ]
    hostile += [(b"A" * 64 + b"\n") * (size // 65), b"%31" * (size // 3), b"&#" * (size // 2), b"17-08-" * (size // 6)]

    assert len(hostile) == len([inspect_bytes("a.txt", data, SECRETS) for data in hostile])


@pytest.mark.parametrize("method", [hashlib.md5, hashlib.sha1, hashlib.sha256])
@pytest.mark.parametrize("number", [NIK, KK])
def test_a_hashed_nik(method, number):
    """All NIKs of a region are hashed in seconds: a hash is the number."""
    assert {"sidik (hash) NIK"} == kinds(f'{{"id":"{method(number.encode()).hexdigest()}"}}')


def test_a_kk():
    """Family card numbers are private too."""
    assert {"nomor KK"} == kinds(KK)


@pytest.mark.parametrize(
    "text",
    ["3375014101859974", "3375 0141 0185 9974", "33.75.01.410185.9974", "NIK:3375014101859974;", "9471010101909974"],
)
def test_what_looks_like_a_nik(text):
    """Somebody's NIK who is not in this store."""
    assert {"angka berbentuk NIK"} == kinds(f"<td>{text}</td>")


@pytest.mark.parametrize("name", [f"{NIK}.html", f"a/{NIK[:8]}-{NIK[8:]}/b.txt", f"{EMAIL}.txt", "foto 17-08-1990.png"])
def test_a_file_name(name):
    """A name is published too, and the message does not repeat it."""
    leaks = inspect_bytes(name, b"", SECRETS)

    assert (True, []) == (
        bool(leaks),
        [
            leak
            for leak in leaks
            if any(char.isdigit() or char == "s" for char in leak.tempat.removeprefix("nama berkas "))
        ],
    )


def test_a_member_name():
    """Names inside an archive as well."""
    assert {"NIK"} == kinds(zipped({f"foto/{NIK}.jpg": b""}))


EVERY_DAY = Secrets.from_store_rows(worker(tanggal_lahir=date(1950, 1, 1) + timedelta(n)) for n in range(62 * 365))
SOUND = {
    "registration numbers": "3375-000001\n3375-000002 3375-000003\n" * 50,
    "registration numbers of Maluku": "8171-000001,8171-234567\n" * 50,
    "fingerprint": fingerprint(b"x") + " " + "5f" * 20 + " " + "0123456789abcdef" * 2,
    "digits in a fingerprint": "ab3375014101859974cd" + "ef" * 22,
    "fractions": "M0.3375014101859974 12.3375014101859974Z",
    "2 to the 53rd": "9007199254740991 9007199254740992 1e15",
    "letter number and dates": "Nomor 800.1.13.2/369/BKPSDM-2022 tanggal 30 September 2022, UU 14/2008, B/1511/M.SM.01.00/2022",
    "moments": '"terbit":"2022-10-07T16:00:00+07:00","mulai":"20221001T080000Z"',
    "phone of the office": "Telepon (0285) 421234, bkpsdm@pekalongankota.go.id",
    "NIP": "NIP 197001011995031001, NIP 19900817 201503 1 001, NIP. 19900817.201503.1.001",
    "money and counts": "Rp 1.900.000.000 dari 2.360.723 orang; 1 234 567 890 123 456",
    "masks elsewhere": "/**** catatan ****/ ######## xxxxxxxxxxxx ---- 1234 ****",
    "namespaces": "http://www.w3.org/1999/02/22-rdf-syntax-ns# http://www.w3.org/2000/svg",
    "font licence": "SIL OPEN FONT LICENSE Version 1.1 - 26 February 2007",
    "versions": "v5.15.21 3.11.2 2.8.9-1 17.8.90.1 1.17.08.90",
    "path data": '<path d="M12 2.5l3.09-6.26L17-08 90c1.1 0 2 .9 2 2z"/>',
    "ids": "0000000015 00000 n 0000000074 00000 n 0000001234 65535 f",
    "ISBN": "978-602-1234-56-7",
    "long words": "instansi/kota-pekalongan/1-prafinalisasi/halaman-2/index.html",
}


@pytest.mark.parametrize("text", SOUND.values(), ids=SOUND)
def test_no_false_alarm(text):
    """What announcements and sites are full of, though a worker was born on any day from 1950 to 2011."""
    assert set() == kinds(text, known=SECRETS | EVERY_DAY)


@pytest.mark.parametrize("one", [edition(2000), final(500), edition(900, instansi=KEMENAG)])
def test_editions_do_not_alarm(one):
    """JSON, CSV, schema and datapackage of an edition, even when everybody's birthday is in the store."""
    store = secrets(worker(n, tanggal_lahir=date(1965 + n % 37, 1 + n % 12, 1 + n % 28)) for n in range(1, 5000))
    data = encode_edition(one)
    files = {
        "a.json": data,
        "a.csv": edition_csv(one),
        "s.json": schema_json(),
        "d.json": datapackage_json(one, seal(data), seal(b"")),
    }

    assert [] == [leak for name, content in files.items() for leak in inspect_bytes(name, content, store)]


@given(st.binary(max_size=3000))
def test_noise_is_read_without_complaint(data):
    """Any bytes at all: no crash; unreadable containers are reported, nothing private is seen in noise."""
    assert not kinds(data, "derau.bin") & KINDS


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("rusak.gz", gzip.compress(b"x" * 5000)[:-20]),
        ("rusak.zip", zipped({"a": b"x" * 5000})[:-30]),
        ("rusak.pdf", b"%PDF-1.7\nrusak"),
        ("lama.xls", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600),
        ("halaman.html.br", b"\x0b\x02\x80"),
        ("arsip.7z", b"7z\xbc\xaf\x27\x1c1234"),
    ],
    ids=["gz", "zip", "pdf", "xls", "br", "7z"],  # the bytes would differ from process to process
)
def test_what_cannot_be_searched_cannot_be_published(name, data):
    """Damaged, closed or unknown containers stop a publication."""
    assert {"isi tidak dapat diperiksa"} == kinds(data, name)


def test_encrypted_zip():
    """Even when it is ours: nobody can see what is in there."""
    data = bytearray(zipped({"a.txt": b"rahasia"}))
    data[6] |= 1
    data[data.find(b"PK\x01\x02") + 8] |= 1

    assert {"isi tidak dapat diperiksa"} == kinds(bytes(data))


def test_places_are_named():
    """File, member and line; the value never."""
    data = gzip.compress(zipped({"data/unit.csv": f"nama\nSiti\nBudi,{NIK}\n".encode()}))

    assert [Leak("unduhan.gz > data/unit.csv baris 3", "NIK")] == inspect_bytes("unduhan.gz", data, SECRETS)


def test_pages_of_a_pdf_are_named():
    """A PDF's page."""
    assert Leak("surat.pdf > halaman 1 baris 1", "NIK") in inspect_bytes("surat.pdf", pdf(f"Siti {NIK}"), SECRETS)


def test_lines_far_down(tmp_path):
    """Line numbers hold across the pieces a large file is read in."""
    (tmp_path / "a.csv").write_text("nama,jabatan,unit kerja\n" * 200_000 + NIK + "\n" + "x\n" * 9)

    assert [Leak("a.csv baris 200001", "NIK")] == inspect(tmp_path, SECRETS)


@pytest.mark.parametrize("offset", range(0, 40, 3))
def test_nothing_is_cut_in_two(tmp_path, offset):
    """A NIK across the border of two pieces."""
    (tmp_path / "a.txt").write_bytes(b"." * ((1 << 20) + 4096 - offset) + NIK.encode() + b"." * 50)

    assert {"NIK"} == {leak.jenis for leak in inspect(tmp_path, SECRETS)}


def test_folder(tmp_path):
    """Every file below it, hidden ones too, in order of place."""
    for name in ("b/c/.sembunyi", "a.html", "z.txt"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(NIK if name != "z.txt" else "aman")

    assert [Leak("a.html baris 1", "NIK"), Leak("b/c/.sembunyi baris 1", "NIK")] == inspect(tmp_path, SECRETS)


def test_progress_counts_bytes(tmp_path):
    """From the first file to all."""
    seen: list[tuple[int, int]] = []
    for name, size in (("a", 10), ("b", 30)):
        (tmp_path / name).write_bytes(b"x" * size)
    inspect(tmp_path, SECRETS, lambda done, everything: seen.append((done, everything)))

    assert [(10, 40), (40, 40)] == seen


def test_clean_contents_are_not_read_again(tmp_path):
    """Known by SHA-256; a leaking file is never among them."""
    (tmp_path / "a").write_bytes(b"aman")
    (tmp_path / "b").write_text(NIK)
    clean: set[str] = set()
    inspect(tmp_path, SECRETS, clean=clean)

    assert {hashlib.sha256(b"aman").hexdigest()} == clean


def test_a_flood_is_cut_short():
    """Thousands of leaks in one file: twenty say enough."""
    assert 20 == len(inspect_bytes("a.csv", f"{NIK},Siti\n".encode() * 5000, SECRETS))


def test_refusal_names_places_and_no_secret():
    """What an operator reads."""
    with pytest.raises(PublicationBlocked) as caught:
        refuse_leaks(inspect_bytes("a.csv", f"x\n{NIK} {EMAIL}".encode(), SECRETS))

    assert (("a.csv baris 2 (NIK)", "a.csv baris 2 (alamat surel)"), False) == (
        caught.value.places,
        NIK in str(caught.value),
    )


def test_no_leaks_no_refusal():
    """An empty list lets everything pass."""
    refuse_leaks([])


def test_public_contacts_and_dates_are_no_secrets():
    """A worker who gave the office's phone and e-mail, born on the day of an announcement."""
    person = worker(nomor_hp="(0285) 421-234", email="bkpsdm@contoh.test", tanggal_lahir=date(1999, 9, 30))
    known = Secrets.from_store_rows(
        [person], public=["Telepon 0285 421234, surel BKPSDM@contoh.test", date(1999, 9, 30)]
    )

    assert set() == kinds("Telepon (0285) 421234, bkpsdm@contoh.test, 30 September 1999", known=known)


def test_a_nik_is_never_public():
    """Not even when somebody wrote it into the letterhead."""
    assert {"NIK"} == kinds(NIK, known=Secrets.from_store_rows([worker()], public=[NIK]))


def test_secrets_of_masukan():
    """What the public sent in is private too, also in free text."""
    entry = Masukan(
        tanda_terima="S-3375-000001",
        jenis=JenisMasukan.SANGGAHAN,
        waktu=datetime(2022, 10, 3, 9, tzinfo=WIB),
        nama="Budi",
        isi="NIK 3374011708900001, HP 0812 0000 1111",
        tanggal_lahir=date(1990, 8, 17),
        kontak="budi@contoh.test",
    )
    known = Secrets.from_store_rows([], [entry])

    assert {"NIK", "nomor telepon", "alamat surel", "tanggal lahir"} == kinds(
        "3374011708900001 / 081200001111 / budi@contoh.test / 17-08-1990", known=known
    )


def test_two_stores():
    """A workspace's site is searched for all of its agencies; what one makes public stays public."""
    one = Secrets.from_store_rows([worker()], public=["0285 421234"])
    other = Secrets.from_store_rows([worker(nik="3374011708900001", nomor_hp="0285421234 / 0812-0000-1111")])

    assert {"NIK", "nomor telepon"} == kinds("3374011708900001 081200001111", known=one | other)
    assert set() == kinds("0285 421234", known=one | other)


@pytest.mark.parametrize(
    "cell", ["0812-0000-9973/0812-0000-1111", "081200009973, 081200001111", "0812 0000 9973 atau +62 812 0000 1111"]
)
def test_two_phones_in_a_cell(cell):
    """Both are searched for."""
    known = secrets([worker(nomor_hp=cell)])

    assert [{"nomor telepon"}] * 2 == [kinds(text, known=known) for text in ("081200009973", "081200001111")]
