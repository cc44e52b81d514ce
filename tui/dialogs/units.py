"""The question for the units that are to send a file, asked from the board and from the settings."""

from registry.model.instansi import Instansi
from registry.normalise.units import unit_names
from tui.dialogs.lines import Lines

_ABOUT = (
    "Unit yang harus mengirim, satu per baris. Kolom nama dari Excel dapat ditempel langsung. "
    "Unit yang belum mengirim satu baris pun tampak di papan sebagai “belum mengirim”."
)


def units_question(instansi: Instansi) -> Lines:
    """The list as it is, to be changed."""
    return Lines("Unit yang diharapkan", _ABOUT, instansi.unit_diharapkan, read=unit_names, noun="unit")
