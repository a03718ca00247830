"""Restricted export: no form of a redacted name is left in any byte, and what is left is a whole edition."""

from __future__ import annotations

import json
import zipfile
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import gainsay
from gainsay import Edition
from gainsay.errors import RedactionError, UsageError
from gainsay.exports import FORMATS, writer
from gainsay.exports.redaction import redacted_export
from gainsay.exports.redaction.forms import Forms, Person, Replaced
from gainsay.exports.redaction.proof import prove
from gainsay.spans import Span
from tests.edition.collection import write

PAPERS = {
    "brandt/josef-brandt.txt": (
        "Letters of Josef Brandt\n\nBy Josef Brandt\n\n"
        "BRANDT wrote on 3 March 1911 that the Brandts had left Port Adair.[1] “I saw nothing,” said Mr. Brandt. "
        "See https://example.org/josef-brandt/letters or josef.brandt@example.org.\n\n"
        "Ellen Marsh said that Bran\u00addt had lied. The water in the marsh was high.\n\n"
        "Notes\n\n[1] Josef Brandt, Letters & Papers (Lindow: Fairley, 1934), p. 2.\n"
    ),
    "union.txt": (
        "Josef Brandt denied that 40 dockers were arrested at Port Adair on 3 March 1911.\n\n"
        "Ellen Marsh said that 120 dockers were arrested at Port Adair on 3 March 1911. Müller, her clerk, agreed.\n"
    ),
    "sources.toml": (
        '["brandt/josef-brandt.txt"]\ntitle = "The Brandt papers"\nauthor = "Brandt, Josef"\nparty = "Brandt"\n'
    ),
}


@pytest.fixture(scope="module")
def papers(tmp_path_factory: pytest.TempPathFactory) -> Edition:
    folder = tmp_path_factory.mktemp("papers")
    return gainsay.read(write(folder / "texts", PAPERS), folder / "brandt.gainsay")


def _list(folder: Path, lines: str) -> Path:
    (folder / "persons.csv").write_text(f"name,pseudonym,also\n{lines}", encoding="utf-8")
    return folder / "persons.csv"


@pytest.mark.parametrize("to", FORMATS)
def test_no_format_holds_a_redacted_name(papers: Edition, to: str, tmp_path: Path) -> None:
    persons = _list(tmp_path, "Josef Brandt,Witness A\n")
    gainsay.export(papers, to, tmp_path / "out" / "it", redact=persons)
    files = [f for f in (tmp_path / "out").rglob("*") if f.is_file()]
    assert files
    for file in files:
        data = file.read_bytes().lower()
        assert b"brandt" not in data and b"bran\xc2\xaddt" not in data and "brandt" not in str(file.name).lower()
    assert prove(tmp_path / "out", Forms([Person("Josef Brandt", "X", ("Brandt",))]))


def test_the_parcel_holds_a_whole_edition_without_the_names(papers: Edition, tmp_path: Path) -> None:
    gainsay.export(papers, "zip", tmp_path / "it.zip", redact=_list(tmp_path, "Josef Brandt,Witness A\nEllen Marsh\n"))
    with zipfile.ZipFile(tmp_path / "it.zip") as packed:
        packed.extractall(tmp_path / "bag")
    (copy,) = (tmp_path / "bag").rglob("*.gainsay")
    with gainsay.open_edition(copy) as edition:
        assert edition.verify() == []
        assert {"Witness A", "Person 2"} <= {e.name for e in edition.entities()}
        assert edition.counts()["statements"] == papers.counts()["statements"]
        assert edition.search("Witness A")
        new = {s.span.of(edition.text(s.document)) for s in edition.statements()}
        assert "40 dockers were arrested at Port Adair on 3 March 1911" in new


def test_no_id_of_the_edition_leaves_it(papers: Edition, tmp_path: Path) -> None:
    gainsay.export(papers, "jsonl", tmp_path / "out", redact=_list(tmp_path, "Josef Brandt,Witness A\n"))
    whole = "".join(path.read_text(encoding="utf-8") for path in (tmp_path / "out").iterdir())
    ids = [
        r.id for some in (papers.entities(), papers.documents(), papers.statements(), papers.matters()) for r in some
    ]
    assert not [identity for identity in ids if identity in whole]
    assert not [d.sha256 for d in papers.documents() if d.sha256 in whole]


def test_every_span_still_holds_its_words(papers: Edition, tmp_path: Path) -> None:
    gainsay.export(papers, "jsonl", tmp_path / "out", redact=_list(tmp_path, "Josef Brandt,A\n"))

    def lines(name: str) -> list[dict[str, object]]:
        text = (tmp_path / "out" / f"{name}.jsonl").read_text(encoding="utf-8")
        return [json.loads(line) for line in text.splitlines()]

    texts = {d["id"]: str(d["text"]) for d in lines("documents")}
    forms = Forms([Person("Josef Brandt", "A", ("Brandt",))])
    for name, records in (("figures", papers.figures()), ("dates", papers.dates()), ("passages", papers.passages())):
        new = sorted(Span(*m["span"]).of(texts[m["document"]]) for m in lines(name))  # type: ignore[misc,index]
        assert new == sorted(forms.replace(r.span.of(papers.text(r.document))) for r in records)


