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
what-language = язык


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
money-beyond-decimal = { $sum } тенге: цифр больше, чем вмещает десятичное число


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
row-fields = В строке { $row } { $row ->
    [one] поле
    [few] поля
   *[many] полей
}, а в заголовке { $header }.
row-quote = Кавычка в поле { $field } стоит не на месте.
row-text = Поле { $field } — не текст в кодировке { $encoding }.
row-no-id = Нет идентификатора операции.
row-long-id = В идентификаторе операции { $bytes } { $bytes ->
    [one] байт
    [few] байта
   *[many] байтов
}, а может быть не больше 64.
row-no-iin = Нет ИИН.
row-iin-digits = В ИИН { $digits } { $digits ->
    [one] цифра
    [few] цифры
   *[many] цифр
}, а нужно 12.
row-iin-character = В ИИН стоит { $character }, а могут быть только 12 цифр.
row-iin-all-zeros = ИИН состоит из одних нулей, такого нет ни у кого.
row-iin-zeros = { $missing ->
    [one] С { $missing } нулём впереди это верный ИИН: начальный ноль потерян.
   *[other] С { $missing } нулями впереди это верный ИИН: начальные нули потеряны.
}
row-iin-shortened = Табличный редактор сократил ИИН: это 12 цифр, и столбец должен иметь текстовый формат.
row-check-digit = Контрольный разряд не подходит к остальным одиннадцати цифрам ИИН: одна из 12 цифр неверна или две переставлены.
row-no-day = Нет дня.
row-empty-date = 0001-01-01 — это пустая дата, а день нужен.
row-no-such-day = В календаре нет такого дня.
row-day-number = Одни цифры — не день: он пишется как ГГГГ-ММ-ДД или ДД.ММ.ГГГГ, в табличном редакторе — в формате даты.
row-day-form = День пишется как ГГГГ-ММ-ДД или ДД.ММ.ГГГГ, со временем или без него.
row-time = После дня стоит не время: оно пишется как Ч:ММ или Ч:ММ:СС до 23:59:59, затем ничего, Z или смещение от UTC до 23:59.
row-offset = Это календарный день: при его времени не может быть ни Z, ни смещения от UTC.
row-day-beyond = По времени Казахстана этот день не входит в годы 0001–9999.
row-corrects-later = Исправляемый день { $corrected } позже дня расчёта { $settled }.
row-no-amount = Нет суммы.
row-amount-digits = В сумме нет цифр.
row-amount-plus = Перед суммой стоит плюс; сумма больше нуля пишется без знака.
row-amount-parentheses = Сумма стоит в скобках; перед суммой меньше нуля пишется минус.
row-amount-minus = Минус стоит не перед суммой.
row-amount-dash = Стоит { $dash }, а нужен минус с клавиатуры, U+002D.
row-amount-shortened = Сумма записана с показателем степени; нужны все её цифры, до тиына.
row-amount-character = В сумме стоит { $character }, а могут быть только цифры не более чем с двумя знаками после запятой.
row-amount-points = В сумме больше одной точки или запятой: одна отделяет тиыны, а тысячи разделяются пробелами.
row-amount-blank-before-decimals = Перед дробной частью стоит { $blank }.
row-amount-blank-in-decimals = В дробной части стоит { $blank }.
row-amount-groups = { $blank } делит цифры, но не на группы по три.
row-amount-blank-outside = До или после цифр стоит { $blank }: пробелы только разделяют тысячи.
row-amount-no-decimals = После точки или запятой в конце нет цифр.
row-amount-too-fine = Сумма мельче тиына: после второго знака дробной части могут быть только нули.
row-amount-decimals = В дробной части суммы { $count } { $count ->
    [one] цифра
    [few] цифры
   *[many] цифр
}, а может быть не больше шести.
row-no-rates = На день дохода { $day } не действуют никакие ставки.
row-outside-period = День дохода { $day } не входит в { $period }.
row-outside-period-asked = День дохода { $day } не входит в заданный период.
row-closed-month = День дохода { $day } приходится на закрытый месяц: опоздавшее за него — это исправление, `ustap correct BEFORE AFTER --period { $month }`.
row-closed-month-last = День дохода { $day } приходится на закрытый месяц (закрыты { $last } и все месяцы до него): опоздавшее за него — это исправление, `ustap correct BEFORE AFTER --period { $month }`.
row-no-regime = Исполнитель указан с режимами, но { $day } ни один из них не действует.
row-conflict-with-earlier = Строки с этим идентификатором операции различаются, и действует прежняя: по ней удержал более ранний расчёт.
row-duplicate-of-earlier = Такую же строку с этим идентификатором операции уже учёл более ранний расчёт, и эта не учтена.
row-no-category = Нет категории: она одна из { $codes }.
row-category = Такой категории нет, есть { $codes }.
row-regime = Такого режима нет, есть { $codes }.
row-interval = Первый день { $from } позже последнего дня { $to }.
row-period = Значение — не месяц вида ГГГГ-ММ.
row-knp = Ни один платёж этого месяца не идёт по этому коду назначения платежа.
row-below-zero = Сумма меньше нуля, а ЦС КГД исчисляет суммы не меньше нуля.
row-not-distributed = Это код назначения платежа ИПН или пени, которые Государственная корпорация не распределяет.
row-not-above-zero = Сумма не больше нуля.
row-status = Такого статуса нет, есть `accepted`, `rejected`, `returned`.
row-repeated = У ЦС КГД уже есть строка этого лица за этот месяц: действует { $file }:{ $line }. Из нескольких файлов ЦС КГД дайте только самый новый.
todo-malformed-row = Лишняя кавычка, разделитель или перевод строки? Откройте файл в этом месте как текст или выгрузите его заново; кодировку задаёт --encoding.
todo-operation-id = Дайте каждой операции идентификатор от 1 до 64 байтов: по нему узнаётся строка, которая пришла дважды.
todo-iin = Нули в начале ИИН потеряны? Откройте файл как текст или добавьте --restore-zeros.
todo-iin-as-text = Нули в начале ИИН потеряны? Откройте файл как текст и сохраните столбец в текстовом формате.
todo-iin-check-digit = Сверьте ИИН с документом исполнителя: он набран с ошибкой.
todo-date = Пишите дни как 2026-08-31 или 31.08.2026; в табличном редакторе задайте столбцу формат даты.
todo-corrects-later = Не переставлены ли `corrects_on` и `settled_on`? Исправляется доход, полученный не позже дня расчёта.
todo-income = Пишите суммы как 12345.67 или 12 345,67: без валюты и без запятых между тысячами.
todo-income-range = Не принят ли за сумму другой столбец? Посмотрите на заголовки и назовите нужный с помощью --column.
todo-no-rates = `ustap rates show` показывает, с какого дня есть ставки; ставки следующего года добавляются с помощью --rates DIR.
todo-outside-period = Оставьте их своему месяцу или уберите --period.
todo-closed-month = Рассчитайте весь месяц заново с этими строками и сравните два расчёта: `ustap correct BEFORE AFTER --period MONTH`.
todo-no-regime = Добавьте в файл исполнителей режим на эти дни или исправьте там дни его действия.
todo-conflicting-duplicate = Выясните, какая строка каждого идентификатора верна, и оставьте только её; у разных операций должны быть разные идентификаторы.
todo-duplicate = Если строка выгружена дважды, делать ничего не нужно; у разных операций должны быть разные идентификаторы.
todo-category = Укажите категорию её кодом: коды перечислены в сообщении в rejects.csv.
todo-regime = Укажите режим его кодом: коды перечислены в сообщении в rejects.csv.
todo-interval = Не переставлены ли первый и последний день?
todo-overlap = Пусть один режим исполнителя заканчивается днём раньше, чем начинается другой.
todo-period = Пишите месяц как 2026-08.
todo-knp = Сверьте код назначения платежа с `payments.csv` расчёта; строки других платежей можно убрать.
todo-status = Укажите, что стало со строкой: `accepted`, `rejected` или `returned`; пустой статус — это `accepted`.
todo-repeated = Дайте за каждый месяц только самый новый файл ЦС КГД.


