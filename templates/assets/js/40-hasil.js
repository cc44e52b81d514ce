/* Hasil pencarian sebagai unsur halaman. Teks selalu masuk sebagai teks, tidak pernah sebagai HTML. */
(function () {
  const JUDUL = { persis: "Ejaan sama persis", mirip: "Ejaan mirip", maksud: "Mungkin maksud Anda" };
  const KATEGORI = { "thk-ii": "THK-II", "non-asn": "Non-ASN" };
  const SEKALI = 30;
  const angka = (n) => n.toLocaleString("id-ID");

  function unsur(nama, isi, kelas) {
    const baru = document.createElement(nama);
    if (kelas) baru.className = kelas;
    if (typeof isi === "string") baru.textContent = isi;
    else if (isi) baru.append(...isi);
    return baru;
  }

  function tautan(alamat, isi) {
    const a = unsur("a", isi);
    a.href = alamat;
    return a;
  }

  /* Nama dapat memuat tanda arah tulisan; <bdi> menahannya di dalam nama itu. */
  function satu(akar, t, sebutInstansi) {
    const kerja = [t.jabatan, t.unit].filter(Boolean).join(" · ");
    const asal = [sebutInstansi && t.instansi.nama, t.instansi.edisi, KATEGORI[t.kategori], t.nomor].filter(Boolean).join(" · ");
    const lencana = unsur("span", t.status, "lencana" + (t.status === "MS" ? " lencana-baik" : ""));
    return unsur("li", [
      tautan(akar + t.alamat, [unsur("bdi", t.nama)]),
      unsur("span", [unsur("bdi", kerja)], "hasil-kerja"),
      unsur("span", [asal + " ", lencana], "hasil-asal"),
    ]);
  }

  /* Daftar berkelompok, SEKALI orang setiap kali; `halaman` kali langsung tampak, `berpindah` mendengar bila bertambah.
     `lengkapi` mengisi jabatan dan unit sebelum ditampilkan. Mengembalikan janji: bagian pertama tampak. */
  function daftar(wadah, temuan, { akar, sebutInstansi, halaman, lengkapi, berpindah }) {
    const isi = unsur("div", null, "hasil-kelompok");
    const lagi = unsur("button", "", "tombol tombol-polos");
    let tampak = 0;
    let jenis = "";
    let ol = null;
    lagi.type = "button";
    wadah.append(isi, lagi);

    async function tambah(banyak) {
      const potong = temuan.slice(tampak, tampak + banyak);
      await lengkapi(potong);
      const baru = potong.map(function (t) {
        if (t.jenis !== jenis) {
          jenis = t.jenis;
          ol = unsur("ol", null, "hasil");
          isi.append(unsur("h3", JUDUL[jenis] + " (" + angka(temuan.filter((x) => x.jenis === jenis).length) + ")"), ol);
        }
        const li = satu(akar, t, sebutInstansi);
        ol.append(li);
        return li;
      });
      tampak += potong.length;
      lagi.hidden = tampak >= temuan.length;
      lagi.textContent = "Tampilkan lebih banyak (" + angka(temuan.length - tampak) + " lagi)";
      return baru;
    }

    lagi.addEventListener("click", async function () {
      if (lagi.getAttribute("aria-busy") === "true") return;
      lagi.setAttribute("aria-busy", "true");
      const [pertama] = await tambah(SEKALI).catch(() => []);
      lagi.removeAttribute("aria-busy");
      if (!pertama) return;
      pertama.querySelector("a").focus();
      berpindah(Math.ceil(tampak / SEKALI));
    });
    return tambah(SEKALI * halaman);
  }

  function instansi(wadah, akar, ketemu) {
    const butir = ketemu.slice(0, 5).map((i) => unsur("li", [tautan(akar + i.alamat, i.nama), unsur("span", i.edisi, "hasil-kerja")]));
    wadah.append(unsur("h3", "Instansi"), unsur("ul", butir, "hasil"));
  }

  /* "12 orang ditemukan: 10 ejaan sama persis, 2 ejaan mirip." */
  function ringkas(temuan) {
    if (!temuan.length) return "Tidak ada nama yang cocok.";
    const bagian = Object.keys(JUDUL)
      .map((jenis) => [temuan.filter((t) => t.jenis === jenis).length, JUDUL[jenis].toLowerCase()])
      .filter(([banyak]) => banyak);
    const rinci = bagian.length > 1 || bagian[0][1] !== "ejaan sama persis";
    return angka(temuan.length) + " orang ditemukan" + (rinci ? ": " + bagian.map(([n, j]) => angka(n) + " " + j).join(", ") : "") + ".";
  }

  Pendataan.hasil = { unsur, tautan, angka, daftar, instansi, ringkas, SEKALI };
})();
