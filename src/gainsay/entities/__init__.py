"""Who and what is meant.

- `folding`, `persons`, `variants`: what names are compared by
- `cluster`, `clusters`, `surnames`, `equations`: the names of one document gathered
- `scene`, `roles`, `pronouns`, `speakers`: who speaks in its attributions
- `document`: the stage within one document, mentions → referents
- `edition`: the stage across documents, referents → entities by reasoned links
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
