"""The formats that are not read, and what the user can do with a file of each."""

from enum import StrEnum

from reader.errors import Message, UnfitError, template

_WORD = template("Open it in a word processor, save it as plain text (.txt), and open that.")
_COPY = template("Open it in the program that it belongs to, copy the text into a text file, and open that.")
_BROWSER = template("Open it in a web browser, copy the text into a text file, and open that.")
_OUTLOOK = template("Save it as text (.txt) or as an e-mail (.eml) in Outlook, and open that.")
_MAILBOX = template("Save the e-mail that you want to read as a file (.eml) in the mail program, and open that.")
_MAIL = template("Open it in a mail program, copy the text into a text file, and open that.")
_PDF = template("Open it in a PDF viewer, copy the text into a text file, and open that.")
_BOOK = template("Convert it to plain text (.txt) with an e-book program, and open that.")
_UNPACK = template("Unpack it, and open the text in it.")
_CONVERT = template("Convert it to plain text or Markdown, for example with Pandoc, and open that.")
_PICK = template("Copy what is to be translated into a text file, and open that.")
_IMPORT = template("Import it into the translation memory of Tospalt.")
_SUBTITLES = template("Save it as SubRip (.srt) or WebVTT (.vtt) in a program for subtitles, and open that.")
_TEXT_ONLY = template("Tospalt reads documents, web pages, books, e-mails and subtitles.")
_NOTEBOOK = template("Export it as Markdown from Jupyter, and open that.")
_SOUND = template("Tospalt reads only text: find or write a transcript, and open that.")
_IMAGE = template("Tospalt reads only text: let a program for text recognition read it, and open what that saves.")


class Other(StrEnum):
    """A format that is not read."""

    RTF = "rtf"
    DOC = "doc"
    DOCX = "docx"
    ODT = "odt"
    PAGES = "pages"
    SHEET = "sheet"
    SLIDES = "slides"
    EPUB = "epub"
    MOBI = "mobi"
    FB2 = "fb2"
    HTML = "html"
    MHTML = "mhtml"
    XML = "xml"
    SVG = "svg"
    TMX = "tmx"
    EXCHANGE = "exchange"
    SUBTITLES = "subtitles"
    MAIL = "mail"
    MAILBOX = "mailbox"
    OUTLOOK = "outlook"
    PDF = "pdf"
    POSTSCRIPT = "postscript"
    JSON = "json"
    NOTEBOOK = "notebook"
    TEX = "tex"
    CODE = "code"
    DATA = "data"
    CALENDAR = "calendar"
    CARD = "card"
    ARCHIVE = "archive"
    IMAGE = "image"
    MEDIA = "media"
    PROGRAM = "program"


_NAMES = {
    Other.RTF: (template("a rich text file (RTF)"), _WORD),
    Other.DOC: (template("a Word document (DOC)"), _WORD),
    Other.DOCX: (template("a Word document (DOCX)"), _WORD),
    Other.ODT: (template("an OpenDocument text (ODT)"), _WORD),
    Other.PAGES: (template("a Pages document"), _WORD),
    Other.SHEET: (template("a spreadsheet"), _COPY),
    Other.SLIDES: (template("a presentation"), _COPY),
    Other.EPUB: (template("an e-book (EPUB)"), _BOOK),
    Other.MOBI: (template("an e-book (MOBI)"), _BOOK),
    Other.FB2: (template("an e-book (FictionBook)"), _BOOK),
    Other.HTML: (template("a web page (HTML)"), _BROWSER),
    Other.MHTML: (template("a saved web page (MHTML)"), _BROWSER),
    Other.XML: (template("an XML file"), _PICK),
    Other.SVG: (template("an image (SVG)"), _IMAGE),
    Other.TMX: (template("a translation memory (TMX)"), _IMPORT),
    Other.EXCHANGE: (template("a file for translation programs"), _PICK),
    Other.SUBTITLES: (template("a subtitle file of another kind than SRT and WebVTT"), _SUBTITLES),
    Other.MAIL: (template("a stored e-mail (EML)"), _MAIL),
    Other.MAILBOX: (template("a mailbox with e-mails"), _MAILBOX),
    Other.OUTLOOK: (template("an e-mail of Outlook (MSG)"), _OUTLOOK),
    Other.PDF: (template("a PDF file"), _PDF),
    Other.POSTSCRIPT: (template("a PostScript file"), _PDF),
    Other.JSON: (template("a data file (JSON)"), _PICK),
    Other.NOTEBOOK: (template("a Jupyter notebook"), _NOTEBOOK),
    Other.TEX: (template("a TeX document"), _CONVERT),
    Other.CODE: (template("the source code of a program"), _PICK),
    Other.DATA: (template("a file of settings or data"), _PICK),
    Other.CALENDAR: (template("a calendar file"), _COPY),
    Other.CARD: (template("a contact card"), _COPY),
    Other.ARCHIVE: (template("a compressed file"), _UNPACK),
    Other.IMAGE: (template("an image"), _IMAGE),
    Other.MEDIA: (template("a sound or video file"), _SOUND),
    Other.PROGRAM: (template("a program"), _TEXT_ONLY),
}


def refusal(other: Other, name: str, remedy: Message | None = None) -> UnfitError:
    """What to tell of a file of this format: what it is, and what to do.

    `name` is the file's, "" for none; `remedy` is what to do, if not what is usual.
    """
    what, usual = _NAMES[other]
    remedy = remedy or Message(usual)
    if not name:
        return UnfitError("The text is {what}, not plain text. {remedy}", what=Message(what), remedy=remedy)
    return UnfitError("“{name}” is {what}, not plain text. {remedy}", name=name, what=Message(what), remedy=remedy)
