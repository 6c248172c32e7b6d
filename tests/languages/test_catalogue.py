"""The catalogues: each is whole, each entry is used, what is filled in is the same, nothing stays untranslated."""

from __future__ import annotations

import ast
import importlib
import pkgutil
import re
from collections.abc import Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, fields
from enum import StrEnum
from functools import cache
from pathlib import Path
from string import Formatter
from typing import Any, get_args, get_origin, get_type_hints

import pytest
from babel.core import Locale

import dashboard
from dashboard.languages.catalogue import Texts, catalogue, section
from dashboard.languages.language import SOURCE, Language
from dashboard.languages.names import CALENDAR, LANGUAGES
from dashboard.values.measure import Measure

PACKAGE = Path(dashboard.__file__).parent
OTHERS = [language for language in Language if language is not SOURCE]
CASES = {"nominative", "genitive", "prepositional", "instrumental"}

OWN_KEYS = ("calendar.accepted", "countries.cases", "countries.towards", "messages", "terms.currencies")
"""Tables whose keys are a language's own; so are those of cases and plurals."""

OWN_LISTS = ("calendar.year_words.", "headline.second_begins.", "terms.governing.")
"""Lists that are as long as a language needs."""

ALIKE = {"page.picture", "page.vector", "page.rows_of_chart"}
"""Names of formats, which are the same in every language."""


KEPT = {
    "bn",
    "check",
    "factor",
    "genitive",
    "id",
    "instrumental",
    "mn",
    "scale",
    "serve",
    "tcp",
    "th",
    "times",
    "tn",
    "zip",
}
"""Commands, units and names in the data files, which a sentence in Cyrillic letters names as they are."""


def leaves(value: object, path: str = "") -> Iterator[tuple[str, str]]:
    """Yield every text of a catalogue with its place, "page.themes.0"."""
    if isinstance(value, str):
        yield path, value
    elif isinstance(value, Mapping):
        for key, inner in value.items():
            yield from leaves(inner, f"{path}.{key}" if path else key)
    else:
        assert isinstance(value, list), path
        for at, inner in enumerate(value):
            yield from leaves(inner, f"{path}.{at}")


def tables(value: Mapping[str, Any], path: str = "") -> Iterator[tuple[str, Mapping[str, Any]]]:
    for key, inner in value.items():
        if isinstance(inner, Mapping):
            here = f"{path}.{key}" if path else key
            yield here, inner
            yield from tables(inner, here)


def common(language: Language) -> dict[str, str]:
    """Return the texts that every catalogue has: all but those under keys of the language's own."""
    own = tuple(f"{path}." for path, table in tables(catalogue(language)) if is_own(path, table))
    return {path: text for path, text in leaves(catalogue(language)) if not path.startswith((*own, *OWN_LISTS))}


def is_own(path: str, table: Mapping[str, Any]) -> bool:
    return path in OWN_KEYS or is_of_cases(table) or is_plural(table)


def is_of_cases(table: Mapping[str, Any]) -> bool:
    return "nominative" in table


def is_plural(table: Mapping[str, Any]) -> bool:
    return {"one", "other"} <= table.keys()


def has_words(template: str) -> bool:
    return re.search(r"[^\W\d_]", re.sub(r"\{.*?\}", "", template)) is not None


def gaps(template: str) -> frozenset[str]:
    """Return what is filled into a template; in whichever case, and in Roman or other figures, it is the same."""
    names = (name for _, name, _, _ in Formatter().parse(template) if name is not None)
    return frozenset("number" if name == "roman" else name.removeprefix("of_") for name in names)


@cache
def records() -> tuple[Texts[Any], ...]:
    """Return every record that the package reads from a catalogue."""
    modules = (one.name for one in pkgutil.walk_packages(dashboard.__path__, "dashboard."))
    named = [importlib.import_module(name) for name in modules if "Texts(" in source(name)]
    found = [one for module in named for one in vars(module).values() if isinstance(one, Texts)]
    return tuple({id(one): one for one in found}.values())


