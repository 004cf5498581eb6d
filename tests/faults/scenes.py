"""The commands that write, each with inputs of its own: what `run.py` disturbs."""

import random
import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
MONTH = ROOT / "examples/month"
LARGE_ROWS = 70_000
# Invented, with right check digits.
PERSONS = ["900101300017", "900101300811", "871120900221", "930515900150"]


@dataclass
class Scene:
    """A command that is run in a directory: it reads below `in`, and writes `place/out` where it writes at all."""

    name: str
    arguments: list[str]
    # What stands at `place/out` before: the arguments of another run.
    old: list[str] | None = None
    # The inputs that may change while they are read.
    inputs: tuple[str, ...] = ()
    # The same with another input, for a run that comes between.
    other: list[str] | None = None


def words(line):
    return line.split()


OUT = ["--out", "place/out"]
PAGE = ["--out", "place/page.html"]
NAMES = "--contractors in/contractors.csv"
ONE = words("calculate in/1.csv --keep --lines --threads 2") + OUT
YEAR = (
    "rates add --year 2027 --mrp 4600 --mzp 90000 --act О_бюджете --number 1-VIII --dated 2026-12-01"
    " --url https://adilet.zan.kz/x --basis quoted"
)
ANSWER = """iin,period,knp,amount,status,error_code,reference
821007900109,2026-08,010,12975.00,,,010-001
821007900109,2026-08,010,12975.00,,,010-002
860405900107,2026-08,012,5100.00,,,012-001
"""
SCENES = [
    Scene(
        "calculate",
        words(f"calculate in/operations.csv --exemptions in/exemptions.csv {NAMES} --period 2026-08") + OUT,
        inputs=("operations.csv", "exemptions.csv", "contractors.csv"),
        other=words("calculate in/1.csv") + OUT,
    ),
    Scene("lines", ONE, inputs=("1.csv",), other=words("calculate in/2.csv --keep") + OUT),
    Scene("check", words("calculate in/1.csv --check --threads 1"), inputs=("1.csv",)),
    Scene("after", words("calculate in/2.csv --after in/day --keep --lines") + OUT, inputs=("2.csv",)),
    Scene("close", words("calculate in/2.csv --after in/day --close 2026-07 --keep") + OUT),
    Scene("spill", words("calculate in/large.csv --memory 16MiB --threads 1") + OUT, inputs=("large.csv",)),
    Scene(
        "force",
        words("calculate in/2.csv --keep --force") + OUT,
        old=ONE,
        inputs=("2.csv",),
        other=words("calculate in/1.csv --lines --force") + OUT,
    ),
    Scene("after-force", words("calculate in/2.csv --after in/day --keep --force") + OUT, old=ONE),
    Scene("statement", words(f"statement in/run {NAMES} --payer in/payer.toml") + OUT, inputs=("contractors.csv",)),
    Scene("annex", words(f"statement in/run {NAMES} --payer in/payer.toml --format xlsx") + OUT),
    Scene(
        "lists",
        words(f"lists in/run {NAMES} --kgd in/kgd.csv --payment all --format csv") + OUT,
        inputs=("kgd.csv",),
    ),
    Scene("workbook", words(f"lists in/run {NAMES} --payer in/payer.toml --payment all --format xlsx") + OUT),
    Scene(
        "mt102",
        words(f"lists in/run {NAMES} --payer in/payer.toml --payment all --format mt102 --date 2026-09-10") + OUT,
        inputs=("payer.toml",),
    ),
    Scene(
        "reconcile",
        words("reconcile --register in/run --kgd in/kgd.csv --xlsx") + OUT,
        inputs=("kgd.csv",),
        other=words("reconcile --register in/run --kgd in/kgd.csv") + OUT,
    ),
    Scene("distribute", words("distribute --paid in/paid.csv --kgd in/kgd.csv") + OUT, inputs=("paid.csv", "kgd.csv")),
    Scene("distribute-lists", words("distribute --paid in/lists --kgd in/kgd.csv --received-on 2026-09-25") + OUT),
    Scene("correct", words("correct in/run in/run-after") + OUT, other=words("correct in/run-after in/run") + OUT),
    Scene("refunds", words("refunds in/correction --reason over-accrued") + OUT),
    Scene("refunds-answer", words("refunds in/reconciled --reason paid-twice") + OUT),
    Scene(
        "advise",
        words(f"advise in/run {NAMES} --exemptions in/exemptions.csv") + OUT,
        inputs=("contractors.csv", "exemptions.csv"),
        other=words(f"advise in/run-after {NAMES} --exemptions in/exemptions.csv") + OUT,
    ),
    Scene("report", words("report in/run in/lists in/returned") + PAGE),
    Scene("report-force", words("report in/run in/lists --force") + PAGE, old=words("report in/run") + PAGE),
    Scene("template", words("template place/out")),
    Scene("man", words("man place/out")),
    Scene("rates-export", words("rates export place/out")),
    Scene("rates-add", words(YEAR) + OUT),
    Scene("recompute", words("verify in/run --recompute --inputs in --threads 2")),
]


def operations(seed, rows, days, id_of="id-{}"):
    drawn = random.Random(seed)
    lines = ["operation_id,iin,settled_on,income,corrects_on\n"]
    for number in range(rows):
        day, amount = drawn.choice(days), f"{drawn.randrange(1, 9_000)}.{drawn.randrange(100):02}"
        lines.append(f"{id_of.format(seed * 1_000_000 + number)},{drawn.choice(PERSONS)},{day},{amount},\n")
    return "".join(lines)


def prepare(program, dir):
    """Makes the inputs of all commands: the month of the examples, and operations by the thousand."""
    given = dir / "in"
    given.mkdir(parents=True)
    for file in MONTH.glob("*.*"):
        if file.suffix in (".csv", ".toml"):
            shutil.copy(file, given)
    days = [f"2026-08-{day:02}" for day in range(1, 29)]
    (given / "1.csv").write_text(operations(1, 6_000, days))
    (given / "2.csv").write_text(operations(2, 6_000, ["2026-07-30", *days]))
    (given / "0.csv").write_text(operations(3, 6_000, ["2026-07-20", *days]))
    # Long ids: what is to be kept of them does not fit into the least memory.
    (given / "large.csv").write_text(operations(4, LARGE_ROWS, days, "an-operation-of-a-platform-{:013}"))
    later = (given / "operations.csv").read_text() + "2608-99,841218900101,2026-08-20,-50000.00,\n"
    (given / "later.csv").write_text(later)
    # 12 975 tenge of one person were paid twice, and СО of another with 100 too much.
    (given / "answer.csv").write_text(ANSWER)
    of_month = f"--exemptions in/exemptions.csv {NAMES} --period 2026-08"
    for line in [
        "calculate in/0.csv --keep --lines --out in/day",
        f"calculate in/operations.csv {of_month} --lines --out in/run",
        f"calculate in/later.csv {of_month} --out in/run-after",
        "correct in/run in/run-after --out in/correction",
        "reconcile --register in/run --answer in/answer.csv --out in/reconciled",
        f"lists in/run {NAMES} --payer in/payer.toml --payment all --format csv --out in/lists",
        "distribute --paid in/paid.csv --kgd in/kgd.csv --received-on 2026-09-25 --out in/returned",
    ]:
        made = subprocess.run([program, *words(line)], cwd=dir, capture_output=True, text=True)
        if made.returncode not in (0, 1):
            raise SystemExit(f"error: {line}: status {made.returncode}: {made.stderr}")
    # Whoever else runs the commands can read it.
    for there in given.rglob("*"):
        there.chmod(0o755 if there.is_dir() else 0o644)
