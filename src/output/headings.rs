//! Headings of workbooks in three languages.

use crate::language::Language;
use crate::output::workbook::{Column, SheetForm};
use crate::payment::Payment;
use crate::period::Month;

impl Language {
    /// The heading of a column of any file; the column's own name where there is none.
    pub(crate) fn heading(self, column: &str) -> String {
        if let Some(&(_, texts)) = HEADINGS.iter().find(|(known, _)| *known == column) {
            return self.of(texts).to_owned();
        }
        let (code, rest) = column.split_once('_').unwrap_or((column, ""));
        let (Some(payment), Some(&(_, texts))) =
            (code.parse::<Payment>().ok(), PARTS.iter().find(|(known, _)| *known == rest))
        else {
            return column.to_owned();
        };
        format!("{}{}", payment.abbreviation_in(self), self.of(texts))
    }

    /// These columns of a file, separated by commas, as columns of a sheet.
    pub(crate) fn columns(self, header: &str) -> Vec<Column> {
        let column = |column: &str| {
            // Codes and numbers take what they need; text goes on in the next line, for nothing may be cut on paper.
            let (width_max, wraps) = match column {
                "message" | "reason_text" | "flags_text" => (72, true),
                "notes" | "value" | "purpose" => (48, true),
                "surname" | "given_name" | "patronymic" | "name" | "explanation" | "missing" | "reason" | "reasons"
                | "flags" | "file" | "recipient" => (28, true),
                _ => (36, false),
            };
            Column { name: column.to_owned(), heading: self.heading(column), width_max, wraps }
        };
        header.split(',').map(column).collect()
    }

    /// A sheet with these columns and its name as title.
    pub(crate) fn form(self, code: &str, header: &str) -> SheetForm {
        let name = self.sheet(code).to_owned();
        self.titled(name.clone(), vec![name], header)
    }

    /// A sheet with these lines above its columns.
    fn titled(self, name: String, head: Vec<String>, header: &str) -> SheetForm {
        SheetForm { name, head, columns: self.columns(header), foot: Vec::new(), lang: self }
    }

    /// The sheet of a list: a document for a payment order, which is signed.
    pub(crate) fn list(self, name: String, purpose: &str, operator: &Operator, header: &str) -> SheetForm {
        let title = self.of([
            "List for the consolidated payment order",
            "Список к сводному платежному поручению",
            "Жиынтық төлем тапсырмасына тізім",
        ]);
        let head = vec![title.to_owned(), purpose.to_owned(), self.operator(operator)];
        let mut form = self.titled(name, head, header);
        let chief = self.of(["Chief", "Руководитель", "Басшы"]);
        let accountant = self.of(["Chief accountant", "Главный бухгалтер", "Бас бухгалтер"]);
        let day = self.of(["Date", "Дата", "Күні"]);
        form.foot = vec![
            format!("{chief}:  {BLANK}  {}", or_blank(&operator.chief)),
            format!("{accountant}:  {BLANK}  {}", or_blank(&operator.accountant)),
            format!("{day}:  {BLANK}"),
        ];
        form
    }

    /// Who the operator is; a line to fill in where it is not known.
    fn operator(self, operator: &Operator) -> String {
        let word = self.of([
            "Operator of the internet platform",
            "Оператор интернет-платформы",
            "Интернет-платформа операторы",
        ]);
        let number_word = self.of(["BIN/IIN", "БИН/ИИН", "БСН/ЖСН"]);
        format!("{word}: {}, {number_word} {}", or_blank(&operator.name), or_blank(&operator.number))
    }

    /// The label of a row of sums over so many persons.
    pub(crate) fn total_of(self, persons: u64) -> String {
        self.of(["Total, persons: ", "Итого, лиц: ", "Барлығы, адам саны: "]).to_owned() + &persons.to_string()
    }

