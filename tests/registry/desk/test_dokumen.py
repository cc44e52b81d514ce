"""The documents of a person: what is accepted, where it is kept, and how it comes out again."""

from io import BytesIO

import pytest
from fpdf import FPDF
from PIL import Image

from registry.desk.dokumen import KB, KETENTUAN, attach, copy_out, detach, documents_of, read_document
from registry.errors import ActionNotAllowed, FileRefused, UsageRefused
from registry.model.codes import StatusPegawai
from tests.registry.desk.small import PDF, Room
from tests.registry.desk.verbs import FIRST


def written(folder, content, name="dokumen.pdf"):
    path = folder / name
    path.write_bytes(content)
    return path


def padded(size, content=PDF):
    """A sound PDF of exactly this size: what follows its end is ignored."""
    return content + b"\n" * (size - len(content))


def jpg():
    buffer = BytesIO()
    Image.new("RGB", (300, 200), "white").save(buffer, "JPEG")
    return buffer.getvalue()


def refusal(path, kolom="file_sk"):
    with pytest.raises(FileRefused) as refused:
        read_document(path, kolom)
    return refused.value.code


def test_limits_of_the_ijazah(tmp_path):
    """100 KB to 1 MB, both ends allowed."""
    sizes = {size: written(tmp_path, padded(size), f"{size}.pdf") for size in (100 * KB, KB * KB)}

    assert list(sizes) == [len(read_document(path, "file_ijazah")) for path in sizes.values()]
    assert "dokumen-terlalu-kecil" == refusal(written(tmp_path, padded(100 * KB - 1)), "file_ijazah")
    assert "dokumen-terlalu-besar" == refusal(written(tmp_path, padded(KB * KB + 1)), "file_ijazah")


def test_a_small_scan_is_enough_for_the_others(tmp_path):
    """Only their upper limit is set."""
    path = written(tmp_path, jpg(), "sk.jpg")

    assert [jpg(), jpg()] == [read_document(path, kolom) for kolom in ("file_sk", "file_bukti_bayar")]


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"PK\x03\x04 a document of another kind", "dokumen-bukan-pdf-jpg"),
        (b"", "dokumen-bukan-pdf-jpg"),
        (b"%PDF-1.4\nbroken", "dokumen-rusak"),
        (b"\xff\xd8\xff\xe0broken", "dokumen-rusak"),
        (jpg()[:400], "dokumen-rusak"),
    ],
)
def test_what_is_no_sound_pdf_or_jpg_is_refused(content, code, tmp_path):
    """By its content; the name says nothing."""
    assert code == refusal(written(tmp_path, content))


def test_a_locked_pdf_is_refused(tmp_path):
    """Nobody could look at it later."""
    pdf = FPDF()
    pdf.add_page()
    pdf.set_encryption("pemilik", "rahasia")

    assert "dokumen-bersandi" == refusal(written(tmp_path, bytes(pdf.output())))


def test_a_file_that_is_not_there_is_refused(tmp_path):
    """In Indonesian, with what to do."""
    assert "dokumen-tidak-terbaca" == refusal(tmp_path / "tidak-ada.pdf")


def test_attaching_keeps_the_bytes_and_names_them_in_the_record(tmp_path):
    """One entry of the journal; the document is found again with kind and size."""
    room = Room(tmp_path, people=1)
    before = room.store.head.seq
    saved = attach(room.store, FIRST, "file_sk", written(tmp_path, PDF), room.act())
    shown = {one.kolom: one for one in documents_of(room.store, saved)}

    assert before + 1 == room.store.head.seq
    assert (PDF, "PDF", len(PDF)) == (
        shown["file_sk"].letak.read_bytes(),
        shown["file_sk"].jenis,
        shown["file_sk"].ukuran,
    )
    assert ["Belum ada", "Terlampir: PDF, 1 KB", "Belum ada"] == [one.keadaan for one in shown.values()]


def test_attaching_makes_a_verified_record_a_draft(tmp_path):
    """What was verified is no longer what stands there."""
    room = Room(tmp_path, people=1)
    room.verify_all()

    assert attach(room.store, FIRST, "file_sk", written(tmp_path, PDF), room.act()).status is StatusPegawai.DRAF


def test_attaching_the_same_again_writes_nothing(tmp_path):
    """Same bytes, same name."""
    room = Room(tmp_path, people=1)
    path = written(tmp_path, PDF)
    attach(room.store, FIRST, "file_sk", path, room.act())
    before = room.store.head
    attach(room.store, FIRST, "file_sk", path, room.act())

    assert before == room.store.head


def test_a_refused_file_changes_nothing(tmp_path):
    """Neither journal nor archive."""
    room = Room(tmp_path, people=1)
    before = room.store.head
    with pytest.raises(FileRefused):
        attach(room.store, FIRST, "file_ijazah", written(tmp_path, PDF), room.act())

    assert before == room.store.head


def test_nothing_is_attached_once_the_list_is_frozen(tmp_path):
    """The workflow's table decides."""
    room = Room(tmp_path, people=1).composed()

    with pytest.raises(ActionNotAllowed):
        attach(room.store, FIRST, "file_sk", written(tmp_path, PDF), room.act())


def test_detaching_leaves_the_bytes_in_the_archive(tmp_path):
    """The journal names them."""
    room = Room(tmp_path, people=1)
    kept = attach(room.store, FIRST, "file_sk", written(tmp_path, PDF), room.act()).file_sk
    saved = detach(room.store, FIRST, "file_sk", room.act())

    assert ("", PDF) == (saved.file_sk, room.store.file(kept).read_bytes())


def test_there_must_be_something_to_detach(tmp_path):
    """A mistake, told."""
    room = Room(tmp_path, people=1)

    with pytest.raises(UsageRefused, match="SK pengangkatan belum ada"):
        detach(room.store, FIRST, "file_sk", room.act())


def test_a_copy_to_look_at_has_the_ending_of_its_kind(tmp_path):
    """Programs go by it; the copy is for the owner only."""
    room = Room(tmp_path, people=1)
    saved = attach(room.store, FIRST, "file_sk", written(tmp_path, jpg(), "sk.jpg"), room.act())
    copy = copy_out(documents_of(room.store, saved)[1], tmp_path)

    assert (jpg(), ".jpg", 0o600) == (copy.read_bytes(), copy.suffix, copy.stat().st_mode & 0o777)


def test_a_name_from_a_spreadsheet_is_no_document(tmp_path):
    """It is told as what it is, and cannot be opened."""
    room = Room(tmp_path, people=1)
    person = type(room.store.get("pegawai", FIRST))(nomor=FIRST, nik="", nama="Sari", file_sk="sk-sari.pdf")
    shown = documents_of(room.store, person)[1]

    assert "Hanya namanya yang tercatat; berkasnya belum dilampirkan" == shown.keadaan
    with pytest.raises(UsageRefused, match="Lampirkan berkasnya"):
        copy_out(shown, tmp_path)


def test_every_kind_says_what_it_accepts():
    """As the screen shows it."""
    assert [
        "PDF atau JPG, 100 KB sampai 1 MB.",
        "PDF atau JPG, paling besar 1 MB.",
        "PDF atau JPG, paling besar 1 MB.",
    ] == [rule.kalimat for rule in KETENTUAN.values()]
