/* Kotak cari: membaca ketikan, memuat data seperlunya, menampilkan hasil dan saran. */
(function () {
  const kotak = document.getElementById("cari");
  if (!kotak) return;
  const atur = Object.assign(
    { indeks: "", instansi: [], nama_juga: true, baris: 500 },
    JSON.parse(document.getElementById("cari-data").textContent),
  );
  const masukan = kotak.elements.q;
  const status = document.getElementById("cari-status");
  const wadah = document.getElementById("cari-hasil");
  const SEKALI = 30;
  let giliran = 0;
  let tunda = 0;

  function unsur(nama, isi, kelas) {
    const baru = document.createElement(nama);
    if (kelas) baru.className = kelas;
    if (typeof isi === "string") baru.textContent = isi;
    else if (isi) baru.append(...isi);
    return baru;
  }

  function tautan(alamat, isi) {
    const a = unsur("a", isi);
    a.href = atur.akar + alamat;
    return a;
  }

  const angka = (n) => n.toLocaleString("id-ID");

  async function semuaInstansi() {
    if (!atur.instansi.length && atur.indeks) atur.instansi = await Pendataan.data.muat(atur.akar, atur.indeks);
    return atur.instansi;
  }

  async function semuaDaftar(milik) {
    const semua = await semuaInstansi();
    const nama = semua.flatMap((satu) => satu.pecahan);
    const isi = await Pendataan.data.muatSemua(atur.akar, nama, function (tiba, jumlah) {
      if (milik === giliran && jumlah > 1 && tiba < jumlah) status.textContent = "Memuat daftar…";
    });
    let awal = 0;
    return semua.map(function (satu) {
      const pecahan = isi.slice(awal, awal + satu.pecahan.length);
      awal += satu.pecahan.length;
      return { instansi: satu, pecahan };
    });
  }

  function satuHasil(t) {
    const isi = [tautan(t.alamat, t.nama), unsur("span", [t.jabatan, t.unit].filter(Boolean).join(" · "), "hasil-kerja")];
    const asal = (atur.indeks ? t.instansi.nama + " · " : "") + t.instansi.edisi;
    const lencana = unsur("span", t.status, "lencana" + (t.status === "MS" ? " lencana-baik" : ""));
    isi.push(unsur("span", [asal + " · " + t.nomor + " ", lencana], "hasil-asal"));
    return unsur("li", isi);
  }

  function tampilkan(temuan) {
    const daftar = unsur("ol", null, "hasil");
    let tampak = 0;
    const lagi = unsur("button", "", "tombol tombol-polos");
    lagi.type = "button";
    function tambah() {
      const potong = temuan.slice(tampak, tampak + SEKALI).map(satuHasil);
      daftar.append(...potong);
      tampak += potong.length;
      lagi.hidden = tampak >= temuan.length;
      lagi.textContent = "Tampilkan lebih banyak (" + angka(temuan.length - tampak) + " lagi)";
      return potong[0];
    }
    lagi.addEventListener("click", function () {
      const pertama = tambah();
      if (pertama) pertama.querySelector("a").focus();
    });
    tambah();
    wadah.append(daftar, lagi);
  }

  function tampilkanInstansi(ketemu) {
    const daftar = ketemu.slice(0, 5).map((satu) => unsur("li", [tautan(satu.alamat, satu.nama), unsur("span", satu.edisi, "hasil-kerja")]));
    wadah.append(unsur("h3", "Instansi"), unsur("ul", daftar, "hasil"));
  }

  function saran(semua) {
    const butir = ["Periksa ejaannya, atau ketik lebih sedikit kata: beberapa huruf awal setiap kata sudah cukup."];
    if (!atur.indeks && semua.length === 1) {
      const lewat = semua[0].sampai && Date.now() > Date.parse(semua[0].sampai);
      butir.push(...(lewat ? semua[0].lewat : semua[0].tidak_ada));
    } else {
      butir.push(
        "Nama yang tidak ada di sini belum tercantum dalam daftar " + angka(semua.length) + " instansi yang sudah mengumumkan.",
        "Jika instansi Anda ada di halaman ini, buka halamannya: di sana tertulis cara dan batas waktu mengusulkan.",
        "Jika instansi Anda tidak ada, instansi itu belum mengumumkan. Anda mungkin belum didaftarkan oleh admin instansi; hubungi bagian kepegawaiannya.",
      );
    }
    const kotakSaran = unsur("div", [unsur("h3", "Tidak menemukan nama Anda?"), unsur("ul", butir.map((b) => unsur("li", b)))], "saran");
    wadah.append(kotakSaran);
  }

  function catatAlamat(teks) {
    try {
      const alamat = new URL(location.href);
      if (teks) alamat.searchParams.set("q", teks);
      else alamat.searchParams.delete("q");
      history.replaceState(null, "", alamat);
    } catch {
      /* dari file:// sebagian peramban melarangnya */
    }
  }

  async function cari() {
    const milik = ++giliran;
    const teks = masukan.value.trim();
    const huruf = Pendataan.kunci.kata(teks).join("");
    if (/(\d[\s.-]*){12,}/.test(teks)) {
      wadah.replaceChildren();
      status.textContent = "Jangan mengetik NIK atau nomor lain. Situs ini tidak memuat NIK; cari dengan nama.";
      catatAlamat("");
      return;
    }
    if (huruf.length < 2) {
      wadah.replaceChildren();
      status.textContent = "";
      catatAlamat("");
      return;
    }
    try {
      const semua = await semuaInstansi();
      const daftar = atur.nama_juga ? await semuaDaftar(milik) : [];
      if (milik !== giliran) return;
      const ketemu = atur.indeks ? Pendataan.telusur.instansi(teks, semua) : [];
      const temuan = Pendataan.telusur.orang(teks, daftar, atur.baris);
      wadah.replaceChildren();
      if (ketemu.length) tampilkanInstansi(ketemu);
      if (temuan.length) {
        if (ketemu.length) wadah.append(unsur("h3", "Orang"));
        tampilkan(temuan);
      } else if (atur.nama_juga) saran(semua);
      const bagian = [];
      if (ketemu.length) bagian.push(angka(ketemu.length) + " instansi ditemukan.");
      if (atur.nama_juga) bagian.push(temuan.length ? angka(temuan.length) + " orang ditemukan." : "Tidak ada nama yang cocok.");
      else bagian.push("Pilih instansinya dahulu, lalu cari nama di halaman instansi itu.");
      status.textContent = bagian.join(" ");
      catatAlamat(teks);
    } catch {
      if (milik === giliran) status.textContent = "Data pencarian gagal dimuat. Periksa sambungan Anda, lalu tekan Cari lagi.";
    }
  }

  masukan.addEventListener("input", function () {
    clearTimeout(tunda);
    tunda = setTimeout(cari, 200);
  });
  kotak.addEventListener("submit", function (peristiwa) {
    peristiwa.preventDefault();
    clearTimeout(tunda);
    cari();
  });
  const awal = new URLSearchParams(location.search).get("q");
  if (awal) {
    masukan.value = awal;
    cari();
  }
})();
