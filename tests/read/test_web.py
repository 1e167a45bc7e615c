"""Fetching from a server on the loopback that misbehaves; every way is one listed problem or is read all the same."""

import socket
import time

import pytest
from tests.read.hostile import PAGE, READ, REFUSED, Hostile, moved, response

from detente.errors import SourceError
from detente.model import Document, Problem
from detente.read import read_all
from detente.read.containers import Reach
from detente.read.web.connection import is_public
from detente.read.web.fetcher import Fetcher, Manners
from detente.read.web.getting import getter

QUICK = Manners(allow_private=True, pause=0, timeout=1.0, deadline=1.5, largest=2_000_000, patience=5)


@pytest.fixture(scope="module")
def hostile():
    with Hostile() as server:
        yield server


def read(url, manners=QUICK):
    return list(read_all([url], reach=Reach(get=getter(manners))))


@pytest.mark.parametrize("way", sorted(REFUSED))
def test_each_way_of_misbehaving_is_one_listed_problem_and_no_hang(hostile, way):
    url = f"{hostile.address}/refused/{way}"
    began = time.monotonic()
    (problem,) = read(url)
    assert isinstance(problem, Problem), problem
    assert problem.where == url
    assert problem.what
    assert problem.do
    assert time.monotonic() - began < 20 * QUICK.deadline


@pytest.mark.parametrize("way", sorted(READ))
def test_what_can_be_read_is_read_whatever_the_server_says_of_it(hostile, way):
    (document,) = read(f"{hostile.address}/read/{way}")
    assert isinstance(document, Document), document
    assert document.title == "Talks end"
    assert len(list(document.stretches("body"))) == 4


def test_one_bad_page_loses_no_other(hostile):
    sources = [
        f"{hostile.address}/read/plain",
        f"{hostile.address}/refused/broken-gzip",
        f"{hostile.address}/read/gzip",
    ]
    kinds = [type(found).__name__ for found in read_all(sources, reach=Reach(get=getter(QUICK)))]
    assert kinds == ["Document", "Problem", "Document"]


@pytest.mark.parametrize(
    "address",
    [
        "127.0.0.1",
        "10.1.2.3",
        "192.168.0.1",
        "169.254.169.254",
        "::1",
        "fd00::1",
        "::ffff:127.0.0.1",
        "0.0.0.0",
        "100.64.0.1",
    ],
)
def test_private_addresses_are_not_public(address):
    assert not is_public(address)


def test_private_addresses_are_refused_by_default(hostile):
    with pytest.raises(SourceError, match="allow_private"):
        Fetcher(Manners(pause=0)).fetch(f"{hostile.address}/read/plain")
    assert b"GET /read/plain" not in b"".join(hostile.asked[-1:])


class Names:
    """A name server that first answers with one address and then with another."""

    def __init__(self, *addresses):
        self.addresses = list(addresses)

    def __call__(self, _host, port):
        address = self.addresses.pop(0) if len(self.addresses) > 1 else self.addresses[0]
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (address, port))]


def test_a_name_that_turns_private_between_two_answers_gains_nothing(hostile):
    asked = len(hostile.asked)
    names = Names("127.0.0.1", "93.184.216.34")
    with pytest.raises(SourceError, match="private address"):
        Fetcher(Manners(pause=0, obey_robots=False), resolver=names).fetch("http://harbour.example/")
    assert len(hostile.asked) == asked


def test_a_redirect_to_a_private_address_is_refused_where_the_first_was_public(monkeypatch):
    with Hostile() as public:
        public.extra["/out"] = moved("http://10.0.0.1/secret")
        port = public.address.rpartition(":")[2]
        monkeypatch.setattr("detente.read.web.connection.is_public", lambda address: address == "127.0.0.1")
        monkeypatch.setattr("detente.read.web.connection.PORTS", {80, int(port)})
        with pytest.raises(SourceError, match=r"private address \(10\.0\.0\.1\)"):
            Fetcher(Manners(pause=0, timeout=1, deadline=2)).fetch(f"{public.address}/out")


def test_robots_are_obeyed_asked_once_and_read_with_a_byte_order_mark():
    rules = b"\xef\xbb\xbfUser-agent: *\nDisallow: /shut/\n\nUser-agent: other\nDisallow: /\n"
    with Hostile(response(rules, media="text/plain")) as site:
        site.extra |= {"/shut/page": response(PAGE), "/open": response(PAGE)}
        fetcher = Fetcher(QUICK)
        with pytest.raises(SourceError, match=r"robots\.txt"):
            fetcher.fetch(f"{site.address}/shut/page")
        assert fetcher.fetch(f"{site.address}/open").status == 200
        assert sum(b"/robots.txt" in asked for asked in site.asked) == 1


def test_a_site_whose_robots_fail_is_left_alone():
    with Hostile(response(b"", status="500 Oops")) as site, pytest.raises(SourceError, match=r"robots\.txt"):
        Fetcher(QUICK).fetch(f"{site.address}/read/plain")


class Time:
    """A clock that only sleeping moves."""

    def __init__(self):
        self.now = 1000.0
        self.slept = []

    def clock(self):
        return self.now

    def sleep(self, seconds):
        self.slept.append(seconds)
        self.now += seconds


def test_a_host_is_given_its_pause_and_its_retry_after():
    time = Time()
    with Hostile() as site:
        site.extra["/busy"] = response(b"", "Retry-After: 7", status="429 Busy")
        fetcher = Fetcher(Manners(allow_private=True, pause=5, patience=60), clock=time.clock, sleep=time.sleep)
        fetcher.fetch(f"{site.address}/read/plain")
        fetcher.fetch(f"{site.address}/read/gzip")
        assert time.slept == [5]
        with pytest.raises(SourceError, match="in 7 seconds"):
            fetcher.fetch(f"{site.address}/busy")
        fetcher.fetch(f"{site.address}/read/moved")
        assert time.slept[2] == 7


def test_the_agent_says_who_asks_as_the_user_chose():
    with Hostile() as site:
        Fetcher(Manners(allow_private=True, pause=0, contact="desk@harbour.example")).fetch(
            f"{site.address}/read/plain"
        )
        assert b"User-Agent: detente/0.1 (+desk@harbour.example)" in site.asked[-1]


def test_an_unchanged_page_is_told_apart():
    with Hostile() as site:
        site.extra["/feed"] = response(b"", status="304 Not Modified")
        assert Fetcher(QUICK).fetch(f"{site.address}/feed", etag='"1"').unchanged
        assert b'If-None-Match: "1"' in site.asked[-1]
