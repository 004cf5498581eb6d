"""A Parquet file to registers, by DuckDB and by Polars: parquet_to_registers.py OPERATIONS DIRECTORY

Both hand over their rows as Arrow, and both give the same registers.
"""

import sys
from pathlib import Path

import duckdb
import polars as pl
import ustap

operations, directory = sys.argv[1], Path(sys.argv[2])
directory.mkdir()

# DuckDB reads the file while it is calculated. Money that is text stays text: a cast of it to decimal rounds in silence.
by_duckdb = ustap.calculate(duckdb.read_parquet(operations))
register = by_duckdb.register
duckdb.sql("from register").write_parquet(str(directory / "register.parquet"))

by_polars = ustap.calculate(pl.read_parquet(operations), lines=True)
for name in ("limits", "payments", "rejects", "lines"):
    pl.DataFrame(getattr(by_polars, name)).write_parquet(directory / f"{name}.parquet")

assert pl.DataFrame(by_polars.register).equals(pl.DataFrame(register))
print(f"{by_polars.read} operations, {by_polars.accepted} of which count")
print(pl.DataFrame(by_polars.payments).select("payment", "period", "persons", "amount", "due_on"))
