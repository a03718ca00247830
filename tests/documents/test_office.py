"""What word processor files and books become: words, notes at their markers, what was left out."""

from __future__ import annotations

from pathlib import Path

import pytest
from benchmarks.formats.office import make_docx, make_epub, make_odt, make_rtf, packed
from benchmarks.formats.prose import Prose

from gainsay.annotations.citations import find_citations
from gainsay.documents import Document, read_file
from gainsay.errors import DocumentError, NotTextError
from gainsay.passages import divide

PROSE = Prose(
    "The Night at the Quay",
    "Ana Lindqvist",
    ("Nobody came to the quay.{1} “They slept,” said Müller & Søn.", "The boats <stayed> out.{2} It rained."),
    ("Told by the cook at Port Adair, 1911, p. 3.", "Papers of the Commission (Brigport, 1912), p. 4."),
)
WORDS = (
    "The Night at the Quay\n\nNobody came to the quay.¹ “They slept,” said Müller & Søn.\n\n"
    "The boats <stayed> out.² It rained."
)
BOMB = b"<w:document>" + b"<w:p/>" * 5_000_000


def read(tmp_path: Path, name: str, data: bytes) -> Document:
    (tmp_path / name).write_bytes(data)
    return read_file(tmp_path, name)


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("a.docx", make_docx(PROSE)),
        ("b.docx", make_docx(PROSE, "endnote")),
        ("named.bin", make_docx(PROSE)),
        ("a.odt", make_odt(PROSE)),
        ("a.rtf", make_rtf(PROSE)),
        ("a.epub", make_epub(PROSE)),
    ],
)
def test_words_and_notes_are_those_of_the_file_whatever_its_name(tmp_path: Path, name: str, data: bytes) -> None:
    document = read(tmp_path, name, data)
    assert document.text.startswith(WORDS)
    layout = divide(document)
    assert layout.passages[0].kind == "heading"
    notes = [p.span.of(document.text) for p in layout.passages if p.kind == "note"]
    assert [words.lstrip("¹² ") for words in notes] == list(PROSE.notes)
    assert not [damage for damage in layout.damage if damage.kind == "lost-note"]
    joined = {
        c.marker.of(document.text): c.note.of(document.text)
        for c in find_citations(document, layout)
        if c.marker and c.note
    }
    assert [joined[mark] for mark in "¹²"] == list(PROSE.notes)


CHANGES = """<w:ins w:author="Tobias Hale"><w:r><w:t> Or so it is said.</w:t></w:r></w:ins>
<w:del w:author="Irena Voss"><w:r><w:delText>All of them lied.</w:delText></w:r></w:del>"""


def test_tracked_changes_are_told(tmp_path: Path) -> None:
    document = read(tmp_path, "a.docx", make_docx(PROSE, changes=CHANGES))
    assert "It rained. Or so it is said." in document.text
    assert document.remarks == ("1 tracked deletion left out, the first by Irena Voss: “All of them lied.”",)
    assert [d.span.of(document.text).strip() for d in divide(document).damage if d.kind == "tracked-change"] == [
        "Or so it is said."
    ]


def test_macros_are_not_run_and_said(tmp_path: Path) -> None:
    document = read(tmp_path, "a.docx", make_docx(PROSE, extra={"word/vbaProject.bin": b"Shell()"}))
    assert document.remarks == ("holds macros; they were neither run nor read",)


def test_deleted_and_hidden_words_of_rtf_are_left_out(tmp_path: Path) -> None:
    data = rb"{\rtf1 They came.{\deleted  They fled.}{\v  hidden} {\pict 89504e47}At dawn \u8212?\'97 so they say.\par}"
    document = read(tmp_path, "a.rtf", data)
    assert document.text == "They came. At dawn —— so they say."
    assert document.remarks == ("1 tracked deletion left out", "1 picture or object left out")


ENTITIES = '<!DOCTYPE d [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;"><!ENTITY x SYSTEM "file:///etc/passwd">]><d>&b;&x;</d>'


@pytest.mark.parametrize(
    ("name", "data", "error", "says"),
    [
        ("a.docx", make_docx(PROSE)[:-400], DocumentError, "broken or cut short"),
        ("a.docx", packed({"word/document.xml": ENTITIES}), NotTextError, "declares XML entities"),
        ("a.docx", packed({"word/document.xml": BOMB}), DocumentError, "ZIP bomb"),
        (
            "a.odt",
            packed({"content.xml": "<d/>", "META-INF/manifest.xml": "<encryption-data/>"}),
            DocumentError,
            "encry",
        ),
        ("a.epub", packed({"META-INF/container.xml": "<c/>"}), NotTextError, "list of chapters"),
        ("a.rtf", rb"{\rtf1 {\pict 00}}", DocumentError, "no text"),
    ],
)
def test_what_cannot_be_read_is_named_with_what_to_do(
    tmp_path: Path, name: str, data: bytes, error: type, says: str
) -> None:
    with pytest.raises(error, match=says):
        read(tmp_path, name, data)


def test_groups_without_end_do_no_harm(tmp_path: Path) -> None:
    assert read(tmp_path, "a.rtf", rb"{\rtf1 Above." + b"{" * 200_000 + b" Below.").text == "Above. Below."
