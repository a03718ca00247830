"""From numerals to quantities: value, qualifier and unit, and the words that belong to them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from gainsay.annotations.figures.context import is_excluded, is_year
from gainsay.annotations.figures.figure import Qualifier, Value
from gainsay.annotations.figures.lexicon import CURRENCY_WORDS, TIME_UNITS, UNITS
from gainsay.annotations.figures.measures import currency_before, measure_after, scale_after
from gainsay.annotations.figures.money import after_pounds, after_shillings
from gainsay.annotations.figures.number_words import SCALES
from gainsay.annotations.figures.numerals import Number, Numeral, find_numerals
from gainsay.annotations.figures.qualifiers import FEW, ODD, qualifier_after, qualifier_before
from gainsay.annotations.figures.ranges import Joined, join
from gainsay.spans import Span


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number as found, before it is known what it counts. `number` is the numeral's own span."""

    span: Span
    number: Span
    value: Value
    qualifier: Qualifier | None
    unit: str | None
    words: bool = False
    plural: bool = False
    share: bool = False
    proportion: bool = False
    hyphen: bool = False
    joined: bool = False
    age: bool = False


def find_quantities(text: str, start: int, end: int) -> Iterator[Quantity]:
    """The quantities of `text[start:end]`, in order; some still count nothing."""
    numerals = list(find_numerals(text, start, end))
    i, last = 0, start
    while i < len(numerals):
        numeral = numerals[i]
        within = i + 1 < len(numerals) and numerals[i + 1].span.start <= numeral.span.start
        if within or numeral.span.start < last:
            i += 1  # the "half" of "half a million", the shillings of an amount in pounds
            continue
        pair = join(text, numeral, numerals[i + 1], start, end) if i + 1 < len(numerals) else None
        if pair and _stands(text, numeral, numerals[i + 1], start, end):
            quantity = _quantity(text, numerals[i + 1], pair, last, end)
            i += 2
        elif _is_old_money(text, numeral, last, end):
            quantity = _quantity(text, numeral, None, last, end)
            i += 1
        elif _is_ratio(text, numerals, i, end):
            i += 2
            continue
        elif is_excluded(text, numeral, start, end) or _run(text, numerals, i):
            i += 1
            continue
        else:
            quantity = _quantity(text, numeral, None, last, end)
            i += 1
        i, quantity = _with_tolerance(text, numerals, i, quantity, end)
        quantity = _with_shared_unit(text, numerals, i, quantity, end)
        last = quantity.span.end
        yield quantity


_TOLERANCE = re.compile(r"\s?(?:±|\+/-|\+-|\+/−)\s?")
_SHARED = re.compile(r",?\s(?:and|or)\s(?:about |around |some )?|\s(?:by|x|×)\s|[x×]")


def _with_tolerance(text: str, numerals: list[Numeral], i: int, quantity: Quantity, end: int) -> tuple[int, Quantity]:
    """ "43 ± 7 mm" is one figure: what follows the sign says how exact it is."""
    if i >= len(numerals) or not _TOLERANCE.fullmatch(text, quantity.span.end, numerals[i].span.start):
        return i, quantity
    stop, unit = numerals[i].span.end, quantity.unit
    if measure := measure_after(text, stop, end, digits=True):
        stop, unit = measure.end, unit or measure.unit
    return i + 1, replace(quantity, span=Span(quantity.span.start, stop), unit=unit)


def _with_shared_unit(text: str, numerals: list[Numeral], i: int, quantity: Quantity, end: int) -> Quantity:
    """ "45 and 50 mg": the unit stands behind the second."""
    if i >= len(numerals) or quantity.unit is not None or quantity.words or quantity.share:
        return quantity
    after = numerals[i]
    if after.words or is_year(Numeral(quantity.number, 0), text):
        return quantity
    if not _SHARED.fullmatch(text, quantity.span.end, after.span.start):
        return quantity
    measure = measure_after(text, after.span.end, end, digits=True)
    if measure is None or measure.joined or measure.unit == "%":
        return quantity
    return replace(quantity, unit=measure.unit, age=measure.age)


