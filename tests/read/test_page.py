from detente.read import read_page

PARAGRAPHS = "".join(
    f"<p>{text}</p>"
    for text in (
        "The two delegations met for five hours on Tuesday in a hotel outside the city, mediators said in the evening.",
        "They agreed to exchange lists of prisoners before the end of the week, according to one of the mediators.",
        "A further round is planned for early next month, though neither side has confirmed that it will attend it.",
    )
)
PAGE = f"""<!doctype html><html><head><title>Talks end</title>
<link rel="canonical" href="https://harbourledger.example/talks">
<script type="application/ld+json">{{"@type": "NewsArticle", "headline": "Talks end after five hours",
"datePublished": "2025-11-25T19:40:00+02:00", "dateModified": "2025-11-25T20:00:00+02:00",
"author": {{"name": "Ruth Example"}}, "publisher": {{"name": "Harbour Ledger"}}}}</script></head>
<body><nav><a href="/">Home</a> <a href="/world">World</a></nav><article><h1>Talks end after five hours</h1>{PARAGRAPHS}</article>
<footer>About us</footer></body></html>"""


def test_a_page_tells_its_own_facts():
    document = read_page(PAGE)
    assert document.published == "2025-11-25T19:40:00+02:00"
    assert document.modified == "2025-11-25T20:00:00+02:00"
    assert (document.outlet, document.title) == ("Harbour Ledger", "Talks end after five hours")
    assert document.url == "https://harbourledger.example/talks"
    assert document.authors == ("Ruth Example",)


def test_the_text_is_headline_and_paragraphs_without_navigation():
    document = read_page(PAGE)
    assert [region.label for region in document.regions] == ["headline", "body", "body", "body"]
    assert "Home" not in document.text


def test_meta_elements_serve_where_there_is_no_linked_data():
    head = '<meta property="article:published_time" content="2025-11-25T19:40:00Z"><meta property="og:site_name" content="BBC">'
    document = read_page(
        f"<html><head><title>Talks</title>{head}</head><body><article>{PARAGRAPHS}</article></body></html>"
    )
    assert (document.published, document.outlet) == ("2025-11-25T19:40:00+00:00", "BBC")
