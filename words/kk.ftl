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
what-language = тіл


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
row-fields = Жолда { $row } өріс, ал тақырып жолында { $header }.
row-quote = { $field }-өрістегі тырнақша орнында емес.
row-text = { $field }-өріс { $encoding } кодтауындағы мәтін емес.
row-cell-error = { $column } бағанындағы ұяшық — мән емес, кесте редакторының қатесі, мысалы #Н/Д.
row-no-id = Операцияның идентификаторы жоқ.
row-long-id = Операцияның идентификаторында { $bytes } байт бар, ал 64-тен көп болмауы керек.
row-no-iin = ЖСН жоқ.
row-iin-digits = ЖСН-де { $digits } цифр бар, ал 12 керек.
row-iin-character = ЖСН-де { $character } тұр, ал тек 12 цифр болуы мүмкін.
row-iin-all-zeros = ЖСН тек нөлдерден тұрады, мұндай нөмір ешкімде жоқ.
row-iin-zeros = Алдына { $missing } нөл қойылса, бұл дұрыс ЖСН болады: бастапқы нөлдер жоғалған.
row-iin-shortened = Кесте редакторы ЖСН-ді қысқартқан: ол 12 цифр, бағанның пішімі мәтін болуы керек.
row-check-digit = Бақылау разряды ЖСН-нің қалған он бір цифрына сәйкес келмейді: 12 цифрдың бірі қате немесе екеуінің орны ауысқан.
row-no-day = Күн жоқ.
row-empty-date = 0001-01-01 — бос күн, ал күн қажет.
row-no-such-day = Күнтізбеде мұндай күн жоқ.
row-day-number = Тек цифрлар — күн емес: ол ЖЖЖЖ-АА-КК немесе КК.АА.ЖЖЖЖ түрінде, кесте редакторында 1900-03-01 күнінен бастап күн пішімінде жазылады.
row-day-form = Күн ЖЖЖЖ-АА-КК немесе КК.АА.ЖЖЖЖ түрінде, уақытымен немесе уақытсыз жазылады.
row-time = Күннен кейін тұрған нәрсе уақыт емес: ол С:ММ немесе С:ММ:СС түрінде 23:59:59-ға дейін, одан кейін ештеңе, Z немесе UTC-ден 23:59-ға дейінгі ығысу жазылады.
row-offset = Бұл — күнтізбелік күн: оның уақытында Z де, UTC-ден ығысу да болмауы керек.
row-day-beyond = Қазақстан уақыты бойынша бұл күн 0001–9999 жылдарға кірмейді.
row-corrects-later = Түзетілетін { $corrected } күні { $settled } есеп айырысу күнінен кейін.
row-no-amount = Сома жоқ.
row-amount-digits = Сомада цифр жоқ.
row-amount-plus = Соманың алдында плюс тұр; нөлден үлкен сома таңбасыз жазылады.
row-amount-parentheses = Сома жақша ішінде тұр; нөлден кіші соманың алдына минус қойылады.
row-amount-minus = Минус соманың алдында тұрған жоқ.
row-amount-dash = { $dash } тұр, ал пернетақтадағы минус, U+002D, қажет.
row-amount-shortened = Сома дәреже көрсеткішімен жазылған; оның тиынға дейінгі барлық цифры қажет.
row-amount-character = Сомада { $character } тұр, ал үтірден кейін ең көбі екі таңбасы бар цифрлар ғана болуы мүмкін.
row-amount-points = Сомада бірден көп нүкте немесе үтір бар: біреуі тиындарды бөледі, ал мыңдықтар бос орынмен бөлінеді.
row-amount-blank-before-decimals = Бөлшек бөліктің алдында { $blank } тұр.
row-amount-blank-in-decimals = Бөлшек бөліктің ішінде { $blank } тұр.
row-amount-groups = { $blank } цифрларды бөледі, бірақ үш-үштен емес.
row-amount-blank-outside = Цифрлардың алдында немесе артында { $blank } тұр: бос орын тек мыңдықтарды бөледі.
row-amount-no-decimals = Соңындағы нүктеден немесе үтірден кейін цифр жоқ.
row-amount-too-fine = Сома тиыннан ұсақ: бөлшек бөліктің екінші таңбасынан кейін тек нөлдер болуы мүмкін.
row-amount-decimals = Соманың бөлшек бөлігінде { $count } цифр бар, ал алтыдан көп болмауы керек.
row-no-rates = { $day } табыс күні ешқандай мөлшерлеме қолданыста емес.
row-outside-period = { $day } табыс күні { $period } айына кірмейді.
row-outside-period-asked = { $day } табыс күні берілген кезеңге кірмейді.
row-closed-month = { $day } табыс күні жабылған айға келеді: ол үшін кешіккені — түзету, `ustap correct BEFORE AFTER --period { $month }`.
row-closed-month-last = { $day } табыс күні жабылған айға келеді ({ $last } және оған дейінгі барлық ай жабылған): ол үшін кешіккені — түзету, `ustap correct BEFORE AFTER --period { $month }`.
row-no-regime = Орындаушы режимдерімен көрсетілген, бірақ { $day } күні олардың ешқайсысы қолданыста емес.
row-conflict-with-earlier = Операцияның осы идентификаторы бар жолдар әртүрлі, бұрынғысы күшінде: ол бойынша бұрынғы есептеу ұстап қалған.
row-duplicate-of-earlier = Операцияның осы идентификаторы бар дәл осындай жолды бұрынғы есептеу ескерген, бұл жол есепке алынбады.
row-no-category = Санат жоқ: ол мыналардың бірі: { $codes }.
row-category = Мұндай санат жоқ, барлары: { $codes }.
row-regime = Мұндай режим жоқ, барлары: { $codes }.
row-interval = Бірінші күн ({ $from }) соңғы күннен ({ $to }) кейін.
row-period = Мән — ЖЖЖЖ-АА түріндегі ай емес.
row-knp = Осы айдың ешбір төлемі осы төлем мақсатының кодымен жүрмейді.
row-below-zero = Сома нөлден кіші, ал МКК АЖ нөлден кем емес сомаларды есептейді.
row-not-distributed = Бұл — Мемлекеттік корпорация бөлмейтін ЖТС немесе өсімпұл төлемі мақсатының коды.
row-not-above-zero = Сома нөлден үлкен емес.
row-status = Мұндай мәртебе жоқ, барлары: `accepted`, `rejected`, `returned`.
row-repeated = МКК АЖ-да осы тұлғаның осы айдағы жолы бар: { $file }:{ $line } күшінде. МКК АЖ-ның бірнеше файлынан ең жаңасын ғана беріңіз.
todo-malformed-row = Артық тырнақша, бөлгіш немесе жол соңы бар ма? Файлды осы жерден мәтін ретінде ашыңыз немесе қайта жүктеп шығарыңыз; кодтауды --encoding таңдайды.
todo-operation-id = Әр операцияға 1–64 байттық идентификатор беріңіз: екі рет келген жол сол арқылы танылады.
todo-iin = ЖСН басындағы нөлдер жоғалған ба? Файлды мәтін ретінде ашыңыз немесе --restore-zeros қосыңыз.
todo-iin-as-text = ЖСН басындағы нөлдер жоғалған ба? Файлды мәтін ретінде ашып, бағанды мәтін пішімінде сақтаңыз.
todo-iin-check-digit = ЖСН-ді орындаушының құжатымен салыстырыңыз: ол қате терілген.
todo-date = Күндерді 2026-08-31 немесе 31.08.2026 түрінде жазыңыз; кесте редакторында бағанға күн пішімін беріңіз.
todo-corrects-later = `corrects_on` мен `settled_on` орны ауысып кетпеген бе? Есеп айырысу күнінен кешіктірілмей алынған табыс түзетіледі.
todo-income = Сомаларды 12345.67 немесе 12 345,67 түрінде жазыңыз: валютасыз және мыңдықтар арасында үтірсіз.
todo-income-range = Сома ретінде басқа баған алынып қалмады ма? Тақырыптарды қарап, қажеттісін --column арқылы атаңыз.
todo-no-rates = `ustap rates show` мөлшерлемелердің қай күннен бастап бар екенін көрсетеді; келесі жылдыкі --rates DIR арқылы қосылады.
todo-outside-period = Оларды өз айына қалдырыңыз немесе --period параметрін алып тастаңыз.
todo-closed-month = Бүкіл айды осы жолдармен қайта есептеп, екі есептеуді салыстырыңыз: `ustap correct BEFORE AFTER --period MONTH`.
todo-no-regime = Орындаушылар файлына осы күндердегі режимді қосыңыз немесе оның қолданылу күндерін түзетіңіз.
todo-conflicting-duplicate = Әр идентификатордың қай жолы дұрыс екенін анықтап, тек соны қалдырыңыз; әртүрлі операциялардың идентификаторлары әртүрлі болуы керек.
todo-duplicate = Жол екі рет жүктеліп шығарылса, ештеңе істеудің қажеті жоқ; әртүрлі операциялардың идентификаторлары әртүрлі болуы керек.
todo-category = Санатты кодымен жазыңыз: кодтар rejects.csv файлындағы хабарламада тізілген.
todo-regime = Режимді кодымен жазыңыз: кодтар rejects.csv файлындағы хабарламада тізілген.
todo-interval = Бірінші күн мен соңғы күннің орны ауысып кетпеген бе?
todo-overlap = Орындаушының бір режимі екіншісі басталатын күннен бір күн бұрын аяқталсын.
todo-period = Айды 2026-08 түрінде жазыңыз.
todo-knp = Төлем мақсатының кодын есептеудің `payments.csv` файлымен салыстырыңыз; басқа төлемдердің жолдарын алып тастауға болады.
todo-status = Жолдың не болғанын көрсетіңіз: `accepted`, `rejected` немесе `returned`; бос мәртебе — `accepted`.
todo-repeated = Әр ай үшін МКК АЖ-ның ең жаңа файлын ғана беріңіз.