def source(module: str) -> str:
    path = PACKAGE.joinpath(*module.split(".")[1:])
    return (path / "__init__.py" if path.is_dir() else path.with_suffix(".py")).read_text("utf-8")


@cache
def code() -> str:
    return "".join(path.read_text("utf-8") for path in PACKAGE.rglob("*") if path.suffix in (".py", ".html"))


@pytest.mark.parametrize("language", OTHERS)
def test_a_catalogue_lacks_no_entry_and_has_none_that_nothing_reads(language: Language) -> None:
    assert common(language).keys() == common(SOURCE).keys()


@pytest.mark.parametrize("language", OTHERS)
def test_what_is_filled_in_is_the_same_in_every_language(language: Language) -> None:
    english = common(SOURCE)
    differing = {path: text for path, text in common(language).items() if gaps(text) != gaps(english[path])}
    assert differing == {}


@pytest.mark.parametrize("language", Language)
def test_every_form_of_a_text_is_filled_with_the_same(language: Language) -> None:
    forms = [table for _, table in tables(catalogue(language)) if is_of_cases(table) or is_plural(table)]
    differing = [table for table in forms if len({gaps(form) for form in table.values() if isinstance(form, str)}) > 1]
    assert differing == []


@pytest.mark.parametrize("language", OTHERS)
def test_what_is_filled_in_a_table_of_cases_is_the_same_as_in_english(language: Language) -> None:
    english = dict(tables(catalogue(SOURCE)))
    for path, table in tables(catalogue(language)):
        if path in english and (is_of_cases(table) or is_plural(table)):
            assert {gaps(str(text)) for text in table.values()} == {gaps(str(text)) for text in english[path].values()}


@pytest.mark.parametrize("language", OTHERS)
def test_nothing_stays_in_english(language: Language) -> None:
    english = common(SOURCE)
    assert {path for path, text in common(language).items() if text == english[path] and has_words(text)} == ALIKE


@pytest.mark.parametrize("language", [Language.RU, Language.BE])
def test_no_english_word_is_left_within_a_text(language: Language) -> None:
    texts = {**common(language), **section(language, "messages")}
    words = {word for text in texts.values() for word in re.findall(r"(?<![\w./{-])[a-z]{2,}(?![\w./}-])", text)}
    assert words == KEPT


def test_belarusian_has_no_letter_of_russian_alone_but_in_quotation_marks() -> None:
    texts = {**common(Language.BE), **section(Language.BE, "messages")}
    russian = {path: text for path, text in texts.items() if set("иИщЩъЪ") & set(re.sub("«[^»]*»", "", text))}
    assert russian.keys() == {"language.alphabet"}


@pytest.mark.parametrize("language", OTHERS)
def test_a_language_that_declines_has_all_its_cases(language: Language) -> None:
    lacking = [path for path, table in tables(catalogue(language)) if is_of_cases(table) and table.keys() != CASES]
    assert lacking == ["calendar.month"]


@pytest.mark.parametrize("language", Language)
def test_a_plural_has_every_form_that_the_cldr_gives_the_language(language: Language) -> None:
    forms = set(Locale.parse(language.value).plural_form.tags) | {"other"}
    plurals = {path: table.keys() for path, table in tables(catalogue(language)) if is_plural(table)}
    assert plurals == dict.fromkeys(["page.publications", "terms.times", "terms.times_after"], forms)


def test_a_section_is_read_into_one_record_which_has_an_entry_for_each_field() -> None:
    sections = {record.section: {one.name for one in fields(record.record)} for record in records()}
    assert len(sections) == len(records())
    assert {name: set(table) for name, table in catalogue(SOURCE).items()} == sections


def test_every_entry_is_used() -> None:
    unused = [
        f"{record.section}.{one.name}"
        for record in records()
        for one in fields(record.record)
        if not re.search(rf"\.{one.name}\b", code())
    ]
    assert unused == []


