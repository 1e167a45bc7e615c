"""`detente serve`: the pages on this machine, and beyond it only with a token and said aloud."""

import ipaddress
import secrets

import click
import uvicorn

from detente.config import Config
from detente.record import open_record
from detente.show.web.app import Serving, make_app


def serve(config: Config, *, host: str, port: int, token: str | None, profile: str | None, who: str | None) -> int:
    """Serve the record until interrupted."""
    open_record(config.record).close()
    beyond = not is_loopback(host)
    if beyond and not token:
        token = secrets.token_urlsafe(18)
    profile = profile or ("public" if beyond else "full")
    shown = f"[{host}]" if ":" in host else host
    address = f"http://{shown}:{port}/" + (f"?token={token}" if token else "")
    if beyond:
        click.echo(
            f"detente: open to other machines on {shown}, unencrypted; whoever has the token can read and judge",
            err=True,
        )
    click.echo(f"detente: {address}  ({profile} profile; Ctrl-C ends)", err=True)
    app = make_app(
        Serving(record=config.record, profile=profile, token=token, who=who or config.who, geography=config.geography)
    )
    uvicorn.run(
        app, host=host, port=port, log_level="warning", access_log=False, server_header=False, date_header=False
    )
    return 0


def is_loopback(host: str) -> bool:
    """Tell whether an address reaches no further than this machine.

    >>> is_loopback("127.0.0.1"), is_loopback("localhost"), is_loopback("0.0.0.0")
    (True, True, False)
    """
    if host == "localhost":
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False
