"""A watch over a feed on the loopback: manners, state, and a clean stop."""

import os
import signal
import subprocess
import sys
import time
from threading import Event

import pytest
from tests.read.hostile import Hostile, response

from detente.config import Config
from detente.language import load
from detente.model import Change
from detente.read.web.fetcher import Fetcher, Manners
from detente.read.web.polling import FAILURES, Poll, failed
from detente.record import open_record
from detente.show.watching import Watch, told

TEXT = (
    "The envoys of Egypt and Qatar will hold ceasefire talks with Israel and Hamas in Cairo on Thursday, Egypt's foreign ministry said. "
    * 5
)


def feed(*pages):
    items = "".join(
        f"<item><title>Talks {n}</title><link>https://harbour.example/{n}</link><description>&lt;p&gt;{TEXT} Page {n}.&lt;/p&gt;</description><pubDate>Tue, 25 Nov 2025 19:40:0{n} +0200</pubDate></item>"
        for n in pages
    )
    return response(
        f"<rss version='2.0'><channel><title>Harbour Ledger</title>{items}</channel></rss>".encode(),
        'ETag: "1"',
        media="application/rss+xml",
    )


class Clock:
    now = 1_764_000_000.0

    def __call__(self):
        return self.now


@pytest.fixture
def site():
    with Hostile() as server:
        yield server


@pytest.fixture
def watch(site, tmp_path):
    with open_record(tmp_path / "r.sqlite", create=True) as record:
        made = Watch(
            record,
            load(),
            Fetcher(Manners(allow_private=True, pause=0, timeout=2, deadline=3)),
            tmp_path / "w.json",
            Config(),
            stop=Event(),
            clock=Clock(),
        )
        made.follow([f"{site.address}/feed"], 900)
        yield made


def poll_of(watch):
    (poll,) = watch.polls.values()
    return poll


def asked(site):
    return [one for one in site.asked if b"GET /feed" in one]


def test_news_enters_once_and_the_feed_is_asked_with_its_etag(watch, site, capsys):
    site.extra["/feed"] = feed(1, 2)
    watch.run(once=True)
    assert capsys.readouterr().out.count("Cairo") >= 1
    site.extra["/feed"] = response(b"", status="304 Not Modified")
    watch.run(once=True)
    assert b'If-None-Match: "1"' in asked(site)[-1]
    assert poll_of(watch).interval > 900 * 0.4


def test_once_a_day_it_is_asked_without_and_only_news_is_read(watch, site):
    site.extra["/feed"] = feed(1)
    watch.run(once=True)
    watch._clock.now += 25 * 3600
    site.extra["/feed"] = feed(1, 2)
    watch.run(once=True)
    assert b"If-None-Match" not in asked(site)[-1]
    assert len(poll_of(watch).known) == 2


def test_a_feed_that_lies_about_its_etag_is_told_by_its_bytes(watch, site):
    site.extra["/feed"] = feed(1)
    watch.run(once=True)
    before = poll_of(watch).interval
    watch.run(once=True)
    assert poll_of(watch).interval > before


def test_failures_are_told_and_after_thirty_the_feed_is_off(watch, site, capsys):
    site.extra["/feed"] = response(b"", status="500 Oops")
    watch.run(once=True)
    assert "failed (1)" in capsys.readouterr().err
    poll = poll_of(watch)
    for _ in range(FAILURES - 2):
        poll = failed(poll, 0.0, "x")
    watch.polls[poll.url] = poll
    watch.run(once=True)
    assert poll_of(watch).off
    assert "off " in capsys.readouterr().err
    watch.follow([poll.url], 900)
    assert not poll_of(watch).off


def test_the_state_goes_on_where_it_was(watch, site, tmp_path):
    site.extra["/feed"] = feed(1)
    watch.run(once=True)
    with open_record(tmp_path / "other.sqlite", create=True) as record:
        again = Watch(
            record,
            load(),
            Fetcher(Manners(allow_private=True, pause=0)),
            tmp_path / "w.json",
            Config(),
            stop=Event(),
            clock=watch._clock,
        )
        assert again.polls == watch.polls


def test_what_was_planned_and_is_cancelled_is_marked():
    change = Change(when="2025-11-25", sign="~", kind="talk", entry="t1", what="planned → cancelled")
    assert told(change).startswith("! t1")


def test_a_stop_is_clean_and_keeps_the_work(site, tmp_path):
    site.extra["/feed"] = feed(1)
    code = "import sys; from detente.show.cli import main; main(sys.argv[1:])"
    program = [sys.executable, "-c", code, "watch", f"{site.address}/feed"]
    settings = {**os.environ, "DETENTE_ALLOW_PRIVATE": "true", "DETENTE_PAUSE": "0"}
    with subprocess.Popen(
        program, cwd=tmp_path, env=settings, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as running:
        deadline = time.monotonic() + 300
        while not (tmp_path / "record.sqlite.watch.json").exists() and time.monotonic() < deadline:
            time.sleep(0.1)
        running.send_signal(signal.SIGTERM)
        out, err = running.communicate(timeout=300)
    assert running.returncode == 0, err
    assert b"Cairo" in out


def test_an_interval_stays_within_its_bounds():
    poll = Poll(url="u", interval=900.0)
    for _ in range(20):
        poll = failed(poll, 0.0, "x")
    assert poll.interval == 6 * 3600
