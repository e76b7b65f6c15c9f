"""The judge of claims: which signs of a claim say that it is right, learnt on our own passages."""
