"""`python -m site_builder --terbitan DIR --keluar DIR`: the builder alone, without the command line of the product."""

import argparse
import json
import shutil
import sys
from pathlib import Path

from registry.errors import PendataanError
from site_builder.build import build
from site_builder.course import Progress
from site_builder.settings import SiteSettings
from site_builder.sources import load_sources
from site_builder.stopping import STOPPED, interruptible


def main() -> int:
    """0 done, 1 refused, 2 wrong usage."""
    parser = argparse.ArgumentParser(prog="python -m site_builder", description="Bangun situs dari folder terbitan.")
    parser.add_argument("--terbitan", type=Path, required=True, help="folder edisi: terbitan/<kode>/<n>-<tahap>.json")
    parser.add_argument("--keluar", type=Path, required=True, help="folder situs yang dihasilkan")
    parser.add_argument("--judul", default=SiteSettings().judul, help="judul situs")
    parser.add_argument("--pemilik", default="", help="nama pengelola situs")
    parser.add_argument("--alamat", default="", help="alamat lengkap situs, untuk sitemap.xml dan 404.html")
    parser.add_argument("--warna", default=SiteSettings().warna, help="warna dasar, #rrggbb")
    parser.add_argument(
        "--isi", type=Path, help="folder halaman sendiri (*.md) dan logo, seperti situs-isi ruang kerja"
    )
    parser.add_argument("--proses", type=int, help="jumlah proses; bawaan: dipilih sendiri")
    parser.add_argument("--kemajuan", choices=["json"], help="tulis kemajuan sebagai baris JSON")
    parser.add_argument("--tanpa-pencarian", action="store_true", help="bangun tanpa indeks pencarian nama")
    options = parser.parse_args()
    settings = SiteSettings(options.judul, options.pemilik, options.alamat, options.warna, not options.tanpa_pencarian)
    if options.isi and not options.isi.is_dir():
        sys.stderr.write(f"Folder halaman sendiri tidak ada: {options.isi}\n")
        return 2
    try:
        with interruptible():
            report = build(
                load_sources(options.terbitan),
                out=options.keluar,
                settings=settings,
                progress=_progress(options.kemajuan),
                processes=options.proses,
                own=options.isi,
            )
    except PendataanError as error:
        sys.stderr.write(f"{error}\n")
        return 1
    except OSError as error:
        sys.stderr.write(f"Situs tidak dapat ditulis ({error}). Situs yang lama tetap seperti semula.\n")
        return 1
    except KeyboardInterrupt:
        sys.stderr.write(f"\n{STOPPED}\n")
        return 1
    sys.stderr.write(
        f"Situs selesai: {report.berkas} berkas, {len(report.dibangun)} instansi dibangun, "
        f"{len(report.dilewati)} tidak berubah.\n"
    )
    return 0


def _progress(way: str | None) -> Progress | None:
    """Lines of JSON for a program; on a terminal one line that changes; else nothing."""
    if way == "json":
        return _print_json
    return _show if sys.stderr.isatty() else None


def _print_json(done: int, total: int, text: str) -> None:
    sys.stdout.write(json.dumps({"selesai": done, "jumlah": total, "pesan": text}, ensure_ascii=False) + "\n")
    sys.stdout.flush()


def _show(done: int, total: int, text: str) -> None:
    room = shutil.get_terminal_size().columns - 1
    sys.stderr.write("\r" + f"{100 * done // total:3} %  {text}"[:room].ljust(room))
    if done == total:
        sys.stderr.write("\n")
    sys.stderr.flush()


if __name__ == "__main__":
    if failed := main():
        sys.exit(failed)
