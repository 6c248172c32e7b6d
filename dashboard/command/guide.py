"""What `--help` shows of each command, its examples among them; a test runs every one of them."""

from __future__ import annotations

from typing import Final

ABOUT: Final = """\
Published trade figures of two countries: who reported what, what the rounded
numbers allow together, and a page that shows it.
"""

EXAMPLES: Final = """\
examples:
  trade-dashboard serve                         open the page in the browser
  trade-dashboard check                         can all the numbers be true?
  trade-dashboard bounds balance 2021-01/2021-10 --source mfa-2023-01
                                                what was never printed, with proof
  trade-dashboard export trade.xlsx             everything as a workbook
  trade-dashboard init my-data --reporter KAZ --partner CHN
                                                begin with another pair of countries
"""

SERVE: Final = """\
The page reads the files again whenever they change. It is seen by this computer alone unless --host says otherwise.
With --edit it writes rows to the files, once it has shown what would change; what they held before stays beside them,
ending in .bak.

examples:
  trade-dashboard serve --port 8051 --no-browser
  trade-dashboard --data my-data serve --edit
"""

CHECK: Final = """\
Judges every row against the other rows of its source, every source, and the sources of each reporter together.
Exit code 0: no contradiction. 1: a contradiction. 2: the data could not be read, or an answer could not be proved.

examples:
  trade-dashboard check
  trade-dashboard check --as-of 2023-01-31      only what was certainly published by then
  trade-dashboard check --format json           for programs; numbers also as exact fractions
  trade-dashboard check --format csv            one line for each row, for a spreadsheet
"""

BOUNDS: Final = """\
The tightest interval that the printed numbers allow, with the rows it rests on and a proof. Amounts are in bn of the
currency, the others in %. A source that contradicts itself is answered without a smallest correction, and the exit
code is 1.

examples:
  trade-dashboard bounds balance 2021-01/2021-10 --source mfa-2023-01
  trade-dashboard bounds exports 2022-01/2022-10 --measure growth --source mfa-2023-01
  trade-dashboard bounds exports 2022-01/2022-10 --measure coverage --source mfa-2023-01 --format json
  trade-dashboard bounds turnover 2016 --reporter BLR --as-of 2017
  trade-dashboard bounds exports 2016 --scope goods --product TOTAL
"""

EXPORT: Final = """\
The ending of the file's name says what it becomes. One chart, --chart NAME, goes into .svg, .png or .pdf; it is drawn
by the Chromium or Chrome of this computer. The page saves the same pictures without either, and opens again what was
saved here: drop the file on it.

examples:
  trade-dashboard export trade.xlsx             a workbook: reported, derived, checks, sources
  trade-dashboard export trade.csv              the rows with their intervals and verdicts
  trade-dashboard export trade.sdmx.csv         the rows as SDMX-CSV 2.0, which `import` reads back without loss
  trade-dashboard export trade.json             the same, what follows from it and all checks, for programs
  trade-dashboard export report.html            the page as one file, with its charts, for reading and printing
  trade-dashboard export trade.zip              the data files with README, description and findings
  trade-dashboard export trade.xlsx --language ru
"""

SCALE: Final = """\
For files of very many pairs of countries, products and months, with the columns of observations.csv. Every row gets
exact bounds, and the margin, verdict and conflict of its block, in DIR/answers as Parquet. A run that was stopped
goes on where it was. Exit codes as of check. Needs the extra "scale": pip install "trade-dashboard[scale]".

examples:
  trade-dashboard scale rows.csv --into trade-2022 --workers 2
  trade-dashboard scale rows/ --into first-look --propagate
  trade-dashboard scale rows/ --into /shared/trade --cluster tcp://127.0.0.1:8786
"""

IMPORT: Final = """\
Reads XLSX, SDMX-CSV, downloads of UN Comtrade and WITS, and files with the columns of observations.csv. Shows what
becomes of each column, what is left out, the new rows and the change in verdicts; writes only with --yes.

examples:
  trade-dashboard import TradeData.csv --reporter RUS --partner BLR
  trade-dashboard import TradeData.csv --source un-comtrade-2024-05 --published 2024-05 --yes
  trade-dashboard import typed.xlsx
"""

ADD: Final = """\
Takes new rows from flags, from a pasted statement in English or Russian, or asks. Shows the rows, and how verdicts and
bounds would change, before it writes. What the files held before stays beside them, ending in .bak. Exit code 0: the
rows are written. 1: they were not wanted. 2: they could not be read or written.

examples:
  trade-dashboard add                           asks for everything
  trade-dashboard add --source mfa-2023-01 --text "Exports fell by 8.4% to $17.2bn in January-October 2022"
"""

INIT: Final = """\
Writes observations.csv, sources.csv and a README into a new folder. Nothing that exists is overwritten.

examples:
  trade-dashboard init my-data
  trade-dashboard init my-data --reporter KAZ --partner CHN --currency USD
  trade-dashboard --data my-data check
"""
