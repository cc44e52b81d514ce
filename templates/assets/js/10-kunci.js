/* Kunci pencarian: kembaran site_builder/search/key.py. Keduanya diuji dengan vektor yang sama. */
"use strict";
const Pendataan = {};
globalThis.Pendataan = Pendataan;

(function () {
  const APOSTROF = /['`\u00b4\u02bb\u02bc\u2018\u2019\u2032]/g;
  const KATA = /[\p{L}\p{N}]+/gu;
  const GELAR = new Set(("amd amdkeb amdkep apt dr dra drg drs drh h hj ir kh ma mag makes mh mkes mkom mm mpd mph msi mt " +
    "ners ns prof sag sak sap sars sds se sfarm sh shut sikom sip skeb skep skm skom sos spd spdi spdsd spi spsi spt sked " +
    "ssi ssos sst st sth stp str strkeb strkep sthi shi stt").split(" "));
  const GELAR_DEPAN = new Set("dr dra drg drs drh h hj ir kh prof".split(" "));

  function lipat(teks) {
    let polos = teks.replace(APOSTROF, "");
    if (/[^\x00-\x7f]/.test(polos)) polos = polos.normalize("NFKD").replace(/\p{M}/gu, "");
    return polos.toLowerCase();
  }

  function kata(teks) {
    return lipat(teks).match(KATA) || [];
  }

  function gelar(potong, temu, sesudahKoma, terakhir) {
    const polos = temu.join("");
    if (sesudahKoma && potong.includes(".") && polos.length <= 2) return true;
    return GELAR.has(polos) && (potong.includes(".") || sesudahKoma || !terakhir);
  }

  /* Arti yang mungkin dari sebuah ketikan, yang paling mungkin dahulu. */
  function bacaan(teks) {
    const bagian = [];
    const potongan = lipat(teks).match(/[^\s,;]+|[,;]/g) || [];
    let sesudahKoma = false;
    potongan.forEach(function (potong, nomor) {
      if (potong === "," || potong === ";") {
        sesudahKoma = bagian.length > 0;
        return;
      }
      const terakhir = nomor === potongan.length - 1;
      let temu = potong.match(KATA) || [];
      if (!temu.length || gelar(potong, temu, sesudahKoma, terakhir)) return;
      if (temu.length > 1 && potong.includes(".") && GELAR_DEPAN.has(temu[0])) temu = temu.slice(1);
      bagian.push([temu, terakhir && bagian.length > 0 && GELAR.has(temu.join(""))]);
    });
    let penuh = bagian.flatMap((b) => b[0]);
    if (!penuh.length) penuh = kata(teks);
    const tanpa = bagian.filter((b) => !b[1]).flatMap((b) => b[0]);
    return tanpa.length && tanpa.length < penuh.length ? [penuh, tanpa] : [penuh];
  }

  /* Makin kecil makin cocok, -1 tidak cocok. Setiap kata yang dicari memerlukan kata nama tersendiri. */
  function nilai(cari, nama) {
    const sisa = nama.slice();
    let awalan = 0;
    for (const k of cari.slice().sort((a, b) => [...b].length - [...a].length)) {
      let letak = sisa.indexOf(k);
      if (letak < 0) {
        letak = sisa.findIndex((lain) => lain.startsWith(k));
        if (letak < 0) return -1;
        awalan += 1;
      }
      sisa.splice(letak, 1);
    }
    const urut = cari.every((k, i) => i >= nama.length || nama[i].startsWith(k));
    return awalan * 1000 + (urut ? 0 : 100) + Math.min(sisa.length, 99);
  }

  Pendataan.kunci = { lipat, kata, bacaan, nilai };
})();
