"""Thirty awkward feeds: those that are read all the same, and those that are refused."""

import json

LONG = "<p>" + "The envoys of the two republics met for three hours in the border town on Thursday. " * 8 + "</p>"
ITEM = "<item><title>Talks end</title><link>https://harbour.example/1</link><pubDate>Tue, 25 Nov 2025 19:40:00 +0200</pubDate><description>They met.</description></item>"


def rss(items=ITEM, head='<?xml version="1.0" encoding="UTF-8"?>', channel="<title>Harbour Ledger</title>"):
    return f'{head}<rss version="2.0"><channel>{channel}{items}</channel></rss>'.encode()


def atom(entry):
    return f'<feed xmlns="http://www.w3.org/2005/Atom"><title>Harbour Ledger</title>{entry}</feed>'.encode()


ENTRY = '<entry><title>Talks end</title><link href="https://harbour.example/1"/><updated>2025-11-25T19:40:00+02:00</updated><summary>They met.</summary></entry>'
JSON = {
    "version": "https://jsonfeed.org/version/1.1",
    "title": "Harbour Ledger",
    "items": [
        {
            "id": "1",
            "url": "https://harbour.example/1",
            "title": "Talks end",
            "content_html": LONG,
            "date_published": "2025-11-25T19:40:00+02:00",
        }
    ],
}

READ = {
    "plain rss": rss(),
    "byte-order mark": b"\xef\xbb\xbf" + rss(),
    "blank lines before the declaration": b"\n\n  " + rss(),
    "a warning before the declaration": b"<br />PHP Warning: foo\n" + rss(),
    "no declaration": rss(head=""),
    "latin-1 declared and meant": rss(ITEM.replace("They", "Naïve"), '<?xml version="1.0" encoding="ISO-8859-1"?>').decode().encode("latin-1"),
    "utf-8 declared, windows meant": rss().replace(b"They met", b"They \x93met\x94"),
    "utf-16": rss(head='<?xml version="1.0" encoding="UTF-16"?>').decode().encode("utf-16"),
    "control characters": rss().replace(b"They met", b"They\x0b\x08 met"),
    "unescaped ampersand": rss().replace(b"Talks end", b"Talks & end").replace(b"They met", b"Law & order"),
    "html entities undefined in XML": rss().replace(b"They met", b"They&nbsp;met&hellip;"),
    "markup in the title": rss(ITEM.replace("Talks end", "&lt;b&gt;Talks&lt;/b&gt; end")),
    "cdata": rss(ITEM.replace("They met.", f"<![CDATA[{LONG}]]>")),
    "content:encoded": rss(ITEM.replace("<description>", f'<content:encoded xmlns:content="http://purl.org/rss/1.0/modules/content/"><![CDATA[{LONG}]]></content:encoded><description>')),
    "unclosed channel": rss().replace(b"</channel></rss>", b""),
    "cut in mid-item": rss(ITEM + ITEM)[:-120],
    "link only in guid": rss(ITEM.replace("<link>https://harbour.example/1</link>", '<guid isPermaLink="true">https://harbour.example/1</guid>')),
    "link in CDATA with spaces": rss(ITEM.replace("https://harbour.example/1", "<![CDATA[ https://harbour.example/1 ]]>")),
    "date of another shape": rss(ITEM.replace("Tue, 25 Nov 2025 19:40:00 +0200", "2025-11-25 19:40:00")),
    "date with a named zone": rss(ITEM.replace("+0200", "EST")),
    "date that is none": rss(ITEM.replace("Tue, 25 Nov 2025 19:40:00 +0200", "yesterday")),
    "no date at all": rss(ITEM.replace("<pubDate>Tue, 25 Nov 2025 19:40:00 +0200</pubDate>", "")),
    "rdf": b'<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"><channel><title>Harbour Ledger</title></channel><item><title>Talks end</title><link>https://harbour.example/1</link></item></rdf:RDF>',
    "atom": atom(ENTRY),
    "atom with xhtml content": atom(ENTRY.replace("<summary>They met.</summary>", f'<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">{LONG}</div></content>')),
    "atom with several links": atom(ENTRY.replace("<link ", '<link rel="self" href="https://harbour.example/self"/><link rel="enclosure" href="https://harbour.example/a.mp3"/><link rel="alternate" ')),
    "atom prefixed": b'<a:feed xmlns:a="http://www.w3.org/2005/Atom"><a:title>Harbour Ledger</a:title><a:entry><a:title>Talks end</a:title><a:link href="https://harbour.example/1"/></a:entry></a:feed>',
    "json": json.dumps(JSON).encode(),
    "json with odd fields": json.dumps({**JSON, "items": [{**JSON["items"][0], "authors": None, "date_published": 7}, "x"]}).encode(),
    "thousands of entries": rss(ITEM * 3000),
}  # fmt: skip
REFUSED = {
    "no entry": rss(""),
    "entities that grow": b'<?xml version="1.0"?><!DOCTYPE lolz [<!ENTITY lol "lol"><!ENTITY lol1 "&lol;&lol;&lol;">]><rss version="2.0"><channel><item><title>&lol1;</title></item></channel></rss>',
    "html named like a feed": b"<!doctype html><html><head><title>Not found</title></head><body>404</body></html>",
    "json that is no feed": b'{"version": "https://jsonfeed.org/version/1.1"}',
    "json cut short": json.dumps(JSON).encode()[:-20],
    "nothing": b"   ",
}  # fmt: skip
