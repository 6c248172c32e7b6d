import re
import string
from pathlib import Path

import pytest

from dashboard.errors import Problem
from dashboard.wording.language import Language
from dashboard.wording.problem_text import COLUMN, PLACE, TEMPLATES, Template
from dashboard.wording.problems import message, told

REFUSED = Path(__file__).parent / "cases" / "reading" / "refused"
MESSAGES = sorted(
    {line.partition(": ")[2] for path in REFUSED.glob("*.txt") for line in path.read_text("utf-8").splitlines()}
)


def test_a_problem_is_told_with_its_place_in_the_language_of_the_page() -> None:
    problem = Problem("observations.csv", 17, "value", "1,234", '"1,234" can be 1.234 or 1234; write it with a point')
    assert told(problem, Language.EN) == str(problem)
    assert told(problem, Language.RU) == (
        'observations.csv, строка 17, столбец value: "1,234" может значить 1.234 или 1234; пишите с точкой'
    )
    assert told(problem, Language.BE) == (
        'observations.csv, радок 17, слупок value: "1,234" можа значыць 1.234 або 1234; пішыце з кропкай'
    )


def test_a_problem_of_a_whole_file_has_no_line() -> None:
    problem = Problem("sources.csv", None, "", "", "the file is missing from data")
    assert told(problem, Language.RU) == "sources.csv: файла нет в папке data"


@pytest.mark.parametrize("language", [Language.RU, Language.BE])
@pytest.mark.parametrize("text", MESSAGES)
def test_what_is_said_of_refused_files_has_words_in_every_language(text: str, language: Language) -> None:
    assert re.search("[а-яёіў]", re.sub('"[^"]*"', "", message(text, language)))


@pytest.mark.parametrize("template", [*TEMPLATES, PLACE, COLUMN])
def test_every_language_says_the_same_things(template: Template) -> None:
    en, ru, be = ({name for _, name, _, _ in string.Formatter().parse(text) if name} for text in template)
    assert ru == be
    assert ru <= en


def test_what_has_no_words_stays_as_it_is() -> None:
    assert message("something new", Language.RU) == "something new"
