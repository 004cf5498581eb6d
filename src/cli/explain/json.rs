//! An explanation as data: the same steps, money as text.

use std::fmt;

use serde_json::{Map, Value, json};

use crate::commands::explain::{ExplainedMonth, ExplainedOperation};
use crate::language::Language;
use crate::law::{Annex, CategoryId, Citation, Law, Provision, Threshold};
use crate::payment::{Payment, PerPayment};
use crate::withholding::explain::{Explained, Ground, Step};
use crate::withholding::limit::LimitRow;
use crate::withholding::row::RegisterRow;

/// The whole explanation.
pub(crate) fn value(explanation: &ExplainedMonth, law: &Law, language: Language) -> Value {
    let month = &explanation.month;
    json!({
        "iin": month.iin.to_string(),
        "period": month.period.to_string(),
        "not_counted": explanation.not_counted,
        "operations": explanation.operations.iter().map(|each| operation(each, law, language)).collect::<Vec<_>>(),
        "rows": month.rows.iter().map(|each| row(each, explanation, law, language)).collect::<Vec<_>>(),
        "limits": month.limits.iter().map(|each| limit(each, explanation, law, language)).collect::<Vec<_>>(),
    })
}

/// The way to each payment of a row: what is due, step by step.
pub fn payments(row: &RegisterRow, law: &Law, language: Language) -> String {
    Value::Array(each_payment(row.explain(law).as_ref(), law, language)).to_string()
}

fn each_payment(explained: Option<&PerPayment<Explained<'_>>>, law: &Law, language: Language) -> Vec<Value> {
    explained.into_iter().flat_map(PerPayment::iter).map(|(_, each)| payment(each, law, language)).collect()
}

fn operation(operation: &ExplainedOperation, law: &Law, language: Language) -> Value {
    let corrected = operation.citation(law).map(|each| cited(each, language));
    let corrected: Vec<Value> = corrected.into_iter().collect();
    let exempt_by: Map<String, Value> = operation
        .exempt_by
        .iter()
        .filter(|(_, categories)| !categories.is_empty())
        .map(|(payment, categories)| {
            let codes: Vec<&str> = categories.iter().map(|&category| law.category(category).code.as_str()).collect();
            (payment.code().to_owned(), json!(codes))
        })
        .collect();
    let amounts: Map<String, Value> =
        operation.amounts.iter().map(|(payment, amount)| (payment.code().to_owned(), text(amount))).collect();
    json!({
        "operation_id": operation.id,
        "settled_on": operation.settled_on.to_string(),
        "effective_on": operation.effective_on.to_string(),
        "income": operation.income.to_string(),
        "regime": operation.regime.code(law),
        "citations": corrected,
        "exempt_by": exempt_by,
        "amounts": amounts,
    })
}

fn row(row: &RegisterRow, explanation: &ExplainedMonth, law: &Law, language: Language) -> Value {
    let citations = row.regime_citations(law, explanation.is_listed).map(|each| cited(each, language));
    let income = law.income_citations(row.period).map(|each| cited(each, language));
    json!({
        "regime": row.regime.code(law),
        "citations": citations.collect::<Vec<_>>(),
        "operations": row.tally.operations,
        "income": row.tally.income().to_string(),
        "income_citations": income.collect::<Vec<_>>(),
        "payments": each_payment(explanation.of_row(row, law).as_ref(), law, language),
        "withheld": row.withheld.to_string(),
        "notes": row.notes(law),
    })
}

fn payment(explained: &Explained<'_>, law: &Law, language: Language) -> Value {
    json!({
        "payment": Payment::code(explained.payment),
        "amount": explained.amount.to_string(),
        "steps": explained.steps.iter().map(|each| step(each, law, language)).collect::<Vec<_>>(),
    })
}

