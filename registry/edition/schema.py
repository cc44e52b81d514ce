"""JSON Schema (2020-12) of `pengumuman/1`, for everyone who reads the published file with other software.

Written out by hand, for it is documentation; a test holds it and the types together.
"""

import json
from functools import cache
from typing import Any, Final

from registry.edition.codes import (
    ALASAN_DIHAPUS,
    ALASAN_DITAMBAHKAN,
    JENIS,
    KATEGORI,
    KODE_PATTERN,
    NOMOR_PATTERN,
    ORANG,
    SIDIK_PATTERN,
    STATUS_PATTERN,
    TAHAP,
)
from registry.edition.types import FORMAT

Schema = dict[str, Any]

SCHEMA_ID: Final = "urn:pendataan:pengumuman:1"


@cache
def schema_json() -> bytes:
    """The schema as it is published: UTF-8, indented, the same bytes every time."""
    return json.dumps(schema(), ensure_ascii=False, indent=2).encode() + b"\n"


def schema() -> Schema:
    """The schema as a dict."""
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": SCHEMA_ID,
        "title": "Pengumuman pendataan tenaga non-ASN",
        "description": (
            "Daftar tenaga non-ASN satu instansi pada satu saat. Berkas ini baku: UTF-8 NFC, kunci terurut, tanpa spasi yang "
            "tidak perlu, diakhiri satu baris baru; sidiknya adalah SHA-256 dari seluruh isi berkas. Pendataan ini bukan "
            "pengangkatan sebagai ASN."
        ),
        **_object(_edition(), optional=("alasan",)),
        "allOf": [_sptjm_belongs_to_final()],
        "$defs": {
            "orang": {"description": "Satu orang dalam daftar.", **_object(_orang())},
            "sel": {"description": "Satu baris tabel rekap.", **_object(_cell())},
            "tabel": {
                "description": (
                    "Tabel satu arah. Jumlah null berarti disembunyikan untuk melindungi perorangan (jumlah 1-4, atau agar jumlah "
                    "seperti itu tidak dapat dihitung kembali). Tabel kosong berarti seluruhnya tidak ditayangkan."
                ),
                "type": "array",
                "items": {"$ref": "#/$defs/sel"},
            },
        },
    }


def _edition() -> Schema:
    return {
        "format": {"description": "Nama dan versi bentuk data ini.", "const": FORMAT},
        "periode": _text("Kode periode pendataan, misalnya 2022."),
        "instansi": {"description": "Instansi penerbit.", **_object(_instansi())},
        "tahap": {
            "description": "prafinalisasi: masih dapat berubah; final: tidak dapat berubah lagi.",
            "enum": list(TAHAP),
        },
        "edisi": {"description": "Nomor urut edisi instansi ini, mulai dari 1.", "type": "integer", "minimum": 1},
        "nomor": _text("Nomor surat pengumuman."),
        "tanggal": _date("Tanggal surat pengumuman."),
        "uji_publik": {
            "description": "Masa usulan dan sanggahan.",
            **_object({"mulai": _moment("Saat pertama."), "selesai": _moment("Saat terakhir yang masih dihitung.")}),
        },
        "terbit": _moment("Saat daftar dibekukan."),
        "jurnal": {
            "description": "Kepala jurnal instansi saat daftar dibekukan; pengikat antara pengumuman dan catatan instansi.",
            **_object({"seq": {"type": "integer", "minimum": 1}, "head": _fingerprint("Sidik entri terakhir.")}),
        },
        "sebelumnya": {
            "description": "Sidik edisi sebelumnya; kosong untuk edisi pertama.",
            "type": "string",
            "pattern": f"^$|{SIDIK_PATTERN}",
        },
        "sptjm": {
            "description": "Surat Pernyataan Tanggung Jawab Mutlak; hanya pada edisi final.",
            "oneOf": [{"type": "null"}, _object(_sptjm())],
        },
        "rekap": {"description": "Jumlah orang menurut satu hal.", **_object(_recap())},
        "jumlah": {"description": "Jumlah seluruh daftar.", **_object(_totals())},
        "daftar": {
            "description": "Orang yang terdaftar, terurut menurut nomor pendaftaran.",
            "type": "array",
            "items": {"$ref": "#/$defs/orang"},
        },
        "alasan": {
            "description": (
                "Banyaknya orang yang ditambahkan dan dihapus sejak edisi sebelumnya menurut golongan alasan. Tidak ada pada edisi "
                "pertama dan pada edisi yang terbit sebelum tabel ini dikenal. Yang berubah dapat dihitung dari kedua daftar."
            ),
            **_object(_reasons()),
        },
    }


