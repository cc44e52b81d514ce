/* Kotak cari: membaca ketikan dan saringan, bertanya kepada mesin, menampilkan jawabannya, mencatat alamatnya. */
(function () {
  const kotak = document.getElementById("cari");
  if (!kotak) return;
  const { unsur, tombol, angka, ringkas, SEKALI } = Pendataan.hasil;
  const { akar } = Pendataan.data;
  const atur = JSON.parse(document.getElementById("cari-data").textContent);
  const mesin = Pendataan.mesin.buat(atur);
  const masukan = kotak.elements.q;
  const status = document.getElementById("cari-status");
  const wadah = document.getElementById("cari-hasil");
  const awal = new URLSearchParams(location.search);
  const JEDA = 250; /* milidetik sesudah ketikan terakhir */
  const HURUF = 2;
  const HURUF_SAMBIL_MENGETIK = 3; /* satu dua huruf cocok dengan puluhan ribu orang: tunggu sampai diminta */
  let giliran = 0;
  let tunda = 0;
  const saringan = Pendataan.saringan.buat(kotak, { instansi: mesin.instansi, satu: mesin.satu, berubah: nanti });

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
    const [semua, pencarian] = await Promise.all([mesin.instansi(), mesin.cari(teks, saring, () => milik === giliran)]);
    await pencarian.sampaiAda();
    if (milik !== giliran) return;
    const ini = mesin.satu ? semua[0] : semua.find((i) => i.slug === saring.instansi);
    const isi = unsur("div", null);
    const instansi = mesin.satu ? [] : Pendataan.mesin.cariInstansi(teks, semua);
    if (instansi.length) Pendataan.hasil.instansi(isi, akar, instansi);
    const ringkasan = () => [instansi.length && angka(instansi.length) + " instansi ditemukan.", ringkas(pencarian)].filter(Boolean).join(" ");
    await Pendataan.hasil.daftar(isi, pencarian, {
      akar,
      sebutInstansi: !mesin.satu,
      halaman,
      bertambah: function (ke) {
        status.textContent = ringkasan();
        catatAlamat(teks, ke);
      },
    });
    const kosong = Object.values(pencarian.jumlah).every((n) => !n);
    if (kosong && pencarian.ketemu) isi.append(lepasSaringan(pencarian.ketemu));
    await Pendataan.saran.tampilkan(isi, { kosong, ini, semua, rincian: mesin.rincian });
    if (milik !== giliran) return;
    wadah.replaceChildren(...isi.childNodes);
    status.textContent = ringkasan();
    catatAlamat(teks, halaman);
  }

  function lepasSaringan(banyak) {
    return tombol("Hapus saringan: " + angka(banyak) + " orang cocok tanpa saringan", function () {
      saringan.kosongkan().catch(() => undefined);
      masukan.focus();
    });
  }

  function penjelasan(galat) {
    if (galat.message === "versi") return "Situs ini baru saja diperbarui. Muat ulang halaman ini, lalu cari lagi.";
    if (navigator.onLine === false) return "Tidak ada sambungan internet. Instansi yang disimpan di perangkat ini tetap dapat dicari di halamannya.";
    return "Data pencarian gagal dimuat. Periksa sambungan Anda, lalu tekan Cari lagi.";
  }

  async function cari(halaman, paling) {
    const milik = ++giliran;
    const teks = masukan.value.trim();
    clearTimeout(tunda);
    if (/(\d[\s.-]*){12,}/.test(teks)) {
      kosong("Jangan mengetik NIK atau nomor lain. Situs ini tidak memuat NIK; cari dengan nama.");
    } else if (Pendataan.kunci.kata(teks).join("").length < paling) {
      kosong("");
    } else {
      try {
        await jawab(milik, teks, halaman);
      } catch (galat) {
        if (milik === giliran) status.textContent = penjelasan(galat);
      }
    }
  }

  function nanti() {
    clearTimeout(tunda);
    tunda = setTimeout(cari, JEDA, 1, HURUF_SAMBIL_MENGETIK);
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

  masukan.addEventListener("input", nanti);
  masukan.addEventListener("keydown", telusuri);
  wadah.addEventListener("keydown", telusuri);
  kotak.addEventListener("submit", function (peristiwa) {
    peristiwa.preventDefault();
    cari(1, HURUF);
  });
  /* Akar indeks dan instansi, bersama 10 kB, dijemput begitu pembaca hendak mengetik. */
  masukan.addEventListener("focus", () => mesin.instansi().catch(() => undefined), { once: true });
  if (awal.get("q")) {
    masukan.value = awal.get("q").slice(0, 120);
    const halaman = Math.min(Math.max(1, Math.floor(Number(awal.get("hal"))) || 1), 1000 / SEKALI);
    const saring = Object.keys(saringan.nilai()).length > 0;
    (saring ? saringan.siapkan().catch(() => undefined) : Promise.resolve()).then(() => cari(halaman, HURUF));
  }
})();
