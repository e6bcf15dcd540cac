# The verbs of the house. `make demo` and `make test` work on a fresh clone with Python 3.11+, make and pip.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip install --quiet --disable-pip-version-check
MADE_FROM := pyproject.toml smallestai/_version.py

.PHONY: help demo test test-vendor test-legacy codegen codegen-check spec lint format types bench docs docs-check build clean

help:  ## list the verbs
	@grep -hE '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:[^#]*## /\t/' | expand -t 16

$(BIN)/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "smallestai needs Python 3.11 or newer; try make PYTHON=python3.12")'
	$(PYTHON) -m venv $(VENV)

$(VENV)/.demo: $(MADE_FROM) | $(BIN)/python
	$(PIP) --editable '.[cli,sandbox]'
	@touch $@

$(VENV)/.dev: $(MADE_FROM) | $(BIN)/python
	$(PIP) --editable '.[dev]'
	@touch $(VENV)/.demo $@

demo: $(VENV)/.demo  ## speak a sentence over each transport into hello.wav
	@$(BIN)/python examples/hello.py

test: $(VENV)/.dev  ## run the tests, a part on each processor
	$(BIN)/python -m pytest --numprocesses auto --maxprocesses 8 --dist loadfile

test-vendor: $(VENV)/.dev  ## run the vendor's own client against the sandbox
	$(BIN)/python -m pytest -m vendor tests/vendor

test-legacy: $(VENV)/.dev  ## run old programs under old releases and under this one
	$(BIN)/python -m pytest -s -m legacy tests/legacy/old_releases

codegen: $(VENV)/.dev  ## generate the clients from openapi/
	$(BIN)/python scripts/codegen.py

codegen-check: $(VENV)/.dev  ## fail when generated/ is not what openapi/ gives
	$(BIN)/python scripts/codegen.py --check

spec: $(VENV)/.dev  ## check the specifications
	$(BIN)/python -m yamllint --strict openapi
	$(BIN)/openapi-spec-validator --subschema-errors all openapi/atoms.yaml openapi/waves.yaml
	$(BIN)/python scripts/check_spec.py

lint: $(VENV)/.dev  ## check style
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

format: $(VENV)/.dev  ## put style right
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

types: $(VENV)/.dev  ## check types
	$(BIN)/python -m mypy
	$(BIN)/pyright

bench: $(VENV)/.dev  ## measure, against bare loops and the vendor's client
	$(BIN)/python scripts/bench

docs: $(VENV)/.dev  ## write the pages of the operations, and run every code block
	$(BIN)/python scripts/docs.py
	$(BIN)/python -m pytest tests/test_readme.py tests/test_examples.py tests/test_docs.py

docs-check: $(VENV)/.dev  ## fail when the pages of the operations are not what openapi/ gives
	$(BIN)/python scripts/docs.py --check

build: $(VENV)/.dev  ## build the wheel and the source archive
	$(BIN)/python -m build

clean:  ## remove what the other verbs made
	rm -rf $(VENV) .cache .hypothesis .mypy_cache .pytest_cache .ruff_cache build dist hello.wav
	find . -name __pycache__ -type d -prune -exec rm -rf {} +
