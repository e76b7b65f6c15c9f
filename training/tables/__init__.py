"""Scripts that write the word tables under `src/reportedly/resources/data` from public lists."""
