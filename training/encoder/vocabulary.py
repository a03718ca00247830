"""Which word pieces are kept.

The vocabulary of the model we start from holds a thousand unused rows and the letters of scripts it never learned. What
is left is cut to the pieces that general English prose needs most: a word whose own row goes is read in smaller pieces.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable
from pathlib import Path

from tokenizers import Tokenizer

KEPT = 24_000
SPECIAL = ("[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]")


def prune(tokenizer_file: Path, texts: Iterable[str], kept: int = KEPT) -> tuple[Tokenizer, list[int]]:
    """The tokenizer with its `kept` commonest pieces, and the rows of the old vocabulary that they were, in order."""
    whole = Tokenizer.from_file(str(tokenizer_file))
    whole.no_truncation()
    whole.no_padding()
    counts: Counter[int] = Counter()
    for encoding in whole.encode_batch(list(texts), add_special_tokens=False):
        counts.update(encoding.ids)
    vocabulary: dict[str, int] = whole.get_vocab()
    needed = [row for piece, row in vocabulary.items() if piece in SPECIAL or _one_letter(piece)]
    # Beyond what the texts show, the order of the old vocabulary is nearly that of frequency.
    others = [row for piece, row in vocabulary.items() if row not in set(needed) and _latin(piece)]
    others.sort(key=lambda row: (-counts[row], row))
    rows = sorted([*needed, *others[: kept - len(needed)]])
    return Tokenizer.from_str(_with(tokenizer_file, vocabulary, rows)), rows


def _one_letter(piece: str) -> bool:
    """Single letters and digits stay, so that no Latin word becomes unknown."""
    letter = piece.removeprefix("##")
    return len(letter) == 1 and ord(letter) < 0x2100 and not "\u0590" <= letter <= "\u1fff"


def _latin(piece: str) -> bool:
    return not piece.startswith("[") and all(ord(letter) < 0x0250 for letter in piece)


def _with(tokenizer_file: Path, vocabulary: dict[str, int], rows: list[int]) -> str:
    made = json.loads(tokenizer_file.read_text(encoding="utf-8"))
    piece_of = {row: piece for piece, row in vocabulary.items()}
    made["model"]["vocab"] = {piece_of[row]: number for number, row in enumerate(rows)}
    made["truncation"] = made["padding"] = made["post_processor"] = None
    made["added_tokens"] = [
        {**token, "id": made["model"]["vocab"][token["content"]]}
        for token in made["added_tokens"]
        if token["content"] in made["model"]["vocab"]
    ]
    return json.dumps(made, ensure_ascii=False)
