//! The story of `examples/late-facts/`: its commands, against the figures worked by hand in it.

use std::path::Path;

use crate::program::{Place, Run};

fn example(name: &str) -> String {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("examples/late-facts").join(name);
    std::fs::read_to_string(&path).unwrap_or_else(|cause| panic!("{name}: {cause}"))
}

/// The commands of the README, the last first, and a place with the files of the example.
struct Story {
    place: Place,
    commands: Vec<Vec<String>>,
}

impl Story {
    fn begin() -> Story {
        let place = Place::new();
        for name in ["day-1", "day-2", "day-3", "day-4", "returned", "late", "exemptions", "contractors"] {
            let name = format!("{name}.csv");
            place.write(&name, example(&name));
        }
        let readme = example("README.md");
        let commands = readme.lines().filter_map(|line| line.strip_prefix("ustap "));
        let words = |command: &str| command.split(' ').map(str::to_owned).collect();
        Story { place, commands: commands.map(words).rev().collect() }
    }

    /// The next command, which must begin so and end with this status.
    fn next(&mut self, begins: &str, status: i32) -> Run {
        let command = self.commands.pop().unwrap();
        let arguments: Vec<&str> = command.iter().map(String::as_str).collect();
        assert!(arguments.join(" ").starts_with(begins), "{arguments:?}");
        self.place.ustap_ends(status, &arguments)
    }

    fn is_as_expected(&self, name: &str, expected: &str) {
        assert_eq!(self.place.read(name), example(&format!("expected/{expected}")), "{name}");
    }
}

#[test]
fn the_story_comes_out_as_told() {
    let mut story = Story::begin();
    // 12 000 + 2 000; + 4 000 + 804; + 26 950 + 76.
    for (day, withheld) in [(1, "14000.00"), (2, "18804.00"), (3, "45830.00")] {
        let run = story.next(&format!("calculate day-{day}.csv"), 0);
        assert_eq!(run.summary("withheld"), withheld);
        story.is_as_expected(&format!("{day}/lines.csv"), &format!("lines-{day}.csv"));
    }
    let run = story.next("calculate day-1.csv day-2.csv day-3.csv returned.csv late.csv", 0);
    // 45 830 − 7 950 + 400
    assert_eq!(run.summary("withheld"), "38280.00");
    story.next("correct 3 now", 1);
    story.is_as_expected("correction/corrections.csv", "corrections.csv");
    story.is_as_expected("correction/summary.csv", "summary.csv");
    let run = story.next("refunds correction --reason over-accrued", 0);
    // 3 × (1 000 + 1 500) + 450: every payment and period is an application of its own.
    assert!(run.stdout.starts_with("paid above due 7950.00\n"), "{}", run.stdout);
    story.next("lists correction --contractors contractors.csv", 0);
    story.is_as_expected("surcharge/lists.csv", "lists.csv");
    story.is_as_expected("surcharge/so-2026-08.csv", "so-2026-08.csv");
    // 38 280 + 100
    assert_eq!(story.next("calculate day-4.csv", 0).summary("withheld"), "38380.00");
    story.is_as_expected("4/lines.csv", "lines-4.csv");
    let run = story.next("verify 4", 0);
    assert!(run.stdout.contains("recomputed register.csv: holds"), "{}", run.stdout);
    let run = story.next("verify correction", 0);
    assert!(!run.stdout.contains("not checked: say with --chain"), "{}", run.stdout);
    assert!(story.commands.is_empty());
}
