"""The reference is complete: commands, options, library, tables, exported keys, verdicts, kinds of damage."""

from __future__ import annotations

import dataclasses
import inspect
import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any, get_args

import pytest
import typer

import gainsay
from gainsay.cli.app import app
from gainsay.dependence.dependence import DependenceKind
from gainsay.documents.sources import TEXT_KEYS
from gainsay.exports import FORMATS
from gainsay.matters.matter import Facet, Verdict
from gainsay.passages.passage import DamageKind, PassageKind
from gainsay.store import schema
from tests.docs.pages import section

REFERENCE = Path("docs/reference")


def _commands(group: Any, before: str = "") -> Iterator[tuple[str, Any]]:
    """Commands by what is typed for them, those of groups too."""
    for name, command in vars(group)["commands"].items():
        yield f"{before}{name}", command
        if "commands" in vars(command):
            yield from _commands(command, f"{before}{name} ")


COMMANDS: dict[str, Any] = dict(_commands(typer.main.get_command(app)))


def _words_in_code(text: str) -> set[str]:
    return set(re.findall(r"`([^`\n]+)`", text))


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_is_documented_with_all_its_options(name: str) -> None:
    text = section(REFERENCE / "commands.md", f"gainsay {name}")
    assert text, f"`## gainsay {name}` is missing from commands.md"
    options = {o for p in COMMANDS[name].params for o in (*p.opts, *p.secondary_opts) if o.startswith("-")}
    assert [o for o in sorted(options) if not re.search(rf"`{o}[ `]", text)] == []


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_and_every_option_has_help(name: str) -> None:
    command = COMMANDS[name]
    assert command.help and command.help.strip().endswith(".")
    assert [p.name for p in command.params if not getattr(p, "help", None) and p.name != "help"] == []


def test_no_command_is_documented_that_does_not_exist() -> None:
    documented = re.findall(r"^## gainsay ([\w ]+)$", (REFERENCE / "commands.md").read_text(encoding="utf-8"), re.M)
    assert sorted(documented) == sorted(COMMANDS)


def test_every_public_name_is_documented() -> None:
    text = (REFERENCE / "library.md").read_text(encoding="utf-8")
    assert [name for name in gainsay.__all__ if f"`gainsay.{name}" not in text] == []


@pytest.mark.parametrize("kind", [gainsay.Edition, gainsay.ReadReport, gainsay.ReadSettings], ids=lambda k: k.__name__)
def test_every_public_attribute_is_documented(kind: type) -> None:
    text = (REFERENCE / "library.md").read_text(encoding="utf-8")
    names = {name for name, _ in inspect.getmembers(kind) if not name.startswith("_")}
    if dataclasses.is_dataclass(kind):
        names |= {field.name for field in dataclasses.fields(kind)}
    assert [name for name in sorted(names) if not re.search(rf"`{name}[`(]", text)] == []


@pytest.mark.parametrize("table", schema.metadata.sorted_tables, ids=lambda table: str(table.name))
def test_every_table_of_an_edition_is_documented_with_its_columns(table: Any) -> None:
    text = section(REFERENCE / "tables.md", str(table.name))
    assert text, f"`### {table.name}` is missing from tables.md"
    assert [c.name for c in table.columns if c.name not in _words_in_code(text)] == []


def _keys(folder: Path) -> Iterator[tuple[str, set[str]]]:
    for file in sorted(folder.glob("*.jsonl")):
        rows = [json.loads(line) for line in file.read_text(encoding="utf-8").splitlines()]
        yield file.name, {key for row in rows for key in row}


def test_every_exported_file_and_key_is_documented(tmp_path: Path) -> None:
    with gainsay.read("examples/marrow-bay", tmp_path / "e.gainsay") as edition:
        gainsay.export(edition, "jsonl", tmp_path / "export")
    for name, keys in _keys(tmp_path / "export"):
        words = _words_in_code(section(REFERENCE / "export-format.md", name))
        assert sorted(keys - words) == [], name


@pytest.mark.parametrize(
    ("page", "values"),
    [
        ("verdicts.md", get_args(Verdict)),
        ("verdicts.md", get_args(Facet)),
        ("verdicts.md", get_args(DependenceKind)),
        ("verdicts.md", get_args(DamageKind)),
        ("export-format.md", get_args(PassageKind)),
        ("commands.md", tuple(FORMATS)),
        ("../how-to/read-your-own-folder.md", TEXT_KEYS),
    ],
)
def test_every_value_is_explained(page: str, values: tuple[str, ...]) -> None:
    words = _words_in_code((REFERENCE / page).read_text(encoding="utf-8"))
    assert [value for value in values if value not in words] == []
