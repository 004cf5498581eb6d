# Бағдарлама не айтады, қазақша. Кілттер мен мәндер words/en.ftl файлындағыдай.


### Не саналады

rows = { $count } жол


### Негіз

at-line = { $line }-жол
defect-hint = бұл — бағдарламаның өз қатесі: ол туралы хабарлаңыз
no-such-code = `{ $code }` деген { $what } жоқ
no-such-code-hint = барлары: { $codes }
system-directory = бұл — каталог
system-no-permission = қол жеткізу құқығы жоқ
system-no-space = орын қалмады
system-not-found = мұндай файл немесе каталог жоқ
what-basis = негіз
what-break-kind = айырмашылық түрі
what-encoding = кодтау
what-file-kind = файл түрі
what-language = тіл
what-limit-reading = шекті оқу тәсілі
what-payment = төлем
what-reject = қабылдамау коды
what-status = күй


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

day-beyond = { $day } күні 0001–9999 жылдарға кірмейді
day-none = `{ $text }` — ЖЖЖЖ-АА-КК немесе КК.АА.ЖЖЖЖ түріндегі күн емес
iin-all-zeros = `{ $text }` ЖСН немесе БСН тек нөлдерден тұрады
iin-check-digit-wrong = `{ $text }` ЖСН немесе БСН бақылау разряды қате
iin-digits = `{ $text }` ЖСН немесе БСН 12 цифрдан тұрмайды
money-beyond = `{ $text }` шектен тыс: модулі бойынша ең көбі { $most } теңге
money-no-amount = `{ $text }` — үтірден кейін ең көбі екі таңбасы бар теңгедегі сома емес
money-no-sum = `{ $text }` — үтірден кейін екі таңбасы бар теңгедегі сома емес
money-too-fine = { $value } теңге: сома тиыннан ұсақ
money-too-large = { $value } теңге: сома тым үлкен
month-none = `{ $text }` — ЖЖЖЖ-АА түріндегі ай емес
rate-none = `{ $text }` — үтірден кейін ең көбі тоғыз таңбасы бар 0 мен 1 аралығындағы мөлшерлеме емес
rate-rounding-unit = дөңгелектеу бірлігі { $unit } теңге
sum-beyond-decimal = { $sum } теңгенің цифрлары ондық сан сыйғызатыннан көп


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

appeared-meanwhile = ол жұмыс жүріп жатқанда пайда болды
directory-above-hint = ол жасалатын жоғарғы каталог болуы керек
directory-unopenable = ашу мүмкін болмады
directory-unopenable-hint = каталогта пайда болған нәрсе дискіге онымен бірге жазылады: ол үшін оны оқу құқығы да керек
exists-already = бұрыннан бар
exists-already-hint = әлі жоқ каталогты көрсетіңіз; `calculate` бұрынғысын --force арқылы алмастырады
longer-than = көлемі { $most } МиБ-тан асады
name-leads-out = `{ $name }` каталогтан тыс жерге апарады
no-directory-name = жаңа каталогтың атауына жарамайды
no-exchange-hint = бұл файлдық жүйе каталогтарды алмастыра алмайды: бұрынғысын жойып, --force параметрінсіз іске қосыңыз
no-regular-directory = бұл кәдімгі каталог емес
no-regular-file = бұл кәдімгі файл емес
not-replaced-foreign = алмастырылмады: ішіндегі `{ $name }` оның түбіртегінде аталмаған
not-replaced-foreign-hint = --force тек осы бағдарлама жазған, ішінде бөгде файл жоқ каталогты алмастырады: басқа каталогты көрсетіңіз
not-replaced-used = алмастырылмады: пәрмен { $path } файлын оқиды, ол жоғалып кетер еді
not-replaced-used-hint = --out үшін басқа каталогты көрсетіңіз
page = Бет
record-no-csv = жазба CSV үшін жарамайды: { $reason }
replaced-old-stays = { $dir } алмастырылды, бірақ бұрынғысы (енді { $old }) қалып қойды: { $reason }
size-differs = көлемі { $there } байт, ал түбіртекте { $expected }
table-without-file = файлы жоқ кесте аяқталмақ болды
target-is-link = бұл символдық сілтеме, ал --force тек каталогтарды алмастырады
target-is-link-hint = ол көрсетіп тұрған каталогты көрсетіңіз
target-no-directory = бұл каталог емес, ал --force тек каталогтарды алмастырады
temporary-names-taken = басқа іске қосулар барлық уақытша атауды алып не жойып жатыр
unreadable-because = оқу мүмкін болмады: { $reason }
unwritable = жазу мүмкін болмады
unwritable-space-hint = ештеңе жазылмады; орын босатып, қайта іске қосыңыз
workbook-inexact = { $value } кітап ұяшығына дәл сыймайды
workbook-inexact-hint = --format csv оны сол күйінде жазады
workbook-no-reason = себебі айтылмады
workbook-unwritable = кітапты жазу мүмкін болмады: { $reason }
would-stand-in-record = есептеу каталогының ішінде болар еді, ал ол — жазба
would-stand-in-record-hint = есептеуге ештеңе қосылмайды: { $dir } каталогынан тыс каталогты көрсетіңіз
written-name-unsure = { $dir } жазылды, бірақ қуат өшсе, оның атауы сақталмауы мүмкін: { $reason }


