"""The forms by which a line is known: bylines, list items, notes, boilerplate. One regular expression each."""

from __future__ import annotations

import re

NOTE_MARK = re.compile(
    r"\[\^?(?P<bracket>\d{1,3}|[ivxlc]{1,7})(?:\]:?|(?=\s))|(?P<superscript>[¹²³⁰⁴-⁹]{1,3})(?=\s?\S)"
)
"""What a note begins with, beyond doubt: `[3]`, `[iii`, `¹`, and `[^3]:` in Markdown."""

NOTE_NUMBER = re.compile(r"(?P<number>\d{1,3})(?:[.)]\s+|\s+(?=[A-Z“\"‘]))(?=\S)")
"""What a note may begin with, and a list item or a thesis as well: `3.`, `3)`, `3 See`."""

NOTES_HEADING = re.compile(
    r"#*\s*(?:end\s?notes?|foot\s?notes?|notes?(?: and (?:references|sources))?|references?(?: and notes)?|bibliography"
    r"|works cited|sources(?: and notes)?|citations|further reading|literature)\s*:?\s*#*",
    re.IGNORECASE,
)

CITING = re.compile(
    r"\b(?:1[5-9]|20)\d\d\b|\bpp?\.\s?\d|\bibid\b|\bop\. ?cit|\bcf\.|\bsee\b|https?://|\bvol\.|\bno\.", re.IGNORECASE
)
"""What a note that gives a source holds: a year, pages, *ibid.*, a link."""

BULLET = re.compile(r"(?:[•●▪◦‣⁃·]\s*|[*+-]\s+)(?=\S)")
ENUMERATED = re.compile(r"(?:\(?\d{1,3}[.)]|\(?[a-z][.)]|\((?:[ivx]{1,5})\))\s+(?=\S)")

_PARTICLES = r"(?:of|the|and|de|da|di|del|della|la|le|van|von|der|den|bin|ibn|al|el|y|e|for|in|&)"
NAME = rf"(?:[A-Z][\w.'’-]*|[A-Z]\.)(?:\s+(?:[A-Z][\w.'’-]*|[A-Z]\.|{_PARTICLES}))" + "{0,7}"
"""A name as a byline has it: capitalised words, initials, particles between."""

BYLINE = re.compile(
    rf"[(\[—–*_-]{{0,3}}\s*(?:(?:an? )?(?:[Aa]rticle|[Ss]tory|[Rr]eport|[Tt]ext|[Ww]ords|[Rr]eporting|[Ww]ritten"
    rf"|[Pp]osted|[Aa]nalysis|[Cc]omment(?:ary)?|[Oo]pinion|[Ee]ssay|[Ss]tatement) )?(?:[Bb]y|BY):?\s+(?P<name>{NAME})"
)

CORRESPONDENT = re.compile(
    r"(?:[Ff]rom|[Bb]y|BY|FROM) (?:[Oo]ur|OUR|[Aa]|[Tt]he) .{0,30}"
    r"(?:[Cc]orrespondent|CORRESPONDENT|[Rr]eporter|[Ss]taff)\b.{0,30}"
)
"""`From our own correspondent`: a byline that names nobody."""

SIGNED = re.compile(rf"\({NAME}\)|[—–-]\s?{NAME}")
"""A name alone in brackets or after a dash: who wrote what stands above."""

PUBLISHED = re.compile(
    r"[(\[]?\s*(?:this (?:report|article|story) (?:was|is) )?(?:(?:first |originally |last )?published|updated"
    r"|posted|date|dated|written|issued|filed)"
    r"(?P<by> by| in)?(?: on| at|:)?:?\s+(?P<rest>\S.*)",
    re.IGNORECASE,
)

CAPTION = re.compile(
    r"(?:photo(?:graph)?s?|image|picture|caption|figure|fig\.|illustration|map|plate|video|credit)\b\s?(?:by\b"
    r"|\d{0,3}\s?[:.—–]|credit)"
    r"|!\[|\[(?:photo|image|picture|video|caption)\b|\((?:photo|image|picture|ap photo|reuters)\b",
    re.IGNORECASE,
)

PICTURE_CREDIT = re.compile(
    r"(?:(?:Getty Images|AP Photo|/\s?(?:Reuters|AFP|AP|EPA|Getty)|Wikimedia Commons|file photo)\W*"
    r"|AP Photo/[^.!?]{2,60}|\b[Ff]ile (?:photo|picture)\W*"
    # "Photo: AP", "(Picture: Adair Courier/J. Merrow)": at the end of a line, no sentence after it
    r"|\b(?:[Pp]hotos?|[Pp]ictures?|[Ii]mages?|[Pp]hotographs?|[Pp]ic)(?: [Cc]redit)?:\s?(?:[^.!?:]|\b[A-Z]\.){2,60}\W*"
    r"|\b(?:[Pp]hoto|[Pp]icture|[Ii]mage|[Pp]hotograph) (?:by|via|courtesy of) (?:[^.!?:]|\b[A-Z]\.){2,60})$"
)
"""Who took a picture, at the end of a line."""

SPEAKER_TURN = re.compile(
    r"(?:[A-Z][A-Z .'’-]{1,30}|Q|A|[A-Z][a-z]+(?: [A-Z][a-z]+)?)(?: \([^)]{1,40}\))?:\s(?![A-Z .,–—-]+$)"
)
"""A line of a transcript: `THE CORONER: Yes`."""

CHAPTER = re.compile(
    r"(?:(?:chapter|part|book|section|act|appendix|annex|article)\s+(?:\d{1,3}|[ivxlc]{1,7}|one|two|three|four"
    r"|five|six|seven"
    r"|eight|nine|ten|[a-z])\b|[ivxlc]{1,7}[.)]?$)",
    re.IGNORECASE,
)

SEPARATOR = re.compile(r"[\W_]+")
"""A line without letters or digits: a rule, three stars."""

INTRODUCES = re.compile(
    r"\b(?:said|says|wrote|writes|noted|notes|recorded|records|commented|comments|stated|states|declared|declares"
    r"|replied|added"
    r"|described|describes|recalled|recalls|reported|reports|announced|told|asked|explained|continued|concluded)\b.*"
    r"(?:\b(?:that|as|to|him|her|them|us|me|it|this|following|diary|letter|memoirs?|speech|statement|report"
    r"|interview)|\d{4})$",
)
"""A line that leads over to a quotation, its colon lost: `The consul noted in his diary, 8 December 1877`."""
