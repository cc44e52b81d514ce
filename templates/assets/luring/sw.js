/* Pekerja layanan. Menyimpan kulit situs, halaman instansi yang pernah dibuka, dan instansi yang disimpan pembaca.
   Daftar selalu diambil dari jaringan dahulu; simpanan hanya menjawab bila jaringan tidak menjawab. */
"use strict";
const SITUS = {/* diisi pembangun situs */};
const AKAR = new URL("./", self.location.href);
const AWALAN = "pendataan:" + AKAR.pathname + ":";
const KULIT = AWALAN + "kulit:" + SITUS.versi;
const LAMA = AWALAN + "lama";
const KUNJUNGAN = AWALAN + "kunjungan";
const SIMPAN = AWALAN + "simpan:";
const PALING_BANYAK = { [LAMA]: 40, [KUNJUNGAN]: 60 };
const SABAR = 5000; /* milidetik menunggu jaringan bila ada simpanan */

/* Alamat dihitung dari akar situs, tanpa ?... dan #...; null di luar situs. */
function dalamSitus(url) {
  const alamat = new URL(url, AKAR);
  if (alamat.origin !== AKAR.origin || !alamat.pathname.startsWith(AKAR.pathname)) return null;
  const jalur = alamat.pathname.slice(AKAR.pathname.length);
  return jalur === "" || jalur.endsWith("/") ? jalur + "index.html" : jalur;
}

const bersidik = (alamat) => /^(data\/.+\/[a-z2-7]{10}\.js|aset\/.+-[0-9a-f]{10}\.\w+|aset\/huruf\/.+)$/.test(alamat);
const kunci = (alamat) => new URL(alamat, AKAR).href;

/* Peramban menolak jawaban yang pernah dialihkan bagi sebuah halaman: simpan salinannya yang polos. */
function polos(jawaban) {
  const { status, statusText, headers } = jawaban;
  return jawaban.redirected ? new Response(jawaban.body, { status, statusText, headers }) : jawaban;
}

async function ambil(alamat) {
  const jawaban = await fetch(kunci(alamat), { cache: bersidik(alamat) ? "default" : "no-cache", credentials: "same-origin" });
  if (!jawaban.ok) throw new Error(alamat + " " + jawaban.status);
  return polos(jawaban);
}

/* Isi sebuah simpanan, empat unduhan sekaligus; satu yang gagal menggagalkan semuanya. */
async function isi(nama, semua, kabar) {
  const simpanan = await caches.open(nama);
  let berikut = 0;
  let tiba = 0;
  async function pekerja() {
    while (berikut < semua.length) {
      const alamat = semua[berikut++];
      const jawaban = (bersidik(alamat) && (await cariSimpanan(alamat))) || (await ambil(alamat));
      await simpanan.put(kunci(alamat), jawaban);
      kabar(++tiba, semua.length);
    }
  }
  await Promise.all([pekerja(), pekerja(), pekerja(), pekerja()]);
}

async function punyaSitus() {
  return (await caches.keys()).filter((nama) => nama.startsWith(AWALAN));
}

/* Simpanan pertama yang memuat alamat: kunjungan (selalu yang terakhir dilihat), lalu yang disimpan, lalu kulit. */
async function cariSimpanan(alamat) {
  const ada = await punyaSitus();
  const urut = [KUNJUNGAN, ...ada.filter((n) => n.startsWith(SIMPAN)), KULIT, LAMA, ...ada];
  for (const satu of urut.filter((n) => ada.includes(n))) {
    const jawaban = await (await caches.open(satu)).match(kunci(alamat));
    if (jawaban) return jawaban;
  }
  return undefined;
}

async function catat(nama, alamat, jawaban) {
  const simpanan = await caches.open(nama);
  await simpanan.delete(kunci(alamat));
  await simpanan.put(kunci(alamat), jawaban);
  const semua = await simpanan.keys();
  for (const lama of semua.slice(0, Math.max(0, semua.length - PALING_BANYAK[nama]))) await simpanan.delete(lama);
}

async function simpananDahulu(peristiwa, alamat) {
  return (await cariSimpanan(alamat)) || fetch(peristiwa.request);
}

