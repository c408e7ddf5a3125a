"""Places: a gazetteer from the province to the county, townships by their form."""

from rag.places.gazetteer import NATION, Gazetteer, Level, Place, PlaceMention, gazetteer
from rag.places.townships import townships, villages

__all__ = ["NATION", "Gazetteer", "Level", "Place", "PlaceMention", "gazetteer", "townships", "villages"]
