"""A second reader: `gainsay judge`, `gainsay calibrate`. Nothing is sent anywhere unless an endpoint is named."""

from __future__ import annotations

import os
import sys
from dataclasses import asdict
from typing import TYPE_CHECKING, Annotated

import typer

from gainsay.cli.finding import EditionOption, JsonOption, opened
from gainsay.cli.printing import one_line, print_json, shortened, width
from gainsay.errors import UsageError

if TYPE_CHECKING:
    from gainsay.edition.edition import Edition
    from gainsay.judging.calibration import Calibration, Share
    from gainsay.judging.endpoint import Endpoint
    from gainsay.judging.opinion import Opinion
    from gainsay.judging.pair import Excerpt, Pair
    from gainsay.judging.session import Plan, Session
    from gainsay.judging.shown import Said

PlaceArgument = Annotated[str | None, typer.Argument(metavar="[EDITION]", help="The edition.")]
EndpointOption = Annotated[
    str | None,
    typer.Option(metavar="URL", help="Whom to ask: an interface like OpenAI's, such as http://localhost:8080/v1."),
]
ModelOption = Annotated[str, typer.Option(metavar="NAME", help="The model, as the server calls it.")]
KeyOption = Annotated[
    str | None, typer.Option("--key-from", metavar="VARIABLE", help="The environment variable that holds the key.")
]
CallsOption = Annotated[int, typer.Option(min=1, help="Questions at most.")]
TokensOption = Annotated[int, typer.Option(min=1, help="Tokens at most, of questions and answers together.")]
TimeoutOption = Annotated[float, typer.Option(min=1, metavar="SECONDS", help="For one answer.")]
AgainOption = Annotated[bool, typer.Option("--again", help="Ask once more where an answer was void.")]
RedactOption = Annotated[
    str | None, typer.Option(metavar="FILE|ROLE", help="Send pseudonyms for names, as in `gainsay export --redact`.")
]
YesOption = Annotated[bool, typer.Option("--yes", "-y", help="Send without asking.")]


def judge(
    place: PlaceArgument = None,
    endpoint: EndpointOption = None,
    model: ModelOption = "",
    key_from: KeyOption = None,
    calls: CallsOption = 50,
    tokens: TokensOption = 100_000,
    timeout: TimeoutOption = 60.0,
    again: AgainOption = False,
    redact: RedactOption = None,
    yes: YesOption = False,
    limit: Annotated[int, typer.Option("--limit", "-n", min=1, help="How many to list at most.")] = 20,
    edition: EditionOption = None,
    json: JsonOption = False,
) -> None:
    """List the pairs of statements left unsure, with what second readers said; with --endpoint ask one about them.

    It says first what that would cost, and sends nothing until that is agreed to. Restricted documents are never sent.
    """
    from gainsay.judging.doubtful import doubtful

    with opened(_one(place, edition)) as one:
        found = doubtful(one)
        if found.withheld:
            print(f"gainsay: left out for a restricted document: {_counted(found.withheld, 'pair')}.", file=sys.stderr)
        if endpoint is None:
            _listed(one, found.pairs, limit, json)
            return
        reader = _endpoint(endpoint, model, key_from, timeout)
        session = _asked(one, found.pairs, reader, (calls, tokens), again, redact, yes, quiet=json)
        if session is not None and json:
            _listed(one, found.pairs, limit, json)
        if session is not None:
            _close(session)


def calibrate(
    place: PlaceArgument = None,
    endpoint: EndpointOption = None,
    model: ModelOption = "",
    key_from: KeyOption = None,
    calls: CallsOption = 200,
    tokens: TokensOption = 400_000,
    timeout: TimeoutOption = 60.0,
    again: AgainOption = False,
    redact: RedactOption = None,
    yes: YesOption = False,
    edition: EditionOption = None,
    json: JsonOption = False,
) -> None:
    """Hold a second reader against the matters that people reviewed: how often it agrees with them.

    It is asked about those that it was not asked about before; below 30 reviewed matters it is not believed.
    """
    from gainsay.judging.calibration import calibrate as held_against
    from gainsay.judging.calibration import note
    from gainsay.judging.reviewed import cases

    if endpoint is None:
        raise UsageError("name the reader: --endpoint URL --model NAME.")
    reader = _endpoint(endpoint, model, key_from, timeout)
    with opened(_one(place, edition)) as one:
        reviewed = cases(one)
        if not reviewed:
            raise UsageError("nobody has reviewed a matter yet: `gainsay review decide` does, or the reading room.")
        pairs = [case.pair for case in reviewed]
        session = _asked(one, pairs, reader, (calls, tokens), again, redact, yes, quiet=True)
        if session is None:
            return
        found = held_against(one, reader.name, reviewed)
        note(one, found)
    if json:
        print_json(found)
    else:
        _print_calibration(found)
    _close(session, quiet=True)


def _one(place: str | None, edition: str | None) -> str | None:
    if place is not None and edition is not None:
        raise UsageError("give one edition.")
    return place or edition


def _endpoint(url: str, model: str, key_from: str | None, timeout: float) -> Endpoint:
    """The endpoint, with the key out of the environment: here and nowhere else."""
    from gainsay.judging.endpoint import Endpoint

    key = os.environ.get(key_from, "").strip() if key_from else ""
    if key_from and not key:
        raise UsageError(f"{key_from}: there is no such environment variable, or it is empty.")
    return Endpoint(url, model, key, timeout)


