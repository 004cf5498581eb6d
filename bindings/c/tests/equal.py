"""The tables that examples/c/august.c prints are what the command line writes of the same rows: equal.py AUGUST USTAP."""

import subprocess
import sys
import tempfile
from pathlib import Path

OPERATIONS = """operation_id,iin,settled_on,income
op-1,750101900101,2026-08-17,612345.67
op-2,871120900221,2026-08-03,1200000.00
op-3,871120900221,2026-08-31T18:59:59Z,200000.00
op-4,900101300018,2026-08-05,1.00
op-4,900101300017,2026-08-05,2.00
"""
EXEMPTIONS = "iin,category\n871120900221,pension-age\n"

august, ustap = (Path(argument).resolve() for argument in sys.argv[1:])
shown = subprocess.run([august], check=True, capture_output=True, text=True).stdout
# A table is its name and its lines, with an empty line before it.
tables = dict(part.split("\n", 1) for part in shown.rstrip("\n").split("\n\n")[2:])

with tempfile.TemporaryDirectory() as place:
    Path(place, "operations.csv").write_text(OPERATIONS)
    Path(place, "exemptions.csv").write_text(EXEMPTIONS)
    command = [ustap, "calculate", "operations.csv", "--exemptions", "exemptions.csv", "--period", "2026-08", "--lines", "--out", "out"]
    run = subprocess.run(command, cwd=place, capture_output=True, text=True)
    assert run.returncode == 1, run.stderr
    for name in ("register", "limits", "payments", "lines"):
        written = Path(place, "out", f"{name}.csv").read_text()
        assert tables[name] + "\n" == written, f"{name}:\n{tables[name]}\nand not\n{written}"
    rejects = Path(place, "out", "rejects.csv").read_text()
    assert ",iin-check-digit," in rejects and "operations,3,op-4,iin-check-digit," in tables["rejects"]
print("C and the command line give the same tables")
