"""The pages in a real browser: rendering, keys, evidence, review, accessibility, narrow and dark, with and without scripts."""

import os
from pathlib import Path

import icalendar
import pytest
from tests.show.browsing import chromium, served
from tests.show.conftest import TODAY

from detente.record import open_record
from detente.show.public import Profile
from detente.show.site import write_site
from detente.show.web.app import Serving
from detente.show.web.pages import PAGES

MISSING = "no Chromium on this machine: install it (on Debian: apt-get install chromium) or name one in CHROMIUM"
LISTS = [page.path for page in PAGES if "{id}" not in page.path]
FILTERED = ["/search?q=guarantees", "/calendar?month=2025-12", "/talks?party=UKR", "/today?on=2025-11-28"]
SHOWN_BY = (
    ("/talks", "talks"), ("/positions", "rows"), ("/ceasefires", "ceasefires"), ("/ceasefires", "incidents"), ("/people", "people"),
    ("/parties", "parties"), ("/stories", "stories"), ("/agreements", "agreements"),
)  # fmt: skip


@pytest.fixture(scope="module")
def every(client, weekend, miami):
    """The address of every list, and of an item of each kind."""
    items = [client.get(f"{path}.json").json()[field][0]["address"] for path, field in SHOWN_BY]
    return [*LISTS, *items, f"/talks/{weekend}", f"/documents/{miami}", *FILTERED]


@pytest.fixture(scope="module")
def browser():
    path = chromium()
    if path is None:
        if os.environ.get("CI"):
            pytest.fail(MISSING)
        pytest.skip(MISSING)
    from playwright.sync_api import sync_playwright

    with sync_playwright() as driver:
        started = driver.chromium.launch(executable_path=path, args=["--no-sandbox"])
        yield started
        started.close()


@pytest.fixture(scope="module")
def base(sample):
    with served(Serving(record=sample, who="analyst", today=lambda: TODAY)) as address:
        yield address


@pytest.fixture
def page(browser):
    opened = browser.new_page()
    opened.complaints = []
    opened.on(
        "console",
        lambda message: opened.complaints.append(message.text) if message.type in {"error", "warning"} else None,
    )
    opened.on("pageerror", lambda error: opened.complaints.append(str(error)))
    yield opened
    assert opened.complaints == []
    opened.close()


@pytest.mark.parametrize("scripts", [True, False])
def test_every_page_renders_without_a_complaint_with_and_without_scripts(browser, base, every, scripts):
    context = browser.new_context(java_script_enabled=scripts)
    page = context.new_page()
    complaints = []
    page.on(
        "console",
        lambda message: complaints.append((page.url, message.text)) if message.type in {"error", "warning"} else None,
    )
    page.on("pageerror", lambda error: complaints.append((page.url, str(error))))
    for address in every:
        assert page.goto(base + address).status == 200, address
        assert page.locator("h1").is_visible(), address
        assert page.locator("nav.main a").first.is_visible(), address
    assert complaints == []
    context.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_no_page_has_a_serious_finding_of_accessibility(browser, base, every, scheme):
    from axe_playwright_python.sync_playwright import Axe

    axe = Axe()
    page = browser.new_page(color_scheme=scheme, reduced_motion="reduce")
    found = []
    for address in every:
        page.goto(base + address)
        for violation in axe.run(page).response["violations"]:
            if violation["impact"] in {"serious", "critical"}:
                found.append((address, violation["id"], violation["nodes"][0]["html"][:160]))
    assert found == []
    page.close()


def test_no_page_is_wider_than_a_phone(browser, base, every):
    page = browser.new_page(viewport={"width": 380, "height": 760})
    wide = []
    for address in every:
        page.goto(base + address)
        if page.evaluate("document.documentElement.scrollWidth") > 380:
            wide.append(address)
    assert wide == []
    page.close()


def test_the_page_one_is_on_stays_in_sight_on_a_phone(browser, base):
    page = browser.new_page(viewport={"width": 380, "height": 760})
    for address in ("/talks", "/positions", "/about"):
        page.goto(base + address)
        box = page.locator("nav.main [aria-current]").bounding_box()
        assert box["x"] >= 0, address
        assert box["x"] + box["width"] <= 380, address
        assert page.evaluate("scrollX") == 0
    page.close()


def test_a_talk_is_found_its_evidence_opened_and_the_mark_seen(page, base):
    page.goto(base + "/today")
    page.get_by_role("link", name="Talks", exact=True).click()
    page.get_by_text("Filter", exact=True).click()
    page.get_by_label("Party").select_option("UKR")
    page.get_by_role("button", name="Show").click()
    assert "party=UKR" in page.url
    page.get_by_role("link", name="Ukraine", exact=False).first.click()
    page.locator("figure.q blockquote a").first.click()
    marks = page.locator("mark.lit")
    marks.first.wait_for()
    assert marks.first.is_visible()
    assert page.evaluate(
        "(() => { const r = document.querySelector('mark.lit').getBoundingClientRect(); return r.top >= 0 && r.bottom <= innerHeight })()"
    )
    assert page.locator(".claim.lit").count() == 1


