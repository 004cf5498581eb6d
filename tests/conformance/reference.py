#!/usr/bin/env python3
"""The same work once more, slow and plain: from the documents alone, without a look at the Rust code.

    python3 tests/conformance/reference.py calculate operations.csv --exemptions exemptions.csv --out DIR
    python3 tests/conformance/reference.py distribute --paid paid.csv --kgd kgd.csv --out DIR
    python3 tests/conformance/reference.py penalty late.csv
    python3 tests/conformance/reference.py calendar 2026-08

What it shares with the program is `rates/`: values, days and keys, no citations; and the names of columns. Money is an integer
of tiyn, a rate a Fraction. It reads UTF-8, and writes no messages and no receipt; workbooks,
other encodings, near misses, runs over time and directories of lists are not its business. Its code follows the order
of docs/formats.md.
"""

import argparse
import calendar
import csv
import datetime
import os
import re
import sys
import tomllib
from collections import defaultdict
from fractions import Fraction

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
PAYMENTS = ["ipn", "opv", "opvr", "so", "vosms"]
SOCIAL = PAYMENTS[1:]
DAY = datetime.timedelta(days=1)
MONEY_MAX = 99_999_999_999_999  # tiyn


class Rejected(Exception):
    """Why a row does not count: its code and the column at fault."""


def refuse(text):
    """Nothing can be computed at all."""
    print("error:", text, file=sys.stderr)
    sys.exit(2)


# --------------------------------------------------------------------------------------------------------- the tables


class Tables:
    def __init__(self, directory):
        def table(name):
            with open(os.path.join(directory, name), "rb") as file:
                return tomllib.load(file)

        self.indicators = table("indicators.toml")["indicator"]
        regimes = table("regimes.toml")
        self.scopes = {regime["code"]: regime["scope"] for regime in regimes["regime"]}
        self.in_force, self.default = regimes["in_force"], regimes["default"]
        self.rates, self.caps, self.limits = regimes["rate"], regimes["cap"], regimes["limit"]
        self.rounding = table("rounding.toml")
        exemptions = table("exemptions.toml")
        self.categories = {category["code"] for category in exemptions["category"]}
        self.exemptions = exemptions["exemption"]
        self.recipients = table("recipients.toml")["recipient"]
        deadlines = table("deadlines.toml")
        self.deadlines, self.month_days, self.terms = deadlines["deadline"], deadlines["month_day"], deadlines["term"]
        self.accounts = table("settlement/accounts.toml")
        self.years_off = table("days_off.toml")["year"]
        self.base_rates = table("base_rates.toml")

    def indicator(self, code, day):
        return one(self.indicators, day, code=code)

    def has_rates(self, day):
        """Whether anything is in force on the day: a regime for who is not listed, and the indicators."""
        indicators = all(self.indicator(code, day) for code in ("mrp", "mzp"))
        return bool(indicators and one(self.default, day))

    def amount(self, value, day):
        """An amount of the tables in tiyn: a multiple of an indicator; None for `none`."""
        if value == "none":
            return None
        return int(Fraction(value["times"]) * Fraction(self.indicator(value["of"], day)["amount"]) * 100)

    def cap(self, regime, payment, day):
        caps = [self.amount(cap["cap"], day) for cap in every(self.caps, day, regime=regime, payment=payment)]
        return min((cap for cap in caps if cap is not None), default=None)

    def rate(self, regime, payment, day):
        """The rate as a fraction; None where the regime has no such payment."""
        rate = one(self.rates, day, regime=regime, payment=payment)["rate"]
        return None if rate == "none" else Fraction(rate)

    def rounded(self, payment, amount, day):
        """Tiyn, not rounded yet, to the unit and mode of the payment."""
        unit = next(entry for entry in every(self.rounding["unit"], day) if payment in entry["payments"])["unit"]
        mode = next(entry for entry in every(self.rounding["mode"], day) if payment in entry["payments"])["mode"]
        return rounded(amount, Fraction(unit) * 100, mode)

    def exempt(self, categories, day):
        """{payment: the categories of these that free from it on the day}."""
        freed = defaultdict(set)
        for entry in every(self.exemptions, day):
            if entry["category"] in categories:
                for payment in entry["payments"]:
                    freed[payment].add(entry["category"])
        return freed

    def term_after(self, day, code):
        """The last day of a term behind a day; None where the tables do not know it."""
        term = day and one(self.terms, day, code=code)
        if not term:
            return None
        count = int(term["working_days"])
        while count:
            day += DAY
            year = one(self.years_off, day)
            if year is None:
                return None
            worked = str(day) in year.get("worked", [])
            count -= worked or (day.weekday() < 5 and str(day) not in year["off"])
        return day


