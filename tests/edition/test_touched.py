"""Matters assembled from what a change touches are those assembled from everything."""

from __future__ import annotations

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


@pytest.mark.parametrize("name", sorted(COLLECTIONS))
@pytest.mark.parametrize("backwards", [False, True])
def test_an_edition_grown_bit_by_bit_is_one_read_at_once(
    name: str, backwards: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for module in (assembling, change):  # never all anew: in these collections every document is much of the edition
        monkeypatch.setattr(module, "MUCH", 2.0)
    texts = sorted(COLLECTIONS[name].items(), reverse=backwards)
    for path, text in texts:
        folder = write(tmp_path / "texts", {path: text})
        gainsay.read(folder, tmp_path / "grown.gainsay", RULES).close()
    gainsay.read(folder, tmp_path / "whole.gainsay", RULES).close()
    grown, whole = (exported(tmp_path / f"{one}.gainsay", tmp_path / one) for one in ("grown", "whole"))
    assert grown == whole
    assert grown["matters.jsonl"]
