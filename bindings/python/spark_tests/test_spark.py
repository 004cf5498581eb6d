"""Spark on clusters of several processes gives what the command line does: gather and scatter, `cap` and `stop`.

A cluster is a driver with two executors that Spark starts itself (`local-cluster`), and a master with two workers that
`sbin/spark-daemon.sh` starts, as on machines of their own.
"""

import datetime as dt
import os
import re
import shutil
import signal
import socket
import subprocess
import sys
import time
from collections import Counter
from decimal import Decimal
from pathlib import Path

import pandas
import pyarrow as pa
import pyspark
import pytest
from pyarrow import parquet
from pyspark.sql import SparkSession
from pyspark.sql import functions as F

sys.path.insert(0, str(Path(__file__).parents[1] / "tests"))
import ustap
import ustap.spark
from conftest import AUGUST, ROOT, USTAP, command, messy, rows_of, text, texts, write_csv

SPARK_HOME = Path(pyspark.__file__).parent
ROWS = 100_000


def session(master: str, warehouse: str = "spark-warehouse") -> SparkSession:
    return (
        SparkSession.builder.master(master)
        .config("spark.ui.enabled", "false")
        .config("spark.driver.host", "127.0.0.1")
        .config("spark.driver.bindAddress", "127.0.0.1")
        .config("spark.executor.memory", "1g")
        .config("spark.executor.cores", "1")
        .config("spark.sql.warehouse.dir", warehouse)
        .config("spark.sql.session.timeZone", "America/New_York")
        .getOrCreate()
    )


def free_port() -> int:
    with socket.socket() as own:
        own.bind(("127.0.0.1", 0))
        return own.getsockname()[1]


@pytest.fixture(scope="module")
def standalone(tmp_path_factory):
    """The address of a master with two workers."""
    place = tmp_path_factory.mktemp("spark")
    environment = os.environ | {
        "SPARK_HOME": str(SPARK_HOME),
        "SPARK_LOG_DIR": str(place / "logs"),
        "SPARK_PID_DIR": str(place / "pids"),
        "SPARK_WORKER_DIR": str(place / "work"),
        "SPARK_LOCAL_IP": "127.0.0.1",
        "PYSPARK_PYTHON": sys.executable,
    }
    started = []

    def daemon(what: str, role: str, number: int, *arguments: object) -> None:
        line = [SPARK_HOME / "sbin/spark-daemon.sh", what, f"org.apache.spark.deploy.{role}", number, *arguments]
        subprocess.run(list(map(str, line)), env=environment, check=True, stdout=subprocess.DEVNULL)

    def start(role: str, number: int, *arguments: object) -> None:
        daemon("start", role, number, "--host", "127.0.0.1", "--webui-port", 0, *arguments)
        started.append((role, number))

    port = free_port()
    address = f"spark://127.0.0.1:{port}"
    try:
        start("master.Master", 1, "--port", port)
        for number in (1, 2):
            start("worker.Worker", number, "--cores", 1, "--memory", "1g", address)
        logs = place / "logs"
        for _ in range(600):
            told = "".join(path.read_text(errors="replace") for path in logs.glob("*Master*.out"))
            if told.count("Registering worker") == 2:
                break
            time.sleep(0.2)
        else:
            pytest.fail(f"no two workers: {told}")
        yield address
    finally:
        for role, number in reversed(started):
            daemon("stop", role, number)


@pytest.fixture(scope="module", params=["local-cluster[2,1,2048]", "standalone"])
def spark(request, tmp_path_factory):
    os.environ["PYSPARK_PYTHON"] = sys.executable
    master = request.getfixturevalue("standalone") if request.param == "standalone" else request.param
    spark = session(master, str(tmp_path_factory.mktemp("warehouse")))
    yield spark
    spark.stop()


