"""What keeps the pages safe: who may ask, from where, and what a browser may do with what it gets."""

import hmac
from urllib.parse import parse_qsl, urlencode

from starlette.datastructures import Headers, MutableHeaders
from starlette.requests import Request
from starlette.responses import PlainTextResponse, RedirectResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

LOOPBACK = frozenset({"localhost", "127.0.0.1", "[::1]", "::1"})
COOKIE = "detente_token"
POLICY = (
    "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; connect-src 'self'; form-action 'self'; "
    "base-uri 'none'; frame-ancestors 'none'"
)
HEADERS = {
    "Content-Security-Policy": POLICY, "X-Content-Type-Options": "nosniff", "Referrer-Policy": "same-origin", "X-Frame-Options": "DENY",
    "Cross-Origin-Opener-Policy": "same-origin", "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "geolocation=(), camera=(), microphone=()",
}  # fmt: skip


class Guard:
    """Lets a request through to the pages: to a name of this machine, or with the token; adds the headers of safety.

    Without a token only names of the loopback are answered, so that no foreign page can reach the record under a name of
    its own. With one it comes as `Authorization: Bearer`, as a cookie, or once in the address, which then loses it.
    """

    def __init__(self, app: ASGIApp, token: str | None = None) -> None:
        self.app, self.token = app, token

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        refused = self._refused(Request(scope))
        await (refused or self.app)(scope, receive, _safely(send))

    def _refused(self, request: Request) -> Response | None:
        if self.token is None:
            name = (request.headers.get("host") or "").rpartition(":")[0] or request.headers.get("host") or ""
            if name.lower() not in LOOPBACK and request.headers.get("host", "").lower() not in LOOPBACK:
                return PlainTextResponse("this record is served to this machine only", 421)
            return None
        if given := request.query_params.get("token"):
            return self._admit(request, given)
        held = request.cookies.get(COOKIE) or request.headers.get("authorization", "").removeprefix("Bearer ")
        return (
            None
            if self._right(held)
            else PlainTextResponse("a token is needed: add ?token=... once to the address", 401)
        )

    def _admit(self, request: Request, given: str) -> Response:
        if not self._right(given):
            return PlainTextResponse("this token is not the right one", 401)
        rest = urlencode([pair for pair in parse_qsl(request.url.query) if pair[0] != "token"])
        answer = RedirectResponse(_own_path(request.url.path) + (f"?{rest}" if rest else ""), 303)
        answer.set_cookie(COOKIE, given, httponly=True, samesite="strict")
        return answer

    def _right(self, given: str) -> bool:
        return self.token is not None and hmac.compare_digest(given.encode(), self.token.encode())


def _own_path(path: str) -> str:
    """A path of this server, never the beginning of an address elsewhere."""
    return "/" + path.lstrip("/\\")


def _safely(send: Send) -> Send:
    async def sent(message: Message) -> None:
        if message["type"] == "http.response.start":
            headers = MutableHeaders(scope=message)
            for name, value in HEADERS.items():
                headers.setdefault(name, value)
            headers.setdefault("Cache-Control", "private, no-cache")
        await send(message)

    return sent


def from_here(headers: Headers) -> bool:
    """Tell whether a form was sent from one of our own pages, as far as the browser says.

    >>> from_here(Headers({"sec-fetch-site": "cross-site", "host": "localhost"}))
    False
    """
    if headers.get("sec-fetch-site", "same-origin") not in {"same-origin", "none"}:
        return False
    origin = headers.get("origin")
    return origin is None or origin.partition("://")[2] == headers.get("host")
