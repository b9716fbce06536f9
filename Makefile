# What people and CI type. The work is done by the scripts under deploy/; each can be run by itself.
SHELL := bash
.NOTPARALLEL:
.DEFAULT_GOAL := help
.PHONY: help run stop doctor reset-admin rotate-jwt rotate-key dev check test endurance bench openapi diagram screenshots clean setup build

BACKEND := backend/target/quarkus-app/quarkus-run.jar
SPA     := frontend/dist/index.html

# Directories are among the sources so that a deleted file counts as a change.
BACKEND_SOURCES := $(shell find backend/src/main backend/pom.xml backend/aot backend/jvm.options \
                                schema schema/db ! -name openapi.yaml 2>/dev/null)
SPA_SOURCES     := $(shell find frontend/src frontend/public frontend/scripts 2>/dev/null) \
                   $(wildcard frontend/*.json frontend/*.ts frontend/*.html)

help: ## this list
	@grep -hE '^[a-z-]+:.*## ' Makefile | awk -F ':.*## ' '{ printf "  make %-12s %s\n", $$1, $$2 }'

run: ## the product, with a tenant demo; Ctrl-C ends all of it
	+@exec deploy/run/run $(MAKE) --no-print-directory build

stop: ## end what is left of it
	@deploy/run/stop

doctor: ## prove that the running product is what its database says; names what is not
	@deploy/run/maintenance doctor

rotate-key: ## replace the key for secrets of the running product and encrypt all of them anew
	@deploy/run/maintenance rotate-key

dev: ## the product with live reload of both programs
	@exec deploy/dev

check: setup ## everything fast: format, lint, types, architecture, native-capable, container files
	@deploy/check/check

test: build ## every suite; the last line is "N passed, N failed"
	@deploy/test/test

endurance: build ## what is long and repeats much (docs/endurance.md); SUITE=upgrade for one
	@deploy/endurance/endurance $(SUITE)

bench: build ## ratios, side by side in one run, 17 minutes; PART=list for one (start 6, tenant 2, run 2, list 4, login 3)
	@deploy/bench/bench $(PART)

openapi: setup ## write schema/openapi.yaml and the SPA's types anew
	@deploy/build openapi

diagram: setup ## draw the packages in docs/architecture.md
	@deploy/diagram

screenshots: build ## every page, both schemes, 360 and 1280 px
	@npm --prefix frontend run screenshots

reset-admin: build ## a new password for admin, also while the product runs
	@deploy/maintenance reset-admin

rotate-jwt: build ## a new key for access tokens; with END=all the old ones are over at once
	@deploy/maintenance rotate-jwt $(if $(filter all,$(END)),end-all)

clean: ## what was built, but not the data
	rm -rf target backend/target frontend/dist frontend/test-results frontend/coverage deploy/sample-app/target

setup:
	@deploy/setup/setup

build: setup
	@$(MAKE) --no-print-directory $(BACKEND) $(SPA)

$(BACKEND): $(BACKEND_SOURCES)
	@deploy/build backend

$(SPA): $(SPA_SOURCES)
	@deploy/build spa
