"""Names in the reader's language where the files have them, dates and other statements as a person writes them."""

from __future__ import annotations

from dataclasses import replace

import pytest

from dashboard.languages.language import Language
from dashboard.reading.dates import moment
from dashboard.values.observation import Context, Dataset, Event, Source
from dashboard.values.partial_date import DateRange, PartialDate
from dashboard.values.qualifier import Qualifier
from dashboard.wording.phrases import other
from dashboard.wording.translated import foreign, in_language
from dashboard.wording.words import Words

NAMES = (("publisher_ru", "Белстат"),)
SOURCE = Source(id="a", publisher="Belstat", title="", language="ru", note="Read there.", line=2, extra=NAMES)
DAY = PartialDate(2022, 12, 19)
TALKS = (("title_ru", "Переговоры"), ("place_ru", ""))
EVENT = Event(date=DateRange(DAY, DAY), title="Talks", place="Minsk", source="a", line=2, extra=TALKS)


def test_a_name_is_shown_in_the_readers_language() -> None:
    shown = in_language(Dataset(sources=(SOURCE,), events=(EVENT,)), Language.RU)
    assert shown.sources[0].publisher == "Белстат"
    assert (shown.events[0].title, shown.events[0].place) == ("Переговоры", "Minsk")


def test_data_without_names_in_a_language_stay_as_they_are() -> None:
    dataset = Dataset(sources=(SOURCE,))
    assert in_language(dataset, Language.BE) is dataset


def test_a_name_that_is_not_translated_says_its_language() -> None:
    assert foreign(SOURCE, "publisher", Language.RU) is None
    assert foreign(SOURCE, "publisher", Language.BE) == "en"
    assert foreign(SOURCE, "publisher", Language.EN) is None
    assert foreign(EVENT, "place", Language.RU) == "en"
    assert foreign(replace(EVENT, place=""), "place", Language.RU) is None


@pytest.mark.parametrize(
    ("dates", "language", "text"),
    [
        ("2022-12-19", Language.EN, "19\xa0December 2022"),
        ("2022-06-30/2022-07-01", Language.EN, "30\xa0June – 1\xa0July 2022"),
        ("2022-06-30/2022-07-01", Language.RU, "30\xa0июня – 1\xa0июля 2022 года"),
        ("2022-07-01/2022-07-03", Language.BE, "1–3\xa0ліпеня 2022 года"),
        ("2022-12-31/2023-01-02", Language.EN, "31\xa0December 2022 – 2\xa0January 2023"),
        ("2021/2023", Language.RU, "2021–2023 годы"),
        ("2022-06/2022-07", Language.BE, "чэрвень–ліпень 2022 года"),
        ("", Language.EN, ""),
    ],
)
def test_dates_are_written_as_a_person_writes_them(dates: str, language: Language, text: str) -> None:
    assert Words(language).dates(moment(dates).value) == text


@pytest.mark.parametrize(
    ("value", "unit", "qualifier", "language", "said"),
    [
        ("6", "RUB bn", "", Language.RU, ("6 млрд руб.", "")),
        ("1000", "people", "about", Language.EN, ("about 1,000", "people")),
        ("40", "рэгіёнаў", "more than", Language.BE, ("больш за 40", "рэгіёнаў")),
        ("1.5", "regions", "", Language.RU, ("1,5", "regions")),
        ("top five", "rank", "", Language.EN, ("top five", "rank")),
    ],
)
def test_other_statements_are_written_as_the_language_writes_them(
    value: str, unit: str, qualifier: str, language: Language, said: tuple[str, str]
) -> None:
    statement = Context(subject="", value=value, unit=unit, qualifier=Qualifier(qualifier), line=2)
    number, of = other(statement, Words(language))
    assert (number.replace("\xa0", " "), of) == said


def test_a_headline_breaks_no_range() -> None:
    assert Words(Language.RU).unbroken("профицит 6,1–6,3 млрд") == "профицит 6,1–\u20606,3\xa0млрд"
