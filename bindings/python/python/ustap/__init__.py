"""What is withheld from contractors of internet platforms in Kazakhstan under Order No. 392, exact and explained.

Tables go in and out by Arrow: give what pyarrow, pandas, polars, DuckDB or DataFusion hold, and read the results with any
of them. Money is in tenge and a Decimal: a float is refused everywhere.
"""

from ustap._ustap import (
    DistributionResult,
    Line,
    LineStream,
    PersonMonth,
    Result,
    Table,
    UstapError,
    __version__,
    calculate,
    distribute,
    explain,
    rates,
)

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
