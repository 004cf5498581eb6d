//! The words of explanations in English, Russian and Kazakh.

use crate::law::{Basis, Names};
use crate::payment::Payment;
use crate::rate::RoundingMode;

/// The words of one language.
pub(crate) struct Words {
    /// Picks the language's name out of those of the tables.
    pub name: fn(&Names) -> &str,
    pub nothing: &'static str,
    pub not_counted: &'static str,
    pub person: &'static str,
    pub month: &'static str,
    pub operations: &'static str,
    pub settled: &'static str,
    pub corrects: &'static str,
    pub exempt_from: &'static str,
    pub withheld_of_it: &'static str,
    pub income: &'static str,
    pub row: &'static str,
    pub out_of_scope: &'static str,
    pub outside_regime: &'static str,
    pub not_due: &'static str,
    pub exempt: &'static str,
    pub other_reading: &'static str,
    pub base_before_cap: &'static str,
    pub cap: &'static str,
    pub lowest: &'static str,
    pub no_cap: &'static str,
    pub base: &'static str,
    pub rate: &'static str,
    pub product: &'static str,
    pub rounding: &'static str,
    pub tenge: &'static str,
    pub amount: &'static str,
    pub withheld: &'static str,
    pub notes: &'static str,
    pub limit: &'static str,
    pub over: &'static str,
    pub crossed: &'static str,
    /// What the figures are, by point 4 of the Rules.
    pub standing: &'static str,
    pub sources: &'static str,
    pub bases: [&'static str; 4],
    pub modes: [&'static str; 3],
    pub payments: [&'static str; 5],
}

impl Words {
    pub fn basis(&self, basis: Basis) -> &'static str {
        match basis {
            Basis::Quoted => self.bases[0],
            Basis::Secondary => self.bases[1],
            Basis::Inferred => self.bases[2],
            Basis::Unverified => self.bases[3],
        }
    }

    pub fn mode(&self, mode: RoundingMode) -> &'static str {
        match mode {
            RoundingMode::HalfUp => self.modes[0],
            RoundingMode::Up => self.modes[1],
            RoundingMode::Down => self.modes[2],
        }
    }

    pub fn payment(&self, payment: Payment) -> &'static str {
        self.payments[payment as usize]
    }
}

pub(crate) const EN: Words = Words {
    name: |names| &names.en,
    nothing: "nothing to explain: no operation of this person counts in this month",
    not_counted: "rows of this person that were rejected or are of other months (see `ustap calculate … --check`)",
    person: "Person",
    month: "Month",
    operations: "Operations counted",
    settled: "settled",
    corrects: "corrects income of another day",
    exempt_from: "exempt from",
    withheld_of_it: "withheld",
    income: "Income",
    row: "Regime",
    out_of_scope: "Nothing is computed here: this regime is outside Order No. 392. That does not mean that nothing is due.",
    outside_regime: "Income from the operation on that crossed the monthly limit: nothing is withheld (policy `stop`).",
    not_due: "the regime has no such payment",
    exempt: "Exempt income",
    other_reading: "Due; by another reading of the law it would not be:",
    base_before_cap: "Base before the cap",
    cap: "Cap",
    lowest: "the lowest",
    no_cap: "none",
    base: "Base",
    rate: "Rate",
    product: "Base × rate",
    rounding: "Rounded to",
    tenge: "tenge",
    amount: "Amount",
    withheld: "Withheld in all",
    notes: "Notes in the register",
    limit: "Monthly limit",
    over: "above the limit",
    crossed: "first exceeded with operation",
    standing: "By point 4 of the Rules КГД computes. For the operator these figures are a forecast and a check of its sums;\n\
        for who computes by point 4 they are the computation itself.",
    sources: "Sources",
    bases: ["quoted", "secondary", "inferred", "unverified"],
    modes: ["halves up", "up", "down"],
    payments: [
        "individual income tax",
        "mandatory pension contributions",
        "mandatory pension contributions of the employer",
        "social contributions",
        "contributions to mandatory social health insurance",
    ],
};

