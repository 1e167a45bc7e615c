"""The commands by what they are for; each file puts its own into the group.

Imports that cost time (the reader, the record) stand inside the commands that use them, so that `detente --help`
answers at once.
"""

from detente.show.commands import asking, deciding, handing_in, keeping, leaving, reading
from detente.show.commands.group import EXIT, detente

__all__ = ["EXIT", "asking", "deciding", "detente", "handing_in", "keeping", "leaving", "reading"]
