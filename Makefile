PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin

.PHONY: run test check format bench offline screenshots clean

run: $(VENV)/.app
	@$(BIN)/fazhi

test: $(VENV)/.dev
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	@# 各进程收到的用例次序须一致
	PYTHONHASHSEED=0 $(BIN)/pytest --numprocesses auto --dist worksteal

format: $(VENV)/.dev
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

offline: $(VENV)/.dev
	$(BIN)/python -m release.offline

screenshots: $(VENV)/.dev
	$(BIN)/python -m release.screenshots

# 逐项在 benchmarks/ 里；约五分钟，机器越空闲数字越准
bench: $(VENV)/.dev
	$(BIN)/python -m benchmarks.saving
	$(BIN)/python -m benchmarks.kills
	$(BIN)/python -m benchmarks.byte_changes
	$(BIN)/python -m benchmarks.screens
	$(BIN)/python -m benchmarks.blocking
	$(BIN)/python -m benchmarks.random_inputs
	$(BIN)/python -m benchmarks.finding

clean:
	rm -rf $(VENV) build dist .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache

$(VENV)/bin/python:
	$(PYTHON) -c 'import sys; sys.exit("需要 Python 3.11 或更新版本：make PYTHON=python3.12 run") if sys.version_info < (3, 11) else None'
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --upgrade 'pip>=25.1'

$(VENV)/.app: $(VENV)/bin/python pyproject.toml
	$(BIN)/python -m pip install --quiet -e .
	@touch $@

$(VENV)/.dev: $(VENV)/.app
	$(BIN)/python -m pip install --quiet --group dev
	@touch $@