@pytest.fixture(scope="module")
def batch(tmp_path_factory):
    """A messy batch as files for the command line and for Spark, with what the command line makes of it."""
    place = tmp_path_factory.mktemp("batch")
    tables = messy(15, ROWS, persons_count=4_000)
    # Blanks of every kind at the ends of an id do not make another one.
    tables["operations"] += [row | {"operation_id": f"\u00a0\t{row['operation_id']} "} for row in tables["operations"][:500]]
    for name, rows in tables.items():
        write_csv(place / f"{name}.csv", rows)
    # Ten files, so that no order of rows is left.
    (place / "operations.parquet").mkdir()
    for part in range(10):
        parquet.write_table(texts(tables["operations"][part::10]), place / f"operations.parquet/{part}.parquet")
    written = {
        over_limit: command(
            place / over_limit, "calculate", f"--exemptions={place}/exemptions.csv", f"--contractors={place}/contractors.csv",
            f"--over-limit={over_limit}", "--lines", place / "operations.csv",
        )
        for over_limit in ("cap", "stop")
    }
    assert written["cap"]["register.csv"] != written["stop"]["register.csv"]
    return place, written


def lines_of(table: bytes) -> list[bytes]:
    """The header and the rows, sorted; no value here has a line end in it."""
    header, *rows = table.splitlines()
    return [header, *sorted(rows)]


def assert_equal(result: ustap.spark.SparkResult, files: dict[str, bytes]) -> None:
    for name in ("register", "limits", "payments", "lines"):
        frame = getattr(result, name)
        if frame is not None:
            assert lines_of(text(frame.toArrow())) == lines_of(files[f"{name}.csv"]), name
    what = ("code", "field", "value", "message")
    # Of equal rows the first in a file counts and any of them in Spark, so that blanks around an id are no difference.
    told = lambda row: tuple(row[name].strip(" \t\u00a0") for name in what)
    theirs = rows_of(files["rejects.csv"])
    ours = result.rejects.toArrow().to_pylist()
    assert {row["input"] for row in ours} == {"operations"}
    assert Counter(map(told, ours)) == Counter(
        told(row) for row in theirs if Path(row["file"]).stem == "operations"
    )
    facts = [(row["input"], row["row"], *(row[name] for name in what)) for row in result.fact_rejects.to_pylist()]
    assert facts == [
        (Path(row["file"]).stem, int(row["line"]) - 2, *(row[name] for name in what))
        for row in theirs if Path(row["file"]).stem != "operations"
    ]


@pytest.mark.parametrize("over_limit", ["cap", "stop"])
@pytest.mark.parametrize(("mode", "partitions"), [("gather", None), ("scatter", 4), ("scatter", 7)])
def test_a_messy_batch_is_equal_to_the_command_line(spark, batch, mode, partitions, over_limit):
    place, written = batch
    files = written[over_limit]
    operations = spark.read.parquet(f"{place}/operations.parquet")
    # One of the facts as a DataFrame, whose rows are in order where they are few; the other as any table.
    contractors = texts(rows_of((place / "contractors.csv").read_bytes()))
    exemptions = texts(rows_of((place / "exemptions.csv").read_bytes()))
    result = ustap.spark.calculate(
        operations, spark.createDataFrame(exemptions), contractors, over_limit=over_limit, lines=partitions != 7, mode=mode,
        partitions=partitions,
    )
    assert_equal(result, files)
    assert result.register.count() > 1000 and result.rejects.count() > 1000 and len(result.fact_rejects) > 10
    assert (result.lines is None) == (partitions == 7)
    result.unpersist()


@pytest.mark.parametrize("mode", ["gather", "scatter"])
def test_types_of_spark_are_read_as_what_they_are(spark, mode, tmp_path):
    # 18:59:59 and 19:00:00 UTC are two days in Kazakhstan, and one in New York, whose zone the session has.
    instants = [dt.datetime(2026, 7, 31, 18, 59, 59, tzinfo=dt.UTC), dt.datetime(2026, 7, 31, 19, tzinfo=dt.UTC)]
    rows = [
        {
            "operation_id": f"op-{number}",
            "iin": 90840013770 if number % 2 else 900101300017,
            "settled_on": instants[number % 2],
            "income": Decimal("100000.5") + number,
            "corrects_on": dt.date(2026, 7, 1) if number % 5 == 0 else None,
            "note": "not read",
        }
        for number in range(200)
    ]
    rows.append(rows[0] | {"operation_id": "fine", "income": Decimal("0.005")})
    schema = "operation_id string, iin bigint, settled_on timestamp, income decimal(38,18), corrects_on date, note string"
    write_csv(
        tmp_path / "operations.csv",
        [
            {
                "operation_id": row["operation_id"],
                "iin": f"{row['iin']:012}",
                "settled_on": row["settled_on"].strftime("%Y-%m-%dT%H:%M:%SZ"),
                "income": str(row["income"]),
                "corrects_on": str(row["corrects_on"] or ""),
            }
            for row in rows
        ],
    )
    files = command(tmp_path / "out", "calculate", "--period=2026-07", "--lines", tmp_path / "operations.csv")
    result = ustap.spark.calculate(spark.createDataFrame(rows, schema), period="2026-07", lines=True, mode=mode)
    for name in ("register", "payments", "lines"):
        assert lines_of(text(getattr(result, name).toArrow())) == lines_of(files[f"{name}.csv"])
    counts = Counter(row["code"] for row in result.rejects.collect())
    assert counts == Counter(row["code"] for row in rows_of(files["rejects.csv"])) and counts["income"] == 1
    result.unpersist()


