"""Who is signed in to a shared room, and how often somebody has tried in vain."""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Callable
from hashlib import sha256
from secrets import token_urlsafe
from time import monotonic

from gainsay.room.accounts import Account

IDLE = 12 * 3600.0  # seconds after which somebody who does nothing signs in again
FREE_TRIES = 4
LONGEST_WAIT = 60.0  # seconds
MOST_KEPT = 10_000  # names tried in vain, and sessions: a stranger must not fill the memory


class Sessions:
    """Sessions by the hash of their token, in memory: when the room closes, all are over."""

    def __init__(self, clock: Callable[[], float] = monotonic) -> None:
        self._clock = clock
        self._lock = threading.Lock()
        self._open: OrderedDict[str, tuple[Account, float]] = OrderedDict()

    def begin(self, account: Account) -> str:
        """The token of a new session."""
        token = token_urlsafe(32)
        with self._lock:
            self._open[_key(token)] = account, self._clock()
            while len(self._open) > MOST_KEPT:
                self._open.popitem(last=False)
        return token

    def account(self, token: str) -> Account | None:
        """Whose session it is; None where it is over."""
        key, now = _key(token), self._clock()
        with self._lock:
            account, used = self._open.get(key, (None, 0.0))
            if account is None or now - used > IDLE:
                self._open.pop(key, None)
                return None
            self._open[key] = account, now
            self._open.move_to_end(key)
        return account

    def end(self, token: str) -> None:
        """Sign out."""
        with self._lock:
            self._open.pop(_key(token), None)


class Tries:
    """Tries in vain by name: after the first few each doubles the time to wait."""

    def __init__(self, clock: Callable[[], float] = monotonic) -> None:
        self._clock = clock
        self._lock = threading.Lock()
        self._failed: OrderedDict[str, tuple[int, float]] = OrderedDict()

    def wait(self, name: str) -> float:
        """Seconds until the next try under a name counts."""
        with self._lock:
            times, last = self._failed.get(name, (0, 0.0))
        return 0.0 if times < FREE_TRIES else max(0.0, last + _pause(times) - self._clock())

    def failed(self, name: str) -> None:
        """One more in vain."""
        with self._lock:
            times, _ = self._failed.pop(name, (0, 0.0))
            self._failed[name] = times + 1, self._clock()
            if len(self._failed) > MOST_KEPT:
                self._failed.popitem(last=False)

    def succeeded(self, name: str) -> None:
        """Forgotten."""
        with self._lock:
            self._failed.pop(name, None)


def _pause(times: int) -> float:
    return min(2.0 ** min(times - FREE_TRIES, 10), LONGEST_WAIT)


def _key(token: str) -> str:
    return sha256(token.encode()).hexdigest()
