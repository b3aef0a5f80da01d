"""What is worth saying of a selection: sentences, new things, accents, opportunities and questions."""
