"""Every kind of table and every type of column that is taken, and those that are refused."""

import datetime as dt
import struct
import types
from decimal import Decimal

import datafusion
import duckdb
import pandas as pd
import polars as pl
import pyarrow as pa
import pytest
import ustap
from conftest import messy, persons, text, texts

ROWS = [
    # id, person, day, income: the second person begins with zeros, the third has income given back.
    ("a", "900101300017", dt.date(2026, 8, 5), Decimal("1000000.00")),
    ("b", "000101300014", dt.date(2026, 8, 6), Decimal("612345.67")),
    ("c", "871120900221", dt.date(2026, 8, 31), Decimal("-0.01")),
    ("d", "871120900221", dt.date(2026, 8, 31), Decimal("300000.10")),
]


def zeros() -> str:
    """A number that begins with zeros, with its check digit."""
    import random

    return next(iin for iin in persons(random.Random(1), 5000) if iin.startswith("00"))


ROWS[1] = ("b", zeros(), *ROWS[1][2:])


def plain() -> pa.Table:
    ids, iins, days, incomes = zip(*ROWS)
    return pa.table(
        {
            "operation_id": pa.array(ids),
            "iin": pa.array(iins),
            "settled_on": pa.array(days, pa.date32()),
            "income": pa.array(incomes, pa.decimal128(19, 2)),
        }
    )


@pytest.fixture(scope="module")
def expected() -> bytes:
    return text(ustap.calculate(plain()).register)


def register(table, **options) -> bytes:
    result = ustap.calculate(table, **options)
    assert text(result.rejects).count(b"\n") == 1, text(result.rejects).decode()
    return text(result.register)


def replaced(name: str, column: pa.Array, called: str | None = None) -> pa.Table:
    table = plain()
    return table.set_column(table.column_names.index(name), called or name, column)


CONNECTION = duckdb.connect()
MAKERS = {
    "pyarrow table": lambda: plain(),
    "chunked": lambda: pa.Table.from_batches(plain().to_batches(max_chunksize=1)),
    "sliced": lambda: pa.concat_tables([plain(), plain()]).combine_chunks().slice(4, 4),
    "record batch": lambda: plain().to_batches()[0],
    "sliced record batch": lambda: pa.concat_tables([plain(), plain()]).combine_chunks().to_batches()[0].slice(4, 4),
    "reader": lambda: plain().to_reader(),
    "generator": lambda: pa.RecordBatchReader.from_batches(plain().schema, (batch for batch in plain().to_batches(max_chunksize=2))),
    "with an empty batch": lambda: pa.Table.from_batches([plain().to_batches()[0].slice(0, 0), *plain().to_batches()]),
    "pandas": lambda: plain().to_pandas(),
    "pandas of Arrow": lambda: plain().to_pandas(types_mapper=pd.ArrowDtype),
    "polars": lambda: pl.DataFrame(plain()),
    "polars, rechunked apart": lambda: pl.concat([pl.DataFrame(plain())[:1], pl.DataFrame(plain())[1:]], rechunk=False),
    "polars series of structs": lambda: pl.DataFrame(plain()).to_struct("rows"),
    "duckdb": lambda: CONNECTION.from_arrow(plain()),
    "datafusion": lambda: datafusion.SessionContext().from_arrow(plain()),
    "a table of ours": lambda: ours(),
    "more columns": lambda: plain().append_column("nested", pa.array([[1], [2, 3], None, []])).append_column("real", pa.array([1.5] * 4)),
    "columns in another order": lambda: plain().select(["income", "settled_on", "operation_id", "iin"]),
}


def ours():
    """The lines of a result have all that operations need."""
    return ustap.calculate(plain(), lines=True).lines


@pytest.mark.parametrize("name", [name for name in MAKERS if name != "a table of ours"])
def test_every_program_gives_the_same(name, expected):
    assert register(MAKERS[name]()) == expected


def test_lines_are_operations_again(expected):
    assert register(ours(), columns={"corrects_on": "effective_on"}) == expected
    # Without it what is given back would stand in another month.
    with pytest.raises(ustap.UstapError, match="effective_on"):
        ustap.calculate(ours())


