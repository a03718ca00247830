"""A folder of files in all formats, and what each of its documents says."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from benchmarks.formats import office, scans, web
from benchmarks.formats.pdf import Drawn, Style, make_pdf
from benchmarks.formats.prose import Prose, write_prose
from gainsay.documents.readers.ocr import is_installed

STYLES = (
    Style(),
    Style(justified=True, hyphens=True),
    Style(columns=2, justified=True, hyphens=True, size=9.5, indent=10, font="Helvetica"),
    Style(columns=2, size=9, indent=8),
    Style(indent=0, gap=8),
    Style(restart=True),
    Style(columns=2, restart=True, size=9, hyphens=True),
    Style(heads=False, font="Helvetica"),
    Style(columns=3, size=8, indent=8, margin=48),
    Style(size=14, margin=90, hyphens=True),
)


@dataclass(frozen=True)
class Expected:
    """A document as written: its body, its notes with the words before their markers, and where it was drawn."""

    path: str
    kind: str
    body: str
    prose: Prose
    noted: bool = False
    drawn: tuple[Drawn, ...] = ()
    noise: tuple[str, ...] = ()


class _Folder:
    def __init__(self, root: Path) -> None:
        self.root = root
        self.expected: list[Expected] = []
        self.seed = 0

    def prose(self, paragraphs: int = 10, notes: bool = True) -> Prose:
        self.seed += 1
        return write_prose(self.seed, paragraphs, notes)

    def put(self, name: str, data: bytes) -> str:
        (self.root / name).write_bytes(data)
        return name

    def expect(self, path: str, kind: str, prose: Prose, noted: bool = False, **more: object) -> None:
        body = str(more.pop("body", prose.body()))
        self.expected.append(Expected(path, kind, body, prose, noted, **more))  # type: ignore[arg-type]


def make_corpus(root: Path) -> list[Expected]:
    """Write the files to `root`; returns what reading them should give."""
    folder = _Folder(root)
    _make_pdfs(folder)
    _make_office(folder)
    _make_web(folder)
    _make_mail(folder)
    _make_containers(folder)
    if is_installed():
        _make_scans(folder)
    return folder.expected


def _make_pdfs(folder: _Folder) -> None:
    for number, style in enumerate((*STYLES, *STYLES)):
        prose = folder.prose(12 + 3 * number)
        data, drawn = make_pdf(prose, style)
        folder.expect(folder.put(f"set-{number:02d}.pdf", data), "PDF", prose, True, drawn=tuple(drawn))


def _make_scans(folder: _Folder) -> None:
    """Scanned pages, clean and worse, as a PDF of pictures, as a TIFF and as a picture of one page."""
    forms = (("pdf", STYLES[0], scans.make_scanned_pdf), ("tiff", STYLES[2], scans.make_tiff))
    for form, style, make in (*forms, ("png", Style(size=10, margin=60), lambda pages: scans.make_png(pages[0]))):
        for number, scanner in enumerate(scans.SCANNERS):
            prose = folder.prose(6 if form == "png" else 12)
            data, drawn = make_pdf(prose, style)
            path = folder.put(f"scan-{number}.{form}", make(scans.scan(data, scanner, number)))
            kind = "scan" if number < 2 else "dirty scan"
            folder.expect(path, kind, prose, True, drawn=tuple(drawn))


def _make_office(folder: _Folder) -> None:
    for number in range(6):
        prose = folder.prose()
        kind = "endnote" if number % 2 else "footnote"
        folder.expect(folder.put(f"word-{number}.docx", office.make_docx(prose, kind)), "DOCX", prose, True)
    for name, kind, make in (
        ("open", "ODT", office.make_odt),
        ("rich", "RTF", office.make_rtf),
        ("book", "EPUB", office.make_epub),
    ):
        for number in range(5):
            prose = folder.prose()
            folder.expect(folder.put(f"{name}-{number}.{kind.lower()}", make(prose)), kind, prose, True)


def _make_web(folder: _Folder) -> None:
    proses = [folder.prose() for _ in range(10)]
    for number, (prose, page) in enumerate(zip(proses, web.make_pages(proses), strict=True)):
        path = folder.put(f"page-{number}.html", page)
        folder.expect(path, "HTML", prose, True, noise=web.NOISE)
    for number in range(2):
        proses = [folder.prose() for _ in range(4)]
        name = folder.put(f"crawl-{number}.warc{'.gz' * number}", web.make_warc(web.make_pages(proses), bool(number)))
        for at, prose in enumerate(proses):
            path = f"{name}/gazette.example/{2000 + at}/story"
            folder.expect(path, "WARC", prose, True, noise=web.NOISE)


def _make_mail(folder: _Folder) -> None:
    for number in range(4):
        prose, quoted = folder.prose(notes=False), folder.prose(4, notes=False)
        html = number == 1
        data = web.make_mail(prose, None if html else quoted, html=html)
        body = prose.body() if html else _answer(prose, quoted)
        folder.expect(folder.put(f"mail-{number}.eml", data), "e-mail", prose, body=body)
    report, letters = folder.prose(), [folder.prose(notes=False) for _ in range(5)]
    pdf, drawn = make_pdf(report)
    mails = [web.make_mail(letter, attached=pdf if i == 2 else b"") for i, letter in enumerate(letters)]
    name = folder.put("letters.mbox", web.make_mbox(mails))
    for number, letter in enumerate(letters, 1):
        folder.expect(f"{name}/{number:04d}", "mbox", letter)
    folder.expect(f"{name}/0003/report.pdf", "attachment", report, True, drawn=tuple(drawn))


def _answer(prose: Prose, quoted: Prose) -> str:
    return f"{prose.body()}\n\nOn 3 May 1999, {quoted.author} wrote:\n\n" + "\n\n".join(quoted.paragraphs)


def _make_containers(folder: _Folder) -> None:
    for number in range(2):
        proses = [folder.prose(notes=False) for _ in range(3)]
        name = folder.put(f"records-{number}.jsonl", web.make_records(proses))
        for at, prose in enumerate(proses, 1):
            folder.expect(f"{name}/{at:04d}", "JSON Lines", prose)
    for number in range(4):
        prose = folder.prose(notes=False)
        vtt = bool(number % 2)
        path = folder.put(f"talk-{number}.{'vtt' if vtt else 'srt'}", web.make_subtitles(prose, vtt))
        folder.expect(path, "subtitles", prose, body=web.spoken(prose))
    word, page = folder.prose(), folder.prose()
    parts: dict[str, str | bytes] = {
        "deep/word.docx": office.make_docx(word),
        "page.html": web.make_page(page),
        "letters.zip": office.packed({"word.odt": office.make_odt(word)}),
    }
    name = folder.put("all.zip", office.packed(parts))
    folder.expect(f"{name}/deep/word.docx", "ZIP", word, True)
    folder.expect(f"{name}/page.html", "ZIP", page, True, noise=web.NOISE)
    folder.expect(f"{name}/letters.zip/word.odt", "ZIP", word, True)
    for number in range(5):
        prose = folder.prose(notes=False)
        folder.expect(folder.put(f"plain-{number}.txt", prose.body().encode()), "plain text", prose)
