/* Mesin pencari: satu jalan bagi semua instansi maupun satu. Pembaca kembarannya: site_builder/search. Tidak menyentuh halaman. */
(function () {
  const { kata, bacaan, nilai } = Pendataan.kunci;
  const { arti, kunciNama, cocok, VERSI } = Pendataan.lafal;
  const B = Pendataan.baris;
  const { muat } = Pendataan.data;
  const CUKUP = 20; /* baris dalam satu bagian */
  const DAUN_SEBAGIAN = 2;
  const DAUN_PALING_BANYAK = 7; /* sebanyak ini dimuat untuk sekali diminta */
  const ANGGARAN = 100; /* kB satu pencarian */
  const HARGA = { daun: 14, halaman: 2, kosakata: 4, kata: 5 };

  /* Beberapa unduhan sekaligus; `pakai(isi)` dipanggil menurut urutan datangnya. */
  async function muatSemua(semua, pakai) {
    let berikut = 0;
    async function pekerja() {
      while (berikut < semua.length) pakai(await muat(semua[berikut++]));
    }
    await Promise.all([pekerja(), pekerja(), pekerja(), pekerja()]);
  }

  /* Yang masih boleh dimuat satu pencarian. Berkas yang kebetulan masih ada di memori dihitung juga: jawaban tidak
     bergantung pada apa yang dicari sebelumnya. */
  class Anggaran {
    constructor(kB) {
      this.sisa = kB;
      this.terbayar = new Set();
    }

    bayar(alamat, jenis) {
      if (this.terbayar.has(alamat)) return true;
      if (HARGA[jenis] > this.sisa) return false;
      this.sisa -= HARGA[jenis];
      this.terbayar.add(alamat);
      return true;
    }
  }

  /* `muatnya`: pemuat yang berhenti bila pencarian ini sudah diganti yang lain. */
  async function bukaPohon(nama, muatnya) {
    const akarPohon = await muatnya(nama);
    if (akarPohon.format !== "cari/1" || akarPohon.kunci !== VERSI) throw new Error("versi");
    return Pendataan.pohon.buat(akarPohon, muatnya);
  }

  /* Hasil yang datang sebagian demi sebagian: `antre` menunggu ditampilkan, `ketemu` terhitung sebelum disaring. */
  class Pencarian {
    constructor(konteks, bagian) {
      Object.assign(this, { konteks, bagian, antre: [], jumlah: { persis: 0, mirip: 0, maksud: 0 }, ketemu: 0, daun: 0, habis: false, perbaikan: null });
    }

    static selesai(konteks, hasil) {
      const satu = new Pencarian(konteks, null);
      satu.habis = true;
      satu.terima(hasil);
      return satu;
    }

    /* Masukkan satu bagian: yang lolos saringan, terurut, di belakang bagian sebelumnya. */
    terima(hasil) {
      this.ketemu += hasil.length;
      const lolos = hasil.filter(this.konteks.lolos).sort(B.bandingHasil);
      for (const t of lolos) this.jumlah[t.jenis] += 1;
      this.antre.push(...lolos);
    }

    async lanjut() {
      if (!this.habis) await this.bagian(this);
    }

    /* Bagian terakhir, hanya bila diminta: yang hampir menjawab. */
    async perbaiki() {
      const perbaikan = this.perbaikan;
      this.perbaikan = null;
      if (perbaikan) this.terima(await perbaikan());
    }

    /* Sampai ada yang dapat ditampilkan, habis, atau sudah cukup banyak dimuat untuk sekali diminta. */
    async sampaiAda() {
      const batas = this.daun + DAUN_PALING_BANYAK;
      while (!this.antre.length && !this.habis && this.daun < batas) await this.lanjut();
    }
  }

  /* Baris-baris ini sebagai hasil berperingkat. Baris milik instansi yang tidak dikenal dilewati. */
  function jadiHasil(baris, letak, cari, milik, perbaikan) {
    return letak
      .map((i) => B.orang(baris, i, milik))
      .filter((t) => t.instansi)
      .map((t) => B.beriPeringkat(t, cari, perbaikan));
  }

  function dariPohon(konteks, pohon, artinya, cari) {
    const rentang = pohon.rentang(artinya);
    /* Yang diminta pembaca tidak dibatasi, hanya dihitung. */
    const bayar = (alamat, jenis) => konteks.anggaran.bayar(alamat, jenis) || true;
    const daun = pohon.daun(rentang, bayar);
    return new Pencarian(konteks, async function (pencarian) {
      const hasil = [];
      let lolos = 0;
      for (let dimuat = 0; lolos < CUKUP && dimuat < DAUN_SEBAGIAN; dimuat++) {
        const berikut = await daun.next();
        if (berikut.done) {
          pencarian.habis = true;
          break;
        }
        bayar(pohon.alamat(berikut.value), "daun");
        const isi = await pohon.ambil(berikut.value);
        const baru = jadiHasil(isi.baris, pohon.menjawab(isi, rentang, artinya), cari, konteks.milik, false);
        lolos += baru.filter(konteks.lolos).length;
        hasil.push(...baru);
        pencarian.daun += 1;
      }
      pencarian.terima(hasil);
    });
  }

  function dariPak(konteks, rincian, artinya, cari) {
    return new Pencarian(konteks, async function (pencarian) {
      const hasil = [];
      await muatSemua(rincian.pak, function ({ baris }) {
        const letak = [];
        for (let i = 0; i < B.banyak(baris); i++) if (cocok(artinya, kunciNama(kata(B.nama(baris, i))))) letak.push(i);
        hasil.push(...jadiHasil(baris, letak, cari, konteks.milik, false));
      });
      pencarian.habis = true;
      pencarian.terima(hasil);
    });
  }

  /* Orang dengan nomor pendaftaran ini, bila `teks` sebuah nomor milik instansi yang dikenal. */
  async function dariNomor(teks, semua, rincianDari) {
    const nomor = teks.trim().toUpperCase();
    const kode = nomor.slice(0, nomor.lastIndexOf("-"));
    const ini = /-.*\d|\d.*-/.test(nomor) && semua.find((i) => i.kode.toUpperCase() === kode);
    if (!ini) return null;
    const rincian = await rincianDari(ini);
    const pak = rincian.pak[rincian.awal.filter((a) => a.toUpperCase() <= nomor).length - 1];
    if (!pak) return null;
    const { baris } = await muat(pak);
    for (let i = 0; i < B.banyak(baris); i++) {
      const t = B.orang(baris, i, () => ini);
      if (t.nomor.toUpperCase() === nomor) return B.beriPeringkat(t, [], false);
    }
    return null;
  }

  /* `atur`: {cari} bagi semua instansi, {rinci} bagi satu: nama berkasnya. `kB`: anggaran satu pencarian. */
  function buat(atur, kB = ANGGARAN) {
    const satu = Boolean(atur.rinci);
    const bukaRinci = async (nama) => B.dariRincian(await muat(nama));

    async function instansi() {
      if (satu) return [await bukaRinci(atur.rinci)];
      if (!atur.cari) return [];
      const { akarPohon, ambil } = await bukaPohon(atur.cari, muat);
      return B.semuaInstansi(await ambil(akarPohon.instansi));
    }

    const rincian = (ini) => bukaRinci(atur.rinci || "data/" + ini.slug + "/cari");

    /* Pohon tempat mencari; null: pak-pak sebuah instansi, juga bila pohonnya tidak terjangkau tetapi pak-nya tersimpan. */
    async function bukaSumber(milik, muatnya) {
      if (!milik) return bukaPohon(atur.cari, muatnya);
      if (!milik.pohon) return null;
      return bukaPohon(milik.pohon, muatnya).catch(function (galat) {
        if (navigator.onLine === false) return null;
        throw galat;
      });
    }

    /* Pencarian `teks` dengan saringan; `masih()`: apakah jawabannya masih ditunggu. */
    async function cari(teks, saring, masih = () => true) {
      const muatnya = (nama) => (masih() ? muat(nama) : Promise.reject(new Error("diganti")));
      const semua = await instansi();
      if (!semua.length) return Pencarian.selesai({ lolos: () => true }, []);
      const peta = B.sekali(semua, () => new Map(semua.map((i) => [i.kode, i])));
      const lolos = B.penyaring(saring);
      const tepat = await dariNomor(teks, semua, rincian);
      if (tepat) return Pencarian.selesai({ lolos }, [tepat]);
      const ini = satu ? semua[0] : semua.find((i) => i.slug === saring.instansi);
      const milik = ini && (await rincian(ini));
      const anggaran = new Anggaran(kB);
      const konteks = { lolos, anggaran, milik: ini ? () => ini : (kode) => peta.get(kode) };
      const pohon = await bukaSumber(milik, muatnya);
      const sumber = { pohon, rincian: milik, bayar: (alamat, jenis) => anggaran.bayar(alamat, jenis) };
      const perbaikan = function (dicari, terjawab) {
        const hasilkan = (baris, letak) => jadiHasil(baris, letak, dicari, konteks.milik, true);
        return () => Pendataan.perbaikan.cari(sumber, dicari, terjawab, hasilkan);
      };
      for (const dicari of bacaan(teks)) {
        for (const artinya of arti(dicari)) {
          const satuArti = pohon ? dariPohon(konteks, pohon, artinya, dicari) : dariPak(konteks, milik, artinya, dicari);
          satuArti.perbaikan = perbaikan(dicari, artinya);
          while (!satuArti.ketemu && !satuArti.habis && anggaran.sisa >= HARGA.daun) await satuArti.lanjut();
          if (satuArti.ketemu || !satuArti.habis) return satuArti;
        }
      }
      return Pencarian.selesai(konteks, await perbaikan(bacaan(teks)[0], null)());
    }

    return { satu, instansi, rincian, cari };
  }

  function cariInstansi(teks, semua) {
    const dicari = kata(teks);
    if (!dicari.length) return [];
    return semua
      .map((satu) => ({ satu, mutu: nilai(dicari, kata(satu.nama)) }))
      .filter((t) => t.mutu >= 0)
      .sort((a, b) => a.mutu - b.mutu)
      .map((t) => t.satu);
  }

  Pendataan.mesin = { buat, cariInstansi, muatSemua };
})();
