"""One sentence in three languages, as a template."""

from __future__ import annotations

from typing import NamedTuple


class Template(NamedTuple):
    """What a message says; {0}, {1} and so on stand for what it quotes, in every language the same."""

    en: str
    ru: str
    be: str
