"""An edition that knows what its sentences mean is the same whether it was read at once or bit by bit."""

from __future__ import annotations

import hashlib
import math
import re
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from sqlalchemy import select

import gainsay
from gainsay.documents.document import Document
from gainsay.edition import change
from gainsay.edition import document as reading
from gainsay.edition.near import Near
from gainsay.matters import nearness
from gainsay.matters.vectors import DIMENSIONS, Floats, VectorOf, context_vectors
from gainsay.spans import Span
from gainsay.store import schema
from gainsay.store.comparison import load_subjects
from gainsay.store.nearness import load_counted, load_documents_with_vectors, save_counted
from gainsay.store.store import Store
from tests.edition.collection import exported, write

PLACES = ("Port Adair", "Marrow Bay", "Cold Quay")
TEXTS = {
    f"{n}.txt": (
        f"The strike at {place}\n\n"
        f"The dockers of {place} left the pier at dawn. {n + 40} men were held by the guard.\n\n"
        f"The harbour company had not paid the dockers. Nobody fired at the dockers of {place}, Josef Brandt said.\n\n"
        f"{'A soldier fired at the dockers, Ellen Marsh said.' if n % 2 else 'The soldiers stood by.'}\n"
    )
    for n, place in enumerate(PLACES * 3)
}


def meaning(text: str, span: Span) -> Floats:
    """A stand-in for the model: a direction for each word, added up."""
    total = np.zeros(DIMENSIONS)
    for word in re.findall(r"\w+", span.of(text).lower()):
        seed = int.from_bytes(hashlib.sha256(word.encode()).digest()[:4], "big")
        total += np.random.default_rng(seed).normal(size=DIMENSIONS)
    return total


@pytest.fixture(autouse=True)
def understanding(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Reading gives vectors, without a model."""

    plain = reading.annotate

    def understood(document: Document, encoder: object = None) -> reading.Found:
        found = plain(document)
        vector_of: VectorOf = lambda span: meaning(document.text, span)  # noqa: E731
        return replace(found, vectors=context_vectors(found.layout, vector_of), vector_of=vector_of)

    monkeypatch.setattr(reading, "annotate", understood)
    monkeypatch.setattr(change, "MUCH", 2.0)  # never all anew for being many: here every document is much
    yield


def read(folder: Path, edition: Path) -> None:
    gainsay.read(folder, edition, settings=gainsay.ReadSettings(workers=1, reader="rules")).close()


def pairs(edition: Path) -> set[tuple[str, str]]:
    """The near statements of an edition, compared at the level that it holds."""
    with closing(Store(edition, write=True)) as store, store.begin() as connection:
        near = Near(connection, (), load_subjects(connection))
        found, _ = near.pairs_from(load_documents_with_vectors(connection))
        c = schema.statements.c
        ids = dict(connection.execute(select(c.number, c.id)).all())
        return {(min(pair), max(pair)) for a, b in found.tolist() for pair in [(ids[a], ids[b])]}


def test_statements_of_an_edition_are_brought_together_by_meaning(tmp_path: Path) -> None:
    read(write(tmp_path / "texts", TEXTS), tmp_path / "one.gainsay")
    assert pairs(tmp_path / "one.gainsay")


@pytest.mark.parametrize("late", [["8.txt"], ["0.txt", "5.txt"], ["1.txt", "2.txt", "3.txt", "4.txt"]])
def test_what_is_added_later_gives_the_same_edition(tmp_path: Path, late: list[str]) -> None:
    whole = write(tmp_path / "whole" / "texts", TEXTS)
    read(whole, tmp_path / "whole.gainsay")
    part = write(tmp_path / "part" / "texts", {p: t for p, t in TEXTS.items() if p not in late})
    read(part, tmp_path / "part.gainsay")
    for path in late:
        write(part, {path: TEXTS[path]})
        read(part, tmp_path / "part.gainsay")
    assert exported(tmp_path / "part.gainsay", tmp_path / "a") == exported(tmp_path / "whole.gainsay", tmp_path / "b")
    assert pairs(tmp_path / "part.gainsay") == pairs(tmp_path / "whole.gainsay")


def test_an_edition_that_outgrows_a_bound_is_as_if_it_had_been_read_at_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = write(tmp_path / "texts", TEXTS)
    read(folder, tmp_path / "wide.gainsay")
    wide = pairs(tmp_path / "wide.gainsay")
    monkeypatch.setattr(nearness, "LEAST_KIN", ((7, nearness.least_kin(len(TEXTS))), (math.inf, 1.1)))
    read(folder, tmp_path / "whole.gainsay")
    part = write(tmp_path / "part" / "texts", {p: t for p, t in TEXTS.items() if p != "8.txt"})
    for path in (None, "7.txt", "8.txt"):
        if path:
            write(part, {path: TEXTS[path]})
        else:
            (part / "7.txt").unlink()
        read(part, tmp_path / "part.gainsay")
    assert pairs(tmp_path / "part.gainsay") == pairs(tmp_path / "whole.gainsay") < wide
    assert exported(tmp_path / "part.gainsay", tmp_path / "a") == exported(tmp_path / "whole.gainsay", tmp_path / "b")


def test_an_edition_of_more_than_a_few_documents_has_fewer_near_statements(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = write(tmp_path / "texts", TEXTS)
    read(folder, tmp_path / "wide.gainsay")
    wide = pairs(tmp_path / "wide.gainsay")
    monkeypatch.setattr(nearness, "FEW", len(TEXTS) - 1)
    read(folder, tmp_path / "whole.gainsay")
    part = write(tmp_path / "part" / "texts", {p: t for p, t in TEXTS.items() if p != "8.txt"})
    read(part, tmp_path / "part.gainsay")
    write(part, {"8.txt": TEXTS["8.txt"]})
    read(part, tmp_path / "part.gainsay")
    assert pairs(tmp_path / "part.gainsay") == pairs(tmp_path / "whole.gainsay") < wide
    assert exported(tmp_path / "part.gainsay", tmp_path / "a") == exported(tmp_path / "whole.gainsay", tmp_path / "b")


def test_pairs_that_were_counted_by_other_levels_are_counted_again(tmp_path: Path) -> None:
    folder = write(tmp_path / "texts", TEXTS)
    read(folder, tmp_path / "one.gainsay")
    with closing(Store(tmp_path / "one.gainsay", write=True)) as store, store.begin() as connection:
        kept = load_counted(connection)
        assert kept is not None
        save_counted(connection, replace(kept, pairs=kept.pairs[:-1]))
        assert Near(connection, (), load_subjects(connection)).moved
        assert load_counted(connection) == kept


def test_what_is_removed_or_changed_leaves_no_trace(tmp_path: Path) -> None:
    folder = write(tmp_path / "texts", {**TEXTS, "gone.txt": TEXTS["1.txt"].replace("guard", "watch")})
    write(folder, {"2.txt": TEXTS["1.txt"].replace("dawn", "noon")})
    read(folder, tmp_path / "one.gainsay")
    (folder / "gone.txt").unlink()
    write(folder, TEXTS)
    read(folder, tmp_path / "one.gainsay")
    fresh = write(tmp_path / "fresh" / "texts", TEXTS)
    read(fresh, tmp_path / "two.gainsay")
    assert exported(tmp_path / "one.gainsay", tmp_path / "a") == exported(tmp_path / "two.gainsay", tmp_path / "b")
