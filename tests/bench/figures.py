"""Each figure of docs/benchmarks.md: a function from the folder to work in and how long to take to its lines."""
import socket
import statistics
import subprocess
import time

import load
import pages
import postgres_for_tests
from houses import UPLOAD_PROGRAM, Server, fabnum, fill, free_port, nginx
from lines import Line, folder_of, megabytes, microseconds, milliseconds
from presence import kiosk_morning, ten_years
from workshop_files import models, prints


def list_of_orders(plan):
    """A list of 200 orders, signed in, against a web server that sends the same bytes from a file."""
    folder = folder_of(plan, "list")
    fill(folder, 1, 5)
    path, lines = "/commandes?nombre=200", []
    with fabnum(folder) as house:
        cookie = {"Cookie": house.cookie("coordinator")}
        zip_asked = {**cookie, "Accept-Encoding": "gzip"}
        plain = house.page("coordinator", path)
        zipped = house.fetch(path, zip_asked)[2]
        with nginx(folder_of(plan, "list_nginx"), {"/list.html": plain, "/list.html.gz": zipped}) as files:
            for name, headers, size, goal in (("as it is", cookie, plain, 0.25), ("compressed", zip_asked, zipped, None)):
                runs = load.in_turns(
                    plan.rounds,
                    house=lambda h=headers: load.hit(house, path, plan.seconds, 32, h),
                    files=lambda h=headers: load.hit(files, "/list.html", plan.seconds, 32, h))
                share = runs["house"].per_second / runs["files"].per_second
                lines.append(Line(
                    f"List of 200 orders, {name} ({len(size) / 1024:.0f} kB)",
                    f"{runs['house'].per_second:.0f} requests/s, {microseconds(runs['house'])} of processor each; nginx, "
                    f"the same bytes from a file: {runs['files'].per_second:.0f}, {microseconds(runs['files'])}",
                    f"{share:.0%} of nginx", f"at least {goal:.0%}" if goal else "", goal is None or share >= goal))
    return lines


def mixed_pages(plan):
    """The pages of a day, from 64 connections at once."""
    folder = folder_of(plan, "mixed")
    fill(folder, 1, 3)
    with fabnum(folder) as house:
        day = pages.a_day(house)
        files_of_day, paths = {}, []
        for page in pages.busiest(house):
            files_of_day[f"/{len(files_of_day)}.html"] = house.page(page.role, page.path)
        names = [page.path for page in pages.busiest(house)]
        paths = [(f"/{names.index(path)}.html", "") for path, _ in day]
        with nginx(folder_of(plan, "mixed_nginx"), files_of_day) as files:
            runs = load.in_turns(plan.rounds,
                                 house=lambda: load.hit_many(house, day, plan.seconds, 64),
                                 alone=lambda: load.hit_many(house, day, plan.seconds, 1),
                                 files=lambda: load.hit_many(files, paths, plan.seconds, 64))
    house, alone, files = runs["house"], runs["alone"], runs["files"]
    return [
        Line("Ten pages mixed as in a day, 64 connections", f"{house.per_second:.0f} requests/s, "
             f"{microseconds(house)} of processor each; nginx, the same bytes from files: {files.per_second:.0f}", f"{house.per_second / files.per_second:.0%} of nginx"),
        Line("… p99 of the answers", f"{milliseconds(house.p99)}; half of them within {milliseconds(house.p50)}",
             f"{house.p99 / house.p50:.1f} × the median", "at most 3 ×", house.p99 <= 3 * house.p50),
        Line("… p99 against nginx", f"{milliseconds(house.p99)}; nginx {milliseconds(files.p99)}",
             f"{house.p99 / files.p99:.1f} × nginx"),
        Line("… from one connection", f"p99 {milliseconds(alone.p99)}; half within {milliseconds(alone.p50)}",
             f"{house.p99 / alone.p99:.1f} × with 64 times the connections"),
    ]


def memory(plan):
    """At rest, and with 512 connections that were answered once and stay open."""
    folder = folder_of(plan, "memory")
    fill(folder, 1, 3)
    with fabnum(folder) as house:
        house.fetch("/connexion")
        time.sleep(1)
        rest, busy = house.memory(), house.processor_seconds()
        time.sleep(5)
        share = (house.processor_seconds() - busy) / 5
        with nginx(folder_of(plan, "memory_nginx"), {"/page.html": house.fetch("/connexion")[2]}) as files:
            files_rest = files.memory()
            after = {}
            for server, path in ((house, "/connexion"), (files, "/page.html")):
                open_lines = [socket.create_connection(("127.0.0.1", server.port)) for _ in range(512)]
                for line in open_lines:
                    line.sendall(f"GET {path} HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n".encode())
                for line in open_lines:
                    while line.recv(65536).endswith(b"</html>\n") is False:
                        pass
                time.sleep(1)
                after[server] = server.memory()
                for line in open_lines:
                    line.close()
            each, files_each = (after[house] - rest) / 512, (after[files] - files_rest) / 512
    return [
        Line("Processor time at rest", f"{share * 1000:.1f} ms a second", f"{share:.2%} of a core", "at most 0.5%",
             share <= 0.005),
        Line("Memory at rest", megabytes(rest), f"{rest / files_rest:.1f} × nginx and its workers", "at most 100 MB",
             rest <= 100 * 1024),
        Line("… with 512 idle connections", f"{megabytes(after[house])}; {each:.1f} kB a connection, nginx {files_each:.1f} kB",
             f"{after[house] / rest:.2f} × at rest", "at most 1.5 ×", after[house] <= 1.5 * rest),
    ]


