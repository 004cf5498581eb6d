"""A wheel is what was promised of it: `.ci/wheel_check.py FILE`. For every Python from 3.10 on, and nothing needed beside it."""

import email
import pathlib
import sys
import zipfile

path = pathlib.Path(sys.argv[1])
faults = []


def must(holds, fault):
    if not holds:
        faults.append(fault)


with zipfile.ZipFile(path) as wheel:
    names = wheel.namelist()
    read = lambda name: wheel.read(next(found for found in names if found.endswith(f".dist-info/{name}"))).decode()
    licences = {name.rsplit("/", 1)[1]: wheel.read(name).decode() for name in names if "/licenses/" in name}
    metadata, tags = (email.message_from_string(read(name)) for name in ("METADATA", "WHEEL"))

tagged = tags.get_all("Tag")
must("-cp310-abi3-" in path.name, "its name is not of cp310-abi3")
must(tagged and all(tag.startswith("cp310-abi3-") for tag in tagged), f"it is tagged {tagged}")
must(any("manylinux_2_17" in tag for tag in tagged), f"none of its tags is of manylinux_2_17: {tagged}")
must(metadata["Requires-Python"] == ">=3.10", f"it needs Python {metadata['Requires-Python']}")
needs = [need for need in metadata.get_all("Requires-Dist", []) if "extra ==" not in need]
must(not needs, f"it needs {needs}")
for name in ("ustap/py.typed", "ustap/__init__.pyi", "ustap/_ustap.abi3.so"):
    must(name in names, f"{name} is not in it")
# The project's own, and the notices of what is built in.
for name, text in (
    ("LICENSE-APACHE", "Apache License"),
    ("LICENSE-MIT", "Permission is hereby granted"),
    *(("LICENSES-OF-DEPENDENCIES", f"\n{crate} ") for crate in ("arrow-array", "pyo3", "memchr")),
):
    must(text in licences.get(name, ""), f"{name} does not have {text!r}")

for fault in faults:
    print(f"{path}: {fault}", file=sys.stderr)
sys.exit(bool(faults))
