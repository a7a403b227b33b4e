"""Language packages: listing, downloading, checking, installing and loading them. Only `network` opens a socket."""

from typing import TYPE_CHECKING

from reader.doors import door

if TYPE_CHECKING:
    from reader.packages.checksums import Trust as Trust
    from reader.packages.details import sha256_in as sha256_in, size_of as size_of
    from reader.packages.download import Received as Received, Waiting as Waiting
    from reader.packages.fingerprints import fingerprint as fingerprint
    from reader.packages.index import (
        USUAL_SIZE as USUAL_SIZE,
        Index as Index,
        Offer as Offer,
        offer_order as offer_order,
    )
    from reader.packages.install import Installed as Installed, Stage as Stage, Step as Step
    from reader.packages.installed import find_packages as find_packages, read_package as read_package
    from reader.packages.licence import known_licence as known_licence, licence_notice as licence_notice
    from reader.packages.loading import load_translator as load_translator
    from reader.packages.manager import (
        Event as Event,
        Health as Health,
        PackageManager as PackageManager,
        busy_error as busy_error,
    )
    from reader.packages.outcomes import Outcome as Outcome, own_outcomes as own_outcomes
    from reader.packages.package import (
        BrokenPackage as BrokenPackage,
        Direction as Direction,
        LanguagePackage as LanguagePackage,
        Origin as Origin,
        Packages as Packages,
        identity_of as identity_of,
        version_key as version_key,
    )
    from reader.packages.quality import Grade as Grade, Quality as Quality
    from reader.packages.tokenizers import Tokenizer as Tokenizer, load_tokenizer as load_tokenizer
else:
    __getattr__, __all__ = door(
        __name__,
        {
            "checksums": ("Trust",),
            "details": ("sha256_in", "size_of"),
            "download": ("Received", "Waiting"),
            "fingerprints": ("fingerprint",),
            "index": ("Index", "Offer", "USUAL_SIZE", "offer_order"),
            "install": ("Installed", "Stage", "Step"),
            "installed": ("find_packages", "read_package"),
            "licence": ("known_licence", "licence_notice"),
            "loading": ("load_translator",),
            "manager": ("Event", "Health", "PackageManager", "busy_error"),
            "outcomes": ("Outcome", "own_outcomes"),
            "package": (
                "BrokenPackage",
                "Direction",
                "LanguagePackage",
                "Origin",
                "Packages",
                "identity_of",
                "version_key",
            ),
            "quality": ("Grade", "Quality"),
            "tokenizers": ("Tokenizer", "load_tokenizer"),
        },
    )
