"""What the tests share: the command line, random batches, and registers as the command line writes them."""

import csv
import io
import os
import random
import subprocess
from decimal import Decimal
from pathlib import Path

import pyarrow as pa
import pytest

ROOT = Path(__file__).parents[3]
USTAP = Path(os.environ.get("USTAP", ROOT / "target/debug/ustap"))
AUGUST = ROOT / "examples/august-2026"


def check_digit(first: str) -> str | None:
    """The 12th digit by the rule of the number (two rows of weights), None where no such number is issued."""
    digits = [int(digit) for digit in first]
    for weights in (range(1, 12), [3, 4, 5, 6, 7, 8, 9, 10, 11, 1, 2]):
        rest = sum(digit * weight for digit, weight in zip(digits, weights)) % 11
        if rest < 10:
            return str(rest)
    return None


def persons(chance: random.Random, count: int) -> list[str]:
    """Invented numbers, some of which begin with zeros."""
    found: set[str] = set()
    while len(found) < count:
        first = f"{chance.randrange(100):02}{chance.randrange(1, 13):02}{chance.randrange(1, 29):02}{chance.randrange(100000):05}"
        if last := check_digit(first):
            found.add(first + last)
    return sorted(found)


REGIMES = ["self-employed", "self-employed", "out-of-scope", "", "none-such"]
CATEGORIES = ["full-time-student", "pensioner", "FULL-TIME-STUDENT", "none-such", ""]
DAYS = ["2026-07-31", "2026-08-05", "05.08.2026", "2026-08-31T18:59:59Z", "2026-08-31T19:00:00Z", "2026-08-17 10:00"]
BAD_DAYS = ["", "2026-02-30", "31/08/2026", "46239", "2026-08-05T25:00", "0001-01-01", "2030-01-01", "2020-01-01"]
AMOUNTS = ["100000", "1297500.00", "612345,67", "-5000.10", "1 000 000.5", "0", "999999999999.99", "0.01"]
BAD_AMOUNTS = ["", "1.005", "1e3", "+5", "1,234.50", "1000000000000", "x", "1.0000001", "12 34", "(5)"]


def messy(seed: int, rows: int = 400, persons_count: int = 40) -> dict[str, list[dict[str, str]]]:
    """Operations, exemptions and contractors as texts, among which is everything that a row is rejected for."""
    chance = random.Random(seed)
    people = persons(chance, persons_count)
    pick = chance.choice

    def person() -> str:
        number = pick(people)
        if chance.random() > 0.06:
            return number
        return pick([number.lstrip("0"), number[:-1] + str((int(number[-1]) + 1) % 10), "", "900101 300017", f" {number}\t", "x"])

    operations = []
    for number in range(rows):
        day = pick(DAYS) if chance.random() > 0.05 else pick(BAD_DAYS)
        operations.append(
            {
                "operation_id": pick([f"op-{number}", f"op-{number // 3}", f" op-{number} "]) if chance.random() > 0.03 else pick(["", "ы" * 33, "a,\"b\"", "й" * 32]),
                "iin": person(),
                "settled_on": day,
                "income": pick(AMOUNTS) if chance.random() > 0.06 else pick(BAD_AMOUNTS),
                "corrects_on": "" if chance.random() > 0.15 else pick([*DAYS, "2026-07-01", "2026-09-01", "0001-01-01", "x"]),
            }
        )
        if chance.random() < 0.08:
            operations.append(dict(operations[-1]))
    days = ["", "", "2026-08-01", "2026-08-10", "2026-08-20", "31.08.2026", "2026-08-05T10:00:00Z", "x"]
    exemptions = [
        {"iin": person(), "category": pick(CATEGORIES), "valid_from": pick(days), "valid_to": pick(days), "known_on": pick(["", "2026-08-15", "2026-09-15"])}
        for _ in range(30)
    ]
    contractors = [
        {"iin": person(), "regime": pick(REGIMES), "regime_from": pick(days), "regime_to": pick(days)} for _ in range(30)
    ]
    # Most are listed, so that not everybody is without a regime.
    contractors += [{"iin": number, "regime": "", "regime_from": "", "regime_to": ""} for number in people]
    return {"operations": operations, "exemptions": exemptions, "contractors": contractors}


