"""Header texts and the fields they mean: synonyms, abbreviations, typos. Knows nothing of rows or people.

A field is a data field of the record, or one of the columns that only help to read a row (`ttl`, `nomor_urut` ...).
"""

import re
from functools import lru_cache
from typing import Final

from registry.normalise.text import clean

# Columns that carry no field of their own.
NUMBERING: Final = "nomor_urut"
BIRTH: Final = "ttl"
THK: Final = "thk_ii"
MARKED_L: Final = "laki_laki"
MARKED_P: Final = "perempuan"
BIRTH_PARTS: Final = ("hari_lahir", "bulan_lahir", "tahun_lahir")
IGNORED: Final = "abaikan"

_SYNONYMS: Final[dict[str, str]] = {
    NUMBERING: "nomor | nomor urut | urut | nourut | nu",
    "nik": (
        "nik | nomor ktp | ktp | nikppnpn | nikpppnpn | nik ppnpn | nomor induk kependudukan | nomor nik | nik ktp | nik e-ktp | nomor e-ktp |"
        " no identitas | nomor identitas | nik sesuai ktp | nik 16 digit | nik 16 angka | nik kependudukan | nomor induk kependudukan nik |"
        " nomor induk kependudukan ktp | nik pegawai | nik nomor induk kependudukan | nomor kependudukan"
    ),
    "nama": (
        "nama | nama lengkap | nama tanpa gelar | nama lengkap tanpa gelar | nmppnpn | nmpppnpn | nama ppnpn | nama pegawai | nama tenaga non asn |"
        " nama non asn | nama tenaga honorer | nama honorer | nama thl | nama guru | nama ptk | nama tenaga | nama sesuai ktp | nama dan gelar |"
        " nama lengkap dan gelar | nama lengkap sesuai ktp | nama beserta gelar | nama pekerja | nama karyawan | nama personil | nama petugas |"
        " nama lengkap dengan gelar | nama gelar | nama orang | nama pegawai non asn | nama tenaga kontrak | nama pegawai lengkap |"
        " nama lengkap pegawai | nama peserta"
    ),
    "gelar_depan": "gelar depan | glr depan",
    "gelar_belakang": "gelar belakang | glr belakang",
    "nomor_kk": "nomor kk | kk | nomor kartu keluarga | kartu keluarga",
    "nip": "nip | nipppk | nuptk | nip nuptk | nrp | nip ppnpn | nomor induk pegawai",
    THK: (
        "thk-ii | thk ii | thk2 | thk 2 | thk-2 | k2 | k-2 | k-ii | k ii | kategori | kategori 2 | kategori ii | status thk ii | eks k2 | eks k-ii | eks thk-ii |"
        " honorer k2 | tenaga honorer k2 | tenaga honorer kategori ii | kategori non asn | status k2 | thk-ii non asn | status honorer | k2 non k2"
    ),
    "nomor_thk_ii": (
        "nomor peserta thk-ii | nomor thk-ii | nomor thk ii | nomor peserta thk ii | nomor peserta | nomor tes thk-ii | nomor peserta k2 |"
        " nomor k2 | nomor peserta ujian thk-ii | nomor tes k2 | nomor peserta tes thk ii | nomor peserta thk2 | nomor ujian thk ii | nomor thk2"
    ),
    BIRTH: (
        "ttl | tempat tanggal lahir | tempat dan tanggal lahir | tempat tgl lahir | tmp tanggal lahir | tempat lahir tanggal lahir | t t l |"
        " tempat & tanggal lahir | kelahiran | lahir | tempat tanggal bulan tahun lahir | tempat lahir dan tanggal lahir"
    ),
    "tempat_lahir": "tempat lahir | tmp lahir | tmpt lahir | tmp lhr | tempat lhr | kota lahir | lahir tempat | tempat kelahiran | kota kelahiran | lahir di",
    "tanggal_lahir": (
        "tanggal lahir | tanggal lhr | tgllahir | tgl lahir | tanggal bulan tahun lahir | lahir tanggal | tanggal kelahiran | tgl bln thn lahir |"
        " tanggal lahir dd-mm-yyyy | tgllhr | lahir tgl"
    ),
    "jenis_kelamin": "jenis kelamin | jk | l/p | l p | sex | kelamin | gender | j k | jenis kel | lk/pr | jns kelamin | p/l | jenkel | l/k | lk pr | jeniskelamin",
    # A mark in one of two columns under "Jenis Kelamin", and a date in three.
    MARKED_L: "l | lk | laki laki | pria | jenis kelamin l | jenis kelamin lk | jenis kelamin laki laki | jenis kelamin pria | l/p l | jk l | kelamin l",
    MARKED_P: "p | pr | perempuan | wanita | jenis kelamin p | jenis kelamin pr | jenis kelamin perempuan | jenis kelamin wanita | l/p p | jk p | kelamin p",
    "hari_lahir": "tanggal lahir tanggal | tanggal lahir hari | tanggal lahir tg",
    "bulan_lahir": "tanggal lahir bulan | bulan lahir",
    "tahun_lahir": "tanggal lahir tahun | tahun lahir",
    "pendidikan": (
        "pendidikan | jenjang | pendidikan terakhir | pendidikan jenjang | jenjang pendidikan | tingkat pendidikan | pendidikan tingkat | ijazah terakhir |"
        " ijazah | tingkat ijazah | pendidikan akhir | jenjang pendidikan terakhir | pendidikan terakhir jenjang | tk pendidikan | strata | kualifikasi pendidikan"
    ),
    "jurusan": "jurusan | program studi | prodi | jurusan prodi | bidang studi | fakultas jurusan",
    "nomor_ijazah": "nomor ijazah | nomor ijasah | ijazah nomor | nomor seri ijazah | pendidikan nomor ijazah",
    "tanggal_lulus": "tanggal lulus | tanggal ijazah | tahun lulus | tahun ijazah | lulus | ijazah tanggal | tanggal kelulusan | pendidikan tahun lulus | pendidikan tahun",
    "sekolah_atau_unit": "sekolah",
    "sekolah": (
        "sekolah universitas | universitas | perguruan tinggi | nama perguruan tinggi | sekolah perguruan tinggi | asal sekolah | nama sekolah universitas |"
        " lembaga pendidikan | almamater | universitas sekolah | nama universitas | pendidikan sekolah | pendidikan universitas | institusi pendidikan | pendidikan nama sekolah"
    ),
    "nomor_sk": (
        "nomor sk | sk pengangkatan | nomor sk pengangkatan | sk nomor | sk pengangkatan nomor | nomor surat keputusan | nomor dan tanggal sk | nomor tanggal sk | tanggal dan nomor sk | tanggal nomor sk | sk | surat keputusan |"
        " nomor sk pertama | nomor kontrak | sk awal | surat keputusan nomor | nomor perjanjian kerja | nomor sk terakhir | kontrak nomor | dasar pengangkatan | sk kontrak nomor"
    ),
    "tanggal_sk": (
        "tanggal sk | sk tanggal | sk pengangkatan tanggal | tanggal surat keputusan | tanggal sk pengangkatan | surat keputusan tanggal | tanggal kontrak |"
        " kontrak tanggal | tanggal penetapan sk | sk kontrak tanggal"
    ),
    "tanggal_mulai": (
        "tanggal mulai | tmt | mulai kerja | mulai bekerja | tanggal mulai kontrak | tahun masuk | tanggal mulai kerja | tmt sk | sk tmt |"
        " sk pengangkatan tmt | mulai | tmt pengangkatan | tanggal mulai bekerja | tanggal masuk | mulai tugas | mulai kontrak | awal kontrak |"
        " terhitung mulai tanggal | tmt kerja | tmt mulai | tanggal awal | masa kerja mulai | periode mulai | kontrak mulai | mulai tanggal | tmt awal |"
        " tahun mulai bekerja | tahun pengangkatan | thn masuk | mulai bertugas | masa kontrak mulai | tahun mulai | masuk kerja | sejak"
    ),
    "tanggal_akhir": (
        "tanggal akhir | akhir kontrak | tanggal akhir kontrak | tanggal berakhir | tanggal selesai | sampai | sampai dengan | selesai | akhir | berakhir |"
        " s/d | masa kerja akhir | tmt akhir | periode akhir | kontrak akhir | kontrak berakhir | masa kerja sampai | sk akhir | masa kontrak akhir |"
        " masa kerja selesai | masa kontrak sampai | masa kontrak selesai | tmt sampai | tmt selesai | kontrak selesai | kontrak sampai"
    ),
    "pendidikan_sk": "pendidikan menurut sk | pendidikan sk | pendidikan sesuai sk | pendidikan dalam sk | pendidikan pada sk | sk pendidikan | pendidikan saat sk",
    "jabatan": (
        "jabatan | tugas | pekerjaan | formasi | formasi jabatan | nama jabatan | jabatan tugas | jabatan saat ini | posisi | jabatan pekerjaan | uraian tugas | tugas pokok |"
        " jabatan non asn | jenis pekerjaan | jenis tugas | jabatan dalam sk | jabatan menurut sk | jenis jabatan | jabatan sesuai sk | tugas jabatan | bidang tugas |"
        " profesi | jenis tenaga | jabatan terakhir | sk jabatan"
    ),
    "konversi_jabatan": "konversi jabatan asn | konversi jabatan | jabatan asn | konversi | padanan jabatan | jabatan konversi | penyetaraan jabatan",
    "unit_kerja": (
        "unit kerja | skpd | opd | satker | tempat tugas | penempatan | satuan kerja | nama sekolah | instansi | tempat kerja | unit | unit organisasi |"
        " nama unit | unit kerja penempatan | lokasi kerja | perangkat daerah | unit kerja skpd | unit kerja opd | dinas | bagian | bidang | lokasi tugas |"
        " instansi unit kerja | nama opd | nama skpd | nama unit kerja | puskesmas | sekolah tempat tugas | tempat bertugas | opd unit kerja | skpd unit kerja |"
        " unit penempatan | tempat tugas sekarang | asal instansi | lembaga"
    ),
    "penanda_tangan": (
        "penanda tangan sk | jabatan penanda tangan sk | penandatangan sk | penanda tangan | pejabat penanda tangan | yang menandatangani | penandatangan |"
        " pejabat yang menandatangani | jabatan penandatangan sk | pejabat penandatangan sk | sk penanda tangan | ditandatangani oleh | jabatan penandatangan |"
        " pejabat penetap | sk pejabat | jabatan penanda tangan"
    ),
    "jenis_penanda_tangan": "jenis jabatan penanda tangan | jenis jabatan penandatangan | jenis penanda tangan | jenis jabatan penanda tangan sk | jenis jabatan penandatangan sk",
    "sumber_gaji": (
        "sumber gaji | gaji | gaji dari | sumber dana | sumber anggaran | sumber honor | asal gaji | sumber penggajian | anggaran | sumber pembiayaan |"
        " sumber dana gaji | sumber pendanaan | pembiayaan | dibayar dari | pembayaran gaji | sumber honorarium | sumber upah | gaji sumber | mekanisme pembayaran | pembayaran | pembayaran honor | sistem penggajian"
    ),
    "nominal_gaji": "besaran gaji | jumlah gaji | nominal gaji | gaji per bulan | honor per bulan | besar gaji | honor | honorarium | besaran honor | upah | gaji pokok | gaji besaran | gaji jumlah",
    "nomor_hp": (
        "nomor hp | hp | telepon | nomor telepon | telp | nomor telp | nomor handphone | handphone | nomor wa | wa | whatsapp | kontak | nomor kontak |"
        " nomor hp wa | nomor telepon hp | nomor ponsel | telp hp | hp wa | nomor whatsapp | nomor telp hp | tlp | nomor tlp"
    ),
    "email": "email | e-mail | surel | alamat email | alamat surel | alamat e-mail | e mail",
    "alamat": "alamat | alamat rumah | alamat lengkap | alamat domisili | alamat ktp | alamat tinggal | tempat tinggal | domisili | alamat sesuai ktp",
    "file_ijazah": "file ijazah | berkas ijazah | scan ijazah | unggah ijazah",
    "file_sk": "file sk | berkas sk | scan sk | unggah sk",
    "file_bukti_bayar": "file bukti bayar | bukti bayar | berkas bukti bayar | bukti pembayaran | file bukti pembayaran | scan bukti bayar | bukti gaji",
    "keterangan": "keterangan | ket | catatan | keterangan lain | keterangan lainnya | ket lain",
    "aktif": "aktif | status aktif | masih bekerja | masih aktif | status keaktifan | keaktifan | aktif tidak aktif | masih bekerja ya tidak",
    "masa_kerja": "masa kerja | lama kerja | lama bekerja | masa kerja tahun | masa kerja bulan | masa kerja golongan | lama bertugas",
    IGNORED: (
        "usia | umur | agama | status perkawinan | status pernikahan | status kawin | golongan darah | npwp | nomor rekening | rekening | nama bank | bank | jumlah |"
        " golongan | pangkat | nomor bpjs | bpjs | status | alasan penolakan | alasan | nama ibu kandung | kecamatan | kelurahan | kabupaten | provinsi | rt | rw"
    ),
}  # fmt: skip

