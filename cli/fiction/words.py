"""Word lists: given names, positions, units. The order of a list is its rank: early words are common (Zipf)."""

NAMES_L = tuple(
    "Muhammad Agus Ahmad Budi Eko Slamet Joko Andi Dedi Hendra Heri Rudi Bambang Sugeng Wahyu Arif Dwi Tri Nur Yusuf Taufik Iwan Imam "
    "Abdul Moh Suryadi Hadi Sutrisno Supriyanto Suparman Suyatno Purwanto Rizki Fajar Dian Irfan Ridwan Zainal Saiful Fauzi Mustofa Hasan "
    "Ali Umar Usman Ismail Ibrahim Yohanes Petrus Paulus Wayan Made Nyoman Ketut Gede Putu Syarif Rahmat Hidayat Maulana Rahman Rohman "
    "Sulaiman Bayu Aditya Gilang Galih Panji Teguh Triyono Warsito Sarwono Kusnadi Ujang Asep Cecep Dadang Deden Yayan Robert Daniel Jefri "
    "Ronaldo Frans Markus Yakob Nasrul Syahrul Baharuddin Jamaluddin Kamaruddin Burhan Ilham Anwar Latif Hamid Malik Karim Rasyid".split(),
)
NAMES_P = tuple(
    "Siti Sri Nur Dewi Endang Yuni Ni Rini Ratna Wati Eka Fitri Dwi Tri Ani Lestari Indah Aisyah Nurul Umi Maria Kartika Puji Retno Tuti "
    "Yanti Susi Lina Rina Rita Ida Wahyu Dian Novi Nita Maya Mega Putri Ayu Kadek Komang Luh Wayan Made Ketut Kristina Elisabet Agustina "
    "Yuliana Marlina Rosmiati Rosita Hasnah Halimah Fatimah Khadijah Zulaikha Maimunah Rohani Sumiati Suharti Sumarni Sulastri Suminah "
    "Wiwik Titik Titin Iis Neneng Euis Imas Lilis Mimin Nining Enok Desi Vera Yessi Melani Anggun Citra Cahya Bunga Intan Mutiara".split(),
)
NAMES_LAST_L = tuple(
    "Setiawan Hidayat Santoso Susanto Saputra Wibowo Nugroho Kurniawan Prasetyo Gunawan Rahman Firmansyah Utomo Suryanto Purnomo Wahyudi "
    "Haryanto Hartono Riyanto Susilo Mulyono Sutrisno Cahyono Widodo Basuki Pratama Ramadhan Maulana Hakim Fauzi Siregar Nasution Harahap "
    "Simanjuntak Sitompul Ginting Tarigan Lubis Daulay Tanjung Syahputra Efendi Irawan Junaidi Abidin Mustofa Laksono Yulianto Ardiansyah "
    "Sudrajat Suherman Sujana Permana Arta Sudarma Wijaya Mahendra Adnyana Suardana Lewar Tokan Wenda Kogoya Tabuni Rumbiak".split(),
)
NAMES_LAST_P = tuple(
    "Lestari Rahayu Wahyuni Handayani Wulandari Astuti Setyowati Anggraini Puspitasari Susanti Hidayati Yuliani Kusumawati Rahmawati "
    "Fitriani Nuraini Maryani Utami Permatasari Safitri Damayanti Sulistyowati Larasati Kurniawati Purwanti Widiastuti Ningsih Hasanah "
    "Rohmah Fadilah Khasanah Zakiyah Aminah Maulida Oktaviani Novitasari Pratiwi Mardiana Rosdiana Siregar Nasution Harahap Ginting "
    "Suryani Ariani Dewi Sari Wati Melati Suartini Widiani Wenda Kogoya Rumbiak Tokan".split(),
)

# Group -> positions, most common first. Groups and shares: domain.md section 6.
JABATAN = {
    "pendidikan": (
        "Guru Kelas",
        "Guru Pendidikan Agama Islam",
        "Guru Bahasa Inggris",
        "Guru Matematika",
        "Guru TK",
        "Guru PJOK",
        "Guru Bahasa Indonesia",
        "Guru IPA",
    ),
    "kesehatan": (
        "Perawat",
        "Bidan",
        "Asisten Apoteker",
        "Pranata Laboratorium Kesehatan",
        "Perekam Medis",
        "Nutrisionis",
        "Sanitarian",
    ),
    "penyuluh": ("Penyuluh Pertanian", "Penyuluh Keluarga Berencana", "Penyuluh Perikanan"),
    "teknis": (
        "Operator Komputer",
        "Teknisi Jaringan",
        "Pemadam Kebakaran",
        "Anggota Satuan Polisi Pamong Praja",
        "Operator Alat Berat",
        "Petugas Pintu Air",
        "Juru Parkir",
    ),
    "administrasi": (
        "Tenaga Administrasi",
        "Pengelola Keuangan",
        "Tenaga Administrasi Sekolah",
        "Arsiparis",
        "Pengadministrasi Umum",
        "Pramu Pustaka",
    ),
}
SHARES = {"pendidikan": 732_462, "kesehatan": 205_299, "penyuluh": 74_432, "teknis": 610_455, "administrasi": 738_075}
EXCLUDED = {"Satpam": 73_415, "Tenaga Kebersihan": 51_863, "Pengemudi": 5_915}

PLACES = tuple(
    "Medono Podosugih Tirto Kauman Sugihwaras Landungsari Poncol Keputran Kergon Bendan Sapuro Buaran Kuripan Jenggot Kertoharjo Degayu "
    "Panjang Krapyak Kandang Bandengan Dekoro Noyontaan Karangmalang Gamer Setono Baros Yosorejo Banyurip Duwet Pringrejo Soko Sokorejo".split(),
)
OFFICES = (
    "Sekretariat Daerah",
    "Dinas Pendidikan",
    "Dinas Kesehatan",
    "Dinas Pekerjaan Umum dan Penataan Ruang",
    "Dinas Pertanian dan Pangan",
    "Dinas Perhubungan",
    "Dinas Sosial",
    "Dinas Lingkungan Hidup",
    "Dinas Komunikasi dan Informatika",
    "Satuan Polisi Pamong Praja",
    "Badan Kepegawaian dan Pengembangan Sumber Daya Manusia",
    "Dinas Kependudukan dan Pencatatan Sipil",
    "Dinas Perdagangan",
)
PENDIDIKAN = {
    "pendidikan": ("S-1", "S-1", "S-1", "D-II", "S-2"),
    "kesehatan": ("D-III", "D-III", "D-IV", "S-1"),
    "penyuluh": ("S-1", "D-III", "SMA"),
    "teknis": ("SMA", "SMK", "D-III", "SMP", "S-1"),
    "administrasi": ("SMA", "D-III", "S-1", "SMK"),
}
