"""Kilometres on the globe."""

from math import asin, cos, radians, sin, sqrt

RADIUS = 6371.0  # of the earth, in kilometres


def distance(lat: float, lon: float, other_lat: float, other_lon: float) -> float:
    """Return the great-circle distance in kilometres.

    >>> round(distance(25.77, -80.19, 25.98, -80.15))
    24
    """
    a, b = radians(lat), radians(other_lat)
    arc = sin((b - a) / 2) ** 2 + cos(a) * cos(b) * sin(radians(other_lon - lon) / 2) ** 2
    return 2 * RADIUS * asin(sqrt(arc))
