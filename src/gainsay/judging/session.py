"""Asking a second reader about many pairs: first what it costs, then within a budget, every answer kept as it comes."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from contextlib import closing
from dataclasses import dataclass

from gainsay.edition.edition import Edition
from gainsay.judging.endpoint import Ask, CallError
from gainsay.judging.kept import Judgement, load_judgements, save
from gainsay.judging.opinion import Opinion, opinion_of
from gainsay.judging.pair import Hiding, Pair
from gainsay.judging.prompt import ANSWER, messages, texts, tokens
from gainsay.store.store import Store

FAILURES = 3  # calls in a row without an answer: the endpoint is not there

Say = Callable[[str], None]
"""Told, line by line, of what did not work."""
Told = Callable[[Pair, Opinion], None]
"""Given every answer as it comes."""


@dataclass(frozen=True, slots=True)
class Budget:
    """The most that may be spent: calls, and tokens of questions and answers together."""

    calls: int = 50
    tokens: int = 100_000


@dataclass(frozen=True, slots=True)
class Plan:
    """What is to be asked: the pairs within the budget with the tokens of each question; `known` were answered before,
    `beyond` are left out for the budget.
    """

    asked: tuple[tuple[Pair, int], ...]
    known: int
    beyond: int

    @property
    def questions(self) -> int:
        """Tokens of all questions, at most."""
        return sum(cost for _, cost in self.asked)

    @property
    def answers(self) -> int:
        """Tokens of all answers, at most."""
        return ANSWER * len(self.asked)


@dataclass(frozen=True, slots=True)
class Session:
    """What came of it. `stopped` says why it ended before the last pair, "" where it did not."""

    judged: int = 0
    void: int = 0
    failed: int = 0
    tokens: int = 0
    stopped: str = ""


def make_plan(
    edition: Edition,
    pairs: Iterable[Pair],
    reader: str,
    budget: Budget,
    *,
    again: bool = False,
    hiding: Hiding | None = None,
) -> Plan:
    """Which of these pairs to ask this reader about, in their order. Void answers count as answers but with `again`."""
    with edition.store.begin() as connection:
        kept = [j for j in load_judgements(connection) if j.reader == reader]
    answered = {j.pair for j in kept if j.opinion.verdict is not None or not again}
    asked: list[tuple[Pair, int]] = []
    known = beyond = spent = 0
    for pair in pairs:
        if pair.key in answered:
            known += 1
            continue
        cost = tokens(messages(pair, texts(pair, hiding), hiding))
        if beyond or len(asked) == budget.calls or spent + cost + ANSWER > budget.tokens:
            beyond += 1
            continue
        asked.append((pair, cost))
        spent += cost + ANSWER
    return Plan(tuple(asked), known, beyond)


@dataclass(slots=True)
class Asking:
    """One reader being asked. `now` gives the moment as it is noted with an answer."""

    edition: Edition
    reader: str
    ask: Ask
    budget: Budget
    now: Callable[[], str]
    hiding: Hiding | None = None
    say: Say = lambda line: None
    told: Told = lambda pair, opinion: None

    def run(self, plan: Plan) -> Session:
        """Ask about every pair of the plan; ends early, and says why, where the endpoint fails or takes more than the
        budget. Whatever was answered is kept.
        """
        judged = void = failed = spent = in_a_row = 0
        stopped = ""
        for pair, cost in plan.asked:
            if spent + cost + ANSWER > self.budget.tokens:
                stopped = f"the budget of {self.budget.tokens:,} tokens is spent"
                break
            try:
                opinion, used = self._one(pair, cost)
            except CallError as error:
                failed, in_a_row = failed + 1, in_a_row + 1
                self.say(f"{pair.key}: {error}")
                if error.fatal or in_a_row == FAILURES:
                    stopped = "no question would be answered" if error.fatal else f"{FAILURES} calls in a row failed"
                    break
                continue
            in_a_row, spent = 0, spent + used
            judged, void = judged + (opinion.verdict is not None), void + (opinion.verdict is None)
            if opinion.problem:
                self.say(f"{pair.key}: the answer is void: {opinion.problem}")
            else:
                self.told(pair, opinion)
        return Session(judged, void, failed, spent, stopped)

    def _one(self, pair: Pair, cost: int) -> tuple[Opinion, int]:
        """Ask about one pair and keep the answer: in a transaction of its own, so that no interruption loses it."""
        sent = texts(pair, self.hiding)
        reply = self.ask(messages(pair, sent, self.hiding))
        opinion = Opinion(None, problem=reply.refused) if reply.refused else opinion_of(reply.text, sent)
        used = cost + ANSWER if reply.tokens is None else reply.tokens
        judgement = Judgement(pair.key, self.reader, opinion, self.now(), used)
        with closing(Store(self.edition.path, write=True, durable=True)) as store, store.begin() as connection:
            save(connection, judgement)
        return opinion, used
