"""When: time expressions, as said and as resolved to an interval, and whether an event is planned or past.

A sentence's words become words of time (`words`), patterns of the lexicon reduce them to expressions (`patterns`,
`meanings`), and each is counted from what it hangs on (`anchors`, `direction`) by calendar arithmetic (`resolve`,
`periods`). `find_times` returns them all; `outlook(sentence, event)` says whether an event word is planned or past and
which word decided.
"""

from detente.understand.times.find import find_times
from detente.understand.times.mentions import TimeMention
from detente.understand.times.outlook import Outlook, outlook

__all__ = ["Outlook", "TimeMention", "find_times", "outlook"]
