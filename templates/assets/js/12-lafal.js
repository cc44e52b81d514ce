/* Kunci lafal: kembaran site_builder/search/phonetics.py, diuji dengan vektor yang sama. Aturannya dijelaskan di sana. */
(function () {
  const VERSI = 1;
  const tabel = (isi) => new Map(Object.entries(isi).flatMap(([kunci, ejaan]) => ejaan.split(" ").map((e) => [e, kunci])));
  const TERTULIS = tabel({
    muhamad: "m md mhd muh muhd moh mohd moch mochd much",
    siti: "st",
    abdul: "abd abdl",
    daing: "dg",
    andi: "a",
    raden: "r rd",
    gusti: "gst",
    ngura: "ngr",
    waian: "wyn",
    nioman: "nym",
    ketut: "kt ktt",
    binti: "bt bti",
  });
  const TERLIPAT = tabel({
    muhamad: "mohamad mohamed muhamed muhamat mohamat",
    ahmad: "ahmat",
    nur: "nor",
    iusup: "susup",
  });
  /* Ejaan yang awalannya terbawa aturan ke tempat lain: "moham" harus menuju Muhammad. */
  const KELUARGA = Object.entries({
    muhamad: "mohammad mohamad mohamed mohammed mohamat mochamad mochammad muhammed muhamed muhamat muchamed",
    nur: "noor noer nor",
    iusup: "jusuf jusup joesoef",
    ahmad: "ahmat achmat akhmat",
  });
  const BERARTI = 3;
  const UCAPAN = new Map([
    ["i b", ["ida", "bagus"]], ["i a", ["ida", "ayu"]], ["a a", ["anak", "agung"]], ["r a", ["ra"]], ["r r", ["rr"]],
    ["ib", ["ida", "bagus"]], ["aa", ["anak", "agung"]],
  ]);
  const EJAAN_LAMA = /oe|dj|tj|sj|^nj/;
  const LAMA = [["oe", "u"], ["dj", "z"], ["tj", "c"], ["sj", "s"], ["nj", "ny"], ["j", "y"]];
  const GANDA = [
    ["ch", "h"], ["kh", "h"], ["sy", "s"], ["sh", "s"], ["dz", "s"], ["dh", "d"], ["th", "t"], ["gh", "g"], ["ph", "p"],
    ["ae", "ai"], ["oo", "u"], ["ie", "i"], ["x", "ks"],
  ];
  const TUNGGAL = { f: "p", v: "p", z: "s", j: "s", q: "k", y: "i" };
  const SETENGAH = { c: "h", k: "h", o: "u", t: "c", d: "s" };
  const VOKAL = "aiueo";
  const INGATAN = new Map();
  const urut = (semua) => [...new Set(semua)].sort((a, b) => (a < b ? -1 : a > b ? 1 : 0));
  const rapat = (kunci) => kunci.replace(/([a-z])\1+/g, "$1");
  const abdur = (kunci) => (kunci.startsWith("abdulr") ? "abdu" + kunci.slice(5) : kunci);

  /* Kunci huruf-huruf awal sebuah kata: sambungannya belum diketahui. */
  function awalan(kata) {
    const ganti = (teks, [dari, menjadi]) => teks.replaceAll(dari, menjadi);
    let teks = EJAAN_LAMA.test(kata) ? LAMA.reduce(ganti, kata) : kata;
    teks = GANDA.reduce(ganti, teks).replace(/[fvzjqy]/g, (h) => TUNGGAL[h]);
    return abdur(rapat(teks).replace(/[\u{10000}-\u{10ffff}]/gu, ""));
  }

  /* Kunci sebuah kata utuh. Kata nama berulang ribuan kali: jawabannya diingat. */
  function kunciKata(kata) {
    let kunci = INGATAN.get(kata);
    if (kunci !== undefined) return kunci;
    kunci = awalan(kata);
    if (kunci.length > 3 && kunci.endsWith("h")) kunci = kunci.slice(0, -1);
    kunci = TERTULIS.get(kata) || TERLIPAT.get(kunci) || kunci;
    if (INGATAN.size > 4000) INGATAN.clear();
    INGATAN.set(kata, kunci);
    return kunci;
  }

  function ucapan(kata) {
    const hasil = [];
    for (let i = 0; i < kata.length; ) {
      const pasangan = UCAPAN.get(kata[i] + " " + kata[i + 1]);
      hasil.push(...(pasangan || UCAPAN.get(kata[i]) || [kata[i]]));
      i += pasangan ? 2 : 1;
    }
    return hasil;
  }

  function terpisah(kunci) {
    const [depan, batas] = kunci.startsWith("nur") ? ["nur", 3] : ["abdul", 5];
    if (kunci.length < batas + 3) return [];
    if (kunci.startsWith("abdur")) return [depan, kunci.slice(4)];
    return [depan, kunci.slice(batas), ...(VOKAL.includes(kunci[batas]) ? [kunci.slice(batas - 1)] : [])];
  }

  /* Semua kunci tempat sebuah nama ditemukan, terurut; nur dan abdul tersambung maupun terpisah. */
  function kunciNama(kata) {
    const kunci = ucapan(kata).map(kunciKata).filter(Boolean);
    const semua = kunci.slice();
    kunci.forEach(function (satu, i) {
      if (satu === "nur" || satu === "abdul") {
        if (i + 1 < kunci.length) semua.push(abdur(rapat(satu + kunci[i + 1])));
      } else if (/^(nur|abdul|abdur)/.test(satu)) semua.push(...terpisah(satu));
    });
    return urut(semua);
  }

  function baruAwalan(kata, mula) {
    const lain = [kunciKata(kata)];
    if ([...kata].length >= BERARTI) {
      lain.push(...KELUARGA.filter(([, ejaan]) => (" " + ejaan).includes(" " + kata)).map(([kunci]) => kunci));
    }
    return [[mula, true], ...urut(lain).filter((k) => !k.startsWith(mula)).map((k) => [k, false])];
  }

  /* Arti yang mungkin dari kata-kata yang dicari: per kata, daftar [kunci, baru awalan]. Kata terakhir boleh baru awalan. */
  function arti(kata) {
    const semua = ucapan(kata).filter(kunciKata);
    if (!semua.length) return [];
    const utuh = [...new Set(semua.slice(0, -1).map(kunciKata))].map((k) => [[k, false]]);
    const akhir = semua[semua.length - 1];
    const huruf = [...akhir];
    const temuan = [[...utuh, baruAwalan(akhir, awalan(akhir))]];
    const lain = SETENGAH[huruf[huruf.length - 1]];
    if (lain && huruf.length > 1) temuan.push([...utuh, [[awalan(huruf.slice(0, -1).join("") + lain), true]]]);
    return temuan;
  }

  /* Apakah nama dengan kunci-kunci ini yang dimaksud. Kata terakhir memerlukan kunci yang bukan milik kata lain. */
  function cocok(bacaan, kunci) {
    const utuh = bacaan.slice(0, -1).map((kata) => kata[0][0]);
    if (!utuh.every((k) => kunci.includes(k))) return false;
    const sisa = kunci.filter((k) => !utuh.includes(k));
    return bacaan[bacaan.length - 1].some(([k, mula]) => (mula ? sisa.some((lain) => lain.startsWith(k)) : sisa.includes(k)));
  }

  Pendataan.lafal = { VERSI, awalan, kunciKata, ucapan, kunciNama, arti, cocok };
})();
