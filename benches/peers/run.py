"""Runs `ustap`, DuckDB, Polars and the floor on the same batches in turn, checks that they agree to the byte, and
prints the tables of docs/performance.md.

    python -m venv /tmp/peers && /tmp/peers/bin/pip install -r benches/peers/requirements.txt
    /tmp/peers/bin/python benches/peers/run.py

Runs over time have no peers, so that any Python from 3.11 on will do:

    python3 benches/peers/run.py daily correct verify --without duckdb --without polars

The section `wheel` takes the wheel that `just wheel` makes, installed where the peers are. `spark`, which runs only where
it is named, takes another Python, with Spark and the wheel: SPARK_PYTHON names it.

A run counts from the start of the process to its end, output synced; memory is the peak resident set of the process.
The operations are read once before every run, so that they are in the page cache. The whole takes about half an hour and 20 GB of disk; --rows 100000 a minute.
"""
import argparse
import hashlib
import importlib.metadata
import json
import os
import platform
import resource
import shlex
import shutil
import statistics
import subprocess
import sys
import time

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.dirname(os.path.dirname(HERE))
RELEASE = os.path.join(ROOT, "target", "release")
SECTIONS = ["register", "lines", "floor", "scaling", "memory", "threads", "quoted", "worst", "daily", "correct", "verify",
            "settlement", "wheel"]
MIB = 1 << 20
# Stands in a command for the directory that a side writes.
OUT = "OUT"
# The payments of a person's month, with their КНП; ИПН has none here, for its sums are not passed on by person.
PAYMENTS = {"ipn": "", "opv": "010", "opvr": "089", "so": "012", "vosms": "122"}

parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
parser.add_argument("sections", nargs="*", default=SECTIONS, metavar="SECTION", help=f"of: {', '.join(SECTIONS)}, and spark")
parser.add_argument("--rows", type=int, default=10_000_000, help="rows of the canonical batch (default 10 million)")
parser.add_argument("--threads", type=int, default=2, help="threads of every side (default 2)")
parser.add_argument("--runs", type=int, default=3, help="runs of every side (default 3)")
parser.add_argument("--without", action="append", default=[], help="leave out a side: ustap, duckdb, polars")
parser.add_argument("--work", default=os.path.join(ROOT, "target", "peers"), help="directory for batches and outputs")
args = parser.parse_args()
if unknown := set(args.sections) - {*SECTIONS, "spark"}:
    parser.error(f"no section {', '.join(unknown)}")
out_root = os.path.join(args.work, "out")

# ----------------------------------------------------------------------------------------------------- batches, sides


def batch(rows, **others):
    """The directory of the batch, made if it is not there: 30 people and 14 exemptions to 1 000 operations."""
    name = "-".join(["batch", str(rows), *(f"{option}-{value}" for option, value in others.items())])
    path = os.path.join(args.work, name)
    if not os.path.exists(path):
        part = path + ".part"
        shutil.rmtree(part, ignore_errors=True)
        os.makedirs(args.work, exist_ok=True)
        options = {"rows": rows, "people": rows * 3 // 100, "exemptions": rows * 144 // 10_000, "bad_ppm": 1_000,
                   "duplicates_ppm": 200} | others
        command = [os.path.join(RELEASE, "examples", "make_batch"), "--out", part]
        for option, value in options.items():
            command += ["--" + option.replace("_", "-")] + ([] if value is True else [str(value)])
        subprocess.run(command, check=True)
        os.rename(part, path)
    return path


def ustap(batch, *flags, threads=args.threads):
    return ["ustap", os.path.join(RELEASE, "ustap"), "calculate", os.path.join(batch, "operations.csv"),
            "--exemptions", os.path.join(batch, "exemptions.csv"), "--threads", str(threads), *flags, "--out", OUT]


def duckdb(batch, *flags):
    return ["DuckDB", sys.executable, os.path.join(HERE, "duckdb_job.py"), batch, "--threads", str(args.threads), *flags,
            "--out", OUT]


