"""Tokens of formulas: of chemistry ("H₂O", "CO2") and of mathematics ("E = mc²", "f(x)")."""

from reader import late_re as re
from reader.processing.token import DIGITS, Rule, TokenKind

_ELEMENT = (
    r"(?:A[cglmrstu]|B[aehikr]?|C[adelmorsu]?|D[bsy]|E[rsu]|F[emr]?|G[ade]|H[efgos]?|I[nr]?|Kr?|L[aiu]|M[dgnot]|"
    r"N[abdeip]?|Os?|P[abdmortu]?|R[abefhnu]|S[bcegimnr]?|T[abcehilm]|U|V|W|Xe|Yb?|Z[nr])"
)
_LOWERED = "[₀-ₜᵢ-ᵪ]"
_RAISED = "[²³¹⁰-ⁿ]"
_COUNT = rf"(?:\d{{1,2}}|{_LOWERED}+)?"
_ATOMS = rf"(?:{_ELEMENT}{_COUNT}|[(\[](?:{_ELEMENT}{_COUNT}){{1,6}}[)\]]{_COUNT})"
_CHEMICAL = re.compile(
    rf"(?<!\w)(?=[(\[]?[A-Z][A-Za-z()\[\]]{{0,12}}(?:\d|{_LOWERED}))\d?{_ATOMS}{{2,12}}(?:{_RAISED}?[⁺⁻]|{_RAISED}|\d?\+)?(?!\w)"
)
_WITHOUT_COUNTS = re.compile(r"(?<!\w)(?:NaCl|KCl|HCl|NaOH|KOH|MgO|CaO|ZnO|NOx|SOx)(?!\w)")

_LETTERS = r"(?:[A-Za-zα-ωΑ-Ω∞]{1,2}(?![^\W\d_α-ωΑ-Ω²³¹⁰-₎]))"  # more than two in a row are a word
_FUNCTION = r"(?:sin|cos|tan|log|ln|exp|min|max|lim|det)"
_FACTOR = (
    rf"[-−±√∑∫∂∆Δ]?(?:\d{{1,6}}+{_LETTERS}?|(?:{_FUNCTION}\ ?)?{_LETTERS}|{_FUNCTION}(?=\())"
    rf"(?>(?:{_LOWERED}|{_RAISED})*)['′]?(?:\^\{{?[\w+-]{{1,6}}\}}?)?(?:\([^()\n]{{1,30}}\){_RAISED}*+)?!?"
)
_FACTORS = rf"(?>(?:{_FACTOR}){{1,4}})"
_OPERATOR = r"\ ?(?:[=≠≈≤≥<>+−±×·*/→∈∝≡]|(?<=\ )-(?=\ ))\ ?"
_TERM = rf"(?:{_FACTORS}|\({_FACTORS}(?>(?:{_OPERATOR}{_FACTORS}){{0,6}})\){_RAISED}*+)"
_EQUATION = re.compile(rf"(?<![\w.,/=^+-]){_TERM}(?>(?:{_OPERATOR}{_TERM}){{1,10}})(?![\w=]|[.,]\d)")
_POWER = re.compile(rf"(?<![\w.,])[√∑∫∂∆Δ]?\d{{0,4}}(?:[A-Z][a-z]|[A-Za-z])(?:{_LOWERED}|{_RAISED})+(?!\w)")
_FUNCTION_OF = re.compile(r"(?<!\w)[a-zA-Z]\([a-z](?:,\ ?[a-z]){0,3}\)(?!\w)")
# What a sentence does not have between single letters.
_SURE = re.compile(r"[=≠≈≤≥∈∝≡²³¹⁰-₎^√∑∫∂]|\w \+ \w")
_WORDS = re.compile(r"[A-Za-z]{2}(?:\ ?[=+]\ ?[A-Za-z]{2})+")

_RAISED_OR_LOWERED = "ₐₑₒₓₔₕₖₗₘₙₚₛₜᵢᵣᵤᵥᵦᵧᵨᵩᵪ²³¹⁰ⁱ⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ⁿ₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎"


def _is_equation(match: re.Match[str]) -> bool:
    """Not short words ("to be = to do"): something in it is a single letter, a figure or a sign."""
    return bool(_SURE.search(match[0])) and not _WORDS.fullmatch(match[0])


RULES = (
    Rule(TokenKind.FORMULA, _CHEMICAL, f"{DIGITS}₀₁₂₃₄₅₆₇₈₉", re.compile(r"[A-Za-z)\]](?=[0-9₀-ₜ])")),
    Rule(TokenKind.FORMULA, _WITHOUT_COUNTS, "CO", re.compile("[CO](?<=[HKNSagn].)")),
    Rule(TokenKind.FORMULA, _EQUATION, f"=≠≈≤≥∈∝≡^√∑∫∂+{_RAISED_OR_LOWERED}", _SURE, _is_equation),
    Rule(TokenKind.FORMULA, _POWER, _RAISED_OR_LOWERED),
    Rule(TokenKind.FORMULA, _FUNCTION_OF, "(", re.compile(r"\((?=[a-z][,)])")),
)
