"""What several pages draw or use: cards of sources, tables of figures, links, the running build, the resources of the server."""
