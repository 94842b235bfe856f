"""A C++ file read just far enough: its includes, its string literals, and its code without either or comments."""
import re
from dataclasses import dataclass
from functools import lru_cache

TOKEN = re.compile(
    r"""(?P<comment>//[^\n]*|/\*.*?\*/)
      | (?P<raw>(?:u8|[uUL])?R"(?P<mark>[^()\\\s]{0,16})\((?P<raw_text>.*?)\)(?P=mark)")
      | (?P<string>"(?P<text>(?:[^"\\\n]|\\.)*)")
      | (?P<number>\b\d[\w']*)
      | (?P<char>'(?:[^'\\\n]|\\.)+')""",
    re.VERBOSE | re.DOTALL)

STANDARD = set("""
algorithm any array atomic barrier bit bitset cassert cctype cerrno cfenv cfloat charconv chrono cinttypes climits
clocale cmath codecvt compare complex concepts condition_variable coroutine csetjmp csignal cstdarg cstddef cstdint
cstdio cstdlib cstring ctime cuchar cwchar cwctype deque exception execution filesystem forward_list fstream functional
future initializer_list iomanip ios iosfwd iostream istream iterator latch limits list locale map memory
memory_resource mutex new numbers numeric optional ostream queue random ranges ratio regex scoped_allocator semaphore
set shared_mutex source_location span sstream stack stdexcept stop_token streambuf string string_view syncstream
system_error thread tuple type_traits typeindex typeinfo unordered_map unordered_set utility valarray variant vector
version""".split())
THREADS = set("atomic barrier condition_variable future latch mutex semaphore shared_mutex stop_token thread".split())
SYSTEM = re.compile(r"(sys|net|netinet|arpa|linux)/[\w/]+\.h|(dirent|dlfcn|fcntl|grp|netdb|poll|pthread|pwd|"
                    r"sched|signal|spawn|syslog|termios|unistd)\.h")


def is_standard(name):
    return name in STANDARD


def is_system(name):
    """POSIX and Linux, which every Debian has."""
    return SYSTEM.fullmatch(name) is not None


@dataclass
class Literal:
    line: int
    text: str
    is_sql: bool  # R"sql(...)sql"


@dataclass
class File:
    path: str
    text: str
    code: str       # without comments and literals; the same lines
    includes: list  # (line, "features/orders/orders.h")
    outside: list   # (line, "vector")
    literals: list


def line_at(text, offset):
    return text.count("\n", 0, offset) + 1


def read(path, name):
    return parsed(name, path.read_text())


@lru_cache(maxsize=None)
def parsed(name, text):
    literals, code, at, last_end = [], [], 0, None
    for token in TOKEN.finditer(text):
        if token["number"]:
            continue
        code.append(text[at:token.start()])
        code.append("\n" * token.group().count("\n") or " ")
        at = token.end()
        if token["raw"] or token["string"]:
            piece = token["raw_text"] if token["raw"] else token["text"]
            between = text[last_end:token.start()] if last_end is not None else "x"
            if literals and not between.strip():
                literals[-1].text += piece  # adjacent literals are one
            else:
                literals.append(Literal(line_at(text, token.start()), piece, token["mark"] == "sql"))
            last_end = token.end()
    code.append(text[at:])
    includes, outside = [], []
    for match in re.finditer(r'^[ \t]*#[ \t]*include[ \t]*(?:"([^"]+)"|<([^>]+)>)', text, re.M):
        (includes if match[1] else outside).append((line_at(text, match.start()), match[1] or match[2]))
    return File(name, text, "".join(code), includes, outside, literals)
