"""Referents of one document, and who speaks."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gainsay.annotations.attributions.attribution import Attribution
from gainsay.annotations.mentions import find_mentions
from gainsay.documents.document import Document
from gainsay.entities import Resolution, resolve_document
from gainsay.passages import divide
from gainsay.spans import Span


def resolve(text: str, *speakers: str, quotes: tuple[str, ...] = ()) -> Resolution:
    """The resolution of a text in which each of `speakers`, at its last place, speaks; `quotes` are what is said."""
    document = Document("doc-1", "case.txt", "0", "text/plain", text)
    layout = divide(document)
    said = []
    for number, words in enumerate(speakers):
        start = text.rindex(words)
        quote = quotes[number] if number < len(quotes) else ""
        content = Span(text.index(quote), text.index(quote) + len(quote)) if quote else Span(start, start)
        said.append(
            Attribution(f"a{number}", document.id, "direct", (content,), (), (Span(start, start + len(words)),))
        )
    return resolve_document(document, layout, find_mentions(document, layout), said)


def groups(text: str) -> set[frozenset[str]]:
    return {frozenset(r.names) for r in resolve(text).referents if r.names}


def speaker(text: str, words: str, quotes: tuple[str, ...] = ()) -> str | None:
    found = resolve(text, words, quotes=quotes)
    names = {r.id: r.name for r in found.referents}
    return names.get(found.speakers.get("a0", ""))


def test_surname_joins_the_full_name() -> None:
    """A surname alone is the person named in full before."""
    assert groups("Ana Lindqvist came. Lindqvist spoke.") == {frozenset({"Ana Lindqvist", "Lindqvist"})}


def test_namesakes_are_told_by_their_title() -> None:
    """Mr. and Mrs. tell which of two is meant."""
    text = "Otto Brandt and Ada Brandt came. Mrs. Brandt spoke. Mr. Brandt listened."
    found = {r.name: len(r.mentions) for r in resolve(text).referents}
    assert found == {"Otto Brandt": 2, "Ada Brandt": 2}


def test_surname_with_office_before_a_relative() -> None:
    """President Tellman is not the Ada Tellman who is named later without the office."""
    text = "The talks began.\n\nPresident Tellman left the house. With him came Ada Tellman. Tellman waved."
    found = {r.name: r.names for r in resolve(text).referents if "Tellman" in r.name}
    assert set(found) == {"Tellman", "Ada Tellman"}


def test_part_of_one_name_is_its_bearer() -> None:
    """The first or last words of a body's name stand for it, where no other body has them."""
    text = "The Port Adair Rangers Club played. The Rangers Club won."
    assert frozenset({"Port Adair Rangers Club", "Rangers Club"}) in groups(text)


def test_part_of_two_names_is_neither_bearer() -> None:
    """Words that two bodies have stand for neither."""
    text = "The Port Adair Rangers Club met the Marrow Bay Rangers Club. The Rangers Club won."
    assert frozenset({"Rangers Club"}) in groups(text)


def test_acronym_in_brackets_joins_its_expansion() -> None:
    """An acronym is its expansion's."""
    text = "The Port Adair Dockers' League (PADL) met. PADL men stayed out."
    assert frozenset({"PADL", "Port Adair Dockers' League"}) in groups(text)


@pytest.mark.parametrize("words", ["whose real name was", "also known as", "alias", "born", "a.k.a."])
def test_equated_names_are_one(words: str) -> None:
    """What the text equates is one person, and the other name is kept as such."""
    found = resolve(f"We met Ada Brandt, {words} Ilse Moor, in May.").referents
    assert [(r.name, r.also) for r in found] == [("Ada Brandt", ("Ilse Moor",))]


def test_demonym_is_a_mention_of_its_place() -> None:
    """Norway and Norwegian are one place."""
    found = resolve("Norway refused. Norwegian ships left.").referents
    assert [(r.name, len(r.mentions)) for r in found] == [("Norway", 2)]


def test_title_stays_beside_the_name() -> None:
    """A title is a description, and the name is without it."""
    found = resolve("Harbour Minister Ana Lindqvist resigned.").referents
    assert [(r.name, r.descriptions) for r in found] == [("Ana Lindqvist", ("Harbour Minister",))]


def test_speaker_by_name() -> None:
    """A name in the speaker span is the speaker, with or without what stands around it."""
    text = "“No,” said the foreman Otto Brandt of Port Adair."
    assert speaker(text, "the foreman Otto Brandt of Port Adair") == "Otto Brandt"


@pytest.mark.parametrize("name", ["The US", "the U.S.", "US"])
def test_the_state_speaks_where_its_acronym_reads_like_a_pronoun(name: str) -> None:
    assert speaker(f"“No,” {name} said. The US had sent ships.", name) in ("US", "U.S.")


def test_the_health_organisation_is_no_pronoun() -> None:
    assert speaker("The WHO said that forty had died.", "The WHO") == "WHO"


def test_us_in_small_letters_is_nobody() -> None:
    assert speaker("“No,” us said. The US had sent ships.", "us") is None


def test_she_who_is_asked_answers() -> None:
    text = "His secretary, Ana Orme, testified. “On whose orders?” the judge asked her. “His,” she answered."
    assert speaker(text, "she") == "Ana Orme"


