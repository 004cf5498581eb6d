"""Holds the links of pages against the files beside them.

    python3 .ci/links.py DIRECTORY
"""

import pathlib
import re
import sys

root = pathlib.Path(sys.argv[1])
pages = [page for page in root.rglob("*.md")]
links = [(page, link) for page in pages for link in re.findall(r"\]\(([^)#\s]+)", page.read_text(encoding="utf-8"))]
near = [(page, link) for page, link in links if not re.match(r"[a-z]+:", link)]
# What does not look at anything finds nothing wrong.
assert len(near) > 50, f"{len(near)} links in {root}"
dead = [f"{page.relative_to(root)}: {link}" for page, link in near if not (page.parent / link).exists()]
sys.exit("\n".join(["links that lead nowhere:", *dead]) if dead else 0)
