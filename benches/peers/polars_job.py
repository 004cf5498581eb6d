"""The canonical job in Polars: the operations of one month to register.csv.

It drops bad rows by the rules of `ustap` as far as benches/tools/make_batch.rs makes them, writes no rejects, and knows one
month of 2026 and no contractors: what it leaves out makes it faster, not slower.
"""
import argparse
import os
import time
from datetime import date
from decimal import Decimal

import law

parser = argparse.ArgumentParser(description=__doc__)
parser.add_argument("batch", help="directory with operations.csv and, if any, exemptions.csv")
parser.add_argument("--out", required=True, help="directory to be created")
parser.add_argument("--month", default="2026-08")
parser.add_argument("--threads", type=int, default=2)
parser.add_argument("--arrow", help="the operations as an Arrow file, in place of operations.csv")
parser.add_argument("--timing", action="store_true", help="print the time of every step")
args = parser.parse_args()

os.environ["POLARS_MAX_THREADS"] = str(args.threads)  # read by the import
import polars as pl  # noqa: E402
from polars import col  # noqa: E402

os.mkdir(args.out)
first, last = map(date.fromisoformat, law.month_days(args.month))
given = None
if args.arrow:
    import arrow_table
    given = arrow_table.Given(args.arrow)
begun = time.perf_counter()


def done(step):
    global begun
    now = time.perf_counter()
    if args.timing:
        print(f"{now - begun:6.2f} s  {step}", flush=True)
    begun = now


def scan(name, types):
    """The CSV file by its header; columns without a type are text. A field that is empty or not of its type is null,
    as are those that a row lacks; one that is too many stands in `beyond`."""
    path = os.path.join(args.batch, name)
    with open(path, encoding="utf-8") as file:
        header = file.readline().strip().split(",")
    if "corrects_on" in header:
        raise SystemExit("this job knows no corrections: make the batch without --returns-ppm")
    schema = {column: types.get(column, pl.String) for column in [*header, "beyond"]}
    return pl.scan_csv(path, schema=schema, has_header=False, skip_rows=1, ignore_errors=True,
                       missing_columns="insert", truncate_ragged_lines=True)


