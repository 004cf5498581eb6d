"""A DataFrame of pandas: what a notebook has. Money is Decimal or text in it, never a float."""

from decimal import Decimal

import pandas as pd
import ustap

operations = pd.DataFrame(
    {
        "operation_id": ["a", "b", "c", "b"],
        "iin": ["900101300017", "871120900221", "900101300017", "871120900221"],
        # Naive, so local: instants have a zone, and their day in Kazakhstan counts.
        "settled_on": pd.to_datetime(["2026-08-05 09:00", "2026-08-07 23:30", "2026-08-20 12:00", "2026-08-07 23:30"]),
        "income": [Decimal("1000000.00"), Decimal("612345.67"), Decimal("300000.00"), Decimal("612345.67")],
    }
)
exemptions = pd.DataFrame({"iin": ["871120900221"], "category": ["full-time-student"]})

result = ustap.calculate(operations, exemptions)
# Of pandas 3; before it: pyarrow.table(result.register).to_pandas()
register = pd.DataFrame.from_arrow(result.register)
print(register[["iin", "period", "income", "opv", "so", "vosms", "withheld"]].to_string(index=False))
print(pd.DataFrame.from_arrow(result.limits)[["iin", "income", "share", "crossed_by"]].to_string(index=False))
print(pd.DataFrame.from_arrow(result.rejects)[["row", "operation_id", "code"]].to_string(index=False))

try:
    ustap.calculate(operations.astype({"income": float}))
except ustap.UstapError as error:
    print(error.kind, "error:", str(error).splitlines()[0])
