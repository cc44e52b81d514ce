"""What becomes of a row of the second table (riwayat): a decree for a known person's work history, or a refusal."""

from msgspec import structs

from registry.intake import history
from registry.intake.draft import Draft, decree_of
from registry.intake.outcome import People, Verdict, decree_changes, same_name
from registry.model.codes import Hasil, StatusPegawai
from registry.model.finding import Finding
from registry.model.pegawai import Riwayat
from registry.normalise.names import similar


def decide_decree(draft: Draft, people: People) -> Verdict:
    """The outcome of one decree. Adds findings to the draft."""
    decree = decree_of(draft)
    if decree is None:
        draft.temuan.append(Finding("sk-kosong", "nomor_sk", "", "Baris ini tidak memuat nomor SK maupun tanggalnya."))
        return Verdict(draft, Hasil.DITOLAK, nik=draft.nik)
    if not draft.nik:
        return Verdict(draft, Hasil.DITOLAK)
    owner = people.by_nik(draft.nik)
    if owner is None:
        pesan = "Tidak ada orang dengan NIK ini. Impor dulu data utamanya, lalu impor lagi riwayatnya."
        draft.temuan.append(Finding("orang-tidak-dikenal", "nik", draft.nik, pesan))
        return Verdict(draft, Hasil.DITOLAK, nik=draft.nik)
    riwayat = history.merge(owner.riwayat, decree)
    calon = structs.replace(owner, riwayat=riwayat)
    changes = tuple(decree_changes(owner.riwayat, riwayat, (*history.FIELDS, *history.SHARED)))
    sebab = _doubt(draft, decree, owner.nama, crossed=owner.status is StatusPegawai.DICORET)
    if sebab:
        return Verdict(draft, Hasil.MENUNGGU, draft.nik, calon, sebab, owner, (decree,), changes)
    if riwayat == owner.riwayat:
        return Verdict(draft, Hasil.SAMA, nik=draft.nik, lawan=owner, riwayat=(decree,))
    people.take(calon)
    return Verdict(draft, Hasil.DIPERBARUI, draft.nik, calon, "", owner, (decree,), changes)


def _doubt(draft: Draft, decree: Riwayat, nama: str, *, crossed: bool) -> str:
    """The code that makes the decree wait, with its finding put on the draft."""
    if crossed:
        pesan = f"NIK ini milik {nama} yang sudah dicoret. Putuskan: pulihkan atau tolak."
        draft.temuan.insert(0, Finding("nik-sudah-dicoret", "nik", draft.nik or "", pesan))
    elif draft.nama and not same_name(draft.nama, nama) and not similar(draft.nama, nama):
        pesan = f"NIK ini milik {nama}, namanya berbeda. Cocokkan dengan KTP, lalu putuskan."
        draft.temuan.insert(0, Finding("nik-sama-nama-beda", "nama", draft.nama, pesan))
    else:
        draft.temuan[:0] = history.wrong_way_round(decree)
        return ""
    return draft.temuan[0].kode
