"""The running room: every page as HTML, and the same record as JSON under the same address with `.json`."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, Any

from fastapi import FastAPI, Request
from fastapi.concurrency import run_in_threadpool
from fastapi.responses import HTMLResponse, JSONResponse, PlainTextResponse, RedirectResponse, Response
from starlette.exceptions import HTTPException
from starlette.middleware.gzip import GZipMiddleware

from gainsay.errors import GainsayError
from gainsay.room.answering import Room, visitor_of
from gainsay.room.context import GonePage, Link
from gainsay.room.entrance import SIGN_IN, SIGN_OUT, Door, Entrance, OwnDoor, PasswordDoor
from gainsay.room.forms import fields_of
from gainsay.room.guard import Guard, Place
from gainsay.room.kept import PACKED
from gainsay.room.reading import GoneError
from gainsay.room.rendering import static_file, static_files
from gainsay.room.signing import Signing
from gainsay.version import __version__

if TYPE_CHECKING:
    from gainsay.room.library import Library

TYPES = {"css": "text/css", "js": "text/javascript"}
LOST = (
    "This address leads nowhere. It may be mistyped, or from another edition.",
    (Link("The front page", "index.html"), Link("Search", "search.html")),
)
SMALLEST_PACKED = 600  # bytes; packing less saves nothing on the way
DESCRIPTION = "Every page of the room is one record, told as HTML and, under the same address with `.json`, as JSON."


def build(library: Library, places: Iterable[Place], door: Door | None = None) -> Guard:
    """The application: pages, their JSON, style sheet and script, behind the guard.

    With a `door` it is shared: whoever comes is asked who they are.
    """
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
    app.post("/decisions.html", response_class=HTMLResponse, tags=["pages"], name="take over")(_taking(room))
    app.get("/decisions.jsonl", response_class=Response, tags=["data"], name="decisions")(room.decisions)
    for name in static_files(live=True):
        app.get(f"/{name}", include_in_schema=False)(_static(name))
    app.get("/", include_in_schema=False)(lambda: RedirectResponse("/index.html"))
    if isinstance(door, PasswordDoor):
        _add_signing(app, Signing(door, room.renderer))
    _answer_errors(app, room)
    packed = GZipMiddleware(Entrance(app, door or OwnDoor()), minimum_size=SMALLEST_PACKED, compresslevel=PACKED)
    return Guard(packed, places, shared=door is not None)


def _add(app: FastAPI, room: Room, address: str, make: Callable[..., Any]) -> None:
    """A page at its two addresses. The HTML side takes the parameters of the maker."""
    signature = inspect.signature(make, eval_str=True)

    def answer(request: Request, **given: Any) -> Response:
        return room.page(lambda: make(**given), request)

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
        return await run_in_threadpool(room.decide, await fields_of(request), visitor_of(request))

    return answer


def _taking(room: Room) -> Callable[..., Any]:
    async def answer(request: Request) -> Response:
        """Take over the decisions of a file, as `gainsay review import` does."""
        return await run_in_threadpool(room.take_over, await fields_of(request), visitor_of(request))

    return answer


def _add_signing(app: FastAPI, signing: Signing) -> None:
    """The page at which people of a shared room sign in, and the way out."""

    async def sign_in(request: Request) -> Response:
        return await run_in_threadpool(signing.sign_in, await fields_of(request))

    async def sign_out(request: Request) -> Response:
        return signing.sign_out(await fields_of(request), visitor_of(request))

    app.get(SIGN_IN, include_in_schema=False)(signing.page)
    app.post(SIGN_IN, include_in_schema=False)(sign_in)
    app.post(SIGN_OUT, include_in_schema=False)(sign_out)


def _static(name: str) -> Callable[[], Response]:
    text, kind = static_file(name), TYPES[name.rpartition(".")[2]]
    return lambda: Response(text, media_type=kind, headers={"cache-control": "no-cache"})


def _answer_errors(app: FastAPI, room: Room) -> None:
    """What went wrong, as a page to people and as JSON to programs; never a traceback."""

    def told(request: Request, page: GonePage, status: int) -> Response:
        path = request.url.path
        if path.endswith(".json"):
            return JSONResponse({"address": page.address, "why": page.why}, status)
        if "visitor" not in request.scope:
            return PlainTextResponse(page.why, status)
        return room.html(page, path.lstrip("/"), visitor_of(request), status)

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
