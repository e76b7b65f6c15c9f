# Two commands do all the set-up on a fresh machine: make demo, make test.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin

.PHONY: demo test check bench speed train clean requirements

$(VENV)/.run: requirements/run.txt pyproject.toml
	test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements/run.txt
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
	touch $@

$(VENV)/.test: requirements/test.txt $(VENV)/.run
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements/test.txt
	touch $@

# FollowTheMoney's library checks the export. It needs PyICU, which comes as source only: where that cannot be built, the
# test that loads the export with it is skipped, and the next call tries again.
$(VENV)/.followthemoney: requirements/followthemoney.txt $(VENV)/.test
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r $< && touch $@ || \
	echo "followthemoney is not installed (PyICU takes a C++ compiler and ICU's headers, libicu-dev); its test is skipped."

# Reads nineteen reports of our own into a fresh base; prints the dossiers of two people whom the reports spell in several
# ways, and what is claimed of one place.
demo: $(VENV)/.run
	rm -f demo/demo.db demo/demo.db-wal demo/demo.db-shm
	$(BIN)/reportedly read demo/reports --base demo/demo.db
	$(BIN)/reportedly who Hemedti --base demo/demo.db
	$(BIN)/reportedly who "Qassem Soleimani" --base demo/demo.db
	$(BIN)/reportedly where Aleppo --base demo/demo.db
	@echo "Go on with: $(BIN)/reportedly --help, and: export REPORTEDLY_BASE=demo/demo.db"

check: $(VENV)/.test
	$(BIN)/ruff check .
	$(BIN)/mypy

test: check $(VENV)/.followthemoney
	$(BIN)/python -m pytest

bench: $(VENV)/.test
	$(BIN)/python -m benchmarks run

speed: $(VENV)/.test
	$(BIN)/python -m benchmarks speed

# Training wants torch and friends; install them with: pip install -e '.[training]'
train:
	$(PYTHON) -m training train

requirements:
	./requirements/compile

clean:
	rm -rf $(VENV) build dist .mypy_cache .ruff_cache .pytest_cache .hypothesis
