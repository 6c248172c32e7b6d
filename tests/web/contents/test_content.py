from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

from dashboard.bounds.verdict import Verdict
from dashboard.storage.store import Store
from dashboard.values.partial_date import PartialDate
from dashboard.web.address import Address, Page
from dashboard.web.contents.content import Content, chart_names, content
from dashboard.web.parts.frame import banner
from dashboard.web.parts.layout import layout
from dashboard.web.parts.markup import markup
from tests import stubborn
from tests.desks import Desk

DATA = Path(__file__).parents[3] / "data"


@pytest.fixture(scope="module")
def desk() -> Desk:
    return Desk.over(Store(DATA))


def shown(desk: Desk, path: str = "/", search: str = "") -> Content:
    return content(desk, desk.store.current(), Address.parse(path, search))


def plain(text: str) -> str:
    return text.replace("\xa0", " ")


def test_the_overview_opens_with_the_foreign_ministry(desk: Desk) -> None:
    page = shown(desk)
    assert page.trade == "Russia’s trade with Belarus"
    assert plain(page.about) == "Ministry of Foreign Affairs of Russia, January 2023. As counted by Russia"
    assert page.verdict is Verdict.CONSISTENT
    assert page.stem == "rus-blr-2022-01_2022-10-mfa-2023-01"


@pytest.mark.parametrize(
    ("language", "search", "about"),
    [
        ("en", "", "All 24 publications; highlighted: Ministry of Foreign Affairs of Russia, January 2023"),
        ("ru", "", "Всего 24 публикации; выделена: МИД России, январь 2023 года"),
        ("be", "", "Усяго 24 публікацыі; вылучана: МЗС Расіі, студзень 2023 года"),
        ("en", "&as-of=2012", "1 publication in all: Belstat, 2012"),
        ("ru", "&as-of=2012", "Всего 1 публикация; выделена: Белстат, 2012 год"),
        ("ru", "&as-of=2020-12", "Всего 8 публикаций; выделена: Белстат, 2012 год"),
    ],
)
def test_the_record_says_how_many_publications_it_shows(desk: Desk, language: str, search: str, about: str) -> None:
    assert plain(shown(desk, "/record", f"?lang={language}{search}").about) == about


@pytest.mark.parametrize(
    ("unit", "stands_for"),
    [
        ("bn", "stands for 10.35 to 10.45, at the widest 10.15 to 10.65"),
        ("mn", "stands for 10,350 to 10,450, at the widest 10,150 to 10,650"),
    ],
)
def test_a_card_gives_a_hedge_its_widest_reading_too(desk: Desk, unit: str, stands_for: str) -> None:
    (turnover, *_) = shown(desk, "/", f"?source=kremlin-2024-05&period=2024-Q1&unit={unit}").cards
    assert plain(turnover.figure.stands_for) == stands_for


def test_the_cards_say_what_was_printed_and_what_it_allows(desk: Desk) -> None:
    said = {card.id: card for card in shown(desk).cards}
    assert list(said) == ["turnover", "exports", "imports", "balance", "coverage"]
    assert (said["turnover"].figure.value, said["turnover"].figure.stands_for) == ("34.5", "stands for 34.45 to 34.55")
    assert (said["exports"].figure.value, said["exports"].figure.lines) == ("17.2", (6,))
    assert said["balance"].figure.value == "−0.2 to 0.0"
    assert [card.figure.is_reported for card in said.values()] == [True, True, True, False, False]
    assert [plain(card.beside.whole) for card in said.values() if card.beside] == [
        "+10.1%",
        "−8.4%",
        "+37.7%",
        "USD 6.1 to 6.3 bn",
        "148.5 to 150.3%",
    ]


@pytest.mark.parametrize(
    ("language", "balance", "coverage"),
    [
        ("en", ("−0.2 to 0.0", " ", "USD bn"), ("98.8 to 100.0", "", "%")),
        ("ru", ("−0,2 … 0,0", " ", "млрд долл. США"), ("98,8–100,0", "\xa0", "%")),
        ("be", ("−0,2 … 0,0", " ", "млрд дол. ЗША"), ("98,8–100,0", "\xa0", "%")),
    ],
)
def test_a_range_is_a_short_key_figure_in_every_language(
    desk: Desk, language: str, balance: tuple[str, str, str], coverage: tuple[str, str, str]
) -> None:
    said = {card.id: card.figure for card in shown(desk, search=f"?lang={language}").cards}
    found = [(figure.value, figure.gap, plain(figure.unit)) for figure in (said["balance"], said["coverage"])]
    assert found == [balance, coverage]


