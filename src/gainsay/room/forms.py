"""What a form of the room sends: its fields, and a file where there is one."""

from __future__ import annotations

from email.parser import BytesParser
from email.policy import HTTP
from urllib.parse import parse_qs

from fastapi import Request
from starlette.exceptions import HTTPException

LONGEST_FORM = 100_000  # bytes
LONGEST_FILE = 50_000_000


async def fields_of(request: Request) -> dict[str, str]:
    """The fields of a form, the last of each name; of a file its text.

    Answers 413 to a form that is too long, and 400 to a file that is not text in UTF-8.
    """
    kind = request.headers.get("content-type", "")
    with_file = kind.startswith("multipart/form-data")
    body = await _body(request, LONGEST_FILE if with_file else LONGEST_FORM)
    return _of_parts(kind, body) if with_file else _of_query(body)


async def _body(request: Request, most: int) -> bytes:
    body = bytearray()
    async for chunk in request.stream():
        body += chunk
        if len(body) > most:
            raise HTTPException(413, "This form is too long.")
    return bytes(body)


def _of_query(body: bytes) -> dict[str, str]:
    fields = parse_qs(body.decode("utf-8", "replace"), keep_blank_values=True)
    return {name: values[-1] for name, values in fields.items()}


def _of_parts(kind: str, body: bytes) -> dict[str, str]:
    """The parts of a multipart form, which is built as a message of mail is."""
    message = BytesParser(policy=HTTP).parsebytes(b"content-type: " + kind.encode("latin-1") + b"\r\n\r\n" + body)
    found = {}
    for part in message.iter_parts() if message.is_multipart() else ():
        name = part.get_param("name", header="content-disposition")
        payload = part.get_payload(decode=True)
        if isinstance(name, str) and isinstance(payload, bytes):
            try:
                found[name] = payload.decode("utf-8-sig")
            except UnicodeDecodeError as error:
                raise HTTPException(400, "This file is not text in UTF-8.") from error
    return found
