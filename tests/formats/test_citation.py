from __future__ import annotations

from dataclasses import replace

import pytest

from dashboard import __version__
from dashboard.formats.citation import cite
from dashboard.languages.language import Language
from dashboard.reading.vintage import known_by
from dashboard.values.observation import Dataset
from dashboard.values.partial_date import PartialDate

HASH = "0123456789ab"


def test_a_citation_says_title_year_state_and_program(shipped_data: Dataset) -> None:
    assert cite(shipped_data, HASH, Language.EN, "http://127.0.0.1/").text.replace("\xa0", " ") == (
        "Published trade figures: Russia with Belarus (2025). 85 reported numbers from 24 sources. "
        f"Figures published by 4 December 2025. Data version {HASH}. trade-dashboard {__version__}. http://127.0.0.1/"
    )


def test_a_citation_as_of_a_date_has_the_year_of_what_was_known(shipped_data: Dataset) -> None:
    known = cite(known_by(shipped_data, PartialDate(2017)), HASH, Language.RU)
    assert known.date == PartialDate(2017, 2, 27)
    assert "27 февраля 2017" in known.text.replace("\xa0", " ")


def test_bibtex_has_one_field_a_line_and_keeps_braces_whole(shipped_data: Dataset) -> None:
    made = cite(shipped_data, HASH, Language.EN).bibtex.splitlines()
    assert made[0] == "@misc{trade-figures-0123456789ab,"
    assert made[1] == "  title = {{Published trade figures: Russia with Belarus}},"
    assert made[2:4] == ["  year = {2025},", "  version = {0123456789ab},"]
    assert made[-1] == "}"


def test_bibtex_takes_no_letter_for_a_command(shipped_data: Dataset) -> None:
    odd = replace(cite(shipped_data, HASH, Language.EN), title=r"a_b & 50% of {x} \ ~^#$")
    assert r"{{a\_b \& 50\% of \{x\} \textbackslash{} \textasciitilde{}\textasciicircum{}\#\$}}" in odd.bibtex


def test_ris_is_tags_and_values_with_the_end_of_lines_it_asks_for(shipped_data: Dataset) -> None:
    lines = cite(shipped_data, HASH, Language.EN, "http://127.0.0.1/").ris.split("\r\n")
    assert lines[:5] == [
        "TY  - DATA",
        "TI  - Published trade figures: Russia with Belarus",
        "PY  - 2025",
        "DA  - 2025/12/04/",
        f"ET  - {HASH}",
    ]
    assert lines[-3:] == ["UR  - http://127.0.0.1/", "ER  - ", ""]


@pytest.mark.parametrize("language", Language)
def test_data_without_rows_can_be_cited(language: Language) -> None:
    made = cite(Dataset(), HASH, language)
    assert HASH in made.text
    assert "DA  -" not in made.ris
    assert "year" not in made.bibtex
