"""Keys an operator gave to commands: which of them can be used, and in Indonesian why not the others."""

import re
from collections.abc import Iterator, Mapping
from itertools import combinations

from textual.keys import _character_to_key

from tui.actions import BY_ID, TABLE
from tui.command import Command
from tui.framework import PUNCTUATION, name_of_key

ALONE = frozenset({"beranda", "orang"})  # screens without the keys of the rooms
NAMED = frozenset(
    "enter escape space tab backspace delete insert home end pageup pagedown up down left right".split()
)  # fmt: skip
MOVING = frozenset(
    "tab shift+tab up down left right home end pageup pagedown space backspace delete enter escape".split()
)
TERMINALS_OWN = frozenset({"ctrl+c", "ctrl+i", "ctrl+m", "ctrl+h", "ctrl+j", "ctrl+z"})
_MODIFIER = re.compile(r"(?:ctrl|alt|shift)\+")
_FUNCTION = re.compile(r"f(?:[1-9]|1\d|2[0-4])")


def long_form(text: str) -> str:
    """The key as the framework names it: `Ctrl+Y` -> `ctrl+y`, `?` -> `question_mark`; empty when it is no key."""
    text = text.strip()
    if len(text) == 1:
        return _character_to_key(text) if text.isprintable() and not text.isspace() else ""
    *modifiers, key = text.lower().split("+")
    if not all(modifier in {"ctrl", "alt", "shift"} for modifier in modifiers):
        return ""
    if modifiers == ["shift"] and len(key) == 1 and key.isalpha():
        return key.upper()
    if len(key) == 1 or key in NAMED or _FUNCTION.fullmatch(key) or (not modifiers and key in PUNCTUATION):
        return "+".join([*modifiers, key])
    return ""


def sound(wanted: Mapping[str, str]) -> dict[str, str]:
    """The keys that can be used, in the framework's names."""
    return _judge(wanted)[0]


def faults(wanted: Mapping[str, str]) -> dict[str, str]:
    """Why the others cannot be used: command id -> sentence. Their commands keep the keys they always had."""
    return _judge(wanted)[1]


def key_of(command: Command, keys: Mapping[str, str]) -> str:
    """The key of a command now."""
    return keys.get(command.id, command.key)


def _judge(wanted: Mapping[str, str]) -> tuple[dict[str, str], dict[str, str]]:
    told = {name: fault for name, key in wanted.items() if (fault := _unfit(name, key))}
    keys = {name: long_form(key) for name, key in wanted.items() if name not in told}
    while clash := next(_clashes(keys), None):  # a key given back may clash in its turn
        name, fault = clash
        told[name] = fault
        del keys[name]
    return keys, told


def _unfit(name: str, key: str) -> str:
    command = BY_ID.get(name)
    if command is None:
        return f"Perintah “{name}” tidak dikenal."
    new = long_form(key)
    about = f"untuk “{command.label}” ({name})"
    if not new:
        return f"“{key}” {about} bukan nama tombol. Contoh: ctrl+y, f12, w."
    name = name_of_key(new)
    if new == command.key:
        return ""
    if new in MOVING or new in TERMINALS_OWN or (command.place == "beranda" and new.isdigit()):
        return f"Tombol {name} {about} sudah dipakai untuk bergerak, untuk pekerjaan bernomor, atau oleh terminal."
    typed = works_while_typing(command.key) and not works_while_typing(new)
    return f"Tombol {name} {about} akan terketik di isian; pakai Ctrl, Alt, atau tombol F." if typed else ""


def works_while_typing(key: str) -> bool:
    """No character an input field would take."""
    return key == "escape" or key.startswith(("ctrl+", "alt+")) or _FUNCTION.fullmatch(key) is not None


def _clashes(keys: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    if not keys:
        return
    for one, other in combinations(TABLE, 2):
        if (one.id in keys or other.id in keys) and key_of(one, keys) == key_of(other, keys) and _meet(one, other):
            mine, theirs = (other, one) if other.id in keys else (one, other)
            key = name_of_key(key_of(one, keys))
            yield (
                mine.id,
                f"Tombol {key} untuk “{mine.label}” ({mine.id}) sudah dipakai “{theirs.label}” ({theirs.id}).",
            )


def _meet(one: Command, other: Command) -> bool:
    """Whether both can be possible on one screen."""
    places = {one.place, other.place}
    return len(places) == 1 or "semua" in places or ("ruang" in places and not places & ALONE)
