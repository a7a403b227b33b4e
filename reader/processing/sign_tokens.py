"""Tokens of signs: emoji, emoticons, arrows and the like, and words of other scripts."""

from reader import late_re as re
from reader.processing.token import Rule, TokenKind

# What may be drawn as a picture; the characters that follow change how, or join several into one.
_PICTURE = (
    "[\u231a\u231b\u23e9-\u23ff\u2600-\u27bf\u2b05-\u2b07\u2b1b\u2b1c\u2b50\u2b55\u3030\u303d\u3297\u3299"
    "\U0001f000-\U0001faff]"
)
_CHANGED = "[\ufe0e\ufe0f\u20e3\U0001f3fb-\U0001f3ff\U000e0020-\U000e007f]*+"
_JOINED = rf"(?>(?:\u200d[\u2190-\u27bf\u2b00-\u2bff\U0001f000-\U0001faff]{_CHANGED})*)"
_ONE = rf"(?:{_PICTURE}{_CHANGED}{_JOINED}|[0-9\#*]\ufe0f?\u20e3)"
_EMOJI = re.compile(rf"{_ONE}(?>(?:\ ?{_ONE})*)")

_EYES, _NOSE, _MOUTH = "[:;=]", "[-o^']?", r"(?:[)(D|/\\\[\]*}{@$\#PpOo3]|'\()"
_EMOTICON = re.compile(
    rf"(?<![^\s!?…])(?:{_EYES}{_NOSE}{_MOUTH}|[8B]-\)|[xX]D+|</?3+(?![.,]?\d)|\^_*\^|[-oO]_[-oO]|>:\(|:'-?[()]|¯\\_\(ツ\)_/¯|\\o/)"
    r"(?=[\s.,!?;:)»”\"]|$)"
)

# Arrows, mathematical and technical signs, shapes; not the minus sign, nor the bullets, which lead a sentence.
_SIGN = re.compile(
    "[\u2190-\u2211\u2213-\u2319\u231c-\u23e8\u2460-\u259f\u25b2-\u25bf\u25c6\u25c7\u2b00-\u2bff\u3000-\u3002]++"
)
# Of code, alone between words: "->", "=>", "!=", "&&".
_OPERATOR = re.compile(
    r"(?<![^\s(\[«\"'])(?:<?[-=]{1,3}>|<[-=]{1,3}|[!=]==?|&&|\|\||:=|[+-]=|<<|>>|>=)(?=[\s,.;:)\]»\"']|$)"
)
_RARE = re.compile("[\u20e3\u2190-\U0010ffff]")

# Scripts other than the Latin, by what their words are joined with.
_ALPHABETS = (
    "\u0370-\u03ff\u1f00-\u1fff",
    "\u0400-\u052f\u1c80-\u1c8f\u2de0-\u2dff",
    "\u0590-\u05ff\ufb1d-\ufb4f",
    "\u0600-\u06ff\u0750-\u077f\u08a0-\u08ff\ufb50-\ufdcf\ufdf0-\ufdff\ufe70-\ufefc",
    "\u0530-\u058f\u0700-\u074f\u0780-\u089f\u0900-\u1cff\u2c00-\u2c5f\u2c80-\u2ddf\ua4d0-\ua71f\ua800-\uab2f\uab70-\uabff\U00010000-\U0001cfff",
)
_IDEOGRAPHS = (
    "\u1100-\u11ff\u2e80-\u2fdf\u3005-\u3007\u3021-\u312f\u3131-\u318e\u31a0-\u31bf\u31f0-\u31ff\u3400-\u4dbf\u4e00-\ua4cf"
    "\ua960-\ua97f\uac00-\ud7ff\uf900-\ufaff\uff66-\uffdc\U0001b000-\U0001b2ff\U00020000-\U0003ffff"
)
_DIRECTION = "\u200e\u200f\u202a-\u202e\u2066-\u2069"
_MARKS = f"[\u0300-\u036f\u200c\u200d{_DIRECTION}\u02bc’']*+"
# A word of it, then others with space or punctuation between.
_BETWEEN = r"(?:\ ?[-–.,:;·!?()«»“”„\"0-9]{1,4}\ ?|[ \u00a0])?"


def _words(alphabet: str) -> str:
    letter = rf"[{_DIRECTION}]{{0,4}}+[{alphabet}]{_MARKS}"
    return rf"{letter}(?>(?:{_BETWEEN}{letter})*)"


_IN_TITLE = "「」『』《》〈〉【】（）・、，。：；！？"
_SCRIPT = re.compile(
    rf"{'|'.join(map(_words, _ALPHABETS))}"
    rf"|[「『《〈【（]?[{_IDEOGRAPHS}](?>(?:[{_IN_TITLE}·0-9 ]{{0,3}}[{_IDEOGRAPHS}])*)[」』》〉】）。！？]*+"
)

RULES = (
    Rule(TokenKind.EMOJI, _EMOJI, hint=_RARE),
    Rule(TokenKind.EMOTICON, _EMOTICON, ":;=^_<\\", re.compile(r"(?<![^\s!?…])[^\w\s.,(«“–-]\S|[-oO]_")),
    Rule(TokenKind.EMOTICON, _EMOTICON, "D-", re.compile(r"[xX]D|-\)")),
    Rule(TokenKind.SIGN, _SIGN, hint=_RARE),
    Rule(TokenKind.SIGN, _OPERATOR, "<>=&|"),
)
# For texts in a language that is written in Latin letters.
SCRIPT = Rule(TokenKind.SCRIPT, _SCRIPT)
