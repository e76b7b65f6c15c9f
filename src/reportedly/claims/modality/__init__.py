"""Signs in the text that a thing is hedged, planned, asked for or denied, and their scope."""
