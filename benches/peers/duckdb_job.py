"""The canonical job in DuckDB: the operations of one month to register.csv or, with --lines, also to lines.csv.

It drops bad rows by the rules of `ustap` as far as benches/tools/make_batch.rs makes them, writes no rejects, and knows one
month of 2026 and no contractors: what it leaves out makes it faster, not slower.
"""
import argparse
import os
import shutil
import time

import duckdb

import law

parser = argparse.ArgumentParser(description=__doc__)
parser.add_argument("batch", help="directory with operations.csv and, if any, exemptions.csv")
parser.add_argument("--out", required=True, help="directory to be created")
parser.add_argument("--month", default="2026-08")
parser.add_argument("--lines", action="store_true")
parser.add_argument("--threads", type=int, default=2)
parser.add_argument("--memory", help="DuckDB's memory_limit, such as 4GB; it spills below OUT")
parser.add_argument("--arrow", help="the operations as an Arrow file, in place of operations.csv")
parser.add_argument("--timing", action="store_true", help="print the time of every step")
args = parser.parse_args()

os.mkdir(args.out)
spill = os.path.join(args.out, "spill")
settings = {"threads": args.threads, "preserve_insertion_order": False, "temp_directory": spill}
if args.memory:
    settings["memory_limit"] = args.memory
db = duckdb.connect(config=settings)
first, last = law.month_days(args.month)
given = None
if args.arrow:
    import arrow_table
    given = arrow_table.Given(args.arrow)
    db.register("given", given.table)


def run(step, sql):
    begun = time.perf_counter()
    db.execute(sql)
    if args.timing:
        print(f"{time.perf_counter() - begun:6.2f} s  {step}", flush=True)


def csv(name, types):
    """The CSV file by its header; columns without a type are text. Rows with another number of fields, and those with
    a field that is not of its type, are dropped. An empty field is NULL."""
    path = os.path.join(args.batch, name)
    with open(path, encoding="utf-8") as file:
        header = file.readline().strip().split(",")
    if "corrects_on" in header:
        raise SystemExit("this job knows no corrections: make the batch without --returns-ppm")
    columns = ", ".join(f"'{column}': '{types.get(column, 'VARCHAR')}'" for column in header)
    return f"""read_csv('{path}', auto_detect = false, header = true, delim = ',', quote = '"', escape = '"',
                        ignore_errors = true, columns = {{{columns}}})"""


def each(template, separator=", "):
    """The template once for every payment that is due, {p} and {cap} filled in."""
    return separator.join(template.format(p=p, cap=cap) for p, cap in law.CAPS.items())


def weighted(weights):
    digits = (f"iin // {10 ** (12 - place)} % 10 * {weight}" for place, weight in enumerate(weights, 1))
    return f"({' + '.join(digits)}) % 11"


VALID_IIN = f"""(CASE WHEN {weighted(law.WEIGHTS[0])} < 10 THEN {weighted(law.WEIGHTS[0])}
                      ELSE {weighted(law.WEIGHTS[1])} END = iin % 10)"""

# -------------------------------------------------------------------------------------------------------- operations

source = "given" if given else csv("operations.csv", {"settled_on": "DATE", "income": "DECIMAL(18,2)"})
run("read operations", f"""
    CREATE TEMP TABLE operations AS
    SELECT * FROM (
        SELECT operation_id AS id, TRY_CAST(iin AS BIGINT) AS iin, day(settled_on)::UTINYINT AS day, income
        FROM {source}
        WHERE strlen(operation_id) <= 64 AND strlen(iin) = 12 AND settled_on BETWEEN '{first}' AND '{last}'
          AND income BETWEEN -{law.INCOME_MAX} AND {law.INCOME_MAX}
    ) WHERE iin IS NOT NULL
""")

# Equal ids have equal hashes, which sorting brings side by side: twice as fast as GROUP BY id and half the memory.
# Then the ids themselves decide. Only here does a wrong check digit matter row by row: such rows take no part.
run("find equal hashes of ids", """
    CREATE TEMP TABLE candidates AS
    SELECT DISTINCT hash FROM (
        SELECT hash, lag(hash) OVER () AS before FROM (SELECT hash(id) AS hash FROM operations ORDER BY hash)
    ) WHERE hash = before
""")
run("take those rows", """
    CREATE TEMP TABLE doubtful AS SELECT * FROM operations WHERE hash(id) IN (SELECT hash FROM candidates)
""")
run("delete them", "DELETE FROM operations WHERE hash(id) IN (SELECT hash FROM candidates)")
run("put one of equal rows back", f"""
    INSERT INTO operations
    SELECT id, min(iin), min(day), min(income) FROM doubtful WHERE {VALID_IIN} GROUP BY id
    HAVING min(iin) = max(iin) AND min(day) = max(day) AND min(income) = max(income)
""")
# The days of the month are bits of an integer, here those with operations.
run("group by person", f"""
    CREATE TEMP TABLE people AS
    SELECT * FROM (
        SELECT iin, count(*) AS operations, sum(income)::DECIMAL(18,2) AS income, bit_or(1::UINTEGER << day) AS days
        FROM operations GROUP BY iin
    ) WHERE {VALID_IIN}
""")

