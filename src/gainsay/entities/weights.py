"""How much each trait counts: fitted by `training/antecedents.py`, not by hand."""

from __future__ import annotations

_TABLE = """
he:  alone -0.05  d0 0.7  d1 0.88  d2 -0.79  d3 -1.81  elsewhere -0.81  governed -0.11  n2 0.93  n5 -0.02  name -0.16
nominal 0.53  opens 0.62  opens0 0.23  other -1.2  person -0.02  pronoun -0.09  quoted -1.39  r0 0.93  r1 -0.18  r2
-0.63  r3 -0.18  r4 -0.97  same 2.5  sex 2.22  topic 0.73

his:  alone 0.14  d0 1.04  d1 0.33  d2 -0.46  d3 -1.69  elsewhere -0.64  governed 0.06  n2 1.03  n5 -0.16  name -0.09
nominal 0.73  opens 1.28  opens0 0.88  other -1.21  person 0.22  pronoun -0.13  quoted -0.41  r0 0.6  r1 -0.05  r2
0.12  r3 -0.48  r4 -0.98  same 2.1  sex 1.64  topic 0.54

it:  adjective -2.0  alone -0.64  d0 1.47  d1 0.44  d2 -1.05  d3 -2.3  elsewhere -1.79  governed -1.5  n2 0.57  n5
0.14  name -0.3  nominal 0.04  opens 0.29  opens0 0.19  organisation -0.29  other -1.27  place 0.79  pronoun 0.81
quoted -1.28  r0 -0.63  r1 -0.59  r2 0.02  r3 0.11  r4 -0.35  same 2.26  topic 0.5  work -0.74

its:  adjective -1.8  alone -1.07  d0 2.1  d1 -0.11  d2 -0.87  d3 -2.14  elsewhere -0.77  governed -0.6  n2 0.5  n5
0.73  name -0.19  nominal -0.49  opens 0.45  opens0 0.44  other -0.69  place 0.11  pronoun 1.47  quoted -0.72  r0 0.35
r1 0.4  r2 -1.04  r3 0.49  r4 -1.23  same 2.57  topic 0.07  work -0.52

no-he:  bias 1.02  quoted 0.84  some 1.02  told 0.18

no-his:  bias 0.79  quoted 0.32  some 0.79  told 0.47

no-it:  bias 1.44  impersonal 0.03  quoted 1.44  some 1.44

no-its:  bias 1.02  quoted 0.17  some 1.02  told 0.85

no-self:  bias 1.16  quoted 0.22  some 1.16  told 0.94

no-their:  bias 1.38  quoted 0.78  some 1.38  told 0.6

no-they:  bias 1.6  quoted 0.78  some 1.6  told 0.82

self:  alone -0.03  d0 1.38  d1 0.1  d2 -0.84  d3 -1.8  elsewhere -0.86  governed -0.53  n2 0.66  n5 0.4  name -0.44
nominal 0.26  opens 0.37  opens0 -0.24  other -0.8  person -0.56  pronoun 0.31  quoted -0.3  r0 0.58  r1 -0.15  r2
-0.43  r3 -0.25  r4 -0.91  sex 1.31  topic 0.85

their:  alone 0.08  d0 2.53  d1 -0.54  d2 -1.16  d3 -2.21  elsewhere -0.8  governed -0.1  group 0.82  n2 0.55  n5
-0.03  name -0.84  nominal 0.62  opens 0.15  opens0 1.0  organisation 0.71  other -0.29  person -1.25  place -0.95
pronoun 0.13  quoted -1.14  r0 0.79  r1 -0.11  r2 -0.08  r3 -0.48  r4 -1.49  same 2.41  several 0.3  topic 0.16

they:  adjective -1.38  alone 0.11  d0 1.29  d1 0.71  d2 -1.33  d3 -2.28  elsewhere -0.88  governed -0.09  group 0.8
n2 1.0  n5 -0.54  name -1.03  nominal 1.19  opens -0.03  opens0 0.2  organisation 0.86  other -0.88  person -1.16
place -0.8  pronoun -0.39  quoted 0.21  r0 0.68  r1 -0.12  r2 -0.17  r3 -0.69  r4 -1.31  same 3.13  several 0.35
topic -0.12

bare:  adjective -1.8  apposition 2.13  comma 2.64  copula 2.57  d0 0.22  d1 0.52  d10 -0.51  d2 -0.41  d30 -0.36  d4
-0.6  governed -0.18  head! -1.59  head!r0 -0.03  head!r1 -0.75  head!r2 -0.68  head!r3 -0.14  head< 0.42  head<r0
0.63  head<r1 -0.2  head= 1.11  head=r0 1.52  head=r1 0.5  head=r2 -0.41  head=r3 -0.5  head> 0.01  head>r0 0.24
head>r1 0.65  head>r2 -0.48  head>r3 -0.39  n2 1.3  n5 0.62  nominal 0.7  number -1.75  opens -0.13  opens0 0.1
pronoun -0.04  sex -1.67  strong 0.39  strongr0 0.32  strongr1 0.29  strongr2 0.49  strongr3 -0.71  topic -0.21  weak
-1.49  weakr0 0.46  weakr1 -0.82  weakr2 -0.41  weakr3 -0.71

definite:  adjective -2.6  apposition 2.81  comma 3.74  copula 2.65  d0 0.65  d1 0.15  d10 -0.66  d2 -0.26  d30 -0.83
d4 -0.21  governed -0.01  head! -0.67  head!r0 0.76  head!r1 -0.65  head!r2 -0.97  head!r3 0.19  head< 1.32  head<r0
1.56  head<r1 -0.23  head= 1.14  head=r0 1.42  head=r1 0.31  head=r2 -0.51  head=r3 -0.09  head> -0.57  head>r0 0.9
head>r1 -0.25  head>r2 -0.65  head>r3 -0.57  n2 1.34  n5 0.47  name 0.4  nominal 0.65  number -3.09  opens 0.12
opens0 -0.06  pronoun 0.39  sex -0.94  strong -0.4  strongr0 1.21  strongr1 -0.57  strongr2 -0.05  strongr3 -0.99
topic -0.07  weak -1.96  weakr0 0.37  weakr1 0.27  weakr2 -1.31  weakr3 -1.3

indefinite:  adjective -1.99  apposition 1.47  comma 2.66  copula 2.14  d0 1.24  d1 0.15  d10 -0.71  d2 -0.26  d30
-0.85  d4 -0.81  governed -0.58  head! -0.43  head!r0 1.17  head!r1 -0.86  head!r2 -0.67  head!r3 -0.07  head< 0.07
head<r0 0.32  head<r1 -0.22  head<r2 -0.02  head= 0.56  head=r0 0.94  head=r1 0.87  head=r2 -0.9  head=r3 -0.35  head>
0.17  head>r0 0.56  head>r1 0.05  head>r2 -0.57  head>r3 0.14  n2 0.44  n5 -0.16  name 0.19  nominal 0.37  number
-2.53  opens -0.09  opens0 0.32  pronoun 0.19  sex -1.44  strong 0.01  strongr0 0.53  strongr1 0.58  strongr2 -0.26
strongr3 -0.84  topic 0.4  weak -1.63  weakr0 0.78  weakr1 -0.36  weakr2 -0.39  weakr3 -1.65

no-bare:  bias 1.15  capital 1.01  defined 0.63  group -0.26  modified -0.79  organisation -0.04  person 0.67  place
0.77  relation -0.5  several 2.12  some 1.15

no-definite:  bias 1.15  capital 0.43  defined 1.09  group 0.77  modified -0.06  organisation 0.35  person -0.16
place 0.19  relation -0.57  several 0.14  some 1.15

no-indefinite:  bias 1.24  capital -0.63  defined -0.26  group 0.09  modified -0.47  organisation 0.74  person -0.1
place 0.51  relation 0.45  several 1.56  some 1.24

no-possessive:  bias 1.13  capital 0.5  defined 0.28  group 0.61  modified 0.09  organisation 0.4  person -0.37  place
0.49  relation -0.34  several 0.84  some 1.13

no-this:  bias 1.03  capital -0.29  defined -0.29  group 1.01  modified 0.7  organisation 0.6  person 0.71  place
-1.28  relation -0.01  several 0.24  some 1.03

possessive:  adjective -2.15  apposition 2.12  comma 2.97  copula 2.71  d0 0.26  d1 0.7  d10 -0.72  d2 0.07  d30 -0.85
d4 -0.57  governed 0.35  head! -0.44  head!r0 0.76  head!r1 -0.53  head!r2 -0.62  head!r3 -0.05  head< 0.77  head<r0
1.04  head<r1 -0.26  head= 0.57  head=r0 0.96  head=r1 0.85  head=r2 -0.98  head=r3 -0.26  head> 0.24  head>r0 0.26
head>r1 0.64  head>r2 -0.45  n2 0.79  n5 0.53  name 0.35  nominal 0.81  number -2.64  opens -0.61  opens0 -0.04
pronoun -0.13  sex -1.43  strong -0.36  strongr0 -0.57  strongr1 0.24  strongr2 0.54  strongr3 -0.57  topic 0.43  weak
-1.91  weakr0 0.27  weakr1 -0.58  weakr2 -0.61  weakr3 -0.99

this:  adjective -1.89  apposition 1.46  d0 0.54  d1 0.9  d10 -0.38  d2 0.06  d30 -1.22  d4 -0.93  governed 0.05
head! -0.53  head!r0 0.63  head!r1 -0.58  head!r2 -0.58  head< 0.86  head<r0 1.06  head= -0.08  head=r0 1.28  head=r1
0.45  head=r2 -1.06  head=r3 -0.75  head> 0.62  head>r0 0.37  head>r1 0.92  head>r2 -0.47  n2 0.91  n5 0.71  name
-0.34  nominal 0.53  number -2.56  opens 0.41  opens0 0.07  pronoun 0.66  sex -1.11  strong -0.29  strongr0 0.13
strongr1 -0.21  strongr2 0.02  strongr3 -0.24  topic -0.22  weak -1.61  weakr0 -0.15  weakr1 0.24  weakr2 -1.26
weakr3 -0.44
"""


def _read(table: str) -> dict[str, dict[str, float]]:
    found: dict[str, dict[str, float]] = {}
    for paragraph in table.strip().split("\n\n"):
        kind, *words = paragraph.split()
        found[kind.rstrip(":").replace("no-", "no ")] = dict(zip(words[::2], map(float, words[1::2]), strict=True))
    return found


WEIGHTS = _read(_TABLE)
