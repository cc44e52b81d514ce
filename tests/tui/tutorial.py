"""The README's tutorial done in the terminal, with keys, pastes and clicks: one function a part, in its order."""

from tests.tui.driving import click, fill, press, sees
from tests.tui.importing import read
from tests.tui.pilots import SAMPLES, type_text
from tests.tui.scans import blank_pdf


async def begin(pilot):
    """The first start: the agency from the reference table, then its settings."""
    await press(pilot, "enter")
    await fill(pilot, "pekalongan kota")
    await press(pilot, "f10", "enter")
    await along(
        pilot, "Jalan Contoh Nomor 1 Pekalongan", "", "", "", "Pekalongan", "Loket BKPSDM, Jalan Contoh Nomor 1"
    )
    await click(pilot, "Kop surat")
    await press(pilot, "enter")
    await along(pilot, "PEMERINTAH KOTA PEKALONGAN", "BADAN KEPEGAWAIAN DAN PENGEMBANGAN SUMBER DAYA MANUSIA")
    await click(pilot, "PPK")
    await press(pilot, "enter")
    await along(pilot, "Nama Rekaan", "Wali Kota Pekalongan")
    await press(pilot, "ctrl+s")


async def along(pilot, *texts):
    """Paste into one field after the other, Tab between them."""
    for n, text in enumerate(texts):
        if n:
            await press(pilot, "tab")
        await type_text(pilot, text)


async def take_in_all(pilot, folder):
    """What the units sent, in three goes; what one of them must correct goes back in a file."""
    await take_in(pilot, "pekalongan-bersih.xlsx", "riwayat.xlsx", "revisi-FINAL-fix.xlsx")
    await take_in(pilot, "dinas-pendidikan-kotor.xlsx", unit="Dinas Pendidikan", back=folder / "perbaiki.xlsx")
    await take_in(pilot, "puskesmas-semikolon.csv", "satpolpp-lama.xls", "banyak-lembar.xlsx")


async def take_in(pilot, *names, unit="", back=None):
    """Choose, read, apply; `back`: where the refused rows go, and those that wait."""
    await press(pilot, "f3", "o")
    await fill(pilot, "\n".join(str(SAMPLES / name) for name in names), unit)
    await read(pilot)
    if back:
        await press(pilot, "x", "down", "enter")
        await fill(pilot, str(back))
    await press(pilot, "a" if len(names) > 1 else "t", "enter")
    await read(pilot)
    await press(pilot, "b")


async def decide_what_waits(pilot):
    """Every row back to its unit; MS for whom the rules have no answer; then everybody is verified."""
    await press(pilot, "f4", "ctrl+a", "x")
    await fill(pilot, "Dikembalikan ke unit untuk dibetulkan")
    await press(pilot, "ctrl+a", "m", "enter", "down", "enter", "tab")
    await fill(pilot, "SK dan bukti bayar dari APBD diperlihatkan")
    sees(pilot, "Tidak ada yang menunggu keputusan di sini.")
    await verify(pilot)


async def verify(pilot):
    """Select all, V."""
    await press(pilot, "f2", "ctrl+a", "v", "enter")


async def announce(pilot):
    """Number, date as proposed, window."""
    await press(pilot, "f6")
    await fill(pilot, "800/685-BKPSDM", "", "21-09-2022 08.00", "30-09-2022")
    await press(pilot, "ctrl+s", "enter")
    sees(pilot, "Uji publik sedang dibuka")


async def receive(pilot):
    """Two usulan and a sanggahan."""
    await press(pilot, "f5", "u")
    story = "Bekerja sejak 2016 di Dinas Sosial, belum terdaftar"
    await fill(pilot, "Siti Rekaan", story, "", "", "Dinas Sosial", "", "", "")
    await press(pilot, "u")
    await fill(pilot, "Budi Rekaan", "Mengusulkan diri", "", "", "", "", "", "")
    await press(pilot, "g")
    await fill(pilot, "3375-000010", "Sudah tidak bekerja sejak 2020", "Warga", "")


async def decide_masukan(pilot):
    """The first usulan granted with the person's data, the second refused, the sanggahan granted."""
    await find(pilot, "U-3375-000001")
    await press(pilot, "k")
    await fill(pilot, "3375015203909001", "", "12-03-1990", "")
    await choose(pilot, 2)
    await fill(pilot, "", "", "Tenaga Administrasi")
    await press(pilot, "tab")
    await fill(pilot, "")
    await choose(pilot, 2)
    await fill(pilot, "", "", "01-02-2016", "", "")
    await press(pilot, "tab")
    await fill(pilot, "SK dan bukti bayar sah")
    await find(pilot, "U-3375-000002")
    await press(pilot, "x")
    await fill(pilot, "Tidak ada SK pengangkatan")
    await find(pilot, "S-3375-000003")
    await press(pilot, "k")
    await fill(pilot, "Dikonfirmasi oleh kepala unit")
    sees(pilot, "0 belum diputus")


async def find(pilot, receipt):
    """Search for a receipt number, so that the entry is the one under the cursor."""
    await press(pilot, "slash")
    await fill(pilot, receipt)


async def choose(pilot, place):
    """In the list under the cursor, the choice that many lines below the present one; then on to the next field."""
    await press(pilot, "enter", *["down"] * place, "enter", "tab")


async def finish(pilot, folder):
    """Compose, print, attach the scan, lock by typing the agency's name."""
    await press(pilot, "f7", "s", "enter", "p")
    await fill(pilot, "800/912-BKPSDM", "", str(folder / "sptjm.pdf"))
    await press(pilot, "l")
    await fill(pilot, str(blank_pdf(folder / "pindaian.pdf")), "", "", "")
    await press(pilot, "k")
    await fill(pilot, "800/950-BKPSDM", "", "Kota Pekalongan")
    sees(pilot, "Kota Pekalongan sudah final.")


async def build(pilot):
    """The site, in its room."""
    await press(pilot, "f8", "b")


async def try_to_change(pilot):
    """What an operator might still press: verify, cross out, import, inbox, save settings, undo."""
    await press(pilot, "f2", "ctrl+a", "v", "c", "t", "f3", "o", "f5", "u", "f10", "ctrl+s", "ctrl+z")
