"""Asking a second reader: within a budget, never twice, never about what is restricted, and nothing lost on the way."""

from __future__ import annotations

import json
from collections.abc import Sequence

import pytest
from sqlalchemy import update

import gainsay
from gainsay import Edition
from gainsay.judging.doubtful import OFTEN, doubtful
from gainsay.judging.endpoint import CallError, Reply
from gainsay.judging.kept import load_judgements
from gainsay.judging.prompt import ANSWER, Message
from gainsay.judging.session import FAILURES, Asking, Budget, Session, make_plan
from gainsay.store import schema
from gainsay.store.store import Store
from tests.judging.server import answer

READER = "a reader"
WIDE = Budget(calls=5000, tokens=10**8)


class _Reader:
    """Answers as a model does, without any server; `fail` counts the calls that bring no answer first."""

    def __init__(self, verdict: str = "conflict", tokens: int | None = 500, fail: int = 0, fatal: bool = False) -> None:
        self.verdict, self.tokens, self.fail, self.fatal = verdict, tokens, fail, fatal
        self.asked: list[str] = []

    def __call__(self, asked: Sequence[Message]) -> Reply:
        self.asked.append(asked[1]["content"])
        if self.fail:
            self.fail -= 1
            raise CallError("out of order", fatal=self.fatal)
        return Reply(answer(self.verdict, json.loads(asked[1]["content"])["passages"]), self.tokens)


def _run(edition: Edition, reader: _Reader, budget: Budget = WIDE, again: bool = False) -> tuple[Session, list[str]]:
    lines: list[str] = []
    plan = make_plan(edition, doubtful(edition).pairs, READER, budget, again=again)
    return Asking(edition, READER, reader, budget, lambda: "1911-03-14T00:00:00Z", say=lines.append).run(plan), lines


def _kept(edition: Edition) -> list[str | None]:
    with edition.store.begin() as connection:
        return [j.opinion.verdict for j in load_judgements(connection)]


def test_unsure_pairs_are_of_two_documents_or_two_voices_and_of_no_one_matter(edition: Edition) -> None:
    pairs = doubtful(edition).pairs
    matters = [{s for side in m.sides for s in side.statements} for m in edition.matters()]
    assert pairs
    voices = {s.id: (s.document, s.attribution) for d in edition.documents() for s in edition.statements(d.id)}
    assert all(voices[p.a.statement] != voices[p.b.statement] for p in pairs)
    assert any(p.a.document == p.b.document for p in pairs) and any(p.a.document != p.b.document for p in pairs)
    assert not any({p.a.statement, p.b.statement} <= statements for p in pairs for statements in matters)
    ends = [s for p in pairs for s in (p.a.statement, p.b.statement)]
    assert max(map(ends.count, ends)) <= OFTEN


def test_no_pair_is_asked_about_twice_and_another_reader_is_another_opinion(edition: Edition) -> None:
    first, second = _Reader(), _Reader()
    done, _ = _run(edition, first)
    assert done.judged == len(first.asked) == len(doubtful(edition).pairs)
    assert _run(edition, second)[0] == Session() and second.asked == []
    plan = make_plan(edition, doubtful(edition).pairs, "another", WIDE)
    assert len(plan.asked) == done.judged


def test_a_judgement_changes_no_matter(edition: Edition) -> None:
    before = edition.matters()
    _run(edition, _Reader("conflict"))
    assert edition.matters() == before


def test_answers_survive_reading_anew_repairing_and_copying(edition: Edition) -> None:
    from gainsay.edition.repair import repair

    _run(edition, _Reader(), Budget(calls=2))
    for path in (edition.path, edition.path.with_name("copy.gainsay")):
        if path != edition.path:
            edition.store.copy(path)
        repair(path)
        with gainsay.open_edition(path) as one:
            assert one.verify() == [] and _kept(one) == ["conflict"] * 2
            assert make_plan(one, doubtful(one).pairs, READER, Budget()).known == 2


