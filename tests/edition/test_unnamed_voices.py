"""Voices that nobody names, quoted in one document, are told apart by the works that their notes give."""

from __future__ import annotations

from pathlib import Path

import pytest

import gainsay
from tests.edition.collection import write

TEXT = """The quay at Port Adair

One said: “They arrested 40 dockers that evening at Port Adair, 3 March 1911.”[1] Much is told of the harbour.

“On 3 March 1911, 90 dockers were arrested,” it was said of Port Adair.[2]

Notes

1. Ana Lindqvist, The Winter Strike (Marrow Bay: Tern Press, 1931), p. 44.
2. {second}
"""
OTHER = "A quiet spring\n\nThe police of Port Adair arrested 140 dockers on 3 March 1911.\n"


@pytest.mark.parametrize(
    ("second", "origins"),
    [
        ("Orla Finch, “The Boats of Adair,” Harbour Review, June 1960, p. 3.", 2),
        ("Ibid.", 1),
        ("Lindqvist, The Winter Strike, p. 51.", 1),
    ],
)
def test_unnamed_voices_are_as_many_origins_as_the_works_they_are_quoted_from(
    tmp_path: Path, second: str, origins: int
) -> None:
    folder = write(tmp_path / "press", {"a.txt": TEXT.format(second=second), "b.txt": OTHER})
    with gainsay.read(folder, tmp_path / "e.gainsay") as edition:
        (matter,) = edition.matters(facet="occurrence")
    assert sum(len(side.statements) for side in matter.sides) == 3
    assert (len(matter.witnesses.groups), matter.witnesses.independent) == (origins + 1, 0)  # and the other paper
