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
system-no-directory = это файл, а нужен каталог
system-no-permission = нет прав доступа
system-no-space = не осталось места
system-not-found = такого файла или каталога нет
what-language = язык
what-basis = основание
what-break-kind = вид расхождения
what-encoding = кодировка
what-file-kind = вид файла
what-limit-reading = правило для дохода сверх предела
what-payment = платёж
what-reject = код отклонения
what-status = статус


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
argument-without-value = у `{ $argument }` должно быть значение
argument-value = недопустимое значение `{ $value }` для `{ $argument }`
argument-value-because = недопустимое значение `{ $value }` для `{ $argument }`: { $cause }
argument-unknown = параметра `{ $argument }` нет
argument-extra = лишнее слово `{ $argument }`; имя с пробелами берут в кавычки
argument-command-unknown = команды `{ $command }` нет
argument-without-equals = у `{ $argument }` перед значением нужен знак `=`
argument-value-too-many = лишнее значение для `{ $argument }`: `{ $value }`
argument-value-number = у `{ $argument }` не может быть столько значений: { $count }
argument-twice = `{ $argument }` можно указать только один раз
argument-conflict = `{ $argument }` нельзя указать вместе с { $others }
argument-missing = не указано: { $arguments }
argument-no-command = команда не указана
argument-not-text = аргумент — не текст в UTF-8
argument-values-hint = значения: { $values }
argument-similar-hint = есть похожее: `{ $similar }`; все показывает `{ $command } --help`
argument-command-hint = команды показывает `{ $command } --help`
argument-hint = что ожидается, показывает `{ $command } --help`
argument-directory-hint = каталог называют после параметра: `{ $option } { $dir }`
argument-dash-hint = `{ $argument }` начинается с тире, его ставят программы для текста; параметр начинается с двух дефисов: `{ $option }`
argument-value-dash-hint = вместо дефиса стоит похожий знак { $dash }, его ставят программы для текста; с обычными дефисами: `{ $meant }`
argument-payment = такого платежа нет
argument-payment-hint = есть { $codes }
argument-year = год пишут так: 2027
argument-threads = число потоков — от 1 до 65535
argument-column = нужен вид `ИМЯ=ЗАГОЛОВОК` или `ФАЙЛ.ИМЯ=ЗАГОЛОВОК`
argument-kgd-column = нужен вид `ИМЯ=ЗАГОЛОВОК`
argument-column-file = вида файла `{ $file }` нет
argument-column-file-hint = есть { $files }
column-of-no-file = `--column { $file }.{ $column }`: файл `{ $file }` не указан
column-of-no-file-hint = укажите и файл или уберите параметр
column-of-other-file = `--column { $file }.{ $column }`: эта команда не читает файл `{ $file }`
column-of-other-file-hint = она читает { $files }
memory-size = это не объём вроде 512MiB или 2GiB
memory-size-large = это больше, чем может адресовать эта машина
memory-size-small = это меньше 16MiB
standard-input-twice = стандартный ввод (`-`) можно указать только один раз


### Значения: деньги, дни, лица, ставки

money-no-amount = `{ $text }` — не сумма в тенге не более чем с двумя знаками после запятой
money-beyond = `{ $text }` выходит за пределы: не более { $most } тенге по модулю
money-too-fine = { $value } тенге: сумма мельче тиына
money-too-large = { $value } тенге: сумма слишком велика
money-no-sum = `{ $text }` — не сумма в тенге с двумя знаками после запятой
day-beyond = день { $day } не входит в годы 0001–9999
day-of-no-calendar = дня `{ $text }` нет в календаре
day-none = `{ $text }` — не день вида ГГГГ-ММ-ДД или ДД.ММ.ГГГГ
iin-all-zeros = ИИН или БИН `{ $text }` состоит из одних нулей
iin-check-digit-wrong = в ИИН или БИН `{ $text }` неверный контрольный разряд
iin-digits = ИИН или БИН `{ $text }` — не 12 цифр
month-of-no-calendar = месяца `{ $text }` нет в календаре
month-none = `{ $text }` — не месяц вида ГГГГ-ММ
rate-none = `{ $text }` — не ставка от 0 до 1 не более чем с девятью знаками после запятой
rate-rounding-unit = единица округления { $unit } тенге
money-beyond-decimal = { $sum } тенге: цифр больше, чем вмещает десятичное число


### Строки, которые не считаются

reject-malformed-row = В строке иное число полей, чем в заголовке, кавычка не на месте, поле, которое не является текстом в кодировке файла, или ячейка с ошибкой либо с формулой, значение которой не сохранено.
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
row-cell-formula = В ячейке столбца { $column } формула, а её значение не сохранено: откройте файл в Excel, дайте ему посчитать и сохраните.
row-header-again = Здесь снова стоит заголовок: файлы склеены; укажите каждый отдельно, ведь во втором столбцы могут стоять в другом порядке.
row-cell-error = Ячейка в столбце { $column } — ошибка табличного редактора, например #Н/Д, а не значение.
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
row-day-number = Одни цифры — не день: он пишется как ГГГГ-ММ-ДД или ДД.ММ.ГГГГ, в табличном редакторе — в формате даты, начиная с 1900-03-01.
row-day-character = В дате стоит { $character }: она имеет вид ГГГГ-ММ-ДД или ДД.ММ.ГГГГ, со временем или без него.
row-day-form = День пишется как ГГГГ-ММ-ДД или ДД.ММ.ГГГГ, со временем или без него.
row-time = После дня стоит не время: оно пишется как Ч:ММ или Ч:ММ:СС до 23:59:59, затем ничего, Z или смещение от UTC до 23:59.
row-offset = Это календарный день: при его времени не может быть ни Z, ни смещения от UTC.
row-day-beyond = День, а у момента времени — день по времени Казахстана, не входит в годы 0001–9999.
row-corrects-later = Исправляемый день { $corrected } позже дня расчёта { $settled }.
row-no-amount = Нет суммы.
row-amount-digits = В сумме нет цифр.
row-amount-plus = Перед суммой стоит плюс; сумма больше нуля пишется без знака.
row-amount-parentheses = Сумма стоит в скобках; перед суммой меньше нуля пишется минус.
row-amount-minus = Минус стоит не перед суммой.
row-amount-dash = Стоит { $dash }, а нужен минус с клавиатуры, U+002D.
row-amount-shortened = Сумма записана с показателем степени; нужны все её цифры, до тиына.
row-amount-day = Вместо суммы стоит дата.
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
row-closed-month = День дохода { $day } приходится на закрытый месяц: опоздавшее за него — это корректировка, `ustap correct ДО ПОСЛЕ --period { $month }`.
row-closed-month-last = День дохода { $day } приходится на закрытый месяц (закрыты { $last } и все месяцы до него): опоздавшее за него — это корректировка, `ustap correct ДО ПОСЛЕ --period { $month }`.
row-no-regime = Исполнитель указан с режимами, но { $day } ни один из них не действует.
row-conflict-with-earlier = Строки с этим идентификатором операции различаются, и действует прежняя: по ней удержал более ранний расчёт.
row-duplicate-of-earlier = Такую же строку с этим идентификатором операции уже учёл более ранний расчёт, и эта не учтена.
row-no-category = Нет категории: она одна из { $codes }.
row-category = Такой категории нет, есть { $codes }.
row-regime = Такого режима нет, есть { $codes }.
row-category-character = В категории стоит { $character }: есть { $codes }.
row-regime-character = В режиме стоит { $character }: есть { $codes }.
row-interval = Первый день { $from } позже последнего дня { $to }.
row-period = Значение — не месяц вида ГГГГ-ММ.
row-period-of-mt102 = Значение — не месяц вида ММГГГГ: август 2026 года — это 082026.
row-knp = Ни один платёж этого месяца не идёт по этому коду назначения платежа.
row-return-below-zero = Сумма вернувшегося меньше нуля: напишите, сколько вернулось, без минуса.
row-no-sum = Нет суммы: если ничего не исчислено, пишется 0.
row-below-zero = Сумма меньше нуля, а ЦС КГД исчисляет суммы не меньше нуля.
row-not-distributed = Это код назначения платежа ИПН или пени, которые Государственная корпорация не распределяет.
row-not-above-zero = Сумма не больше нуля.
row-knp-zeros = С нулями впереди это `{ $knp }`, код назначения платежа этого месяца: нули потеряны.
row-knp-of-penalty = Это код назначения платежа пени: ответы сверяются с реестром, а пени в нём нет.
row-status = Такого статуса нет, есть `accepted`, `rejected`, `returned`.
row-repeated = У ЦС КГД уже есть строка этого лица за этот месяц: действует { $file }:{ $line }. Из нескольких файлов ЦС КГД дайте только самый новый.
todo-malformed-row = Лишняя кавычка, разделитель или перевод строки? Откройте файл в этом месте как текст или выгрузите его заново; кодировку задаёт --encoding. А если это книга, нет ли в строке ячейки с ошибкой, такой как `#Н/Д`, или с формулой, значение которой не сохранено (откройте файл в Excel и сохраните)?
todo-malformed-contractor = Лишняя кавычка, разделитель или перевод строки? Откройте файл в этом месте как текст или выгрузите его заново; кодировку задаёт --contractors-encoding. А если это книга, нет ли в строке ячейки с ошибкой, такой как `#Н/Д`, или с формулой, значение которой не сохранено (откройте файл в Excel и сохраните)?
todo-operation-id = Дайте каждой операции идентификатор от 1 до 64 байтов: по нему узнаётся строка, которая пришла дважды. Строка итогов здесь лишняя: уберите её из файла.
todo-iin = Нули в начале ИИН потеряны? Откройте файл как текст или добавьте --restore-zeros. Строка итогов здесь лишняя: уберите её из файла. Если это снова заголовок, дайте части отдельными файлами.
todo-iin-restored = Сверьте ИИН с документом исполнителя: и с нулями в начале он не сходится. Строка итогов здесь лишняя: уберите её из файла. Если это снова заголовок, дайте части отдельными файлами.
todo-iin-check-digit = Сверьте ИИН с документом исполнителя: он набран с ошибкой.
todo-date = Пишите дни как 2026-08-31 или 31.08.2026; в табличном редакторе задайте столбцу формат даты.
todo-corrects-later = Не переставлены ли `corrects_on` и `settled_on`? Исправляется доход, полученный не позже дня расчёта.
todo-income = Пишите суммы как 12345.67 или 12 345,67: без валюты и без запятых между тысячами.
todo-income-range = Не принят ли за сумму другой столбец? Посмотрите на заголовки и назовите нужный с помощью --column.
todo-no-rates = `ustap rates show` показывает, с какого дня есть ставки; ставки следующего года добавляются с помощью --rates КАТАЛОГ.
todo-outside-period = Оставьте их своему месяцу или уберите --period. Если они исправляют уже рассчитанный месяц, рассчитайте его заново с файлами обоих и сравните: `ustap correct`.
todo-closed-month = Рассчитайте весь месяц заново с этими строками и сравните два расчёта: `ustap correct ДО ПОСЛЕ --period МЕСЯЦ`.
todo-no-regime = Добавьте в файл исполнителей режим на эти дни или исправьте там дни его действия.
todo-conflicting-duplicate = Выясните, какая строка каждого идентификатора верна, и оставьте только её; у разных операций должны быть разные идентификаторы. Если один номер стоит у нескольких людей, как номер одной ведомости, добавьте к нему номер строки или ИИН.
todo-duplicate = Если строка выгружена дважды, делать ничего не нужно; у разных операций должны быть разные идентификаторы.
todo-category = Укажите категорию её кодом: коды перечислены в сообщении в rejects.csv.
todo-category-shown = Укажите категорию её кодом: коды перечисляет `ustap rates show`.
todo-regime = Укажите режим его кодом: коды перечислены в сообщении в rejects.csv.
todo-regime-shown = Укажите режим его кодом: коды перечисляет `ustap rates show`.
todo-interval = Не переставлены ли первый и последний день?
todo-overlap = Пусть один режим исполнителя заканчивается днём раньше, чем начинается другой.
todo-period = Пишите месяц как 2026-08, а в МТ-102 как 082026; в табличном редакторе задайте столбцу текстовый формат или дайте сам .xlsx, где дата читается как её месяц. Строка итогов здесь лишняя: уберите её из файла.
todo-knp = Сверьте код назначения платежа с `payments.csv` расчёта: ноль впереди табличный редактор отбрасывает. Строки других платежей можно убрать.
todo-status = Укажите, что стало со строкой: `accepted`, `rejected` или `returned`; пустой статус — это `accepted`.
todo-repeated = Дайте за каждый месяц только самый новый файл ЦС КГД.


### Чтение

workbook-damaged = повреждённая книга: { $reason }
workbook-damaged-hint = откройте её в Excel или LibreOffice и сохраните заново или получите ещё раз оттуда, откуда она пришла
workbook-unreadable = не читается
workbook-no-copy = книга не копируется в { $dir }
workbook-encrypted = зашифрованная книга
workbook-encrypted-hint = откройте её, сохраните без пароля и дайте этот файл
workbook-no-end = её конца нет, или это не конец архива zip
workbook-is-zip = это архив (.zip)
workbook-is-zip-hint = распакуйте его и дайте файл, который в нём лежит
workbook-is-docx = это документ (.docx)
workbook-is-docx-hint = попросите строки в виде книги или CSV
workbook-other-form = это книга другого вида ({ $form })
workbook-other-form-hint = откройте её и сохраните как .xlsx или лист со строками как CSV в UTF-8
workbook-no-part = { $part } в ней нет
workbook-packing = { $part } упакован особым образом ({ $way })
workbook-checksum = контрольная сумма не сходится
workbook-too-many = в ней перечислено больше { $most } листов, частей или стилей
workbook-long-name = имя в ней длиннее { $most } КиБ
workbook-no-sheet = листа `{ $sheet }` нет
workbook-no-sheet-hint = листы книги: { $sheets }
workbook-no-sheet-in-text = это текстовый файл, а не книга: уберите `#` и всё, что за ним
workbook-sheetless = в ней нет листа
workbook-no-cells = на листе нет ячеек
workbook-ends = лист обрывается среди строк
workbook-no-text = текста, на который указывает ячейка в столбце { $column }, нет
workbook-no-number = в столбце { $column } стоит не число, а на листе оно записано как число
workbook-no-cell = у ячейки указано место, которого в этой строке нет
workbook-cell-kind = ячейка в столбце { $column } неизвестного вида
workbook-cell-values = в ячейке столбца { $column } стоит не одно значение
workbook-parts-twice = две её части названы одинаково
workbook-cells-order = ячейки строки стоят не по порядку
workbook-rows-order = строки стоят не по порядку
workbook-foreign = среди её строк стоит элемент чужого пространства имён
workbook-ill-formed = XML в ней составлен неправильно
workbook-long-texts = её тексты длиннее { $most } МиБ
workbook-deep = её элементы вложены друг в друга глубже { $most } раз
workbook-long-text = текст или тег в ней длиннее { $most } МиБ
workbook-long-row = строка длиннее 1 МиБ
workbook-merged = ячейки { $cells } объединены: значение хранится только в первой строке, остальные прочлись бы без него
workbook-merged-hint = отмените объединение и запишите значение в каждую строку
workbook-uncomputed = лист просит пересчёта при открытии, а у формулы в этой строке сохранён ноль, который стоит там до пересчёта
workbook-uncomputed-hint = откройте файл в Excel, дайте ему посчитать и сохраните
standard-input = стандартный ввод
column-option = --column: { $fault }
columns-argument = `columns`: { $fault }
column-and-ignored = заголовок `{ $heading }` отдан и столбцу `{ $name }`, и --ignore-column
column-and-ignored-hint = уберите один из двух параметров
column-heading-taken = заголовок `{ $heading }` отдан двум столбцам: `{ $other }` и `{ $name }`
column-heading-taken-hint = у заголовка может быть только один столбец
column-unknown = в файле { $table } нет столбца `{ $name }`
column-mapped-to-none = `{ $column }` назначен столбцом `{ $heading }`, а такого столбца нет
columns-are = столбцы: { $columns }
column-given-twice = столбец `{ $name }` задан дважды
column-given-twice-hint = у столбца один заголовок, одинаковый во всех файлах
column-number = столбец { $number }
quote-never-closes = кавычка, открытая здесь, нигде не закрывается
header-quote = кавычка в заголовке стоит не на месте
header-too-long = заголовок длиннее 1 МиБ
header-empty = файл пуст: нужен заголовок
header-empty-hint = `ustap template КАТАЛОГ` запишет файлы, с которых можно начать
header-empty-sheet = на листе `{ $sheet }` ничего нет: нужен заголовок
header-empty-sheet-hint = ФАЙЛ#ЛИСТ называет другой лист; не пусты: { $others }
header-near-miss = `{ $heading }` не читается, а столбца `{ $missing }` нет
header-near-miss-hint = если это тот столбец: --column { $column }; если нет: { $ignore }
header-unlisted = это список не вошедших в списки, судя по столбцу `{ $heading }`: по нему не платили
header-unlisted-hint = дайте то, что уплачено, или пришедший ответ: `unlisted.csv` — ни то ни другое
header-near-miss-row-hint = в нём стоит чей-то ИИН: после заголовка нет конца строки; добавьте его
header-below-title = заголовок стоит в строке { $line }, под чем-то другим
header-below-title-hint = удалите то, что стоит над заголовком, например название таблицы
header-below = в этой строке стоит `{ $heading }`, а в заголовке выше такого столбца нет
header-two-rows = заголовок продолжается в этой строке: в столбце { $number }, у которого нет заголовка, стоят слова, а ИИН пуст
header-two-rows-hint = запишите заголовок одной строкой, без объединённых ячеек, у каждого столбца свой
header-other = здесь снова стоит заголовок, и столбец { $number } в нём не тот, что в первом: строки ниже были бы прочитаны по чужому заголовку
header-other-hint = если файлы склеены друг с другом, дайте каждый отдельно; если выше не таблица, например строка об операторе, уберите её, чтобы заголовком стала эта строка
header-thousands = в `{ $heading }` сказано о тысячах или миллионах, а суммы указывают в тенге: 1 была бы прочитана как 1.00 тенге
header-thousands-hint = запишите суммы в тенге, а заголовок — без тысяч и миллионов
amount-cut = за суммой `{ $whole }` в столбце без заголовка стоит `{ $rest }`: число, возможно, разделено своей же запятой
amount-cut-hint = выгрузите с другим разделителем, суммы — в кавычках или с точкой; если в столбце другое, дайте ему заголовок
header-column-missing = в заголовке недостаёт { $columns }
header-ignored-hint = его пропускает --ignore-column: уберите этот параметр
header-taken-hint = { $by } отдаёт заголовок `{ $heading }` столбцу `{ $name }`: уберите это или укажите там заголовок самого `{ $name }`
header-renamed-hint = в файле собственный заголовок столбца, а рядом с --column он не в счёт: уберите этот параметр или, если он нужен для другого файла, запишите во всех один и тот же заголовок
header-delimiter-hint = разделитель — запятая, точка с запятой или табуляция
header-near-required-hint = возможно, имелось в виду: { $headings } (с буквой другого алфавита?); если так, добавьте { $columns }
header-there-hint = там стоит: { $there }; --column { $table }.ИМЯ="ЗАГОЛОВОК" даёт столбцу заголовок, который там стоит
header-there-or-sheets-hint = там стоит: { $there }; --column { $table }.ИМЯ="ЗАГОЛОВОК" даёт столбцу заголовок, который там стоит, а ФАЙЛ#ЛИСТ называет другой лист (не пусты и { $others })
header-delimiter-or-name-hint = заголовок — первая непустая строка, разделитель — запятая, точка с запятой или табуляция; --column { $table }.ИМЯ="ЗАГОЛОВОК" даёт столбцу другой заголовок
header-of-sheet-hint = заголовок стоит среди первых 20 строк листа `{ $sheet }`; ФАЙЛ#ЛИСТ называет другой лист; --column { $table }.ИМЯ="ЗАГОЛОВОК" даёт столбцу другой заголовок
header-of-sheets-hint = заголовок стоит среди первых 20 строк листа `{ $sheet }`; ФАЙЛ#ЛИСТ называет другой лист (не пусты и { $others }); --column { $table }.ИМЯ="ЗАГОЛОВОК" даёт столбцу другой заголовок
header-no-delimiter-hint = разделитель — запятая, точка с запятой или табуляция; без этой строки он находится сам
header-no-delimiter = первая строка называет разделитель, которого не бывает
header-named-delimiter-hint = разделитель назван в первой строке: без этой строки он находится сам
header-not-text = заголовок — не текст в кодировке { $encoding }
header-not-text-hint = сохраните его как «CSV UTF-8» или как .xlsx
encoding-guessed-hint = байты похожи на { $encoding }: попробуйте { $option } { $encoding }
encoding-guessed-utf-8-hint = байты похожи на { $encoding }: попробуйте { $option } { $encoding }; если другие файлы в иной кодировке, сохраните этот как CSV UTF-8 с меткой порядка байтов (BOM) или как .xlsx
encoding-guessed-or-kazakh-hint = байты похожи на { $encoding }: попробуйте { $option } { $encoding } или kz-1048, если есть казахские буквы
header-too-wide = в заголовке больше 65535 столбцов
header-column-twice = столбец `{ $name }` стоит в заголовке дважды: { $headings }
header-column-twice-same-hint = переименуйте один из них в файле или уберите его
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
foreign-png = это изображение (.png)
foreign-jpg = это изображение (.jpg)
foreign-mt102 = это файл банка МТ-102
foreign-pdf = это документ (.pdf)
foreign-rtf = это документ (.rtf)
foreign-database = это база данных
foreign-page = это страница (HTML или XML), а не строки таблицы
foreign-utf-16-little = это текст в UTF-16 (little-endian) без метки порядка байтов
foreign-utf-16-big = это текст в UTF-16 (big-endian) без метки порядка байтов
foreign-utf-32 = это текст в UTF-32, который не читается
foreign-save-csv-hint = откройте файл и сохраните лист со строками как CSV в UTF-8
foreign-unpack-hint = распакуйте его и дайте файл, который в нём лежит
foreign-save-xlsx-hint = откройте её (с паролем, если он есть), сохраните без пароля как .xlsx и дайте этот файл
foreign-utf-16-hint = попробуйте { $option } utf-16
foreign-utf-8-hint = сохраните его как CSV в UTF-8
foreign-mt102-hint = его принимает `distribute --paid`; остальным нужна таблица: запросите строки в виде CSV
foreign-document-hint = запросите строки в виде CSV
foreign-database-hint = выгрузите таблицу как CSV


