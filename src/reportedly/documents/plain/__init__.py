"""How a flattened page is cut into lines, what each line shows, and how lines get their roles."""
