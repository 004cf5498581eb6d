# What the program says, in English. A key is the same in words/ru.ftl and words/kk.ftl, with the same values.
#
# A sentence begins and ends as it stands between others: an error in lower case without a full stop, a message in a
# file with both. Values: { $name }. Numbers of things choose their words.


### What is counted

rows = { $count } { $count ->
    [one] row
   *[other] rows
}


### The ground

at-line = line { $line }
defect-hint = this is a defect of the program: report it
no-such-code = `{ $code }` is no { $what }
no-such-code-hint = there are { $codes }
system-directory = it is a directory
system-no-permission = there is no permission
system-no-space = there is no space left
system-not-found = there is no such file or directory
what-basis = basis
what-break-kind = kind of break
what-encoding = encoding
what-file-kind = kind of file
what-language = language
what-limit-reading = reading of the limit
what-payment = payment
what-reject = code of a reject
what-status = status


### Payments

payment-ipn = ИПН
payment-opv = ОПВ
payment-opvr = ОПВР
payment-so = СО
payment-vosms = ВОСМС


### The command line

error = error
hint = hint
warning = warning
lang-unknown = USTAP_LANG is `{ $code }`
lang-unknown-hint = the languages are en, ru and kk
standard-output-unwritable = standard output cannot be written
written-all-the-same = { $error }; { $dir } is written all the same


### Values: money, days, persons, rates

day-beyond = { $day } is outside the years 0001 to 9999
day-none = `{ $text }` is not a day of the form YYYY-MM-DD or DD.MM.YYYY
iin-all-zeros = the ИИН or БИН `{ $text }` is all zeros
iin-check-digit-wrong = the ИИН or БИН `{ $text }` has a wrong check digit
iin-digits = the ИИН or БИН `{ $text }` is not 12 digits
money-beyond = `{ $text }` is outside the range of { $most } tenge on either side of zero
money-no-amount = `{ $text }` is not an amount in tenge with at most two decimals
money-no-sum = `{ $text }` is not a sum in tenge with two decimals
money-too-fine = { $value } tenge is finer than a tiyn
money-too-large = { $value } tenge is out of range
month-none = `{ $text }` is not a month of the form YYYY-MM
rate-none = `{ $text }` is not a rate between 0 and 1 with at most nine decimals
rate-rounding-unit = a rounding unit of { $unit } tenge
sum-beyond-decimal = { $sum } tenge has more digits than a decimal


### Rows that do not count

reject-malformed-row = The row has another number of fields than the header, a quote out of place, or a field that is not text in the encoding of the file.
reject-operation-id = The operation id is missing or longer than 64 bytes.
reject-iin = The IIN is not 12 digits or is all zeros.
reject-iin-check-digit = The check digit of the IIN is wrong.
reject-date = The value is not a day of the form YYYY-MM-DD or DD.MM.YYYY with or without a time.
reject-corrects-later = The corrected day is after the day of settlement.
reject-income = The value is not an amount in tenge with at most two decimals.
reject-income-range = The amount is outside the range of 999999999999.99 tenge on either side of zero.
reject-no-rates = No rates are in force on the effective day.
reject-outside-period = The effective day is not in the period asked for.
reject-closed-month = The effective day is in a month that is closed.
reject-no-regime = The contractor is listed with regimes and none of them is in force on the effective day.
reject-conflicting-duplicate = Rows with this operation id differ and none of them is counted.
reject-duplicate = An equal row with this operation id stands earlier and this one is not counted.
reject-category = The category of exemption is unknown.
reject-regime = The regime is unknown.
reject-interval = The first day is after the last day.
reject-overlap = Two different regimes of this contractor cover the same day and neither row is used.


### Reading


### The law


### Batches and memory

facts-too-many = more than 4294967295 changes of categories and regimes
earlier-no-state = is no state of an earlier run
earlier-no-state-hint = a run's directory is a record and is never edited: run again with --keep
cannot-be-read = cannot be read
memory-too-small = the batch does not fit into the memory that it may use
memory-too-small-hint = allow more memory, or turn on the feature `spill`, which writes temporary files
spill-failed = temporary file in { $dir }: { $cause } (after { $written } bytes were written)
spill-failed-hint = free some space there, or allow more memory with --memory
operation-without-regime = an operation without a regime was not rejected
person-month-error = person { $person }, month { $month }: { $error }
person-month-regime-changes = the regime of those not listed changes inside { $period }
person-month-regime-changes-hint = name the regime: PersonMonth::under
person-month-out-of-scope = under the regime { $regime } nothing is computed here in { $period }
person-month-other-day = { $day } is not in { $period }
person-month-not-in-force = the regime { $regime } is not in force on { $day }
person-month-income-beyond = { $income } tenge is beyond 999999999999.99
person-month-no-state = is no state of a person's month
person-month-no-state-hint = give the text that PersonMonth::state gave, whole
person-month-state-version = the state has version { $version }, and this program reads { $known }
person-month-no-regime = this law has no regime { $regime }
incomes-too-large = the sum of the incomes exceeds 92233720368547758.07 tenge


