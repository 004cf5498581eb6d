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

money-decimal = { $sum } теңгеде ондық сан сыйғызатыннан көп цифр бар
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


### Қорытындылар


### Анықтама


### Түсіндірмелер мен мөлшерлемелер


### Күнтізбе мен өсімпұл


### Бет

report-title = Ұсталымдар, { $months }
report-made = { $program } бағдарламасы { $receipt } түбіртегі бар есептеу бойынша жасаған
report-private = Бетте дербес деректер бар: ЖСН толық көрсетілген.
report-skip = Мазмұнға
report-contents = Бөлімдер
report-open = Неге назар аудару керек
report-see = қарау
report-operator = Оператор, БСН/ЖСН
report-persons = Орындаушылар
report-operations = Есепке алынған операциялар
report-income = Табыс
report-receipt = Түбіртек, SHA-256
report-version = Есептеген бағдарлама
report-warning-rejected = { $count } жол есепке алынбады: олар қабылданбады.
report-warning-limit = Табыс шегіне жақын немесе одан асқан айлар саны: { $count }.
report-warning-basis = Осы есептеудің { $count } мәні пайымдап шығарылған немесе тексерілмеген.
report-warning-breaks = Салыстыруда { $count } айырмашылық бар.
report-warning-returned = { $amount } қайтарылады: Мемлекеттік корпорация бұл соманы бөлмейді.
report-warning-owed = { $amount } әлі төленуге тиіс.
report-warning-advice = { $count } кеңес бар.
report-warning-unlisted = { $count } адам тізімдерге енбеді.
report-due = Нені және қашан төлеу керек
report-payments = Есептеудің төлемдері
report-month-days = Қағидалар бойынша айдың күндері
report-day = Күні
report-what = Не
report-day-statement = Табыстар туралы мәліметтер КГД-ға беріледі
report-day-computed = КГД есептелген сомаларды береді
report-day-payment = Сомалар аударылады
report-amounts = Табыстан сомаларға дейін
report-amounts-lead = Әр диаграмма айдың табысынан басталады. Босатылғаны және шектен асқаны шегеріледі; қалғаны — база, мөлшерлеме соманы береді.
report-step = Қадам
report-bar = Үлесі
report-sum = Сома, теңге
report-outside = Бұл төлемсіз
report-exempt = Босатылған
report-below-zero = Алынғаннан көп қайтарылған
report-above-cap = База шегінен жоғары
report-base = База
report-amount = Сома
report-incomes = Айдың табыстары
report-histogram = Табысы бойынша орындаушылар, { $month }: { $persons }
report-below-zero-persons = нөлден төмен
report-above = { $amount } сомадан жоғары
report-limits = Шекке жақын және одан асқан
report-no-limits = Айлық шекке жақын ешкім жоқ.
report-exemptions = Босатулар
report-exemptions-lead = Босатылған күндердің табысынан төлем ұсталмады.
report-exempt-table = Санаттар мен төлемдер бойынша босатылған табыс
report-exempt-whole = Бүкіл айға босатылған
report-exempt-income = Ұсталмаған табыс
report-no-exemptions = Босатылған табыс жоқ.
report-rejects = Есепке алынбаған жолдар
report-rejected = Қабылданбаған жолдар кодтар бойынша
report-todo = Бұл нені білдіреді
report-places = Әр кодтың алғашқы орындары
report-no-rejects = Барлық жол есепке алынды.
report-days = Күндер
report-by-day = Күндер бойынша операциялар мен табыс
report-no-days = Есептеуде операция жоқ.
report-reconciliation = Салыстыру
report-side-kgd = КГД ЦЖ
report-side-answer = Мемлекеттік корпорация
report-ours = Бізде
report-theirs = Оларда
report-matched = Сәйкес
report-explained = Түсіндірілген айырма
report-unexplained-more = Түсіндірілмеген, артық
report-unexplained-less = Түсіндірілмеген, кем
report-kinds = Айырмашылықтар түрі мен түсіндірмесі бойынша
report-not-explained = түсіндірілмеген
report-largest = Ең үлкен айырмашылықтар
report-distribution = Бөлу
report-returns = Не қайтарылады
report-reasons = Қайтарулар себептері бойынша
report-by-when = { $received } түсті; { $distributed } дейін бөлінеді не қайтарылады; { $mended } дейін түзетіледі.
report-correction = Түзету
report-correction-sums = Қосымша төлеуге және қайтаруға
report-advice = Кеңестер
report-advice-rows = Аударғанға дейін неге қарау керек
report-no-advice = Қарайтын ештеңе жоқ.
report-lists = Төлем тізімдері
report-lists-rows = Жиынтық төлем тапсырмалары
report-about-break = { $side }, { $payment }: бізде { $ours }, оларда { $theirs }: { $kind }
report-about-return = { $payment }: { $amount } қайтарылады: { $reason }
report-about-correction = { $payment }: бұрын { $before }, енді { $after }: { $cause }
report-about-limit = Табыс { $income }, шек { $limit }: { $share } %
report-person = Орындаушы
report-person-search = ЖСН немесе оның алғашқы не соңғы төрт цифры
report-person-rows = Орындаушылар мен айлар
report-person-all = Айдың қадамдарын көру үшін ЖСН теріңіз немесе жолды таңдаңыз. Бетте тізілімнің барлық жолы бар: { $count }.
report-person-some = Айдың қадамдарын көру үшін ЖСН теріңіз немесе жолды таңдаңыз. Тізілімнің { $all } жолының { $notable } жолына қарау керек; бетте олардың { $shown } жолы бар, ең көбі { $most }.
report-no-script = Орындаушылардың карточкаларына сценарийлер керек, бұл браузер оларды орындамайды; барлық сома register.csv файлында бар.
report-back = Артқа
report-on = Әрі қарай
report-found = Табылған жолдар: %d
report-filter = Жолдарды сүзу
report-not-due = Режимде мұндай төлем жоқ
report-cap = База шегі
report-rounding = Дөңгелектелген
report-card-outside = Бұл табыстан мұнда ештеңе есептелмейді.
report-rests = Сомалар неге негізделген
report-rests-lead = Есептеуге әсер ететін заңның әр мәні нормасымен. Негізі ең әлсізі — бірінші.
report-bases = Негізі бойынша мәндер
report-values = Мәндер
report-values-of-run = Осы есептеудің мәндері
report-value = Мәні
report-note = Ескертпе
report-shown-of = { $all } жолдың { $shown } жолы көрсетілген; бәрі { $file } файлында.
report-dir-twice = каталог екі рет аталған
report-no-run = каталогтар арасында есептеу жоқ
report-no-run-hint = `ustap calculate` жазған бір каталогты және одан жасалғандарды атаңыз
report-two-runs = бұл — екінші есептеу
report-stranger = бұл есептеуден жасалмаған
report-stranger-hint = оның түбіртегі басқа есептеулерді атайды: оған апаратындарын да атаңыз немесе оны алып тастаңыз
report-other-rates = есептеу басқа мөлшерлеме кестелерімен жасалған
report-other-rates-hint = есептеудің кестелерін көрсетіңіз: --rates DIR
report-written = { $file } файлына жазылды: браузерде ашыңыз
column-no-value = `{ $column }` мәні дұрыс емес
file-exists = бұрыннан бар
file-exists-hint = әлі жоқ файлды атаңыз; --force осы бағдарламаның бетін ауыстырады
file-not-replaced = бұл ауыстыруға болатын файл емес
file-foreign = ауыстырылмады: бұл осы бағдарламаның беті емес
file-name-unsynced = { $file } жазылды, бірақ қуат өшсе аты сақталмауы мүмкін
indicator-mrp = АЕК
indicator-mzp = ЕТЖ
basis-quoted = акт мәтіні бойынша
basis-secondary = екінші дереккөз бойынша
basis-inferred = пайымдап шығарылған
basis-unverified = тексерілмеген
rounding-half-up = жартысы жоғары
rounding-up = жоғары
rounding-down = төмен
rests-no-cap = жоқ
rests-rounding = Дөңгелектеу
rests-limit = Айлық табыс шегі
rests-exempt = Босату
rests-not-due = Режимде төленбейді
column-iin = ЖСН
column-period = Ай
column-regime = Режим
column-operations = Операциялар
column-income = Табыс
column-withheld = Ұсталды
column-limit = Шек
column-share = Үлесі, %
column-crossed-on = Асқан күні
column-over = Шектен артық
column-persons = Адам саны
column-category = Санат
column-payment = Төлем
column-provision = Норма
column-basis = Негізі
column-code = Код
column-rows = Жолдар
column-file = Файл
column-line = Жол
column-field = Өріс
column-value = Мәні
column-message = Себебі
column-effective-on = Күні
column-side = Тарап
column-kind = Түрі
column-explanation = Түсіндірме
column-difference = Айырма
column-consequence = Біздікін төлесе
column-amount = Сомасы
column-reason = Себебі
column-computed = Есептелді
column-paid = Төленді
column-distributed = Бөлінді
column-returned = Қайтарылды
column-owed = Төленуге қалды
column-to-pay = Қосымша төлеуге
column-to-return = Қайтаруға
column-detail = Толығырақ
column-knp = ТМК
column-rate = Мөлшерлеме
column-purpose = Төлем мақсаты
column-due-on = Мерзімі
column-listed-persons = Тізімдегі адамдар
column-listed-amount = Тізім сомасы
column-unlisted-persons = Тізімнен тыс адамдар
column-unlisted-amount = Тізімнен тыс сома
code-accepted = қабылданды
code-age-not-exempt = жасы босатады, ал босату жоқ
code-amount = басқа сома
code-birth-date-contradicts = туған күні босатуға қайшы
code-birth-date-not-exempt = 1975 жылға дейін туған, ал босату жоқ
code-capped-at-limit-only = айлық шек қана қолданылған
code-details = деректемелер жоқ немесе қате
code-duplicate = екі рет тұр
code-excess-returned = есептелгеннен асқаны қайтарылады
code-exempt = босатылған тұлға
code-exemption = босату
code-exemption-assumed = толық емес босату ескерілген
code-exemption-begins = босату ай ішінде басталады
code-exemption-ends = босату ай ішінде аяқталады
code-exemption-ignored = босату ескерілмеген
code-income = табыс
code-less-than-computed = есептелгеннен аз: бәрі қайтарылады
code-matches = сәйкес
code-missing = оларда жоқ
code-more-than-computed = есептелгеннен көп: асқаны қайтарылады
code-near-limit = табыс шегіне жақын
code-no-contractor = орындаушылар арасында жоқ
code-not-computed = ештеңе есептелмеген: бәрі қайтарылады
code-not-rounded = дөңгелектелмеген
code-other-iin = басқа ЖСН-де тұр
code-other-payment = басқа төлемде тұр
code-other-period = басқа айда тұр
code-other-reading = заңды басқаша оқыса төленбейді
code-over-limit = табыс шегінен асқан
code-parts-add-up = бірнеше жол біздің соманы береді
code-policy = шекті оқу тәсілі
code-rate-differs = мақсатта басқа мөлшерлеме
code-rate-missing = мақсатта мөлшерлеме жоқ
code-rates = мөлшерлемелер
code-regime = режим
code-rejected = олар қабылдамаған
code-rejected-row = қабылданбаған жолда тұр
code-returned = олар қайтарған
code-returned-in-full = толық қайтарылады
code-returned-out-of-scope = режимдерден тыс қайтарылған табыс
code-rounded-down = төмен дөңгелектелген
code-rounded-up = жоғары дөңгелектелген
code-uncapped = база шегінсіз
code-unexpected = бізде жоқ
code-unpaid = төленбеген