### Құжаттар

annex-chief = Басшы (егер оператор заңды тұлға болса, толтырылады) (тегі, аты, әкесінің аты (бар болса)): { $name }
annex-chief-iin = ЖСН: { $iin }
annex-column-iin = Орындаушының БСН / ЖСН
annex-column-income = Орындаушының қызметтер көрсеткені және (немесе) жұмыстарды орындағаны үшін табыс сомасы
annex-column-name = Орындаушының атауы / тегі, аты, әкесінің аты (бар болса)
annex-column-number = №
annex-column-period = Орындаушының алған табысының кезеңі (айы, жылы)
annex-date = Мәліметтерді ұсыну күні:  { $day }
annex-number = БСН/ЖСН: { $number }
annex-operator = Оператор туралы мәліметтер (атауы/тегі, аты, әкесінің аты (бар болса)): { $name }
annex-responsibility = Оператордың жауаптылығы. Мен (біз) осы қосымшада көрсетілген мәліметтердің дұрыстығы мен толықтығы үшін жауаптымын (жауаптымыз).
annex-signature = Қолы:  { $blank }  { $name }
annex-title = Орындаушылардың жұмыстарды орындауы кезінде алған табыстары туралы беретін мәліметтер
heading-base = { $payment }, базасы
heading-exempt = { $payment }, босатылған табыс
list-accountant = Бас бухгалтер:  { $blank }  { $name }
list-chief = Басшы:  { $blank }  { $name }
list-date = Күні:  { $blank }
list-operator = Интернет-платформа операторы: { $name }, БСН/ЖСН { $number }
list-title = Жиынтық төлем тапсырмасына тізім
month-april = сәуір
month-august = тамыз
month-december = желтоқсан
month-february = ақпан
month-january = қаңтар
month-july = шілде
month-june = маусым
month-march = наурыз
month-may = мамыр
month-november = қараша
month-october = қазан
month-september = қыркүйек
purpose-of-payment = { $year } жылғы { $month } айына { $payment }
purpose-of-payment-at-rate = { $year } жылғы { $month } айына { $payment }, мөлшерлеме { $rate }
purpose-of-penalty = { $year } жылғы { $month } айына { $payment } бойынша өсімпұл
sheet-applications = Өтініштер
sheet-breaks = Айырмашылықтар
sheet-corrections = Түзетулер
sheet-distribution = Бөлу
sheet-of-penalty = { $payment } өсімпұл { $period }
sheet-register = Тізілім
sheet-rejects = Қабылданбаған жолдар
sheet-totals = Қорытынды
sheet-unlisted = Тізімге енбегендер
total = Барлығы
total-of-persons = Барлығы, адам саны: { $persons }


### Есептеулер мен түбіртектер

