"""What each language says: its catalogue, `<code>.toml` beside this module, read once into frozen records.

A catalogue may lack entries: they are said in English. A record is a dataclass whose fields are texts, or tables, pairs
and records of them; every field is an entry of the section that the record is read from.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import is_dataclass
from functools import cache
from itertools import repeat
from pkgutil import get_data
from types import MappingProxyType
from typing import Any, Literal, TypeVar, get_args, get_origin, get_type_hints

from dashboard.languages.language import SOURCE, Language

T = TypeVar("T")


class Texts(dict[Language, T]):
    """The texts of one section by language, each read when it is first asked for.

    Args:
        record: The dataclass to read them into.
        section: The name of the table in the catalogues.
    """

    def __init__(self, record: type[T], section: str) -> None:
        super().__init__()
        self.record = record
        self.section = section

    def __missing__(self, language: Language) -> T:
        """Return the texts of a language.

        Raises:
            KeyError, TypeError, ValueError: The catalogue is not what the record asks for; the note says where.
        """
        try:
            text: T = _typed(self.record, section(language, self.section))
        except (KeyError, TypeError, ValueError) as error:
            error.add_note(f"in [{self.section}] of {language}.toml")
            raise
        return self.setdefault(language, text)


def section(language: Language, name: str) -> Mapping[str, Any]:
    """Return a table of a language's catalogue; what it lacks is that of the English one."""
    own: Mapping[str, Any] = catalogue(language).get(name, {})
    return own if language is SOURCE else _filled(own, catalogue(SOURCE).get(name, {}))


@cache
def catalogue(language: Language) -> Mapping[str, Any]:
    """Return the whole catalogue of a language, as it is."""
    return MappingProxyType(tomllib.loads((get_data(__package__, f"{language}.toml") or b"").decode()))


def _filled(own: Mapping[str, Any], english: Mapping[str, Any]) -> Mapping[str, Any]:
    inside = {
        key: _filled(table, other)
        for key, table in own.items()
        if isinstance(table, Mapping) and isinstance(other := english.get(key), Mapping)
    }
    return {**english, **own, **inside}


def _typed(kind: Any, value: Any) -> Any:  # noqa: ANN401  # what the annotation of a field says
    """Return what a catalogue holds as the type that a record asks for."""
    if isinstance(kind, type) and is_dataclass(kind):
        return kind(**{name: _typed(hint, value[name]) for name, hint in get_type_hints(kind).items()})
    origin, inner = get_origin(kind), get_args(kind)
    if origin is Mapping:
        return MappingProxyType({_typed(inner[0], key): _typed(inner[1], item) for key, item in value.items()})
    if origin is tuple:
        kinds = repeat(inner[0], len(value)) if inner[-1] is Ellipsis else inner
        return tuple(_typed(one, item) for one, item in zip(kinds, value, strict=True))
    if origin is frozenset:
        return frozenset(_typed(inner[0], item) for item in value)
    if not isinstance(value, str) or (origin is Literal and value not in inner):
        raise TypeError(f"{value!r} is not {kind}")
    return value if origin is Literal else kind(value)
