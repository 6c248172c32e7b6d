# What a person runs and what a machine runs are the same goals. Everything is set up from nothing in .venv; a second
# run finds the stamps there and starts at once.

PYTHON ?= python3
ARGS ?=
UPGRADE ?=
UV := uv==0.13.9

BIN := .venv/bin
PIP := $(BIN)/python -m pip --quiet --disable-pip-version-check --no-input
LOCK := build/lock/bin/uv pip compile --quiet pyproject.toml --universal --fork-strategy fewest --generate-hashes \
	--no-emit-index-url --no-strip-extras --annotation-style line --custom-compile-command "make lock" $(UPGRADE)

# The packages in which all is values in, values out. `make coverage` holds them to the last branch, `make quick` tests them.
CORE := languages values reading lp bounds judging statements editing
EMPTY :=
COMMA := ,
CORE_FILES := $(subst $(EMPTY) $(EMPTY),$(COMMA),$(CORE:%=dashboard/%/*))

# A file of tests stays on one core: its tests share a server and a browser.
SHARED := --numprocesses auto --dist loadfile

.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
.PHONY: help run test quick coverage mutants screenshots format lock plotly wheel clean

help: ## Print this list
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "make %-11s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

run: .venv/run.stamp ## Set up and open the dashboard; ARGS="--port 8051 --no-browser" goes to "trade-dashboard serve"
	$(BIN)/trade-dashboard serve $(ARGS)

test: .venv/test.stamp ## Set up and run every check; ARGS="tests/values -x" goes to pytest
	tools/need browser $(BIN)/python
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy --strict
	$(BIN)/lint-imports --no-cache --no-logo
	$(BIN)/pytest $(SHARED) $(ARGS)

quick: .venv/test.stamp ## Rules, types, layers and the tests of the core, in less than 20 seconds once mypy has its cache
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy --strict
	$(BIN)/lint-imports --no-cache --no-logo
	$(BIN)/pytest $(SHARED) -m "not long" --hypothesis-profile=quick $(CORE:%=tests/%) tests/test_architecture.py $(ARGS)

coverage: .venv/test.stamp ## Run the tests and list every line and branch that none of them reaches; the core may have none
	$(BIN)/pytest $(SHARED) --cov --cov-report= $(ARGS)
	$(BIN)/coverage report --include='$(CORE_FILES)' --fail-under=100
	$(BIN)/coverage report

mutants: .venv/test.stamp ## Change the engine a little at a time and tell what no test notices; ARGS="dashboard.lp.ends.*" for a part
	$(BIN)/python tools/mutants.py $(ARGS)

screenshots: .venv/test.stamp ## Take pictures of every page into build/screenshots, and renew those that docs/pictures.md shows
	tools/need browser $(BIN)/python
	$(BIN)/python tools/screenshots.py

format: .venv/test.stamp ## Lay out the code as the checks want it and mend what can be mended by machine
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

lock: ## Write the lock files anew after a change of pyproject.toml; UPGRADE=--upgrade takes the newest versions
	tools/need venv $(PYTHON)
	$(PYTHON) -m venv build/lock
	build/lock/bin/python -m pip --quiet --disable-pip-version-check install $(UV)
	$(LOCK) --group build --output-file requirements.lock
	$(LOCK) --group test --constraint requirements.lock --output-file requirements-test.lock

plotly: ## Build the plotting library of the page anew from npm, after a change of tools/plotly/ or of plotly.py
	cd tools/plotly && npm ci && node build.js ../../dashboard/web/assets

wheel: .venv/run.stamp ## Build the wheel, with its own copy of the data, into dist/
	$(PIP) wheel --no-deps --no-index --no-build-isolation --wheel-dir dist .

clean: ## Remove everything that the goals above have made
	rm -rf .venv build dist mutants .coverage .hypothesis .mypy_cache .pytest_cache .ruff_cache
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

.venv/bin/python:
	tools/need venv $(PYTHON)
	$(PYTHON) -m venv .venv

.venv/run.stamp: requirements.lock pyproject.toml | .venv/bin/python
	@echo "Installing what requirements.lock lists into .venv; this happens once and takes a minute"
	$(PIP) install --require-hashes --requirement requirements.lock
	$(PIP) install --no-deps --no-index --no-build-isolation --editable .
	@touch $@

.venv/test.stamp: requirements-test.lock .venv/run.stamp
	@echo "Installing what requirements-test.lock lists into .venv; this happens once and takes a minute"
	$(PIP) install --require-hashes --requirement requirements-test.lock
	@touch $@
