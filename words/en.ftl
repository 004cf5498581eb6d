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
what-basis = basis
what-break-kind = kind of break
what-encoding = encoding
what-file-kind = kind of file
what-limit-reading = reading of the limit
what-payment = payment
what-reject = code of a reject
what-status = status
system-directory = it is a directory
system-no-permission = there is no permission
system-no-space = there is no space left
system-not-found = there is no such file or directory


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

money-no-amount = `{ $text }` is not an amount in tenge with at most two decimals
money-beyond = `{ $text }` is outside the range of { $most } tenge on either side of zero
money-too-fine = { $value } tenge is finer than a tiyn
money-too-large = { $value } tenge is out of range
money-no-sum = `{ $text }` is not a sum in tenge with two decimals
day-beyond = { $day } is outside the years 0001 to 9999
day-none = `{ $text }` is not a day of the form YYYY-MM-DD or DD.MM.YYYY
month-none = `{ $text }` is not a month of the form YYYY-MM
iin-all-zeros = the ИИН or БИН `{ $text }` is all zeros
iin-digits = the ИИН or БИН `{ $text }` is not 12 digits
iin-check-digit-wrong = the ИИН or БИН `{ $text }` has a wrong check digit
rate-none = `{ $text }` is not a rate between 0 and 1 with at most nine decimals
rate-rounding-unit = a rounding unit of { $unit } tenge


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

title-in-russian = title in Russian
act-numbered = { $title } No. { $number }
act-dated = { $title } of { $dated }
act-numbered-dated = { $title } No. { $number } of { $dated }
act-registered = { $act } (reg. No. { $number })
cite-rules = Rules
cite-rules-of = Rules of { $year }
cite-annex = app. { $number }
cite-article = art. { $number }
cite-point = point { $number }
cite-points = points { $number }
cite-subpoint = subpoint { $number }
cite-subpoints = subpoints { $number }
cite-part = part { $number }
cite-edition = (edition of { $year })
basis-quoted = quoted
basis-secondary = secondary
basis-inferred = inferred
basis-unverified = unverified


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


### Runs and receipts


### Settlement


### Commands


### Summaries


### Help


### Explanations and rates

sources = Sources
rounding-half-up = halves up
rounding-up = up
rounding-down = down
month-statement = incomes stated to КГД
month-computed = sums of КГД
month-payment = payment
month-distribution = distributed or returned
month-mending = mended
days-off = days off
working-days = { $days } working { $days ->
    [one] day
   *[other] days
}
rates-show-on = In force on { $day }
rates-show-rules = Rules of the order
rates-show-indicators = Indicators
rates-show-amount = { $name }  { $amount } tenge
rates-show-out-of-scope = Out of scope: nothing is computed here, which does not say that nothing is due
rates-show-in-force = in force
rates-show-default = regime of a contractor who is not listed
rates-show-no-limit = no limit of the month's income
rates-show-limit = limit of the month's income  { $amount } tenge = { $times } { $of }
rates-show-no-payment = the regime has no such payment
rates-show-rate = rate  { $percent } %
rates-show-no-cap = no cap
rates-show-cap = cap  { $amount } tenge = { $times } { $of }
rates-show-cap-binds = cap  { $amount } tenge = { $times } { $of }, binds
rates-show-unit = rounded to  { $unit } tenge
rates-show-mode = rounded  { $mode }
rates-show-due = due  { $day } for { $month }
rates-show-knp = КНП  { $knp }, recipient { $bin }
rates-show-knp-alone = КНП  { $knp }, no recipient
rates-show-month = The month by the Rules
rates-show-month-day = { $name }  { $day } for { $month }
rates-show-base-rate = base rate  { $percent } %
rates-show-no-base-rate = base rate  not known on this day
rates-show-categories = Exempt categories
rates-show-no-exemption = exempts from nothing on this day
rates-show-exempt = not due: { $payment }
rates-show-other-reading = due, by another reading not: { $payment }
rates-check = Checked: { $tables } tables, { $values } dated values
rates-check-days = Days with rates
rates-check-no-days = none
rates-check-stretch = { $first } to { $last }  { $days } { $days ->
    [one] day
   *[other] days
}
rates-check-ends = Until when the tables last
rates-check-no-end = no end
rates-check-no-dates = has no days
rates-check-bases = Values by basis
rates-check-unverified = To be checked against the act
rates-check-uncited = Acts that nothing cites
rates-check-not = Not checked
rates-check-not-values = that a value is what its act says: `basis` tells how it is known
rates-check-not-acts = that an act, an article or an address exists, is in force, and has not changed since it was read
rates-check-not-missing = that no category, payment, regime or term of the law is missing
rates-check-not-gaps = days that a table declares it may lack (`gaps`)
rates-check-not-accounts = that КНП, БИК and accounts are in use: only their form and check digits
rates-check-not-days-off = that the days off are those of the year's orders, and that names and notes say in each language the same
rates-exported = the built-in tables written to { $dir }; use them with --rates
rates-added = tables with { $year } written to { $dir }; use them with --rates
rates-added-covered = every day of { $year } has rates
rates-added-uncovered = { $year } is not complete: { $why }
rates-added-short = does not reach the end of { $year }: { $table } ({ $section }), until { $day }
rates-add-has = the tables have the indicators of { $year } already
rates-add-has-hint = what stands there is changed with an editor: `ustap rates export DIR`
rates-add-gap = before { $year } stands a gap: the indicators end on { $day }
rates-add-gap-hint = add the years in order, each with `--rates` of the one before
rates-add-year = --year: `{ $year }` is no year of four digits
rates-add-amount = { $option }: `{ $amount }` is no amount above zero in tenge
rates-add-empty = { $option } is empty
rates-add-url = --url: `{ $url }` is no address: it begins with https://
tables-end = the tables last until { $day }: a later day has no rates; { $hint }
tables-end-hint = when the indicators of { $year } are known, `ustap rates add --year { $year } …` makes tables with them


### Calendar and penalty

calendar-income = Income of { $month }: by
calendar-working-days = { $count } after { $day }
calendar-days-off = Days off
calendar-day-off = a day off; the last working day before it is { $day } { $weekday }
calendar-day-off-alone = a day off; { $why }
calendar-not-known-off = whether it is a day off is not known: days_off.toml does not have it
calendar-not-known = not known
calendar-not-said = deadlines.toml does not say `{ $code }` for the income of { $month }
calendar-not-said-hint = `ustap rates show --on DAY` shows what is in force on a day
weekday-monday = Monday
weekday-tuesday = Tuesday
weekday-wednesday = Wednesday
weekday-thursday = Thursday
weekday-friday = Friday
weekday-saturday = Saturday
weekday-sunday = Sunday
penalty-payment = payment
penalty-month = month
penalty-due-on = due on
penalty-paid-on = paid on
penalty-amount = amount
penalty-days-late = days late
penalty-stretch = { $from } to { $to }  { $days } days  base rate { $rate } %
penalty-sum = penalty
penalty-exact = exact
penalty-knp = КНП
penalty-order = order
penalty-divisor = divisor: { $cited }
