"""Verse: lines that end before the margin does."""

from __future__ import annotations

from gainsay.passages.lines import Block, joined

_SHORTEST = 3
"""Lines. Two short lines are a title and a name, an address, a caption."""

_WIDEST = 60
"""Characters. A pentameter has about 45."""


def gather_verse(text: str, blocks: list[Block]) -> list[Block]:
    """The blocks, the lines of each stanza made one."""
    gathered: list[Block] = []
    run: list[Block] = []
    for block in blocks:
        if run and (block.gap or len(block.lines) > 1):
            gathered += _stanza(text, run)
            run = []
        run.append(block)
    return gathered + _stanza(text, run)


def _stanza(text: str, run: list[Block]) -> list[Block]:
    if len(run) < _SHORTEST:
        return run
    together = joined(run)
    return [together] if is_verse(text, together) else run


def is_verse(text: str, block: Block) -> bool:
    """Whether the lines of a block are verse: short, each with a capital, most ending on a comma or on nothing."""
    lines = [line.span.of(text) for line in block.lines]
    if len(lines) < _SHORTEST or any(len(line) > _WIDEST for line in lines):
        return False
    if not all(line.lstrip("“\"‘'—– ")[:1].isupper() for line in lines) or any(
        ":" in line or "\t" in line for line in lines
    ):
        return False
    commas = sum(line.rstrip('”"’')[-1:] in ",;" for line in lines)
    stops = sum(line.rstrip('”"’')[-1:] in ".!?" for line in lines)
    words = [len(line.split()) for line in lines]
    # Names in a list end on nothing at all; verse has its commas, and lines of several words.
    return commas >= 1 and stops * 2 <= len(lines) and sum(words) >= 3 * len(lines)
