#!/usr/bin/env bash
# The page of `ustap report` in a real browser: makes the run of examples/month, what was done with it and its page, and
# opens it. Screenshots are left in target/browser for a person to look at.
#
#     tests/browser/run.sh [PROGRAM]    # default: target/release/ustap
set -euo pipefail
cd "$(dirname "$0")/../.."
. .ci/lib.sh
program=$(realpath "${1:-target/release/ustap}")
here=$PWD/tests/browser
out=$PWD/target/browser

needs chromium:chromium /usr/share/fonts/truetype/dejavu:fonts-dejavu-core pdftotext:poppler-utils
(cd "$here" && npm ci --silent --no-audit --no-fund)

rm -rf "$out"
mkdir -p "$out"
cp examples/month/*.csv examples/month/payer.toml "$out"
cd "$out"
# Findings end with 1, which is no failure here.
ustap() { "$program" --lang ru "$@" > /dev/null || [ $? -eq 1 ]; }
ustap calculate operations.csv --exemptions exemptions.csv --contractors contractors.csv --period 2026-08 --lines --out run
ustap statement run --contractors contractors.csv --payer payer.toml --date 2026-09-04 --out statement
ustap reconcile --register run --kgd kgd.csv --out compared
ustap lists run --kgd kgd.csv --contractors contractors.csv --payer payer.toml --payment all --format csv --out lists
ustap distribute --paid paid.csv --kgd kgd.csv --exemptions exemptions.csv --received-on 2026-09-25 --out returned
ustap advise run --contractors contractors.csv --out advice
ustap report run statement compared lists returned advice --out report.html

# A hundred and fifty invented persons, who fill eight pages of their table.
python3 - > many.csv << 'END'
def numbers():
    for place in range(10_000):
        digits = f"90010130{place:03}" if place < 1000 else f"91010130{place - 1000:03}"
        weights = range(1, 12)
        check = sum(int(digit) * weight for digit, weight in zip(digits, weights)) % 11
        if check < 10:
            yield f"{digits}{check}"
print("operation_id,iin,settled_on,income")
for number, iin in zip(range(150), numbers()):
    print(f"p{number},{iin},2026-08-05,{1000 + number}")
END
ustap calculate many.csv --out many
ustap report many --out many.html
ustap report many --full-iin --out full.html

# One person whose categories hold for a part of the month: what is read into the law.
printf '%s\n' operation_id,iin,settled_on,income a,900101300017,2026-08-05,1000 b,900101300017,2026-08-20,500 > part.csv
printf '%s\n' iin,category,valid_from 900101300017,civil-protection-service,2026-08-10 \
    900101300017,early-pension-age,2026-08-10 > part-exemptions.csv
ustap calculate part.csv --exemptions part-exemptions.csv --out part
ustap report part --out part.html

# Income beyond the limit, in a file whose name has no blanks, beside a value that has none.
long=$(printf 'о%.0s' {1..60}).csv
printf '%s\n' operation_id,iin,settled_on,income a,900101300017,2026-08-04,1000000 b,900101300017,2026-08-05,400000 \
    "c,900101300017,2026-08-06,$(printf 'Щ%.0s' {1..64})" > "$long"
ustap calculate "$long" --over-limit stop --out stop
ustap report stop --out stop.html

# Rates of one digit and of two, by which a table is sorted.
printf '%s\n' operation_id,iin,settled_on,income a,900101300017,2025-06-05,100000 > rates.csv
printf '%s\n' iin,regime 900101300017,mobile-app-standard > rates-contractors.csv
ustap calculate rates.csv --contractors rates-contractors.csv --out rates
ustap report rates --out rates.html

node "$here/report.mjs" report.html run "$out/screenshots" many.html part.html full.html stop.html rates.html
