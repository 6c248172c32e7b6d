"""Changes lp/ and bounds/ a little at a time, and tells which of these mutants no test of theirs notices.

    python tools/mutants.py [NAME ...]     NAME may hold wildcards: "dashboard.lp.verifier.*"

mutmut makes the mutants and runs the tests that reach each. What it found stays in mutants/, so that a second run asks
only about functions that changed. docs/mutants.md explains every survivor, as it is printed here; one that it does not
explain ends the run in 1.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parent.parent
MUTMUT = Path(sys.executable).parent / "mutmut"
EXPLAINED = ROOT / "docs" / "mutants.md"


def main(names: list[str]) -> int:
    """Run the mutants of these names, of all without one, and print the survivors that nothing explains."""
    done = subprocess.run([MUTMUT, "run", *names], cwd=ROOT, env=os.environ | {"CI": "true"}, check=False)  # noqa: S603
    if done.returncode:
        return done.returncode
    survivors = [name for name, end in ended() if end == "survived"]
    new = sorted(set(map(changed, survivors)) - explanations())
    print(*new, sep="\n\n")
    print(f"{len(survivors)} survive; {EXPLAINED.relative_to(ROOT)} explains all but these {len(new)}")
    return 1 if new else 0


def ended() -> list[tuple[str, str]]:
    """Return the mutants that were not killed, each with how it ended: survived, timeout, no tests, not checked."""
    return re.findall(r"^ +(\S+): (.+)$", mutmut("results"), re.MULTILINE)


def changed(name: str) -> str:
    """Return the file that a mutant changes, and below it the lines that go and that come, without indentation."""
    file, _, *lines = (line for line in mutmut("show", name).splitlines() if line[:1] in ("-", "+"))
    return "\n".join([file.removeprefix("--- dashboard/"), *(f"{line[0]} {line[1:].strip()}" for line in lines)])


def explanations() -> set[str]:
    """Return the changes that the page explains: in blocks below the name of a file, an empty line between two."""
    changes = set()
    for section in EXPLAINED.read_text("utf-8").split("\n## ")[1:]:
        file = section.partition("\n")[0]
        for block in re.findall(r"```diff\n(.*?)\n```", section, re.DOTALL):
            changes |= {f"{file}\n{change}" for change in block.split("\n\n")}
    return changes


def mutmut(*command: str) -> str:
    """Return what a command of mutmut prints."""
    return subprocess.run([MUTMUT, *command], cwd=ROOT, capture_output=True, text=True, check=True).stdout  # noqa: S603


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
