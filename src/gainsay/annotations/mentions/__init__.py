"""Names: who and what a text names, found by rule.

tokens     capitalised words, with their place in the sentence
sequences  capitalised words that hang together, with particles
evidence   what the rest of the document tells of a word
naming     sequences → names: titles and demonyms apart, types by head word and cue
finding    the stage: document and layout → mentions
"""

from gainsay.annotations.mentions.finding import MentionSettings, find_mentions
from gainsay.annotations.mentions.mention import Mention, MentionForm, MentionType

__all__ = ["Mention", "MentionForm", "MentionSettings", "MentionType", "find_mentions"]
