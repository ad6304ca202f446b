# Two commands do all set-up on a bare machine: `make run` and `make test`.
PYTHON ?= python3
BIN := .venv/bin
PYTEST := $(BIN)/pytest
ROOMS := --ignore=tests/text --ignore=tests/typesetting --ignore=tests/scoring --ignore=tests/architecture

.PHONY: help setup setup-dev run check test soak bench lock messages clean

help:
	@echo "make run    start the demo city on this machine"
	@echo "make check  lint, types, contracts and unit tests on SQLite"
	@echo "make test   all of check, then PostgreSQL and journeys in a browser"
	@echo "make bench  measure (never part of test)"
	@echo "make soak   long races and fuzzing"

.venv/run: requirements/run.txt pyproject.toml
	$(PYTHON) scripts/machine.py python
	test -x $(BIN)/python || $(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements/run.txt
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
	@touch $@

.venv/dev: requirements/dev.txt .venv/run
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements/dev.txt
	@touch $@

setup: .venv/run
	$(BIN)/python scripts/frontend.py
	$(BIN)/python scripts/fonts.py
	$(BIN)/python scripts/catalogues.py compile

setup-dev: .venv/dev setup
	$(PYTHON) scripts/machine.py browser

run: setup
	$(BIN)/python scripts/run.py $(ARGS)

check: setup-dev
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports --no-logo
	$(BIN)/djlint --lint --quiet src
	$(BIN)/python scripts/frontend.py --test
	$(PYTEST) -n 2 -m "not browser and not slow and not postgres and not soak"

test: check
	$(BIN)/python scripts/postgres.py $(PYTEST) -n 2 -m "not browser and not slow and not soak" $(ROOMS)
	$(PYTEST) -n 2 -m "(browser or slow) and not soak"
	$(BIN)/python scripts/postgres.py $(PYTEST) -n 2 -m "browser and both"

soak: setup-dev
	HYPOTHESIS_PROFILE=soak $(BIN)/python scripts/postgres.py $(PYTEST) -m "not browser"
	$(BIN)/python scripts/postgres.py $(PYTEST) -n 2 -m browser

bench: setup-dev
	$(BIN)/python -m bench $(if $(PROSE),--prose $(PROSE))

lock:
	$(BIN)/python scripts/lock.py

messages: setup-dev
	$(BIN)/python scripts/catalogues.py update

clean:
	rm -rf .venv var/demo node_modules frontend/node_modules src/qianliyan/core/static/build
