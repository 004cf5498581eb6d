"""The kinds of faults. Each draws points, which are texts, and runs a scene under one of them."""

import errno
import os
import re
import shutil
import signal
import subprocess
import time

from scenes import Scene
from world import SECONDS, Known, differences, judge, names_place_and_cause

CALLS = {
    "write": ["EIO", "ENOSPC"],
    "pwrite64": ["EIO", "ENOSPC"],
    "fsync": ["EIO", "ENOSPC"],
    "fdatasync": ["EIO"],
    "rename": ["EACCES", "ENOSPC"],
    "renameat2": ["EACCES", "EIO", "ENOSPC", "EINVAL"],
    "ftruncate": ["EIO", "ENOSPC"],
    "fallocate": ["EIO", "ENOSPC", "EOPNOTSUPP"],
    "openat": ["EACCES", "EIO", "EMFILE", "ENOSPC"],
    "mkdir": ["EACCES", "ENOSPC", "EIO"],
    "read": ["EIO", "EINTR"],
    "pread64": ["EIO"],
    "mmap": ["ENOMEM"],
    "mremap": ["ENOMEM"],
    "brk": ["ENOMEM"],
    "flock": ["EIO", "ENOLCK"],
    "clone3": ["EAGAIN", "ENOMEM"],
    "copy_file_range": ["EIO", "ENOSPC"],
    "statx": ["EIO", "EACCES"],
    "newfstatat": ["EIO", "EACCES"],
    "getdents64": ["EIO"],
    "unlinkat": ["EIO", "EACCES"],
    "lseek": ["EIO"],
}
# What may go on failing, as on a full disk: what takes a directory away again needs the others.
LASTING = ["write", "pwrite64", "fsync", "fallocate", "ftruncate", "mkdir", "pread64", "mmap", "clone3", "renameat2"]
# What the program says in its own words.
WORDS = {"EACCES": "there is no permission", "ENOSPC": "there is no space left"}
SIGNALS = ["SIGKILL", "SIGTERM", "SIGINT", "SIGHUP"]


def strace(more, trace):
    # With --seccomp-bpf strace 6.1 stops at the calls that are meant alone, but delivers no signals.
    fast = [] if any("signal=" in word for word in more) else ["--seccomp-bpf"]
    return ["strace", "-f", *fast, "-q", "-o", trace, *more]


def lacks_strace():
    return None if shutil.which("strace") else "strace is not installed"


def counted(world, scene):
    """How often each thread makes each call, and how often before the program's own first step: the loader's are the
    system's. That step is the one which takes over SIGXFSZ."""
    known = world.learn(scene)
    if known.calls:
        return known.calls
    world.reset(scene)
    trace = world.dir / "trace"
    traced = strace(["-e", f"trace={','.join(CALLS)},rt_sigaction"], trace)
    world.ended(world.run([*traced, world.program, *scene.arguments]))
    counts, loader, main = {}, {}, None
    for line in trace.read_text(errors="replace").splitlines():
        called = re.match(r"(\d+) +(\w+)\(", line)
        if not called:
            continue
        thread, call = called.groups()
        main = main or thread
        if call == "rt_sigaction":
            if "SIGXFSZ, {sa_handler=0x" in line:
                loader = dict(counts[main])
            continue
        of_thread = counts.setdefault(thread, {})
        of_thread[call] = of_thread.get(call, 0) + 1
    if not loader:
        raise SystemExit(f"error: {scene.name}: the start of the program is not found in the trace")
    for call in CALLS:
        before = loader.get(call, 0)
        most = max((of_thread.get(call, 0) for of_thread in counts.values()), default=0)
        if most > before:
            known.calls[call] = (before + 1, most)
    return known.calls


def of_calls(world, scenes, drawn, how):
    """Every call of every scene in turn, and of each another time."""
    places = [(scene, call, *span) for scene in scenes for call, span in counted(world, scene).items()]
    while places:
        drawn.shuffle(places)
        for scene, call, first, last in places:
            yield scene, how(call, drawn.randint(first, last))


