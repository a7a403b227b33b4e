"""The fields of forms in a document: what a page shows of them."""

from collections.abc import Mapping

from reader.formats.odt.names import name_of, tag, value
from reader.formats.xml_parts import Element

# What is shown of a box or button that is not chosen, and of one that is.
_BOXES, _BUTTONS = "☐☑", "○◉"
SIGNS = frozenset(_BOXES + _BUTTONS)
_WITHOUT_LABEL = frozenset(f"form:{kind}" for kind in ("listbox", "hidden", "password", "textarea"))
_TICKED = frozenset({"checked", "true"})


def form_controls(body: Element | None) -> Mapping[str, Element]:
    """The fields in a body, by the names that shapes refer to them by."""
    found: dict[str, Element] = {}
    for forms in body.iter(tag("office:forms")) if body is not None else ():
        for element in forms.iter():
            for name in (value(element, "xml:id"), value(element, "form:id")):
                if name:
                    found.setdefault(name, element)
    return found


def shown_by(control: Element | None) -> str:
    """The text that a page shows of a field: its label, or what is filled in or chosen; "" if there is no field."""
    if control is None:
        return ""
    label = value(control, "form:label")
    current = value(control, "form:current-value") or value(control, "form:value")
    match name_of(control):
        case "form:checkbox":
            ticked = (value(control, "form:current-state") or value(control, "form:state")) in _TICKED
            return f"{_BOXES[ticked]} {label}".strip()
        case "form:radio":
            chosen = (value(control, "form:current-selected") or value(control, "form:selected")) in _TICKED
            return f"{_BUTTONS[chosen]} {label}".strip()
        case "form:listbox":
            return ", ".join(value(each, "form:label") for each in control if _is_chosen(each))
        case "form:hidden" | "form:password":
            return ""
        case "form:textarea":
            return current or "\n".join(filter(None, ("".join(each.itertext()) for each in control)))
    return label or current


def label_of(control: Element | None) -> str:
    """The label that a page shows of a field; "" if it shows none."""
    shows = control is not None and name_of(control) not in _WITHOUT_LABEL
    return value(control, "form:label") if shows else ""


def _is_chosen(option: Element) -> bool:
    return "true" in (value(option, "form:current-selected"), value(option, "form:selected"))
