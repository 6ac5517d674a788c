"""`python -m c5watch` is the command line."""

from c5watch.cli import main

if __name__ == "__main__":
    main()