@pytest.mark.parametrize("mode", ["gather", "scatter"])
def test_a_column_of_nothing_is_one_whose_rows_are_rejected(spark, mode):
    frame = spark.createDataFrame(
        [("a", "900101300017", "2026-08-05", "1000"), ("b", "900101300017", "2026-08-06", "1000")],
        "operation_id string, iin string, settled_on string, income string",
    )
    # `array()` is of a type that Arrow has not, and nothing here reads.
    nothing = frame.withColumn("income", F.lit(None)).withColumn("note", F.expr("array()"))
    result = ustap.spark.calculate(nothing, mode=mode)
    assert [row["code"] for row in result.rejects.collect()] == ["income", "income"]
    result.unpersist()
    result = ustap.spark.calculate(frame.withColumn("corrects_on", F.lit(None)), mode=mode)
    assert [row["income"] for row in result.register.collect()] == [Decimal("2000.00")]
    result.unpersist()


@pytest.mark.parametrize("mode", ["gather", "scatter"])
def test_ids_are_compared_by_their_bytes_and_facts_travel_without_what_nobody_reads(spark, mode):
    frame = spark.createDataFrame(
        [("A", "900101300017", "2026-08-05", "1000"), ("a", "900101300017", "2026-08-06", "1000")],
        "operation_id string, iin string, settled_on string, income string",
    ).withColumn("operation_id", F.expr("operation_id collate UTF8_LCASE"))
    exemptions = spark.createDataFrame([("900101300017", "full-time-student")], "iin string, category string")
    for unread in ("array()", "make_interval(1)"):
        facts = exemptions.withColumn("note", F.expr(unread))
        result = ustap.spark.calculate(frame, exemptions=facts, mode=mode)
        # Two operations of 1 000, of which ВОСМС is not due.
        rows = result.register.collect()
        assert [(row["operations"], row["income"], row["vosms"]) for row in rows] == [(2, Decimal(2000), Decimal(0))]
        result.unpersist()


@pytest.mark.parametrize("mode", ["gather", "scatter"])
def test_a_column_that_is_no_text_has_its_number_in_the_table_that_was_given(spark, mode):
    no_text = F.expr("cast(X'C328' as string)")
    frame = spark.createDataFrame(
        [("n", "1000", "2026-08-05", "n", "900101300017", "a")],
        "note string, income string, settled_on string, note2 string, iin string, operation_id string",
    )
    bad = frame.withColumns({"iin": no_text, "operation_id": no_text})
    exemptions = spark.createDataFrame([("n", "n", "900101300017")], "note string, category string, iin string")
    result = ustap.spark.calculate(bad, exemptions.withColumn("iin", no_text), mode=mode)
    [reject] = result.rejects.collect()
    assert (reject["code"], reject["message"]) == ("malformed-row", "Field 5 is not text in utf-8.")
    [reject] = result.fact_rejects.to_pylist()
    assert (reject["code"], reject["message"]) == ("malformed-row", "Field 3 is not text in utf-8.")
    result.unpersist()


