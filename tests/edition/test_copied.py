"""Many copies of one text are one matter on one origin; one text, or texts with nothing in common, are none."""

from __future__ import annotations

from pathlib import Path

import pytest

import gainsay
from gainsay import Edition
from gainsay.edition.build import ReadSettings
from gainsay.edition.copied import MANY
from tests.edition.collection import write

REPORT = (
    "The quay at Port Adair\n\nMarch 4, 1911\n\n"
    "About 40 dockers were arrested at Port Adair on the third of March, and the harbour was closed for a day. "
    "Ana Lindqvist said that the soldiers had fired over the heads of the crowd that stood on the pier.\n"
)
RULES = ReadSettings(reader="rules")


def _read(tmp_path: Path, texts: dict[str, str]) -> Edition:
    return gainsay.read(write(tmp_path / "papers", texts), tmp_path / "papers.gainsay", RULES)


@pytest.mark.parametrize("copies", [MANY, 36, 37, 60])
def test_many_copies_are_one_matter_on_one_origin(tmp_path: Path, copies: int) -> None:
    with _read(tmp_path, {f"paper-{n:03}.txt": REPORT for n in range(copies)}) as edition:
        (matter,) = [m for m in edition.matters() if m.facet == "occurrence"]
        assert matter.verdict == "single-witness" and "one origin" in matter.reason
        assert (matter.witnesses.documents, matter.witnesses.independent) == (copies, 0)
        assert matter.witnesses.undetermined == 1 and len(matter.witnesses.groups) == 1
        assert [len(side.statements) for side in matter.sides] == [copies]
        assert edition.verify() == []


def test_copies_added_one_by_one_make_the_matter_that_all_at_once_make(tmp_path: Path) -> None:
    texts = {f"paper-{n:03}.txt": REPORT for n in range(MANY + 2)}
    with _read(tmp_path, dict(list(texts.items())[:MANY])):
        pass
    with _read(tmp_path, texts) as grown:
        later = grown.matters()
    with gainsay.read(tmp_path / "papers", tmp_path / "anew.gainsay", RULES) as anew:
        assert anew.matters() == later


def test_a_paper_that_says_otherwise_stays_a_matter_of_its_own(tmp_path: Path) -> None:
    texts = {f"paper-{n:03}.txt": REPORT for n in range(MANY)}
    other = (
        "Arrests at Port Adair\n\nMarch 5, 1911\n\nSome 90 dockers were arrested at Port Adair on the third of March.\n"
    )
    with _read(tmp_path, {**texts, "other.txt": other}) as edition:
        verdicts = {m.verdict for m in edition.matters()}
        assert "single-witness" in verdicts
        documents = {i: p for i, p in edition.paths.items() if p == "other.txt"}
        assert all(
            s.document not in documents
            for m in edition.matters()
            if m.verdict == "single-witness"
            for s in edition.statements()
            if s.id in m.sides[0].statements
        )


@pytest.mark.parametrize(
    "texts",
    [
        {"only.txt": REPORT},
        {"tides.txt": "The tide at Marrow Bay turns at noon.\n", "cake.txt": "Take four eggs and a pound of flour.\n"},
    ],
    ids=["one document", "nothing in common"],
)
def test_where_there_is_nothing_to_compare_there_is_no_matter(tmp_path: Path, texts: dict[str, str]) -> None:
    with _read(tmp_path, texts) as edition:
        assert edition.matters() == [] and edition.dependences() == [] and edition.verify() == []
        assert edition.ask("How many ships were sunk?").abstains


def test_a_sentence_that_one_document_repeats_is_no_agreement(tmp_path: Path) -> None:
    with _read(tmp_path, {"only.txt": "Ten men died at Port Adair. " * 500}) as edition:
        assert edition.matters() == [] and len(edition.statements()) == 500 and edition.verify() == []
