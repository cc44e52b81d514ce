"""Invented names as varied as a nation's: some hundred words are most of all occurrences, some hundred thousand are rare.

`cli.fiction` knows three hundred words, enough for a demo; a search index of 2.36 million people must be measured on more. Words
are built from parts of Indonesian names, ranked, and drawn by a Zipf-Mandelbrot law fitted to the figures search was designed for:
about 390,000 written words, 500 keys of more than 1,250 names that are 58 % of all occurrences.
"""

from collections.abc import Iterator
from functools import lru_cache
from itertools import accumulate, product
from random import Random

from cli.fiction.words import NAMES_L, NAMES_LAST_L, NAMES_LAST_P, NAMES_P

_WORDS = 640_000
_SHIFT, _POWER = 2.5, 1.1
_FRONT = (
    "Su Mu Ma Ha Ra Ri Ro Wi Wa Ku Ka Ke Sa Se Sri Tri Dwi Eka Nur Yu Ya Yo Da De Di Do Du Ba Be Bu La Le Li Lu Na Ne Ni No Pa Pu Po Ju Ja Jo "
    "A I U E Fa Fi Fe Fu Ga Gu Gi Za Zu Ir Ar Er As Is Al El Am Im An In Sya Tu Ta Te Ti Vi Ve Cha Kho Har Mar Sum Sul Sup Sur Mul Kur Her Ber"
).split()
_MIDDLE = (
    "r l n m s t d k p w y h b g ng ny rd rt rm rn ln nd nt st mb mp ri li ni mi si ti di ki wi yi hi ra la na ma sa ta da ka wa ya ha ba "
    "ru lu nu mu su tu du ku yu hu re le ne me se te de ke ro lo no mo so to do ko rma rti rya nda nti sti mba lia nia ria dia hma"
).split()
_END = (
    "yanto wati ni na no yono yadi ningsih yani tini tono din din ah ati anti i a o yah man wan din syah ita ina ana una isa ika ira iya iah "
    "uddin ullah udin arti asih awati iyah ini andi anto iati ono adi ari ayu asari ianto iana iani iansyah idah ifah illah at it in an ar is"
).split()
_SPELLINGS = (
    ("u", "oe"), ("j", "dj"), ("c", "tj"), ("f", "p"), ("v", "f"), ("z", "j"), ("y", "j"), ("sy", "s"), ("h", "kh"), ("i", "y"), ("k", "q"),
    ("d", "dh"), ("t", "th"), ("s", "sh"), ("n", "nn"), ("l", "ll"), ("m", "mm"), ("a", "ah"),
)  # fmt: skip
_VARIED = 0.02


@lru_cache(maxsize=1)
def ranked_words() -> tuple[tuple[str, ...], tuple[float, ...]]:
    """All words, the most common first, and their cumulative weights."""
    rnd = Random("words")
    known = list(
        dict.fromkeys(w for four in zip(NAMES_P, NAMES_L, NAMES_LAST_P, NAMES_LAST_L, strict=False) for w in four)
    )
    known += [w for w in (*NAMES_P, *NAMES_L, *NAMES_LAST_P, *NAMES_LAST_L) if w not in set(known)]
    short = [front + end for front, end in product(_FRONT, _END)]
    long = [front + middle + end for front, middle, end in product(_FRONT, _MIDDLE, _END)]
    rnd.shuffle(short)
    rnd.shuffle(long)
    longer = (rnd.choice(_FRONT) + rnd.choice(_MIDDLE) + rnd.choice(_MIDDLE) + rnd.choice(_END) for _ in range(_WORDS))
    words = tuple(dict.fromkeys([*known, *short, *long, *longer]))[:_WORDS]
    return words, tuple(accumulate((rank + _SHIFT) ** -_POWER for rank in range(1, len(words) + 1)))


def names(count: int, seed: str) -> Iterator[str]:
    """`count` names of one to four words."""
    words, weights = ranked_words()
    rnd = Random(seed)
    lengths = rnd.choices((1, 2, 3, 4), (6, 55, 33, 6), k=count)
    drawn = iter(rnd.choices(words, cum_weights=weights, k=sum(lengths)))
    for length in lengths:
        yield " ".join(dict.fromkeys(_spelt(next(drawn), rnd) for _ in range(length)))


def _spelt(word: str, rnd: Random) -> str:
    return _respelt(word, rnd) if rnd.random() < _VARIED else word


def _respelt(word: str, rnd: Random) -> str:
    usual, other = rnd.choice(_SPELLINGS)
    return word[0] + word[1:].replace(usual, other, 1)