def test_a_card_names_each_line_once(desk: Desk) -> None:
    card = next(card for card in shown(desk, search="?source=kremlin-2024-05").cards if 75 in card.left_out)
    assert (card.figure.lines, card.left_out, card.lines) == ((75,), (70, 75), (70, 75))


@pytest.mark.parametrize("source", ["blr-mfa-2014", "rus-pm-2020-09"])
def test_what_turnover_alone_leaves_open_is_neither_a_card_nor_drawn(desk: Desk, source: str) -> None:
    page = shown(desk, search=f"?source={source}")
    balance = next(chart for chart in page.charts if chart.name == "balance")
    assert [card.id for card in page.cards] == ["turnover"]
    assert (balance.rows, balance.sentence) == (
        (),
        "This source reports no balance, and its rows do not fix exports and imports well enough for one.",
    )


def test_a_hedge_stands_before_the_currency(desk: Desk) -> None:
    first = shown(desk, "/data").rows[0]
    assert (plain(first.reported), first.stands_for, first.verdict_word) == (
        "about USD 40 bn",
        "35 to 45",
        "consistent",
    )


def test_the_rows_are_those_of_the_period_chosen_or_all(desk: Desk) -> None:
    every, one = shown(desk, "/data"), shown(desk, "/data", "?period=2022-01/2022-10")
    assert [row.line for row in every.rows] == [2, 3, 4, 5, 6, 7, 8, 9]
    assert [row.line for row in one.rows] == [4, 5, 6, 7, 8, 9]
    assert [(link.name, link.is_current) for link in every.choices.periods] == [
        ("all periods", True),
        ("January–October 2022", False),
        ("2021", False),
    ]
    assert [link.name for link in one.choices.periods if link.is_current] == ["January–October 2022"]
    assert [link.href for link in one.choices.periods] == [
        "/data",
        "/data?period=2022-01/2022-10",
        "/data?period=2021",
    ]


def test_a_row_that_no_other_row_bears_on_says_so(desk: Desk) -> None:
    rows = shown(desk, "/data", "?source=rus-pm-2020-09").rows
    assert "no other row bears on it" in {row.allowed for row in rows}


def test_every_chart_stands_on_one_page() -> None:
    assert [chart_names(page) for page in Page] == [
        ("levels", "growth", "flows", "contributions", "balance"),
        ("consistency",),
        ("calendar", "record", "mirror"),
        (),
        (),
    ]


def test_a_contradiction_comes_with_its_conflicts_and_corrections(desk: Desk) -> None:
    page = shown(desk, "/consistency", "?source=rus-government-2023-03")
    assert page.verdict is Verdict.CONTRADICTION
    assert len(page.conflicts) == 2
    assert plain(page.conflicts[0].rows[1]) == "line 63: turnover, growth, 2022: +13%"
    assert page.corrections == "Drop any one of lines 63, 64, 65 or 67, and the rest can all be true."
    assert page.findings[0].verdict is Verdict.CONTRADICTION


def test_a_conflict_is_shown_before_it_is_proved_and_its_lines_are_not_listed_again(desk: Desk) -> None:
    said = markup(layout(shown(desk, "/consistency", "?source=rus-government-2023-03")))
    verdict, chart = said.index("These rows cannot all be true."), said.index('id="consistency"')
    assert verdict < said.index('class="gap"') < said.index("<summary>The arithmetic") < chart
    assert chart < said.index("What would make them fit") < said.index("What if a number were different?")
    assert "line 63: turnover, growth, 2022: +13%</li>" not in said


def test_a_row_of_the_table_says_which_part_it_has_in_a_conflict(desk: Desk) -> None:
    found = shown(desk, "/consistency", "?source=rus-government-2023-03").rows
    said = [(row.line, row.sign, plain(row.verdict_word), plain(row.allowed)) for row in found[:3]]
    assert said == [
        (62, "(✕)", "in the conflict; fits without line 63", "42.75 to 43.85 (without line 63)"),
        (63, "✕", "outside by 0.3 pp", "+11.9 to +12.2"),
        (64, "✕", "outside by USD 0.28 bn", "20.85 to 20.97"),
    ]


def test_a_number_that_would_fit_is_a_link_that_tries_it(desk: Desk) -> None:
    said = markup(layout(shown(desk, "/consistency", "?source=rus-government-2023-03&lang=ru")))
    assert (
        '<a href="/consistency?source=rus-government-2023-03&amp;lang=ru&amp;line=65&amp;value=-7.1#answer" '
        'aria-label="А если бы в строке 65 было −7,1?">−7,1</a>'
    ) in said


