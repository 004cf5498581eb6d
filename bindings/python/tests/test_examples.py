"""The scripts of examples/python, each with figures that were worked out by hand or by the command line, and the code of the
page for data teams."""

import re
import subprocess
import sys
import types
from decimal import Decimal

import duckdb
import pyarrow as pa
import pytest
import ustap
from conftest import AUGUST, ROOT, rows_of, text, texts
from pyarrow import parquet

EXAMPLES = ROOT / "examples/python"


def output(script: str, *arguments: object) -> list[str]:
    run = subprocess.run([sys.executable, EXAMPLES / script, *map(str, arguments)], capture_output=True, text=True)
    assert run.returncode == 0, run.stderr
    return run.stdout.splitlines()


def test_every_script_is_run_here():
    tested = {"persons_month.py", "parquet_to_registers.py", "kgd_against_ours.py", "dataframe_of_pandas.py", "payout_service.py"}
    assert {path.name for path in EXAMPLES.glob("*.py")} == tested


def test_persons_month():
    lines = output("persons_month.py")
    # A full-time student owes no ВОСМС: 3 × 3 000. Then 1 % of 712 345.67 is 7 123, СО stops at 5 950 of 595 000, and
    # ВОСМС is 4 123 of 412 345.67: 4 123 + 4 123 + 2 950 + 4 123.
    assert lines[0].split()[3:6] == ["9000.00", "payout", "291000.00"]
    assert lines[1].split()[3] == "15319.00"
    assert lines[2] == "for the month: ipn 0.00, opv 7123.00, opvr 7123.00, so 5950.00, vosms 4123.00"
    assert any(line.startswith("so    base ") and "102-1(2)" in line for line in lines)
    assert "self-employed: so 1% of at most 595000.00 (Social Code, art. 102-1(2))" in lines


def test_parquet_to_registers(tmp_path, august):
    parquet.write_table(august["operations"], tmp_path / "operations.parquet")
    output("parquet_to_registers.py", tmp_path / "operations.parquet", tmp_path / "out")
    register = parquet.read_table(tmp_path / "out/register.parquet")
    assert register.schema.field("withheld").type == pa.decimal128(19, 2) and register.num_rows > 10
    lines = parquet.read_table(tmp_path / "out/lines.parquet")
    assert sum(lines["income"].to_pylist()) == sum(register["income"].to_pylist())


def test_kgd_against_ours(tmp_path):
    month = ROOT / "examples/month"
    theirs = (month / "kgd.csv").read_text()
    # 12 975 and a bit, which 18 decimals do not have, is no amount.
    finer = theirs.replace("821007900109,2026-08,0,12975,", "821007900109,2026-08,0,12975.0000000000000000001,")
    assert finer != theirs
    (tmp_path / "kgd.csv").write_text(finer)
    lines = output("kgd_against_ours.py", month / "operations.csv", month / "exemptions.csv", tmp_path / "kgd.csv")
    found = {(words[0], words[2], Decimal(words[4]), Decimal(words[6])) for line in lines if " ours " in line for words in [line.split()]}
    breaks = rows_of((month / "expected/compared/breaks.csv").read_bytes())
    expected = {(row["iin"], row["payment"], Decimal(row["ours"] or 0), Decimal(row["theirs"] or 0)) for row in breaks}
    # None of the amounts of the rejected row counts: three of 1 % of 1 297 500, and СО that stops at 5 950.
    rejected = {"opv": 12_975, "opvr": 12_975, "so": 5_950, "vosms": 12_975}
    assert found == expected | {("821007900109", payment, Decimal(ours), 0) for payment, ours in rejected.items()}
    assert len(expected) > 5
    assert any("Order No. 392, Rules, point 15(3)" in line for line in lines)
    # The operation without an id is the 14th row of operations.csv; the person finer than a tiyn the 4th of КГД's, behind a header.
    rejects = [line.strip().split(": ")[:2] for line in lines[lines.index("rejected:") + 1 :]]
    assert rejects == [["operations row 13", "operation-id"], ["kgd line 5", "amount"]]


def test_dataframe_of_pandas():
    lines = output("dataframe_of_pandas.py")
    # 1 300 000: the three stop at 1 297 500, СО at 595 000. The student: 6 123 of 612 345.67, СО 5 950, no ВОСМС.
    rows = [line.split() for line in lines]
    assert ["871120900221", "2026-08", "612345.67", "6123.00", "5950.00", "0.00", "18196.00"] in rows
    assert ["900101300017", "2026-08", "1300000.00", "12975.00", "5950.00", "12975.00", "44875.00"] in rows
    assert ["900101300017", "1300000.00", "100.19", "c"] in rows
    assert ["3", "b", "duplicate"] in rows
    assert lines[-1].startswith("input error: operations: `income`")


