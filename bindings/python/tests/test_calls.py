"""One person's month, the law, errors by kind, threads and signals."""

import datetime as dt
import inspect
import json
import os
import signal
import subprocess
import sys
import threading
import time
from decimal import Decimal

import pyarrow as pa
import pytest
import ustap
from conftest import AUGUST, USTAP, beyond_all_sums, many, messy, texts


def kind_of(call) -> str:
    with pytest.raises(ustap.UstapError) as error:
        call()
    assert isinstance(error.value, ValueError)
    return error.value.kind


def test_a_persons_month():
    month = ustap.PersonMonth("2026-08")
    line = month.add("2026-08-05", Decimal(1_000_000))
    # СО stops at 7 МЗП = 595 000: 5 950; the other three are 1 % of the whole; ИПН is 0 %.
    assert (line.ipn, line.opv, line.opvr, line.so, line.vosms) == (0, 10_000, 10_000, 5_950, 10_000)
    assert (line.withheld, line.payout, line.limit) == (Decimal("35950.00"), Decimal("964050.00"), "below")
    assert all(isinstance(amount, Decimal) for amount in month.amounts().values())
    resumed = ustap.PersonMonth.resume(month.state())
    assert resumed.period == "2026-08"
    # 1 300 000 is above 300 МРП = 1 297 500; the three stop there: 1 % of 297 500.
    line = resumed.add(dt.date(2026, 8, 20), "300000")
    assert (line.opv, line.so, line.limit) == (2_975, 0, "crosses")
    assert resumed.add(dt.datetime(2026, 8, 21, 10, 0, 0, 5), 1, []).limit == "over"
    assert list(resumed.amounts()) == ["ipn", "opv", "opvr", "so", "vosms"]


def test_an_instant_is_its_day_in_kazakhstan():
    # 20:00:00.000005 in New York is 06:00 of the next day in Kazakhstan (UTC+5, ten hours ahead of UTC-5).
    new_york = dt.timezone(dt.timedelta(hours=-5))
    september = ustap.PersonMonth("2026-09")
    assert september.add(dt.datetime(2026, 8, 31, 20, 0, 0, 5, tzinfo=new_york), 1_000).opv == 10
    assert ustap.rates(dt.datetime(2025, 12, 31, 20, 0, 0, 5, tzinfo=new_york)) == ustap.rates("2026-01-01")


def test_zeros_behind_a_decimal_are_no_digits():
    month = ustap.PersonMonth("2026-08")
    # 1 % of 100 000.
    assert month.add("2026-08-05", Decimal("100000.000000000000000000000000")).opv == 1_000
    assert month.add("2026-08-05", Decimal("0E-30")).opv == 0
    assert month.add("2026-08-05", Decimal("-1E+3")).opv == -10


def test_codes_are_read_in_any_case():
    month = ustap.PersonMonth("2026-08", "SELF-EMPLOYED")
    assert month.add("2026-08-05", 300_000, ["Full-Time-Student"]).vosms == 0


def test_categories_exempt():
    month = ustap.PersonMonth("2026-08")
    assert month.add("2026-08-05", 300_000, ["full-time-student"]).vosms == 0
    # ВОСМС of the second income alone: 412 345.67, 1 % is 4 123.4567, to a whole tenge 4 123.
    assert month.add("2026-08-20", "412345,67").vosms == 4_123


