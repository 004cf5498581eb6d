//! The annex to the Rules of Order No. 392: the form in which incomes are stated, to be printed and signed.

use crate::language::Language;
use crate::output::headings::BLANK;
use crate::output::workbook::{Column, SheetForm};
use crate::period::{Day, Month};

/// What stands above and below the table.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Head<'a> {
    pub operator: &'a str,
    /// БИН or ИИН.
    pub number: &'a str,
    /// Name and ИИН, where the operator is a legal entity.
    pub chief: Option<(&'a str, &'a str)>,
    /// The day of submission; a line to fill in where it is not known.
    pub date: Option<Day>,
}

/// The language of the form: it is Russian or Kazakh.
pub(crate) fn lang(lang: Language) -> Language {
    match lang {
        Language::Kk => Language::Kk,
        Language::Ru | Language::En => Language::Ru,
    }
}

/// The form of a month, in the words of the annex.
pub(crate) fn form(asked: Language, period: Month, head: &Head<'_>) -> SheetForm {
    let lang = lang(asked);
    let of = |ru: &'static str, kk: &'static str| if lang == Language::Kk { kk } else { ru };
    let title = of(
        "Сведения, о доходах, полученных при оказании услуг и (или) выполнении работ исполнителями",
        "Орындаушылардың жұмыстарды орындауы кезінде алған табыстары туралы беретін мәліметтер",
    );
    let operator = of(
        "Сведения об операторе (наименование / фамилия, имя, отчество)",
        "Оператор туралы мәліметтер (атауы/тегі, аты, әкесінің аты (бар болса))",
    );
    let number = of("БИН/ИИН", "БСН/ЖСН");
    let chief = of(
        "Руководитель (если оператор юридическое лицо): фамилия, имя, отчество",
        "Басшы (егер оператор заңды тұлға болса, толтырылады) (тегі, аты, әкесінің аты (бар болса))",
    );
    let iin = of("ИИН", "ЖСН");
    let (chief_name, chief_iin) = head.chief.unwrap_or(("—", "—"));
    let responsibility = of(
        "Ответственность оператора. Я (мы) несу (несем) ответственность за достоверность и полноту сведений, указанных в \
         настоящем приложении.",
        "Оператордың жауаптылығы. Мен (біз) осы қосымшада көрсетілген мәліметтердің дұрыстығы мен толықтығы үшін \
         жауаптымын (жауаптымыз).",
    );
    let date = of("Дата предоставления сведений", "Мәліметтерді ұсыну күні");
    let day = head.date.map_or_else(|| BLANK.to_owned(), written);
    let signature = of("Подпись", "Қолы");
    let signs = head.chief.map_or(head.operator, |(name, _)| name);
    SheetForm {
        name: period.to_string(),
        head: vec![
            title.to_owned(),
            format!("{operator}: {}", head.operator),
            format!("{number}: {}", head.number),
            format!("{chief}: {chief_name}"),
            format!("{iin}: {chief_iin}"),
        ],
        columns: columns(lang),
        foot: vec![responsibility.to_owned(), format!("{date}:  {day}"), format!("{signature}:  {BLANK}  {signs}")],
        lang,
    }
}

/// The columns of the form, with its own headings.
fn columns(lang: Language) -> Vec<Column> {
    let column = |name: &str, width_max, wraps, ru: &str, kk: &str| Column {
        name: name.to_owned(),
        heading: if lang == Language::Kk { kk } else { ru }.to_owned(),
        width_max,
        wraps,
    };
    vec![
        column("number", 12, false, "№", "№"),
        column(
            "name",
            44,
            true,
            "Наименование / фамилия, имя, отчество (при его наличии) исполнителя",
            "Орындаушының атауы / тегі, аты, әкесінің аты (бар болса)",
        ),
        column("iin", 20, false, "БИН / ИИН исполнителя", "Орындаушының БСН / ЖСН"),
        column(
            "period",
            20,
            false,
            "Период (месяц, год) полученного дохода исполнителя",
            "Орындаушының алған табысының кезеңі (айы, жылы)",
        ),
        column(
            "income",
            28,
            false,
            "Сумма дохода за оказание услуг и (или) выполнение работ исполнителем",
            "Орындаушының қызметтер көрсеткені және (немесе) жұмыстарды орындағаны үшін табыс сомасы",
        ),
    ]
}

/// The day as documents have it.
fn written(day: Day) -> String {
    let (year, month, day) = day.ymd();
    format!("{day:02}.{month:02}.{year}")
}
