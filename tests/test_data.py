"""The shipped data say what the sources say: they are compared with lists typed from the sources.

They are read with the standard library, so that a fault of the package's own reader cannot hide a fault of the data.
Rows that an editor adds under further sources are held to the rules, not to the lists.
"""

from __future__ import annotations

import csv
import json
import re
import shutil
from decimal import Decimal
from itertools import groupby
from pathlib import Path

import pytest
from frictionless import validate

from dashboard.reading.dataset import read

DATA = Path(__file__).parents[1] / "data"
EXPECTED = Path(__file__).parent / "expected"
FILES = ("observations.csv", "sources.csv", "events.csv", "context.csv")
MINISTRY = "mfa-2023-01"
COLUMNS = {
    "observations.csv": "source,reporter,partner,flow,period,measure,value,unit,step,qualifier,compared_with,scope,"
    "wording,note",
    "sources.csv": "id,publisher,title,published,address,language,retrieved,note,publisher_ru,publisher_be,"
    "note_ru,note_be",
    "events.csv": "date,title,place,source,title_ru,title_be,place_ru,place_be",
    "context.csv": "subject,period,value,unit,qualifier,source,subject_ru,subject_be,value_ru,value_be,unit_ru,unit_be",
}
SOFT = ("about", "nearly")
STORED_COPY = "Read in a stored copy of the page, could not be opened again."

FIRST_ROWS = """\
mfa-2023-01,RUS,BLR,turnover,2021,level,40,USD bn,10,about,,goods,about $40bn
mfa-2023-01,RUS,BLR,turnover,2021,growth,33.3,%,0.1,more than,,goods,more than a third
mfa-2023-01,RUS,BLR,turnover,2022-01/2022-10,level,34.5,USD bn,0.1,,,goods,to reach $34.5bn
mfa-2023-01,RUS,BLR,turnover,2022-01/2022-10,growth,10.1,%,0.1,,,goods,by 10.1 percent
mfa-2023-01,RUS,BLR,exports,2022-01/2022-10,level,17.2,USD bn,0.1,,,goods,to $17.2bn
mfa-2023-01,RUS,BLR,exports,2022-01/2022-10,growth,-8.4,%,0.1,,,goods,decreased by 8.4 percent
mfa-2023-01,RUS,BLR,imports,2022-01/2022-10,level,17.3,USD bn,0.1,,,goods,to $17.3bn
mfa-2023-01,RUS,BLR,imports,2022-01/2022-10,growth,37.7,%,0.1,,,goods,rose by 37.7 percent
"""

STATED_EVENTS = [
    ("2000", "", "Joint board meetings"),
    ("2000", "", "consultations of their departments"),
    ("2014", "", "Forums of Regions begin"),
    ("2021/2023", "", "Guidelines to implement the Union State Treaty"),
    ("2021-11-04", "", "Supreme State Council of the Union State approves the Guidelines for 2021-2023"),
    ("2021-11-04", "", "Migration Policy Concept"),
    ("2021-11-04", "", "updated Military Doctrine"),
    ("2022/2023", "", "Programme of co-ordinated foreign-policy actions"),
    ("2022-06-30/2022-07-01", "Grodno", "Ninth Forum of Regions"),
    ("2022-12-19", "Minsk", "Talks of the foreign ministers Sergei Lavrov and Sergei Aleinik"),
    ("2023", "Ufa", "Next Forum of Regions of Belarus and Russia: the anniversary one (announced)"),
    ("2023-01", "Minsk", "Working visit of the Russian foreign minister"),
    ("2023-01", "Minsk", "Joint meeting of the boards of the two foreign ministries"),
]
"""Date, place and words of the title of every dated thing in the Foreign Ministry's text."""

STATED_CONTEXT = [
    ("Budget of the Union State", "2023", "6", "RUB bn", ""),
    ("Sectoral programmes in the Guidelines", "2021/2023", "28", "programmes", ""),
    ("Regions of Russia that co-operate with Belarus", "2023-01", "80", "regions", "about"),
    ("Delegates at the ninth Forum of Regions in Grodno", "2022-06/2022-07", "1000", "people", "about"),
    ("Russian regions at the ninth Forum", "2022-06/2022-07", "40", "regions", "more than"),
    ("Belarusian regions at the ninth Forum", "2022-06/2022-07", "all", "regions", ""),
    ("among the trading partners of Russia (regularly)", "2023-01", "top five", "rank", ""),
    ("among the trading partners of Russia in the CIS", "2023-01", "first", "rank", ""),
]
"""Words of the subject, period, value, unit and qualifier of every number in that text that is no trade flow."""


def rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, strict=True))


def typed(name: str) -> list[dict[str, str]]:
    return rows(EXPECTED / name)


def shipped_sources() -> set[str]:
    return {MINISTRY} | {row["source"] for row in typed("published-sources.csv")}


def of_ministry(name: str) -> list[dict[str, str]]:
    return [row for row in rows(DATA / name) if row["source"] == MINISTRY]


