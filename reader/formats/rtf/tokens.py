"""The pieces that a file of rich text consists of: words of command, letters, and braces around groups."""

from reader import late_re as re

# What begins with a backslash, a brace, or text up to the next of these; line ends are none of these, and mean nothing.
# The groups are: the name of a command and its number; the code of a letter; another command; a brace; text.
TOKEN = re.compile(
    r"\\(?:([A-Za-z]{1,32})(-?[0-9]{1,10})?[ ]?|'([0-9A-Fa-f]{2})|([^A-Za-z]))|([{}])|([^\\{}\r\n\0]+)|[\r\n\0]+|\\"
)
NAME, NUMBER, CODE, SIGN, BRACE, TEXT = range(1, 7)
_GROUP = re.compile(r"\\bin([0-9]{1,10})[ ]?|\\[\s\S]|[{}]")


def end_of_group(data: str, place: int) -> int:
    """Where the group ends that is open at a place: that of its closing brace, or the end of the file."""
    depth = 1
    while True:
        found = _GROUP.search(data, place)
        if found is None:
            return len(data)
        place = found.end()
        if found[1]:
            place += int(found[1])
        elif found[0] == "{":
            depth += 1
        elif found[0] == "}":
            depth -= 1
            if not depth:
                return found.start()
