"""The operations as one Arrow table that lies in memory before the clock starts, and the clock.

What a job takes is counted from here to the register as a table in memory; its memory is the peak resident set beyond what
the process had with the operations in it. Then it writes the register, which is compared.
"""
import json
import os
import time

# Whatever is handed to `pyarrow.table` is compared with a DataFrame, for which pyarrow imports pandas: a fifth of a second,
# once in a process, and no part of the job of any side.
import pandas  # noqa: F401
import pyarrow as pa


def status(name):
    with open("/proc/self/status", encoding="ascii") as file:
        return next(int(line.split()[1]) * 1024 for line in file if line.startswith(name + ":"))


class Given:
    """The table of this file, which is read as a whole."""

    def __init__(self, path):
        with pa.OSFile(path) as file:
            self.table = pa.ipc.open_file(file).read_all()
        with open("/proc/self/clear_refs", "w", encoding="ascii") as file:
            file.write("5")  # the peak begins anew
        self.before = status("VmRSS")
        self.begun = time.perf_counter()

    def measured(self):
        """One line for run.py."""
        seconds = time.perf_counter() - self.begun
        print(json.dumps({"seconds": seconds, "added": status("VmHWM") - self.before}), flush=True)