def polars(batch, *flags):
    return ["Polars", sys.executable, os.path.join(HERE, "polars_job.py"), batch, "--threads", str(args.threads), *flags,
            "--out", OUT]


def floor(batch):
    return ["floor", os.path.join(RELEASE, "examples", "floor"), os.path.join(batch, "operations.csv"),
            str(args.threads)]


def sha256(paths):
    """Nothing but the digests of these files, on one thread, by the OpenSSL of Python."""
    code = "import hashlib, sys; [hashlib.file_digest(open(path, 'rb'), 'sha256') for path in sys.argv[1:]]"
    return ["SHA-256", sys.executable, "-c", code, *paths]


# --------------------------------------------------------------------------------------------------------- measurement


class Side:
    def __init__(self, name, *command):
        self.name, self.command = name, command
        self.seconds, self.peak_bytes = [], []
        self.counts_memory = not name.startswith("SHA-256")

    def run(self):
        """One run; the digests of what it wrote."""
        out = os.path.join(out_root, self.name.split()[0])
        command = [out if word == OUT else word for word in self.command]
        shutil.rmtree(out, ignore_errors=True)
        os.makedirs(out_root, exist_ok=True)
        with (open(os.path.join(out_root, "stderr"), "w+", encoding="utf-8") as stderr,
              open(os.path.join(out_root, "stdout"), "w+", encoding="utf-8") as stdout):
            begun = time.perf_counter()
            child = subprocess.Popen(command, stdout=stdout, stderr=stderr)
            _, status, usage = os.wait4(child.pid, 0)
            self.seconds.append(time.perf_counter() - begun)
            child.returncode = os.waitstatus_to_exitcode(status)
            # ustap ends with 1 where it rejected rows or found corrections, as it must here.
            if child.returncode not in ((0, 1) if self.name.startswith("ustap") else (0,)):
                stderr.seek(0)
                sys.exit(f"{' '.join(command)}\nexit status {child.returncode}: {stderr.read()}")
            stdout.seek(0)
            said = stdout.read()
        self.peak_bytes.append(usage.ru_maxrss * 1024)
        if "--arrow" in command:
            # Of the job alone, behind the table.
            told = json.loads(said)
            self.seconds[-1], self.peak_bytes[-1] = told["seconds"], told["added"]
        elif self.name.startswith("typed"):
            self.seconds[-1] = seconds_of(said.rsplit(" ", 1)[-1])
            self.peak_bytes[-1] = int(said.split(" bytes added")[0].rsplit(" ", 1)[-1])
        digests = {name: digest(os.path.join(out, name)) for name in ("register.csv", "lines.csv", "corrections.csv")
                   if os.path.exists(os.path.join(out, name))}
        shutil.rmtree(out, ignore_errors=True)
        return digests

    def median(self):
        return statistics.median(self.seconds)

    def memory(self):
        return statistics.median(self.peak_bytes)

    def measured(self):
        # A child starts with the peak of this process, so less than that cannot be seen.
        own = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024
        under = "under " if self.memory() <= own else ""
        return (f"{self.median():.2f} s | {min(self.seconds):.2f}–{max(self.seconds):.2f} s"
                f" | {under}{self.memory() / MIB:.0f} MiB")


def seconds_of(text):
    """A duration as Rust prints it."""
    unit = 1e-3 if text.strip().endswith("ms") else 1
    return float(text.strip().rstrip("ms")) * unit


def digest(path):
    sha256 = hashlib.sha256()
    with open(path, "rb", buffering=0) as file:
        while block := file.read(MIB):
            sha256.update(block)
    return sha256.hexdigest()


