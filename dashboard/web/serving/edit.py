"""The page of forms, at /edit: new rows with what they would change, saved once that was seen; files tried out.

It is plain HTML, so that a form never changes under the hand of its reader. Every answer to a form is made anew from
the files as they are: what is saved is what was seen, or nothing. Without `--edit` nothing here writes.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Final

from flask import Flask, Response, make_response, render_template, request
from werkzeug.exceptions import RequestEntityTooLarge

from dashboard.editing.entry import FIELDS, PUBLICATION, STATEMENT
from dashboard.judging.review import Reviewer
from dashboard.languages.language import Language
from dashboard.reading.columns import OBSERVATIONS
from dashboard.statements.said import WHY, PhraseError
from dashboard.storage.saving import contents, save, undo, version
from dashboard.values.errors import DashboardError, DatasetError, QuestionError
from dashboard.values.measure import STATED, Flow
from dashboard.values.message import Message
from dashboard.values.qualifier import Qualifier
from dashboard.web.address import Address, Page
from dashboard.web.contents.choices import of_address
from dashboard.web.contents.trying import Change, Tried, change, tried
from dashboard.web.serving.gate import LARGEST, Gate, drain, limit
from dashboard.web.serving.question import query
from dashboard.wording.file_text import TABLES
from dashboard.wording.naming import SIGNS
from dashboard.wording.page_text import EDIT, PAGE, EditText
from dashboard.wording.problems import message, sentence, why
from dashboard.wording.words import Words

PATH: Final = "/edit"
FORBIDDEN: Final = 403
CLASH: Final = 409
TOO_LARGE: Final = 413
NOT_UNDERSTOOD: Final = 422


Files = Mapping[str, bytes]
"""The data files by name, as they were when a form was sent."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """What the page of forms shows.

    Attributes:
        message: What has happened; `problems` are those of the files or of what was filled in.
        given: What the form holds.
        left: The version of the files that a save left, which can be undone.
    """

    address: Address
    status: int = 200
    message: str = ""
    problems: tuple[str, ...] = ()
    given: Mapping[str, str] = field(default_factory=dict)
    change: Change | None = None
    tried: Tried | None = None
    left: str = ""

    @property
    def text(self) -> EditText:
        """Its words."""
        return EDIT[self.address.language]

    @property
    def words(self) -> Words:
        """The words of its language."""
        return Words(self.address.language)


@dataclass(frozen=True, slots=True)
class Forms:
    """The forms over a folder.

    Attributes:
        writes: Whether the server was started with `--edit`.
        reviewer: What it keeps is of the files of the folder, never of what is tried out.
    """

    folder: Path
    gate: Gate
    writes: bool
    reviewer: Reviewer = field(default_factory=Reviewer)

    def change(self, blank: Sheet, files: Files) -> Sheet:
        """Return what the rows that were filled in would change."""
        return replace(blank, given=_given(), change=change(files, _given(), blank.words, self.reviewer))

    def save(self, blank: Sheet, files: Files) -> Sheet:
        """Write rows whose change was seen; where the files are others now, return what they would change now."""
        seen = request.form.get("seen", "")
        if version(files) != seen:
            now = _made(lambda sheet: self.change(sheet, files), blank)
            why = now.problems or ((now.message,) if now.message else ())
            return replace(now, status=CLASH, message=now.text.clash, problems=why)
        made = change(files, _given(), blank.words, self.reviewer)
        save(self.folder, seen, made.files)
        return replace(blank, message=blank.text.written.format(files=", ".join(sorted(made.files))), left=made.left)

    def undo(self, blank: Sheet, files: Files) -> Sheet:
        """Put back what the files held before a save, unless somebody changed them since."""
        seen = request.form.get("seen", "")
        if version(files) != seen:
            return replace(blank, status=CLASH, message=blank.text.clash)
        undo(self.folder, seen)
        return replace(blank, message=blank.text.undone)

    def try_out(self, blank: Sheet, files: Files) -> Sheet:
        """Return what files say that are not ours and are forgotten again."""
        sent = [data for one in request.files.getlist("file") if (data := one.read())]
        pasted = request.form.get("table", "")
        tables = [*sent, *([pasted.encode()] if pasted.strip() else [])]
        return replace(blank, tried=tried(tables, files, blank.words, self.reviewer))


def serve_forms(server: Flask, folder: Path, names: Sequence[str] = (), *, writes: bool) -> None:
    """Let the server, called by `names`, answer /edit and the forms; with `writes`, those that change the files too."""
    forms = Forms(folder, Gate(names), writes)

    @server.get(PATH)
    def page() -> Response:
        return _answer(forms, Sheet(address=_address()))

    for name, make in (("rows", forms.change), ("save", forms.save), ("undo", forms.undo), ("file", forms.try_out)):
        needs = name != "file"
        server.add_url_rule(f"{PATH}/{name}", f"edit-{name}", _taken(forms, make, needs=needs), methods=["POST"])


def _taken(forms: Forms, make: Callable[[Sheet, Files], Sheet], *, needs: bool) -> Callable[[], Response]:
    """Return what answers a form; one that `needs` the right to write is refused where there is none."""

    def answer() -> Response:
        blank = Sheet(address=_address())
        if needs and not forms.writes:
            return _answer(forms, replace(blank, status=FORBIDDEN, message=blank.text.read_only))
        limit(request)
        try:
            if not forms.gate.lets_in(request):
                return _answer(forms, replace(blank, status=FORBIDDEN, message=blank.text.foreign))
            return _answer(forms, _made(lambda sheet: make(sheet, contents(forms.folder)), blank))
        except RequestEntityTooLarge:
            drain(request)
            message = blank.text.too_large.format(size=LARGEST // 1_000_000)
            return _answer(forms, replace(blank, status=TOO_LARGE, message=message))

    return answer


def _made(make: Callable[[Sheet], Sheet], blank: Sheet) -> Sheet:
    """Return what a form asks for, or why there is no answer, with the form as it was filled in."""
    language = blank.address.language
    refused = replace(blank, status=NOT_UNDERSTOOD, given=_given())
    try:
        return make(blank)
    except PhraseError as error:
        return replace(refused, message=message(Message(WHY[error.obstacle], _words(error, language)), language))
    except DatasetError as error:
        problems = tuple(sentence(problem, language) for problem in error.problems)
        return replace(refused, message=blank.text.unreadable.format(count=len(problems)), problems=problems)
    except DashboardError as error:
        return replace(refused, message=why(error, language))


def _words(error: PhraseError, language: Language) -> str:
    """Return what an error names, fields as the form calls them."""
    labels, given = TABLES[language].columns, _given()
    fields = (f"{labels[name]} ({given[name]})" if name in given else labels[name] for name in error.fields)
    return ", ".join(fields) or error.words


def _given() -> dict[str, str]:
    return {name: text for name in FIELDS if (text := " ".join(request.form.get(name, "").split()))}


def _address() -> Address:
    """Return language and colours as the address says them."""
    try:
        asked = Address.parse("/data", query())
    except QuestionError:
        return Address(page=Page.DATA)
    return Address(page=Page.DATA, language=asked.language, theme=asked.theme, insists=asked.insists)


def _answer(forms: Forms, sheet: Sheet) -> Response:
    text = sheet.text
    links = of_address(sheet.address).languages
    shown = render_template(
        "edit.html",
        sheet=sheet,
        text=text,
        page=PAGE[sheet.address.language],
        labels=TABLES[sheet.address.language].columns,
        choices=_choices(sheet.words),
        languages=[replace(link, href=link.href.replace("/data", PATH, 1)) for link in links],
        required=OBSERVATIONS.required,
        columns=[name for name in OBSERVATIONS.columns if name not in ("source", *PUBLICATION)],
        publication=PUBLICATION,
        statement=STATEMENT,
        signs=SIGNS,
        token=forms.gate.token,
        writes=forms.writes,
    )
    answer = make_response(shown, sheet.status)
    answer.headers["Cache-Control"] = "no-store"
    return answer


def _choices(words: Words) -> Mapping[str, list[tuple[str, str]]]:
    """Return value and name of what a field can hold that is no free text."""
    return {
        "flow": [(str(one), words.flow(one)) for one in Flow],
        "measure": [(str(one), words.measure(one)) for one in STATED],
        "qualifier": [(str(one), words.qualifier(one)) for one in Qualifier],
    }
