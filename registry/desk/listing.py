"""The list and its fingerprint: what the SPTJM vouches for."""

from registry.desk import records
from registry.edition.canonical import fingerprint_of_list
from registry.publication.freeze import public_rows
from registry.store.store import Store


def list_fingerprint(store: Store) -> str:
    """Fingerprint of the public list as it stands now, see `registry.edition.canonical.fingerprint_of_list`."""
    return fingerprint_of_list(public_rows(records.listed(store)))
