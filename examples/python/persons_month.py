"""A person's month: what each income comes to, and why the last amount is what it is."""

import ustap

month = ustap.PersonMonth("2026-08")
for day, income, categories in [("2026-08-05", "300000", ["full-time-student"]), ("2026-08-20", "412345.67", [])]:
    line = month.add(day, income, categories)
    print(f"{day} {income:>10} withheld {line.withheld:>9} payout {line.payout:>10} ({line.limit} the limit)")

print("for the month:", ", ".join(f"{payment} {amount}" for payment, amount in month.amounts().items()))

for explained in ustap.explain(month):
    for step in explained["steps"]:
        acts = "; ".join(citation["act"] for citation in step.get("citations", []))
        print(f"{explained['payment']:5} {step['step']:16} {acts}")

for regime, payments in ustap.rates("2026-08-20").items():
    for payment, terms in payments.items():
        print(f"{regime}: {payment} {terms['rate']:%} of at most {terms['cap'] or 'everything'} ({terms['cite']})")