def test_a_table_by_an_enumeration_has_its_members_and_one_by_names_those_that_the_code_knows() -> None:
    for record in records():
        for name, kind in get_type_hints(record.record).items():
            table = section(SOURCE, record.section)[name]
            if get_origin(kind) is not Mapping or is_own(f"{record.section}.{name}", table):
                continue
            key = get_args(kind)[0]
            if isinstance(key, type) and issubclass(key, StrEnum):
                assert set(table) == set(key), name
            else:
                assert [entry for entry in table if not re.search(rf"\b{re.escape(entry)}\b", code())] == [], name


@pytest.mark.parametrize("language", Language)
def test_every_record_is_read_in_every_language(language: Language) -> None:
    for record in records():
        assert isinstance(record[language], record.record)


def raised() -> Iterator[str]:
    """Yield the template of every message of the package: given as it is, or by a name or table of the same file."""
    for measure in Measure:
        yield from (*measure.definition.undefined.values(), measure.definition.beyond)
    for path in PACKAGE.rglob("*.py"):
        tree = ast.parse(path.read_text("utf-8"))
        named: dict[str, list[str]] = {}
        for node in ast.walk(tree):
            if isinstance(node, ast.Assign | ast.AnnAssign) and node.value is not None:
                target = node.targets[0] if isinstance(node, ast.Assign) else node.target
                named.setdefault(ast.unparse(target), []).extend(texts(node.value))
        for node in ast.walk(tree):
            if isinstance(node, ast.Call) and ast.unparse(node.func) == "Message" and node.args:
                first = node.args[0].value if isinstance(node.args[0], ast.Subscript) else node.args[0]
                yield from texts(first) or named.get(ast.unparse(first), [])


def texts(node: ast.expr) -> list[str]:
    """Return a text, or the texts that a table holds."""
    if isinstance(node, ast.Constant):
        return [node.value] if isinstance(node.value, str) else []
    tables = [inner for inner in ast.walk(node) if isinstance(inner, ast.Dict)]
    return [value for table in tables for each in table.values for value in texts(each)]


@pytest.mark.parametrize("language", OTHERS)
def test_every_message_that_can_be_raised_is_translated_and_no_other(language: Language) -> None:
    assert set(section(language, "messages")) == {template for template in raised() if has_words(template)}


@pytest.mark.parametrize("language", OTHERS)
def test_a_translated_message_quotes_what_the_english_one_does(language: Language) -> None:
    messages = section(language, "messages").items()
    differing = [english for english, own in messages if own == english or gaps(own) != gaps(english)]
    assert differing == ["{0} is not {1}; write {2}"], (
        "it needs no word for what a cell is not, which would be declined"
    )


def test_the_months_of_a_year_are_twelve_in_every_case_and_language() -> None:
    calendars = [CALENDAR[language] for language in Language]
    assert {len(names) for one in calendars for names in (one.short_months, *one.months.values())} == {12}


def test_every_language_names_itself() -> None:
    three = (Language.EN, Language.RU, Language.BE)
    assert [LANGUAGES[language].name for language in three] == ["English", "Русский", "Беларуская"]


@dataclass(frozen=True, slots=True)
class Mistyped:
    """A record that takes a table for a text."""

    months: str


def test_an_entry_of_another_type_is_told_with_its_place() -> None:
    with pytest.raises(TypeError, match="is not <class 'str'>") as caught:
        Texts(Mistyped, "calendar")[Language.BE]
    assert caught.value.__notes__ == ["in [calendar] of be.toml"]


@dataclass(frozen=True, slots=True)
class Wrong:
    """A record with an entry that no catalogue has."""

    copy: str
    nowhere: str


def test_an_entry_that_no_catalogue_has_is_told_with_its_place() -> None:
    with pytest.raises(KeyError, match="nowhere") as caught:
        Texts(Wrong, "claim")[Language.RU]
    assert caught.value.__notes__ == ["in [claim] of ru.toml"]


def test_threads_that_read_a_text_at_once_have_the_same_one() -> None:
    texts = Texts(LANGUAGES.record, "language")
    with ThreadPoolExecutor(8) as pool:
        assert len({id(one) for one in pool.map(texts.__getitem__, [Language.BE] * 64)}) == 1
