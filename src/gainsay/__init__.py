"""Gainsay reads documents that contradict each other and shows who says what, on whose word, and who says otherwise."""

__version__ = "0.1.0"
