"""A CSV file as people save it: bytes -> a header and rows of text cells, each with its line in the file.

It knows encodings, delimiters, line ends, quotation marks and names of columns; it does not know what a cell means.
The one decision taken here: an encoding or delimiter that can be told with certainty is read with a notice, anything
else is a problem; nothing is ever guessed character by character.
"""

from __future__ import annotations

import csv
import io
import re
from codecs import BOM_UTF8, BOM_UTF16_BE, BOM_UTF16_LE
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import islice
from types import MappingProxyType
from typing import Final

from dashboard.reading.remarks import Remarks, near, quoted
from dashboard.values.message import Message

LONGEST_CELL: Final = 32_767
"""Characters that a cell of a spreadsheet can hold; a longer one is a quotation mark that is missing, or no text."""

MOST_UNSEEN: Final = 100
"""Characters that are not seen and are told of: a file with more is none that a person wrote."""

_DELIMITERS: Final = {
    ",": Message("the columns are separated by commas"),
    ";": Message("the columns are separated by semicolons; commas are the rule"),
    "\t": Message("the columns are separated by tabs; commas are the rule"),
}
_TOO_LONG: Final = Message(
    "a cell has more than {0} characters; look for a quotation mark that is missing", LONGEST_CELL
)
_CUT: Final = (
    "the file ends within line {0}, after cell {1} of {2}, so it may be half written;"
    " end the line with a line break, or write its other cells"
)
_CUT_HEADER: Final = "the file ends with its header, so it may be half written; end the line with a line break"
_UNSEEN: Final = re.compile("[\x01-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ufffe\uffff]")
"""Controls of terminals, and those that turn the order of what is read: XML and the eye are deceived by them."""

_SEP_LINE = re.compile(r"sep=([,;\t])\r?\n", re.IGNORECASE)
_CYRILLIC: Final = frozenset("абвгдеёжзийклмнопрстуфхцчшщъыьэюяіўґєї")
_SIGNS: Final = frozenset("\u00a0«»„“”‘’‚–—…№°±€•\u00ad")
_TRANSLATED = re.compile(r"[a-z]+_[a-z]{2}")
_WORD = re.compile(r"[^\W\d_]+")
_SWAPPED_CASE = re.compile(r"[а-яёіў](?:[А-ЯЁІЎ]{3}|Я\b)")
_LOST_LETTER = re.compile(r"(?<![^\s,;\"])[^\s,;\"/.:?]*[^\W\d_]\?[^\W\d_][^\s,;\"/.:]*")


@dataclass(frozen=True, slots=True)
class Form:
    """The columns that a file has.

    Attributes:
        file: The file's name, "observations.csv".
        required: The columns that must be there.
        optional: The columns that may be there; any other column is kept as it is.
    """

    file: str
    required: tuple[str, ...]
    optional: tuple[str, ...] = ()

    @property
    def columns(self) -> tuple[str, ...]:
        """All columns that the reader knows."""
        return self.required + self.optional


@dataclass(frozen=True, slots=True)
class Row:
    """One row of cells.

    Attributes:
        line: Its first line in the file, the header being line 1; a quoted cell may go over several lines.
        cells: Text by column, for the columns of the form that the file has.
        extra: Name and text of the columns that the form does not know, as they were.
        delimiter: What separates the columns of its file.
    """

    line: int
    cells: Mapping[str, str]
    extra: tuple[tuple[str, str], ...] = ()
    delimiter: str = ","

    def text(self, column: str) -> str:
        """Return a cell without the blanks around it; "" when the file has no such column."""
        return self.cells.get(column, "").strip()


def read(form: Form, data: bytes, remarks: Remarks) -> tuple[Row, ...]:
    """Return the rows of a file; what is wrong or unusual about it goes into `remarks`."""
    text = _decoded(data, remarks)
    _refuse_unseen(text, remarks)
    delimiter = _delimiter(form, text, remarks)
    records = _records(text, delimiter, remarks)
    first = next(records, None)
    if first is None and not remarks.problems:
        remarks.refuse(Message("the file is empty; its first line names the columns {0}", ", ".join(form.columns)))
    if first is None or remarks.problems:
        return ()
    line, names = first
    must = tuple(_name(name) in form.required for name in names)
    body = [(at, _unpacked(cells, delimiter, must, at, remarks)) for at, cells in records]
    header = _header(form, names, line, body, remarks)
    if len(set(filter(None, header))) < len(tuple(filter(None, header))) or not set(form.required) <= set(header):
        return ()
    if not body and not text.endswith(("\n", "\r")):
        remarks.refuse(Message(_CUT_HEADER), line)
    if body and _is_cut(header, body[-1][1], text):
        at, cells = body.pop()
        remarks.refuse(Message(_CUT, at, len(cells), len(header)), at, found=cells[-1])
    blank = min((len(cells) for _, cells in body), default=0)
    whole = [(at, cells) for at, cells in body if _fits(header, blank, at, cells, remarks)]
    return tuple(replace(_row(header, form, at, cells, remarks), delimiter=delimiter) for at, cells in whole)


