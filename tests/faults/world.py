"""The directory in which commands are disturbed, what is there before and behind, and what must hold of it."""

import fcntl
import os
import re
import shutil
import subprocess
from dataclasses import dataclass, field

# Where a run may stand for minutes on a busy machine, it has not ended.
SECONDS = 240
TEMPORARY = re.compile(r"(^|/)\.[^/]+\.ustap~\d+(/|$)")
# What belongs to somebody else, and is there whatever happens; the last two only look like left-overs.
STRANGE = {
    "notes.txt": b"mine\n",
    ".hidden": b"mine too\n",
    "other/run.csv": b"iin\n",
    ".out.ustap~x": b"",
    ".out.ustap~7": b"no directory",
}
# That of a run which lives: this process holds its lock.
LIVE = ".live.ustap~99"
KEPT = ("place/.out.ustap~7", f"place/{LIVE}/", f"place/{LIVE}/register.csv")


@dataclass
class Ended:
    status: int
    out: str
    err: str


@dataclass
class Known:
    """What an undisturbed run of a scene comes to."""

    old: dict
    new: dict
    ended: Ended
    calls: dict = field(default_factory=dict)


class World:
    def __init__(self, dir, program):
        self.dir, self.place, self.program = dir, dir / "place", str(program)
        self.temporary = dir / "tmp"
        self.known = {}
        self.live = None

    def run(self, command, **more):
        """Runs a command to its end, in a group of its own that does not outlive it."""
        environment = {"PATH": os.environ["PATH"], "TMPDIR": str(self.temporary)}
        started = subprocess.Popen(
            [str(word) for word in command],
            cwd=self.dir, env=environment, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
            start_new_session=True, **more,
        )
        return started

    def ended(self, started):
        try:
            out, err = started.communicate(timeout=SECONDS)
        except subprocess.TimeoutExpired:
            os.killpg(started.pid, 9)
            out, err = started.communicate()
            return Ended(124, out.decode(errors="replace"), err.decode(errors="replace"))
        return Ended(started.returncode, out.decode(errors="replace"), err.decode(errors="replace"))

    def plain(self, arguments):
        return self.ended(self.run([self.program, *arguments]))

    def learn(self, scene):
        """What the scene comes to where nothing disturbs it."""
        if scene.name not in self.known:
            self.empty()
            if scene.old and self.plain(scene.old).status not in (0, 1):
                raise SystemExit(f"error: {scene.name}: what is to be replaced cannot be made")
            shutil.rmtree(self.dir / f"old-{scene.name}", ignore_errors=True)
            shutil.copytree(self.place, self.dir / f"old-{scene.name}", symlinks=True)
            old = self.state()
            ended = self.plain(scene.arguments)
            if ended.status not in (0, 1):
                raise SystemExit(f"error: {scene.name}: status {ended.status}: {ended.err}")
            self.known[scene.name] = Known(old, self.state(), ended)
        return self.known[scene.name]

    def empty(self):
        """Takes away what the last run has left, but not the directory itself: a disk may be mounted there."""
        self.let_go()
        for dir in (self.place, self.temporary):
            dir.mkdir(exist_ok=True)
            for there in dir.iterdir():
                shutil.rmtree(there) if there.is_dir() and not there.is_symlink() else there.unlink()
        for name, content in STRANGE.items():
            (self.place / name).parent.mkdir(exist_ok=True)
            (self.place / name).write_bytes(content)
        (self.place / LIVE).mkdir()
        (self.place / LIVE / "register.csv").write_bytes(b"iin\n")
        self.live = os.open(self.place / LIVE, os.O_RDONLY)
        fcntl.flock(self.live, fcntl.LOCK_EX)

    def let_go(self):
        if self.live is not None:
            os.close(self.live)
            self.live = None

    def reset(self, scene):
        self.empty()
        for out in (self.dir / f"old-{scene.name}").glob("*"):
            if out.name in ("out", "page.html"):
                target = self.place / out.name
                shutil.copytree(out, target, symlinks=True) if out.is_dir() else shutil.copy(out, target)

    def state(self):
        """Every name below `place` and `tmp` with what is in it."""
        found = {}
        for top in (self.place, self.temporary):
            for dir, dirs, files in os.walk(top):
                at = os.path.relpath(dir, self.dir)
                found.update({f"{at}/{name}/": None for name in dirs})
                for name in files:
                    path = os.path.join(dir, name)
                    found[f"{at}/{name}"] = os.readlink(path) if os.path.islink(path) else open(path, "rb").read()
        return found