_ABBREVIATIONS: Final = {
    "no": "nomor", "nmr": "nomor", "nom": "nomor", "nomer": "nomor", "num": "nomor", "number": "nomor",
    "tgl": "tanggal", "tggl": "tanggal", "tg": "tanggal", "tangal": "tanggal", "tgl/bln/thn": "tanggal",
    "thn": "tahun", "th": "tahun", "bln": "bulan", "lhr": "lahir", "tmp": "tempat", "tmpt": "tempat", "tpt": "tempat",
    "pend": "pendidikan", "pendd": "pendidikan", "pddkn": "pendidikan", "pddk": "pendidikan", "pendidkan": "pendidikan", "didik": "pendidikan",
    "jns": "jenis", "jen": "jenis", "klmn": "kelamin", "kel": "kelamin", "klm": "kelamin", "nm": "nama", "name": "nama",
    "jab": "jabatan", "jbt": "jabatan", "jbtn": "jabatan", "ktrgn": "keterangan", "ket": "keterangan",
    "telpon": "telepon", "telephone": "telepon", "telefon": "telepon", "hape": "hp", "phone": "telepon",
    "penandatangan": "penanda tangan", "ttd": "penanda tangan", "almt": "alamat", "ijasah": "ijazah", "univ": "universitas",
    "pt": "perguruan tinggi", "kerj": "kerja", "satuankerja": "satuan kerja", "unitkerja": "unit kerja",
    "tempatlahir": "tempat lahir", "tanggallahir": "tanggal lahir", "tgllahir": "tanggal lahir", "namalengkap": "nama lengkap",
    "tanggalmulai": "tanggal mulai", "tanggalakhir": "tanggal akhir", "sumbergaji": "sumber gaji", "nomorhp": "nomor hp", "nohp": "nomor hp",
    "noktp": "nomor ktp", "nosk": "nomor sk", "nokk": "nomor kk", "peg": "pegawai", "pgw": "pegawai",
}  # fmt: skip
_NOISE: Final = frozenset(
    {"wajib", "diisi", "isi", "contoh", "format", "dd", "mm", "yyyy", "ddmmyyyy", "hh", "tahunbulan"}
)
_PARENTHESES: Final = re.compile(r"[(\[][^)\]]*[)\]]")
_SPLIT: Final = re.compile(r"[^a-z0-9&/]+")


