"""2,000 people whose names, positions and units were written to break whatever shows them. Nobody in here exists."""

from itertools import product
from typing import Final

from msgspec.structs import replace

from registry.edition.canonical import encode_edition, fingerprint
from registry.edition.types import Edition, InstansiPublik, Orang, Rekap, Sel
from tests.registry.edition.editions import KEMENAG, SPTJM, edition, final, orang

COUNT: Final = 2_000
ATTACKS: Final = (
    "<script>globalThis.kena=1</script>",
    "</script><script>globalThis.kena=1</script>",
    "</ScRiPt ><svg/onload=kena=1>",
    "</script><img src=x onerror=kena=1>",
    "<!--<script>",
    "--><img src=x onerror=kena=1>",
    "\"'><svg onload=kena=1>",
    '" autofocus onfocus=kena=1 x="',
    "' autofocus onfocus=kena=1 x='",
    "</title><img src=x onerror=kena=1>",
    "</textarea></style></noscript><img src=x onerror=kena=1>",
    "</bdi></a></li></ol><img src=x onerror=kena=1>",
    "</td></tr></table><img src=x onerror=kena=1>",
    "<a href=javascript:kena=1>klik</a>",
    "<iframe srcdoc='<script>parent.kena=1</script>'>",
    "<base href=//jahat.contoh.test/>",
    "<meta http-equiv=refresh content='0;url=//jahat.contoh.test'>",
    "<form action=//jahat.contoh.test><button>Kirim</button>",
    "<style>*{display:none}</style>",
    "<template shadowrootmode=open><img src=x onerror=kena=1>",
    "{{ kena }} {% raw %} {# #} ${kena} #{kena}",
    "<![CDATA[ ]]>",
    "<?xml version='1.0'?><!DOCTYPE x [<!ENTITY k SYSTEM 'file:///etc/passwd'>]>&k;",
    "&lt;b&gt; &amp; &quot; &#x3c;i&#x3e; &copy",
    "\\u003cscript\\u003e \\x3c \\n \\",
    '=HYPERLINK("http://jahat.contoh.test","klik")',
    "=cmd|' /C calc'!A0",
    "+1+1",
    "-2+3",
    "@SUM(A1:A9)",
    "\t=1+1",
    "\n=1+1",
    " =1+1",
    "'=1+1",
    "\uff1d1\uff0b1",
    '",=1+1,"',
    ";=1+1",
    "\u202eibuS",
    "\u202eibuS\u202c",
    "\u200f\u200e\u2067 Tujuh \u2069",
    "\u2066\u2068",
    "\u200b\u200d\ufeff\u00ad",
    "\u0001\u0007\u0008\u001b[31m\u001b]0;kena\u0007",
    "\u007f\u009b31m\u0085",
    "\u2028 \u2029",
    "W" * 60,
    "\u6f22" * 60,
    "\U0001f600" * 15,
    "Z\u0353\u0351\u0352" * 15,
    "](javascript:kena=1) **tebal** `kode`",
    "[red]merah[/red] [@click=app.bell]klik[/] [/]",
    "__proto__ constructor hasOwnProperty toString",
    'K("data",{})',
    "../../../etc/passwd ..\\..\\x",
    "%s %d {0} {nama!r} $& $1 \\1",
    "NULL undefined NaN true 0",
)
GROUPS: Final = ("Budiman", "Lestari", "Wijaya")  # each finds a third of all; the search page opens a thousand at most
_LETTERS: Final = tuple(map("".join, product("BKLMPRST", "aiu", "dgklnrst", "aeiou")))


def texts(shift: int = 0) -> tuple[str, ...]:
    """2,000 different texts: an attack first, last, in the middle, two together. shift: other ones of the same kind."""
    return tuple(_text(serial, shift) for serial in range(COUNT))


def _text(serial: int, shift: int) -> str:
    attack = ATTACKS[(serial + shift) % len(ATTACKS)]
    other = ATTACKS[(serial // len(ATTACKS) * 7 + shift) % len(ATTACKS)]
    word = (
        f"{GROUPS[serial % len(GROUPS)]} {_LETTERS[serial % len(_LETTERS)]}{_LETTERS[serial // len(_LETTERS)].lower()}"
    )
    shapes = (f"{attack} {word}", f"{word} {attack}", f"{word} {attack} {other}", f"{attack} {word} {other}")
    return shapes[serial // len(ATTACKS) % len(shapes)]


def rows(shift: int = 0) -> tuple[Orang, ...]:
    """2,000 people. With another shift the same people have other positions and units."""
    fields = zip(texts(), texts(11 + shift), texts(23 + shift), strict=True)
    return tuple(
        orang(n, kode="KEMENAG", nama=nama, jabatan=jabatan, unit_kerja=unit)
        for n, (nama, jabatan, unit) in enumerate(fields, 1)
    )


EVIL: Final = InstansiPublik(
    kode="9999",
    nama="Kota </title><script>kena=1</script> \u202e\u0001\"'&",
    jenis="KOTA",
    wilayah="Nusa <img src=x onerror=kena=1> \u0007",
    zona="Asia/Jakarta",
    alamat_masukan='Loket <svg onload=kena=1> "\u001b[31m" \u2067',
)


def editions() -> list[Edition]:
    """A ministry in which everybody's position and unit changed, and a town whose own name and letters are as hostile."""
    early = edition(rows(), instansi=KEMENAG)
    late = final(rows(5), instansi=KEMENAG, sebelumnya=fingerprint(encode_edition(early)))
    recap = Rekap(unit_kerja=tuple(Sel(text, 5 + n) for n, text in enumerate(ATTACKS)))
    sptjm = replace(SPTJM, nomor="800/</script><script>kena=1</script>\u0007")
    town_early = edition(rows_of_town(), instansi=EVIL, nomor="800/<img src=x onerror=kena=1>\u0001")
    town = final(
        rows_of_town(),
        instansi=EVIL,
        nomor=town_early.nomor,
        sptjm=sptjm,
        rekap=recap,
        sebelumnya=fingerprint(encode_edition(town_early)),
    )
    return [early, late, town_early, town]


def rows_of_town() -> tuple[Orang, ...]:
    """As many as there are attacks, each bare."""
    return tuple(orang(n, kode="9999", nama=text, jabatan=text, unit_kerja=text) for n, text in enumerate(ATTACKS, 1))
