"""The same calculation over a DataFrame of Spark: what `ustap.calculate` gives, as DataFrames.

The wheel is needed on the driver and on every executor, beside pyspark and pyarrow. Where the rows fit one machine's disk,
`ustap.calculate` over their Parquet files takes a fifth to a seventh of the time: most of a run here is Spark's.
"""

from __future__ import annotations

import tempfile
import warnings
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import chain
from os import PathLike
from pathlib import Path
from typing import Any, Literal
from zlib import crc32

import pyarrow as pa
import pyarrow.compute as pc
from pyspark import StorageLevel, TaskContext
from pyspark.errors import PySparkException
from pyspark.sql import DataFrame
from pyspark.sql import functions as F
from pyspark.sql.pandas.types import from_arrow_schema, to_arrow_schema
from pyspark.sql.types import DoubleType, FloatType, IntegralType, LongType, NullType, StringType, StructType

import ustap
from ustap import _ustap

__all__ = ["SparkResult", "calculate"]

# What is taken from both ends of an id before ids are compared.
_BLANKS = " \t\u00a0"
# Rows of a batch on its way to the JVM, which holds it whole.
_BATCH_ROWS = 10_000
# No operation has more than fourteen digits, and up to eighteen Spark holds as one number.
_INCOME = pa.decimal128(18, 2)
_NORMAL = [
    ("operation_id", pa.string()),
    ("iin", pa.int64()),
    ("settled_on", pa.date32()),
    ("corrects_on", pa.date32()),
    ("income", _INCOME),
]


@dataclass(frozen=True)
class SparkResult:
    """What `calculate` gives: DataFrames, computed together by the first action on any of them, and kept until
    `unpersist`. Their rows have no order."""

    register: DataFrame
    """One row for each person, month and regime: the columns of `register.csv`."""
    limits: DataFrame
    """Months near the monthly limit, over it, or over it for a while."""
    payments: DataFrame
    """What to transfer: a row for each payment and month."""
    rejects: DataFrame
    """Operations that do not count: input, operation_id, code, field, value, message. Rows of Spark have no number."""
    lines: DataFrame | None
    """A row for each operation that counts, where lines are wanted."""
    fact_rejects: pa.Table
    """Rows of exemptions and contractors that do not count, with their `row` from 0."""
    _unpersist: Callable[[], None]

    def unpersist(self) -> None:
        """Gives back what is kept. A DataFrame that is used after it is computed anew."""
        self._unpersist()


