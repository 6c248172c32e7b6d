"""The last good files, where all processes of one server find them.

Files may turn bad before each process has seen them good; without this, processes would show different last good data.
The one decision taken here: no lock. What is written carries the hash of itself, so a half-written file is none.
"""

from __future__ import annotations

import json
import os
from collections.abc import Mapping
from contextlib import suppress
from hashlib import sha256
from tempfile import TemporaryFile
from typing import Final

_HASH: Final = sha256().digest_size
_LENGTH: Final = 8


class Kept:
    """Where processes find them that were started from the one that made this.

    Attributes:
        file: The number of an open file without a name; it holds a length, a hash, and the files as JSON.
    """

    def __init__(self) -> None:
        with TemporaryFile() as file:
            self.file = os.dup(file.fileno())

    def put(self, files: Mapping[str, bytes]) -> None:
        """Keep good files in place of those that were kept before; none are kept where the disk takes no more."""
        text = json.dumps({name: content.decode("latin-1") for name, content in files.items()}).encode()
        whole = len(text).to_bytes(_LENGTH) + sha256(text).digest() + text
        with suppress(OSError):
            os.pwrite(self.file, whole, 0)

    def get(self) -> dict[str, bytes]:
        """Return the files that were kept last; none when there are none, or while they are being written."""
        whole = os.pread(self.file, os.fstat(self.file).st_size, 0)
        start = _LENGTH + _HASH
        text = whole[start : start + int.from_bytes(whole[:_LENGTH])]
        if not text or sha256(text).digest() != whole[_LENGTH:start]:
            return {}
        return {name: content.encode("latin-1") for name, content in json.loads(text).items()}
