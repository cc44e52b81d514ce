"""What stands where in a person's form, and what each field wants: one sentence for the operator, one example in the field."""

SECTIONS: tuple[tuple[str, tuple[str, ...]], ...] = (
    (
        "Identitas",
        (
            "nik", "nama", "gelar_depan", "gelar_belakang", "nomor_kk", "kategori", "nomor_thk_ii", "tempat_lahir",
            "tanggal_lahir", "jenis_kelamin",
        ),
    ),
    ("Pendidikan", ("pendidikan", "nomor_ijazah", "tanggal_lulus", "sekolah")),
    ("Pekerjaan", ("jabatan", "konversi_jabatan", "unit_kerja", "sumber_gaji", "aktif")),
    ("Kontak", ("nomor_hp", "email", "alamat")),
    ("Lain-lain", ("keterangan",)),
)  # fmt: skip
FIELDS = tuple(name for _, names in SECTIONS for name in names)

HINTS = {
    "nik": "16 angka; spasi dan titik boleh",
    "nama": "tanpa gelar atau dengan gelar",
    "tanggal_lahir": "17-08-1990",
    "tanggal_lulus": "17-08-2010",
    "jenis_kelamin": "Laki-laki atau Perempuan",
    "sumber_gaji": "APBN, APBD, BOS ...",
    "pendidikan": "SMA, D3, S1 ...",
    "kategori": "Non-ASN atau THK-II",
    "aktif": "ya atau tidak",
    "nomor_sk": "800/123/2020",
    "tanggal_sk": "02-01-2020",
    "tanggal_mulai": "01-01-2020",
    "tanggal_akhir": "31-12-2020; kosong bila masih berjalan",
}
HELP = {
    "nik": "16 angka menurut KTP; tanggal lahir di dalamnya dicocokkan (perempuan: + 40).",
    "nama": "Nama lengkap menurut KTP; gelar yang ikut tertulis pindah ke isian gelar.",
    "gelar_depan": "Gelar di depan nama, misalnya Drs., dr., H., Ir.",
    "gelar_belakang": "Gelar di belakang nama, misalnya S.Pd., M.M.",
    "nomor_kk": "Nomor kartu keluarga: 16 angka; boleh kosong.",
    "kategori": "THK-II bila tercatat di pangkalan data THK-II BKN, selain itu Non-ASN.",
    "nomor_thk_ii": "Nomor peserta THK-II dengan nol di depan; mengisinya berarti kategori THK-II.",
    "tempat_lahir": "Kabupaten/kota kelahiran menurut KTP.",
    "tanggal_lahir": "Tanggal-bulan-tahun menurut KTP; dari sini usia pada tanggal batas dihitung.",
    "jenis_kelamin": "Laki-laki atau Perempuan (L/P); dicocokkan dengan NIK.",
    "pendidikan": "Pendidikan terakhir yang berijazah, misalnya SMK, D3, S1.",
    "nomor_ijazah": "Nomor seri ijazah terakhir, seperti tertulis di ijazah.",
    "tanggal_lulus": "Tanggal kelulusan menurut ijazah terakhir.",
    "sekolah": "Sekolah atau perguruan tinggi yang menerbitkan ijazah terakhir.",
    "jabatan": "Tugas sekarang; satpam, kebersihan, dan pengemudi dilaporkan terpisah.",
    "konversi_jabatan": "Nama jabatan ASN yang sepadan; boleh kosong.",
    "unit_kerja": "Unit tempat bertugas: sekolah, puskesmas, dinas, atau bagian.",
    "sumber_gaji": "Asal gaji: APBN, APBD, BOS, Komite, BLUD, pihak ketiga, atau lainnya.",
    "aktif": "Ya bila masih bekerja di instansi ini sekarang.",
    "nomor_hp": "Nomor telepon seluler; tidak pernah diumumkan.",
    "email": "Alamat surel; tidak pernah diumumkan.",
    "alamat": "Alamat tinggal; tidak pernah diumumkan.",
    "keterangan": "Catatan bebas untuk instansi; tidak pernah diumumkan.",
    "nomor_sk": "Nomor surat keputusan, seperti tertulis di SK.",
    "tanggal_sk": "Tanggal SK ditandatangani.",
    "tanggal_mulai": "Hari pertama bekerja menurut SK; hari itu ikut dihitung.",
    "tanggal_akhir": "Hari terakhir menurut SK; kosong atau “sekarang” bila masih berjalan.",
    "pendidikan_sk": "Pendidikan yang dipakai dalam SK, bila berbeda dari ijazah terakhir.",
    "penanda_tangan": "Jabatan penanda tangan SK; paling rendah pimpinan unit kerja.",
    "jenis_penanda_tangan": "Misalnya pejabat pembina kepegawaian atau pimpinan unit kerja.",
}
