//! Progress of long work, shown on a terminal and nowhere else.

use std::fmt::Write;
use std::io::{IsTerminal, stderr};
use std::sync::mpsc::{RecvTimeoutError, channel};
use std::thread;
use std::time::Duration;

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressState, ProgressStyle};

use crate::cli::speech::Speech;
use crate::reading::progress::Progress;
use crate::words::{say, word};

/// What is done sooner shows nothing.
const SHOWN_AFTER: Duration = Duration::from_millis(500);
const DRAWN_EVERY: Duration = Duration::from_millis(200);

/// Runs work that tells what it has read, shows how far it is where standard error is a terminal, and takes the display
/// away behind it. `total` is the size of all inputs where it is known.
pub(crate) fn during<T>(total: Option<u64>, speech: Speech, work: impl FnOnce(&Progress) -> T) -> T {
    if !stderr().is_terminal() {
        return work(&Progress::told(|_, _| ()));
    }
    let bar = ProgressBar::with_draw_target(total, ProgressDrawTarget::hidden());
    let template = if total.is_some() { "{msg} {percent} % ({total_bytes}), {seconds}" } else { "{msg} {seconds}" };
    let seconds = move |state: &ProgressState, out: &mut dyn Write| {
        let seconds = say!("progress-seconds", seconds = state.elapsed().as_secs());
        // Where a line cannot be made the next one is.
        let _ = out.write_str(&seconds.say(speech.terminal));
    };
    if let Ok(style) = ProgressStyle::with_template(template) {
        bar.set_style(style.with_key("seconds", seconds));
    }
    bar.set_message(word(speech.terminal, "progress-working"));
    let shown = bar.clone();
    let tell = move |bytes: u64, rows: u64| {
        if shown.is_hidden() {
            return;
        }
        shown.set_position(bytes);
        let millis = shown.elapsed().as_millis().max(1);
        let each_second = (u128::from(rows) * 1000 / millis).to_string();
        shown.set_message(say!("progress-rows", rows = rows, speed = each_second).say(speech.terminal));
    };
    let (done, is_done) = channel::<()>();
    let result = thread::scope(|scope| {
        let bar = &bar;
        // Without a thread the work is done without a display.
        let _ = thread::Builder::new().spawn_scoped(scope, move || {
            if is_done.recv_timeout(SHOWN_AFTER) == Err(RecvTimeoutError::Timeout) {
                bar.set_draw_target(ProgressDrawTarget::stderr());
                bar.enable_steady_tick(DRAWN_EVERY);
            }
        });
        let result = work(&Progress::told(tell));
        drop(done);
        result
    });
    bar.finish_and_clear();
    result
}

/// The same for work that does not tell how far it is.
pub(crate) fn while_working<T>(speech: Speech, work: impl FnOnce() -> T) -> T {
    during(None, speech, |_| work())
}
