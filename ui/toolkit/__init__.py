"""Widgets and services that are independent of documents."""
