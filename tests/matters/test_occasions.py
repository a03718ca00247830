"""Reports that each tell the news of their own day tell of two occasions where they were written weeks apart."""

from dataclasses import replace

import pytest

from gainsay.matters.comparable import Comparable
from gainsay.matters.facets import date
from gainsay.matters.likeness import likeness, profile
from gainsay.matters.occasions import two_occasions, written_apart
from gainsay.spans import Span
from tests.matters.builders import comparable


def told(identity: str, written: str | None, when: str | None, head: str | None = None) -> Comparable:
    return comparable(identity, written=written, when=when, head=head)


@pytest.mark.parametrize(
    ("left", "right", "two"),
    [
        (("1931-03-24", "1931-03-20"), ("1931-07-15", "1931-07-12"), True),
        (("1931-03-24", "1931-03-20"), ("1931-04-02", "1931-03-30"), False),
        (("1931-03-24", "1931-03-20"), ("1931-07-15", "1931-03-12"), False),
        (("1931-03-24", "1931-03-20"), (None, "1931-07-12"), False),
        (("1931-03-24", "1931-03-20"), ("1931-07-15", "1931"), False),
    ],
    ids=["each its own news", "days apart", "one looks back", "a day of writing not known", "a year is no news"],
)
def test_two_reports_weeks_apart_tell_of_two_occasions(
    left: tuple[str | None, str | None], right: tuple[str | None, str | None], two: bool
) -> None:
    a, b = told("a", *left), told("b", *right)
    assert two_occasions(a, b) is two_occasions(b, a) is two


def test_a_month_by_its_name_alone_is_news_in_that_month() -> None:
    march, july = told("a", "1931-03-24", None, "march"), told("b", "1931-07-15", None, "july")
    assert two_occasions(march, july)
    assert not two_occasions(march, replace(july, head="march"))


def test_days_of_writing_that_are_not_known_lie_nowhere() -> None:
    assert not written_apart(told("a", "1931", None), told("b", "../1932", None))


def test_what_each_report_tells_as_news_is_no_dispute_and_what_is_put_into_two_months_is() -> None:
    def opened(identity: str, day: str, written: str) -> Comparable:
        words = f"The harbour guild opened its wharf house on {day} among dockers and ferrymen"
        start = words.index(day)
        return comparable(
            identity,
            kind="date",
            span=Span(0, len(words)),
            value_span=Span(start, start + len(day)),
            position=day,
            clause=words,
            terms=("harbour", "guild", "open", "wharf", "hous", "docker", "ferrymen"),
            when=day,
            written=written,
        )

    a = opened("a", "1931-03-20", "1931-03-24")
    b = opened("b", "1931-07-12", "1931-07-15")
    like = likeness(profile(a, {}), profile(b, {}), kin=0.5)
    assert date.compare(a, b, like) is None
    found = date.compare(a, replace(b, written="1931-03-25"), like)
    assert found is not None
    assert found.kind == "conflicts"
