"""Images, text boxes, shapes, forms, formulas and embedded documents in OpenDocument."""

import pytest

from reader.formats.odt.document import parse_odt
from reader.text import OBJECT, BoxKind, Kind
from tests.reader.formats.odt.files import body, frame, marks, odt, parsed, read, root, style

IMAGE = '<draw:image xlink:href="Pictures/a.png"/>'
BOXED = "<draw:text-box><text:p>i boksen</text:p></draw:text-box>"


def test_an_image_alone_is_a_figure_with_its_description_and_size() -> None:
    alone = frame(
        f"{IMAGE}<svg:title>Et hus</svg:title><svg:desc>Rødt</svg:desc>", 'svg:width="2.54cm" svg:height="0.5in"'
    )
    found = parsed(f"<text:p>{alone}</text:p>")
    assert [(p.kind, p.text) for p in found.paragraphs] == [(Kind.FIGURE, "Et hus\nRødt")]
    assert [(f.name, f.width, f.height) for f in found.figures] == [("Pictures/a.png", 96, 48)]


def test_an_image_in_a_line_is_a_sign_and_one_that_is_described_stands_behind() -> None:
    inside = IMAGE.join(('<draw:frame text:anchor-type="as-char">', "</draw:frame>"))
    described = inside.replace("</draw:frame>", "<svg:title>Hus</svg:title></draw:frame>")
    found = parsed(f"<text:p>En {inside} to {described}</text:p><text:p>{inside}{inside}</text:p>")
    assert [(p.kind.value, p.text) for p in found.paragraphs] == [
        ("paragraph", f"En {OBJECT} to"),
        ("figure", "Hus"),
        ("figure", ""),
        ("figure", ""),
    ]
    assert marks(found.paragraphs[0]) == [("image", OBJECT, "figure:0")]
    assert [box.number for p in found.paragraphs for box in p.within] == [1, 2, 3]


@pytest.mark.parametrize("anchor", ["as-char", "paragraph"])
def test_an_image_and_its_caption_in_a_text_box_stand_in_one_box(anchor: str) -> None:
    known = style("Illustration", said='style:parent-style-name="Caption"')
    image = f'<draw:frame text:anchor-type="{anchor}">{IMAGE}</draw:frame>'
    caption = f'<text:p text:style-name="Illustration">{image}Figur 1: Huset</text:p>'
    found = read(f"<text:p>Før{frame(f'<draw:text-box>{caption}</draw:text-box>')}</text:p>", styles=known)
    assert [(p.kind.value, p.text, [box.kind for box in p.within]) for p in found] == [
        ("paragraph", "Før", []),
        ("figure", "", [BoxKind.FIGURE]),
        ("caption", "Figur 1: Huset", [BoxKind.FIGURE]),
    ]


def test_a_caption_behind_an_image_belongs_to_it_unless_it_is_of_a_table() -> None:
    for name, boxes in (("Caption", [BoxKind.FIGURE]), ("Table", [])):
        found = read(
            f'<text:p>{frame(IMAGE)}</text:p><text:p text:style-name="{name}">Huset</text:p>',
            styles=style("Table", said='style:parent-style-name="Caption"'),
        )
        assert [box.kind for box in found[1].within] == boxes
        assert found[1].kind is Kind.CAPTION


def test_a_text_box_and_a_shape_stand_behind_their_paragraph_and_a_drawing_is_one() -> None:
    shape = "<draw:custom-shape><svg:title>nei</svg:title><text:p>{}</text:p></draw:custom-shape>"
    drawing = f"<draw:g>{shape.format('a')}{shape.format('b')}{frame(BOXED)}</draw:g>"
    found = read(f"<text:p>En {frame(BOXED)}to{shape.format('i formen')}{drawing}</text:p><text:p>tre</text:p>")
    assert [(p.text, [(box.kind, box.number) for box in p.within]) for p in found] == [
        ("En to", []),
        ("i boksen", [(BoxKind.ASIDE, 0)]),
        ("i formen", [(BoxKind.ASIDE, 1)]),
        *((text, [(BoxKind.ASIDE, 2)]) for text in ("a", "b", "i boksen")),
        ("tre", []),
    ]


def test_an_image_that_is_a_link_leads_there() -> None:
    found = read(
        f'<text:p><draw:a xlink:href="https://a.no">{frame(f"{IMAGE}<svg:title>Hus</svg:title>")}</draw:a></text:p>'
    )
    assert marks(found[0]) == [("link", "Hus", "https://a.no")]


