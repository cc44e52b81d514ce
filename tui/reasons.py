"""Sentences for reasons, read with the record: a faulty file of the agency never closes a room."""

from registry.desk.alasan import Alasan, load_alasan
from registry.errors import FileRefused
from tui.session import Session


def read_alasan(session: Session) -> tuple[Alasan, str]:
    """The sentences, and why the agency's own are left out, if they are."""
    try:
        return load_alasan(session.workspace.path), ""
    except FileRefused as error:
        return load_alasan(), f"{error.what} {error.where} {error.to_do}"
