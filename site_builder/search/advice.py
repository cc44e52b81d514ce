"""What somebody is told whose name is not found: the sentences of `phase`, once for all agencies they fit.

In place of the agency's name and of the moment its window closes they hold `{nama}` and `{batas}`.
"""

from collections.abc import Sequence
from hashlib import sha256

from msgspec import Struct

from site_builder.phase import standing
from site_builder.places import Agency
from site_builder.search.script_data import script_file
from site_builder.wording import format_moment

Sentences = tuple[str, ...]


class Advice(Struct, frozen=True):
    """`lewat`: what to say once `sampai` (ISO, empty for never) has passed; `batas`: that moment in words."""

    tidak_ada: Sentences
    lewat: Sentences
    sampai: str
    batas: str


class AdviceFile(Struct, frozen=True):
    """`kalimat`: the different pairs of `tidak_ada` and `lewat`. `instansi`: slug -> place of its pair, `sampai`, `batas`."""

    kalimat: tuple[tuple[Sentences, Sentences], ...]
    instansi: dict[str, tuple[int, str, str]]


def advice(agency: Agency) -> Advice:
    """The advice of the phase the instansi is in."""
    head, state = agency.newest.kepala, standing(agency.heads)
    until = format_moment(head.uji_publik.selesai, head.instansi.zona) if state.sampai else ""

    def general(sentences: Sentences) -> Sentences:
        named = (it.replace(head.instansi.nama, "{nama}") for it in sentences)
        return tuple(it.replace(until, "{batas}") if until else it for it in named)

    return Advice(general(state.tidak_ada), general(state.lewat), state.sampai, until)


def advice_file(agencies: Sequence[Agency]) -> tuple[str, bytes]:
    """Name and bytes of the script file with the advice of all agencies; its name changes with its content."""
    pairs: dict[tuple[Sentences, Sentences], int] = {}
    places: dict[str, tuple[int, str, str]] = {}
    for agency in agencies:
        one = advice(agency)
        place = pairs.setdefault((one.tidak_ada, one.lewat), len(pairs))
        places[agency.slug] = (place, one.sampai, one.batas)
    content = AdviceFile(tuple(pairs), places)
    path = f"data/saran-{sha256(script_file('', content)).hexdigest()[:10]}"
    return path, script_file(path, content)