def every(entries, day, **keys):
    last = lambda entry: entry["to"] == "open" or str(day) <= entry["to"]
    return [e for e in entries if e["from"] <= str(day) and last(e) and all(e[k] == v for k, v in keys.items())]


def one(entries, day, **keys):
    return next(iter(every(entries, day, **keys)), None)


def rounded(amount, unit, mode):
    units = amount / unit
    whole = units.numerator // units.denominator
    rest = units - whole
    up = {"half-up": rest >= Fraction(1, 2), "up": rest > 0, "down": False}[mode]
    return int((whole + up) * unit)


# ----------------------------------------------------------------------------------------------------------- the rows


def records(text, delimiter):
    """The records of a file: (line, fields, whether the quotes are in their places); a field is bytes."""
    at, line, size = 0, 1, len(text)
    while at < size:
        if text[at : at + 1] == b"\n" or text[at : at + 2] == b"\r\n":  # a line without a byte
            at, line = text.index(b"\n", at) + 1, line + 1
            continue
        if text.startswith(b"\xef\xbb\xbf", at):
            at += 3
        first, fields, good = line, [], True
        while True:
            if text[at : at + 1] == b'"':
                field, at = bytearray(), at + 1
                while True:
                    if at >= size:
                        refuse(f"a quote is open at the end: line {first}")
                    if text[at : at + 2] == b'""':
                        field, at = field + b'"', at + 2
                    elif text[at : at + 1] == b'"':
                        at += 1
                        break
                    else:
                        line += text[at : at + 1] == b"\n"
                        field, at = field + text[at : at + 1], at + 1
                end = next_of(text, at, delimiter)
                # Behind a closing quote only a delimiter or the end of the line.
                good = good and text[at:end] in (b"", b"\r" if text[end : end + 1] == b"\n" else b"")
            else:
                end = next_of(text, at, delimiter)
                field = text[at:end]
                if text[end : end + 1] == b"\n" and field.endswith(b"\r"):
                    field = field[:-1]
            fields.append(bytes(field))
            at = end + 1
            if text[end : end + 1] != delimiter:
                line += 1
                break
        yield first, fields, good


def next_of(text, at, delimiter):
    ends = [end for end in (text.find(delimiter, at), text.find(b"\n", at)) if end >= 0]
    return min(ends, default=len(text))


def plain(heading):
    return re.sub("[ \u00a0\t_]", "", heading).lower().replace("ё", "е")


with open(os.path.join(ROOT, "words", "headings.toml"), "rb") as file:
    HEADINGS = tomllib.load(file)


def places_of(headings, name, header):
    """Where the column stands: under its name, or a heading in Russian or Kazakh."""
    headings = [name, *headings.get("ru", []), *headings.get("kk", [])]
    return [header.index(heading) for heading in map(plain, headings) if heading in header]


def rows(path, kind, required, optional):
    """The rows of a file: ({column: trimmed text}, {column: as it stood}, line), of a malformed one (None, None, line)."""
    with open(path, "rb") as file:
        text = file.read()
    if said := re.match(rb"(?:\xef\xbb\xbf)?sep=([,;\t])\r?\n", text):
        delimiters, begin = [said[1]], said.end()
    else:
        delimiters, begin = [b",", b";", b"\t"], 0
    for delimiter in delimiters:
        # What stands before the header is lines: they are kept, so that lines are counted as they are.
        read = records(b"\n" * text.count(b"\n", 0, begin) + text[begin:], delimiter)
        header = [plain(field.decode()) for field in next(read, (0, [], True))[1]]
        places = {
            name: place for name in required + optional for place in places_of(HEADINGS[kind][name], name, header)
        }
        if all(name in places for name in required):
            break
    else:
        refuse(f"{path} lacks a column of {required}")
    for line, fields, good in read:
        surplus = fields[len(header) :]
        if good and len(fields) >= len(header) and not any(trimmed(lossy(field)) for field in surplus):
            try:
                stood = {name: fields[place].decode() for name, place in places.items()}
                yield {name: trimmed(value) for name, value in stood.items()}, stood, line
                continue
            except UnicodeDecodeError:
                pass
        yield None, None, line


def trimmed(text):
    return text.strip(" \u00a0\t")


