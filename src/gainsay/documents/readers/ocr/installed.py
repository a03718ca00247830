"""Whether letters can be recognised here, and what to do where they cannot."""

from __future__ import annotations

from functools import cache
from importlib.util import find_spec
from pathlib import Path

_PLACES = (
    "/usr/share/tesseract-ocr/*/tessdata",  # Debian, Ubuntu
    "/usr/share/tessdata",  # Arch
    "/usr/share/tesseract/tessdata",  # Fedora
    "/usr/local/share/tessdata",
    "/opt/homebrew/share/tessdata",
    "/opt/local/share/tessdata",
    "C:/Program Files/Tesseract-OCR/tessdata",
)

MISSING = (
    "Install the recognition of letters (pip install 'gainsay[ocr]') and Tesseract's data for the language (Debian, "
    "Ubuntu: apt install tesseract-ocr-eng; macOS: brew install tesseract), then read it again. Data in another place "
    "is found through TESSDATA_PREFIX."
)


def is_installed() -> bool:
    """Whether letters can be recognised: the packages and the data of a language are there."""
    return find_spec("tesserocr") is not None and find_spec("PIL") is not None and data_folder() is not None


@cache
def data_folder() -> str | None:
    """The folder with the data of Tesseract's languages, where Tesseract's own packages put it; the wheel brings none.

    Where Tesseract itself looks goes first: its variable `TESSDATA_PREFIX` says so.
    """
    import tesserocr

    places = [Path(tesserocr.get_languages()[0])]
    for pattern in _PLACES:
        anchor = Path(pattern).anchor
        if anchor:  # else a path of another system
            rest = pattern.removeprefix(Path(anchor).as_posix())
            places += sorted(Path(anchor).glob(rest), reverse=True)  # the newest version first
    return next((str(place) for place in places if _trained(place)), None)


def languages() -> str:
    """The languages to recognise, as Tesseract wants them: English and two others at most, each of which takes time."""
    names = sorted(file.stem for file in _trained(Path(data_folder() or ".")))
    # English first: its letters are those of most others.
    return "+".join(sorted(names, key=lambda name: name != "eng")[:3])


def _trained(place: Path) -> list[Path]:
    # `osd` and `equ` tell the direction of a script and formulas: they read no letters.
    return [file for file in place.glob("*.traineddata") if file.stem not in ("osd", "equ")]
