"""What kind of passage a block is: by its own form first, then by its neighbours."""

from __future__ import annotations

import re
from bisect import bisect_right

from gainsay.documents.document import Document
from gainsay.passages import marks
from gainsay.passages.boilerplate import is_boilerplate, is_label, opens_form
from gainsay.passages.lines import Block
from gainsay.passages.notes import mark_notes
from gainsay.passages.passage import PassageKind
from gainsay.passages.settings import PassageSettings
from gainsay.passages.verse import is_verse
from gainsay.passages.written import find_written

_STOP = (".", "!", "?", ":", "…", ",", ";")
_TRAILING = re.compile(r"(?:[”’\"'»)*_\s]|\[\^?\w{1,7}\]|[¹²³⁰⁴-⁹])*$")
"""What may stand behind the last stop of a paragraph: closing marks and note markers."""

_HEAD = 8
"""Blocks. Title, subtitle, byline, date and place stand among the first; later a lone date is part of the story."""

_NATIVE: dict[str, PassageKind] = {
    "heading": "heading",
    "list-item": "list-item",
    "block-quote": "block-quote",
    "caption": "caption",
    "note": "note",
    "table": "table",
    "verse": "verse",
    "byline": "byline",
    "paragraph": "paragraph",
    "running-head": "boilerplate",
    "signature": "boilerplate",
}
"""What a reader may say of a block in `Document.structure`; what else stands there concerns words, not blocks."""


def classify(document: Document, blocks: list[Block], settings: PassageSettings) -> list[PassageKind]:
    """The kind of each block, in order."""
    text = document.text
    given = _given(document, blocks)
    words = [block.span.of(text) for block in blocks]
    kinds = [
        given[i]
        or ("verse" if len(blocks[i].lines) > 2 and is_verse(text, blocks[i]) else None)
        or _by_form(words[i])
        or _by_place(i, blocks, words, settings)
        for i in range(len(blocks))
    ]
    _mark_head(words, kinds)
    mark_notes(words, kinds, [kind is not None for kind in given])
    _mark_captions(blocks, words, kinds)
    _mark_quotes(words, kinds)
    _mark_forms(words, kinds)
    return kinds


def _given(document: Document, blocks: list[Block]) -> list[PassageKind | None]:
    """What the format says of each block: the innermost stretch that holds it."""
    named = (item for item in document.structure if item[1] in _NATIVE)
    structure = sorted(named, key=lambda item: (item[0].start, -item[0].end))
    starts = [span.start for span, _ in structure]
    found: list[PassageKind | None] = []
    for block in blocks:
        kind = None
        # Readers nest two or three deep, so the innermost stands close before the block.
        for span, name in reversed(
            structure[max(0, bisect_right(starts, block.span.start) - 8) : bisect_right(starts, block.span.start)]
        ):
            if span.contains(block.span):
                kind = _NATIVE.get(name)
                break
        found.append(kind)
    return found


def _by_form(words: str) -> PassageKind | None:
    """The kind that a block has wherever it stands, or None."""
    head = words[:200]
    if head[0] == "#" and re.match(r"#{1,6}\s", head):
        return "heading"
    if head[0] == ">" or all(line.lstrip().startswith(">") for line in words.splitlines()):
        return "block-quote"
    if re.search(r"\n\s*(?:={3,}|-{3,}|~{3,})$", words) and len(words) < 300:
        return "heading"
    if marks.NOTE_MARK.match(head):
        return "note"
    if is_boilerplate(words):
        return "boilerplate"
    if marks.CAPTION.match(head) or (len(words) < 300 and marks.PICTURE_CREDIT.search(words)):
        return "caption"
    if words.count("\t") >= 2 or (head[0] == "|" and words.count("|") >= 2):
        return "table"
    if marks.BULLET.match(head) and not marks.SEPARATOR.fullmatch(head):
        return "list-item"
    if marks.ENUMERATED.match(head) and not (len(words.split()) <= 8 and not words.endswith(_STOP)):
        return "list-item"
    if marks.SIGNED.fullmatch(words) or marks.CORRESPONDENT.fullmatch(words):
        return "byline"
    if len(words.split(None, 20)) <= 16 and (marks.BYLINE.match(head) or marks.PUBLISHED.match(head)):
        return "byline" if not words.rstrip(")").endswith((".", "!", "?")) or words.startswith("(") else None
    return None


