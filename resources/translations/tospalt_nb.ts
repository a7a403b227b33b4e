<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="nb_NO">
<context>
    <name>Actions</name>
    <message>
        <location filename="../../ui/window/actions.py"/>
        <source>&amp;About Tospalt</source>
        <translation>&amp;Om Tospalt</translation>
    </message>
    <message>
        <location filename="../../ui/window/actions.py"/>
        <source>&amp;Cancel</source>
        <translation>&amp;Avbryt</translation>
    </message>
    <message>
        <location filename="../../ui/window/actions.py"/>
        <source>&amp;Copy sentence</source>
        <translation>&amp;Kopier setning</translation>
    </message>
    <message>
        <location filename="../../ui/window/actions.py"/>
        <source>&amp;Dark</source>
        <translation>&amp;Mørkt</translation>
    </message>
    <message>
        <location filename="../../ui/window/actions.py"/>
        <source>&amp;Detect the language</source>
        <translation>&amp;Gjenkjenn språket</translation>
    </message>
    <message>
        <location filename="../../ui/window/actions.py"/>
        <source>&amp;Edit</source>
        <translation>&amp;Rediger</translation>
    </message>
    <message>
        <location filename="../../ui/window/actions.py"/>
        <source>&amp;Edit the sentence…</source>
        <translation>Re&amp;diger setningen …</translation>
    </message>
    <message>
        <location filename="../../ui/window/actions.py"/>
        <source>&amp;Export…</source>
        <translation>&amp;Eksporter …</translation>
    </message>
    <message>
        <location filename="../../ui/window/actions.py"/>
        <source>&amp;File</source>
        <translation>&amp;Fil</translation>
    </message>
    <message>
        <location filename="../../ui/window/actions.py"/>
        <source>&amp;Find…</source>
        <translation>&amp;Finn …</translation>
    </message>
    <message>
        <location filename="../../ui/window/actions.py"/>
        <source>&amp;Go on, and try failed paragraphs again</source>
        <translation>&amp;Fortsett, og prøv mislykkede avsnitt på nytt</translation>
    </message>
    <message>
        <location filename="../../ui/window/actions.py"/>
        <source>&amp;Go to paragraph…</source>
        <translation>&amp;Gå til avsnitt …</translation>
    </message>
    <message>
        <location filename="../../ui/window/actions.py"/>
        <source>&amp;Help</source>
        <translation>&amp;Hjelp</translation>
    </message>
    <message>
        <location filename="../../ui/window/actions.py"/>
        <source>&amp;Hide until pointed at</source>
        <translation>S&amp;kjul til det pekes på</translation>
    </message>
    <message>
        <location filename="../../ui/window/actions.py"/>
        <source>&amp;Keyboard shortcuts</source>
        <translation>&amp;Hurtigtaster</translation>
    </message>
    <message>
        <location filename="../../ui/window/actions.py"/>
        <source>&amp;Language packages…</source>
        <translation>&amp;Språkpakker …</translation>
    </message>
    <message>
        <location filename="../../ui/window/actions.py"/>
        <source>&amp;Larger text</source>
        <translation>&amp;Større tekst</translation>
    </message>
    <message>
        <location filename="../../ui/window/actions.py"/>
        <source>&amp;Light</source>
        <translation>&amp;Lyst</translation>
    </message>
    <message>
        <location filename="../../ui/window/actions.py"/>
        <source>&amp;Nothing</source>
        <translation>&amp;Ingenting</translation>
    </message>
    <message>
        <location filename="../../ui/window/actions.py"/>
        <source>&amp;Open…</source>
        <translation>&amp;Åpne …</translation>
    </message>
    <message>
        <location filename="../../ui/window/actions.py"/>
        <source>&amp;Original only</source>
        <translation>Bare &amp;originalen</translation>
    </message>
    <message>
        <location filename="../../ui/window/actions.py"/>
        <source>&amp;Pause</source>
        <translation>&amp;Pause</translation>
    </message>
    <message>
        <location filename="../../ui/window/actions.py"/>
        <source>&amp;Pin the sentence, or let it go</source>
        <translation>F&amp;est setningen, eller slipp den</translation>
    </message>
    <message>
        <location filename="../../ui/window/actions.py"/>
        <source>&amp;Quit</source>
        <translation>&amp;Avslutt</translation>
    </message>
    <message>
        <location filename="../../ui/window/actions.py"/>
        <source>&amp;Remove from the library</source>
        <translation>&amp;Fjern fra biblioteket</translation>
    </message>
    <message>
        <location filename="../../ui/window/actions.py"/>
        <source>&amp;Sepia</source>
        <translation>&amp;Sepia</translation>
    </message>
    <message>
        <location filename="../../ui/window/actions.py"/>
        <source>&amp;Settings…</source>
        <translation>&amp;Innstillinger …</translation>
    </message>
    <message>
        <location filename="../../ui/window/actions.py"/>
        <source>&amp;Side by side</source>
        <translation>&amp;Side om side</translation>
    </message>
    <message>
        <location filename="../../ui/window/actions.py"/>
        <source>&amp;Smaller text</source>
        <translation>&amp;Mindre tekst</translation>
    </message>
    <message>
        <location filename="../../ui/window/actions.py"/>
        <source>&amp;Theme</source>
        <translation>&amp;Tema</translation>
    </message>
    <message>
        <location filename="../../ui/window/actions.py"/>
        <source>&amp;Translation</source>
        <translation>&amp;Oversettelse</translation>
    </message>
    <message>
        <location filename="../../ui/window/actions.py"/>
        <source>&amp;Translation only</source>
        <translation>Bare o&amp;versettelsen</translation>
    </message>
    <message>
        <location filename="../../ui/window/actions.py"/>
        <source>&amp;Usual text size</source>
        <translation>&amp;Vanlig tekststørrelse</translation>
    </message>
    <message>
        <location filename="../../ui/window/actions.py"/>
        <source>&amp;View</source>
        <translation>&amp;Vis</translation>
    </message>
    <message>
        <location filename="../../ui/window/actions.py"/>
        <source>&amp;Wider translation</source>
        <translation>&amp;Bredere oversettelse</translation>
    </message>
    <message>
        <location filename="../../ui/window/actions.py"/>
        <source>As the s&amp;ystem</source>
        <translation>Som s&amp;ystemet</translation>
    </message>
    <message>
        <location filename="../../ui/window/actions.py"/>
        <source>Columns of &amp;equal width</source>
        <translation>&amp;Like brede kolonner</translation>
    </message>
    <message>
        <location filename="../../ui/window/actions.py"/>
        <source>Copy both sides as a &amp;table</source>
        <translation>Kopier begge sider som &amp;tabell</translation>
    </message>
    <message>
        <location filename="../../ui/window/actions.py"/>
        <source>Export &amp;several documents…</source>
        <translation>Eksporter f&amp;lere dokumenter …</translation>
    </message>
    <message>
        <location filename="../../ui/window/actions.py"/>
        <source>Find &amp;next</source>
        <translation>Finn &amp;neste</translation>
    </message>
    <message>
        <location filename="../../ui/window/actions.py"/>
        <source>Find pre&amp;vious</source>
        <translation>Finn fo&amp;rrige</translation>
    </message>
    <message>
        <location filename="../../ui/window/actions.py"/>
        <source>From &amp;English to Norwegian Bokmål</source>
        <translation>Fra &amp;engelsk til norsk bokmål</translation>
    </message>
    <message>
        <location filename="../../ui/window/actions.py"/>
        <source>From &amp;Norwegian Bokmål to English</source>
        <translation>Fra &amp;norsk bokmål til engelsk</translation>
    </message>
    <message>
        <location filename="../../ui/window/actions.py"/>
        <source>La&amp;yout</source>
        <translation>&amp;Oppsett</translation>
    </message>
    <message>
        <location filename="../../ui/window/actions.py"/>
        <source>Light &amp;or dark</source>
        <translation>Lyst &amp;eller mørkt</translation>
    </message>
    <message>
        <location filename="../../ui/window/actions.py"/>
        <source>One &amp;under the other</source>
        <translation>Over &amp;hverandre</translation>
    </message>
    <message>
        <location filename="../../ui/window/actions.py"/>
        <source>Open the lin&amp;k of the sentence</source>
        <translation>&amp;Åpne lenken i setningen</translation>
    </message>
    <message>
        <location filename="../../ui/window/actions.py"/>
        <source>S&amp;wap direction</source>
        <translation>B&amp;ytt retning</translation>
    </message>
    <message>
        <location filename="../../ui/window/actions.py"/>
        <source>Show or hide the &amp;outline</source>
        <translation>Vis eller skjul &amp;disposisjonen</translation>
    </message>
    <message>
        <location filename="../../ui/window/actions.py"/>
        <source>Show or hide the li&amp;brary</source>
        <translation>Vis eller skjul &amp;biblioteket</translation>
    </message>
    <message>
        <location filename="../../ui/window/actions.py"/>
        <source>The &amp;original</source>
        <translation>&amp;Originalen</translation>
    </message>
    <message>
        <location filename="../../ui/window/actions.py"/>
        <source>The &amp;translation</source>
        <translation>O&amp;versettelsen</translation>
    </message>
    <message>
        <location filename="../../ui/window/actions.py"/>
        <source>Translation &amp;memory…</source>
        <translation>Oversettelses&amp;minne …</translation>
    </message>
    <message>
        <location filename="../../ui/window/actions.py"/>
        <source>Wider o&amp;riginal</source>
        <translation>Bredere ori&amp;ginal</translation>
    </message>
</context>
<context>
    <name>Bar</name>
    <message>
        <location filename="../../ui/toolkit/bar.py"/>
        <source>Close (Esc)</source>
        <translation>Lukk (Esc)</translation>
    </message>
</context>
<context>
    <name>Batch</name>
    <message>
        <location filename="../../ui/export/batch.py"/>
        <source>Finished: {done} of {total} documents.</source>
        <translation>Ferdig: {done} av {total} dokumenter.</translation>
    </message>
    <message>
        <location filename="../../ui/export/batch.py"/>
        <source>Paragraphs that could not be translated: {count}.</source>
        <translation>Avsnitt som ikke kunne oversettes: {count}.</translation>
    </message>
    <message>
        <location filename="../../ui/export/batch.py"/>
        <source>Translating back: {done} of {total} paragraphs</source>
        <translation>Oversetter tilbake: {done} av {total} avsnitt</translation>
    </message>
    <message>
        <location filename="../../ui/export/batch.py"/>
        <source>Translating: {done} of {total} paragraphs</source>
        <translation>Oversetter: {done} av {total} avsnitt</translation>
    </message>
    <message>
        <location filename="../../ui/export/batch.py"/>
        <source>Waiting for the translation that is under way…</source>
        <translation>Venter på oversettelsen som er i gang …</translation>
    </message>
    <message>
        <location filename="../../ui/export/batch.py"/>
        <source>Written to “{name}”.</source>
        <translation>Lagret i «{name}».</translation>
    </message>
</context>
<context>
    <name>BatchDialog</name>
    <message>
        <location filename="../../ui/export/batch_dialog.py"/>
        <source>&amp;All</source>
        <translation>&amp;Alle</translation>
    </message>
    <message>
        <location filename="../../ui/export/batch_dialog.py"/>
        <source>&amp;Replace files that are there already</source>
        <translation>Erstatt filer som finnes fra f&amp;ør</translation>
    </message>
    <message>
        <location filename="../../ui/export/batch_dialog.py"/>
        <source>Choose a folder</source>
        <translation>Velg en mappe</translation>
    </message>
    <message>
        <location filename="../../ui/export/batch_dialog.py"/>
        <source>Choose fol&amp;der…</source>
        <translation>&amp;Velg mappe …</translation>
    </message>
    <message>
        <location filename="../../ui/export/batch_dialog.py"/>
        <source>Document</source>
        <translation>Dokument</translation>
    </message>
    <message>
        <location filename="../../ui/export/batch_dialog.py"/>
        <source>Documents to export</source>
        <translation>Dokumenter som skal eksporteres</translation>
    </message>
    <message>
        <location filename="../../ui/export/batch_dialog.py"/>
        <source>E&amp;xport</source>
        <translation>E&amp;ksporter</translation>
    </message>
    <message>
        <location filename="../../ui/export/batch_dialog.py"/>
        <source>Export several documents</source>
        <translation>Eksporter flere dokumenter</translation>
    </message>
    <message>
        <location filename="../../ui/export/batch_dialog.py"/>
        <source>Result</source>
        <translation>Resultat</translation>
    </message>
    <message>
        <location filename="../../ui/export/batch_dialog.py"/>
        <source>To the folder:</source>
        <translation>Til mappen:</translation>
    </message>
</context>
<context>
    <name>Choices</name>
    <message>
        <location filename="../../ui/export/choices.py"/>
        <source> pt</source>
        <translation> pt</translation>
    </message>
    <message>
        <location filename="../../ui/export/choices.py"/>
        <source>&amp;Back-translation</source>
        <translation>&amp;Tilbakeoversettelse</translation>
    </message>
    <message>
        <location filename="../../ui/export/choices.py"/>
        <source>&amp;Format:</source>
        <translation>&amp;Format:</translation>
    </message>
    <message>
        <location filename="../../ui/export/choices.py"/>
        <source>&amp;Layout:</source>
        <translation>&amp;Oppsett:</translation>
    </message>
    <message>
        <location filename="../../ui/export/choices.py"/>
        <source>&amp;Orientation:</source>
        <translation>Papi&amp;rretning:</translation>
    </message>
    <message>
        <location filename="../../ui/export/choices.py"/>
        <source>&amp;Paper:</source>
        <translation>&amp;Papir:</translation>
    </message>
    <message>
        <location filename="../../ui/export/choices.py"/>
        <source>Columns, side by side</source>
        <translation>Kolonner, side om side</translation>
    </message>
    <message>
        <location filename="../../ui/export/choices.py"/>
        <source>Facing pages</source>
        <translation>Motstående sider</translation>
    </message>
    <message>
        <location filename="../../ui/export/choices.py"/>
        <source>Font si&amp;ze:</source>
        <translation>&amp;Skriftstørrelse:</translation>
    </message>
    <message>
        <location filename="../../ui/export/choices.py"/>
        <source>Landscape</source>
        <translation>Liggende</translation>
    </message>
    <message>
        <location filename="../../ui/export/choices.py"/>
        <source>Letter</source>
        <translation>Letter</translation>
    </message>
    <message>
        <location filename="../../ui/export/choices.py"/>
        <source>Mark &amp;edited and doubtful sentences</source>
        <translation>Marker r&amp;edigerte og usikre setninger</translation>
    </message>
    <message>
        <location filename="../../ui/export/choices.py"/>
        <source>Mark &amp;sentences that belong together</source>
        <translation>Marker setninger som &amp;hører sammen</translation>
    </message>
    <message>
        <location filename="../../ui/export/choices.py"/>
        <source>No sentences are linked yet.</source>
        <translation>Ingen setninger er koblet sammen ennå.</translation>
    </message>
    <message>
        <location filename="../../ui/export/choices.py"/>
        <source>Paragraph &amp;numbers</source>
        <translation>Avsnitts&amp;numre</translation>
    </message>
    <message>
        <location filename="../../ui/export/choices.py"/>
        <source>Portrait</source>
        <translation>Stående</translation>
    </message>
    <message>
        <location filename="../../ui/export/choices.py"/>
        <source>Stacked, one under the other</source>
        <translation>Over hverandre</translation>
    </message>
    <message>
        <location filename="../../ui/export/choices.py"/>
        <source>Translation only</source>
        <translation>Bare oversettelsen</translation>
    </message>