### Закон

title-in-russian = на русском языке
act-numbered = { $title } № { $number }
act-dated = { $title } от { $dated }
act-numbered-dated = { $title } от { $dated } № { $number }
act-registered = { $act } (рег. № { $number })
cite-rules = Правила
cite-rules-of = Правила { $year } года
cite-annex = прил. { $number }
cite-article = ст. { $number }
cite-point = п. { $number }
cite-points = п. { $number }
cite-subpoint = подп. { $number }
cite-subpoints = подп. { $number }
cite-part = ч. { $number }
cite-edition = (в редакции { $year } года)
basis-quoted = по тексту акта
basis-secondary = по вторичному источнику
basis-inferred = выведено рассуждением
basis-unverified = не проверено
list-more = { $list }, { $next }
days-between = с { $first } по { $last }
days-from = с { $first }
days-none = ни одного дня

table-text = `{ $text }` { $reason }
table-twice = указано дважды
table-out-of-range = выходит за допустимые пределы
table-no-toml = это не TOML: { $error }
table-no-section = — нет такого раздела, здесь есть: { $known }
table-section-missing = нет ни одной записи `[[{ $section }]]`
table-section-no-list = `{ $section }` — не список записей: каждая запись начинается с `[[{ $section }]]`
table-entry-begins = запись раздела `{ $section }` начинается с `[[{ $section }]]`
table-key-unknown = неизвестный ключ `{ $key }`; здесь известны: { $known }
table-key-missing = в записи `[[{ $section }]]` нет ключа `{ $key }`
table-to-hint = если последний день неизвестен, пишут `to = "open"`
table-key-empty = ключ `{ $key }` пуст
table-payments-empty = в записи `[[{ $section }]]` список `payments` пуст
table-no-code = — не код: в коде только строчные латинские буквы, цифры и дефисы
table-no-payment = — нет такого платежа, есть `ipn`, `opv`, `opvr`, `so`, `vosms`
table-no-day = — не день вида ГГГГ-ММ-ДД
table-not-text = под ключом `{ $key }` стоит { $kind }: запишите значение текстом, в кавычках
table-not-list = под ключом `{ $key }` стоит { $kind }: запишите список текстов
table-not-multiple = под ключом `{ $key }` стоит { $kind }: запишите `{"{"} times = "…", of = "…" {"}"}` или `"none"`
table-not-part = под ключом `{ $key }` стоит { $kind }: запишите `{"{"} { $form } {"}"}`
table-unknown = такой таблицы закона нет, есть: { $known }
table-stands-twice = эта таблица дана дважды
table-missing = этой таблицы недостаёт
text-too-long = он длиннее 1 МиБ
text-no-file = это не обычный файл
text-no-utf-8 = текст не в кодировке UTF-8
kind-text = текст
kind-integer = целое число без кавычек
kind-float = дробное число без кавычек
kind-boolean = логическое значение
kind-date = дата без кавычек
kind-list = список
kind-table = вложенная таблица
number-not-exact = — не точное число: запишите число больше нуля, в котором до точки не более { $whole } цифр, а после неё не более { $decimals }
number-wrong = — не число от 1 до 999
knp-twice = — и { $what }, и { $other }: у двух платежей один код
knp-wrong = — не КНП: запишите три цифры
month-day-wrong = — не день месяца от 1 до 28

dated-overlap = { $what }: запись, действующая с { $from }, пересекается с записью в строке { $line }, которая действует { $days }
dated-gap = пробел: { $what } — нет значения с { $first } по { $last }
dated-gap-hint = добавьте значение или, если в разделе пробелы допустимы, назовите его в `gaps = [...]` в начале файла
dated-begins-inside = { $what }: начало { $day }, посреди месяца
dated-ends-inside = { $what }: конец { $day }, посреди месяца
dated-ends-before = — раньше первого дня, { $from }
dated-age = возраст
dated-born = день рождения
dated-filing = срок подачи уведомления
dated-days-off = дни отдыха
dated-counting = исчисление сроков
dated-over-limit = на чём основано правило `{ $policy }` для дохода сверх предела
dated-income = на чём основано правило `{ $reading }` для дохода
dated-deciding-day = решающий день
dated-exemption = освобождение категории `{ $category }` от `{ $payment }`
dated-other-reading = иное прочтение освобождения категории `{ $category }` от `{ $payment }`
dated-not-named = категория `{ $category }`, которую норма о `{ $payment }` не называет
dated-indicator = показатель `{ $code }`
dated-regime = режим `{ $regime }`
dated-default-regime = режим по умолчанию
dated-rate = ставка `{ $payment }` для режима `{ $regime }`
dated-cap = предел базы `{ $payment }` для режима `{ $regime }`
dated-floor = отсутствие минимального размера базы `{ $payment }` для режима `{ $regime }`
dated-limit = предел дохода режима `{ $regime }`
dated-rounding-unit = единица округления `{ $payment }`
dated-rounding-mode = способ округления `{ $payment }`
dated-account = счёт для `{ $payment }`
dated-penalty-code = КНП пени по `{ $payment }`
dated-month-day = день `{ $code }`
dated-term = срок `{ $code }`
dated-edition = редакция Правил
dated-letter = буква КНП { $knp }
dated-layout = формат файла
dated-base-rate = базовая ставка
dated-multiple = кратность базовой ставки для `{ $payment }`
dated-year = число дней в году
dated-penalty-rounding = округление пени
dated-batch = число лиц в заявлении по `{ $payment }`
dated-reason = причина `{ $code }`
dated-flag = пометка `{ $code }`
dated-recipient-code = КНП для `{ $payment }`
dated-recipient = получатель `{ $payment }`
dated-deadline = срок уплаты `{ $payment }` для режима `{ $regime }`

no-rates = на { $day } нет ставок: в `{ $file }` на этот день нет { $what }; дни со ставками: { $covered }
own-tables = запишите тексты из `Law::tables` в каталог, добавьте там в { $file } то, чего не хватает, и загрузите каталог с помощью `Law::load`
no-rates-hint =
    { $caller ->
       *[command-line] выпишите таблицы командой `ustap rates export КАТАЛОГ`, добавьте значение в КАТАЛОГ/{ $file } и запустите с `--rates КАТАЛОГ`
        [rust] { own-tables }
        [python] выпишите таблицы командой `ustap rates export КАТАЛОГ` программы командной строки, добавьте значение в КАТАЛОГ/{ $file } и передайте `rates=КАТАЛОГ`
        [c] выпишите таблицы командой `ustap rates export КАТАЛОГ` программы командной строки, добавьте значение в КАТАЛОГ/{ $file } и передайте КАТАЛОГ функции `ustap_law_open`
    }
missing-any = ставки
missing-default-regime = режима по умолчанию
missing-rate = ставки `{ $payment }` для режима `{ $regime }`
missing-cap = предела базы `{ $payment }` для режима `{ $regime }`
missing-rounding = округления `{ $payment }`
missing-limit = предела дохода режима `{ $regime }`
missing-indicator = показателя `{ $code }`
no-base-rate = на { $day } нет базовой ставки Национального Банка; в `{ $file }` есть: { $known }
no-base-rate-hint =
    { $caller ->
       *[command-line] выпишите таблицы командой `ustap rates export КАТАЛОГ` (свои, из `--rates`, скопируйте), добавьте ставку в `[[base_rate]]` в КАТАЛОГ/{ $file } и запустите с `--rates КАТАЛОГ`
        [rust] { own-tables }
    }
rates-endless = дни со ставками, с { $first } по { $last }, занимают больше 100 лет

act-no-kind = — нет такого вида, есть `act` (акт) и `publication` (публикация)
act-no-address = — не адрес: адрес начинается с `https://` или `http://`
act-title-unknown = стоит вместо названия: русское название должно быть известно
cite-no-act = `cite` не называет ни одного акта
cite-not-place = под ключом `cite` стоит { $kind }: запишите `{"{"} act = "…", article = "…", … {"}"}` или список таких мест
cite-place-not-place = на месте ссылки в `cite` стоит { $kind }: запишите `{"{"} act = "…", article = "…", … {"}"}` или список таких мест
cite-act-unknown = — такого акта нет в `acts.toml`
cite-publication = — публикация: у неё нет статей, пунктов и приложений
cite-no-point = подпункт или часть без своего пункта (`point`)
cite-no-annex = — не место в акте: запишите `rules` (правила) или номер
cite-no-number = — не место в акте: запишите номера, например 2, 102-1 или 3–4
cite-no-basis = — нет такого основания, есть `quoted`, `secondary`, `inferred`, `unverified`

what-regime = режим
what-category = категория освобождения
regime-reserved = — код занят: так обозначается доход сверх предела
regime-too-many = — лишний режим: их может быть не больше { $most }
regime-no-policy = — нет такого правила для дохода сверх предела, есть `cap` и `stop`
income-no-reading = — нет такого правила для дохода, есть `received`, `gross` и `corrected`
floor-not-none = — не `none`: базы с минимальным размером программа не считает
regime-no-scope = — нет такой области, есть `withheld` (удерживается здесь) и `out-of-scope` (здесь не исчисляется)
regime-unknown = — такого режима нет в `regimes.toml`
regime-out-of-scope = по режиму `{ $regime }` здесь ничего не исчисляется: записи `[[{ $section }]]` у него не бывает
regime-without-days = у режима `{ $regime }` нет записи `[[in_force]]`
regime-begins-again = режим `{ $regime }` начинается снова в том же месяце, в котором он закончился
regime-default-not-in-force = режим `{ $regime }` действует не во все дни { $days }
rate-not-exact = — не точная ставка: запишите долю от 0 до 1, в которой после точки не более девяти цифр, или `"none"`
limit-missing = у режима `{ $regime }` нет записи `[[limit]]`; если предела дохода нет, запишите `"none"`
rate-missing = у режима `{ $regime }` нет записи `[[rate]]` для `{ $payment }`; если такого платежа в режиме нет, запишите `"none"`
cap-missing = у режима `{ $regime }` нет записи `[[cap]]` для `{ $payment }`; если предела базы нет, запишите `"none"`
cap-without-rate = { $cap }: для него нет ставки, такого платежа в режиме нет
category-too-many = — лишняя категория: их может быть не больше { $most }
category-unknown = — нет такой категории
indicator-without-name = — у показателя нет записи `[[name]]`
indicator-without-end = у показателя `{ $code }` должен быть последний день
indicator-unknown = — нет такого показателя
indicator-product = { $times } × { $amount } (`{ $code }` на { $day }): произведение { $reason }
indicator-product-not-exact = не выражается целым числом тиынов
rounding-unit-too-large = — не единица округления: она слишком велика
rounding-no-mode = — нет такого способа округления, есть `half-up` (половина — в большую сторону), `up` (в большую сторону) и `down` (в меньшую сторону)
advice-no-category = — такой категории нет в `exemptions.toml`
advice-no-sex = — пол так не указывают: есть `man` (мужчина) и `woman` (женщина)

days-off-outside = — не входит в дни своей записи
days-off-weekend = — суббота или воскресенье: это и так день отдыха
days-off-no-weekend = — не суббота и не воскресенье
days-off-term = срок в { $days } раб. дн. после { $day }
days-off-last-before = последний рабочий день перед { $day }
days-off-left = { $what } выходит за пределы `{ $file }`: там есть дни { $known }
days-off-left-hint =
    { $caller ->
       *[command-line] выпишите таблицы командой `ustap rates export КАТАЛОГ` (свои, из `--rates`, скопируйте), добавьте год в КАТАЛОГ/{ $file } и запустите с `--rates КАТАЛОГ`
        [rust] { own-tables }
        [python] выпишите таблицы командой `ustap rates export КАТАЛОГ` программы командной строки (свои скопируйте), добавьте год в КАТАЛОГ/{ $file } и передайте `rates=КАТАЛОГ`
        [c] выпишите таблицы командой `ustap rates export КАТАЛОГ` программы командной строки (свои скопируйте), добавьте год в КАТАЛОГ/{ $file } и передайте КАТАЛОГ функции `ustap_law_open`
    }

account-not-digits = — не { $count } цифр и не `"none"`
account-no-fund = — не код фонда: запишите его строчными латинскими буквами или `"none"`
account-no-iban = — не номер счёта: в нём не 20 знаков, начиная с `KZ`, или не сходятся контрольные цифры (по модулю 97); если счёта нет, запишите `"none"`
account-no-bik = — не БИК: запишите 8 или 11 заглавных латинских букв и цифр или `"none"`
account-no-status = — нет такого состояния, есть `established` (установлено) и `assumed` (предположено)
month-code-unknown = здесь неизвестно, есть: { $known }
mt102-no-capital = — не одна заглавная латинская буква
mt102-no-period = — не место месяца, есть `rows` (в строках) и `header` (в заголовке)
mt102-no-line = — не одна строка текста
mt102-no-birth-date = — ни `required` (обязательна), ни `optional` (необязательна)
mt102-no-line-end = — не конец строки, есть `crlf` и `lf`
base-rate-wrong = — не ставка: запишите десятичную дробь от 0 до 1, например `"0.18"`
year-days-wrong = — не число от 360 до 366
recipient-no-bin = — не БИН и не `"none"`
recipient-missing = за { $month } нет записи `[[recipient]]` для `{ $payment }`
deadline-missing = за { $month } нет записи `[[deadline]]` для `{ $payment }` по режиму `{ $regime }`


### Пакеты и память

facts-too-many = изменений категорий и режимов больше 4294967295
earlier-no-state = это не состояние более раннего расчёта
earlier-no-state-hint = каталог расчёта — это запись, его не правят: выполните расчёт заново с --keep
cannot-be-read = не читается
not-found-quotes-hint = кавычки по краям приняты за часть имени: уберите их
service-file-hint = это служебный файл, который табличный редактор или система держит рядом с другим, строк в нём нет: дайте тот файл
not-found-hint = проверьте имя и каталог; имя с пробелами берут в кавычки
memory-too-small = пакет не помещается в отведённую ему память
memory-too-small-hint = отведите больше памяти или включите возможность `spill`, которая пишет временные файлы
spill-failed = временный файл в { $dir }: { $cause } (записано байтов: { $written })
spill-failed-hint =
    { $caller ->
        [command-line] освободите там место или отведите больше памяти с помощью --memory
        [rust] назовите с помощью `Batch::spill_to` существующий каталог, где есть место, или отведите больше памяти с помощью `Batch::memory`
       *[other] укажите в `spill_dir` существующий каталог, где есть место, или отведите больше памяти в `memory`
    }
