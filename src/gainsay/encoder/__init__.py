"""The one small neural model.

pieces      text → word pieces with their places, shapes and quotation marks
windows     pieces → windows the model reads, so that no passage has a seam
model       loads the shipped weights and runs them (ONNX Runtime, CPU)
tags        scores → the likeliest row of tags
pointers    which piece points to which: cue → source, content → cue, mention → antecedent
"""

from __future__ import annotations

from gainsay.encoder.model import WEIGHTS, Encoder, Encoding, digest, encoding_at

__all__ = ["WEIGHTS", "Encoder", "Encoding", "digest", "encoding_at"]
