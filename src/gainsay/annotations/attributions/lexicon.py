"""Closed word classes and small word lists by which English reporting clauses are read."""

from __future__ import annotations

from gainsay.annotations.attributions.attribution import Stance

_NOUNS_BY_STANCE: dict[Stance, str] = {
    "asserts": """
        claim assertion statement contention argument belief opinion view announcement report allegation
        accusation charge admission confession suggestion declaration conclusion remark comment testimony
        prediction warning fear hope conviction complaint observation estimate theory feeling rumour rumor pretext
    """,
    "demands": """
        insistence demand order recommendation
    """,
    "denies": """
        denial rejection
    """,
    "doubts": """
        doubt suspicion
    """,
    "asks": """
        question
    """,
    "promises": """
        promise pledge vow assurance threat
    """,
}
NOUNS: dict[str, Stance] = {
    form: stance
    for stance, nouns in _NOUNS_BY_STANCE.items()
    for noun in nouns.split()
    for form in (noun, f"{noun.removesuffix('y')}ies" if noun.endswith("y") else f"{noun}s")
}
"""Nouns that take a that-clause, with their stance: "her claim that …"."""

ADJECTIVES = frozenset(
    """
    concerned convinced certain confident sure aware afraid worried hopeful adamant doubtful sceptical skeptical unsure
    uncertain optimistic pleased sorry glad proud fearful surprised disappointed persuaded satisfied happy
    """.split()
)
"""States of mind that take a that-clause: "was convinced that …"."""

PRONOUNS = frozenset(
    """
    i he she they we it you one
    """.split()
)
"""Subject pronouns."""

AUXILIARIES = frozenset(
    """
    has have had is are was were be been being do does did will would can could may might must shall should 's
    ’s 've ’ve 'd ’d 'll ’ll n't n’t hasn't hasn’t haven't hadn't hadn’t isn't isn’t aren't wasn't wasn’t
    weren't weren’t haven’t couldn’t shouldn't shouldn’t don't don’t doesn't doesn’t didn't didn’t won't won’t
    wouldn't wouldn’t couldn't cannot to
    """.split()
)
"""Auxiliaries, also with "not" glued on."""

BE = frozenset(
    """
    is are was were be been being 's ’s isn't isn’t aren't wasn't wasn’t weren't
    """.split()
)

NEGATIONS = frozenset(
    """
    not never n't n’t no hasn't hasn’t haven't hadn't hadn’t isn't isn’t aren't wasn't wasn’t weren't
    weren’t haven’t couldn’t shouldn't shouldn’t don't don’t
    doesn't doesn’t didn't didn’t won't won’t wouldn't wouldn’t couldn't cannot neither nor
    """.split()
)

ADVERBS = frozenset(
    """
    also then later again once now still even just only first further previously recently repeatedly earlier
    simply often always never not already soon thus instead himself herself themselves itself both all each too
    widely long very quite so rather almost nearly perhaps ever yet indeed initially finally eventually
    """.split()
)
"""Adverbs that stand within a verb group; those in -ly are known by their ending."""

DETERMINERS = frozenset(
    """
    the a an this that these those his her their its our my your some many several most all both one two three
    four five six seven eight nine ten dozens hundreds thousands other another no any each every few more
    """.split()
)

PREPOSITIONS = frozenset(
    """
    whenever     in on at by for from with of to during after before since until under over about against between among
    through within without despite into upon amid because as while when if though although whereas unless
    following given where once like unlike besides beyond throughout via per around near outside inside behind
    above below across toward towards next along together back amidst regarding concerning except off out up
    down ahead whether
    """.split()
)
"""Prepositions and subordinating conjunctions that begin an adverbial."""

CLAUSE_STARTS = frozenset(
    """
    that because when while as although though whereas if unless after before since until where which who whom
    whose what how why whether but and or so yet then for nor than
    """.split()
)
"""Words at which a clause begins."""

FIRST_AND_SECOND = frozenset(
    """
    i me my mine we us our ours you your yours myself ourselves let's i'm we're i've we've
    """.split()
)
"""Words that only somebody who speaks uses of himself and his hearer."""

TEXTS = frozenset(
    """
    editorial statement letter report article speech interview message note telegram resolution declaration
    communique communiqué memo memoir diary essay tweet post column leaflet pamphlet dispatch answer reply
    response words slogan inscription sign banner placard headline line quote quotation motto proverb adage
    saying maxim remark comment decree order oath caption preface testimony address announcement petition verse
    song
    """.split()
)
"""What people say things in: "ran an editorial that “…”"."""

PERSONAL_TEXTS = frozenset(
    """
    diary diaries journal journals notebook notebooks letter letters telegram telegrams memoir memoirs autobiography
    speech speeches sermon lecture entry reminiscences recollections
    """.split()
)
"""What one person writes or speaks, so that its author is who speaks in it."""

PLURALS = frozenset(
    """
    people men women children police many some others several few most all both media left right poor public
    majority number lot half rest
    """.split()
)
"""Plurals without -s, which take a verb in its base form."""

THINKING = frozenset(
    """
    think believe consider know hope feel understand guess suppose assume expect find hold fear doubt wonder
    suspect agree recall realise realize see learn want
    """.split()
)
"""Verbs of thought: in the first person they hedge a claim rather than report one."""

IRREGULAR_PASTS = frozenset(
    """
    left went came took made got gave held kept knew lost met paid ran rose saw sent shot spent stood told
    thought won wrote began became brought built fell fled fought found led died drove said says spoke bought
    caught chose drew flew froze grew hid laid meant sold shook sat slept stole struck swore taught threw
    understood wore arose dealt goes does wept crept swept knelt bled bred sped hung won tore bore beat bent bound
    clung dug fed flung lay lent lit rode rang sank shone shrank slid split sprang stuck stung strove swam swung trod
    woke withdrew undertook overthrew overcame
    """.split()
)
"""Past forms of common irregular verbs: they show that a run of words is a clause."""

ADDRESSEES = frozenset(
    """
    reporters journalists investigators police lawmakers parliament congress court jurors judges members
    supporters viewers readers listeners voters colleagues delegates deputies officials people everyone
    everybody officers press media audience crowd public committee council assembly newspaper magazine agency
    station
    """.split()
)
"""Who is told."""

STUDIES = frozenset(
    """
    poll polls survey surveys study studies report reports research data figures analysis review investigation
    inquiry audit records documents statistics results census evidence tests researchers scientists economists
    inquest
    """.split()
)
"""Who finds and shows that something is so."""

INTENDING = frozenset(
    """
    want wants went going began seeks sought tries plans hopes wishes refuses continues came like able chose
    used has had have
    """.split()
)
"""Words before an infinitive that is carried out or meant: "went on to say", "refuses to say"."""
