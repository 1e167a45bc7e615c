"""The pages as an application: routes made of the list of pages, answers kept while nothing changes, decisions taken."""

import asyncio
import secrets
from collections.abc import Awaitable, Callable
from datetime import UTC, datetime
from typing import Any
from urllib.parse import parse_qs

import msgspec
from anyio import to_thread
from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from detente.errors import DetenteError, MissingError, RecordBusyError, UsageError
from detente.geography import Geography
from detente.model import Noun
from detente.show.public import Profile
from detente.show.web.asked import read_address
from detente.show.web.forms import KINDS, LEAVING, made
from detente.show.web.guard import Guard, from_here
from detente.show.web.judging import decide, read_form
from detente.show.web.kept import Kept, Made, Readers
from detente.show.web.look import Look
from detente.show.web.openapi import description
from detente.show.web.page import Page
from detente.show.web.pages import PAGES
from detente.show.web.rendering import Addresses, hash_of, render_error, static_files, static_version

STATIC_KINDS = {"css": "text/css; charset=utf-8", "js": "text/javascript; charset=utf-8", "svg": "image/svg+xml"}
LONGEST_FORM = 100_000  # bytes
STATUS = ((MissingError, 404), (UsageError, 400), (RecordBusyError, 503), (DetenteError, 500))


class Serving(msgspec.Struct, frozen=True, kw_only=True):
    """How the pages are served: of which record, in which profile, with which token, signed by whom, as of which day, where."""

    record: str
    profile: str = "full"
    token: str | None = None
    who: str | None = None
    geography: str = ""
    today: Callable[[], str] = lambda: datetime.now(UTC).date().isoformat()


class Error(Noun, frozen=True, kw_only=True):
    """The one shape of an error: what happened, where, what to do."""

    what: str
    where: str
    do: str


class Desk:
    """Answers requests: the connections to the record, the pages kept, and the token that forms carry."""

    def __init__(self, serving: Serving) -> None:
        self.serving = serving
        self.geography = Geography.of(serving.geography)
        self.readers, self.kept = Readers(serving.record), Kept()
        self.csrf = secrets.token_urlsafe(24)
        self._making: dict[str, asyncio.Task[Made]] = {}

    def answers(self, page: Page, suffix: str) -> Callable[[Request], Awaitable[Response]]:
        """Return the endpoint of a page in one of its forms."""

        async def answer(request: Request) -> Response:
            address = f"{suffix} {request.url.path}?{request.url.query}"
            state = self.readers.state()
            found = self.kept.get(address, state)
            if found is None:
                found = await self._make(address, state, lambda: self._made(page, suffix, request))
            return _response(found, request)

        return answer

    async def _make(self, address: str, state: int, make: Callable[[], Made]) -> Made:
        """Make a page once, however many ask for it at the same time."""
        task = self._making.get(address)
        if task is None:
            task = self._making[address] = asyncio.ensure_future(to_thread.run_sync(make))
            task.add_done_callback(lambda _: self._making.pop(address, None))
        found = await asyncio.shield(task)
        self.kept.put(address, state, found)
        return found

    def _made(self, page: Page, suffix: str, request: Request) -> Made:
        leaving = suffix in LEAVING
        allowed = (*page.filters, "profile")
        asked = read_address(request.query_params, allowed, form=suffix == "html")
        full = self.serving.profile == "full" and asked.profile != "public" and (not leaving or asked.profile == "full")
        today = self.serving.today()
        with self.readers.look() as record:
            look = Look(record, asked, Profile("full" if full else "public", today), today, geography=self.geography)
            id_ = request.path_params.get("id")
            return made(page, look, suffix, id_, self._around(request, page, look, id_))

    def _around(self, request: Request, page: Page, look: Look, id_: str | None) -> dict[str, Any]:
        path = page.path.replace("{id}", id_ or "")
        base = str(request.base_url).rstrip("/")
        return {
            "asked": look.asked.given(), "path": path, "query": look.asked.given(), "profile": look.profile.name, "csrf": self.csrf,
            "who": self.serving.who or "", "static": static_version(), "base": base, "on": look.on, "today": look.today,
        }  # fmt: skip

    async def judge(self, request: Request) -> Response:
        """Take a decision from a form and go back to where it came from."""
        body = await _body(request)
        form = {name: values[0] for name, values in body.items()}
        if not from_here(request.headers) or not secrets.compare_digest(
            form.get("csrf", "").encode(), self.csrf.encode()
        ):
            raise HTTPException(403, "this decision did not come from a page of this record; open the page again")
        decided = read_form(form, body.get("on", []), self.serving.who)
        await to_thread.run_sync(decide, self.serving.record, decided)
        self.kept.clear()
        return RedirectResponse(_back(form.get("back", "/review")), 303)

    async def error(self, request: Request, error: Exception) -> Response:
        """Answer an error in its one shape, as a page where a page was asked for."""
        status, what, do = _told(error)
        if request.url.path.endswith((".json", ".csv", ".ics", ".atom")):
            shape = {"error": Error(what=what, where=request.url.path, do=do)}
            return Response(msgspec.json.encode(shape), status, media_type="application/json")
        return Response(render_error(what, do, status, Addresses()), status, media_type="text/html")


