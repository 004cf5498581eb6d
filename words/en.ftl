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


### Rows that do not count


### Reading


### The law


### Batches and memory


### Outputs and directories


### Runs and receipts


### Settlement


### Commands


### Summaries


### Help


### Explanations and rates


### Calendar and penalty
