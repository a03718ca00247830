"""The package as a whole: few names, light imports."""

from __future__ import annotations

import subprocess
import sys

import pytest

import gainsay

HEAVY = ("numpy", "lxml", "trafilatura", "sqlalchemy", "rich", "rapidfuzz", "nupunkt", "jinja2", "babel", "edtf")


def _loaded(code: str) -> set[str]:
    """The modules that stand loaded after running the code in a fresh interpreter."""
    program = f"{code}\nimport sys\nprint('\\n'.join(sys.modules), file=sys.stderr)"
    run = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    return {name.partition(".")[0] for name in run.stderr.split()} | set(run.stderr.split())


def test_the_public_names_are_complete_and_sorted() -> None:
    assert sorted(gainsay.__all__) == gainsay.__all__
    for name in gainsay.__all__:
        assert getattr(gainsay, name).__name__ == name
    assert set(gainsay.__all__) <= set(dir(gainsay))
    with pytest.raises(AttributeError):
        _ = gainsay.nonsense


@pytest.mark.parametrize(
    "code",
    [
        "import gainsay",
        "import gainsay.cli",
        "from gainsay.cli.app import run; run(['--help'])",
        "from gainsay.cli.app import run; run(['read', '--help'])",
    ],
)
def test_nothing_heavy_is_loaded_before_it_is_used(code: str) -> None:
    loaded = _loaded(code)
    assert not loaded.intersection(HEAVY)
    assert "gainsay.edition.build" not in loaded


def test_reading_plain_text_loads_no_reader_of_other_formats(tmp_path: object) -> None:
    code = (
        "import gainsay, pathlib, sys\n"
        f"folder = pathlib.Path({str(tmp_path)!r})\n"
        "(folder / 'a.txt').write_text('Josef Brandt left Port Adair.')\n"
        "gainsay.read(folder, folder / 'e.gainsay')"
    )
    assert not _loaded(code).intersection({"lxml", "trafilatura", "rich", "jinja2"})