TEXT = lambda name: plain()[name].combine_chunks()
COLUMNS = {
    "id large_utf8": lambda: replaced("operation_id", TEXT("operation_id").cast(pa.large_string())),
    "id utf8_view": lambda: replaced("operation_id", TEXT("operation_id").cast(pa.string_view())),
    "id dictionary": lambda: replaced("operation_id", TEXT("operation_id").dictionary_encode()),
    "iin large_utf8": lambda: replaced("iin", TEXT("iin").cast(pa.large_string())),
    "iin utf8_view": lambda: replaced("iin", TEXT("iin").cast(pa.string_view())),
    "iin dictionary of int8": lambda: replaced("iin", TEXT("iin").dictionary_encode().cast(pa.dictionary(pa.int8(), pa.string()))),
    "iin int64": lambda: replaced("iin", pa.array([int(row[1]) for row in ROWS], pa.int64())),
    "iin uint64": lambda: replaced("iin", pa.array([int(row[1]) for row in ROWS], pa.uint64())),
    "day date64": lambda: replaced("settled_on", TEXT("settled_on").cast(pa.date64())),
    "day timestamp s": lambda: replaced("settled_on", TEXT("settled_on").cast(pa.timestamp("s"))),
    "day timestamp ns": lambda: replaced("settled_on", TEXT("settled_on").cast(pa.timestamp("ns"))),
    "day text": lambda: replaced("settled_on", TEXT("settled_on").cast(pa.string())),
    "day text of another form": lambda: replaced("settled_on", pa.array([row[2].strftime("%d.%m.%Y") for row in ROWS])),
    "day with a zone": lambda: replaced(
        # Noon in New York is the evening of the same day in Kazakhstan.
        "settled_on", pa.array([dt.datetime.combine(row[2], dt.time(16)) for row in ROWS], pa.timestamp("us", "UTC")).cast(pa.timestamp("us", "America/New_York")),
    ),
    "money decimal32": lambda: replaced("income", TEXT("income").cast(pa.decimal32(9, 2))),
    "money decimal64": lambda: replaced("income", TEXT("income").cast(pa.decimal64(18, 4))),
    "money decimal(38,18)": lambda: replaced("income", TEXT("income").cast(pa.decimal128(38, 18))),
    "money text": lambda: replaced("income", TEXT("income").cast(pa.string())),
    "money large text": lambda: replaced("income", TEXT("income").cast(pa.large_string())),
    "whole tiyn": lambda: replaced("income", pa.array([int(row[3] * 100) for row in ROWS], pa.int64()), "income_tiyn"),
    "corrects_on of nulls": lambda: plain().append_column("corrects_on", pa.nulls(4)),
    "corrects_on of a dictionary of nulls": lambda: plain().append_column("corrects_on", pa.DictionaryArray.from_arrays(pa.array([None] * 4, pa.int8()), pa.nulls(0))),
    "corrects_on null": lambda: plain().append_column("corrects_on", pa.nulls(4, pa.date32())),
}


@pytest.mark.parametrize("name", COLUMNS)
def test_every_type_gives_the_same(name, expected):
    assert register(COLUMNS[name]()) == expected


@pytest.mark.parametrize("scale", [0, 1])
def test_decimals_of_less_than_two_places(scale):
    income = pa.array([Decimal(1000), Decimal(-7), Decimal(0), Decimal(300000)], pa.decimal128(20, scale))
    whole = pa.array([Decimal(1000), Decimal(-7), Decimal(0), Decimal(300000)], pa.decimal128(20, 2))
    assert register(replaced("income", income)) == register(replaced("income", whole))


def test_columns_by_other_names(expected):
    renamed = plain().rename_columns(["nr", "iin", "settled_on", "sum"])
    assert register(renamed, columns={"operation_id": "nr", "income": "sum"}) == expected
    tiyn = pa.array([int(row[3] * 100) for row in ROWS], pa.int64())
    assert register(replaced("income", tiyn, "amount"), columns={"income_tiyn": "amount"}) == expected


def test_days_are_those_of_kazakhstan_for_an_instant_and_their_own_without_a_zone():
    # 18:59:59 UTC is 23:59:59 in Kazakhstan, 19:00 the next day.
    times = [dt.datetime(2026, 8, 31, 18, 59, 59), dt.datetime(2026, 8, 31, 19), dt.datetime(2026, 8, 31, 19), dt.datetime(2026, 9, 1, 0)]
    periods = lambda kind: [row["settled_on"] for row in pa.table(ustap.calculate(replaced("settled_on", pa.array(times, kind)), lines=True).lines).sort_by("operation_id").to_pylist()]
    first, next_ = dt.date(2026, 8, 31), dt.date(2026, 9, 1)
    assert periods(pa.timestamp("ms", "Asia/Tokyo")) == [first, next_, next_, next_]
    assert periods(pa.timestamp("ms")) == [first, first, first, next_]


def rejects(table, **options) -> list[tuple[int, str, str]]:
    rows = pa.table(ustap.calculate(table, **options).rejects).to_pylist()
    return [(row["row"], row["code"], row["field"], row["value"]) for row in rows]


def test_digits_behind_the_tiyn_reject_the_row_and_are_never_cut():
    income = pa.array([Decimal("1.005"), Decimal("1.5"), Decimal("-0.001"), Decimal("2.00001")], pa.decimal128(38, 18))
    assert rejects(replaced("income", income)) == [
        (0, "income", "income", "1.005"),
        (2, "income", "income", "-0.001"),
        (3, "income", "income", "2.00001"),
    ]


