"""One comparison per facet: what two values of a kind say of each other."""
