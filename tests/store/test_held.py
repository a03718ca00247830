"""Records that are held as their rows are those that were read, by id, by number and by document."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

import gainsay
from gainsay.annotations.attributions.attribution import Attribution
from gainsay.annotations.mentions import Mention
from gainsay.edition.edition import Edition
from gainsay.entities.entity import Referent
from gainsay.errors import StorageError
from gainsay.passages.passage import Passage
from gainsay.statements.statement import Statement
from gainsay.store.held import Held
from tests.edition.collection import write


@pytest.fixture(scope="module")
def edition(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Edition]:
    folder = tmp_path_factory.mktemp("held")
    write(folder / "texts")
    with gainsay.read(folder / "texts", folder / "held.gainsay") as found:
        yield found


def held(edition: Edition, record: type, documents: list[str] | None = None, more: str = "") -> Held:
    made = Held(record, list(edition.paths) if documents is None else documents, more)
    with edition.store.begin() as connection:
        made.fill(connection)
    return made


@pytest.mark.parametrize("record", [Passage, Attribution, Mention, Statement, Referent])
def test_they_are_the_records_of_the_edition_in_its_order(edition: Edition, record: type) -> None:
    every = getattr(edition, f"{record.__name__.lower()}s")()
    found = held(edition, record)
    assert len(every) > 2 and list(found.values()) == every and list(found) == [one.id for one in every]
    assert [found.number(one.id) for one in every] == list(range(len(every)))
    by_document = found.by_document()
    assert {d: by_document[d] for d in by_document} == {
        d: [one for one in every if one.document == d] for d in edition.paths
    }
    assert [found.document_of(one.id) for one in every] == [one.document for one in every]
    assert [found.documents[at] for at in found.places()] == [one.document for one in every]


def test_those_of_some_passages_are_found_in_their_document(edition: Edition) -> None:
    for document in edition.paths:
        passages = {one.id for one in edition.passages(document)[1:3]}
        found = held(edition, Statement).among(document, "passage", passages)
        assert found == edition.statements_in(document, passages)
        assert found == [s for s in edition.statements(document) if s.passage in passages]


def test_those_of_other_documents_are_not_there(edition: Edition) -> None:
    first, *others = edition.paths
    found = held(edition, Statement, others)
    left_out = edition.statements(first)[0].id
    assert left_out not in found and found.number(left_out) is None and found.by_document().get(first) is None
    with pytest.raises(KeyError):
        found[left_out]


@pytest.mark.parametrize("strange", ["", "statement-", "statement-12", "statement-zzzzzzzzzzzzzzzz", "matter-0" * 3])
def test_what_is_no_id_is_not_there(edition: Edition, strange: str) -> None:
    assert strange not in held(edition, Statement)


def test_what_is_kept_beside_is_the_same_as_the_edition_tells(edition: Edition) -> None:
    found = held(edition, Mention, more="referent")
    told = edition.mention_referents()
    assert told and {m: found.beside(m) for m in found if found.beside(m)} == told
    assert {m: r for d in edition.paths for m, r in found.all_beside(d).items()} == told


def test_an_edition_without_records_holds_none(edition: Edition) -> None:
    assert not held(edition, Statement, []) and "statement-0123456789abcdef" not in held(edition, Statement, [])


def test_a_damaged_row_is_told_in_words(edition: Edition, monkeypatch: pytest.MonkeyPatch) -> None:
    found = held(edition, Statement)
    monkeypatch.setattr(found, "_decode", lambda row: row[99])
    with pytest.raises(StorageError, match="gainsay repair"):
        found.made(0)