# -------------------------------------------------------------------------------------------------------- exemptions

effects = ", ".join(
    f"('{code}', {', '.join(str(p in effect.split()) for p in law.CAPS)})" for code, effect in law.EFFECTS.items()
)
if os.path.exists(os.path.join(args.batch, "exemptions.csv")):
    source = csv("exemptions.csv", {})
else:
    source = "(SELECT '' AS iin, '' AS category, '' AS valid_from, '' AS valid_to, '' AS known_on LIMIT 0)"
run("read exemptions", f"""
    CREATE TEMP TABLE exemptions AS
    SELECT *, opv IS NULL OR since IS NULL OR until IS NULL OR NOT known OR since > until AS rejected,
           CASE WHEN since <= '{last}' AND until >= '{first}'
                THEN ((2::BIGINT << day(least(until, DATE '{last}'))) - (1::BIGINT << day(greatest(since, DATE '{first}'))))
                ELSE 0 END::UINTEGER AS days
    FROM (
        SELECT TRY_CAST(iin AS BIGINT) AS iin, category,
               CASE WHEN valid_from IS NULL THEN DATE '0001-01-01' ELSE TRY_CAST(valid_from AS DATE) END AS since,
               CASE WHEN valid_to IS NULL THEN DATE '9999-12-31' ELSE TRY_CAST(valid_to AS DATE) END AS until,
               known_on IS NULL OR TRY_CAST(known_on AS DATE) IS NOT NULL AS known
        FROM {source} WHERE strlen(iin) = 12
    ) LEFT JOIN (VALUES {effects}) AS effects(category, opv, opvr, so, vosms) USING (category)
    WHERE iin IS NOT NULL AND {VALID_IIN}
""")
run("unite the exempt days of a person", f"""
    CREATE TEMP TABLE exempt_days AS
    SELECT iin, days, {each("coalesce(exempt.{p}, 0) & days AS {p}")}
    FROM people JOIN (
        SELECT iin, {each("bit_or(days) FILTER ({p}) AS {p}")} FROM exemptions WHERE NOT rejected GROUP BY iin
    ) AS exempt USING (iin)
    WHERE {each("coalesce(exempt.{p}, 0) & days > 0", " OR ")}
""")
# Who is exempt on all days with operations or on none needs no look at the operations.
run("sum what is exempt for a part of the days", f"""
    CREATE TEMP TABLE exempt_sums AS
    SELECT iin, {each("sum(CASE WHEN (partly.{p} >> day) & 1 = 1 THEN income ELSE 0 END)::DECIMAL(18,2) AS {p}")}
    FROM operations JOIN (
        SELECT * FROM exempt_days WHERE {each("{p} NOT IN (0, days)", " OR ")}
    ) AS partly USING (iin)
    GROUP BY iin
""")
run("name the categories", f"""
    CREATE TEMP TABLE codes AS
    SELECT iin, {each("string_agg(category, '+' ORDER BY category) FILTER ({p}) AS {p}")}
    FROM (
        SELECT DISTINCT iin, category, {each("{p}")} FROM exemptions JOIN people USING (iin)
        WHERE NOT rejected AND exemptions.days & people.days > 0
    )
    GROUP BY iin
""")

# ---------------------------------------------------------------------------------------------------------- register

