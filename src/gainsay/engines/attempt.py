"""One item tried, wherever that is: its value, or what went wrong, in words."""

from __future__ import annotations

import traceback
from collections.abc import Callable, Sequence
from typing import TypeVar

from gainsay.engines.engine import Outcome
from gainsay.errors import GainsayError, ModelError

Item = TypeVar("Item")
Result = TypeVar("Result")

KILLED = (
    "the program reading it was stopped by the system, perhaps for want of memory. Split the file, or leave it out."
)


def attempt(function: Callable[[Item], Result], item: Item) -> Outcome[Result]:
    """What became of one item. Raises only where no item can be read at all, for want of the model."""
    try:
        return Outcome(function(item))
    except ModelError:
        raise  # no fault of the item's: without the model none can be read
    except GainsayError as error:
        return Outcome(problem=str(error.args[0]), details=traceback.format_exc())
    except MemoryError:
        return Outcome(problem="there is not enough memory to read it. Split the file, or leave it out.")
    except RecursionError:
        problem = "is nested too deeply to be read. Check that it is whole, or leave it out."
        return Outcome(problem=problem, details=traceback.format_exc())
    except Exception as error:
        problem = f"a fault in Gainsay itself ({type(error).__name__}: {error}). Please report it; --debug shows more."
        return Outcome(problem=problem, details=traceback.format_exc())


def attempt_each(function: Callable[[Item], Result], items: Sequence[Item]) -> list[Outcome[Result]]:
    """The same for a batch."""
    return [attempt(function, item) for item in items]
