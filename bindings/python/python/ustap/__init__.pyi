"""What is withheld from contractors of internet platforms in Kazakhstan under Order No. 392, exact and explained."""

import os
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from decimal import Decimal
from typing import Any, Literal, Protocol, TypedDict, final

__all__ = [
    "DistributionResult",
    "Line",
    "LineStream",
    "PersonMonth",
    "Result",
    "Table",
    "UstapError",
    "__version__",
    "calculate",
    "distribute",
    "explain",
    "rates",
]

__version__: str

class _ArrowStream(Protocol):
    """Anything that gives an Arrow stream: a table, batch or reader of pyarrow, a DataFrame of pandas (2.2 or later) or of
    polars, a relation of DuckDB or DataFusion, a Table of ustap."""

    def __arrow_c_stream__(self, requested_schema: object | None = None) -> object: ...

_Lang = Literal["en", "ru", "kk"]

class UstapError(ValueError):
    """What was given cannot be calculated, or a figure cannot be told."""

    kind: Literal[
        "money", "day", "iin", "rates", "no-rates", "overflow", "operation", "input", "memory", "space", "defect"
    ]
    """Why: `input` is a table that cannot be read, `space` that there is no room to spill, `defect` a mistake in ustap."""
    hint: str | None
    """What to do, where something is known."""

@final
class Table:
    """Rows of a result. `pyarrow.table(t)`, `polars.DataFrame(t)`, `duckdb.sql("from t")` and
    `pandas.DataFrame.from_arrow(t)` (of pandas 3; before it `pyarrow.table(t).to_pandas()`) read it without a copy, as
    often as wanted."""

    @property
    def column_names(self) -> tuple[str, ...]: ...
    def __len__(self) -> int: ...
    def __arrow_c_stream__(self, requested_schema: object | None = None) -> object: ...
    def __arrow_c_schema__(self) -> object: ...

@final
class LineStream:
    """Lines as they are made: read once, by whatever takes an Arrow stream. Few batches are held at a time."""

    @property
    def column_names(self) -> tuple[str, ...]: ...
    def __arrow_c_stream__(self, requested_schema: object | None = None) -> object: ...
    def __arrow_c_schema__(self) -> object: ...

@final
class Result:
    """What `calculate` gives. Money is decimal128(19, 2) in tenge, sums of payments decimal128(38, 2), days are date32."""

    @property
    def register(self) -> Table:
        """One row for each person, month and regime: bases, amounts, notes; the columns of `register.csv`."""
    @property
    def limits(self) -> Table:
        """Months near the monthly limit, over it, or over it for a while; `share` is per cent."""
    @property
    def payments(self) -> Table:
        """What to transfer: a row for each payment and month, with recipient, persons and the statutory day."""
    @property
    def rejects(self) -> Table:
        """Rows that do not count: input, row (from 0), operation_id, code, field, value, message."""
    @property
    def lines(self) -> Table | LineStream | None:
        """A row for each operation that counts. With lines="stream" it is read once, and the register, limits and payments
        are known when it was read to its end."""
    @property
    def read(self) -> int:
        """Operations read."""
    @property
    def accepted(self) -> int:
        """Operations that count."""

