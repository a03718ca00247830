"""Places known beforehand: CLDR's territories under their common names, large cities, and demonyms."""

from __future__ import annotations

from functools import cache

# CLDR's English territory names differ from usage, or leave out names that stand in older texts.
_OTHER_NAMES = {
    "CD": "Democratic Republic of the Congo|Congo|DRC|Zaire",
    "CI": "Ivory Coast|Cote d'Ivoire",
    "CZ": "Czech Republic",
    "DE": "Federal Republic of Germany",
    "GB": "Britain|Great Britain|UK|U.K.",
    "HK": "Hong Kong",
    "IR": "Persia",
    "KH": "Kampuchea",
    "KP": "DPRK|Democratic People’s Republic of Korea",
    "KR": "Republic of Korea",
    "CN": "People’s Republic of China|PRC|Red China",
    "LK": "Ceylon",
    "MM": "Burma|Myanmar",
    "MO": "Macao|Macau",
    "PS": "Palestine",
    "RU": "Russian Federation",
    "SZ": "Swaziland",
    "TH": "Siam",
    "TL": "East Timor",
    "TR": "Turkey",
    "US": "United States of America|USA|U.S.|US|U.S.A.|America",
    "VA": "Holy See",
    "VN": "Viet Nam|Viet-Nam",
    "BA": "Bosnia",
    "NL": "Holland",
    "AE": "UAE",
    "CV": "Cabo Verde",
    "MK": "Macedonia",
    "EH": "Western Sahara",
}

_REGIONS = """
Africa|Asia|Europe|North America|South America|Latin America|Central America|Oceania|Antarctica|Eurasia|Scandinavia
North Vietnam|South Vietnam|West Germany|East Germany|Democratic Kampuchea
Middle East|Near East|Far East|Southeast Asia|South-East Asia|East Asia|Central Asia|South Asia|Indochina|Indo-China
Balkans|Caucasus|Caribbean|Maghreb|Levant|Sahel|Sahara|Siberia|Manchuria|Tibet|Xinjiang|Mongolia|Korea|Kashmir|Punjab
Bengal|Kurdistan|Crimea|Donbas|Transylvania|Bavaria|Prussia|Saxony|Silesia|Galicia|Bohemia|Moravia|Catalonia|Andalusia
Brittany|Normandy|Burgundy|Provence|Lombardy|Tuscany|Sicily|Sardinia|Corsica|Crete|Flanders|Wallonia|Scotland|Wales
England|Northern Ireland|Ulster|Cornwall|Yorkshire|Kent|Soviet Union|USSR|U.S.S.R.|Yugoslavia|Czechoslovakia
Austria-Hungary|Ottoman Empire|Rhodesia|Biafra|Chechnya|Dagestan|Abkhazia|South Ossetia|Transnistria|Zanzibar|Formosa
Sumatra|Java|Borneo|Sulawesi|Luzon|Mindanao|Okinawa|Hokkaido|Honshu|Guangdong|Sichuan|Hunan|Yunnan|Tonkin|Annam
Cochinchina|Cochin China|Darfur|Tigray|Katanga|Transvaal|Natal|Patagonia|Amazonia|Gaza|Gaza Strip|West Bank
Golan Heights|Sinai|Mesopotamia|Anatolia|Macedonia|Thrace|Mediterranean|Atlantic|Pacific|Arctic|Baltic
Adriatic|Aegean|Black Sea
Alabama|Alaska|Arizona|Arkansas|California|Colorado|Connecticut|Delaware|Florida|Hawaii|Idaho|Illinois|Indiana|Iowa
Kansas|Kentucky|Louisiana|Maine|Maryland|Massachusetts|Michigan|Minnesota|Mississippi|Missouri|Montana|Nebraska|Nevada
New Hampshire|New Jersey|New Mexico|New York|North Carolina|North Dakota|Ohio|Oklahoma|Oregon|Pennsylvania|Rhode Island
South Carolina|South Dakota|Tennessee|Texas|Utah|Vermont|West Virginia|Wisconsin|Wyoming|District of Columbia
Ontario|Quebec|British Columbia|Alberta|Manitoba|Saskatchewan|Nova Scotia|New Brunswick|Newfoundland|New South Wales
Queensland|Victoria|Tasmania|Fla.|Calif.|Pa.|N.Y.|N.J.|N.H.|N.C.|S.C.|D.C.|Ariz.|Ill.|Mich.|Wis.|Ore.|Mo.|Minn.|Conn.
New England|Midwest|Silicon Valley|Wall Street|Hollywood|Broadway|Manhattan|Brooklyn|Queens|Bronx|Harlem|Downing Street
Westminster|Capitol Hill|Guantanamo Bay|Long Island
"""

