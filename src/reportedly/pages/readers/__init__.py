"""One file a format of captures, each with one constant, `READER`; found by looking into this folder."""
