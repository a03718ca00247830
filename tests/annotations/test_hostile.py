"""No reader's work grows faster than the text, whatever the text repeats."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Sequence

import pytest

from gainsay.annotations.citations import find_citations
from gainsay.annotations.dates import Date, anchor_quotations, find_dates
from gainsay.annotations.dates.date import Anchor
from gainsay.annotations.figures import find_figures
from gainsay.spans import Span
from tests.annotations.dates.layouts import lay_out

MUCH = 200_000
SHORT, LONG = 1_500, 12_000
# Eight times the text: a reader that looks at each pair of places would need 64 times as long.
MOST = 24


def dates(text: str) -> object:
    return find_dates(*lay_out(text, "1911-05-20"))


def anchored(text: str) -> object:
    """As where every word is a quotation with a day of its own."""
    document, layout = lay_out(text)
    places = range(0, len(text) - 6, 40)
    return anchor_quotations(document, layout, [], [Anchor(Span(at, at + 6), "1911-05-03") for at in places])


def figures(text: str) -> object:
    return find_figures(*lay_out(text))


def citations(text: str) -> object:
    return find_citations(*lay_out(text))


READERS = (dates, anchored, figures, citations)
PIECES = (
    "in 1912, ", "on 3 May 1911, ", "1911–12 ", "last last last ", "today ", "Port Adair fell on 3 May 1911; ",
    "two weeks before the fall of Port Adair, ", "121 men were arrested, ", "12% of ", "£2½ million ",
    "one in five and ", "word[12] ", "strike.12 ", "[12] Ibid. ", "Lindqvist, Harbour, 12; see also ",
    "“a” (1912) ", "1,", "7-", "123.", "12,",
    "123 ", "’", "(", " ", "1/", "from 1979 to ", "1979 – ", "’70s", "May ", "£3 4s. ", "and a half ",
)  # fmt: skip


def seconds(read: Callable[[str], object], text: str) -> float:
    """Processor time: what else the machine does is not counted."""
    start = time.process_time()
    read(text)
    return time.process_time() - start


@pytest.mark.parametrize("read", READERS, ids=lambda read: read.__name__)
@pytest.mark.parametrize("piece", PIECES)
def test_work_grows_with_the_length(read: Callable[[str], object], piece: str) -> None:
    short, long = (piece * (length // len(piece)) for length in (SHORT, LONG))
    # Below some hundredths of a second the clock says nothing, and what the process tidies up may fall into one run.
    least = max(min(seconds(read, short), seconds(read, short)), 0.02)
    assert any(seconds(read, long) < MOST * least for _ in range(3))


def calls(read: Callable[[str], object], text: str) -> int:
    """How many functions are called, those of Python's own included: work that no clock is needed to measure."""
    counted = 0

    def count(_frame: object, event: str, _what: object) -> None:
        nonlocal counted
        counted += event in ("call", "c_call")

    sys.setprofile(count)
    try:
        read(text)
    finally:
        sys.setprofile(None)
    return counted


@pytest.mark.parametrize("read", READERS, ids=lambda read: read.__name__)
@pytest.mark.parametrize("piece", PIECES)
def test_twice_the_text_is_twice_the_calls(read: Callable[[str], object], piece: str) -> None:
    once, twice = (piece * (length // len(piece)) for length in (SHORT, 2 * SHORT))
    read(twice)  # what is made when first needed is made now
    # A little more than twice, for what is looked up around a place and was cut off at the ends of the short text.
    assert calls(read, twice) < 2.3 * calls(read, once) + 200


@pytest.mark.parametrize("read", READERS, ids=lambda read: read.__name__)
@pytest.mark.parametrize("piece", ["7", ",", "last ", "“", "ibid. "])
def test_much_of_one_thing_is_read(read: Callable[[str], object], piece: str) -> None:
    found = read(piece * (MUCH // len(piece)))
    assert isinstance(found, list)


def test_each_dating_of_an_event_is_compared_once(monkeypatch: pytest.MonkeyPatch) -> None:
    text = "Port Adair fell on 3 May 1911. He left two weeks before the fall of Port Adair. " * 100
    document, layout = lay_out(text)
    compared = 0

    def counting(a: str, b: str) -> bool:
        nonlocal compared
        compared += 1
        return a == b

    monkeypatch.setattr("gainsay.annotations.dates.known_events.same", counting)
    found: Sequence[Date] = find_dates(document, layout)
    assert {date.edtf for date in found if date.relation} == {"1911-04-19"}
    assert compared < 2 * 100
