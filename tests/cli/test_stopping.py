"""`pendataan bangun` interrupted: the old site whole, one sentence, exit code 1."""

import os
import signal
import subprocess
import sys

import pytest

from tests.cli.conftest import ROOT
from tests.registry.edition.editions import KEMENAG, edition
from tests.site_builder.sites import BREBES, tree, write_editions


@pytest.mark.parametrize(("words", "told"), [("instansi, ", signal.SIGTERM), ("Gerbang publikasi", signal.SIGINT)])
def test_an_interrupted_build_leaves_the_old_site(tmp_path, run_in, words, told):
    """While pages are written, as the terminal's own stop does; while the gate reads them."""
    run_in(tmp_path, "init", check=True)
    terbitan = tmp_path / "kerja/terbitan"
    write_editions(terbitan, [edition(3, instansi=BREBES), edition(3, instansi=KEMENAG)])
    run_in(tmp_path, "bangun", check=True)
    before = tree(tmp_path / "kerja/situs")
    write_editions(terbitan, [edition(4000, instansi=BREBES), edition(2000, instansi=KEMENAG)])
    command = (sys.executable, "-m", "cli", "bangun", "--kemajuan", "json")
    environment = os.environ | {"PENDATAAN_WORKSPACE": str(tmp_path / "kerja"), "XDG_STATE_HOME": str(tmp_path / "log")}

    with subprocess.Popen(
        command, cwd=ROOT, env=environment, text=True, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as child:
        next(line for line in child.stdout if words in line)
        child.send_signal(told)
        _, said = child.communicate(timeout=30)

    assert (1, "Dibatalkan.") == (child.returncode, said.strip()[:11])
    assert "Traceback" not in said
    assert before == tree(tmp_path / "kerja/situs")
    assert [] == list((tmp_path / "kerja").glob(".situs.[bl]*"))
