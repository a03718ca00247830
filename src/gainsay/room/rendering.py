"""From the record of a page to its HTML. Everything from a document is escaped by the template engine."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import asdict, dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from markupsafe import Markup, escape

from gainsay.room import context
from gainsay.room.apparatus import FACETS, KINDS, VERDICTS, tallied, verdict_in_words
from gainsay.room.context import Segment

STYLE = "style.css"
LIVE_SCRIPT, PUBLISHED_SCRIPT = "room.js", "site.js"
"""Bundles of `browser/src`, made when the package is built; pages do without where they could not be."""


@dataclass(frozen=True, slots=True)
class Kind:
    """How a record is shown: its template, the entry of the masthead it belongs to, its title."""

    template: str
    here: str
    title: Callable[[Any], str]


PAGES: dict[type, Kind] = {
    context.FrontPage: Kind("front.html", "front", lambda p: p.title),
    context.MattersPage: Kind("matters.html", "matters", lambda p: "Matters"),
    context.MatterView: Kind("matter.html", "matters", lambda p: p.label),
    context.SourcesPage: Kind("sources.html", "sources", lambda p: "Sources"),
    context.SourcePage: Kind("source.html", "sources", lambda p: p.card.title),
    context.ComparePage: Kind("compare.html", "sources", lambda p: f"{p.left.name} beside {p.right.name}"),
    context.PeoplePage: Kind("people.html", "people", lambda p: "People and bodies"),
    context.PersonPage: Kind("person.html", "people", lambda p: p.name),
    context.NamingPage: Kind("naming.html", "people", lambda p: "Who is called what"),
    context.TimelinePage: Kind("timeline.html", "timeline", lambda p: "Timeline"),
    context.NetworkPage: Kind("network.html", "network", lambda p: "Who takes words from whom"),
    context.QuotationsPage: Kind("quotations.html", "network", lambda p: "Quotations and what they quote"),
    context.MapPage: Kind("map.html", "map", lambda p: "Map"),
    context.SearchPage: Kind("search.html", "search", lambda p: f"Search: {p.words}" if p.words else "Search"),
    context.AskPage: Kind("ask.html", "search", lambda p: p.question or "Ask"),
    context.AboutPage: Kind("about.html", "about", lambda p: "About this reading"),
    context.CitePage: Kind("cite.html", "sources", lambda p: "Cite"),
    context.ReviewPage: Kind("review.html", "review", lambda p: p.item.title if p.item else "Review"),
    context.SignInPage: Kind("sign-in.html", "sign-in", lambda p: "Sign in"),
    context.GonePage: Kind("gone.html", "", lambda p: "Nothing stands here"),
}


@dataclass(frozen=True, slots=True)
class Setting:
    """What all pages of a site know: the edition's name, whether a server answers, a line of notice, a form's token.

    `reviews`: whoever asks may decide. In a shared room `visitor` and `role` are theirs; `leaves`: they can sign out.
    `takes`: they may take over decisions from a file. `maps`: the user gave a file of places.
    """

    edition: str
    live: bool = False
    notice: str = ""
    token: str = ""
    reviews: bool = False
    takes: bool = False
    visitor: str = ""
    role: str = ""
    leaves: bool = False
    maps: bool = False


class Renderer:
    """Renders pages; the templates are compiled once."""

    def __init__(self) -> None:
        from jinja2 import Environment, PackageLoader, StrictUndefined

        self._environment = Environment(
            loader=PackageLoader("gainsay.room"),
            autoescape=True,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
            auto_reload=False,
        )
        self._environment.globals.update(
            drawn=drawn, verdicts=VERDICTS, facets=FACETS, kinds=KINDS, tallied=tallied, said_as=verdict_in_words
        )

    def render(self, page: object, href: str, setting: Setting) -> str:
        """The HTML of a page that stands at `href`, relative to the root of the site."""
        kind = PAGES[type(page)]
        return self._environment.get_template(kind.template).render(
            page=page,
            title=kind.title(page),
            here=kind.here,
            root="../" * href.count("/"),
            href=href,
            script=script_of(setting.live),
            **asdict(setting),
        )


def drawn(segments: Iterable[Segment], root: str) -> Markup:
    """A run of segments as HTML: what most of a page consists of, so it is put together here and not by the templates.

    >>> drawn([Segment("one "), Segment("two", "name", href="person/x.html")], "../")
    Markup('one <a class="s name" href="../person/x.html">two</a>')
    """
    parts: list[str] = []
    for s in segments:
        parts += [f'<a class="at" id="{escape(anchor)}"></a>' for anchor in s.anchor.split()]
        words = escape(s.text)
        if s.href or s.classes or s.at:
            tip = f' data-tip="{escape(s.tip)}"' if s.tip else ""
            at = f' data-at="{escape(s.at)}"' if s.at else ""
            name, href = ("a", f' href="{escape(root)}{escape(s.href)}"') if s.href else ("span", "")
            parts.append(f'<{name} class="s {escape(s.classes)}"{href}{tip}{at}>{words}</{name}>')
        else:
            parts.append(words)
        parts += [f'<i class="nk" data-n="{escape(note)}" aria-hidden="true"></i>' for note in s.note.split()]
    return Markup("".join(parts))


@cache
def script_of(live: bool) -> str:
    """The script of pages that a server answers, or of published ones; nothing where the package has none."""
    name = LIVE_SCRIPT if live else PUBLISHED_SCRIPT
    return name if files("gainsay.room").joinpath("static", name).is_file() else ""


def static_files(live: bool) -> tuple[str, ...]:
    """What pages load besides themselves."""
    return (STYLE, script_of(live)) if script_of(live) else (STYLE,)


def static_file(name: str) -> str:
    """A style sheet or script of the room."""
    return files("gainsay.room").joinpath("static", name).read_text(encoding="utf-8")
