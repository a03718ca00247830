"""A folder with one of everything: what a researcher may have lying together at the end of a year's work."""

from __future__ import annotations

import json
from pathlib import Path

from benchmarks.formats import office, scans, web
from benchmarks.formats.pdf import Style, make_pdf
from benchmarks.formats.prose import Prose, write_prose
from benchmarks.formats.saved import saved_pages
from gainsay.documents.readers.ocr import is_installed

_CHANGES = (
    '<w:ins w:author="Tobias Hale"><w:r><w:t> Or so it was said.</w:t></w:r></w:ins>'
    '<w:del w:author="Irena Voss"><w:r><w:delText>and the boats</w:delText></w:r></w:del>'
)
_RIVALS = (
    "The harbour of Port Adair was closed on 3 March 1911. “Nobody was hurt on the quay,” said Consul Merrow.\n\n"
    "The harbour commission reported that 14 men were arrested.\n",
    "Consul Merrow was wrong, said Ana Lindqvist, the dockers’ secretary. She denied that nobody was hurt on the quay "
    "on 3 March 1911.\n\nAccording to the committee 22 men were arrested in Port Adair.\n",
)


def make_everything(root: Path) -> dict[str, str]:
    """Write the folder; the paths of its documents, each with the first words of its text."""
    prose = [write_prose(700 + i, 4) for i in range(20)]
    plain = [write_prose(800 + i, 3, notes=False) for i in range(8)]
    files: dict[str, bytes] = {
        "column.pdf": make_pdf(prose[0])[0],
        "two-columns.pdf": make_pdf(prose[1], Style(columns=2, size=9, indent=8, hyphens=True))[0],
        "minutes.docx": office.make_docx(prose[2], "footnote", {"word/vbaProject.bin": b"macro"}, _CHANGES),
        "report.odt": office.make_odt(prose[3]),
        "memoir.rtf": office.make_rtf(prose[4]),
        "book.epub": office.make_epub(prose[5]),
        "letter.eml": web.make_mail(plain[0]),
        "thread.mbox": web.make_mbox(
            [web.make_mail(plain[1]), web.make_mail(plain[2], plain[1], attached=make_pdf(prose[6])[0])]
        ),
        "crawl.warc.gz": web.make_warc(web.make_pages([prose[7], prose[8]])),
        "press.zip": office.packed({"1911/gazette.txt": _RIVALS[0].encode(), "1911/voice.txt": _RIVALS[1].encode()}),
        "records.jsonl": web.make_records([plain[3], plain[4]]),
        "talk.srt": web.make_subtitles(plain[5], vtt=False),
        "hearing.vtt": web.make_subtitles(plain[6], vtt=True),
        "zotero/files/3/Silver.pdf": make_pdf(prose[9])[0],
        "zotero/files/4/Quay.txt": plain[7].body().encode(),
        "page.html": next(page for page in saved_pages() if page.name == "wiki").page,
        **_libraries(),
    }
    found = {
        "column.pdf": prose[0],
        "two-columns.pdf": prose[1],
        "minutes.docx": prose[2],
        "report.odt": prose[3],
        "memoir.rtf": prose[4],
        "book.epub": prose[5],
        "letter.eml": plain[0],
        "thread.mbox/0001": plain[1],
        "thread.mbox/0002": plain[2],
        "thread.mbox/0002/report.pdf": prose[6],
        "crawl.warc.gz/gazette.example/2000/story": prose[7],
        "crawl.warc.gz/gazette.example/2001/story": prose[8],
        "records.jsonl/0001": plain[3],
        "records.jsonl/0002": plain[4],
        "talk.srt": plain[5],
        "hearing.vtt": plain[6],
        "zotero/files/3/Silver.pdf": prose[9],
        "zotero/files/4/Quay.txt": plain[7],
    }
    if is_installed():
        files["scan.pdf"] = scans.make_scanned_pdf(scans.scan(make_pdf(prose[10], Style(size=13))[0], scans.Scanner()))
        found["scan.pdf"] = prose[10]
    for name, data in files.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_bytes(data)
    texts = {path: _opening(one) for path, one in found.items()}
    return {
        **texts,
        "press.zip/1911/gazette.txt": "The harbour of Port Adair",
        "press.zip/1911/voice.txt": "Consul Merrow was wrong",
        "page.html": "Lightermen were paid by the load",
    }


def _opening(prose: Prose) -> str:
    return " ".join(prose.paragraphs[0].split("{")[0].split()[:4])


def _libraries() -> dict[str, bytes]:
    """What Zotero exports, in both of its forms."""
    csl = [
        {
            "id": "voss",
            "type": "book",
            "title": "A Question of Silver",
            "author": [{"given": "Irena", "family": "Voss"}],
            "issued": {"date-parts": [[1912, 6]]},
            "attachments": [{"path": "files/3/Silver.pdf"}],
        }
    ]
    bib = (
        "@article{hale1911,\n  title = {The Caf{\\'e} on the Quay},\n  author = {Hale, Tobias},\n"
        "  journal = {The Adair Gazette},\n  year = 1911,\n  file = {Text:files/4/Quay.txt:text/plain}\n}\n"
    )
    return {"zotero/library.json": json.dumps(csl).encode(), "zotero/library.bib": bib.encode()}