### Outputs and directories

appeared-meanwhile = it appeared while the run went on
directory-above-hint = the directory above it must exist
directory-unopenable = cannot be opened
directory-unopenable-hint = what appears in a directory is put on the disk with it, for which it must be readable too
exists-already = exists already
exists-already-hint = name a directory that does not exist yet; `calculate` replaces one with --force
longer-than = it has more than { $most } MiB
name-leads-out = `{ $name }` leads out of the directory
no-directory-name = is no name for a new directory
no-exchange-hint = this file system cannot exchange directories: remove the old one and run without --force
no-regular-directory = it is no regular directory
no-regular-file = it is no regular file
not-replaced-foreign = is not replaced: `{ $name }` in it is nothing that its receipt names
not-replaced-foreign-hint = --force replaces only what this program has written, with nothing else in it: name another directory
not-replaced-used = is not replaced: the run reads { $path }, which would be gone
not-replaced-used-hint = name another directory for --out
page = Page
record-no-csv = a record is none of CSV: { $reason }
replaced-old-stays = { $dir } is replaced, but the old one, now { $old }, stays: { $reason }
size-differs = has { $there } bytes, the receipt says { $expected }
table-without-file = a table without a file was to be finished
target-is-link = is a symbolic link, and --force replaces directories only
target-is-link-hint = name the directory that it points to
target-no-directory = is no directory, and --force only replaces directories
temporary-names-taken = other runs keep taking or removing every temporary name
unreadable-because = cannot be read: { $reason }
unwritable = cannot be written
unwritable-space-hint = nothing was published; free some space and run again
workbook-inexact = { $value } does not fit a cell of a workbook exactly
workbook-inexact-hint = --format csv writes it as it is
workbook-no-reason = no reason was given
workbook-unwritable = the workbook cannot be written: { $reason }
would-stand-in-record = would stand in the directory of a run, which is a record
would-stand-in-record-hint = nothing is ever added to a run: name a directory outside { $dir }
written-name-unsure = { $dir } is written, but its name may not outlive a power failure: { $reason }


### Documents

annex-chief = Руководитель (если оператор юридическое лицо): фамилия, имя, отчество: { $name }
annex-chief-iin = ИИН: { $iin }
annex-column-iin = БИН / ИИН исполнителя
annex-column-income = Сумма дохода за оказание услуг и (или) выполнение работ исполнителем
annex-column-name = Наименование / фамилия, имя, отчество (при его наличии) исполнителя
annex-column-number = №
annex-column-period = Период (месяц, год) полученного дохода исполнителя
annex-date = Дата предоставления сведений:  { $day }
annex-number = БИН/ИИН: { $number }
annex-operator = Сведения об операторе (наименование / фамилия, имя, отчество): { $name }
annex-responsibility = Ответственность оператора. Я (мы) несу (несем) ответственность за достоверность и полноту сведений, указанных в настоящем приложении.
annex-signature = Подпись:  { $blank }  { $name }
annex-title = Сведения, о доходах, полученных при оказании услуг и (или) выполнении работ исполнителями
heading-base = { $payment }, base
heading-exempt = { $payment }, exempt income
list-accountant = Chief accountant:  { $blank }  { $name }
list-chief = Chief:  { $blank }  { $name }
list-date = Date:  { $blank }
list-operator = Operator of the internet platform: { $name }, BIN/IIN { $number }
list-title = List for the consolidated payment order
month-april = April
month-august = August
month-december = December
month-february = February
month-january = January
month-july = July
month-june = June
month-march = March
month-may = May
month-november = November
month-october = October
month-september = September
purpose-of-payment = { $payment } за { $month } { $year } г.
purpose-of-payment-at-rate = { $payment } за { $month } { $year } г., ставка { $rate }
purpose-of-penalty = Пеня по { $payment } за { $month } { $year } г.
sheet-applications = Applications
sheet-breaks = Breaks
sheet-corrections = Corrections
sheet-distribution = Distribution
sheet-of-penalty = { $payment } penalty { $period }
sheet-register = Register
sheet-rejects = Rejected rows
sheet-totals = Totals
sheet-unlisted = Unlisted
total = Total
total-of-persons = Total, persons: { $persons }


