"""Who may enter a shared room: `gainsay accounts …`."""

from __future__ import annotations

import getpass
import sys
from pathlib import Path
from typing import Annotated

import typer

from gainsay.cli.printing import print_table
from gainsay.errors import UsageError

FileArgument = Annotated[Path, typer.Argument(metavar="FILE", help="The file of accounts; made where there is none.")]
NameArgument = Annotated[str, typer.Argument(metavar="NAME", help="The name that they sign in with; * for everybody.")]

accounts = typer.Typer(
    help="Who may enter a shared room: readers read, reviewers decide, editors also take back what others decided.",
    no_args_is_help=True,
    rich_markup_mode=None,
)


@accounts.command("set")
def set_(
    file: FileArgument,
    name: NameArgument,
    role: Annotated[str, typer.Option(help="reader, reviewer or editor.")] = "reader",
    no_password: Annotated[
        bool, typer.Option("--no-password", help="A proxy vouches for them: keep no password.")
    ] = False,
) -> None:
    """Add an account, or change its role and password. The password is asked for, or read from standard input."""
    from gainsay.room.accounts import EVERYBODY, ROLES, Account, hashed, is_name, read_accounts, write_accounts

    if role not in ROLES:
        raise UsageError(f"{role!r} is no role: {', '.join(ROLES)}.")
    if not is_name(name):
        raise UsageError(f"{name!r} cannot be a name: no colon, and at most 80 characters.")
    if name == EVERYBODY and not no_password:
        raise UsageError("* is everybody whom a proxy knows: give it --no-password.")
    known = read_accounts(file) if file.exists() else {}
    known[name] = Account(name, role, "" if no_password else hashed(_password()))
    write_accounts(file, known)
    print(f"{name}: {role}")


@accounts.command("list")
def list_(file: FileArgument) -> None:
    """The accounts of a file: names and roles."""
    from gainsay.room.accounts import read_accounts

    rows = [(a.name, a.role, "yes" if a.hash else "no") for _, a in sorted(read_accounts(file).items())]
    print_table(("name", "role", "password"), rows)


@accounts.command()
def remove(file: FileArgument, name: NameArgument) -> None:
    """Take an account out: whoever is signed in with it is out at once."""
    from gainsay.room.accounts import read_accounts, write_accounts

    known = read_accounts(file)
    if known.pop(name, None) is None:
        raise UsageError(f"{file} has no account {name!r}.")
    write_accounts(file, known)


def _password() -> str:
    """Asked for twice at a terminal; else the first line of standard input."""
    from gainsay.room.accounts import LONGEST_PASSWORD, SHORTEST_PASSWORD

    if sys.stdin.isatty():
        password = getpass.getpass("Password: ")
        if getpass.getpass("Again: ") != password:
            raise UsageError("the two differ: nothing was changed.")
    else:
        password = sys.stdin.readline().rstrip("\r\n")
    if not SHORTEST_PASSWORD <= len(password) <= LONGEST_PASSWORD:
        raise UsageError(f"a password has at least {SHORTEST_PASSWORD} characters: nothing was changed.")
    return password
