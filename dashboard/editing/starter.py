"""The files of a starter folder for another pair of countries: valid from the first minute, and made to be replaced.

The example is made of round numbers and says so in its source; its four rows can all be true, and show a level, a
growth rate, a hedge and a row that follows from the others.
"""

from __future__ import annotations

from collections.abc import Mapping

_OBSERVATIONS = """\
source,reporter,partner,flow,period,measure,value,unit,step,qualifier,compared_with,scope,wording,note
example-2024-01,{reporter},{partner},turnover,2023,level,30.0,{currency} bn,0.1,,,goods,reached 30.0 billion,\
an example: replace it by what a source prints
example-2024-01,{reporter},{partner},turnover,2023,growth,4.2,%,0.1,,,goods,by 4.2 percent,\
"an example: no compared_with, so against 2022"
example-2024-01,{reporter},{partner},exports,2023,level,18.1,{currency} bn,0.1,,,goods,exports of 18.1 billion,\
an example: the step 0.1 makes it 18.05 to 18.15
example-2024-01,{reporter},{partner},imports,2023,level,12,{currency} bn,1,about,,goods,about 12 billion,\
an example: a hedge is tested and never tightens anything
"""

_SOURCES = """\
id,publisher,title,published,address,language,retrieved,note
example-2024-01,An example,Made-up figures to be replaced,2024-01,,en,,\
"Not published by anybody. Delete this line and the rows that name it, and enter what a source prints."
"""

_README = """\
# Trade of {reporter} with {partner}

One row of `observations.csv` is one number that somebody printed; one row of `sources.csv` is one publication. The
rows that are there are an example: replace them.

1. Add the publication to `sources.csv` under a new `id`.
2. Add a row to `observations.csv` for each number it prints: `level` for an amount, `growth` for a rate in %.
3. Copy the number as printed and give its rounding `step`: 0.1 for 17.2, and for 17.0 too.
4. Hedged numbers get a `qualifier`: more than, at least, less than, at most, nearly, about.
5. Save, and look:

```sh
trade-dashboard check --data {folder}
trade-dashboard serve --data {folder}
```

Exports and imports are those of the reporter, {reporter}. The count of {partner} is entered with the two codes the
other way round; the two are shown side by side and never blended.
"""


def files(reporter: str, partner: str, currency: str, folder: str) -> Mapping[str, str]:
    """Return the texts of the starter files by their names; `folder` is how the README calls the place."""
    names = {"reporter": reporter, "partner": partner, "currency": currency, "folder": folder}
    texts = {"observations.csv": _OBSERVATIONS, "sources.csv": _SOURCES, "README.md": _README}
    return {name: text.format(**names) for name, text in texts.items()}
