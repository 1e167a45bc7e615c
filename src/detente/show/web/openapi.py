"""A description of the JSON twins of all pages, as OpenAPI: made of the list of pages and their nouns, versioned."""

from functools import cache
from typing import Any

import msgspec

from detente.show.web.asked import SAID
from detente.show.web.page import Page

VERSION = "1"
WHOLE = {"type": "integer", "minimum": 1, "maximum": 10_000}
DAY = {"type": "string", "format": "date"}
SCHEMAS: dict[str, dict[str, Any]] = {
    "on": DAY, "since": DAY, "until": DAY, "page": WHOLE, "part": WHOLE, "min_sources": WHOLE,
    "before": {"type": "integer", "minimum": 1, "maximum": 9_007_199_254_740_992},
    "month": {"type": "string", "pattern": "^(19|20)[0-9]{2}-(0[1-9]|1[0-2])$"}, "profile": {"type": "string", "enum": ["public", "full"]},
}  # fmt: skip
WORDS = {"type": "string", "maxLength": 200, "pattern": "^[^\\x00-\\x1f]*$"}
ERROR = {
    "type": "object", "required": ["error"],
    "properties": {"error": {"type": "object", "required": ["what", "where", "do"], "properties": {key: {"type": "string"} for key in ("what", "where", "do")}}},
}  # fmt: skip


@cache
def description() -> dict[str, Any]:
    """Return the OpenAPI description."""
    from detente.show.web.pages import PAGES

    schemas, components = msgspec.json.schema_components(
        [page.noun for page in PAGES], ref_template="#/components/schemas/{name}"
    )
    paths = {
        f"{page.path}.json": {"get": _operation(page, schema)} for page, schema in zip(PAGES, schemas, strict=True)
    }
    return {
        "openapi": "3.1.0",
        "info": {"title": "Detente", "version": VERSION, "description": "What a record of a peace process says, with its evidence.", "license": {"name": "Apache-2.0", "identifier": "Apache-2.0"}},
        "paths": paths,
        "components": {"schemas": components},
    }  # fmt: skip


def _operation(page: Page, schema: dict[str, Any]) -> dict[str, Any]:
    parameters: list[dict[str, Any]] = [
        {"name": name, "in": "query", "description": SAID[name], "schema": SCHEMAS.get(name, WORDS)}
        for name in (*page.filters, "profile")
    ]
    if "{id}" in page.path:
        parameters.insert(
            0, {"name": "id", "in": "path", "required": True, "schema": {"type": "string", "minLength": 1}}
        )
    answers = {"200": _answer("What the page shows", schema)}
    answers |= {
        status: _answer(said, ERROR)
        for status, said in (("400", "What was asked for is malformed"), ("404", "There is no such item"))
    }
    return {
        "operationId": page.name, "summary": page.about or page.title, "parameters": parameters, "responses": answers,
    }  # fmt: skip


def _answer(said: str, schema: dict[str, Any]) -> dict[str, Any]:
    return {"description": said, "content": {"application/json": {"schema": schema}}}
