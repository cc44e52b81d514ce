"""Which words are titles: academic, professional, religious, forms of address. Data and three questions, nothing else."""

import re
from functools import lru_cache
from typing import Final

_DOTS: Final = re.compile(r"[.\s]+")

# Lower case, without dots.
_FRONT: Final = frozenset(
    "dr drs dra drg drh ir hj kh prof kyai kiai ustad ustadz ustadzah tgk tgh nyai bpk sdri pdt letkol letda lettu serda sertu serka serma "
    "peltu pelda kopda koptu praka bripda briptu bripka aipda aiptu ipda iptu akp kompol akbp kombes".split()
)
# Could be a name, an initial or a surname: a title only with its dot.
_FRONT_WITH_DOT: Final = frozenset("h ir ny tn nn mr mrs ns apt sdr ust bd pdm brigjen".split())

# What may follow the letter: S. (sarjana), M. (magister), A.Md. (ahli madya), S.Tr. and M.Tr. (terapan).
_SARJANA: Final = (
    "pd pdi pdsd pdaud pdk pdb pdh e ei esy h hi hum hut ik ip iip ikom kep kom km kg keb ked kes m mat mn or p pi pt psi ptp ptk pust "
    "s si sos sosi st t tp th thi tr ter tekp ti trp tk ab ad ag ak akun ant ap arch ars as ds far fil ft g gz gizi iq jur kel kh kl kn fili ipust ling "
    "log ns pol per phil rad sn stat sy tan tekn teol us farm bns bio geo kpm tk kons"
).split()
_TERAPAN: Final = (
    "kes keb kep kom pt ft gz ak rad lm akun gizi sos stat pn han kl pi par ip t tp p ab bns ds e m mb pel log far farm rmik terapan ok tlm"
).split()
_AHLI_MADYA: Final = (
    "kep keb kom ak kes kg kl far gz gizi rad ft fis t pk ti pel pust p ds de an ro rmik rm pi par li ib mi mb tem ok ot tw ln si ma ikom "
    "keu ht log perkes kesl kesling ab ip hut tr mk tg af per pd pdsd pdi sos st th tk tp ts tl mes kim kon farm ek stat akun"
).split()
_OTHER: Final = (
    # diploma and old degrees
    "amd amk amf amg amr amkg amkl amak ama amapd amapdsd amapust ba be bsc bba bed sm smhk dipl "
    # profession and specialist
    "ca cpa cma cfa ac akt apt ners ns nrs bdn bd spog spa spb spn spm sppd spkk spjp spp sptht spthtkl spkj spot spu sps spbs sprad sppk "
    "spf spgk spkg spkga spok spkep spmat spkepj spkepkmb span spparu spfk spkfr spjprs facs ftr kons "
    # magister, doktor, foreign
    "phd drph mph mba msc ma mh mt mm mars llm llb jd lc gr mmr mmrs ked mked mac mep mpp mec mtesol grad cht cps ch "
    # sarjana written without the dot after S
    "se sh sst sstp shi sei skh"
).split()
_BACK: Final = frozenset(
    [f"s{stem}" for stem in _SARJANA]
    + [f"m{stem}" for stem in _SARJANA]
    + [f"{letter}tr{stem}" for letter in "sm" for stem in _TERAPAN]
    + [f"amd{stem}" for stem in _AHLI_MADYA]
    + _OTHER
)
# Titles even without dot and comma when written as titles are: `BUDI SE`, `Budi SPd`.
_BARE: Final = frozenset(
    "se sh st skom spd spdi spdsd skm skep ssos sag ssi shi sei spsi spt sst sstp mpd msi mkom mkes mhum mba mm mh mt phd amd amdkep "
    "amdkeb amdkom amdak amk amkeb amkep amdkes stp skeb sgz sfarm sikom sked skg mph mkm ners mpdi".split()
)
_BARE_AS_WORD: Final = frozenset({"Amd", "Amk", "Ners"})


def _bare(word: str) -> str:
    return _DOTS.sub("", word).strip(",").casefold()


@lru_cache(maxsize=8192)
def is_front_title(word: str) -> bool:
    """`dr.`, `Drs`, `Hj.`, `H.` (only with its dot); not `M.` and not `R.`, which belong to the name."""
    bare = _bare(word)
    if bare in _FRONT_WITH_DOT:
        return word.endswith(".")
    return bare in _FRONT


@lru_cache(maxsize=8192)
def is_back_title(word: str) -> bool:
    """`S.Pd.`, `A.Md.Kep`, `M.Si`, `SE`: where a comma or dots already say that a title may follow."""
    return _bare(word) in _BACK


@lru_cache(maxsize=8192)
def is_bare_back_title(word: str) -> bool:
    """`SE` or `SPd` at the end of a name without comma and dots; `Se`, `Ma` or `Mas` are names."""
    if "." in word or word.casefold() not in _BARE:
        return False
    return word.isupper() or any(c.isupper() for c in word[1:]) or word in _BARE_AS_WORD
