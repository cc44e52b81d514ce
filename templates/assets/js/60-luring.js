/* Luring: mendaftarkan pekerja layanan, menyimpan satu instansi, menampilkan yang tersimpan.
   Dari file:// dan lewat http tanpa pengaman tidak ada pekerja layanan; halaman tetap utuh tanpanya. */
(function () {
  const { akar, alamatSkrip, muat } = Pendataan.data;
  const mampu = location.protocol.startsWith("http") && isSecureContext && "serviceWorker" in navigator && "caches" in globalThis;
  if (!mampu) return;
  const jalur = new URL(akar || "./", location.href).pathname;
  const SIMPAN = "pendataan:" + jalur + ":simpan:";

  function unsur(nama, isi, kelas) {
    const baru = document.createElement(nama);
    if (kelas) baru.className = kelas;
    baru.textContent = isi;
    return baru;
  }

  function daftarkan() {
    if (navigator.connection && navigator.connection.saveData) return;
    navigator.serviceWorker.register(alamatSkrip(akar + "sw.js")).catch(() => undefined);
    if (navigator.serviceWorker.controller) return;
    /* Kunjungan pertama belum lewat pekerja layanan: minta halaman ini diingat. */
    navigator.serviceWorker.ready.then((r) => r.active.postMessage({ jenis: "ingat", alamat: location.href }));
  }

  /* Tanda setiap instansi yang tersimpan utuh: {slug, sidik, nama, halaman, waktu}. */
  async function tersimpan() {
    const tanda = [];
    for (const nama of await caches.keys()) {
      if (!nama.startsWith(SIMPAN)) continue;
      const slug = nama.slice(SIMPAN.length).split(":")[0];
      const isi = await (await caches.open(nama)).match(new URL(jalur + "luring/" + slug + ".json", location.href).href);
      if (isi) tanda.push(Object.assign(await isi.json(), { simpanan: nama }));
    }
    return tanda.sort((a, b) => (a.nama < b.nama ? -1 : 1));
  }

  const tanggal = (waktu) => new Date(waktu).toLocaleDateString("id-ID", { dateStyle: "long" });

  /* Minta pekerja layanan menyimpan; `kabar` mendengar jumlah berkas yang sudah tiba. */
  async function simpan(pesan, kabar) {
    await navigator.serviceWorker.register(alamatSkrip(akar + "sw.js"));
    const { active } = await navigator.serviceWorker.ready;
    const { port1, port2 } = new MessageChannel();
    return new Promise(function (selesai, gagal) {
      port1.onmessage = function ({ data }) {
        if (data.selesai) selesai();
        else if (data.gagal) gagal(new Error(data.gagal));
        else kabar(data.tiba, data.jumlah);
      };
      active.postMessage(Object.assign({ jenis: "simpan" }, pesan), [port2]);
    });
  }

  /* Apa yang disimpan: halaman instansi, semua halaman daftarnya, dan data pencariannya (pak, bukan pohonnya). */
  function yangDisimpan(rincian, sidik) {
    const halaman = Math.max(1, Math.ceil(rincian.jumlah / Pendataan.baris.HALAMAN));
    const daftar = [rincian.daftar + "/index.html"];
    for (let ke = 2; ke <= halaman; ke++) daftar.push(rincian.daftar + "/halaman-" + ke + ".html");
    const slug = rincian.alamat.split("/")[1];
    return {
      slug,
      sidik,
      nama: rincian.nama,
      alamat: [rincian.alamat, ...daftar, "data/" + slug + "/cari.js", ...rincian.pak.map((nama) => nama + ".js")],
    };
  }

  function kotakSimpan(kotak, { rinci, sidik }) {
    const tombol = unsur("button", "Simpan instansi ini untuk luring", "tombol tombol-polos");
    const status = unsur("span", "", "kecil redup");
    tombol.type = "button";
    status.setAttribute("role", "status");
    kotak.replaceChildren(tombol, status);

    async function tunjukkan() {
      const tanda = (await tersimpan()).find((t) => "data/" + t.slug + "/cari" === rinci);
      if (!tanda) status.textContent = "Daftarnya lalu dapat dibuka dan dicari tanpa internet.";
      else if (tanda.sidik === sidik) {
        tombol.textContent = "Simpan lagi untuk luring";
        status.textContent = "Tersimpan di perangkat ini pada " + tanggal(tanda.waktu) + ".";
      } else {
        tombol.textContent = "Perbarui simpanan luring";
        status.textContent = "Yang tersimpan pada " + tanggal(tanda.waktu) + " sudah diganti edisi yang lebih baru.";
      }
    }

    tombol.addEventListener("click", async function () {
      if (tombol.getAttribute("aria-disabled") === "true") return;
      tombol.setAttribute("aria-disabled", "true");
      status.textContent = "Menyimpan…";
      try {
        await simpan(yangDisimpan(await muat(rinci), sidik), function (tiba, jumlah) {
          status.textContent = "Menyimpan… " + Math.floor((100 * tiba) / jumlah) + "%";
        });
        await tunjukkan();
      } catch (galat) {
        status.textContent = galat.message === "penuh"
          ? "Ruang penyimpanan perangkat tidak cukup. Hapus sesuatu, lalu coba lagi."
          : "Gagal menyimpan. Periksa sambungan Anda, lalu coba lagi.";
      }
      tombol.removeAttribute("aria-disabled");
    });
    tunjukkan();
  }

  async function halamanLuring(wadah) {
    const status = document.getElementById("tersimpan-status");
    const semua = await tersimpan();
    document.getElementById("luring-dari").hidden = !new URLSearchParams(location.search).has("dari");
    document.getElementById("tersimpan-kosong").hidden = semua.length > 0;
    wadah.replaceChildren(...semua.map(function (tanda) {
      const butir = unsur("li", "");
      const tautan = unsur("a", tanda.nama);
      tautan.href = akar + tanda.halaman;
      const hapus = unsur("button", "Hapus", "tombol tombol-polos");
      hapus.type = "button";
      hapus.setAttribute("aria-label", "Hapus simpanan " + tanda.nama);
      hapus.addEventListener("click", async function () {
        await caches.delete(tanda.simpanan);
        await halamanLuring(wadah);
        status.textContent = "Simpanan " + tanda.nama + " dihapus.";
      });
      butir.append(tautan, unsur("span", "Disimpan " + tanggal(tanda.waktu), "hasil-kerja"), hapus);
      return butir;
    }));
  }

  const manifes = document.createElement("link");
  manifes.rel = "manifest";
  manifes.href = akar + "manifest.webmanifest";
  document.head.append(manifes);
  if (document.readyState === "complete") daftarkan();
  else addEventListener("load", daftarkan);

  const kotak = document.getElementById("luring");
  const atur = document.getElementById("cari-data");
  const setelan = atur ? JSON.parse(atur.textContent) : {};
  if (kotak && setelan.rinci) kotakSimpan(kotak, setelan);
  const wadah = document.getElementById("tersimpan");
  if (wadah) halamanLuring(wadah);
})();
