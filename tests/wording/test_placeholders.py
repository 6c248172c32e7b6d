"""Every template says the same things in all three languages: what is filled in in one is filled in in the others."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass
from string import Formatter

import pytest

import dashboard.wording
from dashboard.languages.language import Language

MODULES = sorted(one.name for one in pkgutil.iter_modules(dashboard.wording.__path__, "dashboard.wording."))
TEXTS = [name for name in MODULES if isinstance(getattr(importlib.import_module(name), "TEXT", None), Mapping)]


def templates(value: object, path: str = "") -> Iterator[tuple[str, frozenset[str]]]:
    """Yield the place of every text within a value, and what is filled in there, in whichever case or figures."""
    if isinstance(value, str):
        yield (
            path,
            frozenset(
                "number" if name == "roman" else name.removeprefix("of_")
                for _, name, _, _ in Formatter().parse(value)
                if name is not None
            ),
        )
    elif is_dataclass(value) and not isinstance(value, type):
        for field in fields(value):
            yield from templates(getattr(value, field.name), f"{path}.{field.name}")
    elif isinstance(value, Mapping):
        for key, one in value.items():
            yield from templates(one, f"{path}[{key}]")
    elif isinstance(value, tuple | list):
        for at, one in enumerate(value):
            yield from templates(one, f"{path}[{at}]")


@pytest.mark.parametrize("name", TEXTS)
def test_a_template_is_filled_with_the_same_in_every_language(name: str) -> None:
    text = importlib.import_module(name).TEXT
    if set(text) != set(Language):
        pytest.skip("not by language")
    english, *others = (dict(templates(text[language])) for language in Language)
    for other in others:
        differing = {place: (english[place], other[place]) for place in english if place in other}
        assert {place: both for place, both in differing.items() if both[0] != both[1]} == {}
