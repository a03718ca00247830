"""What stands in a document, and who believes it."""

from __future__ import annotations

from collections.abc import Iterator

from gainsay.annotations.attributions.attribution import Attribution
from gainsay.edition.contents import Contents
from gainsay.entities.entity import Entity
from gainsay.exports.rdf.turtle import Term, address, iri, literal, sentence
from gainsay.statements.statement import Statement

READING = iri("reading")

_CLASSES = {
    "person": "crm:E21_Person",
    "organisation": "crm:E74_Group",
    "group": "crm:E74_Group",
    "place": "crm:E53_Place",
    "event": "crm:E5_Event",
    "work": "crm:E73_Information_Object",
}
_ACTORS = ("person", "organisation", "group")


def maybe(words: str | None) -> Term | None:
    """Words as a term, where there are any."""
    return literal(words) if words else None


def entity(one: Entity) -> str:
    """Somebody or something, with every name."""
    others = [literal(name) for name in one.names if name != one.name]
    kinds = [_CLASSES.get(one.type, "crm:E1_CRM_Entity"), *(["prov:Agent"] if one.type in _ACTORS else [])]
    return sentence(iri(one.id), ("a", kinds), ("rdfs:label", literal(one.name)), ("skos:altLabel", others))


def document(one: Contents) -> str:
    """A document with what is known of it."""
    d = one.document
    return sentence(
        iri(d.id),
        ("a", ("prov:Entity", "crm:E33_Linguistic_Object")),
        ("dcterms:identifier", literal(d.path)),
        ("dcterms:title", maybe(d.title)),
        ("dcterms:creator", maybe(d.author)),
        ("dcterms:publisher", maybe(d.publisher)),
        ("dcterms:date", maybe(d.written)),
        ("dcterms:language", maybe(d.language)),
        ("dcterms:source", address(d.stated("url") or "")),
        ("gv:sha256", literal(d.sha256)),
        ("gv:party", maybe(d.stated("party"))),
    )


def words_of(a: Attribution, one: Contents) -> str:
    """What somebody is reported to say: words out of a document, and who is said to have said them."""
    speaker = one.entity_of.get(a.id)
    return sentence(
        iri(a.id),
        ("a", "prov:Entity"),
        ("prov:wasQuotedFrom", iri(one.document.id)),
        ("prov:wasAttributedTo", iri(speaker) if speaker else None),
        ("rdf:value", literal(" … ".join(span.of(one.document.text) for span in a.content))),
        ("gv:start", str(a.content[0].start)),
        ("gv:end", str(a.content[-1].end)),
        ("gv:stance", literal(a.stance)),
        ("gv:within", iri(a.parent) if a.parent else None),
        ("dcterms:date", maybe(a.said)),
        ("prov:wasGeneratedBy", READING),
    )


def statement(s: Statement, one: Contents) -> Iterator[str]:
    """A statement, the belief it shows, and, where it is known who holds that, how they came to say so."""
    holder = one.public.entity(s.holder)
    words = literal(s.span.of(one.document.text))
    yield sentence(
        iri(s.id),
        ("a", ("prov:Entity", "crm:E33_Linguistic_Object")),
        ("crm:P106i_forms_part_of", iri(one.document.id)),
        ("prov:wasQuotedFrom", iri(one.document.id)),
        ("prov:wasDerivedFrom", [iri(a) for a in s.attribution]),
        ("rdf:value", words),
        ("gv:start", str(s.span.start)),
        ("gv:end", str(s.span.end)),
        ("gv:hedged", "true" if s.hedged else None),
        ("crm:P67_refers_to", [iri(e) for e in one.public.entities_of(s.referents)]),
        ("prov:wasGeneratedBy", READING),
    )
    belief, held = iri(s.id, "belief"), "false" if s.polarity == "denies" else "true"
    proposition = iri(s.id, "that")
    believed = (("crminf:J4_that", proposition), ("crminf:J5_holds_to_be", literal(held)))
    yield sentence(belief, ("a", "crminf:I2_Belief"), *believed)
    yield sentence(proposition, ("a", "crminf:I4_Proposition_Set"), ("crm:P3_has_note", words))
    if holder:
        yield sentence(
            iri(s.id, "held"),
            ("a", "crminf:I1_Argumentation"),
            ("crm:P14_carried_out_by", iri(holder)),
            ("crminf:J2_concluded_that", belief),
        )