temporary-directory-hint =
    { $caller ->
        [command-line] назовите в TMPDIR каталог, который есть и в котором хватит места
       *[other] { spill-failed-hint }
    }
file-too-large-hint = файл такого размера там невозможен: поднимите предел (`ulimit -f`) или возьмите другую файловую систему
operation-without-regime = операция без режима не была отклонена
row-nowhere = источник дал строку без места: строки нумеруются с 1, и номер меньше 2⁴⁴, файлы — с 0, и номер меньше 2²⁰
row-same-place = источник дал две строки на одном месте: строка { $line } файла { $file }
source-miscounted = источник говорит, что в порции { $told } строк, а отдал или отклонил { $rows }
person-month-error = лицо { $person }, месяц { $month }: { $error }
person-month-regime-changes = режим лиц, которых нет в списке, меняется внутри месяца { $period }
person-month-regime-changes-hint = назовите режим
person-month-out-of-scope = по режиму { $regime } за { $period } здесь ничего не исчисляется
person-month-other-day = день { $day } не входит в месяц { $period }
person-month-not-in-force = режим { $regime } не действует { $day }
person-month-income-beyond = { $income } тенге больше 999999999999.99 по модулю
person-month-no-state = это не состояние месяца одного лица
person-month-no-state-hint = передайте целиком то, что дал `state` месяца
person-month-state-version = состояние имеет версию { $version }, а эта программа читает { $known }
person-month-no-regime = в этих таблицах закона нет режима { $regime }
person-month-no-category = в этих таблицах закона нет категории { $category }
incomes-too-large = сумма доходов больше 92233720368547758.07 тенге


### Выходные файлы и каталоги

appeared-meanwhile = он появился, пока шла работа
directory-above-hint = каталог, в котором он создаётся, должен уже быть
directory-unopenable = не удалось открыть
directory-unopenable-hint = то, что появляется в каталоге, записывается на диск вместе с ним: для этого нужно право и на его чтение
exists-already = уже есть
exists-already-hint = назовите каталог, которого ещё нет
exists-already-force-hint = назовите каталог, которого ещё нет; --force заменяет каталог, записанный этой программой
longer-than = в нём больше { $most } МиБ
name-leads-out = `{ $name }` выводит за пределы каталога
no-directory-name = не годится как имя нового каталога
temporary-name = такое имя — у временных каталогов, которые следующие расчёты удаляют
temporary-name-hint = назовите иначе: без точки в начале и без `.ustap~` с числом в конце
no-exchange-hint = эта файловая система не умеет обменивать каталоги: удалите прежний и запустите без --force
link-to-directory = по ссылке на каталог программа не переходит
no-regular-directory = это не обычный каталог
no-regular-file = это не обычный файл
not-replaced-foreign = не заменён: `{ $name }` в нём не назван в его квитанции
not-replaced-without-receipt = не заменён: в нём нет `receipt.json`, а `{ $name }` есть
not-replaced-foreign-hint = --force заменяет только то, что записала эта программа, и без посторонних файлов: назовите другой каталог
not-replaced-link = не заменён: на нём построен расчёт { $run }
not-replaced-used = не заменён: команда читает { $path }, и он пропал бы
not-replaced-used-hint = назовите для --out другой каталог
page = Стр.
record-no-csv = запись не годится для CSV: { $reason }
replaced-old-stays = { $dir } заменён, но прежний, теперь { $old }, остался: { $reason }
size-differs = байтов в нём { $there }, а по квитанции { $expected }
table-without-file = завершалась таблица без файла
temporary-stays = временный каталог { $dir } остался: { $reason }
target-is-link = это символическая ссылка, а --force заменяет только каталоги
target-is-link-hint = назовите каталог, на который она указывает
target-no-directory = это не каталог, а --force заменяет только каталоги
temporary-names-taken = другие запуски занимают или удаляют все временные имена
unreadable-because = не удалось прочитать: { $reason }
unwritable = не удалось записать
unwritable-space-hint = ничего не записано; освободите место и запустите снова
workbook-inexact = { $value } не помещается в ячейку книги без потери точности
workbook-inexact-hint = где есть `--format`, `csv` запишет как есть; где есть `--xlsx`, уберите этот параметр
workbook-text-beyond = текст из { $units } знаков не помещается в ячейку книги: в ней их не больше { $most }
workbook-no-reason = причина не названа
workbook-too-large = больше 4 ГиБ, а такую книгу программы не открывают
workbook-unwritable = книгу не удалось записать: { $reason }
workbook-clock = часы этого компьютера показывают время до 1970 года
workbook-clock-hint = переведите часы
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
list-title = Список к сводному платёжному поручению
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
purpose-vosms = ВОСМС
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
rates-beside = ставок при суммах
rates-beside-no-row = это не строка таких ставок, или она стоит не на своём месте
file-not-in-receipt = в квитанции его нет
digest-differs = в { $file } — не контрольная сумма этой квитанции
digest-form = { $file } — не та строка, что была записана, хотя контрольная сумма в ней — этой квитанции
digest-none = { $file } — пустой файл
file-not-of-digest = не прошёл проверку: его контрольная сумма не та, что в квитанции
index-none = { $file } — не указатель состояния
index-none-because = { $file } — не указатель состояния: { $reason }
index-unwritable = { $file }: не удалось записать: { $reason }
lines-no-row = это не строка lines.csv
lines-of-row = строки lines.csv за { $period } по { $iin }, `{ $regime }`, не складываются в строку реестра
other-header = заголовок другой
receipt-none = это не квитанция: { $reason }
receipt-not-of-calculate = это квитанция не от `calculate`
receipt-not-of-digest = не прошла проверку: { $why }
receipt-of-another-command = это каталог другой команды: назовите тот, который записала `ustap calculate`
receipt-key-unknown = неизвестный ключ `{ $key }` (строка { $line }, позиция { $column })
receipt-key-missing = нет ключа `{ $key }` (строка { $line }, позиция { $column })
receipt-key-twice = ключ `{ $key }` стоит дважды (строка { $line }, позиция { $column })
receipt-without-keys = список стоит там, где у значений есть ключи
receipt-no-digest = `{ $text }` — не контрольная сумма из 64 шестнадцатеричных цифр
receipt-of-no-command = нет команды `{ $command }`
receipt-of-other-program = это квитанция программы `{ $program }`
receipt-output-twice = { $name } стоит в ней дважды
receipt-too-long = в квитанции было бы больше { $most } МиБ: файлов или столбцов, которые не читаются, слишком много
receipt-too-long-hint = объедините входные файлы или выполните несколько расчётов
receipt-unwritable = квитанцию не удалось записать: { $reason }
receipt-without-output = в ней нет файла `{ $name }`
receipt-output-missing = в квитанции нет { $name }, хотя её параметры этого файла требуют
receipt-output-not-asked = в квитанции есть { $name }, хотя её параметры этого файла не требуют
list-file-not-in-receipt = в `{ $column }` стоит `{ $file }`, а такого файла в квитанции нет
list-file-twice = в `{ $column }` дважды стоит `{ $file }`
record-hint = каталог расчёта — это запись, её не правят: выполните расчёт заново
lists-record-hint = каталог списков — это запись, её не правят: запишите его заново с помощью `ustap lists`
record-version-hint = её записала версия { $version } программы, и в ней есть то, чего эта версия не знает: продолжайте той версией или рассчитайте заново
record-no-row = это не строка { $what }
register-no-row = это не строка реестра
register-out-of-order = стоит не на своём месте: реестр упорядочен по месяцам, лицам и режимам, и каждая строка стоит в нём один раз
register-tables-hint = возьмите таблицы этого расчёта: --rates КАТАЛОГ
register-unknown-regime = режима `{ $regime }` нет в таблицах
remittance-tables-hint = возьмите таблицы тех расчётов, из которых он получен: --rates КАТАЛОГ
account-unknown = в settlement/accounts.toml нет [[account]] для `{ $payment }` на { $day }
account-unknown-hint = выпишите таблицы командой `ustap rates export КАТАЛОГ` (свои, из `--rates`, скопируйте), добавьте счёт в КАТАЛОГ/settlement/accounts.toml и запустите с `--rates КАТАЛОГ`
remittance-unknown = в recipients.toml нет КНП для `{ $payment }` за { $period }
state-damaged-by-size = состояние повреждено: файл в нём короче или длиннее, чем сказано в { $file }
state-damaged-hint = каталог расчёта — это запись, её не правят: выполните расчёт заново с --keep
state-missing = в нём нет состояния, которое мог бы продолжить следующий расчёт
state-missing-hint = выполните прежний расчёт с `calculate --keep`
state-not-register = здесь не те месяцы, что в register.csv рядом
state-of-other-format = состояние в нём формата { $format }, а эта программа читает { $ours }
state-of-other-format-hint = возьмите программу, которая его записала, или рассчитайте весь месяц заново с --keep
state-of-other-rates-code = опирается на другие ставки: в таблицах нет `{ $code }`
state-of-other-rates-hint = возьмите таблицы прежнего расчёта: --rates КАТАЛОГ; смена ставок — это корректировка: `ustap correct`
state-of-other-rates-month = опирается на другие ставки: за { $month } они с тех пор изменились
state-of-stop = выполнен не с --over-limit cap
state-too-many-regimes = в таблицах больше { $most } режимов, столько в сохраняемом состоянии не помещается
sums-differ = не сходится: { $what } ({ $one } и { $other })
sums-lines-income = доходы в lines.csv и в реестре
sums-file-receipt = `{ $what }` в { $file } и в квитанции
sums-file-itself = `{ $what }` в { $file } и то, из чего оно складывается
sums-list-order = `{ $what }` в { $file } и в его поручении в lists.csv
sums-lines-operations = операции в lines.csv и принятые операции
sums-lines-payment = `{ $payment }` в lines.csv и в реестре
sums-lines-withheld = удержано по lines.csv и по реестру
sums-operations-read = прочитанные операции и сумма принятых и отклонённых
sums-payout = к выплате по строке и её доход за вычетом удержанного
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
penalty-rule-missing = правило пени по `{ $payment }` на { $day } неизвестно: в base_rates.toml для него нет [[{ $section }]]
penalty-rule-missing-hint =
    { $caller ->
       *[command-line] когда норма найдена, добавьте её в свои таблицы: `ustap rates export КАТАЛОГ` записывает встроенные, `--rates КАТАЛОГ` берёт свои
        [rust] { own-tables }
    }
penalty-without-payment = в режиме `{ $regime }` нет платежа `{ $payment }` за { $period }
rules-point = п. { $point }
rules-provision = Приказ № 392, Правила, { $place }
rules-provision-two = Приказ № 392, Правила, { $first }, { $second }
rules-part = п. { $point }, ч. { $part }
theirs-too-many = у другой стороны больше { $most } строк


### Команды

call-not-utf8 = { $name }: текст не в UTF-8
call-null = { $name }: нулевой указатель
call-size = options.size равно { $given }, а библиотека знает { $expected }: заголовочный файл и библиотека разных версий
call-unknown = { $name }: число { $number } ничего не означает
embedded-columns-hint =
    { $caller ->
        [c] назовите столбец иначе в схеме, а лишний столбец уберите из таблицы
       *[other] `columns` даёт столбцу другое имя; лишний столбец уберите из таблицы
    }
embedded-after-columns-hint = передайте таблицу `distribution` прежнего результата как есть или уберите из неё лишнее
embedded-after-no-row = строка { $number } в `after` — не строка распределения
embedded-after-no-row-hint = дайте таблицу `distribution` прежнего результата