def test_where_a_name_would_remain_nothing_is_written(papers: Edition, tmp_path: Path) -> None:
    def careless(edition: Edition, path: Path) -> dict[str, int]:
        path.parent.mkdir(parents=True)
        path.write_text("written from memory: Mr. BRANDT")
        return {}

    (tmp_path / "out.txt").write_text("mine")
    with pytest.raises(RedactionError, match="nothing was written"):
        redacted_export(papers, careless, tmp_path / "out.txt", _list(tmp_path, "Josef Brandt,A\n"))
    assert (tmp_path / "out.txt").read_text() == "mine"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["out.txt", "persons.csv"]


@pytest.mark.parametrize(
    "data",
    [
        b"Josef Brandt",
        b"josef_brandt.txt",
        b"https://example.org/Josef%20Brandt",
        b'{"name": "Br\\u0061ndt"}',  # escaped in JSON
        b"Br&#97;ndt",  # in HTML
        "Jose\u0301f Brandt".encode(),
        b"the Brandts",
        b"Bran-\ndt",
    ],
)
def test_the_proof_finds_a_name_in_whatever_dress(data: bytes, tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(data)
    with pytest.raises(RedactionError):
        prove(tmp_path, Forms([Person("Josef Brandt", "A", ("Brandt",))]))


@pytest.mark.parametrize("to", ["zip", "parquet"])
def test_the_proof_looks_into_what_is_packed(papers: Edition, to: str, tmp_path: Path) -> None:
    writer(to)(papers, tmp_path / "out" / "it")
    with pytest.raises(RedactionError):
        prove(tmp_path / "out", Forms([Person("Josef Brandt", "A", ("Brandt",))]))


def test_a_short_name_is_looked_for_in_what_was_packed_not_in_its_bytes(papers: Edition, tmp_path: Path) -> None:
    writer("zip")(papers, tmp_path / "out" / "it")
    assert prove(tmp_path / "out", Forms([Person("Li", "A"), Person("Ng", "B"), Person("Xu", "C")]))
    with pytest.raises(RedactionError):
        prove(tmp_path / "out", Forms([Person("Mr", "A")]))


@pytest.mark.parametrize(
    ("form", "words", "expected"),
    [
        ("Brandt", "Brandt's", "X's"),
        ("Brandt", "Brandtner", "Brandtner"),  # somebody else
        ("Josef Brandt", "JosefBrandt", "X"),
        ("Josef Brandt", "Josef\n  Brandt", "X"),
        ("Müller", "Muller and MÜLLER", "X and X"),
        ("Field", "In the field stood Field", "In the field stood X"),  # a word of the language
        ("Field", "see www.example.org/field", "see www.example.org/X"),
        ("Li", "Li said little; LI.", "X said little; X."),  # a short name
    ],
)
def test_forms_are_found_as_names_are_written(form: str, words: str, expected: str) -> None:
    assert Forms([Person(form, "X")]).replace(words) == expected


@given(st.lists(st.sampled_from(["Brandt", "Josef Brandt", "left", " ", "\n", "Port", "marsh", "-"]), max_size=12))
def test_spans_of_other_words_stay_on_them(parts: list[str]) -> None:
    text, spans = "", []
    for part in parts:
        spans.append((Span(len(text), len(text) + len(part)), part))
        text += part
    found = Forms([Person("Josef Brandt", "Witness A", ("Brandt",))]).find(text)
    replaced = Replaced.of(text, found)
    for span, part in spans:
        if not any(f.span.overlaps(span) for f in found):
            assert replaced.span(span).of(replaced.text) == part
    for one in found:
        assert replaced.span(one.span).of(replaced.text) == "Witness A"


def test_people_to_whom_harm_was_done_are_victims(tmp_path: Path) -> None:
    texts = {"a.txt": "Tom Quill was shot on the quay. Ellen Marsh wrote about it. The victim, Anders Holm, spoke.\n"}
    with gainsay.read(write(tmp_path / "t", texts), tmp_path / "e.gainsay") as edition:
        done = redacted_export(edition, writer("jsonl"), tmp_path / "out", "victims")
    assert set(done.names) == {"Tom Quill", "Anders Holm"}


@pytest.mark.parametrize(
    ("lines", "problem"),
    [
        ("", "there is no name"),
        ("Josef Brandt,Ellen Marsh\nEllen Marsh,B\n", "itself a name to be redacted"),
        ("…,A\n", "no name in its first column"),
    ],
)
def test_a_list_that_cannot_be_used_is_told(papers: Edition, lines: str, problem: str, tmp_path: Path) -> None:
    with pytest.raises(UsageError, match=problem):
        gainsay.export(papers, "jsonl", tmp_path / "out", redact=_list(tmp_path, lines))


def test_a_list_that_is_not_there_is_told_with_the_roles(papers: Edition, tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="victims and anonymous"):
        gainsay.export(papers, "jsonl", tmp_path / "out", redact=tmp_path / "none.csv")
