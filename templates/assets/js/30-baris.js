/* Isi indeks: instansi, baris orang, urutannya. Bentuk berkasnya dijelaskan di site_builder/search/FORMAT.md. */
(function () {
  const { kata, nilai } = Pendataan.kunci;
  const HALAMAN = 500; /* baris satu halaman daftar, seperti PAGE_ROWS di site_builder/paging.py */
  const TEPAT = 0;
  const LAIN = 1;
  const PERBAIKAN = 2;
  const JENIS = ["persis", "mirip", "maksud"];
  const terurai = new WeakMap();
  const kolom = (teks) => teks.split("\n");

  function sekali(benda, buat) {
    if (!terurai.has(benda)) terurai.set(benda, buat(benda));
    return terurai.get(benda);
  }

  /* Berkas instansi -> daftar menurut nama: {kode, nama, slug, wilayah, tahap, label, alamat, daftar}. */
  function semuaInstansi(berkas) {
    return sekali(berkas, function () {
      const [kode, nama, slug] = [berkas.kode, berkas.nama, berkas.slug].map(kolom);
      return kode.map(function (satu, i) {
        const milik = slug[i] || nama[i].toLowerCase().replace(/[^a-z0-9]+/g, "-").replace(/^-|-$/g, "");
        const stem = berkas.daftar_stem[berkas.stem[i]];
        return {
          kode: satu,
          nama: nama[i],
          slug: milik,
          wilayah: berkas.daftar_wilayah[berkas.wilayah[i]],
          tahap: stem.slice(stem.indexOf("-") + 1),
          label: berkas.daftar_label[berkas.label[i]],
          alamat: "instansi/" + milik + "/index.html",
          daftar: "instansi/" + milik + "/" + stem,
        };
      }).sort((a, b) => banding(a.nama, b.nama));
    });
  }

  /* Rincian satu instansi seperti satu butir semuaInstansi. */
  function dariRincian(rincian) {
    return sekali(rincian, () => Object.assign({ slug: rincian.alamat.split("/")[1] }, rincian));
  }

  function uraian(baris) {
    return sekali(baris, () => ({ nama: kolom(baris.nama), nomor: kolom(baris.nomor), unit: kolom(baris.unit) }));
  }

  const nama = (baris, i) => uraian(baris).nama[i];
  const banyak = (baris) => baris.hal.length;

  /* Halaman daftar yang diduga dari nomor; berkas hanya menulis selisihnya. */
  function halamanDuga(nomor) {
    const akhir = nomor.slice(-6);
    return /^[0-9]+$/.test(akhir) ? Math.floor((Number(akhir) - 1) / HALAMAN) + 1 : 1;
  }

  /* Baris ke-i sebagai hasil pencarian. `milik(kode)`: instansinya. */
  function orang(baris, i, milik) {
    const isi = uraian(baris);
    const nomor = isi.nomor[i];
    const instansi = milik((baris.lain && baris.lain[i]) || nomor.slice(0, nomor.lastIndexOf("-")));
    const tanda = baris.daftar_tanda[baris.tanda[i]];
    const letak = tanda.lastIndexOf(" ");
    const halaman = baris.hal[i] + halamanDuga(nomor);
    const berkas = halaman === 1 ? "/index.html" : "/halaman-" + halaman + ".html";
    return {
      nama: isi.nama[i],
      nomor,
      unit: isi.unit[i],
      jabatan: baris.daftar_jabatan[baris.jabatan[i]],
      status: tanda.slice(0, letak),
      kategori: tanda.slice(letak + 1),
      instansi,
      alamat: instansi.daftar + berkas + "#" + encodeURIComponent(nomor),
    };
  }

  /* Beri peringkat menurut kata yang dicari; `perbaikan`: ditemukan hanya karena salah ketik diperbaiki. */
  function beriPeringkat(hasil, cari, perbaikan) {
    const milik = kata(hasil.nama);
    const mutu = perbaikan ? -1 : nilai(cari, milik);
    hasil.label = perbaikan ? PERBAIKAN : mutu < 0 ? LAIN : TEPAT;
    hasil.mutu = mutu < 0 ? milik.length : mutu;
    hasil.kunci = milik.join(" ");
    hasil.jenis = JENIS[hasil.label];
    return hasil;
  }

  const banding = (a, b) => (a < b ? -1 : a > b ? 1 : 0);

  function bandingHasil(a, b) {
    return (
      a.label - b.label || a.mutu - b.mutu || banding(a.kunci, b.kunci) ||
      banding(a.instansi.kode, b.instansi.kode) || banding(a.nomor, b.nomor)
    );
  }

  /* Fungsi yang membuang baris di luar saringan {wilayah, edisi, kategori, unit}. */
  function penyaring(saring) {
    const unit = kata(saring.unit || "");
    return (t) =>
      (!saring.wilayah || (t.instansi.wilayah || "pusat") === saring.wilayah) &&
      (!saring.edisi || t.instansi.tahap === saring.edisi) &&
      (!saring.kategori || t.kategori.toLowerCase().replace("_", "-") === saring.kategori) &&
      (!unit.length || unit.every((k) => kata(t.unit).some((lain) => lain.startsWith(k))));
  }

  Pendataan.baris = { HALAMAN, semuaInstansi, dariRincian, kolom, sekali, nama, banyak, orang, beriPeringkat, banding, bandingHasil, penyaring };
})();
