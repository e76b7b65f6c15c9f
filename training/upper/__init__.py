"""Upper layers of other tasks, learnt over the lower layers of the shipped encoder, which stay as they are."""
