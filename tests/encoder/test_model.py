"""The shipped model: whole, the same for everybody, and without seams."""

from __future__ import annotations

import shutil
from itertools import pairwise
from pathlib import Path

import numpy as np
import pytest

from gainsay.annotations.attributions.learned import read_attributions
from gainsay.encoder import WEIGHTS, Encoder
from gainsay.encoder.layout import BUCKETS
from gainsay.encoder.model import _rounded
from gainsay.encoder.pointers import FARTHEST, buckets, by_distance, spread
from gainsay.encoder.windows import WINDOW
from gainsay.errors import ModelError
from gainsay.spans import Span

STATEMENT = "The harbour master, Ana Lindqvist, said that the ferry Orla had never left Port Adair."
OTHER = "Nobody else spoke. The council of Marrow Bay denied on Monday that it had been told of the fire."


@pytest.fixture(scope="module")
def encoder() -> Encoder:
    return Encoder()


def _whole(text: str) -> list[Span]:
    return [Span(0, len(text))]


def test_the_shipped_model_with_all_its_files_stays_under_24_megabytes() -> None:
    assert sum(path.stat().st_size for path in WEIGHTS.iterdir()) < 24_000_000


def test_a_paragraph_reads_the_same_whatever_other_documents_were_read_before(encoder: Encoder) -> None:
    (alone,) = encoder.read(STATEMENT, _whole(STATEMENT))
    list(encoder.read(OTHER, _whole(OTHER)))
    (again,) = encoder.read(STATEMENT, _whole(STATEMENT))
    assert np.array_equal(alone.scores, again.scores)
    assert np.array_equal(alone.vectors, again.vectors)


def test_the_number_of_threads_changes_nothing(encoder: Encoder) -> None:
    import onnxruntime

    text = f"{STATEMENT} {OTHER} " * 8
    ids = np.array([[5 + len(word) * 7 for word in text.split()]], dtype=np.int32)
    given = {"ids": ids, "forms": np.zeros_like(ids)}
    found = []
    for threads in (1, 2, 4):
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = threads
        session = onnxruntime.InferenceSession(
            str(WEIGHTS / "encoder.onnx"), options, providers=["CPUExecutionProvider"]
        )
        found.append(session.run(None, given))
    for other in found[1:]:
        assert all(np.array_equal(one, two) for one, two in zip(found[0], other, strict=True))


def test_a_missing_file_is_named_with_the_way_to_mend_it(tmp_path: Path) -> None:
    shutil.copytree(WEIGHTS, tmp_path / "weights")
    (tmp_path / "weights" / "encoder.onnx").unlink()
    with pytest.raises(ModelError, match=r"encoder\.onnx.*--reader rules"):
        Encoder(tmp_path / "weights")


@pytest.mark.parametrize("damage", ["cut short", "changed"])
def test_a_damaged_file_is_refused(tmp_path: Path, damage: str) -> None:
    shutil.copytree(WEIGHTS, tmp_path / "weights")
    file = tmp_path / "weights" / "encoder.onnx"
    data = bytearray(file.read_bytes())
    file.write_bytes(data[:1000] if damage == "cut short" else data[:-1] + bytes([data[-1] ^ 1]))
    with pytest.raises(ModelError, match="damaged"):
        Encoder(tmp_path / "weights")


def test_settings_that_are_no_json_are_refused(tmp_path: Path) -> None:
    shutil.copytree(WEIGHTS, tmp_path / "weights")
    (tmp_path / "weights" / "encoder.json").write_text("{", encoding="utf-8")
    with pytest.raises(ModelError, match="damaged"):
        Encoder(tmp_path / "weights")


def test_a_quotation_longer_than_three_windows_is_one(encoder: Encoder) -> None:
    nights = (f"On night {n} we stood on the quay and nobody came to tell us about boat {7 * n}." for n in range(4, 60))
    text = f"“{' '.join(nights)}” said Ana Lindqvist, the harbour master of Port Adair."
    (encoding,) = encoder.read(text, _whole(text))
    assert len(encoding) > 3 * WINDOW
    assert [len(a.content) for a in read_attributions("d", text, [encoding])][:1] == [1]


def test_scripts_that_the_model_never_saw_pass(encoder: Encoder) -> None:
    text = "ភ្នំពេញ 金边 Пномпень ‏بنوم بنه‎ \U0001f600 \x00 " * 40
    for encoding in encoder.read(text, _whole(text)):
        assert all(0 <= a < b <= len(text) for a, b in zip(encoding.starts, encoding.ends, strict=True))
        assert np.isfinite(encoding.scores).all()


def test_an_empty_document_is_read_as_nothing(encoder: Encoder) -> None:
    assert list(encoder.read("", [])) == []
    assert list(encoder.read("  ", [Span(0, 2)])) == []


def test_a_paragraph_of_twenty_thousand_words_passes_in_one_piece(encoder: Encoder) -> None:
    text = "The council denied it. " * 5_000
    (encoding,) = encoder.read(text, _whole(text))
    assert encoding.ends[-1] == len(text.rstrip())


def test_a_sentence_has_a_unit_vector_and_a_gap_has_none(encoder: Encoder) -> None:
    (encoding,) = encoder.read(STATEMENT, _whole(STATEMENT))
    vector = encoding.vector(Span(0, len(STATEMENT)))
    assert vector is not None
    assert np.isclose(np.linalg.norm(vector), 1, atol=1e-3)
    assert encoding.vector(Span(3, 4)) is None


@pytest.mark.parametrize("size", [1e-8, 3e-7, 6e-5, 1e-3, 1, 200])
def test_numbers_are_rounded_as_a_cast_to_sixteen_bits_rounds_them(size: float) -> None:
    numbers = (np.linspace(-size, size, 9_999, dtype=np.float32) ** 3 / np.float32(size**2)).reshape(3, -1)
    assert np.array_equal(_rounded(numbers), numbers.astype(np.float16).astype(np.float32))


def test_a_piece_was_read_together_with_all_from_the_first_such_on(encoder: Encoder) -> None:
    text = "\n\n".join([STATEMENT, OTHER * 3, f"{STATEMENT} {OTHER} " * 12, OTHER, STATEMENT] * 2)
    bounds = [0, *(at for at in range(len(text)) if text.startswith("\n\n", at)), len(text)]
    (encoding,) = encoder.read(text, [Span(a, b) for a, b in pairwise(bounds)])
    for one in range(0, len(encoding), 7):
        together = [other for other in range(one + 1) if encoding.together(one, other)]
        assert together == list(range(encoding.together_from(one), one + 1))


def test_distances_have_the_numbers_of_their_buckets() -> None:
    near = np.arange(2 * BUCKETS, dtype=np.float32)
    distances = np.array([[0, 1, 8, -1], [-40, 900, FARTHEST + 3, -2 * FARTHEST]])
    assert np.array_equal(by_distance(spread(near), distances), near[buckets(distances)])
