"""The same figures, statuses and messages as the command line has, whatever the table is made of."""

import collections
import gc
import time
from decimal import Decimal
from pathlib import Path

import pyarrow as pa
import pytest
import ustap
from conftest import AUGUST, ROOT, many, assert_equal, beyond_all_sums, command, messy, rows_of, text, texts, write_csv


def test_the_example_of_august_is_what_was_worked_out_by_hand(august):
    result = ustap.calculate(**august, period="2026-08")
    for name in ("register", "limits", "payments"):
        assert text(getattr(result, name)) == (AUGUST / f"expected/{name}.csv").read_bytes()


@pytest.mark.parametrize("seed", range(12))
def test_messy_batches_are_equal_to_the_command_line(seed, tmp_path):
    batch = messy(seed)
    for name, rows in batch.items():
        write_csv(tmp_path / f"{name}.csv", rows)
    options = [
        {},
        {"over_limit": "stop"},
        {"period": "2026-08"},
        {"known_on": "2026-08-31"},
        {"restore_zeros": True},
        {"threads": 1},
    ][seed % 6]
    flags = [f"--{name.replace('_', '-')}" + ("" if value is True else f"={value}") for name, value in options.items()]
    files = command(
        tmp_path / "out",
        "calculate",
        *(f"--{name}={tmp_path / name}.csv" for name in ("exemptions", "contractors")),
        "--lines",
        *flags,
        tmp_path / "operations.csv",
    )
    # Small batches, so that rows are numbered across them.
    tables = {name: pa.Table.from_batches(texts(rows).to_batches(max_chunksize=17)) for name, rows in batch.items()}
    result = ustap.calculate(**tables, lines=True, **options)
    assert result.accepted > 50 and len(result.rejects) > 30 and len(result.limits) > 0
    assert_equal(result, files)


def test_with_little_memory_everything_spills_and_nothing_changes(tmp_path):
    batch = messy(99, 3000)
    tables = {name: texts(rows) for name, rows in batch.items()}
    whole = ustap.calculate(**tables, lines=True)
    spilled = ustap.calculate(**tables, lines=True, memory=1 << 20, spill_dir=tmp_path)
    for name in ("register", "limits", "payments", "rejects", "lines"):
        assert text(getattr(whole, name)) == text(getattr(spilled, name))


def test_lines_as_a_stream_are_the_lines_of_the_table():
    tables = {name: texts(rows) for name, rows in messy(5, 2000).items()}
    table, stream = ustap.calculate(**tables, lines=True), ustap.calculate(**tables, lines="stream")
    lines = pa.RecordBatchReader.from_stream(stream.lines).read_all()
    assert text(lines) == text(table.lines)
    assert text(stream.register) == text(table.register)
    with pytest.raises(ustap.UstapError, match="read already"):
        pa.RecordBatchReader.from_stream(stream.lines)


def test_the_register_is_known_when_the_lines_were_read():
    """There are more batches of lines than wait to be read, so that the calculation cannot have ended."""
    stream = ustap.calculate(many(200_000), lines="stream")
    with pytest.raises(ustap.UstapError, match="to their end") as early:
        stream.register
    assert early.value.kind == "operation"
    assert pa.RecordBatchReader.from_stream(stream.lines).read_all().num_rows == stream.accepted
    assert len(stream.register) == 4


def test_a_stream_that_is_read_to_the_half_gives_no_register():
    stream = ustap.calculate(many(200_000), lines="stream")
    reader = pa.RecordBatchReader.from_stream(stream.lines)
    assert reader.read_next_batch().num_rows > 0
    for _ in range(2):
        with pytest.raises(ustap.UstapError, match="to their end") as early:
            stream.register
        assert early.value.kind == "operation"
        # Nor does one that is given up: the calculation has ended in the middle.
        del reader
        reader = None


def calculating() -> int:
    """Threads of this process that calculate: the first has this name, and those that it starts have its name too."""
    def name(task: Path) -> str:
        try:
            return (task / "comm").read_text()
        except OSError:
            return ""  # It has ended meanwhile.

    return sum(name(task) == "ustap\n" for task in Path("/proc/self/task").iterdir())


def ends() -> bool:
    """Whether nothing calculates any more, or soon does not."""
    end = time.monotonic() + 30
    while calculating() and time.monotonic() < end:
        time.sleep(0.01)
    return not calculating()


@pytest.mark.parametrize("read", [0, 1])
def test_a_stream_that_is_left_ends_the_calculation(read):
    """Whether nothing of it was read or a batch: there are more than wait to be read, and the calculation waits too."""
    assert ends()
    result = ustap.calculate(many(200_000), lines="stream")
    reader = pa.RecordBatchReader.from_stream(result.lines) if read else None
    assert sum(reader.read_next_batch().num_rows > 0 for _ in range(read)) == read
    assert calculating()
    del result, reader
    gc.collect()
    assert ends()


