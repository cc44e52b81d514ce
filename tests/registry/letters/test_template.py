"""The fixed, versioned texts."""

from string import Formatter

import pytest

from registry.letters.template import NAMES, load_template, plain, runs


@pytest.mark.parametrize("name", NAMES)
def test_the_version_names_the_template(name: str):
    """`sptjm/1` in sptjm.toml."""
    assert name == load_template(name).versi.split("/")[0]


@pytest.mark.parametrize("name", NAMES)
def test_bold_marks_are_closed(name: str):
    """An odd number of ** would set the rest of a letter in bold."""
    template = load_template(name)
    texts = [*template.pembuka, *template.penutup, *(point.teks for point in template.butir)]

    assert [] == [text for text in texts if text.count("**") % 2]


def test_an_open_blank_is_never_printed():
    """A missing fact is a fault of the program, not a gap in a letter."""
    with pytest.raises(KeyError):
        plain("Nomor {nomor}", {})


def test_marks_of_a_value_are_text():
    """Facts are inserted after the marks were read."""
    assert (("Jumlah ", False), ("**9**", True)) == runs("Jumlah **{n}**", {"n": "**9**"})


@pytest.mark.parametrize("name", NAMES)
def test_blanks_are_plain_names(name: str):
    """No attribute access, no formats."""
    template = load_template(name)
    texts = [*template.pembuka, *template.penutup, *template.lampiran.values(), *(p.teks for p in template.butir)]
    names = [field for text in texts for _, field, spec, _ in Formatter().parse(text) if field is not None]

    assert [] == [field for field in names if not field.isidentifier()]