</context>
<context>
    <name>EditBar</name>
    <message>
        <location filename="../../ui/editing/edit_bar.py"/>
        <source>&amp;Machine's wording</source>
        <translation>&amp;Maskinens ordlyd</translation>
    </message>
    <message>
        <location filename="../../ui/editing/edit_bar.py"/>
        <source>&amp;Save</source>
        <translation>&amp;Lagre</translation>
    </message>
    <message>
        <location filename="../../ui/editing/edit_bar.py"/>
        <source>Edit the sentence</source>
        <translation>Rediger setningen</translation>
    </message>
    <message>
        <location filename="../../ui/editing/edit_bar.py"/>
        <source>Forget your wording and show the machine's again</source>
        <translation>Glem din ordlyd og vis maskinens igjen</translation>
    </message>
    <message>
        <location filename="../../ui/editing/edit_bar.py"/>
        <source>Keep this wording, here and wherever the sentence stands (Ctrl+Return)</source>
        <translation>Behold denne ordlyden her og overalt der setningen står (Ctrl+Enter)</translation>
    </message>
    <message>
        <location filename="../../ui/editing/edit_bar.py"/>
        <source>Translation of the sentence</source>
        <translation>Oversettelse av setningen</translation>
    </message>
</context>
<context>
    <name>EditKeeper</name>
    <message>
        <location filename="../../ui/editing/edit_keeper.py"/>
        <source>Your edit could not be written to the disk yet; Tospalt goes on trying.</source>
        <translation>Endringen din kunne ikke skrives til disken ennå; Tospalt prøver videre.</translation>
    </message>
    <message>
        <location filename="../../ui/editing/edit_keeper.py"/>
        <source>Your edit is written to the disk now.</source>
        <translation>Endringen din er skrevet til disken nå.</translation>
    </message>
    <message>
        <location filename="../../ui/editing/edit_keeper.py"/>
        <source>“{sentence}” was edited elsewhere meanwhile: “{other}”. That edit stays.</source>
        <translation>«{sentence}» ble redigert et annet sted imens: «{other}». Den endringen blir stående.</translation>
    </message>
    <message>
        <location filename="../../ui/editing/edit_keeper.py"/>
        <source>“{sentence}” was edited elsewhere meanwhile: “{other}”. Yours is kept.</source>
        <translation>«{sentence}» ble redigert et annet sted imens: «{other}». Din er tatt vare på.</translation>
    </message>
</context>
<context>
    <name>Editing</name>
    <message>
        <location filename="../../ui/editing/controller.py"/>
        <source>Only a sentence that has been translated can be worded anew.</source>
        <translation>Bare en setning som er oversatt, kan få ny ordlyd.</translation>
    </message>
    <message>
        <location filename="../../ui/editing/controller.py"/>
        <source>The text is being prepared in another direction. Edit the sentence after that.</source>
        <translation>Teksten gjøres klar i en annen retning. Rediger setningen når den er klar.</translation>
    </message>
    <message>
        <location filename="../../ui/editing/controller.py"/>
        <source>What you had typed for “{sentence}” was not saved.</source>
        <translation>Det du hadde skrevet til «{sentence}», ble ikke lagret.</translation>
    </message>
    <message>
        <location filename="../../ui/editing/controller.py"/>
        <source>Your edit of “{sentence}” was deleted; the machine's wording holds again.</source>
        <translation>Endringen din i «{sentence}» ble slettet; maskinens ordlyd gjelder igjen.</translation>
    </message>
</context>
<context>
    <name>ExportDialog</name>
    <message>
        <location filename="../../ui/export/dialog.py"/>
        <source>&amp;Translate the rest first</source>
        <translation>O&amp;versett resten først</translation>
    </message>
    <message>
        <location filename="../../ui/export/dialog.py"/>
        <source>E&amp;xport…</source>
        <translation>E&amp;ksporter …</translation>
    </message>
    <message>
        <location filename="../../ui/export/dialog.py"/>
        <source>Export</source>
        <translation>Eksporter</translation>
    </message>
    <message>
        <location filename="../../ui/export/dialog.py"/>
        <source>No font here has these characters; their Unicode numbers stand for them: {characters}</source>
        <translation>Disse tegnene finnes ikke i skrifttypene og vises som Unicode-numre: {characters}</translation>
    </message>
    <message>
        <location filename="../../ui/export/dialog.py"/>
        <source>Not translated yet: {left} of {total} paragraphs. What is left is marked in the file.</source>
        <translation>Ikke oversatt ennå: {left} av {total} avsnitt. Det som mangler, er merket i filen.</translation>
    </message>
    <message>
        <location filename="../../ui/export/dialog.py"/>
        <source>Paragraphs that could not be translated back: {count}. {reason}</source>
        <translation>Avsnitt som ikke kunne oversettes tilbake: {count}. {reason}</translation>
    </message>
    <message>
        <location filename="../../ui/export/dialog.py"/>
        <source>Setting the pages…</source>
        <translation>Gjør sidene klare …</translation>
    </message>
    <message>
        <location filename="../../ui/export/dialog.py"/>
        <source>The one paragraph of this text is not translated yet. It is marked in the file.</source>
        <translation>Det eneste avsnittet i teksten er ikke oversatt ennå. Det er merket i filen.</translation>
    </message>
    <message>
        <location filename="../../ui/export/dialog.py"/>
        <source>Translating back: {done} of {total} paragraphs</source>
        <translation>Oversetter tilbake: {done} av {total} avsnitt</translation>
    </message>
    <message>
        <location filename="../../ui/export/dialog.py"/>
        <source>{format} has no fixed pages; there is a preview for PDF.</source>
        <translation>{format}-filer har ikke faste sider. Bare PDF kan forhåndsvises.</translation>
    </message>
</context>
<context>
    <name>Exporting</name>
    <message>
        <location filename="../../ui/export/controller.py"/>
        <source>No font here has these characters; their Unicode numbers stand for them: {characters}</source>
        <translation>Disse tegnene finnes ikke i skrifttypene og vises som Unicode-numre: {characters}</translation>
    </message>
    <message>
        <location filename="../../ui/export/controller.py"/>
        <source>Nothing was written.</source>
        <translation>Ingenting ble lagret.</translation>
    </message>
    <message>
        <location filename="../../ui/export/controller.py"/>
        <source>Open</source>
        <translation>Åpne</translation>
    </message>
    <message>
        <location filename="../../ui/export/controller.py"/>
        <source>The PDF was written to “{path}”; pages: {pages}.</source>
        <translation>PDF-en ble lagret som «{path}». Antall sider: {pages}.</translation>
    </message>
    <message>
        <location filename="../../ui/export/controller.py"/>
        <source>The text is being prepared in another direction. Export it after that.</source>
        <translation>Teksten gjøres klar i en annen retning. Eksporter den når den er klar.</translation>
    </message>
    <message>
        <location filename="../../ui/export/controller.py"/>
        <source>The two texts were written to “{path}”.</source>
        <translation>De to tekstene ble lagret som «{path}».</translation>
    </message>
</context>
<context>
    <name>FindBar</name>
    <message>
        <location filename="../../ui/navigation/find_bar.py"/>
        <source>Both texts</source>
        <translation>Begge tekstene</translation>
    </message>
    <message>
        <location filename="../../ui/navigation/find_bar.py"/>
        <source>Clear</source>
        <translation>Tøm</translation>
    </message>
    <message>
        <location filename="../../ui/navigation/find_bar.py"/>
        <source>Find</source>
        <translation>Finn</translation>
    </message>
    <message>
        <location filename="../../ui/navigation/find_bar.py"/>
        <source>Find in the text</source>
        <translation>Finn i teksten</translation>
    </message>
    <message>
        <location filename="../../ui/navigation/find_bar.py"/>
        <source>Match case</source>
        <translation>Skill store og små</translation>
    </message>
    <message>
        <location filename="../../ui/navigation/find_bar.py"/>
        <source>Next (F3)</source>
        <translation>Neste (F3)</translation>
    </message>
    <message>
        <location filename="../../ui/navigation/find_bar.py"/>
        <source>Not found</source>
        <translation>Ikke funnet</translation>
    </message>
    <message>
        <location filename="../../ui/navigation/find_bar.py"/>
        <source>Original</source>
        <translation>Originalen</translation>
    </message>
    <message>
        <location filename="../../ui/navigation/find_bar.py"/>
        <source>Previous (Shift+F3)</source>
        <translation>Forrige (Skift+F3)</translation>
    </message>
    <message>
        <location filename="../../ui/navigation/find_bar.py"/>
        <source>Searching…</source>
        <translation>Søker …</translation>
    </message>
    <message>
        <location filename="../../ui/navigation/find_bar.py"/>
        <source>Translation</source>
        <translation>Oversettelsen</translation>
    </message>
    <message>
        <location filename="../../ui/navigation/find_bar.py"/>
        <source>Where to look</source>
        <translation>Hvor det skal søkes</translation>
    </message>
    <message>
        <location filename="../../ui/navigation/find_bar.py"/>
        <source>Whole words</source>
        <translation>Hele ord</translation>
    </message>
    <message>
        <location filename="../../ui/navigation/find_bar.py"/>
        <source>more than {many}</source>
        <translation>flere enn {many}</translation>
    </message>
    <message>
        <location filename="../../ui/navigation/find_bar.py"/>
        <source>on from the beginning</source>
        <translation>fortsatte fra begynnelsen</translation>
    </message>
    <message>
        <location filename="../../ui/navigation/find_bar.py"/>
        <source>on from the end</source>
        <translation>fortsatte fra slutten</translation>
    </message>
    <message>
        <location filename="../../ui/navigation/find_bar.py"/>
        <source>{number} of {total}</source>
        <translation>{number} av {total}</translation>
    </message>
    <message>
        <location filename="../../ui/navigation/find_bar.py"/>
        <source>{total} found</source>
        <translation>{total} funnet</translation>
    </message>
</context>
<context>
    <name>FirstOffer</name>
    <message>
        <location filename="../../ui/packages/first_offer.py"/>
        <source>A better package for {source} to {target} can be downloaded, about {size} MB.</source>
        <translation>En bedre språkpakke fra {source} til {target} kan lastes ned, omtrent {size} MB.</translation>
    </message>
    <message>
        <location filename="../../ui/packages/first_offer.py"/>
        <source>The official package for {source} to {target} can be downloaded, about {size} MB.</source>
        <translation>Den offisielle språkpakken fra {source} til {target} kan lastes ned, omtrent {size} MB.</translation>
    </message>
</context>
<context>
    <name>Forgetter</name>
    <message>
        <location filename="../../ui/window/forgetter.py"/>
        <source>Another window of Tospalt has such a text open; what is done there is remembered again.</source>
        <translation>Et annet Tospalt-vindu har en slik tekst åpen, og det som gjøres der, blir husket igjen.</translation>
    </message>
    <message>
        <location filename="../../ui/window/forgetter.py"/>
        <source>Everything is forgotten.</source>
        <translation>Alt er glemt.</translation>
    </message>
    <message>
        <location filename="../../ui/window/forgetter.py"/>
        <source>Nothing could be forgotten: the memory of translations cannot be written.</source>
        <translation>Ingenting kunne glemmes: Oversettelsesminnet kan ikke skrives til.</translation>
    </message>
    <message>
        <location filename="../../ui/window/forgetter.py"/>
        <source>Parts of the texts are left in the file, because another program uses it or the disk is full. Forget it once more later.</source>
        <translation>Deler av tekstene ligger igjen i filen, fordi et annet program bruker den eller disken er full. Glem dem en gang til senere.</translation>
    </message>
    <message>
        <location filename="../../ui/window/forgetter.py"/>
        <source>“{title}” is forgotten.</source>
        <translation>«{title}» er glemt.</translation>
    </message>
</context>
<context>
    <name>Forgetting</name>
    <message>
        <location filename="../../ui/window/forgetting.py"/>
        <source>Cancel</source>
        <translation>Avbryt</translation>
    </message>
    <message>
        <location filename="../../ui/window/forgetting.py"/>
        <source>Delete my edits</source>
        <translation>Slett endringene mine</translation>
    </message>
    <message>
        <location filename="../../ui/window/forgetting.py"/>
        <source>Forget</source>
        <translation>Glem</translation>
    </message>
    <message>
        <location filename="../../ui/window/forgetting.py"/>
        <source>Forget everything</source>
        <translation>Glem alt</translation>
    </message>
    <message>
        <location filename="../../ui/window/forgetting.py"/>
        <source>Forget everything that was translated, all your own edits and your list of documents? The files themselves stay. This cannot be undone.</source>
        <translation>Vil du glemme alt som er oversatt, alle dine egne endringer og listen over dokumentene dine? Selve filene blir værende. Dette kan ikke angres.</translation>
    </message>
    <message>
        <location filename="../../ui/window/forgetting.py"/>
        <source>Forget “{title}”? What was translated of it, its entry in the library and its place are deleted; the file itself stays. This cannot be undone.</source>
        <translation>Vil du glemme «{title}»? Det som er oversatt av dokumentet, oppføringen i biblioteket og leseplassen slettes. Selve filen blir værende. Dette kan ikke angres.</translation>
    </message>
    <message>
        <location filename="../../ui/window/forgetting.py"/>
        <source>Keep my edits</source>
        <translation>Behold endringene mine</translation>
    </message>
    <message>
        <location filename="../../ui/window/forgetting.py"/>
        <source>Sentences that other documents of the library have too stay: {count}.</source>
        <translation>Setninger som også finnes i andre dokumenter i biblioteket, blir værende: {count}.</translation>
    </message>
    <message>
        <location filename="../../ui/window/forgetting.py"/>
        <source>Sentences that were translated: {translations}. Your own edits: {edits}. They are kept on this computer only, so that a text that is opened again is there at once. What is forgotten cannot be had back.</source>
        <translation>Oversatte setninger: {translations}. Dine egne endringer: {edits}. De lagres bare på denne datamaskinen, slik at en tekst du åpner igjen, er klar med en gang. Det som er glemt, kan ikke hentes tilbake.</translation>
    </message>
    <message>
        <location filename="../../ui/window/forgetting.py"/>
        <source>Some of them may also belong to documents that cannot be read: {names}</source>
        <translation>Noen av dem kan også høre til dokumenter som ikke kan leses: {names}</translation>
    </message>
    <message>
        <location filename="../../ui/window/forgetting.py"/>
        <source>The document is about to be forgotten. Also delete your own edits in it? There are {count}; they cannot be had back.</source>
        <translation>Dokumentet er i ferd med å bli glemt. Vil du også slette dine egne endringer i det? Det er {count}, og de kan ikke hentes tilbake.</translation>
    </message>
    <message>
        <location filename="../../ui/window/forgetting.py"/>
        <source>What it shares with documents that cannot be read is forgotten too: {names}</source>
        <translation>Det som også finnes i dokumenter som ikke kan leses, blir også glemt: {names}</translation>
    </message>
