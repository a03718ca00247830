"""Terms and sentences of Turtle, written as they come: an edition has more of them than fit well into memory."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable

PREFIXES = {
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "dcterms": "http://purl.org/dc/terms/",
    "prov": "http://www.w3.org/ns/prov#",
    "crm": "http://www.cidoc-crm.org/cidoc-crm/",
    "crminf": "http://www.cidoc-crm.org/extensions/crminf/",
    "cito": "http://purl.org/spar/cito/",
    "np": "http://www.nanopub.org/nschema#",
    "g": "urn:gainsay:",
    "gv": "urn:gainsay:vocabulary#",
}

Term = str
"""A term as Turtle has it: `g:doc-1`, `"words"`, `<urn:…>`."""

_SURROGATE = re.compile("[\ud800-\udfff]")
_NO_IRI = re.compile(r"[\x00-\x20<>\"{}|^`\\]")


def iri(identity: str, part: str = "") -> Term:
    """The name of a record, or of a part of it."""
    return f"<urn:gainsay:{identity}{'#' if part else ''}{part}>"


def address(url: str) -> Term | None:
    """A web address as a term; None where it is none."""
    return f"<{url}>" if re.match(r"[a-z][a-z0-9+.-]*:", url) and not _NO_IRI.search(url) else None


def literal(words: str) -> Term:
    """Words as a term. JSON escapes nothing that Turtle does not escape in the same way.

    >>> print(literal('a "b"'))
    "a \\"b\\""
    """
    return json.dumps(_SURROGATE.sub("\ufffd", words), ensure_ascii=False)


def sentence(subject: Term, *parts: tuple[Term, Term | Iterable[Term] | None]) -> str:
    """What is said of a subject: pairs of a predicate and an object, or several; without an object a pair is left out.

    >>> print(sentence("g:a", ("a", "prov:Entity"), ("rdfs:label", None)), end="")
    g:a a prov:Entity .
    """
    said = []
    for predicate, objects in parts:
        several = [objects] if isinstance(objects, str) else list(objects or ())
        if several:
            said.append(f"{predicate} {', '.join(several)}")
    return f"{subject} {' ; '.join(said)} .\n" if said else ""
