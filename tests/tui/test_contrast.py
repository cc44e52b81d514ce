"""Every text on every kind of screen can be read in every theme, and no state is told by its colour alone."""

import pytest

from registry.model.codes import StatusPegawai
from registry.workflow.names import FASE, STATUS_MASUKAN, STATUS_PEGAWAI
from tests.tui.frames import frame
from tests.tui.pilots import running, settle
from tests.tui.starting import press
from tui.theme import THEMES
from tui.words import HASIL, SYARAT

LEAST = 4.5


def luminance(colour):
    parts = [channel / 255 for channel in colour]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one, other):
    """WCAG 2.2: the ratio of the two luminances, 1 to 21."""
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def test_the_measure_itself():
    """Black on white is 21, a colour on itself 1."""
    assert 21 == round(contrast((0, 0, 0), (255, 255, 255)))
    assert 1 == contrast((10, 20, 30), (10, 20, 30))


def poor(app):
    """Texts on the screen, or in the dialog over it, that are harder to read than allowed: ratio, text, colours."""
    found = set()
    shown = app.screen.query(".dialog, #--container") if app.screen.is_modal else [app.screen]
    region = next(iter(shown)).region
    for strip in app.screen._compositor.render_strips()[region.y : region.bottom]:
        for segment in strip.crop(region.x, region.right):
            style = segment.style
            if style is None or not any(char.isalnum() for char in segment.text):
                continue
            front, back = style.color.triplet, style.bgcolor.triplet
            ratio = contrast(*((back, front) if style.reverse else (front, back)))
            if ratio < LEAST:
                found.add((round(ratio, 2), segment.text.strip(), front.hex, back.hex))
    return sorted(found)


KEYS = {
    "beranda": [],
    "beranda, yang perlu dikerjakan": ["tab"],
    "pegawai": ["enter"],
    "bantuan": ["enter", "f1"],
    "saring": ["enter", "f"],
    "orang": ["enter", "enter"],
    "impor": ["enter", "f3"],
    "keputusan": ["enter", "f4"],
    "masukan": ["enter", "f5"],
    "umumkan": ["enter", "f6"],
    "finalisasi": ["enter", "f7"],
    "pengaturan": ["enter", "f10"],
    "tema": ["enter", "f10", *["down"] * 5],
    "tombol": ["enter", "f10", *["down"] * 6],
    "perintah": ["enter", "ctrl+p"],
    "ruang kerja lain": ["r"],
}


@pytest.mark.parametrize("keys", KEYS.values(), ids=KEYS)
async def test_text_can_be_read(with_waiting, keys):
    """At least 4.5 to 1 in every theme, as it is painted: selected, blurred, disabled or remark."""
    async with running(with_waiting, size=(120, 40)) as pilot:
        await press(pilot, *keys)
        found = {}
        for theme in THEMES:
            pilot.app.theme = theme
            await settle(pilot)
            found[theme] = poor(pilot.app)

        assert {theme: [] for theme in THEMES} == found


@pytest.mark.parametrize(
    "words",
    [
        list(FASE.values()),
        list(STATUS_PEGAWAI.values()),
        list(STATUS_MASUKAN.values()),
        [word for word, _ in SYARAT.values()],
        [word for word, _ in HASIL.values()],
    ],
    ids=["tahap", "status", "masukan", "syarat", "hasil"],
)
def test_every_state_has_a_word_of_its_own(words):
    """Without any colour the states are still told apart."""
    assert len(words) == len({word.strip() for word in words if word.strip()})


async def test_states_are_told_without_colour(ready):
    """A frame holds no colours: phase, lock and state stand in it as words."""
    async with running(ready) as pilot:
        assert FASE[pilot.app.screen.chosen.read.instansi.fase] in frame(pilot.app)
        await press(pilot, "enter")

        assert STATUS_PEGAWAI[StatusPegawai.TERVERIFIKASI] in frame(pilot.app)
