"""The running room: every page as HTML, and the same record as JSON under the same address with `.json`."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Iterable
from secrets import compare_digest, token_urlsafe
from typing import TYPE_CHECKING, Annotated, Any, Literal
from urllib.parse import parse_qs, quote, unquote, urlencode

from fastapi import Cookie, FastAPI, Request
from fastapi.concurrency import run_in_threadpool
from fastapi.responses import HTMLResponse, JSONResponse, PlainTextResponse, RedirectResponse, Response
from starlette.exceptions import HTTPException
from starlette.middleware.gzip import GZipMiddleware

from gainsay.errors import GainsayError, UsageError
from gainsay.room import context
from gainsay.room.context import GonePage, Link
from gainsay.room.deciding import decide
from gainsay.room.finding import Choice
from gainsay.room.guard import Guard
from gainsay.room.reading import GoneError, Reading
from gainsay.room.rendering import STATIC, Renderer, Setting, static_file
from gainsay.room.reviewing import Desk, Turn
from gainsay.room.shelf import edition_title
from gainsay.version import __version__

if TYPE_CHECKING:
    from gainsay.room.library import Library

TYPES = {"css": "text/css", "js": "text/javascript"}
LOST = (
    "This address leads nowhere. It may be mistyped, or from another edition.",
    (Link("The front page", "index.html"), Link("Search", "search.html")),
)
LONGEST_FORM = 100_000  # bytes
MOST_WAITING = 100
SMALLEST_PACKED = 600  # bytes; packing less saves nothing on the way
PACKED = 4  # of 9: a page a tenth larger than at 9, in a third of the time
YEAR = 365 * 24 * 3600
Kinds = Literal["", "attribution", "matter", "entity"]
DESCRIPTION = "Every page of the room is one record, told as HTML and, under the same address with `.json`, as JSON."


class Room:
    """Answers for one edition."""

    def __init__(self, library: Library) -> None:
        self.library = library
        self.renderer = Renderer()
        self.token = token_urlsafe(16)  # every form that changes something carries it back
        self._waiting: tuple[Reading | None, int] = (None, 0)

    def html(self, page: object, href: str, status: int = 200) -> HTMLResponse:
        """A page, with what the edition's state asks to be said."""
        title, notice = edition_title(self.library.edition.path), self.library.notice
        setting = Setting(title, live=True, notice=notice, token=self.token, reviews=True)
        return HTMLResponse(self.renderer.render(page, href, setting), status)

    # The pages. FastAPI reads the parameters of each, so the names are those of the addresses.

    def front(self) -> context.FrontPage:
        """The way in: the edition in one sentence, its sharpest disputes, its sources."""
        reading = self.library.reading()
        if self._waiting[0] is not reading:
            self._waiting = reading, len(self.library.edition.queue(MOST_WAITING))
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

    def sources(self) -> context.SourcesPage:
        """All documents, in time."""
        return self.library.reading().source_list()

    def source(self, id: str) -> context.SourcePage:
        """A document as it stands, with what was found in it."""
        return self.library.reading().source(id)

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
        return self.library.reading().people.naming(start)

    def timeline(self, year: str = "") -> context.TimelinePage:
        """What the sources place in the calendar."""
        return self.library.reading().timeline.page(year)

    def network(self) -> context.NetworkPage:
        """Who quotes, cites and copies whom."""
        return self.library.reading().network

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

    def review(self, kind: Kinds = "", done: int = 0, by: Annotated[str, Cookie()] = "") -> context.ReviewPage:
        """The review desk: the queue, its first reading, the log of decisions."""
        return self.desk("", Turn(unquote(by)[:80], kind, done=_done(done)))

    def review_one(
        self, id: str, kind: Kinds = "", done: int = 0, by: Annotated[str, Cookie()] = ""
    ) -> context.ReviewPage:
        """The review desk with one reading: an attribution, a statement, a date, a name, a matter."""
        return self.desk(id, Turn(unquote(by)[:80], kind, done=_done(done)))

    def desk(self, target: str, turn: Turn) -> context.ReviewPage:
        """The desk as the edition is now."""
        return Desk(self.library.edition, self.library.reading(), self.library.fresh).page(target, turn)

    def decide(self, form: dict[str, str]) -> Response:
        """Put a decision into the log, and lead on to the next reading; say what is wrong where it cannot be."""
        target, by = form.get("target", ""), form.get("by", "").strip()[:80]
        desk = Desk(self.library.edition, self.library.reading(), self.library.fresh)
        try:
            if not compare_digest(form.get("token", ""), self.token):
                raise UsageError("the room was opened anew since this page was made. Look at it again, then decide.")
            number = decide(desk, form)
        except GainsayError as error:
            shown = target if form.get("action") != "undo" else ""
            page = self.desk(shown, Turn(by, form.get("kind", ""), problem=str(error)))
            return self.html(page, f"review/{shown}.html" if shown else "review.html", 422)
        self.library.decided(target)
        after = form.get("after", "")
        known = after and desk.record(after) is not None
        where = f"/review/{after}.html" if known else "/review.html"
        answer = RedirectResponse(f"{where}?{urlencode({'done': number, 'kind': form.get('kind', '')})}", 303)
        answer.set_cookie("by", quote(by), max_age=YEAR, httponly=True, samesite="strict")
        return answer

    def pages(self) -> Iterable[tuple[str, Callable[..., Any]]]:
        """Each address, without its ending, and what answers there."""
        yield from (("/index", self.front), ("/matters", self.matters), ("/sources", self.sources))
        yield from (("/people", self.people), ("/naming", self.naming), ("/timeline", self.timeline))
        yield from (("/network", self.network), ("/search", self.search), ("/ask", self.ask), ("/about", self.about))
        yield from (("/matter/{id}", self.matter), ("/source/{id}", self.source), ("/person/{id}", self.person))
        yield from (("/compare/{pair}", self.compare), ("/cite/{pair}", self.cite))
        yield from (("/review", self.review), ("/review/{id}", self.review_one))


