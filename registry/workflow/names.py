"""How the states are called before a person: the words of screens, messages and history."""

from registry.model.codes import AlasanCoret, Fase, StatusMasukan, StatusPegawai

FASE: dict[Fase, str] = {
    Fase.PENDAFTARAN: "Pendaftaran",
    Fase.UJI_PUBLIK: "Uji publik",
    Fase.PERPANJANGAN: "Perpanjangan uji publik",
    Fase.MENUNGGU_SPTJM: "Menunggu SPTJM",
    Fase.FINAL: "Final",
}

STATUS_PEGAWAI: dict[StatusPegawai, str] = {
    StatusPegawai.DRAF: "Draf",
    StatusPegawai.TERVERIFIKASI: "Terverifikasi",
    StatusPegawai.DIKEMBALIKAN: "Dikembalikan",
    StatusPegawai.DICORET: "Dicoret",
}

STATUS_MASUKAN: dict[StatusMasukan, str] = {
    StatusMasukan.DITERIMA_MASUK: "Menunggu keputusan",
    StatusMasukan.DIKABULKAN: "Dikabulkan",
    StatusMasukan.DITOLAK: "Ditolak",
}

ALASAN_CORET: dict[AlasanCoret, str] = {
    AlasanCoret.MENINGGAL: "Meninggal dunia",
    AlasanCoret.PINDAH: "Pindah ke instansi lain",
    AlasanCoret.KELUAR: "Keluar atau berhenti",
    AlasanCoret.GANDA: "Tercatat ganda",
    AlasanCoret.SANGGAHAN_DITERIMA: "Sanggahan diterima",
}
