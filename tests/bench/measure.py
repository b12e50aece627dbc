#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Measure the program against floors taken in the same run, and print the ratios.

usage: measure.py BUILD DATA [ROW...]

DATA is a folder for what is generated; it is kept for the next run. A ROW is a
name in the first column of what is printed: start, memory, steps, write,
import, ctl, growth, extract. Without one, all are measured.
"""
import collections
import hashlib
import json
import os
import shutil
import signal
import statistics
import subprocess
import sys
import tempfile
import time

SMALL, MIDDLE, LARGE, HUGE = 100, 10_000, 100_000, 1_000_000
TODAY = "2026-11-21"            # the day of the generated data
FRAME_MS = 1000 / 60
OPEN = ("task.completed IS NULL AND task.state <> 'refused' AND task.state <> 'suspended'"
        " AND task.state <> 'withdrawn'")

# What dondocctl prints, asked for as somebody with the SQLite shell would.
SELECT = f"""
SELECT task.uid, task.content, unit.name,
  (SELECT group_concat (u.name, '; ') FROM task_unit JOIN unit AS u ON u.id = task_unit.unit
   WHERE task_unit.task = task.id),
  task.deadline, task.original_deadline,
  CASE WHEN task.due < '{TODAY}' THEN 'wip_late' ELSE 'wip' END,
  max (0, CAST (julianday ('{TODAY}') - julianday (task.due) AS INTEGER)),
  (SELECT percent FROM progress WHERE progress.task = task.id AND percent IS NOT NULL
   ORDER BY day DESC, id DESC LIMIT 1),
  task.completed, task.product, meeting.title, document.number, directive.ordinal
FROM {{}} JOIN unit ON unit.id = task.lead
  LEFT JOIN directive ON directive.id = task.directive
  LEFT JOIN meeting ON meeting.id = directive.meeting
  LEFT JOIN document ON document.id = directive.document