</context>
<context>
    <name>GoToBar</name>
    <message>
        <location filename="../../ui/navigation/go_to_bar.py"/>
        <source>1 to {last}</source>
        <translation>1 til {last}</translation>
    </message>
    <message>
        <location filename="../../ui/navigation/go_to_bar.py"/>
        <source>Go to paragraph</source>
        <translation>Gå til avsnitt</translation>
    </message>
    <message>
        <location filename="../../ui/navigation/go_to_bar.py"/>
        <source>No paragraph of this document bears a number.</source>
        <translation>Ingen avsnitt i dette dokumentet har nummer.</translation>
    </message>
    <message>
        <location filename="../../ui/navigation/go_to_bar.py"/>
        <source>Number of the paragraph</source>
        <translation>Nummeret på avsnittet</translation>
    </message>
    <message>
        <location filename="../../ui/navigation/go_to_bar.py"/>
        <source>There is no paragraph {number}, only {range}.</source>
        <translation>Avsnitt {number} finnes ikke, bare {range}.</translation>
    </message>
    <message>
        <location filename="../../ui/navigation/go_to_bar.py"/>
        <source>Type a number: {range}.</source>
        <translation>Skriv et tall: {range}.</translation>
    </message>
</context>
<context>
    <name>HumanChoice</name>
    <message>
        <location filename="../../ui/export/human.py"/>
        <source>&amp;Choose…</source>
        <translation>Vel&amp;g …</translation>
    </message>
    <message>
        <location filename="../../ui/export/human.py"/>
        <source>&amp;Human translation</source>
        <translation>&amp;Menneskelig oversettelse</translation>
    </message>
    <message>
        <location filename="../../ui/export/human.py"/>
        <source>All files (*)</source>
        <translation>Alle filer (*)</translation>
    </message>
    <message>
        <location filename="../../ui/export/human.py"/>
        <source>Choose a human translation</source>
        <translation>Velg en menneskelig oversettelse</translation>
    </message>
    <message>
        <location filename="../../ui/export/human.py"/>
        <source>Texts (*.txt *.md *.markdown *.text)</source>
        <translation>Tekster (*.txt *.md *.markdown *.text)</translation>
    </message>
</context>
<context>
    <name>LibraryModel</name>
    <message>
        <location filename="../../ui/library/model.py"/>
        <source>1 word</source>
        <translation>1 ord</translation>
    </message>
    <message>
        <location filename="../../ui/library/model.py"/>
        <source>Cannot be read</source>
        <translation>Kan ikke leses</translation>
    </message>
    <message>
        <location filename="../../ui/library/model.py"/>
        <source>{count} words</source>
        <translation>{count} ord</translation>
    </message>
</context>
<context>
    <name>LibraryView</name>
    <message>
        <location filename="../../ui/library/view.py"/>
        <source>Documents</source>
        <translation>Dokumenter</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <location filename="../../ui/window/main_window.py"/>
        <source>&lt;b&gt;Tospalt {version}&lt;/b&gt;&lt;p&gt;Reads a text and its translation side by side, entirely on this computer.&lt;p&gt;Translation by Argos Translate and CTranslate2, pages by Typst, text set in Source Serif 4.&lt;p&gt;Licence: MIT. The language packages that come with it: CC BY-SA 4.0. Source Serif 4: SIL Open Font License.</source>
        <translation>&lt;b&gt;Tospalt {version}&lt;/b&gt;&lt;p&gt;Viser en tekst og oversettelsen av den side om side. Alt skjer på denne datamaskinen.&lt;p&gt;Oversetter med Argos Translate og CTranslate2, lager sider med Typst og bruker skriften Source Serif 4.&lt;p&gt;Lisens: MIT. Språkpakkene som følger med: CC BY-SA 4.0. Source Serif 4: SIL Open Font License.</translation>
    </message>
    <message>
        <location filename="../../ui/window/main_window.py"/>
        <source>About Tospalt</source>
        <translation>Om Tospalt</translation>
    </message>
    <message>
        <location filename="../../ui/window/main_window.py"/>
        <source>Bring back</source>
        <translation>Hent tilbake</translation>
    </message>
    <message>
        <location filename="../../ui/window/main_window.py"/>
        <source>Copy</source>
        <translation>Kopier</translation>
    </message>
    <message>
        <location filename="../../ui/window/main_window.py"/>
        <source>It is not certain what language this is; it is read as {language}.</source>
        <translation>Det er usikkert hvilket språk dette er. Teksten leses som {language}.</translation>
    </message>
    <message>
        <location filename="../../ui/window/main_window.py"/>
        <source>Open</source>
        <translation>Åpne</translation>
    </message>
    <message>
        <location filename="../../ui/window/main_window.py"/>
        <source>Open documents</source>
        <translation>Åpne dokumenter</translation>
    </message>
    <message>
        <location filename="../../ui/window/main_window.py"/>
        <source>Open “{address}” outside Tospalt?</source>
        <translation>Vil du åpne «{address}» utenfor Tospalt?</translation>
    </message>
    <message>
        <location filename="../../ui/window/main_window.py"/>
        <source>Swap direction</source>
        <translation>Bytt retning</translation>
    </message>
    <message>
        <location filename="../../ui/window/main_window.py"/>
        <source>Texts (*.txt *.md *.markdown *.text);;All files (*)</source>
        <translation>Tekster (*.txt *.md *.markdown *.text);;Alle filer (*)</translation>
    </message>
    <message>
        <location filename="../../ui/window/main_window.py"/>
        <source>The examples that come with Tospalt stay in the library.</source>
        <translation>Eksemplene som følger med Tospalt, kan ikke fjernes fra biblioteket.</translation>
    </message>
    <message>
        <location filename="../../ui/window/main_window.py"/>
        <source>This edit could not be written to the disk: “{words}”. Close again to leave all the same; Tospalt then tries to keep it as a draft.</source>
        <translation>Denne endringen kunne ikke skrives til disken: «{words}». Lukk igjen for å avslutte likevel; Tospalt prøver da å ta vare på den som utkast.</translation>
    </message>
    <message>
        <location filename="../../ui/window/main_window.py"/>
        <source>Tools</source>
        <translation>Verktøy</translation>
    </message>
    <message>
        <location filename="../../ui/window/main_window.py"/>
        <source>Tospalt is not done with forgetting what you asked it to. Close again to leave all the same; some of it may then be left.</source>
        <translation>Tospalt er ikke ferdig med å glemme det du ba om. Lukk igjen for å avslutte likevel; da kan noe av det bli liggende igjen.</translation>
    </message>
    <message>
        <location filename="../../ui/window/main_window.py"/>
        <source>Try again</source>
        <translation>Prøv igjen</translation>
    </message>
    <message>
        <location filename="../../ui/window/main_window.py"/>
        <source>Undo</source>
        <translation>Angre</translation>
    </message>
    <message>
        <location filename="../../ui/window/main_window.py"/>
        <source>Use the other</source>
        <translation>Bruk den andre</translation>
    </message>
    <message>
        <location filename="../../ui/window/main_window.py"/>
        <source>You deleted this edit, but that could not be written to the disk: “{words}”. Close again to leave all the same; the edit is then there again.</source>
        <translation>Du slettet denne endringen, men det kunne ikke skrives til disken: «{words}». Lukk igjen for å avslutte likevel; endringen er da tilbake.</translation>
    </message>
    <message>
        <location filename="../../ui/window/main_window.py"/>
        <source>Your edits in “{name}” were deleted elsewhere; the machine's wording stands there again.</source>
        <translation>Endringene dine i «{name}» ble slettet et annet sted; nå står maskinens ordlyd der igjen.</translation>
    </message>
    <message>
        <location filename="../../ui/window/main_window.py"/>
        <source>“{address}” does not lead to a web page.</source>
        <translation>«{address}» fører ikke til en nettside.</translation>
    </message>
    <message>
        <location filename="../../ui/window/main_window.py"/>
        <source>“{name}” was taken off the list; the file itself is untouched.</source>
        <translation>«{name}» ble fjernet fra listen. Selve filen er ikke rørt.</translation>
    </message>
</context>
<context>
    <name>MemoryDialog</name>
    <message>
        <location filename="../../ui/window/memory_dialog.py"/>
        <source>Close</source>
        <translation>Lukk</translation>
    </message>
    <message>
        <location filename="../../ui/window/memory_dialog.py"/>
        <source>Forget &amp;everything…</source>
        <translation>Glem &amp;alt …</translation>
    </message>
    <message>
        <location filename="../../ui/window/memory_dialog.py"/>
        <source>Forget this &amp;document…</source>
        <translation>Glem dette &amp;dokumentet …</translation>
    </message>
    <message>
        <location filename="../../ui/window/memory_dialog.py"/>
        <source>Looking…</source>
        <translation>Ser etter …</translation>
    </message>
    <message>
        <location filename="../../ui/window/memory_dialog.py"/>
        <source>Translation memory</source>
        <translation>Oversettelsesminne</translation>
    </message>
</context>
<context>
    <name>Navigation</name>
    <message>
        <location filename="../../ui/navigation/controller.py"/>
        <source>This document has no headings to list.</source>
        <translation>Dette dokumentet har ingen overskrifter å vise.</translation>
    </message>
</context>
<context>
    <name>NoticeBar</name>
    <message>
        <location filename="../../ui/toolkit/notices.py"/>
        <source>Close</source>
        <translation>Lukk</translation>
    </message>
    <message>
        <location filename="../../ui/toolkit/notices.py"/>
        <source>{count} more</source>
        <translation>{count} til</translation>
    </message>
</context>
<context>
    <name>OutlineModel</name>
    <message>
        <location filename="../../ui/navigation/outline.py"/>
        <source>{title}, being read</source>
        <translation>{title}, leses nå</translation>
    </message>
</context>
<context>
    <name>OutlineView</name>
    <message>
        <location filename="../../ui/navigation/outline.py"/>
        <source>Outline</source>
        <translation>Disposisjon</translation>
    </message>
</context>
<context>
    <name>PackageDesk</name>
    <message>
        <location filename="../../ui/packages/controller.py"/>
        <source>Download</source>
        <translation>Last ned</translation>
    </message>
    <message>
        <location filename="../../ui/packages/controller.py"/>
        <source>Language packages…</source>
        <translation>Språkpakker …</translation>
    </message>
    <message>
        <location filename="../../ui/packages/controller.py"/>
        <source>The new language package can translate this document now.</source>
        <translation>Dette dokumentet kan nå oversettes med den nye språkpakken.</translation>
    </message>
    <message>
        <location filename="../../ui/packages/controller.py"/>
        <source>Translate again</source>
        <translation>Oversett på nytt</translation>
    </message>
</context>
<context>
    <name>PackageList</name>
    <message>
        <location filename="../../ui/packages/list_view.py"/>
        <source>Language packages</source>
        <translation>Språkpakker</translation>
    </message>
</context>
<context>
    <name>PackageModel</name>
    <message>
        <location filename="../../ui/packages/model.py"/>
        <source>Available</source>
        <translation>Tilgjengelige</translation>
    </message>
    <message>
        <location filename="../../ui/packages/model.py"/>
        <source>Broken</source>
        <translation>Ødelagt</translation>
    </message>
    <message>
        <location filename="../../ui/packages/model.py"/>
        <source>Folder: {folder}</source>
        <translation>Mappe: {folder}</translation>
    </message>
    <message>
        <location filename="../../ui/packages/model.py"/>
        <source>From: {address}</source>
        <translation>Fra: {address}</translation>
    </message>
    <message>
        <location filename="../../ui/packages/model.py"/>
        <source>In use</source>
        <translation>I bruk</translation>
    </message>
    <message>
        <location filename="../../ui/packages/model.py"/>
        <source>Installed</source>
        <translation>Installerte</translation>
    </message>
    <message>
        <location filename="../../ui/packages/model.py"/>
        <source>Licence: {licence}</source>
        <translation>Lisens: {licence}</translation>
    </message>
    <message>
        <location filename="../../ui/packages/model.py"/>
        <source>No usable package: {reason}</source>
        <translation>Ikke en brukbar pakke: {reason}</translation>
    </message>
    <message>
        <location filename="../../ui/packages/model.py"/>
        <source>Official package {version}</source>
        <translation>Offisiell pakke {version}</translation>
    </message>
    <message>
        <location filename="../../ui/packages/model.py"/>
        <source>Package {version}</source>
        <translation>Pakke {version}</translation>
    </message>
    <message>
        <location filename="../../ui/packages/model.py"/>
        <source>Quality: {bleu} BLEU ({test_set})</source>
        <translation>Kvalitet: {bleu} BLEU ({test_set})</translation>
    </message>
    <message>
        <location filename="../../ui/packages/model.py"/>
        <source>SHA-256: {sha256}</source>
        <translation>SHA-256: {sha256}</translation>
    </message>
    <message>
        <location filename="../../ui/packages/model.py"/>
        <source>Starter package {version}</source>
        <translation>Startpakke {version}</translation>
    </message>
    <message>
        <location filename="../../ui/packages/model.py"/>
        <source>Update to {version}</source>
        <translation>Oppdater til {version}</translation>
    </message>
    <message>
        <location filename="../../ui/packages/model.py"/>
        <source>about {size}</source>
        <translation>omtrent {size}</translation>
    </message>
    <message>
        <location filename="../../ui/packages/model.py"/>
        <source>fair translations</source>
        <translation>brukbare oversettelser</translation>
    </message>
    <message>
        <location filename="../../ui/packages/model.py"/>
        <source>good translations</source>
        <translation>gode oversettelser</translation>
    </message>
    <message>
        <location filename="../../ui/packages/model.py"/>
        <source>not stated; see its README</source>
        <translation>ikke oppgitt (se pakkens README)</translation>
    </message>
    <message>
        <location filename="../../ui/packages/model.py"/>
        <source>rough translations</source>
        <translation>omtrentlige oversettelser</translation>
    </message>
    <message>
        <location filename="../../ui/packages/model.py"/>
        <source>{count} MB</source>
        <translation>{count} MB</translation>
    </message>
