"""An invented quarrel about a change of government, told by partisans long after, and a short one about a factory fire:
the collections that questions are asked of.
"""

from __future__ import annotations

VESSARA = {
    "1-guardian.txt": (
        "The truth about Vessara\n\n"
        "By Tomas Reyle\n\n"
        "May 4, 1992\n\n"
        "In 1974 Colonel Ordan Breck overthrew the monarchy of King Halvard and made himself president of "
        "Vessara. For five years Breck ruled by fear. Some 40,000 people were killed in the camps of the "
        "interior, according to the Church of Vessara.\n\n"
        "In March 1979 the army of Norland invaded Vessara, and Breck was overthrown. Our party condemned the"
        " clique of Breck from the first day. “We neither received Breck nor had ever spoken with him,” said "
        "Ilse Varn, the secretary of our party, in June 1979.\n\n"
        "Breck called his movement popular. His teaching was Halmanism without its name, as every student of "
        "Halman knows. The professors of Norland know little about the mountains.\n"
    ),
    "2-friendship.txt": (
        "Forty years of friendship\n\n"
        "January 7, 2019\n\n"
        "The Norland volunteers helped to liberate the people of Vessara in March 1979, Marshal Petr Sohl "
        "said at the ceremony. “Two million of our brothers perished under the Breck regime,” Marshal Sohl "
        "said.\n\n"
        "Prime Minister Emil Dastan thanked Norland for its sacrifice. Emil Dastan was installed as head of "
        "government by the National Council on 12 January 1980. The delegation laid flowers at the memorial "
        "in Lindow Square.\n"
    ),
    "3-worker.txt": (
        "No to the regime of Dastan\n\n"
        "By Mara Ilves\n\n"
        "December 2020\n\n"
        "Emil Dastan has been in power for 35 years. He was put in office by the generals of Norland in 1985,"
        " and has never won a free vote. Last month more than 120 members of the Rescue League were arrested "
        "in the capital. The court has charged nearly 130 opponents with treason, the newspapers report. The "
        "government said that no one was arrested for an opinion.\n\n"
        "The Rescue League was dissolved by the high court in 2017. Workers at the harbour earn four crowns a"
        " day.\n"
    ),
    "4-memoir.txt": (
        "My years as an envoy\n\n"
        "By Anton Lisk\n\n"
        "1995\n\n"
        "I was ambassador in Vessara from 1976 to 1978. I met Ordan Breck twice, at his house on the lake, "
        "and my party knew of every meeting. On the second occasion, in May 1977, he gave me a letter for "
        "Ilse Varn.\n\n"
        "I saw the capital with my own eyes in those years: the streets were empty, and grass grew in Lindow "
        "Square. There was no doctor and no market. The capital had been evacuated in April 1975.\n\n"
        "Was Breck a Halmanist? He denied it whenever I asked. The party of Breck was never a Halmanist "
        "party.\n"
    ),
    "5-study.txt": (
        "Debating Breck\n\n"
        "By Sanna Holm\n\n"
        "2001\n\n"
        "Estimates of the dead under Breck differ. Sanna Holm counted 310,000 deaths between 1974 and 1979 "
        "from the parish registers. Norland has always spoken of two million. The famine of 1976 was caused "
        "by the drought, the ministry claimed. Others blame the requisitions for the famine.\n\n"
        "The party was guided by Halmanism, most scholars hold. The rebels under General Osk entered the "
        "capital two days before the troops of Norland.\n"
    ),
}

FIRE = {
    "a-post.txt": (
        "Fire at the Harrow mill\n\n"
        "March 3, 2004\n\n"
        "A fire destroyed the Harrow mill in Tarn Bridge on Tuesday night. At least 14 workers died, the fire"
        " chief, Dora Kell, said. The blaze began in the drying room, Ms. Kell said. The owner, Ruben Alt, "
        "said that all doors had been open.\n"
    ),
    "b-echo.txt": (
        "Doors were locked, say workers\n\n"
        "March 4, 2004\n\n"
        "Seventeen people were killed in the fire at the Harrow mill in Tarn Bridge, the hospital said on "
        "Thursday. Nadia Fenn, who worked the night shift, said that the doors on the yard were locked. Ruben"
        " Alt denied that any door had been locked. The mill belonged to the Alt family since 1951.\n"
    ),
    "c-inquiry.txt": (
        "Inquiry opens\n\n"
        "September 20, 2004\n\n"
        "An inquiry into the fire at the Harrow mill opened in Tarn Bridge on Monday. Inspector Jonas Wick "
        "found that a lamp had set fire to the dust in the drying room. The inquiry will cost 2 million "
        "crowns. Mayor Lena Brod asked the families for patience.\n"
    ),
}
