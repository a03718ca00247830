"""The nodes of a Ray cluster (extra `ray`): `ray` for this machine, `ray://HOST:PORT` for another's."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

from gainsay.engines.cluster import ClusterEngine, WorkerLostError
from gainsay.errors import EngineError

TRIES = 3  # of a task whose worker goes


class Ray(ClusterEngine):
    """The nodes of one cluster."""

    @contextmanager
    def connected(self) -> Iterator[_Workers]:
        """See `ClusterEngine`."""
        ray = self._connected()
        try:
            yield _Workers(ray)
        finally:
            ray.shutdown()

    def _connected(self) -> Any:
        os.environ["RAY_USAGE_STATS_ENABLED"] = "0"  # or Ray tells its makers that it was used
        try:
            import ray
        except ImportError as error:
            raise EngineError("Ray is not installed here. `pip install 'gainsay[ray]'` adds it.") from error
        quiet: dict[str, Any] = {"log_to_driver": False, "logging_level": "ERROR"}
        if self.address == "ray":
            try:
                ray.init(address="local", include_dashboard=False, **quiet)
            except Exception as error:  # Ray has no type for it: a machine that is busy, or lets no port be opened
                ray.shutdown()
                raise EngineError(
                    f"Ray could not be started on this machine ({' '.join(str(error).split())[:300]}). Try again, or "
                    "read without --engine."
                ) from error
            return ray
        try:
            ray.init(address=self.address, **quiet)
        except (ConnectionError, RuntimeError, ValueError) as error:
            raise EngineError(
                f"{self.address}: no Ray cluster answers there. Start one with `ray start --head`, and give the "
                "address that it prints."
            ) from error
        return ray


class _Workers:
    """See `Cluster`."""

    def __init__(self, ray: Any) -> None:
        self._ray = ray
        self._task = ray.remote(_call).options(num_cpus=1, max_retries=TRIES)

    def workers(self) -> int:
        return max(1, int(self._ray.cluster_resources().get("CPU", 1)))

    def submit(self, function: Callable[..., object], *arguments: object) -> Any:
        return self._task.remote(function, *arguments)

    def result(self, future: Any) -> object:
        errors = self._ray.exceptions
        try:
            return self._ray.get(future)
        except (errors.WorkerCrashedError, errors.NodeDiedError, errors.OutOfMemoryError) as error:
            raise WorkerLostError from error


def _call(function: Callable[..., object], *arguments: object) -> object:
    return function(*arguments)
