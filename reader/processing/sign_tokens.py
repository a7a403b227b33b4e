"""Tokens that no model spells: emoji, emoticons, signs, words of other scripts, formulas."""

import re

from reader.processing.token import Rule, TokenKind

_PICTURE = "[\u231a-\u231b\u23e9-\u23ff\u2600-\u27bf\u2b05-\u2b07\u2b1b\u2b1c\u2b50\u2b55\u3030\u303d\u3297\u3299\U0001f000-\U0001faff]"
_MODIFIERS = "[\ufe0e\ufe0f\u20e3\U0001f3fb-\U0001f3ff\U000e0020-\U000e007f]*"
_ONE = rf"(?:{_PICTURE}{_MODIFIERS}(?:\u200d[\u2190-\u27bf\u2b00-\u2bff\U0001f000-\U0001faff]{_MODIFIERS})*|[0-9#*]\ufe0f?\u20e3)"
_EMOJI = re.compile(rf"{_ONE}(?:[ \u200d]?{_ONE})*+")
_EMOTICON = re.compile(
    r"(?<!\S)(?:[:;=][-o^']?(?:[)(D|/\\\[\]*}{@$#PpOo3]|'\()(?!\w)|[8B]-\)|[xX]D+(?!\w)|</?3+(?![\w.,]*\d)|\^_*\^|[-oO]_[-oO](?!\w)"
    r"|>:\(|:'-?[()]|¯\\_\(ツ\)_/¯|\\o/)(?=[\s.,!?;:)»”\"]|$)"
)
# Arrows, mathematical and technical signs, shapes; not the minus sign and the bullets, which belong to what they lead.
_SIGN = re.compile(
    "[\u2190-\u2211\u2213-\u2319\u231c-\u23e8\u2460-\u259f\u25b2-\u25bf\u2b00-\u2bff\u25c6\u25c7\u3000-\u3002\ua9c2]+"
)

# From Greek to Georgian, Ethiopic, Khmer and the rest, ideographs and kana, Hangul, presentation forms.
_LETTER = (
    r"[\u0370-\u1cff\u1f00-\u1fff\u2c00-\u2c5f\u2c80-\u2dff\u2e80-\u2fff\u3005-\u3007\u3021-\u312f\u3131-\u318e\u31a0-\u31bf"
    r"\u31f0-\u31ff\u3400-\ua71f\ua800-\uab2f\uab70-\ud7ff\uf900-\ufaff\ufb13-\ufdff\ufe70-\ufefc\uff66-\uffdc"
    r"\U00010000-\U0001cfff\U00020000-\U0003ffff]"
)
_IN_SCRIPT = rf"{_LETTER}[\u0300-\u036f\u200c-\u200f\u02bc'’]*"
_SCRIPT = re.compile(
    rf"[「『《〈【（]?{_IN_SCRIPT}(?:(?:[\ \u00a0]?[-–.,:;·・、，。：；！？「」『』《》〈〉【】（）«»“”\"!?()0-9][\ \u00a0]?|\ |\u00a0|\u3000)?{_IN_SCRIPT})*+[」』》〉】）。！？]*"
)

_ELEMENT = (
    r"(?:A[cglmrstu]|B[aehikr]?|C[adelmorsu]?|D[bsy]|E[rsu]|F[emr]?|G[ade]|H[efgos]?|I[nr]?|Kr?|L[aiu]|M[dgnot]|N[abdeip]?|"
    r"O[s]?|P[abdmortu]?|R[abefhnu]|S[bcegimnr]?|T[abcehilm]|U|V|W|Xe|Yb?|Z[nr])"
)
_LOWERED = "[₀-₎]"
_RAISED = "[\u00b2\u00b3\u00b9\u2070-\u207f]"
_PART = rf"(?:{_ELEMENT}(?:\d{{1,2}}|{_LOWERED}+)?|[(\[](?:{_ELEMENT}(?:\d{{1,2}}|{_LOWERED}+)?){{1,6}}[)\]](?:\d{{1,2}}|{_LOWERED}+)?)"
_CHEMICAL = re.compile(
    rf"(?<![\w])(?=[A-Z(\[][A-Za-z()\[\]]{{0,12}}(?:\d|{_LOWERED}))\d?{_PART}{{2,12}}(?:[⁺⁻]|{_RAISED}[⁺⁻]|{_RAISED})?(?!\w)"
)
_FUNCTION = r"(?:sin|cos|tan|log|ln|exp|min|max|lim|det)"
_TERM = (
    rf"(?:[-−±√∑∫∂∆Δ]?(?:\d{{1,6}}|(?:{_FUNCTION}\ ?)?(?:\d{{0,4}}[A-Za-zα-ωΑ-Ω∞]{{1,2}}(?![^\W\d_α-ωΑ-Ω\u00b2\u00b3\u00b9\u2070-\u209f]))|{_FUNCTION}(?=\())"
    rf"(?:{_LOWERED}|{_RAISED})*['′]?(?:\^\{{?[\w+-]{{1,6}}\}}?)?(?:\([^()\n]{{1,30}}\)(?:{_RAISED})*)?!?)"
)
_FACTORS = rf"(?:{_TERM}){{1,4}}"
_FORMULA = re.compile(
    rf"(?<![\w.,/=^+-])\(?{_FACTORS}(?:\ ?(?:[=≠≈≤≥<>+−±×·*/→∈∝≡]|(?<=\ )-(?=\ ))\ ?\(?{_FACTORS}\)?){{1,10}}(?![\w=])(?![.,]\d)"
    rf"|(?<![\w.,])(?:\d{{1,4}})?[A-Za-z](?:{_LOWERED}|{_RAISED})+(?!\w)|(?<!\w)[a-zA-Z]\([a-z](?:,\ ?[a-z]){{0,3}}\)(?!\w)"
)
_SURE = re.compile("[=≠≈≤≥∈∝≡²³¹⁰-₎^√∑∫∂]|\\w \\+ \\w")


def _is_formula(match: re.Match[str]) -> bool:
    """Whether there is a relation or a power, and a letter that stands for something."""
    text = match[0]
    return bool(_SURE.search(text)) or (text[1:2] == "(")


RULES = (
    Rule(TokenKind.EMOJI, _EMOJI),
    Rule(TokenKind.EMOTICON, _EMOTICON, ":;=8BxX<^-oO>¯\\"),
    Rule(TokenKind.SIGN, _SIGN),
    Rule(TokenKind.FORMULA, _CHEMICAL, "0123456789₀₁₂₃₄₅₆₇₈₉"),
    Rule(TokenKind.FORMULA, _FORMULA, "=≠≈≤≥∈∝≡²³¹⁰⁴⁵⁶⁷⁸⁹ⁿ₀₁₂₃₄₅₆₇₈₉^√∑∫∂+(", _is_formula),
)
SCRIPT = Rule(TokenKind.SCRIPT, _SCRIPT)
