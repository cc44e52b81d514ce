"""Which ways on there are from which trouble. What each does is the app's business."""

from registry.errors import HeadMoved, PendataanError, StoreDamaged, StoreError, StoreFull, StorePoisoned, StoreReadOnly
from registry.store.files import NO_PERMISSION, NO_SPACE
from tui.dialogs.way_on import Way, WayOn
from tui.session import Session

AGAIN = Way("lagi", "Coba lagi")
ON = Way("lanjut", "Lanjutkan, hanya membaca")
REOPEN = Way("buka", "Tutup dan buka kembali instansi ini")
CHECK = Way("periksa", "Periksa jurnal dan berkas instansi ini")
OTHER = Way("tutup", "Kembali ke daftar instansi")
ELSEWHERE = Way("pindah", "Pilih ruang kerja lain")
LEAVE = Way("biarkan", "Tutup pesan ini")
MAKE_ROOM = "Kosongkan ruang, lalu coba lagi."
PERMIT = "Periksa izin folder itu dan tutup program lain yang sedang memakainya, lalu coba lagi."
RECONNECT = "Pasang kembali media atau sambungan jaringannya, lalu coba lagi."


def as_trouble(error: BaseException) -> PendataanError | None:
    """What went wrong as an operator understands it: errors of the file system too. None: a fault of the program."""
    if isinstance(error, PendataanError):
        return error
    if not isinstance(error, OSError):
        return None
    where = str(error.filename or "")
    if error.errno in NO_SPACE:
        return StoreFull("Ruang penyimpanan habis; yang sudah disimpan tetap utuh.", where=where, to_do=MAKE_ROOM)
    if error.errno in NO_PERMISSION:
        return StoreReadOnly("Berkas atau folder tidak boleh dibaca atau ditulisi.", where=where, to_do=PERMIT)
    if isinstance(error, FileNotFoundError | NotADirectoryError):
        return StoreError("Berkas atau folder tidak ditemukan lagi.", where=where, to_do=RECONNECT)
    return StoreError(f"Media penyimpanan melaporkan galat {error.errno}.", where=where, to_do=RECONNECT)


def ways_from(error: PendataanError, session: Session, *, repeatable: bool, opening: bool = False) -> list[Way]:
    """The ways on, the likeliest first; none where the sentence alone is enough. opening: an instansi was to be opened."""
    if not isinstance(error, StoreError):
        return [] if session.settled else [AGAIN, ELSEWHERE]
    again = [AGAIN] if repeatable else []
    if not session.is_open:
        return [*([CHECK] if opening else []), *again, *([] if opening else [ELSEWHERE]), LEAVE]
    if isinstance(error, StoreFull):
        return [*again, LEAVE]
    if isinstance(error, StorePoisoned | HeadMoved | StoreDamaged):
        return [REOPEN, CHECK, OTHER]
    if isinstance(error, StoreReadOnly):
        return [REOPEN, OTHER, LEAVE]
    return [*again, REOPEN, CHECK, OTHER]


def trouble(error: PendataanError, ways: list[Way]) -> WayOn:
    """The dialog of an error."""
    parts = [("", error.what), ("Di mana", error.where), ("Yang perlu dilakukan", error.to_do)]
    return WayOn("Belum berhasil", parts, ways)


def only_reading(session: Session, notices: list[str]) -> WayOn:
    """The dialog of an instansi that can only be read now."""
    damaged = session.store.damaged
    ways = [ON, CHECK, OTHER] if damaged else [ON, REOPEN, OTHER]
    help_ = (
        "Data yang terbaca dapat dilihat. Jangan mengubah berkas jurnal dengan tangan; kembalikan dari cadangan bila perlu."
        if damaged
        else "Semua dapat dilihat dan dicetak. Untuk mengubah data, buka kembali setelah sebabnya hilang."
    )
    return WayOn("Hanya dapat dibaca", [("", "\n".join(notices)), ("Yang dapat dilakukan", help_)], ways)
