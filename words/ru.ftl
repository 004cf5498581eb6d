# Что говорит программа, по-русски. Ключи и значения те же, что в words/en.ftl.


### Что считается

rows = { $count } { $count ->
    [one] строка
    [few] строки
   *[many] строк
}


### Основа

at-line = строка { $line }
defect-hint = это ошибка самой программы: сообщите о ней
no-such-code = `{ $code }` — не { $what }
no-such-code-hint = есть { $codes }
what-basis = основание
what-break-kind = вид расхождения
what-encoding = кодировка
what-file-kind = вид файла
what-limit-reading = прочтение предела
what-payment = платёж
what-reject = код отклонения
what-status = состояние
system-directory = это каталог
system-no-permission = нет прав доступа
system-no-space = не осталось места
system-not-found = такого файла или каталога нет


### Платежи

payment-ipn = ИПН
payment-opv = ОПВ
payment-opvr = ОПВР
payment-so = СО
payment-vosms = ВОСМС


### Командная строка

error = ошибка
hint = подсказка
warning = предупреждение
lang-unknown = USTAP_LANG задан как `{ $code }`
lang-unknown-hint = языки: en, ru и kk
standard-output-unwritable = в стандартный вывод нельзя писать
written-all-the-same = { $error }; каталог { $dir } всё же записан


### Значения: деньги, дни, лица, ставки

money-no-amount = `{ $text }` — не сумма в тенге не более чем с двумя знаками после запятой
money-beyond = `{ $text }` выходит за пределы: не более { $most } тенге по модулю
money-too-fine = { $value } тенге: сумма мельче тиына
money-too-large = { $value } тенге: сумма слишком велика
money-no-sum = `{ $text }` — не сумма в тенге с двумя знаками после запятой
day-beyond = день { $day } не входит в годы 0001–9999
day-none = `{ $text }` — не день вида ГГГГ-ММ-ДД или ДД.ММ.ГГГГ
month-none = `{ $text }` — не месяц вида ГГГГ-ММ
iin-all-zeros = ИИН или БИН `{ $text }` состоит из одних нулей
iin-digits = ИИН или БИН `{ $text }` — не 12 цифр
iin-check-digit-wrong = в ИИН или БИН `{ $text }` неверный контрольный разряд
rate-none = `{ $text }` — не ставка от 0 до 1 не более чем с девятью знаками после запятой
rate-rounding-unit = единица округления { $unit } тенге


### Строки, которые не считаются

reject-malformed-row = В строке иное число полей, чем в заголовке, кавычка не на месте или поле, которое не является текстом в кодировке файла.
reject-operation-id = Идентификатора операции нет, или он длиннее 64 байтов.
reject-iin = ИИН — не 12 цифр или состоит из одних нулей.
reject-iin-check-digit = Контрольный разряд ИИН неверен.
reject-date = Значение — не день вида ГГГГ-ММ-ДД или ДД.ММ.ГГГГ со временем или без него.
reject-corrects-later = Исправляемый день позже дня расчёта.
reject-income = Значение — не сумма в тенге не более чем с двумя знаками после запятой.
reject-income-range = Сумма выходит за пределы: не более 999999999999.99 тенге по модулю.
reject-no-rates = На день дохода не действуют никакие ставки.
reject-outside-period = День дохода не входит в заданный период.
reject-closed-month = День дохода приходится на закрытый месяц.
reject-no-regime = Исполнитель указан с режимами, но на день дохода ни один из них не действует.
reject-conflicting-duplicate = Строки с этим идентификатором операции различаются, и ни одна из них не учтена.
reject-duplicate = Такая же строка с этим идентификатором операции стоит раньше, и эта не учтена.
reject-category = Категория освобождения неизвестна.
reject-regime = Режим неизвестен.
reject-interval = Первый день позже последнего.
reject-overlap = Два разных режима этого исполнителя приходятся на один день, и ни одна из двух строк не использована.


### Чтение


### Закон


### Пакеты и память

facts-too-many = изменений категорий и режимов больше 4294967295
earlier-no-state = это не состояние более раннего расчёта
earlier-no-state-hint = каталог расчёта — это запись, его не правят: выполните расчёт заново с --keep
cannot-be-read = не читается
memory-too-small = пакет не помещается в отведённую ему память
memory-too-small-hint = отведите больше памяти или включите возможность `spill`, которая пишет временные файлы
spill-failed = временный файл в { $dir }: { $cause } (записано байтов: { $written })
spill-failed-hint = освободите там место или отведите больше памяти с помощью --memory
operation-without-regime = операция без режима не была отклонена
person-month-error = лицо { $person }, месяц { $month }: { $error }
person-month-regime-changes = режим лиц, которых нет в списке, меняется внутри месяца { $period }
person-month-regime-changes-hint = назовите режим: PersonMonth::under
person-month-out-of-scope = по режиму { $regime } за { $period } здесь ничего не исчисляется
person-month-other-day = день { $day } не входит в месяц { $period }
person-month-not-in-force = режим { $regime } не действует { $day }
person-month-income-beyond = { $income } тенге больше 999999999999.99 по модулю
person-month-no-state = это не состояние месяца одного лица
person-month-no-state-hint = передайте целиком текст, который дал PersonMonth::state
person-month-state-version = состояние имеет версию { $version }, а эта программа читает { $known }
person-month-no-regime = в этих таблицах закона нет режима { $regime }
incomes-too-large = сумма доходов больше 92233720368547758.07 тенге


### Выходные файлы и каталоги


### Расчёты и квитанции


### Сверка и распределение


### Команды

call-not-utf8 = { $name }: текст не в UTF-8
call-null = { $name }: нулевой указатель
call-size = options.size равно { $given }, а библиотека знает { $expected }: заголовочный файл и библиотека разных версий
call-unknown = { $name }: число { $number } ничего не означает


### Итоги


### Справка


### Объяснения и ставки


### Календарь и пеня
