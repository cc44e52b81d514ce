/* Sisa waktu uji publik menurut jam pembaca; tanpa skrip, tanggalnya tetap tertulis. */
(function () {
  for (const unsur of document.querySelectorAll("[data-sampai]")) {
    const sisa = Date.parse(unsur.dataset.sampai) - Date.now();
    const hari = Math.floor(sisa / 86400000);
    if (sisa < 0) {
      unsur.textContent = "Batas waktu ini sudah lewat.";
      unsur.classList.add("lewat");
    } else if (hari < 1) unsur.textContent = "Berakhir dalam 24 jam.";
    else unsur.textContent = "Masih dibuka, sisa " + hari + " hari.";
  }
})();
