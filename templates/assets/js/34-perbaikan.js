/* Salah ketik: satu kesalahan per kata, hanya bila ejaan yang diketik tidak menemukan siapa pun. Kembaran query.py dan near.py. */
(function () {
  const { kata } = Pendataan.kunci;
  const { kunciKata, kunciNama, ucapan } = Pendataan.lafal;
  const B = Pendataan.baris;
  const AKHIR = "\uffff";
  const HURUF = 4; /* sejak panjang ini sebuah kata boleh salah */
  const HURUF_AWALAN = 5;
  const CUKUP = 20;
  const DAUN = 2;
  const CALON = 24;
  const PECAHAN = 4;

  /* Sama, atau berbeda satu kesalahan: satu huruf lain, lebih, kurang, atau dua huruf berdampingan tertukar. */
  function dekat(a, b) {
    if (a === b) return true;
    if (a.length > b.length) return dekat(b, a);
    if (b.length - a.length > 1) return false;
    let i = 0;
    while (i < a.length && a[i] === b[i]) i++;
    if (a.length < b.length) return a.slice(i) === b.slice(i + 1);
    return a.slice(i + 1) === b.slice(i + 1) || (a[i] === b[i + 1] && a[i + 1] === b[i] && a.slice(i + 2) === b.slice(i + 2));
  }

  function dekatAwalnya(mula, lain) {
    const n = mula.length;
    return n >= HURUF_AWALAN && [n, n + 1, n - 1].some((m) => dekat(mula, lain.slice(0, m)));
  }

  function adaYangDekat(tulis, kunci, tertulis) {
    const milik = kunciKata(tulis);
    if (kunci.includes(milik)) return true;
    return tulis.length >= HURUF && (kunci.some((k) => dekat(milik, k)) || tertulis.some((t) => dekat(tulis, t)));
  }

  function adaYangBermula(tulis, kunci, tertulis) {
    const milik = kunciKata(tulis);
    return (
      tertulis.some((t) => t.startsWith(tulis) || dekatAwalnya(tulis, t)) ||
      kunci.some((k) => k.startsWith(milik) || dekatAwalnya(milik, k))
    );
  }

  /* Apakah setiap kata yang diketik adalah kata nama ini, kecuali satu kesalahan; yang terakhir boleh baru awalan. */
  function hampirMenjawab(diketik, nama) {
    const tertulis = ucapan(kata(nama));
    const kunci = kunciNama(kata(nama));
    return diketik.every(function (tulis, i) {
      const akhir = i === diketik.length - 1;
      return adaYangDekat(tulis, kunci, tertulis) || (akhir && adaYangBermula(tulis, kunci, tertulis));
    });
  }

  const unik = (semua) => [...new Set(semua)];

  /* Kunci di pohon ini yang dekat dengan `kunci`, termasuk dirinya: separuh kata mana pun yang utuh menunjukkan pecahannya. */
  async function dariKosakata(pohon, kunci, bayar) {
    const letak = pohon.akarPohon.kosakata;
    if (!bayar(pohon.alamat(letak), "kosakata")) return [];
    const direktori = await pohon.ambil(letak);
    const balik = (teks) => [...teks].reverse().join("");
    const separuh = Math.max(1, Math.floor((kunci.length - 1) / 2));
    const temuan = [];
    for (const [arah, teks, ubah] of [["maju", kunci, (k) => k], ["mundur", balik(kunci), balik]]) {
      const mula = teks.slice(0, separuh);
      const berkas = B.kolom(direktori[arah].berkas);
      for (const i of Pendataan.pohon.potongan(B.kolom(direktori[arah].awal), [mula, mula + AKHIR]).slice(0, PECAHAN)) {
        if (!bayar(pohon.alamat(berkas[i]), "kata")) continue;
        const isi = await pohon.ambil(berkas[i]);
        temuan.push(...B.kolom(isi.kata).map(ubah).filter((k) => dekat(kunci, k)));
      }
    }
    return temuan;
  }

  async function sekitar(pohon, kunci, bayar) {
    const berat = [...pohon.berat.keys()].filter((k) => dekat(kunci, k));
    return unik([...berat, ...(await dariKosakata(pohon, kunci, bayar))]).slice(0, CALON);
  }

  /* Pasangan [kunci, penggantinya] bagi setiap kata yang boleh salah; yang tidak dikenal siapa pun harus diganti. */
  async function pengganti(pohon, kunci, panjang, bayar) {
    const lain = new Map();
    const wajib = [];
    const boleh = kunci.filter((k) => panjang.get(k) >= HURUF);
    for (const k of boleh.filter((satu) => !pohon.berat.has(satu))) lain.set(k, await sekitar(pohon, k, bayar));
    for (const [k, semua] of lain) if (!semua.includes(k)) wajib.push(k);
    if (!wajib.length) for (const k of boleh.filter((satu) => pohon.berat.has(satu))) lain.set(k, await sekitar(pohon, k, bayar));
    return { lain: [...lain].map(([k, semua]) => [k, semua.filter((s) => s !== k)]), wajib };
  }

  /* Kunci-kunci pencarian dengan satu kata diganti, lalu dengan dua. */
  function* diganti(kunci, { lain, wajib }) {
    function* dengan(pilihan) {
      if (!wajib.every((k) => pilihan.some(([satu]) => satu === k))) return;
      const [[a, semuaA], [b, semuaB] = [null, [null]]] = pilihan;
      for (const x of semuaA) for (const y of semuaB) yield unik(kunci.map((k) => (k === a ? x : k === b ? y : k)));
    }
    for (const satu of lain) yield* dengan([satu]);
    for (let i = 0; i < lain.length; i++) for (let j = i + 1; j < lain.length; j++) yield* dengan([lain[i], lain[j]]);
  }

  /* Baris yang mungkin dimaksud: milik kata yang benar, lalu milik kata di sekitar yang salah. `terima(baris, letak)` menghitung. */
  async function lewatPohon(pohon, diketik, bayar, terima) {
    const kunci = unik(diketik.map(kunciKata));
    const telusuri = async function (semuaKunci, pakai) {
      const arti = semuaKunci.map((k) => [[k, false]]);
      const rentang = pohon.rentang(arti);
      let dimuat = 0;
      for await (const id of pohon.daun(rentang, bayar)) {
        const isi = await pohon.ambil(id);
        pakai(isi.baris, pohon.menjawab(isi, rentang, arti));
        if (++dimuat === DAUN) return;
      }
    };
    let ketemu = 0;
    for (const k of kunci.length > 1 ? kunci.filter((satu) => !pohon.berat.has(satu)) : []) {
      await telusuri([k], (baris, letak) => (ketemu += terima(baris, letak)));
    }
    if (ketemu) return;
    const panjang = new Map(diketik.map((tulis) => [kunciKata(tulis), tulis.length]));
    for (const semuaKunci of diganti(kunci, await pengganti(pohon, kunci, panjang, bayar))) {
      await telusuri(semuaKunci, function (baris, letak) {
        ketemu += letak.length;
        terima(baris, letak);
      });
      if (ketemu >= CUKUP) return;
    }
  }

  const semuaLetak = (baris) => Array.from({ length: B.banyak(baris) }, (_, i) => i);

  /* Pohon kecil tanpa kosakata, atau pak-pak sebuah instansi: setiap baris dibandingkan. */
  async function semuaBaris({ pohon, rincian, bayar }, terima) {
    if (!pohon) {
      await Pendataan.mesin.muatSemua(rincian.pak, ({ baris }) => terima(baris, semuaLetak(baris)));
      return;
    }
    for await (const id of pohon.daun([["", AKHIR]], bayar)) {
      const { baris } = await pohon.ambil(id);
      terima(baris, semuaLetak(baris));
    }
  }

  /* Hasil bagi kata-kata `dicari` bila satu huruf setiap kata boleh salah. `hasilkan(baris, letak)` membuat hasilnya. */
  async function cari(sumber, dicari, hasilkan) {
    const diketik = ucapan(dicari).filter(kunciKata);
    const hasil = new Map();
    function terima(baris, letak) {
      const cocok = letak.filter((i) => hampirMenjawab(diketik, B.nama(baris, i)));
      for (const t of hasilkan(baris, cocok)) hasil.set(t.instansi.kode + " " + t.nomor, t);
      return cocok.length;
    }
    if (!diketik.some((tulis) => tulis.length >= HURUF)) return [];
    if (sumber.pohon && sumber.pohon.akarPohon.kosakata) await lewatPohon(sumber.pohon, diketik, sumber.bayar, terima);
    else await semuaBaris(sumber, terima);
    return [...hasil.values()];
  }

  Pendataan.perbaikan = { dekat, cari };
})();
