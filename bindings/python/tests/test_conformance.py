"""The cases and the random batches of tests/conformance through the wheel, compared as run.py compares any program: by the
names of columns."""

import contextlib
import csv
import inspect
import io
import shlex
import sys
import tomllib
from pathlib import Path

import pyarrow as pa
import pytest
import ustap
from conftest import ROOT, text

sys.path.insert(0, str(ROOT / "tests/conformance"))
import batches
import reference
import run

CASES = ROOT / "tests/conformance/cases"
WORK = {"calculate": ustap.calculate, "distribute": ustap.distribute}
# Cases that no table can put. Each has to go on failing: one that holds stands here for nothing.
LEFT = {
    "forms-of-files": "a file's byte order marks and empty lines; a table has none",
    "row-malformed": "fields that are missing, in surplus or badly quoted; a row of a table has each column once",
}
# Cases of the bytes of a file before it is a table: a first line that names the delimiter, a quote that is never closed.
OF_BYTES = {"forms-of-files-tab", "forms-of-files-open-quote"}
# Options that Python has not, for they change nothing but what is printed; and a file that no table stands for.
PRINTED = {"received_on": "distribute-terms"}
NO_TABLE = {"summary.csv"}


def case_of(name: str) -> dict:
    return tomllib.loads((CASES / name / "case.toml").read_text())


EVERY = sorted(path.name for path in CASES.iterdir() if path.name not in OF_BYTES)
NAMES = [name for name in EVERY if case_of(name)["work"] in WORK]


def read(paths: list[Path]) -> tuple[pa.Table, list[tuple[str, int]]]:
    """The rows of files as one table of text, whose bytes need be none; and the file and line of each row."""
    names, rows, places = [], [], []
    for path in paths:
        content = path.read_bytes().decode("utf-8-sig", "surrogateescape")
        delimiter = ";" if ";" in content.partition("\n")[0] else ","
        reader = csv.reader(content.splitlines(keepends=True), delimiter=delimiter)
        heading, line = next(reader), reader.line_num + 1
        assert names in ([], heading), path
        names = heading
        for row in reader:
            rows.append([*row, *[""] * len(names)][: len(names)])
            places.append((path.name, line))
            line = reader.line_num + 1
    return pa.table([as_text([row[at] for row in rows]) for at in range(len(names))], names), places


def as_text(values: list[str]) -> pa.Array:
    """A column of text that nobody has looked at."""
    written = pa.array([value.encode("utf-8", "surrogateescape") for value in values], pa.binary())
    return pa.Array.from_buffers(pa.string(), len(written), written.buffers())


def placed(rows: list[dict], places: dict[str, list[tuple[str, int]]]) -> list[dict]:
    """Rows with the file and the line that each stands in, by what the table says of it."""
    for row in rows:
        of, at = (row["input"], row["row"]) if "input" in row else (row["file"], row["line"] - 2)
        row["file"], row["line"] = places[of.removesuffix(".csv")][at]
    return rows


def written(table, places: dict[str, list[tuple[str, int]]]) -> str:
    """A table as the file that it stands for."""
    table = pa.table(table)
    if not {"row", "line"} & set(table.column_names):
        return text(table).decode()
    names = list(dict.fromkeys(["file", "line", *table.column_names]))
    rows = placed(table.to_pylist(), places)
    return text(pa.table([pa.array([row[name] for row in rows]) for name in names], names)).decode()


def compared(case: dict, directory: Path, expected: Path) -> list[str]:
    """What the wheel makes of the files of a case, against the files that are expected."""
    given = {name: value for name, value in case["given"].items() if name not in PRINTED}
    tables, places = {}, {}
    for table in ("operations", "exemptions", "contractors", "paid", "kgd"):
        if files := given.pop(table, None):
            tables[table], places[table] = read([directory / file for file in files])
    result = WORK[case["work"]](**tables, **given)
    found = []
    for path in sorted(expected.iterdir()):
        if path.name not in NO_TABLE:
            wanted = path.read_text(encoding="utf-8-sig")
            found += run.compared(path.name, wanted, written(getattr(result, path.stem), places), [])
    return found


def differences(name: str) -> list[str]:
    return compared(case_of(name), CASES / name, CASES / name / "expected")


@pytest.mark.filterwarnings("ignore:kgd. no rows")
@pytest.mark.parametrize("name", [name for name in NAMES if name not in LEFT])
def test_a_case_holds(name):
    case = case_of(name)
    assert not (found := differences(name)), "\n".join([case["rule"], *found, case["arithmetic"]])


@pytest.mark.parametrize("name", LEFT)
def test_a_case_that_is_left_does_not_hold(name):
    assert name in NAMES
    assert differences(name), f"{name} holds: it need not be left"


@pytest.mark.parametrize("option", PRINTED)
def test_an_option_that_is_dropped_is_one_that_python_has_not(option):
    case = case_of(PRINTED[option])
    assert option in case["given"] and option not in inspect.signature(WORK[case["work"]]).parameters


def test_most_cases_are_run_and_every_table_is_looked_at():
    assert len(NAMES) - len(LEFT) > 90
    expected = {path.name for name in NAMES for path in (CASES / name / "expected").iterdir()}
    assert NO_TABLE <= expected
    assert not any(hasattr(ustap.DistributionResult, Path(name).stem) for name in NO_TABLE)
    assert expected - NO_TABLE == {f"{name}.csv" for name in ("register", "limits", "payments", "rejects", "lines", "distribution", "returns")}


class PlainBatch(batches.Batch):
    """A random batch of the kit with all faults of its values, in files without those of files."""

    def table(self, name, columns, rows):
        with open(Path(self.directory, name), "w", encoding="utf-8", newline="") as file:
            csv.writer(file, lineterminator="\n").writerows([columns, *rows])
        return name


@pytest.mark.filterwarnings("ignore:.*no rows", "ignore:known_on")
@pytest.mark.parametrize("seed", range(60))
def test_a_random_batch_is_what_the_second_program_makes_of_it(seed, tmp_path):
    batch = PlainBatch(seed, tmp_path)
    case = batch.distribution() if seed % 3 == 2 else batch.calculation()
    args = reference.arguments(shlex.split(run.arguments(case, str(tmp_path), str(tmp_path))))
    with contextlib.redirect_stdout(io.StringIO()):
        reference.WORK[args.work](batches.TABLES, args)
    assert not (found := compared(case, tmp_path, tmp_path / "run")), "\n".join(found)
