"""A payout service that asks before each payout: what may be paid, and where the month then stands.

What is kept between two payouts is a text for each person and month, here in SQLite. The state is written in the
transaction that books the payout, so that no payout counts twice and none is forgotten.
"""

import sqlite3

import ustap

books = sqlite3.connect(":memory:")
books.execute("create table months (iin text, period text, state blob, primary key (iin, period))")
books.execute("create table payouts (id text primary key, iin text, payout text, withheld text)")


def pay(id: str, iin: str, day: str, income: str) -> ustap.Line | None:
    """Books a payout; None where it was booked before."""
    with books:
        # What is read here is not changed by another worker before it is booked.
        books.execute("begin immediate")
        if books.execute("select 1 from payouts where id = ?", [id]).fetchone():
            return None
        period = day[:7]
        kept = books.execute("select state from months where iin = ? and period = ?", [iin, period]).fetchone()
        month = ustap.PersonMonth.resume(kept[0]) if kept else ustap.PersonMonth(period)
        line = month.add(day, income)
        books.execute("insert or replace into months values (?, ?, ?)", [iin, period, month.state()])
        books.execute("insert into payouts values (?, ?, ?, ?)", [id, iin, str(line.payout), str(line.withheld)])
        return line


for id, day, income in [
    ("p-1", "2026-08-05", "1000000"),
    ("p-2", "2026-08-12", "100000"),
    ("p-2", "2026-08-12", "100000"),
    ("p-3", "2026-08-20", "300000"),
    ("p-4", "2026-08-21", "50000"),
]:
    line = pay(id, "900101300017", day, income)
    if line is None:
        print(f"{id}: was paid before")
    elif line.limit in ("crosses", "over"):
        print(f"{id}: pays {line.payout}, and the limit stands at `{line.limit}`: tell the contractor")
    else:
        print(f"{id}: pays {line.payout}, withholds {line.withheld} ({line.limit})")
