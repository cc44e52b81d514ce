"""One face of the letters' font: widths, codes and line breaks of text, cached per character.

Every text of a letter goes through here, so no character vanishes: what the font lacks is drawn as a box with a question
mark (U+FFFD). Nothing about pages or positions.
"""

import unicodedata
from typing import Any, Final

_INVISIBLE: Final = ("Cc", "Cf", "Cs", "Co", "Cn")
REPLACEMENT: Final = 0xFFFD
NO_BREAK: Final = "\u00a0"
ELLIPSIS: Final = "…"


class Face:
    """Measures in thousandths of the font size; codes are those of the subset fpdf2 embeds. font: an fpdf2 TTFFont."""

    def __init__(self, font: Any) -> None:
        self.resource = f"/F{font.i}".encode()
        self._codes = _Codes(font)
        self._widths = _Widths(font)

    def width(self, text: str) -> float:
        """Advance of `text` in thousandths of the font size."""
        return sum(map(self._widths.__getitem__, text))

    def literal(self, text: str) -> bytes:
        """`text` as a PDF string in the codes of the subset, parentheses included."""
        data = text.translate(self._codes).encode("utf-16-be")
        data = data.replace(b"\\", b"\\\\").replace(b"(", b"\\(").replace(b")", b"\\)")
        return b"(" + data.replace(b"\r", b"\\r") + b")"

    def wrap(self, text: str, limit: float, lines: int) -> tuple[str, ...]:
        """`text` in at most `lines` lines no wider than `limit`; what does not fit ends in an ellipsis."""
        text = tidy(text)
        if self.width(text) <= limit:
            return (text,)
        broken: list[str] = []
        for word in text.split(" "):
            self._append(broken, word, limit)
        if len(broken) <= lines:
            return tuple(broken)
        return (*broken[: lines - 1], self.shorten(f"{broken[lines - 1]} {broken[lines]}", limit))

    def fitting(self, word: str, limit: float) -> int:
        """How many characters fit, one at least; behind a hyphen or slash when one stands in the second half."""
        cut, used = 0, 0.0
        for char in word:
            used += self._widths[char]
            if used > limit:
                break
            cut += 1
        better = max(word.rfind("-", 0, cut), word.rfind("/", 0, cut)) + 1
        return better if better > cut // 2 else max(cut, 1)

    def _append(self, broken: list[str], word: str, limit: float) -> None:
        """Put `word` behind the last line or on a new one; cut it where it is wider than a whole line."""
        joined = f"{broken[-1]} {word}" if broken else word
        if self.width(joined) <= limit:
            broken[-1:] = [joined]
            return
        while self.width(word) > limit:
            cut = self.fitting(word, limit)
            broken.append(word[:cut])
            word = word[cut:]
        broken.append(word)

    def shorten(self, line: str, limit: float) -> str:
        """`line` cut until it fits with the ellipsis that then ends it; as it is when it fits anyway."""
        if self.width(line) <= limit:
            return line
        room = limit - self.width(ELLIPSIS)
        while line and self.width(line) > room:
            line = line[:-1]
        return line.rstrip() + ELLIPSIS


def tidy(text: str) -> str:
    """NFC, and one blank for any run of blanks, tabs and line breaks."""
    return " ".join((text if text.isascii() else unicodedata.normalize("NFC", text)).split())


class _Codes(dict[int, str]):
    """Code point -> what stands for it in the subset, for `str.translate`. A character is registered when first used."""

    def __init__(self, font: Any) -> None:
        super().__init__()
        self._font = font

    def __missing__(self, point: int) -> str:
        codes = (self._font.subset.pick(shown) for shown in _shown(point, self._font.cmap))
        found = self[point] = "".join(chr(code) for code in codes if code is not None)
        return found


class _Widths(dict[str, float]):
    """Character -> advance of what is drawn for it."""

    def __init__(self, font: Any) -> None:
        super().__init__()
        self._font = font

    def __missing__(self, char: str) -> float:
        found = self[char] = float(sum(self._font.cw[shown] for shown in _shown(ord(char), self._font.cmap)))
        return found


def _shown(point: int, known: dict[int, str]) -> list[int]:
    """The characters drawn for one: itself, its plain form (ﬁ -> fi, full-width A -> A), or the replacement.

    A blank that does not break is drawn, and read back, as any other; what is invisible on purpose is shown.
    """
    if unicodedata.category(chr(point)) in _INVISIBLE:
        return [REPLACEMENT]
    if point in known and chr(point) != NO_BREAK:
        return [point]
    plain = [ord(char) for char in unicodedata.normalize("NFKC", chr(point))]
    return plain if plain and all(other in known for other in plain) else [REPLACEMENT]
