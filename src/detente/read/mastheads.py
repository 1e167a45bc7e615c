"""What the name of an outlet looks like: a paper's noun behind capitals, an office of state; and what is only a section's."""

import re
from collections.abc import Sequence

from detente.lexicon.outlets import find_outlet
from detente.lexicon.places import find_place
from detente.read.dates import find_date
from detente.read.pieces import SENTENCE_END

_NOUN = (
    r"(?:Times|Post|News|Herald|Tribune|Gazette|Observer|Press|Journal|Chronicle|Telegraph|Guardian|Independent|Mail|Star"
    r"|Monitor|Courier|Ledger|Standard|Daily|Weekly|Quarterly|Monthly|Review|Bulletin|Letter|Dispatch|Record|Register"
    r"|Examiner|Inquirer|Sun|Globe|Mirror|Echo|Argus|Sentinel|Messenger|Reporter|Report|Wire|Voice|Radio|TV|Television"
    r"|Today|Online|Broadcasting|Agency|Newswire|Newsroom|Tidings|Mercury|Signal|Advertiser|Express|Insider|Watch"
    r"|Newsletter|Magazine|Outlook|Digest|Brief|Briefing|Media|Network|Channel|Pravda|Citizen|Beacon|Leader|Banner"
    r"|Pioneer|Despatch|Intelligencer|Correspondent|Line|Notes|Update|World|Sunday|Week|Weekend|Almanac|Clarion|Leisure)"
)
WORD = r"[A-ZÀ-Ý][\w’'.&-]*"
_JOINED = rf"(?:The |THE )?(?:{WORD}\s+(?:(?:of|and|on|al|el|de|for|&)\s+(?:the\s+)?)?){{1,4}}"
_TRAIL = r"(?:\s+(?:of|for)\s+(?:the\s+)?[A-Z]\w+(?:\s[A-Z]\w+)?)?(?:\s+(?:News\s+)?(?:Agency|Service|Group|International|English|Network|Media))?"
NAME = rf"(?:{_JOINED}(?:{_NOUN}|{_NOUN.upper()}){_TRAIL}|The {_NOUN})"
MASTHEAD = re.compile(
    rf"^(?P<name>{NAME}|[A-ZÀ-Ý][\w'’.-]+(?: [A-ZÀ-Ý][\w'’.-]+){{0,4}} (?:Mission|Ministry|Office|Embassy|Council|Centre|Center|Service)"
    r"|(?:The )?(?:Ministry|Office|Embassy|Department|Permanent Mission|Presidency|Council|Secretariat|Government) (?:of|for|to) (?:the )?[A-ZÀ-Ý][\w ’'-]{2,60})"
    r"(?:$|\s*[,|:·•–—>›»/-]+\s.*$|\s+logo$|\s+in\s+English\b.*$|\s+\((?:online|print|web)\).*$)"
)


def masthead(line: str) -> bool:
    """Tell whether a short line reads as the name of an outlet.

    >>> masthead("Bogotá Bulletin in English"), masthead("NILE LETTER"), masthead("Envoys weigh a truce in the north")
    (True, True, False)
    """
    return len(line) <= 80 and not SENTENCE_END.search(line) and bool(MASTHEAD.match(line))


def is_section(name: str) -> bool:
    """Tell whether words name a site's own section, which is not its name: "World News", "Breaking News"."""
    common = r"(?:(?:World|Breaking|Latest|Top|Local|Political|International|Business|Related|More|Live|Video|Daily|The|Our|Other|Today|Sports?|Home|National|Local|Update|News|Africa|Asia|Europe|Middle East|Press|Weekly|Briefing|Newsletter|Media|Radio|TV|Watch|Report|Record|Online|Voice|Brief|Line|Notes|World|Magazine|Reporter|Correspondent|Desk|Newsroom|Network|Channel|Special|Service|Agency|Ministry|Office)\s*)+"
    return bool(re.fullmatch(common, name, re.IGNORECASE))


def author_and_outlet(name: str) -> tuple[str | None, str]:
    """Part a writer from the paper glued behind: "Claire Example Miami Herald", where the third word is a city.

    >>> author_and_outlet("Claire Example Miami Herald"), author_and_outlet("South Caucasus Monitor")
    (('Claire Example', 'Miami Herald'), (None, 'South Caucasus Monitor'))
    """
    words = name.split()
    glued = (
        len(words) == 4 and find_place(words[2]) and not find_place(words[0]) and not find_place(" ".join(words[:2]))
    )
    return (" ".join(words[:2]), " ".join(words[2:])) if glued else (None, name)


def named_in_title(titles: Sequence[str], title: str | None) -> str | None:
    """Return what a page's `<title>` holds beside the title itself: most sites put their name there.

    >>> named_in_title(["Talks end | World | Harbour Ledger"], "Talks end")
    'Harbour Ledger'
    >>> named_in_title(["Harbour Ledger: Talks end"], "Talks end")
    'Harbour Ledger'
    """
    for whole in reversed(titles):
        dated = find_date(whole)
        if dated and masthead(name := whole[: dated.start].strip(" ,|–—-")):
            return name
        if not title or title not in whole or whole == title:
            continue
        before, _, after = whole.partition(title)
        parts = [part.strip(" :|·•«»–—-") for part in re.split(r"\s[|–—·:-]\s|\s[|»]|: ", f"{before} | {after}")]
        named = [part for part in parts if part and part[0].isupper() and len(part) <= 60 and not is_section(part)]
        if named:
            return next((part for part in named if find_outlet(part) or masthead(part)), named[-1])
    return None
