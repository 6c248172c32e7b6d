"""What a visitor tries leaves nothing behind, whatever it says and however often."""

from __future__ import annotations

import gc
import re
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from flask.testing import FlaskClient

from dashboard.storage.store import Store
from dashboard.web.serving.app import create

HERE = "http://127.0.0.1"
FEW, MANY = 5, 200
ROWS = "source,reporter,partner,flow,period,measure,value,unit,step\na,RUS,BLR,exports,2022,level,{exports},USD mn,1\n"
MORE = "a,RUS,BLR,imports,2022,level,{imports},USD mn,1\na,RUS,BLR,turnover,2022,level,{turnover},USD mn,1\n"
BLOCKS = 20
"""Of memory that one more try may leave: what was judged of a file takes thousands."""


@pytest.fixture
def client(tmp_path: Path) -> FlaskClient:
    (tmp_path / "observations.csv").write_text((ROWS + MORE).format(exports=1, imports=2, turnover=3), "utf-8")
    (tmp_path / "sources.csv").write_text("id,publisher,title\na,an office,a release\n", "utf-8")
    made: FlaskClient = create(Store(tmp_path)).server.test_client()
    return made


def left(tries: Callable[[int], None]) -> int:
    """Return how many blocks of memory many tries leave taken, beyond what a few do."""
    for number in range(FEW):
        tries(number)
    gc.collect()
    few = sys.getallocatedblocks()
    for number in range(FEW, MANY):
        tries(number)
    gc.collect()
    return sys.getallocatedblocks() - few


def test_two_hundred_files_leave_no_more_memory_taken_than_five(client: FlaskClient) -> None:
    token = re.search(r'name="token" value="([^"]+)"', client.get("/edit", base_url=HERE).get_data(as_text=True))
    assert token is not None
    form = {"token": token[1]}

    def try_file(number: int) -> None:
        """Try out rows that no other file has, two of three contradict themselves."""
        exports = 1_000 + number
        rows = (ROWS + MORE).format(exports=exports, imports=exports + 7, turnover=2 * exports + 7 + number % 3 * 50)
        answer = client.post("/edit/file", base_url=HERE, data=form | {"table": rows})
        assert f"+a,RUS,BLR,exports,2022,level,{exports}," in answer.get_data(as_text=True)

    assert left(try_file) < BLOCKS * (MANY - FEW)
