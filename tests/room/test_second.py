"""What second readers say stands on the page of a matter in the running room, under their names, and nowhere else."""

from __future__ import annotations

import shutil
from pathlib import Path

from tests.room.conftest import Rooms

import gainsay
from gainsay.judging.doubtful import ends_of
from gainsay.judging.excerpts import excerpts
from gainsay.judging.kept import Judgement, save
from gainsay.judging.opinion import Opinion, Rest
from gainsay.judging.pair import Pair
from gainsay.room.publish import publish
from gainsay.store.store import Store

WORDS = "These are the reader's own words <b>."


def test_a_second_reader_is_quoted_beside_the_matter_in_the_running_room_alone(
    rooms: Rooms, marrow_bay: Path, tmp_path: Path
) -> None:
    path = Path(shutil.copy(marrow_bay, tmp_path / "marrow-bay.gainsay"))
    with gainsay.open_edition(path) as edition:
        (matter, *_) = edition.matters(verdict="conflict")
        ends = ends_of(matter)
        assert ends
        cut = excerpts(edition, ends)
        pair = Pair.of(cut[ends[0]], cut[ends[1]])
        opinion = Opinion("scope", WORDS, (Rest(1, pair.a.claim), Rest(2, pair.b.claim)))
        store = Store(path, write=True)
        with store.begin() as connection:
            save(connection, Judgement(pair.key, "a model at host", opinion, "1911-03-14T00:00:00Z"))
        store.close()
        publish(edition, tmp_path / "site")
    room = rooms.open(path)
    (said,) = room.record(f"matter/{matter.id}.json")["second"]
    assert (said["reader"], said["verdict"], said["reasons"]) == ("a model at host", "scope", WORDS)
    assert said["standing"] == "not held against reviewed matters"
    assert room.record(f"matter/{matter.id}.json")["verdict"] == "conflict"
    page = room.get(f"matter/{matter.id}.html").text
    assert "a model at host" in page and "own words &lt;b&gt;" in page
    assert "a model at host" not in (tmp_path / "site" / "matter" / f"{matter.id}.html").read_text(encoding="utf-8")
