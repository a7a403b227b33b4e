"""Where language packages come from."""

from urllib.parse import urlsplit

from reader.late_dataclasses import dataclass

# The user agent of Argos' own program; argos-net.com answers 403 to any other.
USER_AGENT = "ArgosTranslate"


@dataclass(frozen=True, slots=True)
class Addresses:
    """The servers to ask.

    Attributes:
        index: addresses of the list of packages, the best first.
        mirrors: addresses of folders with packages under their file names; tried after a package's own addresses.
    """

    index: tuple[str, ...]
    mirrors: tuple[str, ...] = ()

    def of_package(self, links: tuple[str, ...], file_name: str) -> tuple[str, ...]:
        """The addresses to try for a package, in order: those the index names, then the mirrors."""
        every = (*links, *(mirror + file_name for mirror in self.mirrors))
        return tuple(dict.fromkeys(url for url in every if self.allows(url)))

    def allows(self, url: str) -> bool:
        """Whether an address that the index names may be used: only https, unless the index itself is not."""
        try:
            parts = urlsplit(url)
        except ValueError:
            return False
        return bool(parts.hostname) and parts.scheme in {urlsplit(known).scheme for known in self.index}


# argospm-index of Argos Open Technologies; its packages are on argos-net.com, formerly on the second host.
OFFICIAL = Addresses(
    index=("https://raw.githubusercontent.com/argosopentech/argospm-index/main/index.json",),
    mirrors=("https://argos-net.com/v1/", "https://data.argosopentech.com/argospm/v1/"),
)
