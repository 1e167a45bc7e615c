import html
import json
import re
import tomllib

import pytest

from tests.gold.gold import HERE, SCORER, SHARED, digest, expected_of, figures, invented, pages, quotes_of

FLOORS = tomllib.loads((HERE / "floors.toml").read_text())
CAPS = FLOORS.pop("offtopic")
PINNED = [(folder, kind) for folder, floors in FLOORS.items() for kind in sorted(floors) if kind != "digest"]
WRITTEN = ("articles", "unseen", "wire", "wire_unseen")
GOLD = [(folder, page) for folder in ("sample", *WRITTEN) for page in pages(folder)]
KINDS = ("talks", "positions", "statements", "roles", "incidents", "sources", "people", "parties")
by_page = pytest.mark.parametrize(("folder", "page"), GOLD, ids=[f"{folder}-{page.stem}" for folder, page in GOLD])
needs_shared = pytest.mark.skipif(not SCORER.exists(), reason="../shared is absent")


@pytest.fixture(scope="module")
def scored():
    return {folder: figures(folder) for folder in {folder for folder, _ in PINNED}}


@needs_shared
@pytest.mark.parametrize(("folder", "kind"), PINNED)
def test_a_folder_is_understood_no_worse_than_its_floor(scored, folder, kind):
    assert scored[folder][kind] >= FLOORS[folder][kind]


@needs_shared
@pytest.mark.parametrize("kind", sorted(CAPS))
def test_no_more_is_claimed_of_pages_about_something_else_than_ever_was(kind):
    assert invented()[kind] <= CAPS[kind]


def test_forty_pages_are_about_something_else():
    assert len(pages("offtopic")) >= 40


@pytest.mark.parametrize("folder", WRITTEN)
def test_the_pinned_pages_are_unchanged(folder):
    if "digest" not in FLOORS.get(folder, {}):
        pytest.skip("still being written")
    assert digest(folder) == FLOORS[folder]["digest"], "a change of gold is a commit of its own, with its reason"


@by_page
def test_every_quote_stands_in_its_page(folder, page):
    source = page.read_text(encoding="utf-8")
    text = source if page.suffix == ".txt" else html.unescape(re.sub(r"<[^>]+>", "", source))
    missing = [quote for _, quote in quotes_of(expected_of(folder, page)) if quote not in text]
    assert not missing


@by_page
def test_every_actor_is_listed_and_every_item_whole(folder, page):
    gold = expected_of(folder, page)
    assert all(isinstance(gold[kind], list) for kind in KINDS)
    people = {person["id"] for person in gold["people"]}
    named = [one.get("person") for talk in gold["talks"] for one in talk["participants"]]
    named += [one["speaker"].get("person") for one in gold["statements"]]
    named += [one["person"] for one in gold["roles"]]
    named += [(one["alleged_by"] or {}).get("person") for one in gold["incidents"]]
    assert set(filter(None, named)) <= people
    for kind in ("statements", "incidents"):
        assert all(one["near_quotes"] for one in gold[kind])


@needs_shared
@by_page
def test_issues_and_stances_are_of_the_taxonomy(folder, page):
    issues = {node["id"] for node in json.loads((SHARED / "taxonomy" / "issues.json").read_text())["nodes"]}
    moves = {move["id"] for move in json.loads((SHARED / "taxonomy" / "moves.json").read_text())["moves"]}
    for position in expected_of(folder, page)["positions"]:
        accept = position.get("accept", {})
        assert {position["issue"], *accept.get("issue", [])} <= issues
        assert {position["stance"], *accept.get("stance", [])} <= moves


def test_the_sample_has_at_least_two_dozen_pages():
    assert len(pages("sample")) >= 24


def test_no_page_bears_the_address_of_a_real_outlet():
    every = [page for folder in ("sample", *WRITTEN, "offtopic") for page in pages(folder)]
    addresses = re.findall(r"https?://([\w.-]+)", "".join(page.read_text(encoding="utf-8") for page in every))
    assert all(host.endswith(".example") or host == "schema.org" for host in addresses)
