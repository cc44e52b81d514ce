"""A finding: one fault or remark about one value. Everything found is reported, never only the first."""

from msgspec import Struct


class Finding(Struct, frozen=True, gc=False, order=True, omit_defaults=True):
    """One remark.

    kode: stable kebab-case code (`nik-bukan-16-angka`), never reused with another meaning.
    kolom: the data field it is about (`nik`, `tanggal_lahir`), empty when it is about the whole row.
    nilai: the value as it was seen, as text.
    pesan: a plain Indonesian sentence: what is wrong and what to do.
    sumber: the letter or rule it rests on, for eligibility findings; empty otherwise.
    """

    kode: str
    kolom: str = ""
    nilai: str = ""
    pesan: str = ""
    sumber: str = ""

    def as_json(self) -> dict[str, str]:
        """The four fields a program gets, empty ones included."""
        return {"kode": self.kode, "kolom": self.kolom, "nilai": self.nilai, "pesan": self.pesan}