chain-with-stop = бірін-бірі жалғастыратын есептеулер тек --over-limit cap арқылы жүреді
chain-with-stop-hint = `stop` болса, айды түгел есептеп, `ustap correct` пәрменімен салыстырыңыз
closed-already = --close { $month }: алдыңғы есептеулер { $closed } айын және одан бұрынғының бәрін жапқан
closed-already-hint = ай қайта ашылмайды: параметрді алып тастаңыз немесе сол айды не кейінгісін көрсетіңіз
correction-no-row = бұл түзету жолы емес
correction-summary = түзету қорытындысының
corrections-out-of-order = өз орнында тұрған жоқ: түзетулер ай, тұлға және төлем бойынша реттелген
distribution-no-row = бұл бөлу жолы емес
distribution-out-of-order = өз орнында тұрған жоқ: бөлу ай, тұлға және төлем бойынша реттелген
distribution-rates = бөлу мөлшерлемелерінің
distribution-rates-no-row = бұл бөлу мөлшерлемелерінің жолы емес немесе өз орнында тұрған жоқ
file-not-in-receipt = түбіртекте жоқ
file-not-of-digest = тексеруден өтпеді: бақылау сомасы түбіртектегідей емес
index-none = { $file } — күй көрсеткіші емес
index-none-because = { $file } — күй көрсеткіші емес: { $reason }
index-unwritable = { $file }: жазу мүмкін болмады: { $reason }
lines-no-row = бұл lines.csv жолы емес
other-header = тақырып жолы басқа
receipt-none = бұл түбіртек емес: { $reason }
receipt-not-of-calculate = бұл `calculate` түбіртегі емес
receipt-not-of-digest = тексеруден өтпеді: receipt.sha256 — басқа мәтіннің бақылау сомасы
receipt-of-another-command = бұл басқа пәрменнің каталогы: `ustap calculate` жазған каталогты көрсетіңіз
receipt-of-no-command = `{ $command }` пәрмені жоқ
receipt-too-long = түбіртек { $most } МиБ-тан асар еді: файлдар тым көп
receipt-too-long-hint = кіріс файлдарын біріктіріңіз немесе бірнеше есептеу жасаңыз
receipt-unwritable = түбіртекті жазу мүмкін болмады: { $reason }
receipt-without-output = ішінде `{ $name }` файлы жоқ
record-hint = есептеу каталогы — жазба, ол түзетілмейді: есептеуді қайта орындаңыз
record-no-row = бұл { $what } жолы емес
register-no-row = бұл тізілім жолы емес
register-out-of-order = өз орнында тұрған жоқ: тізілім ай және тұлға бойынша реттелген
register-tables-hint = осы есептеудің кестелерін алыңыз: --rates DIR
register-unknown-regime = `{ $regime }` режимі кестелерде жоқ
remittance-tables-hint = ол алынған есептеулердің кестелерін алыңыз: --rates DIR
remittance-unknown = recipients.toml ішінде { $period } айына `{ $payment }` төлемінің ТМК-сы жоқ
state-damaged-by-size = күй бүлінген: ішіндегі файл { $file } көрсеткеннен қысқа не ұзын
state-damaged-hint = есептеу каталогы — жазба, ол түзетілмейді: есептеуді --keep арқылы қайта орындаңыз
state-missing = келесі есептеу жалғастыра алатын күй жоқ
state-missing-hint = алдыңғы есептеуді `calculate --keep` арқылы орындаңыз
state-of-other-format = ішіндегі күй пішімі — { $format }, ал бұл бағдарлама { $ours } пішімін оқиды
state-of-other-format-hint = оны жазған бағдарламаны алыңыз немесе айды түгел --keep арқылы қайта есептеңіз
state-of-other-rates-code = басқа мөлшерлемелерге негізделген: кестелерде `{ $code }` жоқ
state-of-other-rates-hint = алдыңғы есептеудің кестелерін алыңыз: --rates DIR; мөлшерлемелердің өзгеруі — түзету: `ustap correct`
state-of-other-rates-month = басқа мөлшерлемелерге негізделген: { $month } айының мөлшерлемелері содан бері өзгерген
state-of-stop = --over-limit cap арқылы орындалмаған
state-too-many-regimes = кестелерде { $most } режимнен көп, сақталатын күйге мұнша сыймайды
sums-differ = сәйкес келмейді: { $what } ({ $one } және { $other })
sums-lines-income = lines.csv ішіндегі және тізілімдегі табыс
sums-lines-operations = lines.csv ішіндегі және қабылданған операциялар
sums-lines-payment = lines.csv ішіндегі және тізілімдегі `{ $payment }`
sums-lines-withheld = lines.csv және тізілім бойынша ұсталған сома
sums-operations-read = оқылған операциялар және қабылданған мен қабылданбағандардың жиыны
sums-payments = { $period } айының payments.csv ішіндегі және тізілімдегі `{ $payment }` төлемі
sums-payments-persons = { $period } айында `{ $payment }` төлемі бар payments.csv ішіндегі және тізілімдегі тұлғалар
sums-register-income = тізілімдегі және түбіртектегі табыс
sums-register-operations = тізілімдегі және түбіртектегі операциялар
sums-register-payment = тізілімдегі және түбіртектегі `{ $payment }`
sums-register-payments = { $period } айының тізілімдегі және payments.csv ішіндегі `{ $payment }` төлемі
sums-register-persons = тізілімдегі және түбіртектегі тұлғалар
sums-register-withheld = тізілім және түбіртек бойынша ұсталған сома
sums-row = жолдағы төлемдер және ол бойынша ұсталған сома
unreadable = оқу мүмкін болмады
unreadable-run-hint = есептеу каталогында receipt.json, receipt.sha256 және түбіртекте аталған барлық файл болады