class Calls:
    """System calls that fail at the n-th time, or from then on."""

    name, share = "calls", 50

    def lacks(self, world):
        return lacks_strace()

    def draw(self, world, scenes, drawn):
        def how(call, n):
            more = "+" if drawn.random() < 0.25 and call in LASTING else ""
            return f"{call}:error={drawn.choice(CALLS[call])}:when={n}{more}"

        # By the loader's calls the first ones of another thread are out of reach, but for those of one file.
        reading = [(scene, file) for scene in scenes for file in scene.inputs]
        for number, point in enumerate(of_calls(world, scenes, drawn, how)):
            yield point
            if reading and number % 8 == 0:
                scene, file = drawn.choice(reading)
                n = drawn.randint(1, reads_of(world, file))
                call = drawn.choice(["read", "read", "openat", "pread64", "mmap"])
                yield scene, f"{call}:error={drawn.choice(CALLS[call])}:when={n}@in/{file}"

    def run(self, world, scene, point):
        world.reset(scene)
        ended, traced = injected(world, scene, point)
        if "(INJECTED)" not in traced:
            return None
        call, error = re.match(r"(\w+):error=(\w+)", point).groups()
        # Where standard error itself cannot be written, nothing is said.
        if re.search(r"write\(2, .*\(INJECTED\)", traced):
            return ended, judge(world, scene, ended, cause=[])
        # An allocation that fails is none of a file, and a lock or a thread has other words.
        told = call not in ("mmap", "mremap", "brk", "clone3", "flock")
        # What cannot be looked at is taken for a file that has changed; by the standard library, for no directory.
        unknown = ["changed while it was read", os.strerror(errno.EEXIST)] if call == "statx" else []
        return ended, judge(world, scene, ended, cause=[*causes(error), *unknown] if told else None)


def causes(error):
    return [os.strerror(getattr(errno, error)), *([WORDS[error]] if error in WORDS else [])]


def reads_of(world, file):
    return 3 + (world.dir / "in" / file).stat().st_size // 131_072


def injection(point, trace):
    what, _, path = point.partition("@")
    return strace([*(["-P", path] if path else []), "-e", f"trace={what.split(':')[0]}", "-e", f"inject={what}"], trace)


def injected(world, scene, point):
    trace = world.dir / "trace"
    trace.unlink(missing_ok=True)
    ended = world.ended(world.run([*injection(point, trace), world.program, *scene.arguments]))
    return ended, trace.read_text(errors="replace") if trace.exists() else ""


class Signals:
    """Signals at the n-th call of a kind."""

    name, share = "signals", 15
    lacks = Calls.lacks

    def draw(self, world, scenes, drawn):
        return of_calls(world, scenes, drawn, lambda call, n: f"{call}:signal={drawn.choice(SIGNALS)}:when={n}")

    def run(self, world, scene, point):
        world.reset(scene)
        ended, traced = injected(world, scene, point)
        return (ended, judge(world, scene, ended)) if "+++ killed by" in traced else None


