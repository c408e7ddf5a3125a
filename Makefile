# `make run` and `make test` do everything on a fresh machine.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
PORT ?= 8501

.PHONY: run test check pytest index browser screenshots clean

run: $(VENV)/.run index
	$(BIN)/python -m streamlit run app.py --server.port $(PORT)

index: $(VENV)/.run
	$(BIN)/python -m rag build

test: $(VENV)/.dev browser check pytest

check: $(VENV)/.dev
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

pytest: $(VENV)/.dev
	$(BIN)/python -m pytest

# The pictures of the README, from the sample.
screenshots: $(VENV)/.dev browser
	$(BIN)/python -m tests.browser.screenshots docs

# The browser tests use Debian's chromium; where it cannot be installed they are skipped with the reason.
browser:
	@command -v chromium >/dev/null || { [ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null \
	  && apt-get update -q && apt-get install -y -q chromium fonts-noto-cjk; } \
	  || echo "chromium is not here and cannot be installed: the browser tests will be skipped"

$(BIN)/python:
	$(PYTHON) -m venv $(VENV)

$(VENV)/.run: requirements.txt | $(BIN)/python
	$(BIN)/python -m pip install -q --disable-pip-version-check -r requirements.txt
	touch $@

$(VENV)/.dev: requirements-dev.txt $(VENV)/.run
	$(BIN)/python -m pip install -q --disable-pip-version-check -r requirements-dev.txt
	touch $@

clean:
	rm -rf $(VENV)
	find index -mindepth 1 ! -name README.md -delete
