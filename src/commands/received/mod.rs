//! What others give, row by row, and what they read: answers of the State Corporation and of banks, the sums of ЦС КГД, and
//! the purpose of a payment.

pub(crate) mod answers;
pub(crate) mod purpose;
pub(crate) mod rejects;
