"""What is counted over many agencies: the topics of the statistics, each a sum that a chart and a CSV file show."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from msgspec import Struct

from site_builder.phase import FINAL, standing
from site_builder.places import Agency
from site_builder.portal.sums import Count, Sum, summed
from site_builder.wording import JENIS, KATEGORI

ORANG, INSTANSI = "orang", "instansi"

# Recap field -> title, what its numbers mean, and the vocabulary in its own order (a test holds it and the registry together).
RECAPS = {
    "jabatan": (
        "Kelompok jabatan",
        "Jabatan dikelompokkan menurut kata di dalam namanya, seperti rekap nasional 2022.",
        ("Pendidikan", "Kesehatan", "Penyuluh", "Administrasi", "Teknis"),
    ),
    "pendidikan": (
        "Pendidikan terakhir",
        "SMK, MA, dan Paket C dihitung sebagai SMA.",
        ("TIDAK_SEKOLAH", "SD", "SMP", "SMA", "D1", "D2", "D3", "D4", "S1", "PROFESI", "S2", "S3"),
    ),
    "kelompok_usia": (
        "Usia",
        "Usia genap pada tanggal batas yang ditetapkan untuk periode pendataan.",
        (
            "Di bawah 20 tahun",
            "20-29 tahun",
            "30-39 tahun",
            "40-49 tahun",
            "50-56 tahun",
            "Di atas 56 tahun",
        ),
    ),
    "jenis_kelamin": ("Jenis kelamin", "", ("L", "P")),
    "masa_kerja": (
        "Masa kerja",
        "Tahun genap sampai tanggal batas periode pendataan; jeda tidak dihitung.",
        (
            "Di bawah 1 tahun",
            "1-4 tahun",
            "5-9 tahun",
            "10-14 tahun",
            "15-19 tahun",
            "20 tahun atau lebih",
        ),
    ),
    "sumber_gaji": (
        "Sumber gaji",
        "Sumber menurut catatan instansi.",
        ("APBN", "APBD", "BOS", "KOMITE", "BLUD", "PIHAK_KETIGA", "LAINNYA"),
    ),
}
# From this many people on, and its name.
_SIZES = (
    (0, "Kurang dari 500 orang"),
    (500, "500 sampai 999 orang"),
    (1_000, "1.000 sampai 2.499 orang"),
    (2_500, "2.500 sampai 4.999 orang"),
    (5_000, "5.000 sampai 9.999 orang"),
    (10_000, "10.000 orang atau lebih"),
)
_STATES = ("Uji publik", "Uji publik diperpanjang", "Final")
_SIGNED = WITH_SPTJM, WITHOUT_SPTJM = "Sudah dengan SPTJM", "Belum dengan SPTJM"
# Kode -> title, what is counted, what the numbers mean.
_HEADS = {
    "kategori": ("Kategori", ORANG, "THK-II: tenaga honorer kategori II dalam basis data BKN."),
    "status": ("Syarat pendataan", ORANG, "Menurut keputusan instansi."),
    "jenis": ("Jenis instansi", ORANG, ""),
    "sptjm": (
        "Orang menurut SPTJM",
        ORANG,
        "Daftar final dipertanggungjawabkan pimpinan instansi dengan SPTJM; daftar lain masih sementara.",
    ),
    "sptjm-instansi": ("Instansi menurut SPTJM", INSTANSI, ""),
    "tahap": ("Tahap instansi", INSTANSI, "Menurut pengumuman terbaru tiap instansi."),
    "besar-daftar": ("Besar daftar", INSTANSI, "Instansi menurut banyaknya orang dalam daftarnya."),
}


class Topic(Struct, frozen=True, kw_only=True):
    """`kode`: name of its CSV file. `satuan`: orang or instansi."""

    kode: str
    judul: str
    satuan: str
    keterangan: str
    jumlah: Sum


def topics(agencies: Sequence[Agency]) -> tuple[Topic, ...]:
    """All topics over these agencies; the same topics in the same order whatever the agencies."""
    return (*_of_recaps(agencies), *_of_heads(agencies))


def _of_recaps(agencies: Sequence[Agency]) -> Iterator[Topic]:
    heads = [agency.heads for agency in agencies]
    for field, (judul, keterangan, order) in RECAPS.items():
        yield Topic(
            kode=field.replace("_", "-"),
            judul=judul,
            satuan=ORANG,
            keterangan=keterangan,
            jumlah=summed(heads, field, order),
        )


def _of_heads(agencies: Sequence[Agency]) -> Iterator[Topic]:
    """What the lists themselves give away is exact."""
    totals = [agency.newest.kepala.jumlah for agency in agencies]
    known = sum(it.ms + it.tms for it in totals)
    category = {
        KATEGORI["THK_II"]: sum(it.thk_ii for it in totals),
        KATEGORI["NON_ASN"]: sum(it.non_asn for it in totals),
    }
    status = {
        "Memenuhi syarat (MS)": sum(it.ms for it in totals),
        "Tidak memenuhi syarat (TMS)": sum(it.tms for it in totals),
        "Kode hasil seleksi": sum(it.semua for it in totals) - known,
    }
    signed = [WITH_SPTJM if _signed(it) else WITHOUT_SPTJM for it in agencies]
    states = [standing(it.heads).keadaan for it in agencies]
    sizes = [_size(it.newest.kepala.jumlah.semua) for it in agencies]
    counted = (
        ("kategori", category),
        ("status", status),
        ("jenis", _ordered(_people(agencies, map(_kind, agencies)), JENIS.values())),
        ("sptjm", _ordered(_people(agencies, signed), _SIGNED)),
        ("sptjm-instansi", _ordered(Counter(signed), _SIGNED)),
        ("tahap", _ordered(Counter(states), _STATES)),
        ("besar-daftar", _ordered(Counter(sizes), [name for _, name in _SIZES])),
    )
    for kode, counts in counted:
        yield _topic(kode, counts, len(agencies))


def _topic(kode: str, counts: dict[str, int], agencies: int) -> Topic:
    judul, satuan, keterangan = _HEADS[kode]
    hitungan = tuple(Count(name, number) for name, number in counts.items() if number)
    people = sum(counts.values()) if satuan == ORANG else 0
    total = Sum(hitungan=hitungan, orang=people, instansi=agencies, tersembunyi=0)
    return Topic(kode=kode, judul=judul, satuan=satuan, keterangan=keterangan, jumlah=total)


def _people(agencies: Iterable[Agency], values: Iterable[str]) -> Counter[str]:
    """People by a value of their agency."""
    counts = Counter[str]()
    for agency, value in zip(agencies, values, strict=True):
        counts[value] += agency.newest.kepala.jumlah.semua
    return counts


def _ordered(counts: Counter[str], order: Iterable[str]) -> dict[str, int]:
    return {name: counts[name] for name in dict.fromkeys((*order, *sorted(counts)))}


def _kind(agency: Agency) -> str:
    jenis = agency.newest.kepala.instansi.jenis
    return JENIS.get(jenis, jenis)


def _signed(agency: Agency) -> bool:
    return is_final(agency) and agency.newest.kepala.sptjm is not None


def is_final(agency: Agency) -> bool:
    """Whether the newest list of the instansi is the final one."""
    return standing(agency.heads).fase == FINAL


def _size(people: int) -> str:
    return next(name for least, name in reversed(_SIZES) if people >= least)
