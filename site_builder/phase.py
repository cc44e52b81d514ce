"""In plain words: where an instansi stands, what happened when, and what the public can still do.

Known from its editions alone and independent of today's date: a script in the page counts down to `sampai`.
"""

import itertools
from collections.abc import Sequence

from msgspec import Struct

from site_builder.models import Step
from site_builder.sources import EditionHead
from site_builder.wording import format_date, format_moment, in_zone

UJI_PUBLIK, FINAL = "uji-publik", "final"


class Standing(Struct, frozen=True):
    """`fase`: one of the two above. `keadaan`: a few words. The tuples: whole sentences.

    `tidak_ada`: advice to somebody whose name is not found; `lewat`: the same once `sampai` has passed. batas: the day of
    `sampai` in words. usulan, sanggahan: how to propose and to object, step by step; empty when neither is taken.
    """

    fase: str
    keadaan: str
    penjelasan: tuple[str, ...]
    masukan: tuple[str, ...]
    tidak_ada: tuple[str, ...]
    sampai: str
    lewat: tuple[str, ...] = ()
    batas: str = ""
    usulan: tuple[str, ...] = ()
    sanggahan: tuple[str, ...] = ()


def standing(heads: Sequence[EditionHead]) -> Standing:
    """Where the instansi with these editions (oldest first) stands."""
    newest = heads[-1]
    if newest.tahap == "prafinalisasi":
        return _in_public_scrutiny(heads)
    return _final(newest)


def _in_public_scrutiny(heads: Sequence[EditionHead]) -> Standing:
    head = heads[-1]
    until = format_moment(head.uji_publik.selesai, head.instansi.zona)
    extended = len(heads) > 1 and head.uji_publik.selesai > heads[0].uji_publik.selesai
    return Standing(
        fase=UJI_PUBLIK,
        keadaan="Uji publik diperpanjang" if extended else "Uji publik",
        penjelasan=(
            f"Daftar sementara (prafinalisasi) diumumkan pada {format_date(head.tanggal)}. Daftar ini belum final.",
            f"Siapa pun boleh mengusulkan nama yang belum tercantum dan menyanggah nama yang tercantum, sampai {until}.",
        ),
        masukan=(
            f"Usulan dan sanggahan diterima sampai {until}.",
            "Instansi memutus setiap usulan dan sanggahan dengan alasan, dan memberi nomor tanda terima.",
        ),
        tidak_ada=(
            f"Jika Anda bekerja di {head.instansi.nama} dan memenuhi syarat, ajukan usulan sampai {until}.",
            "Anda mungkin belum didaftarkan oleh admin instansi. Hubungi bagian kepegawaian unit kerja Anda.",
        ),
        sampai=head.uji_publik.selesai.isoformat(),
        batas=f"sampai {format_date(in_zone(head.uji_publik.selesai, head.instansi.zona))}",
        lewat=(
            f"Masa usulan dan sanggahan {head.instansi.nama} sudah berakhir pada {until}.",
            "Daftar akhir sedang disusun. Bila usulan Anda dikabulkan, nama Anda akan muncul di daftar itu.",
            "Simpan tanda terima usulan Anda, dan tanyakan kepada bagian kepegawaian unit kerja Anda.",
        ),
        usulan=(
            "Siapkan SK atau surat perintah kerja, bukti pembayaran gaji, ijazah, dan kartu identitas.",
            f"Sampaikan ke {_address(head)} paling lambat {until}.",
            "Minta nomor tanda terima dan simpan.",
        ),
        sanggahan=(
            "Cari orang itu di daftar nama dan catat nomor pendaftarannya.",
            f"Sampaikan nomor itu, alasan, dan buktinya ke {_address(head)} paling lambat {until}.",
            "Minta nomor tanda terima. Identitas penyanggah tidak diumumkan.",
        ),
    )


def _final(head: EditionHead) -> Standing:
    sptjm = f"SPTJM nomor {head.sptjm.nomor} tanggal {format_date(head.sptjm.tanggal)}" if head.sptjm else "SPTJM"
    return Standing(
        fase=FINAL,
        keadaan="Final",
        penjelasan=(
            f"Daftar final diumumkan pada {format_date(head.tanggal)}, dengan {sptjm}.",
            "Pendataan di instansi ini sudah ditutup. Data tidak dapat diubah lagi.",
        ),
        masukan=(
            "Masa usulan dan sanggahan sudah berakhir. Daftar final tidak dapat diubah lagi.",
            "Pertanyaan tentang data Anda dapat disampaikan kepada instansi melalui alamat di bawah ini.",
        ),
        tidak_ada=(
            f"Daftar {head.instansi.nama} sudah final dan tidak dapat diubah. Usulan tidak diterima lagi.",
            "Jika Anda bekerja di instansi lain, cari di halaman instansi itu.",
        ),
        sampai="",
    )


def _address(head: EditionHead) -> str:
    return head.instansi.alamat_masukan or f"bagian kepegawaian {head.instansi.nama}"


def timeline(heads: Sequence[EditionHead]) -> tuple[Step, ...]:
    """Registration, prafinalisasi, uji publik, its extensions, SPTJM, final list: what is done, going on, to come."""
    early = [head for head in heads if head.tahap == "prafinalisasi"]
    final = next((head for head in reversed(heads) if head.tahap == "final"), None)
    signed = final.sptjm if final else None
    return (
        Step("Pendaftaran oleh instansi", "", "selesai"),
        Step("Pengumuman prafinalisasi", "; ".join(format_date(head.tanggal) for head in early), "selesai"),
        *_windows(early or list(heads), over=final is not None),
        Step("SPTJM ditandatangani", format_date(signed.tanggal) if signed else "", "selesai" if signed else "nanti"),
        Step(
            "Finalisasi: daftar final diumumkan",
            format_date(final.tanggal) if final else "",
            "selesai" if final else "nanti",
        ),
    )


def _windows(heads: Sequence[EditionHead], *, over: bool) -> list[Step]:
    """The window of scrutiny as first announced, then each later end; the last is going on unless all is over."""
    window, zona = heads[0].uji_publik, heads[0].instansi.zona
    ends = [head.uji_publik.selesai for head in heads]
    span = f"{format_moment(window.mulai, zona)} sampai {format_moment(window.selesai, zona)}"
    texts = [("Uji publik: usulan dan sanggahan", span, window.selesai)]
    for before, until in itertools.pairwise(ends):
        if until > before:
            texts.append(("Uji publik diperpanjang", f"Sampai {format_moment(until, zona)}", until))
    return [
        Step(title, text, "selesai" if over or number < len(texts) else "kini", "" if over else until.isoformat())
        for number, (title, text, until) in enumerate(texts, 1)
    ]
