"""A year of daily runs, each month closed on the 26th of the next: what a day costs in time and on disk, against day 31.

    cargo build --release && python3 benches/chain.py

Needs Python from 3.9 on and nothing else. With 20 000 operations a day of 10 000 persons, of which every fifth is paid on a
day: some two minutes. What is compared is the processor's time, which other work on the machine bears on the least. Figures measured once stand in docs/performance.md. Speed is no test; what each day leaves on the
disk is one (`closing::what_a_day_of_400_leaves_depends_on_its_open_months`).
"""
import argparse
import datetime
import hashlib
import os
import random
import resource
import shutil
import statistics
import subprocess
import tempfile
import time

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))

parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
parser.add_argument("--program", default=os.path.join(ROOT, "target", "release", "ustap"))
parser.add_argument("--operations", type=int, default=20_000, help="operations a day (default 20 000)")
parser.add_argument("--persons", type=int, default=10_000, help="persons in all (default 10 000)")
parser.add_argument("--days", type=int, default=365)
parser.add_argument("--without-closing", action="store_true", help="close no month, for comparison")
args = parser.parse_args()


def iin(number):
    """An invented ИИН of somebody born in 1990, with a valid check digit; None where the number has none."""
    digits = [int(digit) for digit in f"9001013{number:04d}"]
    for weights in (list(range(1, 12)), [3, 4, 5, 6, 7, 8, 9, 10, 11, 1, 2]):
        check = sum(weight * digit for weight, digit in zip(weights, digits)) % 11
        if check < 10:
            return "".join(map(str, digits)) + str(check)
    return None


def size(directory):
    return sum(os.path.getsize(os.path.join(path, name)) for path, _, names in os.walk(directory) for name in names)


persons = [person for person in map(iin, range(args.persons)) if person]
numbers = random.Random(392)
first = datetime.date(2026, 1, 1)
work = tempfile.mkdtemp(prefix="ustap-chain-")
wall, seconds, sizes, last = {}, {}, {}, None
try:
    for number in range(1, args.days + 1):
        day = first + datetime.timedelta(number - 1)
        operations = os.path.join(work, "operations.csv")
        with open(operations, "w") as file:
            file.write("operation_id,iin,settled_on,income\n")
            for operation in range(args.operations):
                income = numbers.randrange(100_000, 5_000_000)
                person = numbers.choice(persons)
                file.write(f"{number:03d}{operation:08d},{person},{day},{income // 100}.{income % 100:02d}\n")
        out = os.path.join(work, f"day-{number}")
        command = [args.program, "calculate", operations, "--keep", "--lines", "--out", out]
        if last:
            command += ["--after", last]
        if day.day == 26 and number > 31 and not args.without_closing:
            command += ["--close", (day.replace(day=1) - datetime.timedelta(1)).strftime("%Y-%m")]
        start, before = time.perf_counter(), resource.getrusage(resource.RUSAGE_CHILDREN)
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
        wall[number], after = time.perf_counter() - start, resource.getrusage(resource.RUSAGE_CHILDREN)
        seconds[number] = after.ru_utime - before.ru_utime + after.ru_stime - before.ru_stime
        sizes[number] = size(out)
        if last:
            shutil.rmtree(last)
        last = out
    with open(os.path.join(last, "register.csv"), "rb") as file:
        digest = hashlib.sha256(file.read()).hexdigest()
finally:
    shutil.rmtree(work)


def around(number):
    """The median of a day and the two before it: one run alone is at the mercy of the machine."""
    return statistics.median(seconds[day] for day in range(number - 2, number + 1))


print(f"{args.days} days of {args.operations} operations; the last register is {digest[:16]}")
most_time, most_bytes = max(seconds, key=seconds.get), max(sizes, key=sizes.get)
shown = {"day 31": 31, "the 25th, before the first closing": 56, "the 26th, which closes": 57, "the 27th": 58,
         f"day {args.days}": args.days, "the longest": most_time, "the largest": most_bytes}
for name, number in shown.items():
    if number in seconds:
        time_to, bytes_to = seconds[number] / around(31), sizes[number] / sizes[31]
        print(f"{name:<36} day {number:>3} {wall[number]:7.3f} s, {seconds[number]:7.3f} s of processors {time_to:5.2f} × "
              f"{sizes[number] / (1 << 20):7.2f} MiB {bytes_to:5.2f} ×")
print(f"medians of three days, of processors: {around(31):.3f} s up to day 31, {around(args.days):.3f} s up to day {args.days}, "
      f"the most {max(around(day) for day in range(3, args.days + 1)):.3f} s")
