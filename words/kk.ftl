# Бағдарлама не айтады, қазақша. Кілттер мен мәндер words/en.ftl файлындағыдай.


### Не саналады

rows = { $count } жол


### Негіз

at-line = { $line }-жол
defect-hint = бұл — бағдарламаның өз қатесі: ол туралы хабарлаңыз
no-such-code = `{ $code }` деген { $what } жоқ
no-such-code-hint = барлары: { $codes }
what-basis = негіз
what-break-kind = айырмашылық түрі
what-encoding = кодтау
what-file-kind = файл түрі
what-limit-reading = шекті оқу тәсілі
what-payment = төлем
what-reject = қабылдамау коды
what-status = күй
system-directory = бұл — каталог
system-no-permission = қол жеткізу құқығы жоқ
system-no-space = орын қалмады
system-not-found = мұндай файл немесе каталог жоқ


### Төлемдер

payment-ipn = ЖТС
payment-opv = МЗЖ
payment-opvr = ЖМЗЖ
payment-so = ӘА
payment-vosms = МӘМС


### Пәрмен жолы

error = қате
hint = кеңес
warning = ескерту
lang-unknown = USTAP_LANG мәні — `{ $code }`
lang-unknown-hint = тілдер: en, ru және kk
standard-output-unwritable = стандартты шығысқа жазу мүмкін емес
written-all-the-same = { $error }; { $dir } каталогы бәрібір жазылды


### Мәндер: ақша, күндер, тұлғалар, мөлшерлемелер


### Есепке алынбайтын жолдар


### Оқу


### Заң


### Топтамалар мен жады


### Шығыс файлдары мен каталогтар


### Есептеулер мен түбіртектер


### Салыстыру мен бөлу


### Пәрмендер


### Қорытындылар


### Анықтама


### Түсіндірмелер мен мөлшерлемелер


### Күнтізбе мен өсімпұл
