import re

import pytest
from tests.gold.gold import pages

from detente.line.gate import glance, names_a_side, speaks_of_peace
from detente.read import document_of

FLOOR = 0.99


def text_of(page):
    return document_of(page.read_bytes(), page.name).text


@pytest.mark.parametrize("folder", ["sample", "articles"])
def test_pages_about_a_peace_process_pass(folder):
    rows = [speaks_of_peace(text_of(page)) for page in pages(folder)]
    assert sum(rows) / len(rows) >= FLOOR


def test_a_good_part_of_the_pages_that_only_sound_like_it_do_not_pass():
    rows = [speaks_of_peace(text_of(page)) for page in pages("offtopic")]
    assert sum(rows) / len(rows) <= 0.55


@pytest.mark.parametrize("folder", ["sample", "articles"])
def test_a_glance_at_the_html_lets_no_fewer_pass(folder):
    html = [page.read_bytes() for page in pages(folder) if page.suffix == ".html"]
    assert sum(map(glance, html)) / len(html) >= FLOOR


def test_parties_unknown_to_the_lexicon_pass_by_the_thickness_of_their_words():
    text = "The rebels of the Ninth Valley and the army agreed on a truce; mediators will meet them for talks on prisoners and troops, and sign an accord."
    assert not names_a_side(text)
    assert speaks_of_peace(text)


def test_swapping_the_sides_changes_nothing():
    text = "Egypt's envoy met Qatar's in Cairo for talks about a truce."
    swapped = re.sub("Egypt|Qatar", lambda name: {"Egypt": "Qatar", "Qatar": "Egypt"}[name.group()], text)
    assert speaks_of_peace(text) == speaks_of_peace(swapped) is True


@pytest.mark.parametrize("content", [b"", b"\x00\xff" * 200, b"<html><p>", b"<" * 5000])
def test_what_is_no_page_is_no_crash(content):
    assert glance(content) in {True, False}


def test_an_article_that_is_a_list_is_not_taken_for_a_menu():
    items = "".join(
        f"<li>Egypt's envoy met Qatar's in Cairo for talks about the truce, for the {n}. time.</li>" for n in range(5)
    )
    assert glance(f"<html><body><h1>Report</h1><p>As of Monday.</p><ul>{items}</ul></body></html>".encode())
