"""`tospalt packages`: manages language packages. Only `install` and `available --refresh` use the network."""

import sys
from argparse import ArgumentParser, Namespace
from collections.abc import Callable, Iterable
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

from reader.commands.hints import told
from reader.commands.output import DONE, FAILED, print_bytes
from reader.commands.terminal import on_one_line, say
from reader.errors import PackageError, TospaltError
from reader.parallel import not_cancelled
from reader.text import language_code

if TYPE_CHECKING:
    from reader.packages import Event, LanguagePackage, PackageManager


def fill_parser(command: ArgumentParser) -> None:
    """Add the arguments of the command."""
    actions = command.add_subparsers(dest="action", required=True, metavar="ACTION")
    actions.add_parser("list", help="show which packages are installed, where, how large and how good")
    available = actions.add_parser("available", help="show which packages can be downloaded")
    available.add_argument("words", nargs="*", metavar="WORD", help="languages or language codes to search for")
    available.add_argument("--refresh", action="store_true", help="get the latest list from the server")
    install = actions.add_parser("install", help="download and install a package, or a newer version of it")
    _add_direction(install)
    _add_accept_changed(install)
    imported = actions.add_parser("import", help="install package files, for example from a USB drive")
    imported.add_argument("files", nargs="+", type=Path, metavar="FILE.argosmodel", help="the files")
    _add_accept_changed(imported)
    remove = actions.add_parser("remove", help="delete your own packages, or folders that are not packages")
    _add_direction(remove, optional=True)
    remove.add_argument("--version", metavar="V", help="only this version")
    remove.add_argument("--folder", type=Path, metavar="DIR", help="this folder, as shown by `list`")
    use = actions.add_parser("use", help="choose which package to use for a direction that has several")
    _add_direction(use)
    use.add_argument("version", nargs="?", metavar="V", help="the version to use; without it, Tospalt chooses")
    actions.add_parser("verify", help="test every package, and check that its files have not changed")


def _add_direction(command: ArgumentParser, *, optional: bool = False) -> None:
    count = "?" if optional else None
    command.add_argument("source", nargs=count, metavar="FROM", type=language_code, help="language code, such as nb")
    command.add_argument("target", nargs=count, metavar="TO", type=language_code, help="language code, such as en")


def _add_accept_changed(command: ArgumentParser) -> None:
    command.add_argument(
        "--accept-changed",
        action="store_true",
        help="install even if a different file was installed earlier under the same name and version",
    )


def run(arguments: Namespace) -> int:
    """Run the command; returns the exit code."""
    from reader.engine import try_out
    from reader.packages import PackageManager

    return run_with(PackageManager(try_out), arguments)


def run_with(manager: "PackageManager", arguments: Namespace) -> int:
    """Run the command with this package manager; returns the exit code."""
    actions: dict[str, Callable[[PackageManager, Namespace], int]] = {
        "list": _list,
        "available": _available,
        "install": _install,
        "import": _import,
        "remove": _remove,
        "use": _use,
        "verify": _verify,
    }
    return actions[arguments.action](manager, arguments)


def _list(manager: "PackageManager", _arguments: Namespace) -> int:
    from reader.commands.package_table import as_table

    print_bytes(as_table(manager.working()).encode())
    return DONE


def _available(manager: "PackageManager", arguments: Namespace) -> int:
    from datetime import UTC, datetime

    from reader.commands.package_table import offers_as_table

    index = manager.refresh(not_cancelled) if arguments.refresh else manager.index()
    offers = index.search(" ".join(arguments.words))
    print_bytes(offers_as_table(index, offers, manager.installed(), datetime.now(UTC)).encode())
    return DONE


def _install(manager: "PackageManager", arguments: Namespace) -> int:
    from reader.text import language_name

    offer = manager.index().find(arguments.source, arguments.target)
    if offer is None:
        raise PackageError(
            "No package from {source} to {target} is available. See tospalt packages available.",
            source=language_name(arguments.source),
            target=language_name(arguments.target),
        )
    own = [package for package in manager.installed().serving(offer.source, offer.target) if not package.starter]
    if any(package.version == offer.version and _is_good(manager, package) for package in own):
        say(f"{offer.name} {offer.version} is already installed.")
        return DONE
    _follow(manager.install(offer, not_cancelled, changed=arguments.accept_changed))
    return DONE


def _is_good(manager: "PackageManager", package: "LanguagePackage") -> bool:
    """Whether a package works and is unchanged, as far as can be checked."""
    from reader.packages import Health

    return manager.verify(package, not_cancelled).health in (Health.GOOD, Health.WORKS)


def _import(manager: "PackageManager", arguments: Namespace) -> int:
    code = DONE
    for file in arguments.files:
        try:
            _follow(manager.import_file(file, not_cancelled, changed=arguments.accept_changed))
        except TospaltError as error:  # go on: the others may be good
            say(told(error, arguments))
            code = FAILED
    return code