def _decoded(data: bytes, remarks: Remarks) -> str:
    """Return the text of a file; "" when it cannot be decoded."""
    utf16 = data.startswith((BOM_UTF16_LE, BOM_UTF16_BE))
    try:
        text = data.decode("utf-16" if utf16 else "utf-8-sig")
    except UnicodeDecodeError as error:
        return _cyrillic(data, error, remarks)
    if "\0" in text:
        line = text.count("\n", 0, text.index("\0")) + 1
        binary = "the line holds a NUL character, so it is no plain text; save the file as CSV UTF-8"
        remarks.refuse(Message(binary), line)
        return ""
    if utf16:
        remarks.note(Message("the file is in UTF-16; it is read, save it as CSV UTF-8"))
    return text.lstrip("\ufeff")


def _refuse_unseen(text: str, remarks: Remarks) -> None:
    """Say of each line which character it holds that is not seen."""
    matches = islice(_UNSEEN.finditer(text), MOST_UNSEEN)
    unseen = {text.count("\n", 0, match.start()) + 1: match[0] for match in matches}
    why = "the line holds the character {0}, which is not seen and can hide or turn what stands beside it; delete it"
    for line, char in unseen.items():
        remarks.refuse(Message(why, f"U+{ord(char):04X}"), line)


def _cyrillic(data: bytes, error: UnicodeDecodeError, remarks: Remarks) -> str:
    """Return the text of a file in Windows-1251, when its words are plainly Russian, Belarusian or Latin ones."""
    text = data.decode("cp1251", errors="replace")
    if data.startswith((BOM_UTF8, BOM_UTF16_LE, BOM_UTF16_BE)) or not _is_cyrillic(text):
        byte, line = error.object[error.start], error.object.count(b"\n", 0, error.start) + 1
        other = "byte {0} is neither UTF-8 nor, with the words around it, Windows-1251; save the file as CSV UTF-8"
        remarks.refuse(Message(other, f"0x{byte:02X}"), line)
        return ""
    remarks.note(Message("the file is in Windows-1251 (cp1251); it is read, save it as CSV UTF-8"))
    if lost := _LOST_LETTER.search(text):
        lossy = "letters that Windows-1251 does not have were lost in saving the file, as in {0}"
        remarks.note(Message(lossy, quoted(lost[0])))
    return text


def _is_cyrillic(text: str) -> bool:
    """Return whether all words beyond ASCII are East Slavic ones, and none those of another code page in disguise."""
    words = [word for word in _WORD.findall(text) if not word.isascii()]
    letters = {char for char in text.lower() if not char.isascii()} - _SIGNS
    mixed = any(char.isascii() for word in words for char in word)
    if mixed or not letters <= _CYRILLIC or _SWAPPED_CASE.search(text):
        return False
    return not words or any(len(word) > 2 for word in words)


def _delimiter(form: Form, text: str, remarks: Remarks) -> str:
    """Return the delimiter that the file names, else that under which its first line names most columns of the form."""
    first = next((line for line in io.StringIO(text, newline="") if line.strip()), "")

    def known(delimiter: str) -> int:
        return sum(_name(part.strip('" \r\n')) in form.columns for part in first.split(delimiter))

    named = _SEP_LINE.match(text)
    delimiter = named[1] if named else max(_DELIMITERS, key=known)
    if delimiter != ",":
        remarks.note(_DELIMITERS[delimiter])
    return delimiter


def _records(text: str, delimiter: str, remarks: Remarks) -> Iterator[tuple[int, list[str]]]:
    """Yield every record that is not blank with its first line, header first."""
    lines = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    if _SEP_LINE.match(text):
        next(lines)
    while True:
        line = lines.line_num + 1
        try:
            cells = next(lines)
        except StopIteration:
            return
        except csv.Error as error:
            remarks.refuse(_broken(error), line)
            continue
        if any(len(cell) > LONGEST_CELL for cell in cells):
            remarks.refuse(_TOO_LONG, line)
        elif any(cell.strip() for cell in cells):
            yield line, cells


