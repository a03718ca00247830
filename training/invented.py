# ruff: noqa: E501 - a reference stands on one line, as it would be printed
"""Invented references in the ways of historians, reporters and lawyers, which the public collections lack.

Every template is a reference with its parts marked `{part:words}`; `<list>` is filled from the lists below. People, places
and works are invented.
"""

from __future__ import annotations

import random
import re
from collections.abc import Iterator

LISTS = {
    "given": "Ana Bern Carl Dora Edith Frank Greta Henrik Ingrid Jonas Karin Lars Marta Nils Olga Peter Ruth Sven Tilda "
    "Viktor Wanda Yusuf Amina Tomas Elena Hugo Miriam Oskar Paula Simon Nadia George William Mary James Alice",
    "surname": "Lindqvist Moe Oakley Berg Farrow Quill Tarrant Hale Brandt Okafor Rivera Novak Petrov Sato Duarte Kessler "
    "Whitlock Ashdown Merriman Vasquez Thorne Haddad Ferrer Lund Castellan Ibarra Rowe Stanhope Garrick Pell Marsh",
    "initial": "A. B. C. D. E. F. G. H. J. K. L. M. N. O. P. R. S. T. W. A.B. J.-P. M.K. E.|H. R.|L.",
    "place": "Port|Adair Marrow|Bay Quayside Eastholm Saltmere London Paris New|York Oxford Cambridge Berlin Moscow Vienna "
    "Geneva Hanoi Belgrade Lisbon Harwick Norholm Chicago Boston Stanmouth",
    "publisher": "Marrow|Press Quay|Publishing|House Harbour|Books Eastholm|University|Press Oxford|University|Press "
    "Lantern|&|Sons Verso Penguin Tidewater|Editions State|Publishing|House Institute|of|Labour|History Granite|&|Co. "
    "Foreign|Languages|Publishing|House Norholm|Verlag «First|of|May»|Publishing|House 3|June|Publishing|House «9|October|»|Publishing|House",
    "paper": "Harbour|Gazette The|Signal Eastholm|Times The|Times New|York|Times Port|Adair|Herald The|Observer Le|Monde "
    "The|Guardian Daily|Courier Marrow|Bay|Mercury Pravda The|Docker Norholm|Tribune Washington|Post Evening|Star "
    "Sunday|Chronicle Workers’|Voice The|Economist Reuters Harbour|Today",
    "journal": "Harbour|Review Journal|of|Maritime|History Past|and|Present Labour|Studies Annals|of|the|Coast "
    "Historical|Journal Slavic|Review Quarterly|of|Docks Journal|of|Peace|Studies International|Affairs",
    "title": "The|Quay|Strike A|History|of|the|Docks Years|of|Salt Notebooks|of|a|Consul The|Long|Winter Memoirs|of|a|"
    "Stevedore Wages|and|Weather Under|the|Crane:|Labour|in|Port|Adair,|1903–1911 The|Fall|of|Eastholm My|Life|and|Times "
    "The|Harbour|Question Bread|and|Coal:|a|Social|History Revolution|on|the|Coast From|War|to|Peace Diplomacy|and|Famine "
    "The|Secret|War|in|Norholm A|People|Divided The|Last|Consul Letters|from|the|Front Victims|and|Neighbours "
    "The|Making|of|a|Union Six|Weeks|in|May Notes|from|the|Quay",
    "article": "A|Day|on|the|Quay Hands|off|the|Harbour Police|fire|on|strikers Twelve|held|after|riot The|Price|of|Bread "
    "What|the|Consul|Saw Who|Gave|the|Order? Against|the|Current On|the|harbour|question Talks|resume|in|Marrow|Bay "
    "Union|leader|found|dead Memory|and|Denial The|Politics|of|Counting",
    "month": "January February March April May June July August September October November December Jan. Feb. Aug. Sept. Oct. "
    "Nov. Dec.",
    "year": "1789 1848 1903 1911 1919 1934 1936 1938 1945 1950 1956 1961 1968 1972 1975 1979 1983 1989 1991 1994 1999 2003 "
    "2008 2012 2016 2019",
    "day": "1 2 3 4 5 7 9 11 12 14 17 18 21 22 25 27 28 30 3rd 21st",
    "n": "1 2 3 4 5 7 8 9 12 14 16 21 30 36 41 58 63",
    "page": "3 7 12 20 45 88 101 112 163 204 231 317",
    "range": "12–15 20-22 45–6 101–130 204-19 231–233 7-9",
    "archive": "PRO|FO|371/1234 TNA,|CO|323/45/6 AN|F7|12345 NARA,|RG|59,|Box|12 Port|Adair|Municipal|Archives,|MS|45 "
    "GARF,|f.|393,|op.|2,|d.|17,|l.|4 Eastholm|City|Archive,|Police|Files,|box|3,|folder|7 British|Library,|Add.|MS|41567 "
    "ADB,|série|M,|liasse|33 BArch|R|58/214,|Bl.|12 Harbour|Board|Papers,|vol.|4,|fol.|33 IISG,|Moe|Papers,|inv.|no.|12 "
    "Public|Record|Office,|HO|45/9988 Norholm|State|Archive,|fond|7,|delo|3",
    "occasion": "Speech|to|the|dockers Letter|to|the|Harbour|Board Telegram|to|the|Consul Address|to|the|Assembly "
    "Memorandum|of|conversation Statement|to|the|press Testimony|before|the|Inquiry Radio|broadcast Interview|with|the|"
    "author Report|of|the|Commission|of|Inquiry Minutes|of|the|Harbour|Board Diary Affidavit|of|Ana|Lindqvist",
    "un": "UN|Doc.|S/1994/674 UN|doc.|A/49/508 UN|Doc.|E/CN.4/1996/7 A/RES/34/22 S/RES/808|(1993) UN|Security|Council,|"
    "S/PV.3106 ICTY,|Case|No.|IT-95-5 Cmd.|5479 Cmnd.|1234",
    "case": "Harbour|Board|v.|Moe Prosecutor|v.|Brandt R.|v.|Oakley Lindqvist|v.|Norholm State|v.|Farrow",
}
AUTHORS = (
    "<given> <surname>",
    "<initial> <surname>",
    "<surname>, <given>",
    "<surname>, <initial>",
    "<given> <initial> <surname>",
    "<given> <surname> and <given> <surname>",
    "<initial> <surname> & <initial> <surname>",
    "<surname>, <initial>, & <surname>, <initial>",
    "<surname>, <given>, and <given> <surname>",
)
TEMPLATES = """
{author:@}, {title:<title>} ({place:<place>}: {publisher:<publisher>}, {date:<year>}), {pages:p. <page>}.
{author:@}, {title:<title>} ({place:<place>}: {publisher:<publisher>}, {date:<year>}), {pages:pp. <range>}.
{author:@}, {title:<title>} ({place:<place>}, {date:<year>}), {pages:<page>}.
{author:@}, {title:<title>}, {volume:vol. <n>} ({place:<place>}: {publisher:<publisher>}, {date:<year>}), {pages:<range>}.
{author:@}, {title:<title>}, {place:<place>}: {publisher:<publisher>}, {date:<year>}, {pages:pp. <range>}
{author:@}, {title:<title>}, {place:<place>} {date:<year>}, {pages:p. <page>}.
{author:@}. {date:<year>}. {title:<title>}. {place:<place>}: {publisher:<publisher>}.
{author:@}, {title:<title>}, {publisher:<publisher>}, {date:<year>}
{author:@}, “{title:<article>}”, {container:<journal>} {volume:<n>} ({date:<year>}), {pages:pp. <range>}.
{author:@}, ‘{title:<article>}’, {container:<journal>}, {volume:<n>:<n>} ({date:<year>}), {pages:<range>}.
{author:@}, “{title:<article>},” {container:<paper>}, {date:<day> <month> <year>}, {pages:p. <n>}.
{author:@}, “{title:<article>},” {container:<paper>}, {date:<month> <day>, <year>}.
{author:@}, ‘{title:<article>}’, {container:<paper>}, {date:<day> <month> <year>}.
{author:@}, “{title:<article>}”, in {editor:<given> <surname> (ed.)}, {container:<title>} ({place:<place>}: {publisher:<publisher>}, {date:<year>}), {pages:p. <page>}.
{author:@}, ‘{title:<article>}’ in {editor:<initial> <surname> (ed.)}, {container:<title>}, {place:<place>} {date:<year>}, {pages:pp. <range>}.
{author:@}, “{title:<article>}” in {container:<title>}, {place:<place>}: {publisher:<publisher>}, {date:<year>}
“{title:<article>}”, {container:<paper>}, {date:<day> <month> <year>}.
“{title:<article>},” {container:<paper>}, {date:<month> <day>, <year>}, {pages:p. <n>}.
“{title:<article>}” ({date:<day> <month> <year>})
{title:<paper>}, {date:<day> <month> <year>}.
{title:<paper>}, {date:<month> <day>, <year>}, {pages:p. <n>}.
{title:<paper>}, {date:<day> <month> <year>}, {pages:<n>}
{title:<paper>} {volume:#<n>} {date:<year>} {pages:p<page>}
{title:<paper>}, {volume:no. <n>}, {date:<month> <year>}
{author:@}, {title:Diary}, {date:<day> <month> <year>}.
{author:@}, {title:diary}, {date:<day> <month> <year>}, {archive:<archive>}.
{author:@}, {title:Diaries}, {date:<month> <day>, <year>}. {place:<place>}: {publisher:<publisher>}, {date:<year>}
{date:<month> <day>, <year>} {title:<title>}. {place:<place>}: {publisher:<publisher>} {date:<year>}
{date:Wednesday <month> <day>, <year>} {title:<title>}. {place:<place>}: {publisher:<publisher>} {date:<year>}
{title:<occasion>}, {date:<day> <month> <year>}.
{title:<occasion>} – {date:<month> <day>, <year>}
{title:<occasion> <n> of <place>} – {date:<month> <day>, <year>}
{title:<occasion>}, {date:<day> <month> <year>}, {archive:<archive>}.
{author:@}, {title:<occasion>}, {date:<day> <month> <year>}.
{author:@}, {title:<occasion>}, {place:<place>}, {date:<day> <month> <year>}
{author:@}, {title:<occasion> of Dockers}, {place:<place>}, {date:<year>}
{author:@}, {title:<occasion>}, {date:<month> <day>, <year>}, in {container:<title>}, {place:<place>}, {date:<year>}, {pages:p. <page>}
{author:@} to {other:<given> <surname>}, {date:<day> <month> <year>}, {archive:<archive>}.
{author:@} to {other:<surname>}, {date:<month> <day>, <year>}, in {container:<title>}, {pages:p. <page>}.
{title:Telegram} {date:<month> <day> <year>} in {container:<paper>} {volume:#<n>} {date:<year>}
{archive:<archive>}.
{archive:<archive>}, {title:<occasion>}, {date:<day> <month> <year>}.
{author:@}, {title:<title>}, {pages:p. <page>}.
{author:@}, {title:<title>}, {pages:<page>}.
{author:@}, {title:<title>}, {pages:pp. <range>}.
{author:<surname>}, {title:<title>}, {pages:p. <page>}.
{author:<surname>}, {title:<title>}, {pages:pp. <range>}.
{author:<surname>}, {title:<title>}, {pages:<page>}.
{author:<surname>}, ‘{title:<article>}’, {pages:p. <page>}.
{author:<surname>}, “{title:<article>},” {pages:<range>}.
{author:<surname>} {date:<year>}
{author:<surname> and <surname>} {date:<year>}
{author:<surname>} {date:<year>}: {pages:<page>}
{author:<surname>} {date:<year>}, {pages:p. <page>}
{author:<surname>}, {date:<year>}: {pages:<range>}.
{author:<surname> et al.} {date:<year>}, {pages:<range>}
{author:<surname>, op. cit.}, {pages:p. <page>}.
{author:<surname>, op. cit.}, {pages:pp. <range>}
{title:<occasion>}, {archive:<un>}, {date:<day> <month> <year>}, {pages:para. <n>}.
{author:UN Security Council}, {title:<occasion>}, {archive:<un>}, {date:<day> <month> <year>}.
{author:Human Rights Watch}, {title:<title>}, {date:<month> <year>}, {pages:p. <page>}.
{author:Amnesty International}, {title:<title>} ({place:<place>}, {date:<year>}), {pages:<range>}.
{title:<case>}, {archive:[<year>] 2 AC <page>}.
{title:<case>}, {archive:<un>}, {title:Judgment}, {date:<day> <month> <year>}, {pages:para. <page>}.
{title:<title>} ({place:<place>}: {publisher:<publisher>}, {date:<year>}), {pages:p. <page>}.
{title:<title>}. {place:<place>}: The {publisher:<publisher>} {date:<year>}
{title:<title>} {volume:Volume II} {other:1903-1907: Extracts}. {place:<place>}: {publisher:The <publisher>} {date:<year>}
{title:Hansard}, {date:<day> <month> <year>}, {volume:vol. <page>}, {pages:col. <page>}.
{author:PDA}, {title:<article>}, {other:article published in} {container:<paper>}, on {date:<day> <month> of <year>}, in {container:Papers}, {place:<place>}, {date:<year>}
{author:@}, ed., {title:<title>}, {place:<place>}: {publisher:<publisher>}, {date:<year>}.
{author:@} (ed.), {title:<title>} ({place:<place>}: {publisher:<publisher>}, {date:<year>}), {pages:p. <page>}.
{author:@}, {title:<title>}, trans. {other:<given> <surname>} ({place:<place>}, {date:<year>}), {pages:p. <page>}.
{author:@}, {title:<title>}, {other:2nd edn} ({place:<place>}: {publisher:<publisher>}, {date:<year>}), {pages:pp. <range>}.
{author:@}, ‘{title:<title>}’ (PhD thesis, {publisher:University of <place>}, {date:<year>}), {pages:<page>}.
{author:@}. “{title:<article>}.” {container:<paper>}, {date:<month> <day>, <year>}.
{author:@}. ({date:<year>, <month> <day>}). {title:<article>}. {container:<paper>}.
{author:Interview with <given> <surname>}, {place:<place>}, {date:<day> <month> <year>}.
{title:<occasion> of Shed No. <n>} – {date:<month> <day>, <year>}
{title:<occasion> of Shed No. <n>}, {date:<day> <month> <year>}
{author:<surname> & <surname>}, {date:<year>}: {pages:<page>}
{author:<given> <surname>}, {title:<title>}, {date:<year>}
{title:<title>}, {date:<year>}
{title:<occasion>, <place>}, {date:<year>}
{archive:<archive>, <surname> to <surname>}, {date:<day> <month> <year>}.
{title:<case>} {archive:[<year>] AC <page>}, {pages:p. <page>}.
{title:Harbours Act} {date:<year>}, {pages:s. <n>}.
{author:UN Security Council}, {title:Resolution <page>}, {archive:<un>}, {date:<day> <month> <year>}.
{archive:<un>}, {date:<day> <month> <year>}, {pages:para. <n>}.
{title:<title>} {volume:Volume <n>} {other:1903 — 1907: Sunday – June 25, 1911: Extracts from the Diary}. {place:<place>}: {publisher:The <publisher>} {date:<year>}
{title:<title>} {volume:Volume II} {other:1903-1907: Extracts from the Diary}. {place:<place>}: {publisher:<publisher>} {date:<year>}
{date:Tuesday <month> <day>, <year>} {title:<title> 1903-1911, Extracts from the Diary}. {place:<place>}: {publisher:<publisher>} {date:<year>}
{date:Friday <month> 1st, <year>} {title:<title>}. {place:<place>}: {publisher:<publisher>} {date:<year>}
{author:<given> <surname>} {title:Diary} {volume:Vol. <n>}. {place:<place>}: {publisher:<publisher>} {date:<year>} {pages:p. <page>}
{author:<given> <surname>}, {title:Report to the VIII Congress of the Union}, {place:<place>}, {date:<year>}
{author:<given> <surname>}, {title:Speech at the 5th Congress of <place>}, {place:<place>}, {date:<year>}
{author:<given> <surname>}, {title:<title>}, {volume:Volume II}, {date:<month> <day>, <year>}, {place:<place>}, {date:<year>}, edition in English
{title:<title>} {volume:Vol. VI July 1903 – December 1911}. {place:<place>} {publisher:<publisher>} {date:<year>} {pages:p. <page>}
{title:<article>} {container:«<paper>»}, {date:<month> <day>, <year>}
“{title:<article>}”, {container:«<paper>»}, {date:<month> <day>, <year>}
{title:Speech to the voters of <place> No. <page>} – {date:<month> <day>, <year>}
{author:<given> <surname>}
"""
_SLOT = re.compile(r"<(\w+)>")
_PART = re.compile(r"\{(\w+):\+?((?:[^{}]|<\w+>)*)\}")
Parts = list[tuple[str, int, int]]


def invented(times: int, seed: int) -> Iterator[tuple[str, Parts]]:
    """Every template filled so many times: texts with their parts."""
    chance = random.Random(seed)
    lists = {name: [w.replace("|", " ") for w in words.split()] for name, words in LISTS.items()}

    def filled(words: str) -> str:
        words = words.replace("@", chance.choice(AUTHORS))
        return _SLOT.sub(lambda slot: chance.choice(lists[slot[1]]), words)

    for template in TEMPLATES.strip().splitlines():
        for _ in range(times):
            text, parts, at = "", [], 0
            for part in _PART.finditer(template):
                text += template[at : part.start()]
                words = filled(part[2])
                parts.append((part[1], len(text), len(text) + len(words)))
                text, at = text + words, part.end()
            text += template[at:]
            yield text, [_marked(text, *part) for part in parts]


def _marked(text: str, name: str, start: int, end: int) -> tuple[str, int, int]:
    """A part with the marks at its ends, as the public collections have it."""
    while start and text[start - 1] in "“‘([":
        start -= 1
    while end < len(text) and text[end] in ",.:;)]”’":
        end += 1
    return name, start, end
