//! Tables as files: where they come from, how they are read, and how a series of dated values fits together.

pub(super) mod dated;
pub(super) mod source;
pub(super) mod spot;
pub(super) mod table;
pub(super) mod values;
