"""A new user's first day: a folder with one of everything, read, published, looked at and exported in every format."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from benchmarks.walkthrough import walk


def test_a_folder_with_one_of_everything_is_read_published_and_exported(tmp_path: Path) -> None:
    pytest.importorskip("playwright.sync_api", reason="Playwright is not installed")
    assert list(walk([sys.executable, "-m", "gainsay"], tmp_path)) == []
