"""Which engine an address names."""

from __future__ import annotations

from gainsay.engines.cluster import BATCH
from gainsay.engines.engine import Engine
from gainsay.errors import UsageError

LOCAL = "local"


def engine_at(address: str, batch: int = BATCH) -> Engine:
    """The engine of another scheduler (`dask://HOST:PORT`, `ray` or `ray://HOST:PORT`), sent `batch` items at once."""
    if address.startswith("dask://"):
        from gainsay.engines.dask import Dask

        return Dask(address, batch)
    if address == "ray" or address.startswith("ray://"):
        from gainsay.engines.ray import Ray

        return Ray(address, batch)
    raise UsageError(
        f"{address}: there is no such engine. There are {LOCAL} (the processes of this machine), dask://HOST:PORT, "
        "ray, and ray://HOST:PORT."
    )
