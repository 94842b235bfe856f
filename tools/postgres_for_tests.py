"""One PostgreSQL for a whole run of tests: in a temporary folder, behind a socket file, without fsync."""
import contextlib
import os
import pwd
import shutil
import signal
import subprocess
import tempfile
import time
from pathlib import Path


def programs():
    folders = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"))
    return folders[0].parent if folders else None


def other_user():
    """PostgreSQL refuses to run as root."""
    return {"user": "postgres", "group": "postgres", "extra_groups": []} if os.geteuid() == 0 else {}


@contextlib.contextmanager
def cluster():
    """Its address, or None where there is no PostgreSQL: the tests then say so themselves."""
    bin_folder = programs()
    if os.environ.get("FABNUM_TEST_POSTGRES") or bin_folder is None:
        yield os.environ.get("FABNUM_TEST_POSTGRES")
        return
    folder = tempfile.mkdtemp(prefix="fabnum_pg_")  # short: it holds a socket
    server = None
    try:
        if os.geteuid() == 0:
            os.chown(folder, pwd.getpwnam("postgres").pw_uid, -1)
        quiet = {"cwd": "/", "stdin": subprocess.DEVNULL, "stdout": subprocess.DEVNULL, **other_user()}
        subprocess.run([bin_folder / "initdb", "-D", f"{folder}/data", "-U", "fabnum", "-A", "trust", "-E", "UTF8",
                        "--locale=C", "--no-sync", "--no-instructions"], check=True, **quiet)
        settings = ["listen_addresses=", "fsync=off", "full_page_writes=off", "max_connections=300",
                    "shared_buffers=64MB", "autovacuum=off"]
        with open(f"{folder}/log", "wb") as log:
            server = subprocess.Popen([bin_folder / "postgres", "-D", f"{folder}/data", "-k", folder,
                                       *[word for setting in settings for word in ("-c", setting)]],
                                      **quiet, stderr=log, start_new_session=True)
        wait_until_it_answers(bin_folder, folder, server)
        yield f"postgresql:///postgres?user=fabnum&host={folder}"
    finally:
        if server:
            server.send_signal(signal.SIGQUIT)
            server.wait()
        shutil.rmtree(folder, ignore_errors=True)


def wait_until_it_answers(bin_folder, folder, server):
    for _ in range(1500):
        if server.poll() is not None:
            break
        if subprocess.run([bin_folder / "pg_isready", "-q", "-h", folder]).returncode == 0:
            return
        time.sleep(0.02)
    raise RuntimeError("PostgreSQL did not start: " + Path(folder, "log").read_text())
