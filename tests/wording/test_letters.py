"""Names in the order of each alphabet, and the language that a name is written in."""

from __future__ import annotations

import pytest

from dashboard.languages.language import Language
from dashboard.wording.letters import in_order, written_in

RU_NAMES = ["Ёлка", "Жук", "Еда", "Ель", "Яма", "«Дом»", "Zebra", "3 завода"]
BE_NAMES = ["Інстытут", "Ліпень", "Зіма", "Ўсход", "Усход", "Фабрыка", "Йод", "Belta"]


def test_russian_names_have_yo_after_ye_and_latin_ones_last() -> None:
    ordered = sorted(RU_NAMES, key=lambda name: in_order(name, Language.RU))
    assert ordered == ["3 завода", "«Дом»", "Еда", "Ель", "Ёлка", "Жук", "Яма", "Zebra"]


def test_belarusian_names_have_i_before_short_i_and_short_u_after_u() -> None:
    ordered = sorted(BE_NAMES, key=lambda name: in_order(name, Language.BE))
    assert ordered == ["Зіма", "Інстытут", "Йод", "Ліпень", "Усход", "Ўсход", "Фабрыка", "Belta"]


def test_english_names_are_ordered_without_regard_to_capitals_and_accents() -> None:
    names = ["belstat", "Äpfel", "Zoll", "Łódź", "apple", "Банк"]
    ordered = sorted(names, key=lambda name: in_order(name, Language.EN))
    assert ordered == ["Äpfel", "apple", "belstat", "Łódź", "Zoll", "Банк"]


def test_a_shorter_name_comes_before_one_that_begins_with_it() -> None:
    assert in_order("Belstat", Language.EN) < in_order("Belstat (via RBC)", Language.EN)


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Ministry of Foreign Affairs of Russia", "en"),
        ("Белстат", "ru"),
        ("Міністэрства замежных спраў", "be"),
        ("Ўсход", "be"),
        ("Portal «Внешняя торговля России» (Foreign Trade of Russia)", "en"),
        ("mlyn.by, citing official data from Minsk and Беларусь", "en"),
        ("2022–2023", ""),
    ],
)
def test_a_text_is_in_the_language_of_most_of_its_letters(text: str, language: str) -> None:
    assert written_in(text) == language