template-readme-file = ЧИТАЙТЕ.txt
template-readme = Файлы для начала: из них ustap исчисляет, что удержать из дохода исполнителей интернет-платформы.
template-readme-start = Замените строки примера своими. Все лица в них вымышлены. Обязателен только operations.csv.
template-required = обязательно
template-optional = можно не заполнять
template-operations = выплаты исполнителям, по строке на каждую операцию.
template-exemptions = кто от каких платежей освобождён, по строке на каждую категорию лица. Если таких нет, файл не нужен.
template-contractors = имена для сведений и платёжных списков и режимы тех, у кого режим другой.
template-about-payer = сведения об операторе для сведений о доходах и платёжных списков. Откройте его в «Блокноте».
template-operation-id = номер операции в вашей учётной системе, не длиннее 64 байт. Повторяться он не может.
template-iin = ИИН исполнителя, 12 цифр.
template-settled-on = день расчёта с исполнителем.
template-income = доход в тенге. Ниже нуля, если исполнитель вернул доход.
template-corrects-on = если строка исправляет или возвращает прежний доход: день того дохода.
template-category = код из списка ниже.
template-valid-from = первый день категории. Пусто: с самого начала.
template-valid-to = последний день, включительно. Пусто: бессрочно.
template-known-on = день, когда вы об этом узнали.
template-source-id = ваша пометка, откуда это известно.
template-surname = фамилия, как в удостоверении личности.
template-given-name = имя, как в удостоверении личности.
template-patronymic = отчество, если есть.
template-birth-date = день рождения; в списках нужен, только если его просит банк; по нему видно, чей возраст освобождает.
template-name = наименование предпринимателя или организации; в сведениях о доходах оно стоит вместо фамилии и имени.
template-regime = код из списка ниже. Пусто: строка только называет лицо.
template-regime-from = первый день режима. Пусто: с самого начала.
template-regime-to = последний день, включительно. Пусто: бессрочно.
template-days = Дни: 31.08.2026 или 2026-08-31.
template-money = Суммы: 150000,00 или 150 000.00; после запятой не больше двух знаков.
template-iins = ИИН: задайте столбцу текстовый формат до вставки, иначе Excel отбросит нули в начале и запишет 9,00101E+11 (потерянные нули вернёт --restore-zeros).
template-save = Сохраняйте как «CSV UTF-8» или как книгу Excel (.xlsx); книгу назовите в команде вместо файла CSV. Обычному CSV из Excel нужен параметр --encoding windows-1251, а при казахских буквах --encoding kz-1048 (в statement и lists — --contractors-encoding).
template-headings = Столбцы могут стоять в любом порядке, лишние не читаются. Заголовки не переименовывайте.
template-categories = Категории освобождения, по коду:
template-regimes = Режимы, по коду (кто не указан, тот на режиме, действующем в день дохода):
template-outside = С иностранца и с того, чей вид деятельности не из перечня, по Приказу № 392 ничего не удерживается, но его доход указывается в сведениях о доходах. Без строки здесь программа рассчитает его по режиму по умолчанию. Оставьте его вне операций и впишите его строку в сведения сами или дайте ему режим, с которого ничего не удерживается, в собственных таблицах ставок (--rates).
template-commands = Что набрать, находясь в этом каталоге:
template-do-calculate = 1. Исчислить удержания. Реестры появятся в каталоге run:
template-do-explain = 2. Посмотреть, как получились суммы одного лица:
template-do-statement = 3. Составить сведения о доходах для КГД, их передают не позднее 5-го числа следующего месяца:
template-do-report = 4. Сделать страницу, которую можно посмотреть в браузере:
template-statuses = Код завершения 0: всё сделано. 1: сделано, но есть что посмотреть. 2: ничего не записано.
template-later = Когда придут суммы КГД: `ustap help reconcile --lang ru`, `ustap help lists --lang ru`, `ustap help distribute --lang ru`.
template-payer = Оператор — для `--payer payer.toml` команд `ustap statement` и `ustap lists`. Всё это текст, в кавычках.
template-payer-fields = Команда требует только те поля, которые использует.
template-payer-entity = У юридического лица — БИН и руководитель. У предпринимателя вместо них, и без руководителя, собственный номер:
template-payer-orders = Дальше — только для платёжных поручений. Счёт оператора и БИК его банка.
template-payer-next-order = Номер следующего платёжного поручения; каждый список берёт один.
advice-born = { $category }: дата рождения { $born }
advice-exceeded = { $near }, предел превышен { $day } операцией { $operation }
advice-file = { $exceeded }, зарегистрироваться предпринимателем: если предел превышается сделкой — до получения дохода по ней, иначе не позднее { $day }
advice-file-unknown = { $exceeded }, зарегистрироваться предпринимателем: если предел превышается сделкой — до получения дохода по ней, иначе — до какого дня, неизвестно: { $reason }
advice-limit = доход { $income } при пределе { $limit }
advice-no-longer = { $exceeded }, сейчас уже нет
advice-of-age = { $category }: дата рождения { $born }, нужного возраста с { $day }
advice-of-age-woman = { $age }, если это женщина
advice-other-reading = { $category }: с дохода, полученного в дни категории, { $payment } здесь удерживается, а по другому прочтению — нет
advice-returned = { $regime }: { $income }, к возврату ничего нет
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
check-idn = в /IDN/ неверен контрольный разряд
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
closed-in-after = { $month } в расчёте ПОСЛЕ закрыт, и в нём ничего за этот месяц нет: всё вышло бы к возврату
closed-in-before = { $month } в расчёте ДО закрыт, и в нём ничего за этот месяц нет: всё вышло бы к доплате
left-out-of-after = к сведению: { $months } нет в расчёте ПОСЛЕ, он за один { $period }: всё вышло бы к возврату
left-out-of-before = к сведению: { $months } нет в расчёте ДО, он за один { $period }: всё вышло бы к доплате
left-out-of-run-hint = сравните с { $periods } или назовите расчёты за все месяцы
left-out-of-runs-hint = это расчёты за разные месяцы: назовите два расчёта за один и тот же месяц или рассчитайте заново без --period, с файлами всех месяцев
correction-left-out = есть только в одном из двух расчётов, ведь другой сделан с --period за другой месяц: { $months }; за это по корректировке нельзя ни платить, ни просить возврата
correction-left-out-hint = сравните два расчёта, в которых эти месяцы есть, или назовите другие месяцы корректировки: --period
closed-in-register = в реестре есть { $month }, а он закрыт
closed-in-run-hint = назовите последний расчёт, в котором этот месяц ещё был, или параметром --period месяцы, открытые в обоих
closed-less = в прежнем расчёте закрыто: { $before }, а в этом: { $now }
closed-nothing = ничего
closed-operations = операции открытых месяцев прежнего расчёта и те, что продолжены
closed-state-differs = в состоянии закрыто: { $state }, а в квитанции: { $receipt }
state-operations-differ = операций в состоянии — { $state }, а по квитанции — { $receipt }
earlier-operations-differ = операций в прежнем расчёте — { $before }, а квитанция опирается на { $receipt }
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
facts-need-memory-hint =
    { $caller ->
        [command-line] запустите с --memory { $mebibytes }MiB или больше
       *[other] задайте в `memory` столько памяти, в байтах, или не задавайте её вовсе
    }
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
mt102-in-end = конец файла
mt102-in-header = заголовок
mt102-in-encoding-utf-8-hint = байты похожи на { $encoding }: попробуйте { $option } { $encoding }; если другие файлы в иной кодировке, сохраните этот в utf-8 с меткой порядка байтов (BOM)
mt102-in-hint = он начинается как файл МТ-102: подайте его таким, каким его принимает банк
mt102-in-line = строка { $line }
mt102-in-line-too-long = строка длиннее 1 МиБ
mt102-in-no-knp = в нём нет /KNP/ перед строками
mt102-in-no-person = в нём никого нет: блок кончается раньше первого :21:
mt102-in-not-tenge = сумма в :32A: не в KZT
mt102-in-not-text = это не текст в { $encoding }
mt102-in-not-whole = не целый: кончается без :32A: или без -{"}"}
mt102-in-row = { $iin }, строка списка { $row }
mt102-in-purpose-too-long = назначение длиннее 1 МиБ
mt102-in-twice = `{ $tag }` стоит дважды в строке списка, которая начинается на строке { $line }
mt102-in-twice-in-header = `{ $tag }` стоит в заголовке дважды
mt102-in-utf-16 = это файл МТ-102 в UTF-16
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
mt102-purpose-too-long = /ASSIGN/ `{ $text }` не помещается в свои строки
mt102-recipient-name = имя получателя `{ $name }`: { $rule }
mt102-refused = МТ-102 для `{ $payment }` не сделать: { $file }: { $what }
mt102-refused-hint = выпишите таблицы командой `ustap rates export КАТАЛОГ` (свои, из `--rates`, скопируйте), заполните запись в КАТАЛОГ/{ $file } по образцу банка и запустите с `--rates КАТАЛОГ`
no-calculation = это не каталог `ustap calculate`
nothing-in-common = у двух расчётов нет ни общих входных файлов, ни общих лиц за один месяц: это не две версии одного и того же
nothing-in-common-hint = назовите прежний и новый расчёт за одни и те же месяцы
no-month-in-common = к сведению: ни одного лица за один месяц нет в обоих расчётах, общий у них только входной файл: проверьте, две ли это версии одного и того же
number-bin = БИН
number-iin = ИИН
operations-lost = принято операций: { $accepted }, а учтено: { $counted }
reject-not-whole = отклонённая строка сохранена и не читается обратно
payer-account = `{ $field }`: `{ $value }` — не номер счёта: в нём не 20 знаков, начиная с `KZ`, или не сходятся контрольные цифры (mod 97)
payer-account-blanks = `{ $field }`: `{ $value }` — не номер счёта: запишите его 20 букв и цифр без пробелов
payer-account-letter = `{ $field }`: `{ $value }` — не номер счёта: нужны заглавные латинские буквы и цифры, а `{ $letter }` — буква другого алфавита, строчная или иной знак
payer-bik = `{ $field }`: `{ $value }` — не БИК: это 8 или 11 заглавных латинских букв и цифр
payer-chief-of-entrepreneur = `{ $field }` стоит рядом с `iin`: у индивидуального предпринимателя нет руководителя
payer-hint = `ustap template КАТАЛОГ` запишет payer.toml, который останется заполнить
payer-iin = `{ $field }`: `{ $value }` — не { $number }: в нём не 12 цифр или неверен контрольный разряд
payer-line = `{ $field }`: `{ $value }` — пусто или не одна строка текста
payer-invisible = `{ $field }`: в `{ $value }` стоит невидимый знак { $character }: наберите заново без него
payer-lost-letters = `{ $field }`: в `{ $value }` буквы потеряны, на их месте вопросительные знаки: наберите заново и сохраните в UTF-8
payer-missing = нет `{ $field }`
payer-next-order = `{ $field }`: `{ $value }` — не номер платёжного поручения от 1 до 999999999
payer-no-number = нет ни `bin`, ни `iin` индивидуального предпринимателя
payer-no-text = `{ $field }` — не текст: возьмите значение в кавычки
payer-no-toml = эта строка не читается: каждое поле стоит один раз, на своей строке, значение — между прямыми кавычками, внутри которых таких больше нет: name = "…" (разбор TOML: { $reason })
save-in-utf-8-hint = сохраните его в UTF-8
payer-two-numbers = `iin` стоит рядом с `bin`: оператор — индивидуальный предприниматель или юридическое лицо
payer-unknown-field = неизвестное поле `{ $field }`; здесь известны: { $known }
penalty-code-missing = в settlement/accounts.toml нет [[penalty]] для `{ $payment }` за { $period }
period-in-neither-run = --period: месяца { $month } нет ни в одном из расчётов
period-in-neither-run-hint = их месяцы: { $months }
period-not-in-run = --period: в указанном нет месяца { $month }
period-not-in-run-hint = его месяцы: { $months }
person-month-beyond = суммы лица за месяц больше { $most } тенге
person-month-out-of-range = суммы одного лица за месяц вместе выходят за допустимые пределы
recompute-no-calculation = пересчитать можно только каталог, который записала `ustap calculate`: уберите --recompute
recompute-rates-hint = повторите с `--rates КАТАЛОГ` — каталогом таблиц, по которым сделан расчёт; встроенные выпишет `ustap rates export КАТАЛОГ` версии { $version }, которой он сделан
recompute-inputs-hint = повторите с `--inputs КАТАЛОГ` — каталогом файлов, прочитанных в расчёте
recompute-chain-hint = повторите с `--chain КАТАЛОГ` — каталогом прежнего расчёта
recompute-no-operations = выполнить нельзя: в квитанции не названы операции
recompute-not-at-all = не получается вовсе
recompute-not-listed = получается, а в квитанции этого нет
recompute-other-bytes = выходит с другими байтами
recompute-other-month = выходит другой месяц
recompute-other-receipt = говорит о входных файлах или таблицах не то, что вышло при пересчёте
recompute-other-table = выполнить нельзя: у расчёта была другая таблица { $table }; укажите его таблицы параметром --rates КАТАЛОГ
recompute-other-totals = выходят другими
recompute-table-of-none = нельзя: в квитанции нет таблицы { $table }, по которой считает эта версия программы; это может версия, которая сделала расчёт
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
refunds-of-kgd-hint = уплаченное сверх исчисленной суммы или без неё возвращается само по пункту 15, части 3–4: что именно, скажет `ustap distribute`; возврат по заявлению — того, что принято по ответу
refunds-without-kgd = --due-by-kgd: в { $dir } нет сумм ЦС КГД
refunds-without-kgd-hint = сверьте и с `--kgd ФАЙЛ`
refunds-kind-by-kgd = --kind выбирает среди расхождений с реестром, а при --due-by-kgd всё принятое сравнивается с суммами ЦС КГД
refunds-kind-by-kgd-hint = уберите одно из двух
refunds-out-of-range = уплаченное сверх должного за одно лицо выходит за допустимые пределы
refunds-side-of-correction = --side, --kind и --due-by-kgd относятся к сверке, а { $dir } — корректировка
refunds-side-of-correction-hint = уберите их или назовите то, что записала `ustap reconcile`
register-not-its-receipt = реестр не сходится со своей квитанцией по `{ $payment }`
register-not-read = реестр не был прочитан
register-too-many-regimes = в нём больше 256 режимов
side-too-many-files = у одной стороны больше { $most } файлов
side-too-many-rows = у одной из сторон больше { $most } строк
texts-too-long = имена, коды ошибок и референсы в файлах занимают больше { $most } ГиБ
statement-not-conserved = за { $period } в сведения вошло и оставлено вне их { $stated }, а в реестре { $register }
too-many-files = файлов больше { $most }
verify-chain-hint = укажите параметром --chain, где лежит прежний расчёт
verify-closed = { $dir }закрытые месяцы
verify-earlier = прежний расчёт { $digest }…
verify-file-differs = контрольная сумма не та, что в квитанции
verify-input = { $dir }входной файл { $file }
verify-input-hint = укажите параметром --inputs, где его искать
verify-input-none = ни у одного файла в { $dir } нет такой контрольной суммы
verify-missing = нет
verify-no-link = не из тех расчётов, на которые этот опирается
verify-link-unread = опирается ли этот расчёт на него, неизвестно: квитанция расчёта между ними не читается
verify-no-run = в нём нет receipt.json, значит, это не каталог расчёта: назовите сами каталоги расчётов
verify-of-file = { $file }: { $why }
verify-previous = названо более ранних расчётов: { $named }, а должно быть { $needed }
verify-previous-other = предыдущим расчётом названо то, что расчётом не является
verify-recomputed = пересчитано
verify-recomputed-closed = пересчитано: закрытые месяцы
verify-recomputed-file = пересчитано: { $what }
verify-recomputed-totals = пересчитано: итоги
verify-state = { $dir }то, что сохранено для следующих расчётов
verify-sums = { $dir }суммы
verify-unlinked = неизвестно, опирается ли на него этот расчёт, пока один из прежних не указан


### Итоги

