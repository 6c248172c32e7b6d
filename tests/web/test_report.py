"""The report is made of the page's own parts, without what only a server could answer."""

from __future__ import annotations

import re
import subprocess
import sys
from html import unescape
from html.parser import HTMLParser
from pathlib import Path

import pytest

from dashboard.charts import NAMES
from dashboard.formats.citation import cite
from dashboard.languages.language import Language
from dashboard.storage.store import opened
from dashboard.web import report
from dashboard.web.address import Address
from dashboard.web.contents.content import content
from dashboard.web.contents.desk import Desk
from dashboard.web.parts.consistency import consistency
from dashboard.web.parts.key_figures import key_figures
from dashboard.web.parts.lines import joined
from dashboard.web.parts.markup import markup

ROOT = Path(__file__).parents[2]


class Found(HTMLParser):
    """The tags of a file, its links, and the texts outside scripts."""

    def __init__(self, file: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.links: list[str] = []
        self.ids: list[str] = []
        self.feed(file)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.links += [value or "" for name, value in attrs if name in ("href", "src", "action")]
        self.ids += [value or "" for name, value in attrs if name == "id"]


def made(search: str) -> str:
    return report.content(Desk(), opened(ROOT / "data"), Address.parse("/", search)).decode("utf-8")


@pytest.mark.parametrize("search", ["", "?source=kremlin-2024-05&lang=ru&as-of=2024-12", "?line=4&value=35.5&claim=4"])
def test_a_report_has_nothing_to_press_and_leads_nowhere_but_to_publications(search: str) -> None:
    found = Found(made(search))
    assert not {"form", "button", "select", "input", "iframe", "link"} & {*found.tags}
    assert {link.partition(":")[0] for link in found.links if not link.startswith("#")} == {"https", "http"}
    assert {link.removeprefix("#") for link in found.links if link.startswith("#")} <= {*found.ids}
    assert set(NAMES) <= {*found.ids}


def test_its_key_figures_and_conflicts_are_those_of_the_page() -> None:
    desk, now, search = Desk(), opened(ROOT / "data"), "?source=kremlin-2024-05"
    file = report.content(desk, now, Address.parse("/", search)).decode("utf-8")
    overview = content(desk, now, Address.parse("/", search))
    held = content(desk, now, Address.parse("/consistency", search))
    for part in (key_figures(overview), *consistency(held)):
        [bound] = joined([part], overview.words.unbroken)
        assert re.sub("</?a[^>]*>", "", markup(bound)) in file


def test_every_chart_can_be_seen_without_scripts() -> None:
    assert made("").count('<div class="still"') == len(NAMES)


def test_the_command_line_writes_it_without_loading_dash(tmp_path: Path) -> None:
    code = (
        f"import sys, dashboard.cli as cli; cli.main(['export', {str(tmp_path / 'trade.html')!r}]);"
        "sys.exit(str({'dash', 'flask', 'gunicorn'} & {*sys.modules}))"
    )
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.stderr == "set()\n"
    assert (tmp_path / "trade.html").read_text("utf-8") == made("")


def test_what_is_copied_from_it_is_the_citation_to_the_last_space() -> None:
    now = opened(ROOT / "data")
    cited = cite(now.dataset, now.version, Language.RU)
    forms = re.findall("<pre>(.*?)</pre>", made("?lang=ru"), re.DOTALL)
    assert [unescape(form) for form in forms] == [cited.bibtex, cited.ris.replace("\r\n", "\n")]
