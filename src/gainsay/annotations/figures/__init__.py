"""Figures: counted and measured quantities, with how exact they are and what they count."""

from gainsay.annotations.figures.figure import Figure, FigureSettings, Qualifier, Value
from gainsay.annotations.figures.find import find_figures

__all__ = ["Figure", "FigureSettings", "Qualifier", "Value", "find_figures"]