### Салыстыру мен бөлу

distributed-impossible = { $period } айына `{ $payment }` төлемі бойынша { $amount } теңге бөлінген болуы мүмкін емес
distributed-out-of-range = бір тұлғаның бір айдағы бір төлемі бойынша бөлінген сомалар қосылғанда рұқсат етілген шектен асады
ours-out-of-range = бір тұлғаның бір айдағы бір төлемі бойынша біздің жолдардың қосындысы рұқсат етілген шектен асады
paid-out-of-range = бір тұлға үшін бір айда төленген бір төлемнің жолдары қосылғанда рұқсат етілген шектен асады
penalty-of-less-than-nothing = мерзімі өтіп төленген сома нөлден кем: { $amount }
penalty-out-of-range = { $amount } теңгеге есептелген өсімпұл рұқсат етілген шектен асады
penalty-rule-missing = `{ $payment }` бойынша { $day } күнгі өсімпұл ережесі белгісіз: base_rates.toml ішінде ол үшін [[{ $section }]] жоқ
penalty-rule-missing-hint = ереже белгілі болса, кестелерді `ustap rates export DIR` пәрменімен жазып алып, оны қосыңыз да, `--rates DIR` арқылы іске қосыңыз
penalty-without-payment = `{ $regime }` режимінде { $period } айына `{ $payment }` төлемі жоқ
rules-point = { $point }-тармақ
rules-provision = № 392 бұйрық, Қағидалар, { $place }
rules-provision-two = № 392 бұйрық, Қағидалар, { $first }, { $second }
rules-subpoint = { $point }-тармақ, { $subpoint }) тармақша
theirs-too-many = екінші тараптың жолдары { $most } жолдан көп


### Пәрмендер