def _stands(text: str, first: Numeral, second: Numeral, start: int, end: int) -> bool:
    """Whether a range as a whole is no date, score or label: judged as if it were one number."""
    whole = Numeral(Span(first.span.start, second.span.end), second.value, words=first.words and second.words)
    return not is_excluded(text, whole, start, end) and not is_excluded(text, second, second.span.start, end)


def _is_old_money(text: str, numeral: Numeral, floor: int, end: int) -> bool:
    """ "£3 4s. 6d.", "2s 6d": side by side with other numbers, and yet amounts."""
    if numeral.words or not isinstance(numeral.value, int):
        return False
    at, stop = numeral.span
    if text[max(floor, at - 2) : at].rstrip().endswith("£"):
        return after_pounds(text, stop, end) is not None
    return numeral.value < _MOST_SHILLINGS and after_shillings(text, stop, end) is not None


# Above this an "s" behind a number makes a decade or a time in seconds.
_MOST_SHILLINGS = 40


def _is_ratio(text: str, numerals: list[Numeral], i: int, end: int) -> bool:
    """A score, a vote or odds: "by 52 to 48", "a 3 to 1 margin"; not "fell from 15 to 12"."""
    if i + 1 >= len(numerals) or numerals[i].value < numerals[i + 1].value:
        return False
    if is_year(numerals[i], text) or measure_after(text, numerals[i + 1].span.end, end, digits=True):
        return False
    here = numerals[i].span
    gap = text[here.end : numerals[i + 1].span.start]
    return gap in (" to ", "-to-") and not text.startswith("from ", max(0, here.start - 5))


def _run(text: str, numerals: list[Numeral], i: int) -> bool:
    """Numbers side by side ("nineteen forty-five", telephone numbers) count nothing."""
    here = numerals[i].span
    after = i + 1 < len(numerals) and text[here.end : numerals[i + 1].span.start] in (" ", "-", "\u00a0")
    before = (
        i > 0
        and not is_year(numerals[i - 1], text)
        and text[numerals[i - 1].span.end : here.start] in (" ", "-", "\u00a0")
    )
    return after or before


def _quantity(text: str, numeral: Numeral, pair: Joined | None, floor: int, end: int) -> Quantity:
    number = pair.span if pair else numeral.span
    value: Value = pair.value if pair else numeral.value
    start, stop, unit = number.start, number.end, None
    at, scale_word = pair.first if pair else start, None
    minus = _MINUS.search(text, max(floor, at - 8), at)
    currency = currency_before(text, minus.start() if minus else at, floor)
    if currency:
        start, unit = min(start, currency[0]), currency[1]
    scale = scale_after(text, stop, end)
    if scale and (currency or (not numeral.words and _is_scale(text, scale[0]))):
        stop, value = scale[0], _times(value, scale[1])
    if not pair and (odd := ODD.match(text, stop, end)):
        stop = odd.end()
    if numeral.share and (scale_word := _OF_A_SCALE.match(text, stop, end)):
        # "a quarter of a million"
        value, stop = _times(value, SCALES.get(scale_word[1], 100)), scale_word.end()
    measure = measure_after(text, stop, end, digits=not numeral.words, plural=numeral.plural)
    if measure and (unit is None or not measure.joined):
        stop, unit = measure.end, unit or measure.unit
    if unit in ("GBP", "pounds") and not isinstance(value, tuple) and (more := after_pounds(text, stop, end)):
        value, stop = _scaled((value or 0) + more[0], 1), more[1]
    if unit is None and not numeral.words and isinstance(value, int) and (more := after_shillings(text, stop, end)):
        value, stop, unit = _scaled(value + more[0], 1), more[1], "shillings"
    if unit and (rate := _RATE.match(text, stop, min(end, stop + 24))) and (per := _per(rate, unit)):
        stop, unit = rate.end(), f"{unit}/{per}"
    if minus and _is_negative(text, minus, unit, currency, floor):
        start, value = min(start, minus.start()), _negated(value)
    if numeral.share and (hundredth := _OF_ONE_PERCENT.match(text, stop, end)):
        stop, unit = hundredth.end(), "%"
    start, stop, qualifier = _qualified(text, numeral, Span(start, stop), number.end, unit, floor, end)
    if numeral.plural and not pair:
        value, qualifier = (numeral.value, None), "vague"
    return Quantity(
        Span(start, stop),
        number,
        value,
        qualifier,
        unit,
        words=numeral.words,
        plural=numeral.plural,
        share=pair is None and numeral.share and not scale_word,
        proportion=bool(pair and pair.share),
        hyphen=bool(pair and pair.hyphen),
        joined=bool(measure and measure.joined),
        age=bool(measure and measure.age),
    )