@pytest.mark.parametrize("mode", ["gather", "scatter"])
def test_rates_of_a_directory_travel(spark, mode, tmp_path):
    directory = tmp_path / "rates"
    subprocess.run([USTAP, "rates", "export", directory], check=True, capture_output=True)
    # Tables may be linked, and what the law is not read from does not travel.
    (directory / "settlement").rename(tmp_path / "linked")
    (directory / "settlement").symlink_to("../linked")
    (directory / "old.toml").mkdir()
    indicators = directory / "indicators.toml"
    indicators.write_text(indicators.read_text().replace('"85000"', '"90000"'))
    rows = [{"operation_id": "a", "iin": "900101300017", "settled_on": "2026-08-05", "income_tiyn": 100_000_000}]
    frame = spark.createDataFrame(rows, "operation_id string, iin string, settled_on string, income_tiyn bigint")
    result = ustap.spark.calculate(frame, rates=directory, mode=mode)
    # No executor finds it where the driver had it.
    shutil.rmtree(directory)
    # СО is one per cent of seven times 90 000.
    assert [row["so"] for row in result.register.collect()] == [Decimal("6300.00")]
    result.unpersist()


@pytest.mark.parametrize("mode", ["gather", "scatter"])
def test_no_rows_give_empty_tables(spark, mode):
    frame = spark.createDataFrame([], "operation_id string, iin string, settled_on date, income decimal(18,2)")
    result = ustap.spark.calculate(frame, lines=True, mode=mode)
    for name in ("register", "limits", "payments", "rejects", "lines"):
        assert getattr(result, name).count() == 0
    result.unpersist()


def executors(spark: SparkSession) -> set[int]:
    """The processes of this application's executors."""
    found = set()
    for place in Path("/proc").glob("[0-9]*"):
        try:
            line = (place / "cmdline").read_bytes().split(b"\0")
        except OSError:
            continue
        application = spark.sparkContext.applicationId.encode()
        if any(part.endswith(b"CoarseGrainedExecutorBackend") for part in line) and application in line:
            found.add(int(place.name))
    return found


def test_rejects_stay_the_same_when_executors_are_lost(spark, tmp_path):
    """What was kept goes with an executor, and is computed again of rows that come in another order: a third of the rows,
    whose check digit is wrong, has one status each all the same."""
    rows = [{"operation_id": f"op-{n}", "iin": f"90010130001{8 if n % 3 == 0 else 7}"} for n in range(30_000)]
    table = texts([row | {"settled_on": "2026-08-05", "income": "1000"} for row in rows])
    for part in range(6):
        parquet.write_table(table.slice(part * 5_000, 5_000), tmp_path / f"{part}.parquet")
    result = ustap.spark.calculate(spark.read.parquet(str(tmp_path)), mode="scatter", partitions=4)
    expected = Counter(row["operation_id"] for row in rows if row["iin"].endswith("8"))
    for lost in range(3):
        assert [row["operations"] for row in result.register.collect()] == [20_000]
        assert Counter(row["operation_id"] for row in result.rejects.collect()) == expected, f"{lost} executors lost"
        if lost == 2:
            break
        before = executors(spark)
        assert len(before) == 2
        os.kill(min(before), signal.SIGKILL)
        for _ in range(300):
            time.sleep(0.2)
            if len(executors(spark) - {min(before)}) == 2:
                break
        else:
            pytest.fail("no new executor")
    result.unpersist()


def test_the_pages_run(spark):
    pages = [ROOT / page for page in ("README.md", "docs/library.md", "docs/data-teams.md")]
    for name in ("operations", "exemptions", "contractors"):
        spark.createDataFrame(texts(rows_of((AUGUST / f"{name}.csv").read_bytes()))).createOrReplaceTempView(name)
    for page in pages:
        blocks = re.findall(r"```python\n(.*?)```", page.read_text(), re.S)
        [block] = [block for block in blocks if "ustap.spark" in block]
        exec(compile(block, str(page), "exec"), {"spark": spark})
        assert spark.table("register").where("period = '2026-08'").count() > 0
        spark.sql("drop table register")
        spark.sql("drop table if exists rejects")


