"""`tospalt packages`: the language packages."""

from argparse import ArgumentParser, Namespace

from reader.commands.common import DONE, print_bytes


def fill_parser(command: ArgumentParser) -> None:
    """The arguments of the command."""
    command.add_argument("action", choices=("list",), help="list: what is installed, where, and how good it is")


def run(arguments: Namespace) -> int:
    """Run the command; returns the exit code."""
    from reader.argos import find_packages
    from reader.export.package_table import as_table

    print_bytes(as_table(find_packages()).encode())
    return DONE
