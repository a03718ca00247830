"""The server: the tools over standard input and output, for an assistant that runs on this machine."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import wraps
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, ParamSpec, TypeVar

from gainsay.assistant.reviewing import Reviewing
from gainsay.assistant.tools import NOTE, Tools
from gainsay.edition.edition import Edition
from gainsay.edition.public import Public
from gainsay.errors import GainsayError, UsageError
from gainsay.exports.copying import AsItIs, copy_rewritten
from gainsay.version import __version__

if TYPE_CHECKING:
    from mcp.server import MCPServer

Arguments = ParamSpec("Arguments")
Answer = TypeVar("Answer")

INSTRUCTIONS = (
    "An edition made by Gainsay: documents that contradict each other, with who says what, on whose word, and who says "
    "otherwise. Begin with list_matters or ask; show_matter gives each side with its passages, holders and witnesses. "
    f"{NOTE} Where the tools find nothing, say so."
)


def serve(edition: Edition, review: str | None = None) -> None:
    """Answer an assistant until it goes away. Restricted documents are kept from it: what it reads may be sent on.

    `review` is the name of the person for whom it may write decisions into the log; they take effect when it has gone.
    """
    with public_only(edition) as one:
        reviewing = Reviewing(one, edition, review) if review else None
        server(one, reviewing).run("stdio")
    if reviewing and reviewing.decided:
        edition.settle()


@contextmanager
def public_only(edition: Edition) -> Iterator[Edition]:
    """The edition itself; where documents are restricted, a copy that has nothing of them, while it is needed."""
    public = Public.of(edition)
    if len(public.documents) == len(edition.paths):
        yield edition
        return
    with TemporaryDirectory(prefix="gainsay-") as folder:
        path = Path(folder) / f"{edition.path.stem}.gainsay"
        copy_rewritten(public, path, AsItIs())
        with Edition(path) as copy:
            yield copy


def server(edition: Edition, reviewing: Reviewing | None = None) -> MCPServer:
    """The server of an edition: tools that only read, and where `reviewing` is given one that decides."""
    try:
        from mcp.server import MCPServer
        from mcp.types import ToolAnnotations
    except ImportError as error:
        raise UsageError("the assistant's tools need an extra: `pip install 'gainsay[mcp]'`.") from error
    made = MCPServer(
        "gainsay", title=edition.path.stem, instructions=INSTRUCTIONS, version=__version__, log_level="ERROR"
    )
    tools = Tools(edition)
    reads = ToolAnnotations(read_only_hint=True, destructive_hint=False, idempotent_hint=True, open_world_hint=False)
    for tool in (
        *(tools.list_sources, tools.read_source, tools.search),
        *(tools.list_matters, tools.show_matter, tools.ask, tools.who),
    ):
        made.tool(annotations=reads)(_telling(tool))
    if reviewing is not None:
        writes = ToolAnnotations(read_only_hint=False, destructive_hint=False, open_world_hint=False)
        made.tool(annotations=writes)(_telling(reviewing.decide))
    return made


def _telling(tool: Callable[Arguments, Answer]) -> Callable[Arguments, Answer]:
    """The tool, with errors that tell the assistant what to do instead."""
    from mcp.server.mcpserver.exceptions import ToolError

    @wraps(tool)
    def telling(*args: Arguments.args, **kwargs: Arguments.kwargs) -> Answer:
        try:
            return tool(*args, **kwargs)
        except GainsayError as error:
            raise ToolError(str(error)) from error

    return telling
