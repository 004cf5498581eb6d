"""The canonical job by the wheel: an Arrow table of the operations of one month to register.csv."""
import argparse
import os

import pyarrow as pa
import pyarrow.csv
import ustap

import arrow_table

parser = argparse.ArgumentParser(description=__doc__)
parser.add_argument("batch", help="directory with exemptions.csv, if any")
parser.add_argument("--arrow", required=True, help="the operations, an Arrow file")
parser.add_argument("--out", required=True, help="directory to be created")
parser.add_argument("--threads", type=int, default=2)
parser.add_argument("--memory", type=int, help="bytes")
args = parser.parse_args()

os.mkdir(args.out)
given = arrow_table.Given(args.arrow)
path = os.path.join(args.batch, "exemptions.csv")
exemptions = None
if os.path.exists(path):
    with open(path, encoding="utf-8") as file:
        columns = file.readline().strip().split(",")
    types = pa.csv.ConvertOptions(column_types={column: pa.string() for column in columns})
    exemptions = pa.csv.read_csv(path, convert_options=types)
memory = {} if args.memory is None else {"memory": args.memory}
register = pa.table(ustap.calculate(given.table, exemptions, threads=args.threads, **memory).register)
given.measured()
with open(os.path.join(args.out, "register.csv"), "wb") as file:
    file.write((",".join(register.column_names) + "\n").encode())
    pa.csv.write_csv(register, file, pa.csv.WriteOptions(include_header=False, quoting_style="none"))
