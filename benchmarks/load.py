"""How the server bears load, beside a plain Dash page with as many charts under the same server in the same run.

    python -m benchmarks.load                 needs wrk; about four minutes

Both run under gunicorn with two processes, on the loopback. First, ten times, how long after the command ours answers
/health with 200. Then ours: the page, the same until it was answered 100,000 times and again as often, what every open
page asks twice a second, and a callback that brings a whole page. In the last run the files are saved every second,
with 200 connections; any answer but 2xx counts as an error. Memory is each worker's share (PSS) before and after.
"""

from __future__ import annotations

import json
import re
import signal
import subprocess
import sys
from argparse import ArgumentParser
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from math import ceil
from pathlib import Path
from shutil import copytree, which
from socket import socket
from tempfile import TemporaryDirectory
from threading import Event, Thread
from time import monotonic, sleep
from urllib.request import urlopen

ROOT = Path(__file__).parent.parent

PLAIN = """
import sys
from dash import Dash, Input, Output, dcc, html
from gunicorn.app.base import BaseApplication
import plotly.graph_objects as go

app = Dash()
app.layout = html.Div([dcc.Dropdown(["a", "b"], "a", id="choice"), *(dcc.Graph(id=f"graph{n}") for n in range(4))])

@app.callback(*(Output(f"graph{n}", "figure") for n in range(4)), Input("choice", "value"))
def draw(choice):
    return tuple(go.Figure(go.Bar(x=["2021", "2022"], y=[18.8, 17.2 + n])) for n in range(4))

class Server(BaseApplication):
    def load_config(self):
        for name, value in (("bind", f"127.0.0.1:{sys.argv[1]}"), ("workers", 2), ("worker_class", "gthread"),
                            ("threads", 4), ("preload_app", True), ("control_socket_disable", True)):
            self.cfg.set(name, value)
    def load(self):
        app.server.test_client().get("/")
        return app.server

Server().run()
"""

MANY = 100_000
STARTS = 10
SERVE = ("serve", "--port", "0", "--no-browser")

LUA = """
wrk.method = "{method}"
wrk.headers["Content-Type"] = "application/json"
wrk.headers["Accept-Encoding"] = "br, gzip"
wrk.body = {body}
"""


def main() -> None:
    """Print a table."""
    parser = ArgumentParser()
    parser.add_argument("--seconds", type=int, default=10)
    seconds = parser.parse_args().seconds
    if which("wrk") is None:
        raise SystemExit("wrk is needed to make the load; on Debian: apt-get install wrk")
    with TemporaryDirectory() as folder:
        data = Path(copytree(ROOT / "data", Path(folder) / "data"))
        for _ in range(STARTS):
            with _ours(data):
                pass
    print("server       work                      connections  answers/s   p99 ms  errors   answers   MB a worker")
    with TemporaryDirectory() as folder:
        data = Path(copytree(ROOT / "data", Path(folder) / "data"))
        with _ours(data) as (address, server):
            _pages("ours", server, Load(address, None, 50, seconds))
            _line("ours", "is there news", server, Load(f"{address}pulse", None, 50, seconds))
            asked = json.dumps(_question(address, "page"))
            callback = f"{address}_dash-update-component"
            _line("ours", "callback, a whole page", server, Load(callback, asked, 50, seconds))
            with _saving(data / "observations.csv"):
                _line("ours", "page, a save a second", server, Load(address, None, 200, 3 * seconds))
        with _plain() as (address, server):
            _pages("plain Dash", server, Load(address, None, 50, seconds))
            asked = json.dumps(_question(address, "graph0"))
            callback = f"{address}_dash-update-component"
            _line("plain Dash", "callback, four charts", server, Load(callback, asked, 50, seconds))


@dataclass(frozen=True, slots=True)
class Load:
    """What is asked, by how many connections, for how long."""

    address: str
    body: str | None
    connections: int
    seconds: int


def _pages(name: str, server: subprocess.Popen[str], load: Load) -> None:
    """Ask for the page, and again until it was answered often enough to see whether memory grows."""
    rate = _line(name, "page", server, load)
    for times in ("100,000 times", "100,000 more"):
        _line(name, f"page, {times}", server, replace(load, seconds=ceil(MANY / rate)))


