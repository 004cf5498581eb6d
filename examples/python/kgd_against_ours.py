"""What КГД says against what we withheld: kgd_against_ours.py OPERATIONS EXEMPTIONS KGD (CSV files)

First where the two differ; then what would come back and what would be owed if our amounts were paid as they are. Rows
that are rejected stand at the end: no figure has them.
"""

import sys

import duckdb
import ustap

operations, exemptions, kgd = (duckdb.read_csv(path, all_varchar=True) for path in sys.argv[1:])
calculated = ustap.calculate(operations, exemptions)
register = calculated.register
payments = "opv, opvr, so, vosms"

withheld = duckdb.sql(
    f"""
    with rows as (unpivot (select iin, period, {payments} from register) on {payments} into name payment value amount)
    select iin, period, payment, sum(amount) as amount from rows group by all
    """
)
rates = duckdb.sql("select * from (values ('opv', '010'), ('opvr', '089'), ('so', '012'), ('vosms', '122')) as t(payment, knp)")
paid = duckdb.sql("select iin, period, knp, amount from withheld join rates using (payment) where amount > 0 order by all")
distributed = ustap.distribute(paid, kgd)
returns, rows = distributed.returns, distributed.distribution

# КГД's amounts stay the texts that they are until ustap has read them: a cast of DuckDB rounds. A row that is rejected, as
# for an amount that is none, has none of its amounts here.
differences = duckdb.sql(
    """
    select iin, period, payment, coalesce(withheld.amount, 0) as ours, coalesce(computed, 0) as theirs
    from withheld full join (from rows where payment <> 'ipn') using (iin, period, payment)
    where ours <> theirs
    order by iin, payment
    """
)
print("differs from КГД:")
for iin, period, payment, ours, theirs in differences.fetchall():
    print(f"  {iin} {period} {payment:5} ours {ours:>10} theirs {theirs:>10}")

print("would come back:")
for row in duckdb.sql("select iin, payment, amount, reason, provision from returns order by all").fetchall():
    print("  {} {:5} {:>10} {} ({})".format(*row))
print("would be owed:", duckdb.sql("select coalesce(sum(owed), 0) from rows").fetchall()[0][0])

print("rejected:")
calculated_rejects, distributed_rejects = calculated.rejects, distributed.rejects
for row in duckdb.sql("select input, row, code, message from calculated_rejects order by all").fetchall():
    print("  {} row {}: {}: {}".format(*row))
for row in duckdb.sql("select file, line, code, message from distributed_rejects order by all").fetchall():
    print("  {} line {}: {}: {}".format(*row))
