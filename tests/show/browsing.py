"""A record served to a real browser: finding the browser, and a server in a thread of its own."""

import os
import shutil
import threading
from collections.abc import Iterator
from contextlib import contextmanager

import uvicorn

from detente.record import open_record
from detente.show.web.app import Serving, make_app

BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")


def chromium() -> str | None:
    """Return the path of a Chromium on this machine, or None."""
    return os.environ.get("CHROMIUM") or next((found for name in BROWSERS if (found := shutil.which(name))), None)


@contextmanager
def served(serving: Serving) -> Iterator[str]:
    """Serve a record's pages on a free port of the loopback; yields the address."""
    open_record(serving.record).close()
    config = uvicorn.Config(make_app(serving), host="127.0.0.1", port=0, log_level="warning", access_log=False)
    server = uvicorn.Server(config)
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    while not server.started:
        if not thread.is_alive():
            raise RuntimeError("the server did not start")
        threading.Event().wait(0.01)
    port = server.servers[0].sockets[0].getsockname()[1]
    try:
        yield f"http://127.0.0.1:{port}"
    finally:
        server.should_exit = True
        thread.join(timeout=10)
