"""RTF: the words with their paragraphs, footnotes at their markers, headings by the names of their styles."""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass, replace

from gainsay.documents.document import Stated
from gainsay.documents.readers.flow import Flow, Paragraph, counted, note_mark
from gainsay.documents.readers.reader import Content
from gainsay.errors import EmptyDocumentError

_TOKEN = re.compile(
    rb"\\(?:([a-zA-Z]{1,32})(-?\d{1,10})? ?|'([0-9a-fA-F]{2})|([^a-zA-Z]))|([{}])|[\r\n]+|([^\\{}\r\n]+)", re.DOTALL
)

_ASIDE = frozenset(
    "fonttbl colortbl stylesheet info pict object objdata themedata colorschememapping datastore header headerl headerr"
    " headerf footer footerl footerr footerf fldinst listtable listoverridetable revtbl rsidtbl generator xmlnstbl"
    " latentstyles bkmkstart bkmkend shpinst nonshppict atnid atnauthor annotation ftnsep ftnsepc pnseclvl listtext"
    " pntext mmathPr filetbl wgrffmtfilter".split()
)
"""Groups that hold no words of the text. Pictures, objects and what runs stay unread."""

_SIGNS = {
    "emdash": "—",
    "endash": "–",
    "lquote": "‘",
    "rquote": "’",
    "ldblquote": "“",
    "rdblquote": "”",
    "bullet": "•",
    "tab": "\t",
    "line": "\n",
    "emspace": "\u2003",
    "enspace": "\u2002",
    "~": "\u00a0",
    "_": "-",
}

_STYLES = (("heading", "heading"), ("title", "heading"), ("quot", "block-quote"), ("caption", "caption"))

_DEEPEST = 2_000
"""Groups within groups. Word writes a dozen."""


@dataclass(frozen=True, slots=True)
class _State:
    """What holds within one group."""

    aside: bool = False
    note: bool = False
    deleted: bool = False
    inserted: bool = False
    skip: int = 1  # characters after \u that stand for programs without Unicode
    collects: str | None = None


def read_rtf(path: str, data: bytes) -> Content:
    """The text as it reads now. Embedded objects are not opened."""
    reading = _Reading(data)
    reading.read()
    if not reading.flow.text:
        raise EmptyDocumentError(path, "there is no text in this RTF document. Open it and look.")
    return Content(
        reading.flow.text,
        "application/rtf",
        reading.codepage,
        reading.metadata,
        reading.flow.structure,
        remarks=reading.remarks(),
    )


