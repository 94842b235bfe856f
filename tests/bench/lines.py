"""What a figure says, and what it is told."""
from dataclasses import dataclass
from pathlib import Path


@dataclass
class Line:
    what: str
    measured: str
    ratio: str
    goal: str = ""
    is_met: bool = True


@dataclass
class Plan:
    folder: Path
    seconds: float  # of one run of wrk
    rounds: int
    sites: int


def milliseconds(value):
    return f"{value:.1f} ms" if value >= 1 else f"{value:.2f} ms"


def microseconds(run):
    return f"{run.processor * 1000:.0f} µs"


def megabytes(kilobytes):
    return f"{kilobytes / 1024:.0f} MB"


def folder_of(plan, name):
    folder = plan.folder / name
    folder.mkdir(exist_ok=True)
    return folder
