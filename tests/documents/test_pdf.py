"""What a PDF becomes: paragraphs in reading order, notes behind them, the place of every line."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

import pytest
from benchmarks.formats.pdf import Style, make_pdf
from benchmarks.formats.prose import Prose
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.pdfgen.canvas import Canvas

from gainsay.documents import Document, locate, read_file
from gainsay.documents.pages import Box
from gainsay.documents.readers.pdf.words import Surface, Word
from gainsay.errors import DocumentError, EmptyDocumentError, NotTextError
from gainsay.passages import divide
from gainsay.spans import Span

LONG = "The consul of Port Adair maintained for the rest of his life that the harbour had been closed by order. " * 12
NOTED = Prose(
    "A Question of Silver",
    "Ana Lindqvist",
    tuple(f"Paragraph {i} begins here.{{{i}}} {LONG.strip()}" for i in range(1, 9)),
    tuple(f"Told by witness number {i} to the commission, 1911, p. {i}." for i in range(1, 9)),
)


def read(tmp_path: Path, data: bytes) -> Document:
    (tmp_path / "a.pdf").write_bytes(data)
    return read_file(tmp_path, "a.pdf")


def drawn(*lines: tuple[float, float, str, float], pages: int = 1, **more: object) -> bytes:
    """Pages with these words at (left, from the top), in this size."""
    out = BytesIO()
    canvas = Canvas(out, pagesize=(600, 800), **more)  # type: ignore[arg-type]
    for _ in range(pages):
        for left, top, words, size in lines:
            canvas.setFont("Times-Roman", size)
            canvas.drawString(left, 800 - top, words)
        canvas.showPage()
    canvas.save()
    return out.getvalue()


def blocks(document: Document) -> list[str]:
    return document.text.split("\n\n")


def test_lines_make_paragraphs_and_an_indent_opens_the_next(tmp_path: Path) -> None:
    document = read(
        tmp_path,
        drawn(
            (72, 100, "The harbour of Port Adair was closed on that morning and", 11),
            (72, 113, "nobody knew why.", 11),
            (86, 126, "The boats, says the consul, had not come back from the", 11),
            (72, 139, "banks.", 11),
        ),
    )
    assert blocks(document) == [
        "The harbour of Port Adair was closed on that morning and nobody knew why.",
        "The boats, says the consul, had not come back from the banks.",
    ]


@pytest.mark.parametrize(
    ("end", "start", "joined"),
    [
        ("the har-", "bour was closed", "the harbour was closed"),
        ("a well-", "known place", "a well-known place"),
        ("in 1914-", "1918 nobody came", "in 1914-1918 nobody came"),
    ],
)
def test_a_word_broken_at_the_end_of_a_line_is_whole_again_unless_the_hyphen_is_its_own(
    tmp_path: Path, end: str, start: str, joined: str
) -> None:
    document = read(tmp_path, drawn((72, 100, f"They said that {end}", 11), (72, 113, f"{start}.", 11)))
    assert document.text == f"They said that {joined}."
    marked = [span.of(document.text) for span, kind in document.structure if kind == "hyphenation"]
    assert marked == (["harbour"] if "harbour" in joined else [])
    assert [d.kind for d in divide(document).damage if d.kind == "hyphenation"] == ["hyphenation"] * len(marked)


def test_two_columns_are_read_one_after_the_other(tmp_path: Path) -> None:
    left = [(72.0, 100 + 13 * i, f"left line {i} of the first column", 10.0) for i in range(8)]
    right = [(320.0, 100 + 13 * i, f"right line {i} of the second one", 10.0) for i in range(8)]
    both = [line for pair in zip(left, right, strict=True) for line in pair]
    text = read(tmp_path, drawn(*both)).text
    assert text.index("left line 7") < text.index("right line 0")


def test_a_paragraph_that_runs_on_overleaf_is_whole_and_its_notes_follow_it(tmp_path: Path) -> None:
    document = read(tmp_path, make_pdf(NOTED, Style())[0])
    layout = divide(document)
    prose = [p.span.of(document.text) for p in layout.passages if p.kind == "paragraph"]
    notes = [p.span.of(document.text) for p in layout.passages if p.kind == "note"]
    assert len(document.pages) > 1
    assert [words.split(" begins")[0] for words in prose] == [f"Paragraph {i}" for i in range(1, 9)]
    assert notes == [f"{'¹²³⁴⁵⁶⁷⁸'[i - 1]} {note}" for i, note in enumerate(NOTED.notes, 1)]
    assert "begins here.¹ The consul" in document.text


def test_running_heads_and_page_numbers_are_kept_as_boilerplate(tmp_path: Path) -> None:
    document = read(tmp_path, make_pdf(NOTED, Style())[0])
    aside = [p.span.of(document.text) for p in divide(document).passages if p.kind == "boilerplate"]
    pages = len(document.pages)
    assert aside.count("A Question of Silver — Ana Lindqvist") == pages
    assert sorted(aside, key=len)[:pages] == [str(i + 1) for i in range(pages)]


def test_every_span_knows_its_page_and_rectangle(tmp_path: Path) -> None:
    document = read(tmp_path, drawn((72, 100, "Nobody came to the quay.", 11), pages=3))
    at = document.text.index("Nobody", 5)
    (place,) = locate(document.pages, Span(at, at + 6))
    assert place.page == 2
    assert place.box is not None
    assert place.box == pytest.approx(Box(72, 90, 187, 103), abs=3)
    assert [(page.number, page.label, page.width) for page in document.pages] == [(i, str(i), 600.0) for i in (1, 2, 3)]


def test_larger_letters_are_headings(tmp_path: Path) -> None:
    lines = [(72.0, 140 + 13 * i, "the strike went on and nobody was paid, they say", 10.0) for i in range(6)]
    document = read(tmp_path, drawn((72, 110, "The strike goes on.", 16), *lines))
    assert document.structure[0] == (Span(0, 19), "heading")


def test_a_file_name_is_no_title(tmp_path: Path) -> None:
    out = BytesIO()
    canvas = Canvas(out)
    canvas.setTitle("Microsoft Word - final2.doc")
    canvas.setAuthor("Irena Voss")
    canvas.drawString(72, 700, "The quay is closed, they say.")
    canvas.save()
    document = read(tmp_path, out.getvalue())
    assert (document.title, document.author) == (None, "Irena Voss")


@pytest.mark.parametrize(
    ("data", "error", "says"),
    [
        (b"%PDF-1.7\nrubbish", NotTextError, "broken. Download or copy it again"),
        (
            drawn((72, 100, "secret words", 11), encrypt=StandardEncryption("reader", "owner")),
            DocumentError,
            "encrypted. Open it with its password",
        ),
        (drawn(), EmptyDocumentError, "no text on its pages"),
    ],
)
def test_what_cannot_be_read_is_named_with_what_to_do(tmp_path: Path, data: bytes, error: type, says: str) -> None:
    with pytest.raises(error, match=says):
        read(tmp_path, data)


def test_a_scan_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("gainsay.documents.readers.ocr.is_installed", lambda: False)
    out = BytesIO()
    canvas = Canvas(out)
    canvas.rect(100, 100, 300, 300, fill=1)
    canvas.save()
    with pytest.raises(EmptyDocumentError, match=r"looks scanned.*gainsay\[ocr\]"):
        read(tmp_path, out.getvalue())


def test_pages_that_are_pictures_are_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("gainsay.documents.readers.ocr.is_installed", lambda: False)
    out = BytesIO()
    canvas = Canvas(out)
    canvas.drawString(72, 700, "The quay is closed, they say, and nobody knows why.")
    canvas.showPage()
    canvas.rect(100, 100, 300, 300, fill=1)
    canvas.save()
    assert read(tmp_path, out.getvalue()).remarks == ("1 page without text, only pictures: 2",)


def test_a_pdf_cut_short_anywhere_raises_no_other_error(tmp_path: Path) -> None:
    data = make_pdf(NOTED, Style())[0]
    for length in range(8, len(data), len(data) // 12):
        try:
            read(tmp_path, data[:length])
        except DocumentError as error:
            assert str(error).startswith("a.pdf: ")


def test_recognised_words_are_laid_out_like_others_and_doubtful_ones_marked(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    words = [
        Word("Nobody", 72, 90, 110, 102, 102, 12),
        Word("cane", 114, 90, 150, 102, 102, 12, doubtful=True),
        Word("home.", 154, 90, 190, 102, 102, 12),
    ]
    monkeypatch.setattr("gainsay.documents.readers.ocr.is_installed", lambda: True)
    monkeypatch.setattr("gainsay.documents.readers.ocr.recognise_page", lambda *_: Surface(words, 600, 800))
    out = BytesIO()
    canvas = Canvas(out)
    canvas.rect(100, 100, 300, 300, fill=1)
    canvas.save()
    document = read(tmp_path, out.getvalue())
    assert document.text == "Nobody cane home."
    assert [(d.kind, d.span.of(document.text)) for d in divide(document).damage] == [("uncertain-reading", "cane")]


def test_a_line_of_a_note_that_looks_like_others_is_no_running_foot(tmp_path: Path) -> None:
    out = BytesIO()
    canvas = Canvas(out, pagesize=(600, 800))
    for year in range(1911, 1915):
        canvas.setFont("Times-Roman", 11)
        for i in range(6):
            canvas.drawString(72, 700 - 13 * i, "the strike went on and nobody was paid, they say")
        canvas.setFont("Times-Roman", 8)
        canvas.drawString(77, 55, "Papers of the Commission (Brigport,")
        canvas.drawString(72, 45, f"{year}), p. {year - 1900}.")
        canvas.setFont("Times-Roman", 5)
        canvas.drawString(72, 58, "1")
        canvas.drawString(300, 15, str(year - 1910))
        canvas.showPage()
    canvas.save()
    document = read(tmp_path, out.getvalue())
    notes = [p.span.of(document.text) for p in divide(document).passages if p.kind == "note"]
    assert notes == [f"¹ Papers of the Commission (Brigport, {year}), p. {year - 1900}." for year in range(1911, 1915)]
