"""The model's judge of antecedents."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

import numpy as np

from gainsay.annotations.mentions import Mention
from gainsay.encoder import Encoding, encoding_at
from gainsay.entities.antecedents import Antecedent, Antecedents, Combined
from gainsay.entities.discourse import Discourse
from gainsay.entities.document import BY_RULE

# How far back the model is asked, in pieces: it was trained on windows of 256.
_REACH = 250
# Antecedents less likely than this are not told.
_LEAST = 0.02
# How much each judge's word weighs, by the form of a mention, and what speaks for nobody besides. Chosen on GUM's
# development texts: on its training texts the model, which learned from them, is too sure.
_MODEL = {"pronoun": 0.6, "nominal": 0.4, "name": 0.4, "adjective": 0.4}
_RULES = {"pronoun": 0.6, "nominal": 0.8, "name": 0.8, "adjective": 0.8}
_NOBODY = {"pronoun": 0.3, "nominal": 0.0, "name": 0.0, "adjective": 0.0}
_REASON = "by what the text says"


def judge_of(mentions: Sequence[Mention], encodings: Sequence[Encoding]) -> Antecedents:
    """The rules' judge, or both judges where a model has read the document."""
    if not encodings:
        return BY_RULE
    return Combined(((ByModel(mentions, encodings), _MODEL), (BY_RULE, _RULES)), _NOBODY)


class ByModel:
    """For each mention that is no name, how likely it points to each mention before it.

    `mentions` are all mentions of the document in text order; the encodings are those of the same text.
    """

    def __init__(self, mentions: Sequence[Mention], encodings: Sequence[Encoding]) -> None:
        self._found: dict[str, tuple[Antecedent, ...]] = {}
        within: dict[int, list[Mention]] = {}
        for mention in mentions:
            encoding = encoding_at(encodings, mention.span.start)
            if encoding is not None:
                within.setdefault(int(encoding.starts[0]), []).append(mention)
        for encoding in encodings:
            self._read(encoding, within.get(int(encoding.starts[0]), []))

    def of(self, mention: Mention, discourse: Discourse) -> Sequence[Antecedent]:
        """The antecedents that `mention` may have, the likeliest first."""
        return self._found.get(mention.id, ())

    def _read(self, encoding: Encoding, mentions: Sequence[Mention]) -> None:
        found = [(head, m.id, m) for m in mentions if (head := _head(encoding, m)) is not None]
        headed = sorted(found, key=lambda one: one[:2])
        heads = [head for head, _, _ in headed]
        for number, (head, _, mention) in enumerate(headed):
            if mention.form == "name":
                continue
            first = bisect_left(heads, max(head - _REACH, encoding.together_from(head)))
            last = bisect_left(heads, head, first, number)
            if first == last:
                continue
            goals = np.array(heads[first:last], dtype=np.int64)
            shares = np.exp(encoding.pointing("head-antecedent", np.array([head]), goals))[0, :-1]
            told = [
                Antecedent(headed[first + n][2].id, round(float(shares[n]), 4), _REASON)
                for n in np.flatnonzero(shares >= _LEAST).tolist()
            ]
            self._found[mention.id] = tuple(sorted(told, key=lambda one: -one.score))


def _head(encoding: Encoding, mention: Mention) -> int | None:
    """The piece of a mention that most looks like the head of one."""
    first, last = encoding.pieces(mention.span)
    if last <= first + 1:
        return first if first < last else None
    return first + int(encoding.likelihoods["mention"][first:last, 0].argmin())