def test_amounts_beyond_the_range():
    tiyn = pa.array([2**63 - 1, -(2**63), 99_999_999_999_999, 100_000_000_000_000], pa.int64())
    assert [(row, code) for row, code, *_ in rejects(replaced("income", tiyn, "income_tiyn"))] == [
        (0, "income-range"), (1, "income-range"), (3, "income-range"),
    ]
    huge = pa.array([Decimal(10) ** 37, Decimal(1), Decimal(-(10**37)), Decimal(10**12)], pa.decimal128(38, 0))
    assert [(row, code) for row, code, *_ in rejects(replaced("income", huge))] == [
        (0, "income-range"), (2, "income-range"), (3, "income-range"),
    ]


@pytest.mark.parametrize(
    ("name", "code"), [("operation_id", "operation-id"), ("iin", "iin"), ("settled_on", "date"), ("income", "income")]
)
def test_a_null_rejects_the_row_with_the_code_of_its_column(name, code):
    values = plain()[name].to_pylist()
    values[2] = None
    column = pa.array(values, plain().schema.field(name).type)
    assert rejects(replaced(name, column)) == [(2, code, name, "")]
    # And a null value of a dictionary, and a column of nothing but nulls.
    if pa.types.is_string(column.type):
        dictionary = pa.DictionaryArray.from_arrays(pa.array([0, 1, 2, 3], pa.int32()), pa.array([values[0], values[1], values[3], None]))
        assert rejects(replaced(name, dictionary)) == [(3, code, name, "")]
    assert [row[1] for row in rejects(replaced(name, pa.nulls(4)))] == [code] * 4


def test_integers_as_persons_have_their_check_digit():
    iins = pa.array([900101300017, 900101300018, -1, 10**12], pa.int64())
    assert [(row, code, value) for row, code, _, value in rejects(replaced("iin", iins))] == [
        (1, "iin-check-digit", "900101300018"), (2, "iin", "-1"), (3, "iin", "1000000000000"),
    ]


TEXTS = [
    pa.string(),
    pa.large_string(),
    pa.string_view(),
    pa.dictionary(pa.int32(), pa.string()),
    pa.dictionary(pa.int8(), pa.large_string()),
    pa.dictionary(pa.uint16(), pa.string_view()),
]


def unchecked(values: list[bytes], kind: pa.DataType) -> pa.Array:
    """A column of text made of bytes that nobody has looked at."""
    if pa.types.is_dictionary(kind):
        return pa.DictionaryArray.from_arrays(pa.array(range(len(values)), kind.index_type), unchecked(values, kind.value_type))
    of_bytes = {pa.string(): pa.binary(), pa.large_string(): pa.large_binary(), pa.string_view(): pa.binary_view()}[kind]
    return pa.Array.from_buffers(kind, len(values), pa.array(values, of_bytes).buffers())


@pytest.mark.parametrize("kind", TEXTS, ids=str)
@pytest.mark.parametrize("name", ["operation_id", "iin", "settled_on", "income"])
def test_bytes_that_are_no_text_reject_their_row(name, kind):
    values = [str(value).encode() for value in plain()[name].to_pylist()]
    # A text of more than twelve bytes stands elsewhere than a short one in a view.
    for bad in (b"\xff\xfe", b"more than twelve \xff bytes", "и".encode()[:1]):
        table = replaced(name, unchecked([*values[:2], bad, *values[3:]], kind))
        assert rejects(table) == [(2, "malformed-row", "", "")]
        assert ustap.calculate(table).accepted == 3


@pytest.mark.parametrize("kind", TEXTS, ids=str)
def test_bytes_that_are_no_text_in_a_row_of_facts(kind):
    facts = {
        "exemptions": {"iin": "900101300017", "category": "full-time-student", "valid_from": "2026-08-01", "known_on": "2026-08-01"},
        "contractors": {"iin": "900101300017", "regime": "entrepreneur", "regime_to": "2026-08-31", "surname": "Иванов"},
    }
    for name, row in facts.items():
        for bad in row:
            columns = {column: unchecked([value.encode(), b"\xfe" if column == bad else value.encode()], kind) for column, value in row.items()}
            # The first is good, and the second would be too.
            rows = pa.table(ustap.calculate(plain(), **{name: pa.table(columns)}).rejects).to_pylist()
            assert [(row["input"], row["row"], row["code"]) for row in rows] == [(name, 1, "malformed-row")]


