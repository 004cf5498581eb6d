#!/usr/bin/env python3
"""Holds any program against the cases of tests/conformance/cases.

    python3 tests/conformance/run.py --command 'target/debug/ustap {arguments}'
    python3 tests/conformance/run.py --command './mine.sh {case} {out}' --without notes --without limits.csv so-
    python3 tests/conformance/run.py --list

The command is a line for the shell, run once for each case. In it stand
  {case}       for the directory of the case, where the inputs and case.toml are,
  {out}        for an empty directory, in which the files are looked for; if all that is there in the end is one
               directory, they are looked for in that,
  {arguments}  for what case.toml says, as arguments of ustap.
Every CSV in the case's `expected` must be there with the same rows in the same order, in the columns that the expected
file has; columns are found by name. `expected/stdout.csv` is what the program prints. The texts of `says` must stand in
what it prints, in their order and each in a line of its own; a line that begins with a day must begin with one of them.
"""

import argparse
import csv
import os
import re
import shlex
import signal
import subprocess
import sys
import tempfile
import tomllib
from collections import Counter

CASES = os.path.join(os.path.dirname(os.path.abspath(__file__)), "cases")
FILES = ["exemptions", "contractors", "paid", "kgd"]
WRITES = ["calculate", "distribute"]
DAY = re.compile(r"\s*([0-9]{4}-[0-9]{2}-[0-9]{2})\b")


def arguments(case, directory, out):
    """What a case wants, as ustap is told it."""
    given = case["given"]
    path = lambda file: os.path.join(directory, file)
    words = [case["work"], *map(path, given.get("operations", [])), *filter(None, [given.get("month")])]
    for name, value in given.items():
        if name in FILES:
            words += [word for file in value for word in ("--" + name, path(file))]
        elif value is True:
            words.append("--" + name)
        elif name not in ("operations", "month"):
            words += ["--" + name.replace("_", "-"), value]
    if case["work"] in WRITES:
        words += ["--out", os.path.join(out, "run")]
    return shlex.join(words)


def filled(command, case, directory, out):
    """The line for the shell."""
    words = {"case": shlex.quote(directory), "out": shlex.quote(out), "arguments": arguments(case, directory, out)}
    for name, value in words.items():
        command = command.replace("{" + name + "}", value)
    return command


def inside(out):
    """Where the files are: in the directory, or in the one directory that is all that is in it."""
    names = os.listdir(out)
    only = os.path.join(out, *names)
    return only if len(names) == 1 and os.path.isdir(only) else out


def table(text):
    """Heading and rows; lines without a byte are none."""
    rows = list(filter(None, csv.reader(text.lstrip("\ufeff").splitlines(keepends=True))))
    return (rows[0], rows[1:]) if rows else ([], [])


def compared_bytes(name, expected, found, without):
    """The same of a table as another program has written it, which need be none."""
    try:
        return compared(name, expected, found.decode("utf-8"), without)
    except UnicodeDecodeError:
        return [f"{name}: is no UTF-8"]
    except csv.Error as error:
        return [f"{name}: {error}"]


def compared(name, expected, found, without):
    """What differs between two tables in the columns of the first."""
    (columns, rows), (has, others) = table(expected), table(found)
    columns = [(at, column) for at, column in enumerate(columns) if column not in without]
    if missing := [column for _, column in columns if column not in has]:
        return [f"{name}: no column {', '.join(missing)}; its heading is {','.join(has)}"]
    if short := [number for number, row in enumerate(others, 1) if len(row) != len(has)]:
        return [f"{name}: row {short[0]} has not as many fields as the heading"]
    wanted = [tuple(row[at] for at, _ in columns) for row in rows]
    there = [tuple(row[has.index(column)] for _, column in columns) for row in others]
    if wanted == there:
        return []
    if sorted(wanted) == sorted(there):
        return [f"{name}: the right rows in another order"]
    names = ",".join(column for _, column in columns)
    gone = [f"  expected {','.join(row)}" for row in (Counter(wanted) - Counter(there)).elements()]
    new = [f"  found    {','.join(row)}" for row in (Counter(there) - Counter(wanted)).elements()]
    return [f"{name}: {len(wanted)} rows expected, {len(there)} found", f"           {names}", *gone, *new]


