"""`python -m gainsay.cli` is `gainsay`."""

from gainsay.cli.app import main

main()
