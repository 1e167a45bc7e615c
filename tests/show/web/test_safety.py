import msgspec
import pytest
from lxml import html
from tests.show.conftest import client_of

from detente.line import settle
from detente.model import Claims, Document, Region, Span, StatementClaim
from detente.record import open_record

HOSTILE = '</mark></div><script>alert(1)</script><img src=x onerror="alert(2)">'


@pytest.fixture
def hostile(tmp_path):
    text = f"Title {HOSTILE}\n\nHe said {HOSTILE} & left.\n"
    span = Span(start=text.index("He"), end=len(text) - 1, quote=text[text.index("He") : -1])
    claim = StatementClaim(id="c1", content=(span,), evidence={"content": (span,)}, cue=HOSTILE, source=None)
    document = Document(
        id="d1", version="v1", text=text, title=f"Title {HOSTILE}", outlet=f'"{HOSTILE}', url="javascript:alert(3)", published="2025-12-01",
        regions=(Region(start=0, end=10, label="headline"),),
    )  # fmt: skip
    path = str(tmp_path / "hostile.sqlite")
    with open_record(path, create=True) as record:
        record.add(Claims(document=document, statements=(claim,)), "r1", "2025-12-01")
        settle(record, "2025-12-01T00:00:00+00:00")
    return client_of(path), text


def test_hostile_html_in_a_document_stays_text(hostile):
    client, text = hostile
    for address in ("/documents/d1", "/documents", "/statements", "/search?q=alert", "/today", "/sources"):
        tree = html.fromstring(client.get(address).text)
        assert not tree.xpath("//script[not(@src)] | //img | //*[@onerror]"), address
    tree = html.fromstring(client.get("/documents/d1").text)
    assert tree.get_element_by_id("text").text_content() == text


def test_an_address_that_is_not_of_the_web_is_no_link(hostile):
    assert "javascript:" not in hostile[0].get("/documents/d1").text


def test_links_to_sources_open_without_referrer(client):
    row = client.get("/documents.json").json()["documents"][0]
    link = html.fromstring(client.get(f"/documents/{row['id']}").text).xpath("//a[contains(@rel, 'external')]")[0]
    assert link.get("href") == row["url"]
    assert {"noreferrer", "noopener"} <= set(link.get("rel").split())


def test_every_answer_has_the_headers_of_safety(client):
    for address in ("/today", "/talks.json", "/static/detente.css", "/nothing", "/talks?page=x"):
        headers = client.get(address).headers
        policy = headers["content-security-policy"]
        assert "default-src 'none'" in policy
        assert "unsafe" not in policy
        assert headers["referrer-policy"] == "same-origin"
        assert headers["x-content-type-options"] == "nosniff"


@pytest.mark.parametrize(
    "host", ["evil.example", "evil.example:8642", "localhost.evil.example", "127.0.0.1.evil.example"]
)
def test_a_foreign_name_for_this_machine_is_not_answered(client, host):
    assert client.get("/today", headers={"host": host}).status_code == 421


@pytest.mark.parametrize("host", ["localhost", "localhost:8642", "127.0.0.1:1", "[::1]:8642"])
def test_names_of_this_machine_are_answered(client, host):
    assert client.get("/about", headers={"host": host}).status_code == 200


@pytest.mark.parametrize(
    "path",
    [
        "/static/../app.py",
        "/static/..%2fapp.py",
        "/static/%2e%2e/app.py",
        "/static//etc/passwd",
        "/documents/..%2f..%2fetc%2fpasswd",
        "/talks/../../x",
    ],
)
def test_no_path_leads_out(client, path):
    answer = client.get(path)
    assert answer.status_code == 404
    assert "import" not in answer.text


@pytest.mark.parametrize(
    "query",
    [
        "page=0",
        "page=x",
        "page=99999",
        "since=2025-13-01",
        "since=yesterday",
        "min_sources=-1",
        "nonsense=1",
        "party=" + "x" * 300,
        "party=%00",
        "page=²",
    ],
)
def test_what_is_malformed_is_told_in_one_shape(client, query):
    answer = client.get(f"/talks.json?{query}")
    assert answer.status_code == 400
    assert set(answer.json()["error"]) == {"what", "where", "do"}
    assert client.get(f"/talks?{query}").status_code == 400


def test_what_is_missing_is_told_in_the_same_shape(client):
    for path in (
        "/talks/t999.json",
        "/people/nobody.json",
        "/documents/none.json",
        "/positions/X:y.json",
        "/ceasefires/t1.json",
        "/none.json",
    ):
        answer = client.get(path)
        assert answer.status_code == 404, path
        assert set(answer.json()["error"]) == {"what", "where", "do"}


# ── decisions ───────────────────────────────────────────────────────────────────────────────────────────────────────


def csrf_of(client):
    return html.fromstring(client.get("/review").text).xpath("//input[@name='csrf']/@value")[0]


def pair_of(client):
    return [one["id"] for one in client.get("/review.json").json()["pair"]]


