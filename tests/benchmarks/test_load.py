"""Invented collections: the same for the same seed, the beginning of larger ones, and true to their truth."""

from __future__ import annotations

from itertools import combinations
from pathlib import Path

import pytest
from benchmarks.load.corpus import PLANTED, Planted, write_corpus

SEEN = 60  # documents


@pytest.fixture(scope="module")
def planted(tmp_path_factory: pytest.TempPathFactory) -> tuple[dict[str, str], list[Planted]]:
    folder = tmp_path_factory.mktemp("load") / "reports"
    truth = write_corpus(folder, SEEN)
    return texts(folder), truth


def texts(folder: Path) -> dict[str, str]:
    return {str(file.relative_to(folder)): file.read_text(encoding="utf-8") for file in sorted(folder.rglob("*.txt"))}


def test_a_collection_is_the_beginning_of_a_larger_one(
    planted: tuple[dict[str, str], list[Planted]], tmp_path: Path
) -> None:
    write_corpus(tmp_path / "more", 2 * SEEN)
    more = texts(tmp_path / "more")
    same = [path for path, text in planted[0].items() if more[path] == text]
    assert len(same) >= SEEN - 8  # but for the last event, which is told by eight documents at most


def test_what_is_planted_stands_in_the_documents(planted: tuple[dict[str, str], list[Planted]]) -> None:
    written, truth = planted
    flat = {path: " ".join(text.split()) for path, text in written.items()}
    assert {one.kind for one in truth} == set(PLANTED)
    assert all(one.a_words in flat[one.a] and one.b_words in flat[one.b] and one.a != one.b for one in truth)


def test_documents_have_about_four_hundred_words(planted: tuple[dict[str, str], list[Planted]]) -> None:
    assert all(350 < len(text.split()) < 480 for text in planted[0].values())


def test_what_was_not_copied_shares_no_eight_words(planted: tuple[dict[str, str], list[Planted]]) -> None:
    written, truth = planted
    told = {one.a for one in truth} | {one.b for one in truth}
    alone = {path: runs(text) for path, text in written.items() if path not in told}
    assert len(alone) > 3
    assert not any(alone[a] & alone[b] for a, b in combinations(alone, 2))


def runs(text: str) -> set[tuple[str, ...]]:
    words = text.lower().split()
    return {tuple(words[at : at + 8]) for at in range(len(words) - 7)}
