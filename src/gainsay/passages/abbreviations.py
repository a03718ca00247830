"""Abbreviated titles, whose stop ends no sentence: one list for whatever looks at stops."""

TITLES = (
    "Mr|Mrs|Ms|Mx|Messrs|Mme|Mlle|Dr|Prof|Rev|Fr|Msgr|Hon|St"  # of address, of learning, of churches
    "|Gen|Lt|Col|Capt|Cpt|Cmdr|Comdr|Sgt|Cpl|Pvt|Pfc|Adm|Maj|Brig|Insp|Supt|Det|Const"  # of arms and of the police
    "|Pres|Gov|Sen|Rep|Sec|Amb|Atty|Asst|Coun|Cllr|Ald|Del"  # of offices
    "|Jr|Sr"
)
"""Alternatives of a regular expression, capitalised and without their stop."""