def _phrase(text: str) -> str:
    words = [_ABBREVIATIONS.get(word, word) for word in _SPLIT.split(text.replace("/", " ").replace("-", " ")) if word]
    if len(words) > 2 and all(len(word) == 1 for word in words):
        return "".join(words)
    return " ".join(word for word in words if word not in _NOISE)


def _table() -> dict[str, str]:
    table: dict[str, str] = {}
    for field, texts in _SYNONYMS.items():
        for text in texts.split("|"):
            table.setdefault(_phrase(text.strip()), field)
        table.setdefault(field.replace("_", " "), field)
    return table


_BY_PHRASE: Final = _table()
_BY_WORDS: Final = {
    tuple(sorted(phrase.split())): field for phrase, field in reversed(_BY_PHRASE.items()) if " " in phrase
}
_FUZZY: Final = tuple(phrase for phrase in _BY_PHRASE if len(phrase) >= 5)
# What an operator may say a column holds.
CHOICES: Final = tuple(field for field in _SYNONYMS if field != "sekolah_atau_unit")
_MAX_HEADER: Final = 80
# Words that change nothing behind or in front of a known wording, and first words that alone tell the field.
_BEHIND: Final = re.compile(
    r" (saat ini|sekarang|terbaru|aktif|pertama( kali)?|awal|terakhir|lengkap|ybs|yang bersangkutan|(jika|bila|kalau) ada|(sesuai|menurut|pada|di) (e )?(ktp|sk|ijazah)( el)?"
    r"|((tenaga|pegawai) )?(non asn|honorer|kontrak)|tenaga|pegawai|guru|karyawan|gtt|ptt|thl|phl|tks|ptk|pengangkatan|tugas)$"
)
_IN_FRONT: Final = frozenset({"nama", "lokasi", "data"})
_HEADS: Final = {"tmt": "tanggal_mulai", "sumber": "sumber_gaji"}
_SLASHED: Final = re.compile(r"(\w+)\W*/\W*(\w+)")