class Disk:
    """A file system of so many bytes or files more than what is there already."""

    name, share = "disk", 12

    def lacks(self, world):
        if os.geteuid() != 0:
            return "it takes root to mount"
        mount = ["mount", "-t", "tmpfs", "-o", "size=64k", "none", world.temporary]
        tried = subprocess.run(mount, capture_output=True, text=True)
        if tried.returncode != 0:
            return f"nothing can be mounted: {tried.stderr.strip()}"
        subprocess.run(["umount", world.temporary], check=True)
        return None

    def draw(self, world, scenes, drawn):
        def pages(state):
            return sum(1 + (len(content or b"") + 4095) // 4096 for content in state.values())

        writing = [scene for scene in scenes if world.learn(scene).new != world.learn(scene).old]
        while writing:
            for scene in writing:
                known = world.learn(scene)
                more = pages(known.new) if scene.name != "spill" else 2000
                if drawn.random() < 0.7:
                    yield scene, f"size={4 * (pages(known.old) + drawn.randint(1, more))}k"
                else:
                    files = drawn.randint(0, len(known.new) - len(known.old) // 2)
                    yield scene, f"nr_inodes={len(known.old) + 2 + files}"

    def run(self, world, scene, point):
        world.empty()
        subprocess.run(["mount", "-t", "tmpfs", "-o", point, "none", world.place], check=True)
        try:
            world.reset(scene)
            ended = world.plain(scene.arguments)
            return ended, judge(world, scene, ended, cause=causes("ENOSPC"))
        except OSError as cause:
            # There is no room for what has to be there before.
            if cause.errno != errno.ENOSPC:
                raise
            return None
        finally:
            world.let_go()
            subprocess.run(["umount", world.place], check=True)


class Limits:
    """Limits on files, descriptors, address space and threads."""

    name, share = "limits", 12

    def lacks(self, world):
        return None if shutil.which("prlimit") and shutil.which("setpriv") else "prlimit and setpriv are needed"

    def draw(self, world, scenes, drawn):
        while scenes:
            for scene in scenes:
                known = world.learn(scene)
                largest = max([len(content or b"") for content in known.new.values()] + [4096])
                yield scene, drawn.choice([
                    f"fsize={drawn.randint(0, largest)}",
                    f"nofile={drawn.randint(3, 24)}",
                    f"as={drawn.randint(8 << 20, 96 << 20) >> 12 << 12}",
                    f"nproc={drawn.randint(1, 3)}",
                ])

    def run(self, world, scene, point):
        world.reset(scene)
        # Root may have as many processes as it likes.
        nobody = point.startswith("nproc") and os.geteuid() == 0
        if nobody:
            for dir, _, files in os.walk(world.place):
                for path in [dir, *(os.path.join(dir, name) for name in files)]:
                    os.chown(path, NOBODY, NOBODY)
            os.chown(world.temporary, NOBODY, NOBODY)
        other = ["setpriv", f"--reuid={NOBODY}", f"--regid={NOBODY}", "--clear-groups"] if nobody else []
        ended = world.ended(world.run(["prlimit", f"--{point}", *other, world.program, *scene.arguments]))
        # The system starts no program with so little.
        if "loading shared libraries" in ended.err or "failed to execute" in ended.err or ended.status in (126, 127):
            return None
        return ended, judge(world, scene, ended, cause=CAUSES[point.split("=")[0]])


class Races:
    """Two runs for one directory: the second comes while a call of the first is held up."""

    name, share = "races", 8
    lacks = Calls.lacks

    def draw(self, world, scenes, drawn):
        racing = [scene for scene in scenes if scene.other]
        while racing:
            for scene in racing:
                call = drawn.choice(["mkdir", "flock", "openat", "fsync", "renameat2", "unlinkat"])
                if call in counted(world, scene):
                    first, last = counted(world, scene)[call]
                    which = drawn.choice(["same", "other"])
                    yield scene, f"{which}:{call}:{drawn.randint(first, last)}:{drawn.randrange(0, 400, 5)}"

    def run(self, world, scene, point):
        which, call, n, milliseconds = point.split(":")
        between = scene if which == "same" else Scene(f"{scene.name}-other", scene.other, scene.old)
        both = [world.learn(scene), world.learn(between)]
        world.reset(scene)
        held = strace(["-e", f"trace={call}", "-e", f"inject={call}:delay_enter=300ms:when={n}"], world.dir / "trace")
        first = world.run([*held, world.program, *scene.arguments])
        time.sleep(int(milliseconds) / 1000)
        second = world.run([world.program, *between.arguments])
        ended = [world.ended(first), world.ended(second)]
        return ended, self.judge(world, scene, ended, both)

    def judge(self, world, scene, ended, both):
        panics = [one.err for one in ended if "panicked" in one.err or one.status not in (0, 1, 2)]
        if panics:
            return f"panic or a strange status: {panics[0][:200]}"
        now = world.state()
        written = [known for one, known in zip(ended, both) if one.status in (0, 1)]
        refused = [one for one in ended if one.status == 2]
        if "--force" in scene.arguments and refused:
            return f"one of both is refused: {refused[0].err[:200]}"
        if "--force" not in scene.arguments and len(written) != 1:
            return f"{len(written)} of both have written: {[one.err[:200] for one in refused]}"
        if all(now != known.new for known in written):
            return f"it is neither of both: {differences(now, written[0].new)}"
        return next((wrong for one in refused if (wrong := names_place_and_cause(one.err, ["exists"]))), None)


class Changes:
    """Inputs that change while they are read: the run is stopped behind a read, and goes on with another state."""

    name, share = "changes", 8
    lacks = Calls.lacks
    HOW = {
        "half": lambda text: text[: len(text) // 2],
        "empty": lambda text: b"",
        "longer": lambda text: text + text.splitlines(keepends=True)[-1].replace(b"id-", b"id-x"),
        "rewritten": lambda text: text.replace(b"1", b"2"),
        "replaced": lambda text: text.replace(b"1", b"2"),
    }

    def draw(self, world, scenes, drawn):
        reading = [(scene, file) for scene in scenes for file in scene.inputs]
        while reading:
            for scene, file in reading:
                yield scene, f"{file}:{drawn.randint(1, reads_of(world, file))}:{drawn.choice(list(self.HOW))}"

    def run(self, world, scene, point):
        file, n, how = point.split(":")
        path = world.dir / "in" / file
        text, times = path.read_bytes(), path.stat()
        world.learn(scene)
        try:
            self.change(path, how)
            world.reset(scene)
            undisturbed = world.plain(scene.arguments)
            changed = Known(world.state(), world.state(), undisturbed)
            self.put(path, text, times)
            world.reset(scene)
            trace = world.dir / "trace"
            trace.unlink(missing_ok=True)
            calls = "read,pread64"
            stop = ["-P", f"in/{file}", "-e", f"trace={calls}", "-e", f"inject={calls}:signal=SIGSTOP:when={n}"]
            started = world.run([*strace(stop, trace), world.program, *scene.arguments])
            stopped = self.stopped(started, trace)
            if stopped:
                self.change(path, how)
                os.kill(stopped, signal.SIGCONT)
            ended = world.ended(started)
            if not stopped:
                return None
            cause, others = ["changed while it was read"], [changed]
            if undisturbed.status == 2:
                cause, others = [*cause, undisturbed.err], []
            return ended, judge(world, scene, ended, cause, others)
        finally:
            self.put(path, text, times)

    def change(self, path, how):
        new = self.HOW[how](path.read_bytes())
        if how == "replaced":
            beside = path.with_suffix(".new")
            beside.write_bytes(new)
            beside.rename(path)
        else:
            with open(path, "r+b") as file:
                file.truncate(len(new))
                file.write(new)

    def put(self, path, text, times):
        path.write_bytes(text)
        os.utime(path, ns=(times.st_atime_ns, times.st_mtime_ns))

    def stopped(self, started, trace):
        """The thread that stands still; nothing where the run ends without."""
        begun = time.monotonic()
        while time.monotonic() - begun < SECONDS:
            said = trace.read_text(errors="replace") if trace.exists() else ""
            found = re.search(r"^(\d+) +--- stopped by SIGSTOP ---", said, re.M)
            if found:
                return int(found.group(1))
            if started.poll() is not None:
                return None
            time.sleep(0.005)
        return None


NOBODY = 65_534
CAUSES = {
    "fsize": [os.strerror(errno.EFBIG)],
    "nofile": [os.strerror(errno.EMFILE)],
    # The crate of workbooks needs a thread for each sheet.
    "as": ["memory", os.strerror(errno.ENOMEM), os.strerror(errno.EAGAIN)],
    "nproc": ["thread", os.strerror(errno.EAGAIN)],
}
KINDS = [Calls(), Signals(), Disk(), Limits(), Races(), Changes()]
