"""Who is meant is the same by rows, for all of whom the same is told at once, as by records, one by one."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy import update

import gainsay
from gainsay.entities import EntitySettings, Referent, resolve_edition
from gainsay.entities.edition import resolve_bearers
from gainsay.store import schema
from gainsay.store.loading import load
from gainsay.store.naming import Naming, load_links, load_told, moved, naming_of, naming_of_groups, replace_naming
from gainsay.store.store import Store
from gainsay.store.tellings import load_tellings
from tests.engines.collection import write_collection


@pytest.fixture
def edition(tmp_path: Path) -> Path:
    folder = write_collection(tmp_path / "reports", 8)
    path = tmp_path / "one.gainsay"
    gainsay.read(folder, path, settings=gainsay.ReadSettings(workers=1, reader="rules")).close()
    return path


def by_rows(store: Store) -> Naming:
    with store.begin() as connection:
        told = load_told(connection)
        assert told is not None
        return naming_of_groups(resolve_bearers(told.named, EntitySettings()), told, {})


def test_rows_and_records_make_the_same_entities(edition: Path) -> None:
    with closing(Store(edition)) as store:
        found = by_rows(store)
        with store.begin() as connection:
            assert found == naming_of(resolve_edition(load(connection, Referent)))
            assert found.links == load_links(connection)


def test_of_what_is_kept_only_what_differs_is_written_and_what_is_gone_goes(edition: Path) -> None:
    with closing(Store(edition, write=True)) as store:
        whole = by_rows(store)
        with store.begin() as connection:
            referent = next(iter(whole.links))
            links = {r: link for r, link in whole.links.items() if r != referent}
            links[next(iter(links))] = (whole.links[referent][0], "decided", 0.5)
            replace_naming(connection, Naming(whole.entities, links), load_links(connection))
            assert load_links(connection) == links
            replace_naming(connection, whole, load_links(connection))
            assert load_links(connection) == whole.links


def test_an_id_of_another_form_leaves_rows_to_records(edition: Path) -> None:
    with closing(Store(edition, write=True)) as store, store.begin() as connection:
        c = schema.referents.c
        first = next(iter(load(connection, Referent))).id
        connection.exec_driver_sql("PRAGMA foreign_keys=OFF")
        connection.exec_driver_sql("PRAGMA defer_foreign_keys=ON")
        connection.execute(update(schema.referents).where(c.id == first).values(id="somebody"))
        assert load_told(connection) is None
        assert load_tellings(connection, []) is None
        connection.execute(update(schema.referents).where(c.id == "somebody").values(id=first))


def test_referents_that_belong_to_another_entity_than_before_have_moved() -> None:
    now = {1: (7, "same name", 1.0), 2: (8, "same name", 1.0), 3: (9, "same name", 1.0)}
    found = moved(now, {1: (7, "spelling variant", 0.9), 2: (7, "same name", 1.0)})
    assert found == {"referent-8000000000000002": "entity-8000000000000007"}
