"""A sheet's name as the name of a unit: "Kel. Medono" is one, "Sheet1" and "Data FINAL fix" are not."""

import re

_GENERAL = re.compile(
    r"(sheet|lembar|worksheet|table|tabel|page)[ _]*\d*|data.*|final.*|revisi.*|rekap.*|ref.*|master.*|template.*|form.*|format.*|import.*|export.*"
    r"|lampiran.*|daftar.*|non[ -]?asn.*|tenaga.*|honorer.*|nama.*|riwayat.*|utama.*|fix.*|draft.*|baru.*|lama.*|hasil.*|copy.*|salinan.*|tolakan.*|ditolak.*"
    r"|thk.*|k2.*|isian.*|input.*|isi.*|pegawai.*|ppnpn.*|orang.*|\W*\d*\W*|[ivx]+|[a-z]",
    re.IGNORECASE,
)
_AFTERTHOUGHT = re.compile(r"\s*\((lama|baru|fix|final|revisi|\d+)\)\s*$", re.IGNORECASE)


def sheet_unit(nama: str | None) -> str:
    """The unit a sheet's name stands for, empty when the name is a general one."""
    text = _AFTERTHOUGHT.sub("", " ".join((nama or "").split()))
    return "" if _GENERAL.fullmatch(text) else text
