"""Plans: one act told for two times, more or less closely."""

import pytest

from gainsay.matters.comparable import Comparable
from gainsay.matters.facets import schedule
from gainsay.matters.likeness import likeness, profile
from gainsay.spans import Span
from gainsay.statements.terms import content_terms
from tests.matters.builders import comparable

ENTITIES = {"brandt": "brandt"}


def claim(identity: str, words: str) -> Comparable:
    terms = tuple(dict.fromkeys(content_terms(words, Span(0, len(words)))))
    return comparable(identity, position=words, terms=terms, referents=("brandt",))


@pytest.mark.parametrize(
    ("left", "right", "kind"),
    [
        ("Brandt is due to meet the dockers in May or early June", "Brandt plans to meet the dockers in May", "scope"),
        ("Brandt will meet the dockers in the coming weeks", "Brandt plans to meet the dockers in May", "scope"),
        ("Brandt will meet the dockers in March", "Brandt plans to meet the dockers in May", "conflicts"),
        ("Brandt met the dockers in March", "Brandt plans to meet the dockers in May", None),
        ("Brandt will meet the dockers in May", "Brandt plans to meet the dockers in May", None),
        ("Brandt plans to meet the dockers soon", "Brandt is due to meet the dockers in May", "scope"),
        ("Brandt plans to meet the dockers soon", "Brandt will meet the dockers in the coming weeks", None),
        ("Brandt plans to meet the dockers, but no date is set", "Brandt will meet the dockers in May", "scope"),
        ("Brandt plans to soon meet the dockers in May", "Brandt will meet the dockers in May", None),
        ("Brandt will paint the lighthouse in March", "Brandt plans to meet the dockers in May", None),
    ],
    ids="part|loosely|two months|no plan|same time|soon|both loosely|no date|month beside soon|another act".split("|"),
)
def test_a_plan_told_for_two_times_differs(left: str, right: str, kind: str | None) -> None:
    a, b = claim("a", left), claim("b", right)
    found = schedule.compare(a, b, likeness(profile(a, ENTITIES), profile(b, ENTITIES)))
    assert (found.kind if found else None) == kind


def test_plans_in_reports_of_two_events_say_nothing() -> None:
    a, b = claim("a", "Brandt will meet the dockers in March"), claim("b", "Brandt plans to meet the dockers in May")
    assert schedule.compare(a, b, likeness(profile(a, ENTITIES), profile(b, ENTITIES), kin=0.2)) is None


def test_a_plan_is_found_by_its_act() -> None:
    a, b = claim("a", "Brandt is due to meet them in May"), claim("b", "The meeting is planned for the coming weeks")
    assert set(schedule.keys(a)) & set(schedule.keys(b))
    assert schedule.keys(claim("c", "Brandt met them in May")) == ()
