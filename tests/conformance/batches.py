#!/usr/bin/env python3
"""Compares a program with reference.py on random batches, messy ones: every file, every column; of penalties, which are
printed, the columns that the reference has and what is told of rejected rows.

    python3 tests/conformance/batches.py --command 'target/debug/ustap {arguments}'
    python3 tests/conformance/batches.py --command 'target/debug/ustap {arguments}' --first 1234 --batches 1

Batch N is made from the seed N alone, the same on every machine. Where the two differ, the batch stays under
target/conformance/N, with a case.toml that says what was asked.
"""

import argparse
import contextlib
import io
import os
import random
import shlex
import shutil
import sys
import tempfile

import reference
import run

PERSONS = ["900101300017", "900101300811", "871120900221", "930515900150", "090840013770", "610612300113"]
TABLES = reference.Tables(os.path.join(reference.ROOT, "rates"))
CATEGORIES = sorted(TABLES.categories)
# Around the borders of the law, and days between.
DAYS = """
2024-09-02 2024-09-03 2024-12-31 2025-01-01 2025-06-15 2025-12-31 2026-01-01 2026-02-28 2026-07-31 2026-08-01 2026-08-02
2026-08-15 2026-08-16 2026-08-30 2026-08-31 2026-09-01 2026-12-31 2027-01-01
""".split()
AUGUST = [f"2026-08-{day:02}" for day in range(1, 32)]
NO_DAYS = [
    "2026-02-29",
    "2026-8-1",
    "08/01/2026",
    "",
    "01.01.0001",
    "2026-08-01T24:00",
    "2026-08-01  10:00",
    "2026-08-01T10:00+5",
    "2026-08-01 10:00 +24:00",
    "0000-01-01",
    "2026-08-01T10",
    "31.09.2026",
    "2026-08-01T10:00:00,",
    "2026–08–01",
]
AMOUNTS = """
0 0.01 0.49 0.50 49.99 50 149.50 150 249.99 1000 12345.67 100000 297500 300000 594999.99 595000 595000.01 600000 850000
850000.01 1037999.99 1038000 1297499.99 1297500 1297500.01 1500000 1700000 4250000 4250000.01 5000000 999999999999.99
""".split()
NO_AMOUNTS = [
    "+5",
    "5.",
    "1e3",
    "1,234.50",
    "(100)",
    "100-",
    "−5",
    "1 00",
    "1.005",
    "сто",
    "",
    "-",
    ".",
    "1 000 00",
    "1.0000000",
    "1000000000000",
    "9" * 30,
    "- 5",
    "1  000",
    ".001",
]
IINS_BAD = [
    "90010130001",
    "9001013000170",
    "000000000000",
    "900101300018",
    "900101300801",
    "",
    "90010130001O",
    "9001 01300017",
]


