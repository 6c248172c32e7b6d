"""Names of countries, as they stand in a sentence."""

from __future__ import annotations

import pytest

from dashboard.languages.countries import country, pair, towards
from dashboard.languages.language import Language


@pytest.mark.parametrize(
    ("code", "language", "name"),
    [
        ("RUS", Language.EN, "Russia"),
        ("RUS", Language.RU, "Россию"),
        ("BLR", Language.RU, "Беларусь"),
        ("ARG", Language.RU, "Аргентину"),
        ("POL", Language.BE, "Польшчу"),
        ("QQQ", Language.BE, "QQQ"),
    ],
)
def test_a_country_is_said_as_it_stands_behind_to(code: str, language: Language, name: str) -> None:
    assert towards(code, language) == name


def test_a_country_that_is_not_declined_keeps_its_nominative() -> None:
    assert country("MLI", Language.RU, "genitive") == "Мали"
    assert pair("RUS", "MLI", Language.RU) == "(Россия — Мали)"
    assert pair("RUS", "MLI", Language.EN) == "Russia with Mali"
