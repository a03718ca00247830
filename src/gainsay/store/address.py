"""Where an edition is kept: in a file, or in a database of a PostgreSQL server."""

from __future__ import annotations

import os
import re
from pathlib import Path
from urllib.parse import parse_qsl, unquote, urlencode, urlsplit

from gainsay.errors import UsageError

_SCHEME = re.compile(r"postgres(ql)?(\+\w+)?:", re.IGNORECASE)
_FORM = "postgresql://USER@HOST/DATABASE"


class Server:
    """An edition in a database. It is printed without its password, which only the connection is told.

    No dataclass: `asdict`, by which reports become JSON, would tell the password too.
    """

    __slots__ = ("name", "plain", "secret")

    def __init__(self, plain: str, name: str, secret: str) -> None:
        self.plain = plain
        self.name = name
        self.secret = secret
        """The address as given, password and all."""

    @classmethod
    def of(cls, given: str) -> Server:
        """The address that somebody typed.

        >>> str(Server.of("postgresql:///press"))
        'postgresql:///press'
        >>> str(Server.of("postgresql://ana:quay@db.example/press?sslmode=require"))
        'postgresql://ana@db.example/press?sslmode=require'
        """
        try:
            parts = urlsplit(given)
            user, _, place = parts.netloc.rpartition("@")
            options = parse_qsl(parts.query, keep_blank_values=True, strict_parsing=bool(parts.query))
        except ValueError:
            # The words of the error would repeat what was typed, the password among it.
            raise UsageError(f"this is not the address of a database. It has the form {_FORM}.") from None
        name = unquote(parts.path.strip("/")) or dict(options).get("dbname", "")
        if not name or "/" in name or not given[len(parts.scheme) :].startswith("://"):
            raise UsageError(f"the address names no database. It has the form {_FORM}.")
        login = user.partition(":")[0]
        told = urlencode([(key, value) for key, value in options if key != "password"], safe="/,:")
        netloc = f"{login}@{place}" if login else place
        return cls(f"postgresql://{netloc}/{parts.path.strip('/')}{told and f'?{told}'}", name, given)

    @property
    def stem(self) -> str:
        """What to call files made from the edition."""
        return self.name

    @property
    def passwords(self) -> list[str]:
        """The passwords in the address, as typed and as meant: what must stand in no message."""
        parts = urlsplit(self.secret)
        typed = parts.netloc.rpartition("@")[0].partition(":")[2]
        asked = dict(parse_qsl(parts.query)).get("password", "")
        return sorted({word for word in (typed, unquote(typed), asked) if word}, key=len, reverse=True)

    def __str__(self) -> str:
        return self.plain

    def __repr__(self) -> str:
        return f"Server({self.plain!r})"

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Server) and self.plain == other.plain

    def __hash__(self) -> int:
        return hash(self.plain)


Address = Path | Server


def as_address(given: str | os.PathLike[str] | Server) -> Address:
    """The address that is meant.

    >>> as_address("press.gainsay").name, as_address("postgresql:///press").name
    ('press.gainsay', 'press')
    """
    if isinstance(given, Server):
        return given
    text = os.fspath(given)
    if _SCHEME.match(text):
        return Server.of(text)
    return Path(text)
