"""What Textual itself would say in English, said in Indonesian: names of keys and of the keys' meanings.

`MEANINGS` goes by Textual's own description of a binding; a test looks for descriptions that are missing here.
"""

from string import punctuation

from textual.binding import Binding
from textual.keys import _character_to_key

PUNCTUATION = {_character_to_key(char): char for char in punctuation}
KEY_NAMES = {
    "escape": "Esc", "enter": "Enter", "space": "Spasi", "tab": "Tab", "backspace": "Hapus mundur", "delete": "Del",
    "up": "↑", "down": "↓", "left": "←", "right": "→", "pageup": "PgUp", "pagedown": "PgDn", "home": "Home", "end": "End",
    "less_than_sign": "<", "greater_than_sign": ">", "slash": "/", "question_mark": "?", "plus": "+", "minus": "-",
}  # fmt: skip
MODIFIERS = {"ctrl": "Ctrl", "shift": "Shift", "alt": "Alt", "super": "Super"}

MEANINGS = {
    "": "",
    "Copy selected text": "Salin teks yang dipilih",
    "Cursor Down": "Ke bawah", "Cursor Up": "Ke atas", "Cursor down": "Ke bawah", "Cursor up": "Ke atas",
    "Cursor to next ancestor": "Ke folder berikutnya di atasnya", "Cursor to next sibling": "Ke tetangga berikutnya",
    "Cursor to parent": "Ke folder di atasnya", "Cursor to previous sibling": "Ke tetangga sebelumnya",
    "Cut selected text": "Potong teks yang dipilih", "Delete all to the left": "Hapus semua di kiri",
    "Delete all to the right": "Hapus semua di kanan", "Delete character left": "Hapus huruf di kiri",
    "Delete character right": "Hapus huruf di kanan", "Delete left to start of word": "Hapus kata di kiri",
    "Delete right to start of word": "Hapus kata di kanan", "Dismiss menu": "Tutup pilihan", "Down": "Ke bawah",
    "Exit the command palette": "Tutup", "Expand or collapse all": "Buka atau lipat semua", "First": "Pertama",
    "Focus Next": "Isian berikutnya", "Focus Previous": "Isian sebelumnya", "Go to bottom": "Ke paling bawah",
    "Go to end": "Ke akhir isian", "Go to start": "Ke awal isian", "Go to top": "Ke paling atas", "Last": "Terakhir",
    "Move cursor left a word and select": "Pilih satu kata ke kiri", "Move cursor left a word": "Satu kata ke kiri",
    "Move cursor left and select": "Pilih ke kiri", "Move cursor left": "Kursor ke kiri",
    "Move cursor right a word and select": "Pilih satu kata ke kanan", "Move cursor right a word": "Satu kata ke kanan",
    "Move cursor right and select": "Pilih ke kanan",
    "Move cursor right or accept the completion suggestion": "Kursor ke kanan", "Next command": "Perintah berikutnya",
    "Next page": "Halaman berikutnya", "Page Down": "Satu layar ke bawah", "Page Left": "Satu layar ke kiri",
    "Page Right": "Satu layar ke kanan", "Page Up": "Satu layar ke atas",
    "Paste text from the clipboard": "Tempel dari papan klip", "Press button": "Tekan tombol",
    "Previous command": "Perintah sebelumnya", "Previous page": "Halaman sebelumnya", "Scroll Down": "Gulir ke bawah",
    "Scroll End": "Gulir ke akhir", "Scroll Home": "Gulir ke awal", "Scroll Left": "Gulir ke kiri",
    "Scroll Right": "Gulir ke kanan", "Scroll Up": "Gulir ke atas", "Select all": "Pilih semua",
    "Select line end": "Pilih sampai akhir", "Select line start": "Pilih sampai awal", "Select": "Pilih",
    "Cursor left": "Ke kiri", "Cursor right": "Ke kanan", "Cursor word left": "Satu kata ke kiri", "Cursor word right": "Satu kata ke kanan",
    "Cursor line start": "Ke awal baris", "Cursor line end": "Ke akhir baris", "Cursor page up": "Satu layar ke atas",
    "Cursor page down": "Satu layar ke bawah", "Cursor up select": "Pilih ke atas", "Cursor down select": "Pilih ke bawah",
    "Cursor left select": "Pilih ke kiri", "Cursor right select": "Pilih ke kanan", "Cursor left word select": "Pilih satu kata ke kiri",
    "Cursor right word select": "Pilih satu kata ke kanan", "Cursor line start select": "Pilih sampai awal baris",
    "Cursor line end select": "Pilih sampai akhir baris", "Select line": "Pilih baris", "Copy": "Salin", "Delete line": "Hapus baris",
    "Delete to line start": "Hapus sampai awal baris", "Delete to line end": "Hapus sampai akhir baris", "Undo": "Urungkan", "Redo": "Ulangi",
    "Show menu": "Buka pilihan", "Submit": "Kirim isian", "Toggle": "Ubah", "Up": "Ke atas", "palette": "Daftar perintah",
}  # fmt: skip


def key_name(binding: Binding) -> str:
    """Return the key as an operator knows it from the keyboard: `Ctrl+S`, `Spasi`, `F2`."""
    return binding.key_display or name_of_key(binding.key)


def name_of_key(pressed: str) -> str:
    """Return the Indonesian name of a key by the framework's name."""
    *modifiers, key = pressed.split("+")
    name = (
        KEY_NAMES.get(key)
        or PUNCTUATION.get(key)
        or (key.upper() if modifiers or (key[0] == "f" and key[1:].isdigit()) else key)
    )
    if len(key) == 1 and key.isupper() and not modifiers:
        return f"Shift+{key}"
    return "+".join([*(MODIFIERS.get(modifier, modifier) for modifier in modifiers), name])


def meaning(binding: Binding) -> str:
    """Return what a binding does; Textual's descriptions are translated, ours are Indonesian already."""
    return MEANINGS.get(binding.description, binding.description)
