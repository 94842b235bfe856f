"""Requests by wrk, and what it says of them."""
import re
import statistics
import subprocess
import tempfile
from dataclasses import dataclass
from pathlib import Path

FIELDS = ("per_second", "p50", "p99", "processor")
MILLISECONDS = {"us": 0.001, "ms": 1, "s": 1000, "m": 60000}

# Each request is the next of a list: a path and its cookie, a tab between.
MIXED = """
local list, at = {}, 0
for line in io.lines(os.getenv("LIST")) do
    local path, cookie = line:match("^(%S+)\\t(.*)$")
    list[#list + 1] = wrk.format("GET", path, { Host = "127.0.0.1", Cookie = cookie ~= "" and cookie or nil })
end
request = function()
    at = at % #list + 1
    return list[at]
end
"""


@dataclass
class Run:
    per_second: float
    p50: float  # milliseconds
    p99: float
    processor: float = 0  # milliseconds of the server's threads, a request


def run_wrk(url, seconds, connections, headers=None, script=None, environment=None):
    command = ["wrk", "-t1", f"-c{connections}", f"-d{seconds}s", "--timeout", "20s", "--latency"]
    for name, value in (headers or {}).items():
        command += ["-H", f"{name}: {value}"]
    if script:
        command += ["-s", script]
    said = subprocess.run([*command, url], check=True, capture_output=True, text=True, env=environment).stdout
    if re.search(r"Non-2xx|Socket errors", said):
        raise RuntimeError(f"{url} did not answer well under load:\n{said}")

    def after(percent):
        found = re.search(rf"^ *{percent}% +([\d.]+)(us|ms|s|m)$", said, re.M)
        return float(found[1]) * MILLISECONDS[found[2]]

    return Run(float(re.search(r"Requests/sec: +([\d.]+)", said)[1]), after(50), after(99))


def run_on(server, path, seconds, connections, **more):
    before = server.processor_seconds()
    run = run_wrk(server.url(path), seconds, connections, **more)
    run.processor = (server.processor_seconds() - before) / (run.per_second * seconds) * 1000
    return run


def hit(server, path, seconds, connections, headers=None):
    return run_on(server, path, seconds, connections, headers=headers)


def hit_many(server, requests, seconds, connections):
    """`requests`: (path, cookie) in their turn."""
    with tempfile.TemporaryDirectory() as folder:
        (Path(folder) / "list").write_text("".join(f"{path}\t{cookie}\n" for path, cookie in requests))
        (Path(folder) / "mixed.lua").write_text(MIXED)
        return run_on(server, "/", seconds, connections, script=f"{folder}/mixed.lua",
                      environment={"LIST": f"{folder}/list", "PATH": "/usr/bin:/bin"})


def in_turns(rounds, **measures):
    """Each measure once, then again, so that what else the machine does meets them all alike."""
    runs = {name: [] for name in measures}
    for _ in range(rounds):
        for name, measure in measures.items():
            runs[name].append(measure())
    return {name: Run(*(statistics.median(getattr(run, field) for run in many) for field in FIELDS))
            for name, many in runs.items()}