@pytest.mark.parametrize("kind", TEXTS[3:], ids=str)
def test_bytes_that_are_no_text_in_a_dictionary_are_nothing_until_a_row_has_them(kind):
    values = unchecked([b"a", b"\xff", b"b"], kind.value_type)
    ids = pa.DictionaryArray.from_arrays(pa.array([0, 2, None, 0], kind.index_type), values)
    assert [(row, code) for row, code, *_ in rejects(replaced("operation_id", ids))] == [
        (0, "conflicting-duplicate"), (2, "operation-id"), (3, "conflicting-duplicate"),
    ]


def test_views_that_point_nowhere_are_no_text():
    written = b"more than twelve bytes"
    view = lambda buffer, start, length=len(written): struct.pack("<i4sii", length, written[:4], buffer, start)
    views = [view(0, 0), view(1, 0), view(0, 1), view(0, 0, 2**31 - 1)]
    ids = pa.Array.from_buffers(pa.string_view(), 4, [None, pa.py_buffer(b"".join(views)), pa.py_buffer(written)])
    assert [(row, code) for row, code, *_ in rejects(replaced("operation_id", ids))] == [
        (1, "malformed-row"), (2, "malformed-row"), (3, "malformed-row"),
    ]


@pytest.mark.parametrize("kind", TEXTS, ids=str)
def test_a_slice_of_no_rows_behind_the_rows_is_no_rows(kind, expected):
    """Such a slice has the offset of its begin in every column, or in the batch."""
    columns = [column.cast(kind) if pa.types.is_string(column.type) else column for column in plain().to_batches()[0].columns]
    batch = pa.record_batch(columns, plain().schema.names)
    table = batch.to_struct_array()
    none, whole, of_table = batch.slice(4, 0), batch.slice(0, 4), table.slice(4, 0)
    assert none.num_rows == 0 and none.column(0).offset == 4 and of_table.offset == 4 and len(of_table) == 0
    batches = [none, batch.slice(0, 1), batch.slice(1, 0), batch.slice(1, 3), none]
    assert register(pa.RecordBatchReader.from_batches(batch.schema, batches)) == expected
    tables = [of_table, table.slice(0, 1), table.slice(1, 0), table.slice(1, 3), of_table]
    assert register(pa.chunked_array(tables)) == expected
    for nothing in (pa.RecordBatchReader.from_batches(batch.schema, [none]), none, pa.chunked_array([of_table])):
        with pytest.warns(UserWarning, match="operations: no rows"):
            result = ustap.calculate(nothing)
        assert (result.read, len(result.rejects), len(result.register)) == (0, 0, 0)
    facts = pa.record_batch([pa.array(["900101300017"] * 3).cast(kind), pa.array(["full-time-student"] * 3).cast(kind)], ["iin", "category"])
    student = text(ustap.calculate(whole, pa.Table.from_batches([facts])).register)
    facts = [facts.slice(3, 0), facts.slice(0, 1), facts.slice(1, 0), facts.slice(1, 2)]
    assert text(ustap.calculate(whole, pa.RecordBatchReader.from_batches(facts[0].schema, facts)).register) == student != expected


def test_offsets_that_decrease_are_refused():
    data = pa.py_buffer(b"abcd")
    offsets = pa.py_buffer(b"".join(number.to_bytes(4, "little", signed=True) for number in (0, 3, 1, 4, 4)))
    ids = pa.Array.from_buffers(pa.string(), 4, [None, offsets, data])
    with pytest.raises(ustap.UstapError, match="offsets decrease") as error:
        ustap.calculate(replaced("operation_id", ids))
    assert error.value.kind == "input"


def test_keys_beyond_their_dictionary_are_no_text():
    ids = pa.DictionaryArray.from_arrays(pa.array([0, 1, 7, -1], pa.int32()), pa.array(["a", "b"]), safe=False)
    assert [(row, code) for row, code, *_ in rejects(replaced("operation_id", ids))] == [(2, "malformed-row"), (3, "malformed-row")]