def lossy(field):
    return field.decode(errors="replace")


def iin(text, column="iin"):
    if not re.fullmatch("[0-9]{12}", text) or text == "0" * 12:
        raise Rejected("iin", column)
    digits = [int(digit) for digit in text]
    for weights in ([*range(1, 12)], [3, 4, 5, 6, 7, 8, 9, 10, 11, 1, 2]):
        check = sum(digit * weight for digit, weight in zip(digits, weights)) % 11
        if check < 10:
            break
    if check != digits[11]:
        raise Rejected("iin-check-digit", column)
    return text


DAYS = re.compile(
    r"(?:(?P<y>[0-9]{4})-(?P<m>[0-9]{2})-(?P<d>[0-9]{2})|(?P<d2>[0-9]{2})\.(?P<m2>[0-9]{2})\.(?P<y2>[0-9]{4}))"
    r"(?:[Tt ](?P<hour>[0-9]{1,2}):(?P<minute>[0-9]{2})(?::(?P<second>[0-9]{2})(?:[.,][0-9]{1,9})?)?"
    r"(?: ?(?P<zone>[Zz]|[+-](?P<zh>[0-9]{2})(?::?(?P<zm>[0-9]{2}))?))?)?"
)


def day(text, column, instant=False):
    """A day; the empty date of 1C is None."""
    try:
        said = DAYS.fullmatch(text).groupdict()
        value = datetime.date(*(int(said[part] or said[part + "2"]) for part in "ymd"))
        if said["hour"]:
            datetime.time(int(said["hour"]), int(said["minute"]), int(said["second"] or 0))
        if said["zone"]:
            datetime.time(int(said["zh"] or 0), int(said["zm"] or 0))
            if not instant:
                raise ValueError
            ahead = datetime.timedelta(hours=int(said["zh"] or 0), minutes=int(said["zm"] or 0))
            ahead = -ahead if said["zone"][0] == "-" else ahead
            time = datetime.datetime(value.year, value.month, value.day, int(said["hour"]), int(said["minute"]))
            value = (time - ahead + datetime.timedelta(hours=5)).date()
    except (AttributeError, ValueError, OverflowError):
        raise Rejected("date", column)
    return None if value == datetime.date(1, 1, 1) else value


def optional_day(row, column, instant=False):
    return day(row[column], column, instant) if row.get(column) else None


MONEY = re.compile("(-?)([0-9]+|[0-9]{1,3}(?:[ \u00a0\u202f\u2009][0-9]{3})+|(?=[.,]))(?:[.,]([0-9]{1,2})0{0,4})?")


def money(text, column, code=None):
    said = MONEY.fullmatch(text)
    if not said:
        raise Rejected(code or column, column)
    tiyn = int(re.sub("[^0-9]", "", said[2]) or 0) * 100 + int((said[3] or "0").ljust(2, "0"))
    if tiyn > MONEY_MAX:
        raise Rejected(f"{code or column}-range", column)
    return -tiyn if said[1] else tiyn


def month(text, column="period"):
    if not re.fullmatch("[0-9]{4}-(0[1-9]|1[0-2])", text) or text < "0001":
        raise Rejected("period", column)
    return text


# ------------------------------------------------------------------------------------------- what is known of persons


class Rejects:
    def __init__(self):
        self.rows = []

    def add(self, path, line, code, column="", value=""):
        self.rows.append([os.path.basename(path), line, code, column, value])

    def reading(self, path, kind, required, optional, meant):
        """Goes through a file; `meant` makes of a row what it means, or rejects it."""
        for row, stood, line in rows(path, kind, required, optional):
            if row is None:
                self.add(path, line, "malformed-row")
                continue
            try:
                yield meant(row), stood, line
            except Rejected as rejected:
                code, column = rejected.args
                self.add(path, line, code, column, stood.get(column, ""))

    def sort(self, paths):
        order = {os.path.basename(path): at for at, path in enumerate(paths)}
        self.rows.sort(key=lambda row: (order[row[0]], row[1]))


