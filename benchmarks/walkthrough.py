"""A new user's first day: a folder with one of everything is read, published, looked at, and exported in every format.

    python -m benchmarks.walkthrough            with the Gainsay of this Python
    python -m benchmarks.walkthrough --wheel    with a wheel built from here, where nothing else is installed

Everything goes through the command line. Exit code 1 where a step fails, each said in a line. (That what is exported
is valid is tested in tests/exports on the edition of the same folder.)
"""

from __future__ import annotations

import argparse
import json
import shutil
import subprocess
import sys
import tempfile
import venv
from collections.abc import Iterator, Sequence
from pathlib import Path
from urllib.parse import quote

from benchmarks.formats.everything import make_everything

ROOT = Path(__file__).resolve().parents[1]
FORMATS = (
    *("jsonl", "csv", "parquet", "webanno", "tei", "rdf", "ftm", "gexf"),
    *("timeline", "claimreview", "bibtex", "csl", "html", "zip"),
)
_EXTRAS = "ocr,parquet,rdf"


def walk(gainsay: Sequence[str], work: Path) -> Iterator[str]:
    """Go through all steps with the command `gainsay` in the empty folder `work`; what went wrong."""
    (work / "texts").mkdir()
    expected = make_everything(work / "texts")
    read = _run([*gainsay, "read", "texts"], work)
    if read.returncode:
        yield f"read: exit code {read.returncode}: {_last(read)}"
        return
    sources = _run([*gainsay, "sources", "--json"], work)
    paths = {row["path"] for row in json.loads(sources.stdout)["documents"]}
    yield from (f"read: {path} is missing" for path in sorted(set(expected) - paths))
    yield from (f"read: {path} was not expected" for path in sorted(paths - set(expected)))
    yield from _verified(gainsay, work)
    yield from _exported(gainsay, work)
    published = _run([*gainsay, "publish", "site"], work)
    if published.returncode:
        yield f"publish: {_last(published)}"
        return
    yield from _looked_at(work / "site", expected)


def _verified(gainsay: Sequence[str], work: Path) -> Iterator[str]:
    verified = _run([*gainsay, "verify"], work)
    if verified.returncode:
        yield f"verify: {_last(verified)}"


def _exported(gainsay: Sequence[str], work: Path) -> Iterator[str]:
    for to in FORMATS:
        exported = _run([*gainsay, "export", f"out-{to}", "--to", to], work)
        out = work / f"out-{to}"
        size = sum(file.stat().st_size for file in [out, *out.rglob("*")] if file.is_file())
        if exported.returncode or not size:
            yield f"export --to {to}: {_last(exported)}"


def _looked_at(site: Path, expected: dict[str, str]) -> Iterator[str]:
    """Every page of a source, and one of each other kind, opened from the disk as by a double click."""
    chromium = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    if chromium is None:
        print("there is no Chromium on this machine: the pages were not looked at")
        return
    from playwright.sync_api import sync_playwright

    shown = ""
    kinds = {path.parent: path for path in sorted(site.rglob("*.html"), reverse=True)}
    with sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        page = browser.new_page()
        said: list[str] = []
        page.on("console", lambda message: said.append(message.text) if message.type == "error" else None)
        page.on("pageerror", lambda error: said.append(str(error)))
        for path in sorted({*kinds.values(), *site.glob("*.html"), *site.glob("source/*.html")}):
            page.goto(f"file://{quote(str(path))}")
            words = " ".join(page.inner_text("body").split())
            shown += words
            if not words:
                yield f"{path.relative_to(site)}: an empty page"
        browser.close()
    yield from (f"the browser complains: {words}" for words in said)
    yield from (
        f"no page of the site shows {path}: “{words}”" for path, words in expected.items() if words not in shown
    )


def _run(command: Sequence[str], work: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(command, cwd=work, capture_output=True, text=True, check=False)


def _last(done: subprocess.CompletedProcess[str]) -> str:
    return ((done.stderr or done.stdout).strip().splitlines() or ["it said nothing"])[-1]


def _installed(work: Path) -> list[str]:
    """The command of a wheel built from here, installed where nothing else is."""
    build = [sys.executable, "-m", "pip", "wheel", "--quiet", "--no-deps", "--wheel-dir", str(work), str(ROOT)]
    subprocess.run(build, check=True)
    (wheel,) = work.glob("*.whl")
    venv.create(work / "python", with_pip=True)
    python = work / "python" / "bin" / "python"
    subprocess.run([str(python), "-m", "pip", "install", "--quiet", f"{wheel}[{_EXTRAS}]"], check=True)
    return [str(python.with_name("gainsay"))]


def main() -> int:
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    options.add_argument("--wheel", action="store_true", help="build and install a wheel, and go through it with that")
    with tempfile.TemporaryDirectory() as folder:
        work = Path(folder)
        gainsay = _installed(work) if options.parse_args().wheel else [sys.executable, "-m", "gainsay"]
        (work / "desk").mkdir()
        wrong = list(walk(gainsay, work / "desk"))
    print("\n".join(wrong) or f"a folder with one of everything was read, published and exported {len(FORMATS)} ways")
    return int(bool(wrong))


if __name__ == "__main__":
    raise SystemExit(main())
