<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_US">
<context>
    <name>Batch</name>
    <message numerus="yes">
        <location filename="../../ui/export/batch.py"/>
        <source>%Ln paragraph(s) could not be translated.</source>
        <translation>
            <numerusform>%Ln paragraph could not be translated.</numerusform>
            <numerusform>%Ln paragraphs could not be translated.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../ui/export/batch.py"/>
        <source>Translating back: {done} of %Ln paragraph(s)</source>
        <translation>
            <numerusform>Translating back: {done} of %Ln paragraph</numerusform>
            <numerusform>Translating back: {done} of %Ln paragraphs</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../ui/export/batch.py"/>
        <source>Translating: {done} of %Ln paragraph(s)</source>
        <translation>
            <numerusform>Translating: {done} of %Ln paragraph</numerusform>
            <numerusform>Translating: {done} of %Ln paragraphs</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../ui/export/batch.py"/>
        <source>{done} of %Ln document(s) exported.</source>
        <translation>
            <numerusform>{done} of %Ln document exported.</numerusform>
            <numerusform>{done} of %Ln documents exported.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Checklist</name>
    <message numerus="yes">
        <location filename="../../ui/compare/words.py"/>
        <source>{done} of %Ln sentence(s) judged</source>
        <translation>
            <numerusform>{done} of %Ln sentence judged</numerusform>
            <numerusform>{done} of %Ln sentences judged</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ChecklistPanel</name>
    <message numerus="yes">
        <location filename="../../ui/compare/panel.py"/>
        <source>%Ln kind(s) of warning not shown in this document</source>
        <translation>
            <numerusform>%Ln kind of warning not shown in this document</numerusform>
            <numerusform>%Ln kinds of warnings not shown in this document</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../ui/compare/panel.py"/>
        <source>{number} of %Ln sentence(s) checked</source>
        <translation>
            <numerusform>{number} of %Ln sentence checked</numerusform>
            <numerusform>{number} of %Ln sentences checked</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Choices</name>
    <message numerus="yes">
        <location filename="../../ui/export/choices.py"/>
        <source>%Ln column(s) fit side by side on this page. More are set one above the other.</source>
        <translation>
            <numerusform>%Ln column fits on this page. More are set one above the other.</numerusform>
            <numerusform>%Ln columns fit side by side on this page. More are set one above the other.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Concordance</name>
    <message numerus="yes">
        <location filename="../../ui/concordance/controller.py"/>
        <source>%Ln sentence(s)</source>
        <translation>
            <numerusform>%Ln sentence</numerusform>
            <numerusform>%Ln sentences</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DocumentSteps</name>
    <message numerus="yes">
        <location filename="../../ui/window/document_steps.py"/>
        <source>change of language of %Ln document(s)</source>
        <translation>
            <numerusform>change of language of %Ln document</numerusform>
            <numerusform>change of language of %Ln documents</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>EditBar</name>
    <message numerus="yes">
        <location filename="../../ui/editing/edit_bar.py"/>
        <source>A sentence has room for %Ln character(s). The rest of the text was left out.</source>
        <translation>
            <numerusform>A sentence has room for one character. The rest of the text was left out.</numerusform>
            <numerusform>A sentence has room for %Ln characters. The rest of the text was left out.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>EditKeeper</name>
    <message numerus="yes">
        <location filename="../../ui/editing/edit_keeper.py"/>
        <source>Your edit(s) have not been saved to disk yet. Tospalt keeps trying.</source>
        <translation>
            <numerusform>Your edit has not been saved to disk yet. Tospalt keeps trying.</numerusform>
            <numerusform>Your edits have not been saved to disk yet. Tospalt keeps trying.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../ui/editing/edit_keeper.py"/>
        <source>Your edit(s) have now been saved to disk.</source>
        <translation>
            <numerusform>Your edit has now been saved to disk.</numerusform>
            <numerusform>Your edits have now been saved to disk.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>EditNotices</name>
    <message numerus="yes">
        <location filename="../../ui/editing/edit_notices.py"/>
        <source>Restore edit(s)</source>
        <translation>
            <numerusform>Restore edit</numerusform>
            <numerusform>Restore edits</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../ui/editing/edit_notices.py"/>
        <source>The edit(s) could not be saved to disk: “{words}”. If you quit again, Tospalt will try to keep them as draft(s).</source>
        <translation>
            <numerusform>This edit could not be saved to disk: “{words}”. If you quit again, Tospalt will try to keep it as a draft.</numerusform>
            <numerusform>These edits could not be saved to disk: “{words}”. If you quit again, Tospalt will try to keep them as drafts.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../ui/editing/edit_notices.py"/>
        <source>The edit(s) that you deleted could not be removed from the disk: “{words}”. If you quit again, they will reappear.</source>
        <translation>
            <numerusform>The edit that you deleted could not be removed from the disk: “{words}”. If you quit again, the edit will reappear.</numerusform>
            <numerusform>The edits that you deleted could not be removed from the disk: “{words}”. If you quit again, the edits will reappear.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../ui/editing/edit_notices.py"/>
        <source>Your edit(s) in “{name}” were deleted elsewhere. The machine translation is shown again.</source>
        <translation>
            <numerusform>Your edit in “{name}” was deleted elsewhere. The machine translation is shown again.</numerusform>
            <numerusform>Your edits in “{name}” were deleted elsewhere. The machine translation is shown again.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>EditSteps</name>
    <message numerus="yes">
        <location filename="../../ui/editing/edit_steps.py"/>
        <source>%Ln edit(s)</source>
        <translation>
            <numerusform>%Ln edit</numerusform>
            <numerusform>%Ln edits</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ExportDialog</name>
    <message numerus="yes">
        <location filename="../../ui/export/dialog.py"/>
        <source>%Ln paragraph(s) could not be translated. {reason}</source>
        <translation>
            <numerusform>%Ln paragraph could not be translated. {reason}</numerusform>
            <numerusform>%Ln paragraphs could not be translated. {reason}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../ui/export/dialog.py"/>
        <source>No font has these character(s). Their Unicode number(s) are shown instead: {characters}</source>
        <translation>
            <numerusform>No font has this character. Its Unicode number is shown instead: {characters}</numerusform>
            <numerusform>No font has these characters. Their Unicode numbers are shown instead: {characters}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../ui/export/dialog.py"/>
        <source>Not translated yet: {left} of %Ln paragraph(s). What is missing is marked.</source>
        <translation>
            <numerusform>The only paragraph of this document is not translated yet. The gap is marked.</numerusform>
            <numerusform>Not translated yet: {left} of %Ln paragraphs. What is missing is marked.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../ui/export/dialog.py"/>
        <source>Translating back: {done} of %Ln paragraph(s)</source>
        <translation>
            <numerusform>Translating back: {done} of %Ln paragraph</numerusform>
            <numerusform>Translating back: {done} of %Ln paragraphs</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../ui/export/dialog.py"/>
        <source>Translating: {done} of %Ln paragraph(s)</source>
        <translation>
            <numerusform>Translating: {done} of %Ln paragraph</numerusform>
            <numerusform>Translating: {done} of %Ln paragraphs</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Exporting</name>
    <message numerus="yes">
        <location filename="../../ui/export/controller.py"/>
        <source>No font has these character(s). Their Unicode number(s) are shown instead: {characters}</source>
        <translation>
            <numerusform>No font has this character. Its Unicode number is shown instead: {characters}</numerusform>
            <numerusform>No font has these characters. Their Unicode numbers are shown instead: {characters}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../ui/export/controller.py"/>
        <source>Saved “{path}” (%Ln page(s)).</source>
        <translation>
            <numerusform>Saved “{path}” (%Ln page).</numerusform>
            <numerusform>Saved “{path}” (%Ln pages).</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../ui/export/controller.py"/>
        <source>Sent to the printer “{name}” (%Ln page(s)).</source>
        <translation>
            <numerusform>Sent to the printer “{name}” (%Ln page).</numerusform>
            <numerusform>Sent to the printer “{name}” (%Ln pages).</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FileChanges</name>
    <message numerus="yes">
        <location filename="../../ui/window/file_changes.py"/>
        <source>“{name}” was changed by another program and has been read again: %Ln paragraph(s) changed.</source>
        <translation>
            <numerusform>“{name}” was changed by another program and has been read again: %Ln paragraph changed.</numerusform>
            <numerusform>“{name}” was changed by another program and has been read again: %Ln paragraphs changed.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FindBar</name>
    <message numerus="yes">
        <location filename="../../ui/navigation/find_bar.py"/>
        <source>%Ln found</source>
        <translation>
            <numerusform>%Ln found</numerusform>
            <numerusform>%Ln found</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FolderNotices</name>
    <message numerus="yes">
        <location filename="../../ui/window/folder_notices.py"/>
        <source>%Ln are beyond the first {most}</source>
        <translation>
            <numerusform>%Ln is beyond the first {most}</numerusform>
            <numerusform>%Ln are beyond the first {most}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../ui/window/folder_notices.py"/>
        <source>%Ln are not texts</source>
        <translation>
            <numerusform>%Ln is not a text</numerusform>
            <numerusform>%Ln are not texts</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../ui/window/folder_notices.py"/>
        <source>%Ln could not be read</source>
        <translation>
            <numerusform>%Ln could not be read</numerusform>
            <numerusform>%Ln could not be read</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../ui/window/folder_notices.py"/>
        <source>%Ln folder(s) lie deeper than {depth} folders</source>
        <translation>
            <numerusform>%Ln folder lies deeper than {depth} folders</numerusform>
            <numerusform>%Ln folders lie deeper than {depth} folders</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../ui/window/folder_notices.py"/>
        <source>%Ln item(s) were skipped: {why}.</source>
        <translation>
            <numerusform>%Ln item was skipped: {why}.</numerusform>
            <numerusform>%Ln items were skipped: {why}.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../ui/window/folder_notices.py"/>
        <source>Added %Ln document(s) from “{folder}”.</source>
        <translation>
            <numerusform>Added %Ln document from “{folder}”.</numerusform>
            <numerusform>Added %Ln documents from “{folder}”.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../ui/window/folder_notices.py"/>
        <source>Adding %Ln document(s) from “{folder}”…</source>
        <translation>
            <numerusform>Adding %Ln document from “{folder}”…</numerusform>
            <numerusform>Adding %Ln documents from “{folder}”…</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Forgetter</name>
    <message numerus="yes">
        <location filename="../../ui/window/forgetter.py"/>
        <source>%Ln document(s) were forgotten.</source>
        <translation>
            <numerusform>%Ln document was forgotten.</numerusform>
            <numerusform>%Ln documents were forgotten.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../ui/window/forgetter.py"/>
        <source>%Ln document(s) were not forgotten: which sentences they have cannot be known without their files. Find the files first, or forget everything.</source>
        <translation>
            <numerusform>%Ln document was not forgotten: which sentences it has cannot be known without its file. Find the file first, or forget everything.</numerusform>
            <numerusform>%Ln documents were not forgotten: which sentences they have cannot be known without their files. Find the files first, or forget everything.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Forgetting</name>
    <message numerus="yes">
        <location filename="../../ui/window/forgetting.py"/>
        <source>%Ln accepted sentence(s)</source>
        <translation>
            <numerusform>%Ln accepted sentence</numerusform>
            <numerusform>%Ln accepted sentences</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../ui/window/forgetting.py"/>
        <source>%Ln bookmark(s)</source>
        <translation>
            <numerusform>%Ln bookmark</numerusform>
            <numerusform>%Ln bookmarks</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../ui/window/forgetting.py"/>
        <source>%Ln dismissed warning(s)</source>
        <translation>
            <numerusform>%Ln dismissed warning</numerusform>
            <numerusform>%Ln dismissed warnings</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../ui/window/forgetting.py"/>
        <source>%Ln document(s) will be forgotten. This cannot be undone.</source>
        <translation>
            <numerusform>%Ln document will be forgotten. This cannot be undone.</numerusform>
            <numerusform>%Ln documents will be forgotten. This cannot be undone.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../ui/window/forgetting.py"/>
        <source>%Ln edit(s)</source>
        <translation>
            <numerusform>%Ln edit</numerusform>
            <numerusform>%Ln edits</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../ui/window/forgetting.py"/>
        <source>%Ln imported sentence(s)</source>
        <translation>
            <numerusform>%Ln imported sentence</numerusform>
            <numerusform>%Ln imported sentences</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../ui/window/forgetting.py"/>
        <source>%Ln note(s)</source>
        <translation>
            <numerusform>%Ln note</numerusform>
            <numerusform>%Ln notes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../ui/window/forgetting.py"/>
        <source>%Ln sentence(s) will be kept because other documents in the library have them too.</source>
        <translation>
            <numerusform>%Ln sentence will be kept because other documents in the library have it too.</numerusform>
            <numerusform>%Ln sentences will be kept because other documents in the library have them too.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../ui/window/forgetting.py"/>
        <source>%Ln translated sentence(s)</source>
        <translation>
            <numerusform>%Ln translated sentence</numerusform>
            <numerusform>%Ln translated sentences</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../ui/window/forgetting.py"/>
        <source>Delete %Ln pasted text(s)? They are not kept anywhere else. They are deleted with their translations, their entries in the library and your places in them. This cannot be undone.</source>
        <translation>
            <numerusform>Delete %Ln pasted text? It is not kept anywhere else. It is deleted with its translation, its entry in the library and your place in it. This cannot be undone.</numerusform>
            <numerusform>Delete %Ln pasted texts? They are not kept anywhere else. They are deleted with their translations, their entries in the library and your places in them. This cannot be undone.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../ui/window/forgetting.py"/>
        <source>Delete my edit(s)</source>
        <translation>
            <numerusform>Delete my edit</numerusform>
            <numerusform>Delete my edits</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../ui/window/forgetting.py"/>
        <source>Forget %Ln document(s)? Their translations, their entries in the library and your places in them are deleted. The files themselves are not deleted. This cannot be undone.</source>
        <translation>
            <numerusform>Forget %Ln document? Its translation, its entry in the library and your place in it are deleted. The file itself is not deleted. This cannot be undone.</numerusform>
            <numerusform>Forget %Ln documents? Their translations, their entries in the library and your places in them are deleted. The files themselves are not deleted. This cannot be undone.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../ui/window/forgetting.py"/>
        <source>Keep my edit(s)</source>
        <translation>
            <numerusform>Keep my edit</numerusform>
            <numerusform>Keep my edits</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../ui/window/forgetting.py"/>
        <source>Sentences that it shares with document(s) that cannot be read will also be forgotten: {names}</source>
        <translation>
            <numerusform>Sentences that it shares with a document that cannot be read will also be forgotten: {names}</numerusform>
            <numerusform>Sentences that it shares with documents that cannot be read will also be forgotten: {names}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../ui/window/forgetting.py"/>
        <source>These documents will be forgotten. Also delete your %Ln edit(s) in them? This cannot be undone.</source>
        <translation>
            <numerusform>These documents will be forgotten. Also delete your edit in them? This cannot be undone.</numerusform>
            <numerusform>These documents will be forgotten. Also delete your %Ln edits in them? This cannot be undone.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../ui/window/forgetting.py"/>
        <source>These documents will be forgotten. Also delete your %Ln unsaved edit(s) in them? This cannot be undone.</source>
        <translation>
            <numerusform>These documents will be forgotten. Also delete your unsaved edit in them? This cannot be undone.</numerusform>
            <numerusform>These documents will be forgotten. Also delete your %Ln unsaved edits in them? This cannot be undone.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../ui/window/forgetting.py"/>
        <source>This document will be forgotten. Also delete your %Ln edit(s) in it? This cannot be undone.</source>
        <translation>
            <numerusform>This document will be forgotten. Also delete your edit in it? This cannot be undone.</numerusform>
            <numerusform>This document will be forgotten. Also delete your %Ln edits in it? This cannot be undone.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../ui/window/forgetting.py"/>
        <source>This document will be forgotten. Also delete your %Ln unsaved edit(s) in it? This cannot be undone.</source>
        <translation>
            <numerusform>This document will be forgotten. Also delete your unsaved edit in it? This cannot be undone.</numerusform>
            <numerusform>This document will be forgotten. Also delete your %Ln unsaved edits in it? This cannot be undone.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../ui/window/forgetting.py"/>
        <source>What you delete may also belong to document(s) that cannot be read: {names}</source>
        <translation>
            <numerusform>What you delete may also belong to a document that cannot be read: {names}</numerusform>
            <numerusform>What you delete may also belong to documents that cannot be read: {names}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../ui/window/forgetting.py"/>
        <source>Your choice also applies to %Ln unsaved edit(s).</source>
        <translation>
            <numerusform>Your choice also applies to %Ln unsaved edit.</numerusform>
            <numerusform>Your choice also applies to %Ln unsaved edits.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ImportDialog</name>
    <message numerus="yes">
        <location filename="../../ui/memory/import_dialog.py"/>
        <source>Reading the file(s)…</source>
        <translation>
            <numerusform>Reading the file…</numerusform>
            <numerusform>Reading the files…</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>InformationText</name>
    <message numerus="yes">
        <location filename="../../ui/window/information_text.py"/>
        <source>%Ln byte(s)</source>
        <translation>
            <numerusform>%Ln byte</numerusform>
            <numerusform>%Ln bytes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../ui/window/information_text.py"/>
        <source>%Ln page(s), by {program}</source>
        <translation>
            <numerusform>%Ln page, by {program}</numerusform>
            <numerusform>%Ln pages, by {program}</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Judging</name>
    <message numerus="yes">
        <location filename="../../ui/editing/judging.py"/>
        <source>acceptance of %Ln sentence(s)</source>
        <translation>
            <numerusform>acceptance of %Ln sentence</numerusform>
            <numerusform>acceptance of %Ln sentences</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../ui/editing/judging.py"/>
        <source>dismissal of %Ln warning(s)</source>
        <translation>
            <numerusform>dismissal of %Ln warning</numerusform>
            <numerusform>dismissal of %Ln warnings</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../ui/editing/judging.py"/>
        <source>return of %Ln warning(s)</source>
        <translation>
            <numerusform>return of %Ln warning</numerusform>
            <numerusform>return of %Ln warnings</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../ui/editing/judging.py"/>
        <source>withdrawn acceptance of %Ln sentence(s)</source>
        <translation>
            <numerusform>withdrawn acceptance of %Ln sentence</numerusform>
            <numerusform>withdrawn acceptance of %Ln sentences</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LibraryController</name>
    <message numerus="yes">
        <location filename="../../ui/library/controller.py"/>
        <source>%Ln document(s) were removed from the library. The files themselves were not changed.</source>
        <translation>
            <numerusform>%Ln document was removed from the library. The file itself was not changed.</numerusform>
            <numerusform>%Ln documents were removed from the library. The files themselves were not changed.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LibraryModel</name>
    <message numerus="yes">
        <location filename="../../ui/library/model.py"/>
        <source>%Ln word(s)</source>
        <translation>
            <numerusform>%Ln word</numerusform>
            <numerusform>%Ln words</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../ui/library/model.py"/>
        <source>{number} of %Ln sentence(s) checked</source>
        <translation>
            <numerusform>{number} of %Ln sentence checked</numerusform>
            <numerusform>{number} of %Ln sentences checked</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LibraryPanel</name>
    <message numerus="yes">
        <location filename="../../ui/library/panel.py"/>
        <source>{number} of %Ln document(s)</source>
        <translation>
            <numerusform>{number} of %Ln document</numerusform>
            <numerusform>{number} of %Ln documents</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LibrarySteps</name>
    <message numerus="yes">
        <location filename="../../ui/library/steps.py"/>
        <source>addition of %Ln document(s)</source>
        <translation>
            <numerusform>addition of %Ln document</numerusform>
            <numerusform>addition of %Ln documents</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../ui/library/steps.py"/>
        <source>removal of %Ln document(s)</source>
        <translation>
            <numerusform>removal of %Ln document</numerusform>
            <numerusform>removal of %Ln documents</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MemoryExportDialog</name>
    <message numerus="yes">
        <location filename="../../ui/memory/export_dialog.py"/>
        <source>&amp;Machine translations too (%Ln)</source>
        <translation>
            <numerusform>&amp;Machine translations too (%Ln)</numerusform>
            <numerusform>&amp;Machine translations too (%Ln)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../ui/memory/export_dialog.py"/>
        <source>&amp;Your edits and imported translations (%Ln)</source>
        <translation>
            <numerusform>&amp;Your edits and imported translations (%Ln)</numerusform>
            <numerusform>&amp;Your edits and imported translations (%Ln)</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MemoryFiles</name>
    <message numerus="yes">
        <location filename="../../ui/memory/controller.py"/>
        <source>%Ln sentence(s) were saved in “{path}”.</source>
        <translation>
            <numerusform>%Ln sentence was saved in “{path}”.</numerusform>
            <numerusform>%Ln sentences were saved in “{path}”.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../ui/memory/controller.py"/>
        <source>The import was cancelled after %Ln file(s).</source>
        <translation>
            <numerusform>The import was cancelled after %Ln file.</numerusform>
            <numerusform>The import was cancelled after %Ln files.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>NoticeBar</name>
    <message numerus="yes">
        <location filename="../../ui/toolkit/notices.py"/>
        <source>%Ln more message(s)</source>
        <translation>
            <numerusform>%Ln more message</numerusform>
            <numerusform>%Ln more messages</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Printing</name>
    <message numerus="yes">
        <location filename="../../ui/export/printer.py"/>
        <source>Printing: {done} of %Ln page(s)</source>
        <translation>
            <numerusform>Printing: {done} of %Ln page</numerusform>
            <numerusform>Printing: {done} of %Ln pages</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Reading</name>
    <message numerus="yes">
        <location filename="../../ui/reading/amount.py"/>
        <source>%Ln paragraph(s)</source>
        <translation>
            <numerusform>%Ln paragraph</numerusform>
            <numerusform>%Ln paragraphs</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../ui/reading/amount.py"/>
        <source>%Ln word(s)</source>
        <translation>
            <numerusform>%Ln word</numerusform>
            <numerusform>%Ln words</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../ui/reading/copying.py"/>
        <source>Copied %Ln paragraph(s) in both languages.</source>
        <translation>
            <numerusform>Copied %Ln paragraph in both languages.</numerusform>
            <numerusform>Copied %Ln paragraphs in both languages.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ReferenceSaving</name>
    <message numerus="yes">
        <location filename="../../ui/session/reference_saving.py"/>
        <source>Saved %Ln sentence(s) in the translation memory.</source>
        <translation>
            <numerusform>Saved %Ln sentence in the translation memory.</numerusform>
            <numerusform>Saved %Ln sentences in the translation memory.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SkippedDialog</name>
    <message numerus="yes">
        <location filename="../../ui/window/folder_notices.py"/>
        <source>… and %Ln more</source>
        <translation>
            <numerusform>… and %Ln more</numerusform>
            <numerusform>… and %Ln more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TranslationStatus</name>
    <message numerus="yes">
        <location filename="../../ui/window/status_bar.py"/>
        <source>%Ln paragraph(s) translated</source>
        <translation>
            <numerusform>%Ln paragraph translated</numerusform>
            <numerusform>%Ln paragraphs translated</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../ui/window/status_bar.py"/>
        <source>%Ln word(s) per second</source>
        <translation>
            <numerusform>%Ln word per second</numerusform>
            <numerusform>%Ln words per second</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../ui/window/status_bar.py"/>
        <source>about %Ln hour(s) left</source>
        <translation>
            <numerusform>about an hour left</numerusform>
            <numerusform>about %Ln hours left</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../ui/window/status_bar.py"/>
        <source>about %Ln minute(s) left</source>
        <translation>
            <numerusform>about a minute left</numerusform>
            <numerusform>about %Ln minutes left</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../ui/window/status_bar.py"/>
        <source>{done} of %Ln paragraph(s)</source>
        <translation>
            <numerusform>{done} of %Ln paragraph</numerusform>
            <numerusform>{done} of %Ln paragraphs</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../ui/window/status_bar.py"/>
        <source>{translated}, %Ln left as they are</source>
        <translation>
            <numerusform>{translated}, %Ln left as it is</numerusform>
            <numerusform>{translated}, %Ln left as they are</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Verdicts</name>
    <message numerus="yes">
        <location filename="../../ui/compare/verdicts.py"/>
        <source>%Ln warning(s) dismissed</source>
        <translation>
            <numerusform>%Ln warning dismissed</numerusform>
            <numerusform>%Ln warnings dismissed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../ui/compare/verdicts.py"/>
        <source>Accepted, in %Ln place(s)</source>
        <translation>
            <numerusform>Accepted, in %Ln place</numerusform>
            <numerusform>Accepted, in %Ln places</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>WatchedFolders</name>
    <message numerus="yes">
        <location filename="../../ui/window/watched_folders.py"/>
        <source>%Ln document(s) in the watched folder “{folder}” were added to your library.</source>
        <translation>
            <numerusform>%Ln document in the watched folder “{folder}” was added to your library.</numerusform>
            <numerusform>%Ln documents in the watched folder “{folder}” were added to your library.</numerusform>
        </translation>
    </message>
</context>
</TS>