def unsaid(says, printed):
    """What differs in a text that is printed."""
    lines = iter(printed.splitlines())
    if missing := [text for text in says if not any(text in line for line in lines)]:
        return [f"printed: no «{missing[0]}» in its place"]
    days = [day[1] for day in map(DAY.match, printed.splitlines()) if day]
    return [f"printed: a line begins with {day}" for day in days if says and day not in says][:1]


def ran(line, seconds):
    """Status, output and errors of a line for the shell; no status where it has not ended after so many seconds."""
    pipe = subprocess.PIPE
    run = subprocess.Popen(line, shell=True, stdin=subprocess.DEVNULL, stdout=pipe, stderr=pipe, start_new_session=True)
    try:
        printed, errors = run.communicate(timeout=seconds)
        return run.returncode, printed, errors
    except subprocess.TimeoutExpired:
        # With all that it has started.
        os.killpg(run.pid, signal.SIGKILL)
        return None, *run.communicate()


def differences(command, directory, without, seconds=60):
    with open(os.path.join(directory, "case.toml"), "rb") as file:
        case = tomllib.load(file)
    with tempfile.TemporaryDirectory() as out:
        returned, printed, errors = ran(filled(command, case, directory, out), seconds)
        if returned is None:
            return case, [f"has not ended after {seconds} s"]
        status = case.get("status", 0)
        found = []
        if "status" not in without and returned != status:
            says = errors.decode("utf-8", "replace").strip() or "(nothing)"
            found.append(f"status: {status} expected, {returned} found; it says: {says}")
        if "says" not in without:
            found += unsaid(case.get("says", []), printed.decode("utf-8", "replace"))
        if status == 2 and (left := sorted(os.listdir(out))):
            found.append(f"{left[0]}: is there, though nothing is computed")
        out = inside(out)
        expected = os.path.join(directory, "expected")
        for name in sorted(os.listdir(expected)) if os.path.isdir(expected) else []:
            if name in without:
                continue
            with open(os.path.join(expected, name), encoding="utf-8", newline="") as file:
                wanted = file.read()
            if name == "stdout.csv":
                found += compared_bytes(name, wanted, printed, without)
            elif os.path.exists(path := os.path.join(out, name)):
                with open(path, "rb") as file:
                    found += compared_bytes(name, wanted, file.read(), without)
            else:
                found.append(f"{name}: is not there")
    return case, found


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("names", nargs="*", help="only cases whose name has one of these in it")
    parser.add_argument("--command", help="the line for the shell")
    parser.add_argument(
        "--without",
        action="append",
        default=[],
        metavar="NAME",
        help="a column or a file that is not compared; `status` is the exit status, `says` what is printed",
    )
    parser.add_argument("--seconds", type=float, default=60, help="how long a case may take")
    parser.add_argument("--list", action="store_true", help="the cases with their rules")
    parser.add_argument("--cases", default=CASES, help="a directory of other cases")
    args = parser.parse_args()
    sys.stdout.reconfigure(encoding="utf-8")
    every = sorted(name for name in os.listdir(args.cases) if os.path.isdir(os.path.join(args.cases, name)))
    for part in args.names:
        if not any(part in name for name in every):
            parser.error(f"no case has {part} in its name")
    names = [name for name in every if not args.names or any(part in name for part in args.names)]
    if not args.command and not args.list:
        parser.error("--command or --list is needed")
    failed = 0
    for name in names:
        directory = os.path.join(os.path.abspath(args.cases), name)
        if args.list:
            with open(os.path.join(directory, "case.toml"), "rb") as file:
                case = tomllib.load(file)
            print(f"{name}: {case['rule']} [{case['provision']}]")
            continue
        case, found = differences(args.command, directory, args.without, args.seconds)
        if found:
            failed += 1
            print(f"DIFFERS {name}: {case['rule']} [{case['provision']}]")
            print(*("    " + line for line in found), sep="\n")
            print("    " + case["arithmetic"].strip().replace("\n", "\n    "))
    if not args.list:
        print(f"{len(names) - failed} of {len(names)} cases hold")
    return bool(failed)


if __name__ == "__main__":
    sys.exit(main())
