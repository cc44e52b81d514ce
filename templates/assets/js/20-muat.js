/* Pemuat data: berkas skrip K("nama", {...}) berjalan lewat http maupun dari file://. Menghitung permintaan dan bita. */
(function () {
  const data = new Map();
  const janji = new Map();
  const hitungan = { permintaan: 0, bita: 0 };
  /* Satu-satunya alamat skrip yang boleh dibuat halaman: berkas data situs ini sendiri. */
  const aturan = globalThis.trustedTypes && trustedTypes.createPolicy("pendataan", { createScriptURL: periksa });
  /* Jalan ke akar situs, dari alamat skrip ini: "../../". */
  const akar = document.currentScript.getAttribute("src").replace(/aset\/[^/]*$/, "");

  function periksa(alamat) {
    if (/^(\.\.\/)*(data\/[a-z0-9-]+(\/[a-z0-9-]+)*|sw)\.js$/.test(alamat)) return alamat;
    throw new TypeError(alamat);
  }

  const alamatSkrip = (alamat) => (aturan ? aturan.createScriptURL(alamat) : periksa(alamat));

  globalThis.K = function (nama, isi) {
    data.set(nama, isi);
  };

  /* Bita yang melewati jaringan; 0 bila dari simpanan peramban, dari file://, atau tidak diketahui. */
  function bitaTerkirim(alamat) {
    const [catatan] = performance.getEntriesByName(alamat).slice(-1);
    return catatan ? catatan.transferSize : 0;
  }

  function sekali(akar, nama) {
    return new Promise(function (selesai, gagal) {
      hitungan.permintaan += 1;
      const skrip = document.createElement("script");
      skrip.src = alamatSkrip(akar + nama + ".js");
      skrip.async = true;
      skrip.onload = function () {
        hitungan.bita += bitaTerkirim(skrip.src);
        skrip.remove();
        if (data.has(nama)) selesai(data.get(nama));
        else gagal(new Error(nama));
      };
      skrip.onerror = function () {
        skrip.remove();
        gagal(new Error(nama));
      };
      document.head.append(skrip);
    });
  }

  /* Data bernama `nama`; yang gagal boleh dicoba lagi. */
  function muat(akar, nama) {
    if (!janji.has(nama)) {
      const baru = sekali(akar, nama);
      baru.catch(() => janji.delete(nama));
      janji.set(nama, baru);
    }
    return janji.get(nama);
  }

  /* Semua data, paling banyak empat unduhan sekaligus; `kabar` mendengar jumlah yang sudah tiba. */
  async function muatSemua(akar, semua, kabar) {
    const hasil = new Array(semua.length);
    let berikut = 0;
    let tiba = 0;
    async function pekerja() {
      while (berikut < semua.length) {
        const nomor = berikut++;
        hasil[nomor] = await muat(akar, semua[nomor]);
        kabar(++tiba, semua.length);
      }
    }
    await Promise.all([pekerja(), pekerja(), pekerja(), pekerja()]);
    return hasil;
  }

  Pendataan.data = { akar, alamatSkrip, hitungan, muat, muatSemua };
})();
