"""Gainsay reads documents that contradict each other and shows who says what, on whose word, and who says otherwise.

>>> from pathlib import Path
>>> from tempfile import mkdtemp
>>> import gainsay
>>> folder = Path(mkdtemp())
>>> for who, count in (("company", 40), ("union", 120)):
...     text = f"The {who} said that {count} dockers were arrested at Port Adair on 3 March 1911."
...     _ = (folder / f"{who}.txt").write_text(text)
>>> with gainsay.read(folder, folder / "press.gainsay") as edition:
...     print(edition.report.added)
...     for matter in edition.matters(facet="figure"):
...         print(matter.verdict, [side.position for side in matter.sides])
('company.txt', 'union.txt')
conflict ['40 dockers', '120 dockers']
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

from gainsay.version import __version__ as __version__

if TYPE_CHECKING:
    from gainsay.edition.build import ReadSettings
    from gainsay.edition.edition import Edition, open_edition, read
    from gainsay.edition.report import ReadReport
    from gainsay.errors import GainsayError
    from gainsay.exports import export
    from gainsay.spans import Span


_HOMES = {
    "Edition": "gainsay.edition.edition",
    "GainsayError": "gainsay.errors",
    "ReadReport": "gainsay.edition.report",
    "ReadSettings": "gainsay.edition.build",
    "Span": "gainsay.spans",
    "export": "gainsay.exports",
    "open_edition": "gainsay.edition.edition",
    "read": "gainsay.edition.edition",
}

__all__ = ["Edition", "GainsayError", "ReadReport", "ReadSettings", "Span", "export", "open_edition", "read"]


def __getattr__(name: str) -> Any:
    # Imported when first used: `import gainsay` alone loads neither the readers nor the database.
    if name in _HOMES:
        return getattr(import_module(_HOMES[name]), name)
    raise AttributeError(f"module 'gainsay' has no attribute '{name}'")


def __dir__() -> list[str]:
    return sorted([*__all__, "__version__"])
