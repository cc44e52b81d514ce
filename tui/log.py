"""The log of technical details: in the workspace, else among the user's logs; where neither can be written, silence."""

import logging
from logging import LogRecord
from pathlib import Path


class CalmLog(logging.FileHandler):
    """Neither raises nor prints a traceback on the terminal because a log could not be written."""

    def __init__(self, path: Path) -> None:
        super().__init__(path, encoding="utf-8", delay=True)
        self.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(message)s"))

    def emit(self, record: LogRecord) -> None:
        """Write to the workspace's log, or where that is impossible to the user's."""
        try:
            super().emit(record)
        except OSError:
            self._emit_elsewhere(record)

    def _emit_elsewhere(self, record: LogRecord) -> None:
        from platformdirs import user_log_path  # noqa: PLC0415  (only in trouble)

        folder = user_log_path("pendataan", appauthor=False)
        try:
            folder.mkdir(parents=True, exist_ok=True)
            self.baseFilename = str(folder / "pendataan.log")
            super().emit(record)
        except OSError:
            return

    def handleError(self, record: LogRecord) -> None:  # noqa: N802  logging's own name
        """A full disk while writing: there is nowhere to tell it."""
