"""UIMA CAS in XMI, as INCEpTION, WebAnno and DKPro write it; also the ZIP archives in which they hand it over."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from typing import Any

from lxml import etree

from gainsay.edition.review.decision import Kind
from gainsay.errors import UsageError
from gainsay.imports.annotation import Imported, Place
from gainsay.spans import Span

LAYERS: dict[str, Kind] = {
    "namedentity": "mention",
    "mention": "mention",
    "quotation": "attribution",
    "attribution": "attribution",
    "said": "attribution",
    "date": "date",
    "timex": "date",
    "timex3": "date",
    "figure": "figure",
    "measure": "figure",
    "citation": "citation",
    "designation": "designation",
    "statement": "statement",
    "claim": "statement",
}
"""The kinds of readings that layers are of, by the names of their types. Others (tokens …) are passed over."""

_NAMES = {"per": "person", "person": "person", "org": "organisation", "loc": "place", "gpe": "place", "place": "place"}
_SOFA = "sofaString"
_ID = "{http://www.omg.org/XMI}id"
_LARGEST = 200_000_000  # bytes of one member of an archive


def read_xmi(data: bytes) -> Iterator[Imported]:
    """The annotations of a CAS, or of all those in an archive. Their places are by the words of the whole text."""
    if not data.startswith(b"PK\x03\x04"):
        yield from _cas(data)
        return
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as packed:
            members = [m for m in packed.infolist() if m.filename.endswith(".xmi") and m.file_size <= _LARGEST]
            if not members:
                raise UsageError("there is no .xmi file in this archive.")
            for member in members:
                yield from _cas(packed.read(member))
    except zipfile.BadZipFile as error:
        raise UsageError(f"this archive is damaged ({error}).") from error


def _cas(data: bytes) -> Iterator[Imported]:
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=True)
    try:
        root = etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        raise UsageError(f"this is no XMI ({error}).") from error
    texts = {e.get(_ID): _Text(e.get(_SOFA, "")) for e in root if isinstance(e.tag, str) and e.get(_SOFA) is not None}
    for element in root:
        kind = LAYERS.get(etree.QName(element).localname.casefold()) if isinstance(element.tag, str) else None
        text = texts.get(element.get("sofa"))
        if kind and text is not None:
            yield _imported(element, kind, text)


def _imported(element: Any, kind: Kind, text: _Text) -> Imported:
    span = text.span(element.get("begin"), element.get("end"))
    features = {name.casefold(): value for name, value in element.attrib.items() if value and not name.startswith("{")}
    verdict = features.get("decision", "").casefold()
    value = features.get("value")
    return Imported(
        id=f"{etree.QName(element).localname} {element.get(_ID)}",
        places=(Place(text.text, span, span.of(text.text)),),
        kind=kind,
        fields=_fields(features),
        tokens=(value.casefold(),) if value else (),
        described=features.get("edtf") or (value if kind == "date" else None),
        verdict=verdict if verdict in ("accept", "reject") else None,
        comment=features.get("comment", features.get("reason", "")),
    )


def _fields(features: dict[str, str]) -> dict[str, Any]:
    """The features that are called as fields of readings are."""
    names = ("kind", "stance", "said", "type", "form", "qualifier", "unit", "head", "action", "polarity", "charge")
    found: dict[str, Any] = {name: features[name] for name in names if name in features}
    named = _NAMES.get(features.get("value", "").casefold())
    if named:
        found["type"] = named
    if "hedged" in features:
        found["hedged"] = features["hedged"] == "true"
    return found


class _Text:
    """The text of a CAS. Java counts UTF-16 units, Python code points; they differ beyond the basic plane."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.points: list[int] | None = None
        if any(c > "\uffff" for c in text):
            self.points = [at for at, c in enumerate(text) for _ in range(1 + (c > "\uffff"))] + [len(text)]

    def span(self, begin: str | None, end: str | None) -> Span:
        """The span in code points; what is no place in the text is empty."""
        try:
            start, stop = int(begin or ""), int(end or "")
        except ValueError:
            return Span(0, 0)
        length = len(self.text) if self.points is None else len(self.points) - 1
        if not 0 <= start <= stop <= length:
            return Span(0, 0)
        return Span(start, stop) if self.points is None else Span(self.points[start], self.points[stop])
