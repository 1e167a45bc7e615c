"""Sealing what is private: an age file that only the user's own key opens. The key is never kept here.

pyrage (the `sealed` extra) does the work: X25519 keys, files that the `age` command opens too.
"""

from typing import Any

from detente.errors import RecordError, UsageError


def new_key() -> tuple[str, str]:
    """Return a new key and the recipient that is sealed to: the first stays with the user, the second in the settings."""
    identity = _pyrage().x25519.Identity.generate()
    return str(identity), str(identity.to_public())


def sealed(content: bytes, recipient: str) -> bytes:
    """Seal bytes to a recipient ("age1..."). Raises UsageError where it is none."""
    pyrage = _pyrage()
    try:
        to = pyrage.x25519.Recipient.from_str(recipient)
    except pyrage.RecipientError as error:
        raise UsageError(f"seal_to: no recipient ({error}); `detente custody --new-key FILE` makes one") from error
    return bytes(pyrage.encrypt(content, [to]))


def opened(content: bytes, key: str) -> bytes:
    """Open what was sealed, with the text of a key file. Raises RecordError where this key does not open it."""
    pyrage = _pyrage()
    secret = next((line.strip() for line in key.splitlines() if line and not line.startswith("#")), "")
    try:
        return bytes(pyrage.decrypt(content, [pyrage.x25519.Identity.from_str(secret)]))
    except (pyrage.IdentityError, pyrage.DecryptError) as error:
        raise RecordError(f"sealed: this key does not open it ({error}); name the file with the right key") from error


def _pyrage() -> Any:
    try:
        import pyrage
    except ImportError as error:
        raise UsageError("sealing needs pyrage; install it with: pip install 'detente[sealed]'") from error
    return pyrage
