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
