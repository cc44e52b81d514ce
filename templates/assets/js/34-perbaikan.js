/* Salah ketik: satu kesalahan per kata. Kembaran query.py, near.py dan near_keys di site_builder/search; lihat FORMAT.md, 10. */
(function () {
  const { kata } = Pendataan.kunci;
  const { cocok, kunciKata, kunciNama, ucapan } = Pendataan.lafal;
  const B = Pendataan.baris;
  const AKHIR = "\uffff";
  const HURUF = 3; /* sejak panjang ini kata yang diketik boleh salah */
  const HURUF_PANJANG = 4; /* panjang yang harus dimiliki salah satu dari dua kata yang dibandingkan */
  const HURUF_AWALAN = 5;
  const BANYAK = 60; /* sesudah menemukan sebanyak ini tidak dicoba yang lain */
  const DAUN = 2;
  const DAUN_UTUH = 4; /* kunci berat sekecil ini ditelusuri seutuhnya */
  const BERAT_DICOBA = 2;
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

  /* Apakah yang diketik sepanjang sekian huruf mungkin kata yang lain: "iti" mungkin Siti, "ali" bukan "eli". */
  const mungkin = (diketik, lain, huruf) => huruf >= HURUF && Math.max(huruf, lain.length) >= HURUF_PANJANG && dekat(diketik, lain);

  /* Kata yang diketik, menurut kuncinya atau hurufnya, mungkin kunci `lain`. */
  const mungkinKunci = (kunci, tulis, lain) => mungkin(kunci, lain, tulis.length) || mungkin(tulis, lain, tulis.length);

  function adaYangDekat(tulis, kunci, tertulis) {
    const milik = kunciKata(tulis);
    return kunci.includes(milik) || kunci.some((k) => mungkin(milik, k, tulis.length)) || tertulis.some((t) => mungkin(tulis, t, tulis.length));
  }

  function adaYangBermula(tulis, kunci, tertulis) {
    const milik = kunciKata(tulis);
    return (
      tertulis.some((t) => t.startsWith(tulis) || dekatAwalnya(tulis, t)) ||
      kunci.some((k) => k.startsWith(milik) || dekatAwalnya(milik, k))
    );
  }

  /* Apakah setiap kata yang diketik adalah kata nama ini, kecuali satu kesalahan; yang terakhir boleh baru awalan. */
  function hampirMenjawab(diketik, kunci, tertulis) {
    return diketik.every(function (tulis, i) {
      const akhir = i === diketik.length - 1;
      return adaYangDekat(tulis, kunci, tertulis) || (akhir && adaYangBermula(tulis, kunci, tertulis));
    });
  }

  const unik = (semua) => [...new Set(semua)];
  const balik = (teks) => [...teks].reverse().join("");
  const utuh = (semuaKunci) => semuaKunci.map((k) => [[k, false]]);

  /* Pecahan kosakata yang mungkin memuat kata berhuruf awal ini, yang terdekat dengan `kunci` dahulu. */
  function sekelilingnya({ awal, berkas }, kunci, huruf, banyak) {
    const mulai = B.kolom(awal);
    const nama = B.kolom(berkas);
    const depan = kunci.slice(0, huruf);
    const sendiri = Pendataan.pohon.letak(mulai, kunci);
    return Pendataan.pohon.potongan(mulai, [depan, depan + AKHIR])
      .sort((a, b) => Math.abs(a - sendiri) - Math.abs(b - sendiri) || a - b)
      .slice(0, banyak)
      .map((i) => nama[i]);
  }

  /* Satu pohon dengan kosakata ditelusuri bagi kata-kata yang diketik; `ada(baris, letak)` menerima baris dan menghitung yang kena. */
  class Penelusuran {
    constructor(pohon, bayar, diketik, ada) {
      Object.assign(this, { pohon, bayar, ada, ketemu: 0 });
      this.tertulis = new Map(diketik.map((tulis) => [kunciKata(tulis), tulis]));
      this.kunci = [...this.tertulis.keys()];
    }

    berat(kunci) {
      return this.pohon.berat.has(kunci);
    }

    async jalan() {
      await this.yangBenar();
      await this.dekatBerat();
      if (this.ketemu < BANYAK) await this.semuaGanti();
    }

    /* Orang yang menjawab `arti`, dari paling banyak sekian daun. */
    async telusuri(arti, palingBanyak = DAUN) {
      const rentang = this.pohon.rentang(arti);
      let dimuat = 0;
      for await (const id of this.pohon.daun(rentang, this.bayar)) {
        if (!this.bayar(this.pohon.alamat(id), "daun")) return;
        const isi = await this.pohon.ambil(id);
        this.ketemu += this.ada(isi.baris, this.pohon.menjawab(isi, rentang, arti));
        if (++dimuat === palingBanyak) return;
      }
    }

    /* Kata yang mungkin benar: setiap yang ringan; yang berat terlangka, bila perlu bersama paruh awal kata lain. */
    async yangBenar() {
      if (this.kunci.length === 1) return;
      for (const k of this.kunci) if (!this.berat(k)) await this.telusuri(utuh([k]));
      const berat = this.kunci.filter((k) => this.berat(k));
      if (!berat.length) return;
      const tempat = this.pohon.berat;
      const pemimpin = berat.reduce((a, b) => (tempat.get(b) > tempat.get(a) ? b : a));
      let daun = 0;
      for await (const _ of this.pohon.daun(this.pohon.rentang(utuh([pemimpin])), this.bayar)) daun += 1;
      if (daun <= DAUN_UTUH) {
        await this.telusuri(utuh([pemimpin]), DAUN_UTUH);
        return;
      }
      for (const [k, tulis] of this.tertulis) {
        if (k === pemimpin || tulis.length < HURUF) continue;
        const paruh = k.slice(0, Math.max(1, Math.floor(k.length / 2) - 1));
        await this.telusuri([[[pemimpin, false]], [[paruh, true]]]);
      }
    }

    /* Kata berat di dekat kata yang diketik, sebagai gantinya. */
    async dekatBerat() {
      for (const [k, tulis] of this.tertulis) {
        const dicoba = [...this.pohon.berat.keys()].filter((b) => b !== k && mungkinKunci(k, tulis, b)).slice(0, BERAT_DICOBA);
        for (const ganti of dicoba) await this.telusuri(utuh(unik(this.kunci.map((satu) => (satu === k ? ganti : satu)))), 1);
      }
    }

    /* Pencarian dengan satu kata diganti calonnya, lalu dengan dua; yang tidak dikenal siapa pun harus diganti. */
    async semuaGanti() {
      const boleh = this.kunci.filter((k) => this.tertulis.get(k).length >= HURUF);
      const calon = new Map();
      for (const k of boleh.filter((satu) => !this.berat(satu))) calon.set(k, await this.calon(k));
      const wajib = [...calon.keys()].filter((k) => !calon.get(k).includes(k));
      if (!wajib.length) for (const k of boleh.filter((satu) => this.berat(satu))) calon.set(k, await this.calon(k));
      const pilihan = [...calon].map(([k, semua]) => [k, semua.filter((s) => s !== k)]);
      const pasangan = pilihan.flatMap((a, i) => pilihan.slice(i + 1).map((b) => [a, b]));
      for (const terpilih of [...pilihan.map((satu) => [satu]), ...pasangan]) {
        if (wajib.every((k) => terpilih.some(([satu]) => satu === k)) && (await this.ganti(terpilih))) return;
      }
    }

    /* Semua gabungan pengganti kata-kata terpilih; benar bila sudah cukup banyak yang ditemukan. */
    async ganti([[a, semuaA], [b, semuaB] = [null, [null]]]) {
      for (const x of semuaA) {
        for (const y of semuaB) {
          await this.telusuri(utuh(unik(this.kunci.map((k) => (k === a ? x : k === b ? y : k)))));
          if (this.ketemu >= BANYAK) return true;
        }
      }
      return false;
    }

    async calon(kunci) {
      const tulis = this.tertulis.get(kunci);
      const semua = [...this.pohon.berat.keys(), ...(await this.kosakata(kunci))];
      return unik(semua.filter((k) => k === kunci || mungkinKunci(kunci, tulis, k))).slice(0, CALON);
    }

    /* Kata-kata kosakata di sekitar `kunci`: satu kesalahan membiarkan separuhnya utuh, kecuali dua huruf tertukar di tengah. */
    async kosakata(kunci) {
      const { pohon, bayar } = this;
      const letak = pohon.akarPohon.kosakata;
      if (!bayar(pohon.alamat(letak), "kosakata")) return [];
      const { maju, mundur } = await pohon.ambil(letak);
      const paruh = Math.max(1, Math.floor(kunci.length / 2));
      const tertukar = kunci.slice(0, paruh - 1) + kunci.slice(paruh, paruh + 1) + kunci.slice(paruh - 1, paruh) + kunci.slice(paruh + 1);
      const depan = [...sekelilingnya(maju, kunci, paruh, PECAHAN), ...sekelilingnya(maju, tertukar, paruh, 1)];
      const belakang = sekelilingnya(mundur, balik(kunci), kunci.length - paruh, PECAHAN);
      const muatKata = async (id) => (bayar(pohon.alamat(id), "kata") ? B.kolom((await pohon.ambil(id)).kata) : []);
      const temuan = [];
      for (const id of depan) temuan.push(...(await muatKata(id)));
      for (const id of belakang) temuan.push(...(await muatKata(id)).map(balik));
      return temuan;
    }
  }

  const semuaLetak = (baris) => Array.from({ length: B.banyak(baris) }, (_, i) => i);

  /* Pohon kecil tanpa kosakata, atau pak-pak sebuah instansi: setiap baris dibandingkan. */
  async function semuaBaris({ pohon, rincian, bayar }, ada) {
    if (!pohon) {
      await Pendataan.mesin.muatSemua(rincian.pak, ({ baris }) => ada(baris, semuaLetak(baris)));
      return;
    }
    for await (const id of pohon.daun([["", AKHIR]], bayar)) {
      if (!bayar(pohon.alamat(id), "daun")) return;
      const { baris } = await pohon.ambil(id);
      ada(baris, semuaLetak(baris));
    }
  }

  /* Hasil bagi kata-kata `dicari` bila satu huruf setiap kata boleh salah, tanpa yang sudah menjawab `terjawab`.
     `hasilkan(baris, letak)` membuat hasilnya. */
  async function cari(sumber, dicari, terjawab, hasilkan) {
    const diketik = ucapan(dicari).filter(kunciKata);
    const hasil = new Map();
    function dimaksud(nama) {
      const milik = kata(nama);
      const kunci = kunciNama(milik);
      return hampirMenjawab(diketik, kunci, ucapan(milik)) && !(terjawab && cocok(terjawab, kunci));
    }
    function ada(baris, letak) {
      const kena = letak.filter((i) => dimaksud(B.nama(baris, i)));
      for (const t of hasilkan(baris, kena)) hasil.set(t.instansi.kode + " " + t.nomor, t);
      return kena.length;
    }
    if (!diketik.some((tulis) => tulis.length >= HURUF)) return [];
    if (sumber.pohon && sumber.pohon.akarPohon.kosakata) await new Penelusuran(sumber.pohon, sumber.bayar, diketik, ada).jalan();
    else await semuaBaris(sumber, ada);
    return [...hasil.values()];
  }

  Pendataan.perbaikan = { cari };
})();
