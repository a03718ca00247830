"""Forms of one given name: transliterations, which are one name, and short forms, which may stand for it."""

from __future__ import annotations

from functools import cache

# Each line holds names that different systems of transliteration, or neighbouring languages, give to one.
_WRITTEN = """
mohammed muhammad mohamed mohammad muhammed mohamad mohamet mehmed
ahmed ahmad ahmet achmed
hussein husayn husain hossein hussain hosein
yusuf yousef youssef yousuf yusef
abdullah abdallah abdulla abdulah
osama usama
omar umar
othman osman uthman usman
khalid khaled
jamal gamal
aleksandr alexander alexandr aleksander oleksandr
aleksandra alexandra
aleksei alexei aleksey alexey oleksiy
dmitri dmitry dmitrii dmitriy dimitri dmytro
yevgeny evgeny evgenii yevgeni evgeni evgueni yevgeniy
sergei sergey serhiy serguei
nikolai nikolay nikolaj mykola nicolai
mikhail mikhael michail mykhailo
andrei andrey andriy
yuri yury iurii yuriy iuri
vladimir volodymyr wladimir
vasily vasili vasilii vassily vasyl
georgy georgi georgii georgiy
grigory grigori grigorii
anatoly anatoli anatolii
valery valeri valerii
yelena elena
yekaterina ekaterina
katherine catherine kathryn katharine
"""

# The full form first; a short form of several names is left out ("Alex", "Pat", "Sam").
_SHORT = """
robert bob rob bobby|william bill billy will willie|richard dick rick|james jim jimmy|thomas tom tommy|edward eddie ned
michael mike mick|elizabeth liz lizzie beth betsy|margaret maggie peggy|joseph joe|charles charlie chuck|david dave
benjamin ben|anthony tony|nicholas nick|matthew matt|katherine kate kathy|susan sue|deborah debbie|jennifer jenny
frederick fred freddie|lawrence larry|stephen steve|ronald ron|kenneth ken|donald don|andrew andy|timothy tim
gregory greg|leonard len|raymond ray|vincent vince|philip phil|peter pete|jeffrey jeff|douglas doug|patrick paddy
rebecca becky|victoria vicky|theodore teddy|walter walt|harold hal|arthur art|nathaniel nat|abraham abe
"""


@cache
def _written() -> dict[str, int]:
    return {name: number for number, line in enumerate(_WRITTEN.strip().splitlines()) for name in line.split()}


@cache
def _full() -> dict[str, str]:
    groups = (group.split() for line in _SHORT.strip().splitlines() for group in line.split("|"))
    return {short: group[0] for group in groups for short in group}


def is_one_given_name(left: str, right: str) -> bool:
    """Whether two folded given names are one in two transliterations.

    >>> is_one_given_name("dmitri", "dmitrii"), is_one_given_name("ada", "ida")
    (True, False)
    """
    return left in _written() and _written()[left] == _written().get(right)


def full_given_name(name: str) -> str:
    """The name that a short form stands for: `bob` → `robert`; itself where it is none."""
    return _full().get(name, name)
