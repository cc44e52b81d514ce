"""`python -m cli`: the same as the command `pendataan`."""

from cli.main import main

if __name__ == "__main__":
    main()
