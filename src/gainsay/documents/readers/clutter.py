"""What a site puts around its texts, told by the markup: boxes, bars, banners and threads of comments."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_NAMES = (
    # Consent and membership
    r"cookies?|consent|gdpr|onetrust|cmp|paywall|regwall|newsletters?|signup|subscribe|subscription|donate"
    r"|donation|fundraising|promos?|site-?notice"
    # Sharing and moving about
    r"|share|shares|sharing|sharebar|social|addtoany|sharedaddy|breadcrumbs?|crumbs?|pagination|pager|paging|navbar"
    r"|navbox|nav|menu|topbar|masthead|skip|backtotop|back2top|toolbar|actionbar|action-bar|jump"
    # Other texts of the site
    r"|related|relatedposts|recommended|recommendations|recirc|read-?next|read-?more|also-?read|next-?story|most-?read"
    r"|most-?viewed|popular|trending|ticker|outbrain|taboola|sidebar|widgets?"
    # Advertisement
    r"|ads?|adverts?|advertisements?|advertising|sponsored|sponsor|banner-ad|app-?promo"
    # Comments, and who wrote what below
    r"|comments?|commentlist|disqus|respond|livefyre|author-?bio|author-?box|postprofile|signature|online-list"
    # Files and law
    r"|footer|colophon|copyright|tags|tag-?list|taxonomy|catlinks|printfooter|feedback"
    # Encyclopaedias
    r"|toc|contents-list|editsection|hatnote|ambox|mbox|noprint|cite-backlink"
)
_NAME = re.compile(rf"(?:^|[\s_-])(?:{_NAMES})(?=$|[\s_-]|\d)", re.IGNORECASE)
_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])")

_THREAD = re.compile(
    r"(?:^|[\s_-])(?:comments?|commentlist|disqus|respond|consent|onetrust|cookies?)(?:$|[\s_-])", re.I
)
"""Parts that may be nearly as long as the text itself."""

_APPARATUS = re.compile(r"(?:^|[\s_-])(?:(?:foot|end)?notes?(?:$|[\s_\d-])|references|bibliograph)", re.IGNORECASE)
"""Names of parts that belong to a text wherever they stand."""

_ROLES = frozenset({"dialog", "alertdialog", "navigation", "search", "contentinfo", "menu", "menubar", "toolbar"})

_TITLE = re.compile(
    r"(?:(?:more|read|also|up) (?:on|from|in|about|next|this|stories).{0,40}|(?:related|recommended|further"
    r"|similar|latest"
    r"|popular|trending|recent|top)(?: (?:for you|now|posts?|articles?|stories|coverage|content|topics?|links"
    r"|items|news"
    r"|reading|videos?|searches))?|(?:also )?(?:read|see) (?:next|also|more)|next story|you may also like.{0,20}"
    r"|(?:most|what others are) (?:read|viewed|popular|shared|reading).{0,20}|around the web|from (?:the|our) archives?"
    r"|editor.?s picks?|don.t miss|in case you missed it|promoted (?:stories|links)|paid content|sponsored.{0,20}"
    r"|.{0,40}in your inbox|(?:sign up|subscribe) .{0,60}|get (?:updates|the latest|our) .{0,60}|keep reading .{0,40}"
    r"|join the (?:conversation|discussion)|(?:\d{1,5} )?comments?(?: \(\d{1,5}\))?:?|leave a (?:reply|comment)"
    r"|(?:be the first to|post a|add a) comment|(?:who is online|follow the topics? .{0,30}|explore the topic"
    r"|share this:?)"
    r"|is this page useful\?|tags \(\d{1,3}\)|about (?:me|the author)|blog archive|.{2,40} is free to read)",
    re.IGNORECASE,
)
"""The titles of boxes that hold something else than the text."""

_LONGEST = 90
"""Letters of such a title."""

_DISCUSSION = re.compile(r"comment|conversation|discussion|reply", re.IGNORECASE)

_LONGEST_BAR = 400
_LABEL = 20
"""Letters: of a row of links, and of the label of one on the average."""

_LARGEST = 0.34
"""Share of the letters of the page: what holds more is not beside the text, whatever it is called."""

_LARGEST_THREAD = 0.6

_HEADLINES = frozenset({"h1", "main", "body", "html"})
_INLINE = frozenset({"span", "a", "b", "strong", "em", "i", "h2", "h3", "h4", "h5", "h6", "p", "li", "td"})
"""Elements whose id is the name of a place to jump to, and says nothing of what they are."""


def clear(root: HtmlElement) -> None:
    """Take out of the tree what its names, roles and titles say is no part of the text.

    What holds the headline, notes or a good part of all letters stays, whatever it is called.
    """
    sizes = _sizes(root)
    whole = max(1, sizes[root])
    waiting = [root]
    while waiting:
        element = waiting.pop()
        share = sizes[element] / whole
        if element is not root and (_is_hidden(element) or _is_named(element, share)) and not _holds_text(element):
            element.drop_tree()
        else:
            waiting += [child for child in element if isinstance(child.tag, str)]
    sizes = _sizes(root)
    whole = max(1, sizes[root])
    found = [box for element in root.iter() if (box := _titled_box(element, sizes)) is not None]
    for box, largest in found:
        if sizes[box] / whole <= largest and not _holds_text(box):
            box.drop_tree()
    for bar in [element for element in root.iter("div", "ul", "ol", "p", "section") if _is_bar(element, sizes)]:
        bar.drop_tree()


def _sizes(root: HtmlElement) -> dict[HtmlElement, int]:
    """The letters in each element, in one walk."""
    from lxml import etree

    sizes: dict[HtmlElement, int] = {}
    for _, element in etree.iterwalk(root, events=("end",)):
        own = len((element.text or "").strip()) if isinstance(element.tag, str) else 0
        sizes[element] = own + sum(sizes.get(child, 0) + len((child.tail or "").strip()) for child in element)
    return sizes


def _is_named(element: HtmlElement, share: float) -> bool:
    if element.tag in _HEADLINES:
        return False
    if (element.get("role") or "") in _ROLES:
        return share <= _LARGEST_THREAD
    names = ("class",) if element.tag in _INLINE else ("class", "id", "data-component")
    marks = _CAMEL.sub("-", " ".join(filter(None, (element.get(name) for name in names))))
    if not _NAME.search(marks) or _APPARATUS.search(marks):
        return False
    return share <= (_LARGEST_THREAD if _THREAD.search(marks) else _LARGEST)


def _is_hidden(element: HtmlElement) -> bool:
    style = (element.get("style") or "").replace(" ", "").lower()
    return element.get("hidden") is not None or "display:none" in style


def _holds_text(element: HtmlElement) -> bool:
    """Whether an element holds the headline of the page, or notes."""
    return any(
        part.tag == "h1" or _APPARATUS.search(part.get("class") or "") is not None or "doc-" in (part.get("role") or "")
        for part in element.iter()
        if isinstance(part.tag, str)
    )


def _titled_box(element: HtmlElement, sizes: dict[HtmlElement, int]) -> tuple[HtmlElement, float] | None:
    """The box of which an element is the title and how large it may be, or None."""
    if not isinstance(element.tag, str) or not 3 < sizes[element] < _LONGEST:
        return None
    words = " ".join("".join(element.itertext()).split())
    if not _TITLE.fullmatch(words):
        return None
    box, around = element, element.getparent()
    while around is not None and sizes[around] <= sizes[element] + 3:
        box, around = around, around.getparent()
    # A title in the middle of a text heads nothing that could be told from the text.
    if around is None or around.tag in ("article", *_HEADLINES) or next(iter(around), None) is not box:
        return None
    return around, _LARGEST_THREAD if _DISCUSSION.search(words) else _LARGEST


def _is_bar(element: HtmlElement, sizes: dict[HtmlElement, int]) -> bool:
    """Whether an element is a row of links with short labels, and perhaps a word before them."""
    if not 3 < sizes[element] < _LONGEST_BAR:
        return False
    links = [sizes[link] for link in element.iter("a") if sizes[link]]
    return (
        len(links) > 1
        and sum(links) >= 0.75 * sizes[element]
        and sum(links) < _LABEL * len(links)
        and not _holds_text(element)
    )
