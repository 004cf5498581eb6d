"""Every dependency says that it is built by the version of Rust that Cargo.toml promises.

It is what one toolchain can tell: it compiles nothing with that version. Of a dependency that says nothing, nothing is
known, and how many there are is printed.
"""
import json
import subprocess
import sys

command = ["cargo", "metadata", "--format-version", "1", "--locked", "--filter-platform", "x86_64-unknown-linux-gnu"]
packages = json.loads(subprocess.run(command, check=True, stdout=subprocess.PIPE).stdout)["packages"]


def version(text):
    return tuple(int(part) for part in (text.split(".") + ["0", "0"])[:3])


[promised] = [package["rust_version"] for package in packages if package["name"] == "ustap"]
later = [package for package in packages if version(package["rust_version"] or "0") > version(promised)]
for package in later:
    print(f"{package['name']} {package['version']} needs Rust {package['rust_version']}, Cargo.toml promises {promised}")
silent = sum(package["rust_version"] is None for package in packages)
print(f"{len(packages)} packages, {len(later)} later than Rust {promised}, {silent} do not say")
sys.exit(bool(later))
