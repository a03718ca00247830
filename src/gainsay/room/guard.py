"""Who may ask the room for pages, and what a page may do in the browser."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any
from urllib.parse import urlsplit

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
REFUSED = (
    "This room is open to this machine only. Open it at the address that `gainsay room` printed; "
    "another name for this machine, or a page of another site, is refused."
)


class Guard:
    """An ASGI layer: foreign `Host` and `Origin` are refused, every answer carries the headers above.

    A site that a browser has open could otherwise point a name of its own at 127.0.0.1 and read the edition.
    """

    def __init__(self, app: Any, hosts: Iterable[str]) -> None:
        self.app = app
        self.hosts = frozenset(hosts)

    async def __call__(self, scope: Any, receive: Any, send: Any) -> None:
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return

        async def guarded(message: Any) -> None:
            if message["type"] == "http.response.start":
                message["headers"] = [*message.get("headers", ()), *HEADERS]
            await send(message)

        if self._is_ours(dict(scope["headers"])):
            await self.app(scope, receive, guarded)
        else:
            headers = [(b"content-type", b"text/plain; charset=utf-8")]
            await guarded({"type": "http.response.start", "status": 403, "headers": headers})
            await guarded({"type": "http.response.body", "body": REFUSED.encode()})

    def _is_ours(self, headers: dict[bytes, bytes]) -> bool:
        if headers.get(b"host", b"").decode("latin-1").lower() not in self.hosts:
            return False
        origin = headers.get(b"origin", b"").decode("latin-1").lower()
        return not origin or urlsplit(origin).netloc in self.hosts


def own_hosts(port: int) -> tuple[str, ...]:
    """What this machine calls itself."""
    return tuple(f"{name}:{port}" for name in ("127.0.0.1", "localhost", "[::1]"))
