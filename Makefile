# Every target does all of its own set-up from a bare clone: it needs Python 3.11 or newer, nothing else.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin

.DEFAULT_GOAL := help
.PHONY: help demo test lint types contract pytest accuracy speed clean

help:
	@echo "make demo      read the bundled collection, print its matters, write its pages"
	@echo "make test      lint, types, import contract, tests, accuracy gate"
	@echo "make accuracy  score against the development gold (needs ../shared)"
	@echo "make speed     time reading, growth and start-up"

$(VENV)/.ready: pyproject.toml
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[dev]'
	@touch $@

lint: $(VENV)/.ready
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types: $(VENV)/.ready
	$(BIN)/mypy

contract: $(VENV)/.ready
	$(BIN)/lint-imports

pytest: $(VENV)/.ready
	$(BIN)/python -m pytest -n auto

accuracy: $(VENV)/.ready
	$(BIN)/python -m benchmarks.accuracy.gate

speed: $(VENV)/.ready
	$(BIN)/python -m benchmarks.speed.run

test: lint types contract pytest accuracy

demo: $(VENV)/.ready
	$(BIN)/python -m examples.demo

clean:
	rm -rf $(VENV) demo