### Чтение

standard-input = стандартный ввод
column-option = --column: { $fault }
column-and-ignored = заголовок `{ $heading }` отдан и столбцу `{ $name }`, и --ignore-column
column-and-ignored-hint = уберите один из двух параметров
column-heading-taken = заголовок `{ $heading }` отдан двум столбцам: `{ $other }` и `{ $name }`
column-heading-taken-hint = у заголовка может быть только один столбец
column-unknown = в файле { $table } нет столбца `{ $name }`
columns-are = столбцы: { $columns }
column-given-twice = столбец `{ $name }` задан дважды
column-given-twice-hint = у столбца один заголовок, одинаковый во всех файлах
column-number = столбец { $number }
quote-never-closes = кавычка, открытая здесь, нигде не закрывается
header-quote = кавычка в заголовке стоит не на месте
header-too-long = заголовок длиннее 1 МиБ
header-empty = файл пуст: нужен заголовок
header-empty-hint = `ustap template DIR` запишет файлы, с которых можно начать
header-near-miss = `{ $heading }` не читается, а столбца `{ $missing }` нет
header-near-miss-hint = если это тот столбец: --column { $column }="{ $heading }"; если нет: --ignore-column "{ $heading }"
header-below-title = заголовок стоит в строке { $line }, под чем-то другим
header-below-title-hint = удалите то, что стоит над заголовком, например название таблицы
header-column-missing = в заголовке недостаёт { $columns }
header-sep-hint = первая строка называет разделитель для Excel: удалите её, разделитель находится и без неё
header-ignored-hint = его пропускает --ignore-column: уберите этот параметр
header-delimiter-hint = разделитель — запятая, точка с запятой или табуляция
header-delimiter-or-name-hint = разделитель — запятая, точка с запятой или табуляция; --column { $table }.NAME="HEADER" даёт столбцу другой заголовок
header-not-text = заголовок — не текст в кодировке { $encoding }
encoding-guessed-hint = байты похожи на { $encoding }: попробуйте { $option } { $encoding }
encoding-guessed-or-kazakh-hint = байты похожи на { $encoding }: попробуйте { $option } { $encoding } или kz-1048, если есть казахские буквы
header-too-wide = в заголовке больше 65535 столбцов
header-column-twice = столбец `{ $name }` стоит в заголовке дважды
header-column-twice-hint = уберите один из них из файла или укажите нужный его заголовком с помощью --column
line-ends-twice = строки должны кончаться на LF или CRLF, а заголовок кончается на CR CR LF
line-ends-twice-hint = концы строк дважды переведены в вид Windows: выгрузите файл заново или удалите по одному CR в каждой строке
line-ends-bare = строки должны кончаться на LF или CRLF, а в заголовке стоит один CR
line-ends-bare-hint = один CR завершал строки в очень старых системах: сохраните файл с концами строк Windows или Unix
input-changed = файл изменился, пока его читали
input-changed-hint = повторите, когда в него больше никто не пишет
record-too-long = запись, которая начинается здесь, длиннее 1 МиБ
record-too-long-hint = такой записью становится поле с кавычкой, которую открыли и не закрыли
input-directory = это каталог, а не файл
input-twice = файл дан дважды: в нём те же байты, что в { $path }
input-twice-hint = уберите один из них
ignored-heading-unknown = --ignore-column: ни в одном входном файле нет заголовка `{ $heading }`
heading-unknown-hint = уберите параметр или напишите заголовок так, как в файле
mapped-heading-unknown = --column { $column }: ни в одном входном файле нет заголовка `{ $heading }`
headings-none = нет [{ $column }]
headings-table = вместо таблицы стоит другое
headings-column = вместо столбца стоит другое
headings-entry = в [{ $column }] неизвестная запись `{ $key }`
headings-text = заголовок — не текст
foreign-xls = это книга старого вида (.xls) или зашифрованная книга
foreign-gz = это архив (.gz)
foreign-bz2 = это архив (.bz2)
foreign-xz = это архив (.xz)
foreign-zst = это архив (.zst)
foreign-7z = это архив (.7z)
foreign-rar = это архив (.rar)
foreign-zip = это архив (.zip)
foreign-pdf = это документ (.pdf)
foreign-rtf = это документ (.rtf)
foreign-database = это база данных
foreign-page = это страница (HTML или XML), а не строки таблицы
foreign-xlsx = это книга (.xlsx)
foreign-ods = это книга (.ods)
foreign-utf-16 = это текст в UTF-16
foreign-utf-16-little = это текст в UTF-16 (little-endian) без метки порядка байтов
foreign-utf-16-big = это текст в UTF-16 (big-endian) без метки порядка байтов
foreign-save-csv-hint = откройте файл и сохраните лист со строками как CSV в UTF-8
foreign-unpack-hint = распакуйте его и дайте файл, который в нём лежит
foreign-utf-8-hint = сохраните его как CSV в UTF-8
foreign-document-hint = запросите строки в виде CSV
foreign-database-hint = выгрузите таблицу как CSV


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


### Итоги


### Справка


### Объяснения и ставки


### Календарь и пеня
