"""Types rows into LibreOffice Calc and keeps the files that it saves: makes tests/cases/reading/typed/.

    python tools/spreadsheet.py [FOLDER]

Every cell goes through the office's own reading of what is typed, in the settings of a country: "43,4" becomes a number
there, "октябрь 2022" a date. The files are saved as the office suggests, as Windows has it, and as a workbook.
Needs soffice.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path

FOLDER = Path(__file__).parent.parent / "tests" / "cases" / "reading" / "typed"
LOCALES = {"en": "en-US", "ru": "ru-RU", "be": "be-BY"}
YEAR = {"en": "January-December 2022", "ru": "январь-декабрь 2022", "be": "студзень-снежань 2022"}
MONTH = {"en": "October 2022", "ru": "октябрь 2022", "be": "кастрычнік 2022"}
COLUMNS = ("source", "reporter", "partner", "flow", "period", "measure", "value", "unit", "step")
ROWS = (
    ("turnover", "level", "43.4", "USD bn", "0.1"),
    ("turnover", "growth", "13", "%", "1"),
    ("exports", "level", "21.3", "USD bn", "0.1"),
    ("exports", "growth", "-7.7", "%", "0.1"),
    ("imports", "level", "22.0", "USD bn", "0.1"),
    ("imports", "growth", "41.2%", "%", "0.1"),
)
"""The figures of January-December 2022, one of them with a zero at its end and one with its per cent sign."""

MODULE = """<?xml version="1.0" encoding="UTF-8"?>
<script:module xmlns:script="http://openoffice.org/2000/script" script:name="Typing" script:language="StarBasic">
Sub TypeRows(rows As String, saved As String)
  Dim blank()
  Dim how(1) As New com.sun.star.beans.PropertyValue
  book = StarDesktop.loadComponentFromURL("private:factory/scalc", "_blank", 0, blank())
  files = createUnoService("com.sun.star.ucb.SimpleFileAccess")
  lines = createUnoService("com.sun.star.io.TextInputStream")
  lines.setInputStream(files.openFileRead(rows))
  lines.setEncoding("UTF-8")
  Do While Not lines.isEOF()
    cells = Split(lines.readLine(), Chr(9))
    For at = 0 To UBound(cells)
      book.Sheets.getByIndex(0).getCellByPosition(at, line).FormulaLocal = cells(at)
    Next at
    line = line + 1
  Loop
  how(0).Name = "FilterName"
  how(1).Name = "FilterOptions"
  how(0).Value = "Text - txt - csv (StarCalc)"
  how(1).Value = "44,34,UTF-8"
  book.storeToURL(saved + ".csv", how())
  how(1).Value = "59,34,34"
  book.storeToURL(saved + "-windows.csv", how())
  how(0).Value = "Calc MS Excel 2007 XML"
  how(1).Value = ""
  book.storeToURL(saved + ".xlsx", how())
  book.close(True)
End Sub
</script:module>
"""
SETTINGS = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Setup/L10N"><prop oor:name="ooSetupSystemLocale" oor:op="fuse">
<value>{locale}</value></prop></item>
</oor:items>
"""


def rows(language: str) -> list[tuple[str, ...]]:
    """Return the header and the rows as somebody types them in a language."""
    point = "." if language == "en" else ","
    return [COLUMNS] + [
        (
            "typed",
            "RUS",
            "BLR",
            flow,
            YEAR[language],
            measure,
            value.replace(".", point),
            unit,
            step.replace(".", point),
        )
        for flow, measure, value, unit, step in ROWS
    ]


def slips(language: str) -> list[tuple[str, ...]]:
    """Return a header and rows of which the office makes something else, or keeps as text what looks like a number."""
    typed = (
        (MONTH[language], "17.2"),
        ("2022-11", "17,2"),
        ("12.2022", "3.5"),
        ("2021", "1 234,5"),
        ("2020", "\N{MINUS SIGN}7.7"),
        ("2019", "1/2"),
    )
    return [COLUMNS] + [("typed", "RUS", "BLR", "balance", *(at, "level", value), "USD bn", "") for at, value in typed]


def save(typed: Mapping[str, Sequence[Sequence[str]]], language: str, folder: Path) -> None:
    """Type tables in the settings of a language and save each under its name: .csv, -windows.csv and .xlsx."""
    with tempfile.TemporaryDirectory() as place:
        profile, source = Path(place, "profile"), Path(place, "typed.txt")
        _make(profile, language)
        for name, table in typed.items():
            source.write_text("\n".join("\t".join(row) for row in table), "utf-8")
            saved = (folder / name).resolve().as_uri()
            _run(profile, f'Typing.TypeRows("{source.as_uri()}","{saved}")')


def _make(profile: Path, language: str) -> None:
    """Make a profile with the settings of a language and the macro that types."""
    (profile / "user").mkdir(parents=True)
    (profile / "user" / "registrymodifications.xcu").write_text(SETTINGS.format(locale=LOCALES[language]), "utf-8")
    _run(profile, "Module1.Main")  # there is nothing to run yet, but the office makes the rest of the profile
    library = profile / "user" / "basic" / "Standard"
    (library / "Typing.xba").write_text(MODULE, "utf-8")
    names = (library / "script.xlb").read_text("utf-8")
    (library / "script.xlb").write_text(names.replace('"Module1"', '"Typing"'), "utf-8")


def _run(profile: Path, macro: str) -> None:
    """Run a macro of a profile."""
    soffice = shutil.which("soffice") or "soffice"
    own = f"-env:UserInstallation={profile.as_uri()}"
    command = [soffice, own, "--headless", "--invisible", "--norestore", f"macro:///Standard.{macro}"]
    subprocess.run(command, check=True, capture_output=True, timeout=120)  # noqa: S603  # our own macro


def main() -> None:
    """Save what is typed in each language."""
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else FOLDER
    for language in LOCALES:
        (folder / language).mkdir(parents=True, exist_ok=True)
        save({"rows": rows(language), "slips": slips(language)}, language, folder / language)


if __name__ == "__main__":
    main()