@pytest.mark.parametrize(
    ("control", "shown"),
    [
        ('checkbox form:label="Ja takk" form:current-state="checked"', "☑ Ja takk"),
        ('radio form:label="Nei"', "○ Nei"),
        ('text form:current-value="Åse"', "Åse"),
        ('button form:label="Send"', "Send"),
        ('password form:current-value="nei"', ""),
    ],
)
def test_fields_of_forms_show_what_is_in_them(control: str, shown: str) -> None:
    forms = f'<office:forms><form:form><form:{control} form:id="c1"/></form:form></office:forms>'
    field = '<draw:control draw:control="c1" text:anchor-type="{}"/>'
    assert [p.text for p in read(f"{forms}<text:p>Svar: {field.format('as-char')}</text:p>")] == [
        f"Svar: {shown}".strip()
    ]
    behind = [p.text for p in read(f"{forms}<text:p>Svar:{field.format('paragraph')}</text:p>")]
    assert behind == ["Svar:", *filter(None, [shown])]


MI = "<math:mi>{}</math:mi>"
A, B = MI.format("a"), MI.format("b")
SUM = f"<math:mrow>{A}<math:mo>+</math:mo>{B}</math:mrow>"


@pytest.mark.parametrize(
    ("formula", "line"),
    [
        (SUM, "a + b"),
        (f"<math:mfrac>{SUM}<math:mn>2</math:mn></math:mfrac>", "(a + b)/2"),
        (f"<math:msup>{A}<math:mn>2</math:mn></math:msup>", "a²"),
        (f"<math:msubsup>{A}<math:mi>k</math:mi><math:mn>10</math:mn></math:msubsup>", "a_k¹⁰"),
        (f"<math:msqrt>{SUM}</math:msqrt>", "√(a + b)"),
        (f"<math:mroot>{A}<math:mn>3</math:mn></math:mroot>", "³√a"),
        (f"<math:mfenced>{A}{B}</math:mfenced>", "(a,b)"),
        (f"<math:mtable><math:mtr>{A}{B}</math:mtr><math:mtr>{B}</math:mtr></math:mtable>", "a, b; b"),
        (f"<math:semantics>{A}<math:annotation>x over y</math:annotation></math:semantics>", "a"),
        ("<math:semantics><math:annotation>x over y</math:annotation></math:semantics>", "x over y"),
    ],
)
def test_a_formula_is_written_on_one_line(formula: str, line: str) -> None:
    inside = f"<draw:object><math:math>{formula}</math:math></draw:object>"
    in_line = f'<draw:frame text:anchor-type="as-char">{inside}</draw:frame>'
    found = read(f"<text:p>Her er {in_line}.</text:p><text:p>{in_line}</text:p><text:p>{frame(inside)}</text:p>")
    assert marks(found[0]) == [("math", line, "")]
    assert [(p.kind, p.text) for p in found[1:]] == [(Kind.MATH, line)] * 2


def test_an_embedded_text_is_read_and_what_only_another_program_shows_is_said() -> None:
    objects = '<draw:object xlink:href="./Object {}"/><draw:image xlink:href="./ObjectReplacements/Object {}"/>'
    text = "".join(f"<text:p>{frame(objects.format(number, number))}</text:p>" for number in (1, 2, 3))
    bold = style("P1", properties='fo:font-weight="bold"')
    inside = root("document-content", body('<text:p text:style-name="P1">inni</text:p>', bold)).decode()
    cells = "".join(
        f'<table:table-cell office:value-type="{kind}"><text:p>{text}</text:p></table:table-cell>'
        for kind, text in (("string", "Bergen"), ("float", "7"), ("string", "Bergen"))
    )
    compared = f"<table:table><table:table-row>{cells}</table:table-row></table:table>"
    title = "<chart:title><text:p>Regn</text:p></chart:title>"
    body_of_chart = f"<office:body><office:chart>{title}{compared}</office:chart></office:body>"
    chart = root("document-content", body_of_chart).decode()
    others = [f"Object 1/content.xml={inside}", f"Object 2/content.xml={chart}"]
    found = parse_odt(odt(text, others=others), "a.odt")
    assert [(p.kind.value, p.text, marks(p)) for p in found.paragraphs] == [
        ("paragraph", "inni", [("strong", "inni", "")]),
        ("figure", "", []),
        ("paragraph", "Regn", []),
        ("paragraph", "Bergen", []),
        ("figure", "", []),
    ]
    assert [figure.name for figure in found.figures] == ["ObjectReplacements/Object 2", "ObjectReplacements/Object 3"]
    assert [str(message) for message in found.left_out] == ["2 embedded objects were left out."]
