"""Messages, problems and errors in the language of the reader.

A message in English stands where it is raised. The catalogue of another language has its translation under the English
template; one that it lacks is said in English. What a message quotes stays as it is.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from dashboard.languages.catalogue import section
from dashboard.languages.language import Language
from dashboard.values.errors import DashboardError, Problem
from dashboard.values.message import Message
from dashboard.values.observation import Notice


def sentence(remark: Problem | Notice, language: Language) -> str:
    """Return a problem or a notice as one sentence with file, line and column."""
    return message(remark.sentence, language)


def message(text: Message, language: Language) -> str:
    """Return a message in a language."""
    parts = (message(part, language) if isinstance(part, Message) else part for part in text.parts)
    return _translations(language).get(text.template, text.template).format(*parts)


def why(error: DashboardError, language: Language) -> str:
    """Return what an error says."""
    return message(error.message, language)


@cache
def _translations(language: Language) -> Mapping[str, str]:
    """Return what a language says for each English template."""
    return section(language, "messages")