def calculate(
    operations: DataFrame,
    exemptions: Any = None,
    contractors: Any = None,
    *,
    period: str | None = None,
    over_limit: Literal["cap", "stop"] = "cap",
    lines: bool = False,
    rates: str | PathLike[str] | None = None,
    mode: Literal["gather", "scatter"] = "gather",
    partitions: int | None = None,
    memory: int = 256 << 20,
) -> SparkResult:
    """Registers, limits, payments and rejects of a DataFrame of operations.

    operations: the columns of `ustap.calculate`, with Spark's types: string, or decimal for money (bigint of whole tiyn in
        `income_tiyn`), string or bigint for an ИИН, date, timestamp or string for days. A `timestamp` is an instant, of
        which the day in Kazakhstan counts whatever the session's zone; a `timestamp_ntz` is local.
    exemptions, contractors: DataFrames, or anything that `ustap.calculate` takes. They are collected on the driver.
    mode: `gather` moves all operations into one task, which does what `ustap.calculate` does; `scatter` moves them twice,
        by id and by person, and calculates in `partitions` tasks (if nothing is said, Spark's parallelism).
    memory: bytes that each task may hold beside its result; the rest is spilled on its machine.
    The others are those of `ustap.calculate`.

    Raises, before any job over operations: TypeError where `iin` or `income` is float or double, or `income` a whole number
    of nobody knows what; UstapError as `ustap.calculate` does. What a task fails with comes from the action over a result,
    as Spark's own exception with the sentence in its text.
    """
    if not isinstance(operations, DataFrame):
        raise TypeError(f"operations: a {type(operations).__name__} is no DataFrame of Spark; ustap.calculate takes others")
    if mode not in ("gather", "scatter"):
        raise ValueError(f"mode: `{mode}` is none of gather, scatter")
    if partitions is not None and partitions < 1:
        raise ValueError("partitions: at least one is needed")
    normal, places = _by_contract(operations)
    facts = {
        name: _collected(name, table)
        for name, table in (("exemptions", exemptions), ("contractors", contractors))
        if table is not None
    }
    options = {"period": period, "over_limit": over_limit}
    # Without a row it finds everything but rows: arguments, rates, the facts that do not count, the columns of results.
    with _words_of_spark(), warnings.catch_warnings():
        warnings.filterwarnings("ignore", message="operations: no rows")
        known = ustap.calculate(
            _arrow_schema(normal.schema).empty_table(),
            **facts,
            **options,
            rates=rates,
            lines=bool(lines),
            memory=memory,
        )
    tables = {name: pa.schema(getattr(known, name)) for name in ("register", "limits", "payments", "rejects")}
    if lines:
        tables["lines"] = pa.schema(known.lines)
    tables["rejects"] = pa.schema([field for field in tables["rejects"] if field.name != "row"])

    spark = operations.sparkSession
    context = getattr(spark, "sparkContext", None)
    shipped: Any = {name: _bytes_of(kept.read) for name, kept in facts.items()}
    if context is not None:
        # Once for each executor. Without a context, over Spark Connect, they travel with the function.
        shipped = context.broadcast(shipped)
    work = _Work(tables, places, options, _texts_of(rates), shipped, memory)
    if mode == "gather":
        wide = normal.repartition(1).mapInArrow(work.calculate, work.spark_schema)
    else:
        if partitions is None:
            partitions = context.defaultParallelism if context else int(spark.conf.get("spark.sql.shuffle.partitions"))
        wide = (
            normal.repartition(partitions, _id_or_person())
            .mapInArrow(work.admit, from_arrow_schema(work.admitted))
            .repartition(partitions, F.col("iin"))
            .mapInArrow(work.calculate_admitted, work.spark_schema)
        )
    wide = wide.persist(StorageLevel.MEMORY_AND_DISK)

    def unpersist() -> None:
        wide.unpersist()
        if context is not None:
            shipped.unpersist()

    def table(name: str) -> DataFrame:
        return wide.where(F.col(name).isNotNull()).select(f"{name}.*")

    payments = table("payments")
    if mode == "scatter":
        payments = _added_up(payments)
    return SparkResult(
        register=table("register"),
        limits=table("limits"),
        payments=payments,
        rejects=table("rejects"),
        lines=table("lines") if lines else None,
        fact_rejects=pa.table(known.rejects),
        _unpersist=unpersist,
    )


@contextmanager
def _words_of_spark() -> Iterator[None]:
    """Gives errors a hint that names what there is here: `columns` and `spill_dir` are none of the arguments, and `memory`
    left out is 256 MiB."""
    hints = {
        "`columns`": "give the column another name (withColumnRenamed of Spark, rename_columns of Arrow), or drop it",
        "`spill_dir`": "name in spark.executorEnv.TMPDIR a directory that is there and has room, or allow more `memory`",
        "`memory`": "raise `memory` to that, in bytes",
    }
    try:
        yield
    except ustap.UstapError as error:
        hint = next((hint for named, hint in hints.items() if named in (error.hint or "")), None)
        if hint is not None:
            error.hint = hint
            error.args = (f"{str(error).splitlines()[0]}\n{hint}",)
        raise


