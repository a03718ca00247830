"""Times the reading of PDF files and measures the memory of a long one; prints figures, and judges nothing.

    python -m benchmarks.speed.formats [--files N] [--pages N]

Makes N PDFs of two pages (invented texts) and reads them in two processes, from the file to its passages; then one PDF
of many pages in a process of its own. What the later stages take is measured by `benchmarks.speed.run`.
"""

from __future__ import annotations

import argparse
import resource
import sys
import tempfile
import time
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path

from benchmarks.formats.pdf import Style, make_pdf
from benchmarks.formats.prose import write_prose
from gainsay.documents import read_file
from gainsay.passages import divide

DIFFERENT = 20
"""PDFs that are really set; the others are copies, which takes the disk no longer to give."""


def read_pages(path: Path) -> tuple[int, float, float]:
    """Pages, seconds of processor and peak memory (MB) of reading one file into passages."""
    used = time.process_time()
    document = read_file(path, path.name)
    divide(document)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1e3
    return len(document.pages), time.process_time() - used, peak


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--files", type=int, default=1000)
    parser.add_argument("--pages", type=int, default=2000)
    asked = parser.parse_args()
    context = get_context("spawn")
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        different = [make_pdf(write_prose(seed, 12), Style())[0] for seed in range(DIFFERENT)]
        files = [root / f"{number:04d}.pdf" for number in range(asked.files)]
        for number, file in enumerate(files):
            file.write_bytes(different[number % DIFFERENT])
        start = time.perf_counter()
        with ProcessPoolExecutor(2, mp_context=context) as pool:
            done = list(pool.map(read_pages, files, chunksize=20))
        seconds = time.perf_counter() - start
        pages, processor = sum(p for p, _, _ in done), sum(s for _, s, _ in done)
        print(
            f"{len(files)} PDFs of {pages} pages: {seconds:.1f} s, {pages / seconds:.0f} pages/s on two cores "
            f"({pages / processor:.0f} pages a second of processor)"
        )
        paragraphs, long = asked.pages * 7, root / "long.pdf"
        long.write_bytes(make_pdf(write_prose(1, paragraphs), Style())[0])
        with ProcessPoolExecutor(1, mp_context=context) as pool:
            pages, processor, peak = pool.submit(read_pages, long).result()
        print(f"one PDF of {pages} pages: {processor:.1f} s of processor, peak {peak:.0f} MB")


if __name__ == "__main__":
    sys.exit(main())
