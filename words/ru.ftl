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
system-directory = это каталог
system-no-permission = нет прав доступа
system-no-space = не осталось места
system-not-found = такого файла или каталога нет
what-basis = основание
what-break-kind = вид расхождения
what-encoding = кодировка
what-file-kind = вид файла
what-language = язык
what-limit-reading = прочтение предела
what-payment = платёж
what-reject = код отклонения
what-status = состояние


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

day-beyond = день { $day } не входит в годы 0001–9999
day-none = `{ $text }` — не день вида ГГГГ-ММ-ДД или ДД.ММ.ГГГГ
iin-all-zeros = ИИН или БИН `{ $text }` состоит из одних нулей
iin-check-digit-wrong = в ИИН или БИН `{ $text }` неверный контрольный разряд
iin-digits = ИИН или БИН `{ $text }` — не 12 цифр
money-beyond = `{ $text }` выходит за пределы: не более { $most } тенге по модулю
money-no-amount = `{ $text }` — не сумма в тенге не более чем с двумя знаками после запятой
money-no-sum = `{ $text }` — не сумма в тенге с двумя знаками после запятой
money-too-fine = { $value } тенге: сумма мельче тиына
money-too-large = { $value } тенге: сумма слишком велика
month-none = `{ $text }` — не месяц вида ГГГГ-ММ
rate-none = `{ $text }` — не ставка от 0 до 1 не более чем с девятью знаками после запятой
rate-rounding-unit = единица округления { $unit } тенге
sum-beyond-decimal = в { $sum } тенге больше цифр, чем вмещает десятичное число


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

appeared-meanwhile = он появился, пока шла работа
directory-above-hint = каталог, в котором он создаётся, должен уже быть
directory-unopenable = не удалось открыть
directory-unopenable-hint = то, что появляется в каталоге, записывается на диск вместе с ним: для этого нужно право и на его чтение
exists-already = уже есть
exists-already-hint = назовите каталог, которого ещё нет; `calculate` заменяет прежний с --force
longer-than = в нём больше { $most } МиБ
name-leads-out = `{ $name }` выводит за пределы каталога
no-directory-name = не годится как имя нового каталога
no-exchange-hint = эта файловая система не умеет обменивать каталоги: удалите прежний и запустите без --force
no-regular-directory = это не обычный каталог
no-regular-file = это не обычный файл
not-replaced-foreign = не заменён: `{ $name }` в нём не назван в его квитанции
not-replaced-foreign-hint = --force заменяет только то, что записала эта программа, и без посторонних файлов: назовите другой каталог
not-replaced-used = не заменён: команда читает { $path }, и он пропал бы
not-replaced-used-hint = назовите для --out другой каталог
page = Стр.
record-no-csv = запись не годится для CSV: { $reason }
replaced-old-stays = { $dir } заменён, но прежний, теперь { $old }, остался: { $reason }
size-differs = в нём { $there } байт, а в квитанции { $expected }
table-without-file = завершалась таблица без файла
target-is-link = это символическая ссылка, а --force заменяет только каталоги
target-is-link-hint = назовите каталог, на который она указывает
target-no-directory = это не каталог, а --force заменяет только каталоги
temporary-names-taken = другие запуски занимают или удаляют все временные имена
unreadable-because = не удалось прочитать: { $reason }
unwritable = не удалось записать
unwritable-space-hint = ничего не записано; освободите место и запустите снова
workbook-inexact = { $value } не помещается в ячейку книги без потери точности
workbook-inexact-hint = --format csv запишет его как есть
workbook-no-reason = причина не названа
workbook-unwritable = книгу не удалось записать: { $reason }
would-stand-in-record = оказался бы в каталоге расчёта, а тот — запись
would-stand-in-record-hint = к расчёту ничего не добавляют: назовите каталог вне { $dir }
written-name-unsure = { $dir } записан, но при отключении питания его имя может пропасть: { $reason }


