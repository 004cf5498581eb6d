//! What the law says of paying: accounts, codes, penalties, files of banks, refunds. No amount depends on it.

pub(super) mod accounts;
pub(super) mod mt102;
pub(super) mod penalties;
pub(super) mod refunds;
pub(super) mod remittances;
