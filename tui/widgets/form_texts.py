"""The texts of a form: which fields there are, what is recorded in them, what stands there now, what was found. No drawing."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from registry.model.finding import Finding

Told = tuple[Finding, bool]


@dataclass(frozen=True, slots=True)
class FormField:
    """One field. hint: what the empty field shows, an example mostly."""

    name: str
    label: str
    hint: str = ""


@dataclass(frozen=True, slots=True)
class Section:
    """Fields that belong together, under a title; without a title nothing stands above them."""

    title: str
    fields: tuple[FormField, ...]


@dataclass(slots=True)
class FormTexts:
    """`first`: as recorded; `now`: as it stands; `told`: findings by field, each with whether it forbids saving."""

    sections: tuple[Section, ...]
    first: dict[str, str] = field(default_factory=dict)
    now: dict[str, str] = field(default_factory=dict)
    told: dict[str, tuple[Told, ...]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        """Begin with empty fields."""
        self.first = dict.fromkeys(self.names, "")
        self.now = dict(self.first)

    @property
    def names(self) -> tuple[str, ...]:
        """The fields in their order."""
        return tuple(one.name for section in self.sections for one in section.fields)

    @property
    def changes(self) -> dict[str, str]:
        """The fields that say something else than what is recorded."""
        return {name: text for name, text in self.now.items() if text != self.first[name]}

    def fill(self, texts: Mapping[str, str], *, keep: bool) -> None:
        """Take a record; what it does not tell is empty. keep: what was typed since stays, unsaved."""
        for name in self.now:
            text = texts.get(name, "")
            if not (keep and self.now[name] != self.first[name]):
                self.now[name] = text
            self.first[name] = text

    def settle(self, saved: Mapping[str, str]) -> None:
        """These texts are on disk now; what was typed after them is still unsaved."""
        self.first.update({name: text for name, text in saved.items() if name in self.first})

    def tell(self, told: Mapping[str, Sequence[Told]]) -> bool:
        """Take what was found, by field; whether that is something else than before."""
        before = self.told
        self.told = {name: tuple(found) for name, found in told.items() if found}
        return self.told != before