advice-born = { $category }: туған күні { $born }
advice-exceeded = { $near }, { $day } күні { $operation } операциясымен асты
advice-file = { $exceeded }, { $day } дейін кәсіпкер ретінде тіркелу керек
advice-file-unknown = { $exceeded }, қай күнге дейін кәсіпкер ретінде тіркелу керегі белгісіз: { $reason }
advice-limit = { $limit } ішінен { $income }
advice-no-longer = { $exceeded }, қазір асып тұрған жоқ
advice-of-age = { $category }: туған күні { $born }, { $day } бастап осы жаста
advice-of-age-woman = { $age }, егер әйел болса
advice-other-reading = { $category }: мұнда { $payment } ұсталады, ал басқаша оқығанда — жоқ
advice-returned = { $regime }: { $income }, қайтарылатын ештеңе жоқ
answers-too-long = жауаптардағы қате кодтары мен референстер 4 ГиБ-тан асады
check-21 = :21: нөмірі алдыңғы жолдан кейінгі емес
check-32a-form = :32A: пішімі басқа
check-32a-future = :32A: күні әлі келген жоқ
check-32a-sum = :32A: ішінде сома жоқ
check-32b-amount = :32B: ішінде сома емес
check-32b-zero = :32B: сомасы нөлден артық емес
check-50-account = :50: ішінде басқа шот
check-52b = :52B: ішінде төлеушінің банкі емес
check-57b = :57B: ішінде осы төлемнің банкі емес
check-59 = :59: ішінде осы төлемнің шоты емес
check-assign-length = /ASSIGN/ жолының ұзындығы қате
check-assign-lines = /ASSIGN/ жолдары тым көп
check-assign-missing = /ASSIGN/ жоқ
check-assign-month = /ASSIGN/ ішіндегі төлем мақсатында ай көрсетілмеген
check-assign-penalty = /ASSIGN/ ішіндегі төлем мақсатында мөлшерлеме көрсетілген, ал өсімпұлда ол жоқ
check-assign-rate = /ASSIGN/ ішіндегі төлем мақсатында мөлшерлеме көрсетілмеген
check-before-fields = бірінші өрістің алдында жол тұр
check-behind-end = соңғы блоктан кейін бірдеңе тұр
check-blocks = блок жоқ: файлды { "{" }1:…{ "}" }, { "{" }2:…{ "}" } және { "{" }4: бастайды
check-date-future = /DATE/ күні әлі келген жоқ
check-dt = /DT/ ішінде күн емес
check-field-behind = :{ $tag }: өрісі :32A: кейін тұр
check-field-form = :{ $tag }: өрісінің пішімі басқа
check-header-field = :{ $tag }: өрісі тақырып бөлігіндегі басқа өрістің орнында тұр
check-hint = ештеңе жазылмады
check-idn = /IDN/ бақылау цифры қате
check-idn-of-side = /IDN/ ішінде өз тарабының нөмірі емес
check-key-missing = /{ $key }/ жоқ
check-keys = { $keys } орнында басқа жолдар тұр, саны — { $count }
check-knp = /KNP/ ішінде осы төлемнің коды емес
check-length = /{ $key }/ ішіндегі таңбалар саны 1-ден { $most }-ға дейін емес
check-letters = /{ $key }/ ішінде банктер қабылдамайтын таңба бар
check-line-end = жол профильде көрсетілгендей аяқталмайды
check-no-row = бірде-бір жол жоқ
check-no-sum = блок :32A: жоқ аяқталады
check-no-text = жол өз кодтауындағы мәтін емес
check-not-ended = соңғы блок аяқталмаған
check-num = /NUM/ ішінде басқа нөмір
check-opv = /OPV/ ішінде осы кодтың әрпі емес
check-period = /PERIOD/ ішінде басқа ай
check-row-field = :{ $tag }: өрісі тізім жолындағы басқа өрістің орнында тұр
check-side = тараптың атауы мен нөмірі жоқ
check-side-empty = тараптың жолы бос
check-total = :32A: ішінде { $sum }, жолдардың қосындысы — { $rows }, ал тізімдікі — { $list }
check-unreadable = кері оқу мүмкін болмады: { $reason }
closed-in-after = { $month } айы AFTER ішінде жабылған, онда бұл ай бойынша ештеңе жоқ: бәрі қайтаруға шығар еді
closed-in-before = { $month } айы BEFORE ішінде жабылған, онда бұл ай бойынша ештеңе жоқ: бәрі қосымша төлеуге шығар еді
closed-in-register = тізілімде { $month } айы бар, ал ол жабық
closed-in-run-hint = осы ай әлі болған соңғы есептеуді немесе --period арқылы екеуінде де ашық айларды көрсетіңіз
closed-less = алдыңғы есептеуде жабығы — { $before }, ал мұнда — { $now }
closed-nothing = ештеңе
closed-operations = алдыңғы есептеудің ашық айларындағы операциялар және жалғастырылғандары
closed-state-differs = күйде жабығы — { $state }, ал түбіртекте — { $receipt }
closed-sums = { $month } айының алдыңғы есептеу тізіліміндегі және түбіртектегі `{ $name }` мәні
closed-totals-of-none = түбіртекте алдыңғы есептеуде жоқ жабық айдың қорытындысы бар
closed-without-run = { $closed } айы жабық, ал ол болуы тиіс алдыңғы есептеу аталмаған
closed-without-totals = алдыңғы есептеудің { $month } айы жабық, ал түбіртекте оның қорытындысы жоқ
corrections-not-conserved = `{ $payment }`: { $after } − { $before } түзетулердің қосындысына ({ $delta }) тең емес
directory-of-another-command = бұл басқа пәрменнің каталогы
distribute-after-hint = --after үшін `ustap distribute` жазған каталог керек
distribute-paid-hint = --paid үшін `ustap lists` жазған каталог, МТ-102 файлы немесе жолдар кестесі керек
distributed-not-conserved = бөлінгені, қайтарылғаны және төленуге қалғаны төленгені мен есептелгеніне сәйкес келмейді
facts-need-memory = босатулар мен орындаушылар туралы мәліметтерге шамамен { $mebibytes } МиБ керек: өздері алатын орыннан екі есе көп
facts-need-memory-hint = --memory { $mebibytes }MiB немесе одан көп мәнімен іске қосыңыз
given-twice = екі рет көрсетілген
given-twice-hint = біреуін қалдырыңыз
lists-disagree = { $period } айының `{ $payment }` төлемі: { $rows } ішінде { $sum } (адам саны: { $persons }), ал { $totals } ішінде { $amount } (адам саны: { $told })
lists-in-workbook = ондағы тізімдер кітапқа жазылған, ал ол кері оқылмайды
lists-in-workbook-hint = оларды `ustap lists --format csv` немесе `mt102` арқылы да жазып, сол каталогты көрсетіңіз
lists-kgd-without-run = --kgd есептеу бойынша тізімдерге арналған, ал { $dir } есептеу емес
lists-kgd-without-run-hint = МКК сомалары бүкіл айға есептелген: параметрді алып тастаңыз немесе есептеуді көрсетіңіз
lists-nothing-to-pay = { $file } бойынша { $period } айында `{ $payment }` төлейтін ештеңе жоқ
lists-source-hint = тізімдер `ustap calculate` ұстаған, `ustap correct` қосқан немесе `ustap distribute` төленуге қалдырған сома бойынша жасалады: сол каталогты көрсетіңіз
mt102-assumed-account = ондағы `{ $payment }` шоты болжам ғана
mt102-in-behind-end = блок соңынан кейін бірдеңе тұр
mt102-in-behind-sum = :32A: мен -{"}"} арасында бірдеңе тұр
mt102-in-changed = оқылып жатқанда өзгерді
mt102-in-changed-hint = оған ештеңе жазылмайтын кезде қайта іске қосыңыз
mt102-in-encoding-hint = --encoding { $encoding } параметрін қолданып көріңіз
mt102-in-end = файл соңы
mt102-in-header = тақырып бөлігі
mt102-in-hint = ол МТ-102 файлы сияқты басталады: оны банк қабылдайтын күйінде беріңіз
mt102-in-line-too-long = жол 1 МиБ-тан ұзын
mt102-in-no-knp = жолдарының алдында /KNP/ жоқ
mt102-in-not-tenge = :32A: сомасы KZT түрінде емес
mt102-in-not-text = бұл { $encoding } кодтауындағы мәтін емес
mt102-in-not-whole = толық емес: соңында :32A: немесе -{"}"} жоқ
mt102-in-row = { $iin }, тізімнің { $row }-жолы
mt102-in-twice = { $line }-жолдан басталатын тізім жолында `{ $tag }` екі рет тұр
mt102-letter = { $file }: `{ $letter }` әрпі ({ $who }, { $tag }/) { $encoding } кодтауында жоқ
mt102-letter-hint = --encoding kz-1048 ішінде қазақ әріптері, utf-8 ішінде барлық әріп бар; банктің қайсысын қабылдайтынын сұраңыз
mt102-name-length = таңбалар саны — { $length }, ал атауда 1-ден { $most } таңбаға дейін болады
mt102-name-no-text = ішінде мәтінде болмайтын таңба бар
mt102-no-account = { $date } күніне `{ $payment }` үшін [[account]] жоқ
mt102-no-account-number = `{ $payment }` үшін шот нөмірі немесе БСК жоқ
mt102-no-layout = { $date } күніне [[layout]] жоқ
mt102-no-letter = { $date } күніне knp = "{ $knp }" бар [[letter]] жоқ
mt102-no-recipient = `{ $payment }` алушысының `bin` нөмірі жоқ
mt102-payer-name = төлеушінің атауы `{ $name }`: { $rule }
mt102-person-name = /{ $tag }/ ({ $who }): { $rule }
mt102-purpose-too-long = /ASSIGN/ `{ $text }` өз жолдарына сыймайды
mt102-recipient-name = алушының атауы `{ $name }`: { $rule }
mt102-refused = `{ $payment }` үшін МТ-102 жасалмайды: { $file }: { $what }
mt102-refused-hint = кестелерді `ustap rates export DIR` пәрменімен жазып алыңыз, DIR/{ $file } ішіндегі жазбаны банктің үлгісі бойынша толтырып, `--rates DIR` арқылы іске қосыңыз
names-too-long = орындаушылардың аты-жөндері 16 ГиБ-тан асады
no-calculation = бұл `ustap calculate` каталогы емес
nothing-in-common = екі есептеуде ортақ кіріс файлы да, бір айдағы ортақ тұлға да жоқ: бұл бір нәрсенің екі нұсқасы емес
nothing-in-common-hint = бір айлардың бұрынғы және жаңа есептеуін көрсетіңіз
number-bin = БСН
number-iin = ЖСН
operations-lost = қабылданған операциялар — { $accepted }, ал тізілімде — { $registered }
payer-account = `{ $field }`: `{ $value }` шот нөмірі емес: бақылау цифрлары (mod 97) қате
payer-bik = `{ $field }`: `{ $value }` БСК емес: ол 8 немесе 11 бас латын әрпі мен цифрдан тұрады
payer-chief-of-entrepreneur = `{ $field }` пен `iin` қатар тұр: жеке кәсіпкерде басшы болмайды
payer-hint = `ustap template DIR` толтыруға арналған payer.toml файлын жазады
payer-iin = `{ $field }`: `{ $value }` { $number } емес: 12 цифр жоқ немесе бақылау цифры қате
payer-line = `{ $field }`: `{ $value }` — бос немесе бір жолдық мәтін емес
payer-missing = `{ $field }` жоқ
payer-next-order = `{ $field }`: `{ $value }` 1-ден басталатын төлем тапсырмасының нөмірі емес
payer-no-number = `bin` да, жеке кәсіпкердің `iin` нөмірі де жоқ
payer-no-text = `{ $field }` мәтін емес: мәнін тырнақшаға алыңыз
payer-no-toml = бұл TOML емес: { $reason }
payer-two-numbers = `iin` мен `bin` қатар тұр: оператор не жеке кәсіпкер, не заңды тұлға
payer-unknown-field = белгісіз өріс `{ $field }`; мұнда белгілілері: { $known }
penalty-code-missing = settlement/accounts.toml ішінде { $period } айына `{ $payment }` үшін [[penalty]] жоқ
period-in-neither-run = --period: { $month } айы есептеулердің ешқайсысында жоқ
period-in-neither-run-hint = олардың айлары: { $months }
period-not-in-run = --period: есептеуде { $month } айы жоқ
period-not-in-run-hint = оның айлары: { $months }
person-month-beyond = тұлғаның бір айдағы сомалары { $most } теңгеден асады
person-month-out-of-range = бір тұлғаның бір айдағы сомалары қосылғанда рұқсат етілген шектен асады
recompute-no-operations = орындау мүмкін емес: түбіртекте операциялар аталмаған
recompute-not-at-all = мүлде шықпайды
recompute-other-bytes = басқа байттармен шығады
recompute-other-month = басқа ай шығады
recompute-other-table = орындау мүмкін емес: есептеуде басқа { $table } кестесі болған; оның кестелерін --rates DIR арқылы көрсетіңіз
recompute-other-totals = басқаша шығады
recompute-without-chain = алдыңғы есептеусіз орындау мүмкін емес: --chain көрсетіңіз
recompute-without-input = { $file } кіріс файлынсыз орындау мүмкін емес
reconciled-not-conserved = `{ $side }` тарабының сәйкестіктері мен айырмашылықтары оның жолдарымен сәйкес келмейді
refunds-batch-missing = settlement/refunds.toml ішінде { $period } айына `{ $payment }` үшін [[batch]] жоқ
refunds-no-reason = `{ $reason }` деген қайтару себебі жоқ
refunds-no-reason-hint = себептер: { $codes }
refunds-no-source = бұл салыстыру немесе түзету каталогы емес
refunds-no-source-hint = `ustap reconcile` немесе `ustap correct` жазған каталогты көрсетіңіз
refunds-not-conserved = өтініштер — { $sum }, ал тиісті мөлшерден артық төленгені — { $excess }
refunds-of-kgd = МКК ЦЖ сомаларымен айырмашылықтар өтініш бойынша қайтаруға негіз емес: әлі ештеңе бөлінген жоқ
refunds-of-kgd-hint = есептелген сомадан артық немесе онсыз төленген сома 15-тармақтың 3)–4) тармақшалары бойынша өзі қайтарылады: нақты не екенін `ustap distribute` айтады; өтініш бойынша жауапта қабылданған сома қайтарылады
refunds-out-of-range = бір тұлға үшін тиісті мөлшерден артық төленген сома рұқсат етілген шектен асады
refunds-side-of-correction = --side пен --kind айырмашылықтардан таңдайды, ал { $dir } — түзету, онда олар жоқ
refunds-side-of-correction-hint = оларды алып тастаңыз немесе `ustap reconcile` жазған каталогты көрсетіңіз
register-not-its-receipt = тізілім `{ $payment }` бойынша өз түбіртегімен сәйкес келмейді
register-not-read = тізілім оқылмады
register-too-many-regimes = ішінде 256 режимнен көп
side-too-many-files = бір тарапта { $most } файлдан көп
side-too-many-rows = тараптардың бірінде { $most } жолдан көп
statement-not-conserved = { $period } айы бойынша мәліметтерге кіргені мен кірмегені — { $stated }, ал тізілімде { $register }
too-many-files = файлдар { $most } файлдан көп
verify-chain-hint = --chain арқылы алдыңғы есептеудің қайда екенін көрсетіңіз
verify-closed = { $dir }жабық айлар
verify-digest-differs = { $file } — басқа мәтіннің бақылау сомасы
verify-earlier = алдыңғы есептеу { $digest }…
verify-file-differs = бақылау сомасы түбіртектегідей емес
verify-input = кіріс файлы { $file }
verify-input-hint = --inputs арқылы оны қайдан іздеу керегін көрсетіңіз
verify-input-none = { $dir } ішіндегі бірде-бір файлдың бақылау сомасы мұндай емес
verify-missing = жоқ
verify-of-file = { $file }: { $why }
verify-recomputed = қайта есептелді
verify-recomputed-closed = қайта есептелді: жабық айлар
verify-recomputed-file = қайта есептелді: { $what }
verify-recomputed-totals = қайта есептелді: қорытынды
verify-sums = қосындылар


### Қорытындылар

verify-does-not-hold = { $what }: СӘЙКЕС ЕМЕС: { $why }
verify-holds = { $what }: дұрыс
verify-not-checked = { $what }: тексерілмеді: { $why }


### Анықтама


### Түсіндірмелер мен мөлшерлемелер


### Күнтізбе мен өсімпұл