_CITIES = """
London|Paris|Berlin|Madrid|Rome|Lisbon|Vienna|Brussels|Amsterdam|Rotterdam|Copenhagen|Stockholm|Oslo|Helsinki|Reykjavik
Dublin|Belfast|Edinburgh|Glasgow|Cardiff|Manchester|Liverpool|Birmingham|Leeds|Bristol|Oxford|Cambridge|Bonn|Munich
Hamburg|Cologne|Frankfurt|Leipzig|Dresden|Stuttgart|Zurich|Geneva|Bern|Basel|Milan|Naples|Turin|Venice|Florence|Genoa
Palermo|Barcelona|Valencia|Seville|Bilbao|Porto|Marseille|Lyon|Bordeaux|Toulouse|Strasbourg|Nice|Calais|Verdun|Antwerp
Ghent|Bruges|The Hague|Hague|Warsaw|Krakow|Cracow|Gdansk|Danzig|Lodz|Prague|Brno|Bratislava|Budapest|Bucharest|Sofia
Belgrade|Zagreb|Sarajevo|Srebrenica|Ljubljana|Skopje|Tirana|Pristina|Athens|Thessaloniki|Salonika|Istanbul
Constantinople|Ankara|Izmir|Smyrna|Kiev|Kyiv|Odessa|Odesa|Kharkiv|Kharkov|Lviv|Donetsk|Mariupol|Sevastopol|Minsk|Vilnius
Riga|Tallinn|Moscow|Leningrad|Petrograd|St. Petersburg|Saint Petersburg|Stalingrad|Volgograd|Kazan|Vladivostok
Novosibirsk|Grozny|Beslan|Tbilisi|Yerevan|Baku|Tashkent|Almaty|Astana|Bishkek|Dushanbe|Ashgabat|Kabul|Kandahar|Herat
Islamabad|Karachi|Lahore|Peshawar|Delhi|New Delhi|Mumbai|Bombay|Calcutta|Kolkata|Madras|Chennai|Bangalore|Hyderabad
Amritsar|Ayodhya|Dhaka|Dacca|Kathmandu|Colombo|Thimphu|Rangoon|Yangon|Mandalay|Naypyidaw|Bangkok|Chiang Mai|Vientiane
Luang Prabang|Phnom Penh|Siem Reap|Hanoi|Saigon|Ho Chi Minh City|Hue|Da Nang|Haiphong|Kuala Lumpur|Jakarta|Batavia
Surabaya|Bandung|Dili|Manila|Taipei|Beijing|Peking|Shanghai|Nanjing|Nanking|Canton|Guangzhou|Wuhan|Chongqing|Chungking
Tianjin|Harbin|Mukden|Shenyang|Xian|Lhasa|Ulaanbaatar|Pyongyang|Seoul|Busan|Inchon|Incheon|Panmunjom|Gwangju|Tokyo|Kyoto
Osaka|Hiroshima|Nagasaki|Yokohama|Fukushima|Sydney|Melbourne|Canberra|Brisbane|Perth|Adelaide|Hobart|Darwin|Auckland
Wellington|Christchurch|Suva|Port Moresby|Cairo|Alexandria|Suez|Tripoli|Benghazi|Tunis|Algiers|Oran|Rabat|Casablanca
Marrakesh|Khartoum|Omdurman|Addis Ababa|Asmara|Mogadishu|Nairobi|Mombasa|Kampala|Kigali|Bujumbura|Dar es Salaam|Dodoma
Lusaka|Harare|Salisbury|Bulawayo|Lilongwe|Maputo|Luanda|Windhoek|Gaborone|Pretoria|Johannesburg|Soweto|Sharpeville
Cape Town|Durban|Kinshasa|Leopoldville|Stanleyville|Kisangani|Lubumbashi|Elisabethville|Brazzaville|Libreville|Yaounde
Douala|Lagos|Abuja|Kano|Ibadan|Accra|Kumasi|Abidjan|Bamako|Timbuktu|Dakar|Conakry|Freetown|Monrovia|Ouagadougou|Niamey
Antananarivo|Jerusalem|Tel Aviv|Haifa|Jaffa|Ramallah|Hebron|Nablus|Jenin|Bethlehem|Beirut|Sabra|Shatila|Damascus|Aleppo
Homs|Hama|Idlib|Amman|Baghdad|Basra|Mosul|Fallujah|Kirkuk|Halabja|Tehran|Teheran|Isfahan|Tabriz|Riyadh|Jeddah|Mecca
Medina|Sanaa|Aden|Muscat|Dubai|Abu Dhabi|Doha|Manama|Kuwait City|New York City|Boston|Philadelphia|Baltimore
Washington DC|Washington D.C.|Chicago|Detroit|Cleveland|Cincinnati|Pittsburgh|Buffalo|Milwaukee|Minneapolis|St. Louis
Kansas City|Dallas|Houston|Austin|San Antonio|New Orleans|Atlanta|Miami|Orlando|Tampa|Charlotte|Nashville|Memphis
Birmingham|Montgomery|Selma|Denver|Phoenix|Tucson|Las Vegas|Reno|Salt Lake City|Seattle|Portland|San Francisco|Oakland
Los Angeles|San Diego|Sacramento|San Jose|Honolulu|Anchorage|Ferguson|Charlottesville|Columbus|Indianapolis|Louisville
Palm Beach|West Palm Beach|Mar-a-Lago|Benghazi|Toronto|Montreal|Ottawa|Vancouver|Calgary|Winnipeg|Halifax|Mexico City
Guadalajara|Tijuana|Ciudad Juarez|Havana|Kingston|Port-au-Prince|Santo Domingo|San Juan|Guatemala City|San Salvador
Tegucigalpa|Managua|San José|Panama City|Bogota|Bogotá|Medellin|Cali|Caracas|Quito|Guayaquil|Lima|Cusco|La Paz|Sucre
Santiago|Valparaiso|Buenos Aires|Rosario|Cordoba|Montevideo|Asuncion|Brasilia|Rio de Janeiro|São Paulo|Sao Paulo
Salvador|Recife|Georgetown|Paramaribo|Cayenne|Potsdam|Yalta|Versailles|Nuremberg|Auschwitz|Dachau|Katyn|Guernica
Westphalia|Waterloo|Gettysburg|Davos|Washington|Nanterre|Ypres|Gallipoli|Dunkirk
"""

