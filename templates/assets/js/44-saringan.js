/* Saringan hasil: provinsi, instansi, unit kerja, kategori, edisi. Nilainya juga tertulis di alamat halaman. */
(function () {
  const NAMA = ["wilayah", "instansi", "unit", "kategori", "edisi"];
  const SEMUA_INSTANSI = ["wilayah", "instansi", "edisi"];
  const PUSAT = "pusat";
  const TANPA_UNIT = "Tidak diketahui"; /* nama rekapitulasi bagi orang tanpa unit */

  function isiPilihan(pilih, semua, nilai) {
    pilih.replaceChildren(new Option("Semua", ""), ...semua.map(([kode, teks]) => new Option(teks, kode)));
    pilih.value = nilai;
    if (pilih.selectedIndex < 0) pilih.value = "";
  }

  /* `instansi()`: janji semua instansi; `satu`: halaman ini hanya tentang satu; `berubah()`: pembaca menyaring. */
  function buat(form, { instansi, satu, berubah }) {
    const bidang = {};
    const kotak = document.getElementById("saringan");
    const jumlah = document.getElementById("saringan-jumlah");
    const awal = new URLSearchParams(location.search);
    const ingin = Object.fromEntries(NAMA.map((nama) => [nama, awal.get(nama) || ""]));
    let siap = null;
    let terisi = false;
    for (const nama of NAMA) {
      if (satu && SEMUA_INSTANSI.includes(nama)) form.elements[nama].parentElement.hidden = true;
      else bidang[nama] = form.elements[nama];
    }

    function nilai() {
      const isi = {};
      for (const nama of Object.keys(bidang)) {
        const teks = terisi ? bidang[nama].value.trim() : ingin[nama];
        if (teks) isi[nama] = teks;
      }
      return isi;
    }

    function tandai() {
      const banyak = Object.keys(nilai()).length;
      jumlah.hidden = !banyak;
      jumlah.textContent = banyak + " aktif";
    }

    function isiInstansi(semua, nilainya) {
      const wilayah = bidang.wilayah.value;
      const cocok = semua.filter((i) => !wilayah || (i.wilayah || PUSAT) === wilayah);
      isiPilihan(bidang.instansi, cocok.map((i) => [i.slug, i.nama]), nilainya);
    }

    /* Unit instansi ini sebagai saran: yang terbanyak orangnya, dari rekapitulasi di halaman ini juga. Teks bebas tetap boleh. */
    function sarankanUnit() {
      const semua = [...document.querySelectorAll("#rekap-unit-kerja tbody th")].map((sel) => sel.textContent);
      const daftar = document.createElement("datalist");
      daftar.id = "unit-saran";
      daftar.append(...semua.filter((nama) => nama !== TANPA_UNIT).map((nama) => new Option(nama)));
      bidang.unit.after(daftar);
      bidang.unit.setAttribute("list", daftar.id);
    }

    async function isiSemua() {
      if (satu) {
        sarankanUnit();
      } else {
        const semua = await instansi();
        const ada = [...new Set(semua.map((i) => i.wilayah).filter(Boolean))].sort();
        const pusat = semua.some((i) => !i.wilayah) ? [[PUSAT, "Instansi pusat"]] : [];
        isiPilihan(bidang.wilayah, [...pusat, ...ada.map((w) => [w, w])], ingin.wilayah);
        isiInstansi(semua, ingin.instansi);
        bidang.edisi.value = ingin.edisi;
      }
      bidang.kategori.value = ingin.kategori;
      bidang.unit.value = ingin.unit;
      terisi = true;
      tandai();
    }

    /* Pilihan baru diisi ketika saringan dibuka atau alamat memintanya; yang gagal boleh dicoba lagi. */
    function siapkan() {
      if (!siap) {
        siap = isiSemua();
        siap.catch(() => (siap = null));
      }
      return siap;
    }

    async function ubah(nama) {
      await siapkan();
      if (nama === "wilayah") isiInstansi(await instansi(), bidang.instansi.value);
      tandai();
      berubah();
    }

    async function kosongkan() {
      await siapkan();
      for (const satuBidang of Object.values(bidang)) satuBidang.value = "";
      await ubah(satu ? "unit" : "wilayah");
    }

    const dengar = (nama) => () => ubah(nama).catch(() => undefined);
    for (const nama of Object.keys(bidang)) bidang[nama].addEventListener(nama === "unit" ? "input" : "change", dengar(nama));
    kotak.addEventListener("toggle", () => kotak.open && siapkan().catch(() => undefined));
    document.getElementById("saringan-hapus").addEventListener("click", () => kosongkan().catch(() => undefined));
    kotak.open = Object.keys(nilai()).length > 0;
    tandai();
    return { nilai, kosongkan, siapkan };
  }

  Pendataan.saringan = { buat, NAMA };
})();