async def _body(request: Request) -> dict[str, list[str]]:
    if request.headers.get("content-type", "").partition(";")[0] != "application/x-www-form-urlencoded":
        raise HTTPException(415, "a decision is sent as a form")
    body = b""
    async for piece in request.stream():
        body += piece
        if len(body) > LONGEST_FORM:
            raise HTTPException(413, "this form is too long")
    return parse_qs(body.decode("utf-8", "replace"), keep_blank_values=True, max_num_fields=200)


def _back(path: str) -> str:
    """Return a path of ours, whatever a form says.

    >>> _back("/talks/t1"), _back("//elsewhere.example/"), _back("https://elsewhere.example")
    ('/talks/t1', '/review', '/review')
    """
    return path if path.startswith("/") and not path.startswith(("//", "/\\")) and path.isprintable() else "/review"


def _told(error: Exception) -> tuple[int, str, str]:
    if isinstance(error, HTTPException):
        what = error.detail if error.status_code != 404 else "there is no such page"
        return error.status_code, what, "go to Today, or search"
    status = next((status for kind, status in STATUS if isinstance(error, kind)), 500)
    what, _, do = str(error).partition("; ")
    return status, what, do or "go to Today, or search"


def _response(found: Made, request: Request) -> Response:
    tag = f'"{found.tag}"'
    if request.headers.get("if-none-match") == tag:
        return Response(status_code=304, headers={"ETag": tag})
    headers = {"ETag": tag}
    if found.file:
        headers["Content-Disposition"] = (
            f'attachment; filename="{"".join(c for c in found.file if c.isalnum() or c in "-._")}"'
        )
    return Response(found.body, found.status, headers, media_type=found.kind)


async def _static(request: Request) -> Response:
    name = request.path_params["name"]
    body = static_files().get(name)
    if body is None:
        raise HTTPException(404)
    kept = {"Cache-Control": "public, max-age=86400", "ETag": f'"{hash_of(body)}"'}
    return Response(body, headers=kept, media_type=STATIC_KINDS[name.rpartition(".")[2]])


async def _openapi(_: Request) -> Response:
    return Response(msgspec.json.encode(description()), media_type="application/json")


def make_app(serving: Serving) -> Starlette:
    """Return the application that serves a record's pages."""
    desk = Desk(serving)
    routes = [Route("/static/{name}", _static), Route("/openapi.json", _openapi)]
    for suffix in KINDS:
        for page in PAGES:
            if suffix == "html" or suffix in page.suffixes:
                path = page.path.replace("{id}", "{id:path}") + ("" if suffix == "html" else f".{suffix}")
                routes.append(Route(path, desk.answers(page, suffix), name=f"{page.name}.{suffix}"))
    home = next(page for page in PAGES if page.name == "today")
    routes = [
        Route("/", desk.answers(home, "html")),
        Route("/judge", desk.judge, methods=["POST"]),
        *_specific_first(routes),
    ]
    handlers: dict[Any, Any] = {HTTPException: desk.error, DetenteError: desk.error, UsageError: desk.error}
    app = Starlette(routes=routes, exception_handlers=handlers, middleware=[Middleware(Guard, token=serving.token)])
    app.state.desk = desk
    return app


def _specific_first(routes: list[Route]) -> list[Route]:
    """A path with a suffix, or with no id in it, is tried before one that an id could swallow."""
    return sorted(routes, key=lambda route: ("{id:path}" in route.path, route.path.endswith("{id:path}")))