def test_what_was_compared_is_counted_and_what_is_consistent_is_folded(desk: Desk) -> None:
    said = markup(layout(shown(desk, "/consistency", "?source=rus-government-2023-03")))
    compared = said[said.index('<section class="compared">') :]
    counts = re.sub(r"<[^>]+>", "", compared[compared.index("<p") : compared.index("</p>")])
    assert counts == "✕ contradiction: 1 ? undecided: 4 ✓ consistent: 3 "
    folded = compared[compared.index("<details>") : compared.index("</details>")]
    assert (folded.count("Both can be true"), compared.count("Both can be true")) == (3, 3)


def test_a_column_that_is_empty_for_every_row_is_left_out(desk: Desk) -> None:
    said = markup(layout(shown(desk, "/data", "?source=rus-government-2023-03")))
    heads = re.findall(r'<th[^>]*"columnheader"[^>]*>([^<]+)</th>', said)
    assert heads == ["Line", "What", "Period", "Reported", "Stands for", "The others allow", "Verdict", "Note"]


def test_many_doubts_and_conflicts_are_folded_after_the_first_six(desk: Desk) -> None:
    said = markup(layout(shown(desk, "/consistency", "?source=kremlin-2024-05")))
    assert said.count("<summary>1 more</summary>") == 1


def test_every_source_is_listed_with_its_own_verdict(desk: Desk) -> None:
    judged = shown(desk, "/consistency").judged
    found = {one.href for one in judged if one.verdict is Verdict.CONTRADICTION}
    assert found == {
        f"/consistency?source={source}&currency=USD"
        for source in ("belstat-2021-02", "rus-government-2023-03", "kremlin-2024-05")
    }


def test_sources_are_grouped_by_who_counts_and_the_first_is_the_default(desk: Desk) -> None:
    groups = shown(desk).choices.sources
    assert [group.name for group in groups] == ["Russia", "Belarus"]
    assert [link.href for link in groups[0].links[:2]] == ["/", "/?source=fcs-2020-05"]
    assert [link.value for group in groups for link in group.links if link.is_current] == ["mfa-2023-01"]


def test_another_source_opens_with_its_own_period(desk: Desk) -> None:
    page = shown(desk, "/", "?period=2021&lang=ru")
    assert [link.name for link in page.choices.periods if link.is_current] == ["2021 год"]
    assert page.choices.sources[0].links[1].href == "/?source=fcs-2020-05&lang=ru"


def test_an_unknown_source_is_refused_with_what_is_allowed(desk: Desk) -> None:
    page = shown(desk, "/", "?source=nobody&lang=be")
    assert page.heading == "Такі адрас паказаць нельга"
    assert page.refusal.startswith("радкоў крыніцы 'nobody' няма; крыніцы з радкамі: mfa-2023-01, ")


def test_files_that_were_never_good_leave_nothing_to_show(tmp_path: Path) -> None:
    page = shown(Desk.over(Store(tmp_path / "nowhere")))
    assert not page.has_data
    assert page.problems == (
        f"{tmp_path / 'nowhere'}: there is no such folder; name the one that holds the files",
    ) or (page.problems[0].endswith("there is no such folder; name the one that holds the files"))


def test_bad_files_leave_the_last_good_figures(tmp_path: Path) -> None:
    folder = tmp_path / "data"
    shutil.copytree(DATA, folder)
    desk = Desk.over(Store(folder))
    shown(desk)
    (folder / "observations.csv").write_text("source,reporter\n", "utf-8")
    page = shown(desk)
    assert page.problems
    assert page.cards[0].figure.value == "34.5"


@pytest.mark.parametrize("source", ["easy", "hard"])
def test_what_cannot_be_proved_is_said_on_every_page_and_shown_as_printed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, source: str
) -> None:
    stubborn.grant_few_steps(monkeypatch)
    desk = Desk.over(Store(stubborn.folder(tmp_path)))
    pages = [shown(desk, f"/{page.value}", f"?source={source}") for page in Page]
    assert [(page.refusal, page.unproved) for page in pages] == [("", (stubborn.PROBLEM,))] * len(Page)
    said = {card.id: card.figure for card in pages[0].cards}
    assert (said["exports"].value, said["exports"].is_reported) == ({"easy": "17.2", "hard": "16"}[source], True)
    assert [(plain(one.name), one.verdict) for one in pages[1].judged] == [
        ("an office, January 2023", Verdict.CONSISTENT),
        ("an office, February 2023", Verdict.UNDECIDED),
    ]
    banners = str(banner(pages[0]))
    assert "Not all of this could be proved" in banners
    assert stubborn.WHY in banners


