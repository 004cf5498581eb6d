//! How cells of workbooks look.

use rust_xlsxwriter::{Color, Format, FormatAlign, FormatBorder};

use crate::output::cell::Look;

/// How what stands around the rows looks.
pub(super) struct Formats {
    pub title: Format,
    pub head: Format,
    pub foot: Format,
    pub heading: Format,
}

/// The numbers of the first formats of rows and of totals; number 0 is the crate's own.
pub(super) const OF_ROWS: u64 = 1;
pub(super) const OF_TOTALS: u64 = OF_ROWS + Look::ALL.len() as u64;

const GRID: Color = Color::RGB(0xB0_B8_C0);

impl Formats {
    pub fn new() -> Formats {
        let line = || Format::new().set_align(FormatAlign::VerticalCenter);
        Formats {
            title: line().set_bold().set_font_size(14),
            head: line(),
            foot: Format::new().set_align(FormatAlign::Top).set_text_wrap(),
            heading: Format::new()
                .set_bold()
                .set_text_wrap()
                .set_align(FormatAlign::Center)
                .set_align(FormatAlign::VerticalCenter)
                .set_background_color(Color::RGB(0xE7_EE_F5))
                .set_border(FormatBorder::Thin)
                .set_border_color(GRID),
        }
    }
}

/// The formats of rows and of totals, by their numbers.
pub(super) fn numbered_formats() -> impl Iterator<Item = Format> {
    let row = Format::new().set_border(FormatBorder::Thin).set_border_color(GRID);
    let total = Format::new().set_bold().set_border_top(FormatBorder::Medium);
    let total = total.set_border_bottom(FormatBorder::Thin).set_border_color(GRID);
    [row, total].into_iter().flat_map(|line| Look::ALL.map(|look| format(look, line.clone())))
}

fn format(look: Look, line: Format) -> Format {
    let cell = line.set_align(FormatAlign::Top);
    // Gaps, or a number and the text on its right would read as one.
    let text = |cell: Format| cell.set_num_format("@").set_align(FormatAlign::Left).set_indent(1);
    match look {
        Look::Text => text(cell),
        Look::Wrapped => text(cell).set_text_wrap(),
        Look::Money => cell.set_num_format("#,##0.00").set_align(FormatAlign::Right).set_indent(1),
        Look::Count => cell.set_num_format("0"),
        Look::Day => cell.set_num_format("dd.mm.yyyy").set_align(FormatAlign::Center),
    }
}
