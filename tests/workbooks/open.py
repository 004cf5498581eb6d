"""Makes every kind of workbook, lets LibreOffice open it, and compares its cells with the CSV outputs.

    python3 tests/workbooks/open.py PROGRAM [DIR]
"""

import csv
import re
import subprocess
import sys
import tempfile
import tomllib
from decimal import Decimal, InvalidOperation
from pathlib import Path

EXAMPLES = Path(__file__).resolve().parents[2] / "examples"
AUGUST, SETTLEMENT = EXAMPLES / "august-2026", EXAMPLES / "settlement"
# All sheets, in UTF-8, every text in quotes, numbers as they are and not as they are shown.
TO_CSV = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,true,false,false,false,false,-1"
# The first heading of each table, in the languages of workbooks.
NUMBER, IIN, PAYMENT, FILE = ["№", "No."], ["ИИН", "ЖСН", "IIN"], ["Платёж", "Төлем", "Payment"], ["Файл", "File"]
SIDE, APPLICATION = ["Сторона", "Жақ", "Side"], ["Заявление", "Өтініш", "Application"]
TOTAL = ("Итого", "Барлығы", "Total")
# A payment is shown by its abbreviation.
PAYMENTS = {
    "ipn": ("ИПН", "ЖТС"),
    "opv": ("ОПВ", "МЗЖ"),
    "opvr": ("ОПВР", "ЖБМЗЖ"),
    "so": ("СО", "ӘА"),
    "vosms": ("ВОСМС", "МӘМС"),
}
with open(EXAMPLES.parent / "words" / "headings.toml", "rb") as file:
    HEADINGS = tomllib.load(file)["written"]
FOOT = ("Ответственность оператора. ", "Оператордың жауаптылығы. ")


def fail(message):
    sys.exit(f"error: {message}")


def office(kind, workbook, out):
    """Lets LibreOffice convert the workbook; what it says."""
    profile = f"-env:UserInstallation=file://{out}/profile"
    command = ["soffice", profile, "--headless", "--convert-to", kind, "--outdir", str(out), str(workbook)]
    done = subprocess.run(command, capture_output=True, text=True, timeout=300)
    # It says 0 for a file that it could not load.
    if done.returncode != 0 or "Error" in done.stderr or not list(out.glob(f"{workbook.stem}*.{kind[:3]}")):
        fail(f"{workbook}: LibreOffice does not open it: {done.stdout}{done.stderr}")
    return done.stdout


def sheets(workbook, out):
    """The rows of each sheet, in the order of sheets."""
    said = office(TO_CSV, workbook, out)
    names = re.findall(r"Writing sheet (.*?) -> ", said)
    if not names:
        fail(f"{workbook}: LibreOffice names no sheet: {said}")
    tables = {}
    for name in names:
        with open(out / f"{workbook.stem}-{name}.csv", encoding="utf-8", newline="") as file:
            tables[name] = list(csv.reader(file))
    return tables


def table(where, rows, firsts):
    """The headings, the rows under them up to the total or a free row, and the total's."""
    at = next((at for at, row in enumerate(rows) if row and row[0] in firsts), None)
    if at is None:
        fail(f"{where}: no heading {firsts}")
    found = []
    for row in rows[at + 1 :]:
        if not row or not row[0] or row[0].startswith(TOTAL):
            return rows[at], found, row
        found.append(row)
    return rows[at], found, []


def same(cell, value, column):
    """Whether a cell shows what the file has."""
    if column == "payment":
        return cell in PAYMENTS[value]
    if cell == value:
        return True
    day = re.fullmatch(r"(\d\d)/(\d\d)/(\d{4})", cell)
    if day:
        return "-".join([day[3], day[1], day[2]]) == value
    try:
        return re.fullmatch(r"-?\d+\.\d\d", value) is not None and Decimal(cell) == Decimal(value)
    except InvalidOperation:
        return False


def is_heading(heading, column):
    """Whether this is what a column is called, in the language of some workbook."""
    if column in HEADINGS:
        return heading in HEADINGS[column].values()
    payment, _, part = column.partition("_")
    return payment in PAYMENTS and any(
        heading == word if not part else heading.startswith(f"{word}, ") for word in PAYMENTS[payment]
    )


