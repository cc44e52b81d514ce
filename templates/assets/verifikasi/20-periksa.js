/* Periksa keaslian: berkas yang dipilih, dijatuhkan, atau ditempel, atau sidik jari yang diketik. */
(function () {
  const kotak = document.getElementById("periksa");
  const atur = JSON.parse(document.getElementById("periksa-data").textContent);
  const status = document.getElementById("periksa-status");
  const wadah = document.getElementById("periksa-hasil");
  const taruh = document.getElementById("taruh");
  const JENIS = {
    JSON: "Berkas JSON pengumuman",
    CSV: "Berkas CSV pengumuman",
    PDF: "Berkas PDF pengumuman",
    DAFTAR: "Sidik jari daftar yang dikutip SPTJM",
  };
  let giliran = 0;

  function unsur(nama, isi, kelas) {
    const baru = document.createElement(nama);
    if (kelas) baru.className = kelas;
    baru.append(...[].concat(isi));
    return baru;
  }

  function tautan(alamat, teks) {
    const a = unsur("a", teks);
    a.href = Pendataan.data.akar + alamat;
    return a;
  }

  async function terbitan(sidik) {
    const isi = await Pendataan.data.muat(atur.awal + (sidik.slice(0, atur.angka) || "semua"));
    return Object.hasOwn(isi, sidik) ? isi[sidik] : [];
  }

  function asli(satu) {
    const kata = JENIS[satu.jenis] + " " + satu.instansi + ", " + satu.judul.toLowerCase() + ".";
    const isi = [
      unsur("h3", satu.jenis === "DAFTAR" ? "Cocok dengan daftar yang diterbitkan" : "Asli: sama persis dengan yang diterbitkan"),
      unsur("p", kata),
      unsur("p", "Pengumuman nomor " + satu.nomor + " tanggal " + satu.tanggal + ", diterbitkan " + satu.terbit + "."),
    ];
    if (!satu.kini) isi.push(unsur("p", unsur("strong", "Sudah ada pengumuman yang lebih baru dari instansi ini.")));
    isi.push(unsur("p", tautan(satu.alamat, "Buka daftarnya")));
    return unsur("div", isi, "putusan putusan-asli");
  }

  function takDikenal(nama, sidik, aku) {
    const isi = [unsur("h3", nama ? "Tidak dikenal: " + nama : "Sidik jari tidak dikenal")];
    if (aku) {
      isi.push(unsur("p", "Berkas ini mengaku sebagai pengumuman " + aku + ", tetapi isinya berbeda dari yang diterbitkan di situs ini."));
    }
    isi.push(unsur("p", "Tidak ada berkas dengan sidik jari ini di antara pengumuman di situs ini. Isinya mungkin berubah, misalnya karena dibuka lalu disimpan ulang, atau berkas ini bukan terbitan instansi. Unduh lagi dari halaman instansinya."));
    isi.push(unsur("p", unsur("code", sidik, "sidik")));
    return unsur("div", isi, "putusan");
  }

  /* Apa yang dikatakan sebuah berkas JSON tentang dirinya. */
  function pengakuan(bita) {
    if (bita[0] !== 123) return "";
    try {
      const isi = JSON.parse(new TextDecoder().decode(bita));
      return isi.instansi.nama + ", " + isi.tahap + " edisi " + isi.edisi;
    } catch {
      return "";
    }
  }

  async function putuskan(nama, semuaSidik, bita) {
    for (const sidik of semuaSidik) {
      const temu = await terbitan(sidik);
      if (temu.length) return asli(temu[0]);
    }
    return takDikenal(nama, semuaSidik[0], bita ? pengakuan(bita) : "");
  }

  async function jalankan(kerja) {
    const milik = ++giliran;
    wadah.replaceChildren();
    status.textContent = "Memeriksa…";
    try {
      const putusan = await kerja();
      if (milik !== giliran) return;
      wadah.replaceChildren(...putusan);
      const kenal = putusan.filter((it) => it.classList.contains("putusan-asli")).length;
      status.textContent = kenal + " dari " + putusan.length + " dikenal sebagai terbitan situs ini.";
    } catch {
      if (milik === giliran) status.textContent = "Pemeriksaan gagal. Periksa sambungan Anda dan berkasnya, lalu coba lagi.";
    }
  }

  function periksaBerkas(semua) {
    if (!semua.length) return;
    jalankan(async function () {
      const putusan = [];
      for (const berkas of semua) {
        const bita = new Uint8Array(await berkas.arrayBuffer());
        putusan.push(await putuskan(berkas.name, [await Pendataan.sidik.sidik(bita)], bita));
      }
      return putusan;
    });
  }

  function periksaTeks(teks) {
    const rapat = teks.replace(/[\s:.-]/g, "").toLowerCase();
    if (/^(sha256)?[0-9a-f]{64}$/.test(rapat)) {
      jalankan(async () => [await putuskan("", [rapat.slice(-64)])]);
    } else if (/^\s*\{/.test(teks)) {
      jalankan(async function () {
        const bersih = teks.replace(/\r\n/g, "\n").trim();
        const semua = [bersih + "\n", bersih].map((it) => new TextEncoder().encode(it));
        return [await putuskan("isi yang ditempel", await Promise.all(semua.map(Pendataan.sidik.sidik)), semua[1])];
      });
    } else {
      wadah.replaceChildren();
      status.textContent = teks.trim()
        ? "Sidik jari terdiri atas 64 angka dan huruf a sampai f. Yang diketik: " + rapat.length + "."
        : "Pilih berkas, atau ketik sidik jarinya dahulu.";
    }
  }

  kotak.addEventListener("submit", function (peristiwa) {
    peristiwa.preventDefault();
    const berkas = kotak.elements.berkas.files;
    if (kotak.elements.sidik.value.trim() || !berkas.length) periksaTeks(kotak.elements.sidik.value);
    else periksaBerkas([...berkas]);
  });
  kotak.elements.berkas.addEventListener("change", (peristiwa) => periksaBerkas([...peristiwa.target.files]));
  document.addEventListener("paste", function (peristiwa) {
    const semua = [...peristiwa.clipboardData.files];
    if (semua.length) peristiwa.preventDefault();
    periksaBerkas(semua);
  });
  for (const nama of ["dragover", "dragleave", "drop"]) {
    document.addEventListener(nama, function (peristiwa) {
      if (!peristiwa.dataTransfer || ![...peristiwa.dataTransfer.types].includes("Files")) return;
      peristiwa.preventDefault();
      taruh.classList.toggle("di-atas", nama === "dragover");
      if (nama === "drop") periksaBerkas([...peristiwa.dataTransfer.files]);
    });
  }
})();