REFUSED = {
    "income float64": lambda: replaced("income", pa.array([1.0] * 4)),
    "income int64": lambda: replaced("income", pa.array([1] * 4, pa.int64())),
    "income int32": lambda: replaced("income", pa.array([1] * 4, pa.int32())),
    "income decimal256": lambda: replaced("income", TEXT("income").cast(pa.decimal256(50, 2))),
    "income decimal32 of whole hundreds": lambda: replaced("income", pa.array([Decimal(1000)] * 4, pa.decimal32(5, -2))),
    "income decimal64 of whole hundreds": lambda: replaced("income", pa.array([Decimal(1000)] * 4, pa.decimal64(10, -2))),
    "income decimal128 of whole hundreds": lambda: replaced("income", pa.array([Decimal(1000)] * 4, pa.decimal128(20, -2))),
    "income bool": lambda: replaced("income", pa.array([True] * 4)),
    "tiyn as decimal": lambda: replaced("income", TEXT("income"), "income_tiyn"),
    "tiyn as text": lambda: replaced("income", TEXT("income").cast(pa.string()), "income_tiyn"),
    "both incomes": lambda: plain().append_column("income_tiyn", pa.array([1] * 4, pa.int64())),
    "tiyn twice": lambda: replaced("income", pa.array([1] * 4, pa.int64()), "income_tiyn").append_column(
        "income_tiyn", pa.array([2] * 4, pa.int64())
    ),
    "iin float64": lambda: replaced("iin", pa.array([1.0] * 4)),
    "iin int32": lambda: replaced("iin", pa.array([1] * 4, pa.int32())),
    "id binary": lambda: replaced("operation_id", pa.array([b"a"] * 4)),
    "id int64": lambda: replaced("operation_id", pa.array([1] * 4, pa.int64())),
    "id list": lambda: replaced("operation_id", pa.array([["a"]] * 4)),
    "day int64": lambda: replaced("settled_on", pa.array([1] * 4, pa.int64())),
    "day time": lambda: replaced("settled_on", pa.array([1] * 4, pa.time64("us"))),
    "no income": lambda: plain().drop(["income"]),
    "income twice": lambda: plain().append_column("income", TEXT("income")),
    "a misspelt optional column": lambda: plain().append_column("corects_on", TEXT("settled_on")),
    "a column alone": lambda: plain()["income"],
}


@pytest.mark.parametrize("name", REFUSED)
def test_what_is_refused_before_the_first_row(name):
    with pytest.raises(ustap.UstapError) as error:
        ustap.calculate(REFUSED[name]())
    assert error.value.kind == "input"
    assert str(error.value).startswith("operations: ")


def test_messages_have_the_names_of_the_table():
    tiyn = replaced("income", pa.array([1] * 4, pa.int64()), "income_tiyn")
    for table, words in (
        (tiyn.drop(["iin"]), ["`income_tiyn`", "`iin`"]),
        (REFUSED["both incomes"](), ["`income` and `income_tiyn` are both there"]),
        (tiyn.append_column("Доход", TEXT("income")), ["`Доход` and `income_tiyn` are both there"]),
    ):
        with pytest.raises(ustap.UstapError) as error:
            ustap.calculate(table)
        assert all(word in str(error.value) for word in words), error.value
    with pytest.raises(ustap.UstapError, match="no column `income`"):
        ustap.calculate(tiyn.drop(["operation_id"]), columns={"operation_id": "income_tiyn"})


@pytest.mark.parametrize("unit", ["s", "ms", "us", "ns"])
@pytest.mark.parametrize(
    ("name", "column"),
    [("exemptions", "valid_from"), ("exemptions", "valid_to"), ("exemptions", "known_on"), ("contractors", "regime_from"), ("contractors", "regime_to")],
)
def test_a_day_of_the_calendar_is_no_instant(name, column, unit):
    said = {"exemptions": ("category", "full-time-student"), "contractors": ("regime", "entrepreneur")}[name]
    facts = pa.table({"iin": ["900101300017"], said[0]: [said[1]], column: pa.array([0], pa.timestamp(unit, "UTC"))})
    with pytest.raises(ustap.UstapError, match=f"{name}: `{column}` is of the type .* it is no instant") as error:
        ustap.calculate(plain(), **{name: facts})
    assert error.value.kind == "input"
    local = facts.set_column(2, column, pa.array([dt.datetime(2026, 8, 5, 23, 59, 59)], pa.timestamp(unit)))
    day = facts.set_column(2, column, pa.array([dt.date(2026, 8, 5)]))
    results = [ustap.calculate(plain(), **{name: table}) for table in (local, day)]
    assert [len(result.rejects) for result in results] == [0, 0]
    assert text(results[0].register) == text(results[1].register)


def test_where_income_has_another_name_its_other_names_do_not_count():
    both = replaced("income", TEXT("income"), "sum").append_column("income_tiyn", pa.array([1] * 4, pa.int64()))
    assert text(ustap.calculate(both, columns={"income": "sum"}).register) == text(ustap.calculate(plain()).register)
    with pytest.raises(ustap.UstapError, match="of the type Int64 and has to be decimal or text"):
        ustap.calculate(both.rename_columns({"income_tiyn": "other"}), columns={"income": "other"})


def test_any_mapping_gives_other_names():
    named = plain().rename_columns({"income": "sum"})
    columns = types.MappingProxyType({"income": "sum"})
    assert text(ustap.calculate(named, columns=columns).register) == text(ustap.calculate(plain()).register)


