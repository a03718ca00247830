"""The local engines: order, failures, crashes, scripts without a guard."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from gainsay.engines.local import Crew, InProcess, LocalPool
from gainsay.errors import EmptyDocumentError, ModelError


def _double(number: int) -> int:
    if number == 13:
        raise EmptyDocumentError("thirteen.txt", "nothing in it")
    if number == 17:
        raise ZeroDivisionError("seventeen")
    if number == 19 and "PYTEST_CURRENT_TEST" in os.environ:
        os.kill(os.getpid(), signal.SIGKILL)
    return number * 2


@pytest.mark.parametrize("engine", [InProcess(), LocalPool(2, batch=3)])
def test_outcomes_come_in_the_order_of_the_items(engine: InProcess | LocalPool) -> None:
    found = list(engine.map(_double, range(12)))
    assert [(item, outcome.value) for item, outcome in found] == [(n, 2 * n) for n in range(12)]


@pytest.mark.parametrize("engine", [InProcess(), LocalPool(2, batch=3)])
def test_a_failing_item_costs_itself_alone(engine: InProcess | LocalPool) -> None:
    found = dict(engine.map(_double, range(10, 19)))
    assert [n for n, outcome in found.items() if outcome.value is None] == [13, 17]
    assert found[13].problem == "nothing in it"
    assert "fault in Gainsay" in str(found[17].problem) and "ZeroDivisionError" in found[17].details


def test_an_item_that_kills_its_process_costs_itself_alone() -> None:
    found = list(LocalPool(2, batch=4).map(_double, range(12, 30)))
    assert [item for item, _ in found] == list(range(12, 30))
    assert [item for item, outcome in found if outcome.crashed] == [19]
    assert [item for item, outcome in found if outcome.value is None] == [13, 17, 19]


def _without_model(number: int) -> int:
    raise ModelError("the model is damaged")


@pytest.mark.parametrize("engine", [InProcess(), LocalPool(2, batch=3)])
def test_a_damaged_model_is_no_fault_of_the_items(engine: InProcess | LocalPool) -> None:
    with pytest.raises(ModelError):
        list(engine.map(_without_model, range(4)))


def test_nothing_to_do_starts_nothing() -> None:
    assert list(LocalPool(2).map(_double, [])) == []


def _process(_: int) -> int:
    return os.getpid()


def test_a_crew_stays_from_one_work_to_the_next() -> None:
    with Crew(2) as crew:
        engine, other = LocalPool(batch=1, crew=crew), LocalPool(crew=crew)
        found = {outcome.value for engine in (engine, other) for _, outcome in engine.map(_process, range(6))}
        assert crew.is_there and len(found) <= 2
    assert not crew.is_there


def test_a_crew_goes_on_after_an_item_that_kills_a_process() -> None:
    with Crew(2) as crew:
        killed = list(LocalPool(crew=crew).map(_double, range(18, 21)))
        assert [item for item, outcome in killed if outcome.crashed] == [19]
        assert [outcome.value for _, outcome in LocalPool(crew=crew).map(_double, range(3))] == [0, 2, 4]


def test_leaving_early_stops_the_work() -> None:
    work = LocalPool(2, batch=1).map(abs, range(1000))
    assert next(work)[0] == 0
    work.close()
    assert list(work) == []


def test_a_script_without_a_main_guard_is_not_run_again(tmp_path: Path) -> None:
    script = tmp_path / "script.py"
    script.write_text(
        "from gainsay.engines.local import LocalPool\n"
        "print('started')\n"
        "print([o.value for _, o in LocalPool(2, batch=1).map(abs, [-1, -2, -3])])\n"
    )
    run = subprocess.run([sys.executable, script], capture_output=True, text=True, timeout=60, check=True)
    assert run.stdout == "started\n[1, 2, 3]\n"
