"""The texts of the charts: complete in three languages, with the same gaps."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields
from string import Formatter

import pytest

from dashboard.charts import NAMES
from dashboard.languages.language import Language
from dashboard.wording.chart_text import TEXT


def texts(language: Language) -> Iterator[tuple[str, str]]:
    """Yield the name and the text of every text of a language."""
    for field in fields(TEXT[language]):
        value = getattr(TEXT[language], field.name)
        named = value.items() if not isinstance(value, str) else [("", value)]
        yield from ((f"{field.name}.{name}".rstrip("."), text) for name, text in named)


def gaps(text: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(text) if name is not None}


@pytest.mark.parametrize("language", Language)
def test_a_text_has_the_gaps_of_the_english_one(language: Language) -> None:
    english = dict(texts(Language.EN))
    found = dict(texts(language))
    assert found.keys() == english.keys()
    assert [name for name, text in found.items() if gaps(text) != gaps(english[name])] == []
    assert [name for name, text in found.items() if not text.strip()] == []


@pytest.mark.parametrize("language", Language)
def test_every_chart_has_a_title_and_those_that_can_be_empty_a_reason(language: Language) -> None:
    assert set(TEXT[language].titles) == set(NAMES)
    assert set(TEXT[language].nothing) == set(NAMES) - {"consistency", "calendar"}


@pytest.mark.parametrize("language", [Language.RU, Language.BE])
def test_no_english_word_is_left(language: Language) -> None:
    allowed = "observations.csv"
    latin = [
        name
        for name, text in texts(language)
        for part in Formatter().parse(text.replace(allowed, ""))
        if any("a" <= letter.lower() <= "z" for letter in part[0])
    ]
    assert latin == []


def test_belarusian_has_no_letter_of_russian_alone() -> None:
    assert [name for name, text in texts(Language.BE) if set("иИщЩъЪ") & set(text)] == []
