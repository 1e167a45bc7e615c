PYTHON ?= python3.11
VENV := .venv
BIN := $(VENV)/bin
export PIP_DISABLE_PIP_VERSION_CHECK := 1

.PHONY: demo test browser lint bench clean

$(VENV)/installed: pyproject.toml
	$(PYTHON) -m venv $(VENV)
	$(BIN)/pip install --quiet --editable .
	touch $@

$(VENV)/installed-dev: $(VENV)/installed
	$(BIN)/pip install --quiet --editable '.[dev]'
	touch $@

$(VENV)/installed-bench: $(VENV)/installed
	$(BIN)/pip install --quiet --editable '.[bench]'
	-npm install --silent --no-fund --no-audit --prefix .cache/peers chrono-node@2
	touch $@

demo: $(VENV)/installed  ## install, read the bundled sample pages, show what the record says
	$(BIN)/detente demo

browser:  ## a Chromium for the browser tests: installed as root on Debian, else said to be missing
	@command -v chromium > /dev/null || command -v google-chrome > /dev/null || { [ "$$(id -u)" = 0 ] && command -v apt-get > /dev/null \
	  && apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends chromium fonts-dejavu-core > /dev/null; } \
	  || echo "no Chromium here, and not root on Debian: the browser tests will be skipped; install chromium or name one in CHROMIUM"

test: $(VENV)/installed-dev browser lint  ## everything the tests need, then lint, types, layers and all tests
	$(BIN)/pytest --numprocesses 2

lint: $(VENV)/installed-dev
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

bench: $(VENV)/installed-bench  ## every figure of the README, each command's last line one JSON object
	for name in line reader times sayings events gold merge copies store ingest bulk pages ceasefire; do $(BIN)/python -m benchmarks.$$name || exit 1; done

clean:
	rm -rf $(VENV) .cache