def test_evidence_is_one_click_away_without_scripts_too(browser, base):
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(base + "/today")
    page.locator("figure.q blockquote a").first.click()
    page.locator("mark.lit").first.wait_for()
    context.close()


def test_marks_and_claims_light_each_other(page, base, miami):
    page.goto(f"{base}/documents/{miami}")
    claim = page.locator(".claim.talk").first
    claim.hover()
    lit = page.locator("mark.lit")
    assert lit.count() >= 3
    id_ = claim.get_attribute("data-claim")
    assert all(id_ in mark.get_attribute("data-claims") for mark in lit.all())
    page.locator("h1").hover()
    page.locator("mark.statement").first.hover()
    assert page.locator(".claim.statement.lit").count() == 1


def test_the_words_of_a_value_open_on_hover_and_on_focus(page, base):
    page.goto(base + "/talks")
    fact = page.locator(".fact").first
    assert not fact.locator(".card").is_visible()
    fact.hover()
    assert "“" in fact.locator(".card").inner_text()
    page.mouse.move(0, 0)
    fact.locator("a").focus()
    assert fact.locator(".card").is_visible()
    page.keyboard.press("Escape")
    assert not fact.locator(".card").is_visible()


def test_single_keys_lead_through_the_pages(page, base, miami):
    page.goto(base + "/today")
    page.keyboard.press("/")
    assert page.evaluate("document.activeElement.id") == "q"
    page.keyboard.press("Escape")
    page.keyboard.press("g")
    page.keyboard.press("p")
    page.wait_for_url("**/positions")
    page.keyboard.press("g")
    page.keyboard.press("t")
    page.wait_for_url("**/talks")
    page.keyboard.press("j")
    page.keyboard.press("j")
    page.keyboard.press("k")
    assert page.locator("[data-row].here").count() == 1
    page.keyboard.press("j")
    page.keyboard.press("Enter")
    page.wait_for_url("**/talks/t*")
    page.keyboard.press("?")
    assert page.get_by_role("dialog").is_visible()
    page.keyboard.press("?")
    page.goto(f"{base}/documents/{miami}")
    page.keyboard.press("]")
    first = page.locator("mark.here").inner_text()
    page.keyboard.press("]")
    assert page.locator("mark.here").inner_text() != first
    page.keyboard.press("[")
    assert page.locator("mark.here").inner_text() == first


def test_the_keyboard_alone_reaches_the_content(page, base):
    page.goto(base + "/talks")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("document.querySelector('main').contains(document.activeElement)")


def test_a_pair_is_judged_by_a_key_and_the_judgement_undone_by_another(page, copied):
    from playwright.sync_api import expect

    with served(Serving(record=copied, today=lambda: TODAY)) as base:
        page.goto(base + "/review")
        waiting = page.locator(".lead").inner_text()
        assert "may be the same" in waiting
        page.get_by_label("Who decides").fill("Ann")
        page.locator("h1").click()
        page.keyboard.press("x")
        expect(page.get_by_role("heading", name="Decided lately")).to_be_visible()
        expect(page.locator(".lead")).not_to_have_text(waiting)
        with open_record(copied, readonly=True) as record:
            assert [(one.verb, one.who) for one in record.judgements()] == [("same", "Ann")]
        page.keyboard.press("z")
        expect(page.locator(".lead")).to_have_text(waiting)
        with open_record(copied, readonly=True) as record:
            assert sorted(one.verb for one in record.judgements()) == ["same", "undo"]


def test_a_calendar_is_downloaded_that_a_parser_accepts(page, base):
    page.goto(base + "/talks?party=UKR")
    with page.expect_download() as waiting:
        page.get_by_role("link", name="calendar", exact=True).click()
    made = icalendar.Calendar.from_ical(Path(waiting.value.path()).read_bytes())
    assert len(made.walk("vevent")) > 2
    assert all("Ukraine" in event["summary"] for event in made.walk("vevent"))


def test_print_shows_the_content_and_nothing_to_click_on(page, base, weekend):
    page.goto(f"{base}/talks/{weekend}")
    page.emulate_media(media="print")
    assert page.locator("h1").is_visible()
    for around in ("nav.main", ".find", "form.act"):
        assert not page.locator(around).first.is_visible(), around


def test_text_can_be_twice_as_large(browser, base, every):
    page = browser.new_page(viewport={"width": 640, "height": 800})  # 1280 at 200 %
    for address in every:
        page.goto(base + address)
        assert page.evaluate("document.documentElement.scrollWidth") <= 640, address
    page.close()


def test_a_site_opens_from_disk_and_leads_to_the_words(page, sample, tmp_path):
    with open_record(sample, readonly=True) as record:
        write_site(record, tmp_path / "site", Profile("public", TODAY))
    page.goto((tmp_path / "site" / "index.html").as_uri())
    page.get_by_role("link", name="Talks", exact=True).click()
    page.locator("figure.q blockquote a").first.click()
    page.locator("mark.lit").first.wait_for()
    assert page.evaluate("getComputedStyle(document.body).display") == "grid"
