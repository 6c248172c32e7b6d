from __future__ import annotations

import os
import shutil
import time
from concurrent.futures import ThreadPoolExecutor
from dataclasses import FrozenInstanceError
from pathlib import Path
from threading import Event

import pytest

from dashboard.storage import store
from dashboard.storage.kept import Kept
from dashboard.storage.store import Snapshot, Store, find, load
from dashboard.values.errors import DatasetError, StoreError
from dashboard.values.observation import Dataset

OBSERVATIONS = """source,reporter,partner,flow,period,measure,value,unit,step
mfa,RUS,BLR,turnover,2022-01/2022-10,level,34.5,USD bn,0.1
mfa,RUS,BLR,exports,2022-01/2022-10,level,17.2,USD bn,0.1
"""
SOURCES = "id,publisher,title\nmfa,Ministry,For the visit\n"
HOUR = 3600


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "data"
    folder.mkdir()
    write(folder / "observations.csv", OBSERVATIONS)
    write(folder / "sources.csv", SOURCES)
    return folder


def write(path: Path, text: str) -> None:
    path.write_text(text, encoding="utf-8")


def values(snapshot: Snapshot) -> list[str]:
    return [str(row.value) for row in snapshot.dataset.observations]


def messages(snapshot: Snapshot) -> list[str]:
    return [str(problem) for problem in snapshot.problems]