def test_what_is_wrong_is_told_before_any_job(spark):
    def frame(schema: str):
        return spark.createDataFrame([], schema)

    jobs = spark.sparkContext.statusTracker().getJobIdsForGroup()
    for schema, column in [
        ("operation_id string, iin string, settled_on date, income double", "income"),
        ("operation_id string, iin string, settled_on date, income float", "income"),
        ("operation_id string, iin string, settled_on date, income bigint", "income"),
        ("operation_id string, iin string, settled_on date, income int", "income"),
        ("operation_id string, iin double, settled_on date, income decimal(18,2)", "iin"),
        ("operation_id string, iin float, settled_on date, income string", "iin"),
    ]:
        with pytest.raises(TypeError, match=f"`{column}` is of the type"):
            ustap.spark.calculate(frame(schema))
    fine = frame("operation_id string, iin string, settled_on date, income string")
    for schema, said in [
        ("operation_id string, iin string, settled_on date", "`income`"),
        ("operation_id string, iin string, settled_on date, income string, IIN string", "iin"),
        ("operation_id string, iin string, settled_on date, income array<string>", "`income`"),
        ("operation_id string, iin string, settled_on date, income string, correct_on date", "correct_on"),
        ("operation_id string, iin int, settled_on date, income string", "`iin` is of the type"),
        ("operation_id bigint, iin string, settled_on date, income string", "`operation_id` is of the type"),
        ("operation_id string, iin string, settled_on int, income string", "`settled_on` is of the type"),
        ("operation_id string, iin string, settled_on date, income string, corrects_on double", "`corrects_on` is of the type"),
        ("operation_id string, iin string, settled_on date, income_tiyn int", "`income_tiyn` is of the type"),
    ]:
        with pytest.raises(ustap.UstapError, match=said) as error:
            ustap.spark.calculate(frame(schema))
        assert error.value.kind == "input"
        # `columns` and `spill_dir` are none of the arguments here.
        assert all(word not in str(error.value) for word in ("`columns`", "`spill_dir`"))
        assert ("withColumnRenamed" in str(error.value)) == (said in ("iin", "correct_on"))
    misspelt = pa.table({"iin": ["900101300017"], "category": ["minor"], "valid_till": ["2026-08-31"]})
    with pytest.raises(ustap.UstapError, match="withColumnRenamed of Spark, rename_columns of Arrow"):
        ustap.spark.calculate(fine, misspelt)
    many = pa.table({"iin": ["900101300017"] * 400_000, "category": ["minor"] * 400_000})
    with pytest.raises(ustap.UstapError, match="raise `memory` to that, in bytes") as error:
        ustap.spark.calculate(fine, many, memory=1 << 16)
    assert error.value.kind == "memory" and "leave" not in error.value.hint
    with pytest.raises(ustap.UstapError, match="category"):
        ustap.spark.calculate(fine, pa.table({"iin": ["900101300017"]}))
    # Of facts that are no DataFrame of Spark it is told as ustap.calculate tells it, and so are numbers of persons.
    mixed = pandas.DataFrame({"iin": [900101300017, "871120900221"], "category": ["minor", "minor"]})
    def breaks():
        yield pa.record_batch({"iin": ["900101300017"], "category": ["minor"]})
        raise OSError("the lake of 871120900221 is gone")
    broken = pa.RecordBatchReader.from_batches(pa.schema({"iin": pa.string(), "category": pa.string()}), breaks())
    for facts in (mixed, broken):
        with pytest.raises(ustap.UstapError, match=r"^exemptions: .*8711\*\*\*\*0221") as error:
            ustap.spark.calculate(fine, facts)
        assert error.value.kind == "input" and "871120900221" not in str(error.value)
    with pytest.raises(TypeError, match="no Arrow stream"):
        ustap.spark.calculate(fine, [1, 2])
    with pytest.raises(TypeError, match="no DataFrame of Spark"):
        ustap.spark.calculate(pa.table({"iin": ["900101300017"]}))
    with pytest.raises(ValueError, match="none of gather, scatter"):
        ustap.spark.calculate(fine, mode="both")
    with pytest.raises(ValueError, match="at least one"):
        ustap.spark.calculate(fine, mode="scatter", partitions=0)
    with pytest.raises(ustap.UstapError) as error:
        ustap.spark.calculate(fine, period="August")
    assert error.value.kind == "day"
    assert spark.sparkContext.statusTracker().getJobIdsForGroup() == jobs
