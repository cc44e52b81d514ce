/* "Tidak menemukan nama Anda?": langkah berikutnya menurut tahap instansi dan jam pembaca. */
(function () {
  const { unsur, angka } = Pendataan.hasil;
  const EJAAN = "Periksa ejaannya, atau ketik lebih sedikit kata: beberapa huruf awal kata terakhir sudah cukup.";
  const SENAMA = "Orang dengan nama yang sama bisa banyak: cocokkan unit kerja dan nomornya.";
  const BELUM = [
    "Instansi itu belum mengumumkan daftarnya di situs ini.",
    "Anda belum didaftarkan oleh admin instansi itu, atau daftarnya belum terbit. Hubungi bagian kepegawaiannya.",
  ];
  const GAGAL = ["Saran gagal dimuat. Buka halaman instansi itu: di sana tertulis cara dan batas waktu mengusulkan."];
  const TIDAK_ADA = "-";

  /* Kalimat bagi seseorang yang namanya tidak ada di instansi ini. */
  function kalimat({ tidak_ada, lewat, sampai }) {
    return sampai && Date.now() > Date.parse(sampai) ? lewat : tidak_ada;
  }

  const butir = (semua) => unsur("ul", semua.map((b) => unsur("li", b)));

  /* Pembaca memilih instansinya; jawabannya muncul di bawah pilihan. */
  function pilihan(semua, rincian) {
    const pilih = unsur("select", [new Option("Pilih instansi", ""), new Option("Instansi saya tidak ada di sini", TIDAK_ADA)]);
    pilih.append(...semua.map((i) => new Option(i.nama, i.slug)));
    pilih.id = "saran-instansi";
    const label = unsur("label", "Anda bekerja di instansi mana?");
    label.htmlFor = pilih.id;
    const jawab = unsur("div", []);
    jawab.setAttribute("role", "status");
    pilih.addEventListener("change", async function () {
      const nilai = pilih.value;
      const ini = semua.find((i) => i.slug === nilai);
      const isi = ini ? await rincian(ini).then(kalimat, () => GAGAL) : nilai === TIDAK_ADA ? BELUM : [];
      if (pilih.value === nilai) jawab.replaceChildren(butir(isi));
    });
    return [unsur("div", [label, pilih], "saran-pilih"), jawab];
  }

  /* `ini`: instansi yang dicari, bila hanya satu. `kosong`: tidak ada hasil, saran langsung terbuka. */
  async function tampilkan(wadah, { kosong, ini, semua, rincian }) {
    const kepala = [kosong ? EJAAN : SENAMA];
    if (!semua.length) kepala.push("Daftar di sini belum memuat nama seorang pun.");
    else if (ini) kepala.push(...kalimat(await rincian(ini)));
    else kepala.push("Nama yang tidak ada di sini belum tercantum dalam daftar " + angka(semua.length) + " instansi yang sudah mengumumkan.");
    const isi = [butir(kepala), ...(ini || !semua.length ? [] : pilihan(semua, rincian))];
    const judul = unsur("h3", "Tidak menemukan nama Anda?");
    wadah.append(kosong ? unsur("div", [judul, ...isi], "saran") : unsur("details", [unsur("summary", [judul]), ...isi], "saran"));
  }

  Pendataan.saran = { tampilkan };
})();
