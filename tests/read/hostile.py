"""A local web server that misbehaves: each path in its own way. Handlers write raw bytes, so that nothing is too rude."""

import gzip
import socket
import threading
import time
import zlib
from collections.abc import Callable

PAGE = (
    b"<!doctype html><html><head><title>Talks end</title></head><body><article><h1>Talks end</h1>"
    + b"".join(
        b"<p>The two delegations met for the %d. time on Tuesday in a hotel outside the city, mediators said in the evening.</p>"
        % i
        for i in range(4)
    )
    + b"</article></body></html>"
)


def response(
    body: bytes,
    *headers: str,
    status: str = "200 OK",
    media: str = "text/html; charset=utf-8",
    length: int | None = None,
) -> bytes:
    """Return a whole response."""
    size = len(body) if length is None else length
    lines = [f"HTTP/1.1 {status}", f"Content-Type: {media}", f"Content-Length: {size}", "Connection: close", *headers]
    return "\r\n".join(lines).encode() + b"\r\n\r\n" + body


def moved(to: str, status: str = "302 Found") -> bytes:
    return response(b"", f"Location: {to}", status=status)


def drip(connection: socket.socket, data: bytes, pause: float, most: int = 400) -> None:
    for at in range(min(len(data), most)):
        connection.sendall(data[at : at + 1])
        time.sleep(pause)


def endless(connection: socket.socket) -> None:
    connection.sendall(b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n<html><body><p>")
    for _ in range(2000):
        connection.sendall(b"the talks went on and on, " * 2000)


def endless_headers(connection: socket.socket) -> None:
    connection.sendall(b"HTTP/1.1 200 OK\r\n")
    for number in range(3000):
        connection.sendall(b"X-%d: %s\r\n" % (number, b"a" * 900))


def chunked_without_end(connection: socket.socket) -> None:
    connection.sendall(
        b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nTransfer-Encoding: chunked\r\n\r\n5\r\n<html\r\n"
    )


def bomb() -> bytes:
    packer = zlib.compressobj(9, zlib.DEFLATED, zlib.MAX_WBITS | 16)
    return b"".join(packer.compress(bytes(1_000_000)) for _ in range(60)) + packer.flush()


BROKEN_GZIP = gzip.compress(PAGE)[:60] + b"\x00\xff\x00" * 30
Way = bytes | Callable[[socket.socket], None]

# path → what the server does. Those of REFUSED must each be one problem; those of READ must be read all the same.
REFUSED: dict[str, Way] = {
    "slow-drip": lambda c: drip(c, response(PAGE), 0.05),
    "slow-headers": lambda c: drip(c, b"HTTP/1.1 200 OK\r\n" + b"X-A: b\r\n" * 99, 0.05),
    "silence": lambda _: time.sleep(4),
    "closes-at-once": lambda _: None,
    "endless-body": endless,
    "endless-headers": endless_headers,
    "chunked-without-end": chunked_without_end,
    "bad-chunk": b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\nhello\r\n0\r\n\r\n",
    "not-http": b"220 smtp.harbour.example ready\r\n",
    "longer-length": response(PAGE, length=len(PAGE) + 5000),
    "negative-length-empty": response(b"", length=-1),
    "zip-bomb": response(bomb(), "Content-Encoding: gzip"),
    "broken-gzip": response(BROKEN_GZIP, "Content-Encoding: gzip"),
    "unasked-brotli": response(b"\x8b\x02\x80hello\x03", "Content-Encoding: br"),
    "redirect-loop": moved("/refused/redirect-loop"),
    "redirect-chain": lambda c: c.sendall(moved(f"/refused/redirect-chain?{time.monotonic_ns()}")),
    "redirect-to-file": moved("file:///etc/passwd"),
    "redirect-to-ftp": moved("ftp://harbour.example/page"),
    "redirect-nowhere": moved("http://"),
    "busy": response(b"", "Retry-After: 3600", status="429 Too Many Requests"),
    "down": response(b"", "Retry-After: Fri, 31 Dec 2100 23:59:59 GMT", status="503 Service Unavailable"),
    "forbidden": response(b"no", status="403 Forbidden"),
    "gone": response(b"gone", status="410 Gone"),
    "server-error": response(b"<h1>oops</h1>", status="500 Internal Server Error"),
    "empty": response(b""),
    "binary-as-html": response(bytes(range(256)) * 20),
    "picture-as-html": response(b"\x89PNG\r\n\x1a\n" + bytes(3000)),
    "truncated-pdf": response(b"%PDF-1.7\n1 0 obj<<", media="application/pdf"),
    "odd-status": b"HTTP/1.1 999 Denied\r\nContent-Length: 0\r\n\r\n",
    "menu-only": response(b"<html><body><nav><a href='/'>Home</a></nav></body></html>"),
    "foreign-language": response(("<html><body><article>" + "<p>Die Delegationen beider Seiten haben sich am Montag in Genf getroffen.</p>" * 5).encode()),
}  # fmt: skip
READ: dict[str, Way] = {
    "plain": response(PAGE),
    "html-as-pdf": response(PAGE, media="application/pdf"),
    "html-as-picture": response(PAGE, media="image/png"),
    "wrong-charset": response(PAGE.replace(b"mediators", "médiators".encode()), media="text/html; charset=ascii"),
    "latin-as-utf8": response(PAGE.replace(b"mediators", "m\xe9diators".encode("latin-1"))),
    "shorter-length": response(PAGE + b"<p>more</p>", length=len(PAGE)),
    "gzip": response(gzip.compress(PAGE), "Content-Encoding: gzip"),
    "moved": moved("/read/plain", "301 Moved Permanently"),
    "doubled-headers": response(PAGE, "Content-Type: text/plain", "Server: a", "Server: b"),
    "no-length": b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n" + PAGE,
}  # fmt: skip


class Hostile:
    """The server; a context manager whose value is its address."""

    def __init__(self, robots: bytes = response(b"", status="404 Not Found")) -> None:
        self._socket = socket.create_server(("127.0.0.1", 0))
        self.asked: list[bytes] = []
        self.extra: dict[str, Way] = {"/robots.txt": robots}
        self._open = True

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self._socket.getsockname()[1]}"

    def __enter__(self) -> "Hostile":
        threading.Thread(target=self._serve, daemon=True).start()
        return self

    def __exit__(self, *error: object) -> None:
        self._open = False
        self._socket.close()

    def _serve(self) -> None:
        while self._open:
            try:
                connection, _ = self._socket.accept()
            except OSError:
                return
            threading.Thread(target=self._answer, args=(connection,), daemon=True).start()

    def _answer(self, connection: socket.socket) -> None:
        try:
            request = connection.recv(65_536)
            self.asked.append(request)
            path = request.split(b" ")[1].decode() if b" " in request else "/"
            way = self._way(path)
            connection.sendall(way) if isinstance(way, bytes) else way(connection)
        except OSError:
            return
        finally:
            connection.close()

    def _way(self, path: str) -> Way:
        bare = path.split("?")[0]
        if bare in self.extra:
            return self.extra[bare]
        name = bare.rpartition("/")[2]
        ways = REFUSED if bare.startswith("/refused/") else READ
        return ways.get(name, response(b"", status="404 Not Found"))