def without_temporary(state):
    return {name: content for name, content in state.items() if not TEMPORARY.search(name) or name in KEPT}


def differences(now, expected):
    names = [f"+{name}" for name in now if name not in expected]
    names += [f"-{name}" for name in expected if name not in now]
    names += [f"~{name}" for name in now if name in expected and now[name] != expected[name]]
    return " ".join(names[:4])


def judge(world, scene, ended, cause=None, others=()):
    """What is wrong with the end of a disturbed run; nothing where all holds. `cause` is what a refusal has to name,
    empty where nothing can be said, and `others` are the other ways in which an undisturbed run may end."""
    known = world.learn(scene)
    good = [known, *others]
    now, status = world.state(), ended.status
    if "panicked" in ended.err or status == 101:
        return "panic: " + next((line for line in ended.err.splitlines() if "panicked" in line), ended.err[:200])
    if status == 124:
        return f"does not end within {SECONDS} s"
    killed = status < 0 or status > 128
    if not killed and status not in (0, 1, 2):
        return f"status {status}: {ended.err[:200]}"
    bare = without_temporary(now)
    left = sorted(now.keys() - bare.keys())
    if status in (0, 1):
        whole = [one.ended for one in good if one.new == bare]
        if not whole:
            return f"status {status}, and the output is not whole: {differences(bare, known.new)}"
        same = any((one.status, one.out) == (status, ended.out) for one in whole)
        is_finding = scene.name == "recompute" and "DOES NOT HOLD: " in ended.out
        if is_finding and any(word in ended.out for word in cause or [""]):
            # What cannot be read is a finding there.
            return None
        if not same and not (is_told(ended, cause) and any(one.status == status for one in whole)):
            return f"status {status} instead of {whole[0].status}, or something else is said: {ended.err[:200]}"
        # What could not be taken away is told, and the next run takes it.
        if left and not is_told(ended, cause):
            return f"status {status}, and {left[0]} is left without a word"
    elif status == 2:
        if bare != known.old:
            return f"status 2, and it is not as it was: {differences(bare, known.old)}"
        if left:
            return f"status 2, and {left[0]} is left"
        named = cause != [] and names_place_and_cause(ended.err, cause)
        if named:
            return named
    elif bare != known.old and all(bare != one.new for one in good):
        return f"ended by a signal ({status}), neither as it was nor new: {differences(bare, known.old)}"
    return next_run(world, scene, known) if left or killed else None


def is_told(ended, cause):
    """Whether a warning says what is not as ever though the directory stands: standard output cannot be written, a name
    may not last, an old directory stays. Where standard error itself cannot be written, nothing says it."""
    return "warning: " in ended.err or cause == []


def names_place_and_cause(said, cause):
    refusal = [line for line in said.splitlines() if line.startswith("error: ")]
    if not refusal:
        return f"status 2 without a word: {said[:200]}"
    if cause and not any(word in said for word in cause):
        return f"the cause is not told: {refusal[0][:200]}"
    # A path, or what has none.
    places = r"[\w.-]+/[\w./-]+|\.csv|\.toml|^error: (in|place): |standard (input|output)|temporary file|memory|thread"
    if not re.search(places, refusal[0]):
        return f"the place is not told: {refusal[0][:200]}"
    return None


def next_run(world, scene, known):
    """Behind a run that has left something: the next one succeeds, and takes it away."""
    if known.old == without_temporary(world.state()) or any("--force" in word for word in scene.arguments):
        ended, expected = world.plain(scene.arguments), known.new
        if ended.status != known.ended.status:
            return f"the next run ends with {ended.status}: {ended.err[:200]}"
    else:
        # It stands already: another beside it takes away what was left.
        ended, expected = world.plain(["template", "place/next"]), None
        if ended.status != 0:
            return f"the next run ends with {ended.status}: {ended.err[:200]}"
    now = world.state()
    left = sorted(now.keys() - without_temporary(now).keys())
    if left:
        return f"the next run leaves {left[0]}"
    if expected is not None and now != expected:
        return f"the next run comes to something else: {differences(now, expected)}"
    return None
