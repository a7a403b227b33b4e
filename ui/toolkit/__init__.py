"""Widgets and services that know nothing of documents."""