def measure(path, *sides, reads=("operations.csv",)):
    """Runs the sides in turn, `--runs` times; all that write a file must write the same bytes."""
    sides = [Side(*side) for side in sides if side[0].split()[0].lower() not in args.without]
    agreed = {}
    for _ in range(args.runs):
        for side in sides:
            for name in reads:
                digest(os.path.join(path, name))  # so that it is in the page cache
            for name, sha256 in side.run().items():
                if agreed.setdefault(name, sha256) != sha256:
                    sys.exit(f"{side.name} wrote another {name}")
    return sides, agreed


# -------------------------------------------------------------------------------------------------------------- tables


def spaced(number):
    return f"{number:,}".replace(",", " ")


def table(title, path, sides, agreed, subject=None):
    """The sides of one job, compared with the first."""
    rows = os.path.basename(path).split("-")[1]
    size = os.path.getsize(os.path.join(path, "operations.csv"))
    print(f"\n**{title}**: {subject or f'{spaced(int(rows))} operations, {spaced(size)} bytes'}\n")
    print("| | median | min–max | peak memory | time | memory |\n|---|---:|---:|---:|---:|---:|")
    for side in sides:
        print(f"| {side.name} | {side.measured()} | {side.median() / sides[0].median():.2f} × |"
              f" {side.memory() / sides[0].memory():.2f} × |")
    for name, sha256 in sorted(agreed.items()):
        print(f"\n{name}, the same of all: sha256 {sha256[:16]}…")
    print("\n```")
    for side in sides:
        command = shlex.join(side.command).replace(sys.executable, "python").replace(path, "BATCH")
        print(command.replace(ROOT + os.sep, ""))
    print("```", flush=True)


def section_register():
    path = batch(args.rows)
    bound = ustap(path, "--memory", "128MiB")
    bound[0] = "ustap in 128 MiB"
    table("Register", path, *measure(path, ustap(path), bound, duckdb(path), polars(path)))


def section_lines():
    path = batch(args.rows)
    table("Register and lines", path, *measure(path, ustap(path, "--lines"), duckdb(path, "--lines")))


def section_floor():
    path = batch(args.rows)
    table("Against the floor", path, *measure(path, floor(path), ustap(path)))


