/* Salah ketik: satu kesalahan per kata, hanya bila ejaan yang diketik tidak menemukan siapa pun. Paling banyak 100 kB. */
(function () {
  const { kata } = Pendataan.kunci;
  const { awalan, kunciKata, kunciNama, ucapan } = Pendataan.lafal;
  const B = Pendataan.baris;
  const { AKHIR } = Pendataan.pohon;
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

  Pendataan.perbaikan = { dekat, ketikan, menjawab, semuaLetak, sekaliSaja, HARGA, ANGGARAN, CUKUP, PECAHAN, AKHIR };
})();