### Документы

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
heading-base = { $payment }, база
heading-exempt = { $payment }, освобождённый доход
list-accountant = Главный бухгалтер:  { $blank }  { $name }
list-chief = Руководитель:  { $blank }  { $name }
list-date = Дата:  { $blank }
list-operator = Оператор интернет-платформы: { $name }, БИН/ИИН { $number }
list-title = Список к сводному платежному поручению
month-april = апрель
month-august = август
month-december = декабрь
month-february = февраль
month-january = январь
month-july = июль
month-june = июнь
month-march = март
month-may = май
month-november = ноябрь
month-october = октябрь
month-september = сентябрь
purpose-of-payment = { $payment } за { $month } { $year } г.
purpose-of-payment-at-rate = { $payment } за { $month } { $year } г., ставка { $rate }
purpose-of-penalty = Пеня по { $payment } за { $month } { $year } г.
sheet-applications = Заявления
sheet-breaks = Расхождения
sheet-corrections = Корректировки
sheet-distribution = Распределение
sheet-of-penalty = { $payment } пеня { $period }
sheet-register = Реестр
sheet-rejects = Отклонённые строки
sheet-totals = Итоги
sheet-unlisted = Не вошли в списки
total = Итого
total-of-persons = Итого, лиц: { $persons }


### Расчёты и квитанции

chain-with-stop = расчёты, продолжающие друг друга, возможны только с --over-limit cap
chain-with-stop-hint = со `stop` рассчитайте весь месяц и сравните командой `ustap correct`
closed-already = --close { $month }: прежние расчёты уже закрыли { $closed } и все месяцы до него
closed-already-hint = месяц снова не открывают: уберите параметр или назовите этот месяц либо более поздний
correction-no-row = это не строка корректировки
correction-summary = итогов корректировки
corrections-out-of-order = стоит не на своём месте: корректировки упорядочены по месяцам, лицам и платежам
distribution-no-row = это не строка распределения
distribution-out-of-order = стоит не на своём месте: распределение упорядочено по месяцам, лицам и платежам
distribution-rates = ставок распределения
distribution-rates-no-row = это не строка ставок распределения, или она стоит не на своём месте
file-not-in-receipt = в квитанции его нет
file-not-of-digest = не прошёл проверку: его контрольная сумма не та, что в квитанции
index-none = { $file } — не указатель состояния
index-none-because = { $file } — не указатель состояния: { $reason }
index-unwritable = { $file }: не удалось записать: { $reason }
lines-no-row = это не строка lines.csv
other-header = заголовок другой
receipt-none = это не квитанция: { $reason }
receipt-not-of-calculate = это квитанция не от `calculate`
receipt-not-of-digest = не прошла проверку: receipt.sha256 — сумма другого текста
receipt-of-another-command = это каталог другой команды: назовите тот, который записала `ustap calculate`
receipt-of-no-command = нет команды `{ $command }`
receipt-too-long = в квитанции было бы больше { $most } МиБ: файлов слишком много
receipt-too-long-hint = объедините входные файлы или выполните несколько расчётов
receipt-unwritable = квитанцию не удалось записать: { $reason }
receipt-without-output = в ней нет файла `{ $name }`
record-hint = каталог расчёта — это запись, её не правят: выполните расчёт заново
record-no-row = это не строка { $what }
register-no-row = это не строка реестра
register-out-of-order = стоит не на своём месте: реестр упорядочен по месяцам и лицам
register-tables-hint = возьмите таблицы этого расчёта: --rates DIR
register-unknown-regime = режима `{ $regime }` нет в таблицах
remittance-tables-hint = возьмите таблицы тех расчётов, из которых он получен: --rates DIR
remittance-unknown = в recipients.toml нет КНП для `{ $payment }` за { $period }
state-damaged-by-size = состояние повреждено: файл в нём короче или длиннее, чем сказано в { $file }
state-damaged-hint = каталог расчёта — это запись, её не правят: выполните расчёт заново с --keep
state-missing = в нём нет состояния, которое мог бы продолжить следующий расчёт
state-missing-hint = выполните прежний расчёт с `calculate --keep`
state-of-other-format = состояние в нём формата { $format }, а эта программа читает { $ours }
state-of-other-format-hint = возьмите программу, которая его записала, или рассчитайте весь месяц заново с --keep
state-of-other-rates-code = опирается на другие ставки: в таблицах нет `{ $code }`
state-of-other-rates-hint = возьмите таблицы прежнего расчёта: --rates DIR; смена ставок — это корректировка: `ustap correct`
state-of-other-rates-month = опирается на другие ставки: за { $month } они с тех пор изменились
state-of-stop = выполнен не с --over-limit cap
state-too-many-regimes = в таблицах больше { $most } режимов, столько в сохраняемом состоянии не помещается
sums-differ = не сходится: { $what } ({ $one } и { $other })
sums-lines-income = доходы в lines.csv и в реестре
sums-lines-operations = операции в lines.csv и принятые операции
sums-lines-payment = `{ $payment }` в lines.csv и в реестре
sums-lines-withheld = удержано по lines.csv и по реестру
sums-operations-read = прочитанные операции и сумма принятых и отклонённых
sums-payments = `{ $payment }` за { $period } в payments.csv и в реестре
sums-payments-persons = лица с `{ $payment }` за { $period } в payments.csv и в реестре
sums-register-income = доходы в реестре и в квитанции
sums-register-operations = операции в реестре и в квитанции
sums-register-payment = `{ $payment }` в реестре и в квитанции
sums-register-payments = `{ $payment }` за { $period } в реестре и в payments.csv
sums-register-persons = лица в реестре и в квитанции
sums-register-withheld = удержано по реестру и по квитанции
sums-row = платежи строки и удержанное по ней
unreadable = не удалось прочитать
unreadable-run-hint = в каталоге расчёта лежат receipt.json, receipt.sha256 и все файлы, которые названы в квитанции


