"""The version, in a place that every stage may look at."""

__version__ = "0.1.0"
