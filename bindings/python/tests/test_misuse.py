"""What is easily given by mistake: a distribution twice, another unit, a name in another case, one month on two threads."""

import ctypes
import datetime as dt
import sys
import threading
import warnings
from decimal import Decimal

import pandas
import pyarrow as pa
import pytest
import ustap

A = "900101300017"


def kgd(opv: str) -> pa.Table:
    zero = ["0"]
    return pa.table({"iin": [A], "period": ["2026-08"], "ipn": zero, "opv": [opv], "opvr": zero, "so": zero, "vosms": zero})


def paid(amount: str) -> pa.Table:
    return pa.table({"iin": [A], "period": ["2026-08"], "knp": ["010"], "amount": [amount]})


def rows(table) -> list[dict[str, str]]:
    return [{name: str(value) for name, value in row.items()} for row in pa.table(table).to_pylist()]


def refused(call, kind: str) -> str:
    with pytest.raises(ustap.UstapError) as error:
        call()
    assert error.value.kind == kind, error.value
    return str(error.value)


def test_a_distribution_counts_once():
    first = ustap.distribute(paid("300"), kgd("300"))
    # 600 - 300 = 300 are left.
    second = ustap.distribute(paid("300"), kgd("600"), after=first)
    assert rows(second.distribution)[0]["distributed"] == "300.00" and len(second.returns) == 0
    for twice in ([first, first], [first, first.distribution], [first.distribution, first.distribution]):
        assert "twice" in refused(lambda: ustap.distribute(paid("300"), kgd("600"), after=twice), "input")
    both = pa.concat_tables([pa.table(first.distribution)] * 2)
    assert "row 1 of `after`" in refused(lambda: ustap.distribute(paid("300"), kgd("600"), after=both), "input")
    # Its columns have no other names: `columns` is for what else is given.
    again = pa.table(first.distribution).append_column("IIN", pa.array([A]))
    message = refused(lambda: ustap.distribute(paid("300"), kgd("600"), after=again), "input")
    assert "stands twice" in message and "`columns`" not in message
    message = refused(lambda: ustap.distribute(paid("300"), kgd("600"), after=first, columns={"after.iin": "who"}), "input")
    assert message == "columns: `after.iin`: the columns of `after` have the names that `distribute` gave them"
    below = pa.table({"iin": [A], "period": ["2026-08"], "payment": ["opv"], "distributed": ["-5"]})
    assert "row 0 of `after`" in refused(lambda: ustap.distribute(paid("300"), kgd("600"), after=below), "input")


@pytest.mark.parametrize("stood", [A, f" {A}\t", f"{A}\u00a0", "\u00a0" + A + " " * 2_000])
def test_a_repeated_row_is_told_with_its_field_as_it_stood(stood):
    both = pa.concat_tables([kgd("300"), kgd("200").set_column(0, "iin", pa.array([stood]))])
    [row] = rows(ustap.distribute(paid("300"), both).rejects)
    # As far as 1 024 bytes: the two of the blank that does not break, 12 digits, 1 010 blanks.
    assert row["value"].encode() == stood.encode()[:1_024] and (row["line"], row["code"], row["field"]) == ("3", "repeated", "iin")


def test_a_sum_below_what_was_distributed_is_warned_of():
    first = ustap.distribute(paid("300"), kgd("300"))
    with pytest.warns(UserWarning, match="1 sums are now below what was distributed"):
        ustap.distribute(paid("1"), kgd("299"), after=first)
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        ustap.distribute(paid("1"), kgd("300"), after=first)


def operations(**columns) -> pa.Table:
    return pa.table({"operation_id": ["a"], "iin": [A], "settled_on": ["2026-08-05"], "income": ["1000"]} | columns)


