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
argument-without-value = `{ $argument }` үшін мән керек
argument-value = `{ $argument }` үшін жарамсыз мән: `{ $value }`
argument-value-because = `{ $argument }` үшін жарамсыз мән: `{ $value }`: { $cause }
argument-unknown = `{ $argument }` деген параметр жоқ
argument-command-unknown = `{ $command }` деген команда жоқ
argument-without-equals = `{ $argument }` мәнінің алдында `=` белгісі керек
argument-value-too-many = `{ $argument }` үшін артық мән: `{ $value }`
argument-value-number = `{ $argument }` үшін мұнша мән болмайды: { $count }
argument-twice = `{ $argument }` тек бір рет көрсетіледі
argument-conflict = `{ $argument }` мыналармен бірге көрсетілмейді: { $others }
argument-missing = көрсетілмеген: { $arguments }
argument-no-command = команда көрсетілмеген
argument-not-text = аргумент UTF-8 мәтіні емес
argument-values-hint = мәндері: { $values }
argument-similar-hint = ұқсасы бар: `{ $similar }`; барлығын `{ $command } --help` көрсетеді
argument-command-hint = командаларды `{ $command } --help` көрсетеді
argument-hint = не күтілетінін `{ $command } --help` көрсетеді
argument-payment = мұндай төлем жоқ
argument-payment-hint = мыналар бар: { $codes }
argument-threads = ағындар саны — 1-ден 65535-ке дейін
argument-column = `АТЫ=ТАҚЫРЫП` немесе `ФАЙЛ.АТЫ=ТАҚЫРЫП` түрі керек
argument-kgd-column = `АТЫ=ТАҚЫРЫП` түрі керек
argument-column-file = `{ $file }` деген файл түрі жоқ
argument-column-file-hint = мыналар бар: { $files }
column-of-no-file = `--column { $file }.{ $column }`: `{ $file }` файлы көрсетілмеген
column-of-no-file-hint = файлды да көрсетіңіз немесе параметрді алып тастаңыз
column-of-other-file = `--column { $file }.{ $column }`: бұл команда `{ $file }` файлын оқымайды
column-of-other-file-hint = ол мыналарды оқиды: { $files }
memory-size = бұл 512MiB немесе 2GiB сияқты көлем емес
memory-size-large = бұл осы машина пайдалана алатын көлемнен артық
memory-size-small = бұл 16MiB-тен аз
standard-input-twice = стандартты енгізуді (`-`) тек бір рет көрсетуге болады


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

template-payer = Оператор — `ustap statement` және `ustap lists` командаларының `--payer payer.toml` параметрі үшін. Бәрі мәтін, тырнақшада.
template-payer-fields = Команда тек өзі қолданатын өрістерді талап етеді.
template-payer-entity = Заңды тұлғада — БСН және басшы. Кәсіпкерде олардың орнына, басшысыз, өз нөмірі:
template-payer-orders = Төмендегілер тек төлем тапсырмалары үшін. Оператордың шоты және банкінің БСК-сі.
template-payer-next-order = Келесі төлем тапсырмасының нөмірі; әр тізім біреуін алады.


### Қорытындылар

