"""Matters assembled from what a change touches are those assembled from everything."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import pytest

import gainsay
from gainsay.edition import assembling, change
from gainsay.edition.build import ReadSettings
from tests.edition import quarrel
from tests.edition.collection import TEXTS, exported, write

RULES = ReadSettings(reader="rules")
REPORT = (
    "The quay at Port Adair\n\nMarch 4, 1911\n\n"
    "About 40 dockers were arrested at Port Adair on the third of March, and the harbour was closed for a day. "
    "Ana Lindqvist said that the soldiers had fired over the heads of the crowd that stood on the pier.\n"
)
COPIES = {f"paper-{n:02}.txt": REPORT for n in range(15)}
CALLED = {
    "calm.txt": "Josef Brandt, the leader of the dockers, spoke at Port Adair. The leader Brandt left at noon.\n",
    "angry.txt": "By Ana Lindqvist\n\nThe dictator Josef Brandt spoke at Port Adair. The tyrant Brandt left at noon.\n",
    "mayor.txt": "By Ellen Marsh\n\nJosef Brandt, that terrorist, came back to Port Adair. Brandt is a butcher.\n",
    "other.txt": "Karl Brandt, the president of the guild, stayed at Marrow Bay.\n",
}
NAMED = {
    "one.txt": "Mayor Brandt closed Port Adair on 3 March 1911. Brandt said that 40 dockers were held.\n",
    "two.txt": "Josef Brandt closed Port Adair on 3 March 1911. Josef Brandt said that 45 dockers were held.\n",
    "three.txt": "Mayor Karl Brandt said that 50 dockers were held at Port Adair on 3 March 1911. The DU denied it.\n",
    "four.txt": "Bob Moor of the Dockers' Union (DU) said that 60 dockers were held at Port Adair on 3 March 1911.\n",
    "five.txt": "Robert Moor met Ana M. Lindqvist. The Dockers' Union said that 60 dockers were held at Port Adair.\n",
    "six.txt": "Ana Lindqvist and Robert K. Moor met Joseph Brandt. Ana Lindquist said that Port Adair was calm.\n",
}
COLLECTIONS = {
    "strike": TEXTS,
    "names": NAMED,
    "words": CALLED,
    "copies": {**COPIES, "late.txt": REPORT + "Some 90 dockers were arrested at Port Adair on 3 March 1911.\n"},
    "quarrel": quarrel.TEXTS,
}


@pytest.fixture(autouse=True)
def never_all_anew(monkeypatch: pytest.MonkeyPatch) -> None:
    for module in (assembling, change):  # in these collections every document is much of the edition
        monkeypatch.setattr(module, "MUCH", 2.0)


def grown_and_whole(
    tmp_path: Path, edition: Path | str, texts: Iterable[tuple[str, str]]
) -> list[dict[str, list[str]]]:
    """What an edition holds that was read again after every document, and one that was read at once."""
    for path, text in texts:
        folder = write(tmp_path / "texts", {path: text})
        gainsay.read(folder, edition, RULES).close()
    gainsay.read(folder, tmp_path / "whole.gainsay", RULES).close()
    return [exported(edition, tmp_path / "grown"), exported(tmp_path / "whole.gainsay", tmp_path / "whole")]


@pytest.mark.parametrize("name", sorted(COLLECTIONS))
@pytest.mark.parametrize("backwards", [False, True])
def test_an_edition_grown_bit_by_bit_is_one_read_at_once(name: str, backwards: bool, tmp_path: Path) -> None:
    texts = sorted(COLLECTIONS[name].items(), reverse=backwards)
    grown, whole = grown_and_whole(tmp_path, tmp_path / "grown.gainsay", texts)
    assert grown == whole
    assert grown["matters.jsonl"]


@pytest.mark.parametrize("name", ["names", "strike"])
def test_an_edition_in_a_database_grows_alike(name: str, database: str, tmp_path: Path) -> None:
    grown, whole = grown_and_whole(tmp_path, database, sorted(COLLECTIONS[name].items()))
    assert grown == whole
