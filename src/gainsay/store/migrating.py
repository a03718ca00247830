"""Editions of older tables, brought to the present ones by the steps in `migrations`."""

from __future__ import annotations

from sqlalchemy import Column, Connection, MetaData, String, Table, insert, inspect, select

LATEST = "0001"
"""The last of the steps. New editions are made with the present tables at once, and noted as having come so far."""
STEPS = "gainsay.store:migrations"

_VERSION = Table("alembic_version", MetaData(), Column("version_num", String(32), primary_key=True))
"""As alembic keeps it."""


def stamp(connection: Connection) -> None:
    """Note that the tables are the present ones."""
    _VERSION.create(connection)
    connection.execute(insert(_VERSION).values(version_num=LATEST))


def is_older(connection: Connection) -> bool:
    """Whether steps are missing. An edition without a note is from before there were any: it has to be repaired."""
    found = _revision(connection)
    return found is not None and found < LATEST


def is_newer(connection: Connection) -> bool:
    """Whether a newer program has brought the edition further."""
    found = _revision(connection)
    return found is not None and found > LATEST


def upgrade(connection: Connection) -> None:
    """Take the missing steps, all in the transaction of this connection."""
    from alembic.config import Config
    from alembic.runtime.environment import EnvironmentContext
    from alembic.script import ScriptDirectory

    config = Config()
    config.set_main_option("script_location", STEPS)
    script = ScriptDirectory.from_config(config)
    with EnvironmentContext(config, script, fn=lambda revision, _: script._upgrade_revs("head", revision)) as context:
        context.configure(connection=connection, render_as_batch=True)
        context.run_migrations()


def _revision(connection: Connection) -> str | None:
    if not inspect(connection).has_table(_VERSION.name):
        return None
    found: str | None = connection.scalar(select(_VERSION.c.version_num))
    return found