next = дальше: { $what }
next-nothing = больше делать нечего
next-rejects = посмотрите отклонённые строки в { $out }/rejects.csv, исправьте их и повторите
next-look-rejects = посмотрите отклонённые строки в { $out }/rejects.csv
note = примечание: { $what }
written = записано в { $dir }
receipt = квитанция { $digest }
rejected = отклонено
progress-working = идёт работа,
progress-seconds = { $seconds } с
progress-rows = { $rows } { $rows ->
    [one] строка
    [few] строки
   *[many] строк
}, { $speed } в секунду,
input-hidden-sheet = прочитан в { $file } лист `{ $sheet }`; лист `{ $hidden }` перед ним скрыт
input-hidden-rows = { $file }: { $rows } { $rows ->
    [one] строка скрыта на листе, но прочитана, как и остальные: строка
    [few] строки скрыты на листе, но прочитаны, как и остальные, первая — строка
   *[many] строк скрыто на листе, но они прочитаны, как и остальные, первая — строка
} { $line }; лишнее там нужно удалить
input-day-ids = { $file }: в { $rows } { $rows ->
    [one] строке
   *[other] строках
}, впервые в строке { $line }, вместо номера операции стоит дата: табличный редактор превращает в даты номера вроде `08-01`, и с номерами тех же выплат в других файлах они не совпадут; выгрузите столбец заново как текст: если сменить формат в этой книге, дата станет числом, а не номером
input-hidden-columns = прочитаны в { $file }, хотя скрыты на листе: { $columns }
sheet-hidden = { $sheet } (скрыт)
input-other-sheets = прочитан в { $file } только лист { $sheet }; не прочитаны: { $others } (лист называют так: `ФАЙЛ#ЛИСТ`)
input-not-read = не прочитано в { $file }: { $columns }
input-restored = восстановлены нули ИИН в { $file }: { $rows }
input-not-text-or-kazakh = не текст в { $file }:{ $line }: байты похожи на { $encoding }; попробуйте `{ $option } { $encoding }` или `kz-1048`, если есть казахские буквы
input-not-text = не текст в { $file }:{ $line }: байты похожи на { $encoding }; попробуйте `{ $option } { $encoding }`
input-ends-open = после последней строки { $file } нет конца строки: файл целый?
input-titled-thousands = { $file }: в строке { $line } над заголовком сказано `{ $unit }`, а суммы сосчитаны в тенге, как они стоят (150,5 — это 150.50 тенге); если это тысячи или миллионы, запишите их в тенге
input-thousands = { $file }: в { $rows } { $rows ->
    [one] строке
   *[other] строках
}, впервые в строке { $line }, у суммы три знака после запятой (150,000 прочитано как 150.00); если это тысячи, сумма в тысячу раз больше: выгружайте числа без разделителя тысяч
input-swallowed = { $file }: в кавычках { $rows } { $rows ->
    [one] строки
   *[other] строк
}, впервые в строке { $line }, стоит то, что похоже на отдельную строку, но как строка не читается: не пропущена ли там кавычка?
summary-operations-read = прочитано операций
summary-operations = { $count } { $count ->
    [one] операция
    [few] операции
   *[many] операций
}
summary-accepted = принято
summary-on-top-of = в дополнение к
summary-on-top-of-operations = { $count } { $count ->
    [one] операции
   *[many] операциям
}
summary-closed = закрыто
summary-closed-until = по { $month }
summary-exemptions-read = прочитано освобождений
summary-contractors-read = прочитано исполнителей
summary-months = месяцы
summary-persons = лиц
summary-income = доход
summary-withheld = удержано
summary-over-limit = месяцев сверх предела
summary-unnamed = нет среди исполнителей
summary-restored = восстановлены нули
note-shortened-ids = номера операций в { $rows } { $rows ->
    [one] строке
    [few] строках
   *[many] строках
}, первая — { $file }:{ $line }, похожи на числа, которые сократил табличный редактор; разные могли стать одинаковыми: выгрузите столбец как текст
note-thousands = у дохода в { $rows } { $rows ->
    [one] строке
    [few] строках
   *[many] строках
}, первая — { $file }:{ $line }, три знака после запятой или точки (150,000 считается как 150.00): если это тысячи, доход в тысячу раз больше; выгрузите числа без разделителя тысяч
note-closed-beyond = ни в прежнем расчёте, ни среди учтённых операций нет такого позднего месяца, как { $month }, а он теперь закрыт: всё, что придёт за него или за месяцы до него, будет отклонено. Если это описка, рассчитайте заново от прежнего расчёта
note-closing = закрытое здесь показывают в сведениях и уплачивают по { $run }: в сведения и списки этого расчёта оно не входит
note-no-exemptions = у прежнего расчёта был --exemptions, а у этого нет: с освобождённых по нему удерживается с нового дохода; учтённое остаётся как было учтено
note-no-contractors = у прежнего расчёта был --contractors, а у этого нет: новый доход всех, кого в нём не названо, — по режиму, который действует для тех, кого нет в списке; учтённое остаётся как было учтено
note-no-operations = не прочитано ни одной операции: под заголовком нет строк
note-no-known-on = `--known-on` ничего не меняет: ни одно освобождение не говорит, когда о нём стало известно (`known_on`)
note-regime-undecided = в одном из прежних месяцев превысили предел, имеют и более поздние операции, а в файле исполнителей их нет: { $persons } { $persons ->
    [one] лицо
    [few] лица
   *[many] лиц
}; какой у них режим с тех пор, скажет этот файл
note-late-facts = { $months ->
    [one] за { $months } месяц исполнителя
    [few] за { $months } месяца исполнителей
   *[many] за { $months } месяцев исполнителей
} прежние расчёты учли доход, который по --exemptions или --contractors теперь освобождён иначе или относится к другому режиму: он остаётся как был учтён. Рассчитайте месяц целиком, по всем его операциям, и `ustap correct` покажет, у кого и сколько
note-exempt-below-zero = в реестре в { $rows } { $rows ->
    [one] строке
   *[other] строках
} в освобождённые дни возвращено больше дохода, чем получено, и база больше дохода: он получен в другой день (`corrects_on`) или учтён до того, как стало известно об освобождении? Тогда рассчитайте месяц целиком и сравните `ustap correct`
note-several-regimes = у { $months } { $months ->
    [one] месяца исполнителя
   *[other] месяцев исполнителей
} в списке исполнителей два режима, по которым удерживают, и у каждого свои пределы и своё округление: режим выбирают на весь месяц, а в список с двумя ставками одного платежа лицо не войдёт; исправьте `regime_from` и `regime_to`
calculate-next-rejects = посмотрите отклонённые строки в { $run }/rejects.csv, исправьте их и рассчитайте снова
calculate-next-advise-exempt = `ustap advise { $run } --contractors ФАЙЛ --exemptions ФАЙЛ --out КАТАЛОГ` покажет, на что посмотреть до уплаты
calculate-next-advise = `ustap advise { $run } --contractors ФАЙЛ --out КАТАЛОГ` покажет, на что посмотреть до уплаты
by-day = не позднее { $day }
by-day-off = не позднее { $day }; это день отдыха, рабочий день перед ним — { $before }
by-statement = не позднее 5-го числа
by-payment = не позднее 25-го числа
calculate-next-statement = `ustap statement { $run } --contractors ФАЙЛ --payer ФАЙЛ --out КАТАЛОГ` запишет сведения о доходах для КГД, их передают { $by }
calculate-next-lists = `ustap lists { $run } --contractors ФАЙЛ --payer ФАЙЛ --payment all --format csv --out КАТАЛОГ` составит списки для уплаты { $by }
check-next-rejects = исправьте отклонённые строки; с `--out КАТАЛОГ` вместо `--check` все они будут в `КАТАЛОГ/rejects.csv`
check-next-look = посмотрите отклонённые строки; с `--out КАТАЛОГ` вместо `--check` все они будут в `КАТАЛОГ/rejects.csv`
check-next = `--out КАТАЛОГ` вместо `--check` запишет реестры
advise-next-look = посмотрите найденное в { $out }/advice.csv
advise-next = `ustap statement { $run } --contractors ФАЙЛ --payer ФАЙЛ --out КАТАЛОГ` запишет сведения о доходах для КГД, их передают { $by }
correct-rows = корректировок { $rows }, лиц { $persons }
correct-payment = { $persons } { $persons ->
    [one] лицо
    [few] лица
   *[many] лиц
}, к доплате { $pay }, к возврату { $back }
told-own-input = к сведению: { $file } — сам `{ $output }` из { $dir }, поэтому совпадёт, что бы ни исчислил КГД: в --kgd называют файл, полученный от КГД
told-unread-penalties = к сведению: в { $rows } { $rows ->
    [one] строке
   *[other] строках
} КГД пеня — не сумма и ни в один итог не вошла: { $places }
told-other-months = к сведению: { $rows } { $rows ->
    [one] строка ({ $side }) за другие месяцы, она не сравнивается
    [few] строки ({ $side }) за другие месяцы, они не сравниваются
   *[many] строк ({ $side }) за другие месяцы, они не сравниваются
}
correct-other-tables = { $after } сделан по другим таблицам ставок: укажите его таблицы параметром --rates и здесь, и в `ustap lists`, иначе в поручениях будет ставка из этих
correct-registers = сравнены два расчёта, а не то, что уплачено. Если платили по суммам ЦС КГД (`lists --kgd`), доплачивать и просить возврат по этой разнице рано: с новыми суммами КГД долг назовёт `ustap distribute --kgd ФАЙЛ --after РАСПРЕДЕЛЕНИЕ --out КАТАЛОГ`, а лишнее — `ustap reconcile --register ПОСЛЕ --answer ФАЙЛ --kgd ФАЙЛ --out КАТАЛОГ`
correct-next-pay = `ustap lists { $out } --contractors ФАЙЛ --payer ФАЙЛ --payment all --format csv --out КАТАЛОГ` составит списки на доплату
correct-next-return = `ustap refunds { $out } --reason КОД --out КАТАЛОГ` составит заявления на возврат
template-written = `operations.csv`, `exemptions.csv`, `contractors.csv` и `payer.toml` записаны в { $dir }
template-next-readme = прочтите { $file }: что такое каждый файл, столбец и код
template-next-rows = замените примеры своими строками
template-next = `ustap calculate { $dir }/operations.csv --exemptions { $dir }/exemptions.csv --contractors { $dir }/contractors.csv --out КАТАЛОГ`
rates-exported = встроенные таблицы записаны в { $dir }; применяйте их с --rates
rates-export-next = исправьте их, затем `ustap rates check --rates { $dir }`
verify-next-broken = неверное — не то, что было рассчитано: возьмите { $run } из копии или рассчитайте заново
verify-next-foreign = чего нет в квитанции { $run }, то не часть каталога: переместите это в другое место
verify-next-recompute = `ustap verify { $run } --inputs { $inputs } --recompute` рассчитает заново по входным файлам и сравнит до байта
verify-next-unlinked = укажите и недостающий прежний расчёт (--chain); если это и должен быть { $run }, то он — не то, что было рассчитано: возьмите его из копии или рассчитайте заново
verify-next-no-run = укажите каталог самого прежнего расчёта (--chain)
verify-next-version = квитанцию { $run } записала версия { $version } программы, и в ней есть то, чего эта версия не знает: проверяйте той версией
refunds-excess = уплачено излишне { $amount }
refunds-applications = { $applications } { $applications ->
    [one] заявление
    [few] заявления
   *[many] заявлений
}, { $persons } { $persons ->
    [one] лицо
    [few] лица
   *[many] лиц
}
refunds-left-out = не вошло: { $rows } { $rows ->
    [one] строка
    [few] строки
   *[many] строк
}, { $amount } (`left_out.csv`)
refunds-fitting = { $payment } возвращают по причинам: { $reasons }
refunds-no-fitting = { $payment } не возвращают ни по одной причине из таблиц
refunds-by-register = должное взято из реестра; где ЦС КГД исчислила больше, причитается её сумма: прежде чем просить возврат, сверьте и с `--kgd ФАЙЛ`
refunds-months-by-register = к сведению: в файлах КГД нет принятых строк за { $months }, поэтому должное за { $count ->
    [1] этот месяц
   *[other] эти месяцы
} взято из реестра; прежде чем просить возврат, сверьте и с файлом КГД за { $count ->
    [1] него
   *[other] них
}
refunds-by-explanation = к сведению: { $applications } { $applications ->
    [one] заявление опирается
    [few] заявления опираются
   *[many] заявлений опираются
} только на пояснение, что принятое за { $months } стоит не под тем месяцем: за { $count ->
    [1] этот месяц
   *[other] эти месяцы
} в реестре ничего нет. Прежде чем подписывать, сверьте ответ с расчётом, в котором { $count ->
    [1] он есть
   *[other] они есть
}, или с файлом КГД (`--kgd`)
refunds-not-asked = к сведению: сверх должного ещё { $amount } по платежам и месяцам, которых нет в --payment и --period
refunds-of-left-out = к сведению: принято { $amount } за { $months }, а в сверенном расчёте за { $count ->
    [1] этот месяц
   *[other] эти месяцы
} ничего нет: { $count ->
    [1] он там закрыт
   *[other] они там закрыты
} или расчёт был не за { $count ->
    [1] него
   *[other] них
}. К возврату из этого ничего не заявляется: сверьте с расчётом, в котором { $count ->
    [1] этот месяц
   *[other] эти месяцы
} есть
refunds-covered = не заявляется к возврату: { $amount } сверх реестра исчислила ЦС КГД, а распределённое сверяется с её суммами
refunds-above-computed = не заявляется к возврату: { $amount } принято сверх сумм ЦС КГД, но по реестру причитается: одно из двух неверно
refunds-next-by-kgd = если права ЦС КГД, `ustap refunds { $dir } --due-by-kgd --reason КОД --out КАТАЛОГ` составит заявления на возврат принятого сверх её сумм
refunds-next-unread = в сверке { $rows ->
    [one] не прочитана { $rows } строка, и сказанного в ней
    [few] не прочитаны { $rows } строки, и сказанного в них
   *[many] не прочитано { $rows } строк, и сказанного в них
} здесь нет: исправьте то, что названо в { $dir }/rejects.csv, и сверьте снова, прежде чем просить возврат
refunds-point-15 = на то, что возвращается по пункту 15 Правил, заявление не нужно: что это, покажет `ustap distribute`
refunds-returned = заявление не нужно: { $sums } { $sums ->
    [one] сумма уже возвращена, её надо
    [few] суммы уже возвращены, их надо
   *[many] сумм уже возвращены, их надо
} уплатить снова
refunds-flag = обратите внимание, { $payment }: { $flag }
refunds-next = подпишите заявления из { $out } и подайте их в Государственную корпорацию
break-kind-unknown = вида расхождения `{ $code }` нет
break-kind-unknown-hint = виды: { $codes }
statement-contractors = исполнителей
statement-income = доход
statement-left-out = не вошло
statement-unnamed = без имени
statement-conserved = { $month }: реестр { $register } = сведения { $statement } + не вошло { $rest }
statement-other-months = к сведению: { $rows } { $rows ->
    [one] строка реестра за другие месяцы, в сведения не входит
    [few] строки реестра за другие месяцы, в сведения не входят
   *[many] строк реестра за другие месяцы, в сведения не входят
}
statement-rejected-operations = { $rows } { $rows ->
    [one] операция, отклонённая в расчёте, не вошла
    [few] операции, отклонённые в расчёте, не вошли
   *[many] операций, отклонённых в расчёте, не вошли
} в сведения: { $codes } (`rejects.csv` расчёта)
statement-builds-upon = к сведению: отклонённое в расчётах, которые продолжает этот, — в их собственных `rejects.csv`
statement-unnamed-rows = { $rows } { $rows ->
    [one] строка
    [few] строки
   *[many] строк
} исполнителей с неполным именем всё же в сведениях: `unnamed.csv`
contractors-doubts = { $count } { $count ->
    [one] сомнение
    [few] сомнения
   *[many] сомнений
} в именах и датах рождения: `doubts.csv`
contractors-rejected = { $rows } { $rows ->
    [one] строка исполнителей отклонена
    [few] строки исполнителей отклонены
   *[many] строк исполнителей отклонено
}: `rejects.csv`
statement-standing = КГД исчисляет по этим доходам; удержанное в расчёте — прогноз его сумм и их проверка: `ustap reconcile --kgd`
statement-next-state = передайте в КГД сведения о доходах за { $month } через специальное мобильное приложение{ $by }{ $points }
statement-by = { " " }{ $by }
statement-next = когда придут суммы КГД, `ustap lists { $run } --kgd ФАЙЛ --contractors ФАЙЛ --payer ФАЙЛ --payment all --format csv --out КАТАЛОГ` составит списки для уплаты { $by }
lists-knp = КНП
lists-rate = ставка
lists-listed = в списке
lists-unlisted = вне списка
lists-amount = сумма
lists-no-file = без файла
lists-unlisted-rows = { $rows } { $rows ->
    [one] строка
    [few] строки
   *[many] строк
} по лицам, у которых нет нужного для списка: `unlisted.csv`
lists-kgd-rejected = { $rows } { $rows ->
    [one] строка КГД отклонена
    [few] строки КГД отклонены
   *[many] строк КГД отклонено
}: `rejects.csv`
lists-next-order = номер следующего платёжного поручения — { $number }
lists-computed = суммы — исчисленные КГД: от расчёта отличаются у { $persons } { $persons ->
    [one] лица
    [few] лиц
   *[many] лиц
}, больше на { $more }, меньше на { $less }
lists-computed-named = их покажет `ustap reconcile --register { $run } --kgd ФАЙЛ --out КАТАЛОГ`
lists-lacking = к сведению: нет списков за { $months }: в файлах КГД нет принятых строк за { $count ->
    [1] этот месяц
   *[other] эти месяцы
}
lists-unused = к сведению: { $months } из файлов КГД не { $count ->
    [1] используется: в расчёте такого месяца
   *[other] используются: в расчёте таких месяцев
} нет
lists-left-penalties = к сведению: пени КГД на { $amount } ни в одном списке нет: списки по ним составит `--penalties`
lists-ipn = к сведению: ИПН за { $month }, { $amount }, ни в одном списке нет: его уплачивают отдельным поручением, по практике [не проверено] — в налоговый орган оператора; что об этом известно, показывает `ustap rates show --on { $day }`
lists-ipn-penalties = к сведению: пени по ИПН у { $persons } { $persons ->
    [one] человека
   *[other] человек
}, { $amount }, ни в одном списке нет: их уплачивают отдельным поручением, по практике [не проверено] — в налоговый орган оператора; что об этом известно, показывает `ustap rates show --on ДЕНЬ`
lists-other-months-of-source = к сведению: { $rows } { $rows ->
    [one] строка источника за другие месяцы: её
    [few] строки источника за другие месяцы: их
   *[many] строк источника за другие месяцы: их
} нет ни в списках, ни в суммах
lists-other-months-of-kgd = к сведению: { $rows } { $rows ->
    [one] строка КГД за другие месяцы: её
    [few] строки КГД за другие месяцы: их
   *[many] строк КГД за другие месяцы: их
} нет ни в списках, ни в суммах
in-points = { " " }({ $count ->
    [one] пункт
   *[other] пункты
} { $points })
note-operator-by-point = , а пункт 9 Правил этого требует
distribute-other-edition = к сведению: за { $month } действовали Правила в другой редакции: причины и пункты — по нынешним Правилам
note-no-operator = ни один список не называет БИН или ИИН оператора{ $by }: укажите `--payer ФАЙЛ`
note-knp-unverified = КНП { $knp } пени по { $payment } известен только по практике, акта с ним не видели: до уплаты спросите банк или Государственную корпорацию
note-account-assumed = счёт для { $payments } — предположение, это счёт другого платежа: так сказано в `settlement/accounts.toml`
note-rate-by-default = ставка за { $month } для тех, кому источник её не даёт, — как у того, кого нет в файле исполнителей
note-paid-late = дата поручений, { $date }, позже { $due } — последнего дня уплаты за { $month }: пеню считает `ustap penalty`
note-date-before = день в { $option }, { $date }, раньше { $month } — месяца дохода: верен ли он?
lists-next-look = сначала посмотрите `unlisted.csv`, `doubts.csv` и `rejects.csv` в { $out }
lists-next-refused = файла для банка по { $payment } ещё нет: `ustap lists { $run } --contractors ФАЙЛ --payer ФАЙЛ --payment { $code } --format csv --out КАТАЛОГ` запишет его список таблицей
lists-next-refused-alone = из этой таблицы платят только поручение с КНП { $knp }: на остальное файл уже есть
lists-next-refunds = доплачивать нечего: `ustap refunds { $run } --reason КОД --out КАТАЛОГ` напишет заявления на излишне уплаченное
lists-next-pay = подпишите платёжные поручения по спискам из { $out } и уплатите { $by }{ $points }
lists-next-pay-penalties-alone = подпишите платёжные поручения по пене по спискам из { $out } и уплатите
lists-next-pay-penalties = если за месяц уже уплачено, подписывают только поручения по пене: { $files }
lists-next-pay-more = подпишите платёжные поручения по спискам из { $out } и уплатите; пеню после 25-го числа считает `ustap penalty`
lists-next-pay-again = подпишите платёжные поручения по спискам из { $out } и уплатите; то, что вернулось, — в течение трёх рабочих дней после возврата{ $points }
lists-next-distribute = что из этого распределят, покажет `ustap distribute --paid { $out } --kgd ФАЙЛ --after { $source } --out КАТАЛОГ`
lists-next-distribute-more = что из этого распределят, когда добавленное войдёт в суммы КГД, покажет `ustap distribute --paid { $out } --kgd ФАЙЛ --after РАСПРЕДЕЛЕНИЕ --out КАТАЛОГ` с распределением уплаченного раньше
lists-next-distribute-on = что из этого распределят, покажет `ustap distribute --paid { $out } --kgd ФАЙЛ --after { $source } --out КАТАЛОГ`; добавьте каждый `--after`, с которым сделано { $source }
lists-next-reconcile-corrected = когда придут ответы, сверьте расчёт ПОСЛЕ, с которым сравнивает { $run }: `ustap reconcile --register ПОСЛЕ{ $more } --answer ФАЙЛ --kgd ФАЙЛ --out КАТАЛОГ`
lists-next-before = `ustap distribute --paid { $out } --kgd ФАЙЛ --out КАТАЛОГ` до уплаты покажет, что из этого вернётся
lists-next-reconcile-computed = когда придут ответы, `ustap reconcile --register { $run } --answer ФАЙЛ --kgd ФАЙЛ --out КАТАЛОГ`
lists-next-reconcile = когда придут ответы, `ustap reconcile --register { $run } --answer ФАЙЛ --out КАТАЛОГ`
lists-other-tables = { $dir } сделан по другим таблицам ставок, а ставки в поручениях — по этим: если в тех ставки иные, укажите их: --rates КАТАЛОГ
lists-paid-unread = к сведению: в { $dir } есть отклонённые строки, по которым могло быть уплачено то, что считается долгом ({ $dir }/rejects.csv): исправьте их и распределите снова, прежде чем платить по этим спискам
lists-only-mt102 = `{ $option }` — только для `--format mt102`
lists-only-mt102-hint = другие виды не называют дня и всегда в UTF-8; кодировка файлов исполнителей — --contractors-encoding
lists-needs-payer = для `--format mt102` нужен `--payer ФАЙЛ`
lists-needs-payer-hint = `ustap template КАТАЛОГ` запишет `payer.toml` для заполнения
lists-needs-date = для `--format mt102` нужен `--date ДЕНЬ`
lists-needs-date-hint = день платёжного поручения, например `--date 2026-09-21`: сегодняшняя дата сама не подставляется
reconcile-nothing = реестр не с чем сверить
reconcile-nothing-hint = укажите `--answer ФАЙЛ`, `--kgd ФАЙЛ` или оба
reconcile-side-answer = реестр и ответ
reconcile-side-kgd = реестр и суммы КГД
reconcile-ours = наше
reconcile-theirs = их
reconcile-rows-ours = у нас
reconcile-rows-theirs = у них
reconcile-matched = совпало
reconcile-explained = объяснено
reconcile-more = не объяснено, больше
reconcile-less = меньше
reconcile-breaks = расхождений
reconcile-conserved-ours = наше { $sum } = совпало { $matched } + расхождения { $breaks }
reconcile-conserved-theirs = их { $sum } = совпало { $matched } + расхождения { $breaks }
reconcile-rows = строк у нас { $ours }, у них { $theirs }: совпадений { $matched }, расхождений { $breaks }, к сведению { $told }
reconcile-repeated = к сведению: { $rows } { $rows ->
    [one] строка повторяет другую с тем же референсом и считается
    [few] строки повторяют другие с тем же референсом и считаются
   *[many] строк повторяют другие с тем же референсом и считаются
} один раз: { $places }
reconcile-shortened = к сведению: { $rows ->
    [one] референс в { $rows } из них похож на число, которое
   *[other] референсы в { $rows } из них похожи на числа, которые
} сократил табличный редактор; разные могли стать одинаковыми: выгрузите столбец как текст
reconcile-told = к сведению: возвращено строк { $returned }, отклонено { $rejected } там, где осталось другое или ничего не причитается; принятых, но вернувшихся — { $back }
reconcile-balances = { $count } { $count ->
    [one] месяц исполнителя
    [few] месяца исполнителей
   *[many] месяцев исполнителей
} с разной суммой по всем платежам: `balances.csv`
reconcile-penalties = { $count } { $count ->
    [one] пеня
    [few] пени
   *[many] пеней
} по данным ЦС КГД: `penalties.csv`
reconcile-penalty-uncoded = к сведению: в таблицах нет КНП пени по { $payment } за { $month }: в penalties.csv он пуст
reconcile-largest = самые большие расхождения
reconcile-other-payments = к сведению: { $rows } { $rows ->
    [one] строка ({ $whose }) по другим платежам, она не сверяется
    [few] строки ({ $whose }) по другим платежам, они не сверяются
   *[many] строк ({ $whose }) по другим платежам, они не сверяются
}
reconcile-other-months = к сведению: { $rows } { $rows ->
    [one] строка ({ $whose }) за другие месяцы, она не сверяется
    [few] строки ({ $whose }) за другие месяцы, они не сверяются
   *[many] строк ({ $whose }) за другие месяцы, они не сверяются
}
run-closed-months = к сведению: { $months } в { $run } { $count ->
    [1] закрыт, и за этот месяц
   *[other] закрыты, и за эти месяцы
} там больше ничего нет: о том, что причиталось, это ничего не говорит. Назовите последний расчёт, в котором { $count ->
    [1] он ещё был, или расчёт за него
   *[other] они ещё были, или расчёт за них
} целиком
run-no-month = к сведению: в { $run } нет ни одного месяца: в реестре нет строк
run-of-one-month = к сведению: { $run } — расчёт только за { $period }, и за { $months } в нём ничего нет: о том, что причиталось, это ничего не говорит. Назовите расчёт за { $count ->
    [1] этот месяц
   *[other] эти месяцы
} или за все месяцы
reconcile-lacking-months = к сведению: среди принятых от них строк нет ни одной за { $months }; с `{ $periods }` сверяются только месяцы, которые у них есть
reconcile-lacking-payments = к сведению: среди принятых от них строк нет ни одной по { $payments }; с `{ $options }` сверяются только платежи, которые у них есть
reconcile-zeros-lost = к сведению: { $rows } { $rows ->
    [one] строка отклонена
    [few] строки отклонены
   *[many] строк отклонено
} с `knp`, потому что в начале КНП потеряны нули: откройте ответ как текст, верните нули и сверьте снова, прежде чем платить ещё
reconcile-no-month = к сведению: среди принятых от них строк нет ни одной за месяцы расчёта: у них { $theirs }, в расчёте { $months }
reconcile-no-row = к сведению: от них не принято ни одной строки, а в расчёте есть { $months }
reconcile-next-breaks = посмотрите расхождения в { $out }/breaks.csv
reconcile-next-refunds = `ustap refunds { $out } --reason КОД --out КАТАЛОГ` составит заявления на возврат излишне уплаченного
reconcile-next-again = что вернулось, отклонено, ни в одном ответе не значится или принято не полностью, ещё нужно уплатить: исправьте то, на что указывает код ошибки в { $out }/breaks.csv, сохраните принятые строки без возвращённого из них, а где их сумма больше суммы КГД — уменьшив её до суммы КГД или убрав строку, если суммы КГД нет (излишек не вернулся, его заявляют к возврату через `ustap refunds`), как таблицу со столбцами `iin`, `period`, `knp`, `amount`, и `ustap distribute --paid ТАБЛИЦА --kgd ФАЙЛ{ $options } --out КАТАЛОГ` скажет, сколько осталось уплатить и как составить списки
reconcile-next-lists = `ustap lists { $run } --kgd ФАЙЛ --contractors ФАЙЛ --payer ФАЙЛ --payment { $payment } --format csv --out КАТАЛОГ` составит по суммам КГД списки для уплаты { $by }
distribute-persons = лиц
distribute-computed = исчислено
distribute-paid = уплачено
distribute-distributed = распределено
distribute-returned = возвращено
distribute-owed = долг
distribute-no-code = прочее
distribute-paid-is = уплачено { $paid } = распределено { $distributed } + возвращено { $returned }
distribute-computed-is = исчислено { $computed } = распределено { $distributed } + долг { $owed }
distribute-zeros-lost = к сведению: { $file }: { $rows } { $rows ->
    [one] строка возвращается
    [few] строки возвращаются
   *[many] строк возвращаются
} с `details`, потому что в начале ИИН или КНП потеряны нули; если в банке они есть, откройте файл как текст (для ИИН хватит --restore-zeros) и распределите снова
distribute-nobody = к сведению: { $file }: { $rows } { $rows ->
    [one] строка с ИИН не из цифр: считается уплаченной и возвращённой
    [few] строки с ИИН не из цифр: считаются уплаченными и возвращёнными
   *[many] строк с ИИН не из цифр: считаются уплаченными и возвращёнными
}; строка итогов здесь лишняя, уберите её и распределите снова
distribute-fractions = к сведению: { $file }: { $rows } { $rows ->
    [one] строка возвращается
    [few] строки возвращаются
   *[many] строк возвращаются
} с `rate-differs`, потому что ставка записана долей, как `0.01` вместо `1%`; если в поручении банку она в процентах, запишите её в процентах и здесь и распределите снова
distribute-status = к сведению: в { $file } есть столбец статусов, он не читается: каждая строка считается уплаченной. Из ответа оставьте принятые строки без возвращённого из них, а где их сумма больше суммы КГД — уменьшите её до суммы КГД или уберите строку, если суммы КГД нет, и распределите снова
distribute-stated = к сведению: { $file }: в поле :32A: указано { $stated }, а строки дают { $rows }
distribute-broken-chain = к сведению: { $dir } само продолжает распределение, которое не указано в `--after`: распределённое в нём считается долгом; укажите и его
distribute-counted-twice = к сведению: в { $what } то же, что уже распределено в { $dir }: здесь это посчитано дважды; уберите лишнее, например прогноз до уплаты
distribute-lone-correction = к сведению: в { $dir } списки корректировки, а они добавляют к уплаченному раньше: распределённое раньше считается долгом; укажите то распределение в `--after` или те списки тоже в `--paid`
term-distribution = распределят или вернут
term-mending = исправить
term-by = { $name } не позднее { $day }: { $days } { $days ->
    [one] рабочий день
    [few] рабочих дня
   *[many] рабочих дней
} после { $from }
term-unknown = { $name }: срок неизвестен: { $why }
term-not-in-tables = в `deadlines.toml` нет срока `{ $code }` на { $day }
distribute-next-returned = что возвращается, по строкам — в { $out }/returns.csv; заявление не нужно
distribute-next-mend = исправьте реквизиты и ставки в своих файлах
distribute-next-none = все исчисленные суммы распределены: снова платить ничего не нужно
distribute-lacking = к сведению: в файлах КГД нет принятых строк за { $months }, поэтому всё за { $count ->
    [1] этот месяц
   *[other] эти месяцы
} идёт как неисчисленное: если КГД что-то исчислил, назовите и его файл за { $count ->
    [1] этот месяц
   *[other] эти месяцы
} и распределите снова, прежде чем что-либо по этому делать
distribute-penalties = к сведению: в файлах КГД пени у { $persons } { $persons ->
    [one] человека
   *[other] человек
} на { $amount }: здесь их нет, их уплачивают отдельными поручениями
distribute-nothing-paid = к сведению: из указанного как уплаченное не принято ни одной строки: те ли это файлы?
distribute-next-over = распределённое сверх суммы возвращается только по заявлению: сверьте ответы с суммами КГД, `ustap reconcile --register РАСЧЁТ --answer ФАЙЛ --kgd ФАЙЛ --out КАТАЛОГ`, и `ustap refunds КАТАЛОГ --due-by-kgd --reason КОД --out КАТАЛОГ` по этой сверке его напишет
distribute-next-owed = осталось уплатить { $owed }: уплатите по `ustap lists { $out } --contractors ФАЙЛ --payer ФАЙЛ --payment all --format csv --out КАТАЛОГ`, затем распределите этот платёж с `{ $after }`
distribute-next-unpaid = осталось уплатить { $owed }, но среди названного нет ни одного платежа за { $unpaid }. Если их уплатили, назовите и эти списки (`--paid`) или распределения (`--after`) и распределите снова; если нет, уплатите по `ustap lists { $out } --contractors ФАЙЛ --payer ФАЙЛ --payment all --format csv --out КАТАЛОГ`, затем распределите этот платёж с `{ $after }`
distribute-next-unread = осталось уплатить { $owed }, но уплаченное по непрочитанным строкам тоже считается долгом: исправьте их и распределите снова, прежде чем платить ещё
distribute-next-other-payments = отклонённые строки в { $out }/rejects.csv — это ИПН или пеня, их не распределяют: исправлять в них нечего
distribute-next-clean = из этого ничего не вернётся: если ещё не уплачено, подпишите платёжные поручения и уплатите
distribute-next-penalties = если пени КГД ещё не уплачены, `ustap lists РАСЧЁТ --kgd ФАЙЛ --penalties --contractors ФАЙЛ --payer ФАЙЛ --payment all --format csv{ $options } --out КАТАЛОГ` составит списки и по ним
distribute-no-rates = в таблицах нет ставок за { $month }: отличие ставки за этот месяц ничего не говорит о строке, и уплатить за него повторно пока нельзя; ставки года начинают вносить командой `ustap rates add`; свои таблицы указывают через --rates КАТАЛОГ
distribute-over = к сведению: { $sums } { $sums ->
    [one] сумма ЦС КГД теперь меньше распределённой; от неё
    [few] суммы ЦС КГД теперь меньше распределённых; от них
   *[many] сумм ЦС КГД теперь меньше распределённых; от них
} ничего не осталось
distribute-over-row = { $iin } { $month } { $payment }: исчислено { $computed }, распределено { $distributed }
explain-zeros = `--iin`: в начале ИИН не хватает нулей
explain-zeros-hint = введите все 12 цифр или добавьте `--restore-zeros`: тогда нули восстановятся и в файлах
verify-does-not-hold = { $what }: НЕ СХОДИТСЯ: { $why }
verify-holds = { $what }: верно
verify-not-checked = { $what }: не проверено: { $why }


