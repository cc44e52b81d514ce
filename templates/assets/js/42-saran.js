/* "Tidak menemukan nama Anda?": langkah berikutnya menurut tahap instansi dan jam pembaca. */
(function () {
  const { unsur, angka } = Pendataan.hasil;
  const EJAAN = "Periksa ejaannya, atau ketik lebih sedikit kata: beberapa huruf awal setiap kata sudah cukup.";
  const BELUM = [
    "Instansi itu belum mengumumkan daftarnya di situs ini.",
    "Anda belum didaftarkan oleh admin instansi itu, atau daftarnya belum terbit. Hubungi bagian kepegawaiannya.",
  ];
  const TIDAK_ADA = "-";

  const isi = (kalimat, { nama, batas }) => kalimat.replace(/\{(nama|batas)\}/g, (_, kata) => (kata === "nama" ? nama : batas));

  /* Kalimat bagi seseorang yang namanya tidak ada di instansi ini. `saran`: {tidak_ada, lewat, sampai, batas}. */
  function kalimat(nama, saran) {
    const lewat = saran.sampai && Date.now() > Date.parse(saran.sampai);
    return (lewat ? saran.lewat : saran.tidak_ada).map((k) => isi(k, { nama, batas: saran.batas }));
  }

  function butir(semua) {
    return semua.map((b) => unsur("li", b));
  }

  /* Pembaca memilih instansinya; jawabannya muncul di bawah pilihan. */
  function pilihan(semua, saranInstansi) {
    const pilih = unsur("select", [new Option("Pilih instansi", ""), new Option("Instansi saya tidak ada di sini", TIDAK_ADA)]);
    pilih.append(...semua.map((i) => new Option(i.nama, i.slug)));
    pilih.id = "saran-instansi";
    const label = unsur("label", "Anda bekerja di instansi mana?");
    label.htmlFor = pilih.id;
    const jawab = unsur("div", []);
    jawab.setAttribute("role", "status");
    pilih.addEventListener("change", async function () {
      const nilai = pilih.value;
      let kalimatnya = nilai === TIDAK_ADA ? BELUM : [];
      const ini = semua.find((i) => i.slug === nilai);
      if (ini) {
        try {
          kalimatnya = kalimat(ini.nama, await saranInstansi(ini));
        } catch {
          kalimatnya = ["Saran gagal dimuat. Buka halaman instansi itu: di sana tertulis cara dan batas waktu mengusulkan."];
        }
      }
      if (pilih.value === nilai) jawab.replaceChildren(unsur("ul", butir(kalimatnya)));
    });
    return [unsur("div", [label, pilih], "saran-pilih"), jawab];
  }

  /* `ini`: instansi yang dicari, bila hanya satu. `kosong`: tidak ada hasil, saran langsung terbuka. */
  async function tampilkan(wadah, { kosong, ini, semua, saranInstansi }) {
    const kepala = kosong ? [EJAAN] : ["Orang dengan nama yang sama bisa banyak: cocokkan unit kerja dan nomornya."];
    if (ini) kepala.push(...kalimat(ini.nama, await saranInstansi(ini)));
    else kepala.push("Nama yang tidak ada di sini belum tercantum dalam daftar " + angka(semua.length) + " instansi yang sudah mengumumkan.");
    const isinya = [unsur("ul", butir(kepala)), ...(ini ? [] : pilihan(semua, saranInstansi))];
    const judul = unsur("h3", "Tidak menemukan nama Anda?");
    const kotak = kosong ? unsur("div", [judul, ...isinya], "saran") : unsur("details", [unsur("summary", [judul]), ...isinya], "saran");
    wadah.append(kotak);
  }

  Pendataan.saran = { tampilkan };
})();