def _by_place(i: int, blocks: list[Block], words: list[str], settings: PassageSettings) -> PassageKind:
    """Heading or paragraph: by form and by what follows."""
    own = words[i]
    bare = _TRAILING.sub("", own[-60:])
    turn = marks.SPEAKER_TURN.match(own) and (i > 0 or (len(words) > 1 and marks.SPEAKER_TURN.match(words[1])))
    if len(own) > 300 or not bare or turn:
        return "paragraph"
    count = len(own.split())
    stopped = bare.endswith(_STOP) or own.endswith(_STOP)
    first = own.lstrip("“\"‘'(«[")[:1]
    if marks.CHAPTER.match(own) and count <= 12 and not stopped:
        return "heading"
    if not (first.isupper() or first.isdigit()) or count > settings.longest_heading:
        return "paragraph"
    if own.isupper() and count <= 16 and sum(char.isalpha() for char in own) > 2:
        return "heading"
    if i == 0 and len(blocks) > 1 and (_is_title(own, count, stopped) or _asks(own, count, words[1])):
        return "heading"
    if stopped or own[0] in '“"«' or i + 1 == len(blocks) or marks.INTRODUCES.search(own):
        return "paragraph"
    return "heading"


def _is_title(own: str, count: int, stopped: bool) -> bool:
    """Whether the first line is a title though it ends like a sentence: most of its words are capitalised."""
    return not stopped or (count <= 20 and _is_title_case(own))


def _asks(own: str, count: int, after: str) -> bool:
    """A title may be a question or a call; then a much longer paragraph follows."""
    return own.endswith(("?", "!")) and count <= 16 and len(after.split()) >= 2 * count


def _is_title_case(own: str) -> bool:
    """Whether most words of a line are capitalised, the short ones aside."""
    long_words = [word for word in own.split() if len(word.strip("“”\"'‘’.,:;!?")) > 3]
    capital = sum(word.lstrip("“\"‘'")[:1].isupper() for word in long_words)
    return len(long_words) >= 2 and capital * 4 >= len(long_words) * 3


def _mark_head(words: list[str], kinds: list[PassageKind]) -> None:
    """Between the title and the first paragraph, lines with a date, a place or slogans belong to the head."""
    for i in range(min(_HEAD, len(kinds))):
        if kinds[i] in ("paragraph", "heading") and _is_place_and_date(words[i]):
            kinds[i] = "byline"
    title = next((i for i in range(min(3, len(kinds))) if kinds[i] == "heading"), None)
    if title is None:
        return
    for i in range(title + 1, min(_HEAD, len(kinds) - 1)):
        short = len(words[i].split(None, 20)) <= 16
        if (
            kinds[i] in ("paragraph", "heading")
            and short
            and (find_written(words[i]) or _is_name(words[i], words[i + 1]))
        ):
            kinds[i] = "byline"
        elif kinds[i] == "paragraph" and short and words[i].endswith("!") and len(words[i + 1].split()) < 60:
            kinds[i] = "heading"
        elif kinds[i] not in ("heading", "byline", "caption", "boilerplate"):
            break


def _is_place_and_date(own: str) -> bool:
    """A line that holds a date and little else: "Brigport, 4 May 1899:"."""
    if len(own) > 80 or not (found := find_written(own)):
        return False
    rest = own[: found.start] + own[found.end :]
    return (
        len(rest.split()) <= 7
        and not own.endswith(".")
        and not any(word.islower() for word in rest.split() if len(word) > 3)
    )


def _is_name(own: str, after: str) -> bool:
    """A name alone between a title and a date."""
    return len(own) < 50 and bool(re.fullmatch(marks.NAME, own)) and bool(find_written(after[:80])) and len(after) < 80


def _mark_captions(blocks: list[Block], words: list[str], kinds: list[PassageKind]) -> None:
    """The same line twice in a row is a caption with its alternative text; a long one without a stop is one too."""
    for i, own in enumerate(words):
        twin = i + 1 < len(words) and words[i + 1] == own
        if twin and kinds[i] in ("heading", "paragraph") and len(own) < 400 and not own.endswith((".", "!", "?")):
            kinds[i] = kinds[i + 1] = "caption"
        elif kinds[i] == "heading" and i > 2 and len(own.split()) > 12 and not (own[0] == "#" or _is_title_case(own)):
            kinds[i] = "caption"


def _mark_quotes(words: list[str], kinds: list[PassageKind]) -> None:
    """A paragraph after a colon that closes with a note marker or a reference is quoted, marks or none."""
    for i in range(1, len(kinds)):
        if (
            kinds[i] == "paragraph" == kinds[i - 1]
            and words[i - 1].endswith(":")
            and _CITED_END.search(words[i][-200:])
        ):
            kinds[i] = "block-quote"


_CITED_END = re.compile(r"(?:[.!?…][”\"’»]?\s?\[(?:\d{1,3}|[ivxlc]{1,7})\]|[.!?…][”\"’»]?\s\([^()]*\d[^()]*\)\.?)$")


def _mark_forms(words: list[str], kinds: list[PassageKind]) -> None:
    """The labels after "Leave a reply", up to the next thing that somebody wrote."""
    inside = False
    for i, own in enumerate(words):
        if i * 2 + 1 >= len(words) and opens_form(own):
            inside = True
        if inside and is_label(own):
            kinds[i] = "boilerplate"
        elif inside:
            inside = False
