# ijkpunt - build, test, install. `make help` lists the targets.
# Builds live under build/<profile>; the debug and asan profiles never overwrite each other.

PROGRAM  = ijkpunt
VERSION  = 0.1.0
prefix  ?= /usr/local
DESTDIR ?=
PROFILE ?= debug
B        = build/$(PROFILE)

# What the program and its tests need, by Debian package name.
PACKAGES_BUILD = gcc make pkg-config libsqlite3-dev libcsv-dev libcjson-dev libmd-dev libutf8proc-dev libxlsxwriter-dev gnuplot-nox
PACKAGES_TEST  = libcmocka-dev perl python3 sqlite3 strace hunspell hunspell-nl
# Without these the tests in a real browser are skipped, and say so.
PACKAGES_WEB   = nodejs npm chromium librsvg2-bin poppler-utils

CC      ?= cc
PKGS     = sqlite3 libcjson libmd libutf8proc xlsxwriter
# Read once; a make that installs packages first starts a new make for the building.
PKG_CFLAGS := $(shell pkg-config --cflags $(PKGS) 2>/dev/null)
LIBS     := $(shell pkg-config --libs $(PKGS) 2>/dev/null) -lcsv -lm
WARN     = -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wstrict-prototypes -Wmissing-prototypes \
	   -Wundef -Wvla -Wwrite-strings -Wformat=2 -Wcast-qual -Wimplicit-fallthrough \
	   -Werror=format-security
FLAGS_debug   = -O1 -g
FLAGS_asan    = -O1 -g -fsanitize=address,undefined -fno-sanitize-recover=all -fno-omit-frame-pointer
FLAGS_fuzz    = -O1 -g -fsanitize=fuzzer-no-link,address,undefined -fno-sanitize-recover=all
# -O0: a branch of the source is a branch of the program.
FLAGS_cov     = -O0 -g --coverage
FLAGS_release = -O2 -g -D_FORTIFY_SOURCE=2 -fstack-protector-strong -fstack-clash-protection -fPIE
LINK_cov      = --coverage
LINK_asan     = -fsanitize=address,undefined
LINK_fuzz     = -fsanitize=fuzzer,address,undefined
LINK_release  = -pie -Wl,-z,relro,-z,now
ALL_CFLAGS = -std=c11 -D_GNU_SOURCE -Isrc -I$(B) $(WARN) $(WERROR) $(FLAGS_$(PROFILE)) $(PKG_CFLAGS) \
	     -DIJKPUNT_VERSION='"$(VERSION)"' -DIJKPUNT_SHARE='"$(prefix)/share/ijkpunt"' $(CFLAGS)