next = келесі: { $what }
next-nothing = басқа істейтін ештеңе жоқ
next-rejects = { $out }/rejects.csv ішіндегі қабылданбаған жолдарды қарап, түзетіп, қайталаңыз
note = ескертпе: { $what }
written = { $dir } каталогына жазылды
receipt = түбіртек { $digest }
rejected = қабылданбады
progress-working = жұмыс жүріп жатыр,
progress-rows = { $rows } жол, секундына { $speed },
input-not-read = { $file } ішінде оқылмады: { $columns }
input-not-text = { $file }:{ $line } жолында мәтін емес: байттар { $encoding } сияқты; `{ $option } { $encoding }` қолданып көріңіз
input-ends-open = { $file } соңғы жолынан кейін жол соңы жоқ: файл толық па?
summary-operations-read = оқылған операциялар
summary-operations = { $count } операция
summary-accepted = қабылданды
summary-on-top-of = мыналарға қоса
summary-closed = жабылды
summary-closed-until = { $month } дейін
summary-exemptions-read = оқылған босатулар
summary-contractors-read = оқылған орындаушылар
summary-persons = тұлғалар
summary-income = табыс
summary-withheld = ұсталды
summary-over-limit = шектен асқан айлар
summary-unnamed = орындаушылар арасында жоқ
summary-restored = нөлдер қойылды
note-shortened-ids = { $rows } жолдағы операция нөмірлері, біріншісі — { $file }:{ $line }, электрондық кесте қысқартқан сандарға ұқсайды; әртүрлі нөмірлер бірдей болып кетуі мүмкін: бағанды мәтін ретінде шығарыңыз
note-no-known-on = `--known-on` ештеңені өзгертпейді: бірде-бір босату қашан белгілі болғанын айтпайды (`known_on`)
calculate-next-rejects = { $run }/rejects.csv ішіндегі қабылданбаған жолдарды қарап, түзетіп, қайта есептеңіз
calculate-next-advise = `ustap advise { $run } --contractors ФАЙЛ --out КАТАЛОГ` төлемге дейін нені қарау керегін көрсетеді
calculate-next-statement = `ustap statement { $run } --contractors ФАЙЛ --payer ФАЙЛ --out КАТАЛОГ` МКК-ге 5-не дейін берілетін табыстар туралы мәліметтерді жазады
calculate-next-lists = `ustap lists { $run } --contractors ФАЙЛ --payment all --format xlsx --out КАТАЛОГ` 25-не дейін төленетін тізімдерді жасайды
check-next-rejects = қабылданбаған жолдарды түзетіңіз; `--check` орнына `--out КАТАЛОГ` берілсе, барлығы `КАТАЛОГ/rejects.csv` ішінде болады
check-next = `--check` орнына `--out КАТАЛОГ` тізілімдерді жазады
advise-rejected = оқылмайтын жолдар: { $rows } (қайсысы екенін `calculate` айтады)
advise-next-look = табылғанын { $out }/advice.csv ішінен қараңыз
advise-next = `ustap statement { $run } --contractors ФАЙЛ --payer ФАЙЛ --out КАТАЛОГ` МКК-ге 5-не дейін берілетін табыстар туралы мәліметтерді жазады
correct-rows = түзетулер { $rows }, тұлғалар { $persons }
correct-payment = { $persons } тұлға, қосымша төлеу { $pay }, қайтарып алу { $back }
told-other-months = мәлімет үшін: басқа айлардың { $rows } жолы ({ $side }), олар салыстырылмайды
correct-next-pay = `ustap lists { $out } --contractors ФАЙЛ --payment all --format xlsx --out КАТАЛОГ` қосымша төленетін тізімдерді жасайды
correct-next-return = `ustap refunds { $out } --reason КОД --out КАТАЛОГ` қайтару туралы өтініштер жасайды
template-written = `operations.csv`, `exemptions.csv`, `contractors.csv`, `payer.toml` { $dir } каталогына жазылды
template-next-rows = мысалдардың орнына өз жолдарыңызды жазыңыз
template-next = `ustap calculate { $dir }/operations.csv --exemptions { $dir }/exemptions.csv --contractors { $dir }/contractors.csv --out КАТАЛОГ`
rates-exported = кірістірілген кестелер { $dir } каталогына жазылды; `--rates` арқылы қолданылады
rates-export-next = оларды түзетіңіз, содан кейін `ustap rates check --rates { $dir }`
check-holds = { $what }: дұрыс
check-not-checked = { $what }: тексерілмеді: { $why }
check-broken = { $what }: ДҰРЫС ЕМЕС: { $why }
verify-next-broken = дұрыс емесі — есептелгеннің өзі емес: { $run } каталогын көшірмеден алыңыз немесе қайта есептеңіз
verify-next-recompute = `ustap verify { $run } --inputs КАТАЛОГ --recompute` кіріс файлдары бойынша қайта есептеп, байтына дейін салыстырады
refunds-excess = артық төленгені { $amount }
refunds-applications = { $applications } өтініш, { $persons } тұлға
refunds-left-out = кірмеді: { $persons } тұлға, { $amount } (`left_out.csv`)
refunds-point-15 = Қағидалардың 15-тармағы бойынша қайтатын сомаға өтініш керек емес: оның не екенін `ustap distribute` көрсетеді
refunds-returned = өтініш керек емес: { $sums } сома қайтарылып қойған, оларды қайта төлеу керек
refunds-flag = назар аударыңыз, { $payment }: { $flag }
refunds-next = { $out } ішіндегі өтініштерге қол қойып, Мемлекеттік корпорацияға беріңіз
break-kind-unknown = `{ $code }` деген айырмашылық түрі жоқ
break-kind-unknown-hint = түрлері: { $codes }
statement-contractors = орындаушы
statement-income = табыс
statement-left-out = кірмеді
statement-unnamed = атсыз
statement-conserved = { $month }: тізілім { $register } = мәліметтер { $statement } + кірмегені { $rest }
statement-other-months = мәлімет үшін: тізілімнің басқа айлардағы { $rows } жолы мәліметтерге кірмейді
statement-rejected-operations = есептеуде қабылданбаған { $rows } операция мәліметтерде жоқ: { $codes } (есептеудің `rejects.csv` файлы)
statement-builds-upon = мәлімет үшін: осы есептеу жалғастыратын есептеулерде қабылданбағаны өздерінің `rejects.csv` файлдарында
statement-unnamed-rows = аты-жөні толық емес орындаушылардың { $rows } жолы бәрібір мәліметтерде: `unnamed.csv`
contractors-doubts = аты-жөні мен туған күндеріне қатысты { $count } күмән: `doubts.csv`
contractors-rejected = орындаушылардың { $rows } жолы қабылданбады: `rejects.csv`
statement-standing = МКК осы табыстар бойынша есептейді; есептеуде ұсталғаны — оның сомаларының болжамы мен тексерісі: `ustap reconcile --kgd`
statement-next-state = { $month } табысын МКК-ге арнаулы мобильді қосымша арқылы беріңіз{ $by } (3-тармақ)
statement-by = , { $day } дейін
statement-by-day-off = , { $day } дейін; бұл демалыс күні, оның алдындағы жұмыс күні — { $before }
statement-next = МКК сомалары келгенде `ustap lists { $run } --kgd ФАЙЛ --contractors ФАЙЛ --payment all --format xlsx --out КАТАЛОГ` 25-не дейін төленетін тізімдерді жасайды
lists-knp = ТМК
lists-rate = мөлшерлеме
lists-listed = тізімде
lists-unlisted = тізімнен тыс
lists-amount = сома
lists-no-file = файлсыз
lists-unlisted-rows = тізімге керегі жоқ тұлғалардың { $rows } жолы: `unlisted.csv`
lists-kgd-rejected = МКК-нің { $rows } жолы қабылданбады, { $code }: `rejects.csv`
lists-next-order = келесі төлем тапсырмасының нөмірі — { $number }
lists-computed = сомалар — МКК есептегені: есептеуден { $persons } тұлға өзгеше, { $more } артық, { $less } кем
lists-computed-named = оларды `ustap reconcile --register { $run } --kgd ФАЙЛ --out КАТАЛОГ` атап береді
lists-lacking = мәлімет үшін: { $months } үшін тізім жоқ: бұл айлар МКК файлдарында жоқ
lists-unused = мәлімет үшін: МКК файлдарындағы { $months } қолданылмайды: есептеуде мұндай ай жоқ
lists-other-months-of-source = мәлімет үшін: дереккөздің басқа айлардағы { $rows } жолы тізімдерде де, сомаларда да жоқ
lists-other-months-of-kgd = мәлімет үшін: МКК-нің басқа айлардағы { $rows } жолы тізімдерде де, сомаларда да жоқ
note-no-operator = бірде-бір тізімде оператордың БСН немесе ЖСН жоқ, ал Қағидалардың 9-тармағы оны талап етеді: `--payer ФАЙЛ` көрсетіңіз
note-account-assumed = { $payments } шоты — болжам, бұл басқа төлемнің шоты: `settlement/accounts.toml` солай дейді
note-rate-by-default = { $month } мөлшерлемесі дереккөзде жоқ тұлғалар үшін — орындаушылар файлында жоқ тұлғаныкіндей
lists-next-look = алдымен { $out } ішіндегі `unlisted.csv`, `doubts.csv`, `rejects.csv` файлдарын қараңыз
lists-next-pay = { $out } ішіндегі тізімдер бойынша төлем тапсырмаларына қол қойып, 25-не дейін төлеңіз (6-тармақ)
lists-next-reconcile = жауаптар келгенде `ustap reconcile --register { $run } --answer ФАЙЛ --out КАТАЛОГ`
lists-only-mt102 = `{ $option }` — тек `--format mt102` үшін
lists-only-mt102-hint = басқа түрлер күнді атамайды және UTF-8-де
lists-needs-payer = `--format mt102` үшін `--payer ФАЙЛ` керек
lists-needs-payer-hint = `ustap template КАТАЛОГ` толтыруға арналған `payer.toml` жазады
lists-needs-date = `--format mt102` үшін `--date КҮН` керек
lists-needs-date-hint = төлем тапсырмасының күні, мысалы `--date 2026-09-21`: сағат оқылмайды
reconcile-nothing = тізілімді салыстыратын ештеңе жоқ
reconcile-nothing-hint = `--answer ФАЙЛ`, `--kgd ФАЙЛ` немесе екеуін де көрсетіңіз
reconcile-side = тізілім және { $side }
reconcile-ours = біздікі
reconcile-theirs = олардікі
reconcile-matched = сәйкес
reconcile-explained = түсіндірілген
reconcile-more = түсіндірілмеген, артық
reconcile-less = кем
reconcile-breaks = айырма
reconcile-conserved-ours = біздікі { $sum } = сәйкес { $matched } + айырмашылықтар { $breaks }
reconcile-conserved-theirs = олардікі { $sum } = сәйкес { $matched } + айырмашылықтар { $breaks }
reconcile-rows = бізде { $ours } жол, оларда { $theirs }: сәйкестік { $matched }, айырмашылық { $breaks }, мәлімет үшін { $told }
reconcile-repeated = мәлімет үшін: { $rows } жол сілтемесі бірдей басқа жолды қайталайды және бір рет есептеледі: { $places }
reconcile-told = мәлімет үшін: басқасы қалған немесе ештеңе тиесілі емес жерде қайтарылған жол { $returned }, қабылданбағаны { $rejected }; қабылданып, қайтып келгені — { $back }
reconcile-balances = барлық төлемдер бойынша сомасы өзгеше тұлғалардың { $count } айы: `balances.csv`
reconcile-penalties = МКК ЦЖ есептеген { $count } өсімпұл: `penalties.csv`
reconcile-largest = ең үлкен айырмашылықтар
reconcile-other-payments = мәлімет үшін: басқа төлемдердің { $rows } жолы ({ $whose }), олар салыстырылмайды
reconcile-other-months = мәлімет үшін: басқа айлардың { $rows } жолы ({ $whose }), олар салыстырылмайды
reconcile-next-breaks = айырмашылықтарды { $out }/breaks.csv ішінен қараңыз
reconcile-next-refunds = `ustap refunds { $out } --reason КОД --out КАТАЛОГ` артық төленгенді қайтару туралы өтініштер жасайды
distribute-persons = тұлға
distribute-computed = есептелген
distribute-paid = төленген
distribute-distributed = бөлінген
distribute-returned = қайтарылған
distribute-owed = берешек
distribute-no-code = ТМК жоқ
distribute-paid-is = төленген { $paid } = бөлінген { $distributed } + қайтарылған { $returned }
distribute-computed-is = есептелген { $computed } = бөлінген { $distributed } + берешек { $owed }
distribute-stated = мәлімет үшін: { $file }: :32A: өрісінде { $stated }, ал жолдардың қосындысы { $rows }
note-broken-chain = { $dir } өзі `--after` арқылы көрсетілмеген бөлуді жалғастырады: онда бөлінгені есепке алынбады
term-distribution = бөлінеді немесе қайтарылады
term-mending = түзетіледі
term-by = { $name }, { $day } дейін: { $from } кейін { $days } жұмыс күні
term-unknown = { $name }, күні белгісіз: { $why }
term-not-in-tables = `deadlines.toml` ішінде { $day } күніне `{ $code }` мерзімі жоқ
distribute-next-returned = қайтатыны жолымен { $out }/returns.csv ішінде: ондағы деректемелер мен мөлшерлемелерді түзетіңіз, өтініш керек емес
distribute-next-owed = әлі берешек { $owed }: `ustap lists { $out }` бойынша төлеңіз, содан кейін сол төлемді `--after { $out }` арқылы бөліңіз
distribute-over = мәлімет үшін: МКК ЦЖ-нің { $sums } сомасы енді бөлінгеннен кем; олардан ештеңе қалмады
distribute-over-row = { $iin } { $month } { $payment }: есептелген { $computed }, бөлінген { $distributed }
explain-zeros = `--iin`: ЖСН басында нөлдер жетіспейді
explain-zeros-hint = барлық 12 цифрды жазыңыз немесе `--restore-zeros` қосыңыз: онда нөлдер файлдарда да қойылады
reject-advice-malformed-row = жабылмаған тырнақшаны немесе мәннің ішіндегі бөлгішті іздеңіз
reject-advice-operation-id = әр операцияға 64 байттан аспайтын нөмір беріңіз
reject-advice-iin = ЖСН басындағы нөлдер жоғалды ма? Файлды мәтін ретінде ашыңыз немесе `--restore-zeros` қосыңыз
reject-advice-iin-check-digit = нөмірді құжатпен салыстырыңыз: цифры қате
reject-advice-date = күнді 2026-08-05 немесе 05.08.2026 түрінде жазыңыз
reject-advice-corrects-later = `corrects_on` — табысы түзетілетін ертерек күн
reject-advice-income = соманы валютасыз, нүктеден кейін екі таңбадан асырмай жазыңыз: 1500.50
reject-advice-income-range = сомада артық цифр жоқ па, тиынмен берілмеген бе — қараңыз
reject-advice-no-rates = кестелерде қандай күндер барын `ustap rates check` айтады; басқаларын `--rates КАТАЛОГ` алады
reject-advice-outside-period = бұл операциялар өз айының есептеуіне жатады
reject-advice-closed-month = жабылған айдың табысы жаңа есептеу және `ustap correct` арқылы түзетіледі
reject-advice-no-regime = орындаушылар файлында осы орындаушының режим күндерін толықтырыңыз
reject-advice-conflicting-duplicate = бір нөмір әртүрлі операцияларда: әрқайсысына өз нөмірін беріңіз
reject-advice-duplicate = жол екі рет шығарылған болса, ештеңе істемеңіз; әйтпесе өз нөмірін беріңіз
reject-advice-category = санаттарды `ustap rates show` тізіп береді
reject-advice-regime = режимдерді `ustap rates show` тізіп береді
reject-advice-interval = бірінші және соңғы күнді алмастырыңыз немесе түзетіңіз
reject-advice-overlap = бір режим екіншісі басталардан бір күн бұрын аяқталсын
reject-advice-period = айды 2026-08 түрінде жазыңыз
reject-advice-knp = төлем мақсатының коды — `ustap rates show` ішіндегідей
reject-advice-amount = соманы валютасыз, нүктеден кейін екі таңбадан асырмай жазыңыз: 1500.50
reject-advice-amount-range = сомада артық цифр жоқ па, тиынмен берілмеген бе — қараңыз
reject-advice-status = күйі — `accepted`, `rejected` немесе `returned`
reject-advice-repeated = бір тұлғаға бір айға бір жол керек: ескірегін алып тастаңыз


