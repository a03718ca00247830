"""A text as it has been heard so far: whom it spoke of, when last, in what form and in what place of the sentence."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field

from gainsay.annotations.mentions import Mention
from gainsay.annotations.mentions.lexicon.nouns import sex_of_noun
from gainsay.annotations.mentions.lexicon.ordinary import FUNCTION_WORDS
from gainsay.annotations.mentions.lexicon.places import countries
from gainsay.entities.cluster import Cluster
from gainsay.entities.descriptions import Description, describe
from gainsay.entities.folding import fold, listed_place
from gainsay.entities.pronouns import PRONOUNS
from gainsay.spans import Span

_PREPOSITIONS = frozenset(
    "of in at on to for with from by about against between under after before than like near over behind into".split()
)
_WINDOW = 16  # characters before a mention in which the word before it stands
_STATE_NOUNS = ("country", "nation", "state", "homeland")


@dataclass(slots=True)
class Seen:
    """Somebody or something spoken of: the last mention and its place, and all that was said of what he or it is.

    `heads` maps a head noun to the modifiers that it had.
    """

    cluster: Cluster
    last: Mention
    start: int
    end: int
    sentence: int
    passage: int
    number: int
    opens: bool
    governed: bool
    word: str
    times: int = 1
    name: str = ""
    named: bool = False
    several: bool = False
    sex: str | None = None
    country: bool = False
    quoted: bool = False
    possessor: int | None = None
    heads: dict[str, set[str]] = field(default_factory=dict)


class Discourse:
    """What has been heard of one text, mention by mention in text order."""

    def __init__(self, text: str, sentences: Sequence[Span], passages: Sequence[Span], quoted: Sequence[Span]) -> None:
        self.text = text
        self.owner: dict[str, Cluster] = {}
        self.recent: dict[int, Seen] = {}  # by the cluster's id, the last spoken of last
        self.by_head: dict[str, list[Seen]] = {}
        self.following: dict[int, Mention] = {}  # names by where they begin
        self._sentences = [s.start for s in sentences]
        self._passages = [p.start for p in passages]
        self._quoted = quoted
        self._quotes = [q.start for q in quoted]
        self._opened = -1
        self._count = 0

    def sentence(self, position: int) -> int:
        return bisect_right(self._sentences, position)

    def sentence_start(self, position: int) -> int:
        number = bisect_right(self._sentences, position)
        return self._sentences[number - 1] if number else 0

    def passage(self, position: int) -> int:
        return bisect_right(self._passages, position)

    def quote(self, position: int) -> int:
        """The number of the quotation that holds a position, 0 for none."""
        at = bisect_right(self._quotes, position)
        return at if at and self._quoted[at - 1].end > position else 0

    def description(self, mention: Mention) -> Description:
        return describe(self.text[mention.span.start : mention.span.end])

    def hear(self, mention: Mention, cluster: Cluster) -> None:
        """Take note that `mention` speaks of `cluster`."""
        start, end = mention.span
        self.owner[mention.id] = cluster
        self._count += 1
        sentence = self.sentence(start)
        before = self.text[max(start - _WINDOW, 0) : start].split()
        governed = bool(before) and before[-1].lower() in _PREPOSITIONS
        opens = sentence != self._opened and not governed
        if opens:
            self._opened = sentence
        word = self.text[start:end].lower() if mention.form == "pronoun" else ""
        known = self.recent.pop(id(cluster), None)
        if known is None:
            known = Seen(
                cluster, mention, start, end, sentence, self.passage(start), self._count, opens, governed, word, 0
            )
            self._introduce(known)
        known.last, known.start, known.end, known.sentence = mention, start, end, sentence
        known.number, known.opens, known.governed, known.word = self._count, opens, governed, word
        known.passage, known.quoted = self.passage(start), bool(self.quote(start))
        known.times += 1
        self.recent[id(cluster)] = known
        if mention.form == "nominal":
            self._describe(known, mention)
        elif mention.form == "pronoun" and known.sex is None and PRONOUNS.get(word) in ("m", "f"):
            known.sex = PRONOUNS[word]

    def _introduce(self, seen: Seen) -> None:
        """What the names and titles of a referent say of it beforehand."""
        cluster = seen.cluster
        seen.name, seen.named = cluster.name, bool(cluster.forms)
        seen.sex = cluster.sex if cluster.type == "person" else None
        seen.several = cluster.type == "group"
        if not seen.named and cluster.type != "place":
            return
        if cluster.type == "place":
            seen.country = (listed_place(cluster.key) or "") in countries()
            for noun in _STATE_NOUNS if seen.country else ():
                self.call(seen, noun, ())
        for form in [*cluster.forms, *cluster.also]:
            self._call_by_name(seen, fold(form).split())
        for title in cluster.titles:
            words = fold(title).split()
            if words:
                self.call(seen, words[-1], words[:-1])

    def _call_by_name(self, seen: Seen, words: list[str]) -> None:
        """ "Tellmark Harbour Company" is a company, "Ministry of Works" a ministry."""
        if seen.cluster.type == "person" or len(words) < 2:
            return
        end = next((n for n, word in enumerate(words) if n and word in ("of", "for")), len(words))
        self.call(seen, words[end - 1], words[: end - 1])

    def call(self, seen: Seen, head: str, modifiers: Sequence[str] | frozenset[str]) -> None:
        """Take note of a noun that describes somebody."""
        if head in FUNCTION_WORDS:
            return
        known = seen.heads.get(head)
        if known is None:
            seen.heads[head] = set(modifiers)
            self.by_head.setdefault(head, []).append(seen)
        else:
            known.update(modifiers)

    def _describe(self, seen: Seen, mention: Mention) -> None:
        said = self.description(mention)
        self.call(seen, said.head, said.modifiers)
        seen.several = seen.several or (said.several and not seen.named)
        if seen.sex is None:
            seen.sex = sex_of_noun(said.head)