def test_what_is_salvaged_of_a_damaged_edition_holds_the_answers(edition: Edition) -> None:
    from gainsay.edition.repair import repair

    _run(edition, _Reader(), Budget(calls=2))
    store = Store(edition.path, write=True)
    with store.begin() as connection:
        store.note(connection, "shape", "another")
    store.close()
    assert repair(edition.path).kept is not None
    with gainsay.open_edition(edition.path) as one:
        assert _kept(one) == ["conflict"] * 2


def test_restricted_documents_are_never_sent(edition: Edition) -> None:
    pairs = doubtful(edition).pairs
    hidden = pairs[0].a.document
    touched = sum(hidden in (p.a.document, p.b.document) for p in pairs)
    store = Store(edition.path, write=True)
    with store.begin() as connection:
        connection.execute(update(schema.documents).where(schema.documents.c.id == hidden).values(restricted=1))
    store.close()
    found, reader = doubtful(edition), _Reader()
    _run(edition, reader)
    assert found.withheld >= touched > 0 and len(reader.asked) == len(pairs) - touched
    words = [p.a.text for p in pairs if p.a.document == hidden]
    assert not any(" ".join(w.split()) in asked for w in words for asked in reader.asked)


def test_a_budget_of_calls_and_of_tokens_is_kept_to(edition: Edition) -> None:
    every = make_plan(edition, doubtful(edition).pairs, READER, WIDE)
    few = make_plan(edition, doubtful(edition).pairs, READER, Budget(calls=3))
    assert (len(few.asked), few.beyond) == (3, len(every.asked) - 3)
    assert every.asked[:3] == few.asked
    room = few.questions + few.answers
    assert len(make_plan(edition, doubtful(edition).pairs, READER, Budget(tokens=room)).asked) == 3
    assert len(make_plan(edition, doubtful(edition).pairs, READER, Budget(tokens=room - 1)).asked) == 2


def test_a_server_that_counts_more_than_was_reckoned_ends_the_session(edition: Edition) -> None:
    reader = _Reader(tokens=50_000)
    done, _ = _run(edition, reader, Budget(tokens=100_000))
    assert len(reader.asked) == done.judged == 2 and "budget" in done.stopped
    assert done.tokens == 100_000


def test_a_server_that_counts_nothing_is_reckoned_at_the_most(edition: Edition) -> None:
    done, _ = _run(edition, _Reader(tokens=None), Budget(calls=1))
    assert done.tokens > ANSWER


def test_a_call_that_fails_is_a_line_and_is_made_again_next_time(edition: Edition) -> None:
    reader = _Reader(fail=FAILURES - 1)
    done, lines = _run(edition, reader)
    assert done.failed == FAILURES - 1 == len(lines) and not done.stopped and "out of order" in lines[0]
    again, _ = _run(edition, _Reader())
    assert again.judged == FAILURES - 1


def test_an_endpoint_that_is_not_there_is_not_asked_for_ever(edition: Edition) -> None:
    reader = _Reader(fail=10**6)
    done, lines = _run(edition, reader)
    assert len(reader.asked) == len(lines) == FAILURES and done.stopped
    reader = _Reader(fail=10**6, fatal=True)
    assert _run(edition, reader)[0].stopped and len(reader.asked) == 1


def test_void_answers_are_kept_and_asked_for_again_only_where_that_is_wished(edition: Edition) -> None:
    done, lines = _run(edition, _Reader("lies"), Budget(calls=2))
    assert (done.judged, done.void, len(lines)) == (0, 2, 2) and _kept(edition) == [None, None]
    assert make_plan(edition, doubtful(edition).pairs, READER, Budget()).known == 2
    again, _ = _run(edition, _Reader(), Budget(calls=2), again=True)
    assert again.judged == 2 and _kept(edition) == ["conflict"] * 2


@pytest.mark.parametrize("when", [0, 1, 2])
def test_an_interruption_loses_no_answer(edition: Edition, when: int) -> None:
    class Interrupted(_Reader):
        def __call__(self, asked: Sequence[Message]) -> Reply:
            if len(self.asked) == when:
                raise KeyboardInterrupt
            return super().__call__(asked)

    with pytest.raises(KeyboardInterrupt):
        _run(edition, Interrupted())
    assert _kept(edition) == ["conflict"] * when
