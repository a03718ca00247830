"""Words that tell references: periodicals, occasions of speech, and words that are no names."""

from __future__ import annotations

import re

PERIODICALS = (
    r"Times|Post|Guardian|Gazette|Herald|News|Journal|Review|Tribune|Daily|Star|Chronicle|Telegraph|Observer|Monitor|"
    r"Mail|Express|Press|Courier|Mirror|Independent|Bulletin|Today|Magazine|Weekly|Monthly|Quarterly|Echo|Argus|Globe|Standard|"
    r"Examiner|Advertiser|Mercury|Register|Sun|World|Worker|Nation|Economist|Spectator|Listener|Newsletter|Reuters|AFP|"
    r"Tass|TASS|Xinhua|Hansard|Pravda|Izvestia|Le Monde|Der Spiegel|Digest|Annals|Proceedings|Transactions|Radio|"
    r"Agency|Intelligencer|Sentinel|Dispatch|Record|Leader|Inquirer|Enquirer|Bee|Free Press|Morning|Evening|Sunday"
)
OCCASIONS = (
    r"[Ss]peech|[Ll]etter|[Tt]elegram|[Dd]iary|[Dd]iaries|[Ii]nterview|[Aa]ddress|[Rr]eport|[Dd]ispatch|[Mm]emorandum|"
    r"[Mm]emo|[Mm]inutes|[Tt]estimony|[Ss]tatement|[Dd]eclaration|[Cc]able|[Dd]eposition|[Aa]ffidavit|[Nn]ote to|"
    r"[Mm]essage|[Cc]ommuniqu[eé]|[Ss]ermon|[Ll]ecture|[Bb]roadcast|[Ee]ntry|[Rr]emarks|[Pp]roclamation|[Pp]etition"
)
NOT_NAMES = re.compile(
    rf"\b(?:{PERIODICALS}|{OCCASIONS}|The|On|In|Selected|Collected|Works|Volume|Vol|History|January|February|March|"
    r"April|June|July|August|September|October|November|December|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|"
    r"Sunday|Ibid|Op|Reflections|Notes|Archives?|Ministry|Office|Papers|Documents?|"
    r"Department|University|Conference)\b"
)
PUBLISHERS = re.compile(
    r"Press|Publish|Verlag|Books|Edition|Éditions|House|& (?:Co|Sons)|Editore|Editora|Presses|Printing|Printers"
)