def _asked(
    edition: Edition,
    pairs: list[Pair] | tuple[Pair, ...],
    endpoint: Endpoint,
    most: tuple[int, int],
    again: bool,
    redact: str | None,
    yes: bool,
    quiet: bool = False,
) -> Session | None:
    """Ask about these pairs, if whoever sits there agrees to what it costs; None where nothing was to be sent."""
    from gainsay.edition.review.log import now
    from gainsay.judging.endpoint import caller
    from gainsay.judging.hiding import Names
    from gainsay.judging.session import Asking, Budget, Session, make_plan

    budget = Budget(*most)
    hiding = Names.of(edition, redact) if redact else None
    plan = make_plan(edition, pairs, endpoint.name, budget, again=again, hiding=hiding)
    _print_cost(plan, endpoint)
    if not plan.asked:
        return Session()
    if not (yes or _agreed()):
        return None
    asking = Asking(edition, endpoint.name, caller(endpoint), budget, now, hiding, _warn)
    if not quiet:
        asking.told = _print_pair
    return asking.run(plan)


def _print_cost(plan: Plan, endpoint: Endpoint) -> None:
    known = f"; asked about before: {plan.known}" if plan.known else ""
    beyond = f"; beyond the budget: {plan.beyond}" if plan.beyond else ""
    print(f"{_counted(len(plan.asked), 'pair')} to ask {endpoint.name} about{known}{beyond}.", file=sys.stderr)
    if plan.asked:
        print(
            f"At most {plan.questions:,} tokens of questions and {plan.answers:,} of answers go to and from "
            f"{endpoint.host}: the statements, and what stands around them.",
            file=sys.stderr,
        )


def _counted(number: int, what: str) -> str:
    return f"{number} {what}{'s' * (number != 1)}"


def _agreed() -> bool:
    if not sys.stdin.isatty():
        print("Nothing was sent. Add --yes to send.", file=sys.stderr)
        return False
    return typer.confirm("Send?", err=True)


def _warn(line: str) -> None:
    print(f"gainsay: {line}", file=sys.stderr)


def _close(session: Session, quiet: bool = False) -> None:
    if not quiet:
        void = f", {_counted(session.void, 'answer')} void" if session.void else ""
        failed = f", {session.failed} without an answer" if session.failed else ""
        judged = _counted(session.judged, "pair")
        print(f"{judged} judged{void}{failed}; some {session.tokens:,} tokens.", file=sys.stderr)
    if session.stopped:
        _warn(f"stopped: {session.stopped}. What was answered is kept; the same command goes on from there.")
    if session.failed:
        raise typer.Exit(1)


def _listed(edition: Edition, pairs: tuple[Pair, ...], limit: int, json: bool) -> None:
    from gainsay.judging.shown import said_of_pairs

    some = pairs[:limit]
    said = said_of_pairs(edition, some)
    if json:
        told = (asdict(pair) | {"key": pair.key, "second_readers": said.get(pair.key, ())} for pair in some)
        print_json(list(told))
        return
    for pair in some:
        _print_statements(edition, pair)
        for one in said.get(pair.key, ()):
            print_said(one)
        print()
    print(f"{len(some)} of {len(pairs)} pairs left unsure" if pairs else "No pair is left unsure.")


def _print_statements(edition: Edition, pair: Pair) -> None:
    print(f"UNSURE · {pair.why}")
    for one in (pair.a, pair.b):
        print(_line(f"  {edition.paths[one.document]}: {one_line(one.claim.of(one.text))}"))


def _print_pair(pair: Pair, opinion: Opinion) -> None:
    print((opinion.verdict or "").upper())
    for one in (pair.a, pair.b):
        print(_line(f"  {_words(one)}"))


def _words(one: Excerpt) -> str:
    by = f"{', '.join(one.by)}: " if one.by else ""
    return f"{by}{one_line(one.claim.of(one.text))}"


def print_said(said: Said) -> None:
    """What a second reader says, with its name and how far it can be believed."""
    words = " / ".join(f"“{one_line(rest.words)}”" for rest in said.rests)
    resting = f", resting on {words}" if words else ""
    print(f"  Second reader ({said.reader}; {said.standing}): {said.verdict}{resting}")
    print(_line(f"    in its own words: {said.reasons}"))


def _line(words: str) -> str:
    return shortened(words, max(60, width()))


def _print_calibration(found: Calibration) -> None:
    from gainsay.judging.calibration import LEAST

    void = f", {_counted(found.void, 'answer')} void" if found.void else ""
    print(f"{found.reader}: asked about {_counted(found.reviewed, 'reviewed matter')}{void}")
    if not found.believed:
        print(f"Not to be believed yet: judged by both are {found.agreed.of}, and it takes {LEAST}.")
    print(f"  agrees with people on {_share(found.agreed)}")
    if found.alpha is not None:
        print(f"  Krippendorff's alpha {found.alpha:.2f}")
    for one in found.verdicts:
        print(f"  {one.verdict}: right in {_of_verdict(one.precision)}; finds {_of_verdict(one.recall)}")


def _share(share: Share) -> str:
    return f"{share.right} of {share.of} (95 %: {share.low:.2f} to {share.high:.2f})"


def _of_verdict(share: Share) -> str:
    from gainsay.judging.calibration import LEAST_OF_VERDICT

    return _share(share) if share.of >= LEAST_OF_VERDICT else f"{share.right} of {share.of}, too few to tell"
