"""The bill of materials as cargo-cyclonedx writes it, made one of what is built: `.ci/sbom.py BOM`, to standard output.

cargo-cyclonedx asks cargo for the features of the whole workspace with its tests and bindings, so that it names crates
which the program alone is built without. What is built, and what needs what, cargo tells of the program alone. And the
project's own packages are named by the directory in which they lie, which says nothing to anybody else.
"""

import json
import pathlib
import subprocess
import sys

COMMAND = ["cargo", "tree", "--locked", "--package", "ustap", "--edges", "normal", "--prefix", "depth", "--format", " {p}"]

bom = json.loads(pathlib.Path(sys.argv[1]).read_text(encoding="utf-8"))
program = bom["metadata"]["component"]

needs, above = {}, []
for line in subprocess.run(COMMAND, check=True, stdout=subprocess.PIPE, text=True).stdout.splitlines():
    depth, name, version = line.split()[:3]
    package = (name, version.removeprefix("v"))
    needs.setdefault(package, set())
    above[int(depth):] = [package]
    if len(above) > 1:
        needs[above[-2]].add(package)

components = {(of["name"], of["version"]): of for of in bom["components"] if (of["name"], of["version"]) in needs}
bom["components"] = list(components.values())
program["bom-ref"] = program["purl"] = f"pkg:cargo/{program['name']}@{program['version']}"
# The sources of the library and of the program.
program.pop("components", None)
components[program["name"], program["version"]] = program
# A crate that is built in and not among the components ends it here.
bom["dependencies"] = [
    {"ref": components[package]["bom-ref"], "dependsOn": sorted(components[of]["bom-ref"] for of in needs[package])}
    for package in sorted(needs)
]
print(json.dumps(bom, indent=2, ensure_ascii=False))