@pytest.mark.parametrize("language", ["en", "ru", "be"])
def test_every_source_can_be_shown_in_every_language(desk: Desk, language: str) -> None:
    links = [link for group in shown(desk).choices.sources for link in group.links]
    for link in links:
        assert not shown(desk, "/", f"?source={link.value}&lang={language}").refusal


def test_files_without_rows_say_what_to_do(tmp_path: Path) -> None:
    (tmp_path / "observations.csv").write_text(
        "source,reporter,partner,flow,period,measure,value,unit\n", encoding="utf-8"
    )
    (tmp_path / "sources.csv").write_text("id,publisher,title\n", encoding="utf-8")
    page = shown(Desk.over(Store(tmp_path)))
    assert (page.heading, page.is_empty) == ("There are no figures yet", True)
    assert page.refusal.startswith("observations.csv has no rows. Add one for each reported number")


def test_the_other_side_opens_in_the_same_period_where_it_counts_it(desk: Desk) -> None:
    sides = shown(desk).choices.sides
    assert [(link.name, link.href) for link in sides] == [
        ("seen from Russia", "/"),
        ("seen from Belarus", "/?side=BLR&period=2022-01/2022-10"),
    ]
    assert "As counted by Belarus" in shown(desk, "/", "?side=BLR&period=2022-01/2022-10").about


def test_a_date_leaves_out_what_was_published_later(desk: Desk) -> None:
    page = shown(desk, "/sources", "?as-of=2020-12-31")
    assert plain(page.as_of) == "As known by 31 December 2020: what was published later is left out."
    assert {source.id for source in page.sources if source.published is None or source.published.year > 2020} == set()
    assert shown(desk, "/", "?as-of=2020-12-31&source=mfa-2023-01").refusal


def test_amounts_can_be_in_mn_and_per_month(desk: Desk) -> None:
    levels = shown(desk, "/", "?unit=mn").charts[0]
    assert "USD 34,500 mn" in plain(levels.sentence)
    heading = plain(shown(desk, "/", "?unit=mn").heading)
    assert "a surplus of USD 6,100 to 6,300 mn became a balance between USD −200 and 0 mn" in heading
    cards = {card.id: card.figure for card in shown(desk, "/", "?unit=mn").cards}
    assert (cards["turnover"].value, cards["turnover"].stands_for) == ("34,500", "stands for 34,450 to 34,550")
    assert (cards["balance"].value, cards["balance"].unit) == ("−200 to 0", "USD mn")
    assert cards["coverage"].value == "98.8 to 100.0"
    monthly = shown(desk, "/", "?unit=bn/month").charts[0]
    assert "USD bn a month" in {plain(row[5]) for row in monthly.rows}
    assert "3.45" in plain(monthly.sentence)


@pytest.mark.parametrize("as_of", ["2017-12", "2020-12", "2022-12", "2024-12"])
def test_every_chart_says_a_sentence_for_every_side_on_every_date(desk: Desk, as_of: str) -> None:
    for page in ("/", "/consistency", "/record"):
        for side in ("RUS", "BLR"):
            found = shown(desk, page, f"?as-of={as_of}&side={side}")
            assert found.refusal.startswith("no rows counted by 'RUS'") or all(one.sentence for one in found.charts)


def test_dates_by_which_the_same_was_known_share_their_checks() -> None:
    fresh = Desk.over(Store(DATA))
    now = fresh.store.current()
    first, second = (fresh.view(now, Address(as_of=PartialDate(2021, 6, day))) for day in (1, 2))
    assert first.review is second.review


def test_a_derived_number_of_thousands_is_a_range_in_a_unit_that_shows_it(tmp_path: Path) -> None:
    (tmp_path / "observations.csv").write_text(
        "source,reporter,partner,flow,period,measure,value,unit,step,qualifier,compared_with\n"
        "s,RUS,BLR,exports,2022,level,1234.5,EUR th,0.1,,\n"
        "s,RUS,BLR,imports,2022,level,1300.2,EUR th,0.1,,\n"
    )
    (tmp_path / "sources.csv").write_text("id,publisher,title\ns,an office,a release\n")
    small = Desk.over(Store(tmp_path))
    cards = {card.id: card.figure for card in shown(small).cards}
    assert plain(cards["turnover"].whole) == "EUR 2.5346 to 2.5348 mn"
    assert plain(cards["balance"].whole) == "EUR −0.0658 to −0.0656 mn"
    assert plain(shown(small, search="?unit=mn").cards[0].figure.whole) == "EUR 2.5346 to 2.5348 mn"
    assert "turnover came to EUR 2.5346 to 2.5348 mn" in plain(shown(small).heading)
    assert "turnover 0.0025346 to 0.0025348" in plain(shown(small).charts[2].sentence)
