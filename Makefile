# Everything a person or a machine does with this project. `make help` lists it.
PYTHON ?= python3
BIN := .venv/bin
TESTS ?= tests
# Many tests wait for a process, or for Slack's three seconds: one worker more than cores keeps these busy.
WORKERS ?= $(shell $(PYTHON) -c 'import os; print(os.cpu_count() + 1)')

# Without compiled files each worker rewrites every test anew, and each process of the desk compiles the whole desk.
unexport PYTHONDONTWRITEBYTECODE

.DEFAULT_GOAL := help
.PHONY: help run test test-browser test-node setup setup-test setup-browser setup-node block-schema format lint \
	types soak bench bench-names bench-browser pictures lock clean

help:  ## list what can be made
	@awk -F ':.*## ' '/^[a-z-]+:.*## / {printf "  make %-13s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

run: setup  ## start the desk: the sandbox without Slack tokens, the real workspace with them in .env
	@$(BIN)/python -m bot run --or-sandbox

test: setup-test lint types  ## format check, lint, import contracts, types and all tests
	$(BIN)/python -m pytest -n $(WORKERS) --dist loadgroup $(TESTS)

test-browser: setup-browser  ## the page of the sandbox in the Chromium of this machine
	$(BIN)/mypy tests/browser/*.py
	$(BIN)/python -m pytest -n $(WORKERS) tests/browser

test-node: setup-test setup-node  ## Slack's official client for Node in the sandbox (needs Node 20 and npm)
	$(BIN)/python -m pytest tests/node

setup: .venv/ready  ## fetch what the desk needs into .venv

setup-test: .venv/ready-test  ## fetch what the tests need as well

setup-browser: .venv/ready-browser

setup-node: tests/node/node_modules/ready

.venv/python-is-new-enough:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' \
		|| { echo "This needs Python 3.11 or newer; $(PYTHON) is `$(PYTHON) --version`. Try: make PYTHON=python3.12 $(MAKECMDGOALS)"; exit 1; }
	@$(PYTHON) -m venv .venv \
		|| { echo "Python came without its venv module. On Debian: apt-get install python3-venv"; exit 1; }
	@touch $@

.venv/ready: requirements.lock pyproject.toml | .venv/python-is-new-enough
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	@touch $@

.venv/ready-test: requirements-test.lock .venv/ready
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements-test.lock
	@touch $@

.venv/ready-browser: requirements-browser.lock .venv/ready-test
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements-browser.lock
	@touch $@

tests/node/node_modules/ready: tests/node/package-lock.json
	cd tests/node && npm ci --no-audit --no-fund --ignore-scripts
	@touch $@

block-schema: setup-node  ## write Slack's own types of blocks anew, from the pinned npm @slack/types
	cd tests/node && node block-schema.js > node_modules/blocks.schema.json
	cp tests/node/node_modules/blocks.schema.json tests/node/blocks.schema.json
	cp tests/node/node_modules/@slack/types/LICENSE tests/node/blocks.schema.LICENSE

format: setup-test  ## put the code into shape
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

lint: setup-test
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/lint-imports

types: setup-test
	$(BIN)/mypy

soak: setup-test  ## long fault runs: hundreds of kills
	$(BIN)/python -m pytest -n $(WORKERS) --dist loadgroup -m soak --soak $(TESTS)

bench: setup-test  ## measure the figures that the README names
	$(BIN)/python -m tests.bench

bench-browser: setup-browser  ## measure how fast the page of the sandbox answers
	$(BIN)/python -m tests.browser.bench

pictures: setup-browser  ## take the pictures of the README anew, in the Chromium of this machine
	$(BIN)/python -m tests.browser.pictures

bench-names: setup-test  ## measure how well and how fast a name is found among a million
	$(BIN)/python -m tests.bench_names

lock:  ## write the lock files anew (needs uv)
	uv pip compile pyproject.toml --universal --python-version 3.11 --generate-hashes --no-header -q -o requirements.lock
	uv pip compile pyproject.toml --extra test --universal --python-version 3.11 --generate-hashes --no-header -q -o requirements-test.lock
	uv pip compile --group browser --constraints requirements-test.lock --universal --python-version 3.11 --generate-hashes --no-header -q -o requirements-browser.lock

clean:  ## remove what was fetched and made, but not the desk's database
	rm -rf .venv tests/node/node_modules .mypy_cache .ruff_cache .pytest_cache *.egg-info build