class _Reading:
    """A walk through the tokens, with a stack of groups instead of recursion: depth is no danger."""

    def __init__(self, data: bytes) -> None:
        self.flow = Flow()
        self.codepage = "cp1252"
        self.metadata: dict[str, Stated] = {}
        self._data = data
        self._styles = _styles(data)
        self._state = _State()
        self._stack: list[_State] = []
        self._body, self._note = Paragraph(), Paragraph()
        self._notes: list[Paragraph] = []
        self._kind: str | None = None
        self._row = False
        self._starred = False
        self._pending = 0
        self._bytes = bytearray()
        self._high: int | None = None
        self._info = ""
        self._deletions = self._pictures = 0

    def read(self) -> None:
        at = 0
        while found := _TOKEN.match(self._data, at):
            at = found.end()
            word, number, code, sign, brace, words = found.groups()
            if code is not None:
                self._byte(bytes([int(code, 16)]))
            elif words is not None:
                self._byte(words)
            else:
                self._flush()
                if word is not None:
                    at += self._control(word.decode(), int(number) if number else None)
                elif sign is not None:
                    self._symbol(sign)
                elif brace is not None:
                    self._group(brace)
        self._flush()
        self._end_paragraph()
        for number, note in enumerate(self._notes, 1):
            self.flow.add(note, "note", note_mark(number))

    def _group(self, brace: bytes) -> None:
        if brace == b"{":
            if len(self._stack) < _DEEPEST:
                self._stack.append(self._state)
            return
        before = self._state
        self._state = self._stack.pop() if self._stack else _State()
        if before.note and not self._state.note:
            self._notes.append(self._note)
        if before.collects and not self._state.collects:
            value = " ".join(self._info.split())
            if 2 < len(value) <= 300:
                self.metadata[before.collects] = Stated(value, "file")
            self._info = ""

    def _control(self, word: str, number: int | None) -> int:
        """One control word; returns how many bytes after it are data to be passed over."""
        starred, self._starred = self._starred, False
        state = self._state
        if word == "bin":
            return max(0, number or 0)
        if word in _ASIDE or (starred and word not in ("shppict", "footnote", "ud")):
            self._pictures += word in ("pict", "object") and not state.aside
            self._state = replace(state, aside=True)
        elif word in ("title", "author") and state.aside:
            self._state = replace(state, collects=word)
        elif word in ("footnote", "u", "uc", "ansicpg", "deleted", "revised", "chftn", "v"):
            self._special(word, number)
        elif word in ("par", "sect", "page", "row"):
            self._break(word)
        elif word in ("cell", "nestcell"):
            self._row = True
            self._write("\t")
        elif word == "pard":
            self._kind = None
        elif word == "s" and not state.aside:
            self._kind = self._styles.get(number or 0)
        elif word == "intbl":
            self._row = True
        elif word in _SIGNS:
            self._write(_SIGNS[word])
        return 0

    def _special(self, word: str, number: int | None) -> None:
        state = self._state
        if word == "footnote" and not state.aside:
            if not state.note:
                self._note = Paragraph()
            self._state = replace(state, note=True)
        elif word == "chftn" and not state.note:
            self._write(note_mark(len(self._notes) + 1))
        elif word == "u":
            self._unicode(number or 0)
        elif word == "uc":
            self._state = replace(state, skip=max(0, min(number or 0, 20)))
        elif word == "ansicpg":
            self._set_codepage(number or 1252)
        elif word in ("deleted", "v"):
            # Words taken out while changes were recorded, and words that are hidden.
            self._deletions += word == "deleted" and number != 0 and not state.deleted
            self._state = replace(state, deleted=number != 0)
        elif word == "revised":
            self._state = replace(state, inserted=number != 0)

    def _break(self, word: str) -> None:
        if self._state.aside:
            return
        if self._state.note:
            self._note.put(" ")
        elif word == "par" and self._row and "\t" in self._body.text:
            self._body.put(" ")
        else:
            self._end_paragraph()

    def _end_paragraph(self) -> None:
        self.flow.add(self._body, "table" if self._row and "\t" in self._body.text.strip("\t") else self._kind)
        self._body, self._row = Paragraph(), False

    def _symbol(self, sign: bytes) -> None:
        if sign == b"*":
            self._starred = True
        elif sign in (b"\r", b"\n"):
            self._break("par")
        elif sign in b"\\{}":
            self._write(sign.decode("ascii"))
        elif sign in b"~_":
            self._write(_SIGNS[sign.decode("ascii")])

    def _byte(self, data: bytes) -> None:
        if self._pending:
            dropped = min(self._pending, len(data))
            data, self._pending = data[dropped:], self._pending - dropped
        self._bytes += data

    def _flush(self) -> None:
        """Decode what was gathered: characters of two bytes come as two codes."""
        if self._bytes:
            words = bytes(self._bytes).decode(self.codepage, "replace")
            self._bytes.clear()
            self._write(words)

    def _unicode(self, number: int) -> None:
        code = number % 65536
        self._pending = self._state.skip
        if 0xD800 <= code < 0xDC00:
            self._high = code
        elif 0xDC00 <= code < 0xE000:
            if self._high is not None:
                self._write(chr(0x10000 + (self._high - 0xD800) * 1024 + code - 0xDC00))
            self._high = None
        else:
            self._write(chr(code))

    def _set_codepage(self, number: int) -> None:
        name = {10000: "mac-roman", 65001: "utf-8"}.get(number, f"cp{number}")
        try:
            codecs.lookup(name)
        except LookupError:
            return
        self.codepage = name

    def _write(self, words: str) -> None:
        state = self._state
        if state.collects:
            self._info += words
        elif not (state.aside or state.deleted):
            (self._note if state.note else self._body).put(words, "inserted" if state.inserted else None)

    def remarks(self) -> tuple[str, ...]:
        """What was left out."""
        found = [f"{counted(self._deletions, 'tracked deletion')} left out"] if self._deletions else []
        if self._pictures:
            found.append(f"{counted(self._pictures, 'picture or object')} left out")
        return tuple(found)


_STYLE = re.compile(rb"\{\\s(\d{1,5})[^{};]{0,400}?[ \d]([A-Za-z][\w ,-]{0,60});\}")


def _styles(data: bytes) -> dict[int, str]:
    """The kinds of passages that the styles stand for, by their numbers."""
    start = data.find(b"{\\stylesheet")
    found: dict[int, str] = {}
    for number, name in _STYLE.findall(data, start, start + 200_000) if start >= 0 else ():
        kind = next((kind for begins, kind in _STYLES if begins in name.decode("latin-1").casefold()), None)
        if kind:
            found[int(number)] = kind
    return found