class Batch:
    def __init__(self, seed, directory):
        self.random, self.directory, self.files = random.Random(seed), directory, {}
        # Some batches are nearly clean, so that what is computed is much; others are mostly faults.
        self.mess = self.random.choice([0.0, 0.02, 0.1, 0.3])
        self.august = self.random.random() < 0.6

    def rarely(self, chance=1.0):
        return self.random.random() < self.mess * chance

    def iin(self):
        return self.random.choice(IINS_BAD) if self.rarely(0.3) else self.random.choice(PERSONS)

    def day(self, instant=True):
        if self.rarely(0.3):
            return self.random.choice(NO_DAYS)
        day = self.random.choice(AUGUST if self.august and self.random.random() < 0.9 else DAYS)
        if self.random.random() < 0.2:
            day = ".".join(reversed(day.split("-")))
        if self.random.random() < 0.2:
            day += self.random.choice([" 9:05", "T00:00:00", "t23:59:59.999", " 10:30:15,5"])
            if instant and self.random.random() < 0.6 or self.rarely(0.3):
                day += self.random.choice(["Z", " z", "+05", "-0330", " +09:00", "+14:00", "-12:00", "+23:59"])
        return day

    def money(self, below_zero=0.1):
        if self.rarely(0.3):
            return self.random.choice(NO_AMOUNTS)
        amount = self.random.choice(AMOUNTS)
        whole, _, decimals = amount.partition(".")
        if self.random.random() < 0.2:
            for at in range(len(whole) - 3, 0, -3):
                whole = whole[:at] + self.random.choice([" ", "\u00a0", "\u202f", "\u2009"]) + whole[at:]
        elif self.random.random() < 0.1:
            whole = "00" + whole
        if decimals and self.random.random() < 0.2:
            decimals += "0" * self.random.randrange(5 - len(decimals) + 2)
        if decimals and whole == "0" and self.random.random() < 0.5:
            whole = ""
        amount = whole + (self.random.choice(".,") + decimals if decimals else "")
        return "-" + amount if self.random.random() < below_zero else amount

    def table(self, name, columns, rows):
        """Writes the rows as some program might have."""
        chance = self.random.random
        delimiter, end = self.random.choice(",;\t"), self.random.choice(["\n", "\r\n"])
        columns = list(columns) + ["note"] * (chance() < 0.3)
        order = self.random.sample(range(len(columns)), len(columns))

        def field(text):
            bare = not any(c in text for c in f'{delimiter}"\r\n')
            if bare and chance() < 0.9:
                return " " * (chance() < 0.05) + text + "\u00a0" * (chance() < 0.05)
            return '"' + text.replace('"', '""') + '"'

        def heading(text):
            return self.random.choice([text, text.upper(), text.replace("_", " "), text.replace("_", "")])

        text = ""
        if chance() < 0.2:
            text += "\ufeff"
        if chance() < 0.1:
            text += f"sep={delimiter}{end}"
        text += delimiter.join(heading(columns[at]) for at in order)
        for row in rows:
            row = list(row) + ["", 'с "кавычками"', "две\nстроки"][self.random.randrange(3) :][:1] * (
                len(columns) > len(row)
            )
            fields = [field(row[at]) for at in order]
            if chance() < 0.1:
                fields += ["", " ", '""'][: self.random.randrange(1, 4)]
            if self.rarely(0.1):
                fields = fields[:-1]
            if self.rarely(0.1):
                fields += ["x"]
            if self.rarely(0.1):
                fields[0] = '"' + fields[0].replace('"', "") + '"x'
            text += end * (2 if chance() < 0.05 else 1) + "\ufeff" * (chance() < 0.03) + delimiter.join(fields)
        text += end * (chance() < 0.9)
        written = text.encode()
        if self.rarely(0.2):
            written = written.replace("д".encode(), b"\xe4", 1)
        with open(os.path.join(self.directory, name), "wb") as file:
            file.write(written)
        return name

    def exemptions(self, count):
        def row():
            first, last = ("" if self.random.random() < 0.4 else self.day(False) for _ in "ab")
            if first > last and last and not self.rarely():
                first, last = last, first
            category = "pensioner" if self.rarely(0.3) else self.random.choice(CATEGORIES)
            known = self.day(False) if self.random.random() < 0.3 else ""
            return self.iin(), category.upper() if self.random.random() < 0.1 else category, first, last, known

        return self.table(
            "exemptions.csv", ["iin", "category", "valid_from", "valid_to", "known_on"], [row() for _ in range(count)]
        )

    def contractors(self, count):
        def row():
            regimes = [
                "self-employed",
                "self-employed",
                "mobile-app",
                "mobile-app-standard",
                "entrepreneur",
                "legal-entity",
                "",
            ]
            first, last = ("" if self.random.random() < 0.5 else self.day(False) for _ in "ab")
            if first > last and last and not self.rarely():
                first, last = last, first
            regime = "freelancer" if self.rarely(0.3) else self.random.choice(regimes)
            birth = self.day(False) if self.random.random() < 0.2 else ""
            return self.iin(), "Жүсіпов, А.", birth, regime, first, last

        columns = ["iin", "surname", "birth_date", "regime", "regime_from", "regime_to"]
        return self.table("contractors.csv", columns, [row() for _ in range(count)])

    def calculation(self):
        count = self.random.choice([0, 1, 5, 20, 60])
        twice = self.random.choice([0.0, 0.02, 0.3])
        made = []

        def row():
            if made and self.random.random() < twice:
                again = list(self.random.choice(made))
                if self.random.random() < 0.4:
                    again[self.random.randrange(1, 5)] = self.random.choice([self.iin(), self.day(), self.money()])
                return again
            name = (
                self.random.choice(["", "x" * 65, "я" * 33, " "])
                if self.rarely(0.2)
                else self.random.choice("abABяЖ") + str(len(made))
            )
            settled = self.day()
            corrects = self.random.choice([self.day(), settled, "0001-01-01"]) if self.random.random() < 0.15 else ""
            row = [name, self.iin(), settled, self.money(), corrects]
            made.append(row)
            return row

        columns = ["operation_id", "iin", "settled_on", "income", "corrects_on"]
        given = {"operations": [self.table("operations.csv", columns, [row() for _ in range(count)])]}
        if self.random.random() < 0.3:
            given["operations"].append(self.table("operations-2.csv", columns, [row() for _ in range(5)]))
        if self.random.random() < 0.7:
            given["exemptions"] = [self.exemptions(self.random.randrange(12))]
            if self.random.random() < 0.2:
                given["known_on"] = "2026-08-15"
        if self.random.random() < 0.5:
            given["contractors"] = [self.contractors(self.random.randrange(8))]
        if self.random.random() < 0.2:
            given["period"] = "2026-08"
        if self.random.random() < 0.4:
            given["over_limit"] = self.random.choice(["cap", "stop"])
        given["lines"] = True
        return {"work": "calculate", "given": given}

    def distribution(self):
        months = self.random.sample(["2026-07", "2026-08", "2025-06", "2024-12"], self.random.randrange(1, 4))
        sums = ["0", "0", "1000", "1000", "1000.00", "999", "1001", "500", "0.01"]
        bad = lambda good, column: self.random.choice(column) if self.rarely(0.3) else good

        def paid():
            knp = self.random.choice(["010", "010", "089", "012", "122"])
            knp = bad(knp, ["911", "019", "124", "333", "", "10"])
            amount = bad(self.random.choice(sums[2:]), ["0", "-5", *NO_AMOUNTS])
            rate = self.random.choice(["1%"] * 6 + ["1", "1,0 %", "10%", "3.5", "5 %"])
            rate = bad(rate, ["", "2%", "0.01", "один", "1 % ", "%"])
            names = [bad("Жүсіпов", [""]), bad("Әлихан", [""])]
            return [self.iin(), bad(self.random.choice(months), ["2026-13", "", "08.2026"]), knp, amount, rate, *names]

        def kgd():
            return [self.iin(), bad(self.random.choice(months), ["2026-13", ""])] + [
                bad(self.random.choice(sums), ["-1", *NO_AMOUNTS]) for _ in "12345"
            ]

        columns = ["iin", "period", "knp", "amount", "rate", "surname", "given_name"][: self.random.choice([4, 5, 7])]
        rows = lambda: [paid()[: len(columns)] for _ in range(self.random.choice([1, 5, 25]))]
        given = {"paid": [self.table("paid.csv", columns, rows())]}
        if self.random.random() < 0.3:
            given["paid"].append(self.table("paid-2.csv", columns, rows()))
        given["kgd"] = [
            self.table(
                "kgd.csv", ["iin", "period", *reference.PAYMENTS], [kgd() for _ in range(self.random.randrange(1, 9))]
            )
        ]
        if self.random.random() < 0.7:
            given["exemptions"] = [self.exemptions(self.random.randrange(12))]
        return {"work": "distribute", "given": given}

    def penalties(self):
        months = ["2024-09", "2024-10", "2024-12", "2025-01", "2025-08", "2025-12", "2026-01", "2026-04", "2026-06"]
        bad = lambda good, column: self.random.choice(column) if self.rarely(0.3) else good

        def row():
            payment = bad(self.random.choice(reference.SOCIAL), ["ipn", "OPV", "010", ""])
            month = bad(self.random.choice(months + ["2026-07", "2026-09"]), ["2024-08", "2026-13", ""])
            return payment, month, self.day(), self.money(0.3 * self.mess)

        columns = ["payment", "period", "paid_on", "amount"]
        rows = [row() for _ in range(self.random.choice([1, 5, 25]))]
        return {"work": "penalty", "given": {"operations": [self.table("late.csv", columns, rows)]}}

    def case(self, seed):
        """What is asked of the batch."""
        return [self.calculation, self.calculation, self.distribution, self.penalties][seed % 4]()


