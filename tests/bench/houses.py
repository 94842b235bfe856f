"""The two servers that are compared, each on a free port of this machine, each gone at the end."""
import contextlib
import http.client
import re
import signal
import socket
import subprocess
import time
import urllib.parse
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
PROGRAM = ROOT / "build" / "release" / "fabnum"
UPLOAD_PROGRAM = ROOT / "build" / "release" / "fabnum_upload"


def free_port():
    with socket.socket() as door:
        door.bind(("127.0.0.1", 0))
        return door.getsockname()[1]


def fill(folder, sites, years, database=None):
    """A generated house. The first site is the same in houses of any size, so that its pages are the same bytes."""
    command = [PROGRAM, "demo", "--data", folder, "--sites", sites, "--years", years, "--seed", 1]
    if database:
        command += ["--database", database]
    subprocess.run([str(word) for word in command], check=True, stderr=subprocess.DEVNULL)


class Server:
    """A program that listens; its own process and those it started."""

    def __init__(self, process, port):
        self.process, self.port, self.database_server = process, port, None

    def url(self, path):
        return f"http://127.0.0.1:{self.port}{path}"

    def fetch(self, path, headers=None, method="GET", body=None):
        line = http.client.HTTPConnection("127.0.0.1", self.port, timeout=60)
        try:
            line.request(method, path, body, headers or {})
            answer = line.getresponse()
            return answer.status, answer.headers, answer.read()
        finally:
            line.close()

    def family(self):
        parents = str(self.process.pid) + (f",{self.database_server}" if self.database_server else "")
        children = subprocess.run(["pgrep", "-P", parents], capture_output=True, text=True).stdout
        return [self.process.pid, *map(int, children.split())]

    def memory(self, what="VmRSS"):
        """In kB: VmRSS now, VmHWM at its highest."""
        total = 0
        for process in self.family():
            with contextlib.suppress(FileNotFoundError):
                found = re.search(rf"^{what}:\s*(\d+) kB", Path(f"/proc/{process}/status").read_text(), re.M)
                total += int(found[1]) if found else 0
        return total

    def processor_seconds(self):
        """What its threads have used, to the nanosecond, whoever else wants the cores."""
        total = 0
        for process in self.family():
            for thread in Path(f"/proc/{process}/task").iterdir():
                with contextlib.suppress(FileNotFoundError, ProcessLookupError):
                    total += int((thread / "schedstat").read_text().split()[0])
        return total / 1e9

    def stop(self):
        self.process.send_signal(signal.SIGTERM)
        try:
            self.process.wait(30)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()


class Fabnum(Server):
    def __init__(self, process, port, said):
        super().__init__(process, port)
        self.ways = dict(re.findall(r"^ {2}(\w+)[^:\n]*: .+\n {4}https?://[^/]+(/\S+)$", said, re.M))
        self.cookies = {}

    def cookie(self, role):
        """Signs in by the link of that role, once."""
        if role not in self.cookies:
            status, headers, _ = self.fetch(self.ways[role], method="POST", body="",
                                            headers={"Content-Type": "application/x-www-form-urlencoded",
                                                     "Origin": self.url("")})
            found = re.match(r"fabnum=[^;]+", headers.get("Set-Cookie", ""))
            if status != 303 or not found:
                raise RuntimeError(f"signing in as {role} gave {status}")
            self.cookies[role] = found[0]
        return self.cookies[role]

    def page(self, role, path):
        """What stands there for that role; the page must be a page."""
        status, _, body = self.fetch(path, {"Cookie": self.cookie(role)} if role != "requester" else {})
        if status != 200:
            raise RuntimeError(f"{path} as {role} gave {status}")
        return body

    def first_link(self, role, page, pattern):
        found = re.search(rf'href="({pattern})["?#]', self.page(role, page).decode())
        if not found:
            raise RuntimeError(f"{page} has no link like {pattern}")
        return urllib.parse.urlsplit(found[1]).path


@contextlib.contextmanager
def fabnum(folder, database=None):
    port = free_port()
    command = [str(PROGRAM), "serve", "--data", str(folder), "--listen", f"127.0.0.1:{port}", "--demo"]
    if database:
        command += ["--database", database]
    with open(Path(folder) / "log", "wb") as log:
        process = subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=log, text=True)
    said = ""
    try:
        for line in process.stdout:
            said += line
            if "fabnum listens" in line:
                break
        else:
            raise RuntimeError(f"fabnum did not start:\n{said}{(Path(folder) / 'log').read_text()[-2000:]}")
        house = Fabnum(process, port, said)
        if database:
            where = re.search(r"host=([^&]+)", database)[1]
            house.database_server = int((Path(where) / "data" / "postmaster.pid").read_text().split()[0])
        yield house
    finally:
        Server(process, port).stop()


NGINX = """
daemon off;
worker_processes auto;
pid {folder}/pid;
error_log {folder}/error;
events {{ worker_connections 4096; }}
http {{
    access_log {folder}/access;
    default_type text/html;
    sendfile on;
    tcp_nopush on;
    keepalive_requests 1000000;
    gzip_static {gzip};
    {temporary}
    server {{ listen 127.0.0.1:{port}; root {folder}/pages; }}
}}
"""


@contextlib.contextmanager
def nginx(folder, pages):
    """Serves those bytes, each at its path, as files, with a log of requests as the house has one."""
    folder, port = Path(folder), free_port()
    for path, bytes_of in pages.items():
        file = folder / "pages" / path.lstrip("/")
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(bytes_of)
    temporary = "\n    ".join(f"{kind}_temp_path {folder}/{kind};"
                              for kind in ("client_body", "proxy", "fastcgi", "uwsgi", "scgi"))
    has_zipped = any(path.endswith(".gz") for path in pages)
    (folder / "conf").write_text(NGINX.format(folder=folder, port=port, temporary=temporary,
                                              gzip="on" if has_zipped else "off"))
    folder.chmod(0o755)
    process = subprocess.Popen(["nginx", "-c", str(folder / "conf"), "-e", str(folder / "error")],
                               stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        server = Server(process, port)
        for _ in range(4000):
            with contextlib.suppress(OSError):
                socket.create_connection(("127.0.0.1", port), 1).close()
                break
            time.sleep(0.001)
        else:
            raise RuntimeError(f"nginx did not start: {(folder / 'error').read_text()}")
        yield server
    finally:
        Server(process, port).stop()
