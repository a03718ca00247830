"""What a change touches is compared again, and gives what comparing everything gives."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

import gainsay
from gainsay.edition import build, change
from gainsay.engines.local import LocalPool
from gainsay.matters import blocking as keyed
from gainsay.store import keyed as stored
from tests.edition.collection import exported, write

LISTS = {
    "a.txt": "The harbour police held 178 striking dockers and 30 striking carters at Port Adair on 3 March 1911.\n",
    "b.txt": "The harbour police held 178 striking dockers and 45 striking carters at Port Adair on 3 March 1911.\n",
}
MORE = {
    "c.txt": "The harbour police held 178 striking dockers at Port Adair on 3 March 1911.\n",
    "d.txt": "The harbour police held 20 striking carters at Port Adair on 3 March 1911.\n",
}


@pytest.mark.parametrize("late", sorted({**LISTS, **MORE}))
@pytest.mark.parametrize("largest", [2, 3])
def test_figures_of_one_statement_are_compared_again_together(
    late: str, largest: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    # Blocks so small that one document more crowds those of one figure of a list, and not those of the other.
    for module in (keyed, stored):
        monkeypatch.setattr(module, "LARGEST_BLOCK", largest)
    monkeypatch.setattr(change, "MUCH", 2.0)  # never all anew: here every document is much of the edition
    texts = {**LISTS, **MORE}
    folder = write(tmp_path / "press", {path: text for path, text in texts.items() if path != late})
    gainsay.read(folder, tmp_path / "grown.gainsay")
    write(folder, {late: texts[late]})
    gainsay.read(folder, tmp_path / "grown.gainsay")
    gainsay.read(folder, tmp_path / "whole.gainsay")
    relations = [_relations(tmp_path / f"{name}.gainsay") for name in ("grown", "whole")]
    assert relations[0] == relations[1] != []
    assert exported(tmp_path / "grown.gainsay", tmp_path / "a") == exported(tmp_path / "whole.gainsay", tmp_path / "b")


def _relations(edition: Path) -> list[tuple[str, str, str]]:
    query = (
        "SELECT x.id, y.id, r.kind FROM relations AS r JOIN comparables AS x ON x.number = a "
        "JOIN comparables AS y ON y.number = b ORDER BY 1, 2"
    )
    with closing(sqlite3.connect(edition)) as connection:
        return connection.execute(query).fetchall()


def test_what_a_killed_reading_left_uncompared_is_compared_by_as_many_processes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    engines: list[object] = []
    monkeypatch.setattr(build, "FEW_COMPARED", 2)
    folder = write(tmp_path / "texts", {"1.txt": "The dockers left at dawn.", "2.txt": "The dockers left at noon."})
    settings = gainsay.ReadSettings(workers=2, reader="rules")

    def killed(*_: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patched, pytest.raises(KeyboardInterrupt):
        patched.setattr(build, "compare", killed)
        gainsay.read(folder, tmp_path / "one.gainsay", settings=settings)
    monkeypatch.setattr(build, "compare", lambda store, progress, engine: engines.append(engine))
    gainsay.read(folder, tmp_path / "one.gainsay", settings=settings).close()
    assert [type(engine) for engine in engines] == [LocalPool]
