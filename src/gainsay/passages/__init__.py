"""From a document to its articles, passages and sentences, and what is damaged in it."""

from gainsay.passages.divide import divide
from gainsay.passages.passage import Article, Damage, DamageKind, Layout, Passage, PassageKind
from gainsay.passages.settings import PassageSettings

__all__ = ["Article", "Damage", "DamageKind", "Layout", "Passage", "PassageKind", "PassageSettings", "divide"]
