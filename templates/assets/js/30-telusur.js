/* Penelusuran: pecahan yang sudah dimuat dibandingkan dengan kata yang dicari. Tidak menyentuh halaman. */
(function () {
  const { lipat, kata, bacaan, nilai } = Pendataan.kunci;
  const lipatan = new WeakMap();

  function namaTerlipat(pecahan) {
    if (!lipatan.has(pecahan)) lipatan.set(pecahan, pecahan.nama.map(lipat));
    return lipatan.get(pecahan);
  }

  function dariPecahan(cari, nomorCari, instansi, urutan, pecahan, baris, temuan) {
    const terlipat = namaTerlipat(pecahan);
    for (let i = 0; i < terlipat.length; i++) {
      const tepat = pecahan.nomor[i].toUpperCase() === nomorCari;
      if (!tepat && !(cari.length && cari.every((k) => terlipat[i].includes(k)))) continue;
      const nama = tepat ? [] : kata(pecahan.nama[i]);
      const mutu = tepat ? 0 : nilai(cari, nama);
      if (mutu < 0) continue;
      const halaman = Math.floor((pecahan.awal + i) / baris) + 1;
      temuan.push({
        mutu, urutan, instansi, kunci: nama.join(" "),
        nomor: pecahan.nomor[i],
        nama: pecahan.nama[i],
        jabatan: pecahan.daftar_jabatan[pecahan.jabatan[i]],
        unit: pecahan.daftar_unit[pecahan.unit[i]],
        status: pecahan.daftar_status[pecahan.status[i]],
        alamat: instansi.daftar + (halaman === 1 ? "/index.html" : "/halaman-" + halaman + ".html") +
          "#" + encodeURIComponent(pecahan.nomor[i]),
      });
    }
  }

  function banding(a, b) {
    if (a.mutu !== b.mutu) return a.mutu - b.mutu;
    if (a.kunci !== b.kunci) return a.kunci < b.kunci ? -1 : 1;
    if (a.urutan !== b.urutan) return a.urutan - b.urutan;
    return a.nomor < b.nomor ? -1 : a.nomor > b.nomor ? 1 : 0;
  }

  /* `daftar`: [{instansi, pecahan: [...]}] menurut urutan instansi. Yang paling cocok dahulu. */
  function orang(teks, daftar, baris) {
    const nomorCari = teks.trim().toUpperCase();
    for (const cari of bacaan(teks)) {
      const temuan = [];
      daftar.forEach(function (satu, urutan) {
        for (const pecahan of satu.pecahan) dariPecahan(cari, nomorCari, satu.instansi, urutan, pecahan, baris, temuan);
      });
      if (temuan.length) return temuan.sort(banding);
    }
    return [];
  }

  function instansi(teks, semua) {
    const cari = kata(teks);
    if (!cari.length) return [];
    return semua
      .map((satu) => ({ satu, mutu: nilai(cari, kata(satu.nama)) }))
      .filter((t) => t.mutu >= 0)
      .sort((a, b) => a.mutu - b.mutu)
      .map((t) => t.satu);
  }

  Pendataan.telusur = { orang, instansi };
})();
