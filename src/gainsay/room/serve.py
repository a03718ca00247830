"""Opening the room: a server on this machine, and the browser at its address."""

from __future__ import annotations

import socket
import threading
import webbrowser
from collections.abc import Callable
from contextlib import suppress

from gainsay.errors import UsageError
from gainsay.store.address import Address

HOST = "127.0.0.1"
FIRST_PORT = 8417
PORTS_TRIED = 20


def bind(port: int | None) -> socket.socket:
    """A socket on 127.0.0.1 at this port, or at the first free one from `FIRST_PORT` on.

    Raises UsageError where the port is taken.
    """
    wanted = range(FIRST_PORT, FIRST_PORT + PORTS_TRIED) if port is None else (port,)
    for one in wanted:
        bound = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
        bound.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            bound.bind((HOST, one))
            bound.listen(128)
        except PermissionError as error:
            bound.close()
            raise UsageError(f"port {one} is kept for the system: choose one above 1023 with --port.") from error
        except OSError:
            bound.close()
            continue
        return bound
    if port is None:
        raise UsageError(
            f"the ports from {FIRST_PORT} to {wanted[-1]} are all taken. Choose another with --port, or 0 for any."
        )
    raise UsageError(f"port {port} is taken: another room is open there? Choose another with --port, or 0 for any.")


def serve(edition: Address, port: int | None, open_browser: bool, say: Callable[[str], None]) -> None:
    """Serve the edition until stopped; `say` tells the address."""
    import uvicorn

    from gainsay.room.app import build
    from gainsay.room.guard import own_hosts
    from gainsay.room.library import Library

    library = Library(edition)
    bound = bind(port)
    try:
        address = f"http://{HOST}:{bound.getsockname()[1]}/"
        server = uvicorn.Server(
            uvicorn.Config(
                build(library, own_hosts(bound.getsockname()[1])),
                log_level="error",
                server_header=False,
                lifespan="off",
                timeout_graceful_shutdown=2,
            )
        )
        library.reading()
        say(f"{address}\nThe room is open to this machine only. Ctrl-C closes it.")
        if open_browser:
            threading.Thread(target=webbrowser.open, args=(address,), daemon=True).start()
        with suppress(KeyboardInterrupt):  # the way to close the room
            server.run(sockets=[bound])
    finally:
        bound.close()
        library.close()