### Анықтама

help-usage = Қолданылуы:
help-commands = Командалар:
help-arguments = Аргументтер:
help-options = Параметрлер:
help-values = Мүмкін мәндер:
help-values-short = [мүмкін мәндер: { $values }]
help-default = [әдепкі: { $value }]
help-help = Анықтаманы көрсету
help-help-short = Анықтаманы көрсету (толығырақ: `--help`)
help-help-long = Анықтаманы көрсету (қысқаша: `-h`)
help-version = Нұсқаны көрсету
help-command-help = Осы анықтаманы немесе көрсетілген команданың анықтамасын шығару
help-command-ustap = Қазақстандағы интернет-платформа операторларының № 392 бұйрық бойынша ұстап қалулары
help-command-ustap-long = Аяқталу коды: 0 — орындалды, ескерту жоқ; 1 — орындалды, ескертулер бар (қабылданбаған жолдар, түсіндіретін ештеңе жоқ); 2 — орындау мүмкін болмады, ештеңе жазылмады.
help-command-calculate = Әр тұлғадан әр ай үшін ұсталатын сомаларды есептеп, тізілімдерді жазу
help-command-calculate-long = Қағидалардың 4-тармағы бойынша есептейтін — МКК, ол оператор берген табыс туралы мәліметтерге сүйенеді. Оператор үшін бұл сомалар — МКК сомаларының болжамы, тексерісі және олар келгенше ұсталатын сома; МКК сомалары белгілі болғанда төлем солар бойынша жасалады. 4-тармақ бойынша есептейтін тұлға үшін бұл — есептеудің өзі.
help-command-explain = Бір тұлғаның бір айлық сомалары қалай шыққанын әр нормасымен қадамдап көрсету
help-command-explain-long = Сомалар `ustap calculate` командасындағымен бірдей: оператор үшін — МКК сомаларының болжамы мен тексерісі, Қағидалардың 4-тармағы бойынша есептейтін тұлға үшін — есептеудің өзі. МКК сомасы өзгеше болса, сол төленеді.
help-command-statement = Табыстар туралы мәліметтерді Қағидаларға қосымшаның нысаны бойынша әр айға бөлек жазу
help-command-lists = Есептеу, түзету немесе бөлу және орындаушылардың аты-жөні бойынша төлем тізімдерін жасау
help-command-reconcile = Есептеу тізілімін Мемлекеттік корпорацияның жауаптарымен, МКК ЦЖ сомаларымен немесе екеуімен салыстыру
help-command-distribute = МКК ЦЖ сомалары бойынша Мемлекеттік корпорация төлемнің қайсысын бөлетінін, қайсысын қайтаратынын көрсету
help-command-refunds = Салыстыру немесе түзету бойынша артық төленген соманы қайтару туралы өтініштер жасау
help-command-calendar = Айдың Қағидалар бойынша мерзімдерін көрсету: мәліметтер, МКК сомалары, төлем, бөлу, қателерді түзету
help-command-penalty = Уақтылы аударылмаған сома үшін өсімпұлды күндер бойынша есептеу
help-command-advise = Төлемге дейін нені қарау керегін көрсету: босатулар, жас, шектер, тізімде жоқ орындаушылар
help-command-correct = Екі есептеуді салыстыру: тұлға, ай және төлем бойынша нені қосымша төлеу, нені қайтарып алу керек және неге
help-command-verify = Есептеу каталогының өз түбіртегіне және оның негіздеріне сай екенін тексеру
help-command-rates = Мөлшерлемелер кестелерін көрсету, тексеру немесе шығарып алу
help-command-rates-show = Белгілі бір күні қолданыстағының бәрін нормасымен және негізімен көрсету
help-command-rates-check = Кестелерді қатаң тәртіппен оқып, не тексерілгенін айту
help-command-rates-export = Кірістірілген кестелерді түзетуге болатын файлдар етіп жазу
help-command-template = Тақырыптары мен екі мысал жолы бар үш кіріс файлын және `payer.toml` файлын жазу
help-command-completions = Қабықша командалар мен параметрлерді толықтыратын сценарийді шығару
help-command-man = Барлық командалардың нұсқаулық беттерін жазу
help-argument-lang = Хабарлар тілі: en, ru немесе kk [әдепкі: терминал тілі; файлдарда en, құжаттарда ru]
help-argument-color = «қате:», «кеңес:», «ескерту:» сөздерін түспен бөлу
help-argument-rates = Кірістірілгендердің орнына қолданылатын мөлшерлемелер кестелерінің каталогы
help-argument-calendar-rates = Кірістірілгендердің орнына қолданылатын мөлшерлемелер кестелерінің каталогы
help-argument-verify-rates = Есептеуде кірістірілген емес кестелер қолданылса, сол кестелердің каталогы
help-argument-threads = Ағындар саны [әдепкі: барлық процессорлар]
help-argument-memory = Жұмыс жады, кемінде 16MiB; сыймағаны уақытша файлдарға жазылады [әдепкі: бар жадтың төрттен бірі]
help-argument-verify-memory = Жұмыс жады, кемінде 16MiB [әдепкі: бар жадтың төрттен бірі]
help-argument-encoding = Кіріс файлдарының кодтамасы
help-argument-calculate-encoding = Кіріс файлдарының кодтамасы; байт ретінің белгісі (BOM) одан басым
help-argument-explain-encoding = Кіріс файлдарының кодтамасы; байт ретінің белгісі (BOM) одан басым
help-argument-penalty-encoding = Файлдың кодтамасы; байт ретінің белгісі (BOM) одан басым
help-argument-distribute-encoding = Кіріс файлдарының кодтамасы; тізімдер каталогы өзінікін өзі айтады
help-argument-lists-encoding = mt102 кодтамасы [әдепкі: utf-8]
help-argument-lists-contractors-encoding = Барлық кіріс файлдарының кодтамасы
help-argument-statement-contractors-encoding = Орындаушылар файлдарының кодтамасы
help-argument-column = Бағанның басқа тақырыбы, мысалы income="Сома" немесе exemptions.valid_to="Дейін"; файл түрі көрсетілмесе — команда оқитын бірінші түрдегі файлдың бағаны
help-argument-ignore-column = Жетіспейтін бағанға ұқсаса да, оқылмайтын тақырып
help-argument-restore-zeros = 1–11 цифрлы ЖСН-нің алдына, бақылау цифры сәйкес келсе, нөлдер қосу
help-argument-operations = Операциялары бар CSV файлдары, бәрі бір пакет; `-` — стандартты енгізу
help-argument-exemptions = Босатылған тұлғалардың санаттары бар CSV файлы
help-argument-contractors = Орындаушылардың аты-жөні мен режимдері бар CSV файлы
help-argument-advise-contractors = Орындаушылар мен олардың туған күндері бар CSV файлы
help-argument-statement-contractors = Орындаушылардың аты-жөні бар CSV файлы; `-` — стандартты енгізу
help-argument-lists-contractors = Орындаушылардың аты-жөні мен туған күндері бар CSV файлы; `-` — стандартты енгізу
help-argument-known-on = Тек осы күні белгілі босатулар: `known_on` күні кейінірек жолдар ескерілмейді
help-argument-over-limit = Айлық шектен асқан табыс қалай түсініледі
help-argument-period = Тек осы айға жататын операциялар, мысалы 2026-08
help-argument-out = Тізілімдер каталогы; ол әлі болмауы керек және тек толық күйінде пайда болады
help-argument-check = Тек күйлер мен қорытындылар, ештеңе жазылмайды
help-argument-after = Операциялар қосылатын, `--keep` арқылы жасалған алдыңғы есептеудің каталогы
help-argument-close = Алдыңғы есептеудің осы айын және оған дейінгілерін жабу: олар сонда қалады, операциялары енді қабылданбайды
help-argument-keep = Келесі есептеу осыны жалғастыруы үшін керектіні `state/` ішкі каталогында сақтау
help-argument-lines = `lines.csv` файлын да жазу: әр операциядан қанша ұсталды
help-argument-force = Каталог бар болса және осы бағдарламаның есептеуі болса, оны бір қадамда алмастыру
help-argument-advise-run = Есептеу каталогы
help-argument-advise-out = Кеңестер каталогы; ол әлі болмауы керек және тек толық күйінде пайда болады
help-argument-correct-before = Ұстап қалу мен төлем жасалған есептеудің каталогы
help-argument-correct-after = Қазір белгілі деректер бойынша есептеудің каталогы
help-argument-correct-period = Екі есептеудің тек осы айын салыстыру; бірнеше рет көрсетуге болады
help-argument-correct-out = Түзетулер каталогы; ол әлі болмауы керек және тек толық күйінде пайда болады
help-argument-verify-run = Есептеу каталогы
help-argument-verify-inputs = Есептеудің кіріс файлдары кез келген атпен жатуы мүмкін каталог
help-argument-verify-recompute = Кіріс файлдары бойынша қайта есептеп, байтына дейін салыстыру
help-argument-verify-chain = Осы есептеу жалғастыратын алдыңғы есептеулердің каталогтары
help-argument-iin = Тұлға
help-argument-explain-period = Ай; `calculate --period` сияқты, басқа айлардың операциялары ескерілмейді
help-argument-json = Сол қадамдар JSON түрінде
help-argument-statement-run = Табыстары ұсынылатын есептеудің каталогы
help-argument-statement-payer = Оператордың атауы мен нөмірі, заңды тұлға үшін басшысы да көрсетілген TOML файлы
help-argument-statement-period = Тек осы айдың мәліметтері; бірнеше рет көрсетуге болады
help-argument-statement-date = Нысанның соңындағы мәліметтерді ұсыну күні [әдепкі: толтыруға арналған жол]
help-argument-statement-format = Мәліметтердің түрі
help-argument-statement-out = Мәліметтер каталогы; ол әлі болмауы керек және тек толық күйінде пайда болады
help-argument-lists-run = Төлем жасалатын есептеудің каталогы; түзетудікі болса — қосымша төленетіні; бөлудікі болса — қайтарулардан кейінгі берешек
help-argument-lists-kgd = МКК есептеген сомалары бар CSV файлы: онда есептеу сомаларының орнына солар төленеді; `-` — стандартты енгізу
help-argument-penalties = МКК сомаларындағы өсімпұлдар бойынша да тізімдер жасау
help-argument-lists-period = Әр жақтан тек осы ай; бірнеше рет көрсетуге болады
help-argument-payment = Төлем
help-argument-lists-format = Тізімдердің түрі
help-argument-lists-out = Тізімдер каталогы; ол әлі болмауы керек және тек толық күйінде пайда болады
help-argument-lists-payer = Оператордың атауы, нөмірі, mt102 үшін шоты да көрсетілген TOML файлы
help-argument-lists-date = Төлем тапсырмасының күні, mt102 үшін
help-argument-lists-kgd-column = МКК сомалары бағанының басқа тақырыбы: `--column kgd.АТЫ=ТАҚЫРЫП` деген сияқты
help-argument-distribute-kgd-column = МКК ЦЖ сомалары бағанының басқа тақырыбы: `--column kgd.АТЫ=ТАҚЫРЫП` деген сияқты
help-argument-reconcile-kgd-column = МКК ЦЖ сомалары бағанының басқа тақырыбы: `--column kgd.АТЫ=ТАҚЫРЫП` деген сияқты
help-argument-paid = Не төленді: тізімдер каталогы, MT-102 файлы немесе `iin`, `period`, `knp`, `amount` бағандары бар CSV файлы; `-` — стандартты енгізу
help-argument-distribute-kgd = МКК ЦЖ сомалары бар CSV файлы: `iin`, `period`, `ipn`, `opv`, `opvr`, `so`, `vosms`
help-argument-distribute-after = Алдыңғы бөлудің каталогы: онда бөлінген сомалар енді төленбейді; бірнеше рет көрсетуге болады
help-argument-received-on = Ақша Мемлекеттік корпорацияға түскен күн: мерзімдер содан басталады
help-argument-distribute-out = Бөлінген, қайтарылған және берешек сомалар каталогы; ол әлі болмауы керек және тек толық күйінде пайда болады
help-argument-refunds-dir = Салыстыру немесе түзету каталогы
help-argument-reason = Қайтару себебі, бәріне біреу: `settlement/refunds.toml` файлындағы код
help-argument-refunds-out = Өтініштер каталогы; ол әлі болмауы керек және тек толық күйінде пайда болады
help-argument-side = Артық төленген сома салыстырудың қай жағынан көрінеді [әдепкі: answer]
help-argument-kind = Салыстырудың тек осы түрдегі айырмашылықтары, мысалы `duplicate`; бірнеше рет көрсетуге болады
help-argument-month = Табыс айы, мысалы 2026-08: мерзімдер келесі айға жатады
help-argument-penalty-file = `payment`, `period`, `paid_on`, `amount` бағандары бар CSV файлы; `-` — стандартты енгізу
help-argument-penalty-payment = Төлем: `opv`, `opvr`, `so` немесе `vosms`
help-argument-penalty-period = Төленуге тиіс болған ай, мысалы 2026-03
help-argument-paid-on = Төленген күн
help-argument-amount = Кешіктіріп төленген сома, теңгемен
help-argument-register = Тізілімі салыстырылатын есептеудің каталогы
help-argument-answer = Мемлекеттік корпорацияның немесе банктің жауабы бар CSV файлы; `-` — стандартты енгізу
help-argument-reconcile-kgd = МКК ЦЖ есептеген сомалары бар CSV файлы; `-` — стандартты енгізу
help-argument-reconcile-payment = Тек осы төлемді салыстыру: `ipn`, `opv`, `opvr`, `so` немесе `vosms`; бірнеше рет көрсетуге болады
help-argument-reconcile-period = Әр жақтың тек осы айын салыстыру; бірнеше рет көрсетуге болады
help-argument-reconcile-out = Айырмашылықтар мен сомалар каталогы; ол әлі болмауы керек және тек толық күйінде пайда болады
help-argument-xlsx = `breaks.xlsx` файлын да жазу
help-argument-rates-show-on = Күн, мысалы 2026-08-05 [әдепкі: бүгін]
help-argument-dir = Әлі жоқ каталог
help-argument-shell = Қабықша
help-choice-over-limit-cap = Базалар шегіне жетеді, ұстап қалу жалғасады
help-choice-over-limit-stop = Шектен асқан операциядан бастап сол ай үшін ештеңе ұсталмайды
help-choice-encoding-kz-1048 = Қазақстандағы Windows пен 1С жазатын қазақ әріптері (STRK1048-2002)
help-choice-contractors-encoding-kz-1048 = Қазақстандағы Windows пен 1С жазатын қазақ әріптері (STRK1048-2002)
help-choice-statement-format-csv = Әр айға бір файл
help-choice-statement-format-xlsx = Қағидаларға қосымша әр айға Excel кітабы түрінде, басып шығарып қол қоюға дайын
help-choice-lists-format-csv = Әр тізімге бір файл
help-choice-lists-format-xlsx = Барлық тізімдер, тізілім және қабылданбаған жолдар бар Excel кітабы
help-choice-lists-format-mt102 = Әр тізімге банктер қабылдайтын төлем тапсырмасы
help-choice-side-answer = Тиесілісі — тізілім бойынша, төленгені — жауап бойынша
help-choice-side-kgd = Қайтаруға негіз емес: МКК ЦЖ есептемеген сома өзі қайтады
help-value-command = КОМАНДА_АТЫ
help-value-options = ПАРАМЕТРЛЕР
help-value-lang = ТІЛ
help-value-when = ҚАШАН
help-value-dir = КАТАЛОГ
help-value-file = ФАЙЛ
help-value-month = АЙ
help-value-day = КҮН
help-value-run = ЕСЕПТЕУ
help-value-name = АТЫ
help-value-before = БҰРЫНҒЫ
help-value-after = КЕЙІНГІ
help-value-n = САН
help-value-size = КӨЛЕМ
help-value-iin = ЖСН
help-value-format = ТҮР
help-value-source = ДЕРЕККӨЗ
help-value-payment = ТӨЛЕМ
help-value-lists = ТІЗІМДЕР
help-value-distribution = БӨЛУ
help-value-code = КОД
help-value-side = ЖАҚ
help-value-kind = ТҮР
help-value-amount = СОМА
help-value-policy = ЕРЕЖЕ
help-value-operations = ОПЕРАЦИЯЛАР
help-value-heading = ТАҚЫРЫП
help-value-shell = ҚАБЫҚША
help-value-correction-or-reconciliation = ТҮЗЕТУ_НЕМЕСЕ_САЛЫСТЫРУ
help-value-name-header = АТЫ=ТАҚЫРЫП
help-value-file-name-header = [ФАЙЛ.]АТЫ=ТАҚЫРЫП
man-name = АТЫ
man-synopsis = СИНТАКСИС
man-description = СИПАТТАМА
man-options = ПАРАМЕТРЛЕР
man-subcommands = КОМАНДАЛАР
man-version = НҰСҚА
man-written = { $dir } каталогына { $count } бет жазылды


