"""Same input, same bytes - whatever process, hash seed, clock or zone it runs in."""

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[3]
SCRIPT = """
from datetime import date
from hashlib import sha256
from tests.registry.edition.editions import edition, final
from tests.registry.letters.samples import PERIODE, agency, pegawai
from tests.registry.letters.test_answer import pdf as answer_pdf
from registry.letters.announcement import announcement_pdf
from registry.letters.extension import Permohonan, extension_pdf
from registry.letters.real_data import real_data_pdf
from registry.letters.sptjm import sptjm_pdf
day = date(2022, 10, 12)
asked = Permohonan(nomor="1", tanggal=day, masuk=2, sisa=1, alasan="x", sampai=day)
people = [pegawai(n, "jabatan-satpam", "masa-kerja-kurang") for n in range(1, 30)]
for data in (
    announcement_pdf(edition(90), agency(), PERIODE),
    sptjm_pdf(final(90), agency(), PERIODE, nomor="1", tanggal=day),
    extension_pdf(asked, agency(), PERIODE),
    real_data_pdf(people, agency(), PERIODE, tanggal=day),
    answer_pdf(),
):
    print(sha256(data).hexdigest())
"""


def digests(seed: str, zone: str) -> list[str]:
    env = os.environ | {"PYTHONHASHSEED": seed, "TZ": zone, "PYTHONPATH": str(ROOT)}
    done = subprocess.run([sys.executable, "-c", SCRIPT], env=env, cwd=ROOT, capture_output=True, text=True, check=True)
    return done.stdout.split()


def test_two_processes_write_the_same_five_letters():
    """Different hash seeds, zones and moments; dates in a PDF come from the edition or the letter."""
    assert digests("1", "Asia/Jayapura") == digests("2", "America/Lima")
