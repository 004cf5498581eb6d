"""Lets LibreOffice make workbooks of the example inputs, and compares what the program makes of them with the CSV.

    python3 tests/workbooks/read.py PROGRAM
"""

import subprocess
import sys
import tempfile
from pathlib import Path

from open import AUGUST, EXAMPLES, fail

MONTH = EXAMPLES / "month"
# As it opens a CSV by itself: numbers, days and per cent become such, and ИИН lose their zeros.
AS_VALUES = "CSV:44,34,76,1,,1033,false,true"
# Every column as text, divided by semicolons or commas.
AS_TEXTS = "CSV:{},34,76,1," + "/".join(f"{column}/2" for column in range(1, 10)) + ",1033,false,false"


def workbooks(paths, form, out):
    """Makes the workbooks of CSV files, each under its name: what a file is its content says."""
    profile = f"-env:UserInstallation=file://{out}/profile"
    command = ["soffice", profile, "--headless", f"--infilter={form}", "--convert-to", "xlsx", "--outdir", out, *paths]
    subprocess.run(command, capture_output=True, check=True, timeout=300)
    for path in paths:
        made = (out / path.name).with_suffix(".xlsx")
        if not made.exists():
            fail(f"{path}: LibreOffice makes no workbook of it")
        made.rename(out / path.name)


def text(path):
    """An input as a sheet can have it: no rows that are shorter than the header, no field on two lines."""
    text = path.read_text(encoding="utf-8-sig").replace("час.\nДомофон", "час. Домофон")
    mark = delimiter(text)
    least = text.split("\n")[0].count(mark)
    return "\n".join(line for line in text.split("\n") if not line or line.count(mark) >= least)


def delimiter(text):
    return ";" if ";" in text.split("\n")[0] else ","


def run(program, place, source, arguments):
    """The outputs of a command over the files of a directory, by name."""
    words = [f"{source}/{word}" if word.endswith(".csv") else word for word in arguments]
    out = place / f"{arguments[0]}-{source}"
    done = subprocess.run([program, *words, "--out", out], cwd=place, capture_output=True, text=True)
    if done.returncode not in (0, 1):
        fail(f"{' '.join(words)}: status {done.returncode}\n{done.stderr}")
    return {path.name: path.read_bytes() for path in out.iterdir() if not path.name.startswith("receipt.")}


def main(program, place):
    compared = 0
    facts = ["--exemptions", "exemptions.csv", "--contractors", "contractors.csv", "--lines"]
    commands = [
        (MONTH, ["calculate", "operations.csv", *facts]),
        (MONTH, ["distribute", "--paid", "paid.csv", "--kgd", "kgd.csv", "--exemptions", "exemptions.csv"]),
        (AUGUST, ["calculate", "operations.csv", *facts]),
    ]
    made = 0
    for dir, form in [(MONTH, AS_VALUES), (AUGUST, AS_TEXTS)]:
        texts = [place / dir.name / path.name for path in sorted(dir.glob("*.csv"))]
        (place / dir.name).mkdir()
        (place / f"{dir.name}-books").mkdir()
        for path in texts:
            path.write_text(text(dir / path.name), encoding="utf-8")
        for mark in ",;":
            of_mark = [path for path in texts if delimiter(path.read_text(encoding="utf-8")) == mark]
            if of_mark:
                workbooks(of_mark, form.format(ord(mark)), place / f"{dir.name}-books")
        made += len(texts)
    for dir, arguments in commands:
        outputs = [run(program, place, source, arguments) for source in (dir.name, f"{dir.name}-books")]
        for name in sorted(outputs[0].keys() | outputs[1].keys()):
            expected, came = (files.get(name, b"") for files in outputs)
            if expected != came:
                fail(f"{arguments[0]} of {dir.name}: another {name} of the workbooks than of the CSV\n{came.decode()}")
            compared += 1
    print(f"the program reads {made} workbooks that LibreOffice has made: {compared} outputs are those of the CSV")


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as directory:
        main(str(Path(sys.argv[1]).resolve()), Path(directory))