def toml(case):
    quoted = lambda value: {True: "true"}.get(value) if value is True else repr(value).replace("'", '"')
    given = "".join(f"{name} = {quoted(value)}\n" for name, value in case["given"].items())
    return f'work = "{case["work"]}"\n\n[given]\n{given}'


def differences(command, case, directory, out):
    """What differs; the reference runs in this process, since starting Python takes longer than its work."""
    ours, theirs = os.path.join(out, "ours"), os.path.join(out, "theirs")
    os.makedirs(theirs)
    printed, told = io.StringIO(), io.StringIO()
    words = shlex.split(run.arguments(case, directory, ours))
    args = reference.arguments(words)
    try:
        with contextlib.redirect_stdout(printed), contextlib.redirect_stderr(told):
            status = int(reference.WORK[args.work](TABLES, args))
    except SystemExit:
        status = 2
    returned, output, errors = run.ran(run.filled(command, case, directory, theirs), 60)
    found = []
    if returned != status:
        says = errors.decode("utf-8", "replace").strip()
        found.append(f"status: {status} by the reference, {returned} found; it says: {says}")
    if status < 2 and case["work"] not in run.WRITES:
        found += run.compared_bytes("what is printed", printed.getvalue(), output, [])
        found += run.compared_bytes("what is told", told.getvalue(), rejected(errors), ["value"])
        return found
    for name in sorted(os.listdir(os.path.join(ours, "run"))) if status < 2 else []:
        path = os.path.join(run.inside(theirs), name)
        if not os.path.exists(path):
            found.append(f"{name}: is not there")
            continue
        with open(os.path.join(ours, "run", name), encoding="utf-8", newline="") as mine, open(path, "rb") as other:
            found += run.compared_bytes(name, mine.read(), other.read(), [])
    return found


