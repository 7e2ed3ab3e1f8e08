# The one door to GVI Desktop for people, hooks and CI. `make` alone lists what there is.

ifeq ($(OS),Windows_NT)
BIN := .venv/Scripts
else
BIN := .venv/bin
endif
PYTHON := $(BIN)/python
TRANSLATIONS := $(wildcard resources/translations/*_sv.ts)

.DEFAULT_GOAL := help
.PHONY: help setup demo run test test-core check strings looks bench torture audit print-trial package lock clean

help:  ## list these commands
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-11s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

setup:  ## make .venv with all packages and what Qt needs of the system
	@./installer/setup.sh
ifneq ($(TRANSLATIONS),)
	@$(MAKE) --no-print-directory -s resources/translations/sv.qm
endif

resources/translations/sv.qm: $(TRANSLATIONS)
	@$(PYTHON) -m installer.strings --compile

demo: setup  ## a coordinator's week on made-up people, then the window if there is a screen (OUT=folder)
	@$(BIN)/gvi-desktop demo $(if $(OUT),--out "$(OUT)")

run: setup  ## open the window
	@$(BIN)/gvi-desktop

test: setup  ## run the tests (ARGS="tests/domain -k undo" for a part)
	@./installer/setup.sh --tools
	@PYTHONDONTWRITEBYTECODE= $(PYTHON) -m compileall -q -j 2 gvi_desktop ui installer tests
	@PYTHONDONTWRITEBYTECODE= $(PYTHON) -m pytest -n 2 --dist worksteal --benchmark-disable $(ARGS)

test-core: setup  ## run the tests of the core where no Qt is installed
	@./installer/test_core.sh $(ARGS)

CHECKS := "$(PYTHON) -m ruff check ." "$(PYTHON) -m mypy" "$(BIN)/lint-imports --no-cache" \
	"$(PYTHON) -m installer.strings --check" "$(PYTHON) -m pytest -q -p no:randomly tests/house"

check: setup  ## style, types, floors, sizes, fresh translations
	@failed=0; for step in $(CHECKS); do echo "== $${step#$(BIN)/}"; $$step || failed=1; done; exit $$failed

strings: setup  ## bring the Swedish of the window up to date
	@$(PYTHON) -m installer.strings

looks: setup  ## draw the window's pages to pictures in looks/, with all else that the demo leaves
	@rm -rf looks
	@QT_QPA_PLATFORM=offscreen $(BIN)/gvi-desktop demo --no-window --out looks

bench: setup  ## measure the program on large vaults (ARGS=letters for one of tests/benchmarks)
	@for file in tests/benchmarks/bench_$(or $(ARGS),*).py; do \
		echo "== $$file"; PYTHONPATH=.:tests $(PYTHON) "$$file" || exit 1; \
	done

torture: setup  ## kill, fill and bend the vault very often; prints tried, survived, lost (ARGS="kills=50 flips=0")
	@QT_QPA_PLATFORM=offscreen PYTHONPATH=.:tests $(PYTHON) -m torture $(ARGS)

audit: setup  ## ask the package index for known faults of every pinned package (needs the network)
	@$(PYTHON) -m installer.audit

print-trial: setup  ## print letters to a CUPS printer of PDF files and read them back (skipped without one)
	@QT_QPA_PLATFORM=offscreen PYTHONPATH=.:tests $(PYTHON) tests/print_trial.py

package: setup  ## build the program as one folder in dist/ and try it
	@$(PYTHON) -m installer.build

lock: setup  ## choose package versions anew and write requirements.lock
	@$(PYTHON) -m pip install -q "uv>=0.9"
	@$(BIN)/uv pip compile -q --universal --python-version 3.11 --generate-hashes --no-emit-index-url \
		--no-emit-find-links --upgrade --extra dev --custom-compile-command "make lock" \
		-o requirements.lock pyproject.toml

clean:  ## remove the environment and everything made from source
	@rm -rf .venv build dist looks demo *.egg-info .mypy_cache .ruff_cache .pytest_cache .hypothesis \
		.import_linter_cache .benchmarks resources/translations/*.qm
	@find . -name __pycache__ -type d -prune -exec rm -rf {} +
