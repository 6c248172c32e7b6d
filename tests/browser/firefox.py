"""Firefox, driven by WebDriver BiDi: the standard that Firefox speaks by itself, without a driver beside it.

Playwright drives only the Firefox that it patches. What is here is as much of https://w3c.github.io/webdriver-bidi/ as
the tests need, and reads like Playwright where it does the same.
"""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from itertools import count
from pathlib import Path
from typing import Any, Final

from websockets.sync.client import connect
from websockets.sync.connection import Connection

NAMES: Final = (os.environ.get("FIREFOX", "firefox-esr"), "firefox")
KEYS: Final = {
    "Tab": "\ue004",
    "Enter": "\ue007",
    "Escape": "\ue00c",
    "ArrowDown": "\ue015",
    "End": "\ue010",
    "Shift": "\ue008",
}
"""Keys without a letter, as WebDriver names them."""

PREFERENCES: Final = {
    "app.update.disabledForTesting": True,
    "browser.shell.checkDefaultBrowser": False,
    "browser.startup.homepage_override.mstone": "ignore",
    "app.normandy.enabled": False,
    "datareporting.policy.dataSubmissionEnabled": False,
    "intl.accept_languages": "en",
    "network.captive-portal-service.enabled": False,
    "network.connectivity-service.enabled": False,
    "services.settings.server": "data:,#",
    "toolkit.telemetry.server": "",
}
"""What keeps a new profile from asking its user anything and from talking to anybody but the server under test."""

CUT_SHORT: Final = re.compile("Callback failed: the server did not respond|AbortError: The operation was aborted")
"""What Dash and Firefox say of a request that was under way when its page was left: no complaint, and heard later."""

LISTENS: Final = re.compile(r"WebDriver BiDi listening on (ws://\S+)")

WAIT: Final = 20.0
"""Seconds until a condition that does not come true is a failure."""


def found() -> str | None:
    """Return the path of a Firefox; None where there is none."""
    return next((path for name in NAMES if (path := shutil.which(name))), None)


class Firefox:
    """A tab of a running Firefox, and a new one: in the one that is there at the start the address bar has the focus.

    Attributes:
        complaints: What was written to the console as an error, and what was thrown and not caught.
    """

    def __init__(self, socket: Connection) -> None:
        self._socket = socket
        self._numbers = count(1)
        self.complaints: list[str] = []
        self._ask("session.new", capabilities={})
        self._ask("session.subscribe", events=["log.entryAdded", "network.responseCompleted"])
        self._tab: str = self._ask("browsingContext.create", type="tab")["context"]

    def goto(self, address: str) -> None:
        """Open an address and wait until it is loaded."""
        self._ask("browsingContext.navigate", context=self._tab, url=address, wait="complete")

    def resize(self, width: int, height: int) -> None:
        """Give the page a window of this size in CSS pixels."""
        self._ask("browsingContext.setViewport", context=self._tab, viewport={"width": width, "height": height})

    def history(self, steps: int) -> None:
        """Go back (-1) or forward (1) as the buttons of the browser do."""
        self._ask("browsingContext.traverseHistory", context=self._tab, delta=steps)

    def evaluate(self, expression: str) -> Any:  # noqa: ANN401 - as the page has it
        """Return what an expression is worth in the page: a text, a number, a truth value or None."""
        target = {"context": self._tab}
        said = self._ask("script.evaluate", expression=expression, target=target, awaitPromise=True)
        if said["type"] == "exception":
            raise AssertionError(f"{expression}: {said['exceptionDetails']['text']}")
        return said["result"].get("value")

    def wait_for(self, expression: str) -> None:
        """Wait until an expression is true."""
        until(lambda: bool(self.evaluate(expression)), expression)

    def press(self, *keys: str) -> None:
        """Press keys one after another: letters, or names out of KEYS."""
        strokes = [{"type": kind, "value": KEYS.get(key, key)} for key in keys for kind in ("keyDown", "keyUp")]
        self._ask(
            "input.performActions", context=self._tab, actions=[{"type": "key", "id": "keys", "actions": strokes}]
        )

    def click(self, selector: str) -> None:
        """Click with the mouse on the middle of an element, once it is there."""
        self.wait_for(f"document.querySelector({selector!r}) !== null")
        place = f"document.querySelector({selector!r})"
        self.evaluate(f"{place}.scrollIntoView({{ block: 'center', behavior: 'instant' }})")
        x, y = (
            self.evaluate(f"(({{ {at}: a, {size}: b }}) => Math.round(a + b / 2))({place}.getBoundingClientRect())")
            for at, size in (("x", "width"), ("y", "height"))
        )
        steps: list[Mapping[str, object]] = [{"type": "pointerMove", "x": x, "y": y}]
        steps += [{"type": "pointerDown", "button": 0}, {"type": "pointerUp", "button": 0}]
        self._ask(
            "input.performActions", context=self._tab, actions=[{"type": "pointer", "id": "mouse", "actions": steps}]
        )

    def _ask(self, method: str, **params: object) -> Any:  # noqa: ANN401 - each method answers in its own form
        number = next(self._numbers)
        self._socket.send(json.dumps({"id": number, "method": method, "params": params}))
        while (said := json.loads(self._socket.recv(timeout=WAIT))).get("id") != number:
            self._hear(said)
        if said["type"] == "error":
            raise AssertionError(f"{method}: {said['error']}: {said['message']}")
        return said["result"]

    def _hear(self, said: dict[str, Any]) -> None:
        event = said["params"]
        if said["method"] == "log.entryAdded" and event["level"] == "error" and not CUT_SHORT.search(event["text"]):
            self.complaints.append(event["text"])
        if said["method"] == "network.responseCompleted" and event["response"]["status"] >= 400:
            self.complaints.append(event["response"]["url"])


def until(is_so: Callable[[], bool], what: str) -> None:
    """Wait until something is so."""
    end = time.monotonic() + WAIT
    while not is_so():
        assert time.monotonic() < end, f"not so after {WAIT:.0f} s: {what}"
        time.sleep(0.05)


@contextmanager
def firefox(path: str, profile: Path) -> Iterator[Firefox]:
    """Start a Firefox with a new profile, and end it afterwards."""
    lines = [f"user_pref({json.dumps(name)}, {json.dumps(value)});" for name, value in PREFERENCES.items()]
    (profile / "user.js").write_text("\n".join(lines), "utf-8")
    log = profile / "log"
    command = [path, "--headless", "--no-remote", "--profile", str(profile), "--remote-debugging-port", "0"]
    with log.open("w") as said, subprocess.Popen([*command, "about:blank"], stdout=said, stderr=said) as running:
        try:
            until(lambda: running.poll() is not None or bool(LISTENS.search(log.read_text("utf-8"))), "Firefox listens")
            at = LISTENS.search(log.read_text("utf-8"))
            assert at is not None, log.read_text("utf-8")
            with connect(f"{at[1]}/session", max_size=None) as socket:
                yield Firefox(socket)
        finally:
            running.terminate()
            running.wait(timeout=WAIT)
