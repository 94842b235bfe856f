"""What to have a conversation about: never a gate."""
import re


def functions_in(file):
    """(lines, name) of the functions at the left margin: from the line that opens to the line '}'"""
    lines = file.code.split("\n")
    start = None
    for number, line in enumerate(lines):
        if re.match(r"[A-Za-z_\[]", line) and not re.match(r"(namespace|using|class|struct|enum|template|#)", line):
            start = number if start is None else start
        if line.startswith("}"):
            if start is not None:
                name = re.search(r"([\w:~]+)\s*\(", " ".join(lines[start:start + 3]))
                yield number - start + 1, f"{file.path}:{start + 1} {name[1] if name else ''}"
            start = None
        elif line.endswith(";") and re.match(r"[A-Za-z_\[]", lines[start] if start is not None else "-"):
            if start == number or not any("{" in part for part in lines[start:number + 1]):
                start = None


def longest(title, pairs, most=10):
    print(title)
    for size, name in sorted(pairs, reverse=True)[:most]:
        print(f"    {size:5}  {name}")


def show(house):
    by_lines = [(file.text.count("\n"), file.path) for file in house.files]
    longest("Largest files (lines; a question at 300)", by_lines)
    longest("Longest headers (a question at 120)", [pair for pair in by_lines if pair[1].endswith(".h")])
    longest("Longest functions, roughly (a question at 40)",
            [pair for file in house.files if file.path.endswith(".cpp") for pair in functions_in(file)])
    rooms = {}
    for file in house.files:
        parts = file.path.split("/")
        if parts[1] == "features" and len(parts) > 3:
            rooms[parts[2]] = rooms.get(parts[2], 0) + 1
    longest("Rooms (files; a question at 25)", [(count, room) for room, count in rooms.items()])
    for section in ("rooms", "pipes"):
        unused = sorted((a, b) for a, targets in house.drawn[section].items() for b in targets
                        if (a, b) not in house.used[section])
        if unused:
            print(f"Arrows of [{section}] that nobody uses: " + ", ".join(f"{a} -> {b}" for a, b in unused))
