/* SHA-256: milik peramban bila ada, dan hitungan sendiri di tempat ia tidak ada (http biasa, sebagian file://). */
(function () {
  const AKAR = new Uint32Array(64);
  const AWAL = new Uint32Array(8);
  const pecahan = (n) => ((n - Math.floor(n)) * 4294967296) | 0;
  for (let n = 2, banyak = 0; banyak < 64; n++) {
    let prima = true;
    for (let p = 2; p * p <= n && prima; p++) prima = n % p !== 0;
    if (!prima) continue;
    if (banyak < 8) AWAL[banyak] = pecahan(Math.sqrt(n));
    AKAR[banyak++] = pecahan(Math.cbrt(n));
  }

  function putaran(keadaan, w, data, awal) {
    for (let i = 0; i < 16; i++) w[i] = data.getUint32(awal + i * 4);
    for (let i = 16; i < 64; i++) {
      const x = w[i - 15];
      const y = w[i - 2];
      const s0 = ((x >>> 7) | (x << 25)) ^ ((x >>> 18) | (x << 14)) ^ (x >>> 3);
      const s1 = ((y >>> 17) | (y << 15)) ^ ((y >>> 19) | (y << 13)) ^ (y >>> 10);
      w[i] = (w[i - 16] + s0 + w[i - 7] + s1) | 0;
    }
    let [a, b, c, d, e, f, g, h] = keadaan;
    for (let i = 0; i < 64; i++) {
      const s1 = ((e >>> 6) | (e << 26)) ^ ((e >>> 11) | (e << 21)) ^ ((e >>> 25) | (e << 7));
      const t1 = (h + s1 + ((e & f) ^ (~e & g)) + AKAR[i] + w[i]) | 0;
      const s0 = ((a >>> 2) | (a << 30)) ^ ((a >>> 13) | (a << 19)) ^ ((a >>> 22) | (a << 10));
      const t2 = (s0 + ((a & b) ^ (a & c) ^ (b & c))) | 0;
      h = g;
      g = f;
      f = e;
      e = (d + t1) | 0;
      d = c;
      c = b;
      b = a;
      a = (t1 + t2) | 0;
    }
    [a, b, c, d, e, f, g, h].forEach((nilai, i) => (keadaan[i] = (keadaan[i] + nilai) | 0));
  }

  const heksa = (bita) => Array.from(bita, (n) => n.toString(16).padStart(2, "0")).join("");

  /* Berkas besar dihitung sepotong demi sepotong agar halaman tetap menjawab. */
  async function hitung(bita) {
    const keadaan = AWAL.slice();
    const w = new Int32Array(64);
    const utuh = bita.length - (bita.length % 64);
    const data = new DataView(bita.buffer, bita.byteOffset, bita.byteLength);
    for (let awal = 0; awal < utuh; awal += 64) {
      putaran(keadaan, w, data, awal);
      if (awal % 4194304 === 4194240) await new Promise((lanjut) => setTimeout(lanjut));
    }
    const sisa = bita.subarray(utuh);
    const ekor = new Uint8Array(sisa.length < 56 ? 64 : 128);
    ekor.set(sisa);
    ekor[sisa.length] = 128;
    const akhir = new DataView(ekor.buffer);
    akhir.setUint32(ekor.length - 8, Math.floor(bita.length / 536870912));
    akhir.setUint32(ekor.length - 4, (bita.length << 3) >>> 0);
    for (let awal = 0; awal < ekor.length; awal += 64) putaran(keadaan, w, akhir, awal);
    const hasil = new DataView(new ArrayBuffer(32));
    keadaan.forEach((nilai, i) => hasil.setUint32(i * 4, nilai));
    return heksa(new Uint8Array(hasil.buffer));
  }

  /* Sidik jari isi `bita` (Uint8Array): 64 huruf dan angka. */
  async function sidik(bita) {
    if (globalThis.crypto && crypto.subtle) {
      try {
        return heksa(new Uint8Array(await crypto.subtle.digest("SHA-256", bita)));
      } catch {
        /* peramban menolaknya di sini; hitung sendiri */
      }
    }
    return hitung(bita);
  }

  Pendataan.sidik = { sidik, hitung };
})();
