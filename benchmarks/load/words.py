"""The vocabulary of the invented reports. Lists are in the order of frequency; the n-th is drawn as Zipf has it."""

from __future__ import annotations

import random
from bisect import bisect_left
from collections.abc import Sequence
from functools import cache
from itertools import accumulate

NOUNS = """council harbour company report road school market letter hospital ministry bridge railway judge union
station church farm river newspaper warehouse court prison police garrison factory mill bank committee engineer
teacher carpenter driver doctor mayor clerk sailor miner baker printer farmer fisherman surveyor tailor nurse archive
ledger map telegram contract budget lease license petition survey census tariff pension strike harvest drought auction
wedding funeral festival rehearsal regatta exhibition lecture quarry lighthouse orchard vineyard tannery brewery
foundry shipyard reservoir aqueduct cemetery observatory theatre museum library laboratory nursery stable granary
bakery pharmacy workshop barracks chapel monastery embassy consulate customs tollgate ferry barge tram locomotive
tractor crane turbine boiler pump furnace loom press telescope barometer pendulum violin organ piano portrait statue
fountain mosaic tapestry manuscript diary almanac atlas dictionary hymn ballad novel pamphlet poster ticket voucher
receipt invoice mortgage dowry ransom bounty medal trophy lantern candle kettle saddle bridle anchor compass rudder
anvil chisel plough sickle shovel ladder bucket barrel crate basket blanket curtain carpet mirror cupboard staircase
cellar attic balcony courtyard terrace pavilion meadow marsh ravine glacier estuary lagoon peninsula plateau canyon
heron falcon mule ox goat hound beetle moth oak willow poplar chestnut walnut barley rye flax hemp clover saffron
copper tin zinc nickel amber marble granite slate limestone gravel charcoal sulphur saltpetre turpentine""".split()
ADJECTIVES = """new old local small long early public late former large wooden narrow quiet private distant northern
empty heavy annual modest careful crowded ancient broken coastal costly damp dusty elderly faded fertile foggy formal
frozen gloomy grey hollow humble idle inland iron jagged lively lonely muddy neglected noisy obscure ornate painted
patient plain polished ragged rented restless rural rusty sandy scattered secluded shabby shallow silent sleepy
slender solemn southern spacious stately steep stony stormy sturdy sullen sunken tattered temporary thriving tidy
timid tranquil unfinished unpaved upright vacant vast velvet weary western wintry worn yellow""".split()
PAST = """described inspected repaired bought sold measured painted visited closed borrowed copied counted admired
abandoned altered arranged assembled auctioned blessed blocked boarded catalogued cleaned collected covered crossed
decorated defended delayed delivered designed discovered displayed divided drained enlarged examined exchanged
explored fenced financed furnished guarded heated hired illustrated imported improved inherited installed insured
labelled leased lifted lit loaded located lowered managed mapped mended mortgaged moved numbered occupied ordered
owned packed patched photographed planted pledged polished praised preserved printed purchased raised rebuilt
recorded registered removed renamed rented replaced rescued restored sealed searched shared sketched stored studied
supplied surveyed tested toured traded transported unloaded unveiled valued watched weighed widened""".split()
TIMES = (
    """
in spring, in autumn, before noon, after supper, last winter, at dusk, for a week, since Easter, all summer, that
year, every month, at dawn, by night, some days later, for once, again, without delay, in good weather, in the rain,
with great care, by candlelight, on horseback, at low tide, in due course, at short notice, by common consent, under
protest, in two stages, against advice, at some cost, with little hope, as a favour, out of habit, by lot, in turn,
on credit
""".replace("\n", " ")
    .strip()
    .split(", ")
)
OPENINGS = "Meanwhile, Elsewhere, Besides, Even so, By then, At first, Later on, In the end, Now and then".split(", ")


TAILS = [
    "",
    *"""house keeper yard work master shop maker board room gate side path man wheel stone post light line book cart
bell tower field hand hall store stand cloth box rope chain frame loft trade song day ring plate head stock pit
pole bank wright bird wood root seed ware land shed hook pin""".split(),
]
DEGREES = ("", "half-", "once-", "ill-", "well-", "newly ")
AGAIN = ("", "re", "over", "un", "out", "under", "mis", "counter", "fore")


def noun(chance: random.Random) -> str:
    """A noun, plain or composed ("mill", "millkeeper"): more than ten thousand, as a language has."""
    number = _rank(chance, len(NOUNS) * len(TAILS))
    return NOUNS[number % len(NOUNS)] + TAILS[number // len(NOUNS)]


def deed(chance: random.Random) -> str:
    """What was done to something: a participle, plain or with a syllable before it."""
    number = _rank(chance, len(PAST) * len(AGAIN))
    return AGAIN[number // len(PAST)] + PAST[number % len(PAST)]


def adjective(chance: random.Random) -> str:
    """What something is like, plain or "half", "quite", "once" so."""
    number = _rank(chance, len(ADJECTIVES) * len(DEGREES))
    return DEGREES[number // len(ADJECTIVES)] + ADJECTIVES[number % len(ADJECTIVES)]


def phrase(chance: random.Random, phrases: Sequence[str]) -> str:
    """One of a few set phrases, the first ones oftener."""
    return phrases[_rank(chance, len(phrases))]


def _rank(chance: random.Random, count: int) -> int:
    """A rank below `count`, by Zipf's law with its start flattened, as among words that tell something."""
    sums = _sums(count)
    return bisect_left(sums, chance.random() * sums[-1])


@cache
def _sums(count: int) -> list[float]:
    return list(accumulate(1 / (12 + number) for number in range(count)))