</context>
<context>
    <name>PackagesDialog</name>
    <message>
        <location filename="../../ui/packages/dialog.py"/>
        <source>&amp;Delete</source>
        <translation>&amp;Slett</translation>
    </message>
    <message>
        <location filename="../../ui/packages/dialog.py"/>
        <source>&amp;Install</source>
        <translation>&amp;Installer</translation>
    </message>
    <message>
        <location filename="../../ui/packages/dialog.py"/>
        <source>&amp;Refresh the list</source>
        <translation>&amp;Hent listen på nytt</translation>
    </message>
    <message>
        <location filename="../../ui/packages/dialog.py"/>
        <source>&amp;Update</source>
        <translation>O&amp;ppdater</translation>
    </message>
    <message>
        <location filename="../../ui/packages/dialog.py"/>
        <source>Asking the server for the list…</source>
        <translation>Henter listen fra serveren …</translation>
    </message>
    <message>
        <location filename="../../ui/packages/dialog.py"/>
        <source>Asking the server…</source>
        <translation>Kontakter serveren …</translation>
    </message>
    <message>
        <location filename="../../ui/packages/dialog.py"/>
        <source>Cl&amp;ose</source>
        <translation>&amp;Lukk</translation>
    </message>
    <message>
        <location filename="../../ui/packages/dialog.py"/>
        <source>Import a language package</source>
        <translation>Importer en språkpakke</translation>
    </message>
    <message>
        <location filename="../../ui/packages/dialog.py"/>
        <source>Import from a &amp;file…</source>
        <translation>I&amp;mporter fra fil …</translation>
    </message>
    <message>
        <location filename="../../ui/packages/dialog.py"/>
        <source>Install a&amp;gain</source>
        <translation>Installer på n&amp;ytt</translation>
    </message>
    <message>
        <location filename="../../ui/packages/dialog.py"/>
        <source>Install all the same</source>
        <translation>Installer likevel</translation>
    </message>
    <message>
        <location filename="../../ui/packages/dialog.py"/>
        <source>Language packages</source>
        <translation>Språkpakker</translation>
    </message>
    <message>
        <location filename="../../ui/packages/dialog.py"/>
        <source>Language packages (*.argosmodel);;All files (*)</source>
        <translation>Språkpakker (*.argosmodel);;Alle filer (*)</translation>
    </message>
    <message>
        <location filename="../../ui/packages/dialog.py"/>
        <source>Let Tospalt c&amp;hoose</source>
        <translation>La Tospalt &amp;velge</translation>
    </message>
    <message>
        <location filename="../../ui/packages/dialog.py"/>
        <source>List of packages of {date}, as it came with Tospalt.</source>
        <translation>Pakkeliste fra {date}, slik den fulgte med Tospalt.</translation>
    </message>
    <message>
        <location filename="../../ui/packages/dialog.py"/>
        <source>List of packages of {date}.</source>
        <translation>Pakkeliste fra {date}.</translation>
    </message>
    <message>
        <location filename="../../ui/packages/dialog.py"/>
        <source>List of packages of {date}; there may be a newer one.</source>
        <translation>Pakkeliste fra {date}. Det kan finnes en nyere.</translation>
    </message>
    <message>
        <location filename="../../ui/packages/dialog.py"/>
        <source>More about the selected package</source>
        <translation>Mer om den valgte pakken</translation>
    </message>
    <message>
        <location filename="../../ui/packages/dialog.py"/>
        <source>No package for “{words}” is offered.</source>
        <translation>Det finnes ingen pakke for «{words}».</translation>
    </message>
    <message>
        <location filename="../../ui/packages/dialog.py"/>
        <source>Re&amp;move…</source>
        <translation>&amp;Fjern …</translation>
    </message>
    <message>
        <location filename="../../ui/packages/dialog.py"/>
        <source>Reading the file…</source>
        <translation>Leser filen …</translation>
    </message>
    <message>
        <location filename="../../ui/packages/dialog.py"/>
        <source>Search by language</source>
        <translation>Søk etter språk</translation>
    </message>
    <message>
        <location filename="../../ui/packages/dialog.py"/>
        <source>The package {name} {version} is installed and in working order.</source>
        <translation>Pakken {name} {version} er installert og virker som den skal.</translation>
    </message>
    <message>
        <location filename="../../ui/packages/dialog.py"/>
        <source>Try again</source>
        <translation>Prøv igjen</translation>
    </message>
    <message>
        <location filename="../../ui/packages/dialog.py"/>
        <source>Use &amp;this one</source>
        <translation>&amp;Bruk denne</translation>
    </message>
    <message>
        <location filename="../../ui/packages/dialog.py"/>
        <source>d MMMM yyyy</source>
        <translation>d. MMMM yyyy</translation>
    </message>
    <message>
        <location filename="../../ui/packages/dialog.py"/>
        <source>“{package}” will be deleted from this computer.</source>
        <translation>«{package}» blir slettet fra denne datamaskinen.</translation>
    </message>
</context>
<context>
    <name>PageView</name>
    <message>
        <location filename="../../ui/export/page_view.py"/>
        <source>Fit width</source>
        <translation>Tilpass bredden</translation>
    </message>
    <message>
        <location filename="../../ui/export/page_view.py"/>
        <source>Larger</source>
        <translation>Større</translation>
    </message>
    <message>
        <location filename="../../ui/export/page_view.py"/>
        <source>Next page</source>
        <translation>Neste side</translation>
    </message>
    <message>
        <location filename="../../ui/export/page_view.py"/>
        <source>Page {page} of {count}</source>
        <translation>Side {page} av {count}</translation>
    </message>
    <message>
        <location filename="../../ui/export/page_view.py"/>
        <source>Page {page} of {count} or more</source>
        <translation>Side {page} av minst {count}</translation>
    </message>
    <message>
        <location filename="../../ui/export/page_view.py"/>
        <source>Preview</source>
        <translation>Forhåndsvisning</translation>
    </message>
    <message>
        <location filename="../../ui/export/page_view.py"/>
        <source>Previous page</source>
        <translation>Forrige side</translation>
    </message>
    <message>
        <location filename="../../ui/export/page_view.py"/>
        <source>Smaller</source>
        <translation>Mindre</translation>
    </message>
    <message>
        <location filename="../../ui/export/page_view.py"/>
        <source>{percent} %</source>
        <translation>{percent} %</translation>
    </message>
</context>
<context>
    <name>Pages</name>
    <message>
        <location filename="../../ui/window/placeholders.py"/>
        <source>Cannot translate from {source} to {target}</source>
        <translation>Kan ikke oversette fra {source} til {target}</translation>
    </message>
    <message>
        <location filename="../../ui/window/placeholders.py"/>
        <source>Choose a document to read</source>
        <translation>Velg et dokument å lese</translation>
    </message>
    <message>
        <location filename="../../ui/window/placeholders.py"/>
        <source>Choose one on the left, drop a file here, or open one with {keys}.</source>
        <translation>Velg ett til venstre, slipp en fil her, eller åpne en fil med {keys}.</translation>
    </message>
    <message>
        <location filename="../../ui/window/placeholders.py"/>
        <source>Drop a text file here, or open one with {keys}. It will stay in the list on the left.</source>
        <translation>Slipp en tekstfil her, eller åpne en med {keys}. Den blir stående i listen til venstre.</translation>
    </message>
    <message>
        <location filename="../../ui/window/placeholders.py"/>
        <source>Language packages…</source>
        <translation>Språkpakker …</translation>
    </message>
    <message>
        <location filename="../../ui/window/placeholders.py"/>
        <source>Once that is put right, try again.</source>
        <translation>Når det er ordnet, kan du prøve igjen.</translation>
    </message>
    <message>
        <location filename="../../ui/window/placeholders.py"/>
        <source>Open a document…</source>
        <translation>Åpne et dokument …</translation>
    </message>
    <message>
        <location filename="../../ui/window/placeholders.py"/>
        <source>Open another document…</source>
        <translation>Åpne et annet dokument …</translation>
    </message>
    <message>
        <location filename="../../ui/window/placeholders.py"/>
        <source>Put some text into it and try again.</source>
        <translation>Legg inn litt tekst og prøv igjen.</translation>
    </message>
    <message>
        <location filename="../../ui/window/placeholders.py"/>
        <source>Read it as {language}</source>
        <translation>Les den som {language}</translation>
    </message>
    <message>
        <location filename="../../ui/window/placeholders.py"/>
        <source>Show the original</source>
        <translation>Vis originalen</translation>
    </message>
    <message>
        <location filename="../../ui/window/placeholders.py"/>
        <source>The text looks like {language}. Choose another language, or install a package.</source>
        <translation>Teksten ser ut til å være på {language}. Velg et annet språk, eller installer en pakke.</translation>
    </message>
    <message>
        <location filename="../../ui/window/placeholders.py"/>
        <source>There is no text in “{name}”</source>
        <translation>Det er ingen tekst i «{name}»</translation>
    </message>
    <message>
        <location filename="../../ui/window/placeholders.py"/>
        <source>Try again</source>
        <translation>Prøv igjen</translation>
    </message>
    <message>
        <location filename="../../ui/window/placeholders.py"/>
        <source>Your library is empty</source>
        <translation>Biblioteket er tomt</translation>
    </message>
    <message>
        <location filename="../../ui/window/placeholders.py"/>
        <source>“{name}” cannot be shown</source>
        <translation>«{name}» kan ikke vises</translation>
    </message>
</context>
<context>
    <name>ParallelModel</name>
    <message>
        <location filename="../../ui/reading/model.py"/>
        <source>Byline</source>
        <translation>Forfatter</translation>
    </message>
    <message>
        <location filename="../../ui/reading/model.py"/>
        <source>Code</source>
        <translation>Kode</translation>
    </message>
    <message>
        <location filename="../../ui/reading/model.py"/>
        <source>Date</source>
        <translation>Dato</translation>
    </message>
    <message>
        <location filename="../../ui/reading/model.py"/>
        <source>Heading</source>
        <translation>Overskrift</translation>
    </message>
    <message>
        <location filename="../../ui/reading/model.py"/>
        <source>Paragraph {number}</source>
        <translation>Avsnitt {number}</translation>
    </message>
    <message>
        <location filename="../../ui/reading/model.py"/>
        <source>Rule</source>
        <translation>Skillelinje</translation>
    </message>
    <message>
        <location filename="../../ui/reading/model.py"/>
        <source>See also</source>
        <translation>Se også</translation>
    </message>
    <message>
        <location filename="../../ui/reading/model.py"/>
        <source>Table cell</source>
        <translation>Tabellcelle</translation>
    </message>
    <message>
        <location filename="../../ui/reading/model.py"/>
        <source>Title</source>
        <translation>Tittel</translation>
    </message>
    <message>
        <location filename="../../ui/reading/model.py"/>
        <source>{place}, not translated yet</source>
        <translation>{place}, ikke oversatt ennå</translation>
    </message>
    <message>
        <location filename="../../ui/reading/model.py"/>
        <source>{place}, not translated: {reason}</source>
        <translation>{place}, ikke oversatt: {reason}</translation>
    </message>
    <message>
        <location filename="../../ui/reading/model.py"/>
        <source>{place}, same as the original: {text}</source>
        <translation>{place}, som originalen: {text}</translation>
    </message>
    <message>
        <location filename="../../ui/reading/model.py"/>
        <source>{place}, translated: {text}</source>
        <translation>{place}, oversatt: {text}</translation>
    </message>
</context>
<context>
    <name>ProgressRow</name>
    <message>
        <location filename="../../ui/packages/progress.py"/>
        <source>&amp;Cancel</source>
        <translation>&amp;Avbryt</translation>
    </message>
    <message>
        <location filename="../../ui/packages/progress.py"/>
        <source>Checking the package…</source>
        <translation>Kontrollerer pakken …</translation>
    </message>
    <message>
        <location filename="../../ui/packages/progress.py"/>
        <source>Downloading: {amount}</source>
        <translation>Laster ned: {amount}</translation>
    </message>
    <message>
        <location filename="../../ui/packages/progress.py"/>
        <source>Progress of the installation</source>
        <translation>Fremdrift for installasjonen</translation>
    </message>
    <message>
        <location filename="../../ui/packages/progress.py"/>
        <source>The server does not give the file at present; trying again in {seconds} s.</source>
        <translation>Serveren gir ikke fra seg filen akkurat nå; prøver igjen om {seconds} s.</translation>
    </message>
    <message>
        <location filename="../../ui/packages/progress.py"/>
        <source>Trying the package…</source>
        <translation>Prøver pakken …</translation>
    </message>
    <message>
        <location filename="../../ui/packages/progress.py"/>
        <source>Unpacking…</source>
        <translation>Pakker ut …</translation>
    </message>
    <message>
        <location filename="../../ui/packages/progress.py"/>
        <source>Waiting for another program that is installing…</source>
        <translation>Venter på et annet program som installerer …</translation>
    </message>
    <message>
        <location filename="../../ui/packages/progress.py"/>
        <source>{done} MB</source>
        <translation>{done} MB</translation>
    </message>
    <message>
        <location filename="../../ui/packages/progress.py"/>
        <source>{done} of {total} MB</source>
        <translation>{done} av {total} MB</translation>
    </message>
    <message>
        <location filename="../../ui/packages/progress.py"/>
        <source>{minutes} min left</source>
        <translation>{minutes} min igjen</translation>
    </message>
    <message>
        <location filename="../../ui/packages/progress.py"/>
        <source>{seconds} s left</source>
        <translation>{seconds} s igjen</translation>
    </message>
    <message>
        <location filename="../../ui/packages/progress.py"/>
        <source>{speed} MB a second</source>
        <translation>{speed} MB i sekundet</translation>
    </message>
