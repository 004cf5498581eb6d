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


### Строки, которые не считаются


### Чтение


### Закон


### Пакеты и память


### Выходные файлы и каталоги


### Расчёты и квитанции


### Сверка и распределение


### Команды


### Итоги


### Справка


### Объяснения и ставки


### Календарь и пеня