function jaringanDahulu(peristiwa, alamat) {
  const jaringan = fetch(peristiwa.request).then(function (jawaban) {
    if (jawaban.ok && jawaban.type === "basic" && /^instansi\/.+\.html$/.test(alamat)) {
      peristiwa.waitUntil(catat(KUNJUNGAN, alamat, polos(jawaban.clone())).catch(() => undefined));
    }
    return jawaban;
  });
  const sabar = new Promise((selesai) => setTimeout(selesai, SABAR)).then(() => cariSimpanan(alamat));
  return Promise.race([jaringan, sabar])
    .then((jawaban) => jawaban || jaringan)
    .catch(async function (galat) {
      const simpanan = await cariSimpanan(alamat);
      if (simpanan) return simpanan;
      if (peristiwa.request.mode !== "navigate" || alamat === SITUS.luring) throw galat;
      return Response.redirect(kunci(SITUS.luring) + "?dari=" + encodeURIComponent(alamat));
    });
}

self.addEventListener("install", function (peristiwa) {
  peristiwa.waitUntil(isi(KULIT, SITUS.kulit, () => undefined).then(() => self.skipWaiting()));
});

/* Kulit lama pergi, tetapi gaya dan skripnya tinggal: halaman yang tersimpan masih memintanya. */
async function rapikan() {
  for (const nama of (await punyaSitus()).filter((n) => n.startsWith(AWALAN + "kulit:") && n !== KULIT)) {
    const simpanan = await caches.open(nama);
    for (const permintaan of await simpanan.keys()) {
      const alamat = dalamSitus(permintaan.url);
      if (bersidik(alamat)) await catat(LAMA, alamat, await simpanan.match(permintaan));
    }
    await caches.delete(nama);
  }
  await self.clients.claim();
}

self.addEventListener("activate", (peristiwa) => peristiwa.waitUntil(rapikan()));

self.addEventListener("fetch", function (peristiwa) {
  const { request } = peristiwa;
  const alamat = dalamSitus(request.url);
  if (alamat === null || request.method !== "GET" || request.headers.has("range")) return;
  if (bersidik(alamat)) peristiwa.respondWith(simpananDahulu(peristiwa, alamat));
  else if (/\.html$|^data\//.test(alamat)) peristiwa.respondWith(jaringanDahulu(peristiwa, alamat));
});

/* Satu instansi seutuhnya: yang lama tetap ada sampai yang baru lengkap. */
async function simpan({ slug, sidik, nama, alamat }, kabar) {
  const baru = SIMPAN + slug + ":" + sidik;
  const tanda = kunci("luring/" + slug + ".json");
  await caches.delete(baru);
  try {
    await isi(baru, alamat, kabar);
    const isiTanda = JSON.stringify({ slug, sidik, nama, halaman: alamat[0], waktu: new Date().toISOString() });
    await (await caches.open(baru)).put(tanda, new Response(isiTanda));
  } catch (galat) {
    await caches.delete(baru);
    throw galat;
  }
  const kunjungan = await caches.open(KUNJUNGAN);
  for (const satu of alamat) await kunjungan.delete(kunci(satu));
  for (const lama of await punyaSitus()) if (lama.startsWith(SIMPAN + slug + ":") && lama !== baru) await caches.delete(lama);
}

self.addEventListener("message", function (peristiwa) {
  const [jawab] = peristiwa.ports;
  const pesan = peristiwa.data;
  if (pesan.jenis === "ingat") {
    const alamat = dalamSitus(pesan.alamat);
    if (alamat && alamat.startsWith("instansi/")) {
      peristiwa.waitUntil(ambil(alamat).then((jawaban) => catat(KUNJUNGAN, alamat, jawaban)).catch(() => undefined));
    }
  } else if (pesan.jenis === "simpan" && jawab) {
    const kabar = (tiba, jumlah) => jawab.postMessage({ tiba, jumlah });
    peristiwa.waitUntil(
      simpan(pesan, kabar)
        .then(() => jawab.postMessage({ selesai: true }))
        .catch((galat) => jawab.postMessage({ gagal: galat.name === "QuotaExceededError" ? "penuh" : "putus" })),
    );
  }
});
