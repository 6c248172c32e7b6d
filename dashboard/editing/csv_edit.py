"""An edit of a CSV file: rows added or changed -> its new bytes, and the difference a person can read.

What the edit does not touch stays as it was to the byte: order, comments, columns of others, delimiter, encoding,
line ends. The one decision taken here: after the edit the reader must find the old rows as they were and the new ones
as they were given; where it does not, nothing comes out.
"""

from __future__ import annotations

import csv
import io
import re
from codecs import BOM_UTF8, BOM_UTF16_BE, BOM_UTF16_LE
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from difflib import unified_diff
from typing import Final

from dashboard.reading.formula import STARTS
from dashboard.reading.remarks import Remarks, quoted
from dashboard.reading.sheet import Form, Row
from dashboard.reading.sheet import read as read_sheet
from dashboard.values.errors import DatasetError, Problem
from dashboard.values.message import Message

Cells = Mapping[str, str]
"""The text of a row by column; a column that is missing is empty."""

NUMBERS: Final = ("value", "step")
_MARKS: Final = ((BOM_UTF16_LE, "utf-16-le"), (BOM_UTF16_BE, "utf-16-be"), (BOM_UTF8, "utf-8"))
_BOTH: Final = "\r\n"
"""The end of a line that has a cell with either of the two put into quotation marks."""

