"""Signing in to a shared room, and out of it."""

from __future__ import annotations

from collections.abc import Mapping
from hmac import compare_digest

from fastapi.responses import HTMLResponse, RedirectResponse, Response

from gainsay.room.context import SignInPage
from gainsay.room.entrance import SIGN_IN, PasswordDoor, Visitor
from gainsay.room.rendering import Renderer, Setting
from gainsay.room.sessions import Tries

WRONG = "No account has this name with this password."
FRONT = "/index.html"


class Signing:
    """The page to sign in at, and what its form does."""

    def __init__(self, door: PasswordDoor, renderer: Renderer) -> None:
        self.door = door
        self.renderer = renderer
        self.tries = Tries()

    def page(self, to: str = FRONT) -> Response:
        """The form. It tells a stranger nothing about the edition, not even its name."""
        return self._html(SignInPage(_within(to)), 200)

    def sign_in(self, form: Mapping[str, str]) -> Response:
        """A session for the right password; else the form again, with what is wrong."""
        name, to = form.get("name", "").strip(), _within(form.get("to", FRONT))
        wait = self.tries.wait(name)
        if wait:
            told = f"Too many tries under this name. Wait {round(wait) or 1} s, then try again."
            return self._html(SignInPage(to, name, told), 429)
        account = self.door.accounts.admitted(name, form.get("password", ""))
        if account is None:
            self.tries.failed(name)
            return self._html(SignInPage(to, name, WRONG), 403)
        self.tries.succeeded(name)
        answer = RedirectResponse(to, 303)
        # Lax, not strict: the address of a passage, opened from a letter, must find its reader signed in. Whatever
        # changes something asks for a token and for this room's own origin besides.
        answer.set_cookie(
            self.door.cookie, self.door.sessions.begin(account), httponly=True, samesite="lax", secure=self._secure
        )
        return answer

    def sign_out(self, form: Mapping[str, str], visitor: Visitor) -> Response:
        """The end of a session; nothing happens where another site asked for it."""
        if not compare_digest(form.get("token", "").encode(), visitor.token.encode()):
            return RedirectResponse(FRONT, 303)
        self.door.sessions.end(visitor.session)
        answer = RedirectResponse(SIGN_IN, 303)
        answer.delete_cookie(self.door.cookie, httponly=True, samesite="lax", secure=self._secure)
        return answer

    @property
    def _secure(self) -> bool:
        return self.door.cookie.startswith("__Host-")

    def _html(self, page: SignInPage, status: int) -> HTMLResponse:
        setting = Setting(edition="A shared room", live=True)
        return HTMLResponse(self.renderer.render(page, "sign-in.html", setting), status)


def _within(to: str) -> str:
    """An address of this room; the front page for any other, so that nobody is led to another site from here.

    >>> _within("/matter/matter-1.html"), _within("//elsewhere.example/"), _within("https://elsewhere.example/")
    ('/matter/matter-1.html', '/index.html', '/index.html')
    """
    plain = to.isprintable() and "\\" not in to and to.isascii()
    return to if plain and to.startswith("/") and not to.startswith("//") else FRONT
