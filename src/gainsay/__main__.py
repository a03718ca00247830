"""`python -m gainsay` is `gainsay`."""

from gainsay.cli.app import main

if __name__ == "__main__":
    main()
