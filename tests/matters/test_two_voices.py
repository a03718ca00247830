"""Within a document, claims of different voices are set beside each other, as far as some pages apart."""

from __future__ import annotations

from dataclasses import replace

from gainsay.matters import two_voices
from gainsay.matters.blocking import BESIDE
from gainsay.spans import Span
from tests.matters.builders import comparable


def claims(*voices: str, document: str = "doc") -> list:  # type: ignore[type-arg]
    return [
        replace(
            comparable(f"{document}-{n:04}", document=document),
            statement=f"s-{document}-{n:04}",
            span=Span(10 * n, 10 * n + 9),
            voices=(voice,) if voice else (),
        )
        for n, voice in enumerate(voices)
    ]


def numbers(found: object) -> list[tuple[str, str]]:
    return [(a.id[-1], b.id[-1]) for a, b in found]  # type: ignore[attr-defined]


def test_claims_of_two_voices_are_paired_once_and_those_of_one_voice_are_not() -> None:
    assert numbers(two_voices(claims("", "Holt", "Holt", "Ana"))) == [
        ("0", "1"),
        ("0", "2"),
        ("0", "3"),
        ("1", "3"),
        ("2", "3"),
    ]


def test_claims_of_two_documents_are_not_paired_here() -> None:
    assert not list(two_voices([*claims("Holt"), *claims("Ana", document="other")]))


def test_pairs_grow_with_the_length_of_a_document() -> None:
    count = [len(list(two_voices(claims(*("Holt", "Ana") * n)))) for n in (200, 400)]
    assert count[1] < 2.3 * count[0] and count[0] <= 400 * BESIDE
