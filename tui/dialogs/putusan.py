"""The questions before usulan and sanggahan are decided: one with the person's data, or several with one reason."""

from collections.abc import Mapping
from dataclasses import replace
from functools import partial

from registry.desk.alasan import Alasan, for_masukan
from registry.desk.deed import named
from registry.desk.pegawai import check_fields
from registry.desk.putusan import RencanaPutusan, said_by
from registry.model.codes import JenisMasukan
from registry.model.masukan import Masukan
from registry.periode.types import Periode
from registry.workflow.actions import ACTIONS, Action
from tui.dialogs.fields import Field
from tui.dialogs.reason import REASON, Reasoned, ready
from tui.field_help import HINTS
from tui.words import CODED, kolom, number

Answers = Mapping[str, str]

# What the record of a new person wants, in the order in which papers tell it; the rules need most of it.
ASKED = (
    "nik", "nama", "tanggal_lahir", "tempat_lahir", "jenis_kelamin", "pendidikan", "unit_kerja", "jabatan", "kategori",
    "nomor_thk_ii", "sumber_gaji", "nomor_sk", "tanggal_sk", "tanggal_mulai", "tanggal_akhir", "penanda_tangan", "aktif",
)  # fmt: skip
_REQUIRED = frozenset({"nik", "nama", "tanggal_lahir"})
_CHOSEN = frozenset({"jenis_kelamin", "sumber_gaji", "kategori", "aktif"})
_UNSAID = "-"
_OPEN = {"kategori": "menurut ada tidaknya nomor THK-II"}
_ACTIVE = (("Ya", "ya"), ("Tidak", "tidak"))
_PERSON = "Orang ini dicatat sebagai draf. Isi selengkap yang diketahui; yang kosong dilengkapi kemudian di Pegawai."


def ask_grant(row: Masukan, alasan: Alasan, draft: Answers, periode: Periode) -> Reasoned:
    """Before granting; for an usulan also what the record needs and the usulan lacks. draft: what was typed before in vain."""
    proposed = row.jenis is JenisMasukan.USULAN
    said = said_by(row)
    fields = [_field(name, draft.get(name, said.get(name, ""))) for name in ASKED] if proposed else []
    text = _PERSON if proposed else "Orang yang disanggah dicoret dari daftar."
    title = f"Kabulkan {row.jenis} {row.tanda_terima}?"
    check = partial(_check_person, periode) if proposed else None
    sentences = ready(alasan.get(for_masukan(row.jenis, granted=True), ()))
    return Reasoned(title, sentences, fields=[*fields, _reason(draft)], text=text, yes="Kabulkan", check=check)


def person_of(answer: Answers) -> dict[str, str]:
    """What was told of the person: the answer without the reason and without what was left open."""
    return {name: text for name, text in answer.items() if name != REASON.name and text not in {"", _UNSAID}}


def ask_refusal(row: Masukan, alasan: Alasan, draft: Answers) -> Reasoned:
    """Before refusing one."""
    sentences = ready(alasan.get(for_masukan(row.jenis, granted=False), ()))
    title = f"Tolak {row.jenis} {row.tanda_terima}?"
    return Reasoned(title, sentences, fields=[_reason(draft)], text=row.isi, yes="Tolak", danger=True)


def ask_decisions(plan: RencanaPutusan, alasan: Alasan) -> Reasoned:
    """Before deciding several: what will change, which cannot be and why, and one reason for all."""
    verb, count = verb_of(granted=plan.granted), number(len(plan.diputus))
    kinds = dict.fromkeys(one.masukan.jenis for one in plan.diputus)
    sentences = (text for jenis in kinds for text in alasan.get(for_masukan(jenis, granted=plan.granted), ()))
    return Reasoned(
        f"{verb} {count} dari {number(len(plan.diputus) + len(plan.terhalang))} yang ditandai?",
        ready(tuple(dict.fromkeys(sentences))),
        text=told(plan),
        yes=f"{verb} {count}",
        danger=not plan.granted,
    )


def told(plan: RencanaPutusan) -> str:
    """What the plan would change, in words, and what is left alone and why."""
    lines: list[str] = []
    if plan.diputus:
        lines.append(f"{number(len(plan.diputus))} akan {_done(granted=plan.granted)} dengan satu alasan:")
        lines += [f"• {number(len(names))} {jenis}: {akibat} ({named(names)})" for jenis, akibat, names in plan.kinds()]
    if plan.terhalang:
        lines.append(f"{number(len(plan.terhalang))} tidak dapat dan dibiarkan:")
        lines += [
            f"• {why.rstrip('.')}: {number(len(numbers))} ({named(numbers)})" for why, numbers in plan.hindrances()
        ]
    return "\n".join(lines)


def verb_of(*, granted: bool) -> str:
    """`Kabulkan` or `Tolak`."""
    return ACTIONS[Action.KABULKAN if granted else Action.TOLAK].label


def _done(*, granted: bool) -> str:
    return "dikabulkan" if granted else "ditolak"


def _field(name: str, value: str) -> Field:
    if name not in _CHOSEN:
        return Field(name, kolom(name), value, HINTS.get(name, ""), required=name in _REQUIRED)
    choices = _ACTIVE if name == "aktif" else tuple((word, code) for code, word in CODED[name].items())
    return Field(name, kolom(name), value or _UNSAID, choices=((_OPEN.get(name, "belum diketahui"), _UNSAID), *choices))


def _reason(draft: Answers) -> Field:
    return replace(REASON, value=draft.get(REASON.name, ""))


def _check_person(periode: Periode, values: dict[str, str]) -> str:
    return " ".join(finding.pesan for finding in check_fields(person_of(values), periode).halangan)
