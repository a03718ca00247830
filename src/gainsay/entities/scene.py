"""Where speakers are sought: the names of a document by position, its sentences, its quoted stretches."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field

from gainsay.annotations.attributions.attribution import Attribution
from gainsay.annotations.mentions import Mention, MentionForm
from gainsay.entities.cluster import Cluster
from gainsay.entities.roles import find_roles
from gainsay.passages.passage import Layout
from gainsay.spans import Span, content_id


@dataclass(slots=True)
class Scene:
    """The names of a document and whose they are; `added` grows with the mentions that only speakers bring."""

    text: str
    document: str
    owner: dict[str, Cluster]
    at: dict[Span, Cluster]
    names: list[Mention]
    sentences: list[Span]
    quoted: list[Span]
    roles: dict[str, list[Cluster]]
    surnames: dict[str, list[Cluster]]
    described: dict[str, Cluster] = field(default_factory=dict)
    added: list[Mention] = field(default_factory=list)

    def inside(self, span: Span) -> list[Mention]:
        """The names within a span, in text order; a possessive ending may reach beyond it."""
        found = []
        for at in range(bisect_left(self.names, span.start, key=lambda m: m.span.start), len(self.names)):
            mention = self.names[at]
            if mention.span.start >= span.end:
                break
            if mention.span.end <= span.end + 2:
                found.append(mention)
        return found

    def is_quoted(self, position: int) -> bool:
        """Whether a position lies in somebody's quoted words."""
        at = bisect_right(self.quoted, position, key=lambda s: s.start)
        return bool(at) and self.quoted[at - 1].end > position

    def is_possessive(self, mention: Mention) -> bool:
        return self.text.startswith(("’s", "'s", " 's"), mention.span.end)

    def add(self, cluster: Cluster, span: Span, form: MentionForm) -> None:
        """Make a speaker span a mention of its own, unless it is one."""
        if span in self.at or not span.length:
            return
        self.at[span] = cluster
        identity = content_id("mention", self.document, span.start, span.end, form)
        mention = Mention(identity, self.document, span, cluster.type, form)
        cluster.mentions.append(mention)
        if form == "nominal":
            cluster.descriptions.append(" ".join(span.of(self.text).split()))
        self.added.append(mention)


def scene(text: str, layout: Layout, clusters: Sequence[Cluster], attributions: Sequence[Attribution]) -> Scene:
    """The scene of a document before its speakers are known."""
    owner = {mention.id: cluster for cluster in clusters for mention in cluster.mentions}
    mentions = [m for c in clusters for m in c.mentions]
    names = sorted((m for m in mentions if m.form == "name"), key=lambda m: m.span)
    sentences = [s for passage in layout.prose for s in (passage.sentences or (passage.span,))]
    quoted = sorted(s for a in attributions for s in (a.content if a.kind == "direct" else a.marked))
    surnames: dict[str, list[Cluster]] = {}
    for cluster in clusters:
        if cluster.type == "person":
            surnames.setdefault(cluster.key.split(" ")[-1], []).append(cluster)
    at = {m.span: owner[m.id] for m in mentions}
    roles = find_roles(text, clusters)
    return Scene(text, layout.document.id, owner, at, names, sentences, quoted, roles, surnames)
