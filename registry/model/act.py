"""Who does something, when and why. Every verb takes one; every journal entry carries one."""

from datetime import datetime

from msgspec import Struct


class Act(Struct, frozen=True):
    """operator: the name a person goes by. waktu: with zone. alasan: required where a verb asks for it."""

    operator: str
    waktu: datetime
    alasan: str = ""
