"""Lets what code was reached guide the damage, by atheris (`pip install atheris`), for a longer look at one target.

    python -m benchmarks.fuzzing.guided TARGET [OPTIONS OF LIBFUZZER]
    python -m benchmarks.fuzzing.guided rtf -max_total_time=600

An input that fails ends it, and is kept where libFuzzer keeps it: `crash-…` in the current folder.
"""

from __future__ import annotations

import contextlib
import sys
import tempfile
from pathlib import Path

import atheris  # type: ignore[import-not-found,unused-ignore]

with atheris.instrument_imports(include=["gainsay"]):
    from benchmarks.fuzzing.running import tried
    from benchmarks.fuzzing.targets import TARGETS


def main() -> None:
    """Damage the seeds of a target until one fails or the time is over."""
    target = TARGETS[sys.argv[1]]
    with tempfile.TemporaryDirectory(prefix="gainsay-fuzzing-") as corpus:
        with atheris.instrument_imports(include=["gainsay"]):  # readers are imported when they are used
            check = target.prepare()
            for number, seed in enumerate(target.seeds()):
                (Path(corpus) / str(number)).write_bytes(seed)
                with contextlib.suppress(Exception):
                    check(seed)

        def one(data: bytes) -> None:
            failure = tried(check, data[: target.largest])
            if failure:
                raise RuntimeError(failure)

        atheris.Setup([sys.argv[0], *sys.argv[2:], corpus], one)
        atheris.Fuzz()


if __name__ == "__main__":
    main()
