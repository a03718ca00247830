"""Statements: who says what, when, where, how many, with which polarity and hedge."""

from gainsay.statements.making import make_statements
from gainsay.statements.statement import Polarity, Statement

__all__ = ["Polarity", "Statement", "make_statements"]
