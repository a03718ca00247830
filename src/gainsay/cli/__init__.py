"""The command line: one file per group of commands."""

from gainsay.cli.app import main

__all__ = ["main"]