def test_kinds_of_errors_of_a_month():
    month = ustap.PersonMonth("2026-08")
    assert kind_of(lambda: ustap.PersonMonth("2020-01")) == "no-rates"
    assert kind_of(lambda: ustap.PersonMonth("2026-08", "none-such")) == "operation"
    assert kind_of(lambda: ustap.PersonMonth("2026-8")) == "day"
    assert kind_of(lambda: ustap.PersonMonth("2026-08", rates="/nowhere")) == "rates"
    assert kind_of(lambda: month.add("2026-07-31", 1)) == "operation"
    assert kind_of(lambda: month.add("2026-08-32", 1)) == "day"
    assert kind_of(lambda: month.add("2026-08-05", 1, ["none-such"])) == "operation"
    assert kind_of(lambda: month.add("2026-08-05", Decimal("0.001"))) == "money"
    assert kind_of(lambda: month.add("2026-08-05", Decimal("NaN"))) == "money"
    # No text of so many digits is ever made; a zero is one however it is written.
    for wide in ["1E+900000000", "-1E-900000000", "1E+9000000000000", "Infinity"]:
        assert kind_of(lambda: month.add("2026-08-05", Decimal(wide))) == "money"
    assert month.add("2026-08-05", Decimal("0E+900000000")).opv == 0
    assert month.add("2026-08-05", Decimal("0E-9000000000000")).opv == 0
    assert kind_of(lambda: month.add("2026-08-05", 10**12)) == "money"
    assert kind_of(lambda: month.add("2026-08-05", 10**40)) == "money"
    assert kind_of(lambda: month.add("2026-08-05", "1e3")) == "money"
    assert kind_of(lambda: ustap.PersonMonth.resume(b"\xff")) == "operation"
    assert kind_of(lambda: ustap.PersonMonth.resume(b"x")) == "operation"
    for wrong in (1.5, True, None, [1]):
        with pytest.raises(TypeError):
            month.add("2026-08-05", wrong)
    # Nothing of it was counted.
    assert sum(month.amounts().values()) == 0


def test_explained_as_the_command_line_explains(tmp_path):
    """The steps of a month are those of the same operation in `ustap explain --json`."""
    operations = tmp_path / "operations.csv"
    operations.write_text("operation_id,iin,settled_on,income\na,900101300017,2026-08-17,612345.67\n")
    run = subprocess.run(
        [USTAP, "explain", operations, "--iin", "900101300017", "--period", "2026-08", "--json"], capture_output=True, check=True
    )
    month = ustap.PersonMonth("2026-08")
    month.add("2026-08-17", "612345.67")
    assert ustap.explain(month) == json.loads(run.stdout)["rows"][0]["payments"]
    assert kind_of(lambda: ustap.explain(month, lang="de")) == "input"


def test_a_month_is_explained_without_the_days_of_categories(tmp_path):
    """The command line knows that somebody is a student for a part of the month alone, and what rests on that."""
    (tmp_path / "operations.csv").write_text("operation_id,iin,settled_on,income\na,900101300017,2026-08-17,1000\n")
    for since, categories, own in (("2026-08-17", ["full-time-student"], 1), ("2026-08-18", [], 0)):
        (tmp_path / "exemptions.csv").write_text(f"iin,category,valid_from\n900101300017,full-time-student,{since}\n")
        run = subprocess.run(
            [USTAP, "explain", "operations.csv", "--exemptions", "exemptions.csv", "--iin", "900101300017", "--period", "2026-08", "--json"],
            capture_output=True,
            cwd=tmp_path,
        )
        month = ustap.PersonMonth("2026-08")
        month.add("2026-08-17", 1000, categories)
        by_days, by_month = (
            [step for payment in payments if payment["payment"] == "vosms" for step in payment["steps"] if step["step"] == "exempt"]
            for payments in (json.loads(run.stdout)["rows"][0]["payments"], ustap.explain(month))
        )
        assert len(by_days) == 1 and len(by_month) == own and by_days[0].pop("deciding_day") is not None
        assert by_days[0]["operations"] == own
        assert by_month == [by_days[0] | {"deciding_day": None}] * own


def test_rates_of_a_day():
    rates = ustap.rates("2026-08-05")["self-employed"]
    # 1 % of at most 7 МЗП (85 000) and 300 МРП (4 325); ИПН 0 % without a cap.
    assert rates["so"]["rate"] == Decimal("0.01") and rates["so"]["cap"] == Decimal("595000.00")
    assert rates["opv"]["cap"] == Decimal("1297500.00") and rates["opv"]["basis"] == "quoted"
    assert rates["ipn"] == {"rate": Decimal(0), "cap": None, "cite": "Tax Code, art. 720(1)", "basis": "quoted"}
    assert ustap.rates(dt.date(2026, 8, 5)) == ustap.rates("05.08.2026")
    assert kind_of(lambda: ustap.rates("1990-01-01")) == "no-rates"


def test_rates_from_a_directory(tmp_path):
    subprocess.run([USTAP, "rates", "export", tmp_path / "rates"], check=True, capture_output=True)
    assert ustap.rates("2026-08-05", rates=tmp_path / "rates") == ustap.rates("2026-08-05")
    operations = texts(messy(1)["operations"])
    result = ustap.calculate(operations, rates=tmp_path / "rates")
    assert pa.table(result.register) == pa.table(ustap.calculate(operations).register)