def exemptions(tables, paths, rejects, known_on=None):
    """({iin: [(category, first, last)]}, {iin of a row that was rejected})."""
    held, doubtful = defaultdict(list), set()

    def is_later(row):
        """Whether the row became known after the day, of which it then says nothing."""
        try:
            known = optional_day(row, "known_on")
        except Rejected:
            return False
        return bool(known_on and known and known > known_on)

    def meant(row):
        person = iin(row["iin"])
        try:
            first, last, _ = (optional_day(row, column) for column in ("valid_from", "valid_to", "known_on"))
            if row["category"].lower() not in tables.categories:
                raise Rejected("category", "category")
            if first and last and first > last:
                raise Rejected("interval", "valid_to")
        except Rejected:
            if not is_later(row):
                doubtful.add(person)
            raise
        if not is_later(row):
            held[person].append((row["category"].lower(), first, last))

    for path in paths:
        list(rejects.reading(path, "exemptions", ["iin", "category"], ["valid_from", "valid_to", "known_on"], meant))
    return held, doubtful


def held_on(held, person, day):
    """The categories of the person on the day."""
    spans = held.get(person, [])
    return {category for category, first, last in spans if (not first or first <= day) and (not last or day <= last)}


def regimes(tables, paths, rejects):
    """{iin of who is listed: [(regime, first, last)]}."""
    listed, good = set(), defaultdict(list)

    def meant(row):
        person = iin(row["iin"])
        regime = row.get("regime", "").lower()
        if regime:
            listed.add(person)
        optional_day(row, "birth_date")
        first, last = optional_day(row, "regime_from"), optional_day(row, "regime_to")
        if regime and regime not in tables.scopes:
            raise Rejected("regime", "regime")
        if first and last and first > last:
            raise Rejected("interval", "regime_to")
        return person, regime, first, last

    for path in paths:
        columns = ["birth_date", "regime", "regime_from", "regime_to"]
        for (person, regime, first, last), stood, line in rejects.reading(path, "contractors", ["iin"], columns, meant):
            if regime:
                good[person].append(
                    (regime, first or datetime.date.min, last or datetime.date.max, path, line, stood["regime"])
                )
    for person, intervals in good.items():
        clash = {
            it
            for it in intervals
            for other in intervals
            if it[0] != other[0] and it[1] <= other[2] and other[1] <= it[2]
        }
        for *_, path, line, regime in clash:
            rejects.add(path, line, "overlap", "regime", regime)
        good[person] = [interval for interval in intervals if interval not in clash]
    return {person: good[person] for person in listed}


# -------------------------------------------------------------------------------------------------------- calculation


class Operation:
    def order(self):
        return self.effective, self.settled, self.id.encode()

    def values(self):
        return self.iin, self.settled, self.corrects, self.income


def operations(tables, paths, rejects, listed, period):
    taken = []

    def meant(row):
        it = Operation()
        it.id = row["operation_id"]
        if not 1 <= len(it.id.encode()) <= 64:
            raise Rejected("operation-id", "operation_id")
        it.iin = iin(row["iin"])
        it.settled = day(row["settled_on"], "settled_on", True)
        if it.settled is None:
            raise Rejected("date", "settled_on")
        it.corrects = optional_day(row, "corrects_on", True)
        if it.corrects and it.corrects > it.settled:
            raise Rejected("corrects-later", "corrects_on")
        it.income = money(row["income"], "income")
        it.effective = it.corrects or it.settled
        it.month = str(it.effective)[:7]
        of_day = "corrects_on" if it.corrects else "settled_on"
        if not tables.has_rates(it.effective):
            raise Rejected("no-rates", of_day)
        if period and it.month != period:
            raise Rejected("outside-period", of_day)
        if it.iin in listed:
            on = {regime for regime, first, last, *_ in listed[it.iin] if first <= it.effective <= last}
        else:
            on = {one(tables.default, it.effective)["regime"]}
        on = [regime for regime in on if one(tables.in_force, it.effective, regime=regime)]
        if not on:
            raise Rejected("no-regime", "iin")
        it.regime = on[0]
        return it

    for path in paths:
        columns = ["operation_id", "iin", "settled_on", "income"]
        for it, _, line in rejects.reading(path, "operations", columns, ["corrects_on"], meant):
            it.path, it.line = path, line
            taken.append(it)
    by_id = defaultdict(list)
    for it in taken:
        by_id[it.id].append(it)
    accepted = []
    for same in by_id.values():
        if any(it.values() != same[0].values() for it in same):
            code, bad = "conflicting-duplicate", same
        else:
            code, bad = "duplicate", same[1:]
            accepted.append(same[0])
        for it in bad:
            rejects.add(it.path, it.line, code, "operation_id", it.id)
    return accepted