def rejected(errors):
    """The table of rejected rows among all that is told; in it an ИИН may be masked."""
    return b"".join(errors.partition(b"file,line,code")[1:])


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--command", required=True, help="a line for the shell, as of run.py")
    parser.add_argument("--batches", type=int, default=300)
    parser.add_argument("--first", type=int, default=0, help="the seed of the first batch")
    args = parser.parse_args()
    sys.stdout.reconfigure(encoding="utf-8")
    bad = 0
    for seed in range(args.first, args.first + args.batches):
        with tempfile.TemporaryDirectory() as place:
            directory = os.path.join(place, "batch")
            os.makedirs(directory)
            batch = Batch(seed, directory)
            case = batch.case(seed)
            with open(os.path.join(directory, "case.toml"), "w", encoding="utf-8") as file:
                file.write(toml(case))
            if found := differences(args.command, case, directory, place):
                bad += 1
                kept = os.path.join(reference.ROOT, "target", "conformance", str(seed))
                shutil.rmtree(kept, ignore_errors=True)
                shutil.copytree(directory, kept)
                print(f"DIFFERS batch {seed}, kept in {kept}", *("    " + line for line in found), sep="\n", flush=True)
    print(f"{args.batches - bad} of {args.batches} batches are equal")
    return bool(bad)


if __name__ == "__main__":
    sys.exit(main())