def test_kinds_of_errors_of_a_calculation(tmp_path):
    operations = texts(messy(1)["operations"])
    assert kind_of(lambda: ustap.calculate(operations, rates="/nowhere")) == "rates"
    assert kind_of(lambda: ustap.calculate(operations, columns={"x": "y"})) == "input"
    assert kind_of(lambda: ustap.calculate(operations, columns={"exemptions.iin": "y"})) == "input"
    assert kind_of(lambda: ustap.calculate(operations, columns={"income": "nowhere"})) == "input"
    assert kind_of(lambda: ustap.calculate(operations, lang="de")) == "input"
    assert kind_of(lambda: ustap.calculate(operations, threads=0)) == "input"
    assert kind_of(lambda: ustap.calculate(operations, over_limit="none-such")) == "operation"
    assert kind_of(lambda: ustap.calculate(operations, period="2026")) == "day"
    # An empty path would be the directory in which the process happens to be.
    assert kind_of(lambda: ustap.calculate(operations, spill_dir="")) == "input"
    assert kind_of(lambda: ustap.calculate(operations, rates="")) == "input"
    many = texts(messy(1, 20_000)["operations"])
    assert kind_of(lambda: ustap.calculate(many, memory=1 << 16, spill_dir=tmp_path / "nowhere")) == "space"
    for kind, value in (("category", "pensioner"), ("regime", "entrepreneur")):
        facts = pa.table({"iin": ["900101300017"] * 100_000, kind: [value] * 100_000})
        name = {"category": "exemptions", "regime": "contractors"}[kind]
        assert kind_of(lambda: ustap.calculate(operations, **{name: facts}, memory=1 << 20)) == "memory"
    with pytest.raises(TypeError):
        ustap.calculate(operations, lines="table")


def test_a_sum_that_does_not_fit_is_an_overflow():
    with pytest.raises(ustap.UstapError, match="the sum of the incomes exceeds 92233720368547758.07 tenge") as error:
        ustap.calculate(beyond_all_sums())
    assert error.value.kind == "overflow" and "930515900150" not in str(error.value)
    # One less fits: 92 233 × 999 999 999 999.99.
    register = pa.table(ustap.calculate(beyond_all_sums(92_233)).register)
    assert register["income"].to_pylist() == [Decimal("92232999999999077.67")]
    month = ustap.PersonMonth("2026-08")
    add = lambda: month.add("2026-08-05", "999999999999.99")
    for _ in range(92_233):
        add()
    before = month.amounts()
    assert kind_of(add) == "overflow" and month.amounts() == before


def test_a_sum_of_a_distribution_that_does_not_fit_is_an_overflow():
    rows = lambda value: pa.repeat(pa.scalar(value), 92_234)
    paid = pa.table({"iin": rows("930515900150"), "period": rows("2026-08"), "knp": rows("010"), "amount": rows("999999999999.99")})
    kgd = texts([{"iin": "930515900150", "period": "2026-08", "ipn": "0", "opv": "1", "opvr": "0", "so": "0", "vosms": "0"}])
    assert kind_of(lambda: ustap.distribute(paid, kgd)) == "overflow"


def test_hints_name_what_python_has_and_no_option_of_the_command_line(tmp_path):
    many = texts(messy(1, 20_000)["operations"])
    facts = pa.table({"iin": ["900101300017"] * 100_000, "category": ["pensioner"] * 100_000})
    for lang in ("en", "ru", "kk"):
        with pytest.raises(ustap.UstapError) as space:
            ustap.calculate(many, memory=1 << 16, spill_dir=tmp_path / "nowhere", lang=lang)
        with pytest.raises(ustap.UstapError) as memory:
            ustap.calculate(many, facts, memory=1 << 20, lang=lang)
        assert "`spill_dir`" in space.value.hint and "`memory`" in space.value.hint
        assert "`memory`" in memory.value.hint
        with pytest.raises(ustap.UstapError) as no_rates:
            ustap.PersonMonth("2020-01")
        assert "`rates=DIR`" in no_rates.value.hint and "export DIR` of the command-line program" in no_rates.value.hint
        assert "--" not in str(space.value) + str(memory.value) + str(no_rates.value)


