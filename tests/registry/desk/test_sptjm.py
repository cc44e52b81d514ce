"""The scan of the signed SPTJM: sound, small enough, readable by anybody."""

from io import BytesIO

import pytest
from fpdf import FPDF
from PIL import Image

from registry.desk.sptjm import LARGEST, Scan, look_at_scan, printed_fingerprints, read_scan
from registry.errors import FileRefused
from tests.registry.desk.small import PDF

SIDIK = "9d6fd93c8bfa7d9964b09741313e04763ac784c107de48529d5daa8f32556c17"


def pdf(*, text="", user="", owner=""):
    drawn = FPDF()
    drawn.add_page()
    drawn.set_font("Helvetica", size=9)
    drawn.multi_cell(60, 5, text or "SPTJM")
    if owner:
        drawn.set_encryption(owner_password=owner, user_password=user)
    return bytes(drawn.output())


def jpg():
    out = BytesIO()
    Image.effect_noise((200, 300), 40).save(out, "JPEG")
    return out.getvalue()


def png():
    out = BytesIO()
    Image.new("L", (20, 30)).save(out, "PNG")
    return out.getvalue()


@pytest.mark.parametrize(("name", "data"), [("scan.pdf", PDF), ("scan.jpg", jpg()), ("scan.bin", pdf())])
def test_a_pdf_or_jpg_is_taken_whatever_its_name(name, data, tmp_path):
    """The content decides."""
    path = tmp_path / name
    path.write_bytes(data)

    assert data == read_scan(path)


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "sptjm-kosong"),
        (b"Halo", "sptjm-bukan-pdf-jpg"),
        (png(), "sptjm-bukan-pdf-jpg"),
        (b"%PDF-1.7\n", "sptjm-rusak"),
        (b"%PDF-1.7 rusak" + bytes(100), "sptjm-rusak"),
        (jpg()[:400], "sptjm-rusak"),
        (b"\xff\xd8\xff" + bytes(50), "sptjm-rusak"),
        (pdf(user="rahasia", owner="kunci"), "sptjm-bersandi"),
        (pdf(owner="kunci"), "sptjm-bersandi"),
        (PDF.replace(b"[3 0 R]/Count 1", b"[]/Count 0"), "sptjm-rusak"),
        (PDF.replace(b"[3 0 R]/Count 1", b"[3 0 R 9 0 R]/Count 2"), "sptjm-rusak"),
        (PDF + bytes(LARGEST), "sptjm-terlalu-besar"),
    ],
    ids=[
        "empty",
        "text",
        "png",
        "head",
        "zeros",
        "cut-jpg",
        "no-jpg",
        "password",
        "locked",
        "no-page",
        "half",
        "large",
    ],
)
def test_what_is_no_sound_scan_is_refused(data, code, tmp_path):
    """Each with a code of its own."""
    path = tmp_path / "scan.pdf"
    path.write_bytes(data)

    with pytest.raises(FileRefused) as refused:
        read_scan(path)

    assert code == refused.value.code


def test_a_missing_file_is_refused(tmp_path):
    """With what to do."""
    with pytest.raises(FileRefused, match="Periksa letak"):
        read_scan(tmp_path / "tidak-ada.pdf")


def test_fingerprints_in_a_pdf_are_found_however_the_lines_break():
    """A narrow column breaks the digits."""
    assert frozenset({SIDIK}) == printed_fingerprints(pdf(text=f"Sidik daftar (SHA-256): {SIDIK}"))


@pytest.mark.parametrize("data", [PDF, jpg()])
def test_a_picture_tells_no_fingerprint(data):
    """Then only the typed one is checked."""
    assert frozenset() == printed_fingerprints(data)


@pytest.mark.parametrize(("data", "expected"), [(PDF, ("PDF", 1)), (jpg(), ("JPG", 1))], ids=["pdf", "jpg"])
def test_what_is_attached_is_told(data, expected, tmp_path):
    """Kind, pages and size, to be compared with the paper."""
    path = tmp_path / "scan"
    path.write_bytes(data)

    assert Scan(*expected, len(data)) == look_at_scan(path)
