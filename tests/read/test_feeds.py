"""Feeds as they come: thirty awkward ones are each read, or clearly refused; the network is never touched."""

import gzip

import pytest
from tests.read.awkward_feeds import LONG, READ, REFUSED, rss

from detente.errors import SourceError
from detente.model import Document, Problem
from detente.read import read_all
from detente.read.containers import Reach
from detente.read.feed import entries_of, feeds_of
from detente.read.found import Found
from detente.read.sitemap import addresses_of


@pytest.mark.parametrize("name", READ)
def test_awkward_feeds_are_read(name):
    entry = entries_of(READ[name], "feed.xml")[0]
    assert (entry.url, entry.outlet) == ("https://harbour.example/1", "Harbour Ledger")
    assert "Talks" in entry.title
    assert "<" not in entry.title


@pytest.mark.parametrize("name", REFUSED)
def test_what_is_no_feed_is_refused_in_plain_words(name):
    with pytest.raises(SourceError, match=r"feed\.xml: .+; "):
        entries_of(REFUSED[name], "feed.xml")


def test_at_least_thirty_awkward_feeds():
    assert len(READ) + len(REFUSED) >= 30


def test_zones_of_dates_are_kept():
    assert entries_of(READ["plain rss"], "f")[0].published == "2025-11-25T19:40:00+02:00"
    assert entries_of(READ["atom"], "f")[0].published == "2025-11-25T19:40:00+02:00"
    assert entries_of(READ["date that is none"], "f")[0].published is None


def test_a_feed_that_carries_its_pages_is_read_without_network(tmp_path):
    (tmp_path / "harbour.rss").write_bytes(READ["content:encoded"])
    (document,) = read_all([str(tmp_path)])
    assert isinstance(document, Document)
    assert (document.title, document.outlet) == ("Talks end", "Harbour Ledger")
    assert document.published == "2025-11-25T19:40:00+02:00"
    assert document.url == "https://harbour.example/1"


def test_a_teaser_is_a_problem_that_says_what_to_do(tmp_path):
    (tmp_path / "harbour.xml").write_bytes(rss())
    (problem,) = read_all([str(tmp_path / "harbour.xml")])
    assert isinstance(problem, Problem)
    assert "--follow" in problem.do


def page(url):
    html = f"<html><head><title>{url[-1]}</title></head><body><article>{LONG}<p>Page {url}.</p></article></body></html>".encode()
    return Found(where=url, read=lambda: html, url=url)


def test_an_opml_leads_through_its_feeds_to_their_pages(tmp_path):
    opml = b'<opml version="2.0"><body><outline text="News"><outline type="rss" xmlUrl="https://harbour.example/feed"/></outline></body></opml>'
    (tmp_path / "mine.opml").write_bytes(opml)

    def get(url):
        return Found(where=url, read=rss, url=url) if url.endswith("feed") else page(url)

    (document,) = read_all([str(tmp_path)], reach=Reach(get=get, follow=True))
    assert (document.url, document.outlet) == ("https://harbour.example/1", "Harbour Ledger")
    assert feeds_of(opml, "mine.opml") == ["https://harbour.example/feed"]


SITEMAP = b"""<?xml version="1.0"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:n="http://www.google.com/schemas/sitemap-news/0.9">
<url><loc> https://harbour.example/1 </loc><n:news><n:publication><n:name>Harbour Ledger</n:name><n:language>en</n:language></n:publication>
<n:publication_date>2025-11-25T19:40:00+02:00</n:publication_date><n:title>Talks end</n:title></n:news></url>
<url><loc>https://harbour.example/2</loc><lastmod>2024-01-01</lastmod></url><url><loc>javascript:alert(1)</loc></url></urlset>"""
INDEX = b'<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"><sitemap><loc>https://harbour.example/map.xml</loc></sitemap></sitemapindex>'


def test_sitemaps_list_their_pages_with_what_they_say_of_them():
    first, second = addresses_of(SITEMAP, "map.xml")
    assert (first.title, first.outlet, first.published) == ("Talks end", "Harbour Ledger", "2025-11-25T19:40:00+02:00")
    assert second.modified == "2024-01-01"


def test_an_index_leads_through_its_packed_maps_and_since_saves_requests(tmp_path):
    (tmp_path / "index.xml.gz").write_bytes(gzip.compress(INDEX))
    asked = []

    def get(url):
        asked.append(url)
        return Found(where=url, read=lambda: SITEMAP, url=url) if url.endswith(".xml") else page(url)

    found = list(read_all([str(tmp_path / "index.xml.gz")], reach=Reach(get=get, follow=True, since="2025-01-01")))
    assert [document.url for document in found] == ["https://harbour.example/1"]
    assert asked == ["https://harbour.example/map.xml", "https://harbour.example/1"]


def test_a_map_that_lists_itself_ends():
    def get(url):
        return Found(where=url, read=lambda: INDEX, url=url)

    assert len(list(read_all(["https://harbour.example/map.xml"], reach=Reach(get=get, follow=True)))) <= 1
