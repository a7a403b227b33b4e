<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="nb_NO">
<context>
    <name>Actions</name>
    <message>
        <location filename="../../ui/actions.py"/>
        <source>&amp;About Tospalt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/actions.py"/>
        <source>&amp;Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/actions.py"/>
        <source>&amp;Copy sentence</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/actions.py"/>
        <source>&amp;Detect the language</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/actions.py"/>
        <source>&amp;Edit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/actions.py"/>
        <source>&amp;Export bilingual PDF…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/actions.py"/>
        <source>&amp;File</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/actions.py"/>
        <source>&amp;Go on, and try failed paragraphs again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/actions.py"/>
        <source>&amp;Help</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/actions.py"/>
        <source>&amp;Larger text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/actions.py"/>
        <source>&amp;Open…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/actions.py"/>
        <source>&amp;Quit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/actions.py"/>
        <source>&amp;Remove from the library</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/actions.py"/>
        <source>&amp;Smaller text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/actions.py"/>
        <source>&amp;Translation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/actions.py"/>
        <source>&amp;Usual text size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/actions.py"/>
        <source>&amp;View</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/actions.py"/>
        <source>Dark th&amp;eme</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/actions.py"/>
        <source>From &amp;English to Norwegian Bokmål</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/actions.py"/>
        <source>From &amp;Norwegian Bokmål to English</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/actions.py"/>
        <source>Light &amp;theme</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/actions.py"/>
        <source>Light or &amp;dark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/actions.py"/>
        <source>S&amp;wap direction</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/actions.py"/>
        <source>Se&amp;pia theme</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/actions.py"/>
        <source>Show or hide the li&amp;brary</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/actions.py"/>
        <source>Theme of the s&amp;ystem</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LibraryModel</name>
    <message>
        <location filename="../../ui/library/model.py"/>
        <source>Cannot be read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/library/model.py"/>
        <source>{count} words</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LibraryView</name>
    <message>
        <location filename="../../ui/library/view.py"/>
        <source>Documents</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <location filename="../../ui/main_window.py"/>
        <source>&lt;b&gt;Tospalt {version}&lt;/b&gt;&lt;p&gt;Reads a text and its translation side by side, entirely on this computer.&lt;p&gt;Translation by Argos Translate and CTranslate2, pages by Typst, text set in Source Serif 4.&lt;p&gt;Licence: MIT. The language packages that come with it: CC BY-SA 4.0. Source Serif 4: SIL Open Font License.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/main_window.py"/>
        <source>About Tospalt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/main_window.py"/>
        <source>Choose a document to read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/main_window.py"/>
        <source>Choose one on the left, drop a file here, or open one with {keys}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/main_window.py"/>
        <source>Export bilingual PDF</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/main_window.py"/>
        <source>It is not certain what language this is; it is read as {language}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/main_window.py"/>
        <source>Open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/main_window.py"/>
        <source>Open documents</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/main_window.py"/>
        <source>PDF (*.pdf)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/main_window.py"/>
        <source>Swap direction</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/main_window.py"/>
        <source>Texts (*.txt *.md *.markdown *.text);;All files (*)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/main_window.py"/>
        <source>The PDF was written to “{path}”; pages: {pages}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/main_window.py"/>
        <source>The examples that come with Tospalt stay in the library.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/main_window.py"/>
        <source>This document cannot be shown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/main_window.py"/>
        <source>Tools</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/main_window.py"/>
        <source>Try again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/main_window.py"/>
        <source>Undo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/main_window.py"/>
        <source>“{name}” was taken off the list; the file itself is untouched.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>NoticeBar</name>
    <message>
        <location filename="../../ui/notices.py"/>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ParallelModel</name>
    <message>
        <location filename="../../ui/reading/model.py"/>
        <source>Byline</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/reading/model.py"/>
        <source>Code</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/reading/model.py"/>
        <source>Date</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/reading/model.py"/>
        <source>Heading</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/reading/model.py"/>
        <source>Paragraph {number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/reading/model.py"/>
        <source>Rule</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/reading/model.py"/>
        <source>See also</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/reading/model.py"/>
        <source>Table cell</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/reading/model.py"/>
        <source>Title</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/reading/model.py"/>
        <source>{place}, not translated yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/reading/model.py"/>
        <source>{place}, not translated: {reason}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/reading/model.py"/>
        <source>{place}, same as the original: {text}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/reading/model.py"/>
        <source>{place}, translated: {text}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ReadingView</name>
    <message>
        <location filename="../../ui/reading/view.py"/>
        <source>Original and translation</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TranslationStatus</name>
    <message>
        <location filename="../../ui/status.py"/>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/status.py"/>
        <source>Loading the language package…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/status.py"/>
        <source>Progress of the translation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/status.py"/>
        <source>Translated, {total} paragraphs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/status.py"/>
        <source>{count} translated; F5 goes on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/status.py"/>
        <source>{done} of {total} paragraphs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/status.py"/>
        <source>{failed} of {total} paragraphs could not be translated; F5 tries again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/status.py"/>
        <source>{speed} words a second</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>reader</name>
    <message>
        <location filename="../../reader/memory_file.py"/>
        <source>Another program holds on to the memory of translations; some are not remembered.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../reader/languages.py"/>
        <source>Arabic</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../reader/argos.py"/>
        <source>Argos Translate cannot make its folders ({folder}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../reader/languages.py"/>
        <source>Chinese</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../reader/languages.py"/>
        <source>Danish</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../reader/languages.py"/>
        <source>Dutch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../reader/languages.py"/>
        <source>English</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../reader/languages.py"/>
        <source>Finnish</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../reader/languages.py"/>
        <source>French</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../reader/languages.py"/>
        <source>German</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../reader/languages.py"/>
        <source>Icelandic</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../reader/argos.py"/>
        <source>It has no metadata.json.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../reader/languages.py"/>
        <source>Italian</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../reader/argos.py"/>
        <source>Its metadata.json cannot be read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../reader/languages.py"/>
        <source>Japanese</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../reader/argos.py"/>
        <source>No language package for {source} to {target} is installed ({package}: {reason}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../reader/argos.py"/>
        <source>No language package for {source} to {target} is installed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../reader/languages.py"/>
        <source>Norwegian Bokmål</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../reader/languages.py"/>
        <source>Norwegian Nynorsk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../reader/languages.py"/>
        <source>Polish</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../reader/languages.py"/>
        <source>Portuguese</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../reader/languages.py"/>
        <source>Russian</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../reader/settings.py"/>
        <source>Settings with impossible values were set back: {names}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../reader/errors.py"/>
        <source>Something unexpected went wrong inside Tospalt ({type}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../reader/languages.py"/>
        <source>Spanish</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../reader/languages.py"/>
        <source>Swedish</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../reader/files.py"/>
        <source>That is not the name of a file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../reader/export/pdf.py"/>
        <source>The PDF cannot be made: its pages could not be set.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../reader/memory_file.py"/>
        <source>The disk is full; new translations are not remembered until there is room on it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../reader/attention.py"/>
        <source>The language model could not align this text.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../reader/model.py"/>
        <source>The language model could not translate this text.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../reader/translation.py"/>
        <source>The language model gave no translation.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../reader/library.py"/>
        <source>The list of your documents was damaged; it was kept as “{kept}” and a new one begun.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../reader/library.py"/>
        <source>The list of your documents, “{file}”, cannot be read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../reader/library.py"/>
        <source>The list of your documents, “{file}”, cannot be read: {reason}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../reader/memory_file.py"/>
        <source>The memory of translations was damaged; it was kept as “{detail}” and a new one begun.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../reader/memory_file.py"/>
        <source>The memory of translations, “{file}”, cannot be used: {detail}; new translations are not remembered.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../reader/memory_file.py"/>
        <source>The memory of translations, “{file}”, is from a newer Tospalt; this one leaves it alone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../reader/argos.py"/>
        <source>The model is missing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../reader/attention.py"/>
        <source>The model of {package} cannot be loaded; install the package again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../reader/settings.py"/>
        <source>The settings in “{file}” cannot be read; the usual ones are used.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../reader/argos.py"/>
        <source>The tokenizer is missing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../reader/argos.py"/>
        <source>The tokenizer of {package} cannot be read; install the package again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../reader/formats/__init__.py"/>
        <source>There is no text to read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../reader/errors.py"/>
        <source>There is not enough memory for this.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../reader/export/pdf.py"/>
        <source>Typst stopped on a fault of its own.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../reader/languages.py"/>
        <source>Ukrainian</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../reader/errors.py"/>
        <source>a part of its path is not a folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../reader/errors.py"/>
        <source>another program is using it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../reader/memory_file.py"/>
        <source>it cannot be opened</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../reader/errors.py"/>
        <source>it is a folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../reader/memory.py"/>
        <source>it is damaged</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../reader/memory_file.py"/>
        <source>it is read-only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../reader/errors.py"/>
        <source>it is too large for the disk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../reader/errors.py"/>
        <source>its links lead round in a circle</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../reader/errors.py"/>
        <source>its name is not allowed there</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../reader/errors.py"/>
        <source>its name is too long</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../reader/argos.py"/>
        <source>metadata.json does not name its languages.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../reader/errors.py"/>
        <source>no space left on device</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../reader/errors.py"/>
        <source>no such file or directory</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../reader/errors.py"/>
        <source>permission denied</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../reader/errors.py"/>
        <source>the disk does not read or write it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../reader/errors.py"/>
        <source>the disk is not there any more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../reader/errors.py"/>
        <source>the disk is read-only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../reader/errors.py"/>
        <source>the network folder is not there any more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../reader/errors.py"/>
        <source>the system does not permit it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../reader/errors.py"/>
        <source>there is not enough memory</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../reader/errors.py"/>
        <source>too many files are open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../reader/errors.py"/>
        <source>your share of the disk is used up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../reader/errors.py"/>
        <source>{file}: {reason}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../reader/formats/decoding.py"/>
        <source>“{name}” is not a text file; Tospalt reads plain text and Markdown.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../reader/formats/__init__.py"/>
        <source>“{path}” cannot be read: {reason}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../reader/files.py"/>
        <source>“{path}” cannot be written: {reason}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../reader/formats/__init__.py"/>
        <source>“{path}” does not exist.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../reader/formats/__init__.py"/>
        <source>“{path}” is a folder, not a document.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../reader/formats/__init__.py"/>
        <source>“{path}” is empty.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../reader/formats/__init__.py"/>
        <source>“{path}” is not an ordinary file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../reader/commands/common.py"/>
        <source>“{path}” is the document itself; choose another name for the result.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../reader/formats/__init__.py"/>
        <source>“{path}” is too large: it has {size} MB, and Tospalt opens texts of up to {limit} MB.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../reader/commands/export.py"/>
        <source>“{path}” must end in .pdf: Tospalt exports PDF.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../reader/commands/translate.py"/>
        <source>“{path}”: translate writes .txt, .md and .json; for a PDF there is export.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