def examples(readme: str) -> list[str]:
    return re.findall(r"```csv\n(.*?)```", readme, re.DOTALL)


@pytest.mark.parametrize("name", FILES)
def test_files_have_their_columns_in_order_as_plain_utf8(name: str) -> None:
    data = (DATA / name).read_bytes()
    assert data.decode("utf-8").partition("\n")[0] == COLUMNS[name]
    assert data.endswith(b"\n")
    assert b"\r" not in data
    assert b"\xc2\xa0" not in data


def test_package_is_valid_for_frictionless() -> None:
    report = validate(str(DATA / "datapackage.json"))
    assert report.flatten(["rowNumber", "fieldName", "message"]) == []
    assert report.warnings == []


@pytest.mark.parametrize("name", FILES)
def test_package_describes_every_column(name: str) -> None:
    package = json.loads((DATA / "datapackage.json").read_text(encoding="utf-8"))
    fields = next(resource for resource in package["resources"] if resource["path"] == name)["schema"]["fields"]
    assert ",".join(field["name"] for field in fields) == COLUMNS[name]
    assert all(field["title"] and field["description"] and "required" in field["constraints"] for field in fields)


@pytest.mark.parametrize(
    ("name", "good", "bad", "error"),
    [
        ("observations.csv", "turnover,2021,level,40,", "turnovers,2021,level,40,", "constraint-error"),
        ("observations.csv", "turnover,2021,level,40,", "turnover,2021-13,level,40,", "constraint-error"),
        ("observations.csv", "turnover,2021,level,40,", 'turnover,2021,level,"40,5",', "type-error"),
        ("observations.csv", "USD bn,10,about", "USD billion,10,about", "constraint-error"),
        ("observations.csv", "USD bn,10,about", "USD bn,0,about", "constraint-error"),
        ("observations.csv", "USD bn,10,about", "USD bn,10,roughly", "constraint-error"),
        ("observations.csv", "belstat-2012,", "belstat-2013,", "foreign-key"),
        ("sources.csv", "\nbelstat-2018,", "\nbelstat-2012,", "primary-key"),
        ("sources.csv", ",2017-02-27,", ",27.02.2017,", "constraint-error"),
        ("events.csv", "2022-12-19", "19 December", "constraint-error"),
        ("context.csv", ",80,", ",,", "constraint-error"),
    ],
)
def test_package_refuses_a_slip(name: str, good: str, bad: str, error: str, tmp_path: Path) -> None:
    shutil.copytree(DATA, tmp_path, dirs_exist_ok=True)
    text = (DATA / name).read_text(encoding="utf-8")
    assert good in text
    (tmp_path / name).write_text(text.replace(good, bad, 1), encoding="utf-8")
    report = validate(str(tmp_path / "datapackage.json"))
    assert [error] in report.flatten(["type"])


def test_ministry_stands_first_with_its_eight_rows() -> None:
    lines = (DATA / "observations.csv").read_text(encoding="utf-8").splitlines()[1:9]
    assert [line.rsplit(",", 1)[0] for line in lines] == FIRST_ROWS.splitlines()
    assert rows(DATA / "sources.csv")[0]["id"] == MINISTRY
    assert len(of_ministry("observations.csv")) == 8


@pytest.mark.parametrize(("date", "place", "words"), STATED_EVENTS)
def test_event_that_the_ministry_states_is_there(date: str, place: str, words: str) -> None:
    found = [row for row in of_ministry("events.csv") if words in row["title"]]
    assert [(row["date"], row["place"]) for row in found] == [(date, place)]


@pytest.mark.parametrize(("words", "period", "value", "unit", "qualifier"), STATED_CONTEXT)
def test_number_that_the_ministry_states_is_there(
    words: str, period: str, value: str, unit: str, qualifier: str
) -> None:
    found = [row for row in of_ministry("context.csv") if words in row["subject"]]
    assert [(row["period"], row["value"], row["unit"], row["qualifier"]) for row in found] == [
        (period, value, unit, qualifier)
    ]


def test_nothing_is_put_into_the_ministrys_mouth() -> None:
    events = [row["title"] for row in of_ministry("events.csv")]
    context = [row["subject"] for row in of_ministry("context.csv")]
    assert [title for title in events if not any(words in title for _, _, words in STATED_EVENTS)] == []
    assert [subject for subject in context if not any(row[0] in subject for row in STATED_CONTEXT)] == []


def test_published_figures_are_there_and_nothing_else_under_their_sources() -> None:
    statements = typed("published-figures.csv")
    assert len(statements) == 44
    stated = [
        (
            *(row[column] for column in ("source", "reporter", "partner", "flow", "period")),
            measure,
            *(row[column] for column in (measure, f"{measure}_unit", f"{measure}_qualifier")),
            "goods",
        )
        for row in statements
        for measure in ("level", "growth")
        if row[measure]
    ]
    columns = ("source", "reporter", "partner", "flow", "period", "measure", "value", "unit", "qualifier", "scope")
    shipped = [
        tuple(row[column] for column in columns)
        for row in rows(DATA / "observations.csv")
        if row["source"] in shipped_sources() - {MINISTRY}
    ]
    assert len(shipped) == 77
    assert sorted(shipped) == sorted(stated)


