"""E-mail: who wrote when to whom, the body, and in it what is quoted of earlier messages."""

from __future__ import annotations

import re
from email.message import Message
from email.utils import parseaddr, parsedate_to_datetime

from gainsay.documents.decoding import decode
from gainsay.documents.document import Stated
from gainsay.documents.names import is_document_name
from gainsay.documents.readers.flow import Flow, counted
from gainsay.documents.readers.html import parse, render_page
from gainsay.documents.readers.message import file_name, header, is_attachment, leaves, parse_message, payload
from gainsay.documents.readers.reader import Content
from gainsay.errors import DocumentError, NotTextError

_SHOWN = ("Subject", "From", "To", "Cc", "Date")

_QUOTED = re.compile(r"(?:>[ \t]?)+")
_FORWARDED = re.compile(
    r"[ \t]*(?:-{2,}\s*(?:original|forwarded) message\s*-{2,}|begin forwarded message:?)[ \t]*", re.IGNORECASE
)
_SIGNATURE = re.compile(r"--[ \t]?")


def read_mail(path: str, data: bytes) -> Content:
    """The headers that a reader sees, then the body. What mail programs quote with `>` is a block quotation.

    Attachments are documents of their own. Pictures in the mail are not fetched, programs not run.
    """
    message = parse_message(data)
    if message is None:
        raise NotTextError(path, "its parts are nested beyond reason. Save the text from the mail program.")
    flow = Flow()
    metadata = _headers(message, flow)
    body, encoding, garbled = _body(path, message)
    if body is None:
        remarks = ["has no text of its own"]
    elif body.get_content_type() == "text/html":
        _add_page(flow, path, _text(path, body)[0])
        remarks = []
    else:
        _add_lines(flow, _unflowed(body, _text(path, body)[0]))
        remarks = []
    if garbled:
        remarks.append("parts of it are not in the character set it declares; letters may be wrong")
    return Content(
        flow.text, "message/rfc822", encoding, metadata, flow.structure, remarks=(*remarks, *_attached(message))
    )


def _headers(message: Message, flow: Flow) -> dict[str, Stated]:
    """Write the headers and return what they state."""
    found: dict[str, Stated] = {"kind": Stated("e-mail", "file")}
    for name in _SHOWN:
        value = header(message, name)
        heads = name == "Subject"
        span = flow.add(value if heads else f"{name}: {value}", "heading" if heads else "byline") if value else None
        if span is None:
            continue
        inner = span if heads else span._replace(start=span.start + len(name) + 2)
        if heads:
            found["title"] = Stated(value, "file", inner)
        elif name == "From":
            shown, address = parseaddr(value)
            found["author"] = Stated(shown or address or value, "file", inner)
        elif name == "Date" and (day := _day(value)):
            found["written"] = Stated(day, "file", inner)
    return found


def _day(value: str) -> str | None:
    try:
        return parsedate_to_datetime(value).date().isoformat()
    except (ValueError, TypeError, OverflowError, IndexError):
        return None


def _body(path: str, message: Message) -> tuple[Message | None, str, bool]:
    """The part to read: the plain text, unless it is a stub that sends the reader to the page beside it."""
    bodies = [part for part in leaves(message) if not is_attachment(part) and payload(part).strip()]
    plain = [part for part in bodies if part.get_content_type() == "text/plain"]
    pages = [part for part in bodies if part.get_content_type() == "text/html"]
    if plain and pages and len(payload(plain[0])) * 20 < len(payload(pages[0])) and len(payload(plain[0])) < 400:
        plain = []
    body = next(iter([*plain, *pages]), None)
    if body is None:
        return None, "utf-8", False
    _, encoding = _text(path, body)
    declared = (body.get_content_charset() or "us-ascii").lower()
    return body, encoding, not _is_sound(payload(body), declared)


def _is_sound(data: bytes, declared: str) -> bool:
    try:
        data.decode("utf-8" if declared in ("us-ascii", "ascii") else declared)
    except (LookupError, ValueError):
        return False
    return True


def _text(path: str, part: Message) -> tuple[str, str]:
    data, declared = payload(part).replace(b"\0", b""), part.get_content_charset()
    try:
        return data.decode(declared or "utf-8"), declared or "utf-8"
    except (LookupError, ValueError):
        try:
            return decode(path, data, declared)
        except NotTextError:
            return data.decode("utf-8", "replace"), "utf-8 (damaged)"


def _add_page(flow: Flow, path: str, page: str) -> None:
    try:
        text, kinds = render_page(parse(path, page))
    except DocumentError:
        return
    named = dict(kinds)
    at = 0
    for block in text.split("\n\n"):
        kind = next((kind for span, kind in named.items() if span.start == at), None)
        flow.add(block, kind)
        at += len(block) + 2


def _unflowed(part: Message, text: str) -> str:
    """Lines that the writer's program broke and marked so (RFC 3676: a space at the end) are one again."""
    if str(part.get_param("format", "")).casefold() != "flowed":
        return text
    text = re.sub(r"^ (?=[ >]|From )", "", text.replace("\r\n", "\n"), flags=re.MULTILINE)
    joined: list[str] = []
    open_line, before = False, 0
    for line in text.split("\n"):
        quoted = _QUOTED.match(line)
        words = line[quoted.end() :] if quoted else line
        depth = quoted[0].count(">") if quoted else 0
        if open_line and words and depth == before:
            joined[-1] += words
        else:
            joined.append(line)
        open_line, before = line.endswith(" ") and not _SIGNATURE.fullmatch(line) and bool(words.strip()), depth
    return "\n".join(joined)


def _add_lines(flow: Flow, text: str) -> None:
    """The paragraphs of a plain body: lines of one depth of quotation between empty ones."""
    held: list[str] = []
    depth, signed, forwarded = 0, False, False

    def close() -> None:
        kind = "block-quote" if depth or forwarded else "signature" if signed else None
        flow.add("\n".join(held), kind)
        held.clear()

    for line in text.splitlines():
        quoted = _QUOTED.match(line)
        now = quoted[0].count(">") if quoted else 0
        words = line[quoted.end() :] if quoted else line
        if now != depth or not words.strip() or _FORWARDED.fullmatch(words):
            close()
            signed = signed and not now
        depth = now
        if _SIGNATURE.fullmatch(line):
            close()
            signed = True
            continue
        if words.strip():
            held.append(words.rstrip())
        if _FORWARDED.fullmatch(words):
            close()
            forwarded, signed = True, False
    close()


def _attached(message: Message) -> tuple[str, ...]:
    names = [file_name(part) or part.get_content_type() for part in leaves(message) if is_attachment(part)]
    left = [name for name in names if not is_document_name(name) or name.startswith("image/")]
    read = len(names) - len(left)
    found = [f"{counted(read, 'attachment')} read as documents of their own"] if read else []
    if left:
        found.append(
            f"{counted(len(left), 'attachment')} left out: {', '.join(left[:5])}{' …' if len(left) > 5 else ''}"
        )
    return tuple(found)
