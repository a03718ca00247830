"""How much each trait counts: fitted by `training/antecedents.py`, not by hand."""

from __future__ import annotations

_TABLE = """
he:  alone -0.2  d0 0.96  d1 0.78  d2 -0.69  d3 -1.96  elsewhere -0.63  governed -0.17  n2 0.73  name -0.25  nominal
0.53  opens 0.98  opens0 0.15  other -0.3  person -0.36  pronoun 0.08  quoted -1.63  r0 0.79  r1 0.1  r2 -0.61  r3
-0.6  r4 -0.6  same 2.04  sex 2.1  topic 0.79

his:  alone -0.6  d0 1.04  d1 0.27  d2 -0.7  d3 -1.45  elsewhere -0.38  governed -0.05  n2 1.14  n5 -0.23  name -0.2
nominal 0.62  opens 1.3  opens0 0.56  other -0.46  person -0.13  pronoun 0.01  quoted -0.54  r0 0.55  r1 -0.03  r2
-0.03  r3 -0.69  r4 -0.64  same 1.89  sex 2.11  topic 0.63

it:  adjective -2.01  alone -0.63  d0 1.37  d1 0.58  d2 -0.93  d3 -2.46  elsewhere -1.62  governed -1.01  n2 0.91  n5
0.18  name -0.36  nominal 0.33  opens 0.23  opens0 0.28  organisation -0.42  other -0.45  place 0.68  pronoun 0.58
quoted -1.27  r0 -0.6  r1 -0.43  r2 -0.58  r3 -0.22  r4 0.39  same 2.46  topic 0.09  work -0.93

its:  adjective -1.75  alone -1.23  d0 2.04  d1 -0.13  d2 -1.51  d3 -1.52  elsewhere -0.99  governed -0.54  n2 0.9  n5
0.77  name -0.48  nominal -0.16  opens 0.69  opens0 0.08  organisation -0.03  other 0.29  place -0.26  pronoun 1.27
quoted -1.18  r0 0.33  r1 0.48  r2 -0.99  r3 0.08  r4 -1.02  same 2.75  topic -0.12  work -0.79

no-he:  bias 0.92  quoted 0.68  some 0.92  told 0.23

no-his:  bias 0.85  quoted 0.35  some 0.85  told 0.5

no-it:  bias 1.45  impersonal 0.1  quoted 1.4  some 1.45  told 0.05

no-its:  bias 1.12  quoted 0.46  some 1.12  told 0.66

no-self:  bias 1.15  quoted 0.22  some 1.15  told 0.93

no-their:  bias 1.55  quoted 0.74  some 1.55  told 0.82

no-they:  bias 1.51  quoted 0.77  some 1.51  told 0.74

self:  alone -0.4  d0 1.38  d1 0.12  d2 -0.94  d3 -1.71  elsewhere -0.85  governed -0.48  n2 0.8  n5 0.33  name -0.5
nominal 0.37  opens 0.4  opens0 -0.34  other -0.17  person -0.73  pronoun 0.26  quoted -0.38  r0 0.57  r1 -0.09  r2
-0.52  r3 -0.52  r4 -0.59  sex 1.45  topic 0.9

their:  alone -0.88  d0 2.43  d1 -0.31  d2 -1.4  d3 -2.28  elsewhere -0.89  governed 0.5  group 0.6  n2 0.6  n5 -0.76
name -1.02  nominal 0.81  opens 0.29  opens0 0.57  organisation 1.08  other -0.21  person -1.64  place -0.8  pronoun
-0.08  quoted -1.28  r0 0.86  r1 0.21  r2 -0.43  r3 -0.96  r4 -1.23  same 2.63  several 0.47  topic 0.9

they:  adjective -1.33  alone -0.83  d0 1.16  d1 0.7  d2 -1.19  d3 -2.18  elsewhere -1.19  governed -0.37  group 0.39
n2 1.06  n5 -0.68  name -0.94  nominal 1.22  opens -0.53  opens0 0.05  organisation 0.56  other 0.05  person -1.1
place -0.84  pronoun -0.46  quoted 0.6  r0 0.48  r1 -0.37  r2 0.09  r3 -0.77  r4 -0.94  same 3.49  several 0.38  topic
-0.05

bare:  adjective -1.67  apposition 0.88  comma 2.16  copula 1.77  d0 0.07  d1 0.53  d10 -0.73  d2 -0.15  d30 -0.14  d4
-0.78  governed -0.68  head= 0.51  head=r0 1.23  head=r1 0.14  head=r2 -0.19  head=r3 -0.66  n2 1.46  n5 0.45  name
-0.44  nominal 0.82  number -2.93  opens -0.19  pronoun 0.09  sex -0.77  topic -0.08  weak -2.08  weakr0 -0.55  weakr1
-0.4  weakr2 -0.69  weakr3 -0.44

definite:  adjective -2.56  apposition 1.6  comma 3.45  copula 2.58  d0 0.97  d10 -0.56  d2 -0.15  d30 -1.07  d4 -0.22
head! -0.3  head!r0 0.01  head!r1 -0.63  head!r2 -0.81  head!r3 1.13  head< 1.26  head<r0 1.37  head= 0.88  head=r0
1.25  head=r1 0.43  head=r2 -0.46  head=r3 -0.34  head> -0.12  head>r0 1.09  head>r1 -0.08  head>r2 -0.3  head>r3
-0.83  n2 1.23  n5 0.3  name 0.5  nominal 0.64  number -3.55  opens 0.3  opens0 -0.22  pronoun 0.38  sex -1.09  strong
-0.83  strongr0 0.75  strongr1 -0.58  strongr2 0.17  strongr3 -1.17  topic 0.2  weak -1.93  weakr0 0.22  weakr1 0.06
weakr2 -0.68  weakr3 -1.53

indefinite:  adjective -1.87  apposition 0.39  comma 2.59  copula 2.24  d0 1.08  d1 0.41  d10 -0.9  d2 -0.34  d30
-0.61  d4 -0.89  governed -0.55  head! -0.31  head!r0 0.54  head!r1 -0.81  head!r2 -0.5  head!r3 0.46  head< 0.07
head<r0 0.25  head<r1 -0.16  head<r2 -0.02  head= 0.43  head=r0 0.8  head=r1 0.75  head=r2 -0.83  head=r3 -0.29  head>
0.31  head>r0 0.55  head>r1 -0.07  head>r2 0.62  head>r3 -0.79  n2 0.5  n5 -0.26  name 0.36  nominal 0.38  number
-2.49  opens 0.22  opens0 0.46  pronoun -0.11  sex -1.05  strong -0.04  strongr0 0.46  strongr1 0.53  strongr2 -0.14
strongr3 -0.88  topic 0.51  weak -1.71  weakr0 0.88  weakr1 0.01  weakr2 -1.19  weakr3 -1.42

no-bare:  bias 1.19  defined 1.03  group 0.07  modified 0.23  organisation 0.14  place 0.95  relation -0.71  several
0.86  some 1.19

no-definite:  bias 1.04  defined 0.91  group 0.78  modified 0.22  organisation 0.22  person -0.15  place 0.18
relation -0.39  several 0.49  some 1.04

no-indefinite:  bias 1.25  defined -0.43  group 0.22  modified -0.19  organisation 0.83  person -0.26  place 0.46
relation 0.49  several 1.32  some 1.25

no-possessive:  bias 1.07  defined 0.87  group 0.8  modified 0.77  organisation 0.48  person -0.4  place 0.19
relation -0.29  several 0.5  some 1.07

no-this:  bias 0.95  defined 0.55  group 0.64  modified 0.34  organisation 0.54  person 1.02  place -1.24  relation
0.02  several 0.32  some 0.95

possessive:  adjective -2.14  apposition 1.6  comma 2.97  copula 2.52  d0 0.38  d1 1.12  d10 -1.16  d2 0.28  d30 -1.08
d4 -0.62  governed 0.34  head! 0.41  head!r0 0.95  head!r1 -0.54  head!r2 -0.49  head!r3 0.49  head< 1.02  head<r0
1.18  head<r1 -0.15  head= 0.42  head=r0 0.79  head=r1 0.67  head=r2 -0.84  head=r3 -0.21  head> 0.11  head>r0 -0.08
head>r1 0.65  head>r2 0.08  n2 0.86  n5 0.7  name 0.29  nominal 0.63  number -2.72  opens -0.79  opens0 0.08  pronoun
0.15  sex -0.82  strong -0.83  strongr0 -0.48  strongr1 0.22  strongr2 0.33  strongr3 -0.91  topic -0.05  weak -2.19
weakr0 0.15  weakr1 -0.06  weakr2 -0.59  weakr3 -1.7

this:  adjective -1.75  apposition 0.84  d0 0.47  d1 0.72  d10 -0.15  d2 0.13  d30 -1.1  d4 -1.03  governed -0.28
head! 0.04  head!r0 0.54  head!r1 -0.53  head!r2 -0.49  head< 0.9  head<r0 1.02  head= -0.04  head=r0 1.19  head=r1
0.26  head=r2 -1.02  head=r3 -0.48  head> 0.55  head>r0 0.25  head>r1 0.82  head>r2 0.03  n2 1.0  n5 0.35  name -0.22
nominal 0.46  number -2.72  opens -0.08  opens0 -0.05  pronoun 0.56  sex -0.76  strong -0.41  strongr0 0.17  strongr1
-0.26  strongr2 0.55  strongr3 -0.87  topic 0.21  weak -2.0  weakr0 -0.68  weakr1 0.4  weakr2 -0.35  weakr3 -1.37
"""


def _read(table: str) -> dict[str, dict[str, float]]:
    found: dict[str, dict[str, float]] = {}
    for paragraph in table.strip().split("\n\n"):
        kind, *words = paragraph.split()
        found[kind.rstrip(":").replace("no-", "no ")] = dict(zip(words[::2], map(float, words[1::2]), strict=True))
    return found


WEIGHTS = _read(_TABLE)
