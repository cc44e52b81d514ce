"""The search tree of a site that was built before: what stays of it, and that nobody can tell."""

import shutil
from pathlib import Path
from random import Random

import pytest
from msgspec.structs import replace

from registry.edition.types import Orang
from site_builder.data_folders import content_folder, templates_folder
from site_builder.manifest import read_manifest, verify_site
from site_builder.search.entries import CUTS, SMALL
from site_builder.search.national import FOLDER
from site_builder.search.old_tree import OldTree
from site_builder.search.shelf import Shelf
from site_builder.settings import SiteSettings
from site_builder.site_plan import SitePlan
from site_builder.sources import load_sources
from site_builder.writer import OldSite
from tests.registry.edition.editions import PEKALONGAN, edition, orang
from tests.site_builder.sites import build_site, tree, write_editions

EACH = 5_500  # too few for a tree of their own
KODE = tuple(str(3301 + number) for number in range(SMALL // EACH + 1))
FEW, SMALLEST = 600, "3399"


def _people(kode: str, count: int = EACH) -> tuple[Orang, ...]:
    rnd = Random(kode)
    return tuple(
        orang(
            number, kode=kode, nama="".join(rnd.choice(letters) for letters in ("bdgklmnprst", "aiu", "lnrst", "aiu"))
        )
        for number in range(1, count + 1)
    )


def _write(terbitan: Path, kode: str, people: tuple[Orang, ...]) -> None:
    instansi = replace(PEKALONGAN, kode=kode, nama=f"Pemerintah Kota {kode}")
    write_editions(terbitan, [edition(people, instansi=instansi)])


@pytest.fixture(scope="module")
def nation(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Folder of the editions of so many people that their keys are sorted in parts, and of their site."""
    place = tmp_path_factory.mktemp("bangsa")
    for kode in KODE:
        _write(place / "terbitan", kode, _people(kode))
    _write(place / "terbitan", SMALLEST, _people(SMALLEST, FEW))
    build_site(place / "terbitan", place / "situs")
    return place


@pytest.fixture
def copy(nation: Path, tmp_path: Path) -> Path:
    """The same, to be changed."""
    return Path(shutil.copytree(nation, tmp_path / "salinan"))


def _kept(place: Path) -> set[int]:
    """Parts that a build of the editions would keep."""
    site = SitePlan(load_sources(place / "terbitan"), SiteSettings(), templates_folder(), content_folder())
    manifest = read_manifest(place / "situs")
    assert manifest is not None
    old = OldTree(OldSite(place / "situs", manifest.berkas, manifest.cari[1]))
    return set(old.kept_leaves(site.agencies, CUTS, Shelf(FOLDER, pecah=True)))


def _equals_a_fresh_site(place: Path) -> bool:
    build_site(place / "terbitan", place / "situs")
    build_site(place / "terbitan", place / "baru")
    return tree(place / "baru") == tree(place / "situs") and not verify_site(place / "situs")


def test_one_new_name_leaves_the_other_parts_alone(nation: Path, copy: Path) -> None:
    """Only the part that holds its old key and the one that holds its new key grow anew; the site is as a fresh one."""
    first, *others = _people(SMALLEST, FEW)
    _write(copy / "terbitan", SMALLEST, (replace(first, nama="Zulu"), *others))

    assert len(_kept(nation)) - 2 <= len(_kept(copy)) < len(_kept(nation))
    assert _equals_a_fresh_site(copy)


def test_who_leaves_moves_others_to_another_page_of_the_list(copy: Path) -> None:
    """The first of 600 is gone: number 501 stands on the first page now, and their lines change too."""
    _write(copy / "terbitan", SMALLEST, _people(SMALLEST, FEW)[1:])

    assert 0 < len(_kept(copy))
    assert _equals_a_fresh_site(copy)


def test_an_instansi_that_is_gone_takes_its_lines_along(copy: Path) -> None:
    """Only the parts its names have no key in stay."""
    shutil.rmtree(copy / "terbitan" / SMALLEST)

    assert _equals_a_fresh_site(copy)


def test_a_tree_with_lost_files_grows_anew(nation: Path, copy: Path) -> None:
    """Whichever they are, the build does not stumble over it."""
    for path in sorted((copy / "situs" / FOLDER).rglob("*.js"))[::7]:
        path.unlink()
    build_site(copy / "terbitan", copy / "situs")

    assert tree(nation / "situs") == tree(copy / "situs")


def test_many_changed_lists_keep_nothing(copy: Path) -> None:
    """Looking for unchanged parts would take longer than it saves."""
    for kode in KODE[:2]:
        _write(copy / "terbitan", kode, _people(kode)[:-1])

    assert not _kept(copy)
