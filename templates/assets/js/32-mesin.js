/* sementara */
(function () {
  const { kata, bacaan, nilai } = Pendataan.kunci;
  const { akar, muat, muatSemua } = Pendataan.data;
  function buat(atur) {
    const instansi = async () => (atur.indeks ? muat(akar, atur.indeks) : atur.instansi);
    async function pecahan(pilih) {
      const semua = (await instansi()).filter(pilih);
      const hasil = [];
      for (const i of semua) hasil.push({ instansi: i, pecahan: await muatSemua(akar, i.pecahan, () => undefined) });
      return hasil;
    }
    async function cari(teks, saring) {
      const semua = await pecahan(() => true);
      const t = Pendataan.telusur.orang(teks, semua, atur.baris || 500).map((x) => Object.assign(x, { jenis: x.mutu < 1000 ? "persis" : "mirip" }));
      const cocok = t.filter((x) =>
        (!saring.unit || x.unit === saring.unit) && (!saring.instansi || x.instansi.slug === saring.instansi) &&
        (!saring.wilayah || (x.instansi.wilayah || "pusat") === saring.wilayah) && (!saring.edisi || x.instansi.tahap === saring.edisi));
      return { temuan: cocok, tanpaSaringan: t.length, catatan: "" };
    }
    async function unit(slug) {
      const [satu] = await pecahan((i) => i.slug === slug);
      return [...new Set(satu.pecahan.flatMap((p) => p.daftar_unit))].sort();
    }
    async function saran(i) {
      if (atur.satu) return atur.saran_satu;
      const { kalimat, instansi } = await muat(akar, atur.saran);
      const [letak, sampai, batas] = instansi[i.slug];
      return { tidak_ada: kalimat[letak][0], lewat: kalimat[letak][1], sampai, batas };
    }
    return { akar, instansi, unit, cari, saran, lengkapi: async () => undefined };
  }
  Pendataan.mesin = { buat, cariInstansi: Pendataan.telusur.instansi };
})();