### Runs and receipts

chain-with-stop = runs that build upon each other are possible with --over-limit cap only
chain-with-stop-hint = with `stop`, calculate the whole month and compare it with `ustap correct`
closed-already = --close { $month }: { $closed } and all before it are closed by the runs before
closed-already-hint = a month is not reopened: leave the option out, or name that month or a later one
correction-no-row = is no row of a correction
correction-summary = a correction's summary
corrections-out-of-order = stands out of order: corrections are sorted by month, person and payment
distribution-no-row = is no row of a distribution
distribution-out-of-order = stands out of order: a distribution is sorted by month, person and payment
distribution-rates = a distribution's rates
distribution-rates-no-row = is no row of a distribution's rates, or stands out of order
file-not-in-receipt = is not in the receipt
file-not-of-digest = does not verify: its digest is not the one of the receipt
index-none = { $file } is no index of a state
index-none-because = { $file } is no index of a state: { $reason }
index-unwritable = { $file } cannot be written: { $reason }
lines-no-row = is no row of lines.csv
other-header = has another header
receipt-none = is no receipt: { $reason }
receipt-not-of-calculate = the receipt is none of `calculate`
receipt-not-of-digest = does not verify: receipt.sha256 is the digest of another text
receipt-of-another-command = this is the directory of another command: name one that `ustap calculate` has written
receipt-of-no-command = there is no command `{ $command }`
receipt-too-long = the receipt would have more than { $most } MiB: there are too many files
receipt-too-long-hint = join the input files, or make several runs
receipt-unwritable = the receipt cannot be written: { $reason }
receipt-without-output = does not have the output `{ $name }`
record-hint = a run's directory is a record and is never edited: run again
record-no-row = is no row of { $what }
register-no-row = is no row of a register
register-out-of-order = stands out of order: the register is sorted by month and person
register-tables-hint = use the tables of the run: --rates DIR
register-unknown-regime = the regime `{ $regime }` is not in the tables
remittance-tables-hint = use the tables of the runs that it comes from: --rates DIR
remittance-unknown = recipients.toml has no КНП of `{ $payment }` in { $period }
state-damaged-by-size = the state is damaged: a file of it is shorter or longer than { $file } says
state-damaged-hint = a run's directory is a record and is never edited: run again with --keep
state-missing = has no state that a later run could build upon
state-missing-hint = make the earlier run with `calculate --keep`
state-of-other-format = has a state of the format { $format }, this program reads { $ours }
state-of-other-format-hint = use the program that made it, or calculate the whole month again with --keep
state-of-other-rates-code = rests on other rates: the tables have no `{ $code }`
state-of-other-rates-hint = use the tables of the earlier run with --rates DIR; a change of rates is a correction: `ustap correct`
state-of-other-rates-month = rests on other rates: those of { $month } have changed since
state-of-stop = was made with another policy than --over-limit cap
state-too-many-regimes = the tables have more than { $most } regimes, of which a kept state has no room
sums-differ = { $what } differ: { $one } and { $other }
sums-lines-income = incomes of lines.csv and the register
sums-lines-operations = operations of lines.csv and those accepted
sums-lines-payment = { $payment } of lines.csv and the register
sums-lines-withheld = what lines.csv and the register withhold
sums-operations-read = operations read and those accepted or rejected
sums-payments = { $payment } { $period } of payments.csv and the register
sums-payments-persons = { $payment } { $period }: persons of payments.csv and the register
sums-register-income = incomes of the register and of the receipt
sums-register-operations = operations of the register and of the receipt
sums-register-payment = { $payment } of the register and of the receipt
sums-register-payments = { $payment } { $period } of the register and payments.csv
sums-register-persons = persons of the register and of the receipt
sums-register-withheld = what the register and the receipt withhold
sums-row = the payments of a row and what it withholds
unreadable = cannot be read
unreadable-run-hint = the directory of a run has receipt.json, receipt.sha256 and every file that the receipt lists


