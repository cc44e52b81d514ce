"""How the board of units reads: columns, the lines of sums, the files of one unit. No widgets, no store."""

from collections.abc import Callable, Iterator
from zoneinfo import ZoneInfo

from textual.content import Content

from registry.desk.papan_unit import (
    ADA_TOLAKAN,
    BELUM_MENGIRIM,
    DIKEMBALIKAN,
    MENUNGGU,
    SELESAI,
    Baris,
    BarisUnit,
    BerkasUnit,
    Orang,
    Papan,
)
from tui.widgets.columns import Column, Tone
from tui.words import TONE_STYLE, number

KEADAAN_TONE: dict[str, Tone] = {
    BELUM_MENGIRIM: "bad",
    ADA_TOLAKAN: "bad",
    MENUNGGU: "warn",
    DIKEMBALIKAN: "warn",
    SELESAI: "good",
}


def columns(zona: str) -> tuple[Column[BarisUnit], ...]:
    """The columns of the board. zona: of the instansi, for the moments files came."""
    zone = ZoneInfo(zona)
    return (
        Column("unit", "Unit kerja", lambda row: row.unit, width=18, grow=2, ends=True),
        Column(
            "masuk", "Masuk", lambda row: "belum" if row.belum_mengirim else number(row.baris.masuk), width=6, right=True,
            sort=lambda row: -1 if row.belum_mengirim else row.baris.masuk, tone=_arrived_tone,
        ),
        _count("terima", "Terima", lambda row: row.baris.diterima),
        _count("tolak", "Tolak", lambda row: row.baris.ditolak, "bad"),
        _count("tunggu", "Tunggu", lambda row: row.baris.menunggu, "warn"),
        _count("kembali", "Kembali", lambda row: row.orang.dikembalikan, "warn", width=7),
        _count("verifikasi", "Verif", lambda row: row.orang.terverifikasi, "good"),
        _count("orang", "Orang", lambda row: row.orang.jumlah),
        Column(
            "keadaan", "Keadaan", lambda row: row.keadaan, width=16, from_width=98,
            tone=lambda row: KEADAAN_TONE.get(row.keadaan, ""),
        ),
        Column("waktu", "Terakhir", lambda row: _moment(row.terakhir, zone), width=14, from_width=112, sort=_when),
        Column("berkas", "Berkas", lambda row: row.terakhir.berkas if row.terakhir else "", width=18, grow=1, from_width=140),
    )  # fmt: skip


def _count(
    key: str, title: str, count: Callable[[BarisUnit], int], tone: Tone = "", width: int = 6
) -> Column[BarisUnit]:
    def toned(row: BarisUnit) -> Tone:
        return tone if count(row) else "muted"

    return Column(key, title, lambda row: number(count(row)), width=width, right=True, sort=count, tone=toned)


def _arrived_tone(row: BarisUnit) -> Tone:
    if row.belum_mengirim:
        return "bad"
    return "" if row.baris.masuk else "muted"


def _moment(berkas: BerkasUnit | None, zone: ZoneInfo) -> str:
    return f"{berkas.waktu.astimezone(zone):%d-%m-%y %H.%M}" if berkas else ""


def _when(row: BarisUnit) -> int:
    return int(row.terakhir.waktu.timestamp()) if row.terakhir else 0


def sum_lines(papan: Papan) -> Content:
    """All units together: rows and what they are, people, and how the rows read come out."""
    parts = [Content.assemble(" ", (number(papan.baris.masuk), "bold"), " baris masuk = "), _rows(papan.baris)]
    read = f" {number(papan.berkas)} berkas, {number(papan.dibaca)} baris dibaca: {number(papan.baris.masuk)} masuk"
    if papan.baris.ulang:
        read += f", {number(papan.baris.ulang)} datang lagi"
    lines = [
        Content("").join(parts),
        Content(" ") + _people(papan.orang),
        Content.styled(f"{read}, {number(papan.dilewati)} bukan data", "$foreground 70%"),
    ]
    if papan.belum_mengirim:
        style = TONE_STYLE[KEADAAN_TONE[BELUM_MENGIRIM]]
        lines[1] += Content.styled(f" · {number(papan.belum_mengirim)} unit belum mengirim", style)
    return Content("\n").join(lines)


def _rows(baris: Baris) -> Content:
    return Content(" + ").join(
        [
            Content.assemble((number(baris.diterima), "bold"), (" diterima", TONE_STYLE["good"])),
            Content.assemble((number(baris.ditolak), "bold"), (" ditolak", TONE_STYLE["bad"])),
            Content.assemble((number(baris.menunggu), "bold"), (" menunggu", TONE_STYLE["warn"])),
        ]
    )


def _people(orang: Orang) -> Content:
    return Content.assemble(
        (number(orang.jumlah), "bold"), " orang: ",
        (number(orang.terverifikasi), "bold"), " terverifikasi, ",
        (number(orang.dikembalikan), "bold"), " dikembalikan",
    )  # fmt: skip


def unit_lines(row: BarisUnit, zona: str, *, listed: bool) -> Content:
    """One unit with its files, the newest first. listed: the agency keeps a list of expected units."""
    return Content("\n").join(list(_unit_lines(row, ZoneInfo(zona), listed=listed)))


def _unit_lines(row: BarisUnit, zone: ZoneInfo, *, listed: bool) -> Iterator[Content]:
    state = (row.keadaan, TONE_STYLE[KEADAAN_TONE.get(row.keadaan, "")])
    outside = " · di luar daftar unit" if listed and not row.diharapkan else ""
    yield Content.assemble((row.unit, "bold"), " · ", state, (outside, "$foreground 70%"))
    yield _people(row.orang)
    for part in row.berkas:
        yield Content.assemble(
            (f"{part.waktu.astimezone(zone):%d-%m-%Y %H.%M}  ", "$foreground 70%"), (part.berkas, "bold"), "  ", *_outcomes(part.baris),
        )  # fmt: skip
    if not row.berkas:
        yield Content.styled("Belum ada berkas yang memuat baris unit ini.", "$foreground 70%")


def _outcomes(baris: Baris) -> Iterator[str | tuple[str, str]]:
    counts: tuple[tuple[int, str, Tone], ...] = (
        (baris.diterima, "diterima", "good"),
        (baris.ditolak, "ditolak", "bad"),
        (baris.menunggu, "menunggu", "warn"),
        (baris.ulang, "datang lagi", "muted"),
    )
    found = [(f"{number(count)} {word}", TONE_STYLE[tone]) for count, word, tone in counts if count]
    for place, part in enumerate(found):
        if place:
            yield ", "
        yield part
