/* Pemuat data: berkas skrip K("nama", {...}) berjalan lewat http maupun dari file://. Menghitung permintaan dan bita. */
(function () {
  const INGAT = 24; /* berkas yang tetap di memori, masing-masing seratusan kB sesudah diurai */
  const data = new Map();
  const janji = new Map();
  const hitungan = { permintaan: 0, bita: 0 };
  /* Satu-satunya alamat skrip yang boleh dibuat halaman: berkas data dan pekerja layanan situs ini sendiri. */
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

  function sekali(nama) {
    return new Promise(function (selesai, gagal) {
      const skrip = document.createElement("script");
      skrip.src = alamatSkrip(akar + nama + ".js");
      skrip.async = true;
      hitungan.permintaan += 1;
      skrip.onload = function () {
        hitungan.bita += bitaTerkirim(skrip.src);
        skrip.remove();
        if (data.has(nama)) selesai(data.get(nama));
        else gagal(new Error(nama));
        data.delete(nama);
      };
      skrip.onerror = function () {
        skrip.remove();
        gagal(new Error(nama));
      };
      document.head.append(skrip);
    });
  }

  /* Apakah data ini sudah ada, sehingga memuatnya tidak memerlukan jaringan. */
  const ada = (nama) => janji.has(nama);

  /* Data bernama `nama`; yang gagal boleh dicoba lagi, yang lama tidak dipakai dilupakan. */
  function muat(nama) {
    const baru = janji.get(nama) || sekali(nama);
    janji.delete(nama);
    janji.set(nama, baru);
    baru.catch(() => janji.delete(nama));
    if (janji.size > INGAT) janji.delete(janji.keys().next().value);
    return baru;
  }

  Pendataan.data = { akar, alamatSkrip, hitungan, ada, muat };
})();