def test_another_thread_runs_meanwhile():
    table, ticks, done = many(), [], threading.Event()

    def tick():
        while not done.is_set():
            ticks.append(time.monotonic())
            time.sleep(0.001)

    ticker = threading.Thread(target=tick)
    ticker.start()
    begun = time.monotonic()
    ustap.calculate(table)
    ended = time.monotonic()
    done.set()
    ticker.join()
    # With the lock held for the calculation there would be none of them between.
    assert len([at for at in ticks if begun < at < ended]) > 5


def test_progress_is_told_on_the_calling_thread():
    told = []
    result = ustap.calculate(many(), progress=lambda rows: told.append((rows, threading.current_thread())))
    assert told[-1][0] == result.read
    assert [rows for rows, _ in told] == sorted(rows for rows, _ in told)
    assert {thread for _, thread in told} == {threading.current_thread()}


def test_progress_is_told_at_most_ten_times_a_second():
    told = []

    def slow():
        """Two seconds of batches, with rows to be told of all the while."""
        for batch in many(200).to_batches(max_chunksize=1):
            time.sleep(0.01)
            yield batch

    begun = time.monotonic()
    ustap.calculate(pa.RecordBatchReader.from_batches(many(1).schema, slow()), progress=lambda rows: told.append(time.monotonic()))
    # The last call is the one at the end, which comes when it comes.
    seconds = told[-1] - begun
    assert seconds > 2 and 5 < len(told) - 1 <= 10 * seconds


def test_what_progress_raises_ends_the_run():
    def slow():
        """Batches that come slowly, so that there is something to end."""
        for batch in many(200_000).to_batches(max_chunksize=1_000):
            time.sleep(0.005)
            yield batch

    class Enough(Exception):
        pass

    def progress(rows):
        raise Enough

    table = many(1)
    begun = time.monotonic()
    with pytest.raises(Enough):
        ustap.calculate(pa.RecordBatchReader.from_batches(table.schema, slow()), progress=progress)
    # All batches would have taken a second at least.
    assert time.monotonic() - begun < 0.9


def interrupted(batch: str, call: str) -> tuple[str, int]:
    """What a process says whose reader of such batches never ends, when it gets the signal of Ctrl-C."""
    program = f"""
import pyarrow as pa, ustap, itertools, signal, time
# What a shell starts in the background may ignore it.
signal.signal(signal.SIGINT, signal.default_int_handler)
operation = {{"operation_id": ["a"], "iin": ["900101300017"], "settled_on": ["2026-08-05"], "income": ["1"]}}
exemption = {{"iin": ["900101300017"], "category": ["full-time-student"]}}
paid = {{"iin": ["900101300017"], "period": ["2026-08"], "knp": ["010"], "amount": ["1"]}}
kgd = {{"iin": ["900101300017"], "period": ["2026-08"]}} | dict.fromkeys(["ipn", "opv", "opvr", "so", "vosms"], ["0"])
batch = pa.record_batch({batch})
def batches():
    for _ in itertools.count():
        time.sleep(0.01)
        yield batch
reader = pa.RecordBatchReader.from_batches(batch.schema, batches())
print("ready", flush=True)
try:
    {call}
except KeyboardInterrupt:
    print("heard", flush=True)
"""
    process = subprocess.Popen([sys.executable, "-c", program], stdout=subprocess.PIPE, text=True)
    assert process.stdout.readline() == "ready\n"
    time.sleep(0.5)
    os.kill(process.pid, signal.SIGINT)
    out, _ = process.communicate(timeout=30)
    return out, process.returncode


def test_what_a_generator_of_exemptions_raises():
    """It is an error of the input, whatever it says of Ctrl-C; nothing is read out of its text."""
    iin = ["900101300017"]
    operations = pa.table({"operation_id": ["a"], "iin": iin, "settled_on": ["2026-08-05"], "income": ["1"]})
    exemptions = pa.table({"iin": iin, "category": ["full-time-student"]})

    def raised(error):
        def batches():
            yield from exemptions.to_batches()
            raise error

        reader = pa.RecordBatchReader.from_batches(exemptions.schema, batches())
        with pytest.raises(BaseException) as caught:
            ustap.calculate(operations, reader)
        return caught.value

    quoted = "worker 7 died:\nTraceback (most recent call last):\n  File \"w.py\", line 3, in f\n    poll()\nKeyboardInterrupt"
    for text in ("task got KeyboardInterrupt in worker 3", "KeyboardInterrupt", "lost\nKeyboardInterrupt", quoted):
        for error in (RuntimeError(text), ValueError(text), KeyboardInterrupt(text)):
            found = raised(error)
            assert isinstance(found, ustap.UstapError) and found.kind == "input", found
            assert "KeyboardInterrupt" in str(found) and type(error).__name__ in str(found)


