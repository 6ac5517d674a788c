.DEFAULT_GOAL := help
PYTHON ?= python3
VENV := .venv
RUN := $(VENV)/bin/python
export PYTHONPATH := $(CURDIR)

help: ## Show what can be made
	@awk -F ':.*## ' '/^[a-z-]+:.*## / {printf "make %-22s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

# The stamp is newer than the lock once everything in the lock is installed, so a second call is quick.
$(VENV)/.installed: requirements.lock
	$(PYTHON) -m venv $(VENV)
	$(RUN) -m pip install --quiet --disable-pip-version-check uv
	$(VENV)/bin/uv pip sync --quiet --python $(RUN) --require-hashes requirements.lock
	touch $@

$(VENV)/.peers: requirements-peers.lock $(VENV)/.installed
	$(VENV)/bin/uv pip sync --quiet --python $(RUN) --require-hashes requirements-peers.lock
	touch $@

demo: $(VENV)/.installed ## Crawl the sample newsroom, show what was understood, search it
	$(RUN) -m c5watch --home var/demo demo

test: $(VENV)/.installed lint ## Lint, types, import rules and the test suite
	$(RUN) -m pytest -n 2 --dist loadgroup -m "not soak"

soak: $(VENV)/.installed ## The slow proofs
	$(RUN) -m pytest -n 2 --dist loadgroup -m soak

lint: $(VENV)/.installed ## ruff, mypy --strict, import rules
	$(VENV)/bin/ruff check .
	$(VENV)/bin/ruff format --check .
	$(VENV)/bin/mypy
	$(VENV)/bin/lint-imports

eval: $(VENV)/.peers ## Every quality figure beside its baseline (EVAL_DATA names the sets)
	$(RUN) -m benchmarks.quality

bench: $(VENV)/.peers ## Every speed figure beside its peer (EVAL_DATA names the sets)
	$(RUN) -m benchmarks.speed

figures: $(VENV)/.installed ## Put the tables of the last make eval and make bench into README and docs
	$(RUN) benchmarks/figures.py

elasticsearch: $(VENV)/.installed ## Start a real Elasticsearch node for the tests (no Docker)
	$(RUN) deploy/elasticsearch/node.py start

elasticsearch-url: $(VENV)/.installed ## Print the address of the running node
	@$(RUN) deploy/elasticsearch/node.py url

elasticsearch-stop: $(VENV)/.installed ## Stop that node
	$(RUN) deploy/elasticsearch/node.py stop

profile: $(VENV)/.peers ## Show where the time of understanding goes
	$(RUN) -m benchmarks.profile

docs: $(VENV)/.installed ## Write docs/commands.md and the JSON Schema from the code
	$(RUN) docs/make_reference.py

lock: $(VENV)/.installed ## Make the lock files anew from pyproject.toml
	$(VENV)/bin/uv pip compile -q --python-version 3.11 --generate-hashes --no-emit-index-url --no-header --group dev --group peers pyproject.toml -o requirements-peers.lock
	$(VENV)/bin/uv pip compile -q --python-version 3.11 --generate-hashes --no-emit-index-url --no-header --group dev -c requirements-peers.lock pyproject.toml -o requirements.lock

.PHONY: help demo test soak lint eval bench figures profile docs lock elasticsearch elasticsearch-url elasticsearch-stop
