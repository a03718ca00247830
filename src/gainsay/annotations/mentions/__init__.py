"""Whom and what a text speaks of, found by rule.

- `tokens`: capitalised words, with their place in the sentence
- `sequences`: capitalised words that hang together, with particles
- `evidence`: what the rest of the document tells of a word
- `naming`: sequences → names; calendar words, titles and demonyms are kept apart
- `cues`: the type of a name, by its words, then by its neighbours
- `tails`: lower-case words that belong to the name before them
- `works`: titles in quotation marks
- `neighbours`: the type that what stands around a name tells
- `finding`: the stage, document and layout → mentions
- `learned`: names by the model, and those of both readers together
- `unnamed`: pronouns and descriptions, which name nobody
"""

from gainsay.annotations.mentions.finding import MentionSettings, find_mentions
from gainsay.annotations.mentions.learned import combine
from gainsay.annotations.mentions.mention import Mention, MentionForm, MentionType
from gainsay.annotations.mentions.unnamed import find_unnamed

__all__ = ["Mention", "MentionForm", "MentionSettings", "MentionType", "combine", "find_mentions", "find_unnamed"]