# Demonym forms per territory: adjective and singular first, plurals are derived from those in -n and -i.
_DEMONYMS = """
AF Afghan Afghani;AL Albanian;DZ Algerian;AD Andorran;AO Angolan;AR Argentine Argentinian Argentinean;AM Armenian
AU Australian Aussie;AT Austrian;AZ Azerbaijani Azeri;BS Bahamian;BH Bahraini;BD Bangladeshi;BB Barbadian;BY Belarusian
Byelorussian;BE Belgian;BZ Belizean;BJ Beninese;BT Bhutanese;BO Bolivian;BA Bosnian;BW Botswanan;BR Brazilian;GB British
Briton;BN Bruneian;BG Bulgarian;BF Burkinabe;MM Burmese;BI Burundian;KH Cambodian Kampuchean;CM Cameroonian;CA Canadian
CV Cape-Verdean;TD Chadian;CL Chilean;CN Chinese;CO Colombian;CG Congolese;CR Costa-Rican;HR Croatian Croat;CU Cuban
CY Cypriot;CZ Czech;DK Danish Dane;DJ Djiboutian;NL Dutch Dutchman Dutchmen;EC Ecuadorian Ecuadorean;EG Egyptian
SV Salvadoran Salvadorean;ER Eritrean;EE Estonian;ET Ethiopian Abyssinian;FJ Fijian;FI Finnish Finn;FR French Frenchman
Frenchmen;GA Gabonese;GM Gambian;GE Georgian;DE German;GH Ghanaian;GR Greek;GL Greenlandic;GT Guatemalan;GN Guinean
GY Guyanese;HT Haitian;HN Honduran;HU Hungarian Magyar;IS Icelandic Icelander;IN Indian;ID Indonesian;IR Iranian Persian
IQ Iraqi;IE Irish Irishman Irishmen;IL Israeli;IT Italian;CI Ivorian;JM Jamaican;JP Japanese;JO Jordanian;KZ Kazakh
KE Kenyan;KW Kuwaiti;KG Kyrgyz;LA Laotian;LV Latvian;LB Lebanese;LR Liberian;LY Libyan;LT Lithuanian
MG Malagasy;MW Malawian;MY Malaysian;MV Maldivian;ML Malian;MT Maltese;MR Mauritanian;MU Mauritian;MX Mexican
MD Moldovan Moldavian;MN Mongolian;ME Montenegrin;MA Moroccan;MZ Mozambican;NA Namibian;NP Nepalese Nepali
NI Nicaraguan;NE Nigerien;NG Nigerian;KP North-Korean;NO Norwegian;OM Omani;PK Pakistani;PS Palestinian;PA Panamanian
PY Paraguayan;PE Peruvian;PH Filipino Philippine;PL Pole;PT Portuguese;PR Puerto-Rican;QA Qatari;RO Romanian Rumanian
Roumanian;RU Russian;RW Rwandan;WS Samoan;SA Saudi;SN Senegalese;RS Serbian Serb;SL Sierra-Leonean;SG Singaporean
SK Slovak Slovakian;SI Slovenian Slovene;SO Somali;ZA South-African;KR South-Korean;SS South-Sudanese;ES Spanish
Spaniard;LK Sri-Lankan Sinhalese;SD Sudanese;SR Surinamese;SE Swedish Swede;CH Swiss;SY Syrian;TW Taiwanese;TJ Tajik
TZ Tanzanian;TH Thai Siamese;TG Togolese;TO Tongan;TN Tunisian;TR Turkish Turk;TM Turkmen;UG Ugandan;UA Ukrainian
AE Emirati;US American;UY Uruguayan;UZ Uzbek;VE Venezuelan;VN Vietnamese;YE Yemeni;ZM Zambian;ZW Zimbabwean;XK Kosovar
HK Hongkonger
"""

