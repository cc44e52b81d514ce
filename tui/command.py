"""What a command of the terminal is: key, label, help and permission."""

from dataclasses import dataclass

from registry.workflow.actions import Action


@dataclass(frozen=True, slots=True)
class Command:
    """One command. Its screen has a method `do_<name>`.

    place: the screen it belongs to; `semua` for every screen, `ruang` for every screen of an open instansi.
    needs: the phase must allow at least one of these. footer: shown at the bottom while it is possible.
    """

    place: str
    name: str
    key: str
    label: str
    help: str
    needs: tuple[Action, ...] = ()
    footer: bool = True

    @property
    def id(self) -> str:
        """The name by which its key can be changed."""
        return f"{self.place}.{self.name}"