def _follow(events: "Iterable[Event]") -> None:
    """Show the progress of an installation, and its result."""
    from reader.packages import Installed

    with closing(_Line()) as line:
        for event in events:
            if isinstance(event, Installed):
                line.close()
                _tell(event)
            else:
                line.show(event)


def _tell(installed: "Event") -> None:
    from reader.packages import Installed, Trust

    assert isinstance(installed, Installed)
    package = installed.package
    trust = {
        Trust.PINNED: "known to be the official package",
        Trust.SEEN: "the same as before",
        Trust.FIRST: "seen for the first time; later files are compared with it",
    }[installed.trust]
    replaced = "".join(f"\nReplaced: {old.name} {old.version}" for old in installed.replaced)
    text = f"Installed: {package.name} {package.version} in {package.path}{replaced}"
    print_bytes(f"{text}\nSHA-256: {installed.sha256} ({trust})\n".encode())


def _remove(manager: "PackageManager", arguments: Namespace) -> int:
    if arguments.folder is not None:
        folders = [arguments.folder.absolute()]
    else:
        folders = [package.path for package in _own(manager, arguments)]
    for folder in folders:
        manager.remove(folder)
        print_bytes(f"Removed: {folder}\n".encode())
    return DONE


def _own(manager: "PackageManager", arguments: Namespace) -> "list[LanguagePackage]":
    """The user's packages that the arguments name."""
    if not arguments.target:
        raise PackageError(
            "Name a package: either the languages FROM and TO, or --folder with a folder shown by `list`."
        )
    serving = manager.installed().serving(arguments.source, arguments.target)
    own = [package for package in serving if not package.starter]
    found = [package for package in own if arguments.version in (None, package.version)]
    if not found:
        raise PackageError("You have no such package. See tospalt packages list.")
    if len({package.version for package in found}) > 1:
        raise PackageError("There are several versions. Choose one with --version.")
    return found


def _use(manager: "PackageManager", arguments: Namespace) -> int:
    serving = manager.installed().serving(arguments.source, arguments.target)
    found = [package for package in serving if package.version == arguments.version]
    if not found and (arguments.version or not serving):
        raise PackageError("There is no such package. See tospalt packages list.")
    manager.choose(arguments.source, arguments.target, found[0] if found else None)
    return DONE


def _verify(manager: "PackageManager", _arguments: Namespace) -> int:
    from reader.packages import Health

    words = {
        Health.GOOD: "good: translates, and is unchanged since it was installed",
        Health.WORKS: "works: translates, but was not installed by Tospalt, so its files cannot be checked",
        Health.CHANGED: "CHANGED since it was installed",
        Health.BROKEN: "BROKEN: does not translate; install it again",
    }
    packages, code = manager.installed(), DONE
    for package in packages.usable:
        verdict = manager.verify(package, not_cancelled)
        if package.starter and verdict.health is Health.WORKS:
            print_bytes(f"{package.name} {package.version}: works: translates; included with Tospalt\n".encode())
            continue
        changed = f" ({', '.join(verdict.changed)})" if verdict.changed else ""
        print_bytes(f"{package.name} {package.version}: {words[verdict.health]}{changed}\n".encode())
        code = FAILED if verdict.health in (Health.CHANGED, Health.BROKEN) else code
    for broken in packages.broken:
        print_bytes(f"{on_one_line(f'{broken.path}: BROKEN: {broken.reason}')}\n".encode())
        code = FAILED
    return code


class _Line:
    """A line on standard error that says what is being done, if that is a terminal."""

    def __init__(self) -> None:
        self._visible = sys.stderr.isatty()

    def show(self, event: "Event") -> None:
        """Show the progress."""
        if self._visible:
            print(f"\r\033[K{_words(event)}", end="", file=sys.stderr, flush=True)

    def close(self) -> None:
        """Clear the line."""
        if self._visible:
            print("\r\033[K", end="", file=sys.stderr, flush=True)


def _words(event: "Event") -> str:
    from reader.packages import Received, Step, Waiting

    if isinstance(event, Received):
        return f"Downloading: {_progress(event)}"
    if isinstance(event, Waiting):
        return f"The server is not sending the file. Trying again in {event.seconds:.0f} s."
    assert isinstance(event, Step)
    return {
        "waiting": "Waiting for another installation to finish",
        "checking": "Checking the package",
        "unpacking": "Unpacking",
        "trying": "Testing the package",
    }[event.stage.value]


def _progress(event: "Event") -> str:
    from reader.packages import Received

    assert isinstance(event, Received)
    parts = [f"{event.done / 1_000_000:.1f} MB"]
    if event.total is not None:
        parts = [f"{event.done / 1_000_000:.1f} of {event.total / 1_000_000:.1f} MB"]
    if event.bytes_per_second:
        parts.append(f"{event.bytes_per_second / 1_000_000:.1f} MB/s")
    if event.seconds_left is not None:
        parts.append(f"{event.seconds_left:.0f} s left")
    return ", ".join(parts)
