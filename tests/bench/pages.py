"""The ten busiest pages: who opens what, many times a day."""
from dataclasses import dataclass


@dataclass
class Page:
    name: str
    role: str
    path: str
    often: int  # of a hundred pages opened in a day


def busiest(house):
    """With the addresses they have in that house."""
    order = house.first_link("coordinator", "/commandes?etat=making", r"/commandes/\d+")
    mission = house.first_link("participant", "/missions", r"/missions/\d+")
    return [
        Page("The day of a young person", "participant", "/aujourdhui", 22),
        Page("A mission", "participant", mission, 18),
        Page("The coordinator's day", "coordinator", "/accueil", 12),
        Page("The list of orders", "coordinator", "/commandes", 10),
        Page("The board of orders", "coordinator", "/commandes/tableau", 8),
        Page("An order", "coordinator", order, 10),
        Page("The fabmanager's day", "fabmanager", "/atelier", 6),
        Page("Who did what", "fabmanager", "/participation", 6),
        Page("A search", "coordinator", "/recherche?q=atelier", 4),
        Page("A requester's tracking page", "requester", house.ways["requester"], 4),
    ]


def cookie_of(house, page):
    return "" if page.role == "requester" else house.cookie(page.role)


def a_day(house):
    """A hundred requests as a day mixes them, the same page never twice in a row."""
    left = {page.name: page.often for page in busiest(house)}
    by_name = {page.name: page for page in busiest(house)}
    day, last = [], None
    while any(left.values()):
        name = max((name for name in left if name != last), key=lambda name: left[name] / by_name[name].often)
        if left[name] == 0:
            name = max(left, key=left.get)
        left[name] -= 1
        last = name
        day.append((by_name[name].path, cookie_of(house, by_name[name])))
    return day
