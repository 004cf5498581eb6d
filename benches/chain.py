"""A year of daily runs over 100 000 persons: each on top of the one before, each month corrected and closed, every month
held against one run over all of it, and the whole chain verified at the end.

    just year                  # some ten minutes and 17 GB of disk
    just year --days 90 --operations 2000 --persons 10000

Every fiftieth income is a hundred times as large, so that months come near the limit and above it. On the 10th of a month
income of the month before is given back. On the 25th, before it is closed, that month must be in register, limits and
payments what one run over its operations makes of it, byte for byte; so must at the end those that are open. What a day
costs is shown by month: it depends on the months that are open, not on those that lie behind. Needs Python from 3.11 on
and nothing else. Figures of one year stand in docs/trust.md. Speed is no test; what each day leaves on the disk is one
(`closing::what_a_day_of_400_leaves_depends_on_its_open_months`).
"""
import argparse
import datetime
import os
import random
import shutil
import statistics
import subprocess
import sys
import tempfile
import time

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
MIB = 1 << 20

parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
parser.add_argument("--program", default=os.path.join(ROOT, "target", "release", "ustap"))
parser.add_argument("--operations", type=int, default=20_000, help="operations a day (default 20 000)")
parser.add_argument("--persons", type=int, default=100_000, help="persons in all (default 100 000)")
parser.add_argument("--corrections", type=int, default=500, help="incomes given back each month (default 500)")
parser.add_argument("--days", type=int, default=365)
parser.add_argument("--lines", action="store_true", help="write the lines of every day too")
parser.add_argument("--work", default=tempfile.gettempdir(), help="where the runs lie meanwhile")
args = parser.parse_args()


def iin(number):
    """An invented ИИН of somebody born from 1960 to 1999, with a valid check digit; None where the number has none."""
    year, month, day = 60 + number % 40, 1 + number // 40 % 12, 1 + number // 480 % 28
    digits = [int(digit) for digit in f"{year}{month:02d}{day:02d}3{number % 10_000:04d}"]
    for weights in (list(range(1, 12)), [3, 4, 5, 6, 7, 8, 9, 10, 11, 1, 2]):
        check = sum(weight * digit for weight, digit in zip(weights, digits)) % 11
        if check < 10:
            return "".join(map(str, digits)) + str(check)
    return None


def size(directory):
    return sum(os.path.getsize(os.path.join(path, name)) for path, _, names in os.walk(directory) for name in names)


