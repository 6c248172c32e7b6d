"""Problems of the files in the language of the page, each with its place."""

from __future__ import annotations

import re
from functools import cache

from dashboard.errors import Problem
from dashboard.wording.language import Language
from dashboard.wording.problem_text import COLUMN, PLACE, TEMPLATES, Template


def told(problem: Problem, language: Language) -> str:
    """Return a problem as one sentence with file, line and column; in English where no other words are known."""
    place = problem.file
    if problem.line is not None:
        place = getattr(PLACE, language).format(file=problem.file, line=problem.line)
    column = f", {getattr(COLUMN, language).format(column=problem.column)}" if problem.column else ""
    return f"{place}{column}: {message(problem.message, language)}"


def message(text: str, language: Language) -> str:
    """Return what the reader says, in a language; as it is where no template fits."""
    if language is Language.EN:
        return text
    for template in TEMPLATES:
        if match := _pattern(template).fullmatch(text):
            words: str = getattr(template, language)
            return words.format(**match.groupdict())
    return text


@cache
def _pattern(template: Template) -> re.Pattern[str]:
    parts = re.split(r"\{([a-e])\}", template.en)
    names = (f"(?P<{part}>.+?)" if at % 2 else re.escape(part) for at, part in enumerate(parts))
    return re.compile("".join(names), re.DOTALL)