def test_a_pair_is_judged_and_the_judgement_undone(copied):
    client = client_of(copied)
    total = client.get("/talks.json").json()["turned"]["total"]
    waiting = client.get("/review.json").json()["waiting"]
    pair = pair_of(client)
    form = {"csrf": csrf_of(client), "verb": "same", "on": pair, "who": "me", "why": "one plan", "back": "/review"}
    answer = client.post("/judge", data=form)
    assert (answer.status_code, answer.headers["location"]) == (303, "/review")
    after = client.get("/review.json").json()
    assert after.get("waiting", 0) < waiting
    assert after["decisions"][0]["why"] == "one plan"
    assert client.get("/talks.json").json()["turned"]["total"] == total - 1
    client.post(
        "/judge",
        data={"csrf": form["csrf"], "verb": "undo", "on": after["decisions"][0]["id"], "who": "me", "back": "/review"},
    )
    assert client.get("/talks.json").json()["turned"]["total"] == total
    assert len(pair_of(client)) == 2


def test_a_field_is_set_and_says_so(copied, weekend):
    client = client_of(copied)
    form = {
        "csrf": csrf_of(client),
        "verb": "set",
        "on": weekend,
        "field": "where",
        "value": "Hallandale",
        "who": "me",
        "back": f"/talks/{weekend}",
    }
    assert client.post("/judge", data=form).status_code == 303
    facts = client.get(f"/talks/{weekend}.json").json()["fields"]["where"]
    assert (facts[0]["shown"], bool(facts[0]["judged"]), facts[1]["shown"]) == ("Hallandale", True, "Miami")
    when = {**form, "field": "when", "value": "2025-12-20"}
    assert client.post("/judge", data=when).status_code == 303
    assert client.get(f"/talks/{weekend}").status_code == client.get("/calendar?month=2025-12").status_code == 200


@pytest.mark.parametrize(
    ("change", "headers", "status"),
    [
        ({"csrf": "wrong"}, {}, 403),
        ({"csrf": ""}, {}, 403),
        ({}, {"origin": "https://evil.example"}, 403),
        ({}, {"sec-fetch-site": "cross-site"}, 403),
        ({"verb": "drop"}, {}, 400),
        ({"who": ""}, {}, 400),
        ({"verb": "set", "field": "body", "value": "x", "on": ["t1"]}, {}, 400),
        ({"on": ["t1", "t999"]}, {}, 404),
    ],
)
def test_a_decision_that_is_not_ours_or_malformed_changes_nothing(copied, change, headers, status):
    client = client_of(copied)
    form = {"csrf": csrf_of(client), "verb": "same", "on": pair_of(client), "who": "me", "back": "/review", **change}
    assert client.post("/judge", data=form, headers=headers).status_code == status
    with open_record(copied, readonly=True) as record:
        assert list(record.judgements()) == []


def test_a_decision_is_a_form_and_nothing_else(copied):
    client = client_of(copied)
    assert client.post("/judge", json={"verb": "same"}).status_code == 415
    assert client.get("/judge").status_code == 405


def test_going_back_never_leaves_the_record(copied):
    client = client_of(copied)
    form = {"csrf": csrf_of(client), "verb": "note", "on": "t1", "value": "call back", "who": "me"}
    for back in ("//evil.example/", "https://evil.example", "/\\evil.example", "javascript:alert(1)"):
        assert client.post("/judge", data={**form, "back": back}).headers["location"] == "/review"


# ── beyond this machine ─────────────────────────────────────────────────────────────────────────────────────────────


def test_beyond_this_machine_a_token_is_needed_and_leaves_the_address(sample):
    client = client_of(sample, token="secret", profile="public")
    assert client.get("/today", headers={"host": "desk.example"}).status_code == 401
    assert client.get("/today?token=wrong").status_code == 401
    assert client.get("/today", headers={"authorization": "Bearer secret"}).status_code == 200
    answer = client.get("/%2Fevil.example/?token=secret")
    assert answer.headers["location"].startswith("/evil.example")
    answer = client.get("/talks?token=secret&party=USA")
    assert (answer.status_code, answer.headers["location"]) == (303, "/talks?party=USA")
    assert "httponly" in answer.headers["set-cookie"].lower()
    assert "samesite=strict" in answer.headers["set-cookie"].lower()
    client.cookies.set("detente_token", "secret")
    assert "public profile" in client.get("/talks").text


def test_a_public_server_never_shows_the_full_profile(copied):
    noted = client_of(copied)
    noted.post(
        "/judge",
        data={
            "csrf": csrf_of(noted),
            "verb": "note",
            "on": "t1",
            "value": "private thought",
            "who": "Ann Analyst",
            "back": "/",
        },
    )
    assert "private thought" in noted.get("/talks/t1").text
    public = client_of(copied, profile="public")
    for address in (
        "/talks/t1",
        "/talks/t1?profile=full",
        "/talks/t1.json?profile=full",
        "/review",
        "/talks.csv?profile=full",
    ):
        text = public.get(address).text
        assert "private thought" not in text
        assert "Ann Analyst" not in text


def test_errors_are_decoded_as_they_are_described(client):
    from detente.show.web.app import Error

    msgspec.json.decode(client.get("/talks/t999.json").content, type=dict[str, Error])
