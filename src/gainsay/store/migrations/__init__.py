"""The steps by which alembic brings editions of older tables to the present ones, one file a step."""
