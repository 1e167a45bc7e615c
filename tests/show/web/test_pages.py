import csv
import io
import re
from xml.etree import ElementTree

import icalendar
import msgspec
import pytest
from lxml import html

from detente.show.web.pages import PAGES

LISTS = [page for page in PAGES if "{id}" not in page.path]
BY_NAME = {page.name: page for page in PAGES}


def an_item(client, page):
    """The address of some item that a page shows."""
    where = {
        "talk": ("/talks.json", "talks"), "track": ("/positions.json", "rows"), "ceasefire": ("/ceasefires.json", "ceasefires"),
        "incident": ("/ceasefires.json", "incidents"), "person": ("/people.json", "people"), "party": ("/parties.json", "parties"),
        "story": ("/stories.json", "stories"), "agreement": ("/agreements.json", "agreements"), "document": ("/documents.json", "documents"),
    }  # fmt: skip
    if page.name not in where:
        return None
    address, field = where[page.name]
    row = client.get(address).json()[field][0]
    return row.get("address") or f"/documents/{row['id']}"


def addresses(client):
    return [page.path for page in LISTS] + [found for page in PAGES if (found := an_item(client, page))]


def test_every_page_has_a_heading_a_title_and_a_way_to_skip_to_it(client):
    for address in addresses(client):
        answer = client.get(address)
        assert answer.status_code == 200, address
        tree = html.fromstring(answer.text)
        assert len(tree.findall(".//h1")) == 1, address
        assert tree.findtext(".//title").strip().endswith("Detente"), address
        assert tree.find(".//a[@class='skip']").get("href") == "#main", address
        assert tree.xpath("//html/@lang") == ["en"]


def test_no_page_has_an_inline_style_or_script_or_anything_from_elsewhere(client):
    for address in addresses(client):
        tree = html.fromstring(client.get(address).text)
        assert not tree.xpath("//*[@style] | //style | //script[not(@src)] | //*[starts-with(name(@*), 'on')]"), address
        for reference in tree.xpath("//link/@href | //script/@src | //img/@src | //*[local-name()='image']/@href"):
            assert re.match(r"/[a-z]", reference), reference


def test_every_link_of_every_page_leads_somewhere(client):
    seen = set()
    for address in addresses(client):
        tree = html.fromstring(client.get(address).text)
        found = {href.partition("#")[0] for href in tree.xpath("//a[not(contains(@rel, 'external'))]/@href")} - {""}
        for href in sorted(found - seen):
            assert client.get(href).status_code == 200, (address, href)
        seen |= found


def test_the_json_twin_of_every_page_is_the_noun_that_it_shows(client):
    for page in PAGES:
        address = page.path if "{id}" not in page.path else an_item(client, page)
        if address:
            msgspec.json.decode(client.get(f"{address}.json").content, type=page.noun)


def test_every_list_is_a_table_too_with_a_row_for_each_line(client):
    for page in LISTS:
        if page.rows:
            rows = list(csv.DictReader(io.StringIO(client.get(f"{page.path}.csv").text)))
            shown = client.get(f"{page.path}.json", params={"profile": "public"}).json().get(page.rows, [])
            assert len(rows) == len(shown), page.name


def test_today_tells_what_is_next_what_changed_and_what_is_disputed_each_with_its_words(client):
    earlier = client.get("/today.json", params={"on": "2025-11-28"}).json()
    assert {line["standing"] for line in earlier["ahead"]} == {"planned"}
    assert "expected" in earlier["ahead"][0]["words"]["sentence"]
    now = client.get("/today.json").json()
    assert (now["on"], now["today"]) == ("2025-12-21", "2026-01-05")
    assert now["changes"]
    assert "answers" in {line["field"] for line in now["disputes"]}
    assert all(account["words"]["sentence"] for line in now["disputes"] for account in line["accounts"])
    assert now["unreported"][0]["follow"] == "due, unreported"


def test_no_fact_is_shown_without_its_sources_and_a_sentence_that_its_page_has(client):
    for line in client.get("/talks.json").json()["talks"]:
        for facts in line["fields"].values():
            for fact in facts:
                assert 1 <= fact["at_least"] <= fact["at_most"]
                words = fact["words"]
                text = "".join(
                    piece["text"] for piece in client.get(f"/documents/{words['document']}.json").json()["pieces"]
                )
                assert words["sentence"] in text


@pytest.mark.parametrize(
    ("query", "fits"),
    [
        ({"party": "UKR"}, lambda line: "UKR" in [fact["value"] for fact in line["fields"]["parties"]]),
        ({"status": "cancelled"}, lambda line: line["standing"] == "cancelled"),
        ({"person": "rustem-umerov"}, lambda line: any("Umerov" in fact["shown"] for fact in line["fields"]["participants"])),
        ({"since": "2025-12-01", "until": "2025-12-10"}, lambda line: "2025-12" in line["fields"]["when"][0]["value"]["latest"]),
        ({"on": "2025-11-25"}, lambda line: line["fields"]["when"][0]["value"]["earliest"][:10] <= "2025-11-25"),
    ],
)  # fmt: skip
def test_talks_are_filtered_in_the_address(client, query, fits):
    every = client.get("/talks.json").json()["turned"]["total"]
    found = client.get("/talks.json", params=query).json()
    assert 0 < found["turned"]["total"] < every
    assert all(fits(line) for line in found["talks"])


