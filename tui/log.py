"""The log of technical details: in the workspace, else among the user's logs; where neither can be written, silence."""

import logging
from logging import LogRecord
from pathlib import Path


class CalmLog(logging.FileHandler):
    """Never prints a traceback on the terminal because a log could not be written."""

    def __init__(self, path: Path) -> None:
        super().__init__(path, encoding="utf-8", delay=True)
        self.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(message)s"))
        self._fallen_back = False

    def handleError(self, record: LogRecord) -> None:  # noqa: N802  logging's own name
        """Write beside the user's other logs instead."""
        if self._fallen_back:
            return
        self._fallen_back = True
        from platformdirs import user_log_path  # noqa: PLC0415  (only in trouble)

        folder = user_log_path("pendataan", appauthor=False)
        try:
            folder.mkdir(parents=True, exist_ok=True)
        except OSError:
            return
        self.baseFilename = str(folder / "pendataan.log")
        self.emit(record)