_DECIMAL_COMMA: Final = re.compile(r"\s*[+-]?[0-9]+,[0-9]+\s*")
_PLAIN_NUMBER: Final = re.compile(r"[+-]?[0-9]+(?:\.[0-9]+)?")
_SEP_LINE: Final = re.compile(r"sep=([,;\t])\r?\n", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Record:
    """One record as it stands in the file: where it begins, its text with its line end, its cells."""

    line: int
    text: str
    cells: tuple[str, ...]

    @property
    def is_blank(self) -> bool:
        return not any(cell.strip() for cell in self.cells)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Copy:
    """A file taken apart so that it can be put together again to the byte."""

    mark: bytes
    encoding: str
    preface: str
    delimiter: str
    end: str
    records: tuple[_Record, ...]

    @property
    def head(self) -> int:
        """The position of the header among the records."""
        return next((at for at, record in enumerate(self.records) if not record.is_blank), 0)

    @property
    def names(self) -> tuple[str, ...]:
        """The columns as the reader knows them."""
        return tuple(_name(name) for name in self.records[self.head].cells)

    @property
    def has_decimal_commas(self) -> bool:
        """Whether its numbers are written with decimal commas."""
        places = [at for at, name in enumerate(self.names) if name in NUMBERS]
        cells = (record.cells[at] for record in self.records for at in places if at < len(record.cells))
        return self.delimiter != "," and any(_DECIMAL_COMMA.fullmatch(cell) for cell in cells)


def added(form: Form, data: bytes, rows: Sequence[Cells]) -> bytes:
    """Return the bytes of a file with rows behind its last one.

    Raises:
        DatasetError: The file cannot be read, or a row cannot be written so that the reader finds it again.
    """
    copy = _widened(_copy(form, data), _columns(form, rows))
    last = max(at for at, record in enumerate(copy.records) if not record.is_blank)
    before = [record.text for record in copy.records[: last + 1]]
    if not before[-1].endswith(("\n", "\r")):
        before[-1] += copy.end
    texts = (*before, *(_text(copy, row) for row in rows), *(record.text for record in copy.records[last + 1 :]))
    made = _bytes(form, copy, texts)
    _check(form, data, made, {}, rows)
    return made


def changed(form: Form, data: bytes, line: int, cells: Cells) -> bytes:
    """Return the bytes of a file with other text in some cells of the row that begins on a line.

    Raises:
        DatasetError: The file cannot be read, has no row there, or the cells cannot be written.
    """
    copy = _widened(_copy(form, data), _columns(form, (cells,)))
    body = copy.records[copy.head + 1 :]
    old = next((record for record in body if record.line == line and not record.is_blank), None)
    if old is None:
        raise _refusal(form, Message("no row begins on line {0}", line), line)
    known = dict(zip(copy.names, old.cells, strict=False))
    text = _text(copy, {**known, **cells}, old.cells[len(copy.names) :])
    if not old.text.endswith(("\n", "\r")):
        text = text.removesuffix(copy.end)
    made = _bytes(form, copy, (text if record is old else record.text for record in copy.records))
    _check(form, data, made, {line: cells}, ())
    return made


def difference(file: str, before: bytes, after: bytes) -> tuple[str, ...]:
    """Return the lines of a unified diff, "-" before what goes and "+" before what comes."""
    old, new = (decoded(data)[2].splitlines() for data in (before, after))
    return tuple(unified_diff(old, new, file, file, lineterm="", n=1))


def _copy(form: Form, data: bytes) -> _Copy:
    remarks = Remarks(form.file)
    read_sheet(form, data, remarks)
    if remarks.problems:
        raise DatasetError(remarks.in_order)
    mark, encoding, text = decoded(data)
    sep_line = _SEP_LINE.match(text)
    preface = sep_line[0] if sep_line else ""
    first = next((line for line in io.StringIO(text[len(preface) :], newline="") if line.strip()), "")
    delimiter = sep_line[1] if sep_line else max(",;\t", key=lambda sign: _known(form, first, sign))
    return _Copy(
        mark=mark,
        encoding=encoding,
        preface=preface,
        delimiter=delimiter,
        end=next((end for end in ("\r\n", "\n", "\r") if end in text), "\n"),
        records=tuple(_records(text, preface, delimiter)),
    )


def decoded(data: bytes) -> tuple[bytes, str, str]:
    """Return the mark at the start of a file that the reader can read, its encoding and its text."""
    mark, encoding = next(((mark, name) for mark, name in _MARKS if data.startswith(mark)), (b"", "utf-8"))
    try:
        return mark, encoding, data[len(mark) :].decode(encoding)
    except UnicodeDecodeError:
        return b"", "cp1251", data.decode("cp1251", errors="replace")


def _known(form: Form, first: str, delimiter: str) -> int:
    """Return how many columns a line names that the form knows, if it is taken apart so."""
    return sum(_name(part.strip('" \r\n')) in form.columns for part in first.split(delimiter))


def _records(text: str, preface: str, delimiter: str) -> Iterator[_Record]:
    lines = io.StringIO(text[len(preface) :], newline="").readlines()
    reader = csv.reader(lines, delimiter=delimiter, strict=True)
    done, shift = 0, preface.count("\n")
    for cells in reader:
        yield _Record(done + 1 + shift, "".join(lines[done : reader.line_num]), tuple(cells))
        done = reader.line_num


def _columns(form: Form, rows: Sequence[Cells]) -> tuple[str, ...]:
    """Return the columns that rows fill, each of which the form must know."""
    filled = dict.fromkeys(name for row in rows for name, cell in row.items() if cell)
    for row in rows:
        for name, cell in row.items():
            if cell.startswith(STARTS) and not _PLAIN_NUMBER.fullmatch(cell):
                formula = Message("{0} would be run as a formula; begin with a letter or digit", quoted(cell))
                raise _refusal(form, formula, name)
    return tuple(filled)


def _widened(copy: _Copy, filled: Sequence[str]) -> _Copy:
    """Return the file with the columns that it lacks behind its last one, empty in every row."""
    lacking = tuple(name for name in filled if name not in copy.names)
    if not lacking:
        return copy
    width = len(copy.names)

    def wider(at: int, record: _Record) -> _Record:
        if record.is_blank:
            return record
        cells = lacking if at == copy.head else ("",) * len(lacking)
        bare = record.text.rstrip("\r\n")
        gap = copy.delimiter * max(0, width - len(record.cells))
        text = bare + gap + copy.delimiter + copy.delimiter.join(cells) + record.text[len(bare) :]
        return _Record(record.line, text, (*record.cells, *[""] * len(gap), *cells))

    return replace(copy, records=tuple(wider(at, record) for at, record in enumerate(copy.records)))


def _text(copy: _Copy, row: Cells, beyond: Sequence[str] = ()) -> str:
    comma = copy.has_decimal_commas
    cells = [_cell(name, row.get(name, ""), comma=comma) for name in copy.names]
    out = io.StringIO()
    csv.writer(out, delimiter=copy.delimiter, lineterminator=_BOTH).writerow((*cells, *beyond))
    return out.getvalue().removesuffix(_BOTH) + copy.end


def _cell(name: str, text: str, *, comma: bool) -> str:
    is_number = name in NUMBERS and _PLAIN_NUMBER.fullmatch(text) is not None
    return text.replace(".", ",") if comma and is_number else text


def _bytes(form: Form, copy: _Copy, texts: Iterator[str] | Sequence[str]) -> bytes:
    text = copy.preface + "".join(texts)
    try:
        return copy.mark + text.encode(copy.encoding)
    except UnicodeEncodeError as error:
        letter = text[error.start]
        lossy = "{0} cannot be written in {1}; save the file as CSV UTF-8 first"
        raise _refusal(form, Message(lossy, quoted(letter), copy.encoding)) from error


def _check(form: Form, before: bytes, after: bytes, changes: Mapping[int, Cells], new: Sequence[Cells]) -> None:
    """Refuse an edit after which the reader does not find the old rows as they were and the new ones as given."""
    remarks = Remarks(form.file)
    old = read_sheet(form, before, Remarks(form.file))
    rows = read_sheet(form, after, remarks)
    if remarks.problems:
        raise DatasetError(remarks.in_order)
    kept = all(_says(a, {**b.cells, **changes.get(b.line, {})}) for a, b in zip(rows, old, strict=False))
    came = all(_says(a, b) for a, b in zip(rows[len(old) :], new, strict=False))
    if not (kept and came and len(rows) == len(old) + len(new)):
        lost = "the row cannot be written so that it is read again as it is given; mend the file first"
        raise _refusal(form, Message(lost))


def _says(row: Row, cells: Cells) -> bool:
    """Return whether a row has the text of the cells, decimal commas counting as points."""
    there = {name: cell.strip() for name, cell in (*row.extra, *row.cells.items())}
    return all(
        text.strip() in (there.get(name, ""), there.get(name, "").replace(",", "."))
        for name, text in cells.items()
        if text.strip() or name in row.cells
    )


def _name(text: str) -> str:
    return "_".join(text.replace("_", " ").replace("-", " ").lower().split())


def _refusal(form: Form, message: Message, place: int | str = "") -> DatasetError:
    line, column = (place, "") if isinstance(place, int) else (None, place)
    return DatasetError((Problem(file=form.file, line=line, column=column, message=message),))