### Сверка и распределение

distributed-impossible = { $amount } тенге платежа `{ $payment }` за { $period } не могли быть распределены
distributed-out-of-range = распределённые суммы одного лица, месяца и платежа вместе выходят за пределы допустимых
ours-out-of-range = наши строки одного лица, месяца и платежа вместе выходят за пределы допустимых сумм
paid-out-of-range = уплаченные строки одного лица, месяца и платежа вместе выходят за пределы допустимых сумм
penalty-of-less-than-nothing = с опозданием уплачена сумма ниже нуля: { $amount }
penalty-out-of-range = пеня на { $amount } тенге выходит за пределы допустимых сумм
penalty-rule-missing = правило пени по `{ $payment }` на { $day } не известно: в base_rates.toml для него нет [[{ $section }]]
penalty-rule-missing-hint = если правило известно, выпишите таблицы командой `ustap rates export DIR`, добавьте его и запустите с `--rates DIR`
penalty-without-payment = в режиме `{ $regime }` нет платежа `{ $payment }` за { $period }
rules-point = п. { $point }
rules-provision = Приказ № 392, Правила, { $place }
rules-provision-two = Приказ № 392, Правила, { $first }, { $second }
rules-subpoint = п. { $point }, подп. { $subpoint })
theirs-too-many = у другой стороны больше { $most } строк


### Команды

