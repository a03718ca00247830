"""How much each trait counts: fitted by `training/antecedents.py`, not by hand."""

from __future__ import annotations

_TABLE = """
bare:  adjective -0.06  comma -0.01  copula -0.01  d0 -0.02  d1 0.49  d10 -0.67  d2 -0.13  d30 -0.02  d4 -0.66
governed -0.63  head= 0.72  head=r0 1.25  head=r1 0.1  head=r2 -0.06  head=r3 -0.57  n2 1.29  n5 0.41  name -0.9
nominal 0.32  number -2.11  opens -0.2  opens0 0.06  pronoun -0.37  sex -0.06  weak -1.73  weakr0 -0.54  weakr1 -0.44
weakr2 -0.49  weakr3 -0.26

no-bare:  bias 1.02  defined 0.99  group -0.02  organisation 0.07  place 0.97  relation -0.63  several 1.02  some 1.02

definite:  adjective -1.85  apposition 0.85  comma 2.4  copula 2.0  d0 0.99  d1 -0.02  d10 -0.56  d2 -0.16  d30 -0.95
d4 -0.22  governed 0.01  head! -0.29  head!r0 -0.06  head!r1 -0.43  head!r2 -0.51  head!r3 0.71  head< 1.16  head<r0
1.16  head= 0.9  head=r0 1.19  head=r1 0.36  head=r2 -0.34  head=r3 -0.3  head> -0.09  head>r0 0.98  head>r1 -0.25
head>r2 -0.36  head>r3 -0.46  n2 1.23  n5 0.38  name 0.29  nominal 0.42  number -3.0  opens 0.29  opens0 -0.21
pronoun 0.2  sex -0.72  strong -0.76  strongr0 0.63  strongr1 -0.64  strongr2 -0.03  strongr3 -0.72  weak -1.85
weakr0 0.2  weakr1 -0.03  weakr2 -0.62  weakr3 -1.4

no-definite:  bias 0.93  defined 0.79  group 0.75  modified 0.2  organisation 0.17  person -0.16  place 0.17  relation
-0.39  several 0.5  some 0.93

he:  alone -0.11  d0 0.82  d1 0.71  d2 -0.54  d3 -1.65  elsewhere -0.72  governed -0.26  n2 0.74  n5 0.55  name -0.62
nominal 0.06  opens 0.89  opens0 0.25  other -0.34  person -0.31  pronoun -0.1  quoted -1.36  r0 0.74  r1 0.08  r2
-0.57  r3 -0.46  r4 -0.45  same 1.55  sex 2.07

no-he:  bias 0.65  quoted 0.49  some 0.65  told 0.16

his:  alone -0.12  d0 0.89  d1 0.29  d2 -0.59  d3 -1.17  elsewhere -0.5  governed -0.08  n2 1.05  n5 0.34  name -0.53
nominal 0.04  opens 1.12  opens0 0.61  other -0.47  person -0.11  pronoun -0.09  quoted -0.17  r0 0.56  r1 0.01  r3
-0.58  r4 -0.57  same 1.3  sex 1.93

no-his:  bias 0.58  quoted 0.17  some 0.58  told 0.41

indefinite:  adjective -0.75  apposition -0.34  comma 1.78  copula 1.83  d0 1.16  d1 0.26  d10 -0.85  d2 -0.41  d30
-0.43  d4 -0.81  governed -0.49  head! -0.19  head!r0 0.38  head!r1 -0.43  head!r2 -0.09  head!r3 -0.05  head< -0.31
head<r0 -0.25  head<r1 -0.05  head<r2 -0.02  head= 0.53  head=r0 0.68  head=r1 0.52  head=r2 -0.47  head=r3 -0.2
head> 0.26  head>r0 0.48  head>r1 -0.34  head>r2 0.53  head>r3 -0.41  n2 0.45  n5 0.09  name 0.08  nominal -0.05
number -1.74  opens 0.11  opens0 0.48  pronoun -0.35  sex -0.69  strong 0.06  strongr0 0.28  strongr1 0.43  strongr2
-0.36  strongr3 -0.29  weak -1.42  weakr0 0.78  weakr2 -1.01  weakr3 -1.19

no-indefinite:  bias 1.08  defined -0.44  group 0.18  modified -0.21  organisation 0.64  person -0.17  place 0.43
relation 0.56  several 1.28  some 1.08

it:  adjective -1.45  alone -0.49  d0 1.1  d1 0.45  d2 -0.77  d3 -1.98  elsewhere -1.53  governed -1.01  n2 0.81  n5
0.15  name -0.58  nominal 0.01  opens 0.17  opens0 0.33  organisation -0.6  other -0.48  place 0.45  pronoun 0.83
quoted -0.83  r0 -0.49  r1 -0.29  r2 -0.61  r3 -0.09  r4 0.3  same 1.48  work -0.56

no-it:  bias 1.19  impersonal 0.05  quoted 1.17  some 1.19  told 0.02

its:  adjective -1.01  alone -0.82  d0 1.61  d1 -0.29  d2 -1.24  d3 -0.85  elsewhere -0.96  governed -0.5  n2 0.62  n5
0.8  name -0.7  nominal -0.4  opens 0.29  opens0 0.14  organisation -0.2  other 0.21  place -0.4  pronoun 1.35  quoted
-0.72  r0 0.31  r1 0.45  r2 -0.86  r3 0.14  r4 -0.81  same 0.95  work -0.38

no-its:  bias 0.77  quoted 0.21  some 0.77  told 0.56

possessive:  adjective -1.14  apposition 0.84  comma 0.95  copula 0.92  d0 0.31  d1 1.04  d10 -1.13  d2 0.26  d30
-0.73  d4 -0.65  governed 0.31  head! 0.44  head!r0 0.62  head!r1 -0.08  head!r2 -0.07  head!r3 -0.03  head< 0.63
head<r0 0.68  head<r1 -0.05  head= 0.53  head=r0 0.63  head=r1 0.49  head=r2 -0.5  head=r3 -0.09  head> 0.09  head>r0
-0.33  head>r1 0.43  head>r2 -0.01  n2 0.68  n5 0.58  name 0.04  nominal 0.29  number -1.25  opens -0.84  opens0 0.08
pronoun -0.1  sex -0.43  strong -0.73  strongr0 -0.62  strongr1 0.09  strongr2 0.12  strongr3 -0.32  weak -1.86
weakr0 0.05  weakr1 -0.21  weakr2 -0.45  weakr3 -1.26

no-possessive:  bias 0.91  defined 0.59  group 0.73  modified 0.59  organisation 0.42  person -0.43  place 0.19
relation -0.16  several 0.45  some 0.91

self:  alone 0.15  d0 0.59  d1 -0.36  d2 -0.23  d3 -0.4  elsewhere -0.55  governed -0.47  n2 0.25  n5 0.86  name -0.33
nominal -0.34  opens -0.12  opens0 -0.34  other -0.21  person -0.18  pronoun 0.28  quoted 0.2  r0 0.65  r1 -0.1  r2
-0.4  r3 -0.25  r4 -0.29  sex 0.47

no-self:  bias 0.39  quoted -0.19  some 0.39  told 0.59

their:  alone -0.48  d0 1.98  d1 -0.47  d2 -1.12  d3 -1.5  elsewhere -0.98  governed 0.47  group 0.59  n2 0.62  n5
-0.34  name -1.18  nominal 0.35  opens 0.11  opens0 0.44  organisation 0.89  other -0.35  person -1.52  place -0.73
pronoun -0.28  quoted -0.78  r0 0.87  r1 0.35  r2 -0.4  r3 -0.84  r4 -1.09  same 1.76  several 0.35

no-their:  bias 1.11  quoted 0.36  some 1.11  told 0.75

they:  adjective -0.22  alone -0.44  d0 0.91  d1 0.57  d2 -1.02  d3 -1.68  elsewhere -1.21  governed -0.4  group 0.28
n2 0.93  n5 -0.73  name -1.16  nominal 0.8  opens -0.61  opens0 0.05  organisation 0.43  person -1.09  place -0.85
pronoun -0.64  quoted 0.74  r0 0.55  r1 -0.29  r2 0.09  r3 -0.69  r4 -0.88  same 3.03  several 0.36

no-they:  bias 1.22  quoted 0.59  some 1.22  told 0.63

this:  adjective -0.43  apposition -0.02  d0 0.4  d1 0.69  d10 -0.26  d2 0.06  d30 -0.69  d4 -0.94  governed -0.24
head! 0.05  head!r0 0.2  head!r1 -0.07  head!r2 -0.09  head< 0.48  head<r0 0.48  head= 0.1  head=r0 1.01  head=r1 0.18
head=r2 -0.68  head=r3 -0.41  head> 0.5  head>r0 -0.03  head>r1 0.6  head>r2 -0.06  n2 0.86  n5 0.45  name -0.55
nominal 0.01  number -1.3  opens -0.11  opens0 -0.07  pronoun 0.22  sex -0.03  strong -0.2  strongr0 -0.07  strongr1
-0.32  strongr2 0.46  strongr3 -0.27  weak -1.68  weakr0 -0.83  weakr1 0.18  weakr2 -0.24  weakr3 -0.79

no-this:  bias 0.74  defined 0.38  group 0.58  modified 0.17  organisation 0.44  person 0.98  place -1.26  relation
0.17  several 0.32  some 0.74
"""


def _read(table: str) -> dict[str, dict[str, float]]:
    found: dict[str, dict[str, float]] = {}
    for paragraph in table.strip().split("\n\n"):
        kind, *words = paragraph.split()
        found[kind.rstrip(":").replace("no-", "no ")] = dict(zip(words[::2], map(float, words[1::2]), strict=True))
    return found


WEIGHTS = _read(_TABLE)
