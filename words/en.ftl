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

money-decimal = { $sum } tenge has more digits than a decimal
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


### The page

report-title = Withholding, { $months }
report-made = Made by { $program } from the run with receipt { $receipt }
report-private = This page holds personal data: the ИИН on it are whole.
report-skip = To the content
report-contents = Sections
report-open = What is open
report-see = see
report-operator = Operator, БИН/ИИН
report-persons = Persons
report-operations = Operations counted
report-income = Income
report-receipt = Receipt, SHA-256
report-version = Calculated by
report-warning-rejected = { $count } { $count ->
    [one] row does
   *[other] rows do
} not count: they were rejected.
report-warning-limit = { $count } { $count ->
    [one] month of a person is
   *[other] months of persons are
} near the limit of income or over it.
report-warning-basis = { $count } { $count ->
    [one] value
   *[other] values
} of this run { $count ->
    [one] rests
   *[other] rest
} on reasoning or { $count ->
    [one] was
   *[other] were
} not checked.
report-warning-breaks = { $count } { $count ->
    [one] break
   *[other] breaks
} in the reconciliation.
report-warning-returned = { $amount } comes back: the State Corporation does not distribute it.
report-warning-owed = { $amount } is still to be paid.
report-warning-advice = { $count } { $count ->
    [one] row
   *[other] rows
} of advice.
report-warning-unlisted = { $count } { $count ->
    [one] person is
   *[other] persons are
} in no payment list.
report-due = What is due, and when
report-payments = Payments of the run
report-month-days = Days of the month by the Rules
report-day = Day
report-what = What
report-day-statement = Incomes are stated to КГД
report-day-computed = КГД passes the sums that it has computed
report-day-payment = The sums are paid
report-amounts = From income to amounts
report-amounts-lead = Each chart begins with the income of the month. What is exempt or above the cap is taken out; the rest is the base, and the rate gives the amount.
report-step = Step
report-bar = Share
report-sum = Sum, tenge
report-outside = Without this payment
report-exempt = Exempt
report-below-zero = More given back than received
report-above-cap = Above the cap
report-base = Base
report-amount = Amount
report-incomes = Incomes of the month
report-histogram = Persons by income, { $month }: { $persons }
report-below-zero-persons = below zero
report-above = above { $amount }
report-limits = Near the limit and over it
report-no-limits = Nobody is near the limit of the month.
report-exemptions = Exemptions
report-exemptions-lead = From the income of the exempt days the payment was not withheld.
report-exempt-table = Exempt income by category and payment
report-exempt-whole = Exempt for the whole month
report-exempt-income = Income not withheld from
report-no-exemptions = No income is exempt.
report-rejects = Rows that do not count
report-rejected = Rejected rows by code
report-todo = What it means
report-places = The first places of each code
report-no-rejects = Every row counts.
report-days = Days
report-by-day = Operations and income by effective day
report-no-days = The run has no operations.
report-reconciliation = Reconciliation
report-side-kgd = ЦС КГД
report-side-answer = State Corporation
report-ours = Ours
report-theirs = Theirs
report-matched = Matched
report-explained = Explained difference
report-unexplained-more = Not explained, more
report-unexplained-less = Not explained, less
report-kinds = Breaks by kind and explanation
report-not-explained = not explained
report-largest = The largest breaks
report-distribution = Distribution
report-returns = What comes back
report-reasons = Returns by reason
report-by-when = Received on { $received }; distributed or returned by { $distributed }; mended by { $mended }.
report-correction = Correction
report-correction-sums = To pay and to have returned
report-advice = Advice
report-advice-rows = What to look at before the money goes
report-no-advice = There is nothing to look at.
report-lists = Payment lists
report-lists-rows = Consolidated payment orders
report-about-break = { $side }, { $payment }: ours { $ours }, theirs { $theirs }: { $kind }
report-about-return = { $payment }: { $amount } comes back: { $reason }
report-about-correction = { $payment }: { $before } before, { $after } now: { $cause }
report-about-limit = Income { $income } of the limit of { $limit }: { $share } %
report-person = A person
report-person-search = ИИН, or its first four or last four digits
report-person-rows = Persons and months
report-person-all = Type an ИИН or pick a row to see the steps of the month. Months of persons on this page: { $count }, which are all of the register.
report-person-some = Type an ИИН or pick a row to see the steps of the month. Of { $all } rows of the register { $notable } have something to look at; the page has { $shown } of them, and at most { $most }.
report-no-script = Cards of persons need scripts, which this browser does not run; every figure stands in register.csv.
report-back = Back
report-on = On
report-found = Rows found: %d
report-filter = Filter rows
report-not-due = The regime has no such payment
report-cap = Cap of the base
report-rounding = Rounded
report-card-outside = Nothing is computed here for this income.
report-rests = What the figures rest on
report-rests-lead = Every value of the law that bears on this run, with its provision. Those that are founded worst stand first.
report-bases = Values by basis
report-values = Values
report-values-of-run = Values of this run
report-value = Value
report-note = Note
report-shown-of = { $shown } of { $all } rows are shown; all stand in { $file }.
report-dir-twice = the directory is named twice
report-no-run = there is no run among the directories
report-no-run-hint = name one directory that `ustap calculate` has written, and any that were made from it
report-two-runs = there is a second run
report-stranger = was not made from the run
report-stranger-hint = its receipt names other runs: name those that lead to it as well, or leave it out
report-other-rates = the run was made with other tables of rates than these
report-other-rates-hint = give the tables of the run with --rates DIR
report-written = written to { $file }: open it in a browser
column-no-value = `{ $column }` has no value of its kind
file-exists = exists already
file-exists-hint = name a file that does not exist yet; --force replaces a page of this program
file-not-replaced = is no file that can be replaced
file-foreign = is not replaced: it is no page of this program
file-name-unsynced = { $file } is written, but its name may not outlive a power failure
indicator-mrp = МРП
indicator-mzp = МЗП
rests-no-cap = none
rests-rounding = Rounding
rests-limit = Limit of the month's income
rests-exempt = Exempt from
rests-not-due = Not due under
column-iin = ИИН
column-period = Month
column-regime = Regime
column-operations = Operations
column-income = Income
column-withheld = Withheld
column-limit = Limit
column-share = Share, %
column-crossed-on = Exceeded on
column-over = Over
column-persons = Persons
column-category = Category
column-payment = Payment
column-provision = Provision
column-basis = Basis
column-code = Code
column-rows = Rows
column-file = File
column-line = Line
column-field = Column
column-value = Value
column-message = Why
column-effective-on = Day
column-side = Side
column-kind = Kind
column-explanation = Explanation
column-difference = Difference
column-consequence = What comes of paying ours
column-amount = Amount
column-reason = Reason
column-computed = Computed
column-paid = Paid
column-distributed = Distributed
column-returned = Returned
column-owed = Still to pay
column-to-pay = To pay
column-to-return = To have returned
column-detail = Detail
column-knp = КНП
column-rate = Rate
column-purpose = Purpose
column-due-on = Due on
column-listed-persons = Persons in the list
column-listed-amount = Amount of the list
column-unlisted-persons = Persons not in the list
column-unlisted-amount = Amount not in the list
code-accepted = accepted
code-age-not-exempt = the age exempts, and no exemption is given
code-amount = another amount
code-birth-date-contradicts = the birth date contradicts the exemption
code-birth-date-not-exempt = born before 1975, and no exemption is given
code-capped-at-limit-only = only the cap of the monthly limit was applied
code-details = details are missing or wrong
code-duplicate = stands twice
code-excess-returned = what is above the computed sum comes back
code-exempt = exempt person
code-exemption = exemption
code-exemption-assumed = an exemption was assumed
code-exemption-begins = an exemption begins inside the month
code-exemption-ends = an exemption ends inside the month
code-exemption-ignored = the exemption was not taken out
code-income = income
code-less-than-computed = less than computed: all of it comes back
code-matches = matches
code-missing = they do not have it
code-more-than-computed = more than computed: the excess comes back
code-near-limit = near the limit of income
code-no-contractor = not among the contractors
code-not-computed = nothing was computed: all of it comes back
code-not-rounded = not rounded
code-other-iin = stands under another ИИН
code-other-payment = stands under another payment
code-other-period = stands under another month
code-other-reading = by another reading of the law it is not due
code-over-limit = over the limit of income
code-parts-add-up = several rows come to ours
code-policy = reading of the limit
code-rate-differs = another rate in the purpose
code-rate-missing = no rate in the purpose
code-rates = rates
code-regime = regime
code-rejected = rejected by them
code-rejected-row = stands in a rejected row
code-returned = returned by them
code-returned-in-full = all of it comes back
code-returned-out-of-scope = income given back outside the regimes
code-rounded-down = rounded down
code-rounded-up = rounded up
code-uncapped = without the cap
code-unexpected = we do not have it
code-unpaid = not paid
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
