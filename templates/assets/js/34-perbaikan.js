/* Salah ketik: satu kesalahan per kata, hanya bila ejaan yang diketik tidak menemukan siapa pun. Paling banyak 100 kB. */
(function () {
  const { kata } = Pendataan.kunci;
  const { arti, awalan, kunciKata, kunciNama, ucapan } = Pendataan.lafal;
  const B = Pendataan.baris;
  const AKHIR = "\uffff";
  const HURUF_PALING_SEDIKIT = 4;
  const HURUF_AWALAN = 5;
  const CUKUP = 20;
  const ANGGARAN = 100;
  const HARGA = { daun: 14, halaman: 2, direktori: 4, kosakata: 5 }; /* kB */
  const PECAHAN = 4;

  /* Tepat satu kesalahan: satu huruf lain, lebih, kurang, atau dua huruf berdampingan tertukar. */
  function dekat(a, b) {
    if (a.length > b.length) return dekat(b, a);
    if (b.length - a.length > 1 || a === b) return false;
    let i = 0;
    while (i < a.length && a[i] === b[i]) i++;
    if (a.length < b.length) return a.slice(i) === b.slice(i + 1);
    if (a.slice(i + 1) === b.slice(i + 1)) return true;
    return a[i] === b[i + 1] && a[i + 1] === b[i] && a.slice(i + 2) === b.slice(i + 2);
  }

  /* Kata-kata yang diketik sebagaimana dibandingkan. */
  function ketikan(dicari) {
    const semua = ucapan(dicari).filter(kunciKata);
    return semua.map(function (tulis, i) {
      const akhir = i === semua.length - 1;
      const panjang = [...tulis].length;
      return {
        tulis,
        kunci: kunciKata(tulis),
        mula: akhir ? awalan(tulis) : null,
        arti: akhir ? arti([tulis])[0][0] : [[kunciKata(tulis), false]],
        boleh: panjang >= HURUF_PALING_SEDIKIT,
        bolehMula: akhir && panjang >= HURUF_AWALAN,
      };
    });
  }

  function samaAwalnya(kunci, satu) {
    const n = satu.kunci.length;
    return [n - 1, n, n + 1].some((m) => dekat(kunci.slice(0, m), satu.kunci));
  }

  function katanyaCocok(satu, kunci, tertulis) {
    if (kunci.includes(satu.kunci)) return true;
    if (satu.mula !== null && kunci.some((k) => k.startsWith(satu.mula))) return true;
    if (satu.boleh && (kunci.some((k) => dekat(k, satu.kunci)) || tertulis.some((t) => dekat(t, satu.tulis)))) return true;
    return satu.bolehMula && kunci.some((k) => samaAwalnya(k, satu));
  }

  /* Letak baris yang namanya menjawab bila setiap kata boleh salah satu huruf. */
  function menjawab(baris, semua, letak) {
    return letak.filter(function (i) {
      const tertulis = kata(B.nama(baris, i));
      const kunci = kunciNama(tertulis);
      return semua.every((satu) => katanyaCocok(satu, kunci, tertulis));
    });
  }

  const semuaLetak = (baris) => Array.from({ length: B.banyak(baris) }, (_, i) => i);

  function sekaliSaja(hasil) {
    const sudah = new Set();
    return hasil.filter(function (t) {
      const tanda = t.instansi.kode + " " + t.nomor;
      if (sudah.has(tanda)) return false;
      return sudah.add(tanda);
    });
  }

  /* Anggaran satu pencarian: berkas yang sudah ada di memori tidak memerlukan jaringan. */
  function anggaran(pohon) {
    let sisa = ANGGARAN;
    return function (id, jenis) {
      if (Pendataan.data.ada(pohon.alamat(id))) return true;
      sisa -= HARGA[jenis];
      return sisa >= 0;
    };
  }

  /* Kunci yang dekat dengan `kunci`: dari pecahan kosakata maju dan mundur, separuh kata mana pun yang utuh. */
  async function dariKosakata(pohon, direktori, kunci, boleh) {
    const n = Math.max(1, Math.floor((kunci.length - 1) / 2));
    const balik = (teks) => [...teks].reverse().join("");
    const temuan = new Set();
    for (const [arah, teks] of [["maju", kunci], ["mundur", balik(kunci)]]) {
      const { awal, berkas } = direktori[arah];
      const mula = teks.slice(0, n);
      const letak = Pendataan.pohon.potongan(B.kolom(awal), [mula, mula + AKHIR]).slice(0, PECAHAN);
      for (const id of letak.map((i) => B.kolom(berkas)[i])) {
        if (!boleh(id, "kosakata")) return [...temuan];
        const { kata: isi } = await pohon.ambil(id);
        for (const k of B.kolom(isi)) {
          const satu = arah === "maju" ? k : balik(k);
          if (satu === kunci || dekat(satu, kunci)) temuan.add(satu);
        }
      }
    }
    return [...temuan];
  }

  /* Calon pengganti setiap kata yang boleh salah: kunci berat dahulu, lalu kosakata. */
  async function calon(pohon, semua, boleh) {
    const hasil = semua.map((satu) => (satu.boleh ? [...pohon.berat.keys()].filter((k) => dekat(k, satu.kunci)) : []));
    if (!boleh(pohon.akarPohon.kosakata, "direktori")) return hasil;
    const direktori = await pohon.ambil(pohon.akarPohon.kosakata);
    for (let i = 0; i < semua.length; i++) {
      if (!semua[i].boleh) continue;
      for (const k of await dariKosakata(pohon, direktori, semua[i].kunci, boleh)) if (!hasil[i].includes(k)) hasil[i].push(k);
    }
    return hasil;
  }

  /* Pencarian dengan satu kata diganti, lalu dengan dua. */
  function* penggantian(calonnya) {
    for (let i = 0; i < calonnya.length; i++) for (const k of calonnya[i]) yield new Map([[i, k]]);
    for (let i = 0; i < calonnya.length; i++) {
      for (let j = i + 1; j < calonnya.length; j++) {
        for (const a of calonnya[i]) for (const b of calonnya[j]) yield new Map([[i, a], [j, b]]);
      }
    }
  }

  async function lewatPohon(pohon, semua, hasilkan, terdahulu) {
    const boleh = anggaran(pohon);
    let hasil = await terdahulu();
    const dicoba = penggantian(await calon(pohon, semua, boleh));
    for (let satu = dicoba.next(); hasil.length < CUKUP && !satu.done; satu = dicoba.next()) {
      const arti = semua.map((kata_, i) => (satu.value.has(i) ? [[satu.value.get(i), false]] : kata_.arti));
      const rentang = pohon.rentang(arti);
      let kena = 0;
      for await (const id of pohon.daun(rentang, boleh)) {
        const isi = await pohon.ambil(id);
        const baru = hasilkan(isi.baris, pohon.menjawab(isi, rentang, arti));
        kena += baru.length;
        hasil = sekaliSaja([...hasil, ...baru]);
        if (kena >= CUKUP) break;
      }
    }
    return hasil;
  }

  /* Baris di daun-daun yang sudah termuat bagi kata-kata yang utuh dan ringan. */
  async function dariYangTermuat(pohon, semua, hasilkan) {
    const hasil = [];
    for (const { kunci } of semua.filter((satu) => !pohon.berat.has(satu.kunci))) {
      const rentang = [[kunci, kunci + "\n"]];
      const termuat = (id) => Pendataan.data.ada(pohon.alamat(id));
      for await (const id of pohon.daun(rentang, termuat)) {
        const isi = await pohon.ambil(id);
        hasil.push(...hasilkan(isi.baris, menjawab(isi.baris, semua, pohon.dalamRentang(isi, rentang))));
      }
    }
    return sekaliSaja(hasil);
  }

  /* Setiap baris dibandingkan: pohon kecil tanpa kosakata. */
  async function semuaDaun(pohon, semua, hasilkan) {
    const hasil = [];
    for await (const id of pohon.daun([["", AKHIR]])) {
      const { baris } = await pohon.ambil(id);
      hasil.push(...hasilkan(baris, menjawab(baris, semua, semuaLetak(baris))));
    }
    return sekaliSaja(hasil);
  }

  async function semuaPak(rincian, semua, hasilkan) {
    const hasil = [];
    await Pendataan.mesin.muatSemua(rincian.pak, ({ baris }) => hasil.push(...hasilkan(baris, menjawab(baris, semua, semuaLetak(baris)))));
    return hasil;
  }

  /* Hasil bagi kata-kata `dicari` bila satu huruf setiap kata boleh salah. `hasilkan(baris, letak)` membuat hasilnya. */
  async function cari({ pohon, rincian, dicari, hasilkan }) {
    const semua = ketikan(dicari);
    if (!semua.some((satu) => satu.boleh)) return [];
    if (!pohon) return semuaPak(rincian, semua, hasilkan);
    if (!pohon.akarPohon.kosakata) return semuaDaun(pohon, semua, hasilkan);
    return lewatPohon(pohon, semua, hasilkan, () => dariYangTermuat(pohon, semua, hasilkan));
  }

  Pendataan.perbaikan = { dekat, cari };
})();