@pytest.mark.parametrize("unit", ["s", "ms", "us"])
def test_an_instant_whose_day_in_kazakhstan_is_beyond_all_days(unit):
    last = dt.datetime(9999, 12, 31, 19)
    instant = pa.array([last], pa.timestamp(unit, "UTC"))
    [row] = rows(ustap.calculate(operations(settled_on=instant)).rejects)
    assert (row["code"], row["field"], row["value"]) == ("date", "settled_on", "9999-12-31T19:00:00Z")
    [row] = rows(ustap.calculate(operations(corrects_on=instant)).rejects)
    assert (row["code"], row["field"]) == ("date", "corrects_on")
    assert row["message"] == "The day, of an instant that in Kazakhstan, is outside the years 0001 to 9999."
    # A text that looks so was no instant.
    [row] = rows(ustap.calculate(operations(settled_on=["10000-01-01"])).rejects)
    assert (row["code"], row["message"][:11]) == ("date", "A day has t")
    # An hour before it is the last day of all there, for which there are no rates.
    before = pa.array([last - dt.timedelta(hours=1)], pa.timestamp(unit, "UTC"))
    [row] = rows(ustap.calculate(operations(settled_on=before)).rejects)
    assert (row["code"], row["value"]) == ("no-rates", "9999-12-31T18:00:00Z")


def test_whole_tiyn_are_found_as_any_column_is():
    tiyn = pa.array([70_000], pa.int64())

    def income(table, **options) -> str:
        return rows(ustap.calculate(table, **options).register)[0]["income"]

    bare = operations().drop(["income"])
    for name in ["income_tiyn", "INCOME_TIYN", "Income Tiyn"]:
        assert income(bare.append_column(name, tiyn)) == "700.00"
    named = bare.append_column("SUM", tiyn)
    assert income(named, columns={"income_tiyn": "sum"}) == "700.00"
    # Where the one is named, the other does not count.
    assert income(operations().append_column("sum", tiyn), columns={"income_tiyn": "sum"}) == "700.00"
    assert income(bare.append_column("income_tiyn", tiyn), columns={"income": "income_tiyn"}) == "700.00"
    for name in ["nope", "income"]:
        message = refused(lambda: ustap.calculate(operations(sum=tiyn), columns={"income_tiyn": name}), "input")
        assert name in message


def test_codes_are_read_in_any_case():
    month = ustap.PersonMonth("2026-08", "Self-Employed")
    # ВОСМС of a minor is not due: law.md, section 6.
    assert month.add("2026-08-05", 1000, ["MINOR"]).vosms == 0


def test_numbers_that_are_none():
    for threads in (0, -1, 2**70):
        refused(lambda: ustap.calculate(operations(), threads=threads), "input")
    for memory in (-1, 0, 512, 2**70):
        assert "memory" in refused(lambda: ustap.calculate(operations(), memory=memory), "input")
    for wrong in (True, 1.0, "1"):
        with pytest.raises(TypeError):
            ustap.calculate(operations(), threads=wrong)
    assert len(ustap.calculate(operations(), threads=2**40).register) == 1
    for money in (10**5000, -(10**5000), 10**20, Decimal("1E400")):
        refused(lambda: ustap.PersonMonth("2026-08").add("2026-08-01", money), "money")


def test_a_month_on_several_threads_counts_every_income():
    class SlowDay(dt.date):
        def isoformat(self):
            return "-".join(["2026", "08", "05"])

    month, day = ustap.PersonMonth("2026-08"), SlowDay(2026, 8, 5)
    threads = [threading.Thread(target=lambda: [month.add(day, 1) for _ in range(250)]) for _ in range(4)]
    before = sys.getswitchinterval()
    sys.setswitchinterval(1e-6)
    try:
        [thread.start() for thread in threads]
        [thread.join() for thread in threads]
    finally:
        sys.setswitchinterval(before)
    # 4 x 250 x 1 tenge: 1 % of 1 000.
    assert month.amounts()["opv"] == 10


def test_a_refused_income_on_another_thread_loses_none():
    month, done = ustap.PersonMonth("2026-08"), threading.Event()

    def refused():
        while not done.is_set():
            with pytest.raises(ustap.UstapError):
                month.add("2026-08-05", 1, ["no-such"])

    thread = threading.Thread(target=refused)
    before = sys.getswitchinterval()
    sys.setswitchinterval(1e-6)
    try:
        thread.start()
        [month.add("2026-08-05", 1) for _ in range(2000)]
    finally:
        done.set()
        thread.join()
        sys.setswitchinterval(before)
    # 2 000 x 1 tenge: 1 %.
    assert month.amounts()["opv"] == 20


