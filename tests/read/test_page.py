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
    labels = [region.label for region in document.regions if region.label != "boilerplate"]
    assert labels == ["headline", "body", "body", "body"]
    assert "Home" not in document.text


def test_meta_elements_serve_where_there_is_no_linked_data():
    head = '<meta property="article:published_time" content="2025-11-25T19:40:00Z"><meta property="og:site_name" content="BBC">'
    document = read_page(
        f"<html><head><title>Talks</title>{head}</head><body><article>{PARAGRAPHS}</article></body></html>"
    )
    assert (document.published, document.outlet) == ("2025-11-25T19:40:00+00:00", "BBC")


def test_every_fact_has_its_words_in_the_text_also_where_only_the_markup_tells_it():
    document = read_page(PAGE)
    assert set(document.evidence) == {"title", "outlet", "published", "authors"}
    for spans in document.evidence.values():
        assert all(document.text[span.start : span.end] == span.quote for span in spans)


def shaped(body: str, head: str = "<title>Talks end</title>") -> str:
    return f"<html><head>{head}</head><body>{body}</body></html>"


def body_of(document):
    return [document.text[region.start : region.end] for region in document.stretches("body")]


def test_bulleted_lists_are_body():
    items = "<ul><li>an exchange of all prisoners, in two parts</li><li>two crossings open from dawn to dusk</li></ul>"
    document = read_page(shaped(f"<article><h1>Talks end</h1>{PARAGRAPHS}<p>They agreed on:</p>{items}</article>"))
    assert body_of(document)[-2:] == [
        "an exchange of all prisoners, in two parts",
        "two crossings open from dawn to dusk",
    ]


def test_a_page_laid_out_as_a_table_is_read():
    cells = PARAGRAPHS.replace("<p>", "").replace("</p>", "<br><br>")
    menu = "<td><a href='/'>Home</a><br><a href='/w'>World</a></td>"
    document = read_page(shaped(f"<table><tr>{menu}<td><b>Talks end</b><br>{cells}</td></tr></table>"))
    assert len(body_of(document)) == 3
    assert document.title == "Talks end"


def test_captions_comments_and_boxes_are_no_body():
    extra = (
        "<figure><img src='a'><figcaption>The delegations shake hands in the hotel's garden on Tuesday.</figcaption></figure>"
        "<div class='related-box'><h3>Related</h3><p>A ferry, a general and a very long lunch in the valley.</p></div>"
    )
    comments = "<div id='comments'><p>Old Sailor says: nobody in the harbour believed a single word of it, and nor did I.</p></div>"
    document = read_page(shaped(f"<article><h1>Talks end</h1>{PARAGRAPHS}{extra}</article>{comments}"))
    assert len(body_of(document)) == 3


def test_the_outlet_is_what_the_title_holds_beside_the_headline():
    document = read_page(shaped(f"<h1>Talks end</h1>{PARAGRAPHS}", "<title>Talks end | World | Harbour Ledger</title>"))
    assert document.outlet == "Harbour Ledger"


def test_a_visible_instant_beats_a_bare_day_of_the_markup_and_a_disagreement_is_a_problem():
    day = '<meta property="article:published_time" content="2025-11-25">'
    shown = "<p>25 November 2025 19:40 GMT</p>"
    assert read_page(shaped(f"<h1>Talks end</h1>{shown}{PARAGRAPHS}", day)).published == "2025-11-25T19:40:00+00:00"
    other = read_page(shaped(f"<h1>Talks end</h1>{shown.replace('25 Nov', '12 Nov')}{PARAGRAPHS}", day))
    assert other.published == "2025-11-25"
    assert any("its markup says 2025-11-25" in problem.what for problem in other.problems)


def test_an_instant_without_a_zone_gets_its_outlets_and_says_so():
    head = '<meta property="article:published_time" content="2025-11-25T19:40:00"><meta property="og:site_name" content="Haaretz">'
    document = read_page(shaped(f"<h1>Talks end</h1>{PARAGRAPHS}", head))
    assert document.published == "2025-11-25T19:40:00+02:00"
    assert any("Asia/Jerusalem assumed" in problem.what for problem in document.problems)


def test_breadcrumbs_and_dated_titles_name_the_outlet():
    crumbs = read_page(
        shaped(f"<div class='crumbs'>Indus Tribune &gt; World &gt; Talks</div><h1>Talks end</h1>{PARAGRAPHS}")
    )
    assert crumbs.outlet == "Indus Tribune"
    head = "<title>The Allegheny Courier, October 15, 1995</title>"
    dated = read_page(
        shaped(f"<h4>THE ARCHIVE OF THE COURIER</h4><h2>Talks end after long silence</h2>{PARAGRAPHS}", head)
    )
    assert (dated.outlet, dated.title) == ("The Allegheny Courier", "Talks end after long silence")
