"""At the entrance: who asks, what they may do, and what is answered to those who may not."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from hashlib import sha256
from hmac import new as hmac
from http.cookies import CookieError, SimpleCookie
from ipaddress import IPv4Network, IPv6Network, ip_address
from secrets import token_bytes
from typing import Any, Protocol
from urllib.parse import quote

from gainsay.errors import GainsayError
from gainsay.room.accounts import Account, Accounts, Role
from gainsay.room.rendering import LIVE_SCRIPT, STYLE
from gainsay.room.sessions import Sessions

SIGN_IN = "/sign-in.html"
SIGN_OUT = "/sign-out.html"
OPEN = (SIGN_IN, f"/{STYLE}", f"/{LIVE_SCRIPT}")
REVIEWING = ("/review", "/decisions")
STRANGER = (
    "This room is shared: only the proxy before it may ask for pages, and it must say who asks. Open the room at the "
    "address that you were given."
)
UNKNOWN = "Your name has no account in this room. Ask whoever keeps it."
READS = "Your account reads; deciding is for reviewers and editors. Ask whoever keeps the room."
SIGN_IN_FIRST = "Sign in first."

Headers = Mapping[str, list[str]]


@dataclass(frozen=True, slots=True)
class Visitor:
    """Who asks for a page. Without a name it is the person at this machine, who may do everything.

    `token` comes back with every form that changes something: a page of another site cannot know it.
    """

    account: Account
    token: str
    session: str = ""

    @property
    def name(self) -> str:
        return self.account.name

    def may(self, role: Role) -> bool:
        """Whether they may do what a role may do."""
        return self.account.may(role)


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why somebody is not let in; with `sign_in` the page to do so is shown instead."""

    words: str
    sign_in: bool = False


class Door(Protocol):
    """One way of telling who asks."""

    def ask(self, headers: Headers, client: str) -> Visitor | Refusal:
        """Who asks, by the headers of a request and the address it came from."""
        ...


class Seal:
    """Makes the tokens of forms: each is right for one visitor, in one room, as long as it is open."""

    def __init__(self) -> None:
        self._secret = token_bytes(32)

    def token(self, whose: str) -> str:
        """The token for a session or a name."""
        return hmac(self._secret, whose.encode(), sha256).hexdigest()


class OwnDoor:
    """The room of one person on their own machine."""

    def __init__(self) -> None:
        self._visitor = Visitor(Account("", "editor"), Seal().token(""))

    def ask(self, headers: Headers, client: str) -> Visitor | Refusal:
        """Whoever the guard let through."""
        return self._visitor


class PasswordDoor:
    """A shared room that people sign in to."""

    def __init__(self, accounts: Accounts, cookie: str) -> None:
        self.accounts = accounts
        self.sessions = Sessions()
        self.cookie = cookie
        self._seal = Seal()

    def ask(self, headers: Headers, client: str) -> Visitor | Refusal:
        """Whose session the cookie names, as long as the account is there and its password the same."""
        session = cookie_of(headers, self.cookie)
        began = self.sessions.account(session) if session else None
        now = self.accounts.all().get(began.name) if began else None
        if began is None or now is None or now.hash != began.hash:
            return Refusal(SIGN_IN_FIRST, sign_in=True)
        return Visitor(now, self._seal.token(session), session)


class ProxyDoor:
    """A shared room behind a proxy that has asked who somebody is, and says so in a header."""

    def __init__(self, accounts: Accounts, header: str, trusted: Iterable[IPv4Network | IPv6Network]) -> None:
        self.accounts = accounts
        self.header = header.lower()
        self.trusted = tuple(trusted)
        self._seal = Seal()

    def ask(self, headers: Headers, client: str) -> Visitor | Refusal:
        """Whom the header names, where the request comes from a proxy that is trusted."""
        given = headers.get(self.header, [])
        if len(given) != 1 or not given[0].strip() or not self._trusts(client):
            return Refusal(STRANGER)
        account = self.accounts.named(given[0].strip())
        return Visitor(account, self._seal.token(account.name)) if account else Refusal(UNKNOWN)

    def _trusts(self, client: str) -> bool:
        try:
            address = ip_address(client)
        except ValueError:
            return False
        return any(address in network for network in self.trusted)


class Entrance:
    """An ASGI layer: puts the visitor into the scope, and lets nobody by who may not."""

    def __init__(self, app: Any, door: Door) -> None:
        self.app = app
        self.door = door

    async def __call__(self, scope: Any, receive: Any, send: Any) -> None:
        if scope["type"] != "http" or scope["path"] in OPEN:
            await self.app(scope, receive, send)
            return
        try:
            visitor = self.door.ask(_headers(scope), (scope.get("client") or ("", 0))[0])
        except GainsayError as error:  # the file of accounts is gone, or half written
            visitor = Refusal(str(error))
        path = scope["path"]
        if isinstance(visitor, Refusal):
            await _refuse(scope, send, visitor)
        elif path.startswith(REVIEWING) and not visitor.may("reviewer"):
            await _refuse(scope, send, Refusal(READS))
        else:
            await self.app(scope | {"visitor": visitor}, receive, send)


async def _refuse(scope: Any, send: Any, refusal: Refusal) -> None:
    """To people a page to sign in, or the reason; to programs the reason as JSON."""
    status, body, kind = 401 if refusal.sign_in else 403, refusal.words.encode(), b"text/plain; charset=utf-8"
    headers = []
    if scope["path"].endswith(".json"):
        body, kind = (
            json.dumps({"address": scope["path"].lstrip("/"), "why": refusal.words}).encode(),
            b"application/json",
        )
    elif refusal.sign_in and scope["method"] in ("GET", "HEAD"):
        asked = scope["path"] + (f"?{scope['query_string'].decode('latin-1')}" if scope["query_string"] else "")
        headers, status = [(b"location", f"{SIGN_IN}?to={quote(asked, safe='/')}".encode())], 303
    headers.append((b"content-type", kind))
    await send({"type": "http.response.start", "status": status, "headers": headers})
    await send({"type": "http.response.body", "body": body})


def cookie_of(headers: Headers, name: str) -> str:
    """The value of a cookie; empty where it is not sent."""
    try:
        found = SimpleCookie("; ".join(headers.get("cookie", []))).get(name)
    except CookieError:
        return ""
    return found.value if found else ""


def _headers(scope: Any) -> Headers:
    found: dict[str, list[str]] = {}
    for name, value in scope["headers"]:
        found.setdefault(name.decode("latin-1").lower(), []).append(_text(value))
    return found


def _text(value: bytes) -> str:
    """Names outside Latin-1 arrive as UTF-8, as far as proxies send them."""
    try:
        return value.decode("utf-8")
    except UnicodeDecodeError:
        return value.decode("latin-1")
