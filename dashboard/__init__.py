"""Published bilateral trade figures: who reported what, what the rounded numbers jointly allow, and a page that shows it.

The map: modules in reading order, each importing only from those above it. `tests/test_architecture.py` holds every
module to this list, so a new module begins with a new line here.

Core: values in, values out; no files, no clock, no network, no pandas, no Dash.

    errors.py        what can go wrong, as one tree
    period.py        calendar periods: parse, compare, nest, the same months a year earlier
    interval.py      a closed interval of exact numbers; what a rounded, hedged number stands for
    observation.py   the rows of the data set as frozen values: who reported which number, when, how precisely
    reading.py       what comes out of reading a cell: the value, or why not, and what the editor should know
    sheet.py         a CSV file as people save it: bytes -> header and rows of cells, each with its line
    dates.py         periods and dates as people and spreadsheets write them, in three languages
    number.py        a number as people and spreadsheets write it -> an exact decimal number
    codes.py         the codes of countries and currencies
    cell.py          one cell of words -> a flow, a qualifier, a country, a unit
    row.py           one row of observations.csv and the rules that need nothing but the row
    dataset.py       the four files -> one frozen data set, or every problem of every file at once

Shell: files, the server, the command line.

    store.py         the files on disk: watch, read, write atomically, keep the last good data
"""

__version__ = "0.1.0"
