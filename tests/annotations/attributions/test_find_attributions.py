"""Who is reported to say what: the tables of cases, and what holds for every text."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gainsay.annotations.attributions import AttributionSettings, find_attributions
from gainsay.annotations.citations import Citation
from gainsay.annotations.dates.date import Date
from gainsay.spans import Span
from tests.annotations.attributions.texts import lay_out, read, rows, words


@pytest.mark.parametrize("case", rows("attributions.csv"), ids=lambda case: case["why"])
def test_an_attribution_has_its_speaker_cue_and_content(case: dict[str, str]) -> None:
    text = case["text"]
    found = [a for a in read(text) if a.parent is None]
    assert [a.kind for a in found] == [case["kind"]]
    (attribution,) = found
    assert words(text, attribution.content) == case["content"]
    assert words(text, attribution.speaker) == case["speaker"]
    assert words(text, attribution.cue) == case["cue"]
    assert attribution.stance == case["stance"]


@pytest.mark.parametrize("case", rows("attributions_none.csv"), ids=lambda case: case["why"])
def test_what_nobody_says_is_no_attribution(case: dict[str, str]) -> None:
    assert read(case["text"]) == []


def test_a_quotation_inside_another_has_it_as_parent() -> None:
    text = "“Orme told me, ‘The pier is rotten,’ and I believed him,” Lindqvist said."
    outer, inner = read(text)
    assert words(text, inner.content) == "The pier is rotten,"
    assert inner.parent == outer.id and outer.parent is None


def test_a_report_inside_a_report_has_it_as_parent() -> None:
    text = "The inspector said Lindqvist denied that the pier was rotten."
    outer, inner = read(text)
    assert words(text, inner.speaker) == "Lindqvist"
    assert inner.parent == outer.id


def test_marked_words_of_a_mixed_attribution_are_no_attribution_of_their_own() -> None:
    text = "Lindqvist said that the “so-called harbour” was “closed for good”."
    (attribution,) = read(text)
    assert words(text, attribution.marked) == "so-called harbour|closed for good"


def test_a_sentence_in_marks_after_one_about_somebody_is_that_persons() -> None:
    text = "“The storm was worse,” Lindqvist recalled. He shook his head. “Nobody came to help us.”"
    first, second = read(text)
    assert words(text, second.speaker) == "He"
    assert second.confidence < first.confidence


def test_the_date_in_the_reporting_clause_is_when_it_was_said() -> None:
    text = "Orme said on 3 June that the pier had fallen on 1 May."
    said, fallen = text.index("3 June"), text.index("1 May")
    dates = [
        Date("a", "d", Span(said, said + 6), "1911-06-03", "point"),
        Date("b", "d", Span(fallen, fallen + 5), "1911-05-01", "point"),
    ]
    assert [a.said for a in read(text, dates)] == ["1911-06-03"]


def test_the_same_speakers_next_sentence_keeps_the_date() -> None:
    text = "Orme said on 3 June that the pier was gone. Orme added that the ferry was safe. Lind said it was late."
    said = text.index("3 June")
    dates = [Date("a", "d", Span(said, said + 6), "1911-06-03", "point")]
    assert [a.said for a in read(text, dates)] == ["1911-06-03", "1911-06-03", None]


def test_a_pronoun_keeps_the_date_unless_somebody_else_has_spoken() -> None:
    text = "Orme said on 3 June that the pier was gone. He added that the ferry was safe."
    said = text.index("3 June")
    dates = [Date("a", "d", Span(said, said + 6), "1911-06-03", "point")]
    assert [a.said for a in read(text, dates)] == ["1911-06-03", "1911-06-03"]
    text = "Orme said on 3 June that the pier was gone and Lind said that it was not. He added that it was late."
    assert [a.said for a in read(text, dates)][-1] is None


def test_the_outermost_attribution_takes_the_citation_behind_it() -> None:
    text = "“Orme was blunt. He told me: ‘The pier is rotten.’” [7]"
    marker = text.index("[7]")
    outer, inner = read(text, citations=[Citation("c", "d", "note", marker=Span(marker, marker + 3))])
    assert outer.citation == "c" and inner.citation is None


def test_turns_of_a_transcript_run_to_the_next_label() -> None:
    text = (
        "COUNSEL: Did you see the pier before the storm came in?\n\nORME: I saw it every day of that week.\n\n"
        "It was sound.\n\nCOUNSEL: And after the storm, what did you see there?"
    )
    found = [a for a in read(text) if a.parent is None]
    assert [words(text, a.speaker) for a in found] == ["COUNSEL", "ORME", "COUNSEL"]
    assert words(text, found[1].content) == "I saw it every day of that week.|It was sound."


def test_indirect_speech_can_be_left_out() -> None:
    layout = lay_out("Orme said that the pier was gone. “It is gone,” he said.")
    found = find_attributions(layout.document, layout, [], settings=AttributionSettings(indirect=False))
    assert [a.kind for a in found] == ["direct"]


def test_reading_twice_gives_the_same_ids() -> None:
    text = "Orme said that the pier was gone. “It is gone,” he said."
    assert read(text) == read(text)


@settings(max_examples=150, deadline=None)
@given(
    st.lists(
        st.sampled_from(
            [
                "“",
                "”",
                '"',
                "'",
                "‘",
                "’",
                "«",
                "»",
                " ",
                " ",
                "\n\n",
                ".",
                ",",
                ":",
                "(",
                ")",
                "[1]",
                "—",
                "Orme",
                "said",
            ]
            + [
                "that",
                "the pier",
                "She",
                "called",
                "it",
                "according to",
                "claims",
                "It fell",
                "Lind: ",
                "to",
                "go",
                "who",
            ]
        ),
        max_size=40,
    ).map("".join)
)
def test_every_span_lies_in_the_text_and_parents_exist(text: str) -> None:
    found = read(text)
    ids = {a.id for a in found}
    assert len(ids) == len(found)
    for attribution in found:
        assert attribution.content
        assert attribution.parent is None or attribution.parent in ids - {attribution.id}
        assert 0 <= attribution.confidence <= 1
        for spans in (attribution.content, attribution.speaker, attribution.cue, attribution.marked):
            assert list(spans) == sorted(spans)
            assert all(0 <= span.start < span.end <= len(text) for span in spans)


@pytest.mark.parametrize(
    ("behind", "who"),
    [
        ("said her son", "her son"),
        ("said her lawyer, Otto Brandt, on Friday", "her lawyer"),
        ("said one of the widows", "one of the widows"),
        ("said both of them", "both of them"),
        ("said all three men", "all three men"),
        ("said this woman", "this woman"),
        ("blogged a teacher from Tarn", "a teacher from Tarn"),  # a verb of no list
        ("wept the widow", "the widow"),
        ("her mother sobbed", "her mother"),
    ],
)
def test_who_speaks_behind_a_quotation_is_not_who_stands_in_the_sentence_before(behind: str, who: str) -> None:
    text = f"Ana Lindqvist left the hall. “The pier was never safe,” {behind}."
    assert [words(text, a.speaker) for a in read(text)] == [who]


def test_a_sentence_that_goes_on_behind_a_quotation_is_not_passed_over() -> None:
    text = "Ana Lindqvist left the hall. “The pier was never safe,” ran through every head at once."
    assert read(text) == []


def test_a_sentence_behind_who_speaks_goes_on_though_the_marks_before_hold_a_word_or_two() -> None:
    text = "She had “admiration” for the plan, Otto Brandt said. “It is more detailed than the old one.”"
    found = [a for a in read(text) if a.kind == "direct"]
    assert [words(text, a.speaker) for a in found] == ["Otto Brandt"]
