"""Problems and notices of the files in the language of the page, each with its place."""

from __future__ import annotations

from typing import Final

from dashboard.languages.language import Language
from dashboard.values.errors import DashboardError, Problem
from dashboard.values.message import Message
from dashboard.values.observation import Notice
from dashboard.wording.file_text import FILES
from dashboard.wording.notice_text import NOTICES
from dashboard.wording.problem_text import COLUMN, PLACE, PROBLEMS
from dashboard.wording.question_text import QUESTIONS
from dashboard.wording.template import Template

_TEMPLATES: Final = {template.en: template for template in (*FILES, *PROBLEMS, *QUESTIONS, *NOTICES)}


def told(one: Problem | Notice, language: Language) -> str:
    """Return a problem or a notice as one sentence with file, line and column."""
    place = one.file
    if one.line is not None:
        place = _in(PLACE, language).format(one.file, one.line)
    column = f", {_in(COLUMN, language).format(one.column)}" if one.column else ""
    return f"{place}{column}: {message(one.message, language)}"


def message(text: Message, language: Language) -> str:
    """Return a message in a language; what it quotes stays as it is."""
    parts = (message(part, language) if isinstance(part, Message) else part for part in text.parts)
    template = _TEMPLATES.get(text.template)
    return (text.template if template is None else _in(template, language)).format(*parts)


def why(error: DashboardError, language: Language) -> str:
    """Return what an error says; in English where it is not a message."""
    said = error.args[0] if error.args else ""
    return message(said, language) if isinstance(said, Message) else str(error)


def _in(template: Template, language: Language) -> str:
    words: str = getattr(template, language)
    return words