def test_the_matrix_shows_a_day_and_nothing_told_later(client):
    cells = client.get("/positions.json", params={"on": "2025-11-10", "party": "UKR"}).json()["rows"]
    assert cells
    assert all(cell["said"] <= "2025-11-10" for cell in cells)
    later = client.get("/positions.json", params={"on": "2025-12-20", "party": "UKR"}).json()["rows"]
    assert len(later) > len(cells)


def test_the_matrix_says_what_its_cells_rest_on_and_what_was_read(client):
    shown = client.get("/positions.json").json()
    quoted = [cell["words"] for cell in shown["rows"] if cell.get("words")]
    assert shown["rests_on"]["documents"] == len({words["document"] for words in quoted}) > 1
    assert set(shown["rests_on"]["outlets"]) == {words["outlet"] for words in quoted}
    said = " ".join(html.fromstring(client.get("/positions").text).text_content().split())
    assert f"The cells quote {shown['rests_on']['documents']} pages of" in said
    assert f"Read: {shown['coverage']['read']} pages of" in said


def test_a_history_is_newest_first(client):
    longest = max(
        (client.get(f"{row['address']}.json").json()["steps"] for row in client.get("/positions.json").json()["rows"]),
        key=len,
    )
    days = [step["said"] for step in longest]
    assert len(days) > 1
    assert days == sorted(days, reverse=True)


def test_the_text_of_a_document_is_whole_when_its_marks_are_taken_out(client, sample):
    from detente.record import open_record

    with open_record(sample, readonly=True) as record:
        pages = list(record.claims())
    for page in pages:
        tree = html.fromstring(client.get(f"/documents/{page.document.id}").content.decode())
        assert tree.get_element_by_id("text").text_content() == page.document.text


def test_a_claim_is_lit_where_its_words_stand(client, weekend):
    words = client.get(f"/talks/{weekend}.json").json()["words"]
    answer = client.get(f"/documents/{words['document']}", params={"claim": words["claim"]})
    tree = html.fromstring(answer.text)
    lit = tree.xpath("//mark[contains(concat(' ', @class, ' '), ' lit ')]")
    assert lit
    assert all(words["claim"] in mark.get("data-claims").split() for mark in lit)
    assert tree.xpath(f"//a[@id='c-{words['claim']}']")
    assert tree.xpath("//article[contains(@class, 'lit')]/@data-claim") == [words["claim"]]


def test_search_finds_pages_and_marks_the_words(client):
    found = client.get("/search.json", params={"q": "Witkoff guarantees"}).json()["found"]
    assert found
    assert any(bit.get("found") for bit in found[0]["bits"])
    assert client.get("/search.json", params={"q": '"'}).json().get("found", []) == []


def test_talks_make_a_calendar_that_a_parser_reads(client, weekend):
    made = icalendar.Calendar.from_ical(client.get("/talks.ics").content)
    events = {str(event["uid"]): event for event in made.walk("vevent")}
    dated = [line for line in client.get("/talks.json").json()["talks"] if "when" in line["fields"]]
    assert len(events) == len(dated)
    event = events[f"{weekend}@detente"]
    assert (event.start.isoformat(), event.end.isoformat()) == ("2025-12-20", "2025-12-22")
    assert "some time within" in event["description"]
    assert str(event["location"]) == "Miami, United States"


def test_changes_make_a_feed_that_a_parser_reads(client):
    feed = ElementTree.fromstring(client.get("/changes.atom").content)
    entries = feed.findall("{http://www.w3.org/2005/Atom}entry")
    assert len(entries) == 50
    assert len({entry.findtext("{http://www.w3.org/2005/Atom}id") for entry in entries}) == 50


def test_lists_are_turned_page_by_page(client):
    first = client.get("/changes.json").json()
    second = client.get("/changes.json", params={"before": first["next"]}).json()
    assert second["changes"][0]["number"] < first["changes"][-1]["number"]
    assert client.get("/talks.json", params={"page": 2}).json()["talks"] == []


def test_a_page_is_answered_from_what_is_kept_until_the_record_changes(copied):
    from tests.show.conftest import client_of

    client = client_of(copied, who="analyst")
    first = client.get("/talks")
    again = client.get("/talks", headers={"if-none-match": first.headers["etag"]})
    assert (again.status_code, again.content) == (304, b"")


def test_every_page_tells_its_other_forms(client):
    for page in LISTS:
        text = client.get(page.path).text
        for suffix in page.suffixes:
            assert f"{page.path}.{suffix}" in text, (page.name, suffix)
            assert client.get(f"{page.path}.{suffix}").status_code == 200, (page.name, suffix)


def test_numbers_of_sources_have_words_for_those_who_do_not_see(client):
    counts = html.fromstring(client.get("/talks").text).xpath("//span[@class='n']")
    assert counts
    assert all(re.fullmatch(r"\d+(–\d+)? independent sources", count.text_content()) for count in counts)