def calculate(
    operations: _ArrowStream,
    exemptions: _ArrowStream | None = None,
    contractors: _ArrowStream | None = None,
    *,
    period: str | None = None,
    over_limit: Literal["cap", "stop"] = "cap",
    lines: bool | Literal["stream"] = False,
    known_on: str | date | None = None,
    rates: str | os.PathLike[str] | None = None,
    columns: Mapping[str, str] | None = None,
    threads: int | None = None,
    memory: int | None = None,
    spill_dir: str | os.PathLike[str] | None = None,
    restore_zeros: bool = False,
    lang: _Lang = "en",
    progress: Callable[[int], object] | None = None,
) -> Result:
    """Registers, limits, payments and rejects of operations: what `ustap calculate` writes, as tables.

    operations: operation_id, iin, settled_on, income, and if there is any corrects_on. Money is decimal of any scale or text,
        or int64 of whole tiyn in a column named `income_tiyn`; digits behind the tiyn reject the row. A timestamp with a
        zone is an instant, of which the day in Kazakhstan (UTC+5) counts; one without is local.
    exemptions: iin, category, and if there are any valid_from, valid_to, known_on, source_id.
    contractors: iin, and if there are any regime, regime_from, regime_to, and surname, given_name, patronymic, name, birth_date,
        of which no figure is made: a row with a bad one is rejected.
    period: the only month that counts (`2026-08`); operations of others are rejected as `outside-period`.
    over_limit: how income above the monthly limit is read (TC 718(2)).
    lines: a table of lines, or a stream of them (`"stream"`).
    known_on: exemptions that became known after this day are not used.
    rates: a directory of tables in place of those that are built in.
    columns: other names of columns: `{"income": "sum", "exemptions.category": "kind"}`.
    threads, memory (bytes), spill_dir: means, which change no result; all threads and all memory if nothing is said.
    restore_zeros: text of an ИИН that has lost its leading zeros gets them back; integers always do.
    lang: the language of `message` in rejects and of errors; English are warnings and TypeErrors, and what is said of types,
        of streams, of `income` beside `income_tiyn`, of a table that `columns` names and nobody gave, and of `threads`,
        `memory` and `lang` that are none.
    progress: is called with the rows read so far, at most ten times a second, and with all of them at the end; what it
        raises ends the run.

    Each batch of a reader has to have the reader's schema, as `RecordBatch.from_pylist(rows, schema=schema)` makes it: pyarrow
    does not check that, and a decimal of another scale is read as another amount.

    Raises UstapError: `input` (a column is missing, stands twice or has a type that it may not have; reading fails),
    `memory`, `space`, `overflow`, `rates`, `day` (`period` or `known_on` is none), `operation` (`over_limit` is none),
    `defect`; and TypeError where an argument is no table. A row that cannot be taken is no error: it is in `rejects`. A
    table without rows is warned of.

    Law: SC 102-1, 243, 248, TC 718-721, OSMS 26, 28; each row's own provisions are in `explain`.
    """

@final
class Line:
    """What one income comes to, in tenge; the amounts are negative where too much had been withheld."""

    @property
    def ipn(self) -> Decimal: ...
    @property
    def opv(self) -> Decimal: ...
    @property
    def opvr(self) -> Decimal: ...
    @property
    def so(self) -> Decimal: ...
    @property
    def vosms(self) -> Decimal: ...
    @property
    def withheld(self) -> Decimal:
        """The sum of the five."""
    @property
    def payout(self) -> Decimal:
        """What the contractor receives: income less what is withheld."""
    @property
    def limit(self) -> Literal["below", "near", "crosses", "over"]:
        """Where the month stands against the limit with this income; `near` from 80 per cent on."""

@final
class PersonMonth:
    """One person's month: incomes in, the five amounts out, and where the month stands against the limit.

    `regime` is the code of a regime; without it the regime of those who are not listed. Law: SC 102-1, TC 718(2), 720-721.

    Raises UstapError: `day` where the period is no month, `operation` where there is no such regime, `no-rates` where nothing
    is computed in the month, `rates` where the tables are refused.
    """

    def __new__(
        cls, period: str, regime: str | None = None, *, rates: str | os.PathLike[str] | None = None
    ) -> PersonMonth: ...
    @property
    def period(self) -> str:
        """The calendar month, `YYYY-MM`."""
    def add(
        self, day: str | date, income: Decimal | int | str, categories: Sequence[str] = []
    ) -> Line:
        """Counts income in tenge, gross, received on this day, and gives the line that it makes; a negative one is income
        given back (TC 719(2)-(3): the day of settlement decides).

        Raises UstapError and counts nothing: `day` (it is none), `operation` (it is not in the month, or a category is
        unknown), `no-rates`, `money` (finer than a tiyn, or beyond 999 999 999 999.99), `overflow`. TypeError for a float.
        """
    def amounts(self) -> dict[str, Decimal]:
        """What is withheld for the month so far, in tenge."""
    def state(self) -> bytes:
        """The month as bytes that `resume` takes up again: versioned, sums in tiyn, without a person."""
    @staticmethod
    def resume(state: bytes, *, rates: str | os.PathLike[str] | None = None) -> PersonMonth:
        """The month of a state; what was withheld stays withheld, and the next income makes up the difference where these
        tables have other rates.

        Raises UstapError: `operation` where the bytes are no such state, `no-rates` where the tables lack its month, its
        regime or a category of it, `rates` where they are refused.
        """

