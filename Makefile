# 秒办. `make` alone lists what there is.
SHELL := bash
.SHELLFLAGS := -euo pipefail -c
.DEFAULT_GOAL := help
MAKEFLAGS += --no-print-directory

# What set-up installs comes first, so that the versions are the pinned ones.
export PATH := $(CURDIR)/.tools/bin:$(CURDIR)/tests/setup/node_modules/.bin:$(PATH)

# Without generic component types a debug build links in a fraction of the time, and the release build is a tenth smaller. For wasm only:
# native builds keep their cache.
export CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS := --cfg erase_components
# They would take the place of the flags below.
unexport RUSTFLAGS CARGO_ENCODED_RUSTFLAGS
# The release builds leave what they cut out in one place.
.NOTPARALLEL:
# Release builds are cut in two (.ci/split), which needs to know what refers to what.
RELEASE := PATH="$(CURDIR)/.ci/split:$$PATH" CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS="$$CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS --cfg split -C link-arg=--emit-relocs"
T ?=

.PHONY: help setup run dev dist demo-build preview-build backend preview test test-native test-backend test-wasm test-e2e test-budget test-openapi test-serve \
	test-schemathesis schema-suite embed test-embed bench fmt lint clean

help: ## this list
	@printf '\n  秒办 (Miaoban)\n\n'
	@awk -F ':.*## ' '/^[a-z0-9-]+:.*## /{printf "  make %-18s %s\n", $$1, $$2}' $(MAKEFILE_LIST)
	@printf '\n  PORT=n changes the port, T=name runs only the tests with that name.\n  make run BACKEND=http://localhost:8081/api lets the app talk to `make backend`.\n\n'

setup: ## install the wasm target, trunk, wasm-bindgen and wasm-opt into this directory
	@.ci/setup build

run: demo-build ## the app with its embedded demo backend, at http://localhost:8080
	@exec node .ci/serve.mjs --dir dist-demo --port $${PORT:-8080} $${BACKEND:+--backend "$$BACKEND"}

demo-build: setup
	@$(RELEASE) MIAOBAN_BUILD=demo trunk build --release --features demo --dist dist-demo

dev: setup ## the same with quick rebuilds while you edit
	@mkdir -p dist-dev
	@trunk serve --features demo --dist dist-dev --port $${PORT:-8080}

dist: setup ## the production build in dist/: no demo in it, precompressed
	@$(RELEASE) MIAOBAN_BUILD=dist trunk build --release --dist dist

backend: ## the reference backend at http://localhost:8081 (this machine only)
	@.ci/setup native
	@cargo run -p miaoban-backend -- --port $${PORT:-8081} $(BACKEND_OPTIONS)

preview: preview-build ## every component and page in every state
	@exec node .ci/serve.mjs --dir dist-preview --port $${PORT:-8080}

preview-build: setup
	@MIAOBAN_BUILD=preview trunk build --features preview --dist dist-preview preview.html

test: ## every test; closes with one line of totals
	@.ci/setup test
	@T="$(T)" node .ci/test.mjs

test-native test-backend test-serve: NEEDS := native
test-openapi: NEEDS := contract
test-native test-backend test-wasm test-openapi test-serve test-budget test-embed test-e2e test-schemathesis:
	@.ci/setup $(or $(NEEDS),test)
	@T="$(T)" node .ci/test.mjs $(@:test-%=%)

test-native: ## the pure rooms, natively
test-backend: ## the reference backend over real HTTP
test-wasm: ## the components, in a headless browser
test-embed: ## the forms alone, as built, in pages of other people
test-e2e: ## the journeys, in a browser, against both backends

schema-suite: ## the form engine's validator against the official JSON Schema Test Suite
	@.ci/setup suite
	@node .ci/test.mjs schema-suite

embed: setup ## the forms alone, as a script for any page, in dist-embed/
	@cargo build --quiet --profile embed --target wasm32-unknown-unknown --features embed --bin miaoban-form
	@node .ci/embed.mjs

bench: dist embed ## what a citizen downloads first, against its budget; and the form engine beside others
	@.ci/setup bench
	@node .ci/budget.mjs
	@node tests/bench/run.mjs

fmt: ## format the Rust sources
	@cargo fmt --all

lint: ## clippy for both worlds, and the formatting
	@.ci/setup build
	@cargo fmt --all --check
	@cargo clippy --workspace --features demo --all-targets -- -D warnings
	@cargo clippy --target wasm32-unknown-unknown --features preview --bins --lib -- -D warnings

clean: ## remove what was built (tools and packages stay)
	@cargo clean
	@rm -rf dist dist-demo dist-dev dist-embed dist-preview tests/out src/shell/generated/*.css
