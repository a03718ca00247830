"""The part of a page that is its text."""

from __future__ import annotations

from collections.abc import Iterator
from copy import deepcopy
from typing import TYPE_CHECKING

from gainsay.documents.readers.clutter import clear
from gainsay.documents.readers.rendering import lay_out, render

if TYPE_CHECKING:
    from collections.abc import Set

    from lxml.html import HtmlElement

    from gainsay.documents.readers.rendering import Rendered

Block = tuple[str, str | None]

_TELLING = 25
"""Letters. A shorter run of words stands on a page more than once."""

_MOST = (0.9, 0.7)
"""Shares of the text that was found: what holds this much of it holds the text, if it is not the whole page."""

_POST = 100
"""Letters that each of them has at least: the cells of a layout may be named alike and have less."""

_LEAST = 0.1
"""Share of the letters of a page: a text that is less stands in parts whose names mislead."""

_WIDER = 1.7
"""Times. An element that says more than this beside the text found in it is the page, not the text."""


def render_main(root: HtmlElement, captions: Set[str], notes: Set[str]) -> Rendered:
    """What trafilatura takes for the text of the page, with the headings, lists and captions that stand amid it.

    The whole page where it finds no text, or glues a short one into one paragraph.
    """
    from trafilatura import bare_extraction

    root = _cleared(root)
    try:
        found = bare_extraction(
            deepcopy(root), with_metadata=False, include_comments=False, include_tables=True, include_formatting=True
        )
    except (RecursionError, ValueError, TypeError, AttributeError):
        # Pages nested beyond reason break its recursion; their body is still text.
        found = None
    body = getattr(found, "body", None)
    text, structure = render(body, captions, notes) if body is not None else ("", ())
    if body is not None and (amid := _amid(root, body, text, captions, notes)) is not None:
        return amid
    if "\n\n" not in text:
        whole = render(root, captions, notes)
        # Where nothing was left out, the page itself is better.
        return whole if len(whole[0]) <= 2 * len(text) or not text else (text, structure)
    return text, structure


def _cleared(root: HtmlElement) -> HtmlElement:
    """The page without what its markup calls clutter; the page itself, where that would be nearly all of it."""
    without = deepcopy(root)
    clear(without)
    left, whole = (sum(len(words.strip()) for words in tree.itertext()) for tree in (without, root))
    return without if left >= _LEAST * whole else root


def _amid(root: HtmlElement, body: HtmlElement, text: str, captions: Set[str], notes: Set[str]) -> Rendered | None:
    """What stands amid the text found, with what of it stands outside; None where it lies too scattered to say."""
    runs = frozenset(run for _, run in _written(body))
    for share in _MOST:
        around = _holder(root, runs, share)
        if around is None or around.tag in ("body", "html"):
            continue
        thread = _thread(around)
        within = _blocks(render(around if thread is None else thread, captions, notes))
        long = sum(len(words) for words, _ in within)
        if thread is not None or long <= _WIDER * len(text):
            return lay_out(_gathered(_blocks(render(body, captions, notes)), within))
    return None


def _blocks(rendered: Rendered) -> list[Block]:
    text, structure = rendered
    kinds = {span.start: kind for span, kind in structure}
    blocks, at = [], 0
    for words in text.split("\n\n") if text else []:
        blocks.append((words, kinds.get(at)))
        at += len(words) + 2
    return blocks


def _gathered(found: list[Block], within: list[Block]) -> list[Block]:
    """The blocks within one element, between those that were found before and behind it."""
    known = {words for words, _ in within}
    at = [i for i, (words, _) in enumerate(found) if words in known]
    if not at:
        return within
    return [*found[: at[0]], *within, *found[at[-1] + 1 :]]


def _thread(around: HtmlElement) -> HtmlElement | None:
    """What holds the posts of a thread, where the text found stands in one of several that are named alike."""
    post = around
    while (holder := post.getparent()) is not None and holder.tag != "html":
        names = set((post.get("class") or "").split())
        alike = [
            other
            for other in holder
            if other is not post and other.tag == post.tag and names & set((other.get("class") or "").split())
        ]
        if alike and all(len("".join(other.itertext()).strip()) >= _POST for other in alike):
            return holder
        post = holder
    return None


def _written(root: HtmlElement) -> Iterator[tuple[HtmlElement, str]]:
    """The longer runs of words between two tags, each with the element in which it stands."""
    for element in root.iter():
        if isinstance(element.tag, str) and len(run := "".join((element.text or "").split())) >= _TELLING:
            yield element, run
        parent = element.getparent()
        if parent is not None and element is not root and len(run := "".join((element.tail or "").split())) >= _TELLING:
            yield parent, run


def _holder(root: HtmlElement, runs: frozenset[str], share: float) -> HtmlElement | None:
    """The innermost element that holds such a share of these runs of words."""
    from lxml import etree

    held: dict[HtmlElement, int] = {}
    for element, run in _written(root):
        if run in runs:
            held[element] = held.get(element, 0) + len(run)
    wanted = share * sum(held.values())
    for _, element in etree.iterwalk(root, events=("end",)):
        # Elements end before what holds them, so the first with enough is the innermost.
        total = held.get(element, 0) + sum(held.get(child, 0) for child in element)
        if total >= wanted > 0:
            return element
        held[element] = total
    return None
