"""What a mail becomes: headers, body, quoted replies; and what broken mail does not break."""

from __future__ import annotations

from pathlib import Path

import pytest

from gainsay.annotations.attributions import find_attributions
from gainsay.annotations.citations import find_citations
from gainsay.annotations.dates import find_dates
from gainsay.annotations.mentions import find_mentions
from gainsay.documents import Document, read_file
from gainsay.passages import divide

HEAD = "From: Ana Lindqvist <ana@adair.example>\nTo: Irena Voss <irena@adair.example>\nSubject: {subject}\n"
DATE = "Date: Tue, 04 May 1999 10:12:00 +0200\n"
REPLY = """I never said that.

On 3 May 1999, Irena Voss wrote:
> You told the magistrate that nobody came.
>
>> I was there, says the cook.

--
Ana Lindqvist, Port Adair
"""


def read(tmp_path: Path, data: str | bytes, name: str = "a.eml") -> Document:
    (tmp_path / name).write_bytes(data.encode() if isinstance(data, str) else data)
    return read_file(tmp_path, name)


def mail(body: str = REPLY, subject: str = "The night", more: str = "") -> str:
    return HEAD.format(subject=subject) + DATE + more + "\n" + body


def test_headers_are_metadata_and_stand_in_the_text(tmp_path: Path) -> None:
    document = read(tmp_path, mail(), "letter")
    assert (document.title, document.author, document.written) == ("The night", "Ana Lindqvist", "1999-05-04")
    assert document.metadata["author"].span is not None
    assert document.metadata["author"].span.of(document.text) == "Ana Lindqvist <ana@adair.example>"


def test_flowed_lines_make_one(tmp_path: Path) -> None:
    body = "Nobody came to \nthe quay.\n> They say so \n> in town.\n"
    document = read(tmp_path, mail(body, more="Content-Type: text/plain; format=flowed\n"))
    assert document.text.endswith("Nobody came to the quay.\n\nThey say so in town.")


def test_what_is_quoted_is_a_block_quotation_without_the_signs_of_the_program(tmp_path: Path) -> None:
    document = read(tmp_path, mail())
    kinds = [(p.kind, p.span.of(document.text)) for p in divide(document).passages][-5:]
    assert kinds == [
        ("paragraph", "I never said that."),
        ("paragraph", "On 3 May 1999, Irena Voss wrote:"),
        ("block-quote", "You told the magistrate that nobody came."),
        ("block-quote", "I was there, says the cook."),
        ("boilerplate", "Ana Lindqvist, Port Adair"),
    ]


@pytest.mark.parametrize(
    ("subject", "read_as"),
    [
        ("=?utf-8?q?Caf=C3=A9?=", "Café"),
        ("=?iso-8859-1?Q?Caf=E9?=", "Café"),
        ("=?klingon?q?Caf=C3=A9?=", "Café"),
        ("=?utf-8?b?!!!?=", None),
    ],
)
def test_encoded_headers_are_decoded_and_broken_ones_do_no_harm(
    tmp_path: Path, subject: str, read_as: str | None
) -> None:
    document = read(tmp_path, mail(subject=subject))
    assert read_as is None or document.title == read_as


@pytest.mark.parametrize(
    ("more", "body"),
    [
        ("Content-Type: text/plain; charset=utf-8\n", "Café at Port Adair, “quoted”.".encode("cp1252")),
        ("Content-Type: text/plain; charset=no-such\n", "Café at Port Adair, “quoted”.".encode()),
        ("Content-Type: text/plain\n", "Café at Port Adair, “quoted”.".encode("cp1252")),
    ],
)
def test_a_wrong_character_set_is_seen_through_and_told(tmp_path: Path, more: str, body: bytes) -> None:
    document = read(tmp_path, mail("", more=more).encode() + body)
    assert document.text.endswith("Café at Port Adair, “quoted”.")
    assert document.remarks == ("parts of it are not in the character set it declares; letters may be wrong",)


def test_a_page_in_a_mail_is_read_and_nothing_fetched(tmp_path: Path) -> None:
    body = "<p>The quay is closed.</p><blockquote>We shall not move.</blockquote><img src='http://tracker.example/x'>"
    document = read(tmp_path, mail(body, more="Content-Type: text/html\n"))
    assert document.text.endswith("The quay is closed.\n\nWe shall not move.")
    assert divide(document).passages[-1].kind == "block-quote"


def test_parts_nested_without_end_do_no_harm(tmp_path: Path) -> None:
    body = "".join(f'--{i}\nContent-Type: multipart/mixed; boundary="{i + 1}"\n\n' for i in range(3000))
    document = None
    try:
        document = read(tmp_path, mail(body, more='Content-Type: multipart/mixed; boundary="0"\n'))
    except Exception as error:
        assert type(error).__name__ in ("NotTextError", "EmptyDocumentError")
    assert document is None or document.title == "The night"


def test_an_outlook_reply_is_quoted_from_its_line_on(tmp_path: Path) -> None:
    document = read(tmp_path, mail("No.\n\n-----Original Message-----\nFrom: Irena Voss\n\nDid you see them?\n"))
    kinds = {p.span.of(document.text): p.kind for p in divide(document).passages}
    assert (kinds["No."], kinds["Did you see them?"]) == ("paragraph", "block-quote")


def test_a_quoted_reply_is_a_quotation_with_its_speaker(tmp_path: Path) -> None:
    layout = divide(read(tmp_path, mail()))
    document = layout.document
    mentions, dates = find_mentions(document, layout), find_dates(document, layout)
    found = find_attributions(document, layout, mentions, dates, find_citations(document, layout))
    direct = next(one for one in found if one.kind == "direct")
    assert [span.of(document.text) for span in direct.speaker] == ["Irena Voss"]
    assert "You told the magistrate that nobody came." in [span.of(document.text) for span in direct.content]
    assert "Cc" not in document.text
