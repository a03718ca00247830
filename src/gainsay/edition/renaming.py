"""Who is meant by each name, brought up to date with what changed."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import Connection

from gainsay.edition.change import Change
from gainsay.edition.review.settle import Docket
from gainsay.entities import Authorised, EntitySettings, Referent, resolve_edition
from gainsay.entities.edition import resolve_bearers
from gainsay.store.comparison import count_documents, load_compared, load_uncompared
from gainsay.store.loading import load
from gainsay.store.naming import (
    Identities,
    StoredLinks,
    load_links,
    load_told,
    naming_of,
    naming_of_groups,
    replace_naming,
)
from gainsay.store.tellings import load_tellings, rename_added

ON_NAMES = ("entity", "mention", "attribution")
"""What decisions that may bear on entities are about."""


def update_entities(connection: Connection, docket: Docket, authority: Sequence[Authorised]) -> Change:
    """Make the edition hold the entities that its referents make, and tell what changed with them.

    Names are tied to names all over the edition, so all are looked at: but once each, however many referents share what
    is told of them, and where documents were only added the database counts these. Where people have decided something,
    one by one.
    """
    fresh = load_uncompared(connection)
    only_added = load_compared(connection) == count_documents(connection) - len(fresh)
    tellings = load_tellings(connection, fresh) if only_added and not docket.is_about(*ON_NAMES) else None
    if tellings is not None:
        groups = resolve_bearers(tellings.bearers, EntitySettings(), authority)
        renamed = rename_added(connection, tellings, groups)
        return Change.of(connection, fresh, only_added, renamed, Identities(StoredLinks(connection)))
    kept = load_links(connection)
    decided = any(decision.target.kind in ON_NAMES for decision in docket.standing)
    told = None if decided else load_told(connection)
    if told is not None:
        naming = naming_of_groups(resolve_bearers(told.named, EntitySettings(), authority), told, kept)
    else:
        referents = list(load(connection, Referent))
        naming = naming_of(docket.identify(resolve_edition(referents, authority=authority), referents))
    renamed = replace_naming(connection, naming, kept)
    return Change.of(connection, fresh, only_added, renamed, naming.identities())
