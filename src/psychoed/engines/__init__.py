"""Thin adapters that hand rendered pages to a site generator. Nothing else depends on one."""