def _instansi() -> Schema:
    return {
        "kode": {
            "description": "Kode Kemendagri tanpa titik (3375) atau nama singkat (KEMENAG).",
            "type": "string",
            "pattern": KODE_PATTERN,
        },
        "nama": _text("Nama resmi."),
        "jenis": {"description": "Jenis instansi.", "enum": list(JENIS)},
        "wilayah": _text("Nama provinsi; kosong untuk instansi pusat.", empty=True),
        "zona": _text("Zona waktu menurut IANA, misalnya Asia/Jakarta."),
        "alamat_masukan": _text("Tempat menyampaikan usulan dan sanggahan.", empty=True),
    }


def _orang() -> Schema:
    closed: Schema = {
        "nomor": {"pattern": NOMOR_PATTERN},
        "nama": {"minLength": 1},
        "kategori": {"enum": list(KATEGORI)},
        "status": {"pattern": STATUS_PATTERN},
    }
    return {name: {"description": text, "type": "string", **closed.get(name, {})} for name, text in ORANG.items()}


def _cell() -> Schema:
    return {
        "nilai": _text("Nilai yang dihitung."),
        "jumlah": {
            "description": "Banyaknya orang, atau null.",
            "oneOf": [{"type": "null"}, {"type": "integer", "minimum": 5}],
        },
    }


def _sptjm() -> Schema:
    return {
        "nomor": _text("Nomor surat."),
        "tanggal": _date("Tanggal surat."),
        "sha256": _fingerprint("Sidik pindaian surat; pindaiannya sendiri tidak dipublikasikan."),
    }


def _recap() -> Schema:
    tables = {
        "unit_kerja": "Menurut unit kerja.",
        "jabatan": "Menurut kelompok jabatan.",
        "pendidikan": "Menurut pendidikan terakhir.",
        "jenis_kelamin": "Menurut jenis kelamin.",
        "kelompok_usia": "Menurut usia pada tanggal batas periode.",
        "masa_kerja": "Menurut masa kerja sampai tanggal batas periode.",
        "sumber_gaji": "Menurut sumber gaji.",
    }
    return {name: {"description": text, "$ref": "#/$defs/tabel"} for name, text in tables.items()}


def _reasons() -> Schema:
    tables = {
        "ditambahkan": (
            "Di antara yang nomornya lebih tinggi daripada semua yang pernah terdaftar.",
            ALASAN_DITAMBAHKAN,
        ),
        "dihapus": ("Di antara yang tidak lagi terdaftar.", ALASAN_DIHAPUS),
    }
    return {
        name: {
            "description": f"{text} " + "; ".join(f"{code}: {meaning}" for code, meaning in codes.items()) + ".",
            "$ref": "#/$defs/tabel",
            "items": {"properties": {"nilai": {"enum": list(codes)}}},
        }
        for name, (text, codes) in tables.items()
    }


def _totals() -> Schema:
    texts = {
        "semua": "Semua orang dalam daftar.",
        "thk_ii": "Di antaranya THK-II.",
        "non_asn": "Di antaranya non-ASN lainnya.",
        "ms": "Di antaranya memenuhi syarat.",
        "tms": "Di antaranya tidak memenuhi syarat.",
    }
    return {name: {"description": text, "type": "integer", "minimum": 0} for name, text in texts.items()}


def _sptjm_belongs_to_final() -> Schema:
    return {
        "if": {"properties": {"tahap": {"const": "final"}}},
        "then": {"properties": {"sptjm": {"type": "object"}}},
        "else": {"properties": {"sptjm": {"type": "null"}}},
    }


def _object(properties: Schema, *, optional: tuple[str, ...] = ()) -> Schema:
    """Exactly these keys, the optional ones or not."""
    return {
        "type": "object",
        "additionalProperties": False,
        "required": [name for name in properties if name not in optional],
        "properties": properties,
    }


def _text(description: str, *, empty: bool = False) -> Schema:
    return {"description": description, "type": "string", "minLength": 0 if empty else 1}


def _date(description: str) -> Schema:
    return {"description": description, "type": "string", "format": "date", "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"}


def _moment(description: str) -> Schema:
    pattern = "^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}(Z|[+-][0-9]{2}:[0-9]{2})$"
    return {"description": description, "type": "string", "format": "date-time", "pattern": pattern}


def _fingerprint(description: str) -> Schema:
    return {"description": description, "type": "string", "pattern": SIDIK_PATTERN}
