"""A bill of materials names what is built into the program, all of it and nothing else: `.ci/sbom_check.py FILE`.

What must be in it comes from `cargo tree` and Cargo.lock, neither of which had a hand in making it.
"""

import json
import pathlib
import subprocess
import sys
import tomllib

ROOT = pathlib.Path(__file__).resolve().parent.parent
text = pathlib.Path(sys.argv[1]).read_text(encoding="utf-8")
bom = json.loads(text)
faults = []


def must(holds, fault):
    if not holds:
        faults.append(fault)


def versions(lines):
    return {tuple(line.split()[:2]) for line in lines.splitlines() if line}


tree = subprocess.run(
    ["cargo", "tree", "--locked", "--package", "ustap", "--edges", "normal", "--prefix", "none", "--format", "{p}"],
    cwd=ROOT, check=True, stdout=subprocess.PIPE, text=True,
).stdout
expected = {(name, version.removeprefix("v")) for name, version in versions(tree)}
lock = tomllib.loads((ROOT / "Cargo.lock").read_text(encoding="utf-8"))["package"]
digests = {(package["name"], package["version"]): package.get("checksum") for package in lock}

must((bom.get("bomFormat"), bom.get("specVersion")) == ("CycloneDX", "1.5"), "it is no CycloneDX 1.5")
must("serialNumber" not in bom, "it has a serial number, which is another each time")
for path in (str(ROOT), str(pathlib.Path.home()) + "/"):
    must(path not in text, f"{path} is a path of this machine")

program, components = bom["metadata"]["component"], bom["components"]
found = [(component["name"], component["version"]) for component in components]
must(program["name"] == "ustap", f"it is the bill of {program['name']}")
must(len(set(found)) == len(found), "a component is there twice")
must(("ustap", program["version"]) in expected, f"the program is not {program['version']}")
expected.discard(("ustap", program["version"]))
for name, version in sorted(expected - set(found)):
    faults.append(f"{name} {version} is built in and not named")
for name, version in sorted(set(found) - expected):
    faults.append(f"{name} {version} is named and not built in")

for component in components:
    name, version = component["name"], component["version"]
    must(component.get("purl") == f"pkg:cargo/{name}@{version}", f"{name} {version} has no purl of its own")
    must(component.get("licenses"), f"{name} {version} has no licence")
    hashes = {of["alg"]: of["content"] for of in component.get("hashes", [])}
    must(hashes.get("SHA-256") == digests.get((name, version), ""), f"{name} {version} has not the digest of Cargo.lock")

# Everything is there because the program needs it, by way of what is named.
needs = {of["ref"]: of.get("dependsOn", []) for of in bom["dependencies"]}
named = {component["bom-ref"] for component in [program, *components]}
reached, ahead = set(), [program["bom-ref"]]
while ahead:
    ref = ahead.pop()
    if ref not in reached:
        reached.add(ref)
        ahead += needs.get(ref, [])
must(reached == named, f"not reached or not named: {sorted(reached ^ named)}")
must(set(needs) == named, "the dependencies are of others than the components")

print("\n".join(faults) or f"{len(components)} components, as cargo tree and Cargo.lock have them")
sys.exit(bool(faults))
