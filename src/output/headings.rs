//! Headings of workbooks in three languages.

use crate::payment::Payment;

/// A language of headings.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Lang {
    En,
    Ru,
    Kk,
}

impl Lang {
    /// The one of three texts that is in this language.
    pub fn of(self, [en, ru, kk]: [&str; 3]) -> &str {
        match self {
            Lang::En => en,
            Lang::Ru => ru,
            Lang::Kk => kk,
        }
    }

    /// The payment's abbreviation.
    pub fn payment(self, payment: Payment) -> &'static str {
        match (self, payment) {
            (Lang::En | Lang::Ru, _) => payment.abbreviation(),
            (Lang::Kk, Payment::Ipn) => "ЖТС",
            (Lang::Kk, Payment::Opv) => "МЗЖ",
            (Lang::Kk, Payment::Opvr) => "ЖМЗЖ",
            (Lang::Kk, Payment::So) => "ӘА",
            (Lang::Kk, Payment::Vosms) => "МӘМС",
        }
    }

    /// The heading of a column of any file; the column's own name where there is none.
    pub fn heading(self, column: &str) -> String {
        if let Some(&(_, texts)) = HEADINGS.iter().find(|(known, _)| *known == column) {
            return self.of(texts).to_owned();
        }
        let (code, rest) = column.split_once('_').unwrap_or((column, ""));
        let (Some(payment), Some(&(_, texts))) =
            (Payment::from_code(code), PARTS.iter().find(|(known, _)| *known == rest))
        else {
            return column.to_owned();
        };
        format!("{}{}", self.payment(payment), self.of(texts))
    }

    /// The name of a sheet.
    pub fn sheet(self, code: &str) -> &'static str {
        let texts = match code {
            "register" => ["Register", "Реестр", "Тізілім"],
            "rejects" => ["Rejected rows", "Отклонённые строки", "Қабылданбаған жолдар"],
            "totals" => ["Totals", "Итоги", "Қорытынды"],
            "unlisted" => ["Unlisted", "Не вошли в списки", "Тізімге енбегендер"],
            "breaks" => ["Breaks", "Расхождения", "Айырмашылықтар"],
            "corrections" => ["Corrections", "Корректировки", "Түзетулер"],
            _ => ["Applications", "Заявления", "Өтініштер"],
        };
        self.of(texts)
    }
}

/// What follows a payment in a column's name.
const PARTS: [(&str, [&str; 3]); 3] = [
    ("", ["", "", ""]),
    ("base", [", base", ", база", ", базасы"]),
    ("exempt", [", exempt income", ", освобождённый доход", ", босатылған табыс"]),
];

const HEADINGS: [(&str, [&str; 3]); 53] = [
    ("number", ["No.", "№", "№"]),
    ("iin", ["IIN", "ИИН", "ЖСН"]),
    ("surname", ["Surname", "Фамилия", "Тегі"]),
    ("given_name", ["Given name", "Имя", "Аты"]),
    ("patronymic", ["Patronymic", "Отчество", "Әкесінің аты"]),
    ("birth_date", ["Date of birth", "Дата рождения", "Туған күні"]),
    ("period", ["Month", "Период", "Кезең"]),
    ("knp", ["KNP", "КНП", "ТМК"]),
    ("amount", ["Amount", "Сумма", "Сомасы"]),
    ("regime", ["Regime", "Режим", "Режим"]),
    ("operations", ["Operations", "Операций", "Операциялар"]),
    ("income", ["Income", "Доход", "Табыс"]),
    ("withheld", ["Withheld", "Удержано", "Ұсталды"]),
    ("notes", ["Notes", "Примечания", "Ескертпелер"]),
    ("file", ["File", "Файл", "Файл"]),
    ("line", ["Line", "Строка", "Жол"]),
    ("code", ["Code", "Код", "Код"]),
    ("field", ["Field", "Поле", "Өріс"]),
    ("value", ["Value", "Значение", "Мәні"]),
    ("message", ["Why", "Причина", "Себебі"]),
    ("payment", ["Payment", "Платёж", "Төлем"]),
    ("persons", ["Persons", "Лиц", "Адам саны"]),
    ("listed_persons", ["Persons in the list", "Лиц в списке", "Тізімдегі адам саны"]),
    ("listed_amount", ["Amount of the list", "Сумма по списку", "Тізім сомасы"]),
    ("unlisted_persons", ["Persons not in the list", "Лиц вне списка", "Тізімге енбеген адам саны"]),
    ("unlisted_amount", ["Amount not in the list", "Сумма вне списка", "Тізімге енбеген сома"]),
    ("payments_amount", ["Amount to transfer", "Сумма к перечислению", "Аударылатын сома"]),
    ("missing", ["What is missing", "Чего не хватает", "Не жетіспейді"]),
    ("side", ["Side", "Сторона", "Тарап"]),
    ("kind", ["Kind", "Вид", "Түрі"]),
    ("ours", ["Ours", "У нас", "Бізде"]),
    ("theirs", ["Theirs", "У них", "Оларда"]),
    ("difference", ["Difference", "Разница", "Айырма"]),
    ("explanation", ["Explanation", "Объяснение", "Түсіндірме"]),
    ("error_code", ["Error code", "Код ошибки", "Қате коды"]),
    ("reference", ["Reference", "Референс", "Референс"]),
    ("before", ["Before", "Было", "Бұрынғысы"]),
    ("after", ["After", "Стало", "Жаңасы"]),
    ("delta", ["Change", "Изменение", "Өзгеріс"]),
    ("cause", ["Cause", "Причина", "Себебі"]),
    ("application", ["Application", "Заявление", "Өтініш"]),
    ("reason", ["Reason", "Причина", "Себебі"]),
    ("reason_text", ["Reason in words", "Причина словами", "Себебі сөзбен"]),
    ("flags", ["To be looked at", "Проверить", "Тексеру керек"]),
    ("flags_text", ["What is to be looked at", "Что проверить", "Не тексеру керек"]),
    ("applications", ["Applications", "Заявлений", "Өтініштер"]),
    ("matched_rows", ["Rows that match", "Совпало строк", "Сәйкес жолдар"]),
    ("matched_amount", ["Amount that matches", "Совпавшая сумма", "Сәйкес сома"]),
    ("breaks", ["Breaks", "Расхождений", "Айырмашылықтар"]),
    ("explained_amount", ["Explained difference", "Объяснённая разница", "Түсіндірілген айырма"]),
    ("unexplained_more", ["Unexplained, more", "Не объяснено, больше", "Түсіндірілмеген, артық"]),
    ("unexplained_less", ["Unexplained, less", "Не объяснено, меньше", "Түсіндірілмеген, кем"]),
    ("consequence", ["What comes of paying ours", "Что будет, если уплатить наше", "Біздікін төлесе не болады"]),
];
