"""Who may enter a shared room: a file with a line for each account, `name:role:hash`.

Passwords are kept as scrypt hashes with a salt of their own (RFC 7914), with the cost that OWASP's Password Storage
Cheat Sheet names for it. An account without a hash enters only by the word of a proxy; the name `*` stands for
everybody whom the proxy knows and the file does not name.
"""

from __future__ import annotations

import os
import re
import threading
from base64 import b64decode, b64encode
from binascii import Error as Base64Error
from collections.abc import Mapping
from dataclasses import dataclass
from hashlib import scrypt
from hmac import compare_digest
from pathlib import Path
from secrets import token_bytes
from typing import Literal, get_args

from gainsay.errors import UsageError

Role = Literal["reader", "reviewer", "editor"]
ROLES: tuple[Role, ...] = get_args(Role)
EVERYBODY = "*"
LONGEST_NAME = 80
LONGEST_PASSWORD = 1000  # characters: hashing takes time for each of them
SHORTEST_PASSWORD = 10
COST, BLOCK, TURNS, LENGTH = 2**14, 8, 5, 32
MEMORY = 64 * 1024 * 1024  # bytes; one hash takes 16 MB
MOST_TURNS = 16
AT_ONCE = 2  # hashes: more would let strangers fill the memory
_NAME = re.compile(r"[^\s:\x00-\x1f\x7f](?:[^:\x00-\x1f\x7f]*[^\s:\x00-\x1f\x7f])?")


@dataclass(frozen=True, slots=True)
class Account:
    """A name, what it may do, and the hash of its password; without one no password opens it."""

    name: str
    role: Role
    hash: str = ""

    def may(self, role: Role) -> bool:
        """Whether this account may do what a role may do: an editor may all, a reader only read."""
        return ROLES.index(self.role) >= ROLES.index(role)


class Accounts:
    """The accounts of a file, read anew when it has changed: whoever is taken out of it is out at once."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._written = (0, 0)
        self._known: Mapping[str, Account] = {}
        self._hashing = threading.BoundedSemaphore(AT_ONCE)
        self._nobody = hashed("nobody has this password")
        self.all()

    def all(self) -> Mapping[str, Account]:
        """Accounts by name, as the file stands."""
        try:
            stat = self.path.stat()
        except OSError as error:
            raise UsageError(f"{self.path}: the accounts cannot be read ({error.strerror}).") from error
        if (stat.st_mtime_ns, stat.st_size) != self._written:
            self._known = read_accounts(self.path)
            self._written = stat.st_mtime_ns, stat.st_size
        return self._known

    def named(self, name: str) -> Account | None:
        """The account of a name that a proxy vouches for."""
        known = self.all()
        if name in known:
            return known[name]
        others = known.get(EVERYBODY)
        return Account(name, others.role) if others and is_name(name) else None

    def admitted(self, name: str, password: str) -> Account | None:
        """The account that a name and its password open. It takes as long where there is no such name."""
        account = self.all().get(name)
        with self._hashing:
            right = fits(password, account.hash if account and account.hash else self._nobody)
        return account if account and account.hash and right else None


def read_accounts(path: Path) -> dict[str, Account]:
    """The accounts of a file by name. Raises UsageError naming the line that is wrong."""
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise UsageError(f"{path}: the accounts cannot be read ({error}).") from error
    found: dict[str, Account] = {}
    for number, line in enumerate(lines, 1):
        if not line.strip() or line.startswith("#"):
            continue
        name, _, rest = line.partition(":")
        role, _, kept = rest.partition(":")
        if not is_name(name) or role not in ROLES or name in found or (kept and _parts(kept) is None):
            raise UsageError(f"{path}, line {number}: an account is name:role:hash, with a role of {', '.join(ROLES)}.")
        found[name] = Account(name, role, kept)
    return found


def write_accounts(path: Path, accounts: Mapping[str, Account]) -> None:
    """Put accounts into a file that only its owner reads; the old file stays until the new one is whole."""
    lines = [f"{a.name}:{a.role}:{a.hash}\n" for _, a in sorted(accounts.items())]
    new = path.with_name(f"{path.name}.new")
    try:
        with os.fdopen(os.open(new, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "w", encoding="utf-8") as file:
            file.writelines(lines)
        new.replace(path)
    except OSError as error:
        raise UsageError(f"{path}: the accounts cannot be written ({error.strerror}).") from error


def is_name(name: str) -> bool:
    """Whether this can be the name of an account: no colon, no control character, no space at its ends."""
    return len(name) <= LONGEST_NAME and _NAME.fullmatch(name) is not None


def hashed(password: str) -> str:
    """A password as it is kept."""
    salt = token_bytes(16)
    return f"scrypt${COST}${BLOCK}${TURNS}${_text(salt)}${_text(_key(password, salt, COST, BLOCK, TURNS))}"


def fits(password: str, kept: str) -> bool:
    """Whether a password is the one that was hashed."""
    parts = _parts(kept)
    if parts is None or len(password) > LONGEST_PASSWORD:
        return False
    *costs, salt, key = parts
    return compare_digest(_key(password, salt, *costs), key)


def _key(password: str, salt: bytes, cost: int, block: int, turns: int) -> bytes:
    return scrypt(password.encode(), salt=salt, n=cost, r=block, p=turns, maxmem=MEMORY, dklen=LENGTH)


def _parts(kept: str) -> tuple[int, int, int, bytes, bytes] | None:
    """Costs, salt and key of a hash; None where it is none of ours."""
    try:
        kind, cost, block, turns, salt, key = kept.split("$")
        costs = int(cost), int(block), int(turns)
        found = (*costs, b64decode(salt, validate=True), b64decode(key, validate=True))
    except (ValueError, Base64Error):
        return None
    if costs[0] < 2 or costs[0] & (costs[0] - 1):
        return None  # scrypt takes powers of two
    affordable = min(costs) > 0 and 256 * costs[0] * costs[1] <= MEMORY and costs[2] <= MOST_TURNS
    return found if kind == "scrypt" and affordable else None


def _text(some: bytes) -> str:
    return b64encode(some).decode("ascii")