def leave_alone(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Let an hour pass, so that the stamps of the files are old enough to be believed."""
    later = time.time_ns() + HOUR * 10**9
    monkeypatch.setattr(time, "time_ns", lambda: later)


def test_a_given_folder_is_taken_as_it_is(tmp_path: Path) -> None:
    assert find(tmp_path / "nowhere") == tmp_path / "nowhere"


def test_data_here_comes_first(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(folder.parent)
    assert find() == folder


def test_a_data_folder_without_observations_is_passed_over(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "data").mkdir()
    monkeypatch.chdir(tmp_path)
    assert find() != tmp_path / "data"


@pytest.mark.parametrize("place", ["dashboard/data", "data"])
def test_then_comes_the_copy_in_the_package_then_the_checkout(
    place: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(store, "PACKAGED", tmp_path / "site" / "dashboard" / "data")
    data = tmp_path / "site" / place
    data.mkdir(parents=True)
    write(data / "observations.csv", OBSERVATIONS)
    assert find() == data


def test_no_data_anywhere_is_told_with_the_places(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(store, "PACKAGED", tmp_path / "dashboard" / "data")
    with pytest.raises(
        StoreError, match=r"^there is no observations\.csv in .*data, .*dashboard/data; name the folder"
    ):
        find()


def test_a_folder_is_loaded(folder: Path) -> None:
    assert [str(row.value) for row in load(folder).observations] == ["34.5", "17.2"]


def test_all_four_files_are_loaded(folder: Path) -> None:
    write(folder / "events.csv", "date,title,place,source\n2022-12-19,Talks,Minsk,mfa\n")
    write(folder / "context.csv", "subject,period,value,unit,qualifier,source\nRegions,2022,40,regions,,mfa\n")
    found = load(folder)
    assert [event.title for event in found.events] == ["Talks"]
    assert [row.subject for row in found.context] == ["Regions"]


def test_a_missing_folder_is_told(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match=r"nowhere: there is no such folder; name the one that holds the files$"):
        load(tmp_path / "nowhere")


def test_all_missing_files_are_told(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match=r"^observations\.csv: the file is missing from .*\nsources\.csv: the file is"):
        load(tmp_path)


def test_a_folder_in_place_of_a_file_is_told(folder: Path) -> None:
    (folder / "events.csv").mkdir()
    with pytest.raises(StoreError, match=r"^events\.csv: .*events\.csv is not a file; put the CSV file in its place$"):
        load(folder)


def test_a_file_that_cannot_be_opened_is_told(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(self: Path) -> bytes:
        raise PermissionError(13, "Permission denied", str(self))

    monkeypatch.setattr(Path, "read_bytes", refuse)
    with pytest.raises(StoreError, match=r"observations\.csv cannot be opened: Permission denied"):
        load(folder)


def test_a_file_that_holds_no_data_is_a_dataset_error(folder: Path) -> None:
    write(folder / "observations.csv", OBSERVATIONS.replace("34.5", '"1,234"'))
    with pytest.raises(DatasetError, match=r'^observations\.csv line 2, column value: "1,234" can be 1\.234 or 1234'):
        load(folder)


def test_a_store_says_what_the_files_say(folder: Path) -> None:
    now = Store(folder).current()
    assert values(now) == ["34.5", "17.2"]
    assert now.version == now.newest != ""
    assert len(now.version) == 12
    assert (now.problems, now.notices) == ((), ())


def test_notices_come_with_the_data(folder: Path) -> None:
    write(folder / "observations.csv", OBSERVATIONS.replace("17.2,USD bn,0.1", "17.2,USD bn,"))
    assert [notice.column for notice in Store(folder).current().notices] == ["step"]


def test_the_same_snapshot_is_given_until_the_files_change(folder: Path) -> None:
    shop = Store(folder)
    assert shop.current() is shop.current()


def test_a_snapshot_cannot_be_changed(folder: Path) -> None:
    now = Store(folder).current()
    with pytest.raises(FrozenInstanceError, match="cannot assign to field 'version'"):
        now.version = ""  # type: ignore[misc]


def test_an_edit_is_seen(folder: Path) -> None:
    shop = Store(folder)
    before = shop.current()
    write(folder / "observations.csv", OBSERVATIONS + "mfa,RUS,BLR,imports,2022-01/2022-10,level,17.3,USD bn,0.1\n")
    after = shop.current()
    assert values(after) == ["34.5", "17.2", "17.3"]
    assert after.version != before.version


def test_an_edit_of_the_same_size_under_the_same_stamp_is_seen(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Two saves within one tick of the file system's clock."""
    monkeypatch.setattr(Path, "stat", frozen_stat(Path.stat, time.time_ns()))
    shop = Store(folder)
    shop.current()
    write(folder / "observations.csv", OBSERVATIONS.replace("34.5", "35.5"))
    assert values(shop.current()) == ["35.5", "17.2"]


def frozen_stat(real: object, now: int) -> object:
    def stat(self: Path, *, follow_symlinks: bool = True) -> os.stat_result:
        found = real(self, follow_symlinks=follow_symlinks)  # type: ignore[operator]
        return os.stat_result(found[:10], {"st_mtime_ns": now, "st_ctime_ns": now})

    return stat


def test_files_that_are_left_alone_are_not_read_again(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    leave_alone(folder, monkeypatch)
    shop = Store(folder)
    now = shop.current()
    monkeypatch.setattr(Path, "read_bytes", lambda self: pytest.fail(f"{self} was read again"))
    assert shop.current() is now


def test_an_edit_of_files_that_were_left_alone_is_seen(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    leave_alone(folder, monkeypatch)
    shop = Store(folder)
    shop.current()
    write(folder / "observations.csv", OBSERVATIONS.replace("34.5", "35.5"))
    assert values(shop.current()) == ["35.5", "17.2"]


def test_an_edit_that_keeps_the_time_of_the_last_save_is_seen(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    leave_alone(folder, monkeypatch)
    shop = Store(folder)
    shop.current()
    path = folder / "observations.csv"
    saved = path.stat().st_mtime_ns
    time.sleep(0.02)
    write(path, OBSERVATIONS.replace("34.5", "35.5"))
    os.utime(path, ns=(saved, saved))
    assert values(shop.current()) == ["35.5", "17.2"]


def test_touching_a_file_changes_nothing(folder: Path) -> None:
    shop = Store(folder)
    before = shop.current()
    os.utime(folder / "observations.csv", ns=(10**18, 10**18))
    assert shop.current() is before


def test_a_file_replaced_by_another_is_seen(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    leave_alone(folder, monkeypatch)
    shop = Store(folder)
    shop.current()
    write(folder / "new", OBSERVATIONS.replace("34.5", "35.5"))
    (folder / "new").replace(folder / "observations.csv")
    assert values(shop.current()) == ["35.5", "17.2"]


def test_an_optional_file_that_comes_and_goes_is_seen(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    leave_alone(folder, monkeypatch)
    shop = Store(folder)
    assert shop.current().dataset.events == ()
    write(folder / "events.csv", "date,title\n2022-12-19,Talks\n")
    assert [event.title for event in shop.current().dataset.events] == ["Talks"]
    (folder / "events.csv").unlink()
    assert shop.current().dataset.events == ()


def test_bad_files_leave_the_last_good_data_under_their_problems(folder: Path) -> None:
    shop = Store(folder)
    good = shop.current()
    write(folder / "observations.csv", OBSERVATIONS.replace("34.5", "x"))
    bad = shop.current()
    assert bad.dataset is good.dataset
    assert (bad.version, bad.problems != ()) == (good.version, True)
    assert bad.newest not in ("", good.newest)
    assert messages(bad) == [
        'observations.csv line 2, column value: "x" is not a decimal number; write digits with a point, such as 17.2'
    ]
    assert shop.current() is bad


def test_mended_files_come_back_by_themselves(folder: Path) -> None:
    shop = Store(folder)
    good = shop.current()
    write(folder / "observations.csv", OBSERVATIONS.replace("34.5", "x"))
    shop.current()
    write(folder / "observations.csv", OBSERVATIONS)
    assert shop.current() == good


def test_processes_show_the_same_last_good_data(folder: Path) -> None:
    kept = Kept()
    quick, slow = Store(folder, kept), Store(folder, kept)
    assert values(quick.current()) == values(slow.current()) == ["34.5", "17.2"]
    write(folder / "observations.csv", OBSERVATIONS.replace("34.5", "35.5"))
    assert values(quick.current()) == ["35.5", "17.2"]
    write(folder / "observations.csv", OBSERVATIONS.replace("34.5", "x"))
    assert values(quick.current()) == values(slow.current()) == ["35.5", "17.2"]
    assert quick.current().version == slow.current().version
    (folder / "observations.csv").unlink()
    assert values(Store(folder, kept).current()) == ["35.5", "17.2"]


def test_good_files_are_seen_though_nobody_asks(folder: Path) -> None:
    kept = Kept()
    done = Store(folder, kept).watch()
    deadline = time.monotonic() + 10
    while not kept.get() and time.monotonic() < deadline:
        time.sleep(0.01)
    done.set()
    assert kept.get()["sources.csv"] == SOURCES.encode()


def unreachable(folder: Path) -> Path:
    """Put the folder behind a link, and let the link lead to a name that no file system takes."""
    real = folder.rename(folder.with_name("real"))
    folder.symlink_to("x" * 300)
    return real


def test_a_folder_that_the_system_refuses_is_a_problem_and_heals(folder: Path) -> None:
    held = Store(folder)
    assert values(held.current()) == ["34.5", "17.2"]
    real = unreachable(folder)
    refused = held.current()
    assert messages(refused) == [f"{folder}: {folder} cannot be opened: File name too long"]
    assert (values(refused), refused.newest == refused.version) == (["34.5", "17.2"], False)
    folder.unlink()
    folder.symlink_to(real)
    assert (values(held.current()), messages(held.current())) == (["34.5", "17.2"], [])


def test_the_watcher_goes_on_whatever_the_system_refuses(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(store, "WATCH_SECONDS", 0.01)
    looked_again = Event()

    class Refused(Store):
        """A store whose looks end with an error of the system."""

        looks = 0

        def current(self) -> Snapshot:
            self.looks += 1
            if self.looks > 2:
                looked_again.set()
            (self.folder / ("x" * 300)).stat()
            return super().current()

    done = Refused(folder).watch()
    assert looked_again.wait(timeout=10)
    done.set()


def test_files_that_are_bad_from_the_start_leave_an_empty_data_set(folder: Path) -> None:
    write(folder / "sources.csv", "")
    shop = Store(folder)
    bad = shop.current()
    assert (bad.dataset, bad.version) == (Dataset(), "")
    assert messages(bad)[0].startswith("sources.csv: the file is empty")
    write(folder / "sources.csv", SOURCES)
    assert values(shop.current()) == ["34.5", "17.2"]


def test_missing_files_leave_the_last_good_data(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    leave_alone(folder, monkeypatch)
    shop = Store(folder)
    shop.current()
    shutil.move(folder, folder.with_name("elsewhere"))
    gone = shop.current()
    assert values(gone) == ["34.5", "17.2"]
    assert messages(gone) == [f"{folder}: there is no such folder; name the one that holds the files"]
    shutil.move(folder.with_name("elsewhere"), folder)
    assert shop.current().problems == ()


def test_a_save_that_is_under_way_is_waited_for(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """An editor that empties the file and then writes it: the first look sees the empty one."""
    shop = Store(folder)
    shop.current()
    write(folder / "observations.csv", "")
    saved = OBSERVATIONS.replace("34.5", "35.5")
    monkeypatch.setattr(time, "sleep", lambda _: write(folder / "observations.csv", saved))
    now = shop.current()
    assert (values(now), now.problems) == (["35.5", "17.2"], ())


def test_files_that_change_while_they_are_read_are_read_again(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    real, saves = Path.read_bytes, iter(["35.5", "36.5"])

    def read_bytes(self: Path) -> bytes:
        content = real(self)
        if self.name == "observations.csv" and (value := next(saves, "")):
            write(self, OBSERVATIONS.replace("34.5", value) + "\n" * len(value))
            os.utime(self, ns=(int(float(value) * 10**16), 0))
        return content

    monkeypatch.setattr(Path, "read_bytes", read_bytes)
    assert values(Store(folder).current()) == ["36.5", "17.2"]


def test_files_that_never_stop_changing_are_looked_at_again(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    leave_alone(folder, monkeypatch)
    monkeypatch.setattr(time, "sleep", lambda _: None)
    real, saves = Path.read_bytes, iter(range(1, 6))

    def read_bytes(self: Path) -> bytes:
        content = real(self)
        if self.name == "observations.csv" and (extra := next(saves, 0)):
            write(self, OBSERVATIONS + "\n" * extra)
        return content

    monkeypatch.setattr(Path, "read_bytes", read_bytes)
    shop = Store(folder)
    early = shop.current().version
    assert shop.current().version != early


def test_threads_see_the_same(folder: Path) -> None:
    shop = Store(folder)
    with ThreadPoolExecutor(8) as pool:
        seen = list(pool.map(lambda _: shop.current(), range(64)))
    assert {id(snapshot) for snapshot in seen} == {id(seen[0])}


def test_two_stores_of_a_folder_agree_on_versions(folder: Path) -> None:
    assert Store(folder).current().version == Store(folder).current().version


def test_a_version_knows_which_file_holds_the_bytes(folder: Path) -> None:
    write(folder / "events.csv", "soon")
    in_events = Store(folder).current().newest
    (folder / "events.csv").rename(folder / "context.csv")
    assert Store(folder).current().newest != in_events


def test_a_file_that_is_larger_than_memory_is_not_read(folder: Path) -> None:
    with (folder / "observations.csv").open("r+b") as file:
        file.truncate(10**12)
    assert messages(Store(folder).current()) == [
        f"observations.csv: {folder}/observations.csv has more than 50000000 bytes; it is not read"
    ]
