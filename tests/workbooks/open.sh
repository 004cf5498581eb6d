#!/usr/bin/env bash
# Opens every kind of workbook in LibreOffice without a screen, and compares its cells with the CSV outputs. A workbook
# is a file for other programs: what this project's own tests read may still not open there. Then the other way round:
# what LibreOffice makes of the example inputs is read as they are. Installs LibreOffice where it is missing; that it
# cannot is a failure.
#
#     tests/workbooks/open.sh [DIR]   # keeps workbooks and their pages (PDF) in DIR, to be looked at
set -euo pipefail
cd "$(dirname "$0")/../.."

. .ci/lib.sh

needs soffice:libreoffice-calc-nogui /usr/share/fonts/truetype/dejavu:fonts-dejavu-core
cargo build --quiet
# The days of a sheet come out as this language writes them.
export LC_ALL=C.UTF-8
python3 tests/workbooks/open.py target/debug/ustap "$@"
python3 tests/workbooks/read.py target/debug/ustap
