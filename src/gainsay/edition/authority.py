"""The authority file of an edition: read once, kept in the edition, used at every comparison."""

from __future__ import annotations

from pathlib import Path

from sqlalchemy import Connection

from gainsay.edition.ledger import set_pending
from gainsay.entities import Authorised, parse_authority
from gainsay.errors import AuthorityError
from gainsay.store.store import Store

_KEY = "authority"
_LARGEST = 50_000_000  # bytes: some half a million names


def read_authority(path: Path) -> str:
    """The text of an authority file, found valid. Raises AuthorityError, which says what is wrong with it."""
    try:
        if path.stat().st_size > _LARGEST:
            raise AuthorityError(f"{path}: larger than {_LARGEST:,} bytes. Keep to the names that your documents have.")
        text = path.read_bytes().decode("utf-8-sig")
    except OSError as error:
        raise AuthorityError(f"{path}: cannot be read ({error.strerror}). Check the path after --authority.") from None
    except UnicodeDecodeError:
        raise AuthorityError(f"{path}: this is not UTF-8. Save it as UTF-8 text.") from None
    parse_authority(text, str(path))
    return text


def keep_authority(store: Store, text: str) -> None:
    """Keep a new file's text, if there is one; who is meant is then told anew."""
    with store.begin() as connection:
        if text and text != store.noted(connection, _KEY):
            store.note(connection, _KEY, text)
            set_pending(store, connection, True)


def kept_authority(store: Store, connection: Connection) -> tuple[Authorised, ...]:
    """What the edition's authority file says; nothing where it has none."""
    text = store.noted(connection, _KEY)
    return parse_authority(text, "the authority file") if text else ()