def due(tables, held, group):
    """What is due from a group: {payment: (exempt, base, amount, tokens)}."""
    first, regime = group[0], group[0].regime
    income = sum(it.income for it in group)
    if regime == "over-limit" or tables.scopes[regime] == "out-of-scope":
        return {payment: (0, 0, 0, []) for payment in PAYMENTS}
    freed = [tables.exempt(held_on(held, it.iin, it.effective), it.effective) for it in group]
    rows = {}
    for payment in PAYMENTS:
        rate = tables.rate(regime, payment, first.effective)
        if rate is None:
            rows[payment] = 0, 0, 0, [f"{payment}:not-due"]
            continue
        days = [payment in categories for categories in freed]
        codes = "+".join(sorted({code for categories in freed for code in categories.get(payment, ())}))
        exempt = sum(it.income for it, free in zip(group, days) if free)
        left = max(income - exempt, 0)
        cap = tables.cap(regime, payment, first.effective)
        base = left if cap is None else min(left, cap)
        amount = tables.rounded(payment, base * rate, first.effective)
        tokens = []
        if all(days):
            tokens = [f"exempt={codes}"]
        else:
            if any(days):
                tokens.append(f"part-exempt={codes}")
            if base == 0:
                tokens.append("no-income")
            elif base < left:
                tokens.append("capped")
            if rate == 0:
                tokens.append("zero-rate")
            if base and rate and not amount:
                tokens.append("rounded-to-zero")
        rows[payment] = exempt, base, amount, [f"{payment}:{token}" for token in tokens]
    return rows


def calculate(tables, args):
    rejects = Rejects()
    held, doubtful = exemptions(tables, args.exemptions, rejects, args.known_on and day(args.known_on, "known_on"))
    listed = regimes(tables, args.contractors, rejects)
    period = args.period and month(args.period)
    accepted = sorted(operations(tables, args.operations, rejects, listed, period), key=Operation.order)
    months = defaultdict(list)
    for it in accepted:
        months[it.month, it.iin].append(it)

    register, lines, limits, paid = [], [], [], defaultdict(lambda: defaultdict(int))
    known = defaultdict(set)  # {month: {(payment, regime)}}
    for (period, person), of_month in sorted(months.items()):
        sums, crossed, over = 0, None, 0
        for it in of_month:
            entry = one(tables.limits, it.effective, regime=it.regime)
            limit = tables.amount(entry["limit"], it.effective) if entry else None
            if limit is None:
                continue
            sums, it.limit = sums + it.income, limit
            if sums > limit and not crossed:
                crossed = it
        counted = [it for it in of_month if hasattr(it, "limit")]
        if counted:
            limit, over = counted[0].limit, max(sums - counted[0].limit, 0)
            if crossed or sums * 100 >= limit * 80:
                share = max(sums, 0) * 10000 // limit
                by = [crossed.effective, crossed.id] if crossed else ["", ""]
                limits.append([person, period, tenge(sums), tenge(limit), tenge(share), *by, tenge(over)])
            if args.over_limit == "stop" and crossed:
                for it in counted[counted.index(crossed) :]:
                    it.regime = "over-limit"
        for regime in sorted({it.regime for it in of_month}):
            group = [it for it in of_month if it.regime == regime]
            rows = due(tables, held, group)
            tokens = [token for payment in PAYMENTS for token in rows[payment][3]]
            if regime == "over-limit":
                tokens = ["outside-regime"]
            elif tables.scopes[regime] == "out-of-scope":
                tokens = ["out-of-scope"]
            tokens += ["over-limit"] * (over > 0) + ["exemption-rejected"] * (person in doubtful)
            row = [person, period, regime, len(group), tenge(sum(it.income for it in group))]
            for payment, (exempt, base, amount, _) in rows.items():
                row += map(tenge, [base, amount] if payment == "ipn" else [exempt, base, amount])
            withheld = sum(amount for _, _, amount, _ in rows.values())
            register.append([*row, tenge(withheld), "|".join(tokens)])
            if regime in tables.scopes and tables.scopes[regime] == "withheld":
                for payment in PAYMENTS:
                    if tables.rate(regime, payment, group[0].effective) is not None:
                        known[period, payment].add((regime, group[0].effective))
                        paid[period, payment][person] += rows[payment][2]
            before = {payment: 0 for payment in PAYMENTS}
            for at, it in enumerate(group):
                after = {payment: row[2] for payment, row in due(tables, held, group[: at + 1]).items()}
                it.amounts = [after[payment] - before[payment] for payment in PAYMENTS]
                before = after
    for it in sorted(accepted, key=lambda it: (it.month, it.iin, it.order())):
        withheld = sum(it.amounts)
        amounts = [tenge(amount) for amount in [it.income, *it.amounts, withheld, it.income - withheld]]
        lines.append([it.id, it.iin, it.month, it.regime, it.settled, it.effective, *amounts])

    payments = []
    for period, payment in sorted(known, key=lambda key: (key[0], PAYMENTS.index(key[1]))):
        on = next(effective for _, effective in known[period, payment])
        days = [
            int(entry["day"])
            for regime, effective in known[period, payment]
            for entry in every(tables.deadlines, effective, regime=regime)
            if payment in entry["payments"]
        ]
        recipient = one(tables.recipients, on, payment=payment)
        amounts = paid[period, payment].values()
        bin = "" if recipient["bin"] == "none" else recipient["bin"]
        due_on = next_month(period).replace(day=min(days))
        row = [payment, period, recipient["knp"], bin, sum(a > 0 for a in amounts), tenge(sum(amounts)), due_on]
        payments.append(row)

    os.makedirs(args.out, exist_ok=True)
    columns = "iin,period,regime,operations,income,ipn_base,ipn"
    for payment in SOCIAL:
        columns += f",{payment}_exempt,{payment}_base,{payment}"
    write(args.out, "register.csv", columns + ",withheld,notes", register)
    write(args.out, "payments.csv", "payment,period,knp,recipient,persons,amount,due_on", payments)
    write(args.out, "limits.csv", "iin,period,income,limit,share,crossed_on,crossed_by,over", limits)
    if args.lines:
        columns = "operation_id,iin,period,regime,settled_on,effective_on,income,ipn,opv,opvr,so,vosms,withheld,payout"
        write(args.out, "lines.csv", columns, lines)
    rejects.sort([*args.operations, *args.exemptions, *args.contractors])
    write(args.out, "rejects.csv", "file,line,code,field,value", rejects.rows)
    return bool(rejects.rows)


