"""What a decision would do, in sentences: read before anything is written."""

from collections.abc import Sequence

from registry.desk.tunggu import Akibat, Putusan
from tui.words import in_words, kolom, number

MOST = 60


def effect_text(putusan: Putusan, effects: Sequence[Akibat]) -> str:
    """One line a row: what it becomes or changes; then those that cannot be decided and go on waiting."""
    possible = [effect for effect in effects if not effect.halangan]
    stopped = [effect for effect in effects if effect.halangan]
    lines: list[str] = []
    if possible:
        done = (
            "dicatat sebagai orang baru (draf)"
            if putusan == "terima"
            else "dipakai untuk memperbarui orang yang tercatat"
        )
        lines += [f"{number(len(possible))} baris {done}:", *_lines([_effect(putusan, effect) for effect in possible])]
    if stopped:
        lines += ["", f"{number(len(stopped))} baris tidak dapat, dan tetap menunggu:"]
        lines += _lines([f"  {effect.nomor} {effect.nama}: {effect.halangan}" for effect in stopped])
    return "\n".join(lines).strip()


def _effect(putusan: Putusan, effect: Akibat) -> str:
    doubt = " (pastikan pada KTP)" if effect.ragu else ""
    if putusan == "terima":
        return f"  {effect.nomor} {effect.nama} → {effect.orang}, NIK {effect.nik}{doubt}"
    told = "; ".join(
        f"{kolom(one.kolom)}: {in_words(one.kolom, one.tercatat) or 'kosong'} → {in_words(one.kolom, one.baris) or 'kosong'}"
        for one in effect.perubahan
    )
    return f"  {effect.nomor} {effect.nama} → {effect.orang}: {told or 'tidak ada isian yang berubah'}{doubt}"


def _lines(lines: Sequence[str]) -> list[str]:
    rest = len(lines) - MOST
    return [*lines[:MOST], *([f"  dan {number(rest)} lainnya"] if rest > 0 else [])]
