"""What names are compared by."""

from __future__ import annotations

import pytest

from gainsay.entities.folding import body_key, fold, group_key, initials
from gainsay.entities.persons import person_key


@pytest.mark.parametrize(
    ("name", "folded"),
    [
        ("The PLA’s", "pla"),  # an article and a possessive
        ("Zoë Núñez-Mora", "zoe nunez mora"),  # accents and hyphens
        ("U.S.", "us"),  # dots of an acronym
        ("Kim Jong - un", "kim jong un"),  # a hyphen with blanks
        ("The", "the"),  # an article alone is a name
        ("Πειραιάς", "peiraias"),  # another script
        ("O’Brien", "obrien"),  # an apostrophe inside
        ("  ", ""),
    ],
)
def test_fold(name: str, folded: str) -> None:
    """Case, accents, punctuation, possessive and article do not tell names apart."""
    assert fold(name) == folded


def test_fold_is_idempotent() -> None:
    """Folding what is folded changes nothing."""
    for name in ("The Port Adair Dockers' League", "U.S.A.", "Dr. A. M. Brandt"):
        assert fold(fold(name)) == fold(name)


def test_keys() -> None:
    """A body's name in any order; a member of a party in the singular; initials; middle initials parted."""
    assert body_key("Labour Party of Norway") == body_key("Norwegian Labor Party")
    assert group_key("whigs") == "whig"
    assert "padl" in initials(fold("Port Adair Dockers' League"))
    assert person_key("Ada M.K. Brandt") == "ada m k brandt"
