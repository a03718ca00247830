"""Word processor files and books of known text: DOCX, ODT, RTF, EPUB."""

from __future__ import annotations

import zipfile
from io import BytesIO
from xml.sax.saxutils import escape

from benchmarks.formats.prose import MARK, Prose

_W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_ODF = " ".join(
    f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"' for name in ("office", "text", "style", "table")
)


def packed(parts: dict[str, str | bytes], first: str | None = None) -> bytes:
    """A ZIP of these parts; `first` is stored unpacked at the start, as ODT and EPUB want their type."""
    out = BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            info = zipfile.ZipInfo(name, (2020, 1, 1, 0, 0, 0))
            info.compress_type = zipfile.ZIP_STORED if name == first else zipfile.ZIP_DEFLATED
            archive.writestr(info, content)
    return out.getvalue()


def _pieces(paragraph: str) -> list[tuple[str, str | None]]:
    """The words of a paragraph and the number of the note behind each stretch."""
    parts = MARK.split(paragraph)
    return [(parts[i], parts[i + 1] if i + 1 < len(parts) else None) for i in range(0, len(parts), 2)]


def make_docx(prose: Prose, kind: str = "footnote", extra: dict[str, bytes] | None = None, changes: str = "") -> bytes:
    """A DOCX; its notes are of `kind` (footnote or endnote). `changes` is further XML within the last paragraph."""

    def run(words: str, i: int) -> str:
        # Word cuts its runs anywhere.
        half = len(words) // (2 + i % 3)
        return "".join(
            f'<w:r><w:t xml:space="preserve">{escape(part)}</w:t></w:r>'
            for part in (words[:half], words[half:])
            if part
        )

    body = [f'<w:p><w:pPr><w:pStyle w:val="Heading1"/></w:pPr>{run(prose.title, 1)}</w:p>']
    for i, paragraph in enumerate(prose.paragraphs):
        inner = "".join(
            run(words, i) + (f'<w:r><w:{kind}Reference w:id="{int(n) + 1}"/></w:r>' if n else "")
            for words, n in _pieces(paragraph)
        )
        body.append(f"<w:p>{inner}{changes if i + 1 == len(prose.paragraphs) else ''}</w:p>")
    notes = "".join(
        f'<w:{kind} w:id="{i + 2}"><w:p><w:r><w:{kind}Ref/></w:r>{run(" " + note, 0)}</w:p></w:{kind}>'
        for i, note in enumerate(prose.notes)
    )
    separator = f'<w:{kind} w:type="separator" w:id="0"><w:p><w:r><w:separator/></w:r></w:p></w:{kind}>'
    style = '<w:style w:type="paragraph" w:styleId="Heading1"><w:name w:val="heading 1"/></w:style>'
    return packed(
        {
            "word/document.xml": f"<w:document {_W}><w:body>{''.join(body)}<w:sectPr/></w:body></w:document>",
            "[Content_Types].xml": '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
            f"word/{kind}s.xml": f"<w:{kind}s {_W}>{separator}{notes}</w:{kind}s>",
            "word/styles.xml": f"<w:styles {_W}>{style}</w:styles>",
            **(extra or {}),
        }
    )


def make_odt(prose: Prose) -> bytes:
    """An ODT with footnotes."""

    def note(number: str) -> str:
        return (
            f'<text:note text:note-class="footnote"><text:note-citation>{number}</text:note-citation><text:note-body>'
            f"<text:p>{escape(prose.notes[int(number) - 1])}</text:p></text:note-body></text:note>"
        )

    body = [f"<text:h>{escape(prose.title)}</text:h>"]
    for paragraph in prose.paragraphs:
        inner = "".join(f"<text:span>{escape(w)}</text:span>{note(n) if n else ''}" for w, n in _pieces(paragraph))
        body.append(f'<text:p text:style-name="Text_20_body">{inner}</text:p>')
    inside = f"<office:body><office:text>{''.join(body)}</office:text></office:body>"
    return packed(
        {
            "mimetype": "application/vnd.oasis.opendocument.text",
            "content.xml": f"<office:document-content {_ODF}>{inside}</office:document-content>",
            "META-INF/manifest.xml": '<manifest xmlns="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"/>',
        },
        "mimetype",
    )


def make_rtf(prose: Prose) -> bytes:
    """An RTF with footnotes; its letters beyond ASCII as \\u or as bytes of Windows-1252."""

    def written(words: str, i: int) -> str:
        out = ""
        for char in words:
            if char in "\\{}":
                out += "\\" + char
            elif char < "\x80":
                out += char
            elif i % 2:
                out += f"\\u{ord(char)}?"
            else:
                out += "".join(f"\\'{byte:02x}" for byte in char.encode("cp1252"))
        return out

    lines = [
        "{\\rtf1\\ansi\\ansicpg1252\\uc1{\\fonttbl{\\f0 Times;}}{\\stylesheet{\\s0 Normal;}{\\s1\\b heading 1;}}",
        f"{{\\info{{\\title {written(prose.title, 0)}}}}}",
        f"\\pard\\s1 {written(prose.title, 0)}\\par\\pard\\s0 ",
    ]
    for i, paragraph in enumerate(prose.paragraphs):
        for words, number in _pieces(paragraph):
            lines.append(written(words, i))
            if number:
                note = written(prose.notes[int(number) - 1], i)
                lines.append(f"{{\\super\\chftn}}{{\\footnote\\pard {{\\super\\chftn}} {note}}}")
        lines.append("\\par\n")
    return ("".join(lines) + "}").encode("ascii")


def make_epub(prose: Prose) -> bytes:
    """An EPUB of two chapters, its notes at the end of the second."""
    half = len(prose.paragraphs) // 2
    notes = "".join(
        f'<aside epub:type="footnote" id="fn{i}"><p><sup>{i}</sup> {escape(note)}</p></aside>'
        for i, note in enumerate(prose.notes, 1)
    )
    chapters = [
        f"<h1>{escape(prose.title)}</h1>" + _html_paragraphs(prose.paragraphs[:half]),
        _html_paragraphs(prose.paragraphs[half:]) + notes,
    ]
    items = "".join(f'<item id="c{i}" href="c{i}.xhtml" media-type="application/xhtml+xml"/>' for i in (1, 2))
    opf = (
        '<package xmlns="http://www.idpf.org/2007/opf" xmlns:dc="http://purl.org/dc/elements/1.1/"><metadata>'
        f"<dc:title>{escape(prose.title)}</dc:title><dc:creator>{escape(prose.author)}</dc:creator>"
        f'</metadata><manifest>{items}</manifest><spine><itemref idref="c1"/><itemref idref="c2"/></spine></package>'
    )
    pages = {
        f"OEBPS/c{i}.xhtml": '<?xml version="1.0" encoding="utf-8"?><html xmlns="http://www.w3.org/1999/xhtml" '
        f'xmlns:epub="http://www.idpf.org/2007/ops"><head><title>x</title></head><body>{chapter}</body></html>'
        for i, chapter in enumerate(chapters, 1)
    }
    container = '<container><rootfiles><rootfile full-path="OEBPS/book.opf"/></rootfiles></container>'
    return packed(
        {
            "mimetype": "application/epub+zip",
            "META-INF/container.xml": container,
            "OEBPS/book.opf": opf,
            **pages,
        },
        "mimetype",
    )


def _html_paragraphs(paragraphs: tuple[str, ...]) -> str:
    marked = (MARK.sub(lambda m: f'<sup><a href="#fn{m[1]}">{m[1]}</a></sup>', escape(p)) for p in paragraphs)
    return "".join(f"<p>{p}</p>\n" for p in marked)
