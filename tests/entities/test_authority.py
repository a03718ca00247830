"""Authority files: what they may look like, what is said of bad ones, and what they do."""

from __future__ import annotations

import json

import pytest

from gainsay.entities import Authorised, Referent, parse_authority, resolve_edition
from gainsay.errors import AuthorityError


def referent(number: int, name: str, *names: str, kind: str = "person") -> Referent:
    return Referent(f"r{number}", f"d{number}", kind, name, (name, *names), (f"m{number}",))  # type: ignore[arg-type]


def test_csv_with_variants_and_type() -> None:
    """The columns may stand in any order; variants are parted by bars or semicolons."""
    text = "name,id,type,variants\nAna Lindqvist,Q7,person,A. Lindquist|Anna Lindquist;Frau L.\nOslo,Q585,,\n"
    assert parse_authority(text, "people.csv") == (
        Authorised("Q7", "Ana Lindqvist", ("A. Lindquist", "Anna Lindquist", "Frau L."), "person"),
        Authorised("Q585", "Oslo"),
    )


def test_json_as_wikidata_gives_it() -> None:
    """The English label is the name; other labels and all aliases are variants."""
    entity = {
        "labels": {"nb": {"value": "Anna Lindkvist"}, "en": {"value": "Ana Lindqvist"}},
        "aliases": {"en": [{"value": "Lindy"}]},
    }
    text = json.dumps({"entities": {"Q7": entity}})
    assert parse_authority(text, "w.json") == (Authorised("Q7", "Ana Lindqvist", ("Anna Lindkvist", "Lindy")),)


def test_json_as_a_list() -> None:
    """A list of plain entries does as well."""
    assert parse_authority('[{"id": 7, "name": "Oslo"}]', "p.json") == (Authorised("7", "Oslo"),)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("", "the file is empty"),
        ("id,nom\nQ7,Ana\n", "no column name"),
        ("id,name\n", "no entry"),
        ("id,name\nQ7,Ana\n,Otto\n", "line 3 has no id"),
        ("id,name\nQ7,...\n", "line 2 has no name"),
        ("id,name,type\nQ7,Ana,human\n", "human is no type"),
        ("id,name\nQ7,Ana\nQ7,Otto\n", "Q7 stands for both Ana and Otto"),
        ('[{"id": 1, "name": "Ana", "variants": [2]}]', "the variants of Ana"),
        ("[1]", "entry 1 is no object"),
        ("{", "not valid JSON"),
        ("[" * 100_000, "not valid JSON"),
    ],
)
def test_bad_files_are_told_what_is_wrong(text: str, told: str) -> None:
    """Every message names the file and the place."""
    with pytest.raises(AuthorityError, match=r"people\.csv: ") as error:
        parse_authority(text, "people.csv")
    assert told in str(error.value)


def test_variants_become_one_entity_under_the_identifier() -> None:
    """Two names of one entry are one, whatever they look like, and go by the entry's name."""
    known = (Authorised("Q7", "Ana Lindqvist", ("The Red Baker",)),)
    found = resolve_edition([referent(1, "Ana Lindqvist"), referent(2, "The Red Baker")], authority=known)
    assert [(e.name, e.identifier, len(e.links)) for e in found] == [("Ana Lindqvist", "Q7", 2)]
    assert {"the authority file gives it to Ana Lindqvist (Q7)"} <= {link.reason for e in found for link in e.links}


def test_entries_are_never_joined() -> None:
    """Spelling variants that the file knows as two stay two."""
    both = [referent(1, "Ada Lindqvist"), referent(2, "Ada Lindquist")]
    assert len(resolve_edition(both)) == 1
    known = (Authorised("Q7", "Ada Lindqvist"), Authorised("Q8", "Ada Lindquist"))
    assert {e.identifier for e in resolve_edition(both, authority=known)} == {"Q7", "Q8"}


def test_a_name_of_two_entries_pins_nothing() -> None:
    """Namesakes in the file are told by nothing here, so neither identifier is given."""
    known = (Authorised("Q7", "Otto Brandt"), Authorised("Q8", "Otto Brandt"))
    assert [e.identifier for e in resolve_edition([referent(1, "Otto Brandt")], authority=known)] == [""]


def test_the_type_must_agree() -> None:
    """A place is not pinned to a person of its name."""
    known = (Authorised("Q7", "Holt", type="person"),)
    assert [e.identifier for e in resolve_edition([referent(1, "Holt", kind="place")], authority=known)] == [""]