    /// The label of a row of sums.
    pub(crate) fn total(self) -> &'static str {
        match self {
            Language::En => "Total",
            Language::Ru => "Итого",
            Language::Kk => "Барлығы",
        }
    }

    /// The name of the month, without its year.
    pub(crate) fn month_name(self, month: Month) -> &'static str {
        let (_, number) = month.ym();
        MONTHS.get(number as usize - 1).map_or("", |texts| self.of(*texts))
    }

    /// The month in words.
    pub(crate) fn month(self, month: Month) -> String {
        let (year, _) = month.ym();
        let name = self.month_name(month);
        match self {
            Language::En => format!("{name} {year}"),
            Language::Ru => format!("{name} {year} г."),
            Language::Kk => format!("{year} ж. {name}"),
        }
    }

    /// The name of a sheet.
    pub(crate) fn sheet(self, code: &str) -> &'static str {
        let texts = match code {
            "register" => ["Register", "Реестр", "Тізілім"],
            "rejects" => ["Rejected rows", "Отклонённые строки", "Қабылданбаған жолдар"],
            "totals" => ["Totals", "Итоги", "Қорытынды"],
            "unlisted" => ["Unlisted", "Не вошли в списки", "Тізімге енбегендер"],
            "breaks" => ["Breaks", "Расхождения", "Айырмашылықтар"],
            "corrections" => ["Corrections", "Корректировки", "Түзетулер"],
            "distribution" => ["Distribution", "Распределение", "Бөлу"],
            _ => ["Applications", "Заявления", "Өтініштер"],
        };
        self.of(texts)
    }
}

/// The operator as a document names him; what is empty is left to be filled in by hand.
#[derive(Debug, Clone, Default)]
pub(crate) struct Operator {
    pub name: String,
    /// БИН or ИИН.
    pub number: String,
    pub chief: String,
    pub accountant: String,
}

/// A line to write on.
pub(crate) const BLANK: &str = "____________________";

fn or_blank(text: &str) -> &str {
    if text.is_empty() { BLANK } else { text }
}

const MONTHS: [[&str; 3]; 12] = [
    ["January", "январь", "қаңтар"],
    ["February", "февраль", "ақпан"],
    ["March", "март", "наурыз"],
    ["April", "апрель", "сәуір"],
    ["May", "май", "мамыр"],
    ["June", "июнь", "маусым"],
    ["July", "июль", "шілде"],
    ["August", "август", "тамыз"],
    ["September", "сентябрь", "қыркүйек"],
    ["October", "октябрь", "қазан"],
    ["November", "ноябрь", "қараша"],
    ["December", "декабрь", "желтоқсан"],
];

/// What follows a payment in a column's name.
const PARTS: [(&str, [&str; 3]); 3] = [
    ("", ["", "", ""]),
    ("base", [", base", ", база", ", базасы"]),
    ("exempt", [", exempt income", ", освобождённый доход", ", босатылған табыс"]),
];

const HEADINGS: &[(&str, [&str; 3])] = &[
    ("number", ["No.", "№", "№"]),
    ("iin", ["IIN", "ИИН", "ЖСН"]),
    ("surname", ["Surname", "Фамилия", "Тегі"]),
    ("given_name", ["Given name", "Имя", "Аты"]),
    ("patronymic", ["Patronymic", "Отчество", "Әкесінің аты"]),
    ("birth_date", ["Date of birth", "Дата рождения", "Туған күні"]),
    ("period", ["Month", "Период", "Кезең"]),
    ("knp", ["KNP", "КНП", "ТМК"]),
    ("rate", ["Rate", "Ставка", "Мөлшерлеме"]),
    ("amount", ["Amount", "Сумма", "Сомасы"]),
    ("operator", ["Operator, BIN/IIN", "БИН/ИИН оператора", "Оператордың БСН/ЖСН"]),
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
    ("purpose", ["Purpose", "Назначение платежа", "Төлем мақсаты"]),
    ("due_on", ["Due on", "Срок", "Мерзімі"]),
    ("recipient", ["Recipient, BIN", "БИН получателя", "Алушының БСН"]),
    ("account", ["Account", "Счёт", "Шот"]),
    ("bik", ["BIC", "БИК", "БСК"]),
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
    ("fund", ["Fund", "Фонд", "Қор"]),
    ("computed", ["Computed", "Исчислено", "Есептелді"]),
    ("paid", ["Paid", "Уплачено", "Төленді"]),
    ("distributed", ["Distributed", "Распределено", "Бөлінді"]),
    ("returned", ["Returned", "Возвращено", "Қайтарылды"]),
    ("owed", ["Still to pay", "Осталось уплатить", "Төленуге қалды"]),
    ("reasons", ["Reasons", "Причины", "Себептері"]),
    ("consequence", ["What comes of paying ours", "Что будет, если уплатить наше", "Біздікін төлесе не болады"]),
];
