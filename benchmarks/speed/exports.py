"""Times the export of a large edition in every format; prints seconds and sizes, and judges nothing.

    python -m benchmarks.speed.exports [--articles N] [--edition FILE]

Reads the articles of PolNeAR train first (needs ../shared), unless an edition is given. Each export is a process of its
own, as a user runs it. Formats whose extra is not installed are passed over.
"""

from __future__ import annotations

import argparse
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from benchmarks.speed.run import CORPUS, GAINSAY, run, write_articles
from gainsay.exports import FORMATS


def size(path: Path) -> int:
    """Bytes of a file, or of all files of a folder."""
    return sum(file.stat().st_size for file in ([path] if path.is_file() else path.rglob("*")) if file.is_file())


def exporting(edition: Path, work: Path) -> None:
    """One line for each format."""
    print(f"edition of {edition.stat().st_size / 1e6:.0f} MB")
    for name in FORMATS:
        target = work / f"as-{name}"
        command = (*GAINSAY, "export", str(edition), "--to", name, str(target))
        try:
            done = run(*command)
        except SystemExit:
            message = subprocess.run(command, capture_output=True, text=True, check=False).stderr.strip()
            print(f"  {name}: not written ({message})")
            continue
        print(f"  {name}: {done}, {size(target) / 1e6:.1f} MB")
        shutil.rmtree(target) if target.is_dir() else target.unlink()


def main() -> int:
    """Exit code 0; without the corpus and an edition, says so."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--articles", type=int, help="only so many")
    parser.add_argument("--edition", type=Path, help="one that is there already")
    options = parser.parse_args()
    if options.edition is None and not CORPUS.is_file():
        print("exports are not timed: the development corpora (../shared) are not on this machine")
        return 0
    with tempfile.TemporaryDirectory() as name:
        work, edition = Path(name), options.edition
        if edition is None:
            write_articles(work / "all", options.articles)
            edition = work / "all.gainsay"
            run(*GAINSAY, "read", str(work / "all"), "-o", str(edition))
        exporting(edition, work)
    return 0


if __name__ == "__main__":
    sys.exit(main())