@pytest.mark.parametrize("zone", [None, "UTC", "Asia/Almaty", "America/New_York"])
def test_the_empty_date_of_1c_is_empty_in_any_zone(zone):
    midnight = dt.datetime(1, 1, 1) - dt.datetime(1970, 1, 1)
    # The time of Almaty was 5:07:48 ahead then, and that of New York 4:56:02 behind.
    ahead = {"Asia/Almaty": 18_468, "America/New_York": -17_762}.get(zone, 0)
    empty = pa.array([midnight // dt.timedelta(seconds=1) - ahead] * 4, pa.timestamp("s", zone))
    assert register(plain().append_column("corrects_on", empty)) == register(plain())


def test_a_day_of_no_year_is_shown_as_the_day_that_it_is():
    """Seconds in a column of days. The calendar is the same after 400 years, which are 146 097 days."""
    days = pa.array([1_785_888_000] * 4, pa.int32()).cast(pa.date32())
    table = plain().set_column(plain().column_names.index("settled_on"), "settled_on", days)
    row = pa.table(ustap.calculate(table).rejects).to_pylist()[0]
    cycles, rest = divmod(1_785_888_000, 146_097)
    same = dt.date(1970, 1, 1) + dt.timedelta(days=rest)
    assert row["value"] == f"{same.year + 400 * cycles}-{same:%m-%d}"
    assert (row["code"], row["message"]) == ("date", "The day, of an instant that in Kazakhstan, is outside the years 0001 to 9999.")


# 2026-08-01 begins in UTC 20 666 × 86 400 s after 1970; 20:30 of the day before is 12 600 s earlier.
AUGUST_BEGINS, EVENING = 1_785_542_400, 1_785_529_800
MOMENTS = [
    (pa.timestamp("s", "UTC"), EVENING, "2026-07-31T20:30:00Z"),
    (pa.timestamp("s", "Asia/Almaty"), EVENING, "2026-07-31T20:30:00Z"),
    (pa.timestamp("s"), EVENING, "2026-07-31T20:30:00"),
    (pa.timestamp("ms", "UTC"), EVENING * 10**3 + 5, "2026-07-31T20:30:00.005Z"),
    (pa.timestamp("us", "UTC"), EVENING * 10**6 + 500_000, "2026-07-31T20:30:00.5Z"),
    (pa.timestamp("ns"), EVENING * 10**9 + 1, "2026-07-31T20:30:00.000000001"),
    # Midnight is a time of an instant, and none of a day.
    (pa.timestamp("us", "UTC"), AUGUST_BEGINS * 10**6, "2026-08-01T00:00:00Z"),
    (pa.timestamp("us"), AUGUST_BEGINS * 10**6, "2026-08-01"),
    (pa.timestamp("us"), AUGUST_BEGINS * 10**6 + 1, "2026-08-01T00:00:00.000001"),
    (pa.timestamp("ms", "UTC"), -1, "1969-12-31T23:59:59.999Z"),
    (pa.timestamp("s"), -1, "1969-12-31T23:59:59"),
    # The first second after the year 9999, and the empty date.
    (pa.timestamp("s"), 253_402_300_800, "10000-01-01"),
    (pa.timestamp("s", "UTC"), 253_402_300_801, "10000-01-01T00:00:01Z"),
    (pa.timestamp("s", "Asia/Almaty"), -719_162 * 86_400 - 18_468, "0001-01-01"),
    (pa.date64(), AUGUST_BEGINS * 10**3, "2026-08-01"),
    (pa.date32(), 20_666, "2026-08-01"),
]


@pytest.mark.parametrize(("kind", "number", "shown"), MOMENTS, ids=str)
def test_the_value_of_a_rejected_row_has_the_time_that_it_had(kind, number, shown):
    """And a text that is that value is rejected for the same."""
    days = [str(day) for day in plain()["settled_on"].to_pylist()[1:]]
    integers = pa.int32() if kind == pa.date32() else pa.int64()
    typed = replaced("settled_on", pa.concat_arrays([pa.array([number], integers).view(kind), pa.nulls(3, kind)]))
    [row, *_] = rejects(typed, period="2026-01")
    [of_text, *_] = rejects(replaced("settled_on", pa.array([shown, *days])), period="2026-01")
    assert row == of_text and row[3] == shown


def test_a_time_that_is_shown_changes_no_status():
    moment = lambda *numbers, zone=None: pa.array(numbers, pa.timestamp("s", zone))
    # In Kazakhstan the evening of 31 July is 1 August, two hours before it is 31 July yet (19:00 UTC is midnight).
    evenings = moment(EVENING, EVENING - 3600, EVENING - 7200, EVENING - 5400, zone="UTC")
    table = replaced("settled_on", pa.array([dt.date(2026, 7, 31)] * 4)).append_column("corrects_on", evenings)
    assert rejects(table) == [
        (0, "corrects-later", "corrects_on", "2026-07-31T20:30:00Z"),
        (1, "corrects-later", "corrects_on", "2026-07-31T19:30:00Z"),
        (3, "corrects-later", "corrects_on", "2026-07-31T19:00:00Z"),
    ]
    # Days of the calendar have times that do not count: only those of other days are an interval that is none.
    facts = {"iin": ["900101300017"] * 3, "category": ["full-time-student"] * 3}
    from_, to = moment(EVENING, EVENING, AUGUST_BEGINS), moment(AUGUST_BEGINS - 86_400, EVENING - 86_400, 253_402_300_801)
    found = ustap.calculate(plain(), pa.table({**facts, "valid_from": from_, "valid_to": to})).rejects
    assert [(row["row"], row["code"], row["field"], row["value"]) for row in pa.table(found).to_pylist()] == [
        (1, "interval", "valid_to", "2026-07-30T20:30:00"), (2, "date", "valid_to", "10000-01-01T00:00:01"),
    ]


def test_several_relations_of_one_connection():
    exemptions = pa.table({"iin": ["900101300017"], "category": ["full-time-student"]})
    connection = duckdb.connect()
    relations = [connection.from_arrow(table) for table in (plain(), exemptions, exemptions.select(["iin"]))]
    assert text(ustap.calculate(*relations).register) == text(ustap.calculate(plain(), exemptions).register)


@pytest.mark.parametrize("name, column, value", [("exemptions", "category", "pensioner"), ("contractors", "regime", "entrepreneur")])
def test_of_facts_that_come_as_a_reader_no_batch_is_held(name, column, value):
    """Each batch has 29 bytes a row at least, and forty of them come; they are more than the memory before the fourth."""
    schema = pa.schema([("iin", pa.string()), (column, pa.string())])
    rows, before, held = 10_000, pa.total_allocated_bytes(), []

    def batches():
        for _ in range(40):
            yield pa.record_batch([pa.repeat("900101300017", rows), pa.repeat(value, rows)], schema=schema)
            held.append(pa.total_allocated_bytes() - before)

    reader = pa.RecordBatchReader.from_batches(schema, batches())
    with pytest.raises(ustap.UstapError) as error:
        ustap.calculate(plain(), **{name: reader}, memory=1 << 20)
    assert error.value.kind == "memory"
    assert len(held) == 40 and max(held) < 10 * 29 * rows


def test_the_id_of_a_duplicate_has_no_blanks_around_it():
    """`value` of formats.md, and `operation_id` with it; of other rejected rows both are as they stood."""
    table = pa.table({"operation_id": [" a ", "a ", " c "], "iin": ["900101300017"] * 3, "settled_on": ["2026-08-05"] * 2 + ["x "], "income": ["1"] * 3})
    found = pa.table(ustap.calculate(table).rejects).to_pylist()
    assert [(row["code"], row["operation_id"], row["value"]) for row in found] == [("duplicate", "a", "a"), ("date", " c ", "x ")]


def test_messages_are_in_the_language_that_is_asked_for():
    income = replaced("income", pa.array(["x", "1", "1", "1"]))
    said = {lang: pa.table(ustap.calculate(income, lang=lang).rejects)["message"][0].as_py() for lang in ("en", "ru", "kk")}
    assert len(set(said.values())) == 3 and said["en"].isascii()
    twice = plain().append_column("income", TEXT("income"))
    for lang, words in (("en", "stands twice in the header"), ("ru", "стоит в заголовке дважды")):
        with pytest.raises(ustap.UstapError, match=words):
            ustap.calculate(twice, lang=lang)
    for lang, words in (("en", "columns: there is no column `nothing`"), ("ru", "`columns`: в файле operations нет столбца `nothing`")):
        with pytest.raises(ustap.UstapError, match=words):
            ustap.calculate(plain(), columns={"nothing": "x"}, lang=lang)


def test_what_is_english_in_any_language():
    """What the description of `lang` says."""
    many = pa.table({"iin": ["900101300017"] * 100_000, "category": ["full-time-student"] * 100_000})
    for given, words in (
        ({"operations": REFUSED["income float64"]()}, "is of the type"),
        ({"operations": REFUSED["both incomes"]()}, "are both there"),
        ({"columns": {"exemptions.category": "kind"}}, "is of a table that is not given"),
        ({"threads": 0}, "threads: at least 1"),
        ({"memory": 1}, "memory: at least 65536"),
        # And what is none of that: memory that does not suffice.
        ({"exemptions": many, "memory": 1 << 16}, "нужно около"),
    ):
        with pytest.raises(ustap.UstapError, match=words):
            ustap.calculate(**{"operations": plain(), **given}, lang="ru")


def test_facts_of_every_type():
    given = {"iin": ["900101300017"], "category": ["full-time-student"]}
    days = [pa.array([dt.date(2026, 8, 1)], kind) for kind in (pa.date32(), pa.date64())]
    days += [pa.array(["01.08.2026"]), pa.array(["2026-08-01"]).dictionary_encode()]
    registers = {text(ustap.calculate(plain(), pa.table({**given, "valid_from": day})).register) for day in days}
    assert len(registers) == 1
    assert registers != {text(ustap.calculate(plain()).register)}


@pytest.mark.parametrize(
    ("object_", "words"),
    [(1, "int"), ({}, "dict"), ([ROWS], "list"), (None, "NoneType"), (pl.LazyFrame(), "collect it first")],
)
def test_what_gives_no_stream_is_a_type_error(object_, words):
    with pytest.raises(TypeError, match=words):
        ustap.calculate(object_)


@pytest.mark.parametrize("bad", [[1], plain().drop(["income"]), plain().drop(["income"]).to_reader(), pl.DataFrame(plain().drop(["income"]))])
def test_nothing_is_read_where_an_argument_is_none(bad):
    """Readers can be given once more: operations and what was distributed are looked at before the other tables are read."""
    facts = pa.table({"iin": ["900101300017"], "category": ["full-time-student"]})
    kgd = pa.table({"iin": ["900101300017"], "period": ["2026-08"]} | {name: ["0"] for name in ("ipn", "opv", "opvr", "so", "vosms")})
    paid = pa.table({"iin": ["900101300017"], "period": ["2026-08"], "knp": ["010"], "amount": ["1"]})
    expected = TypeError if isinstance(bad, list) else ustap.UstapError
    for calls in (
        [(lambda reader: ustap.calculate(bad, reader), facts), (lambda reader: ustap.calculate(bad, contractors=reader), facts)],
        [(lambda reader: ustap.distribute(reader, kgd, after=[bad]), paid), (lambda reader: ustap.distribute(reader, bad), paid)],
    ):
        for call, table in calls:
            reader = table.to_reader()
            with pytest.raises(expected):
                call(reader)
            assert reader.read_all().num_rows == 1


def test_a_table_without_columns_is_told_of_no_columns():
    with pytest.raises(ustap.UstapError, match="operation_id") as error:
        ustap.calculate(pa.table({}))
    assert error.value.hint is None and "the columns are" not in str(error.value)


def test_a_reader_that_was_read_is_warned_of():
    reader = plain().to_reader()
    reader.read_all()
    with pytest.warns(UserWarning, match="operations: no rows"):
        result = ustap.calculate(reader)
    assert (result.read, len(result.register)) == (0, 0)
    with pytest.warns(UserWarning, match="exemptions: no rows"):
        ustap.calculate(plain(), pa.table({"iin": pa.array([], pa.string()), "category": pa.array([], pa.string())}))


def test_exemptions_that_do_not_say_when_they_became_known_are_warned_of():
    exemptions = pa.table({"iin": ["900101300017"], "category": ["full-time-student"]})
    with pytest.warns(UserWarning, match="known_on"):
        ustap.calculate(plain(), exemptions, known_on="2026-08-31")


def test_an_exception_in_a_reader_is_told_with_its_text():
    def batches():
        yield from plain().to_batches()
        raise RuntimeError("the disk has gone")

    with pytest.raises(ustap.UstapError, match="the disk has gone") as error:
        ustap.calculate(pa.RecordBatchReader.from_batches(plain().schema, batches()))
    assert error.value.kind == "input"


def test_of_an_exceptions_words_no_number_of_a_person_is_told_whole():
    words, told = "no such row: 9001 0130 0017, 900101300017.00", "no such row: 9001****0017, 9001****0017.00"

    def batches():
        yield from plain().to_batches()
        raise RuntimeError(words)

    class Raises:
        def __arrow_c_stream__(self, requested_schema=None):
            raise RuntimeError(words)

    for table in (pa.RecordBatchReader.from_batches(plain().schema, batches()), Raises()):
        with pytest.raises(ustap.UstapError) as error:
            ustap.calculate(table)
        assert told in str(error.value) and error.value.kind == "input"


def test_messy_text_of_every_kind_is_one_result():
    batch = messy(3)
    outputs = set()
    for kind in (pa.string(), pa.large_string(), pa.string_view(), pa.dictionary(pa.int32(), pa.string())):
        cast = lambda rows: (table := texts(rows)).cast(pa.schema([(name, kind) for name in table.column_names]))
        result = ustap.calculate(**{name: cast(rows) for name, rows in batch.items()}, lines=True)
        outputs.add(tuple(text(getattr(result, name)) for name in ("register", "limits", "payments", "rejects", "lines")))
    assert len(outputs) == 1