_OTHER_DEMONYMS = {
    "european": "Europe",
    "african": "Africa",
    "asian": "Asia",
    "soviet": "Soviet Union",
    "english": "England",
    "englishman": "England",
    "englishmen": "England",
    "scottish": "Scotland",
    "scotsman": "Scotland",
    "welsh": "Wales",
    "welshman": "Wales",
    "korean": "Korea",
    "tibetan": "Tibet",
    "yugoslav": "Yugoslavia",
    "czechoslovak": "Czechoslovakia",
    "prussian": "Prussia",
    "bavarian": "Bavaria",
    "ottoman": "Ottoman Empire",
    "indochinese": "Indochina",
    "chechen": "Chechnya",
    "sicilian": "Sicily",
    "catalan": "Catalonia",
    "rhodesian": "Rhodesia",
    "texan": "Texas",
    "californian": "California",
    "parisian": "Paris",
    "londoner": "London",
    "siberian": "Siberia",
    "kashmiri": "Kashmir",
    "crimean": "Crimea",
    "balkan": "Balkans",
    "polish": "Poland",
    "democratic kampuchean": "Democratic Kampuchea",
    "venetian": "Venice",
    "roman": "Rome",
    "athenian": "Athens",
    "north vietnamese": "North Vietnam",
    "south vietnamese": "South Vietnam",
    "west german": "West Germany",
    "east german": "East Germany",
    "east timorese": "East Timor",
    "latin american": "Latin America",
    "north american": "North America",
    "south american": "South America",
    "northern irish": "Northern Ireland",
    "new yorker": "New York",
    "new zealander": "New Zealand",
    "papuan": "Papua New Guinea",
}