### Түсіндірмелер мен мөлшерлемелер

explain-nothing = түсіндіретін ештеңе жоқ: бұл тұлғаның осы айда есепке алынған операциясы жоқ
explain-not-counted = бұл тұлғаның қабылданбаған немесе басқа айларға жататын жолдары (`ustap calculate … --check` қараңыз)
explain-person = Тұлға
explain-month = Ай
explain-operations = Есепке алынған операциялар
explain-settled = есеп айырысу
explain-corrects = басқа күннің табысын түзетеді
explain-exempt-from = босатылған төлемдер
explain-withheld-of-it = ұсталды
explain-income = Табыс
explain-row = Режим
explain-out-of-scope = Мұнда ештеңе есептелмейді: бұл режим № 392 бұйрықтан тыс. Бұл ештеңе төленбейді дегенді білдірмейді.
explain-outside-regime = Айлық шектен асқан операциядан басталатын табыс: ештеңе ұсталмайды (`stop` саясаты).
explain-not-due = режимде мұндай төлем жоқ
explain-exempt = Босатылған табыс
explain-other-reading = Төленуге тиіс; заң басқаша оқылса – тиіс емес:
explain-base-before-cap = Шекке дейінгі база
explain-cap = База шегі
explain-lowest = ең төменгісі қолданылады
explain-no-cap = жоқ
explain-base = База
explain-rate = Мөлшерлеме
explain-product = База × мөлшерлеме
explain-rounding = Дөңгелектеу бірлігі
explain-tenge = теңге
explain-amount = Сома
explain-withheld = Барлығы ұсталды
explain-notes = Тізілімдегі белгілер
explain-limit = Айлық табыс шегі
explain-over = шектен артық
explain-crossed = алғаш асырған операция
explain-standing = Қағидалардың 4-тармағы бойынша есептейтін — МКК. Оператор үшін бұл сомалар — МКК сомаларының болжамы мен
explain-standing-itself = тексерісі; 4-тармақ бойынша есептейтін тұлға үшін — есептеудің өзі.
explain-sources = Дереккөздер
explain-mode-half-up = жартысы жоғары
explain-mode-up = жоғары
explain-mode-down = төмен
explain-payment-ipn = жеке табыс салығы
explain-payment-opv = міндетті зейнетақы жарналары
explain-payment-opvr = жұмыс берушінің міндетті зейнетақы жарналары
explain-payment-so = әлеуметтік аударымдар
explain-payment-vosms = міндетті әлеуметтік медициналық сақтандыру жарналары
rates-in-force-on = { $day } күні қолданыста
rates-rules = Бұйрықтың қағидалары
rates-indicators = Көрсеткіштер
rates-out-of-scope = Бағдарламадан тыс: мұнда ештеңе есептелмейді, бірақ бұл ештеңе тиесілі емес дегенді білдірмейді
rates-in-force = қолданыста
rates-default-regime = файлда жоқ орындаушының режимі
rates-no-limit = айлық табыс шегі жоқ
rates-limit = айлық табыс шегі  { $amount } теңге = { $times } { $of }
rates-rate = мөлшерлеме
rates-no-cap = база шегі жоқ
rates-cap = база шегі  { $amount } теңге = { $times } { $of }
rates-cap-binds = база шегі  { $amount } теңге = { $times } { $of }, осы қолданылады
rates-rounded-to = дөңгелектеу бірлігі
rates-rounded = дөңгелектеу
rates-due = мерзімі  { $month } үшін { $day }
rates-recipient = алушы
rates-no-recipient = алушы жоқ
rates-month = Қағидалар бойынша ай
rates-month-day = { $name }  { $month } үшін { $day }
rates-term = { $name }  { $days } жұмыс күні
rates-day-statement = табыстар туралы мәліметтер
rates-day-computed = МКК сомалары
rates-day-payment = төлем
rates-day-distribution = бөлу
rates-day-mending = қателерді түзету
rates-days-off = демалыс күндері
rates-base-rate = базалық мөлшерлеме
rates-base-rate-unknown = базалық мөлшерлеме  бұл күнге белгісіз
rates-categories = Босатылғандар санаттары
rates-exempts-nothing = бұл күні ештеңеден босатпайды
rates-not-due = тиесілі емес
rates-other-reading = тиесілі, басқаша оқылса — тиесілі емес
rates-checked = Тексерілді: { $tables } кесте, күні бар { $values } мән
rates-days = Мөлшерлемелері бар күндер
rates-none = жоқ
rates-covered = { $first } – { $last }  { $days } күн
rates-until = Кестелер қай күнге дейін жетеді
rates-no-end = шексіз
rates-by-basis = Мәндер негіздері бойынша
rates-unverified = Акт мәтінімен салыстыру керек
rates-not-checked = Тексерілген жоқ
rates-not-checked-value = мәннің актідегідей екені: оның қайдан белгілі екенін `basis` айтады
rates-not-checked-act = актінің, баптың немесе мекенжайдың бар екені, қолданыста екені және оқылғаннан бері өзгермегені
rates-not-checked-missing = заңның санаты, төлемі, режимі немесе мерзімі қалып қоймағаны
rates-not-checked-gaps = кестенің өзі жоқ болуы мүмкін деген күндер (`gaps`)
rates-not-checked-codes = ТМК, БСК және шоттардың қолданылатыны: тек түрі мен бақылау цифрлары тексерілді
rates-not-checked-days-off = демалыс күндерінің сол жылғы қаулылардан алынғаны және атаулар мен ескертпелердің барлық тілде бірдей екені