def _line(name: str, work: str, server: subprocess.Popen[str], load: Load) -> float:
    """Print a line of the table and return the answers per second."""
    before = _memory(server)
    with TemporaryDirectory() as folder:
        script = Path(folder) / "ask.lua"
        body = f"[==[{load.body}]==]" if load.body else "nil"
        script.write_text(LUA.format(method="POST" if load.body else "GET", body=body))
        much = ["-t2", f"-c{load.connections}", f"-d{load.seconds}s", "--latency", "--timeout", "10s"]
        command = ["wrk", *much, "-s", str(script), load.address]
        said = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    rate = float(_found(r"Requests/sec:\s+([\d.]+)", said))
    number, unit = re.findall(r"99%\s+([\d.]+)(us|ms|s)", said)[0]
    late = float(number) * {"us": 0.001, "ms": 1, "s": 1000}[unit]
    sockets = sum(map(int, re.findall(r"(?:connect|read|write|timeout) (\d+)", said)))
    errors = sockets + int(_found(r"Non-2xx or 3xx responses: (\d+)", said) or 0)
    answers = int(_found(r"(\d+) requests in", said))
    share = f"{before:.0f} -> {_memory(server):.0f}"
    measured = f"{load.connections:10} {rate:10,.0f} {late:8.1f} {errors:7} {answers:9,}"
    print(f"{name:12} {work:26} {measured}   {share}", flush=True)
    return rate


def _found(pattern: str, text: str) -> str:
    found = re.search(pattern, text)
    return found[1] if found else ""


def _memory(server: subprocess.Popen[str]) -> float:
    """Return the mean share of memory of a server's workers, in MB."""
    children = Path(f"/proc/{server.pid}/task/{server.pid}/children").read_text().split()
    shares = [int(_found(r"Pss:\s+(\d+) kB", Path(f"/proc/{child}/smaps_rollup").read_text())) for child in children]
    return sum(shares) / len(shares) / 1024


@contextmanager
def _ours(data: Path) -> Iterator[tuple[str, subprocess.Popen[str]]]:
    command, begun = [sys.executable, "-m", "dashboard", "--data", str(data), *SERVE], monotonic()
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True) as server:
        assert server.stdout is not None
        address = _found(r"(http://\S+)", server.stdout.readline())
        yield from _until_ready(address, server, begun, "health")


@contextmanager
def _plain() -> Iterator[tuple[str, subprocess.Popen[str]]]:
    with socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    begun = monotonic()
    with subprocess.Popen([sys.executable, "-c", PLAIN, str(port)], stderr=subprocess.DEVNULL, text=True) as server:
        yield from _until_ready(f"http://127.0.0.1:{port}/", server, begun)


def _until_ready(
    address: str, server: subprocess.Popen[str], begun: float, asked: str = ""
) -> Iterator[tuple[str, subprocess.Popen[str]]]:
    """Yield a server once it answers, and say how long that took from the command."""
    for _ in range(500):
        try:
            urlopen(f"{address}{asked}").close()
            break
        except OSError:
            sleep(0.02)
    print(f"ready after {monotonic() - begun:.2f} s", flush=True)
    yield address, server
    server.send_signal(signal.SIGTERM)
    server.wait(timeout=20)


@contextmanager
def _saving(file: Path) -> Iterator[None]:
    """Save another number every second."""
    text, done = file.read_text("utf-8"), Event()

    def save() -> None:
        for number in range(10_000):
            if done.wait(1):
                return
            file.write_text(text.replace("17.2,", f"17.{number % 10},", 1), "utf-8")

    saver = Thread(target=save)
    saver.start()
    yield
    done.set()
    saver.join()
    file.write_text(text, "utf-8")


def _question(address: str, output: str) -> dict[str, object]:
    with urlopen(f"{address}_dash-dependencies") as told:
        (one,) = (
            each for each in json.load(told) if f"{output}." in each["output"] and each["clientside_function"] is None
        )
    values = {"pathname": "/", "search": "", "value": "a"}
    inputs = [item | {"value": values.get(item["property"], "light")} for item in one["inputs"]]
    outputs = [
        dict(zip(("id", "property"), name.split("."), strict=True)) for name in one["output"].strip(".").split("...")
    ]
    state = [item | {"value": None} for item in one["state"]]
    return {"output": one["output"], "outputs": outputs, "inputs": inputs, "state": state, "changedPropIds": []}


if __name__ == "__main__":
    main()