def compare(where, rows, firsts, path, columns=None, total_of=None, is_form=False):
    """The cells of a sheet against the rows of a file, its headings against the columns, but for a form of the law, which has
    its own; the total against the sum of a column, where the sheet is to have one."""
    with open(path, encoding="utf-8", newline="") as file:
        lines = csv.DictReader(file)
        expected, columns = list(lines), columns or lines.fieldnames
    headings, found, total = table(where, rows, firsts)
    if len(found) != len(expected):
        fail(f"{where}: {len(found)} rows, {path} has {len(expected)}")
    for column, heading in zip(columns, headings):
        if column is not None and not is_form and not is_heading(heading, column):
            fail(f"{where}: `{heading}` stands over {column}")
    for cells, row in zip([headings, *found], [None, *expected]):
        if len(cells) < len(columns):
            fail(f"{where}: {len(cells)} cells for {len(columns)} columns")
        for column, cell in zip(columns, cells):
            if row and column is not None and not same(cell, row[column], column):
                fail(f"{where}: `{cell}` where {path} has `{row[column]}` in {column}")
    if total_of:
        sum_of = total[columns.index(total_of)] if len(total) >= len(columns) else ""
        if not sum_of or Decimal(sum_of) != sum(Decimal(row[total_of]) for row in expected):
            fail(f"{where}: the total `{sum_of}` is not the sum of {total_of}")
    return len(expected) * len(columns)


class Place:
    def __init__(self, program, place):
        self.program, self.place, self.cells, self.books = program, place, 0, 0

    def run(self, *arguments, ends=(0, 1)):
        done = subprocess.run([self.program, *map(str, arguments)], cwd=self.place, capture_output=True, text=True)
        if done.returncode not in ends:
            fail(f"{' '.join(map(str, arguments))}: status {done.returncode}\n{done.stderr}")

    def open(self, workbook):
        """The sheets of a workbook, which are turned into pages too."""
        out = (self.place / workbook).parent / "opened"
        out.mkdir()
        office("pdf", self.place / workbook, out)
        self.books += 1
        return sheets(self.place / workbook, out)

    def statement(self, source, lang, contractors, payer):
        """The form of a month against the same statement as a CSV file."""
        name = f"statement-{source}-{lang}"
        statement = ["statement", source, "--contractors", contractors, "--payer", payer, "--lang", lang]
        self.run(*statement, "--out", f"{name}-csv")
        self.run(*statement, "--format", "xlsx", "--date", "2026-09-04", "--out", f"{name}-xlsx")
        ((sheet, rows),) = self.open(f"{name}-xlsx/statement-2026-08.xlsx").items()
        path = self.place / f"{name}-csv" / "statement-2026-08.csv"
        self.cells += compare(f"{name} {sheet}", rows, NUMBER, path, total_of="income", is_form=True)
        if not any(row and row[0].startswith(FOOT) for row in rows):
            fail(f"{name}: no foot")

    def lists(self, source, lang, contractors, rows_file, payer=()):
        """A workbook of lists against the same lists as CSV files."""
        name = f"{source}-{lang}"
        lists = ["lists", source, "--contractors", contractors, "--payment", "all"]
        self.run(*lists, "--format", "csv", "--lang", lang, "--out", f"{name}-csv", *payer)
        self.run(*lists, "--format", "xlsx", "--lang", lang, "--out", f"{name}-xlsx", *payer)
        files = self.place / f"{name}-csv"
        with open(files / "lists.csv", encoding="utf-8", newline="") as file:
            orders = list(csv.DictReader(file))
        opened = list(self.open(f"{name}-xlsx/lists.xlsx").items())
        (totals, rows), *others = opened
        columns = [column for column in orders[0] if column != "file"]
        self.cells += compare(f"{name} {totals}", rows, PAYMENT, files / "lists.csv", columns)
        for order, (sheet, rows) in zip(orders, others):
            self.cells += compare(f"{name} {sheet}", rows, NUMBER, files / order["file"], total_of="amount")
        sheet, rows = others[len(orders)]
        self.cells += compare(f"{name} {sheet}", rows, IIN, files / "unlisted.csv")
        sheet, rows = others[len(orders) + 1]
        self.cells += compare(f"{name} {sheet}", rows, IIN, self.place / source / rows_file)
        if rows_file == "register.csv":
            sheet, rows = others[len(orders) + 2]
            # The run speaks English; a workbook in another language has the fixed sentence of the code.
            columns = None if lang == "en" else ["file", "line", "code", "field", "value"]
            self.cells += compare(f"{name} {sheet}", rows, FILE, self.place / source / "rejects.csv", columns)


