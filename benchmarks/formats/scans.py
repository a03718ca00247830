"""Scanned pages of known text: what a scanner makes of printed pages at 300 dpi, turned a little and with dust."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from io import BytesIO

import numpy as np
from PIL import Image
from pypdfium2 import PdfDocument

DOTS = 300


@dataclass(frozen=True)
class Scanner:
    """How pages are scanned: `skew` in degrees, `noise` as the deviation of grey (of 255), `dust` in specks a page."""

    skew: float = 0.0
    noise: float = 4.0
    dust: int = 0


SCANNERS = (Scanner(), Scanner(skew=0.4, noise=8), Scanner(skew=-0.7, noise=12, dust=40))


def scan(pdf: bytes, scanner: Scanner, seed: int = 0) -> list[Image.Image]:
    """The pages of a PDF as grey pictures."""
    chance = np.random.default_rng(seed)
    document = PdfDocument(pdf)
    pages = [page.render(scale=DOTS / 72, grayscale=True).to_pil() for page in document]
    return [_scanned(page, scanner, chance) for page in pages]


def _scanned(page: Image.Image, scanner: Scanner, chance: np.random.Generator) -> Image.Image:
    if scanner.skew:
        page = page.rotate(scanner.skew, Image.Resampling.BICUBIC, fillcolor=255)
    # Paper is not white, nor is ink black.
    grey = np.asarray(page, dtype=np.float32) * (205 / 255) + 35
    grey += chance.normal(0, scanner.noise, grey.shape)
    for _ in range(scanner.dust):
        y, x = (int(chance.integers(0, edge - 3)) for edge in grey.shape)
        grey[y : y + 2, x : x + 2] = 60
    return Image.fromarray(np.clip(grey, 0, 255).astype(np.uint8))


def make_png(page: Image.Image) -> bytes:
    """One page as a PNG."""
    return _saved([page], "PNG", dpi=(DOTS, DOTS))


def make_tiff(pages: Sequence[Image.Image]) -> bytes:
    """The pages as one TIFF."""
    return _saved(pages, "TIFF", dpi=(DOTS, DOTS), compression="tiff_lzw")


def make_scanned_pdf(pages: Sequence[Image.Image]) -> bytes:
    """The pages as a PDF of pictures, without a text layer."""
    return _saved(pages, "PDF", resolution=DOTS)


def _saved(pages: Sequence[Image.Image], form: str, **options: object) -> bytes:
    out = BytesIO()
    first, *others = (page.copy() for page in pages)  # saving leaves its settings on a picture
    more = {} if form == "PNG" else {"save_all": True, "append_images": others}
    first.save(out, form, **options, **more)
    return out.getvalue()
