"""Texts of every script, on screen and on paper: where their lines run, break and end."""

from __future__ import annotations

from typing import Any

import pytest
from tests.room.conftest import OpenRoom, Rooms
from tests.room.window import Window

import gainsay
from gainsay.edition.build import ReadSettings

ARABIC = "قالت ليلى حداد إن أحد عشر رجلا قتلوا عند رصيف الفحم في مارو. وقال القبطان هولت إنه لم يأمر بإطلاق النار. "
CHINESE = "林安娜说，十一人死于马罗湾的煤码头。霍尔特上尉说：“我没有下令开枪。”没有人知道谁先开的枪。"
ENGLISH = "Ana Lindqvist wrote beneath it that nobody had asked her."
LONG_WORD = "Donaudampfschiff" * 1000
INSIDE = """() => {
  const words = [...document.querySelectorAll('.words')].find((e) => e.textContent.includes('。'));
  const left = words.getBoundingClientRect().left, found = [];
  for (const node of [...words.childNodes].flatMap((n) => (n.nodeType === 3 ? [n] : [...n.childNodes]))) {
    for (let at = 0; at < (node.length ?? 0); at++) {
      if (!'。，”：'.includes(node.data[at])) continue;
      const range = document.createRange();
      range.setStart(node, at);
      range.setEnd(node, at + 1);
      found.push(range.getBoundingClientRect().left - left);
    }
  }
  return found;
}"""


@pytest.fixture(scope="module")
def letters(rooms: Rooms, tmp_path_factory: pytest.TempPathFactory) -> OpenRoom:
    folder = tmp_path_factory.mktemp("letters")
    (folder / "texts").mkdir()
    texts = {
        "arabic": f"{ARABIC * 4}\n\n{ENGLISH}\n",
        "chinese": f"{CHINESE * 6}\n",
        "long": f"{LONG_WORD}\n\nOn 14 March 1911 the {LONG_WORD} left Marrow Bay.\n",
    }
    for name, text in texts.items():
        (folder / "texts" / f"{name}.txt").write_text(text, encoding="utf-8")
    path = folder / "letters.gainsay"
    gainsay.read(folder / "texts", path, ReadSettings(workers=1, reader="rules")).close()
    return rooms.open(path)


def source(room: OpenRoom, name: str) -> str:
    cards = room.record("sources.json")["cards"]
    return next(str(c["href"]) for c in cards if c["path"].startswith(name))


def box(page: Any, selector: str) -> dict[str, float]:
    found: dict[str, float] = page.locator(selector).first.bounding_box()
    return found


def test_a_text_that_runs_leftward_has_its_numbers_at_the_right_and_its_notes_at_the_left(
    browser: Any, letters: OpenRoom
) -> None:
    with Window(browser) as window:
        window.page.goto(letters.address + source(letters, "arabic"))
        words, number = box(window.page, ".words"), box(window.page, ".pn")
        assert window.page.locator(".text").get_attribute("lang") == "ar"
        assert number["x"] >= words["x"] + words["width"] - 1
        notes = window.page.locator(".notes").count()
        assert not notes or box(window.page, ".notes")["x"] + 1 < words["x"]


def test_a_passage_of_another_script_runs_its_own_way(browser: Any, letters: OpenRoom) -> None:
    with Window(browser) as window:
        window.page.goto(letters.address + source(letters, "arabic"))
        ways = window.page.eval_on_selector_all(".words", "all => all.map((e) => getComputedStyle(e).direction)")
        assert ways == ["rtl", "ltr"]


def test_no_line_of_a_chinese_text_begins_with_a_stop(browser: Any, letters: OpenRoom) -> None:
    with Window(browser, 1024) as window:
        window.page.goto(letters.address + source(letters, "chinese"))
        assert window.page.locator(".text").get_attribute("lang").startswith("zh")
        lefts = window.page.evaluate(INSIDE)
        assert len(lefts) > 30 and min(lefts) > 1
        assert window.page.eval_on_selector(".words", "e => e.getClientRects()[0].height") > 50


@pytest.mark.parametrize("page", ["index", "sources", "people", "search", "source"])
@pytest.mark.parametrize("width", [1440, 390])
def test_a_very_long_word_breaks_and_pushes_nothing_out_of_the_page(
    browser: Any, letters: OpenRoom, page: str, width: int
) -> None:
    address = {"source": source(letters, "long"), "search": "search.html?q=left"}.get(page, f"{page}.html")
    with Window(browser, width) as window:
        window.page.goto(letters.address + address)
        wide, seen = window.page.evaluate("[document.documentElement.scrollWidth, innerWidth]")
        assert wide <= seen


@pytest.mark.parametrize("address", ["index.html", "matters.html", "source"])
def test_on_paper_there_is_the_text_and_no_navigation(browser: Any, room: OpenRoom, address: str) -> None:
    href = room.record("sources.json")["cards"][0]["href"] if address == "source" else address
    with Window(browser, 800, color_scheme="dark") as window:
        window.page.goto(room.address + href)
        window.page.emulate_media(media="print", color_scheme="dark")
        for gone in (".mast nav", ".mast form", ".sift", ".legend", "button"):
            assert all(not e.is_visible() for e in window.page.locator(gone).all()), gone
        ink, paper = window.page.evaluate(
            "[getComputedStyle(document.body).color, getComputedStyle(document.body).backgroundColor]"
        )
        assert (ink, paper) == ("rgb(0, 0, 0)", "rgb(255, 255, 255)")
        wide, seen = window.page.evaluate("[document.documentElement.scrollWidth, innerWidth]")
        assert wide <= seen


def test_in_the_dark_the_paper_is_dark_and_the_ink_is_light(browser: Any, room: OpenRoom) -> None:
    found = []
    for scheme in ("light", "dark"):
        with Window(browser, color_scheme=scheme) as window:
            window.page.goto(room.address)
            style = "getComputedStyle(document.body)"
            found.append(
                window.page.evaluate(f"[{style}.color, {style}.backgroundColor].map((c) => +c.match(/\\d+/)[0])")
            )
    (ink, paper), (dark_ink, dark_paper) = found
    assert ink < 60 < 200 < paper and dark_paper < 60 < 200 < dark_ink
