"""Letters recognised on pictures of pages, and what is said where that cannot be."""

from __future__ import annotations

from pathlib import Path

import pytest
from benchmarks.formats.pdf import make_pdf
from benchmarks.formats.prose import Prose
from benchmarks.formats.scans import Scanner, make_png, make_scanned_pdf, make_tiff, scan
from PIL import Image, ImageFilter

from gainsay.documents import Document, find_files, locate, read_file
from gainsay.documents.pages import Box
from gainsay.documents.readers.ocr import is_installed
from gainsay.documents.readers.ocr.letters import Letter, Row, is_dust
from gainsay.documents.readers.ocr.marks import Glyph, is_raised, read_numbers
from gainsay.documents.readers.pdf.words import Surface
from gainsay.passages import divide

needs_ocr = pytest.mark.skipif(not is_installed(), reason="tesserocr or Tesseract's language data is not installed")

SHORT = Prose(
    "The Closed Harbour",
    "Ana Lindqvist",
    (
        "The harbour of Port Adair was closed before the bells were rung, and the boats stayed out beyond the bar "
        "until the wind had turned.",
        "Nobody had left the building before morning, says the consul, who had watched the door from the north quay.",
    ),
    (),
)
ROW = Row(0, 100, 0.0, 20)


def read(tmp_path: Path, name: str, data: bytes) -> Document:
    (tmp_path / name).write_bytes(data)
    return read_file(tmp_path, name)


@needs_ocr
@pytest.mark.parametrize("form", ["pdf", "png", "tiff"])
def test_a_clean_scan_is_read_to_the_letter_and_its_paragraphs_are_parted(tmp_path: Path, form: str) -> None:
    pages = scan(make_pdf(SHORT)[0], Scanner(skew=0.3))
    make = {"pdf": make_scanned_pdf, "png": lambda p: make_png(p[0]), "tiff": make_tiff}[form]
    document = read(tmp_path, f"scan.{form}", make(pages))
    for paragraph in (SHORT.title, *SHORT.paragraphs):
        assert paragraph in document.text.split("\n\n")


@needs_ocr
def test_words_of_a_scan_are_found_where_they_stand_on_the_page_however_aslant_it_lay(tmp_path: Path) -> None:
    data, drawn = make_pdf(SHORT)
    document = read(tmp_path, "scan.pdf", make_scanned_pdf(scan(data, Scanner(skew=-0.6))))
    last = drawn[-1]
    at = document.text.index(last.words)
    (place,) = locate(document.pages, type(document.pages[0].lines[0].span)(at, at + len(last.words)))
    assert place.page == last.page
    assert place.box is not None
    assert place.box.top < last.base < place.box.bottom


@needs_ocr
def test_a_word_that_was_not_surely_recognised_is_damage(tmp_path: Path) -> None:
    (page,) = scan(make_pdf(SHORT)[0], Scanner(noise=0))
    wide, high = page.size
    line = (0, int(high * 0.12), wide, int(high * 0.15))  # a line of the first paragraph, out of focus
    page.paste(page.crop(line).filter(ImageFilter.GaussianBlur(7)), line[:2])
    layout = divide(read(tmp_path, "scan.png", make_png(page)))
    doubtful = [d.span.of(layout.document.text) for d in layout.damage if d.kind == "uncertain-reading"]
    assert doubtful
    assert "quay" not in " ".join(doubtful)


@needs_ocr
def test_the_raised_number_of_a_note_is_read_as_one_and_not_as_a_quotation_mark(tmp_path: Path) -> None:
    noted = Prose(
        SHORT.title, SHORT.author, (f"{SHORT.paragraphs[0]}{{2}}", f"{SHORT.paragraphs[1]}{{3}}"), ("", "x", "y")
    )
    document = read(tmp_path, "scan.png", make_png(scan(make_pdf(noted)[0], Scanner())[0]))
    assert "turned.²" in document.text
    assert "quay.³" in document.text


def test_a_picture_that_cannot_be_recognised_says_what_to_install(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("gainsay.documents.readers.picture.is_installed", lambda: False)
    with pytest.raises(Exception, match=r"gainsay\[ocr\].*tesseract-ocr-eng.*TESSDATA_PREFIX"):
        read(tmp_path, "scan.png", make_png(Image.new("L", (300, 300), 255)))


@pytest.mark.parametrize(
    ("letter", "dust"),
    [
        (Letter(":", 98, 50, 86, 52, 88), True),  # a speck of two dots
        (Letter(".", 98, 50, 95, 54, 100), False),
    ],
)
def test_dust_is_smaller_than_a_full_stop(letter: Letter, dust: bool) -> None:
    assert is_dust(letter, ROW) is dust


@pytest.mark.parametrize(
    ("glyph", "raised"),
    [
        (Glyph(50, 72, 54, 82), False),  # an apostrophe: raised, but small
        (Glyph(50, 70, 55, 88), True),  # a raised 1
        (Glyph(50, 70, 62, 100), False),  # a letter
        (Glyph(50, 68, 78, 86), False),  # wider than any digit
    ],
)
def test_a_raised_number_is_larger_than_an_apostrophe_and_stands_above_the_line(glyph: Glyph, raised: bool) -> None:
    assert is_raised(glyph, ROW) is raised


@pytest.mark.parametrize(
    ("looks", "among", "numbers"),
    [
        (["1", "?", "3"], (), ["1", "2", "3"]),  # what cannot be told follows from its neighbours
        (["1", "7", "3"], (), ["1", "2", "3"]),  # and so does what is hardly like a 7
        (["4", "?"], (4, 6), ["4", "6"]),  # the notes at the foot are known
        (["8", "1", "2"], (), ["8", "1", "2"]),  # numbers begin anew
    ],
)
def test_the_numbers_of_notes_follow_one_another(looks: list[str], among: tuple[int, ...], numbers: list[str]) -> None:
    sure = {"7": 0.6}
    marks = [[{d: sure.get(d, 0.9) if d == look else 0.5 for d in "0123456789"}] for look in looks]
    assert read_numbers(marks, frozenset(among)) == numbers


def test_a_place_turned_straight_and_back_is_where_it_was() -> None:
    page = Surface([], 600, 800, skew=0.01)
    x, y = page.straightened(300, 400)
    box = page.as_scanned(Box(x, y, x, y))
    assert box == pytest.approx((300, 400, 300, 400))


@pytest.mark.parametrize(
    ("size", "dots", "scan"),
    [
        ((1240, 1754), 150, True),  # a page at 150 dots
        ((2480, 3508), 300, True),
        ((2480, 3508), 72, False),  # a photograph, as cameras state it
        ((6000, 4000), 300, False),  # a photograph of twenty inches
        ((300, 300), 300, False),  # a logo
        ((1240, 1754), None, False),  # a screenshot
    ],
)
@pytest.mark.parametrize("form", ["png", "jpeg"])
def test_of_the_pictures_in_a_folder_only_those_that_were_scanned_are_documents(
    tmp_path: Path, form: str, size: tuple[int, int], dots: int | None, scan: bool
) -> None:
    known = {"dpi": (dots, dots)} if dots else {}
    Image.new("L", size, 255).save(tmp_path / f"it.{form}", **known)
    assert find_files(tmp_path) == ([f"it.{form}"] if scan else [])
    assert find_files(tmp_path / f"it.{form}") == [f"it.{form}"]
