"""psychoed: psychoeducation websites from Markdown and YAML.

The data flows one way: :mod:`psychoed.loading` reads ``content/`` and ``docs/`` into a
:class:`psychoed.site.Site`, :mod:`psychoed.checks` looks for problems in it,
:mod:`psychoed.rendering` turns it into Markdown pages and files, and one of
:mod:`psychoed.engines` hands those to a site generator.
"""
