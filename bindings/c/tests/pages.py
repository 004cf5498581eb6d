"""Writes each block of C on a page as a program of its own: `pages.py DIR PAGE...` prints their names.

A block is the body of `main`; of its variables those are declared that it does not declare itself. What it ends with is
looked at: every page has the same income, of which СО is 5 950.
"""

import re
import sys
from pathlib import Path

VARIABLES = {
    "law": "UstapLaw *law = NULL;",
    "month": "UstapMonth *month = NULL;",
    "amounts": "UstapAmounts amounts = {0};",
    "error": "char error[512];",
}

place, *pages = map(Path, sys.argv[1:])
for page in pages:
    blocks = re.findall(r"^```c\n(.*?)^```$", page.read_text(encoding="utf-8"), re.DOTALL | re.MULTILINE)
    if not blocks:
        sys.exit(f"{page}: no block of C")
    for number, block in enumerate(blocks):
        is_declared = lambda name: re.search(rf"^\w+ \*?{name}\b.*;$", block, re.MULTILINE)
        declared = "".join(f"    {line}\n" for name, line in VARIABLES.items() if not is_declared(name))
        name = f"page-{page.stem}-{number}"
        (place / f"{name}.c").write_text(
            "#include <stdio.h>\n#include <ustap.h>\n\n"
            f'int main(void) {{\n{declared}#line 1 "{page}, block {number}"\n{block}'
            "    ustap_month_free(month);\n    ustap_law_free(law);\n    return amounts.so != 595000;\n}\n",
            encoding="utf-8",
        )
        print(name)
