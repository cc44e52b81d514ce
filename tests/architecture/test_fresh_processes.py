"""What gets loaded when a package is imported in a process of its own: the contracts, seen from outside."""

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]

IMPORT_ALL = """
import importlib, pkgutil, sys
package = importlib.import_module(sys.argv[1])
for module in pkgutil.walk_packages(package.__path__, package.__name__ + "."):
    if not module.name.endswith("__main__"):
        importlib.import_module(module.name)
print("\\n".join(sys.modules))
"""


def loaded_by(package: str) -> set[str]:
    done = subprocess.run(
        [sys.executable, "-c", IMPORT_ALL, package], cwd=ROOT, capture_output=True, text=True, check=True
    )
    return {name for line in done.stdout.split() for name in (line, line.split(".")[0], ".".join(line.split(".")[:2]))}


@pytest.mark.parametrize(
    ("package", "never"),
    [
        ("registry", {"textual", "jinja2", "markdown", "click", "tui", "site_builder", "cli"}),
        (
            "site_builder",
            {"textual", "tinydb", "tui", "cli", "registry.store", "registry.desk", "registry.intake", "registry.model"},
        ),
        ("tui", {"site_builder", "cli", "jinja2"}),
    ],
)
def test_a_package_loads_only_what_it_may(package, never):
    """Every module of the package imported, nothing of the forbidden ones is in memory."""
    assert set() == loaded_by(package) & never


@pytest.mark.parametrize(
    "heavy", ["textual", "fpdf", "python_calamine", "pypdfium2", "jinja2", "tinydb", "xlsxwriter", "rapidfuzz"]
)
def test_help_is_quick_because_it_loads_nothing_heavy(heavy):
    """`pendataan --help` imports no heavy package."""
    code = "import sys; from cli.main import main\ntry: main(['--help'])\nexcept SystemExit: pass\nprint('\\n'.join(sys.modules))"
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)

    assert heavy not in done.stdout.split()
