"""What the room answers: a page for each address, from the reading as it is now, to whoever asks."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from hmac import compare_digest
from itertools import islice
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Annotated, Any, Literal
from urllib.parse import quote, unquote, urlencode

from fastapi import Cookie, Depends, Request
from fastapi.responses import HTMLResponse, PlainTextResponse, RedirectResponse, Response

from gainsay.errors import GainsayError, UsageError
from gainsay.room import context
from gainsay.room.deciding import decide
from gainsay.room.entrance import Visitor
from gainsay.room.finding import Choice
from gainsay.room.kept import Kept
from gainsay.room.reading import Reading
from gainsay.room.rendering import Renderer, Setting
from gainsay.room.reviewing import Desk, Turn
from gainsay.room.shelf import edition_title

if TYPE_CHECKING:
    from gainsay.room.library import Library

CHANGING = "review"  # the beginning of the addresses whose pages change with every decision
YEAR = 365 * 24 * 3600
MOST_WAITING = 100  # of the queue that the front page counts
KEPT_OUT = "Documents are kept out of this room; its decisions are exported with `gainsay review export`."
Kinds = Literal["", "attribution", "matter", "entity"]


def visitor_of(request: Request) -> Visitor:
    """Who asks, as the entrance found."""
    found: Visitor = request.scope["visitor"]
    return found


Asking = Annotated[Visitor, Depends(visitor_of)]
By = Annotated[str, Cookie()]


class Room:
    """Answers for one edition."""

    def __init__(self, library: Library) -> None:
        self.library = library
        self.renderer = Renderer()
        self.kept = Kept()
        self._waiting: tuple[Reading | None, int] = (None, 0)

    def html(self, page: object, href: str, visitor: Visitor, status: int = 200) -> HTMLResponse:
        """A page for a visitor, with what the edition's state asks to be said."""
        return HTMLResponse(self.renderer.render(page, href, self._setting(visitor)), status)

    def page(self, make: Callable[[], object], request: Request) -> HTMLResponse:
        """The page that a visitor asks for; where nothing but the reading tells what stands on it, made once."""
        href, visitor = request.url.path.lstrip("/"), visitor_of(request)
        if href.startswith(CHANGING) or "verify" in request.query_params:
            return self.html(make(), href, visitor)
        address = f"{href}?{request.url.query}"
        packs = "gzip" in request.headers.get("accept-encoding", "")
        return self.kept.answer(
            self.library.reading(),
            address,
            self._setting(visitor),
            lambda setting: self.renderer.render(make(), href, setting),
            packs,
        )

    def _setting(self, visitor: Visitor) -> Setting:
        return Setting(
            edition=edition_title(self.library.edition.path),
            live=True,
            notice=self.library.notice,
            token=visitor.token,
            reviews=visitor.may("reviewer"),
            takes=visitor.may("editor"),
            visitor=visitor.name,
            role=visitor.account.role,
            leaves=bool(visitor.session),
            maps=bool(self.library.located),
        )

    # The pages. FastAPI reads the parameters of each, so the names are those of the addresses.

    def front(self) -> context.FrontPage:
        """The way in: the edition in one sentence, its sharpest disputes, its sources."""
        reading = self.library.reading()
        if self._waiting[0] is not reading:
            self._waiting = reading, sum(1 for _ in islice(self.library.queue(), MOST_WAITING))
        return reading.front(self._waiting[1])

    def matters(
        self,
        verdict: str = "",
        facet: str = "",
        person: str = "",
        place: str = "",
        source: str = "",
        since: str = "",
        until: str = "",
        sort: str = "sharpest",
        start: int = 0,
    ) -> context.MattersPage:
        """Matters by verdict, facet, person, place, source and period."""
        choice = Choice(verdict, facet, person, place, source, since, until, sort, max(start, 0))
        return self.library.reading().finding.matters_page(choice)

    def matter(self, id: str) -> context.MatterView:
        """A matter with its sides, its witnesses and the reason of its verdict."""
        return self.library.reading().matter(id)

    def sources(self, start: int = 0) -> context.SourcesPage:
        """All documents, in time."""
        return self.library.reading().source_list(start)

    def source(self, id: str, part: int = 1, at: str = "", whole: bool = False) -> context.SourcePage:
        """A document as it stands, with what was found in it; of a long one a part, or the one in which `at` begins."""
        return self.library.reading().source(id, part, at, whole)

    def compare(self, pair: str) -> context.ComparePage:
        """Two documents side by side, where they share words."""
        return self.library.reading().compare(pair)

    def people(self, letter: str = "") -> context.PeoplePage:
        """Who and what the edition speaks of."""
        reading = self.library.reading()
        return reading.people.index(letter) if letter else reading.people_list

    def person(self, id: str, show: str = "", start: int = 0) -> context.PersonPage:
        """What somebody says, what is said of them, what they are called."""
        return self.library.reading().person(id, show, start)

    def naming(self, start: int = 0) -> context.NamingPage:
        """Who is called what, and by whom."""
        return self.library.reading().naming(start)

    def timeline(self, year: str = "") -> context.TimelinePage:
        """What the sources place in the calendar."""
        return self.library.reading().timeline.page(year)

    def network(self) -> context.NetworkPage:
        """Who quotes, cites and copies whom."""
        return self.library.reading().network

    def quotations(self) -> context.QuotationsPage:
        """Quotations held against what they quote."""
        return self.library.reading().quotations

    def map(self) -> context.MapPage:
        """The places whose coordinates the user gave."""
        return self.library.reading().map

    def search(self, q: str = "", source: str = "", since: str = "", until: str = "") -> context.SearchPage:
        """Passages by their words; people and matters by name."""
        return self.library.reading().finding.search_page(self.library.edition, q[:400], source, since, until)

    def ask(self, q: str = "") -> context.AskPage:
        """The matters and statements that bear on a question."""
        return self.library.reading().finding.ask_page(self.library.edition, q[:400])

    def about(self, verify: bool = False) -> context.AboutPage:
        """Version, counts, hashes, what could not be read; with `verify`, what checking the edition finds."""
        return self.library.reading().about(self.library.edition if verify else None)

    def cite(self, pair: str) -> context.CitePage:
        """A passage as one would cite it; `pair` is document and passage, joined by two hyphens."""
        return self.library.reading().cite(pair)

    def review(
        self, asking: Asking, kind: Kinds = "", done: int = 0, taken: int = -1, by: By = ""
    ) -> context.ReviewPage:
        """The review desk: the queue, its first reading, the log of decisions."""
        return self._at_desk("", asking, kind, by, done=_done(done) or _taken(taken))

    def review_one(self, asking: Asking, id: str, kind: Kinds = "", done: int = 0, by: By = "") -> context.ReviewPage:
        """The review desk with one reading: an attribution, a statement, a date, a name, a matter."""
        return self._at_desk(id, asking, kind, by, done=_done(done))

    def _desk(self) -> Desk:
        """The desk as the edition is now."""
        return Desk(self.library.edition, self.library.reading(), self.library.queue, self.library.fresh)

    def _at_desk(self, target: str, visitor: Visitor, kind: str, by: str, **told: str) -> context.ReviewPage:
        who = visitor.name or unquote(by)[:80]
        return self._desk().page(target, Turn(who, kind, own_only=not visitor.may("editor"), **told))

    def decide(self, form: dict[str, str], visitor: Visitor) -> Response:
        """Put a decision into the log, and lead on to the next reading; say what is wrong where it cannot be."""
        target, by = form.get("target", ""), visitor.name or form.get("by", "").strip()[:80]
        desk = self._desk()
        try:
            _refuse_forged(form, visitor)
            number = decide(desk, form | {"by": by}, own_only=not visitor.may("editor"))
        except GainsayError as error:
            shown = target if form.get("action") != "undo" else ""
            page = self._at_desk(shown, visitor, form.get("kind", ""), by, problem=str(error))
            return self.html(page, f"review/{shown}.html" if shown else "review.html", visitor, 422)
        self.library.decided(target)
        after = form.get("after", "")
        known = after and desk.record(after) is not None
        where = f"/review/{after}.html" if known else "/review.html"
        answer = RedirectResponse(f"{where}?{urlencode({'done': number, 'kind': form.get('kind', '')})}", 303)
        if not visitor.name:
            answer.set_cookie("by", quote(by), max_age=YEAR, httponly=True, samesite="strict")
        return answer

    def take_over(self, form: dict[str, str], visitor: Visitor) -> Response:
        """Take the decisions of a file into the log. Who made them is what the file says, so only editors may."""
        try:
            _refuse_forged(form, visitor)
            if not visitor.may("editor"):
                raise UsageError("only an editor takes over decisions of a file.")
            with TemporaryDirectory() as folder:
                path = Path(folder) / "decisions.jsonl"
                path.write_text(form.get("file", ""), encoding="utf-8", newline="")
                try:
                    taken = self.library.edition.import_decisions(path)
                except GainsayError as error:
                    raise UsageError(str(error).replace(str(path), "the file")) from error
        except GainsayError as error:
            page = self._at_desk("", visitor, "", visitor.name, problem=str(error))
            return self.html(page, "review.html", visitor, 422)
        self.library.decided("")
        return RedirectResponse(f"/review.html?taken={taken}", 303)

    def decisions(self) -> Response:
        """The log as `gainsay review import` takes it; not where documents are kept out, whose words it would tell."""
        if self.library.reading().shelf.withheld:
            return PlainTextResponse(KEPT_OUT, 403)
        with TemporaryDirectory() as folder:
            path = Path(folder) / "decisions.jsonl"
            self.library.edition.export_decisions(path)
            words = path.read_bytes()
        head = {"content-disposition": 'attachment; filename="decisions.jsonl"'}
        return Response(words, media_type="application/x-ndjson", headers=head)

    def pages(self) -> Iterable[tuple[str, Callable[..., Any]]]:
        """Each address, without its ending, and what answers there."""
        yield from (("/index", self.front), ("/matters", self.matters), ("/sources", self.sources))
        yield from (("/people", self.people), ("/naming", self.naming), ("/timeline", self.timeline))
        yield from (
            ("/network", self.network),
            ("/map", self.map),
            ("/quotations", self.quotations),
            ("/search", self.search),
            ("/ask", self.ask),
            ("/about", self.about),
        )
        yield from (("/matter/{id}", self.matter), ("/source/{id}", self.source), ("/person/{id}", self.person))
        yield from (("/compare/{pair}", self.compare), ("/cite/{pair}", self.cite))
        yield from (("/review", self.review), ("/review/{id}", self.review_one))


def _refuse_forged(form: dict[str, str], visitor: Visitor) -> None:
    """Refuse a form that is not from a page of this room, as it was opened."""
    if not compare_digest(form.get("token", "").encode(), visitor.token.encode()):
        raise UsageError("the room was opened anew since this page was made. Look at it again, then decide.")


def _taken(number: int) -> str:
    if number < 0:
        return ""
    words = f"{number or 'No'} decision{'s' * (number != 1)} taken over from the file"
    return f"{words}; those that were here already are left out."


def _done(number: int) -> str:
    return f"Decision {number} is in the log." if number > 0 else ""