WHERE {OPEN} AND {{}}
ORDER BY coalesce (task.due, '9999-99-99'), task.id;
"""
OVERDUE = SELECT.format("task", f"coalesce (task.due, '9999-99-99') < '{TODAY}'")
SEARCH = SELECT.format("task_words CROSS JOIN task ON task.id = task_words.rowid",
                       "task_words MATCH '\"hộ\" \"tịch\"*'")

SCHEMA = [os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "..", "src", "store",
                       "schema", name) for name in ("0001-records.sql", "0001-search.sql")]

Row = collections.namedtuple("Row", "name what measured floor unit limit")


class Bench:
    def __init__(self, build, data):
        self.build, self.data = build, data
        self.rows = []
        self.place = tempfile.mkdtemp(prefix="dondoc-bench-")
        self.server = None

    def tool(self, name):
        return os.path.join(self.build, "tests", "bench", name)

    def file(self, size, ending):
        return os.path.join(self.data, f"{size}.{ending}")

    def add(self, name, what, measured, floor, unit, limit):
        row = Row(name, what, measured, floor, unit, limit)
        self.rows.append(row)
        print(format_row(row), flush=True)

    # --- data --------------------------------------------------------------

    def run(self, *command):
        done = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
        if done.returncode != 0:
            sys.exit(f"{' '.join(command)}: {done.stderr.strip() or done.returncode}")
        return done.stdout

    def ctl(self, path, *arguments):
        return self.run(os.path.join(self.build, "src", "ctl", "dondocctl"), "--file", path,
                        *arguments)

    def make_file(self, size):
        """A file of so many tasks, made anew when the program or its schema has changed."""
        path, stamp = self.file(size, "db"), self.file(size, "stamp")
        stands = hash_files(self.tool("dd-generate"), *SCHEMA)
        if os.path.exists(path) and os.path.exists(stamp):
            with open(stamp, encoding="utf-8") as stream:
                if stream.read() == stands:
                    return path

        print(f"making a file of {size:,} tasks…", file=sys.stderr)
        for name in os.listdir(self.data):
            if name.startswith(f"{size}."):
                os.unlink(os.path.join(self.data, name))
        self.run(self.tool("dd-generate"), str(size), self.file(size, "json"))
        self.ctl(path, "import", self.file(size, "json"))
        with open(stamp, "w", encoding="utf-8") as stream:
            stream.write(stands)
        return path

    # --- windows -----------------------------------------------------------

    def begin_display(self):
        reading, writing = os.pipe()
        self.server = subprocess.Popen(
            ["Xvfb", "-displayfd", str(writing), "-screen", "0", "1400x900x24", "-nolisten",
             "tcp", "-noreset"], pass_fds=[writing], stderr=subprocess.DEVNULL)
        os.close(writing)
        with os.fdopen(reading) as stream:
            display = ":" + stream.readline().strip()

        schemas = os.path.join(self.build, "data")
        folders = {name: os.path.join(self.place, name) for name in ("data", "config", "cache",
                                                                     "runtime")}
        for folder in folders.values():
            os.mkdir(folder, 0o700)
        self.environment = dict(
            os.environ, DISPLAY=display, GDK_BACKEND="x11", GSK_RENDERER="cairo",
            GDK_DEBUG="gl-disable", GSETTINGS_BACKEND="memory", GTK_A11Y="none",
            LC_ALL="C.UTF-8", GSETTINGS_SCHEMA_DIR=schemas, DBUS_SESSION_BUS_ADDRESS="",
            XDG_DATA_HOME=folders["data"], XDG_CONFIG_HOME=folders["config"],
            XDG_CACHE_HOME=folders["cache"], XDG_RUNTIME_DIR=folders["runtime"])

    def window(self, *arguments, steps=False):
        """Times one window; T0 is taken right before exec."""
        if self.server is None:
            self.begin_display()
        start = ("import os, sys, time\n"
                 "os.environ['T0'] = str(time.monotonic_ns())\n"
                 "os.execv(sys.argv[1], sys.argv[1:])")
        environment = dict(self.environment, **({"STEPS": "1"} if steps else {}))
        done = subprocess.run([sys.executable, "-c", start, self.tool("dd-bench-window"),
                               *arguments], env=environment, stdout=subprocess.PIPE,
                              stderr=subprocess.PIPE, text=True, timeout=300)
        if done.returncode != 0 or not done.stdout:
            sys.exit(f"dd-bench-window {' '.join(arguments)}: {done.stderr.strip()}")
        return json.loads(done.stdout)

    def windows(self, times, **kinds):
        """Medians over windows of several kinds in turn, so that noise meets all alike."""
        found = {name: [] for name in kinds}
        for _ in range(times):
            for name, arguments in kinds.items():
                found[name].append(self.window(*arguments))
        return {name: {key: statistics.median(one[key] for one in several)
                       for key in several[0]} for name, several in found.items()}

    # --- rows --------------------------------------------------------------

    def measure_start(self):
        huge = self.make_file(HUGE)
        found = self.windows(21, empty=["empty"], bare=["bare", huge],
                             overview=["app", huge, "overview"], tasks=["app", huge, "tasks"])
        frame = {name: one["first_frame"] for name, one in found.items()}
        self.add("start", "first frame, Overview, 1,000,000 tasks", frame["overview"],
                 frame["empty"], "ms", 1.3)
        self.add("start", "first frame, Tasks, 1,000,000 tasks", frame["tasks"], frame["bare"],
                 "ms", 1.2)

    def measure_memory(self):
        found = self.windows(5, small=["app", self.make_file(SMALL), "tasks"],
                             huge=["app", self.make_file(HUGE), "tasks"])
        small, huge = found["small"]["rss"] / 1024, found["huge"]["rss"] / 1024
        self.add("memory", "Tasks, 1,000,000 against 100 tasks", huge, small, "MiB",
                 (small + 30) / small)

    def measure_steps(self):
        huge = self.make_file(HUGE)
        ours, bare = [], []
        for _ in range(3):
            bare.append(self.window("bare", huge, steps=True))
            ours.append(self.window("app", huge, "tasks", steps=True))
        for key in ours[0]:
            if key.startswith(("filter", "sort", "search")):
                self.add("steps", key.replace("_", " ") + ", 1,000,000 tasks",
                         statistics.median(one[key] for one in ours),
                         statistics.median(one[key] for one in bare), "ms", 1.5)
        self.add("steps", "main thread held at most (against a frame)",
                 statistics.median(one["hold"] for one in ours), FRAME_MS, "ms", 2)

    def measure_write(self):
        flat = {}
        for size in (MIDDLE, HUGE):
            # Each in a folder of its own: a log that is left must not meet the next file.
            folder = tempfile.mkdtemp(dir=self.place)
            copies = [os.path.join(folder, name) for name in ("a.db", "b.db")]
            path = self.make_file(size)
            # The windows that were timed ended without closing it.
            self.run("sqlite3", path, "PRAGMA wal_checkpoint (TRUNCATE)")
            for copy in copies:
                shutil.copyfile(path, copy)
            found = json.loads(self.run(self.tool("dd-bench-store"), "write", *copies))
            flat[size] = found["ours"]
            self.add("write", f"one durable change, {size:,} tasks", found["ours"] / 1000,
                     found["floor"] / 1000, "ms", 1.5)
            shutil.rmtree(folder)
        self.add("growth", "one durable change, 1,000,000 against 10,000", flat[HUGE] / 1000,
                 flat[MIDDLE] / 1000, "ms", 1.5)

    def import_once(self, size, what):
        folder = tempfile.mkdtemp(dir=self.place)
        self.make_file(size)
        found = json.loads(self.run(self.tool("dd-bench-store"), what, self.file(size, "json"),
                                    folder))
        shutil.rmtree(folder)
        return found

    def measure_import(self):
        ours, floor = [], []
        for _ in range(3):
            floor.append(self.import_once(LARGE, "insert")["floor"])
            ours.append(self.import_once(LARGE, "import"))
        took = statistics.median(one["ours"] for one in ours)
        self.add("import", "100,000 tasks from JSON", took, statistics.median(floor), "ms", 1.5)
        self.add("import", "its peak memory", max(one["peak"] for one in ours) / 1024, 150,
                 "MiB", 1)
        self.add("growth", "import, 1,000,000 against ten times 100,000",
                 self.import_once(HUGE, "import")["ours"], 10 * took, "ms", 1.5)

    def measure_ctl(self):
        large = self.make_file(LARGE)
        for option, sql in (("--overdue", OVERDUE), ("--search=hộ tịch", SEARCH)):
            program = [os.path.join(self.build, "src", "ctl", "dondocctl"), "--file", large,
                       "tasks", option, "--today=" + TODAY, "--format=csv"]
            shell = ["sqlite3", "-csv", large, sql]
            lines = [len(self.run(*command).splitlines()) for command in (program, shell)]
            if lines[0] != lines[1] + 1:
                sys.exit(f"{option}: {lines[0] - 1} tasks, and the shell finds {lines[1]}")
            ours, floor = [], []
            for _ in range(11):
                floor.append(time_command(shell))
                ours.append(time_command(program))
            self.add("ctl", f"tasks {option}, {lines[1]:,} of 100,000", statistics.median(ours),
                     statistics.median(floor), "ms", 2)

    def measure_extract(self):
        texts = os.path.join(os.path.dirname(os.path.dirname(os.path.abspath(__file__))),
                             "fixtures", "texts")
        found = json.loads(self.run(self.tool("dd-bench-extract"), texts, "5", "1", "2", "4",
                                    "8"))
        for size, one in found.items():
            self.add("extract", f"reading {size} MB, against segmenting it", one["ours"],
                     one["floor"], "ms", 5)
        self.add("extract", "reading 8 MB against eight times 1 MB", found["8"]["ours"],
                 8 * found["1"]["ours"], "ms", 1.2)

    def measure_growth(self):
        middle, huge = self.make_file(MIDDLE), self.make_file(HUGE)
        found = self.windows(11, overview_middle=["app", middle, "overview"],
                             overview_huge=["app", huge, "overview"],
                             tasks_middle=["app", middle, "tasks"],
                             tasks_huge=["app", huge, "tasks"])
        for page in ("overview", "tasks"):
            self.add("growth", f"first frame, {page}, 1,000,000 against 10,000",
                     found[page + "_huge"]["first_frame"],
                     found[page + "_middle"]["first_frame"], "ms", 1.2)

    def end(self):
        if self.server is not None:
            self.server.terminate()
            self.server.wait()
        shutil.rmtree(self.place)


def hash_files(*paths):
    total = hashlib.sha256()
    for path in paths:
        with open(path, "rb") as stream:
            total.update(stream.read())
    return total.hexdigest()


def time_command(command):
    began = time.monotonic()
    subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, check=True)
    return (time.monotonic() - began) * 1000


def format_row(row):
    ratio = row.measured / row.floor
    return (f"{row.name:<7} {row.what:<52} {row.measured:>9.1f} {row.floor:>9.1f} {row.unit:<4}"
            f"{ratio:>6.2f} {row.limit:>6.2f}  {'yes' if ratio <= row.limit else 'NO'}")


def main():
    measures = ["start", "memory", "steps", "write", "import", "ctl", "growth", "extract"]
    if len(sys.argv) < 3 or not set(sys.argv[3:]) <= set(measures):
        sys.exit(__doc__)
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))
    os.makedirs(sys.argv[2], exist_ok=True)
    bench = Bench(sys.argv[1], sys.argv[2])
    try:
        print(f"{'':<7} {'what':<52} {'measured':>9} {'floor':>9} {'':<4}{'ratio':>6}"
              f" {'limit':>6}  kept")
        for name in sys.argv[3:] or measures:
            getattr(bench, "measure_" + name)()
    finally:
        bench.end()
    missed = [row for row in bench.rows if row.measured / row.floor > row.limit]
    print(f"\n{len(bench.rows) - len(missed)} of {len(bench.rows)} kept")


if __name__ == "__main__":
    main()