### Оқу

workbook-damaged = бүлінген кітап: { $reason }
workbook-damaged-hint = оны Excel немесе LibreOffice бағдарламасында ашып, қайта сақтаңыз немесе келген жерінен тағы бір рет алыңыз
workbook-unreadable = оқылмайды
workbook-no-copy = уақытша файл жазылмайды
workbook-encrypted = шифрланған кітап
workbook-encrypted-hint = оны ашып, құпиясөзсіз сақтап, сол файлды беріңіз
workbook-no-end = оның соңы жоқ немесе ол zip мұрағатының соңы емес
workbook-is-zip = бұл — мұрағат (.zip)
workbook-is-zip-hint = оны ашып, ішіндегі файлды беріңіз
workbook-is-docx = бұл — құжат (.docx)
workbook-is-docx-hint = жолдарды кітап немесе CSV түрінде сұраңыз
workbook-other-form = бұл — басқа түрдегі кітап ({ $form })
workbook-other-form-hint = оны ашып, .xlsx түрінде немесе жолдары бар парақты UTF-8 кодтауындағы CSV түрінде сақтаңыз
workbook-no-part = онда { $part } жоқ
workbook-packing = { $part } ерекше тәсілмен қапталған ({ $way })
workbook-checksum = бақылау сомасы сәйкес емес
workbook-no-sheet = `{ $sheet }` парағы жоқ
workbook-no-sheet-hint = кітаптың парақтары: { $sheets }
workbook-sheetless = онда парақ жоқ
workbook-no-cells = парақта ұяшықтар жоқ
workbook-ends = парақ жолдардың арасында үзіледі
workbook-no-text = ұяшық көрсететін мәтін жоқ
workbook-no-number = сан керек жерде `{ $text }` тұр
workbook-no-cell = { $cell } деген ұяшық болмайды
workbook-cell-kind = ұяшықтың түрі белгісіз: `{ $kind }`
workbook-cells-order = жол ұяшықтары ретімен тұрған жоқ
workbook-rows-order = жолдар ретімен тұрған жоқ
workbook-entity = онда белгісіз `{ $entity }` мәні тұр
workbook-long-texts = оның мәтіндері 4 ГиБ-тан ұзын
workbook-long-row = жол 1 МиБ-тан ұзын
lists-no-utf-16-hint = mt102 кодтаулары: utf-8, windows-1251 және kz-1048
lists-no-utf-16 = --encoding: mt102 файлын utf-16 кодтауында ешбір банк қабылдамайды
standard-input = стандартты кіріс
column-option = --column: { $fault }
column-and-ignored = `{ $heading }` тақырыбы `{ $name }` бағанына да, --ignore-column параметріне де берілген
column-and-ignored-hint = екі параметрдің бірін алып тастаңыз
column-heading-taken = `{ $heading }` тақырыбы екі бағанға берілген: `{ $other }` және `{ $name }`
column-heading-taken-hint = бір тақырып тек бір бағандікі бола алады
column-unknown = { $table } файлында `{ $name }` бағаны жоқ
columns-are = бағандар: { $columns }
column-given-twice = `{ $name }` бағаны екі рет берілген
column-given-twice-hint = бағанның барлық файлдарда бірдей бір тақырыбы болады
column-number = { $number }-баған
quote-never-closes = осы жерде ашылған тырнақша еш жерде жабылмайды
header-quote = тақырып жолындағы тырнақша орнында емес
header-too-long = тақырып жолы 1 МиБ-тан ұзын
header-empty = файл бос: тақырып жолы қажет
header-empty-hint = `ustap template DIR` бастауға болатын файлдарды жазады
header-near-miss = `{ $heading }` оқылмайды, ал `{ $missing }` бағаны жоқ
header-near-miss-hint = егер бұл сол баған болса: --column { $column }="{ $heading }"; болмаса: --ignore-column "{ $heading }"
header-below-title = тақырып жолы { $line }-жолда, басқа нәрсенің астында тұр
header-below-title-hint = тақырып жолының үстінде тұрғанды, мысалы кестенің атауын, алып тастаңыз
header-column-missing = тақырып жолында { $columns } жетіспейді
header-ignored-hint = оны --ignore-column өткізіп жібереді: бұл параметрді алып тастаңыз
header-delimiter-hint = бөлгіш — үтір, нүктелі үтір немесе табуляция
header-delimiter-or-name-hint = бөлгіш — үтір, нүктелі үтір немесе табуляция; --column { $table }.NAME="HEADER" бағанға басқа тақырып береді
header-of-sheet-hint = тақырып жолы `{ $sheet }` парағының алғашқы 20 жолының бірінде тұрады; FILE#SHEET басқа парақты атайды; --column { $table }.NAME="HEADER" бағанға басқа тақырып береді
header-no-delimiter-hint = бөлгіш — үтір, нүктелі үтір немесе табуляция; ол жол болмаса, өзі табылады
header-no-delimiter = бірінші жол ондай болмайтын бөлгішті атайды
header-named-delimiter-hint = бөлгіш бірінші жолда аталған: ол жол болмаса, өзі табылады
header-not-text = тақырып жолы { $encoding } кодтауындағы мәтін емес
encoding-guessed-hint = байттар { $encoding } кодтауына ұқсайды: { $option } { $encoding } қолданып көріңіз
encoding-guessed-or-kazakh-hint = байттар { $encoding } кодтауына ұқсайды: { $option } { $encoding } қолданып көріңіз, қазақ әріптері болса — kz-1048
header-too-wide = тақырып жолында 65535-тен көп баған бар
header-column-twice = `{ $name }` бағаны тақырып жолында екі рет тұр
header-column-twice-hint = біреуін файлдан алып тастаңыз немесе қажеттісін --column арқылы тақырыбымен көрсетіңіз
line-ends-twice = жолдар LF немесе CRLF арқылы аяқталуы керек, ал тақырып жолы CR CR LF арқылы аяқталады
line-ends-twice-hint = жол соңдары Windows түріне екі рет айналдырылған: файлды қайта жүктеп шығарыңыз немесе әр жолдан бір CR алып тастаңыз
line-ends-bare = жолдар LF немесе CRLF арқылы аяқталуы керек, ал тақырып жолында жалғыз CR тұр
line-ends-bare-hint = жалғыз CR өте ескі жүйелерде жолды аяқтаған: файлды Windows немесе Unix жол соңдарымен сақтаңыз
input-changed = файл оқылып жатқанда өзгерді
input-changed-hint = оған ешкім жазбайтын кезде қайталаңыз
record-too-long = осы жерден басталатын жазба 1 МиБ-тан ұзын
record-too-long-hint = ашылып, жабылмаған тырнақшасы бар өріс осындай жазбаға айналады
input-directory = бұл файл емес, каталог
input-twice = файл екі рет берілген: оның байттары { $path } файлындағыдай
input-twice-hint = біреуін алып тастаңыз
ignored-heading-unknown = --ignore-column: ешбір кіріс файлында `{ $heading }` тақырыбы жоқ
heading-unknown-hint = параметрді алып тастаңыз немесе тақырыпты файлдағыдай жазыңыз
mapped-heading-unknown = --column { $column }: ешбір кіріс файлында `{ $heading }` тақырыбы жоқ
headings-none = [{ $column }] жоқ
headings-table = кестенің орнында басқа нәрсе тұр
headings-column = бағанның орнында басқа нәрсе тұр
headings-entry = [{ $column }] ішінде белгісіз `{ $key }` жазбасы бар
headings-text = тақырып мәтін емес
foreign-xls = бұл ескі түрдегі (.xls) немесе шифрланған кітап
foreign-gz = бұл мұрағат (.gz)
foreign-bz2 = бұл мұрағат (.bz2)
foreign-xz = бұл мұрағат (.xz)
foreign-zst = бұл мұрағат (.zst)
foreign-7z = бұл мұрағат (.7z)
foreign-rar = бұл мұрағат (.rar)
foreign-pdf = бұл құжат (.pdf)
foreign-rtf = бұл құжат (.rtf)
foreign-database = бұл дерекқор
foreign-page = бұл кесте жолдары емес, бет (HTML немесе XML)
foreign-utf-16-little = бұл байттар ретінің белгісі жоқ UTF-16 (little-endian) мәтіні
foreign-utf-16-big = бұл байттар ретінің белгісі жоқ UTF-16 (big-endian) мәтіні
foreign-save-csv-hint = файлды ашып, жолдары бар парақты UTF-8 кодтауындағы CSV ретінде сақтаңыз
foreign-unpack-hint = оны ашып, ішіндегі файлды беріңіз
foreign-save-xlsx-hint = оны ашып, құпиясөзсіз .xlsx түрінде сақтап, сол файлды беріңіз
foreign-utf-16-hint = { $option } utf-16 деп көріңіз
foreign-utf-8-hint = оны UTF-8 кодтауындағы CSV ретінде сақтаңыз
foreign-document-hint = жолдарды CSV түрінде сұраңыз
foreign-database-hint = кестені CSV ретінде жүктеп шығарыңыз


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
