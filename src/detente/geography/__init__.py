"""Where things lie: the user's zones, lines, buffers, districts and places, from one GeoJSON file.

features ─▶ gazetteer: names in any language → places with how exact they are
─▶ zones: inside, outside or uncertain, given how exact a place is
─▶ districts: what leaves the machine is told no finer
"""

from detente.geography.distances import distance
from detente.geography.features import Feature, read_features
from detente.geography.gazetteer import Gazetteer, Place
from detente.geography.zones import Geography, Standing

__all__ = ["Feature", "Gazetteer", "Geography", "Place", "Standing", "distance", "read_features"]
