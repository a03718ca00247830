"""General word lists, by hand: titles, head nouns, first names, places, common words."""
