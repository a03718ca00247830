"""What can be set right in a reading, in words: the name of each field, what may stand there, how it is written."""

from __future__ import annotations

SPANS = ("content", "speaker", "cue", "span")
WORDS = {
    "content": "where the words begin and end",
    "speaker": "the words that name the speaker",
    "cue": "the words that attribute",
    "kind": "kind",
    "stance": "stance",
    "said": "when it was said",
    "entity": "who it is",
    "span": "where it begins and ends",
    "edtf": "the date",
    "value": "the value",
    "charge": "which way it leans, from −1 to 1",
    "name": "the principal name",
}
CHOICES: dict[tuple[str, str], tuple[str, ...]] = {
    ("attribution", "kind"): ("direct", "indirect", "mixed"),
    ("attribution", "stance"): ("asserts", "denies", "doubts", "asks", "demands", "promises", "silent"),
    ("statement", "polarity"): ("affirms", "denies"),
    ("statement", "hedged"): ("yes", "no"),
    ("matter", "verdict"): (
        *("conflict", "denial", "scope", "changed-position", "corroboration", "single-witness", "unsure"),
    ),
    ("matter", "facet"): ("figure", "date", "actor", "place", "cause", "label", "occurrence", "evaluation"),
    ("figure", "qualifier"): ("over", "nearly", "about", "at least", "up to", "vague"),
    ("date", "kind"): ("point", "range", "duration", "set"),
    ("mention", "form"): ("name", "nominal", "pronoun", "adjective"),
    ("mention", "type"): ("person", "organisation", "group", "place", "event", "work", "other"),
    ("entity", "type"): ("person", "organisation", "group", "place", "event", "work", "other"),
}
HINTS = {
    "entity": "a name, or nothing where it is nobody",
    "said": "an EDTF date, such as 1911-03-04 or 1911~",
    "edtf": "an EDTF date, such as 1911-03-04 or 1911~",
    "value": "a number, or least and most, such as 20–25",
    "charge": "a number from -1 (condemns) to 1 (praises)",
} | dict.fromkeys(SPANS, "the very words, as they stand in the passage")