</context>
<context>
    <name>Reading</name>
    <message>
        <location filename="../../ui/reading/cell.py"/>
        <source>A number was lost or has changed.</source>
        <translation>Et tall er borte eller endret.</translation>
    </message>
    <message>
        <location filename="../../ui/reading/cell.py"/>
        <source>Edited by you</source>
        <translation>Redigert av deg</translation>
    </message>
    <message>
        <location filename="../../ui/reading/cell.py"/>
        <source>Not translated</source>
        <translation>Ikke oversatt</translation>
    </message>
    <message>
        <location filename="../../ui/reading/cell.py"/>
        <source>Not translated: {reason}</source>
        <translation>Ikke oversatt: {reason}</translation>
    </message>
    <message>
        <location filename="../../ui/reading/cell.py"/>
        <source>Same as the original</source>
        <translation>Som originalen</translation>
    </message>
    <message>
        <location filename="../../ui/reading/cell.py"/>
        <source>Something looks wrong here.</source>
        <translation>Noe ser ut til å være galt her.</translation>
    </message>
    <message>
        <location filename="../../ui/reading/cell.py"/>
        <source>The translation is much shorter or longer than the original.</source>
        <translation>Oversettelsen er mye kortere eller lengre enn originalen.</translation>
    </message>
    <message>
        <location filename="../../ui/reading/cell.py"/>
        <source>This looks untranslated.</source>
        <translation>Dette ser ikke ut til å være oversatt.</translation>
    </message>
    <message>
        <location filename="../../ui/reading/cell.py"/>
        <source>Try again</source>
        <translation>Prøv igjen</translation>
    </message>
    <message>
        <location filename="../../ui/reading/cell.py"/>
        <source>Words are repeated over and over.</source>
        <translation>Ord gjentas om og om igjen.</translation>
    </message>
    <message>
        <location filename="../../ui/reading/hints.py"/>
        <source>“{word}” has no counterpart of its own</source>
        <translation>«{word}» har ikke noe eget motstykke</translation>
    </message>
</context>
<context>
    <name>ReadingView</name>
    <message>
        <location filename="../../ui/reading/view.py"/>
        <source>No longer pinned</source>
        <translation>Ikke festet lenger</translation>
    </message>
    <message>
        <location filename="../../ui/reading/view.py"/>
        <source>Original and translation</source>
        <translation>Original og oversettelse</translation>
    </message>
    <message>
        <location filename="../../ui/reading/view.py"/>
        <source>Pinned</source>
        <translation>Festet</translation>
    </message>
    <message>
        <location filename="../../ui/reading/view.py"/>
        <source>There is no link in this sentence.</source>
        <translation>Det er ingen lenke i denne setningen.</translation>
    </message>
</context>
<context>
    <name>Recovery</name>
    <message>
        <location filename="../../ui/window/recovery.py"/>
        <source>Continue editing</source>
        <translation>Fortsett å redigere</translation>
    </message>
    <message>
        <location filename="../../ui/window/recovery.py"/>
        <source>Copy</source>
        <translation>Kopier</translation>
    </message>
    <message>
        <location filename="../../ui/window/recovery.py"/>
        <source>Copy report</source>
        <translation>Kopier rapporten</translation>
    </message>
    <message>
        <location filename="../../ui/window/recovery.py"/>
        <source>Discard</source>
        <translation>Forkast</translation>
    </message>
    <message>
        <location filename="../../ui/window/recovery.py"/>
        <source>The report was copied; it holds nothing of your texts.</source>
        <translation>Rapporten er kopiert. Den inneholder ikke noe fra tekstene dine.</translation>
    </message>
    <message>
        <location filename="../../ui/window/recovery.py"/>
        <source>The sentence that you were editing is not in “{name}” any more. You had typed: “{words}”</source>
        <translation>Setningen du redigerte, finnes ikke lenger i «{name}». Du hadde skrevet: «{words}»</translation>
    </message>
    <message>
        <location filename="../../ui/window/recovery.py"/>
        <source>Tospalt ended unexpectedly again while “{name}” was open, so it was not opened this time. Choose it in the list to try once more.</source>
        <translation>Tospalt stanset uventet igjen mens «{name}» var åpent, så dokumentet ble ikke åpnet denne gangen. Velg det i listen for å prøve på nytt.</translation>
    </message>
    <message>
        <location filename="../../ui/window/recovery.py"/>
        <source>Tospalt ended unexpectedly last time, while “{name}” was open.</source>
        <translation>Tospalt stanset uventet forrige gang, mens «{name}» var åpent.</translation>
    </message>
    <message>
        <location filename="../../ui/window/recovery.py"/>
        <source>Tospalt ended unexpectedly last time.</source>
        <translation>Tospalt stanset uventet forrige gang.</translation>
    </message>
    <message>
        <location filename="../../ui/window/recovery.py"/>
        <source>What was open when Tospalt ended unexpectedly was damaged; it was kept as “{file}”.</source>
        <translation>Det som var åpent da Tospalt uventet ble avsluttet, var skadet. Det er tatt vare på som «{file}».</translation>
    </message>
    <message>
        <location filename="../../ui/window/recovery.py"/>
        <source>What you had typed for a sentence of “{name}” (“{sentence}”) could not be written to the disk.</source>
        <translation>Det du hadde skrevet til en setning i «{name}» («{sentence}»), kunne ikke skrives til disken.</translation>
    </message>
    <message>
        <location filename="../../ui/window/recovery.py"/>
        <source>What you had typed for a sentence of “{name}” (“{sentence}”) is kept.</source>
        <translation>Det du hadde skrevet til en setning i «{name}» («{sentence}»), er tatt vare på.</translation>
    </message>
    <message>
        <location filename="../../ui/window/recovery.py"/>
        <source>You were editing a sentence of “{name}” (“{sentence}”) when Tospalt ended. What you had typed is kept.</source>
        <translation>Du redigerte en setning i «{name}» («{sentence}») da Tospalt stanset. Det du hadde skrevet, er tatt vare på.</translation>
    </message>
</context>
<context>
    <name>SettingsDialog</name>
    <message>
        <location filename="../../ui/window/settings_dialog.py"/>
        <source> characters</source>
        <translation> tegn</translation>
    </message>
    <message>
        <location filename="../../ui/window/settings_dialog.py"/>
        <source> points</source>
        <translation> punkter</translation>
    </message>
    <message>
        <location filename="../../ui/window/settings_dialog.py"/>
        <source>&amp;Hide until pointed at:</source>
        <translation>S&amp;kjul til det pekes på:</translation>
    </message>
    <message>
        <location filename="../../ui/window/settings_dialog.py"/>
        <source>&amp;Language of the window:</source>
        <translation>Språk i &amp;vinduet:</translation>
    </message>
    <message>
        <location filename="../../ui/window/settings_dialog.py"/>
        <source>&amp;Show:</source>
        <translation>Vi&amp;s:</translation>
    </message>
    <message>
        <location filename="../../ui/window/settings_dialog.py"/>
        <source>&amp;Theme:</source>
        <translation>&amp;Tema:</translation>
    </message>
    <message>
        <location filename="../../ui/window/settings_dialog.py"/>
        <source>Appearance</source>
        <translation>Utseende</translation>
    </message>
    <message>
        <location filename="../../ui/window/settings_dialog.py"/>
        <source>As the system</source>
        <translation>Som systemet</translation>
    </message>
    <message>
        <location filename="../../ui/window/settings_dialog.py"/>
        <source>Both, one under the other</source>
        <translation>Begge, over hverandre</translation>
    </message>
    <message>
        <location filename="../../ui/window/settings_dialog.py"/>
        <source>Both, side by side</source>
        <translation>Begge, side om side</translation>
    </message>
    <message>
        <location filename="../../ui/window/settings_dialog.py"/>
        <source>Dark</source>
        <translation>Mørkt</translation>
    </message>
    <message>
        <location filename="../../ui/window/settings_dialog.py"/>
        <source>Language</source>
        <translation>Språk</translation>
    </message>
    <message>
        <location filename="../../ui/window/settings_dialog.py"/>
        <source>Light</source>
        <translation>Lyst</translation>
    </message>
    <message>
        <location filename="../../ui/window/settings_dialog.py"/>
        <source>Light up &amp;words that belong together</source>
        <translation>&amp;Marker ord som hører sammen</translation>
    </message>
    <message>
        <location filename="../../ui/window/settings_dialog.py"/>
        <source>Line l&amp;ength:</source>
        <translation>Linjel&amp;engde:</translation>
    </message>
    <message>
        <location filename="../../ui/window/settings_dialog.py"/>
        <source>Line s&amp;pacing:</source>
        <translation>&amp;Linjeavstand:</translation>
    </message>
    <message>
        <location filename="../../ui/window/settings_dialog.py"/>
        <source>Nothing</source>
        <translation>Ingenting</translation>
    </message>
    <message>
        <location filename="../../ui/window/settings_dialog.py"/>
        <source>Reading</source>
        <translation>Lesing</translation>
    </message>
    <message>
        <location filename="../../ui/window/settings_dialog.py"/>
        <source>Restore &amp;defaults</source>
        <translation>Tilbakestill til stan&amp;dard</translation>
    </message>
    <message>
        <location filename="../../ui/window/settings_dialog.py"/>
        <source>Sepia</source>
        <translation>Sepia</translation>
    </message>
    <message>
        <location filename="../../ui/window/settings_dialog.py"/>
        <source>Settings</source>
        <translation>Innstillinger</translation>
    </message>
    <message>
        <location filename="../../ui/window/settings_dialog.py"/>
        <source>Text si&amp;ze:</source>
        <translation>Tekststø&amp;rrelse:</translation>
    </message>
    <message>
        <location filename="../../ui/window/settings_dialog.py"/>
        <source>The original</source>
        <translation>Originalen</translation>
    </message>
    <message>
        <location filename="../../ui/window/settings_dialog.py"/>
        <source>The original only</source>
        <translation>Bare originalen</translation>
    </message>
    <message>
        <location filename="../../ui/window/settings_dialog.py"/>
        <source>The translation</source>
        <translation>Oversettelsen</translation>
    </message>
    <message>
        <location filename="../../ui/window/settings_dialog.py"/>
        <source>The translation only</source>
        <translation>Bare oversettelsen</translation>
    </message>
</context>
<context>
    <name>ShortcutsDialog</name>
    <message>
        <location filename="../../ui/window/shortcuts_dialog.py"/>
        <source>A page up or down</source>
        <translation>En side opp eller ned</translation>
    </message>
    <message>
        <location filename="../../ui/window/shortcuts_dialog.py"/>
        <source>Action</source>
        <translation>Handling</translation>
    </message>
    <message>
        <location filename="../../ui/window/shortcuts_dialog.py"/>
        <source>Back to the sentence before</source>
        <translation>Tilbake til setningen før</translation>
    </message>
    <message>
        <location filename="../../ui/window/shortcuts_dialog.py"/>
        <source>In the list of documents</source>
        <translation>I dokumentlisten</translation>
    </message>
    <message>
        <location filename="../../ui/window/shortcuts_dialog.py"/>
        <source>In the texts</source>
        <translation>I tekstene</translation>
    </message>
    <message>
        <location filename="../../ui/window/shortcuts_dialog.py"/>
        <source>Keyboard shortcuts</source>
        <translation>Hurtigtaster</translation>
    </message>
    <message>
        <location filename="../../ui/window/shortcuts_dialog.py"/>
        <source>Keys</source>
        <translation>Taster</translation>
    </message>
    <message>
        <location filename="../../ui/window/shortcuts_dialog.py"/>
        <source>Let go of what is selected or pinned</source>
        <translation>Slipp det som er markert eller festet</translation>
    </message>
    <message>
        <location filename="../../ui/window/shortcuts_dialog.py"/>
        <source>Open the document</source>
        <translation>Åpne dokumentet</translation>
    </message>
    <message>
        <location filename="../../ui/window/shortcuts_dialog.py"/>
        <source>Pin the lit sentence, or let it go</source>
        <translation>Fest den markerte setningen, eller slipp den</translation>
    </message>
    <message>
        <location filename="../../ui/window/shortcuts_dialog.py"/>
        <source>Previous or next paragraph</source>
        <translation>Forrige eller neste avsnitt</translation>
    </message>
    <message>
        <location filename="../../ui/window/shortcuts_dialog.py"/>
        <source>Previous or next sentence</source>
        <translation>Forrige eller neste setning</translation>
    </message>
    <message>
        <location filename="../../ui/window/shortcuts_dialog.py"/>
        <source>Previous or next word, with the words that belong to it</source>
        <translation>Forrige eller neste ord, med ordene som hører til</translation>
    </message>
    <message>
        <location filename="../../ui/window/shortcuts_dialog.py"/>
        <source>Read on, sentence by sentence, and show what is hidden</source>
        <translation>Les videre, setning for setning, og vis det som er skjult</translation>
    </message>
    <message>
        <location filename="../../ui/window/shortcuts_dialog.py"/>
        <source>Select the paragraph</source>
        <translation>Marker avsnittet</translation>
    </message>
    <message>
        <location filename="../../ui/window/shortcuts_dialog.py"/>
        <source>Select word by word</source>
        <translation>Marker ord for ord</translation>
    </message>
    <message>
        <location filename="../../ui/window/shortcuts_dialog.py"/>
        <source>Take the document off the list</source>
        <translation>Fjern dokumentet fra listen</translation>
    </message>
    <message>
        <location filename="../../ui/window/shortcuts_dialog.py"/>
        <source>To the beginning or the end</source>
        <translation>Til begynnelsen eller slutten</translation>
    </message>
    <message>
        <location filename="../../ui/window/shortcuts_dialog.py"/>
        <source>To the original or to the translation</source>
        <translation>Til originalen eller oversettelsen</translation>
    </message>
    <message>
        <location filename="../../ui/window/shortcuts_dialog.py"/>
        <source>To the same place in the other language</source>
        <translation>Til samme sted på det andre språket</translation>
    </message>
    <message>
        <location filename="../../ui/window/shortcuts_dialog.py"/>
        <source>{one} or {other}</source>
        <translation>{one} eller {other}</translation>
    </message>
</context>
<context>
    <name>Tospalt</name>
    <message>
        <location filename="../../ui/app.py"/>
        <source>Copy report</source>
        <translation>Kopier rapporten</translation>
    </message>
    <message>
        <location filename="../../ui/app.py"/>
        <source>Something went wrong inside Tospalt. What was saved before is kept. If this keeps happening, restart Tospalt.</source>
        <translation>Noe gikk galt i Tospalt. Det som var lagret, er tatt vare på. Start Tospalt på nytt hvis det skjer igjen.</translation>
    </message>