def test_a_month_that_is_explained_meanwhile_counts_every_income():
    month, done = ustap.PersonMonth("2026-08"), threading.Event()

    def look():
        while not done.is_set():
            ustap.explain(month)
            month.amounts()

    looking = [threading.Thread(target=look) for _ in range(2)]
    before = sys.getswitchinterval()
    sys.setswitchinterval(1e-6)
    try:
        [thread.start() for thread in looking]
        [month.add("2026-08-05", 1) for _ in range(1000)]
    finally:
        done.set()
        [thread.join() for thread in looking]
        sys.setswitchinterval(before)
    assert month.amounts()["opv"] == 10


def test_categories_are_a_list_of_codes():
    month = ustap.PersonMonth("2026-08")
    with pytest.raises(TypeError, match="categories is a list of codes"):
        month.add("2026-08-05", 1000, "minor")
    assert [month.add("2026-08-05", 1000, codes).vosms for codes in (["minor"], ("minor",), None, [])] == [0, 0, 10, 10]


class Uncounted:
    """A stream whose producer does not count rows that are null as a whole: -1, as the C data interface allows."""

    def __init__(self, array: pa.ChunkedArray):
        self.array = array

    def __arrow_c_stream__(self, requested_schema=None):
        class Stream(ctypes.Structure):
            _fields_ = [(name, ctypes.c_void_p) for name in ("get_schema", "get_next", "last_error", "release", "private")]

        capsule = self.array.__arrow_c_stream__()
        pointer = ctypes.pythonapi.PyCapsule_GetPointer
        pointer.restype, pointer.argtypes = ctypes.c_void_p, [ctypes.py_object, ctypes.c_char_p]
        stream = Stream.from_address(pointer(capsule, b"arrow_array_stream"))
        function = ctypes.CFUNCTYPE(ctypes.c_int, ctypes.c_void_p, ctypes.c_void_p)
        get_next = function(stream.get_next)

        def uncounted(of, batch):
            status = get_next(of, batch)
            if status == 0:
                ctypes.c_int64.from_address(batch + 8).value = -1
            return status

        self.kept = function(uncounted)
        stream.get_next = ctypes.cast(self.kept, ctypes.c_void_p).value
        return capsule


@pytest.mark.parametrize("null", [[False, True, False], [True, False, False], [False, False, False]])
def test_rows_that_are_null_as_a_whole_and_not_counted(null):
    columns = [["a", "b", "c"], [A] * 3, ["2026-08-05"] * 3, ["100", "999", "1"]]
    names = ["operation_id", "iin", "settled_on", "income"]
    array = pa.StructArray.from_arrays([pa.array(column) for column in columns], names, mask=pa.array(null))
    for start in (0, 1):
        read = Uncounted(pa.chunked_array([array.slice(start)]))
        if any(null[start:]):
            assert "null" in refused(lambda: ustap.calculate(read), "input")
        else:
            # 100 + 999 + 1, or without the first.
            assert rows(ustap.calculate(read).register)[0]["income"] == ("1100.00", "1000.00")[start]


def test_what_a_producer_raises_is_an_error_of_the_input():
    """pandas refuses a column that stands twice, and one of numbers and texts, when it is asked for its stream."""
    names = ["operation_id", "iin", "settled_on", "income"]
    doubled = pandas.DataFrame([["a", A, "2026-08-05", "1", "2"]], columns=[*names, "income"])
    mixed = pandas.DataFrame({"operation_id": ["a", "b"], "iin": A, "settled_on": "2026-08-05", "income": ["1", 2]}, dtype=object)
    for table, cause in ((doubled, ValueError), (mixed, pa.lib.ArrowTypeError)):
        for call in (lambda: ustap.calculate(table), lambda: ustap.distribute(table, kgd("1"))):
            with pytest.raises(ustap.UstapError) as error:
                call()
            assert error.value.kind == "input" and type(error.value.__cause__) is cause, error.value
            assert str(error.value.__cause__) in str(error.value)

    class Raises:
        def __init__(self, raised: BaseException):
            self.raised = raised

        def __arrow_c_stream__(self, requested_schema=None):
            raise self.raised

    # What says nothing of the input stays what it is.
    for other in (KeyboardInterrupt(), SystemExit(3), MemoryError(), GeneratorExit()):
        with pytest.raises(type(other)) as error:
            ustap.calculate(operations(), Raises(other))
        assert error.value is other
