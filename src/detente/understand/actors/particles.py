"""The small words of names."""

PARTICLES = frozenset(
    "al el bin ibn bint abu ben ould uld von van de der den da di du la le dos das do ul ur ud zu ter ten af av st ap".split()
)
