"""What the fuzzer found, mended, one test for each."""

from __future__ import annotations

from benchmarks.formats.pdf import make_pdf
from benchmarks.formats.prose import write_prose

from gainsay.documents.readers.pdf import read_pdf


def test_a_page_of_a_pdf_that_cannot_be_loaded_costs_itself_alone() -> None:
    data, _ = make_pdf(write_prose(1, 14))
    assert b"[ 4 0 R 5 0 R ]" in data
    content = read_pdf("t.pdf", data.replace(b"[ 4 0 R 5 0 R ]", b"[ 4 0 R null  ]"))
    assert content.text and "1 page without text" in content.remarks[0]
