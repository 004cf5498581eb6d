# What is done again and again, with its options. `just` alone lists it. None of it needs `just`: each line runs as it
# stands, and the gate is .ci/run.

_:
    @just --list --unsorted

# What must hold before a change is merged, all of it
check:
    .ci/run

# The tests without the slow ones
test *ARGS:
    cargo test {{ ARGS }}

# The slow tests, by the released program
test-slow:
    .ci/run 60-slow-tests

# Any program against the rules, case by case: just conformance --command 'mine {case} {out}'; tests/conformance/README.md
[positional-arguments]
conformance *ARGS:
    python3 tests/conformance/run.py "$@"

# One bench or all: core, parsers, writers, reconciliation, distribution
bench *NAME:
    cargo bench {{ if NAME == "" { "" } else { "--bench " + NAME } }}

# The tables of docs/performance.md, with DuckDB and Polars beside; `wheel` among them is for after `just wheel`
peers *ARGS:
    test -d target/peers-venv || python3 -m venv target/peers-venv
    target/peers-venv/bin/pip install --quiet -r benches/peers/requirements.txt $(ls target/wheels/*.whl 2> /dev/null)
    target/peers-venv/bin/python benches/peers/run.py {{ ARGS }}

# A year of daily runs over 100 000 persons, held against one run a month: docs/trust.md; ten minutes, 17 GB of disk
year *ARGS:
    cargo build --release
    python3 benches/chain.py {{ ARGS }}

# A profile of a command line, with the names of functions: docs/profiling.md
profile *ARGS:
    cargo build --profile profiling
    perf record --call-graph dwarf -o target/perf.data target/profiling/ustap {{ ARGS }}
    perf report -i target/perf.data

# Fuzz all targets of fuzz/ in turn for so many minutes, or those that are named: docs/trust.md
[positional-arguments]
fuzz MINUTES *TARGETS:
    fuzz/run "$@"

# Change the program in one place, hundreds of times, and see whether a test fails: docs/trust.md; hours, before a release
[positional-arguments]
mutants *ARGS:
    bash -c 'source .ci/lib.sh && tool cargo-mutants 27.1.0 && exec python3 tests/mutants/run.py "$@"' mutants "$@"

# Disturb every command that writes, and see whether all is old or new and whole: docs/trust.md; half an hour, as root
[positional-arguments]
faults *ARGS:
    cargo build
    python3 tests/faults/run.py "$@"

# The wheel for Python in target/wheels, for every Linux with glibc 2.17 or later
wheel *ARGS:
    .ci/wheel {{ ARGS }}

# libustap below a directory: header, shared and static library, pkg-config file
c DIR:
    bindings/c/install {{ DIR }}

# The header of libustap, from its sources
header:
    bindings/c/header

# The documentation: the book in target/book, the library's in target/doc
docs:
    .ci/run 40-docs

# What people install, in target/dist: a tarball and a Debian package, of the release build or of a program that is named
dist *PROGRAM:
    .ci/dist {{ PROGRAM }}

# Licences, origins and bans of what is built in; of a clone of the RustSec database also its advisories: docs/trust.md
deny *DATABASE:
    .ci/deny {{ DATABASE }}

# The bill of materials of the program, CycloneDX in JSON: in target/sbom, or the file that is named
sbom FILE="target/sbom/ustap.cdx.json":
    .ci/sbom {{ FILE }}
    python3 .ci/sbom_check.py {{ FILE }}

# The released program built twice from nothing, compared byte by byte: docs/trust.md
reproducible:
    .ci/reproducible

# The package as it would be published
package:
    .ci/run 90-package
