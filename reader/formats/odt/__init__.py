"""OpenDocument text (ODT), in an archive or as one XML file."""
