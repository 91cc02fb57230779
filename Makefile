# Two commands are enough: `make demo` and `make test`. `make help` names the others.
.DEFAULT_GOAL := help
.PHONY: help demo test check fix faults pictures bench matching lock clean

PYTHON ?= python3
PORT ?= 8000
VENV := .venv
RUN := $(VENV)/bin/python

help:  ## What one can make
	@grep -hE '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 12

$(VENV)/runtime: requirements/runtime.lock
	test -x $(RUN) || $(PYTHON) -m venv $(VENV)
	$(RUN) -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements/runtime.lock
	@touch $@

$(VENV)/develop: requirements/develop.lock $(VENV)/runtime
	$(RUN) -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements/develop.lock
	@touch $@

demo: $(VENV)/runtime  ## A demo agency on http://localhost:PORT (PORT=8000)
	@PORT=$(PORT) $(RUN) -m handrail demo

test: $(VENV)/develop  ## The whole suite: encrypted SQLite, PostgreSQL and a browser where they are found
	$(RUN) -m tests.run

check: $(VENV)/develop  ## Lint, format, types, layers, sizes, migrations, templates
	$(RUN) -m ruff check .
	$(RUN) -m ruff format --check .
	$(RUN) -m mypy
	$(VENV)/bin/lint-imports
	$(VENV)/bin/djade --check --target-version 5.2 $$(git ls-files 'handrail/*.html')
	$(VENV)/bin/djlint --lint --quiet handrail
	$(RUN) -m pytest -p no:cacheprovider tests/house

fix: $(VENV)/develop  ## Put right what a program can put right
	$(RUN) -m ruff check --fix-only .
	$(RUN) -m ruff format .
	-$(VENV)/bin/djade --target-version 5.2 $$(git ls-files 'handrail/*.html')

faults: $(VENV)/develop  ## Long fault runs: 200 kills on both databases, 10,000 broken files
	HANDRAIL_KILLS=200 HANDRAIL_MUTATED=10000 $(RUN) -m tests.run --only faults

pictures: $(VENV)/develop  ## Every page as it looks now, into docs/pictures
	$(RUN) -m tests.browser.pictures

bench: $(VENV)/develop  ## How fast it is on this computer, beside its floors: docs/benchmarks.md
	$(RUN) -m benchmarks

matching: $(VENV)/develop  ## How well "Is this the same person?" is asked, on published data, into docs/matching.md
	$(RUN) -m benchmarks.matching

lock: $(VENV)/develop  ## Pin what requirements/*.in ask for, with hashes and without any registry's address
	for name in runtime develop; do $(VENV)/bin/uv pip compile --quiet --generate-hashes --no-emit-index-url --no-header \
	  --python-version 3.11 --upgrade requirements/$$name.in -o requirements/$$name.lock; done

clean:  ## Forget the demo and what tests left
	rm -rf var
