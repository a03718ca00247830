"""Opening the room: a server on this machine, and the browser at its address."""

from __future__ import annotations

import errno
import socket
import threading
import webbrowser
from collections.abc import Callable, Sequence
from contextlib import suppress
from typing import TYPE_CHECKING

from gainsay.errors import UsageError

if TYPE_CHECKING:
    from gainsay.room.gazetteer import Located
    from gainsay.room.sharing import Sharing
from gainsay.store.address import Address

HOST = "127.0.0.1"
NO_SUCH_HOST = (errno.EADDRNOTAVAIL, errno.EAFNOSUPPORT, errno.EINVAL)
FIRST_PORT = 8417
PORTS_TRIED = 20
ALONE = "The room is open to this machine only. Ctrl-C closes it."
SHARED = "The room is open to those who have an account. Restricted documents are kept out. Ctrl-C closes it."


def bind(port: int | None, host: str = HOST) -> socket.socket:
    """A socket on this host at this port, or at the first free one from `FIRST_PORT` on.

    Raises UsageError where the port is taken, or the host is not this machine's.
    """
    wanted = range(FIRST_PORT, FIRST_PORT + PORTS_TRIED) if port is None else (port,)
    for one in wanted:
        bound = socket.socket(socket.AF_INET6 if ":" in host else socket.AF_INET, socket.SOCK_STREAM)
        bound.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            bound.bind((host, one))
            bound.listen(128)
        except PermissionError as error:
            bound.close()
            raise UsageError(f"port {one} is kept for the system: choose one above 1023 with --port.") from error
        except OSError as error:
            bound.close()
            if error.errno in NO_SUCH_HOST or isinstance(error, socket.gaierror):
                raise UsageError(
                    f"{host!r} is not an address of this machine: give one of its own as --host."
                ) from error
            continue
        return bound
    if port is None:
        raise UsageError(
            f"the ports from {FIRST_PORT} to {wanted[-1]} are all taken. Choose another with --port, or 0 for any."
        )
    raise UsageError(f"port {port} is taken: another room is open there? Choose another with --port, or 0 for any.")


def serve(
    edition: Address,
    port: int | None,
    open_browser: bool,
    say: Callable[[str], None],
    sharing: Sharing | None = None,
    located: Sequence[Located] = (),
) -> None:
    """Serve the edition until stopped; `say` tells the address. A shared room keeps restricted documents out."""
    import uvicorn

    from gainsay.room.app import build
    from gainsay.room.guard import own_places
    from gainsay.room.library import Library

    library = Library(edition, withhold=sharing is not None, located=located)
    bound = bind(port, sharing.host if sharing else HOST)
    try:
        own = own_places(bound.getsockname()[1])
        places = (sharing.place,) if sharing and sharing.place else own
        server = uvicorn.Server(
            uvicorn.Config(
                build(library, places, sharing.door if sharing else None),
                log_level="error",
                server_header=False,
                proxy_headers=False,  # who asks is told by the socket, not by what anybody may write into a header
                lifespan="off",
                timeout_graceful_shutdown=2,
            )
        )
        library.reading()
        address = f"{places[0].origin}/"
        say(f"{address}\n{SHARED if sharing else ALONE}")
        if open_browser and not sharing:
            threading.Thread(target=webbrowser.open, args=(address,), daemon=True).start()
        with suppress(KeyboardInterrupt):  # the way to close the room
            server.run(sockets=[bound])
    finally:
        bound.close()
        library.close()