</context>
<context>
    <name>TranslationStatus</name>
    <message>
        <location filename="../../ui/window/status_bar.py"/>
        <source>1 word a second</source>
        <translation>1 ord i sekundet</translation>
    </message>
    <message>
        <location filename="../../ui/window/status_bar.py"/>
        <source>Cancel</source>
        <translation>Avbryt</translation>
    </message>
    <message>
        <location filename="../../ui/window/status_bar.py"/>
        <source>Loading the language package…</source>
        <translation>Laster inn språkpakken …</translation>
    </message>
    <message>
        <location filename="../../ui/window/status_bar.py"/>
        <source>Pause</source>
        <translation>Pause</translation>
    </message>
    <message>
        <location filename="../../ui/window/status_bar.py"/>
        <source>Paused at {amount}</source>
        <translation>Satt på pause etter {amount}</translation>
    </message>
    <message>
        <location filename="../../ui/window/status_bar.py"/>
        <source>Pausing…</source>
        <translation>Setter på pause …</translation>
    </message>
    <message>
        <location filename="../../ui/window/status_bar.py"/>
        <source>Progress of the translation</source>
        <translation>Fremdrift for oversettelsen</translation>
    </message>
    <message>
        <location filename="../../ui/window/status_bar.py"/>
        <source>Resume</source>
        <translation>Fortsett</translation>
    </message>
    <message>
        <location filename="../../ui/window/status_bar.py"/>
        <source>Translated, 1 paragraph</source>
        <translation>Oversatt, 1 avsnitt</translation>
    </message>
    <message>
        <location filename="../../ui/window/status_bar.py"/>
        <source>Translated, {total} paragraphs</source>
        <translation>Oversatt, {total} avsnitt</translation>
    </message>
    <message>
        <location filename="../../ui/window/status_bar.py"/>
        <source>Translating…</source>
        <translation>Oversetter …</translation>
    </message>
    <message>
        <location filename="../../ui/window/status_bar.py"/>
        <source>a few seconds left</source>
        <translation>noen sekunder igjen</translation>
    </message>
    <message>
        <location filename="../../ui/window/status_bar.py"/>
        <source>about a minute left</source>
        <translation>omtrent ett minutt igjen</translation>
    </message>
    <message>
        <location filename="../../ui/window/status_bar.py"/>
        <source>about {hours} hours left</source>
        <translation>omtrent {hours} timer igjen</translation>
    </message>
    <message>
        <location filename="../../ui/window/status_bar.py"/>
        <source>about {minutes} minutes left</source>
        <translation>omtrent {minutes} minutter igjen</translation>
    </message>
    <message>
        <location filename="../../ui/window/status_bar.py"/>
        <source>less than a minute left</source>
        <translation>under ett minutt igjen</translation>
    </message>
    <message>
        <location filename="../../ui/window/status_bar.py"/>
        <source>{amount} could not be translated; F5 tries again</source>
        <translation>{amount} kunne ikke oversettes. Trykk F5 for å prøve igjen</translation>
    </message>
    <message>
        <location filename="../../ui/window/status_bar.py"/>
        <source>{amount} translated; F5 goes on</source>
        <translation>{amount} oversatt. Trykk F5 for å fortsette</translation>
    </message>
    <message>
        <location filename="../../ui/window/status_bar.py"/>
        <source>{done} of 1 paragraph</source>
        <translation>{done} av 1 avsnitt</translation>
    </message>
    <message>
        <location filename="../../ui/window/status_bar.py"/>
        <source>{done} of {total} paragraphs</source>
        <translation>{done} av {total} avsnitt</translation>
    </message>
    <message>
        <location filename="../../ui/window/status_bar.py"/>
        <source>{percent} per cent translated</source>
        <translation>{percent} prosent oversatt</translation>
    </message>
    <message>
        <location filename="../../ui/window/status_bar.py"/>
        <source>{speed} words a second</source>
        <translation>{speed} ord i sekundet</translation>
    </message>
</context>
<context>
    <name>Workspace</name>
    <message>
        <location filename="../../ui/session/session.py"/>
        <source>{problem} Another package translates instead.</source>
        <translation>{problem} En annen pakke brukes i stedet.</translation>
    </message>
</context>
<context>
    <name>Writing</name>
    <message>
        <location filename="../../ui/session/export_job.py"/>
        <source>“{name}” was not written, because the translation was stopped.</source>
        <translation>«{name}» ble ikke lagret, fordi oversettelsen ble stoppet.</translation>
    </message>
    <message>
        <location filename="../../ui/session/export_job.py"/>
        <source>“{name}” will be written when the translation is done.</source>
        <translation>«{name}» blir lagret når oversettelsen er ferdig.</translation>
    </message>
</context>
<context>
    <name>WritingDialog</name>
    <message>
        <location filename="../../ui/export/writing_dialog.py"/>
        <source>Cancel</source>
        <translation>Avbryt</translation>
    </message>
    <message>
        <location filename="../../ui/export/writing_dialog.py"/>
        <source>Close</source>
        <translation>Lukk</translation>
    </message>
    <message>
        <location filename="../../ui/export/writing_dialog.py"/>
        <source>Progress of the export</source>
        <translation>Eksportens framdrift</translation>
    </message>
