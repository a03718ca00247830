"""How a room is shared: at which address, by which accounts, and who vouches for them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from ipaddress import IPv4Network, IPv6Network, ip_address, ip_network
from pathlib import Path
from urllib.parse import urlsplit

from gainsay.errors import UsageError
from gainsay.room.accounts import Accounts
from gainsay.room.entrance import PasswordDoor, ProxyDoor
from gainsay.room.guard import Place

HEADER_LETTERS = frozenset("abcdefghijklmnopqrstuvwxyz0123456789-")
HERE = "127.0.0.1"


@dataclass(frozen=True, slots=True)
class Sharing:
    """What the command line says of a shared room, proved.

    `host` is the address on which it listens, `place` the one at which others reach it; without one it is here.
    """

    door: PasswordDoor | ProxyDoor
    host: str = HERE
    place: Place | None = None

    @classmethod
    def of(
        cls,
        *,
        accounts: Path | None,
        address: str | None = None,
        host: str | None = None,
        user_header: str | None = None,
        trusted: Sequence[str] = (),
    ) -> Sharing:
        """Raises UsageError where something is missing, or would leave the room open."""
        if accounts is None:
            raise UsageError("a shared room needs its accounts: gainsay room EDITION --shared --accounts FILE.")
        if address is None and host is not None and not _is_here(host):
            raise UsageError("say with --address at which https address others reach the room: it answers at no other.")
        place = _place(address) if address else None
        known = Accounts(accounts)
        if user_header is None and trusted:
            raise UsageError("--trust names the proxy that says who asks: name its header too, with --user-header.")
        if user_header is None:
            if not any(a.hash for a in known.all().values()):
                raise UsageError(f"{accounts}: no account has a password. Set one with gainsay accounts set.")
            return cls(PasswordDoor(known, place.cookie if place else "session"), host or HERE, place)
        header = user_header.lower()
        if not header or not HEADER_LETTERS.issuperset(header):
            raise UsageError(f"{user_header!r} is not the name of a header: such as X-Remote-User.")
        if not trusted:
            raise UsageError("anybody can send a header: name the address of your proxy with --trust, say 127.0.0.1.")
        return cls(ProxyDoor(known, header, [_network(t) for t in trusted]), host or HERE, place)


def _place(address: str) -> Place:
    """The address as its parts. Passwords and sessions go in the clear over http, so that is for this machine only."""
    parts = urlsplit(address.strip().lower())
    wrong = f"{address!r} is not an address at which a room can be reached: such as https://room.example.org."
    try:
        port = parts.port
    except ValueError as error:
        raise UsageError(wrong) from error
    if parts.scheme not in ("http", "https") or not parts.hostname or parts.username is not None:
        raise UsageError(wrong)
    if parts.path not in ("", "/") or parts.query or parts.fragment:
        raise UsageError(f"{address!r}: the room answers at the root of a host. Give the address without a path.")
    if parts.scheme == "http" and not _is_here(parts.hostname):
        raise UsageError(
            f"{address!r}: over http anybody on the way could read passwords. Put a proxy with a certificate before "
            "the room, and give its https address."
        )
    host = f"[{parts.hostname}]" if ":" in parts.hostname else parts.hostname
    usual = {"http": 80, "https": 443}[parts.scheme]
    return Place(parts.scheme, host if port in (None, usual) else f"{host}:{port}")


def _is_here(host: str) -> bool:
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"


def _network(text: str) -> IPv4Network | IPv6Network:
    try:
        return ip_network(text.strip(), strict=False)
    except ValueError as error:
        raise UsageError(f"{text!r} is no address of a proxy: such as 127.0.0.1, or 10.0.0.0/24.") from error