@lru_cache(maxsize=4096)
def field_of(text: str) -> tuple[str, int]:
    """The field a header text means and how surely (100: a known wording, less: a likely typo, 0: unknown)."""
    if len(text) > _MAX_HEADER:
        return "", 0
    plain = clean(text).casefold().strip(" :*.'\"")
    bare = _PARENTHESES.sub(" ", plain)
    for candidate in dict.fromkeys((_phrase(plain), _phrase(bare))):
        if candidate in _BY_PHRASE:
            return _BY_PHRASE[candidate], 100
    field = _qualified(_phrase(bare)) or _alternative(bare)
    return (field, 96) if field else _nearest(_phrase(bare))


def _qualified(phrase: str) -> str:
    """A known wording with words around it that change nothing: "Jabatan saat ini", "No. HP aktif", "Lokasi Penempatan"."""
    before = ""
    while phrase != before:
        if phrase in _BY_PHRASE:
            return _BY_PHRASE[phrase]
        if (words := tuple(sorted(phrase.split()))) in _BY_WORDS:
            return _BY_WORDS[words]
        before, phrase = phrase, _BEHIND.sub("", phrase)
    first, _, rest = before.partition(" ")
    return _BY_PHRASE.get(rest, "") if first in _IN_FRONT else _HEADS.get(first, "")