def _by_contract(operations: DataFrame) -> tuple[DataFrame, list[int]]:
    """The columns that are read, and no other, under the names of the contract; and where they stand."""
    fields = operations.schema.fields
    try:
        with _words_of_spark():
            found = _ustap.read_columns("operations", _arrow_schema(operations.schema).empty_table())
    except ustap.UstapError as error:
        # Of an ИИН and an income that might be read as what they are not it says why they are not.
        for field in fields:
            _, is_told, needs = str(error).partition(f"`{field.name}` is of the type")
            is_float = isinstance(field.dataType, (FloatType, DoubleType)) and "a float" in needs
            is_integer = isinstance(field.dataType, IntegralType) and "of an integer" in needs
            if is_told and (is_float or is_integer):
                raise TypeError(str(error)) from error
        raise
    return _selected(operations, found)


def _selected(table: DataFrame, found: list[tuple[str, int]]) -> tuple[DataFrame, list[int]]:
    columns = []
    for name, at in found:
        field = table.schema.fields[at]
        if name == "income" and isinstance(field.dataType, LongType):
            name = "income_tiyn"
        column = F.col(f"`{field.name.replace('`', '``')}`")
        # Ids are compared by their bytes, whatever collation a table gives them.
        is_text = isinstance(field.dataType, (NullType, StringType))
        columns.append((column.cast("string") if is_text else column).alias(name))
    return table.select(columns), [at for _, at in found]


def _in_place(rows: Any, places: list[int]) -> Any:
    """The columns of a batch or table where they stood, with nothing in those between: rejects tell a column by its
    number."""
    columns = [pa.nulls(rows.num_rows)] * (max(places) + 1)
    names = [""] * len(columns)
    for at, column, name in zip(places, rows.columns, rows.schema.names):
        columns[at], names[at] = column, name
    return type(rows).from_arrays(columns, names=names)


def _arrow_schema(schema: StructType) -> pa.Schema:
    """The columns as Arrow has them; what Arrow has not is a type that nothing here reads. A column without a type is one of
    texts that are not there."""
    fields = []
    for field in schema.fields:
        if isinstance(field.dataType, NullType):
            fields.append(pa.field(field.name, pa.string()))
            continue
        try:
            fields.append(to_arrow_schema(StructType([field]), timezone="UTC").field(0))
        except (PySparkException, ValueError):
            fields.append(pa.field(field.name, pa.binary()))
    return pa.schema(fields)


def _collected(kind: str, facts: Any) -> Any:
    """Facts on the driver, which read them twice: for their rejects, and for the tasks."""
    if isinstance(facts, DataFrame):
        try:
            found = _ustap.read_columns(kind, _arrow_schema(facts.schema).empty_table())
        except ustap.UstapError:
            # It is refused by ustap.calculate, in its words.
            return _Kept(facts.toArrow())
        # What nobody reads is neither collected nor sent.
        selected, places = _selected(facts, found)
        return _Kept(_in_place(selected.toArrow(), places))
    # What is no stream is refused by ustap.calculate, in its words.
    return _Kept(facts) if hasattr(facts, "__arrow_c_stream__") else facts


class _Kept:
    """A table that is read when ustap.calculate asks for it, so that what fails then is told as it tells it, and that is
    kept for the tasks."""

    def __init__(self, table: Any) -> None:
        self.given = table

    def __arrow_c_stream__(self, requested_schema: Any = None) -> Any:
        self.read = pa.RecordBatchReader.from_stream(self.given).read_all()
        return self.read.__arrow_c_stream__(requested_schema)


def _bytes_of(table: pa.Table) -> bytes:
    sink = pa.BufferOutputStream()
    with pa.ipc.new_stream(sink, table.schema) as writer:
        writer.write_table(table)
    return sink.getvalue().to_pybytes()


def _texts_of(rates: str | PathLike[str] | None) -> dict[str, bytes] | None:
    """Tables of rates as they stand in the files that the law is read from: executors have no such directory."""
    if rates is None:
        return None
    found = (path for pattern in ("*.toml", "settlement/*.toml") for path in Path(rates).glob(pattern))
    return {path.relative_to(rates).as_posix(): path.read_bytes() for path in sorted(found) if not path.is_dir()}