def explain(month: PersonMonth, *, lang: _Lang = "en") -> list[dict[str, Any]]:
    """Why the amounts of a month are what they are: a dict for each payment with its `amount` and the `steps` to it, as
    `ustap explain --json` has them. Amounts are text in tenge; each step has the citations that it rests on, by the law's own
    articles. A month keeps no operations and no days of categories: another reading of a category is told of the month,
    whichever its days were, and of a category that is one for a part of the month nothing that the command line adds: no
    `exempt` step where it exempts no operation, and `deciding_day` None where it exempts all of them. Of a month that was
    resumed under other tables it is what they come to: `amounts` has what was withheld, and the next income makes up the
    difference.

    Raises UstapError of the kind `input` where there is no such language.
    """

class _Rate(TypedDict):
    rate: Decimal
    """A part of one: 0.01 is one per cent."""
    cap: Decimal | None
    """The most of a month's base in tenge; None: there is no cap."""
    cite: str
    """The act that the rate rests on."""
    basis: Literal["quoted", "secondary", "inferred", "unverified"]
    """How well the source is founded."""

def rates(day: str | date, *, rates: str | os.PathLike[str] | None = None) -> dict[str, dict[str, _Rate]]:
    """What is in force on a day, regime by regime and payment by payment. A payment that a regime has not, and a regime under
    which nothing is withheld, are not there.

    Raises UstapError: `no-rates` where no rates are known for the day, `day` where it is none, `rates` where the tables are
    refused. Law: each rate's own provision is in `cite`.
    """

@final
class DistributionResult:
    """What `distribute` gives, in tenge; the columns are those of the command's files."""

    @property
    def distribution(self) -> Table:
        """A row for each person, month and payment: computed, paid, distributed, returned, owed, and the reasons."""
    @property
    def returns(self) -> Table:
        """What comes back, with the provision; `line` is the row's in a file with a header: the first row is line 2."""
    @property
    def rejects(self) -> Table:
        """Rows that take no part; `file` is the name of the argument, `line` as in `returns`."""

def distribute(
    paid: _ArrowStream,
    kgd: _ArrowStream,
    exemptions: _ArrowStream | None = None,
    *,
    after: _ArrowStream | DistributionResult | Sequence[_ArrowStream | DistributionResult] | None = None,
    columns: Mapping[str, str] | None = None,
    rates: str | os.PathLike[str] | None = None,
) -> DistributionResult:
    """What is distributed of what was paid and what comes back, by what КГД has computed: `ustap distribute` over tables.

    paid: iin, period, knp, amount, and if there are any rate, surname, given_name, patronymic.
    kgd: iin, period, ipn, opv, opvr, so, vosms.
    exemptions: as for `calculate`.
    after: earlier results, or their tables `distribution`; what they have distributed is not distributed again.
    columns: other names of columns of `paid`; `"kgd.opv"` is one of another table.

    Raises UstapError (`input`, `overflow`, `rates`, `defect`), and TypeError where an argument is no table. A row that cannot
    be taken is in `rejects`; a table without rows is warned of, and so are sums of КГД below what was distributed.

    Law: Rules of Order No. 392, points 11 and 13-15.
    """
