"""The language packages: what can be had, downloading, checking and installing it. Only `network` opens a socket."""

from typing import TYPE_CHECKING

from reader.doors import door

if TYPE_CHECKING:
    from reader.packages.argos import (
        BrokenPackage as BrokenPackage,
        Grade as Grade,
        LanguagePackage as LanguagePackage,
        Origin as Origin,
        Packages as Packages,
        Quality as Quality,
        Tokenizer as Tokenizer,
        find_packages as find_packages,
        identity_of as identity_of,
        load_tokenizer as load_tokenizer,
        published_licence as published_licence,
        published_quality as published_quality,
        version_key as version_key,
    )
    from reader.packages.checksums import Trust as Trust
    from reader.packages.choice import Direction as Direction
    from reader.packages.details import licence_of as licence_of, sha256_in as sha256_in, size_of as size_of
    from reader.packages.download import Received as Received, Waiting as Waiting
    from reader.packages.fingerprints import fingerprint as fingerprint
    from reader.packages.index import USUAL_SIZE as USUAL_SIZE, Index as Index, Offer as Offer, nearness as nearness
    from reader.packages.install import Installed as Installed, Stage as Stage, Step as Step
    from reader.packages.manager import (
        Event as Event,
        Health as Health,
        PackageManager as PackageManager,
        busy_error as busy_error,
    )
    from reader.packages.outcomes import own_outcomes as own_outcomes
else:
    __getattr__, __all__ = door(
        __name__,
        {
            "argos": (
                "BrokenPackage",
                "Grade",
                "LanguagePackage",
                "Origin",
                "Packages",
                "Quality",
                "Tokenizer",
                "find_packages",
                "identity_of",
                "load_tokenizer",
                "published_licence",
                "published_quality",
                "version_key",
            ),
            "checksums": ("Trust",),
            "choice": ("Direction",),
            "details": ("licence_of", "sha256_in", "size_of"),
            "download": ("Received", "Waiting"),
            "fingerprints": ("fingerprint",),
            "index": ("Index", "Offer", "USUAL_SIZE", "nearness"),
            "install": ("Installed", "Stage", "Step"),
            "manager": ("Event", "Health", "PackageManager", "busy_error"),
            "outcomes": ("own_outcomes",),
        },
    )