fn step(step: &Step<'_>, law: &Law, language: Language) -> Value {
    let of = |grounds: &[Ground<'_>]| grounds.iter().map(|(_, citation)| cited(citation, language)).collect::<Vec<_>>();
    let cited = |citation| cited(citation, language);
    let codes = |grounds: &[Ground<'_>]| -> Vec<String> {
        let mut categories: Vec<CategoryId> = grounds.iter().map(|&(category, _)| category).collect();
        categories.dedup();
        categories.into_iter().map(|category| law.category(category).code.clone()).collect()
    };
    match step {
        Step::NotDue { citation } => json!({ "step": "not-due", "citations": [cited(citation)] }),
        Step::Exempt { grounds, operations, income, deciding_day } => json!({
            "step": "exempt",
            "categories": codes(grounds),
            "operations": operations,
            "income": income.to_string(),
            "citations": of(grounds),
            "deciding_day": deciding_day.map(cited),
        }),
        Step::OtherReading { grounds } => {
            json!({ "step": "other-reading", "categories": codes(grounds), "citations": of(grounds) })
        }
        Step::NotNamed { grounds } => {
            json!({ "step": "not-named", "categories": codes(grounds), "citations": of(grounds) })
        }
        Step::Uncapped { income, exempt, uncapped } => json!({
            "step": "base-before-cap",
            "income": income.to_string(),
            "exempt": exempt.to_string(),
            "base_before_cap": uncapped.to_string(),
        }),
        Step::NoFloor { citation } => json!({ "step": "no-floor", "citations": [cited(citation)] }),
        Step::Capped { caps, cap, base, citation } => json!({
            "step": "base",
            "caps": caps.iter().map(|each| self::cap(each, language)).collect::<Vec<_>>(),
            "cap": cap.map(|cap| cap.to_string()),
            "base": base.to_string(),
            "citations": [cited(citation)],
        }),
        Step::Rate { rate, citation } => {
            json!({ "step": "rate", "rate": rate.to_string(), "citations": [cited(citation)] })
        }
        Step::Rounded { product, rounding, unit_citation, mode_citation, amount } => json!({
            "step": "amount",
            "product": product.to_string(),
            "unit": rounding.unit.to_string(),
            "mode": rounding.mode.code(),
            "amount": amount.to_string(),
            "citations": [cited(unit_citation), cited(mode_citation)],
        }),
    }
}

fn cap(cap: &Threshold, language: Language) -> Value {
    json!({
        "times": cap.times,
        "of": cap.of,
        "indicator": cap.indicator.to_string(),
        "amount": cap.amount.to_string(),
        "citations": [cited(&cap.citation, language), cited(&cap.indicator_citation, language)],
    })
}

fn limit(row: &LimitRow, explanation: &ExplainedMonth, law: &Law, language: Language) -> Value {
    json!({
        "goes_on": explanation.goes_on(row, law).map(|each| cited(each, language)),
        "thresholds": law.limits(row.period).map(|each| cap(each, language)).collect::<Vec<_>>(),
        "limit": row.limit.to_string(),
        "income": row.income.to_string(),
        "over": row.over().to_string(),
        "crossed_on": row.crossed.as_ref().map(|crossing| crossing.on.to_string()),
        "crossed_by": row.crossed.as_ref().map(|crossing| crossing.by.as_str()),
    })
}

fn cited(citation: &Citation, language: Language) -> Value {
    json!({
        "act": citation.say(language),
        "url": citation.url(),
        "basis": citation.basis.code(),
        "note": citation.note.as_ref().map(|note| note.say(language)),
        "provisions": citation.provisions().iter().map(|each| provision(each, language)).collect::<Vec<_>>(),
    })
}

fn provision(provision: &Provision, language: Language) -> Value {
    json!({
        "act": provision.act.code,
        "title": provision.act.say(language),
        "url": provision.act.url,
        "edition": provision.edition,
        "annex": provision.annex.as_ref().map(Annex::code),
        "article": provision.article,
        "point": provision.point,
        "subpoint": provision.subpoint,
        "part": provision.part,
    })
}

fn text(value: impl fmt::Display) -> Value {
    Value::String(value.to_string())
}
