"""The attachments of a mail, as documents of their own."""

from __future__ import annotations

from mimetypes import guess_extension
from typing import BinaryIO

from gainsay.documents.containers.container import Container, Listing, Member, Names
from gainsay.documents.readers.message import file_name, is_attachment, leaves, parse_message, payload


def _listing(stream: BinaryIO) -> Listing:
    stream.seek(0)
    message = parse_message(stream.read())
    if message is None:
        return Listing(())
    names, members = Names(), []
    for number, part in enumerate(leaves(message)):
        if is_attachment(part) and (size := len(payload(part))):
            kind = part.get_content_type()
            ending = ".eml" if kind == "message/rfc822" else guess_extension(kind) or ""
            name = names.clean(file_name(part) or f"attachment-{number}{ending}")
            members.append(Member(name, number, size))
    return Listing(tuple(members))


def _bytes(stream: BinaryIO, member: Member) -> bytes:
    stream.seek(0)
    message = parse_message(stream.read())
    parts = list(leaves(message)) if message else []
    if member.locator >= len(parts):
        raise ValueError("is gone: the mail changed meanwhile. Read the folder again.")
    return payload(parts[member.locator])


ATTACHMENTS = Container(_listing, _bytes)
