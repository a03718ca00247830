"""Documents of known text in every format that Gainsay reads, made when they are needed."""
