"""The words of the command line: Indonesian throughout, and the README in step with the code."""

import gettext
import io
import re
from pathlib import Path

import pytest
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

from cli.main import COMMANDS
from registry.rules.assess import RULES

ROOT = Path(__file__).parents[2]
LOCALE = ROOT / "cli" / "locale"


def test_the_compiled_words_are_those_of_the_source():
    """messages.mo is what messages.po compiles to."""
    folder = LOCALE / "id" / "LC_MESSAGES"
    compiled = io.BytesIO()
    with (folder / "messages.po").open("rb") as source:
        write_mo(compiled, read_po(source, locale="id"))

    expected = gettext.GNUTranslations(io.BytesIO(compiled.getvalue()))._catalog
    with (folder / "messages.mo").open("rb") as stored:
        actual = gettext.GNUTranslations(stored)._catalog
    assert {k: v for k, v in expected.items() if k} == {k: v for k, v in actual.items() if k}


def test_the_readme_lists_the_commands():
    """The table in the README and the table in the code name the same commands in the same order."""
    readme = (ROOT / "README.md").read_text(encoding="utf-8")

    assert list(COMMANDS) == re.findall(r"^\| `([a-z-]+)` \|", readme, re.MULTILINE)


def test_the_readme_lists_the_rules():
    """The table of rules in the README and the table in the code name the same codes, functions and texts."""
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    rows = re.findall(r"^\| (\w+) \| (`.+?`) \| (.+) \|$", readme, re.MULTILINE)
    listed = [(kode.strip("`"), rule, text) for rule, codes, text in rows for kode in codes.split(", ")]

    assert [(kode, entry.rule.__name__, entry.teks) for kode, entry in RULES.items()] == listed


@pytest.mark.parametrize("command", COMMANDS)
def test_no_english_of_the_framework_shows(command, run):
    """Help pages hold none of click's own English."""
    shown = run(command, "--help", check=True).stdout

    assert [] == [
        word for word in ("Usage", "Options", "Commands", "Show this", "required", "default:", "Path") if word in shown
    ]


def test_an_unknown_command_is_wrong_usage(run):
    """Exit code 2 and an Indonesian sentence."""
    result = run("kabur")

    assert (2, True) == (result.returncode, "Tidak ada perintah" in result.stderr)
