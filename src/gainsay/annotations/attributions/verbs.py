"""Reporting verbs: their forms, their stance and what may follow them.

A verb stands once, under its lemma; its forms are derived (irregular ones are given). Frames, one letter each:

    q  a quotation ("X said, “…”")          t  a that-clause ("X claimed that …")
    z  a clause without "that"              w  a clause with whether, how, why, what …
    i  an infinitive ("X vowed to …")       o  an addressee, then any of the others ("X told reporters that …")
    p  a preposition and a noun phrase      a  "X described Y as Z", "X called Y Z"
    n  a noun phrase ("X denied the charge")
    v  weak: may attribute, but mostly means something else; needs a quotation or "that" beside it
"""

from __future__ import annotations

from dataclasses import dataclass

from gainsay.annotations.attributions.attribution import Stance

_ASSERTING = """
say qtzw said|tell qtzwoi told|write qto wrote,written|add qtz|note qtz|state qtz|declare qtza|claim qtzi|assert qtz
affirm qtz|report qtz|announce qtzwn|reply qt|answer qtv|respond qt|explain qtzw|argue qtz|maintain qtz|insist qtz
stress qtzw|emphasise qtw|emphasize qtw|underline qtv|underscore tv|observe qtz|remark qtz|comment qt|continue qv
conclude qtz|acknowledge qtzw|admit qtz|concede qtz|confess qtz|reveal qtzw|disclose qtw|recall qtzw|recount qtw
relate qtv|testify qtz|swear qtz swore,sworn|attest t|certify t|depose qtv|suggest qtz|imply tz|hint tz|indicate qtz
intimate tv|believe tz|think qtz thought|fear tz|hope tzi|feel tzv felt|hold tv held|consider tv|suspect tz
assume tzv|guess tzv|know tzwv knew,known|realise tzv|realize tzv|understand tzwv understood|learn tv|find tzv found
discover tv|estimate tz|predict qtz|forecast tv forecast|warn qtzoi|caution qto|complain qt|lament qt|boast qt
brag qt|joke qt|quip qt|mock qv|tweet qtz|retweet qv|post qv|blog qv|text qv|email qv|cable qtv|telegraph qtv
wire qtv|publish qv|print qv|mention qt|point tv|repeat qt|reiterate qt|restate qt|echo qv|confirm qtzw|clarify qt
specify qtw|elaborate q|counter qt|retort qt|rejoin qv|shout qt|cry qv|exclaim qt|whisper qt|murmur q|mutter q
yell q|scream qv|chant q|sing qv sang,sung|bark qv|snap qv|growl qv|laugh qv|sigh qv|interject q|interrupt qv
begin qv began,begun|start qv|read qv read|go qv went,gone|intone q|proclaim qta|pronounce qv|opine qt|reason qtv
muse qt|speculate qt|theorise t|theorize t|propose qtvn|contend qtz|allege qtz|charge qtv|accuse qov|blame vn
inform qto|notify to|assure qtzo|remind qto|advise qtoi|teach tv taught|show tzv showed,shown|demonstrate tv
document tv|record qtv|chronicle v|signal tv|describe qaw|call qa|term a|dub a|label a|brand a|characterise a
characterize a|portray a|depict a|denounce qan|condemn qan|criticise qan|criticize qan|praise qavn|hail qav|decry qa
deride a|deplore qtv|dismiss qa|ridicule av|blast qav|slam qavn|lash v|thunder q|fume q|rage qv|vent q|summarise qv
summarize qv|cite v|quote qv quoted|refer av|liken v|compare v|agree qtzi|accept tv|recognise tv|recognize tv
determine tv|rule tv|decide tiv|judge tv|deem v|stipulate t|ordain tv|preach qt|profess t|signify tv|caption qv
gloat q|marvel qt|gush q|grumble qt|moan qtv|protest qt|submit tv|posit t|postulate t|venture qv|offer qv|explode qv
chime qv|deadpan q deadpanned|crow qv|vouch tv|dictate qtv|narrate qt|sum qv|drawl q|stammer q|reflect qv
expect tziv|rail v|express n|beam q|chuckle qv|grin qv|voice vn|reiterate qtn|tout vn|regret tn
"""


