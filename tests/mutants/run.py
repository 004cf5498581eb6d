#!/usr/bin/env python3
"""Changes the program in one place and looks whether a test fails, some nine hundred times.

    just mutants                          # all of money, rate, period and person; of the other rooms a sample of 400
    just mutants --rooms first            # the former alone
    just mutants --rooms rest --seed 7    # another sample
    just mutants --file src/rate.rs       # all of a file
    just mutants --again                  # what an earlier run, or one that was cut off, has not caught
    just mutants --list                   # which ones

Two rounds, for most mutants fall to what is cheap: the library without the command line (two seconds to build), then
what is left with the whole program. Tests stop at the first that fails. Left out are those that read the sources
(`tidy`, `words`, `readme`), which would find nearly every mutant for the wrong reason, and those that take seconds and
look at files and processes. What came out stands in target/mutants-out/mutants.out; docs/trust.md says what of it.
"""

import argparse
import json
import os
import random
import re
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
FIRST = ["src/money.rs", "src/rate.rs", "src/period.rs", "src/person.rs"]
OF_SOURCES = ["tidy::", "words::", "readme::"]
SLOW = [
    "faults::", "directory::", "languages::", "privacy::", "columns::", "workbook_input::", "report::", "statement::",
    "properties::the_order", "properties::what_holds", "after::a_state_that_is_none", "language::", "corpus::rows_agree",
]
ROUNDS = [["--no-default-features"], ["--features=serde"]]


def main():
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--rooms", choices=["first", "rest", "all"], default="all")
    options.add_argument("--sample", type=int, default=400, help="how many of the rest (400)")
    options.add_argument("--seed", type=int, default=392, help="of the sample (392)")
    options.add_argument("--jobs", type=int, default=2, help="mutants at a time, each in a copy of its own (2)")
    options.add_argument("--out", type=Path, default=ROOT / "target/mutants-out", help="where the outcomes go")
    options.add_argument("--file", action="append", help="all mutants of this file, and of no other")
    options.add_argument("--again", action="store_true", help="leave out what is caught in --out")
    options.add_argument("--timeout", type=int, default=120, help="seconds that the tests may take; on a busy machine more")
    options.add_argument("--list", action="store_true", help="list the mutants, run none")
    given = options.parse_args()

    names = chosen(given)
    if given.list:
        print("\n".join(names))
        return
    given.out.mkdir(parents=True, exist_ok=True)
    (given.out / "chosen.txt").write_text("\n".join(names) + "\n")
    for number, features in enumerate(ROUNDS):
        # The second round takes what the first has missed.
        again = ["--iterate"] if number > 0 or given.again else []
        # Before any mutant the program itself: where a test of it fails, every mutant would seem caught.
        test(["--baseline", "run", *again], features, names, given)
        keep(given.out, "unviable", given.again or number > 0)
    report(given.out, set(names))


def chosen(given):
    """The names of the mutants to try: those of a seed are the same as long as the sources are."""
    listed = subprocess.run(
        ["cargo", "mutants", "--list", "--json"], cwd=ROOT, check=True, stdout=subprocess.PIPE
    ).stdout
    mutants = [(mutant["file"], mutant["name"]) for mutant in json.loads(listed)]
    if given.file:
        return [name for file, name in mutants if file in given.file]
    first = [name for file, name in mutants if file in FIRST]
    rest = [name for file, name in mutants if file not in FIRST]
    # A smaller sample of a seed is the beginning of a larger one.
    random.Random(given.seed).shuffle(rest)
    sample = sorted(rest[: given.sample])
    return {"first": first, "rest": sample, "all": first + sample}[given.rooms]


def test(how, features, names, given):
    build = [f"--cargo-arg={argument}" for argument in [*features, "--lib", "--test=it"]]
    tests = ["--", "-Zunstable-options", "--fail-fast"]
    tests += [f"--skip={name}" for name in OF_SOURCES + SLOW]
    only = [part for name in names for part in ("--re", f"^{re.escape(name)}$")]
    # cargo-mutants 27.1 tries every mutant of the genre "delete field", whatever `--re` says: fewer of them by file.
    only += [part for file in sorted({name.split(":")[0] for name in names}) for part in ("--file", file)]
    limits = ["--jobs", str(given.jobs), "--timeout", str(given.timeout), "--build-timeout", "900"]
    command = ["cargo", "mutants", *limits, "--output", given.out, *how, *build, *only, "--", *tests]
    # libtest stops at the first failure on a nightly toolchain, or where it is told that it is on one.
    status = subprocess.run(command, cwd=ROOT, env=os.environ | {"RUSTC_BOOTSTRAP": "1"}).returncode
    # 0: all caught, 2: some missed, 3: some took too long.
    if status not in (0, 2, 3):
        sys.exit(f"error: cargo mutants ended with {status}")


def of(out, kind):
    file = out / "mutants.out" / f"{kind}.txt"
    return set(file.read_text().splitlines()) if file.exists() else set()


def keep(out, kind, more):
    """cargo-mutants counts what does not compile as caught when it goes on: so it is written down beside."""
    file = out / f"{kind}.txt"
    names = of(out, kind) | (set(file.read_text().splitlines()) if more and file.exists() else set())
    file.write_text("".join(f"{name}\n" for name in sorted(names)))


def report(out, chosen):
    unviable = set((out / "unviable.txt").read_text().splitlines()) & chosen
    missed, late = of(out, "missed") & chosen, of(out, "timeout") & chosen
    caught = (of(out, "caught") | of(out, "previously_caught")) & chosen - unviable
    print("\n".join(f"{kind}: {name}" for kind, those in (("missed", missed), ("late", late)) for name in sorted(those)))
    print(f"{len(chosen)} mutants: {len(unviable)} do not compile, {len(caught)} caught, {len(late)} late, {len(missed)} missed")


main()