def section_scaling():
    print("\n**Time per operation**\n\n| operations | median | min–max | peak memory | per operation |")
    print("|---:|---:|---:|---:|---:|")
    for rows in (args.rows // 10, args.rows, args.rows * 5):
        path = batch(rows)
        for side in measure(path, ustap(path))[0]:
            print(f"| {spaced(rows)} | {side.measured()} | {side.median() / rows * 1e9:.0f} ns |", flush=True)


def section_memory():
    path = batch(args.rows * 5)
    for lines in ([], ["--lines"]):
        free, bound = ustap(path, *lines), ustap(path, "--memory", "256MiB", *lines)
        bound[0] = "ustap in 256 MiB"
        table(f"What spilling costs{', with lines' if lines else ''}", path, *measure(path, free, bound))


def section_threads():
    path = batch(args.rows)
    one = ustap(path, threads=1)
    one[0] = "ustap on one thread"
    table("Threads", path, *measure(path, ustap(path), one))


def section_quoted():
    """The same rows, of which every one has its amount in quotation marks."""
    path, quoted = batch(args.rows), os.path.join(args.work, f"quoted-{args.rows}")
    if not os.path.exists(quoted):
        shutil.copytree(path, quoted + ".part")
        with (open(os.path.join(path, "operations.csv"), "rb") as file,
              open(os.path.join(quoted + ".part", "operations.csv"), "wb") as out):
            out.write(file.readline())
            for line in file:
                rest, comma, amount = line.rstrip(b"\n").rpartition(b",")
                out.write(rest + comma + b'"' + amount + b'"\n')
        os.rename(quoted + ".part", quoted)
    sides = [ustap(path), ustap(quoted)]
    sides[1][0] = "ustap with the amount quoted"
    # The register is compared; what differs is the bytes of a row that an excerpt or a digest shows.
    table("One field quoted in every row", path, *measure(path, *sides))


def section_worst():
    for title, options in {"Names quoted in every row": {"quoted_names": True},
                           "Half of the rows duplicates": {"duplicates_ppm": 500_000},
                           "Every operation of another person": {"people": args.rows}}.items():
        path = batch(args.rows, **options)
        table(title, path, *measure(path, ustap(path), duckdb(path), polars(path)))


# ------------------------------------------------------------------------------------------------------ runs over time


def made(path, name, *command):
    """A run in the directory of the batch, made by this build: its state and receipt are of one program."""
    out = os.path.join(path, name)
    shutil.rmtree(out, ignore_errors=True)
    Side("ustap " + name, *[out if word == OUT else word for word in command[1:]]).run()
    return out


def files_below(run):
    return [os.path.join(dir, name) for dir, _, names in os.walk(run) for name in sorted(names)]


def days():
    """A batch cut in two: a month, and the 4 % of its operations that come in on one more day. No id conflicts, since
    then what was withheld stays and one run over everything would be another."""
    path = batch(args.rows * 104 // 100, duplicates_ppm=0)
    month, day = os.path.join(path, "month.csv"), os.path.join(path, "day.csv")
    if not os.path.exists(day):
        with open(os.path.join(path, "operations.csv"), "rb") as operations, open(month, "wb") as file:
            header = operations.readline()
            file.write(header)
            file.writelines(operations.readline() for _ in range(args.rows))
            with open(day + ".part", "wb") as rest:
                rest.write(header)
                shutil.copyfileobj(operations, rest, MIB)
        os.rename(day + ".part", day)
    return path, month, day


def over(path, operations, *flags):
    """`ustap` over these operations with the facts of the batch."""
    name, program, command, _, *rest = ustap(path, *flags)
    return [name, program, command, *operations, *rest]


def section_daily():
    path, month, day = days()
    kept = made(path, "kept", *over(path, [month], "--keep"))
    sides = {"ustap over everything": over(path, [month, day]),
             "ustap over everything, keeping": over(path, [month, day], "--keep"),
             "ustap on top": over(path, [day], "--after", kept),
             "ustap on top, keeping": over(path, [day], "--after", kept, "--keep"),
             "ustap on top, keeping, with lines": over(path, [day], "--after", kept, "--keep", "--lines"),
             "ustap on top, keeping, in 128 MiB": over(path, [day], "--after", kept, "--keep", "--memory", "128MiB")}
    state = [file for file in files_below(kept) if file.endswith(".bin")]
    # The digests of what a day reads: its operations and the state.
    sides |= {"SHA-256 of the day and the state": sha256([day, *state])}
    reads = ["month.csv", "day.csv", *(os.path.relpath(file, path) for file in state)]
    sides, agreed = measure(path, *([name, *side[1:]] for name, side in sides.items()), reads=reads)
    size = sum(map(os.path.getsize, state))
    table("A day on top of a month", path, sides, agreed,
          f"{spaced(args.rows * 4 // 100)} operations on top of {spaced(args.rows)}, whose state has {spaced(size)} bytes,"
          f" {size / args.rows:.1f} for each")


def section_correct():
    """Two registers of so many persons, of which one knows exemptions that the other does not."""
    persons = args.rows // 10
    path = batch(persons * 2, people=persons)
    without = ustap(path)
    at = without.index("--exemptions")
    del without[at:at + 2]
    before, after = made(path, "before", *without), made(path, "after", *ustap(path))
    registers = [os.path.join(run, "register.csv") for run in (before, after)]
    correct = ["ustap correct", os.path.join(RELEASE, "ustap"), "correct", before, after, "--out", OUT]
    sides, agreed = measure(path, correct, sha256(registers), reads=[os.path.relpath(file, path) for file in registers])
    table("Two runs compared", path, sides, agreed,
          f"two registers of {spaced(persons)} persons, {spaced(sum(map(os.path.getsize, registers)))} bytes")


def section_verify():
    path, month, day = days()
    kept = made(path, "kept", *over(path, [month], "--keep"))
    run = made(path, "day", *over(path, [day], "--after", kept, "--keep", "--lines"))
    files = files_below(run)
    sides, agreed = measure(path, ["ustap verify", os.path.join(RELEASE, "ustap"), "verify", run], sha256(files),
                            reads=[os.path.relpath(file, path) for file in files])
    table("A run verified", path, sides, agreed,
          f"the day with its state, {spaced(sum(map(os.path.getsize, files)))} bytes")


# ------------------------------------------------------------------------------------------------------ the settlement


def section_settlement():
    """A million persons of one month: lists as a workbook, an answer with a hundredth of its rows damaged against the run,
    and what was paid, a tenge too little for one row of a hundred, against the sums of КГД."""
    persons = args.rows // 10
    path = batch(persons, people=persons, contractors=True)
    run = made(path, "run", *ustap(path))
    answer, paid, kgd = (os.path.join(path, name) for name in ("answer.csv", "paid.csv", "kgd.csv"))
    with open(answer, "wb") as file:
        subprocess.run([os.path.join(RELEASE, "examples", "make_answer"), run], stdout=file, check=True)
    with (open(os.path.join(run, "register.csv"), encoding="utf-8") as register, open(paid, "w", encoding="utf-8") as rows,
          open(kgd, "w", encoding="utf-8") as sums):
        place = {name: at for at, name in enumerate(register.readline().strip().split(","))}
        rows.write("iin,period,knp,amount\n")
        sums.write("iin,period,ipn,opv,opvr,so,vosms\n")
        written = 0
        for line in register:
            fields = line.split(",")
            person, amounts = ",".join(fields[:2]), {name: fields[place[name]] for name in PAYMENTS}
            sums.write(f"{person},{','.join(amounts.values())}\n")
            for payment, knp in list(PAYMENTS.items())[1:]:
                whole = int(amounts[payment].replace(".", "")) - (100 if written % 100 == 0 else 0)
                if whole > 0:
                    rows.write(f"{person},{knp},{whole // 100}.{whole % 100:02}\n")
                written += 1
    program = os.path.join(RELEASE, "ustap")
    sides = {
        "lists, a workbook": ["lists", run, "--contractors", os.path.join(path, "contractors.csv"), "--payment", "all",
                              "--format", "xlsx"],
        "reconcile": ["reconcile", "--register", run, "--answer", answer],
        "distribute": ["distribute", "--paid", paid, "--kgd", kgd],
    }
    reads = ("answer.csv", "paid.csv", "kgd.csv", "contractors.csv", os.path.join("run", "register.csv"))
    measured, agreed = measure(path, *(["ustap " + name, program, *command, "--out", OUT] for name, command in sides.items()),
                               reads=reads)
    table("The settlement", path, measured, agreed, f"{spaced(persons)} persons, {spaced(os.path.getsize(paid))} bytes paid")


# --------------------------------------------------------------------------------------------------------- from Python


def arrow_batch(path):
    """The operations of the batch as typed columns in an Arrow file."""
    target = os.path.join(path, "operations.arrow")
    if not os.path.exists(target):
        code = """if True:
            import sys
            import pyarrow as pa
            import pyarrow.csv
            types = {"operation_id": pa.string(), "iin": pa.string(), "settled_on": pa.date32(), "income": pa.decimal128(18, 2)}
            table = pa.csv.read_csv(sys.argv[1], convert_options=pa.csv.ConvertOptions(column_types=types))
            with pa.OSFile(sys.argv[2] + ".part", "wb") as file, pa.ipc.new_file(file, table.schema) as writer:
                writer.write_table(table.select(list(types)))
        """
        subprocess.run([sys.executable, "-c", code, os.path.join(path, "operations.csv"), target], check=True)
        os.rename(target + ".part", target)
    return target


def section_wheel():
    """The wheel over an Arrow table in memory, beside the peers over the same one and the program over the same rows as a
    file. All rows are good, since a typed column cannot hold others."""
    path = batch(args.rows, bad_ppm=0)
    arrow = ["--arrow", arrow_batch(path), "--threads", str(args.threads), "--out", OUT]
    job = lambda name, script, *flags: [name, sys.executable, os.path.join(HERE, script), path, *flags, *arrow]
    csv = os.path.join(path, "operations.csv")
    sides = [job("wheel", "wheel_job.py"), job("wheel in 256 MiB", "wheel_job.py", "--memory", str(256 * MIB)),
             job("DuckDB", "duckdb_job.py"), job("Polars", "polars_job.py"), ustap(path),
             ["typed `Batch`", os.path.join(RELEASE, "examples", "typed"), csv, "--threads", str(args.threads)],
             sha256([csv])]
    sides, agreed = measure(path, *sides, reads=("operations.csv", "operations.arrow"))
    first = sides[0].median()
    print(f"\n**From Python**: {spaced(args.rows)} operations as an Arrow table in memory\n")
    print("| | median | min–max | added memory | time |\n|---|---:|---:|---:|---:|")
    for side in sides:
        memory = f"{side.memory() / MIB:.0f} MiB" if side.counts_memory else ""
        print(f"| {side.name} | {side.median():.2f} s | {min(side.seconds):.2f}–{max(side.seconds):.2f} s | {memory}"
              f" | {side.median() / first:.2f} × |")
    for name, digest_of_all in sorted(agreed.items()):
        print(f"\n{name}, the same of all: sha256 {digest_of_all[:16]}…", flush=True)


def section_spark():
    """Spark over the same operations as a Parquet file. SPARK_PYTHON is one with Spark and the wheel: .ci/run 67-spark."""
    path = batch(args.rows, bad_ppm=0)
    target = os.path.join(path, "operations.parquet")
    if not os.path.exists(target):
        import pyarrow.ipc
        import pyarrow.parquet
        with pyarrow.memory_map(arrow_batch(path)) as file:
            pyarrow.parquet.write_table(pyarrow.ipc.open_file(file).read_all(), target)
    print(f"\n**Spark**: {spaced(args.rows)} operations, {spaced(os.path.getsize(target))} bytes of Parquet\n", flush=True)
    subprocess.run([os.environ["SPARK_PYTHON"], os.path.join(HERE, "spark_job.py"), path], check=True)


def import_seconds(module):
    """The start of Python with this module, best of three."""
    seconds = []
    for _ in range(3):
        begun = time.perf_counter()
        subprocess.run([sys.executable, "-c", f"import {module}"], check=True)
        seconds.append(time.perf_counter() - begun)
    return min(seconds)


def main():
    subprocess.run(["cargo", "build", "--release", "--quiet", "--bin", "ustap", "--example", "make_batch",
                    "--example", "make_answer", "--example", "floor", "--example", "typed"], cwd=ROOT, check=True)
    with open("/proc/cpuinfo", encoding="utf-8") as file:
        cpu = dict(line.split(":", 1) for line in file.read().replace("\t", "").splitlines() if ":" in line)
    sha = "with" if " sha_ni" in cpu["flags"] or " sha2" in cpu["flags"] else "without"
    rustc = subprocess.run(["rustc", "--version"], capture_output=True, text=True, check=True).stdout.split()[1]
    peers = "".join(f", {name} {importlib.metadata.version(name)} (of its time {import_seconds(name):.2f} s are its import)"
                    for name in ("duckdb", "polars") if name not in args.without)
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / (1 << 30)
    print(f"{cpu['model name'].strip()}, {os.cpu_count()} cores, {sha} SHA instructions, {memory:.0f} GiB,"
          f" {platform.system()}; rustc {rustc}, Python {platform.python_version()}{peers};"
          f" {args.threads} threads for every side, {args.runs} runs in turn.", flush=True)
    for section in args.sections:
        globals()[f"section_{section}"]()
    shutil.rmtree(out_root, ignore_errors=True)


main()