def weighted(weights):
    digits = (col("iin") // 10 ** (12 - place) % 10 * weight for place, weight in enumerate(weights, 1))
    return pl.sum_horizontal(digits) % 11


FIRST_WEIGHTS, SECOND_WEIGHTS = map(weighted, law.WEIGHTS)
VALID_IIN = pl.when(FIRST_WEIGHTS < 10).then(FIRST_WEIGHTS).otherwise(SECOND_WEIGHTS) == col("iin") % 10
IIN_NUMBER = col("iin").cast(pl.Int64, strict=False)

# -------------------------------------------------------------------------------------------------------- operations
# Money is an integer of tiyn. A day of the month is a bit of an integer.

if given:
    source = pl.from_arrow(given.table).lazy().with_columns(pl.lit(None).alias("beyond"))
else:
    source = scan("operations.csv", {"settled_on": pl.Date, "income": pl.Decimal(18, 2)})
income_max = pl.lit(Decimal(law.INCOME_MAX)).cast(pl.Decimal(18, 2))
operations = (
    source.filter(
        col("beyond").is_null(),
        col("operation_id").str.len_bytes() <= 64,
        col("iin").str.len_bytes() == 12,
        col("settled_on").is_between(first, last),
        col("income").is_between(-income_max, income_max),
    )
    .select(
        col("operation_id").alias("id"),
        IIN_NUMBER,
        (pl.lit(2, pl.UInt32) ** col("settled_on").dt.day().cast(pl.UInt32)).alias("day"),
        col("income").to_physical().cast(pl.Int64),
    )
    .filter(col("iin").is_not_null())
    .collect(engine="streaming")
)
done("read operations")

# Equal ids have equal hashes, which sorting brings side by side: several times faster than is_duplicated(). Then the
# ids themselves decide. Only here does a wrong check digit matter row by row: such rows take no part.
hashes = operations["id"].hash()
in_order = hashes.sort()
candidates = in_order.filter(in_order == in_order.shift(1)).unique()
doubtful_rows = hashes.is_in(candidates.implode())
del hashes, in_order
done("find equal hashes of ids")
fields = ["iin", "day", "income"]
resolved = (
    operations.filter(doubtful_rows)
    .filter(VALID_IIN)
    .group_by("id")
    .agg(col(fields).first(), (col(fields).min() == col(fields).max()).name.suffix("_equal"))
    .filter(col("iin_equal"), col("day_equal"), col("income_equal"))
    .select("id", *fields)
)
clean = pl.concat([operations.lazy().filter(~doubtful_rows), resolved.lazy()]).select(fields)
done("resolve duplicates")

people = (
    clean.group_by("iin")
    .agg(pl.len().alias("operations"), col("income").sum(), col("day").bitwise_or().alias("days"))
    .collect(engine="streaming")
    .filter(VALID_IIN)  # here, or the optimizer would compute it for every operation
)
done("group by person")

# -------------------------------------------------------------------------------------------------------- exemptions

PAYMENTS = list(law.CAPS)
effects = pl.DataFrame(
    [[code, *(p in effect.split() for p in PAYMENTS)] for code, effect in law.EFFECTS.items()],
    schema={"category": pl.String} | {p: pl.Boolean for p in PAYMENTS},
    orient="row",
)
if os.path.exists(os.path.join(args.batch, "exemptions.csv")):
    feed = scan("exemptions.csv", {})
else:
    feed = pl.LazyFrame(schema=dict.fromkeys(["iin", "category", "valid_from", "valid_to", "known_on"], pl.String))


def day_or(column, when_open):
    return pl.when(col(column).is_null()).then(when_open).otherwise(col(column).str.to_date("%Y-%m-%d", strict=False))


def two_to(day):
    return pl.lit(2, pl.Int64) ** day.dt.day().cast(pl.Int64)


exemptions = (
    feed.filter(col("iin").str.len_bytes() == 12)
    .with_columns(IIN_NUMBER)
    .filter(VALID_IIN)
    .with_columns(
        day_or("valid_from", date(1, 1, 1)).alias("since"),
        day_or("valid_to", date(9999, 12, 31)).alias("until"),
        day_or("known_on", date(1, 1, 1)).alias("known"),
    )
    .join(effects.lazy(), on="category", how="left")
    .with_columns(
        (
            pl.any_horizontal(col("opv", "since", "until", "known").is_null())
            | (col("since") > col("until")).fill_null(False)
        ).alias("rejected"),
        pl.when(col("since") <= last, col("until") >= first)
        .then(two_to(pl.min_horizontal("until", last)) * 2 - two_to(pl.max_horizontal("since", first)))
        .otherwise(0)
        .cast(pl.UInt32)
        .alias("days"),
    )
    .collect()
)
rejected = exemptions.filter("rejected")["iin"].unique()
in_force = exemptions.filter(~col("rejected")).join(people.select("iin", col("days").alias("worked")), on="iin")
in_force = in_force.filter(col("days") & col("worked") != 0)
# Days with operations on which the person is exempt from the payment.
exempt_days = in_force.group_by("iin").agg(
    col("worked").first(),
    *((col("days").filter(p).bitwise_or().fill_null(0) & col("worked").first()).alias(p) for p in PAYMENTS),
)
done("read exemptions")

# Who is exempt on all days with operations or on none needs no look at the operations.
partly = exempt_days.filter(pl.any_horizontal((col(p) != 0) & (col(p) != col("worked")) for p in PAYMENTS))
exempt_sums = (
    clean.join(partly.lazy(), on="iin")
    .group_by("iin")
    .agg(col("income").filter(col(p) & col("day") != 0).sum().alias(f"{p}_sum") for p in PAYMENTS)
    .collect(engine="streaming")
)
done("sum what is exempt for a part of the days")
codes = (
    in_force.select("iin", "category", *PAYMENTS)
    .unique()
    .sort("category")
    .group_by("iin", maintain_order=True)
    .agg(col("category").filter(p).str.join("+").alias(f"{p}_codes") for p in PAYMENTS)
)
done("name the categories")

# ---------------------------------------------------------------------------------------------------------- register


def exempt(p):
    none, whole = col(p).fill_null(0) == 0, col(p) == col("days")
    return pl.when(none).then(0).when(whole).then(col("income")).otherwise(f"{p}_sum").alias(f"{p}_exempt")


def uncapped(p):
    return (col("income") - col(f"{p}_exempt")).clip(lower_bound=0).alias(f"{p}_uncapped")


def base(p):
    return col(f"{p}_uncapped").clip(upper_bound=law.CAPS[p] * 100).alias(f"{p}_base")


def amount(p):
    """In tiyn: 1 % of the base, to a whole tenge, halves up."""
    return ((col(f"{p}_base") + 5_000) // 10_000 * 100).alias(f"{p}_amount")


def notes(p):
    rounded_to_zero = (col(f"{p}_base") > 0) & (col(f"{p}_amount") == 0)
    some = pl.concat_str(
        pl.when(col(p) > 0).then(f"{p}:part-exempt=" + col(f"{p}_codes")),
        pl.when(col(f"{p}_base") == 0)
        .then(pl.lit(f"{p}:no-income"))
        .when(col(f"{p}_base") < col(f"{p}_uncapped"))
        .then(pl.lit(f"{p}:capped")),
        pl.when(rounded_to_zero).then(pl.lit(f"{p}:rounded-to-zero")),
        separator="|",
        ignore_nulls=True,
    )
    whole = pl.when(col(p) == col("days")).then(f"{p}:exempt=" + col(f"{p}_codes")).otherwise(some)
    return pl.when(whole != "").then(whole)


def tenge(tiyn):
    return tiyn.cast(pl.Decimal(38, 2)) * pl.lit(Decimal("0.01"))


register_columns = [f"{p}_{part}" for p in PAYMENTS for part in ("exempt", "base", "amount")]
register = (
    people.lazy()
    .join(exempt_days.lazy().drop("worked"), on="iin", how="left")
    .join(exempt_sums.lazy(), on="iin", how="left")
    .join(codes.lazy(), on="iin", how="left")
    .sort("iin")
    .with_columns(map(exempt, PAYMENTS))
    .with_columns(map(uncapped, PAYMENTS))
    .with_columns(map(base, PAYMENTS))
    .with_columns(map(amount, PAYMENTS))
    .select(
        col("iin").cast(pl.String).str.zfill(12),
        pl.lit(args.month).alias("period"),
        pl.lit("self-employed").alias("regime"),
        "operations",
        tenge(col("income")),
        tenge(col("income").clip(lower_bound=0)).alias("ipn_base"),
        pl.lit("0.00").alias("ipn"),
        *(tenge(col(column)).alias(column.removesuffix("_amount")) for column in register_columns),
        tenge(pl.sum_horizontal(f"{p}_amount" for p in PAYMENTS)).alias("withheld"),
        pl.concat_str(
            pl.when(col("income") <= 0).then(pl.lit("ipn:no-income")),
            pl.lit("ipn:zero-rate"),
            *map(notes, PAYMENTS),
            pl.when(col("income") > law.LIMIT * 100).then(pl.lit("over-limit")),
            pl.when(col("iin").is_in(rejected.implode())).then(pl.lit("exemption-rejected")),
            separator="|",
            ignore_nulls=True,
        ).alias("notes"),
    )
)
path = os.path.join(args.out, "register.csv")
if given:
    frame = register.collect()
    given.measured()
    frame.write_csv(path)
else:
    register.sink_csv(path, sync_on_close="all")
done("compute and write the register")
