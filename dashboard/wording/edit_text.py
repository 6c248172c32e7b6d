"""What the page of forms says: new rows, what they would change, files that are tried out."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from dashboard.languages.catalogue import Texts


@dataclass(frozen=True, slots=True)
class EditText:
    """The words of one language; [edit] of en.toml says what each is."""

    heading: str
    back: str
    read_only: str
    rows: str
    statement: str
    statement_note: str
    fields: str
    new_source: str
    show: str
    preview: str
    nothing_yet: str
    verdicts: str
    verdict_columns: tuple[str, str, str]
    new: str
    all_sources: str
    no_turns: str
    same: str
    rows_changed: str
    no_rows: str
    bounds: str
    bound_columns: tuple[str, str, str, str, str]
    charts: str
    marks: str
    no_marks: str
    save: str
    written: str
    undo: str
    undone: str
    clash: str
    foreign: str
    file: str
    file_note: str
    file_label: str
    paste_label: str
    try_it: str
    tried: str
    unreadable: str
    too_large: str


TEXT: Final = Texts(EditText, "edit")
