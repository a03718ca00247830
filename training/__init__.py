"""How the shipped tables and models were made. Imports gainsay; never imported by it."""
