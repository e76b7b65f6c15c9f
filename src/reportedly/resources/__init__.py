"""What ships beside the code: word tables, the gazetteer, outlines of areas, the encoder; and their versions."""