def test_payout_service():
    assert output("payout_service.py") == [
        # 1 % three times and СО of 595 000.
        "p-1: pays 964050.00, withholds 35950.00 (below)",
        # 1 100 000 is above 80 % of 1 297 500 = 1 038 000; СО has stopped.
        "p-2: pays 97000.00, withholds 3000.00 (near)",
        "p-2: was paid before",
        # 197 500 are left below the limit: three times 1 975.
        "p-3: pays 294075.00, and the limit stands at `crosses`: tell the contractor",
        "p-4: pays 50000.00, and the limit stands at `over`: tell the contractor",
    ]


def of_data_teams(words: str) -> dict[str, object]:
    """What the block of the page with these words in it defines."""
    page = ROOT / "docs/data-teams.md"
    [block] = [block for block in re.findall(r"```python\n(.*?)```", page.read_text(), re.S) if words in block]
    defined: dict[str, object] = {}
    exec(compile(block, str(page), "exec"), defined)
    return defined


@pytest.fixture
def lake(tmp_path, monkeypatch, august):
    """The example of August as the page has it, in the directory that is the present one."""
    monkeypatch.chdir(tmp_path)
    for name in ("operations/period=2026-08", "register", "withheld"):
        (tmp_path / "lake" / name).mkdir(parents=True)
    parquet.write_table(august["operations"], "lake/operations/period=2026-08/part-0.parquet")
    for name in ("exemptions", "contractors"):
        parquet.write_table(august[name], f"lake/{name}.parquet")
    return tmp_path / "lake"


EXPECTED = AUGUST / "expected/register.csv"


def test_one_process_of_the_page_for_data_teams(lake, august):
    of_data_teams("scanner().to_reader()\nresult")
    expected = ustap.calculate(august["operations"], august["exemptions"], period="2026-08")
    assert text(parquet.read_table(lake / "register/2026-08.parquet")) == text(expected.register) != text(expected.limits)


def test_the_tasks_of_the_page_for_data_teams(lake, monkeypatch):
    """With a scheduler that keeps the tasks and runs none."""
    tasks = {}

    def task(function=None, **options):
        if function is None:
            return task
        tasks[function.__name__] = function
        return lambda *arguments: None

    sdk = types.ModuleType("airflow.sdk")
    sdk.task, sdk.dag = task, lambda **options: lambda function: function
    monkeypatch.setitem(sys.modules, "airflow", types.ModuleType("airflow"))
    monkeypatch.setitem(sys.modules, "airflow.sdk", sdk)
    of_data_teams("airflow.sdk")
    counts = tasks["calculate"]("2026-08", str(lake))
    assert text(parquet.read_table(lake / "withheld/2026-08/register.parquet")) == EXPECTED.read_bytes()
    rejected = parquet.read_table(lake / "withheld/2026-08/rejects.parquet")
    assert counts["rejected"] == rejected.num_rows > 0
    with pytest.raises(ValueError, match="rows do not count"):
        tasks["look"](counts)
    tasks["look"]({"read": 1, "rejected": 0})
    # Of an exemption that does not count too much is withheld, and all operations are accepted: a category misspelt.
    one = {"operation_id": ["a"], "iin": ["900101300017"], "settled_on": ["2026-09-01"], "income": ["1000"]}
    (lake / "operations/period=2026-09").mkdir()
    parquet.write_table(pa.table(one), "lake/operations/period=2026-09/part-0.parquet")
    parquet.write_table(pa.table({"iin": ["900101300017"], "category": ["minr"]}), "lake/exemptions.parquet")
    parquet.write_table(pa.table({"iin": ["900101300017"]}), "lake/contractors.parquet")
    misspelt = tasks["calculate"]("2026-09", str(lake))
    assert misspelt == {"read": 1, "rejected": 1}
    with pytest.raises(ValueError, match="1 rows do not count"):
        tasks["look"](misspelt)
    # What is there is not replaced.
    with pytest.raises(OSError):
        tasks["calculate"]("2026-08", str(lake))


def test_the_model_of_the_page_for_data_teams(lake, august):
    session = duckdb.connect()

    class Config(dict):
        def __call__(self, **options):
            self.update(options)

    staged = {f"stg_{name}": session.from_arrow(table) for name, table in august.items()}
    dbt = types.SimpleNamespace(config=Config(period="2026-08"), ref=staged.__getitem__)
    (lake.parent / "target").mkdir()
    register = of_data_teams("def model")["model"](dbt, session)
    assert text(register) == EXPECTED.read_bytes() and dbt.config["materialized"] == "table"
    assert parquet.read_table(lake.parent / "target/rejects-2026-08.parquet").num_rows > 0
