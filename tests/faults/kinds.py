"""The kinds of faults. Each draws points, which are texts, and runs a scene under one of them."""

import errno
import os
import random
import re
import shutil
import signal
import subprocess
import time

from world import differences, judge, without_temporary

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
# What goes on failing: a full disk, a process that may have no more. What takes a directory away again needs the others.
LASTING = ["write", "pwrite64", "fsync", "fallocate", "ftruncate", "mkdir", "pread64", "mmap", "clone3", "renameat2"]
# What the program says in its own words.
WORDS = {"EACCES": "there is no permission", "ENOSPC": "there is no space left"}
SIGNALS = ["SIGKILL", "SIGTERM", "SIGINT", "SIGHUP"]


def strace(more, trace):
    return ["strace", "-f", "--seccomp-bpf", "-q", "-o", trace, *more]


def counted(world, scene):
    """How often each thread makes each call, and how often before the program's own first step: the loader's are the
    system's. That step is the one which takes over SIGXFSZ."""
    known = world.learn(scene)
    if known.calls:
        return known.calls
    world.reset(scene)
    trace = world.dir / "trace"
    world.ended(world.run([*strace(["-e", f"trace={','.join(CALLS)},rt_sigaction"], trace), world.program, *scene.arguments]))
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

    name = "calls"

    def draw(self, world, scenes, drawn):
        def how(call, n):
            more = "+" if drawn.random() < 0.25 and call in LASTING else ""
            return f"{call}:error={drawn.choice(CALLS[call])}:when={n}{more}"

        return of_calls(world, scenes, drawn, how)

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
        return ended, judge(world, scene, ended, cause=causes(error) if told else None)

    def command(self, world, scene, point):
        return [*injection(point), world.program, *scene.arguments]


def causes(error):
    return [os.strerror(getattr(errno, error)), *([WORDS[error]] if error in WORDS else [])]


def injection(point, trace="trace"):
    return strace(["-e", f"trace={point.split(':')[0]}", "-e", f"inject={point}"], trace)


def injected(world, scene, point):
    trace = world.dir / "trace"
    trace.unlink(missing_ok=True)
    ended = world.ended(world.run([*injection(point), world.program, *scene.arguments]))
    return ended, trace.read_text(errors="replace") if trace.exists() else ""


class Signals:
    """Signals at the n-th call of a kind."""

    name = "signals"

    def draw(self, world, scenes, drawn):
        return of_calls(world, scenes, drawn, lambda call, n: f"{call}:signal={drawn.choice(SIGNALS)}:when={n}")

    def run(self, world, scene, point):
        world.reset(scene)
        ended, traced = injected(world, scene, point)
        return (ended, judge(world, scene, ended)) if "+++ killed by" in traced else None

    command = Calls.command


for kind in (Calls, Signals):
    kind.lacks = lambda self, world: None if shutil.which("strace") else "strace is not installed"
Calls.share, Signals.share = 6, 2
KINDS = [Calls(), Signals()]