def _id_or_person() -> Any:
    """What brings all rows of an id together, whoever the person, and spreads rows without one."""
    operation_id = F.nullif(F.btrim(F.col("operation_id"), F.lit(_BLANKS)), F.lit(""))
    return F.coalesce(operation_id, F.col("iin").cast("string"))


def _added_up(payments: DataFrame) -> DataFrame:
    """Payments of all partitions: a person is in one of them, so that persons and amounts add up."""
    sums = {"persons": F.sum("persons"), "amount": F.sum("amount"), "due_on": F.min("due_on")}
    keys = [name for name in payments.columns if name not in sums]
    types = {field.name: field.dataType for field in payments.schema}
    summed = payments.groupBy(*keys).agg(*(sum_.cast(types[name]).alias(name) for name, sum_ in sums.items()))
    return summed.select(payments.columns)


class _Work:
    """What the tasks do. All of it is pure, so that a task may be done again."""

    def __init__(
        self,
        tables: dict[str, pa.Schema],
        places: list[int],
        options: dict[str, Any],
        rates: dict[str, bytes] | None,
        facts: Any,
        memory: int,
    ) -> None:
        self.places, self.options, self.rates, self.facts, self.memory = places, options, rates, facts, memory
        # mapInArrow has one output: a row is one of a table, which is the column that is not null.
        of_table = lambda schema: pa.struct([field.with_nullable(True) for field in schema])
        self.wide = pa.schema([(name, of_table(schema)) for name, schema in tables.items()])
        self.admitted = pa.schema([*_NORMAL, ("reject", self.wide.field("rejects").type)])

    @property
    def spark_schema(self) -> StructType:
        return from_arrow_schema(self.wide)

    def calculate(self, batches: Iterator[pa.RecordBatch]) -> Iterator[pa.RecordBatch]:
        """Everything of the operations of this task."""
        reader = _reader(_in_place(batch, self.places) for batch in batches)
        if reader is None:
            return
        result = self._run(reader, lines="stream" if "lines" in self.wide.names else False)
        yield from self._tables(result)
        yield from self._widened("rejects", self._rejects(result))

    def admit(self, batches: Iterator[pa.RecordBatch]) -> Iterator[pa.RecordBatch]:
        """Of the rows of this task's ids those that count, in the normal form, and those that do not, with a number made of
        what they say in place of a person, so that they spread, and to the same task however often this one is done: the
        rows of a shuffle come in another order each time."""
        reader = _reader(_in_place(batch, self.places) for batch in batches)
        if reader is None:
            return
        result = self._run(reader, lines="stream")
        for line in pa.RecordBatchReader.from_stream(result.lines):
            settled_on, effective_on = line["settled_on"], line["effective_on"]
            # Whether an equal day was given mattered for duplicates alone, which are found.
            corrects_on = pc.if_else(pc.equal(settled_on, effective_on), pa.scalar(None, pa.date32()), effective_on)
            columns = [
                line["operation_id"],
                line["iin"].cast(pa.int64()),
                settled_on,
                corrects_on,
                line["income"].cast(_INCOME),
                pa.nulls(len(line), self.admitted.field("reject").type),
            ]
            yield from _cut(pa.RecordBatch.from_arrays(columns, schema=self.admitted))
        for rejects in self._rejects(result):
            rows = rejects.num_rows
            columns = [pa.nulls(rows, data_type) for _, data_type in _NORMAL]
            columns[1] = pa.array([crc32(repr(reject).encode()) for reject in rejects.to_pylist()], pa.int64())
            columns.append(_struct(rejects, self.admitted.field("reject").type))
            yield pa.RecordBatch.from_arrays(columns, schema=self.admitted)

    def calculate_admitted(self, batches: Iterator[pa.RecordBatch]) -> Iterator[pa.RecordBatch]:
        """Everything of the persons of this task. What was rejected before passes by."""
        rejected = self.admitted.field("reject").type
        passing = pa.schema([("reject", rejected)])
        with tempfile.TemporaryFile() as file:
            writer = pa.ipc.new_stream(file, passing)

            def accepted() -> Iterator[pa.RecordBatch]:
                for batch in batches:
                    counts = pc.is_null(batch["reject"])
                    rejects = batch.filter(pc.invert(counts))
                    if rejects.num_rows:
                        writer.write_batch(pa.RecordBatch.from_arrays([rejects["reject"].cast(rejected)], schema=passing))
                    yield batch.filter(counts).select([name for name, _ in _NORMAL])

            reader = _reader(accepted())
            if reader is not None:
                result = self._run(reader, lines="stream" if "lines" in self.wide.names else False)
                for rejects in self._rejects(result):
                    code, message = rejects["code"][0], rejects["message"][0]
                    raise RuntimeError(f"a defect of ustap: an operation was accepted and then rejected as {code}: {message}")
                yield from self._tables(result)
            writer.close()
            file.seek(0)
            for batch in pa.ipc.open_stream(file):
                yield from self._widened("rejects", [pa.RecordBatch.from_struct_array(batch["reject"])])

    def _run(self, operations: pa.RecordBatchReader, lines: bool | str) -> ustap.Result:
        facts = self.facts if isinstance(self.facts, dict) else self.facts.value
        with _words_of_spark(), _directory(self.rates) as rates, warnings.catch_warnings():
            # The driver has warned of facts without rows.
            warnings.simplefilter("ignore")
            return ustap.calculate(
                operations,
                **{name: pa.ipc.open_stream(table) for name, table in facts.items()},
                **self.options,
                rates=rates,
                lines=lines,
                threads=max(1, TaskContext.get().cpus()),
                memory=self.memory,
            )

    def _tables(self, result: ustap.Result) -> Iterator[pa.RecordBatch]:
        """All tables but the rejects; lines first, for the others are known when those were read."""
        if "lines" in self.wide.names:
            yield from self._widened("lines", pa.RecordBatchReader.from_stream(result.lines))
        for name in ("register", "limits", "payments"):
            yield from self._widened(name, pa.table(getattr(result, name)).to_batches())

    def _rejects(self, result: ustap.Result) -> Iterator[pa.RecordBatch]:
        """Operations that do not count. Rejected facts are the driver's."""
        rejects = pa.table(result.rejects).drop_columns("row")
        for batch in rejects.filter(pc.equal(rejects["input"], "operations")).to_batches(max_chunksize=_BATCH_ROWS):
            if batch.num_rows:
                yield batch

    def _widened(self, name: str, batches: Any) -> Iterator[pa.RecordBatch]:
        for batch in batches:
            for part in _cut(batch):
                columns = [
                    _struct(part, field.type) if field.name == name else pa.nulls(part.num_rows, field.type)
                    for field in self.wide
                ]
                yield pa.RecordBatch.from_arrays(columns, schema=self.wide)


def _reader(batches: Iterator[pa.RecordBatch]) -> pa.RecordBatchReader | None:
    """The batches as a stream; None where there is no row, and so no table."""
    for batch in batches:
        if batch.num_rows:
            return pa.RecordBatchReader.from_batches(batch.schema, chain([batch], batches))
    return None


def _cut(batch: pa.RecordBatch) -> Iterator[pa.RecordBatch]:
    for start in range(0, batch.num_rows, _BATCH_ROWS):
        yield batch.slice(start, _BATCH_ROWS)


def _struct(batch: pa.RecordBatch, data_type: pa.StructType) -> pa.StructArray:
    """The columns of a batch as one column, in exactly these types: Spark takes no other."""
    fields = list(data_type)
    return pa.StructArray.from_arrays([batch[field.name].cast(field.type) for field in fields], fields=fields)


@contextmanager
def _directory(texts: dict[str, bytes] | None) -> Iterator[str | None]:
    if texts is None:
        yield None
        return
    with tempfile.TemporaryDirectory() as directory:
        for name, text in texts.items():
            path = Path(directory, name)
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(text)
        yield directory