run("compute the register", f"""
    CREATE TEMP TABLE register AS
    WITH exempt AS (
        SELECT people.*, {each('''coalesce(exempt_days.{p}, 0) AS {p}_days, codes.{p} AS {p}_codes,
               CASE WHEN {p}_days = 0 THEN 0 WHEN {p}_days = people.days THEN income ELSE exempt_sums.{p} END
               ::DECIMAL(18,2) AS {p}_exempt, greatest(income - {p}_exempt, 0) AS {p}_uncapped,
               least({p}_uncapped, {cap})::DECIMAL(9,2) AS {p}_base, round({p}_base * 0.01)::INT AS {p}''')}
        FROM people LEFT JOIN exempt_days USING (iin) LEFT JOIN exempt_sums USING (iin) LEFT JOIN codes USING (iin)
    )
    SELECT *, {each("{p}", " + ")} AS withheld, {each('''CASE
               WHEN {p}_days = days THEN '{p}:exempt=' || {p}_codes
               ELSE concat_ws('|', '{p}:part-exempt=' || {p}_codes,
                   CASE WHEN {p}_base = 0 THEN '{p}:no-income' WHEN {p}_base < {p}_uncapped THEN '{p}:capped' END,
                   CASE WHEN {p}_base > 0 AND {p} = 0 THEN '{p}:rounded-to-zero' END)
               END AS {p}_notes''')}
    FROM exempt
""")
if given:
    given.measured()
run("write the register", f"""
    COPY (
        SELECT lpad(iin::VARCHAR, 12, '0') AS iin, '{args.month}' AS period, 'self-employed' AS regime, operations, income,
               greatest(income, 0) AS ipn_base, 0.00 AS ipn,
               {each("{p}_exempt, {p}_base, {p}::DECIMAL(18,2) AS {p}")}, withheld::DECIMAL(18,2) AS withheld,
               concat_ws('|', CASE WHEN income <= 0 THEN 'ipn:no-income' END, 'ipn:zero-rate',
                   {each("nullif({p}_notes, '')")}, CASE WHEN income > {law.LIMIT} THEN 'over-limit' END,
                   CASE WHEN register.iin IN (SELECT iin FROM exemptions WHERE rejected) THEN 'exemption-rejected' END) AS notes
        FROM register ORDER BY register.iin
    ) TO '{args.out}/register.csv' (FORMAT csv, HEADER)
""")

# ------------------------------------------------------------------------------------------------------------- lines
# A line's amount is the amount with it less the amount without it, of running sums. Two people in three are nowhere
# exempt: one running sum serves all their payments.


def amount(running, cap):
    return f"round(least(greatest({running}, 0), {cap})::DECIMAL(9,2) * 0.01)::INT"


def line_amount(due, running, cap):
    return f"{amount(running, cap)} - {amount(f'{running} - {due}', cap)}"


DUE = "CASE WHEN {p}_due THEN income ELSE 0 END::DECIMAL(18,2)"
if args.lines:
    run("compute and write the lines", f"""
        COPY (
            WITH plain AS (
                SELECT id, iin, day, income, sum(income) OVER person AS running
                FROM operations SEMI JOIN (FROM people ANTI JOIN exempt_days USING (iin)) USING (iin)
                WINDOW person AS (PARTITION BY iin ORDER BY day, id ROWS UNBOUNDED PRECEDING)
            ), flagged AS (
                SELECT id, iin, day, income, {each("({p} >> day) & 1 = 0 AS {p}_due")}
                FROM operations JOIN exempt_days USING (iin)
            ), partly AS (
                SELECT *, {each(f"sum({DUE}) OVER person AS {{p}}_running")} FROM flagged
                WINDOW person AS (PARTITION BY iin ORDER BY day, id ROWS UNBOUNDED PRECEDING)
            ), lines AS (
                SELECT id, iin, day, income, {line_amount("income", "running", law.CAPS["opv"])} AS opv, opv AS opvr,
                       {line_amount("income", "running", law.CAPS["so"])} AS so, opv AS vosms
                FROM plain
                UNION ALL
                SELECT id, iin, day, income, {each(line_amount(DUE, "{p}_running", "{cap}") + " AS {p}")}
                FROM partly
            )
            SELECT id AS operation_id, lpad(iin::VARCHAR, 12, '0') AS iin, '{args.month}' AS period,
                   'self-employed' AS regime, DATE '{first}' + (day - 1)::INT AS settled_on, settled_on AS effective_on,
                   income, '0.00' AS ipn, {each("{p}::VARCHAR || '.00' AS {p}")},
                   ({each("sorted.{p}", " + ")})::VARCHAR || '.00' AS withheld,
                   income - ({each("sorted.{p}", " + ")})::DECIMAL(18,2) AS payout
            FROM (FROM lines ORDER BY iin, day, id) AS sorted
        ) TO '{args.out}/lines.csv' (FORMAT csv, HEADER)
    """)

db.close()
shutil.rmtree(spill, ignore_errors=True)
for name in sorted(os.listdir(args.out)):
    with open(os.path.join(args.out, name), "rb") as file:
        os.fsync(file)
