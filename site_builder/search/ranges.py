"""Where the people who answer a query stand in a tree: labels, and ranges of labels. FORMAT.md, 5 and 9."""

from collections.abc import Iterable, Mapping

from site_builder.search.phonetics import Meaning, Sought

Range = tuple[str, str]  # from, up to but not with
Heavy = Mapping[str, int]  # key -> place among the heavy keys, the most frequent first

_ABOVE = "\uffff"
_TELLING = 3  # letters of a beginning that is rarer than any heavy key


def labels_of(keys: Iterable[str], heavy: Heavy) -> list[str]:
    """The labels under which a name with these keys stands, sorted."""
    own = list(keys)
    found: list[str] = []
    for key in own:
        if key in heavy and len(own) > 1:
            found += [f"{key} {other}" for other in own if other != key]
        else:
            found.append(key)
    return sorted(found)


def ranges_of(meaning: Meaning, heavy: Heavy) -> list[Range]:
    """Ranges in which everybody who answers has a label; few, short and in order."""
    light = [word[0].kunci for word in meaning if _is_whole(word) and word[0].kunci not in heavy]
    if light:
        return [_exact(max(light, key=len))]
    by_rareness = sorted(meaning, key=lambda word: _rareness(word, heavy), reverse=True)
    lead = next((word for word in by_rareness if _is_whole(word)), None)
    if lead is None or len(meaning) == 1:
        return _merged(_alone(sought, heavy) for word in meaning for sought in word)
    other = next(word for word in by_rareness if word is not lead)
    return _merged(_pair(lead[0].kunci, sought) for sought in other)


def _is_whole(word: tuple[Sought, ...]) -> bool:
    return not any(sought.awalan for sought in word)


def _rareness(word: tuple[Sought, ...], heavy: Heavy) -> int:
    if _is_whole(word):
        return heavy[word[0].kunci]
    return len(heavy) if len(word[0].kunci) >= _TELLING else -1


def _exact(label: str) -> Range:
    return label, f"{label}\n"


def _alone(sought: Sought, heavy: Heavy) -> Range:
    key = sought.kunci
    if sought.awalan:
        return key, key + _ABOVE
    return (key, f"{key}!") if key in heavy else _exact(key)


def _pair(lead: str, other: Sought) -> Range:
    label = f"{lead} {other.kunci}"
    return (label, label + _ABOVE) if other.awalan else _exact(label)


def _merged(ranges: Iterable[Range]) -> list[Range]:
    found: list[Range] = []
    for low, high in sorted(ranges):
        if found and low <= found[-1][1]:
            found[-1] = (found[-1][0], max(found[-1][1], high))
        else:
            found.append((low, high))
    return found