def build(library: Library, hosts: Iterable[str]) -> Guard:
    """The application: pages, their JSON, style sheet and script, behind the guard."""
    app = FastAPI(
        title="Gainsay, the reading room",
        version=__version__,
        description=DESCRIPTION,
        docs_url=None,  # both would load their scripts from somewhere else
        redoc_url=None,
        separate_input_output_schemas=False,
    )
    room = Room(library)
    for address, make in room.pages():
        _add(app, room, address, make)
    app.post("/review.html", response_class=HTMLResponse, tags=["pages"], name="decide")(_deciding(room))
    for name in STATIC:
        app.get(f"/{name}", include_in_schema=False)(_static(name))
    app.get("/", include_in_schema=False)(lambda: RedirectResponse("/index.html"))
    _answer_errors(app, room)
    return Guard(GZipMiddleware(app, minimum_size=SMALLEST_PACKED, compresslevel=PACKED), hosts)


def _add(app: FastAPI, room: Room, address: str, make: Callable[..., Any]) -> None:
    """A page at its two addresses. The HTML side takes the parameters of the maker."""
    signature = inspect.signature(make, eval_str=True)

    def answer(request: Request, **given: Any) -> Response:
        return room.html(make(**given), request.url.path.lstrip("/"))

    request = inspect.Parameter("request", inspect.Parameter.POSITIONAL_OR_KEYWORD, annotation=Request)
    parameters = [request, *(p.replace(kind=p.KEYWORD_ONLY) for p in signature.parameters.values())]
    answer.__signature__ = signature.replace(parameters=parameters, return_annotation=Response)  # type: ignore[attr-defined]
    answer.__doc__ = make.__doc__
    name = make.__name__
    app.get(f"{address}.html", response_class=HTMLResponse, name=name, tags=["pages"])(answer)
    app.get(f"{address}.json", response_model=signature.return_annotation, name=f"{name} as JSON", tags=["data"])(make)


def _deciding(room: Room) -> Callable[..., Any]:
    async def answer(request: Request) -> Response:
        """Record a decision: what the form of the review desk says."""
        body = b""
        async for chunk in request.stream():
            body += chunk
            if len(body) > LONGEST_FORM:
                raise HTTPException(413, "This is too long for a decision.")
        fields = parse_qs(body.decode("utf-8", "replace"), keep_blank_values=True)
        return await run_in_threadpool(room.decide, {name: values[-1] for name, values in fields.items()})

    return answer


def _done(number: int) -> str:
    return f"Decision {number} is in the log." if number > 0 else ""


def _static(name: str) -> Callable[[], Response]:
    text, kind = static_file(name), TYPES[name.rpartition(".")[2]]
    return lambda: Response(text, media_type=kind, headers={"cache-control": "no-cache"})


def _answer_errors(app: FastAPI, room: Room) -> None:
    """What went wrong, as a page to people and as JSON to programs; never a traceback."""

    def told(request: Request, page: GonePage, status: int) -> Response:
        path = request.url.path
        if path.endswith(".json"):
            return JSONResponse({"address": page.address, "why": page.why}, status)
        return room.html(page, path.lstrip("/"), status)

    def gone(request: Request, error: Exception) -> Response:
        assert isinstance(error, GoneError)
        return told(request, error.page, 404)

    def lost(request: Request, error: Exception) -> Response:
        assert isinstance(error, HTTPException)
        if error.status_code != 404:
            return PlainTextResponse(str(error.detail), error.status_code)
        return told(request, GonePage(request.url.path.lstrip("/"), *LOST), 404)

    def failed(request: Request, error: Exception) -> Response:
        return told(request, GonePage(request.url.path.lstrip("/"), str(error), LOST[1]), 503)

    app.add_exception_handler(GoneError, gone)
    app.add_exception_handler(HTTPException, lost)
    app.add_exception_handler(GainsayError, failed)
