"""A room that is killed in the middle of deciding leaves a whole edition behind."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
import threading
import urllib.error
import urllib.parse
import urllib.request
from http.client import HTTPException
from pathlib import Path

import gainsay

ANSWERED = 4  # decisions before the room is killed


def test_every_decision_that_was_answered_is_in_the_log_and_none_is_half_written(
    marrow_bay: Path, tmp_path: Path
) -> None:
    path = tmp_path / "killed.gainsay"
    shutil.copyfile(marrow_bay, path)
    command = [sys.executable, "-m", "gainsay", "room", str(path), "--port", "0", "--no-open"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        address = process.stdout.readline().strip()
        page = urllib.request.urlopen(f"{address}review.html", timeout=60).read().decode()
        found = re.search(r'name="token" value="([^"]+)"', page)
        assert found
        targets = sorted(set(re.findall(r'href="review/([a-z]+-[0-9a-f]+)\.html"', page)))
        answered: list[str] = []
        enough = threading.Event()

        def decide(by: str) -> None:
            for target in targets:
                form = {"token": found[1], "target": target, "action": "accept", "by": by, "reason": target}
                try:
                    urllib.request.urlopen(
                        f"{address}review.html", urllib.parse.urlencode(form).encode(), timeout=60
                    ).close()
                except (urllib.error.URLError, HTTPException, OSError):
                    return
                answered.append(f"{by} {target}")
                if len(answered) >= ANSWERED:
                    enough.set()

        deciding = [threading.Thread(target=decide, args=(by,)) for by in ("Ana", "Bo", "Cy")]
        for one in deciding:
            one.start()
        assert enough.wait(120)
        process.kill()
        for one in deciding:
            one.join()
    with gainsay.open_edition(path) as edition:
        logged = {f"{r.decision.by} {r.decision.reason}" for r in edition.decisions()}
        assert set(answered) <= logged
        edition.settle()
    with gainsay.open_edition(path) as edition:
        assert edition.verify() == []
        assert all(r.state != "waiting" for r in edition.decisions())
