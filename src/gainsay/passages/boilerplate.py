"""Boilerplate: what a site puts around its texts."""

from __future__ import annotations

import re

_SITES = (
    r"(?:tweet|share|e-?mail|print|pin ?it|facebook|twitter|whatsapp|reddit|linkedin|telegram|instagram|youtube|rss"
    r"|more)"
)

_FORMS = (
    # Sharing and following
    r"share (?:this|on|via|with)\b.*",
    r"share (?:article|story|post|page)\W*",
    r"(?:click|tap) (?:here )?to (?:share|print|e?mail|tweet|subscribe|enlarge|expand)\b.*",
    r"like (?:this:?|loading.*)",
    rf"{_SITES}(?:\s*[|/·,•:]?\s*{_SITES})*\W*",
    r"(?:follow|find|join) us\b.{0,80}",
    r"follow .{2,60} on (?:twitter|facebook|instagram|x)\b.{0,40}",
    r"(?:sign up|subscribe|register) (?:for|to|now|today|here|and)\b.{0,120}",
    r"get (?:the latest|our) .{0,100}(?:inbox|newsletter|email)\b.{0,40}",
    # Moving about
    r"(?:menu|search|home|login|log in|sign in|sign up|register|subscribe|next|previous|top|back to top)",
    r"(?:close|save|copy link|print this page|loading|cancel|change|reply|comments?|related)[.…:]*",
    r"(?:advertisement|advertising|advert|sponsored)[.…:]*",
    r"(?:advertisement|story continues below)\b.{0,60}",
    r"skip to (?:content|main).{0,30}",
    r"(?:post|page|article) navigation",
    r"(?:related|recommended|popular|recent|latest|trending|more)"
    r" (?:articles?|posts?|stories|topics?|links?|coverage|reading|content)\b.{0,80}",
    r"(?:related|recommended|see also|you may also like|read also|also read):.{0,100}",
    r"most (?:read|popular|viewed).{0,40}",
    r"(?:continue reading|read more|read the full (?:story|article)|click here|learn more|full story)\b.{0,40}",
    r"(?:study|visit|check out|see) (?:our|the) (?:web ?site|web ?page|home ?page)\b.{0,120}",
    r"(?:please )?(?:donate|support us|support our work)\b.{0,100}",
    # Comments
    r"(?:leave|post|add|write) (?:a |your )?(?:reply|comment)s?\b.{0,60}",
    r"\d{1,4} (?:thoughts?|responses?|replies) (?:on|to)\b.*",
    r"\d{1,4} comments?(?: on\b.*)?",
    r"(?:view|show|load|see|read) (?:all |more )?(?:\d{1,4} )?comments?\b.{0,30}",
    r"comments are closed.*",
    r"(?:your email address|you are commenting|required fields|fill in your details|notify me of|save my name)\b.*",
    r"(?:twitter|facebook|google|wordpress(?:\.com)?) (?:picture|photo|logo)",
    r"connecting to %s",
    # Files and law
    r"(?:posted|filed|tagged|categori[sz]ed) (?:in|under|with|as):? .{0,160}",
    r"(?:categories|category|tags?|topics?|labels?): .{0,160}",
    r"(?:we use|this (?:web)?site uses|by (?:continuing|using)) .{0,80}cookies?\b.*",
    r"(?:accept|reject|manage) (?:all )?cookies.*",
    r"(?:privacy|cookies?) (?:policy|notice|settings)\b.{0,120}",
    r"terms (?:of (?:use|service)|and conditions)\b.{0,120}",
    r".{0,40}all rights reserved\W*",
    r"(?:©|\(c\)|copyright)\W{0,3}.{0,140}",
    r"(?:proudly )?(?:powered|hosted) by\b.{0,60}",
    r"create a (?:free )?website.{0,60}",
)

_LINE = re.compile("(?:" + "|".join(_FORMS) + ")", re.IGNORECASE)

_FORM = re.compile(
    r"(?:leave|post|add) a (?:reply|comment)|\d{1,4} (?:thoughts?|comments?|responses?) on\b", re.IGNORECASE
)

_LABEL = 25
"""Words. The parts of a comment form are labels; anything longer was written by somebody."""

_LONGEST = 40
"""Words. A longer line is prose even when it begins like a button."""


def is_boilerplate(words: str) -> bool:
    """Whether a line is a button, a share bar, a cookie line, a notice of the site.

    >>> is_boilerplate("Share this: Facebook Twitter"), is_boilerplate("Share prices fell again on Monday.")
    (True, False)
    """
    return len(words) <= 400 and len(words.split()) <= _LONGEST and bool(_LINE.fullmatch(words))


def opens_form(words: str) -> bool:
    """Whether a line opens the comments of a page: after it only labels are to be expected."""
    return len(words) < 200 and bool(_FORM.match(words))


def is_label(words: str) -> bool:
    """Whether a line may be a part of a comment form."""
    return len(words) < 400 and len(words.split()) <= _LABEL
