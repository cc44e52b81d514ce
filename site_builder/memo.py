"""A dictionary that makes what it lacks."""

from collections.abc import Callable


class Memo(dict[str, str]):
    """Text -> what `make` makes of it, made once for each different text."""

    def __init__(self, make: Callable[[str], str]) -> None:
        super().__init__()
        self._make = make

    def __missing__(self, text: str) -> str:
        self[text] = made = self._make(text)
        return made
