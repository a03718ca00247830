"""Who and what is meant.

folding    a name → what is compared: its fold, its words, its keys
speakers   the speakers of attributions: names, descriptions, pronouns
document   mentions of one document → referents
edition    referents of all documents → entities, by reasoned links
"""

from gainsay.entities.document import resolve_document
from gainsay.entities.edition import EntitySettings, resolve_edition
from gainsay.entities.entity import Entity, Link, Referent, Resolution
from gainsay.entities.folding import fold

__all__ = [
    "Entity",
    "EntitySettings",
    "Link",
    "Referent",
    "Resolution",
    "fold",
    "resolve_document",
    "resolve_edition",
]