SRC  = $(filter-out src/main.c,$(wildcard src/*/*.c))
OBJ  = $(SRC:src/%.c=$(B)/%.o)
SQL  = $(sort $(wildcard src/store/sql/*.sql))
LIB  = $(B)/libijkpunt.a
BIN  = $(B)/$(PROGRAM)
FUZZ = $(patsubst tests/fuzz/%.c,$(B)/fuzz/%,$(wildcard tests/fuzz/fuzz_*.c))
TORTURE = $(patsubst tests/torture/%.c,$(B)/torture/%,$(wildcard tests/torture/torture_*.c))
UNIT = $(patsubst tests/unit/%.c,$(B)/unit/%,$(wildcard tests/unit/test_*.c))

.DELETE_ON_ERROR:
.SUFFIXES:

all: deps-build ## build the program, ./ijkpunt
	@$(MAKE) --no-print-directory -j2 build PROFILE=release

build: $(BIN)
	@if [ "$(PROFILE)" = release ]; then cp -f $(BIN) $(PROGRAM).tmp && mv -f $(PROGRAM).tmp $(PROGRAM); fi

# ---- compiling ---------------------------------------------------------------------------------

# Changed flags rebuild everything: the stamp changes only when its text does.
$(B)/flags: FORCE
	@mkdir -p $(B)
	@echo '$(CC) $(subst ','\'',$(ALL_CFLAGS))' | cmp -s - $@ || echo '$(CC) $(subst ','\'',$(ALL_CFLAGS))' > $@
FORCE:

$(B)/%.o: src/%.c $(B)/flags
	@mkdir -p $(@D)
	@[ -n "$(V)" ] || echo '[ CC ] $<'
	$(if $(V),,@)$(CC) $(ALL_CFLAGS) -MMD -MP -c $< -o $@

# The migrations go into the program as byte arrays: no string limit, no file at run time.
$(B)/sql_embed.h: $(SQL) tools/embed_sql.sh
	@mkdir -p $(B)
	@sh tools/embed_sql.sh $(SQL) > $@
$(B)/store/migrate.o: $(B)/sql_embed.h

$(LIB): $(OBJ)
	@rm -f $@
	@$(AR) rcs $@ $(OBJ)

$(BIN): $(B)/main.o $(LIB)
	@[ -n "$(V)" ] || echo '[ LD ] $@'
	$(if $(V),,@)$(CC) $(LINK_$(PROFILE)) $(LDFLAGS) $(B)/main.o $(LIB) $(LIBS) -o $@

$(B)/unit/%: tests/unit/%.c $(LIB) tests/unit/test.h $(B)/flags
	@mkdir -p $(@D)
	@[ -n "$(V)" ] || echo '[TEST] $@'
	$(if $(V),,@)$(CC) $(ALL_CFLAGS) -Itests/unit -MMD -MP $< $(LINK_$(PROFILE)) $(LIB) $(LIBS) -lcmocka -o $@

# A fuzz target replays saved inputs, except in the fuzz profile, where libFuzzer makes them.
$(B)/fuzz/%: tests/fuzz/%.c tests/fuzz/replay.c $(LIB) $(B)/flags
	@mkdir -p $(@D)
	@[ -n "$(V)" ] || echo '[FUZZ] $@'
	$(if $(V),,@)$(CC) $(ALL_CFLAGS) $< $(if $(filter fuzz,$(PROFILE)),,tests/fuzz/replay.c) \
		$(LINK_$(PROFILE)) $(LIB) $(LIBS) -o $@

# Faults are put under SQLite, in the test program alone.
$(B)/torture/%: tests/torture/%.c tests/torture/fault.c tests/torture/fault.h $(LIB) $(B)/flags
	@mkdir -p $(@D)
	@[ -n "$(V)" ] || echo '[TEST] $@'
	$(if $(V),,@)$(CC) $(ALL_CFLAGS) -Itests/torture $< tests/torture/fault.c $(LINK_$(PROFILE)) $(LIB) \
		$(LIBS) -o $@

$(B)/bench/%: tests/bench/%.c $(LIB) $(B)/flags
	@mkdir -p $(@D)
	@[ -n "$(V)" ] || echo '[BNCH] $@'
	$(if $(V),,@)$(CC) $(ALL_CFLAGS) $< $(LINK_$(PROFILE)) $(LIB) $(LIBS) -o $@

$(B)/attack/%: tests/attack/%.c $(LIB) $(B)/flags
	@mkdir -p $(@D)
	@[ -n "$(V)" ] || echo '[TEST] $@'
	$(if $(V),,@)$(CC) $(ALL_CFLAGS) -MMD -MP $< $(LINK_$(PROFILE)) $(LIB) $(LIBS) -o $@

-include $(OBJ:.o=.d) $(B)/main.d $(UNIT:=.d) $(B)/attack/attack.d

# ---- what a fresh machine lacks ----------------------------------------------------------------

deps-build:
	@sh tools/deps.sh $(PACKAGES_BUILD)
deps-test:
	@sh tools/deps.sh $(PACKAGES_BUILD) $(PACKAGES_TEST)
	@sh tools/deps.sh $(PACKAGES_WEB) || echo 'De tests in een echte browser worden overgeslagen.'

# ---- using -------------------------------------------------------------------------------------

demo: all ## the whole way once with fictional data; ends with the file to open
	@sh tools/demo.sh

install: ## install under DESTDIR and prefix
	@$(MAKE) --no-print-directory -j2 build PROFILE=release
	@sh tools/install.sh install build/release/$(PROGRAM) "$(DESTDIR)$(prefix)"
uninstall: ## remove what install placed
	@sh tools/install.sh uninstall build/release/$(PROGRAM) "$(DESTDIR)$(prefix)"

# ---- testing -----------------------------------------------------------------------------------

test: deps-test ## install what is missing, build and run every test (ASan and UBSan)
	@$(MAKE) --no-print-directory lint
	@$(MAKE) --no-print-directory -j2 check PROFILE=asan WERROR=-Werror

check: $(BIN) $(UNIT) $(FUZZ) $(TORTURE) ## unit, golden, indicator and real-data tests of one PROFILE
	@IJKPUNT="$(abspath $(BIN))" BUILD="$(abspath $(B))" sh tests/run.sh $(T)

unit: $(B)/unit/test_$(T) ## one unit test: make unit T=store_stmt K='*twice*'
	@CMOCKA_TEST_FILTER='$(K)' $<

golden: $(BIN) ## golden tests: make golden T=import/bom UPDATE=1
	@IJKPUNT="$(abspath $(BIN))" sh tests/golden/run.sh $(T)

torture: ## fail every allocation and every call of the disk, once and lasting (ASan)
	@$(MAKE) --no-print-directory build/asan/torture/torture_store PROFILE=asan
	@build/asan/torture/torture_store 1

bench-store: ## seconds and memory of the store for N observations: make bench-store N=1000000
	@$(MAKE) --no-print-directory build/release/bench/bench_store PROFILE=release
	@rm -f build/bench_store.db && build/release/bench/bench_store build/bench_store.db $(or $(N),1000000)
	@rm -f build/bench_store.db
bench-audit: ## seconds to make the figures of a gemeente safe, and to audit them
	@$(MAKE) --no-print-directory build/release/bench/bench_audit PROFILE=release
	@build/release/bench/bench_audit && build/release/bench/bench_audit tied

ROOMS   = $(or $(D),indicator def)
COVERED = $(foreach room,$(ROOMS),$(filter $(B)/unit/test_$(room)_%,$(UNIT)))
coverage: ## lines and branches that unit tests reach, by gcov: D="indicator def", or F=src/def/read.c for what was missed
	@$(MAKE) --no-print-directory -j2 coverage-run PROFILE=cov
coverage-run: $(COVERED)
	@find $(B) -name '*.gcda' -delete
	@for t in $(COVERED); do $$t >$(B)/coverage.tap || { cat $(B)/coverage.tap; exit 1; }; done
	@sh tools/coverage.sh $(B) $(or $(F),$(ROOMS))

fuzz: ## let libFuzzer look for S seconds: make fuzz F=json S=60
	@$(MAKE) --no-print-directory build/fuzz/fuzz/fuzz_$(F) PROFILE=fuzz CC=clang
	@mkdir -p build/fuzz/found/$(F)
	@cd build/fuzz && fuzz/fuzz_$(F) -max_total_time=$(or $(S),60) -max_len=4096 -verbosity=1 \
		-print_final_stats=1 found/$(F) ../../tests/fuzz/corpus/$(F)

attack: ## try to recover small counts from N random tables: make attack N=20000
	@$(MAKE) --no-print-directory build/release/attack/attack PROFILE=release
	@build/release/attack/attack $(or $(N),20000)

lint: layers headers banned namen ## static rules on the source
layers: ## the arrows between the rooms point one way
	@sh tools/layers.sh
headers: ## each header compiles on its own
	@sh tools/headers.sh "$(CC) -std=c11 -D_GNU_SOURCE -Isrc $(PKG_CFLAGS)"
banned: ## functions that may not be used
	@sh tools/banned.sh
namen: ## no gemeente in the source
	@sh tools/namen.sh

man: $(BIN) ## the commands in docs/ijkpunt.1 from the program's own help
	@sh tools/man.sh $(BIN) < docs/ijkpunt.1 > $(B)/ijkpunt.1 && cp $(B)/ijkpunt.1 docs/ijkpunt.1
format: ## apply .clang-format
	clang-format -i $$(git ls-files 'src/*.[ch]' 'tests/*.[ch]')
clean: ## remove what was built
	rm -rf build $(PROGRAM) uitvoer
help: ## this list
	@sed -n 's/^\([a-z-]*\):.*## \(.*\)/  \1 - \2/p' $(MAKEFILE_LIST) | sort

.PHONY: all build deps-build deps-test demo install uninstall test check unit golden coverage coverage-run torture bench-store bench-audit fuzz attack lint layers \
	headers banned namen man format clean help FORCE
