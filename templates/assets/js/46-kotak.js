/* Kotak cari: membaca ketikan dan saringan, bertanya kepada mesin, menampilkan jawabannya, mencatat alamatnya. */
(function () {
  const kotak = document.getElementById("cari");
  if (!kotak) return;
  const { unsur, angka, ringkas, SEKALI } = Pendataan.hasil;
  const atur = JSON.parse(document.getElementById("cari-data").textContent);
  const mesin = Pendataan.mesin.buat(atur);
  const masukan = kotak.elements.q;
  const status = document.getElementById("cari-status");
  const wadah = document.getElementById("cari-hasil");
  const awal = new URLSearchParams(location.search);
  let giliran = 0;
  let tunda = 0;
  const saringan = Pendataan.saringan.buat(kotak, {
    instansi: mesin.instansi,
    unit: mesin.unit,
    satu: atur.satu,
    berubah: () => cari(1),
  });

  function catatAlamat(teks, halaman) {
    try {
      const alamat = new URL(location.href);
      const isi = teks ? Object.assign({ q: teks }, saringan.nilai(), halaman > 1 && { hal: halaman }) : {};
      for (const nama of ["q", "hal", ...Pendataan.saringan.NAMA]) {
        if (isi[nama]) alamat.searchParams.set(nama, isi[nama]);
        else alamat.searchParams.delete(nama);
      }
      history.replaceState(null, "", alamat);
    } catch {
      /* dari file:// sebagian peramban melarangnya */
    }
  }

  function kosong(kalimat) {
    wadah.replaceChildren();
    status.textContent = kalimat;
    catatAlamat("");
  }

  async function jawab(milik, teks, halaman) {
    const saring = saringan.nilai();
    const kabar = (kalimat) => milik === giliran && (status.textContent = kalimat);
    const [semua, { temuan, tanpaSaringan, catatan }] = await Promise.all([mesin.instansi(), mesin.cari(teks, saring, kabar)]);
    const ini = semua.find((i) => i.slug === (atur.satu || saring.instansi));
    const isi = unsur("div", null);
    const instansi = atur.satu ? [] : Pendataan.mesin.cariInstansi(teks, semua);
    if (instansi.length) Pendataan.hasil.instansi(isi, mesin.akar, instansi);
    if (temuan.length) await Pendataan.hasil.daftar(isi, temuan, {
      akar: mesin.akar,
      sebutInstansi: !atur.satu,
      halaman,
      lengkapi: mesin.lengkapi,
      berpindah: (ke) => catatAlamat(teks, ke),
    });
    if (!temuan.length && tanpaSaringan) isi.append(lepasSaringan(tanpaSaringan));
    await Pendataan.saran.tampilkan(isi, { kosong: !temuan.length, ini, semua, saranInstansi: mesin.saran });
    if (milik !== giliran) return;
    wadah.replaceChildren(...isi.childNodes);
    const bagian = [instansi.length && angka(instansi.length) + " instansi ditemukan.", ringkas(temuan), catatan];
    status.textContent = bagian.filter(Boolean).join(" ");
    catatAlamat(teks, halaman);
  }

  function lepasSaringan(banyak) {
    const tombol = unsur("button", "Hapus saringan: " + angka(banyak) + " orang cocok tanpa saringan", "tombol tombol-polos");
    tombol.type = "button";
    tombol.addEventListener("click", function () {
      saringan.kosongkan();
      masukan.focus();
    });
    return tombol;
  }

  async function cari(halaman) {
    const milik = ++giliran;
    const teks = masukan.value.trim();
    clearTimeout(tunda);
    if (/(\d[\s.-]*){12,}/.test(teks)) {
      kosong("Jangan mengetik NIK atau nomor lain. Situs ini tidak memuat NIK; cari dengan nama.");
    } else if (Pendataan.kunci.kata(teks).join("").length < 2) {
      kosong("");
    } else {
      try {
        await jawab(milik, teks, halaman);
      } catch {
        if (milik !== giliran) return;
        status.textContent = navigator.onLine === false
          ? "Tidak ada sambungan internet. Instansi yang disimpan di perangkat ini tetap dapat dicari di halamannya."
          : "Data pencarian gagal dimuat. Periksa sambungan Anda, lalu tekan Cari lagi.";
      }
    }
  }

  /* Panah bawah dan atas menelusuri hasil, Esc kembali ke kotak. */
  function telusuri(peristiwa) {
    const { key, target } = peristiwa;
    const pilihan = [masukan, ...wadah.querySelectorAll("a, button, summary")].filter((u) => u.getClientRects().length);
    const letak = pilihan.indexOf(target);
    if (letak < 0 || peristiwa.altKey || peristiwa.ctrlKey || peristiwa.metaKey) return;
    const tujuan = { ArrowDown: pilihan[letak + 1], ArrowUp: pilihan[letak - 1], Escape: target !== masukan && masukan }[key];
    if (!tujuan) return;
    peristiwa.preventDefault();
    tujuan.focus();
  }

  masukan.addEventListener("input", function () {
    clearTimeout(tunda);
    tunda = setTimeout(cari, 200, 1);
  });
  masukan.addEventListener("keydown", telusuri);
  wadah.addEventListener("keydown", telusuri);
  kotak.addEventListener("submit", function (peristiwa) {
    peristiwa.preventDefault();
    cari(1);
  });
  if (awal.get("q")) {
    masukan.value = awal.get("q").slice(0, 120);
    const halaman = Math.min(Math.max(1, Math.floor(Number(awal.get("hal"))) || 1), 1000 / SEKALI);
    const saring = Object.keys(saringan.nilai()).length > 0;
    (saring ? saringan.siapkan().catch(() => undefined) : Promise.resolve()).then(() => cari(halaman));
  }
})();
