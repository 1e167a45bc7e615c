"""What can go wrong, as a tree.

DetenteError
├─ UsageError          a wrong setting, option or identifier: exit code 2
│  └─ MissingError          nothing stands under this identifier
├─ SourceError         a source could not be read; becomes a listed problem, never the end of a run: exit code 3
├─ RecordError         the record cannot be opened or written
│  └─ RecordBusyError       another process is writing
├─ ReaderError         the weights are missing, altered or of another version
└─ LexiconError        a lexicon entry is malformed, or one of its examples fails

Every message says what happened, where, and what to do.
"""


class DetenteError(Exception):
    """The root of every error that Detente raises on purpose."""


class UsageError(DetenteError):
    """A setting, option or identifier is not one we know."""


class MissingError(UsageError):
    """Nothing stands in the record under this identifier."""


class SourceError(DetenteError):
    """A source could not be read."""


class RecordError(DetenteError):
    """The record cannot be opened, read or written."""


class RecordBusyError(RecordError):
    """Another process is writing to the record."""


class ReaderError(DetenteError):
    """The trained reader's files are missing, altered or of another version."""


class LexiconError(DetenteError):
    """A lexicon entry is malformed."""