def _alternative(text: str) -> str:
    """What most of the alternatives mean, or the first: "Sekolah/Unit Kerja", "Nama Guru/Pegawai", "SK/Kontrak Tanggal"."""
    if "/" not in text:
        return ""
    words = re.split(r"\s*/\s*", text)
    versions = [_SLASHED.sub(group, text) for group in (r"\1", r"\2")] if len(words) == 2 else []
    meant = [_known(version) for version in (*versions, *words)]
    fields = [field for field in meant if field not in ("", NUMBERING, IGNORED)]
    if not fields:
        return ""
    for told in ("nik", "unit_kerja"):  # Rather than NIP and the school that may be of the diploma.
        if told in fields:
            return told
    return max(fields, key=fields.count)


def _known(text: str) -> str:
    phrase = _phrase(text)
    return _BY_PHRASE.get(phrase, "") or _qualified(phrase)


def _nearest(phrase: str) -> tuple[str, int]:
    """A wording one or two slips away. Short words and words with digits are never guessed."""
    if len(phrase) < 5 or any(c.isdigit() for c in phrase) or len(phrase.split()) > 6:
        return "", 0
    from rapidfuzz import fuzz  # noqa: PLC0415 - only for headers that no synonym knows

    score, best = max((fuzz.ratio(phrase, known, score_cutoff=85), known) for known in _FUZZY)
    return (_BY_PHRASE[best], int(score) - 1) if score else ("", 0)
