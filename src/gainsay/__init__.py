"""Gainsay reads documents that contradict each other and shows who says what, on whose word, and who says otherwise.

>>> import gainsay
>>> report = gainsay.read("press", "press.gainsay")  # doctest: +SKIP
>>> with gainsay.open_edition("press.gainsay") as edition:  # doctest: +SKIP
...     for matter in edition.matters(verdict="conflict"):
...         print(matter.label, matter.reason)
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from gainsay.edition.build import ReadSettings, read
    from gainsay.edition.edition import Edition, open_edition
    from gainsay.edition.report import ReadReport
    from gainsay.errors import GainsayError
    from gainsay.exports import export
    from gainsay.spans import Span

__version__ = "0.1.0"

_HOMES = {
    "Edition": "gainsay.edition.edition",
    "GainsayError": "gainsay.errors",
    "ReadReport": "gainsay.edition.report",
    "ReadSettings": "gainsay.edition.build",
    "Span": "gainsay.spans",
    "export": "gainsay.exports",
    "open_edition": "gainsay.edition.edition",
    "read": "gainsay.edition.build",
}

__all__ = ["Edition", "GainsayError", "ReadReport", "ReadSettings", "Span", "export", "open_edition", "read"]


def __getattr__(name: str) -> Any:
    # Imported when first used: `import gainsay` alone loads neither the readers nor the database.
    if name in _HOMES:
        return getattr(import_module(_HOMES[name]), name)
    raise AttributeError(f"module 'gainsay' has no attribute '{name}'")


def __dir__() -> list[str]:
    return sorted([*__all__, "__version__"])
