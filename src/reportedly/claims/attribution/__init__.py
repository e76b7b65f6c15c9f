"""Who says it: statements, their cues, speakers and quotations, and the chain of voices."""
