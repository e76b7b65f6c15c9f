"""Which place of the world a name means: candidates by their names, decided together by the whole document."""
