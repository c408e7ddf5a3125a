"""Places: a gazetteer from the province to the county; what it does not hold by form."""

from rag.places.divisions import Division, divisions, zone_names
from rag.places.gazetteer import NATION, Gazetteer, Level, Place, PlaceMention, gazetteer
from rag.places.ordinary import is_ordinary, is_place_word
from rag.places.parts import place_of_part, places_of_parts
from rag.places.townships import townships, villages

__all__ = [
    "NATION",
    "Division",
    "Gazetteer",
    "Level",
    "Place",
    "PlaceMention",
    "divisions",
    "gazetteer",
    "is_ordinary",
    "is_place_word",
    "place_of_part",
    "places_of_parts",
    "townships",
    "villages",
    "zone_names",
]
