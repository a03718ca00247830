"""All that input is thrown at, by name."""

from __future__ import annotations

from benchmarks.fuzzing.documents import document_targets
from benchmarks.fuzzing.editions import edition_targets

TARGETS = {target.name: target for target in (*document_targets(), *edition_targets())}
