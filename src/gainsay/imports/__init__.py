"""Taking back what people annotated elsewhere: an annotation that says otherwise than the edition is a decision."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from gainsay.edition.edition import Edition
from gainsay.errors import UsageError
from gainsay.imports.annotation import Imported, Report
from gainsay.imports.deciding import Deciding
from gainsay.imports.webanno import read_webanno
from gainsay.imports.xmi import read_xmi

__all__ = ["Imported", "Report", "import_annotations", "read_annotations"]


def import_annotations(edition: Edition, path: str | Path, by: str, accept: bool = False) -> Report:
    """Take the annotations of a file (Web Annotation, UIMA CAS XMI) into the log of decisions of an edition.

    `by` is whose they are. An annotation finds its place by position and quote together, or is reported as orphaned.
    With `accept`, one that says what the edition says counts as an acceptance. The decisions take effect with `settle`.
    """
    deciding = Deciding(edition, by, f"annotated in {Path(path).name}", accept)
    for annotation in read_annotations(Path(path)):
        deciding.take(annotation)
    return deciding.report()


def read_annotations(path: Path) -> Iterator[Imported]:
    """The annotations of a file, whose format is told by what stands in it."""
    try:
        data = path.read_bytes()
    except OSError as error:
        raise UsageError(f"{path}: cannot be read ({error.strerror}).") from error
    start = data[:200].removeprefix(b"\xef\xbb\xbf").lstrip()
    reader = read_webanno if start.startswith((b"{", b"[")) else read_xmi if start.startswith((b"<", b"PK")) else None
    if reader is None:
        raise UsageError(f"{path}: neither Web Annotation (JSON-LD) nor UIMA CAS (XMI).")
    try:
        yield from reader(data.removeprefix(b"\xef\xbb\xbf"))
    except UsageError as error:
        raise UsageError(f"{path}: {error}") from error
