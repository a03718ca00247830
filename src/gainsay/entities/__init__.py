"""Who and what is meant.

- `folding`, `persons`, `variants`: what names are compared by
- `cluster`, `clusters`, `surnames`, `equations`: the names of one document gathered
- `scene`, `roles`, `pronouns`, `speakers`: who speaks in its attributions
- `descriptions`, `discourse`, `traits`, `weights`, `first_person`: what pronouns and descriptions are judged by
- `antecedents`, `rules`, `linking`: whom they point back to, behind one protocol for rules and models
- `authority`: names that a user pins to identifiers
- `document`: the stage within one document, mentions → referents
- `edition`: the stage across documents, referents → entities by reasoned links
"""

from gainsay.entities.authority import Authorised, parse_authority
from gainsay.entities.document import resolve_document
from gainsay.entities.edition import EntitySettings, resolve_edition
from gainsay.entities.entity import Entity, Link, Referent, Resolution
from gainsay.entities.folding import fold
from gainsay.entities.learned import judge_of

__all__ = [
    "Authorised",
    "Entity",
    "EntitySettings",
    "Link",
    "Referent",
    "Resolution",
    "fold",
    "judge_of",
    "parse_authority",
    "resolve_document",
    "resolve_edition",
]
