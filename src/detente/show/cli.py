"""The command line. stdout is data, stderr is progress; the exit codes are those of `EXIT`."""

import sys

import click

from detente.errors import DetenteError, UsageError
from detente.show.commands import EXIT, detente


def main(arguments: list[str] | None = None) -> None:
    """Run the command line and leave with its exit code."""
    sys.exit(_run(arguments))


def _run(arguments: list[str] | None) -> int:
    try:
        return int(detente.main(arguments, prog_name="detente", standalone_mode=False) or 0)
    except click.exceptions.Exit as leaving:
        return leaving.exit_code
    except click.ClickException as error:
        error.show()
        return EXIT["usage"]
    except UsageError as error:
        click.echo(f"detente: {error}", err=True)
        return EXIT["usage"]
    except DetenteError as error:
        click.echo(f"detente: {error}", err=True)
        return EXIT["error"]
    except (KeyboardInterrupt, click.Abort):
        click.echo("detente: interrupted; what was read so far is kept", err=True)
        return EXIT["interrupted"]
    except BrokenPipeError:  # the reader of our output has gone (`| head`)
        sys.stderr.close()
        return EXIT["done"]
