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

title-in-russian = орысша атауы
act-numbered = { $title }, № { $number }
act-dated = { $title }, { $dated }
act-numbered-dated = { $title }, { $dated } № { $number }
act-registered = { $act } (тіркеу № { $number })
cite-rules = Қағидалар
cite-rules-of = { $year } жылғы Қағидалар
cite-annex = { $number }-қосымша
cite-article = { $number }-бап
cite-point = { $number }-тармақ
cite-points = { $number }-тармақтар
cite-subpoint = { $number } тармақша
cite-subpoints = { $number } тармақшалар
cite-part = { $number }-бөлік
cite-edition = ({ $year } жылғы редакция)
basis-quoted = акт мәтіні бойынша
basis-secondary = екінші дереккөз бойынша
basis-inferred = пайымдап шығарылған
basis-unverified = тексерілмеген


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

sources = Дереккөздер
rounding-half-up = жартысы жоғары
rounding-up = жоғары
rounding-down = төмен
month-statement = табыстар туралы мәліметтер МКК-ге
month-computed = МКК сомалары
month-payment = аудару
month-distribution = бөлу немесе қайтару
month-mending = түзету
days-off = демалыс күндері
working-days = { $days } жұмыс күні
rates-show-on = { $day } күні қолданыста
rates-show-rules = Бұйрық қағидалары
rates-show-indicators = Көрсеткіштер
rates-show-amount = { $name }  { $amount } теңге
rates-show-out-of-scope = Аядан тыс: мұнда ештеңе есептелмейді, бұл ештеңе төленбейді дегенді білдірмейді
rates-show-in-force = қолданыста
rates-show-default = тізімде жоқ орындаушының режимі
rates-show-no-limit = айлық табыс шегі жоқ
rates-show-limit = айлық табыс шегі  { $amount } теңге = { $times } { $of }
rates-show-no-payment = режимде мұндай төлем жоқ
rates-show-rate = мөлшерлеме  { $percent } %
rates-show-no-cap = база шегі жоқ
rates-show-cap = база шегі  { $amount } теңге = { $times } { $of }
rates-show-cap-binds = база шегі  { $amount } теңге = { $times } { $of }, қолданылады
rates-show-unit = дөңгелектеу бірлігі  { $unit } теңге
rates-show-mode = дөңгелектеу тәсілі  { $mode }
rates-show-due = мерзімі  { $month } үшін { $day }
rates-show-knp = ТМК  { $knp }, алушы { $bin }
rates-show-knp-alone = ТМК  { $knp }, алушы көрсетілмеген
rates-show-month = Қағидалар бойынша ай
rates-show-month-day = { $name }  { $month } үшін { $day }
rates-show-base-rate = базалық мөлшерлеме  { $percent } %
rates-show-no-base-rate = базалық мөлшерлеме  бұл күнге белгісіз
rates-show-categories = Босатылған санаттар
rates-show-no-exemption = бұл күні ештеңеден босатпайды
rates-show-exempt = төленбейді: { $payment }
rates-show-other-reading = төленуге тиіс, басқаша оқылса – тиіс емес: { $payment }
rates-check = Тексерілді: кесте – { $tables }, күні бар мән – { $values }
rates-check-days = Мөлшерлемесі бар күндер
rates-check-no-days = жоқ
rates-check-stretch = { $first } – { $last }  { $days } күн
rates-check-ends = Кестелер қай күнге дейін жарамды
rates-check-no-end = мерзімсіз
rates-check-no-dates = күндерсіз
rates-check-bases = Негізі бойынша мәндер
rates-check-unverified = Актімен салыстыру керек
rates-check-uncited = Ештеңе сілтеме жасамайтын актілер
rates-check-not = Тексерілмейді
rates-check-not-values = мәннің актідегідей екені: оның қайдан белгілі екенін `basis` айтады
rates-check-not-acts = актінің, баптың не мекенжайдың бар, қолданыста екені және оқылғаннан бері өзгермегені
rates-check-not-missing = заңдағы санат, төлем, режим не мерзім қалып қоймағаны
rates-check-not-gaps = кестенің өзі болмауы мүмкін деп көрсеткен күндері (`gaps`)
rates-check-not-accounts = ТМК, БСК мен шоттардың қолданыста екені: тек олардың түрі мен бақылау разрядтары тексеріледі
rates-check-not-days-off = демалыс күндері сол жылғы шешімдерге сай екені және атаулар мен ескертпелер барлық тілде бірдей екені
rates-exported = кірістірілген кестелер { $dir } ішіне жазылды; оларды --rates арқылы қолданыңыз
rates-added = { $year } жылы қосылған кестелер { $dir } ішіне жазылды; оларды --rates арқылы қолданыңыз
rates-added-covered = { $year } жылдың әр күніне мөлшерлеме бар
rates-added-uncovered = { $year } жыл толық емес: { $why }
rates-added-short = { $year } жылдың соңына жетпейді: { $table } ({ $section }), { $day } дейін
rates-add-has = кестелерде { $year } жылдың көрсеткіштері бар
rates-add-has-hint = ондағыны редакторда өзгертеді: `ustap rates export DIR`
rates-add-gap = { $year } жылдың алдында бос аралық бар: көрсеткіштер { $day } күні аяқталады
rates-add-gap-hint = жылдарды ретімен, әр жолы алдыңғысының `--rates` арқылы қосыңыз
rates-add-year = --year: `{ $year }` төрт цифрлы жыл емес
rates-add-amount = { $option }: `{ $amount }` нөлден үлкен теңге сомасы емес
rates-add-empty = { $option } бос
rates-add-url = --url: `{ $url }` мекенжай емес: ол https:// деп басталады
tables-end = кестелер { $day } дейін жарамды: одан кейінгі күнге мөлшерлеме жоқ; { $hint }
tables-end-hint = { $year } жылдың көрсеткіштері белгілі болғанда, олармен кестені `ustap rates add --year { $year } …` жасайды


### Күнтізбе мен өсімпұл

calendar-income = { $month } табысы: мына күнге дейін
calendar-working-days = { $day } күнінен кейін { $count }
calendar-days-off = Демалыс күндері
calendar-day-off = демалыс күні; оның алдындағы соңғы жұмыс күні – { $day }, { $weekday }
calendar-day-off-alone = демалыс күні; { $why }
calendar-not-known-off = демалыс күні ме – белгісіз: days_off.toml ішінде ол жоқ
calendar-not-known = белгісіз
calendar-not-said = deadlines.toml ішінде { $month } табысы үшін `{ $code }` жоқ
calendar-not-said-hint = `ustap rates show --on DAY` сол күні не қолданыста екенін көрсетеді
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
penalty-paid-on = төленді
penalty-amount = сома
penalty-days-late = кешіккен күн
penalty-stretch = { $from } – { $to }  { $days } күн  базалық мөлшерлеме { $rate } %
penalty-sum = өсімпұл
penalty-exact = дәл
penalty-knp = ТМК
penalty-order = тапсырма
penalty-divisor = бөлгіш: { $cited }
