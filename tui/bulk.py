"""What can be done to several people at once, as data: which step, what is asked, and which deed does it. No widgets."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace

from registry.desk.bulk import BulkPlan
from registry.desk.deed import named
from registry.model.codes import AlasanCoret, Syarat
from registry.workflow.actions import ACTIONS, Action
from registry.workflow.names import ALASAN_CORET
from tui.deeds.deed import Deed
from tui.deeds.orang import cross_out, decide_syarat, verify, with_reason
from tui.deeds.pegawai import set_unit
from tui.dialogs.fields import Field
from tui.words import number

KINDS = 5
REASON = Field("alasan", "Alasan", required=True)
OPTIONAL_REASON = Field("alasan", "Alasan", hint="boleh kosong")
Answer = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Bulk:
    """deed: from the numbers, the value chosen beforehand and the answers. fields: asked beside what will change.

    effect: what it means for a person, where the step's own explanation does not say it.
    """

    action: Action
    title: str
    deed: Callable[[Sequence[str], str, Answer], Deed]
    fields: tuple[Field, ...] = (REASON,)
    danger: bool = False
    effect: str = ""

    def asked(self, plan: BulkPlan) -> tuple[Field, ...]:
        """The fields; a reason is required where the plan says so."""
        return tuple(replace(field, required=True, hint="") if plan.perlu_alasan else field for field in self.fields)


_CAUSES = tuple(
    (label, str(code)) for code, label in ALASAN_CORET.items() if code is not AlasanCoret.SANGGAHAN_DITERIMA
)

BULK: dict[str, Bulk] = {
    "verifikasi": Bulk(Action.VERIFIKASI, "Verifikasi?", lambda numbers, _, __: verify(numbers), ()),
    "kembalikan": Bulk(
        Action.KEMBALIKAN,
        "Kembalikan kepada unit?",
        lambda numbers, _, answer: with_reason(Action.KEMBALIKAN, numbers, answer["alasan"]),
    ),
    "ajukan": Bulk(
        Action.AJUKAN_KEMBALI,
        "Ajukan kembali?",
        lambda numbers, _, answer: with_reason(Action.AJUKAN_KEMBALI, numbers, answer["alasan"]),
    ),
    "pulihkan": Bulk(
        Action.PULIHKAN,
        "Pulihkan?",
        lambda numbers, _, answer: with_reason(Action.PULIHKAN, numbers, answer["alasan"]),
    ),
    "syarat": Bulk(
        Action.PUTUSKAN_SYARAT,
        "Putuskan MS/TMS?",
        lambda numbers, value, answer: decide_syarat(numbers, Syarat(value), answer["alasan"]),
        (OPTIONAL_REASON,),
    ),
    "tetapkan": Bulk(
        Action.UBAH,
        "Tetapkan unit kerja?",
        lambda numbers, value, answer: set_unit(numbers, value, answer["alasan"]),
        (OPTIONAL_REASON,),
        effect="Unit kerjanya diganti; yang sudah diverifikasi perlu diverifikasi lagi.",
    ),
    "coret": Bulk(
        Action.CORET,
        "Coret dari daftar?",
        lambda numbers, _, answer: cross_out(numbers, AlasanCoret(answer["sebab"]), answer["alasan"]),
        (Field("sebab", "Sebab", required=True, choices=_CAUSES), REASON),
        danger=True,
    ),
}


def told(bulk: Bulk, plan: BulkPlan) -> str:
    """Return what the plan would change, in words: how many, from what to what, who, and who not and why."""
    lines = []
    if plan.berubah:
        effect = bulk.effect or ACTIONS[plan.action].penjelasan
        kinds = plan.kinds()
        lines.append(f"{number(len(plan.berubah))} orang akan berubah. {effect}")
        lines += [f"• {dari} → {ke}: {number(count)} orang" for dari, ke, count in kinds[:KINDS]]
        if len(kinds) > KINDS:
            lines.append(f"• {number(sum(count for *_, count in kinds[KINDS:]))} orang lagi dari keadaan lain")
        lines.append(f"{named([one.nama for one in plan.berubah])}.")
    if plan.tetap:
        lines.append(f"{number(plan.tetap)} orang sudah demikian dan dibiarkan.")
    if plan.terhalang:
        lines.append(f"{number(len(plan.terhalang))} orang tidak dapat dan dibiarkan:")
        lines += [f"• {why}: {number(len(whose))} orang ({named(whose)})" for why, whose in plan.hindrances()[:KINDS]]
    return "\n".join(lines)
