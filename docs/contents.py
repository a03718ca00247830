"""Makes the menu of the built documentation out of its table of contents, README.md, so that there is only one."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

_SECTION = re.compile(r"^\*\*(?P<name>[^*]+)\*\*", re.MULTILINE)
_LINK = re.compile(r"(?<!!)\[(?P<words>[^\]\n]+)\]\((?P<target>[^)\s]+)\)")
_ENTRY = re.compile(r"^- \[(?P<title>[^\]]+)\]\((?P<page>[^)#]+\.md)\)", re.MULTILINE)


def on_config(config: Any) -> Any:
    """Called by MkDocs before it looks for pages."""
    text = (Path(config["docs_dir"]) / "README.md").read_text(encoding="utf-8")
    found = list(_SECTION.finditer(text))
    ends = [*(m.start() for m in found[1:]), len(text)]
    config["nav"] = [{"Contents": "README.md"}] + [
        {m["name"]: [{e["title"]: e["page"]} for e in _ENTRY.finditer(text, m.end(), end)]}
        for m, end in zip(found, ends, strict=True)
    ]
    return config


def on_page_markdown(markdown: str, page: Any, config: Any, files: Any) -> str:
    """Called for every page. Links to files beside the documentation become words: the pages are read without them."""
    folder = (Path(config["docs_dir"]) / page.file.src_uri).parent

    def inside(link: re.Match[str]) -> str:
        target = link["target"].partition("#")[0]
        leaves = "://" not in target and not (folder / target).resolve().is_relative_to(config["docs_dir"])
        return link["words"] if leaves else link.group()

    return _LINK.sub(inside, markdown)