pub(crate) const RU: Words = Words {
    name: |names| &names.ru,
    nothing: "нечего объяснять: за этот месяц у этого лица нет учтённых операций",
    not_counted: "строки этого лица, отклонённые или за другие месяцы (см. `ustap calculate … --check`)",
    person: "Лицо",
    month: "Месяц",
    operations: "Учтённые операции",
    settled: "расчёт",
    corrects: "исправляет доход другого дня",
    exempt_from: "освобождено от",
    withheld_of_it: "удержано",
    income: "Доход",
    row: "Режим",
    out_of_scope: "Здесь ничего не исчисляется: этот режим вне Приказа № 392. Это не значит, что ничего не причитается.",
    outside_regime: "Доход начиная с операции, которой превышен месячный предел: ничего не удерживается (политика `stop`).",
    not_due: "у режима нет такого платежа",
    exempt: "Освобождённый доход",
    other_reading: "Причитается; при ином прочтении закона – нет:",
    base_before_cap: "База до предела",
    cap: "Предел базы",
    lowest: "действует наименьший",
    no_cap: "нет",
    base: "База",
    rate: "Ставка",
    product: "База × ставка",
    rounding: "Округлено до",
    tenge: "тенге",
    amount: "Сумма",
    withheld: "Удержано всего",
    notes: "Пометки в реестре",
    limit: "Месячный предел дохода",
    over: "сверх предела",
    crossed: "впервые превышен операцией",
    standing: "По пункту 4 Правил исчисляет КГД. Для оператора эти суммы — прогноз и проверка сумм КГД;\n\
        для того, кто исчисляет по пункту 4, — само исчисление.",
    sources: "Источники",
    bases: ["по тексту акта", "по вторичному источнику", "выведено рассуждением", "не проверено"],
    modes: ["половина вверх", "вверх", "вниз"],
    payments: [
        "индивидуальный подоходный налог",
        "обязательные пенсионные взносы",
        "обязательные пенсионные взносы работодателя",
        "социальные отчисления",
        "взносы на обязательное социальное медицинское страхование",
    ],
};

pub(crate) const KK: Words = Words {
    name: |names| &names.kk,
    nothing: "түсіндіретін ештеңе жоқ: бұл тұлғаның осы айда есепке алынған операциясы жоқ",
    not_counted: "бұл тұлғаның қабылданбаған немесе басқа айларға жататын жолдары (`ustap calculate … --check` қараңыз)",
    person: "Тұлға",
    month: "Ай",
    operations: "Есепке алынған операциялар",
    settled: "есеп айырысу",
    corrects: "басқа күннің табысын түзетеді",
    exempt_from: "босатылған төлемдер",
    withheld_of_it: "ұсталды",
    income: "Табыс",
    row: "Режим",
    out_of_scope: "Мұнда ештеңе есептелмейді: бұл режим № 392 бұйрықтан тыс. Бұл ештеңе төленбейді дегенді білдірмейді.",
    outside_regime: "Айлық шектен асқан операциядан басталатын табыс: ештеңе ұсталмайды (`stop` саясаты).",
    not_due: "режимде мұндай төлем жоқ",
    exempt: "Босатылған табыс",
    other_reading: "Төленуге тиіс; заң басқаша оқылса – тиіс емес:",
    base_before_cap: "Шекке дейінгі база",
    cap: "База шегі",
    lowest: "ең төменгісі қолданылады",
    no_cap: "жоқ",
    base: "База",
    rate: "Мөлшерлеме",
    product: "База × мөлшерлеме",
    rounding: "Дөңгелектеу бірлігі",
    tenge: "теңге",
    amount: "Сома",
    withheld: "Барлығы ұсталды",
    notes: "Тізілімдегі белгілер",
    limit: "Айлық табыс шегі",
    over: "шектен артық",
    crossed: "алғаш асырған операция",
    standing: "Қағидалардың 4-тармағы бойынша есептейтін — КГД. Оператор үшін бұл сомалар — КГД сомаларының болжамы мен\n\
        тексерісі; 4-тармақ бойынша есептейтін тұлға үшін — есептеудің өзі.",
    sources: "Дереккөздер",
    bases: ["акт мәтіні бойынша", "екінші дереккөз бойынша", "пайымдап шығарылған", "тексерілмеген"],
    modes: ["жартысы жоғары", "жоғары", "төмен"],
    payments: [
        "жеке табыс салығы",
        "міндетті зейнетақы жарналары",
        "жұмыс берушінің міндетті зейнетақы жарналары",
        "әлеуметтік аударымдар",
        "міндетті әлеуметтік медициналық сақтандыру жарналары",
    ],
};