advice-born = { $category }: дата рождения { $born }
advice-exceeded = { $near }, превышен { $day } операцией { $operation }
advice-file = { $exceeded }, зарегистрироваться предпринимателем до { $day }
advice-file-unknown = { $exceeded }, до какого дня зарегистрироваться предпринимателем, не известно: { $reason }
advice-limit = { $income } из { $limit }
advice-no-longer = { $exceeded }, сейчас уже нет
advice-of-age = { $category }: дата рождения { $born }, нужного возраста с { $day }
advice-of-age-woman = { $age }, если это женщина
advice-other-reading = { $category }: { $payment } здесь удерживается, а по другому прочтению — нет
advice-returned = { $regime }: { $income }, к возврату ничего нет
answers-too-long = коды ошибок и референсы в ответах занимают больше 4 ГиБ
check-21 = номер в :21: не следующий за предыдущей строкой
check-32a-form = у :32A: другая форма
check-32a-future = дата в :32A: ещё не наступила
check-32a-sum = в :32A: нет суммы
check-32b-amount = в :32B: не сумма
check-32b-zero = сумма в :32B: не больше нуля
check-50-account = в :50: другой счёт
check-52b = в :52B: не банк плательщика
check-57b = в :57B: не банк этого платежа
check-59 = в :59: не счёт этого платежа
check-assign-length = длина строки в /ASSIGN/ неверна
check-assign-lines = в /ASSIGN/ слишком много строк
check-assign-missing = нет /ASSIGN/
check-assign-month = в назначении в /ASSIGN/ не назван месяц
check-assign-penalty = в назначении в /ASSIGN/ названа ставка, а у пени её нет
check-assign-rate = в назначении в /ASSIGN/ не названа ставка
check-before-fields = перед первым полем стоит строка
check-behind-end = после конца последнего блока что-то стоит
check-blocks = нет блока: файл начинают { "{" }1:…{ "}" }, { "{" }2:…{ "}" } и { "{" }4:
check-date-future = дата в /DATE/ ещё не наступила
check-dt = в /DT/ не день
check-field-behind = поле :{ $tag }: стоит после :32A:
check-field-form = у поля :{ $tag }: другая форма
check-header-field = поле :{ $tag }: стоит на месте другого поля заголовка
check-hint = ничего не записано
check-idn = в /IDN/ неверна контрольная цифра
check-idn-of-side = в /IDN/ не номер своей стороны
check-key-missing = нет /{ $key }/
check-keys = на месте { $keys } стоят другие строки, их { $count }
check-knp = в /KNP/ не код этого платежа
check-length = в /{ $key }/ знаков не от 1 до { $most }
check-letters = в /{ $key }/ есть знак, который банки не принимают
check-line-end = строка кончается не так, как сказано в профиле
check-no-row = нет ни одной строки
check-no-sum = блок кончается без :32A:
check-no-text = строка — не текст в своей кодировке
check-not-ended = последний блок не закончен
check-num = в /NUM/ другой номер
check-opv = в /OPV/ не буква этого кода
check-period = в /PERIOD/ другой месяц
check-row-field = поле :{ $tag }: стоит на месте другого поля строки списка
check-side = у стороны нет имени и номера
check-side-empty = строка стороны пуста
check-total = в :32A: { $sum }, строки дают { $rows }, а список — { $list }
check-unreadable = не удалось прочитать обратно: { $reason }
closed-in-after = { $month } в AFTER закрыт, и в нём ничего за этот месяц нет: всё вышло бы к возврату
closed-in-before = { $month } в BEFORE закрыт, и в нём ничего за этот месяц нет: всё вышло бы к доплате
closed-in-register = в реестре есть { $month }, а он закрыт
closed-in-run-hint = назовите последний расчёт, в котором этот месяц ещё был, или параметром --period месяцы, открытые в обоих
closed-less = в прежнем расчёте закрыто: { $before }, а в этом: { $now }
closed-nothing = ничего
closed-operations = операции открытых месяцев прежнего расчёта и те, что продолжены
closed-state-differs = в состоянии закрыто: { $state }, а в квитанции: { $receipt }
closed-sums = `{ $name }` за { $month } в реестре прежнего расчёта и в квитанции
closed-totals-of-none = в квитанции есть итоги закрытого месяца, которого в прежнем расчёте нет
closed-without-run = { $closed } закрыт, но прежний расчёт, в котором он был бы, не назван
closed-without-totals = { $month } прежнего расчёта закрыт, а итогов за него в квитанции нет
corrections-not-conserved = `{ $payment }`: { $after } − { $before } — не сумма корректировок, { $delta }
directory-of-another-command = это каталог другой команды
distribute-after-hint = --after принимает каталог, который записала `ustap distribute`
distribute-paid-hint = --paid принимает каталог, который записала `ustap lists`, файл МТ-102 или таблицу строк
distributed-not-conserved = распределённое, возвращённое и оставшееся к уплате не сходится с уплаченным и исчисленным
facts-need-memory = сведениям об освобождениях и исполнителях нужно около { $mebibytes } МиБ: вдвое больше, чем занимают они сами
facts-need-memory-hint = запустите с --memory { $mebibytes }MiB или больше
given-twice = указан дважды
given-twice-hint = оставьте один
lists-disagree = `{ $payment }` за { $period }: в { $rows } { $sum } (лиц: { $persons }), а в { $totals } { $amount } (лиц: { $told })
lists-in-workbook = списки в нём записаны в книгу, а она обратно не читается
lists-in-workbook-hint = запишите их и командой `ustap lists --format csv` или `mt102` и назовите тот каталог
lists-kgd-without-run = --kgd — для списков по расчёту, а { $dir } не расчёт
lists-kgd-without-run-hint = суммы КГД — за целый месяц: уберите параметр или назовите расчёт
lists-nothing-to-pay = по { $file } уплачивать `{ $payment }` за { $period } нечего
lists-source-hint = списки делают по тому, что удержала `ustap calculate`, добавила `ustap correct` или оставила к уплате `ustap distribute`: назовите её каталог
mt102-assumed-account = счёт для `{ $payment }` там только предполагаемый
mt102-in-behind-end = после конца блока что-то стоит
mt102-in-behind-sum = между :32A: и -{"}"} что-то стоит
mt102-in-changed = изменился, пока его читали
mt102-in-changed-hint = запустите снова, когда в него уже ничего не пишется
mt102-in-encoding-hint = попробуйте --encoding { $encoding }
mt102-in-end = конец файла
mt102-in-header = заголовок
mt102-in-hint = он начинается как файл МТ-102: подайте его таким, каким его принимает банк
mt102-in-line-too-long = строка длиннее 1 МиБ
mt102-in-no-knp = в нём нет /KNP/ перед строками
mt102-in-not-tenge = сумма в :32A: не в KZT
mt102-in-not-text = это не текст в { $encoding }
mt102-in-not-whole = не целый: кончается без :32A: или без -{"}"}
mt102-in-row = { $iin }, строка списка { $row }
mt102-in-twice = `{ $tag }` стоит дважды в строке списка, которая начинается на строке { $line }
mt102-letter = { $file }: буквы `{ $letter }` ({ $who }, { $tag }/) нет в { $encoding }
mt102-letter-hint = в --encoding kz-1048 есть казахские буквы, в utf-8 — все; спросите у банка, что он принимает
mt102-name-length = знаков { $length }, а в имени их от 1 до { $most }
mt102-name-no-text = есть знак, которого в тексте не бывает
mt102-no-account = нет [[account]] для `{ $payment }` на { $date }
mt102-no-account-number = нет номера счёта или БИК для `{ $payment }`
mt102-no-layout = нет [[layout]] на { $date }
mt102-no-letter = нет [[letter]] с knp = "{ $knp }" на { $date }
mt102-no-recipient = нет `bin` получателя для `{ $payment }`
mt102-payer-name = имя плательщика `{ $name }`: { $rule }
mt102-person-name = /{ $tag }/ ({ $who }): { $rule }
mt102-purpose-too-long = /ASSIGN/ `{ $text }` не помещается в свои строки
mt102-recipient-name = имя получателя `{ $name }`: { $rule }
mt102-refused = МТ-102 для `{ $payment }` не сделать: { $file }: { $what }
mt102-refused-hint = выпишите таблицы командой `ustap rates export DIR`, заполните запись в DIR/{ $file } по образцу банка и запустите с `--rates DIR`
names-too-long = имена исполнителей занимают больше 16 ГиБ
no-calculation = это не каталог `ustap calculate`
nothing-in-common = у двух расчётов нет ни общих входных файлов, ни общих лиц за один месяц: это не две версии одного и того же
nothing-in-common-hint = назовите прежний и новый расчёт за одни и те же месяцы
number-bin = БИН
number-iin = ИИН
operations-lost = принято операций { $accepted }, а в реестре их { $registered }
payer-account = `{ $field }`: `{ $value }` — не номер счёта: контрольные цифры (mod 97) не сходятся
payer-bik = `{ $field }`: `{ $value }` — не БИК: это 8 или 11 заглавных латинских букв и цифр
payer-chief-of-entrepreneur = `{ $field }` стоит рядом с `iin`: у индивидуального предпринимателя нет руководителя
payer-hint = `ustap template DIR` запишет payer.toml, который останется заполнить
payer-iin = `{ $field }`: `{ $value }` — не { $number }: в нём не 12 цифр или неверна контрольная цифра
payer-line = `{ $field }`: `{ $value }` — пусто или не одна строка текста
payer-missing = нет `{ $field }`
payer-next-order = `{ $field }`: `{ $value }` — не номер платёжного поручения, начиная с 1
payer-no-number = нет ни `bin`, ни `iin` индивидуального предпринимателя
payer-no-text = `{ $field }` — не текст: возьмите значение в кавычки
payer-no-toml = это не TOML: { $reason }
payer-two-numbers = `iin` стоит рядом с `bin`: оператор — индивидуальный предприниматель или юридическое лицо
payer-unknown-field = неизвестное поле `{ $field }`; здесь известны: { $known }
penalty-code-missing = в settlement/accounts.toml нет [[penalty]] для `{ $payment }` за { $period }
period-in-neither-run = --period: месяца { $month } нет ни в одном из расчётов
period-in-neither-run-hint = их месяцы: { $months }
period-not-in-run = --period: в расчёте нет месяца { $month }
period-not-in-run-hint = его месяцы: { $months }
person-month-beyond = суммы лица за месяц больше { $most } тенге
person-month-out-of-range = суммы одного лица за месяц вместе выходят за допустимые пределы
recompute-no-operations = выполнить нельзя: в квитанции не названы операции
recompute-not-at-all = не получается вовсе
recompute-other-bytes = выходит с другими байтами
recompute-other-month = выходит другой месяц
recompute-other-table = выполнить нельзя: у расчёта была другая таблица { $table }; укажите его таблицы параметром --rates DIR
recompute-other-totals = выходят другими
recompute-without-chain = без прежнего расчёта выполнить нельзя: укажите --chain
recompute-without-input = без входного файла { $file } выполнить нельзя
reconciled-not-conserved = совпадения и расхождения стороны `{ $side }` не сходятся с её строками
refunds-batch-missing = в settlement/refunds.toml нет [[batch]] для `{ $payment }` за { $period }
refunds-no-reason = причины возврата `{ $reason }` нет
refunds-no-reason-hint = причины: { $codes }
refunds-no-source = это не каталог сверки или корректировки
refunds-no-source-hint = назовите то, что записала `ustap reconcile` или `ustap correct`
refunds-not-conserved = заявлений на { $sum }, а сверх должного уплачено { $excess }
refunds-of-kgd = расхождения с суммами ЦС КГД — не основание для возврата по заявлению: ещё ничего не распределено
refunds-of-kgd-hint = уплаченное сверх исчисленной суммы или без неё возвращается само по пункту 15, подпункты 3)–4): что именно, скажет `ustap distribute`; возврат по заявлению — того, что принято по ответу
refunds-out-of-range = уплаченное сверх должного за одно лицо выходит за допустимые пределы
refunds-side-of-correction = --side и --kind выбирают среди расхождений, а { $dir } — корректировка, их в ней нет
refunds-side-of-correction-hint = уберите их или назовите то, что записала `ustap reconcile`
register-not-its-receipt = реестр не сходится со своей квитанцией по `{ $payment }`
register-not-read = реестр не был прочитан
register-too-many-regimes = в нём больше 256 режимов
side-too-many-files = у одной стороны больше { $most } файлов
side-too-many-rows = у одной из сторон больше { $most } строк
statement-not-conserved = за { $period } в сведения вошло и оставлено вне их { $stated }, а в реестре { $register }
too-many-files = файлов больше { $most }
verify-chain-hint = укажите параметром --chain, где лежит прежний расчёт
verify-closed = { $dir }закрытые месяцы
verify-digest-differs = { $file } — контрольная сумма другого текста
verify-earlier = прежний расчёт { $digest }…
verify-file-differs = контрольная сумма не та, что в квитанции
verify-input = входной файл { $file }
verify-input-hint = укажите параметром --inputs, где его искать
verify-input-none = ни у одного файла в { $dir } нет такой контрольной суммы
verify-missing = нет
verify-of-file = { $file }: { $why }
verify-recomputed = пересчитано
verify-recomputed-closed = пересчитано: закрытые месяцы
verify-recomputed-file = пересчитано: { $what }
verify-recomputed-totals = пересчитано: итоги
verify-sums = суммы


### Итоги

verify-does-not-hold = { $what }: НЕ СХОДИТСЯ: { $why }
verify-holds = { $what }: верно
verify-not-checked = { $what }: не проверено: { $why }


### Справка


### Объяснения и ставки


### Календарь и пеня
