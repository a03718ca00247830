"""What belongs to the corpus as a whole: the words used, the entities, the works, the matters."""

from __future__ import annotations

from collections.abc import Iterator
from typing import get_args

from gainsay.annotations.attributions.attribution import Stance
from gainsay.edition.public import Public
from gainsay.edition.shown import ShownMatter
from gainsay.entities.entity import Entity
from gainsay.exports import xml
from gainsay.exports.bibliography import Work
from gainsay.matters.matter import Facet, Verdict
from gainsay.version import __version__

TERMS = {
    "verdict": get_args(Verdict),
    "facet": get_args(Facet),
    "stance": get_args(Stance),
    "calendar": ("edtf",),
}
"""The values that are pointed at. One that stands in two groups is defined where it comes first."""

_LISTS = {
    "person": ("listPerson", "person", "persName"),
    "organisation": ("listOrg", "org", "orgName"),
    "group": ("listOrg", "org", "orgName"),
    "place": ("listPlace", "place", "placeName"),
}
_OTHERS = ("list", "item", "name")


def corpus_header(name: str) -> str:
    """The header of the corpus: what it is, what made it, which values it points at."""
    title = xml.tag("title", {}, xml.text(name))
    seen: set[str] = set()
    groups = "".join(_taxonomy(group, values, seen) for group, values in TERMS.items())
    application = xml.tag("application", {"ident": "gainsay", "version": __version__}, "<label>Gainsay</label>")
    return (
        f"<teiHeader><fileDesc><titleStmt>{title}</titleStmt>"
        "<publicationStmt><p>Exported from an edition of Gainsay; restricted documents are kept out.</p>"
        "</publicationStmt><sourceDesc><p>The documents named in the headers of the texts.</p></sourceDesc></fileDesc>"
        f"<encodingDesc><appInfo>{application}</appInfo>"
        "<projectDesc><p>Blocks carry in n their place in the text of the document, start-end, half-open, counted in "
        "Unicode code points; U+FFFD stands for a character that XML cannot hold. A reading that crosses another is "
        "taken apart; its later parts point back with prev. Nothing was corrected.</p></projectDesc>"
        f"<classDecl>{groups}</classDecl></encodingDesc></teiHeader>\n"
    )


def _taxonomy(group: str, values: tuple[str, ...], seen: set[str]) -> str:
    categories = ""
    for value in values:
        identity = value.replace(" ", "-")
        if identity not in seen:
            seen.add(identity)
            categories += xml.tag("category", {"xml:id": identity}, xml.tag("catDesc", {}, value))
    return xml.tag("taxonomy", {"xml:id": f"taxonomy-{group}"}, categories)


def corpus_standoff(public: Public, works: list[Work]) -> Iterator[str]:
    """Entities, cited works and matters, each list only where it has something in it."""
    kinds: dict[str, list[Entity]] = {}
    for entity in public.entities:
        kinds.setdefault(entity.type, []).append(entity)
    if not (kinds or works or public.shown):
        return
    yield "<standOff>\n"
    for kind in sorted(kinds):
        around, element, name = _LISTS.get(kind, _OTHERS)
        yield xml.opening(around, {"type": kind}) + "\n"
        for entity in kinds[kind]:
            yield _entity(entity, element, name)
        yield f"</{around}>\n"
    if works:
        yield xml.tag("listBibl", {}, "".join(map(_work, works))) + "\n"
    if public.shown:
        yield xml.opening("listAnnotation", {"type": "matters"}) + "\n"
        yield from map(_matter, public.shown)
        yield "</listAnnotation>\n"
    yield "</standOff>\n"


def _entity(entity: Entity, element: str, name: str) -> str:
    names = dict.fromkeys((entity.name, *entity.names))
    content = "".join(xml.tag(name, {}, xml.text(form)) for form in names)
    kind = entity.type if element == "org" else None
    return xml.tag(element, {"xml:id": entity.id, "type": kind}, content) + "\n"


def _work(work: Work) -> str:
    c = work.citation
    fields: tuple[tuple[str, dict[str, str | None], str | None], ...] = (
        ("author", {}, c.author),
        ("title", {}, c.title),
        ("title", {"level": "j" if work.kind != "chapter" else "m"}, c.container),
        ("editor", {}, c.editor),
        ("pubPlace", {}, c.place),
        ("publisher", {}, c.publisher),
        ("date", {}, c.date or c.entry_date),
        ("idno", {"type": "shelfmark"}, c.archive),
    )
    content = "".join(xml.tag(name, given, xml.text(value)) for name, given, value in fields if value)
    return xml.tag("bibl", {"xml:id": work.id, "type": work.kind}, content) + "\n"


def _matter(matter: ShownMatter) -> str:
    statements = [f"#{s.id}" for side in matter.sides for s in side.statements]
    content = "".join(xml.tag("ptr", {"target": f"#{value}"}) for value in (matter.verdict, matter.facet) if value)
    content += xml.tag("note", {"type": "label"}, xml.text(matter.label))
    for number, side in enumerate(matter.sides, 1):
        target = " ".join(f"#{s.id}" for s in side.statements)
        content += xml.tag("note", {"type": "side", "n": f"{number}", "target": target}, xml.text(side.position))
    content += xml.tag("note", {"type": "reason"}, xml.text(matter.reason))
    known: dict[str, str | None] = {"xml:id": matter.id, "target": " ".join(statements), "motivation": "assessing"}
    return xml.tag("annotation", known, content) + "\n"
