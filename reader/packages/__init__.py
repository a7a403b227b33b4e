"""The language packages: what can be had, downloading, checking and installing it. Only `network` opens a socket."""