_DENYING = """
deny qtzn|refute qvn|rebut qvn|disavow vn|contradict qvn|disagree qv|dispute qtvnw|reject avn|refuse i|decline i
object qtv
"""


_DOUBTING = """
doubt qtzw|question qwvn|wonder qw|worry qt|challenge v
"""


_ASKING = """
ask qwoi|inquire qw|enquire qw|query qwv|beg qoi|plead qitp|implore qoi|beseech qoi besought|appeal qiv|pray qtv
petition iv
"""


_DEMANDING = """
demand qtin|urge qtoi|order qtoiv|command qtoiv|instruct qtoi|request qti|recommend qt|exhort qoi|encourage oiv
direct qoiv|decree qt|press ov|summon v|advocate v|invite oiv
"""


_PROMISING = """
promise qtzion|vow qtzi|pledge qtzi|threaten qti|guarantee tv|undertake iv undertook,undertaken
"""


@dataclass(frozen=True, slots=True)
class Verb:
    """A reporting verb: its lemma, frames (letters above) and stance. `form`: base, s, past, pp (participle), ing."""

    lemma: str
    frames: str
    stance: Stance
    form: str

    def takes(self, frame: str) -> bool:
        return frame in self.frames

    @property
    def weak(self) -> bool:
        return "v" in self.frames


_VOWELS = frozenset("aeiou")
# Verbs that double their last consonant although the spelling rule alone does not say so.
_DOUBLING = frozenset(
    {"admit", "submit", "refer", "quip", "snap", "dub", "brag", "beg", "slam", "sum", "rebut", "begin"}
)


def _forms(lemma: str, irregular: str) -> dict[str, str]:
    """Every form of a verb with its kind; `irregular` gives past and participle where they are.

    >>> _forms("deny", "")
    {'deny': 'base', 'denies': 's', 'denying': 'ing', 'denied': 'past'}
    """
    stem = lemma + lemma[-1] if lemma in _DOUBLING else lemma
    if lemma.endswith("y") and lemma[-2] not in _VOWELS:
        third, past = lemma[:-1] + "ies", lemma[:-1] + "ied"
    elif lemma.endswith(("s", "sh", "ch", "x", "z", "go")):
        third, past = lemma + "es", stem + "ed"
    else:
        third, past = lemma + "s", stem + ("d" if lemma.endswith("e") else "ed")
    ing = (stem[:-1] if stem.endswith("e") and not stem.endswith("ee") else stem) + "ing"
    pasts = irregular.split(",") if irregular else [past]
    forms = {lemma: "base", third: "s", ing: "ing", pasts[0]: "past"}
    if len(pasts) > 1:
        forms[pasts[1]] = "pp"
    return forms


def _verbs() -> dict[str, Verb]:
    tables: tuple[tuple[str, Stance], ...] = (
        (_ASSERTING, "asserts"),
        (_DENYING, "denies"),
        (_DOUBTING, "doubts"),
        (_ASKING, "asks"),
        (_DEMANDING, "demands"),
        (_PROMISING, "promises"),
    )
    found: dict[str, Verb] = {}
    for table, stance in tables:
        for entry in table.replace("\n", "|").split("|"):
            if entry.strip():
                lemma, frames, irregular = (entry.split() + [""])[:3]
                for form, kind in _forms(lemma, irregular).items():
                    found[form] = Verb(lemma, frames, stance, kind)
    return found


VERBS = _verbs()
"""Every form of every reporting verb, lower case."""


def lemma_of(form: str) -> str | None:
    """The lemma of a reporting verb's form, lower case; None for other words.

    >>> lemma_of("wrote")
    'write'
    """
    verb = VERBS.get(form)
    return verb.lemma if verb else None