_FORMER_STATES = frozenset(
    {"Soviet Union", "USSR", "Yugoslavia", "Czechoslovakia", "Austria-Hungary", "Ottoman Empire", "Rhodesia", "England"}
    | {"Scotland", "Wales", "North Vietnam", "South Vietnam", "West Germany", "East Germany", "Democratic Kampuchea"}
)

# CLDR names that are given names, common words or nothing that a text would mean by them.
_SKIPPED_CODES = frozenset({"001", "EU", "EZ", "QO", "UM", "UN", "XA", "XB", "ZZ", "011", "014", "015", "017", "030"})


def _split(block: str) -> list[str]:
    return [name for line in block.split("\n") for name in line.split("|") if name]


@cache
def _territories() -> dict[str, str]:
    """Code → English name of every territory and region that CLDR knows."""
    from babel import Locale

    names = Locale("en").territories
    return {code: name for code, name in names.items() if code not in _SKIPPED_CODES}


@cache
def place_names() -> dict[str, str]:
    """Every known place name → the name its territory is listed under, itself for regions and cities.

    >>> place_names()["Burma"]
    'Myanmar'
    """
    found: dict[str, str] = {}
    for code, name in _territories().items():
        short = name.split(" (")[0].replace(" SAR China", "").replace(" - Kinshasa", "").replace(" - Brazzaville", "")
        for form in (short, short.replace(" & ", " and "), *_OTHER_NAMES.get(code, "").split("|")):
            if form:
                found.setdefault(form, short)
    for name in _split(_REGIONS) + _split(_CITIES):
        found.setdefault(name, name)
    return found


@cache
def countries() -> frozenset[str]:
    """The listed names of states and their like, without cities, provinces and continents.

    >>> "Norway" in countries(), "Europe" in countries()
    (True, False)
    """
    states = {name.split(" (")[0] for code, name in _territories().items() if len(code) == 2}
    return frozenset(place_names()[name] for name in states if name in place_names()) | _FORMER_STATES


@cache
def place_words() -> frozenset[str]:
    """Known places of one word."""
    return frozenset(name for name in place_names() if " " not in name)


@cache
def demonyms() -> dict[str, str]:
    """Adjectives and inhabitants, lower case → place: `cambodian` → Cambodia; plurals included.

    >>> demonyms()["swedes"]
    'Sweden'
    """
    names = _territories()
    found: dict[str, str] = {}
    code = ""
    for word in _DEMONYMS.replace(";", " ").split():
        if len(word) == 2 and word.isupper():
            code = word
            continue
        form = word.replace("-", " ").lower()
        place = names[code].split(" (")[0].replace(" SAR China", "")
        found[form] = place
    found.update(_OTHER_DEMONYMS)
    for form, place in list(found.items()):
        plural = form.title() + "s"
        if (
            not form.endswith(("sh", "ese", "ch", "men", "man", "iss", "s", "philippine"))
            and plural not in place_names()
        ):
            found.setdefault(form + "s", place)
    return found


def is_inhabitants(word: str) -> bool:
    """Whether a demonym can only mean people: "Cambodians", "Swedes", "Frenchmen".

    >>> is_inhabitants("Albanians"), is_inhabitants("Swiss")
    (True, False)
    """
    lower = word.lower()
    return lower in demonyms() and (lower.endswith("men") or (lower.endswith("s") and lower[:-1] in demonyms()))