def test_a_diary_is_no_he() -> None:
    text = "Otto Brandt said that shots were fired. The diary says nothing of it. “They were,” he insisted."
    assert speaker(text, "he") == "Otto Brandt"


def test_speaker_by_office() -> None:
    """ "the mayor" is the one mayor of the document."""
    text = "Mayor Ada Brandt arrived with Otto Moor. “No,” the mayor said."
    assert speaker(text, "the mayor") == "Ada Brandt"


def test_speaker_by_description_alone() -> None:
    """A description of nobody named is added as a mention, and is a referent of its own."""
    text = "“No,” a striker said."
    found = resolve(text, "a striker")
    assert [(m.span.of(text), m.form) for m in found.mentions] == [("a striker", "nominal")]
    assert found.referents[0].names == ()


@pytest.mark.parametrize(
    "words",
    [
        "The wife of Bernt Moe",
        "Supporters of Bernt Moe",
        "A spokesman for Bernt Moe",
        "the course of the Bernt Moe regime",
        "the Bernt Moe committee",
    ],
)
def test_whom_a_phrase_names_beside_its_head_does_not_speak(words: str) -> None:
    assert speaker(f"Bernt Moe came home. {words} said that it rained.", words) != "Bernt Moe"


@pytest.mark.parametrize(
    "words",
    ["the mayor of Port Adair, Bernt Moe", "Secretary of State Bernt Moe", "Bernt Moe of the Harbour Board"],
)
def test_the_one_named_at_the_head_of_a_phrase_speaks(words: str) -> None:
    assert speaker(f"Bernt Moe came home. {words} said that it rained.", words) == "Bernt Moe"


def test_pronoun_in_a_quotation_has_its_antecedent_there() -> None:
    quote = "As for Bernt Moe, he had said that it rained."
    text = f"Ana Lindqvist wrote to us. The owners argue: “{quote}”"
    assert speaker(text, "he", quotes=(quote,)) == "Bernt Moe"


def test_pronoun_speaker_is_the_subject_before() -> None:
    """He is the subject of the sentence before, not whoever was named last."""
    text = "Otto Brandt met Karl Moor's son. “No,” he said."
    assert speaker(text, "he") == "Otto Brandt"


def test_pronoun_speaker_by_sex() -> None:
    """She is not Otto."""
    text = "Otto Brandt met Ada Moor at the gate. “No,” she said."
    assert speaker(text, "she") == "Ada Moor"


def test_pronoun_speaker_is_not_taken_from_a_quotation() -> None:
    """Somebody named inside the quotation is not its speaker."""
    text = "Ada Moor waited. “Clara Hill lied,” she said."
    assert speaker(text, "she", ("Clara Hill lied,",)) == "Ada Moor"


@pytest.mark.parametrize(
    ("sentence", "who"),
    [
        ("The union leaders called a strike at which they said so.", "The union leaders"),
        ("On the contrary, the Brandt group, incited by Orm, wrote daily letters in which they said so.", None),
        ("In June, the owners asked for time because they said so.", "the owners"),
        ("The owners met the Tellmark Harbour Company, which they said was poor.", None),
        ("Lind and Orme left the hall where they said so.", None),
    ],
)
def test_they_are_those_with_whom_the_sentence_opens(sentence: str, who: str | None) -> None:
    text = f"The Tellmark Guild said no. {sentence}"
    found = speaker(text, "they")
    if who:
        assert found == who
    else:
        assert found != "The Tellmark Guild"


def test_what_a_sentence_says_is_not_by_those_it_tells_of() -> None:
    text = "The Tellmark Guild met. Many of the visitors were older, they said."
    assert speaker(text, "they", ("Many of the visitors were older",)) == "Tellmark Guild"


def test_pronoun_without_antecedent_stays_open() -> None:
    """Where nobody has been named nothing is guessed."""
    assert speaker("The rain fell. “No,” she said.", "she") is None


def test_statement_of_a_person_speaks_for_the_person() -> None:
    """ "Brandt's statement said" is Brandt speaking."""
    text = "Otto Brandt left. Brandt's statement said that he had not."
    assert speaker(text, "Brandt's statement") == "Otto Brandt"


@settings(max_examples=40, deadline=None)
@given(
    st.lists(st.sampled_from(["Ana Moor", "Moor", "Mr. Moor", "Oslo", "PADL", "He", "said", ".", "\n\n"]), max_size=30)
)
def test_every_mention_has_one_referent(words: list[str]) -> None:
    """Whatever the text, each name belongs to exactly one referent."""
    found = resolve(" ".join(words))
    owned = [m for r in found.referents for m in r.mentions]
    assert len(owned) == len(set(owned))
    assert {m.id for m in found.mentions if m.form == "name"} <= set(owned)


def test_speaker_who_is_a_mention_already() -> None:
    """A demonym with its noun, or an adjective alone, in the speaker's place is not described a second time."""
    text = "Norwegian troops said no. The Norwegian said yes."
    found = resolve(text, "Norwegian troops", "Norwegian")
    assert len({m.span for m in found.mentions}) == len(found.mentions)
    assert set(found.speakers) == {"a0", "a1"}


def test_possessive_alone_is_the_person() -> None:
    """ "Brandt's" as the whole speaker is Brandt."""
    assert speaker("Otto Brandt's claim was that he left.", "Otto Brandt's") == "Otto Brandt"
