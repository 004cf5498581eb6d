"""Spark over one Parquet file, on a driver and two executors that are processes of their own: spark_job.py BATCH

Asks for the register by `gather`, three times, and by `scatter`, and holds it against what the wheel alone gives; a sum by
person, without any law, says what Spark itself costs. Needs a Python with Spark and the wheel, as .ci/steps/67-spark makes
one. Prints a table.
"""

import os
import statistics
import sys
import time

import pyarrow as pa
import pyarrow.csv
import pyarrow.parquet as parquet
import ustap
import ustap.spark
from pyspark.sql import SparkSession
from pyspark.sql import functions as F

# That of the executors too.
os.environ["PYSPARK_PYTHON"] = sys.executable
path = os.path.join(sys.argv[1], "operations.parquet")
facts = os.path.join(sys.argv[1], "exemptions.csv")
texts = ["iin", "category", "valid_from", "valid_to", "known_on", "source_id"]
exemptions = pa.csv.read_csv(facts, convert_options=pa.csv.ConvertOptions(column_types=dict.fromkeys(texts, pa.string())))


def timed(work):
    begun = time.perf_counter()
    value = work()
    return time.perf_counter() - begun, value


def in_order(table):
    return pa.table(table).sort_by([(name, "ascending") for name in ("period", "iin", "regime")]).to_pylist()


def ours(**memory):
    return ustap.calculate(parquet.read_table(path), exemptions, threads=2, **memory).register


def session():
    builder = SparkSession.builder.master("local-cluster[2,1,2048]").config("spark.ui.enabled", "false")
    builder = builder.config("spark.driver.host", "127.0.0.1").config("spark.driver.bindAddress", "127.0.0.1")
    started = builder.config("spark.executor.memory", "1g").getOrCreate()
    started.sparkContext.setLogLevel("ERROR")
    return started


def register(mode, **more):
    result = ustap.spark.calculate(spark.read.parquet(path), exemptions, mode=mode, **more)
    table = result.register.toArrow()
    result.unpersist()
    return table


seconds, expected = timed(ours)
rows = [("`ustap.calculate` over the Parquet file", [seconds])]
rows.append(("the same in 256 MiB", [timed(lambda: ours(memory=256 << 20))[0]]))
seconds, spark = timed(session)
rows.append(("Spark: the session alone", [seconds]))
by_person = lambda: spark.read.parquet(path).groupBy("iin").agg(F.sum("income")).write.format("noop").mode("overwrite").save()
rows.append(("Spark: a sum by person, the first job", [timed(by_person)[0]]))
for name, runs, mode, more in (("gather", 3, "gather", {}), ("scatter, 16 partitions", 1, "scatter", {"partitions": 16})):
    taken = []
    for _ in range(runs):
        seconds, table = timed(lambda: register(mode, **more))
        taken.append(seconds)
        if in_order(table) != in_order(expected):
            sys.exit(f"{name}: another register than the wheel's")
    rows.append((f"`ustap.spark`, {name}", taken))
spark.stop()
print("| | time |\n|---|---:|")
for name, taken in rows:
    print(f"| {name} | {', '.join(f'{seconds:.1f}' for seconds in taken)} s |")
print(f"\nThe register is the same of all: {len(pa.table(expected))} rows; gather: median {statistics.median(rows[-2][1]):.1f} s")
