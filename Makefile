# SAPA ASN. `make` alone tells what there is; every target works on a bare clone.
.DEFAULT_GOAL := help
SHELL := /bin/bash
PYTHON ?= python3
MAIN := .venv/bin
NLU := nlu/.venv/bin

# Compiled modules are kept: without them Rasa needs three times as long to start.
unexport PYTHONDONTWRITEBYTECODE

.PHONY: help setup run train test check lint types imports test-nlu test-main bench screenshots format clean

help: ## Daftar perintah ini
	@awk -F ':.*## ' '/^[a-z-]+:.*## / {printf "  make %-12s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

setup: ## Memasang kedua lingkungan Python (hanya bila berubah)
	@$(PYTHON) -m ops.prepare

run: setup ## Menjalankan seluruh sistem dengan data demonstrasi
	@exec $(MAIN)/python -m ops.run

train: setup ## Melatih model bahasa bila sumbernya berubah
	@$(NLU)/python -m nlu.latih

test: check test-nlu test-main ## Semua yang dijalankan CI (kurang dari 15 menit)

check: setup lint types imports ## Gaya penulisan, tipe, dan aturan impor

lint: setup
	@$(MAIN)/ruff check .
	@$(MAIN)/ruff format --check .

types: setup
	@$(MAIN)/mypy

imports: setup
	@$(MAIN)/lint-imports --no-cache

test-nlu: setup
	@$(NLU)/python -m pytest -c nlu/pyproject.toml --rootdir=nlu --confcutdir=tests/nlu/rasa tests/nlu/rasa

# Two at a time, each file whole: half of the time is waiting for processes. Trained before, so
# that the two do not both train.
test-main: train
	@$(MAIN)/python -m pytest -n 2 --dist loadfile $(ARGS)

bench: setup ## Mengukur kecepatan di samping Rasa biasa
	@$(MAIN)/python -m tests.bench

screenshots: setup ## Membuat ulang gambar di docs/images
	@SAPA_SCREENSHOTS=docs/images $(MAIN)/python -m pytest tests/e2e $(ARGS)

format: setup ## Merapikan kode
	@$(MAIN)/ruff check --fix-only .
	@$(MAIN)/ruff format .

clean: ## Menghapus data dan model (lingkungan Python tetap)
	@rm -rf var .pytest_cache .mypy_cache .ruff_cache .hypothesis