</context>
<context>
    <name>reader</name>
    <message>
        <location filename="../../reader/packages/install.py"/>
        <source>A package cannot be written to “{path}”: {reason}.</source>
        <translation>En pakke kan ikke skrives til «{path}»: {reason}.</translation>
    </message>
    <message>
        <location filename="../../reader/text/languages.py"/>
        <source>Albanian</source>
        <translation>albansk</translation>
    </message>
    <message>
        <location filename="../../reader/packages/manager.py"/>
        <source>Another package is just being installed; try again when that is done.</source>
        <translation>En annen pakke blir installert akkurat nå; prøv igjen når det er gjort.</translation>
    </message>
    <message>
        <location filename="../../reader/memory/database.py"/>
        <source>Another program holds on to the memory of translations; some are not remembered.</source>
        <translation>Et annet program bruker oversettelsesminnet. Noen oversettelser blir ikke husket.</translation>
    </message>
    <message>
        <location filename="../../reader/packages/manager.py"/>
        <source>Another program is downloading this package already; wait until it is done.</source>
        <translation>Et annet program laster allerede ned denne pakken. Vent til det er ferdig.</translation>
    </message>
    <message>
        <location filename="../../reader/packages/install.py"/>
        <source>Another program is just installing a package; try again when it is done.</source>
        <translation>Et annet program holder på å installere en pakke. Prøv igjen når det er ferdig.</translation>
    </message>
    <message>
        <location filename="../../reader/text/languages.py"/>
        <source>Arabic</source>
        <translation>arabisk</translation>
    </message>
    <message>
        <location filename="../../reader/packages/argos.py"/>
        <source>Argos Translate cannot make its folders ({folder}).</source>
        <translation>Argos Translate kan ikke opprette mappene sine ({folder}).</translation>
    </message>
    <message>
        <location filename="../../reader/text/languages.py"/>
        <source>Azerbaijani</source>
        <translation>aserbajdsjansk</translation>
    </message>
    <message>
        <location filename="../../reader/text/languages.py"/>
        <source>Basque</source>
        <translation>baskisk</translation>
    </message>
    <message>
        <location filename="../../reader/text/languages.py"/>
        <source>Bengali</source>
        <translation>bengali</translation>
    </message>
    <message>
        <location filename="../../reader/memory/database.py"/>
        <source>Both copies of your edits were damaged; some edits may be missing.</source>
        <translation>Begge kopiene av endringene dine var skadet. Noen av dem kan mangle.</translation>
    </message>
    <message>
        <location filename="../../reader/text/languages.py"/>
        <source>Bulgarian</source>
        <translation>bulgarsk</translation>
    </message>
    <message>
        <location filename="../../reader/text/languages.py"/>
        <source>Catalan</source>
        <translation>katalansk</translation>
    </message>
    <message>
        <location filename="../../reader/text/languages.py"/>
        <source>Chinese</source>
        <translation>kinesisk</translation>
    </message>
    <message>
        <location filename="../../reader/text/languages.py"/>
        <source>Chinese (traditional)</source>
        <translation>kinesisk (tradisjonell)</translation>
    </message>
    <message>
        <location filename="../../reader/text/languages.py"/>
        <source>Czech</source>
        <translation>tsjekkisk</translation>
    </message>
    <message>
        <location filename="../../reader/text/languages.py"/>
        <source>Danish</source>
        <translation>dansk</translation>
    </message>
    <message>
        <location filename="../../reader/text/languages.py"/>
        <source>Dutch</source>
        <translation>nederlandsk</translation>
    </message>
    <message>
        <location filename="../../reader/text/languages.py"/>
        <source>English</source>
        <translation>engelsk</translation>
    </message>
    <message>
        <location filename="../../reader/text/languages.py"/>
        <source>Esperanto</source>
        <translation>esperanto</translation>
    </message>
    <message>
        <location filename="../../reader/text/languages.py"/>
        <source>Estonian</source>
        <translation>estisk</translation>
    </message>
    <message>
        <location filename="../../reader/text/languages.py"/>
        <source>Finnish</source>
        <translation>finsk</translation>
    </message>
    <message>
        <location filename="../../reader/text/languages.py"/>
        <source>French</source>
        <translation>fransk</translation>
    </message>
    <message>
        <location filename="../../reader/text/languages.py"/>
        <source>Galician</source>
        <translation>galisisk</translation>
    </message>
    <message>
        <location filename="../../reader/text/languages.py"/>
        <source>German</source>
        <translation>tysk</translation>
    </message>
    <message>
        <location filename="../../reader/text/languages.py"/>
        <source>Greek</source>
        <translation>gresk</translation>
    </message>
    <message>
        <location filename="../../reader/text/languages.py"/>
        <source>Hebrew</source>
        <translation>hebraisk</translation>
    </message>
    <message>
        <location filename="../../reader/text/languages.py"/>
        <source>Hindi</source>
        <translation>hindi</translation>
    </message>
    <message>
        <location filename="../../reader/text/languages.py"/>
        <source>Hungarian</source>
        <translation>ungarsk</translation>
    </message>
    <message>
        <location filename="../../reader/text/languages.py"/>
        <source>Icelandic</source>
        <translation>islandsk</translation>
    </message>
    <message>
        <location filename="../../reader/text/languages.py"/>
        <source>Indonesian</source>
        <translation>indonesisk</translation>
    </message>
    <message>
        <location filename="../../reader/text/languages.py"/>
        <source>Irish</source>
        <translation>irsk</translation>
    </message>
    <message>
        <location filename="../../reader/packages/outcomes.py"/>
        <source>It could not be tried; perhaps there is too little memory.</source>
        <translation>Den kunne ikke prøves; kanskje er det for lite minne.</translation>
    </message>
    <message>
        <location filename="../../reader/packages/argos.py"/>
        <source>It has no metadata.json.</source>
        <translation>Den har ingen metadata.json.</translation>
    </message>
    <message>
        <location filename="../../reader/text/languages.py"/>
        <source>Italian</source>
        <translation>italiensk</translation>
    </message>
    <message>
        <location filename="../../reader/packages/argos.py"/>
        <source>Its metadata.json cannot be read.</source>
        <translation>Pakkens metadata.json kan ikke leses.</translation>
    </message>
    <message>
        <location filename="../../reader/packages/outcomes.py"/>
        <source>Its model did not answer within a minute.</source>
        <translation>Modellen svarte ikke innen ett minutt.</translation>
    </message>
    <message>
        <location filename="../../reader/packages/outcomes.py"/>
        <source>Its model does not load, or does not translate.</source>
        <translation>Modellen lar seg ikke laste inn, eller den oversetter ikke.</translation>
    </message>
    <message>
        <location filename="../../reader/text/languages.py"/>
        <source>Japanese</source>
        <translation>japansk</translation>
    </message>
    <message>
        <location filename="../../reader/text/languages.py"/>
        <source>Korean</source>
        <translation>koreansk</translation>
    </message>
    <message>
        <location filename="../../reader/text/languages.py"/>
        <source>Kyrgyz</source>
        <translation>kirgisisk</translation>
    </message>
    <message>
        <location filename="../../reader/text/languages.py"/>
        <source>Latvian</source>
        <translation>latvisk</translation>
    </message>
    <message>
        <location filename="../../reader/text/languages.py"/>
        <source>Lithuanian</source>
        <translation>litauisk</translation>
    </message>
    <message>
        <location filename="../../reader/text/languages.py"/>
        <source>Malay</source>
        <translation>malayisk</translation>
    </message>
    <message>
        <location filename="../../reader/packages/package.py"/>
        <source>No language package for {source} to {target} is installed ({package}: {reason}).</source>
        <translation>Ingen språkpakke fra {source} til {target} er installert ({package}: {reason}).</translation>
    </message>
    <message>
        <location filename="../../reader/packages/package.py"/>
        <source>No language package for {source} to {target} is installed.</source>
        <translation>Ingen språkpakke fra {source} til {target} er installert.</translation>
    </message>
    <message>
        <location filename="../../reader/packages/download.py"/>
        <source>None of the servers has this package any more; refresh the list of packages, it may be out of date.</source>
        <translation>Ingen av serverne har denne pakken lenger. Hent pakkelisten på nytt, for den kan være utdatert.</translation>
    </message>
    <message>
        <location filename="../../reader/text/languages.py"/>
        <source>Norwegian Bokmål</source>
        <translation>norsk bokmål</translation>
    </message>
    <message>
        <location filename="../../reader/text/languages.py"/>
        <source>Norwegian Nynorsk</source>
        <translation>nynorsk</translation>
    </message>
    <message>
        <location filename="../../reader/memory/database.py"/>
        <source>One edit of yours was missing from the memory of translations; it was restored.</source>
        <translation>En av endringene dine manglet i oversettelsesminnet. Den er hentet tilbake.</translation>
    </message>
    <message>
        <location filename="../../reader/text/languages.py"/>
        <source>Persian</source>
        <translation>persisk</translation>
    </message>
    <message>
        <location filename="../../reader/text/languages.py"/>
        <source>Polish</source>
        <translation>polsk</translation>
    </message>
    <message>
        <location filename="../../reader/text/languages.py"/>
        <source>Portuguese</source>
        <translation>portugisisk</translation>
    </message>
    <message>
        <location filename="../../reader/text/languages.py"/>
        <source>Portuguese (Brazil)</source>
        <translation>portugisisk (Brasil)</translation>
    </message>
    <message>
        <location filename="../../reader/text/languages.py"/>
        <source>Romanian</source>
        <translation>rumensk</translation>
    </message>
    <message>
        <location filename="../../reader/text/languages.py"/>
        <source>Russian</source>
        <translation>russisk</translation>
    </message>
    <message>
        <location filename="../../reader/text/languages.py"/>
        <source>Slovak</source>
        <translation>slovakisk</translation>
    </message>
    <message>
        <location filename="../../reader/text/languages.py"/>
        <source>Slovenian</source>
        <translation>slovensk</translation>
    </message>
    <message>
        <location filename="../../reader/errors.py"/>
        <source>Something unexpected went wrong inside Tospalt ({type}).</source>
        <translation>Noe uventet gikk galt i Tospalt ({type}).</translation>
    </message>
    <message>
        <location filename="../../reader/text/languages.py"/>
        <source>Spanish</source>
        <translation>spansk</translation>
    </message>
    <message>
        <location filename="../../reader/text/languages.py"/>
        <source>Swedish</source>
        <translation>svensk</translation>
    </message>
    <message>
        <location filename="../../reader/text/languages.py"/>
        <source>Tagalog</source>
        <translation>tagalog</translation>
    </message>
    <message>
        <location filename="../../reader/text/languages.py"/>
        <source>Thai</source>
        <translation>thai</translation>
    </message>
    <message>
        <location filename="../../reader/files.py"/>
        <source>That is not the name of a file.</source>
        <translation>Det er ikke et filnavn.</translation>
    </message>
    <message>
        <location filename="../../reader/export/pdf/document.py"/>
        <source>The PDF cannot be made: its pages could not be set.</source>
        <translation>PDF-en kan ikke lages: Sidene kunne ikke settes.</translation>
    </message>
    <message>
        <location filename="../../reader/export/pdf/typesetter.py"/>
        <source>The PDF cannot be made: the program that sets its pages cannot be started.</source>
        <translation>PDF-en kan ikke lages: Programmet som setter sidene, kan ikke startes.</translation>
    </message>
    <message>
        <location filename="../../reader/export/pdf/typesetter.py"/>
        <source>The PDF cannot be made: the program that sets its pages stopped before it was done.</source>
        <translation>PDF-en kan ikke lages: Programmet som setter sidene, stoppet før det var ferdig.</translation>
    </message>
    <message>
        <location filename="../../reader/packages/download.py"/>
        <source>The connection to {host} was cut; try again.</source>
        <translation>Forbindelsen til {host} ble brutt. Prøv igjen.</translation>
    </message>
    <message>
        <location filename="../../reader/memory/database.py"/>
        <source>The disk is full; new translations are not remembered until there is room on it.</source>
        <translation>Disken er full. Nye oversettelser blir ikke husket før det er plass.</translation>
    </message>
    <message>
        <location filename="../../reader/packages/download.py"/>
        <source>The file on {host} has changed; it is fetched anew.</source>
        <translation>Filen på {host} er endret og lastes ned på nytt.</translation>
    </message>
    <message>
        <location filename="../../reader/engine/attention.py"/>
        <source>The language model could not align this text.</source>
        <translation>Språkmodellen klarte ikke å koble ordene i denne teksten.</translation>
    </message>
    <message>
        <location filename="../../reader/engine/nmt_model.py"/>
        <source>The language model could not translate this text.</source>
        <translation>Språkmodellen klarte ikke å oversette denne teksten.</translation>
    </message>
    <message>
        <location filename="../../reader/translation/forward.py"/>
        <source>The language model gave no translation.</source>
        <translation>Språkmodellen ga ingen oversettelse.</translation>
    </message>
    <message>
        <location filename="../../reader/packages/index.py"/>
        <source>The list of packages that the server sent has no packages in it; try again later.</source>
        <translation>Pakkelisten fra serveren er tom. Prøv igjen senere.</translation>
    </message>
    <message>
        <location filename="../../reader/library.py"/>
        <source>The list of your documents was damaged; it was kept as “{kept}” and a new one begun.</source>
        <translation>Listen over dokumentene dine var skadet. Den er tatt vare på som «{kept}», og en ny er påbegynt.</translation>
    </message>
    <message>
        <location filename="../../reader/library.py"/>
        <source>The list of your documents, “{file}”, cannot be read: {reason}.</source>
        <translation>Listen over dokumentene dine, «{file}», kan ikke leses: {reason}.</translation>
    </message>
    <message>
        <location filename="../../reader/memory/database.py"/>
        <source>The memory of translations was damaged; it was kept as “{detail}” and a new one begun, in which some of your own wordings may be missing.</source>
        <translation>Oversettelsesminnet var skadet. Det er tatt vare på som «{detail}», og et nytt er påbegynt. Noen av dine egne formuleringer kan mangle i det.</translation>
    </message>
    <message>
        <location filename="../../reader/memory/database.py"/>
        <source>The memory of translations was damaged; it was kept as “{detail}” and a new one begun.</source>
        <translation>Oversettelsesminnet var skadet. Det er tatt vare på som «{detail}», og et nytt er påbegynt.</translation>
    </message>
    <message>
        <location filename="../../reader/memory/database.py"/>
        <source>The memory of translations was damaged; it was kept as “{detail}” and a new one begun. One edit of yours was restored.</source>
        <translation>Oversettelsesminnet var skadet. Det er tatt vare på som «{detail}», og et nytt er påbegynt. En av endringene dine er hentet tilbake.</translation>
    </message>
    <message>
        <location filename="../../reader/memory/database.py"/>
        <source>The memory of translations was damaged; it was kept as “{detail}” and a new one begun. {count} of your edits were restored.</source>
        <translation>Oversettelsesminnet var skadet. Det er tatt vare på som «{detail}», og et nytt er påbegynt. {count} av endringene dine er hentet tilbake.</translation>
    </message>
    <message>
        <location filename="../../reader/memory/database.py"/>
        <source>The memory of translations, “{file}”, cannot be used: {detail}; new translations are not remembered.</source>
        <translation>Oversettelsesminnet, «{file}», kan ikke brukes: {detail}. Nye oversettelser blir ikke husket.</translation>
    </message>
    <message>
        <location filename="../../reader/memory/database.py"/>
        <source>The memory of translations, “{file}”, is from a newer Tospalt; this one leaves it alone.</source>
        <translation>Oversettelsesminnet, «{file}», er laget av en nyere utgave av Tospalt og blir ikke rørt.</translation>
    </message>
    <message>
        <location filename="../../reader/memory/database.py"/>
        <source>The memory of translations, “{file}”, is on a network drive or the like; it is kept there in a slower way that is safe.</source>
        <translation>Oversettelsesminnet, «{file}», ligger på en nettverksdisk eller lignende. Der lagres det på en langsommere måte som er trygg.</translation>
    </message>
    <message>
        <location filename="../../reader/packages/installed.py"/>
        <source>The model is damaged.</source>
        <translation>Modellen er skadet.</translation>
    </message>
    <message>
        <location filename="../../reader/packages/installed.py"/>
        <source>The model is missing.</source>
        <translation>Modellen mangler.</translation>
    </message>
    <message>
        <location filename="../../reader/engine/trial_process.py"/>
        <source>The model of {name} translates to nothing.</source>
        <translation>Modellen i {name} gir tomme oversettelser.</translation>
    </message>
    <message>
        <location filename="../../reader/packages/loading.py"/>
        <source>The model of {package} cannot be loaded; install the package again.</source>
        <translation>Modellen i {package} kan ikke lastes inn. Installer pakken på nytt.</translation>
    </message>
    <message>
        <location filename="../../reader/packages/members.py"/>
        <source>The package has far more files in it than a language package has.</source>
        <translation>Pakken inneholder langt flere filer enn en språkpakke har.</translation>
    </message>
    <message>
        <location filename="../../reader/packages/members.py"/>
        <source>The package has something in it that no language package has (“{name}”).</source>
        <translation>Pakken inneholder noe som ikke hører hjemme i en språkpakke («{name}»).</translation>
    </message>
    <message>
        <location filename="../../reader/engine/engine_pool.py"/>
        <source>The package in “{folder}” cannot be used: {reason}.</source>
        <translation>Pakken i «{folder}» kan ikke brukes: {reason}.</translation>
    </message>
    <message>
        <location filename="../../reader/packages/install.py"/>
        <source>The package is for other languages: {source} to {target}. It was not installed.</source>
        <translation>Pakken er for andre språk: {source} til {target}. Den ble ikke installert.</translation>
    </message>
    <message>
        <location filename="../../reader/packages/archive.py"/>
        <source>The package is none for translating.</source>
        <translation>Pakken er ikke laget for oversettelse.</translation>
    </message>
    <message>
        <location filename="../../reader/packages/members.py"/>
        <source>The package would unpack to far more than a language package has; it was not unpacked.</source>
        <translation>Utpakket ville pakken blitt langt større enn en språkpakke er. Den ble ikke pakket ut.</translation>
    </message>
    <message>
        <location filename="../../reader/packages/install.py"/>
        <source>The package {name} {version} does not work, so it was not installed: {reason}</source>
        <translation>Pakken {name} {version} virker ikke og ble derfor ikke installert: {reason}</translation>
    </message>
    <message>
        <location filename="../../reader/packages/checksums.py"/>
        <source>The package {name} {version} is not the one that was installed on {date}: its SHA-256 was {expected} and is now {found}.</source>
        <translation>Pakken {name} {version} er ikke den som ble installert {date}: SHA-256-summen var {expected} og er nå {found}.</translation>
    </message>
    <message>
        <location filename="../../reader/packages/outcomes.py"/>
        <source>The package {package} could not be tried, perhaps for lack of memory; it will be tried again at the next start.</source>
        <translation>Pakken {package} kunne ikke prøves, kanskje fordi det er for lite minne; den prøves igjen ved neste oppstart.</translation>
    </message>
    <message>
        <location filename="../../reader/packages/outcomes.py"/>
        <source>The package {package} did not answer within a minute; it will be tried again tomorrow.</source>
        <translation>Pakken {package} svarte ikke innen ett minutt; den prøves igjen i morgen.</translation>
    </message>
    <message>
        <location filename="../../reader/packages/outcomes.py"/>
        <source>The package {package} does not work; install it again.</source>
        <translation>Pakken {package} virker ikke. Installer den på nytt.</translation>
    </message>
    <message>
        <location filename="../../reader/engine/engine_pool.py"/>
        <source>The package {package} is not there any more.</source>
        <translation>Pakken {package} finnes ikke lenger.</translation>
    </message>
    <message>
        <location filename="../../reader/packages/archive.py"/>
        <source>The package's metadata.json cannot be read.</source>
        <translation>Pakkens metadata.json kan ikke leses.</translation>
    </message>
    <message>
        <location filename="../../reader/packages/archive.py"/>
        <source>The package's metadata.json does not name its languages and version.</source>
        <translation>Pakkens metadata.json oppgir ikke språk og versjon.</translation>
    </message>
    <message>
        <location filename="../../reader/packages/network.py"/>
        <source>The proxy {host} does not let this connection through (status {code}).</source>
        <translation>Mellomtjeneren {host} slipper ikke denne forbindelsen gjennom (status {code}).</translation>
    </message>
    <message>
        <location filename="../../reader/memory/database.py"/>
        <source>The second copy of your edits cannot be written: {detail}; until it can, they stand in “{file}” only.</source>
        <translation>Den andre kopien av endringene dine kan ikke skrives: {detail}. Inntil det går, står de bare i «{file}».</translation>
    </message>
    <message>
        <location filename="../../reader/memory/database.py"/>
        <source>The second copy of your edits, “{file}.edits”, was damaged; it was written anew.</source>
        <translation>Den andre kopien av endringene dine, «{file}.edits», var skadet. Den er skrevet på nytt.</translation>
    </message>
    <message>
        <location filename="../../reader/packages/manager.py"/>
        <source>The server gives version {version} of the package instead of {wanted}. It was not installed.</source>
        <translation>Serveren gir versjon {version} av pakken i stedet for {wanted}. Den ble ikke installert.</translation>
    </message>
    <message>
        <location filename="../../reader/packages/network.py"/>
        <source>The server that answers as {host} cannot prove that it is; somebody may be listening, or the clock of this computer is wrong.</source>
        <translation>Serveren som svarer som {host}, kan ikke bevise hvem den er. Noen kan lytte på forbindelsen, eller klokken på datamaskinen går feil.</translation>
    </message>
    <message>
        <location filename="../../reader/packages/network.py"/>
        <source>The server {host} cannot be found; is this computer online?</source>
        <translation>Serveren {host} ble ikke funnet. Har datamaskinen nettforbindelse?</translation>
    </message>
    <message>
        <location filename="../../reader/packages/network.py"/>
        <source>The server {host} does not answer; try again later.</source>
        <translation>Serveren {host} svarer ikke. Prøv igjen senere.</translation>
    </message>
    <message>
        <location filename="../../reader/packages/network.py"/>
        <source>The server {host} is not able to answer at present (status {code}); try again later.</source>
        <translation>Serveren {host} kan ikke svare akkurat nå (status {code}). Prøv igjen senere.</translation>
    </message>
    <message>
        <location filename="../../reader/packages/network.py"/>
        <source>The server {host} no longer has this file (status {code}).</source>
        <translation>Serveren {host} har ikke denne filen lenger (status {code}).</translation>
    </message>
    <message>
        <location filename="../../reader/packages/network.py"/>
        <source>The server {host} refuses this request (status {code}).</source>
        <translation>Serveren {host} avviser forespørselen (status {code}).</translation>
    </message>
    <message>
        <location filename="../../reader/packages/download.py"/>
        <source>The server {host} sends more than it should.</source>
        <translation>Serveren {host} sender mer enn den skal.</translation>
    </message>
    <message>
        <location filename="../../reader/packages/network.py"/>
        <source>The server {host} sends us on to an address that is not secure.</source>
        <translation>Serveren {host} viser videre til en adresse som ikke er sikker.</translation>
    </message>
    <message>
        <location filename="../../reader/packages/network.py"/>
        <source>The server {host} takes no connections; try again later.</source>
        <translation>Serveren {host} tar ikke imot forbindelser. Prøv igjen senere.</translation>
    </message>
    <message>
        <location filename="../../reader/settings_file.py"/>
        <source>The settings in “{file}” cannot be read; the usual ones are used.</source>
        <translation>Innstillingene i «{file}» kan ikke leses. Standardinnstillingene brukes.</translation>
    </message>
    <message>
        <location filename="../../reader/settings_file.py"/>
        <source>The settings were damaged; they were kept as “{kept}” and written anew.</source>
        <translation>Innstillingene var skadet. De er tatt vare på som «{kept}» og skrevet på nytt.</translation>
    </message>
    <message>
        <location filename="../../reader/settings_file.py"/>
        <source>The settings were damaged; they were kept as “{kept}”, and the usual ones are used.</source>
        <translation>Innstillingene var skadet. De er tatt vare på som «{kept}», og standardinnstillingene brukes.</translation>
    </message>
    <message>
        <location filename="../../reader/packages/installed.py"/>
        <source>The tokenizer is missing.</source>
        <translation>Tokenisatoren mangler.</translation>
    </message>
    <message>
        <location filename="../../reader/packages/tokenizers.py"/>
        <source>The tokenizer of {package} cannot be read; install the package again.</source>
        <translation>Tokenisatoren i {package} kan ikke leses. Installer pakken på nytt.</translation>
    </message>
    <message>
        <location filename="../../reader/memory/tmx_import.py"/>
        <source>The translations of “{path}” cannot be remembered on this disk.</source>
        <translation>Oversettelsene i «{path}» kan ikke huskes på denne disken.</translation>
    </message>
    <message>
        <location filename="../../reader/packages/download.py"/>
        <source>There is no address to ask.</source>
        <translation>Det finnes ingen adresse å spørre.</translation>
    </message>
    <message>
        <location filename="../../reader/packages/download.py"/>
        <source>There is no address to get this package from.</source>
        <translation>Det finnes ingen adresse å hente denne pakken fra.</translation>
    </message>
    <message>
        <location filename="../../reader/formats/reading.py"/>
        <source>There is no text to read.</source>
        <translation>Det er ingen tekst å lese.</translation>
    </message>
    <message>
        <location filename="../../reader/errors.py"/>
        <source>There is not enough memory for this.</source>
        <translation>Det er ikke nok minne til dette.</translation>
    </message>
    <message>
        <location filename="../../reader/packages/install.py"/>
        <source>There is not enough room for the package: {needed} MB are needed, and {free} MB are free on the disk of “{path}”.</source>
        <translation>Det er ikke nok plass til pakken: Den trenger {needed} MB, og det er {free} MB ledig på disken med «{path}».</translation>
    </message>
    <message>
        <location filename="../../reader/settings_file.py"/>
        <source>These settings have values that this version of Tospalt does not know; the usual ones are used: {names}.</source>
        <translation>Disse innstillingene har verdier som denne versjonen av Tospalt ikke kjenner, så standardverdiene brukes: {names}.</translation>
    </message>
    <message>
        <location filename="../../reader/packages/checksums.py"/>
        <source>This is not the official package {name} {version}: its SHA-256 is {found} instead of {expected}. It was not installed.</source>
        <translation>Dette er ikke den offisielle pakken {name} {version}: SHA-256-summen er {found} i stedet for {expected}. Den ble ikke installert.</translation>
    </message>
    <message>
        <location filename="../../reader/text/languages.py"/>
        <source>Turkish</source>
        <translation>tyrkisk</translation>
    </message>
    <message>
        <location filename="../../reader/text/languages.py"/>
        <source>Ukrainian</source>
        <translation>ukrainsk</translation>
    </message>
    <message>
        <location filename="../../reader/text/languages.py"/>
        <source>Urdu</source>
        <translation>urdu</translation>
    </message>
    <message>
        <location filename="../../reader/packages/index.py"/>
        <source>What the server sent is no list of packages; perhaps the network asks you to sign in first.</source>
        <translation>Det serveren sendte, er ikke en pakkeliste. Kanskje du må logge på nettverket først.</translation>
    </message>
    <message>
        <location filename="../../reader/packages/download.py"/>
        <source>What {host} sent is no language package; perhaps the network asks you to sign in first.</source>
        <translation>Det {host} sendte, er ikke en språkpakke. Kanskje du må logge på nettverket først.</translation>
    </message>
    <message>
        <location filename="../../reader/errors.py"/>
        <source>a part of its path is not a folder</source>
        <translation>en del av banen er ikke en mappe</translation>
    </message>
    <message>
        <location filename="../../reader/errors.py"/>
        <source>another program is using it</source>
        <translation>et annet program bruker den</translation>
    </message>
    <message>
        <location filename="../../reader/memory/database.py"/>
        <source>it cannot be opened</source>
        <translation>det kan ikke åpnes</translation>
    </message>
    <message>
        <location filename="../../reader/errors.py"/>
        <source>it is a folder</source>
        <translation>det er en mappe</translation>
    </message>
    <message>
        <location filename="../../reader/memory/memory.py"/>
        <source>it is damaged</source>
        <translation>det er skadet</translation>
    </message>
    <message>
        <location filename="../../reader/files.py"/>
        <source>it is not an ordinary file</source>
        <translation>det er ikke en vanlig fil</translation>
    </message>
    <message>
        <location filename="../../reader/memory/database.py"/>
        <source>it is read-only</source>
        <translation>det er skrivebeskyttet</translation>
    </message>
    <message>
        <location filename="../../reader/files.py"/>
        <source>it is too large</source>
        <translation>den er for stor</translation>
    </message>
    <message>
        <location filename="../../reader/errors.py"/>
        <source>it is too large for the disk</source>
        <translation>den er for stor for disken</translation>
    </message>
    <message>
        <location filename="../../reader/errors.py"/>
        <source>its links lead round in a circle</source>
        <translation>lenkene går i ring</translation>
    </message>
    <message>
        <location filename="../../reader/errors.py"/>
        <source>its name is not allowed there</source>
        <translation>navnet er ikke tillatt der</translation>
    </message>
    <message>
        <location filename="../../reader/errors.py"/>
        <source>its name is too long</source>
        <translation>navnet er for langt</translation>
    </message>
    <message>
        <location filename="../../reader/packages/installed.py"/>
        <source>metadata.json does not name its languages.</source>
        <translation>metadata.json oppgir ikke språkene.</translation>
    </message>
    <message>
        <location filename="../../reader/errors.py"/>
        <source>no space left on device</source>
        <translation>det er ikke mer plass på disken</translation>
    </message>
    <message>
        <location filename="../../reader/errors.py"/>
        <source>no such file or directory</source>
        <translation>filen eller mappen finnes ikke</translation>
    </message>
    <message>
        <location filename="../../reader/errors.py"/>
        <source>permission denied</source>
        <translation>du har ikke tilgang</translation>
    </message>
    <message>
        <location filename="../../reader/errors.py"/>
        <source>the disk does not read or write it</source>
        <translation>lesing fra eller skriving til disken mislyktes</translation>
    </message>
    <message>
        <location filename="../../reader/errors.py"/>
        <source>the disk is not there any more</source>
        <translation>disken er ikke tilkoblet lenger</translation>
    </message>
    <message>
        <location filename="../../reader/errors.py"/>
        <source>the disk is read-only</source>
        <translation>disken er skrivebeskyttet</translation>
    </message>
    <message>
        <location filename="../../reader/errors.py"/>
        <source>the network folder is not there any more</source>
        <translation>nettverksmappen er ikke tilgjengelig lenger</translation>
    </message>
    <message>
        <location filename="../../reader/errors.py"/>
        <source>the system does not permit it</source>
        <translation>systemet tillater det ikke</translation>
    </message>
    <message>
        <location filename="../../reader/errors.py"/>
        <source>there is not enough memory</source>
        <translation>det er ikke nok minne</translation>
    </message>
    <message>
        <location filename="../../reader/errors.py"/>
        <source>too many files are open</source>
        <translation>for mange filer er åpne</translation>
    </message>
    <message>
        <location filename="../../reader/errors.py"/>
        <source>your share of the disk is used up</source>
        <translation>diskkvoten din er brukt opp</translation>
    </message>
    <message>
        <location filename="../../reader/memory/database.py"/>
        <source>{count} of your edits were missing from the memory of translations; they were restored.</source>
        <translation>{count} av endringene dine manglet i oversettelsesminnet. De er hentet tilbake.</translation>
    </message>
    <message>
        <location filename="../../reader/errors.py"/>
        <source>{file}: {reason}.</source>
        <translation>{file}: {reason}.</translation>
    </message>
    <message>
        <location filename="../../reader/packages/archive.py"/>
        <source>“{file}” cannot be read: {reason}.</source>
        <translation>«{file}» kan ikke leses: {reason}.</translation>
    </message>
    <message>
        <location filename="../../reader/packages/archive.py"/>
        <source>“{file}” is damaged, or no language package; get it again.</source>
        <translation>«{file}» er skadet eller er ikke en språkpakke. Hent den på nytt.</translation>
    </message>
    <message>
        <location filename="../../reader/packages/archive.py"/>
        <source>“{file}” is no language package: it has no metadata.json.</source>
        <translation>«{file}» er ikke en språkpakke: Den har ingen metadata.json.</translation>
    </message>
    <message>
        <location filename="../../reader/packages/archive.py"/>
        <source>“{file}” is not what its name says: inside is the package {source} to {target}, version {version}.</source>
        <translation>«{file}» er ikke det navnet sier: Den inneholder pakken {source} til {target}, versjon {version}.</translation>
    </message>
    <message>
        <location filename="../../reader/reference/alignment.py"/>
        <source>“{name}” cannot be laid beside a text that is not translated yet; translate it first.</source>
        <translation>«{name}» kan ikke legges ved siden av en tekst som ikke er oversatt ennå. Oversett den først.</translation>
    </message>
    <message>
        <location filename="../../reader/reference/alignment.py"/>
        <source>“{name}” does not seem to be a translation of this text.</source>
        <translation>«{name}» ser ikke ut til å være en oversettelse av denne teksten.</translation>
    </message>
    <message>
        <location filename="../../reader/packages/argos.py"/>
        <source>“{name}” in it is not an ordinary file.</source>
        <translation>«{name}» i den er ikke en vanlig fil.</translation>
    </message>
    <message>
        <location filename="../../reader/reference/alignment.py"/>
        <source>“{name}” is in {language} and not in {wanted}, the language of the translation.</source>
        <translation>«{name}» er på {language} og ikke på {wanted}, som er språket i oversettelsen.</translation>
    </message>
    <message>
        <location filename="../../reader/formats/decoding.py"/>
        <source>“{name}” is not a text file; Tospalt reads plain text and Markdown.</source>
        <translation>«{name}» er ikke en tekstfil. Tospalt leser ren tekst og Markdown.</translation>
    </message>
    <message>
        <location filename="../../reader/export/names.py"/>
        <source>“{path}” cannot be made: {reason}.</source>
        <translation>«{path}» kan ikke lages: {reason}.</translation>
    </message>
    <message>
        <location filename="../../reader/formats/reading.py"/>
        <source>“{path}” cannot be read: {reason}.</source>
        <translation>«{path}» kan ikke leses: {reason}.</translation>
    </message>
    <message>
        <location filename="../../reader/packages/install.py"/>
        <source>“{path}” cannot be removed: {reason}.</source>
        <translation>«{path}» kan ikke fjernes: {reason}.</translation>
    </message>
    <message>
        <location filename="../../reader/files.py"/>
        <source>“{path}” cannot be written: {reason}.</source>
        <translation>«{path}» kan ikke skrives: {reason}.</translation>
    </message>
    <message>
        <location filename="../../reader/memory/tmx_import.py"/>
        <source>“{path}” declares entities of its own, which Tospalt does not read.</source>
        <translation>«{path}» definerer egne entiteter, og det leser ikke Tospalt.</translation>
    </message>
    <message>
        <location filename="../../reader/formats/reading.py"/>
        <source>“{path}” does not exist.</source>
        <translation>«{path}» finnes ikke.</translation>
    </message>
    <message>
        <location filename="../../reader/export/names.py"/>
        <source>“{path}” exists already.</source>
        <translation>«{path}» finnes fra før.</translation>
    </message>
    <message>
        <location filename="../../reader/memory/tmx_import.py"/>
        <source>“{path}” has no translations between {source} and {target}.</source>
        <translation>«{path}» har ingen oversettelser mellom {source} og {target}.</translation>
    </message>
    <message>
        <location filename="../../reader/formats/reading.py"/>
        <source>“{path}” is a folder, not a document.</source>
        <translation>«{path}» er en mappe, ikke et dokument.</translation>
    </message>
    <message>
        <location filename="../../reader/formats/reading.py"/>
        <source>“{path}” is empty.</source>
        <translation>«{path}» er tom.</translation>
    </message>
    <message>
        <location filename="../../reader/memory/tmx_import.py"/>
        <source>“{path}” is in an encoding that Tospalt does not read.</source>
        <translation>«{path}» har en tegnkoding som Tospalt ikke leser.</translation>
    </message>
    <message>
        <location filename="../../reader/memory/tmx_import.py"/>
        <source>“{path}” is no TMX file.</source>
        <translation>«{path}» er ikke en TMX-fil.</translation>
    </message>
    <message>
        <location filename="../../reader/memory/tmx_import.py"/>
        <source>“{path}” is no sound TMX file: line {line}.</source>
        <translation>«{path}» er ikke en gyldig TMX-fil: linje {line}.</translation>
    </message>
    <message>
        <location filename="../../reader/export/names.py"/>
        <source>“{path}” is not a folder; several documents need one.</source>
        <translation>«{path}» er ikke en mappe; flere dokumenter trenger en.</translation>
    </message>
    <message>
        <location filename="../../reader/packages/install.py"/>
        <source>“{path}” is not among your own packages; it stays.</source>
        <translation>«{path}» er ikke en av dine egne pakker og blir ikke fjernet.</translation>
    </message>
    <message>
        <location filename="../../reader/formats/reading.py"/>
        <source>“{path}” is not an ordinary file.</source>
        <translation>«{path}» er ikke en vanlig fil.</translation>
    </message>
    <message>
        <location filename="../../reader/export/target.py"/>
        <source>“{path}” is the document itself; choose another name for the result.</source>
        <translation>«{path}» er selve dokumentet; velg et annet navn på resultatet.</translation>
    </message>
    <message>
        <location filename="../../reader/memory/tmx_import.py"/>
        <source>“{path}” is too large: Tospalt reads TMX files of up to {limit} MB.</source>
        <translation>«{path}» er for stor: Tospalt leser TMX-filer på opptil {limit} MB.</translation>
    </message>
    <message>
        <location filename="../../reader/formats/reading.py"/>
        <source>“{path}” is too large: it has {size} MB, and Tospalt opens texts of up to {limit} MB.</source>
        <translation>«{path}» er for stor: Den er på {size} MB, og Tospalt åpner tekster på opptil {limit} MB.</translation>
    </message>
    <message>
        <location filename="../../reader/export/writing.py"/>
        <source>“{path}” must end in one of {suffixes}.</source>
        <translation>Navnet «{path}» må slutte på en av disse: {suffixes}.</translation>
    </message>
</context>
</TS>
