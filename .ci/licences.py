"""The licences of what is built into a package, with their notices: what a binary has to bring along.

    .ci/licences.py ustap    # or ustap-c, ustap-python

To standard output.
"""

import json
import pathlib
import subprocess
import sys

NOTICES = ("LICENSE", "LICENCE", "COPYING", "COPYRIGHT", "NOTICE", "UNLICENSE")


def cargo(*arguments: str) -> str:
    return subprocess.run(["cargo", *arguments, "--locked"], check=True, stdout=subprocess.PIPE, text=True).stdout


packages = {
    (package["name"], package["version"]): package
    for package in json.loads(cargo("metadata", "--format-version", "1"))["packages"]
}
tree = cargo("tree", "--package", sys.argv[1], "--edges", "normal", "--prefix", "none", "--format", "{p}")
for name, version in sorted({tuple(line.split()[:2]) for line in tree.splitlines() if line}):
    package = packages[name, version.removeprefix("v")]
    # The project's own licences stand beside this file.
    if package["source"] is None:
        continue
    print("=" * 80, f"{name} {package['version']}: {package['license']}", "=" * 80, sep="\n")
    for path in sorted(pathlib.Path(package["manifest_path"]).parent.iterdir()):
        if path.is_file() and path.name.upper().startswith(NOTICES):
            print(f"\n{path.read_text(encoding='utf-8', errors='replace').strip()}")
    print()
