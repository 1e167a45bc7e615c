from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest
from lxml import html

from detente.errors import UsageError
from detente.record import open_record
from detente.show.public import Profile
from detente.show.site import write_site


@pytest.fixture(scope="module")
def site(sample, tmp_path_factory) -> Path:
    folder = tmp_path_factory.mktemp("site") / "out"
    with open_record(sample, readonly=True) as record:
        write_site(record, folder, Profile("public", "2026-01-05"))
    return folder


def test_every_link_leads_to_a_file_of_the_folder(site):
    files = list(site.rglob("*.html"))
    assert len(files) > 200
    for file in files:
        tree = html.fromstring(file.read_text())
        for reference in tree.xpath(
            "//a[not(contains(@rel, 'external'))]/@href | //link/@href | //script/@src | //*[local-name()='image']/@href"
        ):
            parts = urlsplit(reference)
            assert not parts.scheme, (file, reference)
            assert not reference.startswith("/"), (file, reference)
            target = file if not parts.path else (file.parent / unquote(parts.path)).resolve()
            assert target.is_file(), (file, reference)
            assert site.resolve() in [target.resolve(), *target.resolve().parents]


def test_a_link_to_words_leads_to_their_mark(site, weekend):
    tree = html.fromstring((site / "talks" / f"{weekend}.html").read_text())
    href = tree.xpath("//figure[@class='q']//a/@href")[0]
    file, _, mark = href.partition("#")
    assert html.fromstring((site / "talks" / file).resolve().read_text()).xpath(f"//a[@id='{mark}']")


def test_it_opens_with_today_and_asks_for_nothing_that_needs_a_server(site):
    assert (site / "index.html").read_bytes() == (site / "today.html").read_bytes()
    for file in site.rglob("*.html"):
        assert "<form" not in file.read_text(), file


def test_it_is_public_and_says_what_it_left_out(site):
    about = html.fromstring((site / "about.html").read_text()).text_content()
    assert "Left out of these pages" in about
    assert not list(site.glob("review*"))
    text = html.fromstring(next((site / "documents").glob("*.html")).read_text()).text_content()
    assert "Only the passages in which a claim stands are shown" in text


def test_the_same_record_makes_the_same_files(sample, site, tmp_path):
    with open_record(sample, readonly=True) as record:
        write_site(record, tmp_path / "again", Profile("public", "2026-01-05"))
    files = {file.relative_to(site) for file in site.rglob("*") if file.is_file()}
    assert files == {file.relative_to(tmp_path / "again") for file in (tmp_path / "again").rglob("*") if file.is_file()}
    for file in files:
        assert (site / file).read_bytes() == (tmp_path / "again" / file).read_bytes(), file


def test_a_folder_with_something_else_in_it_is_left_alone(sample, tmp_path):
    (tmp_path / "thesis.txt").write_text("mine")
    with open_record(sample, readonly=True) as record, pytest.raises(UsageError, match="no site of ours"):
        write_site(record, tmp_path, Profile("public", "2026-01-05"))
    assert [file.name for file in tmp_path.iterdir()] == ["thesis.txt"]
