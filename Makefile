# Commands for people and CI. The scripts under deploy/ do the work; each can be run on its own.
SHELL := bash
.NOTPARALLEL:
.DEFAULT_GOAL := help
.PHONY: help run stop try dist doctor reset-admin rotate-jwt rotate-key dev check test coverage endurance bench compatibility theme-report openapi diagram screenshots clean setup build

BACKEND := backend/target/quarkus-app/quarkus-run.jar
SPA     := frontend/dist/index.html

# Directories are among the sources so that a deleted file counts as a change.
BACKEND_SOURCES := $(shell find backend/src/main backend/pom.xml backend/aot backend/Trim.java backend/jvm.options \
                                schema schema/db ! -name openapi.yaml 2>/dev/null)
SPA_SOURCES     := $(shell find frontend/src frontend/public frontend/scripts 2>/dev/null) \
                   $(wildcard frontend/*.json frontend/*.ts frontend/*.html)

help: ## list all commands
	@grep -hE '^[a-z-]+:.*## ' Makefile | awk -F ':.*## ' '{ printf "  make %-13s %s\n", $$1, $$2 }'

run: ## start the product, with a tenant demo; Ctrl-C stops all of it
	+@exec deploy/run/run $(MAKE) --no-print-directory build

stop: ## stop all remaining processes of the product
	@deploy/run/stop

try: build ## build and start an application once, leave nothing: SOURCE=directory or git address [REF=] [ENV_FILE=]
	@SOURCE='$(SOURCE)' REF='$(REF)' ENV_FILE='$(ENV_FILE)' deploy/try/try

dist: build ## make a release archive for servers under target/dist (docs/installation.md); VERSION= names it
	@deploy/dist $(VERSION)

doctor: ## check the running product against its database; list all faults
	@deploy/run/maintenance doctor

rotate-key: ## rotate the key for secrets of the running product and re-encrypt them
	@deploy/run/maintenance rotate-key

dev: ## start the product with live reload of backend and frontend
	@exec deploy/dev

check: setup ## fast checks: format, lint, types, architecture, native readiness, container files
	@deploy/check/check

test: build ## run every suite; the last line is "N passed, N failed"
	@deploy/test/test

coverage: setup ## report which lines the tests of backend and SPA reach
	@deploy/maven test -Dcoverage=true -Djacoco.skip=false
	@npm --prefix frontend run coverage

endurance: build ## run long, repetitive tests (docs/endurance.md); SUITE=upgrade for one
	@deploy/endurance/endurance $(SUITE)

bench: build ## run the benchmarks, 43 minutes; PART=list for one (start 6, tenant 2, run 2, list 4, login 3, many 2, flood 2, logs 2, pages 4, analysis 3, health 5, traffic 2, theme 2, tls 1)
	@deploy/bench/bench $(PART)

compatibility: build ## deploy real applications as two tenants each (docs/compatibility.md), an hour; ONLY=express for one
	@deploy/compatibility/compatibility $(ONLY)

theme-report: build ## capture the theme corpus anew, fetch pages by others, write docs/theme-accuracy.md and docs/examples; KEEP=1 only missing pages
	@deploy/theme-report/theme-report

openapi: setup ## regenerate schema/openapi.yaml and the SPA's types
	@deploy/build openapi

diagram: setup ## redraw the package diagram in docs/architecture.md
	@deploy/diagram

screenshots: build ## take screenshots of every page, both schemes, 360 and 1280 px
	@npm --prefix frontend run screenshots

reset-admin: build ## set a new password for admin, with or without a running product
	@deploy/maintenance reset-admin

rotate-jwt: build ## rotate the key for access tokens; END=all invalidates existing tokens immediately
	@deploy/maintenance rotate-jwt $(if $(filter all,$(END)),end-all)

clean: ## delete build output, keep the data
	rm -rf target backend/target frontend/dist frontend/test-results frontend/coverage deploy/sample-app/target

setup:
	@deploy/setup/setup

build: setup
	@$(MAKE) --no-print-directory $(BACKEND) $(SPA)

$(BACKEND): $(BACKEND_SOURCES)
	@deploy/build backend

$(SPA): $(SPA_SOURCES)
	@deploy/build spa
