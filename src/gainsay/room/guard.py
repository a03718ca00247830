"""Where the room answers, from where it may be asked, and what a page may do in the browser."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

POLICY = (
    "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' data:; connect-src 'self'; "
    "form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
HEADERS = (
    (b"content-security-policy", POLICY.encode()),
    (b"x-content-type-options", b"nosniff"),
    (b"referrer-policy", b"same-origin"),  # with no-referrer a form would be sent with the origin "null"
    (b"x-frame-options", b"DENY"),
    (b"cross-origin-opener-policy", b"same-origin"),
    (b"cross-origin-resource-policy", b"same-origin"),
)
NOT_HERE = (
    "This room is open to this machine only. Open it at the address that `gainsay room` printed; "
    "another name for this machine, or a page of another site, is refused."
)
NOT_SHARED_HERE = (
    "This room answers at another address, and to its own pages only. Open it at the address you were given."
)


@dataclass(frozen=True, slots=True)
class Place:
    """An address at which the room answers: `http` or `https`, and the host with its port unless that is the usual."""

    scheme: str
    host: str

    @property
    def origin(self) -> str:
        return f"{self.scheme}://{self.host}"

    @property
    def cookie(self) -> str:
        """The name of the session's cookie: with the prefix, browsers take it from this very host over https only."""
        return "__Host-session" if self.scheme == "https" else "session"


class Guard:
    """An ASGI layer: foreign `Host` and `Origin` are refused, every answer carries the headers above.

    A site that a browser has open could otherwise point a name of its own at 127.0.0.1 and read the edition.
    """

    def __init__(self, app: Any, places: Iterable[Place], *, shared: bool = False) -> None:
        self.app = app
        self.places = tuple(places)
        self._hosts = frozenset(p.host for p in self.places)
        self._origins = frozenset(p.origin for p in self.places)
        # What was shown to one account must not come from the browser's own store to the next.
        kept = ((b"cache-control", b"no-store"),) if shared else ()
        self._headers = (*HEADERS, *kept)
        self._refusal = NOT_SHARED_HERE if shared else NOT_HERE

    async def __call__(self, scope: Any, receive: Any, send: Any) -> None:
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return

        async def guarded(message: Any) -> None:
            if message["type"] == "http.response.start":
                message["headers"] = [*message.get("headers", ()), *self._headers]
            await send(message)

        if self._is_ours(dict(scope["headers"])):
            await self.app(scope, receive, guarded)
        else:
            headers = [(b"content-type", b"text/plain; charset=utf-8")]
            await guarded({"type": "http.response.start", "status": 403, "headers": headers})
            await guarded({"type": "http.response.body", "body": self._refusal.encode()})

    def _is_ours(self, headers: dict[bytes, bytes]) -> bool:
        if headers.get(b"host", b"").decode("latin-1").lower() not in self._hosts:
            return False
        origin = headers.get(b"origin", b"").decode("latin-1").lower()
        return not origin or origin in self._origins


def own_places(port: int) -> tuple[Place, ...]:
    """What this machine calls itself."""
    return tuple(Place("http", f"{name}:{port}") for name in ("127.0.0.1", "localhost", "[::1]"))
