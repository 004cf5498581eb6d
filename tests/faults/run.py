#!/usr/bin/env python3
"""Disturbs every command that writes, some thousand times, and looks at what is there afterwards.

    just faults                                    # all kinds, all commands
    just faults --kind calls --points 300          # of one kind
    just faults --command statement                # of one command, as scenes.py names them
    just faults --leave-out disk                   # without a kind, as where nothing can be mounted
    just faults --seed 7                           # other points
    just faults --repeat 'calls/lines/fsync:error=EIO:when=3'   # one of them, with all that is said

What must hold is one function, `judge` in world.py: with status 0 or 1 the output is that of an undisturbed run; with 2
all is as it was and the message names place and cause; behind a signal it is the one or the other, and the next run
takes away what is left. Never a panic, and nothing of others is touched. docs/trust.md says what came of it.

A kind that the machine does not allow, and one that has disturbed nothing, are failures: nothing was shown of it.
"""

import argparse
import collections
import random
import shlex
import shutil
import signal
import sys
import tempfile
import time
from pathlib import Path

sys.dont_write_bytecode = True
sys.path.insert(0, str(Path(__file__).resolve().parent))
from kinds import KINDS  # noqa: E402
from scenes import ROOT, SCENES, prepare  # noqa: E402
from world import World  # noqa: E402


def main():
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--kind", action="append", choices=[kind.name for kind in KINDS])
    options.add_argument("--leave-out", action="append", default=[], choices=[kind.name for kind in KINDS])
    options.add_argument("--command", action="append", choices=[scene.name for scene in SCENES])
    options.add_argument("--points", type=int, default=1200, help="how many in all (1200)")
    options.add_argument("--seed", type=int, default=392)
    options.add_argument("--program", type=Path, default=ROOT / "target/debug/ustap")
    options.add_argument("--dir", type=Path, help="where to work; a new directory that goes again")
    options.add_argument("--repeat", metavar="POINT", help="one point, as a failure names it")
    given = options.parse_args()
    # Disks that are mounted are to go, whoever ends it.
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))
    with tempfile.TemporaryDirectory(prefix="faults-", dir=given.dir) as dir:
        # Another user has to reach it.
        Path(dir).chmod(0o755)
        program = Path(dir) / "ustap"
        shutil.copy(given.program, program)
        prepare(program, Path(dir))
        world = World(Path(dir), program)
        world.empty()
        if given.repeat:
            sys.exit(repeat(world, given.repeat))
        sys.exit(campaign(world, given))


def campaign(world, given):
    asked = given.kind or [kind.name for kind in KINDS]
    kinds = [kind for kind in KINDS if kind.name in asked and kind.name not in given.leave_out]
    scenes = [scene for scene in SCENES if not given.command or scene.name in given.command]
    able = [kind for kind in kinds if is_able(kind, world)]
    failures = [kind.name for kind in kinds if kind not in able]
    shares = sum(kind.share for kind in able)
    counts, ends, begun = collections.Counter(), collections.Counter(), time.monotonic()
    for kind in able:
        wanted = max(1, round(given.points * kind.share / shares))
        drawn = random.Random(f"{given.seed} {kind.name}")
        for scene, point, ended, wrong in tried(kind, world, scenes, wanted, drawn):
            counts[kind.name, scene.name] += 1
            outcomes = [wrong and "failures", *(end_of(one) for one in (ended if isinstance(ended, list) else [ended]))]
            ends.update((kind.name, outcome) for outcome in outcomes if outcome)
            if wrong:
                name = f"{kind.name}/{scene.name}/{point}"
                failures.append(name)
                print(f"FAILS {name}: {wrong}\n    {again(name, given)}", flush=True)
        for scene in scenes:
            if counts[kind.name, scene.name]:
                print(f"{kind.name:8} {scene.name:16} {counts[kind.name, scene.name]:5}")
        total = sum(count for (name, _), count in counts.items() if name == kind.name)
        told = ", ".join(f"{outcome} {count}" for (name, outcome), count in sorted(ends.items()) if name == kind.name)
        fewer = "" if total == wanted else f" of {wanted}, there are no more"
        # Of few commands there may be fewer, of all of them there are enough.
        if total == 0 or fewer and not given.command:
            failures.append(kind.name)
            print(f"FAILS {kind.name}: too few points")
        print(f"{kind.name}: {total} points{fewer}: {told}", flush=True)
    print(f"{sum(counts.values())} points in {time.monotonic() - begun:.0f} s: {len(failures)} failures")
    # Where nothing was disturbed nothing was shown.
    return 1 if failures or not counts else 0


def is_able(kind, world):
    lacks = kind.lacks(world)
    if lacks:
        print(f"FAILS {kind.name}: {lacks} (--leave-out {kind.name} goes without it)", flush=True)
    return not lacks


def end_of(ended):
    return "signal" if ended.status < 0 or ended.status > 128 else f"status {ended.status}"


def tried(kind, world, scenes, wanted, drawn):
    """Points of a kind, each once; those that the run does not come to are none."""
    seen, found = set(), 0
    for tries, (scene, point) in enumerate(kind.draw(world, scenes, drawn)):
        # So many are not there, where few commands are asked for.
        if found == wanted or tries > 20 * wanted:
            return
        if (scene.name, point) in seen:
            continue
        seen.add((scene.name, point))
        outcome = kind.run(world, scene, point)
        if outcome is not None:
            found += 1
            yield scene, point, *outcome


def again(name, given):
    return f"python3 tests/faults/run.py --program {given.program} --repeat {shlex.quote(name)}"


def repeat(world, name):
    kind_name, scene_name, point = name.split("/", 2)
    kind = next(kind for kind in KINDS if kind.name == kind_name)
    scene = next(scene for scene in SCENES if scene.name == scene_name)
    world.learn(scene)
    outcome = kind.run(world, scene, point)
    if outcome is None:
        print("not reached")
        return 1
    ended, wrong = outcome
    for one in ended if isinstance(ended, list) else [ended]:
        print(f"status {one.status}\n{one.out}{one.err}")
    print("\n".join(sorted(set(world.state()))))
    print(wrong or "holds")
    return 1 if wrong else 0


main()
