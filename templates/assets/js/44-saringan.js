/* Saringan hasil: provinsi, instansi, unit kerja, kategori, edisi. Nilainya juga tertulis di alamat halaman. */
(function () {
  const NAMA = ["wilayah", "instansi", "unit", "kategori", "edisi"];
  const PUSAT = "pusat";
  const BANYAK_UNIT = 3000;

  function isiPilihan(pilih, semua, nilai) {
    const pertama = new Option("Semua", "");
    pilih.replaceChildren(pertama, ...semua.map(([kode, teks]) => new Option(teks, kode)));
    pilih.value = nilai;
    if (pilih.selectedIndex < 0) pilih.value = "";
  }

  /* `instansi()`: janji semua instansi; `unit(slug)`: janji nama unit sebuah instansi; `berubah()`: pembaca menyaring. */
  function buat(form, { instansi, unit, satu, berubah }) {
    const bidang = Object.fromEntries(NAMA.map((nama) => [nama, form.elements[nama]]).filter(([, unsur]) => unsur));
    const kotak = document.getElementById("saringan");
    const jumlah = document.getElementById("saringan-jumlah");
    const awal = new URLSearchParams(location.search);
    const ingin = Object.fromEntries(NAMA.map((nama) => [nama, awal.get(nama) || ""]));
    let siap = null;
    let terisi = false;
    let unitMilik = "";

    function nilai() {
      const isi = {};
      for (const nama of NAMA) {
        const teks = bidang[nama] && (terisi ? bidang[nama].value : ingin[nama]);
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
      if (!bidang.instansi) return;
      const wilayah = bidang.wilayah.value;
      const cocok = semua.filter((i) => !wilayah || (i.wilayah || PUSAT) === wilayah);
      isiPilihan(bidang.instansi, cocok.map((i) => [i.slug, i.nama]), nilainya);
    }

    async function isiUnit(nilainya) {
      const milik = satu || bidang.instansi.value;
      if (milik === unitMilik) return;
      unitMilik = milik;
      bidang.unit.disabled = !milik;
      bidang.unit.replaceChildren(new Option(milik ? "Semua" : "Pilih instansi dahulu", ""));
      if (!milik) return;
      const semua = await unit(milik).catch(() => []);
      if (milik === unitMilik) isiPilihan(bidang.unit, semua.slice(0, BANYAK_UNIT).map((u) => [u, u]), nilainya);
    }

    /* Pilihan baru diisi ketika saringan dibuka atau alamat memintanya. */
    function siapkan() {
      if (!siap) {
        siap = (async function () {
          const semua = await instansi();
          if (bidang.wilayah) {
            const ada = [...new Set(semua.map((i) => i.wilayah).filter(Boolean))].sort();
            const pusat = semua.some((i) => !i.wilayah) ? [[PUSAT, "Instansi pusat"]] : [];
            isiPilihan(bidang.wilayah, [...pusat, ...ada.map((w) => [w, w])], ingin.wilayah);
          }
          isiInstansi(semua, ingin.instansi);
          for (const nama of ["kategori", "edisi"]) if (bidang[nama]) bidang[nama].value = ingin[nama];
          await isiUnit(ingin.unit);
          terisi = true;
          tandai();
        })();
        siap.catch(() => (siap = null));
      }
      return siap;
    }

    async function ubah(nama) {
      await siapkan();
      if (nama === "wilayah") isiInstansi(await instansi(), bidang.instansi.value);
      if (nama === "wilayah" || nama === "instansi") await isiUnit("");
      tandai();
      berubah();
    }

    function kosongkan() {
      for (const nama of NAMA) {
        ingin[nama] = "";
        if (bidang[nama]) bidang[nama].value = "";
      }
      return ubah("wilayah" in bidang ? "wilayah" : "kategori");
    }

    for (const nama of Object.keys(bidang)) bidang[nama].addEventListener("change", () => ubah(nama).catch(() => undefined));
    kotak.addEventListener("toggle", () => kotak.open && siapkan().catch(() => undefined));
    document.getElementById("saringan-hapus").addEventListener("click", () => kosongkan().catch(() => undefined));
    kotak.open = Object.keys(nilai()).length > 0;
    tandai();
    return { nilai, kosongkan, siapkan };
  }

  Pendataan.saringan = { buat, NAMA, PUSAT };
})();