def same_pages(alone, among, plan, engine, sites):
    """The processor time of the ten pages in two houses; with PostgreSQL, its time too."""
    lines = []
    for one, other in zip(pages.busiest(alone), pages.busiest(among)):
        def of(house, page):
            headers = {"Cookie": pages.cookie_of(house, page)} if page.role != "requester" else {}
            return lambda: load.hit(house, page.path, 1, 1, headers)

        runs = load.in_turns(plan.rounds, alone=of(alone, one), among=of(among, other))
        ratio = runs["among"].processor / runs["alone"].processor
        lines.append(Line(f"{one.name} ({engine})",
                          f"{microseconds(runs['alone'])} of processor alone, {microseconds(runs['among'])} among {sites}",
                          f"{ratio:.2f} ×", "at most 1.5 ×", ratio <= 1.5))
    return lines


def size(plan):
    """The same pages of the same site: alone in its house, and among many."""
    small, big = folder_of(plan, "small"), folder_of(plan, "big")
    fill(small, 1, 3)
    began = time.monotonic()
    fill(big, plan.sites, 3)
    seconds = time.monotonic() - began
    with fabnum(small) as alone, fabnum(big) as among:
        lines = same_pages(alone, among, plan, "SQLite", plan.sites)
    return [*lines, Line(f"Making {plan.sites} sites × 24 people × 3 years (SQLite)", f"{seconds:.0f} s", "")]


def size_in_postgres(plan):
    """The same on PostgreSQL, with a tenth of the sites: they are made row by row through a socket."""
    sites, lines = max(2, plan.sites // 10), []
    with postgres_for_tests.cluster() as address:
        def sql(text, database="postgres"):
            subprocess.run(["psql", "-qc", text, address.replace("/postgres?", f"/{database}?")], check=True)

        places = {}
        for name, count in (("alone", 1), ("among", sites)):
            sql(f"CREATE DATABASE {name}")
            places[name] = address.replace("/postgres?", f"/{name}?")
            fill(folder_of(plan, f"postgres_{name}"), count, 3, places[name])
            sql("VACUUM ANALYZE", name)
        with fabnum(folder_of(plan, "postgres_alone"), places["alone"]) as alone:
            with fabnum(folder_of(plan, "postgres_among"), places["among"]) as among:
                lines = same_pages(alone, among, plan, "PostgreSQL", sites)
    return lines


def upload(plan):
    """The most memory that 500 MB in one file take, against the same server before."""
    folder, port = folder_of(plan, "upload"), free_port()
    process = subprocess.Popen([UPLOAD_PROGRAM, str(port), str(folder)], stdout=subprocess.PIPE,
                               stderr=subprocess.DEVNULL)
    server = Server(process, port)
    try:
        process.stdout.readline()
        before = server.memory("VmHWM")
        piece, pieces = b"x" * 1_000_000, 500
        head = b'--end\r\nContent-Disposition: form-data; name="file"; filename="film.mp4"\r\n\r\n'
        tail = b"\r\n--end--\r\n"
        began = time.monotonic()

        def body():
            yield head
            for _ in range(pieces):
                yield piece
            yield tail

        status, _, said = server.fetch("/", method="POST", body=body(), headers={
            "Content-Type": "multipart/form-data; boundary=end",
            "Content-Length": str(len(head) + len(piece) * pieces + len(tail))})
        if status != 200 or int(said) != len(piece) * pieces:
            raise RuntimeError(f"the upload gave {status} {said}")
        seconds, most = time.monotonic() - began, server.memory("VmHWM")
    finally:
        server.stop()
    return [Line("A file of 500 MB sent to the house", f"{megabytes(most)} at the most, {megabytes(before)} before; "
                 f"{seconds:.1f} s", f"{(most - before) * 1024 / 500e6:.1%} of the file", "at most 5% of the file",
                 (most - before) * 1024 <= 25e6)]


def start(plan):
    """From the command to the first page, on a house that is there."""
    folder = folder_of(plan, "start")
    fill(folder, 1, 3)

    def first_page(server):
        began = time.monotonic()
        with server as running:
            running.fetch("/")
            return (time.monotonic() - began) * 1000

    times = {"house": [], "files": []}
    for _ in range(max(3, plan.rounds)):
        times["house"].append(first_page(fabnum(folder)))
        times["files"].append(first_page(nginx(folder_of(plan, "start_nginx"), {"/index.html": b"<p>"})))
    ours, theirs = statistics.median(times["house"]), statistics.median(times["files"])
    return [Line("From the command to the first page", f"{ours:.0f} ms; nginx {theirs:.0f} ms", f"{ours / theirs:.1f} × nginx",
                 "at most 1 s", ours <= 1000)]


ALL = {"list": list_of_orders, "mixed": mixed_pages, "memory": memory, "size": size, "postgres": size_in_postgres,
       "start": start, "upload": upload, "kiosk": kiosk_morning, "years": ten_years, "gcode": prints, "mesh": models}
