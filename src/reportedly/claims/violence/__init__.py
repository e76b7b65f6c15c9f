"""Attacks, deaths and casualties: what verbs and nouns of violence share."""