def run(*command, statuses=(0,)):
    """Wall time, the processors' time and the peak of memory of the program with these arguments."""
    begun = time.perf_counter()
    child = subprocess.Popen([args.program, *command], stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
    said = child.stdout.read()
    _, status, usage = os.wait4(child.pid, 0)
    child.returncode = os.waitstatus_to_exitcode(status)
    if child.returncode not in statuses:
        sys.exit(f"{' '.join(command)}\nexit status {child.returncode}: {said.decode()}")
    return time.perf_counter() - begun, usage.ru_utime + usage.ru_stime, usage.ru_maxrss * 1024


def rows_of(directory, name, month):
    """The header of a file and its rows of one month."""
    with open(os.path.join(directory, name), encoding="utf-8") as file:
        header = file.readline()
        column = header.rstrip("\n").split(",").index("period")
        return [header] + [line for line in file if line.split(",")[column] == month]


class Year:
    def __init__(self, work):
        self.work = work
        self.persons = [person for person in map(iin, range(args.persons)) if person]
        self.numbers = random.Random(392)
        self.exemptions = os.path.join(work, "exemptions.csv")
        self.given = {}
        self.measured = {}
        self.chain = []
        self.corrected, self.held, self.near_limit, self.capped = [], 0, 0, 0
        with open(self.exemptions, "w", encoding="utf-8") as file:
            file.write("iin,category,valid_from,valid_to\n")
            # Every twentieth person, for a part of the year that begins on any day of it.
            for person in self.persons[::20]:
                since = datetime.date(2026, 1, 1) + datetime.timedelta(self.numbers.randrange(365))
                category = self.numbers.choice(["pension-age", "disability", "child-care-leave"])
                file.write(f"{person},{category},{since},{since + datetime.timedelta(90)}\n")

    def path(self, name):
        return os.path.join(self.work, name)

    def month_file(self, month):
        """All operations of a month, for the one run over it."""
        if month not in self.given:
            self.given[month] = open(self.path(f"{month}.csv"), "w", encoding="utf-8")
            self.given[month].write("operation_id,iin,settled_on,corrects_on,income\n")
        return self.given[month]

    def operations(self, number, day):
        """The file of a day: what is paid, and on the 10th what is given back of the month before."""
        path = self.path("operations.csv")
        with open(path, "w", encoding="utf-8") as file:
            file.write("operation_id,iin,settled_on,corrects_on,income\n")
            for operation in range(args.operations):
                income = self.numbers.randrange(100_000, 5_000_000) * (1 if operation % 50 else 100)
                row = (f"{number:03d}{operation:08d},{self.numbers.choice(self.persons)},{day},,"
                       f"{income // 100}.{income % 100:02d}\n")
                file.write(row)
                self.month_file(f"{day:%Y-%m}").write(row)
            if day.day == 10 and number > 31:
                last = day.replace(day=1) - datetime.timedelta(1)
                for operation in range(args.corrections):
                    of = last.replace(day=self.numbers.randrange(1, last.day + 1))
                    row = f"c{number:03d}{operation:07d},{self.numbers.choice(self.persons)},{day},{of},-1000.00\n"
                    file.write(row)
                    self.month_file(f"{last:%Y-%m}").write(row)
        return path

    def day(self, number, day):
        out = self.path(f"day-{number:03d}")
        command = ["calculate", self.operations(number, day), "--exemptions", self.exemptions, "--keep", "--out", out]
        command += ["--lines"] if args.lines else []
        command += ["--after", self.chain[-1]] if self.chain else []
        before = day.replace(day=1) - datetime.timedelta(1)
        if day.day == 26 and number > 31:
            command += ["--close", f"{before:%Y-%m}"]
        self.measured[number] = (*run(*command), size(out), day)
        if day.day == 10 and number > 31:
            self.corrected.append(run("correct", self.chain[-1], out, "--out", self.path("corrections"), statuses=(1,)))
            shutil.rmtree(self.path("corrections"))
        self.chain.append(out)
        if day.day == 25 and number > 31:
            self.hold(f"{before:%Y-%m}", out)

    def hold(self, month, directory):
        """A month against one run over all of its operations."""
        self.given.pop(month).close()
        path, out = self.path(f"{month}.csv"), self.path("whole")
        run("calculate", path, "--exemptions", self.exemptions, "--out", out)
        for name in ("register.csv", "limits.csv", "payments.csv"):
            chained, whole = rows_of(directory, name, month), rows_of(out, name, month)
            if chained != whole:
                at = next((at for at, rows in enumerate(zip(chained, whole)) if rows[0] != rows[1]), "the end")
                sys.exit(f"{month}: {name} of the chain and of one run differ at row {at}")
            if name == "register.csv":
                self.held += len(whole) - 1
                self.capped += sum(":capped" in row for row in whole)
            if name == "limits.csv":
                self.near_limit += len(whole) - 1
        shutil.rmtree(out)
        os.remove(path)

    def table(self):
        print("| month | a day: median | longest | of processors, median | peak memory, most | directory, most |")
        print("|---|---:|---:|---:|---:|---:|")
        for month in sorted({f"{day:%Y-%m}" for *_, day in self.measured.values()}):
            days = [of for of in self.measured.values() if f"{of[4]:%Y-%m}" == month]
            wall, processors, memory, bytes_ = ([of[column] for of in days] for column in range(4))
            print(f"| {month} | {statistics.median(wall):.2f} s | {max(wall):.2f} s | {statistics.median(processors):.2f} s"
                  f" | {max(memory) / MIB:.0f} MiB | {max(bytes_) / MIB:.1f} MiB |", flush=True)


def main():
    work = tempfile.mkdtemp(prefix="ustap-year-", dir=args.work)
    try:
        year = Year(work)
        for number in range(1, args.days + 1):
            year.day(number, datetime.date(2026, 1, 1) + datetime.timedelta(number - 1))
        for month in sorted(year.given):
            year.hold(month, year.chain[-1])
        print(f"{args.days} days of {args.operations} operations, {len(year.persons)} persons\n")
        year.table()
        print(f"\n{year.held} rows of registers ({year.capped} with a cap) and {year.near_limit} of limits, month by month, are "
              "those of one run over each month")
        if not year.capped or not year.near_limit:
            sys.exit("no month came to a cap and a limit: nothing is shown of them")
        if year.corrected:
            print(f"{len(year.corrected)} corrections, the longest {max(of[0] for of in year.corrected):.2f} s")
        bytes_ = sum(of[3] for of in year.measured.values())
        wall, _, memory = run("verify", year.chain[-1], "--chain", *year.chain[:-1])
        print(f"the chain of {len(year.chain)} runs, {bytes_ / MIB:.0f} MiB, holds: verified in {wall:.1f} s and {memory / MIB:.0f} MiB")
    finally:
        shutil.rmtree(work)


main()
