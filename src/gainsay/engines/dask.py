"""The workers of a Dask scheduler (extra `dask`): `dask://HOST:PORT`.

A scheduler runs whatever its clients send it, so it belongs into a network of people who trust each other. Documents
are data to it: what is sent are the names of functions of this program, paths, and rows.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from typing import Any

from gainsay.engines.cluster import ClusterEngine, WorkerLostError
from gainsay.errors import EngineError
from gainsay.version import __version__

PATIENCE = 20  # seconds for the scheduler to answer, and for a first worker to be there


def program_version() -> str:
    """Asked of each worker."""
    return __version__


class Dask(ClusterEngine):
    """The workers of one scheduler, as many as it has at the time."""

    @contextmanager
    def connected(self) -> Iterator[_Workers]:
        """See `ClusterEngine`."""
        client = self._client()
        try:
            yield _Workers(client)
        finally:
            # What is still under way is let go of, and the scheduler forgets it.
            client.close(timeout=PATIENCE)

    def _client(self) -> Any:
        try:
            import distributed
        except ImportError as error:
            raise EngineError("Dask is not installed here. `pip install 'gainsay[dask]'` adds it.") from error
        try:
            connect: Any = distributed.Client
            client = connect(self.address.replace("dask://", "tcp://", 1), timeout=PATIENCE, set_as_default=False)
        except (OSError, ValueError, TimeoutError) as error:
            raise EngineError(
                f"{self.address}: no Dask scheduler answers there. Start one with `dask scheduler`, or give the "
                "address that it prints."
            ) from error
        try:
            self._check(client)
        except BaseException:
            client.close(timeout=PATIENCE)
            raise
        return client

    def _check(self, client: Any) -> None:
        """Workers must be there, with this same program: another one would read otherwise."""
        with suppress(TimeoutError):
            client.wait_for_workers(1, timeout=PATIENCE)
        try:
            versions: dict[str, Any] = client.run(program_version)
        except ImportError as error:
            raise EngineError(
                f"{self.address}: a worker has no Gainsay. Install gainsay {__version__} where it runs."
            ) from error
        if not versions:
            raise EngineError(
                f"{self.address}: the scheduler has no workers. Start some with `dask worker {self.address[7:]} "
                "--nthreads 1`."
            )
        other = {worker: version for worker, version in versions.items() if version != __version__}
        for worker, version in other.items():
            raise EngineError(
                f"{self.address}: the worker {worker} has Gainsay {version}, and here runs {__version__}. Install the "
                "same everywhere."
            )


class _Workers:
    """See `Cluster`."""

    def __init__(self, client: Any) -> None:
        self._client = client

    def workers(self) -> int:
        threads: dict[str, int] = self._client.nthreads()
        return max(1, sum(threads.values()))

    def submit(self, function: Callable[..., object], *arguments: object) -> Any:
        return self._client.submit(function, *arguments, pure=False)

    def result(self, future: Any) -> object:
        from distributed import KilledWorker

        try:
            return future.result()
        except KilledWorker as error:
            raise WorkerLostError from error
        finally:
            future.release()
