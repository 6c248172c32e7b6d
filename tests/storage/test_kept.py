from __future__ import annotations

import os

from dashboard.storage.kept import Kept

FILES = {"observations.csv": b"value\r\n\xef\xbb\xbf17,2\xff\x00", "sources.csv": b""}


def test_nothing_is_kept_at_first() -> None:
    assert Kept().get() == {}


def test_the_newest_files_are_kept_byte_for_byte() -> None:
    kept = Kept()
    kept.put({"observations.csv": b"long" * 1000})
    kept.put(FILES)
    assert kept.get() == FILES


def test_files_that_are_half_written_are_none() -> None:
    kept = Kept()
    kept.put(FILES)
    os.pwrite(kept.file, b"x", 50)
    assert kept.get() == {}