def next_month(period):
    year, number = map(int, period.split("-"))
    return datetime.date(year + number // 12, number % 12 + 1, 1)


def days_of(period):
    year, number = map(int, period.split("-"))
    return [datetime.date(year, number, day + 1) for day in range(calendar.monthrange(year, number)[1])]


def tenge(tiyn):
    return f"{'-' if tiyn < 0 else ''}{abs(tiyn) // 100}.{abs(tiyn) % 100:02}"


def write(out, name, columns, rows):
    with open(os.path.join(out, name), "w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(columns.split(","))
        writer.writerows(rows)


# ------------------------------------------------------------------------------------------------------- distribution

REASONS = [
    "details",
    "rate-missing",
    "rate-differs",
    "matches",
    "less-than-computed",
    "more-than-computed",
    "exempt",
    "not-computed",
    "unpaid",
]


def distribute(tables, args):
    rejects = Rejects()
    held, _ = exemptions(tables, args.exemptions, rejects)
    knps = {entry["knp"]: entry["payment"] for entry in tables.recipients}
    others = {entry["knp"] for entry in tables.accounts["penalty"]} | {"911"}
    funds = {p: entry["fund"] for entry in tables.accounts["account"] for p in entry["payments"]}

    computed = {}

    def of_kgd(row):
        person, period = iin(row["iin"]), month(row["period"])
        # КГД's ИПН and penalties are not looked at. A row has the first code that applies, not its first bad column's.
        amounts, faults = {}, []
        for payment in SOCIAL:
            try:
                amounts[payment] = money(row[payment], payment, "amount")
                if amounts[payment] < 0:
                    raise Rejected("amount", payment)
            except Rejected as rejected:
                faults.append(rejected)
        if faults:
            raise min(faults, key=lambda fault: fault.args[0])
        if (person, period) in computed:
            raise Rejected("repeated", "iin")
        computed[person, period] = amounts

    for path in args.kgd:
        list(rejects.reading(path, "kgd", ["iin", "period", *PAYMENTS], [], of_kgd))

    def of_paid(row):
        period = month(row["period"])
        if row["knp"] in others:
            raise Rejected("knp", "knp")
        amount = money(row["amount"], "amount")
        if amount <= 0:
            raise Rejected("amount", "amount")
        return row, period, knps.get(row["knp"]), amount

    returns, keys, alone = [], defaultdict(lambda: {"paid": 0, "back": 0, "left": [], "reasons": set()}), []
    for at, path in enumerate(args.paid):
        columns = ["rate", "surname", "given_name", "patronymic"]
        for (row, period, payment, amount), _, line in rejects.reading(
            path, "paid", ["iin", "period", "knp", "amount"], columns, of_paid
        ):
            reason, place = None, (at, line)
            try:
                iin(row["iin"])
                person = True
            except Rejected:
                person = False
            if not person or not payment or row.get("surname") == "" or row.get("given_name") == "":
                reason = "details"
            elif row.get("rate") == "":
                reason = "rate-missing"
            elif "rate" in row and percent(row["rate"]) not in rates_of(tables, payment, period):
                reason = "rate-differs"
            if reason:
                returns.append((place, row["iin"], period, payment or "", amount, reason))
            if not person or not payment:
                alone.append((row["iin"] if person else None, period, payment or "", amount))
                continue
            key = keys[row["iin"], period, payment]
            key["paid"] += amount
            if reason:
                key["reasons"].add(reason)
                key["back"] += amount
            else:
                key["left"].append((place, amount))
    for (person, period), amounts in computed.items():
        for payment in SOCIAL:
            if amounts[payment] > 0:
                keys[person, period, payment]

    distribution = []
    for (person, period, payment), key in sorted(
        keys.items(), key=lambda it: (it[0][1], it[0][0], PAYMENTS.index(it[0][2]))
    ):
        of_kgd = computed.get((person, period), {}).get(payment, 0)
        paid, distributed, reason = sum(amount for _, amount in key["left"]), 0, None
        if key["left"]:
            if of_kgd == 0:
                whole = all(payment in tables.exempt(held_on(held, person, day), day) for day in days_of(period))
                reason = "exempt" if whole else "not-computed"
            elif paid == of_kgd:
                reason, distributed = "matches", paid
            elif paid < of_kgd:
                reason = "less-than-computed"
            else:
                reason, distributed = "more-than-computed", of_kgd
            if paid > distributed:
                returns.append(
                    (min(place for place, _ in key["left"]), person, period, payment, paid - distributed, reason)
                )
        elif not key["reasons"]:
            reason = "unpaid"
        reasons = [name for name in REASONS if name in key["reasons"] or name == reason]
        back = key["paid"] - distributed
        row = [person, period, payment, funds[payment], of_kgd, key["paid"], distributed, back, of_kgd - distributed]
        distribution.append(row + ["|".join(reasons)])

    sums = defaultdict(lambda: [set(), 0, 0, 0, 0, 0])
    for person, period, payment, _, *amounts, _ in distribution:
        sums[period, payment][0].add(person)
        for at, amount in enumerate(amounts):
            sums[period, payment][at + 1] += amount
    for person, period, payment, amount in alone:
        row = sums[period, payment]
        row[0] |= {person} - {None}
        row[2], row[4] = row[2] + amount, row[4] + amount
    order = ["", *PAYMENTS]
    summary = [
        [period, payment, funds.get(payment, ""), len(persons), *map(tenge, amounts)]
        for (period, payment), (persons, *amounts) in sorted(
            sums.items(), key=lambda it: (it[0][0], order.index(it[0][1]))
        )
    ]

    os.makedirs(args.out, exist_ok=True)
    columns = "iin,period,payment,fund,computed,paid,distributed,returned,owed,reasons"
    write(args.out, "distribution.csv", columns, [[*row[:4], *map(tenge, row[4:9]), row[9]] for row in distribution])
    table = [
        [person, period, payment, tenge(amount), reason, os.path.basename(args.paid[at]), line]
        for (at, line), person, period, payment, amount, reason in sorted(returns)
    ]
    write(args.out, "returns.csv", "iin,period,payment,amount,reason,file,line", table)
    write(args.out, "summary.csv", "period,payment,fund,persons,computed,paid,distributed,returned,owed", summary)
    rejects.sort([*args.paid, *args.kgd, *args.exemptions])
    write(args.out, "rejects.csv", "file,line,code,field,value", rejects.rows)
    unknown = False
    if args.received_on:
        distributed = tables.term_after(day(args.received_on, "received_on"), "distribution")
        mended = tables.term_after(distributed, "mending")
        print("distributed by", distributed or "not known")
        print("mended by", mended or "not known")
        unknown = not mended
    return bool(rejects.rows or returns or unknown or any(row[8] for row in distribution))


def percent(text):
    said = re.fullmatch(r"([0-9]+(?:[.,][0-9]+)?)[ \u00a0]?%?", text)
    return Fraction(said[1].replace(",", ".")) / 100 if said else None


def rates_of(tables, payment, period):
    return {
        Fraction(entry["rate"])
        for day in (days_of(period)[0], days_of(period)[-1])
        if tables.has_rates(day)
        for entry in every(tables.rates, day, payment=payment)
        if entry["rate"] != "none"
    }


# ------------------------------------------------------------------------------------------------ terms and penalties


def the_month(tables, args):
    period = month(args.operations[0])
    for code in ("statement", "computed", "payment"):
        entry = one(tables.month_days, days_of(period)[-1], code=code)
        if not entry:
            refuse(f"no {code} for the income of {period}")
        on = next_month(period).replace(day=int(entry["day"]))
        print(on, code)
    for code in ("distribution", "mending"):
        on = tables.term_after(on, code)
        print(on or "not known", code)
    return not on


def penalty(tables, args):
    rejects, table = Rejects(), []
    rates = tables.base_rates

    def meant(row):
        payment = row["payment"]
        if payment not in PAYMENTS:
            raise Rejected("payment", "payment")
        period, paid_on = month(row["period"]), day(row["paid_on"], "paid_on", True)
        if paid_on is None:
            raise Rejected("date", "paid_on")
        amount, last = money(row["amount"], "amount"), days_of(period)[-1]
        if amount < 0:
            raise Rejected("amount", "amount")
        default = one(tables.default, last)
        if default is None:
            raise Rejected("no-rates", "period")
        bears = any(payment in entry["payments"] for entry in every(rates["multiple"], last))
        if not bears or tables.rate(default["regime"], payment, last) is None:
            raise Rejected("payment", "payment")
        of_the_month = every(tables.deadlines, last, regime=default["regime"])
        deadline = next(entry for entry in of_the_month if payment in entry["payments"])
        due_on, exact = next_month(period).replace(day=int(deadline["day"])), Fraction(0)
        days = max((paid_on - due_on).days, 0)
        for late in range(days):
            on = due_on + DAY * (late + 1)
            base = one(rates["base_rate"], on)
            if base is None:
                raise Rejected("no-rates", "paid_on")
            times = next(entry for entry in every(rates["multiple"], on) if payment in entry["payments"])
            exact += amount * Fraction(times["times"]) * Fraction(base["rate"]) / int(one(rates["year"], on)["days"])
        to = one(rates["rounding"], max(paid_on, due_on))
        whole = rounded(exact, Fraction(to["unit"]) * 100, to["mode"])
        knps = [entry["knp"] for entry in every(tables.accounts["penalty"], paid_on) if payment in entry["payments"]]
        return [payment, period, due_on, paid_on, tenge(amount), days, tenge(whole), *(knps or [""])]

    for row, *_ in rejects.reading(args.operations[0], "late", ["payment", "period", "paid_on", "amount"], [], meant):
        table.append(row)
    csv.writer(sys.stdout, lineterminator="\n").writerows(
        [["payment", "period", "due_on", "paid_on", "amount", "days", "penalty", "knp"], *table]
    )
    if rejects.rows:
        columns = ["file", "line", "code", "field", "value"]
        csv.writer(sys.stderr, lineterminator="\n").writerows([columns, *rejects.rows])
    return bool(rejects.rows)


WORK = {"calculate": calculate, "distribute": distribute, "penalty": penalty, "calendar": the_month}


def arguments(words=None):
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("work", choices=WORK)
    parser.add_argument("operations", nargs="*")
    for name in ("exemptions", "contractors", "paid", "kgd"):
        parser.add_argument(f"--{name}", action="append", default=[])
    for name in ("period", "known-on", "received-on", "out"):
        parser.add_argument(f"--{name}")
    parser.add_argument("--over-limit", choices=["cap", "stop"], default="cap")
    parser.add_argument("--lines", action="store_true")
    parser.add_argument("--rates", default=os.path.join(ROOT, "rates"))
    args = parser.parse_args(words)
    if args.work != "distribute" and not args.operations:
        parser.error("a file is needed, and of calendar a month")
    return args


def main():
    args = arguments()
    try:
        return int(WORK[args.work](Tables(args.rates), args))
    except Rejected as rejected:
        code, option = rejected.args
        refuse(f"{option}: {code}")
    except (OSError, UnicodeDecodeError) as error:
        refuse(error)


if __name__ == "__main__":
    sys.exit(main())