### Справка

help-usage = Использование:
help-commands = Команды:
help-arguments = Аргументы:
help-options = Параметры:
help-values = Возможные значения:
help-values-short = [возможные значения: { $values }]
help-default = [по умолчанию: { $value }]
help-help = Показать справку
help-help-short = Показать справку (подробнее с `--help`)
help-help-long = Показать справку (кратко с `-h`)
help-version = Показать версию
help-command-help = Показать эту справку или справку указанной команды
help-command-ustap = Удержания операторами интернет-платформ в Казахстане по Приказу № 392
help-command-ustap-long = Код завершения: 0 — выполнено, замечаний нет; 1 — выполнено, есть замечания (отклонённые строки, нечего объяснять); 2 — выполнить не удалось, ничего не записано.
help-command-calculate = Исчислить удержания с каждого лица за каждый месяц и записать реестры
help-command-calculate-long = По пункту 4 Правил исчисляет КГД — на основании сведений о доходах, переданных оператором. Для оператора эти суммы — прогноз сумм КГД, их проверка и то, что удерживается, пока они не поступили; когда суммы КГД известны, платят по ним. Для того, кто исчисляет по пункту 4, это само исчисление.
help-command-explain = Показать по шагам, как получились суммы одного лица за месяц, с каждой нормой
help-command-explain-long = Суммы те же, что у `ustap calculate`: для оператора — прогноз и проверка сумм КГД, для того, кто исчисляет по пункту 4 Правил, — само исчисление. Если сумма КГД иная, платят её.
help-command-statement = Записать сведения о доходах по форме приложения к Правилам, отдельно за каждый месяц
help-command-lists = Составить платёжные списки по расчёту, корректировке или распределению и именам исполнителей
help-command-reconcile = Сверить реестр расчёта с ответами Государственной корпорации, суммами ЦС КГД или с тем и другим
help-command-distribute = Показать по суммам ЦС КГД, что из платежа Государственная корпорация распределит, а что вернёт
help-command-refunds = Составить заявления на возврат излишне уплаченного по сверке или корректировке
help-command-calendar = Показать сроки месяца по Правилам: сведения, суммы КГД, уплата, распределение, исправление ошибок
help-command-penalty = Рассчитать по дням пеню за несвоевременное перечисление
help-command-advise = Показать, на что посмотреть до уплаты: освобождения, возраст, пределы, отсутствующие исполнители
help-command-correct = Сравнить два расчёта: что к доплате и что к возврату по лицам, месяцам и платежам и почему
help-command-verify = Проверить, что каталог расчёта соответствует его квитанции и тому, на чём она основана
help-command-rates = Показать, проверить, выгрузить таблицы ставок или добавить в них год
help-command-rates-show = Показать всё, что действует на день, с нормой и основанием
help-command-rates-check = Строго прочитать таблицы и сказать, что проверено
help-command-rates-export = Записать встроенные таблицы файлами, которые можно править
help-command-template = Записать три входных файла с заголовками и двумя строками примера в каждом, `payer.toml` и пояснения к каждому столбцу
help-command-completions = Вывести сценарий, по которому оболочка дополняет команды и параметры
help-command-man = Записать страницы руководства всех команд
help-argument-lang = Язык сообщений: en, ru или kk [по умолчанию: язык терминала; в файлах en, в документах ru]
help-argument-color = Выделять ли цветом слова «ошибка:», «подсказка:», «предупреждение:»
help-argument-rates = Каталог с таблицами ставок вместо встроенных
help-argument-calendar-rates = Каталог с таблицами ставок вместо встроенных
help-argument-verify-rates = Каталог с таблицами ставок расчёта, если это были не встроенные
help-argument-threads = Число потоков [по умолчанию: по числу процессоров]
help-argument-memory = Память для работы, не менее 16MiB; что не поместилось, идёт во временные файлы [по умолчанию: четверть имеющейся]
help-argument-verify-memory = Память для работы, не менее 16MiB [по умолчанию: четверть имеющейся]
help-argument-encoding = Кодировка входных файлов
help-argument-calculate-encoding = Кодировка входных файлов; метка порядка байтов (BOM) важнее
help-argument-explain-encoding = Кодировка входных файлов; метка порядка байтов (BOM) важнее
help-argument-penalty-encoding = Кодировка файла; метка порядка байтов (BOM) важнее
help-argument-distribute-encoding = Кодировка входных файлов; каталог списков сам говорит о своей
help-argument-lists-encoding = Кодировка mt102 [по умолчанию: utf-8]
help-argument-lists-contractors-encoding = Кодировка всех входных файлов
help-argument-statement-contractors-encoding = Кодировка файлов исполнителей
help-argument-column = Другой заголовок столбца, например income="Сумма" или exemptions.valid_to="Действует по"; без вида файла — столбец первого вида файлов, которые читает команда
help-argument-ignore-column = Заголовок, который не надо читать, хотя он похож на недостающий столбец
help-argument-restore-zeros = Дописать нули в начало ИИН из 1–11 цифр, если тогда сходится контрольный разряд
help-argument-operations = Файлы CSV или книги (ФАЙЛ.xlsx#Лист) с операциями, вместе один пакет; `-` — стандартный ввод
help-argument-exemptions = Файл CSV или книга (ФАЙЛ.xlsx#Лист) с категориями освобождённых лиц
help-argument-contractors = Файл CSV или книга (ФАЙЛ.xlsx#Лист) с именами и режимами исполнителей
help-argument-advise-contractors = Файл CSV или книга (ФАЙЛ.xlsx#Лист) с исполнителями и датами их рождения
help-argument-statement-contractors = Файл CSV или книга (ФАЙЛ.xlsx#Лист) с именами исполнителей; `-` — стандартный ввод
help-argument-lists-contractors = Файл CSV или книга (ФАЙЛ.xlsx#Лист) с именами и датами рождения исполнителей; `-` — стандартный ввод
help-argument-known-on = Только освобождения, известные на этот день: строки с более поздним `known_on` не учитываются
help-argument-over-limit = Как понимается доход сверх месячного предела
help-argument-period = Только операции, относящиеся к этому месяцу, например 2026-08
help-argument-out = Каталог для реестров; его ещё не должно быть, и он появится только целиком
help-argument-check = Только статусы строк и итоги, ничего не записывается
help-argument-after = Каталог предыдущего расчёта, сделанного с `--keep`, к которому добавляются операции
help-argument-close = Закрыть этот месяц предыдущего расчёта и все до него: они остаются там, и операции за них больше не принимаются
help-argument-keep = Сохранить в подкаталоге `state/` всё, что нужно следующему расчёту для продолжения этого
help-argument-lines = Записать и `lines.csv`: сколько удержано с каждой операции
help-argument-force = За один шаг заменить имеющийся каталог, если его записала эта программа (любой командой) и посторонних файлов в нём нет
help-argument-advise-run = Каталог расчёта
help-argument-advise-out = Каталог для советов; его ещё не должно быть, и он появится только целиком
help-argument-correct-before = Каталог расчёта, по которому удержали и уплатили
help-argument-correct-after = Каталог расчёта по тому, что известно теперь
help-argument-correct-period = Сравнить только этот месяц обоих расчётов; можно указать несколько раз
help-argument-correct-out = Каталог для корректировок; его ещё не должно быть, и он появится только целиком
help-argument-verify-run = Каталог расчёта
help-argument-verify-inputs = Каталог, где могут лежать входные файлы расчёта и расчётов из --chain под любыми именами
help-argument-verify-recompute = Рассчитать заново по входным файлам (--inputs) и сравнить до байта; с ним принимаются --rates, --threads и --memory. Нужно место на весь расчёт в TMPDIR; если процесс убит, он остаётся там до следующего --recompute
help-argument-verify-chain = Каталоги предыдущих расчётов, которые продолжает этот
help-argument-iin = Лицо
help-argument-explain-period = Месяц; как и в `calculate --period`, операции других месяцев не учитываются
help-argument-json = Те же шаги в виде JSON
help-argument-statement-run = Каталог расчёта, по доходам которого составляются сведения
help-argument-statement-payer = Файл TOML с наименованием и номером оператора, а для юридического лица — и руководителя
help-argument-statement-period = Только сведения за этот месяц; можно указать несколько раз
help-argument-statement-date = Дата предоставления сведений в конце формы [по умолчанию: строка для заполнения]
help-argument-statement-format = Вид сведений
help-argument-statement-out = Каталог для сведений; его ещё не должно быть, и он появится только целиком
help-argument-lists-run = Каталог расчёта, по которому платят; или корректировки — тогда то, что надо доплатить; или распределения — тогда долг после возвратов
help-argument-lists-kgd = Файл CSV или книга (ФАЙЛ.xlsx#Лист) с суммами, исчисленными КГД (`iin`, `period`, `ipn`, `opv`, `opvr`, `so`, `vosms`): тогда платят их вместо сумм расчёта; `-` — стандартный ввод
help-argument-penalties = Составить списки и по пеням из сумм КГД
help-argument-lists-period = Только этот месяц с каждой стороны; можно указать несколько раз
help-argument-payment = Платёж
help-argument-lists-format = Вид списков
help-argument-lists-out = Каталог для списков; его ещё не должно быть, и он появится только целиком
help-argument-lists-payer = Файл TOML с наименованием и номером оператора, а для mt102 — и счётом
help-argument-lists-date = Дата платёжного поручения, для mt102
help-argument-lists-kgd-column = Другой заголовок столбца сумм КГД: то же, что `--column kgd.ИМЯ=ЗАГОЛОВОК`
help-argument-distribute-kgd-column = Другой заголовок столбца сумм ЦС КГД: то же, что `--column kgd.ИМЯ=ЗАГОЛОВОК`
help-argument-reconcile-kgd-column = Другой заголовок столбца сумм ЦС КГД: то же, что `--column kgd.ИМЯ=ЗАГОЛОВОК`
help-argument-paid = Что уплачено: каталог списков, файл МТ-102 или файл CSV или книга (ФАЙЛ.xlsx#Лист) со столбцами `iin`, `period`, `knp` и `amount`; `-` — стандартный ввод; с --after можно не указывать: тогда видно, что ещё причитается по новым суммам
help-argument-distribute-kgd = Файл CSV или книга (ФАЙЛ.xlsx#Лист) с суммами ЦС КГД: `iin`, `period`, `ipn`, `opv`, `opvr`, `so`, `vosms`
help-argument-distribute-after = Каталог предыдущего распределения: распределённое в нём платить больше не надо; можно указать несколько раз
help-argument-received-on = День, когда деньги поступили в Государственную корпорацию: от него идут сроки
help-argument-distribute-out = Каталог для распределённого, возвращённого и долга; его ещё не должно быть, и он появится только целиком
help-argument-refunds-dir = Каталог сверки или корректировки
help-argument-reason = Причина возврата, одна на всех: код, например `over-accrued` или `paid-twice`; в ответ на неизвестный названы все
help-argument-refunds-payment = Только излишне уплаченное по этому платежу: `ipn`, `opv`, `opvr`, `so` или `vosms`; можно указать несколько раз
help-argument-refunds-period = Только излишне уплаченное за этот месяц; можно указать несколько раз
help-argument-refunds-out = Каталог для заявлений; его ещё не должно быть, и он появится только целиком
help-argument-side = По какой стороне сверки видно излишне уплаченное [по умолчанию: answer]
help-argument-kind = Только расхождения этого вида: `amount`, `duplicate`, `missing`, `rejected`, `returned`, `unexpected`; можно указать несколько раз
help-argument-due-by-kgd = Должное — по суммам ЦС КГД, а не по реестру: к возврату заявляется принятое сверх них
help-argument-month = Месяц дохода, например 2026-08: сроки относятся к следующему
help-argument-penalty-file = Файл CSV или книга (ФАЙЛ.xlsx#Лист) со столбцами `payment`, `period`, `paid_on` и `amount`; `-` — стандартный ввод
help-argument-penalty-payment = Платёж: `opv`, `opvr`, `so` или `vosms`
help-argument-penalty-period = Месяц, за который надо было уплатить, например 2026-03
help-argument-paid-on = День уплаты
help-argument-amount = Сколько уплачено с опозданием, в тенге
help-argument-register = Каталог расчёта, реестр которого сверяется
help-argument-answer = Файл CSV или книга (ФАЙЛ.xlsx#Лист) с ответом Государственной корпорации или банка: `iin`, `period`, `knp`, `amount` и, если они есть, `status` (`accepted`, `rejected`, `returned`), `error_code`, `reference`; `-` — стандартный ввод
help-argument-reconcile-kgd = Файл CSV или книга (ФАЙЛ.xlsx#Лист) с суммами, исчисленными в ЦС КГД: `iin`, `period`, `ipn`, `opv`, `opvr`, `so`, `vosms`; `-` — стандартный ввод
help-argument-reconcile-payment = Сверить только этот платёж: `ipn`, `opv`, `opvr`, `so` или `vosms`; можно указать несколько раз
help-argument-reconcile-period = Сверить только этот месяц каждой стороны; можно указать несколько раз
help-argument-reconcile-out = Каталог для расхождений и сумм; его ещё не должно быть, и он появится только целиком
help-argument-xlsx = Записать и `breaks.xlsx`
help-argument-rates-show-on = День, например 2026-08-05 [по умолчанию: сегодня]
help-argument-dir = Каталог, которого ещё нет
help-argument-shell = Оболочка
help-choice-over-limit-cap = Базы упираются в свои пределы, удержание продолжается
help-choice-over-limit-stop = Начиная с операции, превысившей предел, за этот месяц ничего не удерживается
help-choice-encoding-kz-1048 = Казахские буквы, как их пишут Windows и 1С в Казахстане (STRK1048-2002)
help-choice-contractors-encoding-kz-1048 = Казахские буквы, как их пишут Windows и 1С в Казахстане (STRK1048-2002)
help-choice-statement-format-csv = Файл за каждый месяц
help-choice-statement-format-xlsx = Приложение к Правилам книгой Excel за каждый месяц, готовое к печати и подписи
help-choice-lists-format-csv = Файл для каждого списка
help-choice-lists-format-xlsx = Книга Excel со всеми списками, реестром и отклонёнными строками
help-choice-lists-format-mt102 = Платёжное поручение для каждого списка в виде, который принимают банки
help-choice-side-answer = Причитается по реестру, уплачено по ответу
help-choice-side-kgd = Не основание для возврата: чего ЦС КГД не исчислила, возвращается само
help-value-command = КОМАНДА
help-value-options = ПАРАМЕТРЫ
help-value-lang = ЯЗЫК
help-value-when = КОГДА
help-value-dir = КАТАЛОГ
help-value-file = ФАЙЛ
help-value-month = МЕСЯЦ
help-value-day = ДЕНЬ
help-value-run = РАСЧЁТ
help-value-name = ИМЯ
help-value-before = ДО
help-value-after = ПОСЛЕ
help-value-n = ЧИСЛО
help-value-number = НОМЕР
help-value-size = ОБЪЁМ
help-value-iin = ИИН
help-value-format = ВИД
help-value-source = ИСТОЧНИК
help-value-payment = ПЛАТЁЖ
help-value-lists = СПИСКИ
help-value-distribution = РАСПРЕДЕЛЕНИЕ
help-value-code = КОД
help-value-side = СТОРОНА
help-value-kind = ВИД
help-value-amount = СУММА
help-value-policy = ПРАВИЛО
help-value-operations = ОПЕРАЦИИ
help-value-heading = ЗАГОЛОВОК
help-value-shell = ОБОЛОЧКА
help-value-correction-or-reconciliation = КОРРЕКТИРОВКА_ИЛИ_СВЕРКА
help-value-name-header = ИМЯ=ЗАГОЛОВОК
help-value-file-name-header = [ФАЙЛ.]ИМЯ=ЗАГОЛОВОК
man-name = ИМЯ
man-synopsis = СИНТАКСИС
man-description = ОПИСАНИЕ
man-options = ПАРАМЕТРЫ
man-subcommands = КОМАНДЫ
man-version = ВЕРСИЯ
man-written = записано в { $dir }: { $count } { $count ->
    [one] страница
    [few] страницы
   *[many] страниц
}
help-command-report = Сделать страницу для просмотра по расчёту и тому, что по нему сделано
help-argument-dirs = Каталог расчёта и любые, сделанные по нему: сведения, списки, сверка, распределение, корректировка, советы
help-argument-report-out = Страница; её ещё не должно быть, и она появится только целиком
help-argument-full-iin = Номера лиц целиком; без этого они скрыты
help-argument-report-force = Заменить файл, если это страница этой программы
help-argument-report-rates = Каталог с таблицами ставок расчёта, если это были не встроенные
help-value-file-html = ФАЙЛ.html
help-command-rates-add = Записать свои таблицы с показателями ещё одного года, с проверкой
help-argument-year = Год, например 2027: следующий за последним в таблицах
help-argument-mrp = МРП, месячный расчётный показатель на 1 января, в тенге
help-argument-mzp = МЗП, минимальная заработная плата, в тенге
help-argument-act = Название акта, который их устанавливает, по-русски
help-argument-number = Номер акта
help-argument-dated = Дата акта
help-argument-url = Где можно прочитать акт
help-argument-basis = Откуда известны суммы: `quoted`, `secondary`, `inferred` или `unverified`
help-argument-rates-add-out = Каталог, в который записываются таблицы; его ещё нет
help-argument-rates-add-rates = Каталог с таблицами, к которым добавляется год, вместо встроенных
help-value-year = ГОД
help-value-title = НАЗВАНИЕ
help-value-url = АДРЕС
help-value-basis = ОСНОВАНИЕ
help-choice-encoding-utf-16 = С прямым порядком байтов (little-endian), если в файле нет метки
help-choice-contractors-encoding-utf-16 = С прямым порядком байтов (little-endian), если в файле нет метки


### Объяснения и ставки

explain-nothing = нечего объяснять: за этот месяц у этого лица нет учтённых операций
explain-nothing-unknown = есть строки, отклонённые или за другие месяцы, и неизвестно, есть ли среди них строки этого лица: что читается не из файла, второй раз не прочесть (см. `ustap calculate … --check`)
explain-not-counted = строки этого лица, отклонённые или за другие месяцы (см. `ustap calculate … --check`)
explain-lost-zeros = { $rows } { $rows ->
    [one] строка не учтена, но станет строкой этого лица, если вернуть нули в начало ИИН: добавьте `--restore-zeros`
    [few] строки не учтены, но станут строками этого лица, если вернуть нули в начало ИИН: добавьте `--restore-zeros`
   *[many] строк не учтено, но они станут строками этого лица, если вернуть нули в начало ИИН: добавьте `--restore-zeros`
}
explain-not-counted-beside = строки этого лица, которые в этом месяце не учтены (см. `ustap calculate … --check`)
explain-not-counted-unknown = есть отклонённые строки, и неизвестно, есть ли среди них строки этого лица: что читается не из файла, второй раз не прочесть (см. `ustap calculate … --check`)
explain-person = Лицо
explain-month = Месяц
explain-operations = Учтённые операции
explain-settled = расчёт
explain-corrects = исправляет доход другого дня
explain-exempt-from = освобождено от
explain-withheld-of-it = удержано
explain-income = Доход
explain-row = Режим
explain-out-of-scope = Здесь ничего не исчисляется: с этого дохода оператор по Приказу № 392 ничего не удерживает. По Правилам с 2026 года его всё равно указывают в сведениях о доходах [выведено рассуждением]. Это не значит, что ничего не причитается.
explain-goes-on = Оператор удерживает и дальше, в пределах баз (правило `cap`).
explain-outside-regime = Доход начиная с операции, которой превышен месячный предел: ничего не удерживается (правило `stop`).
explain-not-due = у режима нет такого платежа
explain-exempt = Освобождённый доход
explain-other-reading = Причитается [выведено рассуждением]; при ином прочтении закона доход, полученный в дни категории, был бы освобождён:
explain-deciding-day = Какой доход освобождён, решает день его получения:
explain-not-named = Причитается и в дни категории, потому что норма её не называет:
explain-base-before-cap = База до предела
explain-cap = Предел базы
explain-lowest = действует наименьший
explain-no-cap = нет
explain-no-floor = Минимального размера у базы нет
explain-base = База
explain-rate = Ставка
explain-product = База × ставка
explain-rounding = Округлено до
explain-tenge = тенге
explain-amount = Сумма
explain-withheld = Удержано всего
explain-notes = Пометки в реестре
explain-limit = Месячный предел дохода
explain-over = сверх предела
explain-crossed = впервые превышен операцией
explain-standing = По пункту 4 Правил исчисляет КГД. Для оператора эти суммы — прогноз и проверка сумм КГД;
explain-standing-itself = для того, кто исчисляет по пункту 4, — само исчисление.
explain-sources = Источники
explain-payment-ipn = индивидуальный подоходный налог
explain-payment-opv = обязательные пенсионные взносы
explain-payment-opvr = обязательные пенсионные взносы работодателя
explain-payment-so = социальные отчисления
explain-payment-vosms = взносы на обязательное социальное медицинское страхование
sources = Источники
rounding-half-up = половина — в большую сторону
rounding-up = в большую сторону
rounding-down = в меньшую сторону
month-statement = сведения о доходах в КГД
month-computed = суммы КГД
month-payment = перечисление
month-distribution = распределение или возврат
month-mending = исправление
days-off = дни отдыха
working-days = { $days } { $days ->
    [one] рабочий день
    [few] рабочих дня
   *[many] рабочих дней
}
rates-show-on = Действует на { $day }
rates-show-rules = Правила приказа
rates-show-indicators = Показатели
rates-show-amount = { $name }  { $amount } тенге
rates-show-out-of-scope = Вне удержания: здесь ничего не исчисляется, но это не значит, что ничего не причитается
rates-show-in-force = действует
rates-show-over-limit = сверх предела, `{ $policy }`
rates-show-default = режим исполнителя, которого нет в списке
rates-show-no-limit = месячного предела дохода нет
rates-show-limit = месячный предел дохода  { $amount } тенге = { $times } { $of }
rates-show-no-payment = у режима нет такого платежа
rates-show-rate = ставка  { $percent } %
rates-show-no-cap = предела базы нет
rates-show-no-floor = минимального размера у базы нет
rates-show-income-received = доход учитывается в том месяце, в котором получен
rates-show-income-gross = из дохода ничего не вычитается
rates-show-income-corrected = корректировка учитывается тем днём, в который получен исправляемый доход
rates-show-cap = предел базы  { $amount } тенге = { $times } { $of }
rates-show-cap-binds = предел базы  { $amount } тенге = { $times } { $of }, действует
rates-show-unit = округление до  { $unit } тенге
rates-show-mode = способ округления  { $mode }
rates-show-due = срок  { $day } за { $month }
rates-show-knp = КНП  { $knp }, получатель { $bin }
rates-show-knp-alone = КНП  { $knp }, получатель не указан
rates-show-month = Месяц по Правилам
rates-show-month-day = { $name }  { $day } за { $month }
rates-show-base-rate = базовая ставка  { $percent } %
rates-show-no-base-rate = базовая ставка  на этот день неизвестна
rates-show-no-days-off = дни отдыха  на этот день неизвестны
rates-show-counting = срок идёт со следующего дня
rates-show-deciding-day = какой доход освобождён, решает день его получения
rates-show-account = счёт  { $iban }, БИК { $bik }
rates-show-account-alone = счёт  { $iban }
rates-show-kbk = КБК  { $kbk }
rates-show-penalty-knp = КНП пени  { $knp }
rates-show-penalty-multiple = пеня за день  { $times } × базовая ставка
rates-show-year-days = годовая ставка делится на { $days } { $days ->
    [one] день
    [few] дня
   *[many] дней
}
rates-show-penalty-rounding = пеня округляется до { $unit } тенге, { $mode }
rates-show-advice = На чём основаны советы
rates-show-age = { $category }  { $who } { $years } { $years ->
    [one] год
    [few] года
   *[many] лет
} { $months ->
    [0] {""}
   *[other] и { $months } мес.
}
rates-show-men = мужчины
rates-show-women = женщины
rates-show-born = { $category }  родившиеся до { $day }
rates-show-filing = сверх предела  { $days } раб. дн., чтобы зарегистрироваться предпринимателем
rates-show-categories = Освобождённые категории
rates-show-no-exemption = в этот день ни от чего не освобождает
rates-show-exempt = не причитается: { $payment }
rates-show-other-reading = причитается [выведено рассуждением]: { $payment }; при ином прочтении — нет, на основании
rates-show-not-named = причитается, потому что норма не называет категорию: { $payment }
rates-check = Проверено: таблиц — { $tables }, датированных значений — { $values }
rates-check-days = Дни со ставками
rates-check-no-days = нет
rates-check-stretch = { $first } – { $last }  { $days } { $days ->
    [one] день
    [few] дня
   *[many] дней
}
rates-check-ends = До какого дня действуют таблицы
rates-check-no-end = без срока
rates-check-no-dates = без дат
rates-check-bases = Значения по основанию
rates-check-unverified = Сверить с актом
rates-check-uncited = Акты, на которые ничто не ссылается
rates-check-not = Не проверяется
rates-check-not-values = что значение таково, как говорит акт: откуда оно известно, говорит `basis`
rates-check-not-acts = что акт, статья или адрес существуют, действуют и не изменились с тех пор, как были прочитаны
rates-check-not-missing = что не пропущены категория, платёж, режим или срок из закона
rates-check-not-gaps = дни, которых, по её же указанию (`gaps`), в таблице может не быть
rates-check-not-accounts = что КНП, БИК и счета действуют: только их вид и контрольные разряды
rates-check-not-days-off = что дни отдыха соответствуют решениям года и что названия и примечания на всех языках говорят одно и то же
rates-added = таблицы с { $year } годом записаны в { $dir }; применяйте их с --rates
rates-added-next = сверьте их с актом, затем рассчитайте: `ustap calculate ФАЙЛ --rates { $dir } --out КАТАЛОГ`
rates-added-covered = на каждый день { $year } года есть ставки
rates-added-uncovered = { $year } год не полон: { $why }
rates-added-short = до конца { $year } года не доходит: { $table } ({ $section }), только по { $day }
rates-add-has = в таблицах уже есть показатели { $year } года
rates-add-has-hint = то, что там есть, меняют в редакторе: `ustap rates export КАТАЛОГ` выпишет встроенные таблицы, а свои, из `--rates`, уже есть
rates-add-gap = перед { $year } годом пропуск: показатели заканчиваются { $day }
rates-add-gap-hint = добавляйте годы по порядку, каждый раз с `--rates` предыдущего
rates-add-year = --year: `{ $year }` — не год из четырёх цифр
rates-add-amount = { $option }: `{ $amount }` — не сумма больше нуля в тенге
option-thousands = { $option }: в `{ $amount }` три знака после запятой, а это могут быть тысячи
option-thousands-hint = запишите без разделителя тысяч и не более чем с двумя знаками после запятой
rates-add-empty = { $option } — пусто
rates-add-far = { $option }: `{ $amount }` — меньше десятой части или больше десятикратного от { $before }, которые действуют { $day }
rates-add-far-hint = запишите в тенге, всеми цифрами: 4500 или 4500.00
rates-add-lines = { $option } — текст в одну строку, без табуляции и других управляющих знаков
rates-add-url = --url: `{ $url }` — не адрес: он начинается с https:// или http://
rates-add-url-blanks = --url: `{ $url }` — не адрес: в нём нет ни пробелов, ни кавычек
tables-end = таблицы действуют по { $day } включительно: на более поздний день ставок нет; { $hint }
tables-end-hint = когда показатели { $year } года известны, таблицы с ними делает `ustap rates add --year { $year } …`


### Календарь и пеня

calendar-rules = Правила приказа: { $edition }, { $days }
calendar-income = Доход за { $month }: не позднее
calendar-days-off = Дни отдыха
calendar-counting = Срок идёт со следующего дня
calendar-day-off = день отдыха; последний рабочий день перед ним — { $day }, { $weekday }
calendar-not-said = в deadlines.toml нет `{ $code }` для дохода за { $month }
calendar-not-said-hint = `ustap rates show --on ДЕНЬ` показывает, что действует в этот день
calendar-term-not-begun = неизвестен последний день предыдущего срока
weekday-monday = понедельник
weekday-tuesday = вторник
weekday-wednesday = среда
weekday-thursday = четверг
weekday-friday = пятница
weekday-saturday = суббота
weekday-sunday = воскресенье
penalty-payment = платёж
penalty-month = месяц
penalty-due-on = срок
penalty-paid-on = уплачено
penalty-amount = сумма
penalty-days-late = дней просрочки
penalty-days = с { $from } по { $to }  базовая ставка { $rate } %  × { $times } ÷ { $year }  { $days } { $days ->
    [one] день
    [few] дня
   *[many] дней
}
penalty-penalty = пеня
penalty-exact = точно
penalty-order = поручение
penalty-cited = { $multiple }; делитель: { $divisor }
penalty-rounded = округление: { $rounding }
penalty-next = если КГД назовёт другую пеню, платят её; на каждый месяц — отдельное платёжное поручение{ $points }
penalty-incomplete = не сказано полностью, что уплачено с опозданием
penalty-incomplete-hint = укажите `--payment`, `--period`, `--paid-on` и `--amount` или файл CSV или Excel с такими столбцами
penalty-no-payment = платежа `{ $code }` нет
penalty-payments = платежи: { $payments }
penalty-fault-payment = значение — не платёж: { $payments }
penalty-fault-negative = сумма меньше нуля: уплаченное с опозданием не меньше нуля

### Страница

month-of-year = { $month } { $year } г.
report-title = Удержания, { $months }
report-title-nothing = Удержания: ни одной учтённой операции
report-made = Сделано программой { $program } по расчёту с квитанцией { $receipt }
report-private = Страница содержит персональные данные: ИИН показаны полностью.
report-skip = К содержанию
report-contents = Разделы
report-open = Что требует внимания
report-see = смотреть
report-operator = Оператор, БИН/ИИН
report-persons = Исполнителей
report-operations = Учтённых операций
report-numbered = { $what } (№ { $number })
report-operations-on-top = { $accepted } в дополнение к { $earlier } { $earlier ->
    [one] операции
   *[many] операциям
} прежних расчётов
report-in-tenge = Все суммы — в тенге.
report-closed = Закрытые месяцы
report-days-on-top = Только операции этого расчёта: операции прежних ({ $earlier }) вошли в его итоги, но не сюда.
report-income = Доход
report-receipt = Квитанция, SHA-256
report-version = Рассчитано программой
report-warning-rejected = { $count ->
    [one] { $count } строка не учтена: она отклонена.
    [few] { $count } строки не учтены: они отклонены.
   *[many] { $count } строк не учтено: они отклонены.
}
report-warning-limit = { $count ->
    [one] { $count } человеко-месяц — у предела дохода или сверх него.
    [few] { $count } человеко-месяца — у предела дохода или сверх него.
   *[many] { $count } человеко-месяцев — у предела дохода или сверх него.
}
report-warning-basis = { $count ->
    [one] { $count } значение этого расчёта выведено рассуждением или не проверено.
    [few] { $count } значения этого расчёта выведены рассуждением или не проверены.
   *[many] { $count } значений этого расчёта выведены рассуждением или не проверены.
}
report-warning-breaks = Сверка, { $side }: { $count ->
    [one] { $count } расхождение.
    [few] { $count } расхождения.
   *[many] { $count } расхождений.
}
report-warning-computed = Сверки называют разные суммы КГД за { $of }, и в таблице платежей их нет: оставьте на странице сверку по последнему файлу КГД.
report-warning-penalties = { $count ->
    [1] КГД начислил пеню: { $count } сумма; её платят отдельным поручением.
    [one] КГД начислил пени: { $count } сумма; их платят отдельными поручениями.
    [few] КГД начислил пени: { $count } суммы; их платят отдельными поручениями.
   *[many] КГД начислил пени: { $count } сумм; их платят отдельными поручениями.
}
report-warning-to-pay = По корректировке есть что доплатить; если платили по суммам ЦС КГД — рано.
report-warning-to-return = По корректировке есть сумма к возврату: её просят вернуть заявлением; если платили по суммам ЦС КГД — рано.
report-penalties = Пени по суммам КГД
report-penalty = Пеня
report-about-penalty = Пеня по { $payment } от КГД: { $amount }.
report-warning-returned = { $amount } вернётся: Государственная корпорация эту сумму не распределяет.
report-warning-owed = { $amount } осталось уплатить.
report-warning-owed-unpaid = { $amount } осталось уплатить, но здесь нет ни одного платежа за { $unpaid }: если их уплатили, распределите снова вместе с этими списками (`--paid`).
report-warning-owed-apart = Сколько осталось уплатить за { $months }, здесь не сказано: распределения сделаны порознь, и каждое считает долгом уплаченное по другим. Назовите всё уплаченное одной командой `distribute --paid` или каждое следующее распределение делайте с `--after`.
report-warning-advice = { $count ->
    [one] { $count } совет.
    [few] { $count } совета.
   *[many] { $count } советов.
}
report-warning-lacking = В файлах КГД нет строк за { $months }: всё за { $count ->
    [1] этот месяц
   *[other] эти месяцы
} идёт здесь как неисчисленное и возвращается только по этому расчёту.
report-warning-repeated = Сверка, { $side }: { $count ->
    [one] { $count } строка повторяет другую с тем же референсом и считается один раз.
    [few] { $count } строки повторяют другие с тем же референсом и считаются один раз.
   *[many] { $count } строк повторяют другие с тем же референсом и считаются один раз.
}
report-warning-counted-twice = Уплаченное учтено дважды: в { $count ->
    [one] { $count } списке, таблице или прежнем распределении
   *[other] { $count } списках, таблицах или прежних распределениях
} есть то же, что в другом. Долг может быть занижен.
report-warning-overdistributed = { $count } { $count ->
    [one] сумма ЦС КГД меньше уже распределённой
    [few] суммы ЦС КГД меньше уже распределённых
   *[many] сумм ЦС КГД меньше уже распределённых
}.
report-warning-unlisted = { $count ->
    [one] { $count } сумма лица не вошла в списки.
    [few] { $count } суммы лиц не вошли в списки.
   *[many] { $count } сумм лиц не вошли в списки.
}
report-warning-rejected-of = { $what }: { $count ->
    [one] { $count } строка отклонена
    [few] { $count } строки отклонены
   *[many] { $count } строк отклонено
} (rejects.csv).
report-warning-doubts = { $what }: сомнений в именах и датах рождения — { $count } (doubts.csv).
report-warning-unnamed = { $what }: строк без полного имени — { $count } (unnamed.csv).
report-statement = Сведения о доходах
report-due = Что и когда платить
report-due-forecast = Суммы расчёта — прогноз. Когда есть суммы КГД, платят их: если за исполнителя уплачено на тенге меньше, вся его сумма возвращается.
report-due-kgd = Исчислил КГД
report-payments = Платежи расчёта
report-month-days = Дни месяца по Правилам
report-day = День
report-what = Что
report-day-off = { $day }, день отдыха; последний рабочий день до него — { $before }
report-day-statement = Сведения о доходах — в КГД
report-day-computed = КГД передаёт исчисленные суммы
report-day-payment = Суммы перечисляются
report-amounts = От дохода к суммам
report-amounts-lead = Каждая диаграмма начинается с дохода месяца. Освобождённое и то, что выше предела, вычитается; остаток — база, ставка даёт сумму.
report-step = Шаг
report-bar = Доля
report-sum = Сумма, тенге
report-outside = Без этого платежа
report-exempt = Освобождено
report-below-zero = Возвращено больше полученного
report-above-cap = Выше предела базы
report-base = База
report-amount = Сумма
report-incomes = Доходы месяца
report-histogram = Исполнители по доходу, { $month }: { $persons }
report-below-zero-persons = меньше нуля
report-above = больше { $amount }
report-limits = У предела и сверх него
report-no-limits = У месячного предела никого нет.
report-exemptions = Освобождения
report-exemptions-lead = С дохода освобождённых дней платёж не удержан.
report-exempt-table = Освобождённый доход по категориям и платежам
report-exempt-whole = Освобождены со всего дохода
report-exempt-income = Доход без удержания
report-no-exemptions = Освобождённого дохода нет.
report-rejects = Строки, которые не учтены
report-rejected = Отклонённые строки по кодам
report-todo = Что делать
report-places = Первые места каждого кода
report-no-rejects = Учтены все строки этого расчёта.
report-rejects-earlier = Отклонённое в прежних расчётах, операции которых вошли в итоги, — в их собственных rejects.csv.
report-days = Дни
report-by-day = Операции и доход по дням
report-no-days = Операций в расчёте нет.
report-reconciliation = Сверка
report-side-kgd = ЦС КГД
report-side-answer = Государственная корпорация
report-ours = У нас
report-theirs = У них
report-matched = Совпало
report-explained = Объяснённая разница
report-unexplained-more = Не объяснено, больше
report-unexplained-less = Не объяснено, меньше
report-kinds = Расхождения по виду и объяснению
report-more = Больше
report-less = Меньше
report-not-explained = не объяснено
report-largest = Самые большие расхождения
report-distribution = Распределение
report-returns = Что вернётся
report-reasons = Возвраты по причинам
report-by-when = Поступило { $received }; распределят или вернут не позднее { $distributed }; исправить не позднее { $mended }.
report-correction = Корректировка
report-correction-lead = Сравнены два расчёта, а не то, что уплачено. Если платили по суммам ЦС КГД (`lists --kgd`), доплачивать и просить возврат по этой разнице рано: по новым суммам КГД долг назовёт `ustap distribute`, а лишнее — `ustap reconcile`.
report-correction-sums = К доплате и к возврату
report-advice = Советы
report-advice-rows = На что посмотреть до перечисления
report-other-language = Подробности записаны на другом языке: они в { $file }.
report-no-advice = Смотреть не на что.
report-lists = Платёжные списки
report-lists-rows = Сводные платёжные поручения
report-about-break = { $side }, { $payment }: у нас { $ours }, у них { $theirs }: { $kind }
report-about-return = { $payment }: вернётся { $amount }: { $reason }
report-about-correction = { $payment }: было { $before }, стало { $after }: { $cause }
report-about-limit = Доход { $income } при пределе { $limit }: { $share } %
report-about-crossed = впервые превышен операцией { $operation } ({ $day })
report-about-reject = Не принято: { $file }, строка { $line }: { $message }
report-about-exemption = Строка об освобождении этого лица отклонена: проверьте её до уплаты.
report-about-more = Ещё { $count } { $count ->
    [one] строка
    [few] строки
   *[many] строк
} — в { $file }.
report-person = Исполнитель
report-person-search = ИИН или его первые либо последние четыре цифры
report-person-rows = Исполнители и месяцы
report-person-how = Введите ИИН или выберите строку, чтобы увидеть шаги месяца.
report-person-all = На странице все строки реестра: { $count }.
report-person-notable = Из { $all } { $all ->
    [one] строки
   *[many] строк
} реестра стоит посмотреть на { $notable }: карточка есть у каждой.
report-person-some = Из { $all } { $all ->
    [one] строки
   *[many] строк
} реестра стоит посмотреть на { $notable }; карточек на странице { $shown }, остальное — в { $files }.
report-person-none = В реестре строк: { $all }. Ни на одну из них смотреть не нужно, и карточек на странице нет; шаги месяца показывает `ustap explain`.
report-no-script = Для карточек исполнителей нужны сценарии, которые этот браузер не выполняет; все суммы есть в register.csv.
report-back = Назад
report-on = Дальше
report-found = Найдено строк: %d из %n
report-filter = Отобрать строки
report-not-due = У режима нет такого платежа
report-cap = Предел базы
report-floor = Минимальный размер базы
report-rounding = Округлено
report-card-hidden = Номер показан не полностью: те же восемь цифр могут быть и у другого лица.
report-rests = На чём основаны суммы
report-rests-lead = Каждое значение закона, от которого зависят суммы расчёта, с нормой. Обоснованные хуже всего — первыми.
report-rests-days = По реестру не видно, в какие дни действовала категория. Если весь доход человека за месяц ею освобождён или не освобождён вовсе, то решил ли это день получения, показывает `ustap explain`.
report-bases = Значения по основанию
report-values = Значений
report-values-of-run = Значения этого расчёта
report-value = Значение
report-note = Примечание
report-shown-of = Показано { $shown } из { $all } { $all ->
    [one] строки
   *[many] строк
}; все — в { $file }.
report-dir-twice = каталог назван дважды
report-no-run = среди каталогов нет расчёта
report-no-run-hint = назовите один каталог, записанный `ustap calculate`, и любые сделанные по нему
report-two-runs = это второй расчёт
report-no-part = на странице расчёта не показывается
report-stranger = сделан не по этому расчёту
report-stranger-hint = его квитанция называет другие расчёты: назовите и те, что ведут к нему, или уберите его
report-stranger-persons-hint = большинства его лиц и месяцев нет в реестре: назовите его расчёт или уберите его
run-other-tables = к сведению: { $run } рассчитан по другим таблицам ставок, чем имеющиеся: если они ваши, их называет --rates; если расчёт сделала прежняя версия программы, уберите этот параметр
run-other-rates = расчёт сделан по другим таблицам ставок
run-other-rates-hint = укажите таблицы расчёта: --rates КАТАЛОГ; встроенные выпишет `ustap rates export КАТАЛОГ` версии { $version }, которой он сделан
report-written = записано в { $file }
report-next = откройте { $file } в браузере: сверху — что требует внимания
column-no-value = в `{ $column }` не то значение
column-of-record-missing = столбца `{ $column }` в нём нет
file-exists = уже существует
file-exists-hint = назовите файл, которого ещё нет; --force заменяет страницу этой программы
file-not-replaced = это не файл, который можно заменить
file-foreign = не заменён: это не страница этой программы
file-name-unsynced = { $file } записан, но его имя может не пережить отключение питания
rests-no-cap = нет
rests-received = учитывается в месяце получения
rests-gross = без вычетов
rests-rounding-unit = Единица округления
rests-rounding-mode = Способ округления
rests-limit = Предел дохода за месяц
rests-over-limit = Доход сверх предела
rests-goes-on = удержание продолжается, до предельных баз
rests-stops = ничего не удерживается
rests-exempt = Освобождение от
rests-deciding-day = Какой доход освобождён
rests-day-of-receipt = решает день получения
rests-not-named = Норма не называет категорию
rests-due-otherwise-not = Причитается, при ином прочтении — нет
rests-unlisted = Режим того, кому он не указан
rests-not-due = Не причитается в режиме
column-iin = ИИН
column-period = Месяц
column-regime = Режим
column-operations = Операций
column-income = Доход
column-withheld = Удержано
column-limit = Предел
column-share = Доля, %
column-crossed-on = Превышен
column-over = Сверх предела
column-persons = Лиц
column-category = Категория
column-payment = Платёж
column-provision = Норма
column-basis = Основание
column-code = Код
column-rows = Строк
column-file = Файл
column-line = Строка
column-field = Поле
column-value = Значение
column-message = Причина
column-effective-on = День
column-side = Сторона
column-kind = Вид
column-explanation = Объяснение
column-difference = Разница
column-consequence = Если уплатить наше
column-amount = Сумма
column-reason = Причина
column-computed = Исчислено
column-paid = Уплачено
column-distributed = Распределено
column-returned = Возвращено
column-owed = Осталось уплатить
column-to-pay = К доплате
column-to-return = К возврату
column-detail = Подробности
column-knp = КНП
column-rate = Ставка
column-purpose = Назначение платежа
column-due-on = Срок
column-listed-persons = Лиц в списке
column-listed-amount = Сумма списка
column-unlisted-persons = Лиц вне списка
column-unlisted-amount = Сумма вне списка
code-accepted = принято
code-age-not-exempt = возраст освобождает, а освобождения нет
code-amount = другая сумма
code-birth-date-contradicts = дата рождения противоречит освобождению
code-birth-date-not-exempt = дата рождения до 1975 года, а освобождения нет
code-capped-at-limit-only = применён только месячный предел
code-details = реквизиты не указаны или неверны
code-duplicate = стоит дважды
code-excess-returned = превышение над исчисленным вернётся
code-exempt = освобождённое лицо
code-exemption = освобождение
code-exemption-assumed = сочтено полностью освобождённым
code-exemption-begins = освобождение начинается внутри месяца
code-exemption-ends = освобождение кончается внутри месяца
code-exemption-ignored = освобождение не учтено
code-income = доход
code-less-than-computed = меньше исчисленного: вернётся всё
code-matches = совпадает
code-missing = у них нет
code-more-than-computed = больше исчисленного: вернётся превышение
code-near-limit = близко к пределу дохода
code-no-contractor = нет среди исполнителей
code-not-computed = ничего не исчислено: вернётся всё
code-not-rounded = не округлено
code-other-iin = стоит под другим ИИН
code-other-payment = стоит под другим платежом
code-other-period = стоит под другим месяцем
code-other-reading = по иному прочтению закона не причитается
code-over-limit = сверх предела дохода
code-parts-add-up = несколько строк дают нашу сумму
code-policy = правило для дохода сверх предела
code-rate-differs = в назначении другая ставка
code-rate-missing = в назначении нет ставки
code-rates = ставки
code-regime = режим
code-rejected = ими отклонено
code-rejected-row = стоит в отклонённой строке
code-returned = ими возвращено
code-returned-in-full = вернётся полностью
code-returned-out-of-scope = возврат дохода вне режимов
code-rounded-down = округлено в меньшую сторону
code-rounded-up = округлено в большую сторону
code-uncapped = без предела базы
code-unexpected = у нас нет
code-unpaid = не уплачено
calendar-working-days = { $count } после { $day }
calendar-day-off-alone = день отдыха; { $why }
calendar-not-known-off = день отдыха ли это, неизвестно: в days_off.toml его нет
calendar-not-known = неизвестно
