/* Hasil pencarian sebagai unsur halaman. Teks selalu masuk sebagai teks, tidak pernah sebagai HTML. */
(function () {
  const JUDUL = { persis: "Ejaan sama persis", mirip: "Ejaan mirip", maksud: "Mungkin maksud Anda" };
  const KATEGORI = { THK_II: "THK-II", NON_ASN: "Non-ASN" };
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

  function tombol(teks, saatDitekan) {
    const baru = unsur("button", teks, "tombol tombol-polos");
    baru.type = "button";
    baru.addEventListener("click", saatDitekan);
    return baru;
  }

  /* Nama dapat memuat tanda arah tulisan; <bdi> menahannya di dalam nama itu. */
  function satu(akar, t, sebutInstansi) {
    const kerja = [t.jabatan, t.unit].filter(Boolean).join(" · ");
    const asal = [sebutInstansi && t.instansi.nama, t.instansi.label, KATEGORI[t.kategori]].filter(Boolean).map((it) => it + "\u00a0· ").join("");
    const lencana = unsur("span", t.status, "lencana" + (t.status === "MS" ? " lencana-baik" : ""));
    return unsur("li", [
      tautan(akar + t.alamat, [unsur("bdi", t.nama)]),
      unsur("span", [unsur("bdi", kerja)], "hasil-kerja"),
      unsur("span", [asal, unsur("span", [t.nomor + " ", lencana], "utuh")], "hasil-asal"),
    ]);
  }

  /* Daftar berkelompok yang bertambah atas permintaan; `halaman` kali langsung tampak. `bertambah(halaman)` mendengarnya. */
  async function daftar(wadah, pencarian, { akar, sebutInstansi, halaman, bertambah }) {
    const isi = unsur("div", null, "hasil-kelompok");
    let jenis = "";
    let ol = null;
    let ke = 0;

    const mirip = () => pencarian.habis && !pencarian.antre.length && pencarian.perbaikan !== null && ke > 0;

    async function tambah() {
      if (mirip()) await pencarian.perbaiki();
      else await pencarian.sampaiAda();
      ke += 1;
      const baru = pencarian.antre.splice(0, SEKALI).map(function (t) {
        if (t.jenis !== jenis) {
          jenis = t.jenis;
          ol = unsur("ol", null, "hasil");
          isi.append(unsur("h3", JUDUL[jenis]), ol);
        }
        const li = satu(akar, t, sebutInstansi);
        ol.append(li);
        return li;
      });
      lagi.hidden = pencarian.habis && !pencarian.antre.length && !mirip();
      const sisa = pencarian.habis ? " (" + angka(pencarian.antre.length) + " lagi)" : "";
      lagi.textContent = mirip() ? "Cari juga ejaan yang hampir sama" : (ol ? "Tampilkan lebih banyak" : "Periksa lebih jauh") + sisa;
      return baru;
    }

    const lagi = tombol("", async function () {
      if (lagi.getAttribute("aria-busy") === "true") return;
      lagi.setAttribute("aria-busy", "true");
      const [pertama] = await tambah().catch(() => []);
      lagi.removeAttribute("aria-busy");
      if (pertama) pertama.querySelector("a").focus();
      else if (lagi.hidden) isi.append(unsur("p", "Tidak ada lagi yang cocok.", "redup"));
      bertambah(ke);
    });
    while (ke < halaman && !(ke && lagi.hidden)) await tambah();
    if (ol || !lagi.hidden) wadah.append(isi, lagi);
  }

  function instansi(wadah, akar, ketemu) {
    const butir = ketemu.slice(0, 5).map((i) => unsur("li", [tautan(akar + i.alamat, i.nama), unsur("span", i.label, "hasil-kerja")]));
    wadah.append(unsur("h3", "Instansi"), unsur("ul", butir, "hasil"));
  }

  /* "12 orang ditemukan: 10 ejaan sama persis, 2 ejaan mirip." */
  function ringkas({ jumlah, habis }) {
    const bagian = Object.keys(JUDUL).filter((jenis) => jumlah[jenis]);
    if (!bagian.length) return habis ? "Tidak ada nama yang cocok." : "Belum ada nama yang cocok di bagian yang sudah diperiksa.";
    const semua = bagian.reduce((n, jenis) => n + jumlah[jenis], 0);
    const rinci = bagian.map((jenis) => angka(jumlah[jenis]) + " " + JUDUL[jenis].toLowerCase()).join(", ");
    const polos = !habis || (bagian.length === 1 && bagian[0] === "persis");
    if (bagian.length === 1 && bagian[0] === "maksud") return "Tidak ada ejaan itu. " + angka(semua) + " nama yang mirip ditemukan.";
    return (habis ? "" : "Sedikitnya ") + angka(semua) + " orang ditemukan" + (polos ? "" : ": " + rinci) + ".";
  }

  Pendataan.hasil = { unsur, tautan, tombol, angka, daftar, instansi, ringkas, SEKALI };
})();