def test_ctrl_c_ends_the_run():
    assert interrupted("operation", "ustap.calculate(reader)") == ("heard\n", 0)


def test_ctrl_c_is_heard_while_facts_are_made():
    """The call raises it, which waits, and no generator that is read meanwhile."""
    assert interrupted("exemption", "ustap.calculate(pa.table(operation), reader)") == ("heard\n", 0)
    assert interrupted("paid", "ustap.distribute(reader, pa.table(kgd))") == ("heard\n", 0)


def test_ctrl_c_is_heard_while_a_distribution_is_computed():
    """It ends at the next piece of rows, as the time of the processor tells, which nothing else takes a part of; after the
    last there would be nothing left to end."""
    rows = lambda value: pa.repeat(pa.scalar(value), 1_000_000)
    paid = pa.table({"iin": rows("x"), "period": rows("2026-08"), "knp": rows("010"), "amount": rows("1")})
    kgd = texts([{"iin": "930515900150", "period": "2026-08", "ipn": "0", "opv": "1", "opvr": "0", "so": "0", "vosms": "0"}])

    def distribute() -> float:
        begun = time.process_time()
        ustap.distribute(paid, kgd)
        return time.process_time() - begun

    whole = min(distribute(), distribute())
    begun = time.process_time()

    def ctrl_c():
        while time.process_time() - begun < whole / 10:
            time.sleep(0.001)
        os.kill(os.getpid(), signal.SIGINT)

    # What a shell starts in the background may ignore it.
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    try:
        thread = threading.Thread(target=ctrl_c)
        with pytest.raises(KeyboardInterrupt):
            thread.start()
            distribute()
            thread.join()
        assert time.process_time() - begun < whole * 0.8
    finally:
        signal.signal(signal.SIGINT, before)


def test_what_is_given_out_is_described():
    """Each name of the package is in its stubs, and has a docstring."""
    import ast
    from pathlib import Path

    stubs = Path(ustap.__file__).with_name("__init__.pyi")
    assert stubs.with_name("py.typed").exists()
    described = [node for node in ast.parse(stubs.read_text()).body if isinstance(node, (ast.ClassDef, ast.FunctionDef))]
    assert set(ustap.__all__) - {"__version__"} <= {node.name for node in described}
    for name in set(ustap.__all__) - {"__version__"}:
        assert getattr(ustap, name).__doc__, name
    # What the stubs say of a function is what `help` says.
    methods = [node for node in described if node.name == "PersonMonth"][0].body
    functions = [(ustap, node) for node in described if isinstance(node, ast.FunctionDef)]
    functions += [(ustap.PersonMonth, node) for node in methods if isinstance(node, ast.FunctionDef) and node.name != "__new__"]
    assert {node.name for _, node in functions} == {
        "period", "add", "amounts", "state", "resume", "calculate", "distribute", "explain", "rates"
    }
    for where, node in functions:
        assert inspect.cleandoc(getattr(where, node.name).__doc__) == ast.get_docstring(node), node.name


def test_the_example_of_readme(tmp_path, monkeypatch, august):
    import re
    from pathlib import Path
    from pyarrow import parquet

    monkeypatch.chdir(tmp_path)
    parquet.write_table(august["operations"], "august.parquet")
    root = AUGUST.parents[1]
    for text in (Path(__file__).parents[1] / "README.md", root / "README.md", root / "README.ru.md", root / "docs/library.md"):
        for code in re.findall(r"```python\n(.*?)```", text.read_text(), re.S):
            # What needs a cluster is run by spark_tests.
            if "ustap.spark" not in code:
                exec(compile(code, str(text), "exec"), {})
    assert (tmp_path / "register.parquet").exists()
