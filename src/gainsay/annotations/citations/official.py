"""References to judgments, papers of the United Nations and debates of parliaments, which have forms of their own."""

from __future__ import annotations

import re
from dataclasses import replace

from gainsay.annotations.citations.fields import Fields

_PARTY = r"(?:[A-ZÀ-Þ][\w’'.&-]*|of|the|and|for|in|on|re)"
# "Harbour Board v. Lindqvist, [1912] 2 KB 114"; "Lindqvist v. Crown, 347 U.S. 483 (1954)".
_CASE = re.compile(
    rf"^(?P<title>(?:{_PARTY} ){{1,8}}?v\.? (?:{_PARTY}[ ]?){{1,8}}?),?\s+"
    r"(?P<report>(?:[\[(](?P<year>1[5-9]\d\d|20\d\d)[\])],?\s(?:\d{1,3}\s)?[A-Z][A-Za-z.]*(?:\s[A-Z][A-Za-z.]*){0,3}\s\d{1,5}"
    r"|\d{1,4}\s[A-Z][A-Za-z.]*\d?[a-z]{0,2}(?:\s[A-Z\d][A-Za-z.\d]*){0,3}\s\d{1,5}))"
    r"(?:,\s\d{1,5})?(?:\s?\([^()\d]{0,40}(?P<later>1[5-9]\d\d|20\d\d)\))?"
)
# "A/RES/34/22", "S/13003", "E/CN.4/1984/15".
_SYMBOL = re.compile(
    r"(?P<archive>(?:(?:UN|United Nations)\s(?:[Dd]oc(?:ument)?\.?\s)?)?"
    r"\b(?:A|S|E|T|ST|CAT|CCPR|CEDAW|CERD|CRC|HRC|DP|TD|ECE|UNEP)/(?:[A-Z]+[\w.]*/)?[\dA-Z][\w./-]{0,30}\d(?:/[A-Z][\w.]*)?)"
)
_RESOLUTION = re.compile(r"\b[Rr]es(?:olution|\.)\s(?:\d{1,3}/\d{1,4}|\d{1,4}(?:\s?\((?:\d{4}|[IVXL]+)\))?)")
_DEBATES = re.compile(r"^(?P<title>(?:[A-Z][\w’'.]*\s){0,3}(?:Debates|Hansard|Official Report|Deb\.?))(?=[,.\s(])")


def as_official(text: str, fields: Fields) -> Fields:
    """The fields with what the form of an official document says of them; others as they are.

    >>> as_official("Harbour Board v. Moe, [1912] 2 KB 114", Fields()).archive
    '[1912] 2 KB 114'
    """
    if case := _CASE.match(text):
        year = case["year"] or case["later"] or fields.date
        return Fields(title=case["title"].strip(" ,"), archive=case["report"], date=year, pages=fields.pages)
    if symbol := _SYMBOL.search(text):
        named = _RESOLUTION.search(text)
        title = named.group() if named else fields.title
        volume = None if named else fields.volume
        return replace(fields, archive=symbol["archive"].rstrip(".,"), title=title, volume=volume)
    if debates := _DEBATES.match(text):
        return replace(fields, author=None, title=debates["title"])
    return fields