def test_a_stream_whose_calculation_fails_in_the_middle_ends_with_the_error():
    """Lines of those who come before were given; what is missing is not missing in silence."""
    before = many(200_000)
    table = pa.concat_tables([before.cast(beyond_all_sums(1).schema), beyond_all_sums()])
    # Little memory and one thread: it goes person by person, and the last of them is the one whose sum does not fit.
    result = ustap.calculate(table, lines="stream", memory=1 << 22, threads=1)
    assert result.accepted == table.num_rows
    reader, lines = pa.RecordBatchReader.from_stream(result.lines), 0
    with pytest.raises(pa.ArrowInvalid, match="9305.*0150, month 2026-08: the sum of the incomes exceeds 92233720368547758.07"):
        while True:
            lines += reader.read_next_batch().num_rows
    assert 0 < lines < table.num_rows
    for name in ("register", "limits", "payments"):
        with pytest.raises(ustap.UstapError, match="the sum of the incomes exceeds") as error:
            getattr(result, name)
        assert error.value.kind == "overflow"


def test_types_of_the_output(august):
    result = ustap.calculate(**august, lines=True)
    money, day = pa.decimal128(19, 2), pa.date32()
    register = pa.table(result.register).schema
    assert [register.field(name).type for name in ("iin", "period", "operations", "income", "vosms", "withheld", "notes")] == [
        pa.string(), pa.string(), pa.int64(), money, money, money, pa.string(),
    ]
    payments = pa.table(result.payments).schema
    assert payments.field("amount").type == pa.decimal128(38, 2) and payments.field("due_on").type == day
    lines = pa.table(result.lines).schema
    assert lines.field("settled_on").type == day and lines.field("payout").type == money
    assert result.rejects.column_names == ("input", "row", "operation_id", "code", "field", "value", "message")
    assert pa.schema(result.register) == register
    assert len(result.register) == pa.table(result.register).num_rows


def test_what_was_paid_is_distributed_as_by_the_command_line(tmp_path):
    month = ROOT / "examples/month"
    files = command(
        tmp_path / "out", "distribute", "--paid", month / "paid.csv", "--kgd", month / "kgd.csv",
        "--exemptions", month / "exemptions.csv",
    )
    table = lambda name: texts(rows_of((month / f"{name}.csv").read_bytes()))
    result = ustap.distribute(table("paid"), table("kgd"), table("exemptions"))
    assert text(result.distribution) == files["distribution.csv"]
    assert result.returns.column_names == tuple(rows_of(files["returns.csv"])[0])
    without_file = lambda rows: [{name: value for name, value in row.items() if name != "file"} for row in rows]
    assert without_file(rows_of(text(result.returns))) == without_file(rows_of(files["returns.csv"]))
    assert without_file(rows_of(text(result.rejects))) == without_file(rows_of(files["rejects.csv"]))
    # What was distributed is not distributed again: all of it comes back, for it is not computed a second time.
    again = ustap.distribute(table("paid"), table("kgd"), table("exemptions"), after=result)
    distributed = lambda result: sum(row["distributed"] for row in pa.table(result.distribution).to_pylist())
    assert distributed(result) > 0
    assert distributed(again) < distributed(result)
    several = collections.deque([result])
    assert text(ustap.distribute(table("paid"), table("kgd"), table("exemptions"), after=several).returns) == text(again.returns)
    # A reader that was read before has nothing of what was distributed.
    for name, given in (("after", pa.table(result.distribution)), ("exemptions", table("exemptions"))):
        reader = given.to_reader()
        reader.read_all()
        with pytest.warns(UserWarning, match=f"{name}: no rows"):
            ustap.distribute(table("paid"), table("kgd"), **{name: reader})


def test_rows_of_a_distribution_are_rejected_as_by_the_command_line(tmp_path):
    paid = [
        {"iin": "900101300017", "period": "2026-08", "knp": "010", "amount": amount, "rate": "1%"}
        for amount in ("6010", "-5", "x", "", "1000000000000", "1.005")
    ] + [
        {"iin": "900101300018", "period": "2026-08", "knp": "010", "amount": "5", "rate": "1%"},
        {"iin": "900101300017", "period": "2026-8", "knp": "010", "amount": "5", "rate": "1%"},
        {"iin": "900101300017", "period": "2026-08", "knp": "911", "amount": "5", "rate": "1%"},
        {"iin": "900101300017", "period": "2026-08", "knp": "010", "amount": "5", "rate": "2%"},
    ]
    kgd = [
        {"iin": iin, "period": "2026-08", "ipn": "0", "opv": opv, "opvr": "0", "so": "0", "vosms": "0"}
        for iin, opv in [("900101300017", "6000"), ("900101300017", "6001"), ("871120900221", "-1"), ("x", "5"), ("930515900150", "")]
    ]
    write_csv(tmp_path / "paid.csv", paid)
    write_csv(tmp_path / "kgd.csv", kgd)
    files = command(tmp_path / "out", "distribute", "--paid", tmp_path / "paid.csv", "--kgd", tmp_path / "kgd.csv")
    result = ustap.distribute(texts(paid), texts(kgd))
    assert text(result.distribution) == files["distribution.csv"]
    of = lambda written: [(row["file"].removesuffix(".csv"), row["line"], row["code"], row["field"], row["value"]) for row in rows_of(written)]
    assert len(of(files["rejects.csv"])) > 8
    assert of(text(result.rejects)) == of(files["rejects.csv"])
    # ОПВ of 6 010 is 10 too much.
    assert pa.table(result.distribution).to_pylist()[0]["distributed"] == Decimal("6000.00")
