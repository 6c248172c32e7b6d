"""`init`: a starter folder; nothing that exists is overwritten."""

from __future__ import annotations

import sys
from argparse import Namespace
from collections.abc import Mapping
from pathlib import Path

from dashboard.editing.starter import files
from dashboard.values.errors import QuestionError, StoreError
from dashboard.values.message import Message


def run(args: Namespace) -> int:
    """Return 0 once the folder is written.

    Raises:
        QuestionError: Reporter and partner are the same.
        StoreError: The folder holds something already, or cannot be written.
    """
    if args.reporter == args.partner:
        raise QuestionError(Message("--reporter and --partner are both {0}; name two countries", args.reporter))
    folder = args.folder
    try:
        folder.mkdir(parents=True, exist_ok=True)
        there = sorted(entry.name for entry in folder.iterdir())
        if there:
            raise StoreError(
                Message("{0} holds {1} already; name a folder that is new or empty", folder, ", ".join(there[:3]))
            )
        _write(folder, files(args.reporter, args.partner, args.currency, str(folder)))
    except OSError as error:
        raise StoreError(
            Message("{0} cannot be written: {1}; name a folder that is new or empty", folder, error.strerror)
        ) from error
    sys.stdout.write(f"{folder}: observations.csv, sources.csv and README.md with an example to replace\n")
    sys.stdout.write(f"trade-dashboard serve --data {folder}\n")
    return 0


def _write(folder: Path, texts: Mapping[str, str]) -> None:
    """Write all files, or none that would keep the folder from being named again."""
    try:
        for name, text in texts.items():
            (folder / name).write_text(text, encoding="utf-8", newline="\n")
    except OSError:
        for name in texts:
            (folder / name).unlink(missing_ok=True)
        raise
