"""The second reader: a model of the user's own choice that is asked about what the comparison left unsure.

Nothing here is called unless the user names an endpoint. What it answers is kept as its own, beside the matters, and
changes none of them:

1. `doubtful` and `reviewed`: which pairs of statements it is asked about.
2. `pair`, `prompt`: what it is shown, and in which words it is asked.
3. `endpoint`: the one place that speaks to the network.
4. `opinion`: what it answered, void unless its spans stand in the passages; `kept`: the answers in the edition.
5. `session`: asks within a budget, and keeps every answer as it comes; `calibration` holds them against people's.
"""
