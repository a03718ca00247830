"""A quotation held against the quoted work, or against a fuller quotation."""

from __future__ import annotations

import pytest

from gainsay.annotations.attributions.attribution import Attribution
from gainsay.dependence.classify import Reading, classify
from gainsay.dependence.collation import Collation, collate
from gainsay.dependence.fingerprint import fingerprint
from gainsay.dependence.reuse import find_reuse
from gainsay.documents.document import Document, Stated
from gainsay.spans import Span

SPEECH = "We shall keep the harbour open to every boat, and nobody will be sent away from the quay tonight"


def reading(
    name: str, text: str, speaker: str = "", author: str = "", written: str = "", entity: str | None = None
) -> Reading:
    """A document whose first words in quotation marks are spoken by whoever is named in it.

    `entity` is who that is, the name itself where nothing is given, unknown where it is "".
    """
    stated = {k: Stated(v, "user") for k, v in (("author", author), ("written", written)) if v}
    document = Document(name, f"{name}.txt", "", "text/plain", text, metadata=stated)
    if not speaker:
        return Reading(document)
    content = Span(text.index("“") + 1, text.index("”"))
    at = text.index(speaker)
    attribution = Attribution(
        id=f"{name}-1",
        document=name,
        kind="direct",
        content=(content,),
        marked=(),
        speaker=(Span(at, at + len(speaker)),),
    )
    known = {} if entity == "" else {attribution.id: entity or speaker}
    return Reading(document, (attribution,), (), known)


def collated(a: Reading, b: Reading) -> list[Collation]:
    readings = {r.document.id: r for r in (a, b)}
    runs = find_reuse([fingerprint(r.document.id, r.document.text) for r in (a, b)])
    return collate([classify(run, readings) for run in runs], readings)


@pytest.mark.parametrize(
    ("mine", "finding"),
    [
        (SPEECH, "identical"),
        (SPEECH.replace(" to every boat", ""), "cut"),
        (SPEECH.replace("open", "closed"), "altered"),
        (SPEECH.removesuffix(" tonight"), "cut"),
    ],
)
def test_a_quotation_is_identical_cut_or_altered(mine: str, finding: str) -> None:
    a = reading("a", f"“{mine},” said Orla Finch.", "Orla Finch")
    b = reading("b", f"Orla Finch told the crowd: “{SPEECH}.”", "Orla Finch")
    (found,) = collated(a, b)
    assert found.findings == (finding,)
    texts = {r.document.id: r.document.text for r in (a, b)}
    for span, words in [(x, found.quoting) for x, _ in found.altered] + [(y, found.against) for _, y in found.altered]:
        assert span.of(texts[words.document]) in ("open", "closed")


def test_words_left_out_between_like_words_are_told_once_and_whole() -> None:
    kept = ("The quay of this town belongs to the men who work it", "and nobody shall be turned away from it tonight")
    a = reading("a", f"“{kept[0]}, {kept[1]},” said Orla Finch.", "Orla Finch")
    b = reading("b", f"Orla Finch said: “{kept[0]} before the men who own it, {kept[1]}.”", "Orla Finch")
    (found,) = collated(a, b)
    assert found.findings == ("cut",)
    assert [s.of(b.document.text) for s in found.dropped] == ["before the men who own it"]
    assert found.words == len(" ".join(kept).split())


def test_sentences_left_out_at_the_end_of_a_quotation_are_no_cut() -> None:
    a = reading("a", f"“{SPEECH}.” said Orla Finch.", "Orla Finch")
    b = reading(
        "b", f"Orla Finch said: “Friends, hear me. {SPEECH}. We thank the pilots for their patience.”", "Orla Finch"
    )
    assert [c.findings for c in collated(a, b)] == [("identical",)]


def test_spellings_of_a_name_are_told_apart_from_altered_words() -> None:
    told = "The clique of Yeng Sari has closed the harbour to every boat and sent the pilots home tonight"
    a = reading("a", f"“{told},” said Orla Finch.", "Orla Finch")
    b = reading("b", f"Orla Finch said: “{told.replace('Yeng Sari', 'Ieng Sary')}.”", "Orla Finch")
    (found,) = collated(a, b)
    assert found.findings == ("identical",)
    assert len(found.spelling) == 1 and not found.altered


def test_words_of_another_speaker_are_found_and_an_unknown_speaker_is_not_wrong() -> None:
    b = reading("b", f"Orla Finch said: “{SPEECH}.”", "Orla Finch")
    assert "wrong-speaker" in collated(reading("a", f"“{SPEECH},” said Arne Holt.", "Arne Holt"), b)[0].findings
    assert "wrong-speaker" not in collated(reading("a", f"“{SPEECH},” somebody said."), b)[0].findings


@pytest.mark.parametrize(
    ("speaker", "entity"),
    [
        ("the harbour master", "Orla Finch"),  # one entity under another name
        ("Harbour Master Reed", "Orla Finch"),
        ("Arne Holt", ""),  # nobody knows who that is
        ("he", "Arne Holt"),  # whom a pronoun means is often taken wrong
        ("his speech", "Arne Holt"),
        ("Mrs Finch", "Ada Finch"),  # a name in common: perhaps one person whom nobody has joined
    ],
)
def test_nobody_is_a_wrong_speaker_but_another_entity_that_is_named(speaker: str, entity: str) -> None:
    b = reading("b", f"Orla Finch said: “{SPEECH}.”", "Orla Finch")
    (found,) = collated(reading("a", f"“{SPEECH},” said {speaker}.", speaker, entity=entity), b)
    assert "wrong-speaker" not in found.findings


def test_the_speakers_own_work_is_the_original_and_no_plagiarism() -> None:
    work = reading("b", f"{SPEECH}.", author="Orla Finch")
    (found,) = collated(reading("a", f"“{SPEECH},” said Orla Finch.", "Orla Finch"), work)
    assert found.against.document == "b" and found.findings == ("identical",)


def test_words_in_marks_in_one_and_unmarked_in_anothers_work_are_unmarked() -> None:
    other = reading("b", f"{SPEECH}.", author="Arne Holt")
    (found,) = collated(reading("a", f"“{SPEECH},” said Orla Finch.", "Orla Finch"), other)
    assert (found.quoting.document, found.findings) == ("b", ("unmarked",))


def test_shared_words_that_nobody_quotes_are_no_quotation() -> None:
    assert collated(reading("a", f"{SPEECH}."), reading("b", f"{SPEECH}.")) == []
