"""What the core explains, as lines of text: length of service, age, rules, and what happened to a record."""

import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from textual.content import Content

from registry.desk.penjelasan import AturanTerbaca, Jeda, Langkah, MasaKerja, Usia
from registry.desk.riwayat import PersonChange
from registry.model.codes import Syarat
from registry.model.finding import Finding
from registry.model.pegawai import Pegawai
from registry.workflow.actions import ACTIONS, Action
from registry.workflow.names import ALASAN_CORET, STATUS_PEGAWAI
from tui.moments import write_day, write_moment
from tui.words import STATUS_TONE, SYARAT, TONE_STYLE, in_words, kolom, number

FAINT = "$foreground 70%"
TITLE = "bold $text-primary"
HASIL = {Syarat.MS: ("terpenuhi", "$text-success"), Syarat.TMS: ("tidak terpenuhi", "$text-error"), None: ("perlu putusan", "$text-warning")}  # fmt: skip
_DAY = re.compile(r"\b(\d{4})-(\d\d)-(\d\d)\b")
_HASH = re.compile(r"\b([0-9a-f]{8})[0-9a-f]{56}\b")


def service_lines(masa: MasaKerja) -> Iterator[Content]:
    """Each decree with its days, the gaps between them, the sum, and what the rule wants."""
    yield Content.styled(f"Masa kerja sampai {write_day(masa.batas)}", TITLE)
    gaps = {gap.sampai: gap for gap in masa.jeda}
    for step in masa.langkah:
        yield from (_gap(gaps.pop(end)) for end in sorted(gaps) if step.hari and step.dari and end < step.dari)
        yield _step(step)
    yield Content.assemble(("Jumlah    ", FAINT), (masa.jumlah, "bold"))
    yield Content.assemble(("Ketentuan ", FAINT), masa.ketentuan, (f"  {masa.sumber}", FAINT))
    yield from _findings(masa.temuan)


def _step(step: Langkah) -> Content:
    start = write_day(step.dari) if step.dari else "?"
    end = write_day(step.sampai) if step.sampai else "sekarang"
    days = (f"{number(step.hari):>6} hari", "bold" if step.hari else FAINT)
    return Content.assemble(
        f"{start} s.d. {end:<10} ", days, f"  {step.nama}", (f"  {step.catatan}" if step.catatan else "", FAINT)
    )


def _gap(gap: Jeda) -> Content:
    return Content.styled(
        f"{write_day(gap.dari)} s.d. {write_day(gap.sampai)} {'jeda':>11}  {number(gap.hari)} hari tidak dihitung",
        FAINT,
    )


def age_lines(usia: Usia) -> Iterator[Content]:
    """How the age was counted, and what the rule wants."""
    yield Content.styled(f"Usia pada {write_day(usia.batas)}", TITLE)
    yield Content(usia.hitungan)
    yield Content.assemble(("Ketentuan ", FAINT), usia.ketentuan, (f"  {usia.sumber}", FAINT))
    yield from _findings(usia.temuan)


def verdict_lines(person: Pegawai) -> Iterator[Content]:
    """Status of the record, MS/TMS, who said so, and why."""
    yield Content.assemble(
        ("Status    ", FAINT), (STATUS_PEGAWAI[person.status], f"bold {TONE_STYLE[STATUS_TONE[person.status]]}"),
        f"  {ALASAN_CORET[person.alasan_coret]}" if person.alasan_coret else "",
        f"  {person.alasan_status}" if person.alasan_status else "",
    )  # fmt: skip
    yield Content.assemble(
        ("Usul      ", FAINT), _verdict(person.syarat_usulan), ("  menurut aturan periode ini", FAINT)
    )
    if person.syarat is None:
        yield Content.assemble(("Putusan   ", FAINT), "belum diputuskan orang; tekan m untuk memutuskan")
    else:
        reason = f"  Alasan: {person.alasan_syarat}" if person.alasan_syarat else "  sesuai usul"
        yield Content.assemble(("Putusan   ", FAINT), _verdict(person.syarat), reason)


def rule_lines(rules: Sequence[AturanTerbaca]) -> Iterator[Content]:
    """Every rule: met or not, its letter, and what it finds. Those not met come first."""
    yield Content.styled("Aturan periode ini", TITLE)
    for rule in sorted(rules, key=lambda one: one.hasil is Syarat.MS):
        word, style = HASIL[rule.hasil]
        yield Content.assemble((f"{word:<16}", f"bold {style}"), rule.teks)
        yield Content.styled(f"{'':16}{rule.sumber}", FAINT)
        yield from _findings(rule.temuan, indent=16)


def _verdict(syarat: Syarat | None) -> tuple[str, str]:
    word, tone = SYARAT[syarat]
    return ("perlu putusan orang" if syarat is None else word), f"bold {TONE_STYLE[tone]}"


def _findings(findings: Iterable[Finding], indent: int = 0) -> Iterator[Content]:
    for finding in findings:
        seen = f" ({finding.nilai})" if finding.nilai else ""
        yield Content.styled(f"{'':{indent}}{finding.pesan}{seen}", "$text-warning")


def journal_lines(changes: Sequence[PersonChange], zona: str) -> Iterator[Content]:
    """What happened to the record, the newest first: who, when, why, and each field before and after."""
    for n, change in enumerate(reversed(changes)):
        if n:
            yield Content("")
        yield _head(change, zona)
        if change.alasan:
            yield Content.assemble(("  Alasan  ", FAINT), change.alasan)
        if not change.changes:
            yield Content.styled("  Data orang ini tidak berubah.", FAINT)
        for field, before, after in change.changes:
            yield _change(field, before, after)


def _head(change: PersonChange, zona: str) -> Content:
    label = ACTIONS[Action(change.action)].label if change.action in set(Action) else change.action
    when = write_moment(change.waktu, zona)
    return Content.assemble(
        (label, TITLE), f"  {when}  oleh {change.operator}", (f"  entri {number(change.seq)}", FAINT)
    )


def _change(field: str, before: str, after: str) -> Content:
    parts = [(f"  {_name(field)}: ", FAINT), in_words(field, shown(before)) or "(kosong)"]
    if not before:
        parts = parts[:1]
    else:
        parts.append((" → ", FAINT))
    return Content.assemble(*parts, (in_words(field, shown(after)) or "(kosong)", "bold"))


def change_text(change: tuple[str, str, str]) -> str:
    """One change in a sentence: `Jabatan: Guru → Guru Seni`."""
    field, before, after = change
    old, new = (in_words(field, shown(text)) or "(kosong)" for text in (before, after))
    return f"{_name(field)}: {old} → {new}"


def _name(field: str) -> str:
    name = kolom(field)
    return name[:1].upper() + name[1:]


def shown(text: str) -> str:
    """Days as they are written on the screen, fingerprints shortened."""
    text = _DAY.sub(lambda m: write_day(date(int(m[1]), int(m[2]), int(m[3]))), text)
    return _HASH.sub(r"\1…", text)
