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

money-no-amount = `{ $text }` — үтірден кейін ең көбі екі таңбасы бар теңгедегі сома емес
money-beyond = `{ $text }` шектен тыс: модулі бойынша ең көбі { $most } теңге
money-too-fine = { $value } теңге: сома тиыннан ұсақ
money-too-large = { $value } теңге: сома тым үлкен
money-no-sum = `{ $text }` — үтірден кейін екі таңбасы бар теңгедегі сома емес
day-beyond = { $day } күні 0001–9999 жылдарға кірмейді
day-none = `{ $text }` — ЖЖЖЖ-АА-КК немесе КК.АА.ЖЖЖЖ түріндегі күн емес
month-none = `{ $text }` — ЖЖЖЖ-АА түріндегі ай емес
iin-all-zeros = `{ $text }` ЖСН немесе БСН тек нөлдерден тұрады
iin-digits = `{ $text }` ЖСН немесе БСН 12 цифрдан тұрмайды
iin-check-digit-wrong = `{ $text }` ЖСН немесе БСН бақылау разряды қате
rate-none = `{ $text }` — үтірден кейін ең көбі тоғыз таңбасы бар 0 мен 1 аралығындағы мөлшерлеме емес
rate-rounding-unit = дөңгелектеу бірлігі { $unit } теңге


### Есепке алынбайтын жолдар

reject-malformed-row = Жолдағы өрістер саны тақырып жолындағыдан өзгеше, тырнақша орнында емес немесе өріс файлдың кодтауындағы мәтін емес.
reject-operation-id = Операцияның идентификаторы жоқ немесе 64 байттан ұзын.
reject-iin = ЖСН 12 цифрдан тұрмайды немесе тек нөлдерден тұрады.
reject-iin-check-digit = ЖСН бақылау разряды қате.
reject-date = Мән — уақыты бар немесе уақытсыз ЖЖЖЖ-АА-КК немесе КК.АА.ЖЖЖЖ түріндегі күн емес.
reject-corrects-later = Түзетілетін күн есеп айырысу күнінен кейін.
reject-income = Мән — үтірден кейін ең көбі екі таңбасы бар теңгедегі сома емес.
reject-income-range = Сома шектен тыс: модулі бойынша ең көбі 999999999999.99 теңге.
reject-no-rates = Табыс күні ешқандай мөлшерлеме қолданыста емес.
reject-outside-period = Табыс күні берілген кезеңге кірмейді.
reject-closed-month = Табыс күні жабылған айға келеді.
reject-no-regime = Орындаушы режимдерімен көрсетілген, бірақ табыс күні олардың ешқайсысы қолданыста емес.
reject-conflicting-duplicate = Операцияның осы идентификаторы бар жолдар әртүрлі, олардың ешқайсысы есепке алынбады.
reject-duplicate = Операцияның осы идентификаторы бар дәл осындай жол бұрын тұр, бұл жол есепке алынбады.
reject-category = Босату санаты белгісіз.
reject-regime = Режим белгісіз.
reject-interval = Бірінші күн соңғы күннен кейін.
reject-overlap = Осы орындаушының екі түрлі режимі бір күнге келеді, екі жолдың ешқайсысы пайдаланылмады.


### Оқу


### Заң


### Топтамалар мен жады

facts-too-many = санаттар мен режимдердің өзгерістері 4294967295-тен көп
earlier-no-state = бұл бұрынғы есептеудің күйі емес
earlier-no-state-hint = есептеу каталогы — жазба, оны өзгертуге болмайды: есептеуді --keep арқылы қайта орындаңыз
cannot-be-read = оқылмайды
memory-too-small = топтама өзіне бөлінген жадқа сыймайды
memory-too-small-hint = жадты көбірек бөліңіз немесе уақытша файлдар жазатын `spill` мүмкіндігін қосыңыз
spill-failed = { $dir } ішіндегі уақытша файл: { $cause } (жазылған байт саны: { $written })
spill-failed-hint = ол жерде орын босатыңыз немесе --memory арқылы жадты көбірек бөліңіз
operation-without-regime = режимі жоқ операция қабылданбаған жолдарға жатқызылмады
person-month-error = { $person } тұлғасы, { $month } айы: { $error }
person-month-regime-changes = тізімде жоқ тұлғалардың режимі { $period } айының ішінде өзгереді
person-month-regime-changes-hint = режимді атаңыз: PersonMonth::under
person-month-out-of-scope = { $period } айында { $regime } режимі бойынша мұнда ештеңе есептелмейді
person-month-other-day = { $day } күні { $period } айына кірмейді
person-month-not-in-force = { $regime } режимі { $day } күні қолданыста емес
person-month-income-beyond = { $income } теңге модулі бойынша 999999999999.99-дан көп
person-month-no-state = бұл бір тұлғаның бір айының күйі емес
person-month-no-state-hint = PersonMonth::state берген мәтінді толық беріңіз
person-month-state-version = күйдің нұсқасы — { $version }, ал бұл бағдарлама { $known } нұсқасын оқиды
person-month-no-regime = заңның бұл кестелерінде { $regime } режимі жоқ
incomes-too-large = табыстардың жалпы сомасы 92233720368547758.07 теңгеден көп


### Шығыс файлдары мен каталогтар


### Есептеулер мен түбіртектер


### Салыстыру мен бөлу


### Пәрмендер

call-not-utf8 = { $name }: мәтін UTF-8 емес
call-null = { $name }: нөлдік көрсеткіш
call-size = options.size мәні { $given }, ал кітапхана { $expected } мәнін біледі: тақырып файлы мен кітапхана нұсқалары әртүрлі
call-unknown = { $name }: { $number } саны ештеңені білдірмейді


### Қорытындылар


### Анықтама


### Түсіндірмелер мен мөлшерлемелер


### Күнтізбе мен өсімпұл