def main(program, place):
    place = Place(Path(program).resolve(), Path(place).resolve())
    contractors = AUGUST / "contractors.csv"
    facts = ["--exemptions", AUGUST / "exemptions.csv", "--contractors", contractors, "--period", "2026-08"]
    place.run("calculate", AUGUST / "operations.csv", *facts, "--out", "run")
    # Half of the operations, and the names that a workbook could take for something else.
    lines = (AUGUST / "operations.csv").read_text(encoding="utf-8-sig").splitlines(keepends=True)
    (place.place / "half.csv").write_text("".join(lines[: len(lines) // 2]), encoding="utf-8")
    place.run("calculate", "half.csv", *facts, "--out", "half")
    place.run("correct", "half", "run", "--out", "correction")
    for lang in ["ru", "kk", "en"]:
        place.lists("run", lang, contractors, "register.csv", ["--payer", SETTLEMENT / "payer.toml"])
        place.lists("correction", lang, contractors, "corrections.csv")
        place.statement("run", lang, contractors, SETTLEMENT / "payer.toml")

    people, iins = [], persons(700)
    for number, iin in enumerate(iins):
        surname = ["Абдрахманов-Константинопольский", "Ли", "=1+1", "_x0041_", "<b>&amp;", "'Ын", "+7", "-5"][number % 8]
        people.append(f'{iin},{surname},"=HYPERLINK(""http://x"",""y"")",,1990-01-01\n')
    head = "iin,surname,given_name,patronymic,birth_date\n"
    (place.place / "many-contractors.csv").write_text(head + "".join(people), encoding="utf-8")
    operations = [f"{number},{iin},2026-08-05,{number}1.37\n" for number, iin in enumerate(iins, 1)]
    (place.place / "many.csv").write_text("operation_id,iin,settled_on,income\n" + "".join(operations))
    place.run("calculate", "many.csv", "--out", "many")
    place.lists("many", "ru", "many-contractors.csv", "register.csv")
    # A head that is wider than the table.
    long = "Товарищество с ограниченной ответственностью «Пример, который не кончается» " * 3
    payer = f'name = "{long}"\niin = "930515900150"\n'
    (place.place / "long-payer.toml").write_text(payer, encoding="utf-8")
    place.statement("many", "kk", "many-contractors.csv", "long-payer.toml")

    # Two rates of one payment: a sheet for each.
    regimes = "".join(f"{iin},Ли,Ян,{regime}\n" for iin, regime in zip(iins, ["mobile-app", "mobile-app-standard"]))
    (place.place / "regimes.csv").write_text("iin,surname,given_name,regime\n" + regimes, encoding="utf-8")
    of_2025 = "".join(f"{number},{iin},2025-06-05,300000\n" for number, iin in enumerate(iins[:2]))
    (place.place / "of-2025.csv").write_text("operation_id,iin,settled_on,income\n" + of_2025)
    place.run("calculate", "of-2025.csv", "--contractors", "regimes.csv", "--out", "june")
    place.lists("june", "kk", "regimes.csv", "register.csv")

    answers = ["--answer", SETTLEMENT / "answer.csv", "--kgd", SETTLEMENT / "kgd.csv"]
    for lang in ["ru", "kk", "en"]:
        out = f"reconciled-{lang}"
        place.run("reconcile", "--register", "run", *answers, "--xlsx", "--lang", lang, "--out", out)
        (sheet, breaks), (other, totals) = place.open(f"{out}/breaks.xlsx").items()
        place.cells += compare(f"{out} {sheet}", breaks, SIDE, place.place / out / "breaks.csv")
        place.cells += compare(f"{out} {other}", totals, SIDE, place.place / out / "summary.csv")
        refunds = f"refunds-{lang}"
        chosen = ["--kind", "duplicate", "--reason", "paid-twice", "--lang", lang]
        place.run("refunds", "reconciled-ru", *chosen, "--out", refunds)
        ((sheet, rows),) = place.open(f"{refunds}/applications.xlsx").items()
        # The words beside the codes are the workbook's own.
        columns = ["application", "payment", "period", "reason", None, "number", "iin", "amount", "flags", None]
        place.cells += compare(f"{refunds} {sheet}", rows, APPLICATION, place.place / refunds / "applications.csv", columns)
    print(f"LibreOffice opens {place.books} workbooks; {place.cells} cells are those of the CSV outputs")


def persons(count):
    """Invented ИИН with right check digits."""
    found = []
    for number in range(10 * count):
        digits = [int(digit) for digit in f"90{number % 12 + 1:02}{number % 28 + 1:02}3{number:04}"]
        for weights in (range(1, 12), [*range(3, 12), 1, 2]):
            check = sum(digit * weight for digit, weight in zip(digits, weights)) % 11
            if check < 10:
                found.append("".join(map(str, digits)) + str(check))
                break
        if len(found) == count:
            break
    return sorted(found)


if __name__ == "__main__":
    if len(sys.argv) == 3:
        Path(sys.argv[2]).mkdir(parents=True)
        main(*sys.argv[1:])
    else:
        with tempfile.TemporaryDirectory() as directory:
            main(sys.argv[1], directory)
