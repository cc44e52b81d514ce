/* Pohon indeks: dari arti sebuah pencarian ke rentang label, dari rentang ke berkas daun, dari daun ke baris. */
(function () {
  const { kunciNama, cocok } = Pendataan.lafal;
  const { kolom, sekali, banding, nama } = Pendataan.baris;
  const AKHIR = "\uffff";

  const utuh = (k) => [k, k + "\n"];
  const awalan = (k) => [k, k + AKHIR];

  function rentangSatu(berat, [kunci, mula]) {
    if (mula) return awalan(kunci);
    return berat.has(kunci) ? [kunci, kunci + "!"] : utuh(kunci);
  }

  const kataUtuh = (kata) => kata.every(([, mula]) => !mula);

  /* Makin besar makin jarang. `berat`: kunci -> tempatnya, yang tersering dahulu. */
  function kelangkaan(berat, kata) {
    const [kunci] = kata[0];
    if (kataUtuh(kata)) return berat.get(kunci);
    return kunci.length >= 3 ? berat.size : -1;
  }

  function palingLangka(berat, semua) {
    return semua.reduce((a, b) => (kelangkaan(berat, b) > kelangkaan(berat, a) ? b : a));
  }

  /* Rentang [mula, akhir) yang memuat label setiap orang yang menjawab `arti`. */
  function rentang(arti, berat) {
    const ringan = arti.filter((kata) => kataUtuh(kata) && !berat.has(kata[0][0])).map((kata) => kata[0][0]);
    if (ringan.length) return [utuh(ringan.reduce((a, b) => (b.length > a.length ? b : a)))];
    const semuaUtuh = arti.filter(kataUtuh);
    if (arti.length === 1 || !semuaUtuh.length) return gabung(arti.flat().map((pilihan) => rentangSatu(berat, pilihan)));
    const pemimpin = palingLangka(berat, semuaUtuh);
    const lain = palingLangka(berat, arti.filter((kata) => kata !== pemimpin));
    return gabung(lain.map(([k, mula]) => (mula ? awalan : utuh)(pemimpin[0][0] + " " + k)));
  }

  function gabung(semua) {
    const hasil = [];
    for (const [mula, akhir] of semua.sort((a, b) => banding(a[0], b[0]))) {
      const lalu = hasil[hasil.length - 1];
      if (lalu && mula <= lalu[1]) lalu[1] = lalu[1] < akhir ? akhir : lalu[1];
      else hasil.push([mula, akhir]);
    }
    return hasil;
  }

  /* Semua label sebuah nama. */
  function label(kunci, berat) {
    return kunci.flatMap(function (k) {
      if (!berat.has(k) || kunci.length === 1) return [k];
      return kunci.filter((lain) => lain !== k).map((lain) => k + " " + lain);
    });
  }

  const dalam = (rentang, satu) => rentang.some(([mula, akhir]) => mula <= satu && satu < akhir);

  /* Berkas terakhir yang berawal <= label, atau yang pertama. */
  function letak(awal, label) {
    let dari = 0;
    for (let atas = awal.length; atas - dari > 1; ) {
      const tengah = (dari + atas) >> 1;
      if (awal[tengah] <= label) dari = tengah;
      else atas = tengah;
    }
    return dari;
  }

  /* Letak berkas yang dapat memuat [mula, akhir). */
  function potongan(awal, [mula, akhir]) {
    const semua = [];
    for (let i = letak(awal, mula); i < awal.length && awal[i] < akhir; i++) semua.push(i);
    return semua;
  }

  function buat(akarPohon, muat) {
    const berat = new Map(akarPohon.berat.split(" ").filter(Boolean).map((k, i) => [k, i]));
    const alamat = (id) => akarPohon.folder + (akarPohon.pecah ? "/" + id[0] : "") + "/" + id;
    const ambil = (id) => muat(alamat(id));
    const isi = (simpul) => sekali(simpul, () => ({ awal: kolom(simpul.awal), berkas: kolom(simpul.berkas) }));

    /* Id daun-daun rentang ini menurut urutannya, masing-masing sekali; halaman direktori dimuat seperlunya.
       `bayar(alamat, jenis)` ditanya sebelum sebuah halaman dimuat; jawaban tidak menghentikan penelusuran. */
    async function* daun(semuaRentang, bayar) {
      const lewat = new Set();
      for (const satu of semuaRentang) {
        const atas = isi(akarPohon);
        for (const i of potongan(atas.awal, satu)) {
          const bertingkat = akarPohon.tingkat === 2;
          if (bertingkat && !bayar(alamat(atas.berkas[i]), "halaman")) return;
          const simpul = bertingkat ? isi(await ambil(atas.berkas[i])) : null;
          const ids = simpul ? potongan(simpul.awal, satu).map((j) => simpul.berkas[j]) : [atas.berkas[i]];
          for (const id of ids) {
            if (lewat.has(id)) continue;
            lewat.add(id);
            yield id;
          }
        }
      }
    }

    /* Setiap label sebuah daun yang di dalam rentang, dengan baris pertamanya dan baris sesudahnya. */
    function labelDalam(isiDaun, semuaRentang) {
      let baris = 0;
      return sekali(isiDaun, () => kolom(isiDaun.label))
        .map(function (satu, i) {
          const mula = baris;
          baris += isiDaun.isi[i];
          return [satu, mula, baris];
        })
        .filter(([satu]) => dalam(semuaRentang, satu));
    }

    /* Baris sebuah daun di dalam rentang yang menjawab `arti` dan belum terhitung di label lain: letaknya. */
    function menjawab(isiDaun, semuaRentang, arti) {
      const letak = [];
      for (const [satu, mula, akhir] of labelDalam(isiDaun, semuaRentang)) {
        for (let i = mula; i < akhir; i++) {
          const kunci = kunciNama(Pendataan.kunci.kata(nama(isiDaun.baris, i)));
          if (cocok(arti, kunci) && terkecil(kunci, semuaRentang) === satu) letak.push(i);
        }
      }
      return letak;
    }

    const terkecil = (kunci, semuaRentang) => label(kunci, berat).filter((l) => dalam(semuaRentang, l)).sort(banding)[0];

    return { akarPohon, berat, alamat, ambil, daun, menjawab, rentang: (arti) => rentang(arti, berat) };
  }

  Pendataan.pohon = { buat, letak, potongan };
})();