### Settlement

distributed-impossible = { $amount } tenge of `{ $payment }` of { $period } cannot have been distributed
distributed-out-of-range = what was distributed of one person, month and payment is out of range
ours-out-of-range = our rows of one person, month and payment are out of range
paid-out-of-range = the rows paid for one person, month and payment are out of range
penalty-of-less-than-nothing = an amount below zero was paid late: { $amount }
penalty-out-of-range = the penalty on { $amount } tenge is out of range
penalty-rule-missing = no rule of a penalty for `{ $payment }` is known on { $day }: base_rates.toml has no [[{ $section }]] for it
penalty-rule-missing-hint = with the rule at hand, write the tables with `ustap rates export DIR`, add it, and run with `--rates DIR`
penalty-without-payment = the regime `{ $regime }` has no payment `{ $payment }` in { $period }
rules-point = { $point }
rules-provision = Order No. 392, Rules, point { $place }
rules-provision-two = Order No. 392, Rules, points { $first }, { $second }
rules-subpoint = { $point }({ $subpoint })
theirs-too-many = the other side has more than { $most } rows


### Commands

advice-born = { $category }: born { $born }
advice-exceeded = { $near }, exceeded on { $day } by { $operation }
advice-file = { $exceeded }, file as an entrepreneur by { $day }
advice-file-unknown = { $exceeded }, by when to file as an entrepreneur is not known: { $reason }
advice-limit = { $income } of { $limit }
advice-no-longer = { $exceeded }, no longer
advice-of-age = { $category }: born { $born }, of that age since { $day }
advice-of-age-woman = { $age }, if a woman
advice-other-reading = { $category }: { $payment } is due here, by another reading not
advice-returned = { $regime }: { $income }, nothing is given back
answers-too-long = the error codes and references of the answers are more than 4 GiB
check-21 = :21: does not count on from the row before
check-32a-form = :32A: has another form
check-32a-future = the date of :32A: is in the future
check-32a-sum = :32A: has no sum
check-32b-amount = :32B: is no amount
check-32b-zero = :32B: is not above zero
check-50-account = :50: has another account
check-52b = :52B: is not the payer's bank
check-57b = :57B: is not the bank of the payment
check-59 = :59: is not the account of the payment
check-assign-length = a line of /ASSIGN/ has a wrong length
check-assign-lines = /ASSIGN/ has too many lines
check-assign-missing = /ASSIGN/ is missing
check-assign-month = the purpose in /ASSIGN/ does not name the month
check-assign-penalty = the purpose in /ASSIGN/ names a rate, and a penalty has none
check-assign-rate = the purpose in /ASSIGN/ does not name the rate
check-before-fields = a line stands before the first field
check-behind-end = something stands after the end of the last block
check-blocks = a block is missing: { "{" }1:…{ "}" }, { "{" }2:…{ "}" } and { "{" }4: begin the file
check-date-future = /DATE/ is in the future
check-dt = /DT/ is no day
check-field-behind = the field :{ $tag }: stands after :32A:
check-field-form = the field :{ $tag }: has another form
check-header-field = the field :{ $tag }: stands where another one of the header belongs
check-hint = nothing was published
check-idn = /IDN/ has a wrong check digit
check-idn-of-side = /IDN/ is not the number of its side
check-key-missing = /{ $key }/ is missing
check-keys = { $count } lines stand where { $keys } belong
check-knp = /KNP/ is not the code of the payment
check-length = /{ $key }/ has not 1 to { $most } characters
check-letters = /{ $key }/ has a character that banks refuse
check-line-end = the line does not end as the layout says
check-no-row = there is no row
check-no-sum = the block ends without :32A:
check-no-text = the line is no text in its encoding
check-not-ended = the last block does not end
check-num = /NUM/ is another number
check-opv = /OPV/ is not the letter of the code
check-period = /PERIOD/ is another month
check-row-field = the field :{ $tag }: stands where another one of a row belongs
check-side = a side has no name and number
check-side-empty = a line of a side is empty
check-total = :32A: is { $sum }, its rows come to { $rows } and the list to { $list }
check-unreadable = cannot be read back: { $reason }
closed-in-after = { $month } is closed in AFTER, which has nothing of it: all of it would be to return
closed-in-before = { $month } is closed in BEFORE, which has nothing of it: all of it would be to pay
closed-in-register = the register has { $month }, which is closed
closed-in-run-hint = name the last run that had the month, or with --period the months that are open in both
closed-less = the run before has { $before } as closed and this one { $now }
closed-nothing = nothing
closed-operations = operations of open months of the run before and those built upon
closed-state-differs = the state has { $state } as closed and the receipt { $receipt }
closed-sums = { $name } of { $month } in the register of the run before and in the receipt
closed-totals-of-none = the receipt has totals of a closed month that the run before does not have
closed-without-run = { $closed } is closed, and no earlier run is named that would have it
closed-without-totals = { $month } of the run before is closed, and the receipt has no totals of it
corrections-not-conserved = { $payment }: { $after } − { $before } is not the sum of the corrections, { $delta }
directory-of-another-command = is the directory of another command
distribute-after-hint = --after takes a directory that `ustap distribute` has written
distribute-paid-hint = --paid takes a directory that `ustap lists` has written, an MT-102 file or a table of rows
distributed-not-conserved = what is distributed, returned and owed does not add up to what was paid and computed
facts-need-memory = the exemptions and contractors need about { $mebibytes } MiB, twice what they take themselves
facts-need-memory-hint = run with --memory { $mebibytes }MiB or more
given-twice = is given twice
given-twice-hint = leave one of them out
lists-disagree = { $rows } has { $sum } of `{ $payment }` in { $period } from { $persons } persons, { $totals } { $amount } from { $told }
lists-in-workbook = has its lists in a workbook, which is not read back
lists-in-workbook-hint = write them with `ustap lists --format csv` or `mt102` too, and name that directory
lists-kgd-without-run = --kgd is for lists of a run, and { $dir } is none
lists-kgd-without-run-hint = the sums of КГД are for a whole month: leave the option out, or name the run
lists-nothing-to-pay = { $file } has nothing to pay of `{ $payment }` in { $period }
lists-source-hint = lists are of what `ustap calculate` withholds, `ustap correct` adds, or `ustap distribute` leaves owed: name its directory
mt102-assumed-account = only an assumed account of `{ $payment }`
mt102-in-behind-end = something stands behind the end of the block
mt102-in-behind-sum = something stands between :32A: and -{"}"}
mt102-in-changed = changed while it was read
mt102-in-changed-hint = run again when nothing writes to it any more
mt102-in-encoding-hint = try --encoding { $encoding }
mt102-in-end = the end
mt102-in-header = the header
mt102-in-hint = this begins as an MT-102 file: give it as the bank takes it
mt102-in-line-too-long = a line is longer than 1 MiB
mt102-in-no-knp = has no /KNP/ before its rows
mt102-in-not-tenge = the sum of :32A: is not in KZT
mt102-in-not-text = is not text in { $encoding }
mt102-in-not-whole = is not whole: it ends without :32A: or without -{"}"}
mt102-in-row = { $iin }, row { $row }
mt102-in-twice = `{ $tag }` stands twice in the row that begins on line { $line }
mt102-letter = { $file }: the letter `{ $letter }` of { $who } ({ $tag }/) does not exist in { $encoding }
mt102-letter-hint = --encoding kz-1048 has the letters of Kazakh and utf-8 every letter; ask the bank which it takes
mt102-name-length = has { $length } characters, and a name has 1 to { $most }
mt102-name-no-text = has a character that is none of text
mt102-no-account = no [[account]] of `{ $payment }` on { $date }
mt102-no-account-number = no account number or БИК of `{ $payment }`
mt102-no-layout = no [[layout]] on { $date }
mt102-no-letter = no [[letter]] with knp = "{ $knp }" on { $date }
mt102-no-recipient = no `bin` of the recipient of `{ $payment }`
mt102-payer-name = the name of the payer, `{ $name }`, { $rule }
mt102-person-name = /{ $tag }/ of { $who } { $rule }
mt102-purpose-too-long = /ASSIGN/ `{ $text }` does not fit its lines
mt102-recipient-name = the name of the recipient, `{ $name }`, { $rule }
mt102-refused = no MT-102 for `{ $payment }`: { $file } has { $what }
mt102-refused-hint = write the tables with `ustap rates export DIR`, fill in the entry in DIR/{ $file } by a sample of the bank, and run with `--rates DIR`
names-too-long = the names of the contractors are more than 16 GiB
no-calculation = is no directory of `ustap calculate`
nothing-in-common = the two runs have no input and no person's month in common: they are no two versions of one thing
nothing-in-common-hint = name the run before and the run after of the same months
number-bin = БИН
number-iin = ИИН
operations-lost = { $accepted } operations were accepted and { $registered } are in the register
payer-account = `{ $field }`: `{ $value }` is no account number: its check digits (mod 97) are wrong
payer-bik = `{ $field }`: `{ $value }` is no БИК: 8 or 11 capital letters and digits
payer-chief-of-entrepreneur = `{ $field }` stands beside `iin`: an entrepreneur has no chief
payer-hint = `ustap template DIR` writes a payer.toml to fill in
payer-iin = `{ $field }`: `{ $value }` is no { $number }: it is not 12 digits, or its check digit is wrong
payer-line = `{ $field }`: `{ $value }` is empty or not one line of text
payer-missing = there is no `{ $field }`
payer-next-order = `{ $field }`: `{ $value }` is no number of a payment order from 1 on
payer-no-number = there is no `bin`, and no `iin` of an entrepreneur
payer-no-text = `{ $field }` is no text: write it in quotes
payer-no-toml = no TOML: { $reason }
payer-two-numbers = `iin` stands beside `bin`: an operator is an entrepreneur or a legal entity
payer-unknown-field = unknown field `{ $field }`; known here: { $known }
penalty-code-missing = settlement/accounts.toml has no [[penalty]] of `{ $payment }` in { $period }
period-in-neither-run = --period: neither run has the month { $month }
period-in-neither-run-hint = their months are { $months }
period-not-in-run = --period: the run has no month { $month }
period-not-in-run-hint = its months are { $months }
person-month-beyond = the sums of a person's month exceed { $most } tenge
person-month-out-of-range = the amounts of one person and month are out of range
recompute-no-operations = cannot be done: the receipt names no operations
recompute-not-at-all = does not come out at all
recompute-other-bytes = comes out with other bytes
recompute-other-month = comes out as another month
recompute-other-table = cannot be done: the run had another table { $table }; give its tables with --rates DIR
recompute-other-totals = come out as others
recompute-without-chain = cannot be done without the earlier run: give --chain
recompute-without-input = cannot be done without the input { $file }
reconciled-not-conserved = matches and breaks of `{ $side }` do not add up to its rows
refunds-batch-missing = settlement/refunds.toml has no [[batch]] of `{ $payment }` in { $period }
refunds-no-reason = there is no reason `{ $reason }` for a refund
refunds-no-reason-hint = the reasons are { $codes }
refunds-no-source = is no directory of a reconciliation or a correction
refunds-no-source-hint = name what `ustap reconcile` or `ustap correct` has written
refunds-not-conserved = applications come to { $sum }, what was paid above due to { $excess }
refunds-of-kgd = breaks with the sums of ЦС КГД are no ground for a refund: nothing was distributed yet
refunds-of-kgd-hint = what is paid above a computed sum, or without one, comes back by itself under point 15(3)–(4): `ustap distribute` says what; a refund is of what an answer says was accepted
refunds-out-of-range = what one person has paid above due is out of range
refunds-side-of-correction = --side and --kind choose among breaks, and { $dir } is a correction, which has none
refunds-side-of-correction-hint = leave them out, or name what `ustap reconcile` has written
register-not-its-receipt = the register does not add up to its receipt for { $payment }
register-not-read = a register was not read
register-too-many-regimes = has more than 256 regimes
side-too-many-files = more than { $most } files of one side
side-too-many-rows = one side has more than { $most } rows
statement-not-conserved = { $stated } is stated and left out of { $period }, the register has { $register }
too-many-files = more than { $most } files
verify-chain-hint = say with --chain where the earlier run is
verify-closed = { $dir }closed months
verify-digest-differs = { $file } is the digest of another text
verify-earlier = earlier run { $digest }…
verify-file-differs = has another digest than the receipt says
verify-input = input { $file }
verify-input-hint = say with --inputs where to look for it
verify-input-none = no file in { $dir } has its digest
verify-missing = is missing
verify-of-file = { $file } { $why }
verify-recomputed = recomputed
verify-recomputed-closed = recomputed closed
verify-recomputed-file = recomputed { $what }
verify-recomputed-totals = recomputed totals
verify-sums = sums


### Summaries

verify-does-not-hold = { $what }: DOES NOT HOLD: { $why }
verify-holds = { $what }: holds
verify-not-checked = { $what }: not checked: { $why }


### Help


### Explanations and rates


### Calendar and penalty