### Күнтізбе мен өсімпұл

calendar-income = { $month } табысы: мерзімі
calendar-after = { $from } кейін { $days } жұмыс күні
calendar-rules = Қағидалар
calendar-days-off = Демалыс күндері
calendar-day-off = демалыс күні; оның алдындағы соңғы жұмыс күні — { $day }, { $weekday }
calendar-day-off-unknown = демалыс күні; { $why }
calendar-day-unknown = демалыс күні ме, белгісіз: `days_off.toml` ішінде ол жоқ
calendar-unknown = белгісіз
calendar-statement = МКК-ге мәліметтер
calendar-computed = МКК сомалары
calendar-not-said = `deadlines.toml` ішінде { $month } табысы үшін `{ $code }` жоқ
calendar-not-said-hint = белгілі бір күні не қолданыста екенін `ustap rates show --on КҮН` көрсетеді
weekday-monday = дүйсенбі
weekday-tuesday = сейсенбі
weekday-wednesday = сәрсенбі
weekday-thursday = бейсенбі
weekday-friday = жұма
weekday-saturday = сенбі
weekday-sunday = жексенбі
penalty-payment = төлем
penalty-month = ай
penalty-due-on = мерзімі
penalty-paid-on = төленген күні
penalty-amount = сома
penalty-days-late = кешіктірілген күн
penalty-days = { $from } – { $to }  { $days } күн  базалық мөлшерлеме { $rate } %  × { $times } ÷ { $year }
penalty-penalty = өсімпұл
penalty-exact = дәл
penalty-order = мақсаты
penalty-cited = { $multiple }; бөлгіш: { $divisor }
penalty-next = МКК басқа өсімпұл айтса, сол төленеді; әр айға — бөлек төлем тапсырмасы (8, 10-тармақтар)
penalty-incomplete = кешіктіріп не төленгені толық айтылмаған
penalty-incomplete-hint = `--payment`, `--period`, `--paid-on`, `--amount` немесе осындай бағандары бар CSV файлын көрсетіңіз
penalty-no-payment = `{ $code }` деген төлем жоқ
penalty-payments = төлемдер: { $payments }
penalty-fault-payment = мән төлем емес: { $payments }
penalty-fault-period = мән ЖЖЖЖ-АА түріндегі ай емес
penalty-fault-date = мән ЖЖЖЖ-АА-КК немесе КК.АА.ЖЖЖЖ түріндегі күн емес (уақытымен не уақытсыз)
penalty-fault-amount = мән нүктеден кейін екі таңбадан аспайтын теңге сомасы емес
penalty-fault-range = сома нөлдің екі жағындағы 999999999999.99 теңге шегінен шығады
penalty-fault-negative = сома нөлден кем: кешіктіріп төленген сома нөлден кем болмайды