def write_csv(path: Path, rows: list[dict[str, str]]) -> None:
    with path.open("w", newline="", encoding="utf-8") as file:
        writer = csv.DictWriter(file, list(rows[0]), lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)


def command(out: Path, *arguments: object) -> dict[str, bytes]:
    """The files that the command line writes."""
    run = subprocess.run([USTAP, *map(str, arguments), "--out", out], capture_output=True, text=True)
    assert run.returncode in (0, 1), run.stderr
    return {path.name: path.read_bytes() for path in out.iterdir()}


def text(table) -> bytes:
    """A table as the command line writes it."""
    table = pa.table(table)
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(table.column_names)
    for row in zip(*(column.to_pylist() for column in table.columns)):
        writer.writerow(["" if value is None else str(value) for value in row])
    return out.getvalue().encode()


def rows_of(written: bytes) -> list[dict[str, str]]:
    content = written.decode("utf-8-sig")
    delimiter = ";" if ";" in content.partition("\n")[0] else ","
    return list(csv.DictReader(io.StringIO(content, newline=""), delimiter=delimiter))


def assert_equal(result, files: dict[str, bytes]) -> None:
    """Register, limits, payments and lines byte by byte; rejects by input, row, code, field, value and message."""
    for name in ("register", "limits", "payments"):
        assert text(getattr(result, name)).decode() == files[f"{name}.csv"].decode()
    if "lines.csv" in files:
        assert text(result.lines).decode() == files["lines.csv"].decode()
    assert result.read == result.accepted + sum(row["input"] == "operations" for row in pa.table(result.rejects).to_pylist())
    ours = [
        (row["input"], row["row"], row["code"], row["field"], row["value"], row["message"])
        for row in pa.table(result.rejects).to_pylist()
    ]
    theirs = [
        (Path(row["file"]).stem, int(row["line"]) - 2, row["code"], row["field"], row["value"], row["message"])
        for row in rows_of(files["rejects.csv"])
    ]
    assert ours == theirs


def texts(rows: list[dict[str, str]]) -> pa.Table:
    return pa.Table.from_pylist(rows, schema=pa.schema([(name, pa.string()) for name in rows[0]]))


def many(rows: int = 1_500_000) -> pa.Table:
    """Operations of a few persons; made by the system's arrays, for loops of Python take longer than the calculation."""
    import pyarrow.compute as pc

    numbers = pa.array(range(rows))
    return pa.table(
        {
            "operation_id": pc.cast(numbers, pa.string()),
            "iin": pa.DictionaryArray.from_arrays(pc.cast(pc.bit_wise_and(numbers, 3), pa.int32()), pa.array(["900101300017", "871120900221", "930515900150", "090840013770"])),
            "settled_on": pa.DictionaryArray.from_arrays(pc.cast(pc.bit_wise_and(numbers, 1), pa.int32()), pa.array(["2026-08-05", "2026-08-06"])),
            "income": pc.cast(pc.add(pc.bit_wise_and(numbers, 1023), 1), pa.decimal128(19, 0)),
        }
    )


def beyond_all_sums(rows: int = 92_234, iin: str = "930515900150") -> pa.Table:
    """The largest income of one person and month, as often as the sum has 92 233 720 368 547 758.07 tenge and more."""
    of = lambda value, kind: pa.repeat(pa.scalar(value, kind), rows)
    return pa.table(
        {
            "operation_id": pa.array([f"beyond-{number}" for number in range(rows)]),
            "iin": of(iin, pa.string()),
            "settled_on": of("2026-08-05", pa.string()),
            "income": of(Decimal("999999999999.99"), pa.decimal128(19, 2)),
        }
    )


@pytest.fixture
def august() -> dict[str, pa.Table]:
    """The example of the repository as tables of text, without the rows that have more fields than the header."""
    read = lambda name: texts([row for row in rows_of((AUGUST / f"{name}.csv").read_bytes()) if None not in row])
    return {name: read(name) for name in ("operations", "exemptions", "contractors")}
