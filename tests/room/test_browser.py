"""The pages in a browser: nothing overflows, nothing complains, the keyboard reaches everything, each task is short.

Needs Playwright and a Chromium on the machine (Debian: `apt install chromium`); without one these tests are skipped.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
from tests.room.conftest import OpenRoom
from tests.room.window import Window

import gainsay
from gainsay.room.publish import publish
from gainsay.room.rendering import script_of

WIDTHS = (1440, 1024, 390)
LISTS = (
    *("index", "matters", "sources", "people", "naming", "timeline", "network", "quotations", "map"),
    *("search", "ask", "about", "review"),
)
SHIFTS = """window.shifted = 0; new PerformanceObserver((list) => {
  for (const entry of list.getEntries()) window.shifted += entry.value;
}).observe({ type: 'layout-shift', buffered: true });"""

needs_scripts = pytest.mark.skipif(
    not (script_of(live=True) and script_of(live=False)), reason="the package was built without the npm registry"
)


def one_of_each(room: OpenRoom, few: bool = False) -> list[str]:
    """Every kind of page once, and every matter, for their pictures differ; with `few` one of each verdict."""
    rows = json.loads(room.get("matters.json").text)["rows"]
    matters = [row["href"] for row in rows]
    source = json.loads(room.get("sources.json").text)["cards"][0]["href"]
    copied = json.loads(room.get("index.json").text)["copies"][0]["href"]
    person = json.loads(room.get("people.json").text)["groups"][0]["rows"][0]["href"]
    waiting = json.loads(room.get("review.json").text)["waiting"]
    reviews = [next(w["href"] for w in waiting if w["kind"] == kind) for kind in ("attribution", "matter")]
    passage = json.loads(room.get(source.replace(".html", ".json")).text)["passages"][0]["anchor"]
    cite = f"cite/{source[7:-5]}--{passage}.html"
    lists = [f"{name}.html" for name in LISTS]
    matters = list({row["verdict"] + row["facet"]: row["href"] for row in rows}.values()) if few else matters
    return [*lists, *matters, *reviews, source, copied, person, cite, "search.html?q=coal", "matter/gone.html"]


FAULTS = """() => ({
  overflows: document.documentElement.scrollWidth - document.documentElement.clientWidth > 0,
  moves: window.shifted > 0.02,
  heavy: performance.getEntriesByType('navigation').concat(performance.getEntriesByType('resource'))
    .reduce((sum, entry) => sum + entry.encodedBodySize, 0) > 250_000,
  unreached: [...document.querySelectorAll('a[href], button, input:not([type=hidden]), select, textarea, summary')]
    .some((e) => e.checkVisibility({ visibilityProperty: true }) && e.tabIndex < 0),
})"""


@pytest.mark.parametrize("width", WIDTHS)
def test_every_page_fits_lies_still_is_light_and_the_keyboard_reaches_all_of_it(
    browser: Any, room: OpenRoom, width: int
) -> None:
    with Window(browser, width, color_scheme="dark" if width == 390 else "light") as window:
        window.page.add_init_script(SHIFTS)
        for href in one_of_each(room):
            window.page.goto(room.address + href)
            assert [fault for fault, found in window.page.evaluate(FAULTS).items() if found] == [], href
            expected = ["404"] if "gone" in href else []
            assert [c for c in window.complaints if not any(e in c for e in expected)] == [], href


@pytest.mark.parametrize(("width", "scheme"), [(1440, "light"), (390, "dark")])
def test_axe_finds_nothing_to_complain_of(browser: Any, room: OpenRoom, width: int, scheme: str) -> None:
    axe = pytest.importorskip("axe_playwright_python.sync_playwright").Axe()
    with Window(browser, width, color_scheme=scheme) as window:
        for href in one_of_each(room, few=True):
            window.page.goto(room.address + href)
            found = axe.run(window.page).response["violations"]
            told = [(v["id"], node["target"], node["failureSummary"]) for v in found for node in v["nodes"][:3]]
            assert told == [], href


def test_a_page_reads_and_leads_on_without_a_script(browser: Any, room: OpenRoom) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(room.address)
    page.click(".matters .head a >> nth=0")
    assert page.locator(".sides .col").count() == 2
    page.goto(room.address)
    page.click(".works a >> nth=0")
    name = page.locator(".text .name").first
    shown = name.evaluate("e => getComputedStyle(e).textDecorationColor")
    page.uncheck("#l-name")
    assert name.evaluate("e => getComputedStyle(e).textDecorationColor") != shown
    context.close()


@needs_scripts
def test_the_address_of_a_statement_opens_at_its_very_words(browser: Any, room: OpenRoom) -> None:
    matter = json.loads(room.get("matters.json").text)["rows"][0]["id"]
    quote = json.loads(room.get(f"matter/{matter}.json").text)["sides"][0]["quotes"][0]
    words = "".join(s["text"] for s in quote["segments"] if "claim" in s["classes"].split())
    with Window(browser) as window:
        window.page.goto(f"{room.address}{quote['source']['href']}")
        shown = window.page.locator(".here").all()
        assert "".join(s.text_content() for s in shown) == words
        assert all(0 <= s.bounding_box()["y"] <= 900 for s in shown)


class Clicks:
    """Somebody at the front page who has never been here, and how often they click."""

    def __init__(self, window: Window, room: OpenRoom) -> None:
        self.page = window.page
        self.count = 0
        self.page.goto(room.address)

    def on(self, target: str) -> Any:
        """One click; what is clicked is in sight as far as one scrolls."""
        self.count += 1
        self.page.locator(target).first.click()
        return self.page


def test_the_sharpest_conflict_is_found_with_one_click(browser: Any, room: OpenRoom) -> None:
    with Window(browser) as window:
        clicks = Clicks(window, room)
        page = clicks.on(".matters .head a")
        assert page.locator(".verdictline .conflict").count() == 1 and page.locator(".sides .col").count() >= 2
        assert clicks.count <= 2


def test_who_copied_whom_is_seen_with_one_click(browser: Any, room: OpenRoom) -> None:
    with Window(browser) as window:
        clicks = Clicks(window, room)
        page = clicks.on("#h-copies + ul a")
        assert page.locator(".altered").count() > 0 and "copied" in page.locator(".rel .what").first.text_content()
        assert clicks.count <= 3


def test_a_passage_is_cited_with_two_clicks(browser: Any, room: OpenRoom) -> None:
    with Window(browser) as window:
        clicks = Clicks(window, room)
        clicks.on(".works a")
        page = clicks.on(".pn")
        assert page.locator(".cite pre:visible").count() == 4
        assert clicks.count <= 2


def test_what_somebody_said_in_a_year_is_found_with_four_clicks(browser: Any, room: OpenRoom) -> None:
    with Window(browser) as window:
        clicks = Clicks(window, room)
        clicks.on("nav a:text('People')")
        page = clicks.on("a:text-is('Josiah Peel')")
        said = page.locator(".life > li:not(.of) .when").all_text_contents()
        assert any("1911" in when for when in said)
        assert clicks.count <= 4


@needs_scripts
def test_a_wrong_speaker_is_corrected_with_four_clicks(browser: Any, desk: OpenRoom) -> None:
    with Window(browser) as window:
        clicks = Clicks(window, desk)
        clicks.on(".works a")
        page = clicks.on("a.over")
        page.select_option("select[name=field]", "entity")  # choosing brings "correct" with it
        page.fill("input[name=value]", "Josiah Peel")
        page.fill("input[name=by]", "Ana")
        clicks.on("#decide button[type=submit]")
        page.wait_for_url("**done=1**")
        assert clicks.count <= 4


@needs_scripts
def test_a_wrong_speaker_is_corrected_from_the_keyboard(browser: Any, desk: OpenRoom) -> None:
    with Window(browser) as window:
        page = window.page
        page.goto(desk.address)
        page.click(".works a >> nth=0")
        page.locator("a.over").first.click()
        page.wait_for_selector("#decide")
        page.wait_for_load_state()
        page.keyboard.press("c")
        page.select_option("select[name=field]", "entity")
        page.fill("input[name=value]", "Josiah Peel")
        page.fill("textarea[name=reason]", "He signs it.")
        page.fill("input[name=by]", "Ana")
        page.keyboard.press("Control+Enter")
        page.wait_for_url("**done=1**")
        assert "Decision 1 is in the log" in page.text_content("main")
        assert window.complaints == []


@needs_scripts
def test_a_choice_among_the_matters_changes_the_list_and_not_the_page(browser: Any, room: OpenRoom) -> None:
    with Window(browser) as window:
        page = window.page
        page.goto(room.address + "matters.html")
        page.evaluate("window.stays = true")
        page.focus("#by-verdict")
        page.select_option("#by-verdict", "conflict")
        page.wait_for_url(lambda url: urlsplit(url).query == "verdict=conflict")
        kept = page.locator("#listed .matters > li")
        assert {kept.nth(k).get_attribute("data-verdict") for k in range(kept.count())} == {"conflict"}
        assert page.text_content("#counted") == f"{kept.count()} matters"
        assert page.evaluate("window.stays") and page.evaluate("document.activeElement.id") == "by-verdict"
        page.go_back()
        page.wait_for_selector(".matters > li[data-verdict=denial]")
        assert page.url == room.address + "matters.html"
        assert window.complaints == []


@needs_scripts
def test_passages_are_found_while_one_types(browser: Any, room: OpenRoom) -> None:
    with Window(browser) as window:
        page = window.page
        page.goto(room.address + "search.html")
        page.evaluate("window.stays = true")
        page.locator("#words").press_sequentially("coal shed")
        page.wait_for_url(lambda url: parse_qs(urlsplit(url).query).get("q") == ["coal shed"])
        page.wait_for_selector(".find")
        assert page.evaluate("window.stays") and page.evaluate("document.activeElement.id") == "words"
        assert "found" in page.text_content("#counted")
        assert window.complaints == []


@needs_scripts
def test_the_desk_goes_on_to_the_next_reading_in_place(browser: Any, desk: OpenRoom) -> None:
    with Window(browser) as window:
        page = window.page
        page.goto(desk.address + "review.html")
        page.evaluate("window.stays = true")
        first = page.text_content("h1")
        page.keyboard.press("a")
        page.fill("input[name=by]", "Ana")
        page.keyboard.press("Control+Enter")
        page.wait_for_url("**done=1**")
        page.wait_for_selector("[role=status]:has-text('Decision 1 is in the log')")
        assert page.text_content("h1") != first
        assert page.evaluate("window.stays") and page.evaluate("document.activeElement.tagName") == "H1"
        kept = page.evaluate("Object.entries({...localStorage, ...sessionStorage}).join()")
        assert "coal" not in kept.lower() and len(kept) < 200
        page.click("nav a:text('Matters')")
        page.wait_for_url(desk.address + "matters.html")
        assert window.complaints == []


@needs_scripts
def test_what_cannot_be_recorded_says_why_in_place_and_keeps_the_reading(browser: Any, desk: OpenRoom) -> None:
    with Window(browser) as window:
        page = window.page
        page.goto(desk.address + "review.html?kind=matter")
        page.evaluate("window.stays = true")
        first = page.text_content("h1")
        page.keyboard.press("r")  # without a reason
        page.fill("input[name=by]", "Ana")
        page.keyboard.press("Control+Enter")
        page.wait_for_selector("[role=alert]:has-text('Not recorded')")
        assert page.evaluate("window.stays") and page.text_content("h1") == first
        assert not [c for c in window.complaints if "422" not in c]


@needs_scripts
def test_a_published_site_searches_and_sifts_from_the_disk(browser: Any, marrow_bay: Path, tmp_path: Path) -> None:
    with gainsay.open_edition(marrow_bay) as edition:
        publish(edition, tmp_path)
    with Window(browser) as window:
        page = window.page
        page.goto((tmp_path / "index.html").as_uri())
        page.fill("#find", "coal shed")
        page.keyboard.press("Enter")
        page.wait_for_selector(".find")
        assert {t.lower() for t in page.locator(".find .datum").all_text_contents()} == {"coal", "shed"}
        page.click(".find .src a >> nth=0")
        page.wait_for_selector(".passage:target")
        assert page.locator(".passage:target").count() == 1
        page.goto((tmp_path / "matters.html").as_uri())
        page.select_option("[name=verdict]", "denial")
        kept = page.locator(".matters > li:visible")
        assert {kept.nth(k).get_attribute("data-verdict") for k in range(kept.count())} == {"denial"}
        assert window.complaints == []
