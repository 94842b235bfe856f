"""The map in ARCHITECTURE.md: architecture.toml as Mermaid."""
BEGIN = "<!-- map -->"
END = "<!-- /map -->"


def fewest(arrows):
    """The arrows that say everything: a -> c goes without saying when a -> b -> c is drawn."""
    def reached(name, without):
        found, left = set(), [t for t in arrows[name] if t != without]
        while left:
            target = left.pop()
            if target not in found:
                found.add(target)
                left.extend(arrows[target])
        return found

    return [(name, target) for name in arrows for target in arrows[name] if target not in reached(name, target)]


def mermaid(drawn):
    lines = ["```mermaid", "flowchart TD"]
    lines += [f"    {a} --> {b}" for a, b in fewest(drawn["floors"])]
    lines += ["    subgraph features [features: each room and the doors it knocks at]"]
    lines += [f"        {a} --> {b}" for a, b in fewest(drawn["rooms"])]
    drawn_rooms = {name for arrow in fewest(drawn["rooms"]) for name in arrow}
    lines += [f"        {name}" for name in drawn["rooms"] if name not in drawn_rooms]
    lines += ["    end", "```", ""]
    return "\n".join(lines)


def shown_in(page):
    if BEGIN not in page or END not in page:
        return None
    return page.split(BEGIN, 1)[1].split(END, 1)[0].strip() + "\n"


def write(path, drawn):
    page = path.read_text() if path.exists() else ""
    if shown_in(page) is None:
        print(f"{path.name} has no {BEGIN} and {END} to write between")
        return 1
    head, rest = page.split(BEGIN, 1)
    path.write_text(f"{head}{BEGIN}\n{mermaid(drawn)}{END}{rest.split(END, 1)[1]}")
    return 0
