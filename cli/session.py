"""What every command needs to know: workspace, operator, moment. The one place where the clock is read."""

import getpass
import os
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from cli.moments import read_date
from registry.errors import UsageRefused
from registry.model.act import Act

if TYPE_CHECKING:
    from registry.periode.types import Periode
    from registry.store.store import Store
    from registry.workspace import Workspace

OPERATOR_VARIABLE = "PENDATAAN_OPERATOR"
MOMENT_VARIABLE = "PENDATAAN_WAKTU"


@dataclass
class Session:
    """Filled by the options of the group and of the command, whichever names a thing last."""

    workspace_path: Path | None = None
    operator_name: str = ""
    moment: str = ""

    @property
    def path(self) -> Path:
        """Folder of the workspace: the option, then PENDATAAN_WORKSPACE, then the platform's user data folder."""
        from registry.workspace import default_path

        return self.workspace_path or default_path()

    @property
    def operator(self) -> str:
        """Name that stands in the journal: the option, then PENDATAAN_OPERATOR, then the system's user name."""
        return self.operator_name or os.environ.get(OPERATOR_VARIABLE) or _system_user()

    @property
    def now(self) -> datetime:
        """The present moment; for rehearsals --waktu or PENDATAAN_WAKTU (ISO 8601 with zone). Journals never run backwards."""
        text = self.moment or os.environ.get(MOMENT_VARIABLE, "")
        return read_moment(text) if text else datetime.now(UTC).astimezone()

    def today(self, zona: str) -> date:
        """The day it is where the instansi is, wherever this machine thinks it stands."""
        return self.now.astimezone(ZoneInfo(zona)).date()

    def day(self, text: str, zona: str) -> date:
        """The date that was typed, or today. Raises UsageRefused."""
        return read_date(text) if text else self.today(zona)

    def act(self, reason: str = "") -> Act:
        """Who does this, when and why."""
        return Act(self.operator, self.now, reason)

    def workspace(self) -> "Workspace":
        """The opened workspace. Raises UsageRefused when there is none."""
        from registry.workspace import Workspace

        return Workspace.open(self.path)

    def periode(self, kode: str) -> "Periode":
        """The rules of a periode: the workspace's, or the built-in ones where there is no workspace yet."""
        from registry.periode.load import builtin_periode_path, load_periode
        from registry.workspace import DEFAULT_PERIODE, SETTINGS_FILE

        if (self.path / SETTINGS_FILE).exists() or kode not in {"", DEFAULT_PERIODE}:
            return self.workspace().periode(kode)
        return load_periode(builtin_periode_path(DEFAULT_PERIODE))

    def writer(self, kode: str) -> "Store":
        """The instansi's store for writing. Raises StoreReadOnly when somebody else holds it."""
        return self.workspace().open_store(kode, operator=self.operator)

    def reader(self, kode: str) -> "Store":
        """The instansi's store for reading only; takes no lock."""
        return self.workspace().open_store(kode, operator=self.operator, readonly=True)


def read_moment(text: str) -> datetime:
    """ISO 8601; without an offset it is local time. Raises UsageRefused."""
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        raise UsageRefused(
            f"Waktu “{text}” tidak terbaca.",
            to_do="Tulis seperti 2022-10-07T16:00+07:00.",
        ) from None
    return moment if moment.tzinfo else moment.astimezone()


def _system_user() -> str:
    try:
        return getpass.getuser()
    except (OSError, KeyError):
        return "operator"
