"""mbox: one message after another, each begun by a line `From `."""

from __future__ import annotations

import re
from typing import BinaryIO

from gainsay.documents.containers.container import LARGEST_MEMBER, MOST_MEMBERS, Container, Listing, Member

STARTS = re.compile(rb"From \S.{0,200}\d\d:\d\d.{0,40}\r?\n?$|From MAILER-DAEMON\b|From - ")
"""A line that begins a message: a sender and a time of day, or what Mozilla writes."""

_ESCAPED = re.compile(rb"^>(>*From )", re.MULTILINE)


def _listing(stream: BinaryIO) -> Listing:
    edges = _starts(stream)
    problem = None
    if len(edges) > MOST_MEMBERS:
        problem = f"the mailbox holds more than {MOST_MEMBERS:,} messages. Split it by year and read the parts."
        edges = edges[:MOST_MEMBERS]
    stream.seek(0, 2)
    ends = [*edges[1:], stream.tell()]
    width = max(4, len(str(len(edges))))
    members = (
        Member(f"{number:0{width}d}", (start, end), end - start, form="e-mail", problem=_problem(end - start))
        for number, (start, end) in enumerate(zip(edges, ends, strict=True), 1)
    )
    return Listing(tuple(members), problem)


def _starts(stream: BinaryIO) -> list[int]:
    """The offsets of the lines that begin messages: at the start and after an empty line."""
    stream.seek(0)
    starts, at, blank = [], 0, True
    for line in iter(lambda: stream.readline(1_000_000), b""):
        if blank and line.startswith(b"From ") and STARTS.match(line):
            starts.append(at)
        blank = not line.strip()
        at += len(line)
    return starts


def _problem(size: int) -> str | None:
    if size <= LARGEST_MEMBER:
        return None
    return f"the message has {size / 1e6:,.0f} MB. Save its attachments from the mail program and read those."


def _bytes(stream: BinaryIO, member: Member) -> bytes:
    """The message without its `From ` line, as it was before the mailbox escaped lines of its body."""
    start, end = member.locator
    stream.seek(start)
    message = stream.read(end - start)
    return _ESCAPED.sub(rb"\1", message.partition(b"\n")[2])


MBOX = Container(_listing, _bytes)