def _broken(error: csv.Error) -> Message:
    if "field larger" in str(error):
        return _TOO_LONG
    if "unexpected end" in str(error):
        return Message(
            'a quotation mark opens a cell here and none closes it; write "" for a quotation mark inside a cell'
        )
    return Message(
        'a quoted cell goes on after its closing quotation mark; write "" for a quotation mark inside a cell'
    )


def _unpacked(cells: list[str], delimiter: str, must: tuple[bool, ...], line: int, remarks: Remarks) -> list[str]:
    """Return the cells of a row that a spreadsheet has put as a whole into quotation marks, any other row as it is.

    Such a row is one cell that holds all that the row must have.
    """
    if len(must) == 1 or delimiter not in cells[0] or any(cell.strip() for cell in cells[1:]):
        return cells
    try:
        inner = next(csv.reader([cells[0]], delimiter=delimiter, strict=True))
    except csv.Error:
        return cells
    if len(inner) != len(must) or not all(cell.strip() for cell, needed in zip(inner, must, strict=True) if needed):
        return cells
    remarks.note(Message("the row stands in quotation marks as a whole; its cells are read"), line)
    return inner


def _name(text: str) -> str:
    return "_".join(text.replace("_", " ").replace("-", " ").lower().split())


def _header(
    form: Form, names: Sequence[str], line: int, body: Sequence[tuple[int, list[str]]], remarks: Remarks
) -> tuple[str, ...]:
    """Return the name of each column: the form's where it knows it, as written otherwise, "" for an empty one."""
    header = tuple(_name(name) if _name(name) in form.columns else name.strip() for name in names)
    for name, times in Counter(filter(None, header)).items():
        if times > 1:
            remarks.refuse(Message("the column stands {0} times in the header; keep one", times), line, name, name)
    _refuse_missing(form, header, line, remarks)
    for name in filter(None, header):
        if _TRANSLATED.fullmatch(name) and name[:-3] in form.columns:
            continue
        if set(header) & set(form.columns) and name not in form.columns and (alike := near(_name(name), form.columns)):
            remarks.note(Message("the column is not known and kept as it is{0}", alike), line, name)
    for at, column in enumerate(header):
        if not column and any(len(cells) > at and cells[at].strip() for _, cells in body):
            remarks.refuse(Message("column {0} has cells but no name; name it in the header", at + 1), line)
    return header


def _refuse_missing(form: Form, header: tuple[str, ...], line: int, remarks: Remarks) -> None:
    """Say once which columns are missing, and that none is there where the delimiter is another one."""
    missing = tuple(column for column in form.required if column not in header)
    must = ", ".join(form.required)
    if not set(header) & set(form.columns):
        first = quoted(next(filter(None, header), ""))
        remarks.refuse(
            Message("{0} names no column; write the columns {1} and separate them by commas", first, must), line
        )
    elif len(missing) == 1:
        remarks.refuse(Message("the column is missing; the header must name {0}", must), line, missing[0])
    elif missing:
        remarks.refuse(Message("the columns {0} are missing; the header must name {1}", ", ".join(missing), must), line)


def _is_cut(header: tuple[str, ...], last: list[str], text: str) -> bool:
    """Return whether a file ends within its last row, without a line end: a copy under way would lose the rest."""
    end = re.split(r"[\r\n]", text)[-1]
    return bool(end.strip(' \t,;"')) and any(header[len(last) :])


def _fits(header: tuple[str, ...], blank: int, line: int, cells: list[str], remarks: Remarks) -> bool:
    """Return whether each cell has a column; blank ones beyond the header fit only when every row has them."""
    surplus = [cell for cell in cells[len(header) :] if cell.strip()]
    if len(cells) <= max(len(header), blank) and not surplus:
        return True
    why = "the row has {0} cells, the header {1}; a cell that holds the delimiter must stand in quotation marks"
    remarks.refuse(Message(why, len(cells), len(header)), line, found="".join(surplus[:1]))
    return False


def _row(header: tuple[str, ...], form: Form, line: int, cells: list[str], remarks: Remarks) -> Row:
    if any(name in form.columns for name in header[len(cells) :]):
        short = "the row has {0} cells, the header {1}; the others are read as empty"
        remarks.note(Message(short, len(cells), len(header)), line)
    full = cells[: len(header)] + [""] * (len(header) - len(cells))
    known = {name: cell for name, cell in zip(header, full, strict=True) if name in form.columns}
    extra = tuple((name, cell) for name, cell in zip(header, full, strict=True) if name and name not in known)
    return Row(line, MappingProxyType(known), extra)
