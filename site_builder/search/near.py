"""One slip of the pen: a letter missing, too much, wrong, or two swapped."""

SHORTEST = 3  # letters of a typed word in which a slip is looked for
_LONG = 4  # letters that the typed word or the one it is compared with must have
_BEGUN = 5  # letters from which on a slip in a word only begun is looked for


def near(one: str, other: str) -> bool:
    """Equal, or at most one slip apart (optimal string alignment)."""
    if one == other:
        return True
    if len(one) > len(other):
        one, other = other, one
    if len(other) - len(one) > 1:
        return False
    at = 0
    while at < len(one) and one[at] == other[at]:
        at += 1
    if len(one) < len(other):
        return one[at:] == other[at + 1 :]
    swapped = one[at : at + 2] == other[at : at + 2][::-1] and one[at + 2 :] == other[at + 2 :]
    return swapped or one[at + 1 :] == other[at + 1 :]


def is_near(typed: str, other: str, letters: int) -> bool:
    """Whether what was typed with so many letters may be the other: `iti` may be Siti, but `ali` is not `eli`."""
    return letters >= SHORTEST and max(letters, len(other)) >= _LONG and near(typed, other)


def near_either(key: str, word: str, other: str) -> bool:
    """Whether a typed word, by its key or as written, may be the key `other`."""
    return is_near(key, other, len(word)) or is_near(word, other, len(word))


def begins_near(start: str, word: str) -> bool:
    """Whether `start`, of five letters or more, is the beginning of the word but for one slip."""
    size = len(start)
    return size >= _BEGUN and any(near(start, word[:length]) for length in (size, size + 1, size - 1))
