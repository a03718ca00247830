"""Turns of speech that labels name, and blocks that only their place names."""

from __future__ import annotations

from gainsay.annotations.attributions import find_attributions
from gainsay.annotations.mentions import find_mentions
from gainsay.documents.document import Document
from gainsay.passages import divide
from gainsay.spans import Span
from tests.annotations.attributions.texts import read, words


def test_a_title_and_a_name_open_a_turn_in_the_first_person() -> None:
    text = (
        "Below are the Speaker’s remarks:\n\nSpeaker Orme. Thank you, Madam Chair, and I thank the committee.\n\n"
        "The harbour was sound in May."
    )
    found = read(text)
    assert [words(text, a.speaker) for a in found] == ["Speaker Orme"]
    assert words(text, found[0].content).endswith("|The harbour was sound in May.")


def test_a_title_and_a_name_open_no_turn_in_the_third_person() -> None:
    assert read("Dr. Orme. The house stood empty for a year after the harbour board had sold it to Tarn.") == []


def test_a_label_on_a_line_of_its_own_names_who_speaks_below() -> None:
    text = "THE GOVERNOR:\n\nI am glad to be back in Port Adair, and I thank you all.\n\nThe harbour is open again."
    found = read(text)
    assert [words(text, a.speaker) for a in found] == ["THE GOVERNOR"]
    assert len(found[0].content) == 2


def test_a_block_in_the_first_person_after_a_colon_is_hers_of_whom_the_sentence_speaks() -> None:
    text = "Ana Lindqvist had been at the mill. She remembers the smoke:\n\nMy mother shut the door on us and prayed."
    found = read(text)
    assert [(words(text, a.speaker), words(text, a.content)) for a in found] == [
        ("She", "My mother shut the door on us and prayed.")
    ]


def test_a_block_that_the_format_sets_apart_is_of_whoever_spoke_in_the_two_sentences_before() -> None:
    text = "Ana Lindqvist told the inquiry what she saw. The smoke was thick.\n\nIt came over the roofs like a wall."
    block = text.index("It came")
    layout = divide(
        Document("d", "d.html", "0", "text/html", text, structure=((Span(block, len(text)), "block-quote"),))
    )
    found = find_attributions(layout.document, layout, find_mentions(layout.document, layout))
    direct = [a for a in found if a.kind == "direct"]
    assert [words(text, a.speaker) for a in direct] == ["Ana Lindqvist"]


def test_a_title_with_a_verb_in_capitals_announces_no_block_but_a_sentence_broken_off_does() -> None:
    block = "\n\nThe quay was gone and the ferry with it. We had lost everything.[1]\n\nNobody slept."
    assert read(f"Chapter Two: What They Said Afterwards{block}") == []
    (found,) = read(f"Of that night Ana Lindqvist wrote{block}")
    assert found.kind == "direct" and len(found.content) == 1


def test_the_answers_of_a_record_are_those_of_the_witness_named_above_and_the_questions_his_who_examines() -> None:
    text = (
        "Extract from the record. Witness: Tobin Holt, pensioner.\n\nMR. LASK (for the Harbour Board):\n\n"
        "Q. Where were you working that October?\nA. Somebody had to mind the pier office, and I did.\n\n"
        "Q. Did you see the fire that night?\nA. I saw the smoke from my window at home."
    )
    found = [a for a in read(text) if a.parent is None]
    assert [words(text, a.speaker).removeprefix("MR. ") for a in found] == ["LASK", "Tobin Holt"] * 2
    assert all(name not in ("A", "Q", "A. Somebody") for name in names(text))


def test_who_is_named_in_an_answer_does_not_answer_the_next_question() -> None:
    turn = "\n\nQ. Did you read it?\nA. I read it when the testimony of Ada Orme was sent to me.\nShe saw it all."
    text = "TESTIMONY OF TOBIN HOLT" + turn * 80
    found = [words(text, a.speaker) for a in read(text) if a.parent is None]
    assert found == ["Q", "TOBIN HOLT"] * 80


def test_answers_of_whom_nobody_is_told_keep_their_label() -> None:
    text = (
        "Q. Where were you working that October?\nA. I had to mind the pier office by myself.\n\n"
        "Q. Did you see the fire that night?\nA. I saw the smoke from my window at home."
    )
    assert [words(text, a.speaker) for a in read(text) if a.parent is None] == ["Q", "A"] * 2


def names(text: str) -> list[str]:
    document = Document("d", "a.txt", "0", "text/plain", text)
    return [mention.span.of(text) for mention in find_mentions(document, divide(document))]


def test_what_a_transcript_is_announced_with_says_nothing() -> None:
    text = (
        "Partial transcript as follows:\n\n“PENN: Who closed the pier, Governor, and who was told of it that week?\n\n"
        "“ORME: Nobody was told, and nobody in my office ever saw the order.\n\n“PENN: Thank you, Governor.”"
    )
    found = read(text)
    assert [words(text, a.speaker) for a in found if a.parent is None] == ["PENN", "ORME", "PENN"]
    assert read("Here they are, word for word:\n\n“The pier is closed until the first of May.”") == []


def test_a_quotation_ends_where_a_sentence_of_another_begins() -> None:
    text = "“This is wrong,” Lind told the board. “You drove them out” to please the owners, she said, and left."
    found = read(text)
    assert words(text, found[0].content) == "This is wrong,"
    assert words(text, found[0].speaker) == "Lind"
    assert words(text, found[1].speaker) == "she"
