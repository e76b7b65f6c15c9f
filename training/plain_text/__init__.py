"""The weights that tell the blocks of flattened pages: made pages, training, and measures on real ones."""