def _qualified(
    text: str, numeral: Numeral, span: Span, number: int, unit: str | None, floor: int, end: int
) -> tuple[int, int, Qualifier | None]:
    """`span` widened by the qualifying words around it, and their class; `number` is where the bare number ends."""
    start, stop = span
    few = unit is None and isinstance(numeral.value, int) and numeral.value < FEW
    time = unit in TIME_UNITS and not _AGO.match(text, stop, end)
    before = qualifier_before(text, start, floor, few=few, time=time)
    after = qualifier_after(text, number, end) or qualifier_after(text, stop, end)
    start, qualifier = before or (start, None)
    if after:
        stop, qualifier = max(stop, after[0]), qualifier or after[1]
    return start, stop, qualifier


# A sign before a number: a true minus, or a hyphen behind a blank, a bracket or a currency sign.
_MINUS = re.compile(r"(?:(?<=[\s(\[$£€])|^)(?P<sign>[-−–]|(?<!or )minus)\s?(?=[$£€]?$)")
_RATE = re.compile(r"(?:\s?(?:per|/)\s?|\s(?P<each>an?)\s)(?P<unit>[A-Za-z]{1,12})\b")


def _is_negative(
    text: str, minus: re.Match[str], unit: str | None, currency: tuple[int, str] | None, floor: int
) -> bool:
    """Whether a dash before a number is a minus: a true one, or before a measure or money and no bullet of a list."""
    if minus["sign"] in ("−", "minus"):
        return True
    line = text[max(floor, minus.start() - 40) : minus.start()].rpartition("\n")[2]
    spaced = minus.end() > minus.start("sign") + 1
    return minus["sign"] == "-" and not spaced and (unit is not None) and (bool(line.strip()) or currency is not None)


def _negated(value: Value) -> Value:
    if isinstance(value, tuple):
        low, high = value
        return (None if high is None else -high, None if low is None else -low)
    return None if value is None else -value


def _per(rate: re.Match[str], unit: str) -> str | None:
    """The unit that a rate is for: "kg" of "$350 per kg"; persons and things are left to what is counted.

    "A month", "a ton" make a rate of money only: "40 miles a day" is mostly a distance told by the way.
    """
    word = rate["unit"]
    if rate["each"] and unit not in MONEY:
        return None
    if UNITS.get(word.lower()) in TIME_UNITS:
        return UNITS[word.lower()].removesuffix("s")
    per = UNITS.get(word) or (UNITS.get(word.lower()) if len(word) > 2 else None)
    return per if per is None or len(per) < 4 else per.removesuffix("s")


_OF_A_SCALE = re.compile(r" of (?:a|one) (hundred|thousand|million|billion|trillion)\b")
MONEY = frozenset((*CURRENCY_WORDS.values(), "USD", "GBP", "EUR", "JPY", "INR"))
_AGO = re.compile(r"\s(?:ago|old|later|earlier|before|after|since)\b")
_OF_ONE_PERCENT = re.compile(r" of (?:1|one|a) per ?cent\b")


def _is_scale(text: str, stop: int) -> bool:
    """Whether letters after a number are a scale without a currency too: "mln", "bn", but not "m" or "k"."""
    return text[stop - 2 : stop].lower() in ("mn", "bn", "ln", "tn", "rn", "io")


def _times(value: Value, scale: int) -> Value:
    if isinstance(value, tuple):
        low, high = value
        return (_scaled(low, scale), _scaled(high, scale))
    return _scaled(value, scale)


def _scaled(value: Number | None, scale: int) -> Number | None:
    if value is None:
        return None
    product = round(value * scale, 6)
    return int(product) if product == int(product) else product
