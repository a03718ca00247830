"""What a reading is given: a folder, a single file, or a manifest that lists paths or addresses."""

from __future__ import annotations

import os
import warnings
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath

from gainsay.documents import Declared, find_files, read_sources
from gainsay.documents.folder import base
from gainsay.documents.objects import is_address, version
from gainsay.errors import UsageError


@dataclass(frozen=True, slots=True)
class Intake:
    """Documents at `paths` relative to `root`, a folder or the address of one.

    `declared` is what sources.toml says of them, `odd` what is odd about it. `whole` says that the paths are all there
    is: what an edition has of `root` besides is gone. `versions` tell objects from what lay there before.
    """

    root: str
    paths: Sequence[str]
    whole: bool = False
    declared: Mapping[str, Declared] = field(default_factory=dict)
    odd: Sequence[str] = ()
    versions: Mapping[str, str] | None = None


def of_folder(root: Path, own: frozenset[Path] = frozenset()) -> Intake:
    """The documents of a folder, without the files `own` of the edition itself should it lie there."""
    within = {file.relative_to(base(root)).as_posix() for file in own if file.is_relative_to(base(root))}
    paths = [path for path in find_files(root) if path not in within]
    if not paths:
        raise UsageError(f"{root}: there is nothing in this folder that Gainsay can read. Is it the right one?")
    declared, odd = _sources(root, paths)
    return Intake(str(base(root)), paths, root.is_dir(), declared, odd)


def of_manifest(manifest: Path) -> list[Intake]:
    """The documents that a manifest lists, one a line: paths (relative to the manifest), or addresses of objects.

    Empty lines and such as begin with `#` are passed over.
    """
    try:
        lines = [line.strip() for line in manifest.read_text(encoding="utf-8").splitlines()]
    except (OSError, UnicodeDecodeError) as error:
        raise UsageError(f"{manifest}: this manifest cannot be read ({error}).") from error
    listed = list(dict.fromkeys(line for line in lines if line and not line.startswith("#")))
    if not listed:
        raise UsageError(f"{manifest}: this manifest lists nothing. Write one path or address a line.")
    found = []
    if files := [(manifest.parent / line).expanduser().resolve() for line in listed if not is_address(line)]:
        found.append(_of_files(files))
    stores: dict[str, list[str]] = {}
    for address in filter(is_address, listed):
        stores.setdefault("/".join(address.split("/", 3)[:3]), []).append(address)
    return [*found, *(_of_objects(addresses) for addresses in stores.values())]


def _of_files(files: Sequence[Path]) -> Intake:
    root = Path(os.path.commonpath([file.parent for file in files]))
    paths = [path for file in files for path in _within(root, file)]
    declared, odd = _sources(root, paths)
    return Intake(str(root), paths, False, declared, odd)


def _within(root: Path, file: Path) -> list[str]:
    """A file, or the documents that it holds. One that is not there is listed, so that reading it says so."""
    at = file.parent.relative_to(root)
    return [(at / path).as_posix() for path in (find_files(file) if file.is_file() else [file.name])]


def _of_objects(addresses: Sequence[str]) -> Intake:
    kind, names = addresses[0].partition("://")[0], [address.partition("://")[2] for address in addresses]
    common = os.path.commonpath([name.rpartition("/")[0] for name in names])
    root, paths = f"{kind}://{common}", [PurePosixPath(name).relative_to(common).as_posix() for name in names]
    return Intake(root, paths, versions={path: version(f"{root}/{path}") for path in paths})


def _sources(root: Path, paths: Sequence[str]) -> tuple[dict[str, Declared], list[str]]:
    """What sources.toml declares, in the folder and in those within it, and what is odd about it."""
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        declared = read_sources(root)
        inner_most = {PurePosixPath(path.rpartition("/")[0]) for path in paths}
        folders = {folder for within in inner_most for folder in (within, *within.parents) if folder.name}
        for folder in sorted(folders, reverse=True, key=lambda f: (len(f.parts), str(f))) if root.is_dir() else ():
            inner = read_sources(root / folder) if (root / folder).is_dir() else {}
            for path, said in inner.items():
                # What the folder that is read says itself counts first, and then what stands nearest to it.
                outer = declared.get(f"{folder}/{path}", Declared())
                values = {**said.values, **outer.values}
                declared[f"{folder}/{path}"] = Declared(values, said.restricted or outer.restricted)
    return declared, [str(w.message) for w in caught]
