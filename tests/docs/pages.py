"""The pages of the documentation, and what stands in them: fenced blocks, headings, links."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

PAGES = sorted([Path("README.md"), Path("CONTRIBUTING.md"), Path("examples/README.md"), *Path("docs").rglob("*.md")])

_FENCE = re.compile(r"^(?P<mark>```+)(?P<language>\w*)[^\n]*\n(?P<body>.*?)^(?P=mark)[ ]*$", re.MULTILINE | re.DOTALL)
_HEADING = re.compile(r"^#{1,6} (.+)$", re.MULTILINE)
_LINK = re.compile(r"!?\[[^\]\n]*\]\(([^)\s]+)\)")
_CODE = re.compile(r"`[^`\n]*`")


@dataclass(frozen=True, slots=True)
class Block:
    """A fenced block: its language, its lines, and where its body stands in the page."""

    language: str
    body: str
    start: int


@dataclass(frozen=True, slots=True)
class Shown:
    """A command of a console block with the output shown beneath it (none: it is not shown, and not checked)."""

    command: str
    output: tuple[str, ...]


def blocks(page: Path, language: str) -> list[Block]:
    """The fenced blocks of one language."""
    found = _FENCE.finditer(page.read_text(encoding="utf-8"))
    return [Block(m["language"], m["body"], m.start("body")) for m in found if m["language"] == language]


def commands(block: Block) -> list[Shown]:
    """What a console block shows: `$ ` begins a command, `> ` goes on with it, the other lines are what it prints."""
    shown: list[Shown] = []
    for line in block.body.rstrip("\n").split("\n"):
        if line.startswith("$ "):
            shown.append(Shown(line[2:], ()))
        elif line.startswith("> ") and shown and not shown[-1].output:
            shown.append(Shown(f"{shown.pop().command}\n{line[2:]}", ()))
        else:
            assert shown, f"a console block begins with a command, not with {line!r}"
            last = shown.pop()
            shown.append(Shown(last.command, (*last.output, line)))
    return [Shown(s.command, _without_blank_end(s.output)) for s in shown]


def _without_blank_end(lines: tuple[str, ...]) -> tuple[str, ...]:
    while lines and not lines[-1]:
        lines = lines[:-1]
    return lines


def prose(page: Path) -> str:
    """The page without its fenced blocks."""
    return _FENCE.sub("", page.read_text(encoding="utf-8"))


def anchors(page: Path) -> set[str]:
    """The names by which the headings of a page can be linked to, as code forges make them."""
    return {re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in _HEADING.findall(prose(page))}


def links(page: Path) -> list[str]:
    """The targets of the links and pictures of a page."""
    return _LINK.findall(_CODE.sub("", prose(page)))


def section(page: Path, heading: str) -> str:
    """What stands under a heading, up to the next of the same or a higher rank; empty where there is none."""
    text = page.read_text(encoding="utf-8")
    start = re.search(rf"^(#+) {re.escape(heading)}$", text, re.MULTILINE)
    if start is None:
        return ""
    end = re.search(rf"^#{{1,{len(start[1])}}} ", text[start.end() :], re.MULTILINE)
    return text[start.end() : start.end() + end.start()] if end else text[start.end() :]
