"""An invented quarrel: papers that copy, quote, cut and contradict each other, and one that says nothing."""

from __future__ import annotations

from gainsay import Edition
from gainsay.matters.matter import Matter, Side, Verdict, Witnesses
from gainsay.statements.statement import Statement

TEXTS = {
    "1-herald.txt": (
        "The quay at Port Adair\n\nMarch 4, 1911\n\n"
        "Josef Brandt, the harbour master, said on March 4, 1911: “The pilots saw with their own eyes that "
        "the strikers burned the customs house and threw the scales into the harbour. No town forgets it.”\n\n"
        "About 40 dockers were arrested at Port Adair on 3 March 1911. Soldiers invaded Port Adair, said Ellen Marsh.\n"
    ),
    "2-courier.txt": (
        "A customs house burned\n\nMarch 9, 1911\n\n"
        "“The strikers burned the customs house and threw the scales into the harbour,” said Josef Brandt.\n\n"
        "Some 90 dockers were arrested at Port Adair on 3 March 1911.\n"
    ),
    "3-worker.txt": (
        "What the pilots saw\n\nApril 2, 1911\n\n"
        "Ellen Marsh said: “The strikers burned the customs house and threw the scales into the harbour.”\n\n"
        "More than 140 dockers were arrested at Port Adair on 3 March 1911. "
        "“I saw the soldiers fire at the crowd from the roof,” said Ellen Marsh.\n"
    ),
    "4-review.txt": (
        "A spring on the coast\n\nMay 1911\n\n"
        "Josef Brandt opened the new pier at Port Adair on 3 March 1911, and the boats from Marrow Bay came in.\n"
    ),
    "5-almanac.txt": ("Tides of Marrow Bay\n\nThe tide at Marrow Bay turns at noon in the first week of June 1925.\n"),
}


def holding(edition: Edition, words: str, path: str = "") -> Statement:
    """The statement that holds these words."""
    found = [
        s
        for document, where in edition.paths.items()
        if path in where
        for s in edition.statements(document)
        if words in s.span.of(edition.text(document))
    ]
    assert found, words
    return min(found, key=lambda s: s.span.length)


def matter_of(
    edition: Edition, *sides: tuple[Statement, ...], verdict: Verdict = "conflict", facet: str = ""
) -> Matter:
    """A matter as a judge might have made it of these statements."""
    ids = [tuple(s.id for s in side) for side in sides]
    positions = [side[0].span.of(edition.text(side[0].document)) for side in sides]
    entity_of = edition.entity_of()
    return Matter(
        id="matter-0",
        label=positions[0],
        verdict=verdict,
        facet=facet or None,  # type: ignore[arg-type]
        sides=tuple(Side(p, s) for p, s in zip(positions, ids, strict=True)),
        when=None,
        entities=tuple(dict.fromkeys(entity_of[r] for side in sides for s in side for r in s.referents)),
        witnesses=Witnesses(len(ids), 0, len(ids), tuple((s, "stands alone") for s in ids)),
        score=1.0,
        reason="",
    )
