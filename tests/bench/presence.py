"""A morning at the door, and a house that has been there for ten years."""
import os
import re
import sqlite3
import statistics
import threading
import time
import urllib.parse

import load
from houses import fabnum, fill
from lines import Line, folder_of, microseconds, milliseconds

TABLETS = 20


def post(house, path, form, cookie):
    """What is sent by a form, as the browser of a tablet does."""
    status, headers, body = house.fetch(path, method="POST", body=urllib.parse.urlencode(form), headers={
        "Content-Type": "application/x-www-form-urlencoded", "Origin": house.url(""), "Cookie": cookie})
    if status not in (200, 303):
        raise RuntimeError(f"{path} gave {status}")
    return headers, body.decode()


def paired_tablet(house, name):
    _, page = post(house, "/bornes", {}, house.cookie("coordinator"))
    link = re.search(r"(/borne/relier/[\w-]+)", page)[1]
    headers, _ = post(house, link, {"name": name}, "")
    return re.match(r"[^;]+", headers["Set-Cookie"])[0]


def badges(house):
    page = house.page("coordinator", "/bornes").decode()
    people = re.findall(r'<option value="(\d+)"', page)
    for person in people:
        post(house, "/bornes/badges", {"person": person, "badge": f"badge-{person}"}, house.cookie("coordinator"))
    return [f"badge-{person}" for person in people]


def arrive(house, tablet, badge):
    """The two pages of one arrival, in milliseconds."""
    began = time.monotonic()
    _, page = post(house, "/borne/qui", {"secret": badge}, tablet)
    form = dict(re.findall(r'name="(ticket|key)" value="([^"]+)"', page))
    form |= {name: value for value, name in re.findall(r'value="([^"]+)" name="(ticket|key)"', page)}
    post(house, "/borne/pointage", {**form, "what": "arrive"}, tablet)
    return (time.monotonic() - began) * 1000


def write_to_disk(folder):
    """How long four thousand bytes take to be on disk, in milliseconds: the least that keeping an arrival can cost."""
    times = []
    with open(folder / "probe", "wb", buffering=0) as file:
        for _ in range(50):
            file.write(b"x" * 4096)
            began = time.monotonic()
            os.fdatasync(file.fileno())
            times.append((time.monotonic() - began) * 1000)
    return statistics.median(times)


def kiosk_morning(plan):
    """500 arrivals within a minute at 20 tablets."""
    folder = folder_of(plan, "kiosk")
    fill(folder, 1, 3)
    minute = 60 if plan.rounds > 2 else 6
    each = (500 if plan.rounds > 2 else 60) // TABLETS
    times, troubles = [], []
    disk = write_to_disk(folder)
    with fabnum(folder) as house:
        known = badges(house)
        tablets = [paired_tablet(house, f"Borne {number}") for number in range(TABLETS)]
        start = time.monotonic() + 0.5

        def stand_at(number):
            for turn in range(each):
                time.sleep(max(0, start + (turn + number / TABLETS) * minute / each - time.monotonic()))
                try:
                    times.append(arrive(house, tablets[number], known[(number * each + turn) % len(known)]))
                except Exception as trouble:  # noqa: BLE001
                    troubles.append(trouble)

        threads = [threading.Thread(target=stand_at, args=(number,)) for number in range(TABLETS)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
    with sqlite3.connect(folder / "fabnum.db") as database:
        kept = database.execute("SELECT count(*) FROM kiosk_taps").fetchone()[0]
    if troubles and not times:
        raise troubles[0]
    slow = statistics.quantiles(times, n=100)[98]
    lost = each * TABLETS - kept
    return [
        Line(f"{each * TABLETS} arrivals in {minute} s at {TABLETS} tablets, p99 of both pages",
             f"{milliseconds(slow)}; half of them within {milliseconds(statistics.median(times))}",
             f"{slow / disk:.0f} × a write to this disk", "at most 300 ms", slow <= 300),
        Line("… arrivals that are not on disk", f"{lost} of {each * TABLETS}", "", "none", lost == 0 and not troubles),
    ]


def ten_years(plan):
    """The coordinator's home with ten years behind it, against one."""
    folders = {years: folder_of(plan, f"years_{years}") for years in (1, 10)}
    for years, folder in folders.items():
        fill(folder, 1, years)
    with fabnum(folders[1]) as young, fabnum(folders[10]) as old:
        def home(house):
            headers = {"Cookie": house.cookie("coordinator")}
            return lambda: load.hit(house, "/accueil", 1, 1, headers)

        runs = load.in_turns(plan.rounds, young=home(young), old=home(old))
    ratio = runs["old"].processor / runs["young"].processor
    return [Line("The coordinator's home after ten years",
                 f"{microseconds(runs['old'])} of processor; after one year {microseconds(runs['young'])}",
                 f"{ratio:.2f} ×", "at most 1.5 ×", ratio <= 1.5)]
