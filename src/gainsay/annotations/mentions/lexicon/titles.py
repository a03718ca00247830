"""Titles, ranks and forms of address that stand before a person's name, and what they tell of sex."""

MALE_TITLES = frozenset(
    """
mr mister sir lord king prince emperor tsar czar duke count baron earl father brother fr. mr. messrs monsieur herr
señor don dom pope congressman chairman spokesman businessman policeman bishop archbishop imam rabbi sheikh shah
sultan ayatollah kaiser maharaja bwana
""".split()
)
FEMALE_TITLES = frozenset(
    """
mrs mrs. ms ms. miss mme mlle madame lady queen princess empress dame sister mother señora señorita frau congresswoman
chairwoman spokeswoman businesswoman policewoman duchess countess baroness
""".split()
)
ADDRESS = frozenset(
    """
mr mrs ms miss mister sir madam mme mlle madame monsieur messrs herr frau señor señora señorita dr mr. mrs. ms. mme.
mlle. messrs. dr. prof. rev. fr. hon. lord lady dame
""".split()
)

# Titles of two words with a hyphen: of the elected, of generals in office, of chiefs.
_HYPHENED = frozenset(
    f"{office}-{state}"
    for office in "president governor senator mayor premier chancellor secretary ambassador chairman bishop".split()
    for state in ("elect", "designate")
) | frozenset(
    """
vice-president attorney-general secretary-general director-general governor-general major-general lieutenant-general
brigadier-general commander-in-chief editor-in-chief vice-chancellor vice-admiral rear-admiral co-founder co-chair
""".split()
)

TITLE_HEADS = (
    frozenset(
        """
president premier minister chancellor secretary senator congressman congresswoman representative governor mayor
ambassador consul consul-general envoy general marshal colonel major captain lieutenant sergeant corporal private
admiral commodore commander brigadier inspector superintendent constable detective sheriff officer chief judge justice
magistrate prosecutor attorney coroner professor doctor reverend father brother sister mother bishop archbishop
cardinal pope rabbi imam sheikh ayatollah king queen prince princess emperor empress tsar czar duke duchess count
countess baron baroness earl shah sultan emir comrade chairman chairwoman chair director spokesman spokeswoman
spokesperson head leader speaker deputy delegate councillor councilman councilwoman alderman commissioner treasurer
under-secretary undersecretary excellency highness majesty lordship worship engineer editor correspondent reporter
author historian economist lawyer activist candidate nominee strategist counsel agent manager coach actor actress
singer novelist poet writer vicar abbot dean provost chaplain pastor gen. col. capt. lt. sgt. maj. adm. cpl. sen. rep.
gov. pres. prof. rev. supt. insp. cmdr. brig. hon. st. cpt. comdr. pvt. pfc. det. const. amb. atty. asst. coun. cllr.
ald. msgr. mx.
""".split()
    )
    | MALE_TITLES
    | FEMALE_TITLES
    | ADDRESS
    | _HYPHENED
)

# Such as are no name by themselves, with or without a stop: "Dr", "Rev.", but not "Prince".
SHORT_TITLES = frozenset(word.rstrip(".") for word in TITLE_HEADS if word.endswith(".")) | ADDRESS

# Words that go before a title and belong to it.
TITLE_MODIFIERS = frozenset(
    """
prime vice deputy assistant first foreign defence defense interior finance justice health education trade home labour
labor attorney solicitor field rear lieutenant major brigadier chief former acting interim late supreme crown
secretary under permanent state press national security police district senior junior right honourable honorable party
opposition majority minority house senate executive managing general lord grand high religious military political
democratic republican communist presidential vice-presidential associate federal county city co- ex- then
""".split()
)

# What an office may be over: "Secretary of State", "Minister of Public Works".
OFFICE_WORDS = frozenset(
    """
state defence defense staff war finance health education justice interior foreign home labour labor trade commerce
treasury agriculture energy transport transportation homeland security veterans public works information culture
police operations research affairs housing development social welfare planning industry mines marine
""".split()
)

ROLE_NOUNS = frozenset(
    """
president premier minister chancellor secretary senator governor mayor ambassador consul general marshal colonel
captain commander judge coroner professor bishop king queen prince princess chairman chairwoman director spokesman
spokeswoman spokesperson head leader speaker manager editor foreman inspector superintendent commissioner magistrate
prosecutor emperor candidate nominee
""".split()
)
