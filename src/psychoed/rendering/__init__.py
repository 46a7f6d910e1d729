"""Turn a Site into Markdown pages and files that any site generator can publish.

Nothing here reads the content folder, the clock or the network: the same Site gives the same result.
"""

from .site import Rendered, RenderedPage, render

__all__ = ["Rendered", "RenderedPage", "render"]
