"""The encoder of the reading engine: its texts, silver answers, training, export and scores."""