def test_published_figures_keep_their_addresses() -> None:
    sources = {row["id"]: row for row in rows(DATA / "sources.csv")}
    for row in typed("published-sources.csv"):
        assert sources[row["source"]]["address"] == row["address"]
        assert sources[row["source"]]["note"].startswith(STORED_COPY)


def test_ids_are_unique_and_every_row_names_one() -> None:
    ids = [row["id"] for row in rows(DATA / "sources.csv")]
    assert len(ids) == len(set(ids))
    named = {row["source"] for name in FILES if name != "sources.csv" for row in rows(DATA / name)}
    assert named <= set(ids)


def test_rows_of_a_source_stand_together_in_the_order_of_the_sources() -> None:
    known = shipped_sources()
    runs = [source for source, _ in groupby(row["source"] for row in rows(DATA / "observations.csv"))]
    assert [id for id in runs if id in known] == [row["id"] for row in rows(DATA / "sources.csv") if row["id"] in known]


def test_sources_follow_the_ministry_by_the_latest_day_they_can_be_of() -> None:
    later = shipped_sources() - {MINISTRY}
    published = [row["published"] for row in rows(DATA / "sources.csv") if row["id"] in later]
    assert published == sorted(published, key=lambda date: date + "-99-99"[len(date) - 4 :])


def test_no_row_repeats_another() -> None:
    columns = ("source", "reporter", "partner", "flow", "period", "measure", "unit", "compared_with", "scope")
    keys = [tuple(row[column] for column in columns) for row in rows(DATA / "observations.csv")]
    assert len(keys) == len(set(keys))


def test_every_row_has_a_step_and_a_hard_value_is_a_multiple_of_it() -> None:
    for row in rows(DATA / "observations.csv"):
        assert Decimal(row["step"]) > 0
        assert row["qualifier"] in SOFT or Decimal(row["value"]) % Decimal(row["step"]) == 0


def test_step_is_that_of_the_printed_digits() -> None:
    """A zero cut by a spreadsheet, or a step copied from the row above, shows up here."""
    hard = [
        row
        for row in rows(DATA / "observations.csv")
        if row["source"] in shipped_sources() and row["qualifier"] not in SOFT
    ]
    places = [(row["value"], len(row["value"].partition(".")[2])) for row in hard]
    assert places == [(row["value"], len(row["step"].partition(".")[2])) for row in hard]
    assert {row["step"] for row in hard} == {"1", "0.1", "0.01", "0.001"}


def test_soft_rows_say_how_far_their_hedge_reaches() -> None:
    soft = [row for row in rows(DATA / "observations.csv") if row["qualifier"] in SOFT]
    assert [
        (row["source"], row["qualifier"], row["value"], row["step"])
        for row in soft
        if row["source"] in shipped_sources()
    ] == [
        ("mfa-2023-01", "about", "40", "10"),
        ("blr-mfa-2014", "nearly", "39.7", "0.1"),
        ("rus-president-2022-12", "about", "33.3", "5"),
        ("kremlin-2024-05", "about", "10.4", "0.1"),
    ]


def test_own_reader_takes_the_files_without_a_notice() -> None:
    dataset = read(*((DATA / name).read_bytes() for name in FILES))
    assert dataset.notices == ()
    assert len(dataset.observations) == len(rows(DATA / "observations.csv"))


@pytest.mark.parametrize("name", FILES)
def test_readme_explains_every_column_and_allowed_value(name: str) -> None:
    readme = (DATA / "README.md").read_text(encoding="utf-8")
    section = readme.partition(f"\n## {name}\n")[2].partition("\n## ")[0]
    package = json.loads((DATA / "datapackage.json").read_text(encoding="utf-8"))
    fields = next(resource for resource in package["resources"] if resource["path"] == name)["schema"]["fields"]
    for field in fields:
        must = "yes" if field["constraints"]["required"] else "no"
        assert f"| `{field['name']}` | {must} |" in section
        assert [value for value in field["constraints"].get("enum", []) if f"`{value}`" not in readme] == []


def test_readme_example_adds_a_year_that_equals_the_shipped_one() -> None:
    source, observations = examples((DATA / "README.md").read_text(encoding="utf-8"))
    dataset = read(
        (DATA / "observations.csv").read_bytes() + observations.encode(),
        (DATA / "sources.csv").read_bytes() + source.encode(),
    )
    assert dataset.notices == ()

    def said(id: str) -> list[tuple[str, str, str, str]]:
        mine = [row for row in dataset.observations if row.source == id]
        return [(row.flow, str(row.period), str(row.meaning.hard), row.unit.text) for row in mine]

    assert len(said("practice-2023-03")) == 6
    assert said("practice-2023-03") == said("rus-government-2023-03")
