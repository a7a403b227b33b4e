<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="nb_NO">
<context>
    <name>AboutDialog</name>
    <message>
        <location filename="../../ui/window/about_dialog.py"/>
        <source>&amp;Copy</source>
        <translation>&amp;Kopier</translation>
    </message>
    <message>
        <location filename="../../ui/window/about_dialog.py"/>
        <source>About Tospalt</source>
        <translation>Om Tospalt</translation>
    </message>
    <message>
        <location filename="../../ui/window/about_dialog.py"/>
        <source>Copied.</source>
        <translation>Kopiert.</translation>
    </message>
    <message>
        <location filename="../../ui/window/about_dialog.py"/>
        <source>Licence</source>
        <translation>Lisens</translation>
    </message>
    <message>
        <location filename="../../ui/window/about_dialog.py"/>
        <source>Licence of {name}</source>
        <translation>Lisens for {name}</translation>
    </message>
    <message>
        <location filename="../../ui/window/about_dialog.py"/>
        <source>Looking up versions and licences…</source>
        <translation>Henter versjoner og lisenser …</translation>
    </message>
    <message>
        <location filename="../../ui/window/about_dialog.py"/>
        <source>Name</source>
        <translation>Navn</translation>
    </message>
    <message>
        <location filename="../../ui/window/about_dialog.py"/>
        <source>Open folder</source>
        <translation>Åpne mappe</translation>
    </message>
    <message>
        <location filename="../../ui/window/about_dialog.py"/>
        <source>Show &amp;licence</source>
        <translation>Vis &amp;lisens</translation>
    </message>
    <message>
        <location filename="../../ui/window/about_dialog.py"/>
        <source>Shows a text and its translation side by side. Everything stays on this computer.</source>
        <translation>Viser en tekst og oversettelsen av den side om side. Alt blir værende på denne datamaskinen.</translation>
    </message>
    <message>
        <location filename="../../ui/window/about_dialog.py"/>
        <source>Version</source>
        <translation>Versjon</translation>
    </message>
    <message>
        <location filename="../../ui/window/about_dialog.py"/>
        <source>Versions and licences</source>
        <translation>Versjoner og lisenser</translation>
    </message>
</context>
<context>
    <name>Actions</name>
    <message>
        <location filename="../../ui/window/actions.py"/>
        <source>&amp;About Tospalt</source>
        <translation>&amp;Om Tospalt</translation>
    </message>
    <message>
        <location filename="../../ui/window/actions.py"/>
        <source>&amp;Automatic</source>
        <translation>&amp;Automatisk</translation>
    </message>
    <message>
        <location filename="../../ui/window/actions.py"/>
        <source>&amp;Back</source>
        <translation>Til&amp;bake</translation>
    </message>
    <message>
        <location filename="../../ui/window/actions.py"/>
        <source>&amp;Back-translation</source>
        <translation>Til&amp;bakeoversettelse</translation>
    </message>
    <message>
        <location filename="../../ui/window/actions.py"/>
        <source>&amp;Cancel</source>
        <translation>&amp;Avbryt</translation>
    </message>
    <message>
        <location filename="../../ui/window/actions.py"/>
        <source>&amp;Code page 850 (DOS, Western European)</source>
        <translation>&amp;Kodetabell 850 (DOS, vesteuropeisk)</translation>
    </message>
    <message>
        <location filename="../../ui/window/actions.py"/>
        <source>&amp;Columns</source>
        <translation>Kolonn&amp;er</translation>
    </message>
    <message>
        <location filename="../../ui/window/actions.py"/>
        <source>&amp;Compare with…</source>
        <translation>&amp;Sammenlign med …</translation>
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
        <source>&amp;Default text size</source>
        <translation>St&amp;andard tekststørrelse</translation>
    </message>
    <message>
        <location filename="../../ui/window/actions.py"/>
        <source>&amp;Detect language</source>
        <translation>&amp;Gjenkjenn språk</translation>
    </message>
    <message>
        <location filename="../../ui/window/actions.py"/>
        <source>&amp;Dismiss warnings about sentence</source>
        <translation>Av&amp;vis varsler om setning</translation>
    </message>
    <message>
        <location filename="../../ui/window/actions.py"/>
        <source>&amp;Divide here</source>
        <translation>&amp;Del her</translation>
    </message>
    <message>
        <location filename="../../ui/window/actions.py"/>
        <source>&amp;Edit</source>
        <translation>&amp;Rediger</translation>
    </message>
    <message>
        <location filename="../../ui/window/actions.py"/>
        <source>&amp;Edit sentence…</source>
        <translation>Re&amp;diger setning …</translation>
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
        <source>&amp;Give its last sentence on</source>
        <translation>&amp;Gi dens siste setning videre</translation>
    </message>
    <message>
        <location filename="../../ui/window/actions.py"/>
        <source>&amp;Go to paragraph…</source>
        <translation>&amp;Gå til avsnitt …</translation>
    </message>
    <message>
        <location filename="../../ui/window/actions.py"/>
        <source>&amp;Guide</source>
        <translation>&amp;Veiledning</translation>
    </message>
    <message>
        <location filename="../../ui/window/actions.py"/>
        <source>&amp;Help</source>
        <translation>&amp;Hjelp</translation>
    </message>
    <message>
        <location filename="../../ui/window/actions.py"/>
        <source>&amp;Hide column</source>
        <translation>Skjul &amp;kolonnen</translation>
    </message>
    <message>
        <location filename="../../ui/window/actions.py"/>
        <source>&amp;Hide until hovered</source>
        <translation>S&amp;kjul til du peker på teksten</translation>
    </message>
    <message>
        <location filename="../../ui/window/actions.py"/>
        <source>&amp;Human translation</source>
        <translation>Menneskelig &amp;oversettelse</translation>
    </message>
    <message>
        <location filename="../../ui/window/actions.py"/>
        <source>&amp;Join with next sentence</source>
        <translation>Slå sammen med &amp;neste setning</translation>
    </message>
    <message>
        <location filename="../../ui/window/actions.py"/>
        <source>&amp;Joined to paragraphs</source>
        <translation>&amp;Slått sammen til avsnitt</translation>
    </message>
    <message>
        <location filename="../../ui/window/actions.py"/>
        <source>&amp;Keep my words, change the rest…</source>
        <translation>Behold o&amp;rdene mine, endre resten …</translation>
    </message>
    <message>
        <location filename="../../ui/window/actions.py"/>
        <source>&amp;Keyboard shortcuts</source>
        <translation>&amp;Hurtigtaster</translation>
    </message>
    <message>
        <location filename="../../ui/window/actions.py"/>
        <source>&amp;Language</source>
        <translation>&amp;Språk</translation>
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
        <source>&amp;Lines of plain text</source>
        <translation>Lin&amp;jer i ren tekst</translation>
    </message>
    <message>
        <location filename="../../ui/window/actions.py"/>
        <source>&amp;Mac OS Roman</source>
        <translation>&amp;Mac OS Roman</translation>
    </message>
    <message>
        <location filename="../../ui/window/actions.py"/>
        <source>&amp;Narrower library</source>
        <translation>&amp;Smalere bibliotek</translation>
    </message>
    <message>
        <location filename="../../ui/window/actions.py"/>
        <source>&amp;New from clipboard</source>
        <translation>&amp;Nytt fra utklippstavlen</translation>
    </message>
    <message>
        <location filename="../../ui/window/actions.py"/>
        <source>&amp;Next part of window</source>
        <translation>&amp;Neste del av vinduet</translation>
    </message>
    <message>
        <location filename="../../ui/window/actions.py"/>
        <source>&amp;Notes</source>
        <translation>&amp;Notater</translation>
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
        <source>&amp;Original</source>
        <translation>Ori&amp;ginal</translation>
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
        <source>&amp;Pin or unpin sentence</source>
        <translation>F&amp;est eller løsne setning</translation>
    </message>
    <message>
        <location filename="../../ui/window/actions.py"/>
        <source>&amp;Previous part of window</source>
        <translation>&amp;Forrige del av vinduet</translation>
    </message>
    <message>
        <location filename="../../ui/window/actions.py"/>
        <source>&amp;Quit</source>
        <translation>&amp;Avslutt</translation>
    </message>
    <message>
        <location filename="../../ui/window/actions.py"/>
        <source>&amp;Redo</source>
        <translation>Gjør &amp;om</translation>
    </message>
    <message>
        <location filename="../../ui/window/actions.py"/>
        <source>&amp;Remove from library</source>
        <translation>&amp;Fjern fra biblioteket</translation>
    </message>
    <message>
        <location filename="../../ui/window/actions.py"/>
        <source>&amp;Save in translation memory…</source>
        <translation>&amp;Lagre i oversettelsesminnet …</translation>
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
        <source>&amp;Take its next sentence here</source>
        <translation>&amp;Ta dens neste setning hit</translation>
    </message>
    <message>
        <location filename="../../ui/window/actions.py"/>
        <source>&amp;Theme</source>
        <translation>&amp;Tema</translation>
    </message>
    <message>
        <location filename="../../ui/window/actions.py"/>
        <source>&amp;Title</source>
        <translation>&amp;Tittel</translation>
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
        <source>&amp;UTF-8</source>
        <translation>&amp;UTF-8</translation>
    </message>
    <message>
        <location filename="../../ui/window/actions.py"/>
        <source>&amp;Undo</source>
        <translation>&amp;Angre</translation>
    </message>
    <message>
        <location filename="../../ui/window/actions.py"/>
        <source>&amp;View</source>
        <translation>&amp;Vis</translation>
    </message>
    <message>
        <location filename="../../ui/window/actions.py"/>
        <source>&amp;Watched folders…</source>
        <translation>&amp;Overvåkede mapper …</translation>
    </message>
    <message>
        <location filename="../../ui/window/actions.py"/>
        <source>&amp;Wider library</source>
        <translation>&amp;Bredere bibliotek</translation>
    </message>
    <message>
        <location filename="../../ui/window/actions.py"/>
        <source>&amp;Wider translation</source>
        <translation>&amp;Bredere oversettelse</translation>
    </message>
    <message>
        <location filename="../../ui/window/actions.py"/>
        <source>&amp;Width of panels</source>
        <translation>B&amp;redde på panelene</translation>
    </message>
    <message>
        <location filename="../../ui/window/actions.py"/>
        <source>&amp;Windows-1252 (Western European)</source>
        <translation>&amp;Windows-1252 (vesteuropeisk)</translation>
    </message>
    <message>
        <location filename="../../ui/window/actions.py"/>
        <source>Accept or &amp;withdraw sentence</source>
        <translation>Godta e&amp;ller trekk tilbake setning</translation>
    </message>
    <message>
        <location filename="../../ui/window/actions.py"/>
        <source>As they are in the &amp;file</source>
        <translation>Som i &amp;filen</translation>
    </message>
    <message>
        <location filename="../../ui/window/actions.py"/>
        <source>C&amp;oncordance…</source>
        <translation>&amp;Konkordans …</translation>
    </message>
    <message>
        <location filename="../../ui/window/actions.py"/>
        <source>Code page 865 (&amp;DOS, Nordic)</source>
        <translation>Kodetabell 865 (&amp;DOS, nordisk)</translation>
    </message>
    <message>
        <location filename="../../ui/window/actions.py"/>
        <source>Columns of &amp;equal width</source>
        <translation>&amp;Like brede kolonner</translation>
    </message>
    <message>
        <location filename="../../ui/window/actions.py"/>
        <source>Continue and &amp;retry failed paragraphs</source>
        <translation>&amp;Fortsett og prøv mislykkede avsnitt på nytt</translation>
    </message>
    <message>
        <location filename="../../ui/window/actions.py"/>
        <source>Copy &amp;report</source>
        <translation>Kopier &amp;rapport</translation>
    </message>
    <message>
        <location filename="../../ui/window/actions.py"/>
        <source>Copy both sides as &amp;table</source>
        <translation>Kopier begge sider som &amp;tabell</translation>
    </message>
    <message>
        <location filename="../../ui/window/actions.py"/>
        <source>Document &amp;information</source>
        <translation>Dokument&amp;informasjon</translation>
    </message>
    <message>
        <location filename="../../ui/window/actions.py"/>
        <source>Enco&amp;ding</source>
        <translation>Tegnko&amp;ding</translation>
    </message>
    <message>
        <location filename="../../ui/window/actions.py"/>
        <source>Export &amp;several documents…</source>
        <translation>Eksporter f&amp;lere dokumenter …</translation>
    </message>
    <message>
        <location filename="../../ui/window/actions.py"/>
        <source>F&amp;ilter documents…</source>
        <translation>F&amp;iltrer dokumenter …</translation>
    </message>
    <message>
        <location filename="../../ui/window/actions.py"/>
        <source>F&amp;ull screen</source>
        <translation>Fu&amp;llskjerm</translation>
    </message>
    <message>
        <location filename="../../ui/window/actions.py"/>
        <source>Find &amp;missing file…</source>
        <translation>Finn man&amp;glende fil …</translation>
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
        <source>Hu&amp;man translation</source>
        <translation>&amp;Menneskelig oversettelse</translation>
    </message>
    <message>
        <location filename="../../ui/window/actions.py"/>
        <source>ISO 6&amp;46 (Norwegian, { | } for æ ø å)</source>
        <translation>ISO 6&amp;46 (norsk, { | } for æ ø å)</translation>
    </message>
    <message>
        <location filename="../../ui/window/actions.py"/>
        <source>ISO 8859-&amp;1 (Western European)</source>
        <translation>ISO 8859-&amp;1 (vesteuropeisk)</translation>
    </message>
    <message>
        <location filename="../../ui/window/actions.py"/>
        <source>ISO 8859-1&amp;0 (Nordic)</source>
        <translation>ISO 8859-1&amp;0 (nordisk)</translation>
    </message>
    <message>
        <location filename="../../ui/window/actions.py"/>
        <source>ISO 8859-1&amp;5 (Western European with €)</source>
        <translation>ISO 8859-1&amp;5 (vesteuropeisk med €)</translation>
    </message>
    <message>
        <location filename="../../ui/window/actions.py"/>
        <source>La&amp;yout</source>
        <translation>&amp;Oppsett</translation>
    </message>
    <message>
        <location filename="../../ui/window/actions.py"/>
        <source>Last &amp;read</source>
        <translation>Sist l&amp;est</translation>
    </message>
    <message>
        <location filename="../../ui/window/actions.py"/>
        <source>Move column to the &amp;left</source>
        <translation>Flytt kolonnen til &amp;venstre</translation>
    </message>
    <message>
        <location filename="../../ui/window/actions.py"/>
        <source>Move column to the &amp;right</source>
        <translation>Flytt kolonnen til &amp;høyre</translation>
    </message>
    <message>
        <location filename="../../ui/window/actions.py"/>
        <source>N&amp;ote…</source>
        <translation>N&amp;ytt notat …</translation>
    </message>
    <message>
        <location filename="../../ui/window/actions.py"/>
        <source>Narrower c&amp;hecklist</source>
        <translation>Sma&amp;lere sjekkliste</translation>
    </message>
    <message>
        <location filename="../../ui/window/actions.py"/>
        <source>Narrower o&amp;utline</source>
        <translation>S&amp;malere disposisjon</translation>
    </message>
    <message>
        <location filename="../../ui/window/actions.py"/>
        <source>Next in check&amp;list</source>
        <translation>Neste i s&amp;jekklisten</translation>
    </message>
    <message>
        <location filename="../../ui/window/actions.py"/>
        <source>O&amp;pen folder…</source>
        <translation>Åpne ma&amp;ppe …</translation>
    </message>
    <message>
        <location filename="../../ui/window/actions.py"/>
        <source>O&amp;ther words here…</source>
        <translation>Andre or&amp;d her …</translation>
    </message>
    <message>
        <location filename="../../ui/window/actions.py"/>
        <source>One &amp;above the other</source>
        <translation>Over &amp;hverandre</translation>
    </message>
    <message>
        <location filename="../../ui/window/actions.py"/>
        <source>Open lin&amp;k in sentence</source>
        <translation>&amp;Åpne lenke i setning</translation>
    </message>
    <message>
        <location filename="../../ui/window/actions.py"/>
        <source>Other translations of &amp;sentence…</source>
        <translation>Andre overse&amp;ttelser av setningen …</translation>
    </message>
    <message>
        <location filename="../../ui/window/actions.py"/>
        <source>Prev&amp;ious in checklist</source>
        <translation>Forrige i &amp;sjekklisten</translation>
    </message>
    <message>
        <location filename="../../ui/window/actions.py"/>
        <source>Print doc&amp;ument…</source>
        <translation>Skri&amp;v ut dokumentet …</translation>
    </message>
    <message>
        <location filename="../../ui/window/actions.py"/>
        <source>Rename &amp;title…</source>
        <translation>Endre &amp;tittel …</translation>
    </message>
    <message>
        <location filename="../../ui/window/actions.py"/>
        <source>S&amp;how notes and bookmarks…</source>
        <translation>&amp;Hent fram notater og bokmerker …</translation>
    </message>
    <message>
        <location filename="../../ui/window/actions.py"/>
        <source>S&amp;wap direction</source>
        <translation>B&amp;ytt retning</translation>
    </message>
    <message>
        <location filename="../../ui/window/actions.py"/>
        <source>Same as s&amp;ystem</source>
        <translation>Følg s&amp;ystemet</translation>
    </message>
    <message>
        <location filename="../../ui/window/actions.py"/>
        <source>Select &amp;all</source>
        <translation>&amp;Merk alt</translation>
    </message>
    <message>
        <location filename="../../ui/window/actions.py"/>
        <source>Set or re&amp;move bookmark</source>
        <translation>Bokmerke &amp;på eller av</translation>
    </message>
    <message>
        <location filename="../../ui/window/actions.py"/>
        <source>Show &amp;explanation</source>
        <translation>Vis &amp;forklaring</translation>
    </message>
    <message>
        <location filename="../../ui/window/actions.py"/>
        <source>Show &amp;log</source>
        <translation>Vis &amp;logg</translation>
    </message>
    <message>
        <location filename="../../ui/window/actions.py"/>
        <source>Show in &amp;folder</source>
        <translation>Vis i &amp;mappe</translation>
    </message>
    <message>
        <location filename="../../ui/window/actions.py"/>
        <source>Show or hide &amp;outline</source>
        <translation>Vis eller skjul &amp;disposisjonen</translation>
    </message>
    <message>
        <location filename="../../ui/window/actions.py"/>
        <source>Show or hide chec&amp;klist</source>
        <translation>Vis eller skjul s&amp;jekkliste</translation>
    </message>
    <message>
        <location filename="../../ui/window/actions.py"/>
        <source>Show or hide li&amp;brary</source>
        <translation>Vis eller skjul &amp;biblioteket</translation>
    </message>
    <message>
        <location filename="../../ui/window/actions.py"/>
        <source>Sort docu&amp;ments by</source>
        <translation>Sorter dok&amp;umenter etter</translation>
    </message>
    <message>
        <location filename="../../ui/window/actions.py"/>
        <source>Switch between light &amp;and dark</source>
        <translation>Bytt mellom lyst &amp;og mørkt</translation>
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
        <source>Translate paragraph &amp;all the same</source>
        <translation>Oversett avsnittet &amp;likevel</translation>
    </message>
    <message>
        <location filename="../../ui/window/actions.py"/>
        <source>Translation &amp;memory…</source>
        <translation>Oversettelses&amp;minne …</translation>
    </message>
    <message>
        <location filename="../../ui/window/actions.py"/>
        <source>UTF-16, &amp;big-endian</source>
        <translation>UTF-16, &amp;big-endian</translation>
    </message>
    <message>
        <location filename="../../ui/window/actions.py"/>
        <source>UTF-16, &amp;little-endian</source>
        <translation>UTF-16, &amp;little-endian</translation>
    </message>
    <message>
        <location filename="../../ui/window/actions.py"/>
        <source>When &amp;added</source>
        <translation>Når de ble lagt ti&amp;l</translation>
    </message>
    <message>
        <location filename="../../ui/window/actions.py"/>
        <source>Wider &amp;checklist</source>
        <translation>Bredere s&amp;jekkliste</translation>
    </message>
    <message>
        <location filename="../../ui/window/actions.py"/>
        <source>Wider &amp;outline</source>
        <translation>Bredere &amp;disposisjon</translation>
    </message>
    <message>
        <location filename="../../ui/window/actions.py"/>
        <source>Wider o&amp;riginal</source>
        <translation>Bredere ori&amp;ginal</translation>
    </message>
</context>
<context>
    <name>BackPane</name>
    <message>
        <location filename="../../ui/compare/back_pane.py"/>
        <source>Different: {words}</source>
        <translation>Annerledes: {words}</translation>
    </message>
    <message>
        <location filename="../../ui/compare/back_pane.py"/>
        <source>Language packages…</source>
        <translation>Språkpakker …</translation>
    </message>
    <message>
        <location filename="../../ui/compare/back_pane.py"/>
        <source>Translated back</source>
        <translation>Oversatt tilbake</translation>
    </message>
    <message>
        <location filename="../../ui/compare/back_pane.py"/>
        <source>Translating back…</source>
        <translation>Oversetter tilbake …</translation>
    </message>
    <message>
        <location filename="../../ui/compare/back_pane.py"/>
        <source>What differs is underlined. This proves nothing: a good translation may come back changed, and a wrong one unchanged.</source>
        <translation>Det som er annerledes, er understreket. Dette beviser ingenting: En god oversettelse kan komme endret tilbake, og en gal kan komme uendret tilbake.</translation>
    </message>
</context>
<context>
    <name>BackTranslating</name>
    <message>
        <location filename="../../ui/compare/back.py"/>
        <source>This sentence is too long to be translated back here.</source>
        <translation>Setningen er for lang til å bli oversatt tilbake her.</translation>
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
    <message numerus="yes">
        <location filename="../../ui/export/batch.py"/>
        <source>%Ln paragraph(s) could not be translated.</source>
        <translation>
            <numerusform>%Ln avsnitt kunne ikke oversettes.</numerusform>
            <numerusform>%Ln avsnitt kunne ikke oversettes.</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../ui/export/batch.py"/>
        <source>Not all documents have been saved yet. If you quit again, nothing more will be saved.</source>
        <translation>Ikke alle dokumentene er lagret ennå. Avslutter du igjen, blir ikke flere lagret.</translation>
    </message>
    <message>
        <location filename="../../ui/export/batch.py"/>
        <source>Saved as “{name}”.</source>
        <translation>Lagret som «{name}».</translation>
    </message>
    <message numerus="yes">
        <location filename="../../ui/export/batch.py"/>
        <source>Translating back: {done} of %Ln paragraph(s)</source>
        <translation>
            <numerusform>Oversetter tilbake: {done} av %Ln avsnitt</numerusform>
            <numerusform>Oversetter tilbake: {done} av %Ln avsnitt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../ui/export/batch.py"/>
        <source>Translating: {done} of %Ln paragraph(s)</source>
        <translation>
            <numerusform>Oversetter: {done} av %Ln avsnitt</numerusform>
            <numerusform>Oversetter: {done} av %Ln avsnitt</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../ui/export/batch.py"/>
        <source>Waiting for the current translation to finish…</source>
        <translation>Venter på at oversettelsen som pågår, blir ferdig …</translation>
    </message>
    <message numerus="yes">
        <location filename="../../ui/export/batch.py"/>
        <source>{done} of %Ln document(s) exported.</source>
        <translation>
            <numerusform>{done} av %Ln dokument er eksportert.</numerusform>
            <numerusform>{done} av %Ln dokumenter er eksportert.</numerusform>
        </translation>
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
        <source>&amp;Replace existing files</source>
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
        <source>Save in folder:</source>
        <translation>Lagre i mappen:</translation>
    </message>
</context>
<context>
    <name>Checking</name>
    <message>
        <location filename="../../ui/compare/controller.py"/>
        <source>Already accepted. Press again to withdraw that.</source>
        <translation>Allerede godtatt. Trykk en gang til for å trekke det tilbake.</translation>
    </message>
    <message>
        <location filename="../../ui/compare/controller.py"/>
        <source>Continued from the beginning</source>
        <translation>Fortsatte fra begynnelsen</translation>
    </message>
    <message>
        <location filename="../../ui/compare/controller.py"/>
        <source>Continued from the end</source>
        <translation>Fortsatte fra slutten</translation>
    </message>
    <message>
        <location filename="../../ui/compare/controller.py"/>
        <source>No translated sentence is selected.</source>
        <translation>Ingen oversatt setning er valgt.</translation>
    </message>
</context>
<context>
    <name>Checklist</name>
    <message>
        <location filename="../../ui/compare/words.py"/>
        <source>Accepted by you</source>
        <translation>Godtatt av deg</translation>
    </message>
    <message>
        <location filename="../../ui/compare/words.py"/>
        <source>All</source>
        <translation>Alle</translation>
    </message>
    <message>
        <location filename="../../ui/compare/words.py"/>
        <source>As a whole the sentence looks fine.</source>
        <translation>Som helhet ser setningen bra ut.</translation>
    </message>
    <message>
        <location filename="../../ui/compare/words.py"/>
        <source>Checked</source>
        <translation>Sjekket</translation>
    </message>
    <message>
        <location filename="../../ui/compare/words.py"/>
        <source>Doubtful</source>
        <translation>Tvilsomme</translation>
    </message>
    <message>
        <location filename="../../ui/compare/words.py"/>
        <source>Doubtful: this translation is probably wrong in places.</source>
        <translation>Tvilsom: Denne oversettelsen har trolig feil.</translation>
    </message>
    <message>
        <location filename="../../ui/compare/words.py"/>
        <source>Edited and accepted by you</source>
        <translation>Redigert og godtatt av deg</translation>
    </message>
    <message>
        <location filename="../../ui/compare/words.py"/>
        <source>Edited by you</source>
        <translation>Redigert av deg</translation>
    </message>
    <message>
        <location filename="../../ui/compare/words.py"/>
        <source>Finding out how well translations by this package can be judged: {percent} %</source>
        <translation>Finner ut hvor godt oversettelser fra denne pakken kan vurderes: {percent} %</translation>
    </message>
    <message>
        <location filename="../../ui/compare/words.py"/>
        <source>Judge</source>
        <translation>Vurder</translation>
    </message>
    <message>
        <location filename="../../ui/compare/words.py"/>
        <source>Judging was stopped.</source>
        <translation>Vurderingen er stoppet.</translation>
    </message>
    <message>
        <location filename="../../ui/compare/words.py"/>
        <source>Language packages…</source>
        <translation>Språkpakker …</translation>
    </message>
    <message>
        <location filename="../../ui/compare/words.py"/>
        <source>No sentence has a warning.</source>
        <translation>Ingen setning har et varsel.</translation>
    </message>
    <message>
        <location filename="../../ui/compare/words.py"/>
        <source>No sentence has a warning. Which are doubtful is not known.</source>
        <translation>Ingen setning har varsel. Hvilke som er tvilsomme, er ikke kjent.</translation>
    </message>
    <message>
        <location filename="../../ui/compare/words.py"/>
        <source>No sentence is doubtful.</source>
        <translation>Ingen setning er tvilsom.</translation>
    </message>
    <message>
        <location filename="../../ui/compare/words.py"/>
        <source>No sentence looks wrong, and you have edited none.</source>
        <translation>Ingen setning ser feil ut, og du har ikke redigert noen.</translation>
    </message>
    <message>
        <location filename="../../ui/compare/words.py"/>
        <source>No sentence looks wrong.</source>
        <translation>Ingen setning ser feil ut.</translation>
    </message>
    <message>
        <location filename="../../ui/compare/words.py"/>
        <source>Not judged yet</source>
        <translation>Ikke vurdert ennå</translation>
    </message>
    <message>
        <location filename="../../ui/compare/words.py"/>
        <source>Nothing could be judged, because the language package does not work. Install it again.</source>
        <translation>Ingenting kunne vurderes fordi språkpakken ikke virker. Installer den på nytt.</translation>
    </message>
    <message>
        <location filename="../../ui/compare/words.py"/>
        <source>Nothing found so far. Not all of the text has been gone through yet.</source>
        <translation>Ingenting er funnet så langt. Ikke hele teksten er gjennomgått ennå.</translation>
    </message>
    <message>
        <location filename="../../ui/compare/words.py"/>
        <source>Nothing found so far. The rest of the text is not translated, because you have stopped that.</source>
        <translation>Ingenting funnet ennå. Resten av teksten er ikke oversatt, fordi du har stoppet oversettelsen.</translation>
    </message>
    <message>
        <location filename="../../ui/compare/words.py"/>
        <source>Nothing found so far. The sentences are still being judged.</source>
        <translation>Ingenting er funnet så langt. Setningene vurderes fortsatt.</translation>
    </message>
    <message>
        <location filename="../../ui/compare/words.py"/>
        <source>Nothing more to look at.</source>
        <translation>Ikke mer å se på.</translation>
    </message>
    <message>
        <location filename="../../ui/compare/words.py"/>
        <source>Of 100 words marked like this, {marked} were not in the translation they were compared with.</source>
        <translation>Av 100 ord som er merket slik, sto {marked} ikke i oversettelsen de ble sammenlignet med.</translation>
    </message>
    <message>
        <location filename="../../ui/compare/words.py"/>
        <source>Of all words it was {base} of 100.</source>
        <translation>Av alle ord gjaldt det {base} av 100.</translation>
    </message>
    <message>
        <location filename="../../ui/compare/words.py"/>
        <source>Only Norwegian Bokmål and English are judged. Warnings are given all the same.</source>
        <translation>Bare bokmål og engelsk blir vurdert. Varsler får du likevel.</translation>
    </message>
    <message>
        <location filename="../../ui/compare/words.py"/>
        <source>Some sentences could not be judged, because the language model failed on them.</source>
        <translation>Noen setninger kunne ikke vurderes fordi språkmodellen ikke klarte dem.</translation>
    </message>
    <message>
        <location filename="../../ui/compare/words.py"/>
        <source>Stop</source>
        <translation>Stopp</translation>
    </message>
    <message>
        <location filename="../../ui/compare/words.py"/>
        <source>There is no text to check.</source>
        <translation>Her er det ingen tekst å sjekke.</translation>
    </message>
    <message>
        <location filename="../../ui/compare/words.py"/>
        <source>There is nothing to check, because no language package translates this document.</source>
        <translation>Det er ingenting å sjekke, fordi ingen språkpakke oversetter dette dokumentet.</translation>
    </message>
    <message>
        <location filename="../../ui/compare/words.py"/>
        <source>This document has no translated sentences.</source>
        <translation>Dette dokumentet har ingen oversatte setninger.</translation>
    </message>
    <message>
        <location filename="../../ui/compare/words.py"/>
        <source>This word may be wrong.</source>
        <translation>Dette ordet kan være feil.</translation>
    </message>
    <message>
        <location filename="../../ui/compare/words.py"/>
        <source>To check</source>
        <translation>Å sjekke</translation>
    </message>
    <message>
        <location filename="../../ui/compare/words.py"/>
        <source>Translations by this package cannot be judged reliably. Warnings are given all the same.</source>
        <translation>Oversettelser fra denne pakken kan ikke vurderes pålitelig. Varsler får du likevel.</translation>
    </message>
    <message>
        <location filename="../../ui/compare/words.py"/>
        <source>Translations by way of a third language are not judged. Warnings are given all the same.</source>
        <translation>Oversettelser via et tredje språk blir ikke vurdert. Varsler får du likevel.</translation>
    </message>
    <message>
        <location filename="../../ui/compare/words.py"/>
        <source>Try again</source>
        <translation>Prøv igjen</translation>
    </message>
    <message>
        <location filename="../../ui/compare/words.py"/>
        <source>Warnings</source>
        <translation>Varsler</translation>
    </message>
    <message>
        <location filename="../../ui/compare/words.py"/>
        <source>Which sentences are doubtful is not known.</source>
        <translation>Hvilke setninger som er tvilsomme, er ikke kjent.</translation>
    </message>
    <message>
        <location filename="../../ui/compare/words.py"/>
        <source>Worth a look</source>
        <translation>Verdt å se på</translation>
    </message>
    <message>
        <location filename="../../ui/compare/words.py"/>
        <source>You have checked no sentences.</source>
        <translation>Du har ikke sjekket noen setninger.</translation>
    </message>
    <message>
        <location filename="../../ui/compare/words.py"/>
        <source>You have edited no sentence.</source>
        <translation>Du har ikke redigert noen setning.</translation>
    </message>
    <message numerus="yes">
        <location filename="../../ui/compare/words.py"/>
        <source>{done} of %Ln sentence(s) judged</source>
        <translation>
            <numerusform>{done} av %Ln setning vurdert</numerusform>
            <numerusform>{done} av %Ln setninger vurdert</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../ui/compare/words.py"/>
        <source>{level} (judged in one direction only, since no package translates back)</source>
        <translation>{level} (vurdert i bare én retning, siden ingen pakke oversetter tilbake)</translation>
    </message>
    <message>
        <location filename="../../ui/compare/words.py"/>
        <source>{name} ({number})</source>
        <translation>{name} ({number})</translation>
    </message>
</context>
<context>
    <name>ChecklistPanel</name>
    <message numerus="yes">
        <location filename="../../ui/compare/panel.py"/>
        <source>%Ln kind(s) of warning not shown in this document</source>
        <translation>
            <numerusform>%Ln type varsel vises ikke i dette dokumentet</numerusform>
            <numerusform>%Ln typer varsler vises ikke i dette dokumentet</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../ui/compare/panel.py"/>
        <source>Checklist</source>
        <translation>Sjekkliste</translation>
    </message>
    <message>
        <location filename="../../ui/compare/panel.py"/>
        <source>Sentences to list</source>
        <translation>Setninger i listen</translation>
    </message>
    <message>
        <location filename="../../ui/compare/panel.py"/>
        <source>Warn again</source>
        <translation>Varsle igjen</translation>
    </message>
    <message numerus="yes">
        <location filename="../../ui/compare/panel.py"/>
        <source>{number} of %Ln sentence(s) checked</source>
        <translation>
            <numerusform>{number} av %Ln setning sjekket</numerusform>
            <numerusform>{number} av %Ln setninger sjekket</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Choices</name>
    <message>
        <location filename="../../ui/export/choices.py"/>
        <source> pt</source>
        <translation> pt</translation>
    </message>
    <message numerus="yes">
        <location filename="../../ui/export/choices.py"/>
        <source>%Ln column(s) fit side by side on this page. More are set one above the other.</source>
        <translation>
            <numerusform>Det er plass til %Ln kolonne på denne siden. Flere settes over hverandre.</numerusform>
            <numerusform>Det er plass til %Ln kolonner side om side på denne siden. Flere settes over hverandre.</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../ui/export/choices.py"/>
        <source>&amp;Format:</source>
        <translation>&amp;Format:</translation>
    </message>
    <message>
        <location filename="../../ui/export/choices.py"/>
        <source>&amp;Include:</source>
        <translation>&amp;Innhold:</translation>
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
        <source>As in the original</source>
        <translation>Som originalen</translation>
    </message>
    <message>
        <location filename="../../ui/export/choices.py"/>
        <source>Back-translation</source>
        <translation>Tilbakeoversettelse</translation>
    </message>
    <message>
        <location filename="../../ui/export/choices.py"/>
        <source>Choose the format of the original first: {format}</source>
        <translation>Velg først formatet til originalen: {format}</translation>
    </message>
    <message>
        <location filename="../../ui/export/choices.py"/>
        <source>Columns, side by side</source>
        <translation>Kolonner, side om side</translation>
    </message>
    <message>
        <location filename="../../ui/export/choices.py"/>
        <source>Each document keeps its format, and looks as before. Only its words change.</source>
        <translation>Hvert dokument beholder formatet sitt og ser ut som før. Bare ordene endres.</translation>
    </message>
    <message>
        <location filename="../../ui/export/choices.py"/>
        <source>Each paragraph and its translation</source>
        <translation>Hvert avsnitt og oversettelsen</translation>
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
        <source>Mark &amp;edited sentences and those with warnings</source>
        <translation>Marker r&amp;edigerte setninger og varsler</translation>
    </message>
    <message>
        <location filename="../../ui/export/choices.py"/>
        <source>Mark matching &amp;sentences</source>
        <translation>Marker setninger som &amp;hører sammen</translation>
    </message>
    <message>
        <location filename="../../ui/export/choices.py"/>
        <source>No sentences are linked yet.</source>
        <translation>Ingen setninger er koblet sammen ennå.</translation>
    </message>
    <message>
        <location filename="../../ui/export/choices.py"/>
        <source>Notes</source>
        <translation>Notater</translation>
    </message>
    <message>
        <location filename="../../ui/export/choices.py"/>
        <source>Notes and bookmar&amp;ks at the end</source>
        <translation>Notater og &amp;bokmerker til slutt</translation>
    </message>
    <message>
        <location filename="../../ui/export/choices.py"/>
        <source>Original</source>
        <translation>Original</translation>
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
        <source>Reference translation</source>
        <translation>Referanseoversettelse</translation>
    </message>
    <message>
        <location filename="../../ui/export/choices.py"/>
        <source>Stacked, one above the other</source>
        <translation>Over hverandre</translation>
    </message>
    <message>
        <location filename="../../ui/export/choices.py"/>
        <source>State &amp;how many sentences are checked</source>
        <translation>Oppgi hvor mange setninger som er s&amp;jekket</translation>
    </message>
    <message>
        <location filename="../../ui/export/choices.py"/>
        <source>There are no notes or bookmarks yet.</source>
        <translation>Det er ingen notater eller bokmerker ennå.</translation>
    </message>
    <message>
        <location filename="../../ui/export/choices.py"/>
        <source>Translation</source>
        <translation>Oversettelse</translation>
    </message>
    <message>
        <location filename="../../ui/export/choices.py"/>
        <source>Translation by {package}</source>
        <translation>Oversettelse med {package}</translation>
    </message>
    <message>
        <location filename="../../ui/export/choices.py"/>
        <source>Translation only</source>
        <translation>Bare oversettelsen</translation>
    </message>
</context>
<context>
    <name>Choosing</name>
    <message>
        <location filename="../../ui/editing/choosing.py"/>
        <source>Click a word first, or go to one with the Right arrow key.</source>
        <translation>Klikk på et ord først, eller gå til et med høyrepilen.</translation>
    </message>
    <message>
        <location filename="../../ui/editing/choosing.py"/>
        <source>Instead of “{word}”</source>
        <translation>I stedet for «{word}»</translation>
    </message>
    <message>
        <location filename="../../ui/editing/choosing.py"/>
        <source>Looking for alternatives…</source>
        <translation>Leter etter alternativer …</translation>
    </message>
    <message>
        <location filename="../../ui/editing/choosing.py"/>
        <source>No other translation was found.</source>
        <translation>Fant ingen annen oversettelse.</translation>
    </message>
    <message>
        <location filename="../../ui/editing/choosing.py"/>
        <source>Only translated sentences have alternatives.</source>
        <translation>Bare oversatte setninger har alternativer.</translation>
    </message>
    <message>
        <location filename="../../ui/editing/choosing.py"/>
        <source>Other translations of this sentence</source>
        <translation>Andre oversettelser av denne setningen</translation>
    </message>
    <message>
        <location filename="../../ui/editing/choosing.py"/>
        <source>The sentence has changed meanwhile. Nothing was done.</source>
        <translation>Setningen er endret i mellomtiden. Ingenting ble gjort.</translation>
    </message>
    <message>
        <location filename="../../ui/editing/choosing.py"/>
        <source>This sentence is too long for alternatives.</source>
        <translation>Denne setningen er for lang til å få alternativer.</translation>
    </message>
    <message>
        <location filename="../../ui/editing/choosing.py"/>
        <source>doubtful</source>
        <translation>tvilsom</translation>
    </message>
    <message>
        <location filename="../../ui/editing/choosing.py"/>
        <source>worth a look</source>
        <translation>verdt en titt</translation>
    </message>
</context>
<context>
    <name>ColumnChoice</name>
    <message>
        <location filename="../../ui/export/column_choice.py"/>
        <source>Colu&amp;mns:</source>
        <translation>Ko&amp;lonner:</translation>
    </message>
    <message>
        <location filename="../../ui/export/column_choice.py"/>
        <source>Columns, in their order</source>
        <translation>Kolonner, i rekkefølge</translation>
    </message>
    <message>
        <location filename="../../ui/export/column_choice.py"/>
        <source>Move &amp;up</source>
        <translation>Fl&amp;ytt opp</translation>
    </message>
    <message>
        <location filename="../../ui/export/column_choice.py"/>
        <source>Move do&amp;wn</source>
        <translation>Flytt ne&amp;d</translation>
    </message>
</context>
<context>
    <name>ColumnCommands</name>
    <message>
        <location filename="../../ui/window/column_commands.py"/>
        <source>Translation by {package}</source>
        <translation>Oversettelse med {package}</translation>
    </message>
</context>
<context>
    <name>Columns</name>
    <message>
        <location filename="../../ui/session/columns.py"/>
        <source>Back-translation</source>
        <translation>Tilbakeoversettelse</translation>
    </message>
    <message>
        <location filename="../../ui/session/columns.py"/>
        <source>{column}: {problem}</source>
        <translation>{column}: {problem}</translation>
    </message>
</context>
<context>
    <name>Concordance</name>
    <message numerus="yes">
        <location filename="../../ui/concordance/controller.py"/>
        <source>%Ln sentence(s)</source>
        <translation>
            <numerusform>%Ln setning</numerusform>
            <numerusform>%Ln setninger</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../ui/concordance/controller.py"/>
        <source>More of the translation memory is being searched…</source>
        <translation>Mer av oversettelsesminnet blir søkt gjennom …</translation>
    </message>
    <message>
        <location filename="../../ui/concordance/controller.py"/>
        <source>Nothing found.</source>
        <translation>Ingenting funnet.</translation>
    </message>
    <message>
        <location filename="../../ui/concordance/controller.py"/>
        <source>Searching…</source>
        <translation>Søker …</translation>
    </message>
</context>
<context>
    <name>ConcordanceDialog</name>
    <message>
        <location filename="../../ui/concordance/dialog.py"/>
        <source>&amp;Go to paragraph</source>
        <translation>&amp;Gå til avsnitt</translation>
    </message>
    <message>
        <location filename="../../ui/concordance/dialog.py"/>
        <source>&amp;Insert</source>
        <translation>Sett &amp;inn</translation>
    </message>
    <message>
        <location filename="../../ui/concordance/dialog.py"/>
        <source>Any language</source>
        <translation>Alle språk</translation>
    </message>
    <message>
        <location filename="../../ui/concordance/dialog.py"/>
        <source>Concordance</source>
        <translation>Konkordans</translation>
    </message>
    <message>
        <location filename="../../ui/concordance/dialog.py"/>
        <source>Language of the words</source>
        <translation>Språket ordene er på</translation>
    </message>
    <message>
        <location filename="../../ui/concordance/dialog.py"/>
        <source>Words, “a phrase”, or the beginning of a word*</source>
        <translation>Ord, «en frase» eller begynnelsen av et ord*</translation>
    </message>
</context>
<context>
    <name>Copying</name>
    <message>
        <location filename="../../ui/window/copying.py"/>
        <source>&amp;Copy</source>
        <translation>&amp;Kopier</translation>
    </message>
    <message>
        <location filename="../../ui/window/copying.py"/>
        <source>&amp;Copy sentence</source>
        <translation>&amp;Kopier setning</translation>
    </message>
    <message>
        <location filename="../../ui/window/copying.py"/>
        <source>Select &amp;all</source>
        <translation>Merk &amp;alt</translation>
    </message>
</context>
<context>
    <name>CurrentPane</name>
    <message>
        <location filename="../../ui/compare/current.py"/>
        <source>Accept ({keys})</source>
        <translation>Godta ({keys})</translation>
    </message>
    <message>
        <location filename="../../ui/compare/current.py"/>
        <source>Edit ({keys})</source>
        <translation>Rediger ({keys})</translation>
    </message>
    <message>
        <location filename="../../ui/compare/current.py"/>
        <source>Withdraw ({keys})</source>
        <translation>Trekk tilbake ({keys})</translation>
    </message>
</context>
<context>
    <name>Direction</name>
    <message>
        <location filename="../../ui/window/direction.py"/>
        <source>Language unclear; reading as {language}.</source>
        <translation>Usikkert språk. Leses som {language}.</translation>
    </message>
    <message>
        <location filename="../../ui/window/direction.py"/>
        <source>Read as {language}</source>
        <translation>Les som {language}</translation>
    </message>
    <message>
        <location filename="../../ui/window/direction.py"/>
        <source>Swap direction</source>
        <translation>Bytt retning</translation>
    </message>
    <message>
        <location filename="../../ui/window/direction.py"/>
        <source>This document seems to be in {seen} and is translated as {language}.</source>
        <translation>Dokumentet ser ut til å være på {seen} og oversettes som {language}.</translation>
    </message>
    <message>
        <location filename="../../ui/window/direction.py"/>
        <source>This text seems to be in {seen}; it is now read as {language}.</source>
        <translation>Teksten ser ut til å være på {seen}, men leses nå som {language}.</translation>
    </message>
    <message>
        <location filename="../../ui/window/direction.py"/>
        <source>{seen}, read as {language}</source>
        <translation>{seen}, lest som {language}</translation>
    </message>
</context>
<context>
    <name>DocumentController</name>
    <message>
        <location filename="../../ui/window/document_controller.py"/>
        <source>Try again</source>
        <translation>Prøv igjen</translation>
    </message>
</context>
<context>
    <name>DocumentList</name>
    <message>
        <location filename="../../ui/export/document_list.py"/>
        <source>Documents to export</source>
        <translation>Dokumenter som skal eksporteres</translation>
    </message>
</context>
<context>
    <name>DocumentModel</name>
    <message>
        <location filename="../../ui/export/document_model.py"/>
        <source>Not exported yet</source>
        <translation>Ikke eksportert ennå</translation>
    </message>
</context>
<context>
    <name>DocumentSteps</name>
    <message>
        <location filename="../../ui/window/document_steps.py"/>
        <source>change of encoding</source>
        <translation>endring av tegnkodingen</translation>
    </message>
    <message>
        <location filename="../../ui/window/document_steps.py"/>
        <source>change of language</source>
        <translation>endring av språket</translation>
    </message>
    <message numerus="yes">
        <location filename="../../ui/window/document_steps.py"/>
        <source>change of language of %Ln document(s)</source>
        <translation>
            <numerusform>endring av språket i %Ln dokument</numerusform>
            <numerusform>endring av språket i %Ln dokumenter</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../ui/window/document_steps.py"/>
        <source>change of language of “{name}”</source>
        <translation>endring av språket i «{name}»</translation>
    </message>
    <message>
        <location filename="../../ui/window/document_steps.py"/>
        <source>change of lines</source>
        <translation>endring av linjedelingen</translation>
    </message>
    <message>
        <location filename="../../ui/window/document_steps.py"/>
        <source>change of whether “{paragraph}” is translated</source>
        <translation>endring av om «{paragraph}» oversettes</translation>
    </message>
    <message>
        <location filename="../../ui/window/document_steps.py"/>
        <source>hiding of a kind of warning</source>
        <translation>skjuling av en type varsel</translation>
    </message>
    <message>
        <location filename="../../ui/window/document_steps.py"/>
        <source>return of a kind of warning</source>
        <translation>ny visning av en type varsel</translation>
    </message>
</context>
<context>
    <name>DraftOffers</name>
    <message>
        <location filename="../../ui/window/draft_offers.py"/>
        <source>A sentence that you were editing in “{name}” (“{sentence}”) has changed or is no longer in the file. What you typed was kept.</source>
        <translation>En setning du redigerte i «{name}» («{sentence}»), er endret eller finnes ikke lenger i filen. Det du skrev, er tatt vare på.</translation>
    </message>
    <message>
        <location filename="../../ui/window/draft_offers.py"/>
        <source>Continue editing</source>
        <translation>Fortsett å redigere</translation>
    </message>
    <message>
        <location filename="../../ui/window/draft_offers.py"/>
        <source>Copy</source>
        <translation>Kopier</translation>
    </message>
    <message>
        <location filename="../../ui/window/draft_offers.py"/>
        <source>Discard</source>
        <translation>Forkast</translation>
    </message>
    <message>
        <location filename="../../ui/window/draft_offers.py"/>
        <source>The sentence that you were editing is no longer in “{name}”. You had typed: “{words}”</source>
        <translation>Setningen du redigerte, finnes ikke lenger i «{name}». Du hadde skrevet: «{words}»</translation>
    </message>
    <message>
        <location filename="../../ui/window/draft_offers.py"/>
        <source>What you typed for a sentence in “{name}” (“{sentence}”) could not be saved to disk.</source>
        <translation>Det du skrev for en setning i «{name}» («{sentence}»), kunne ikke lagres på disken.</translation>
    </message>
    <message>
        <location filename="../../ui/window/draft_offers.py"/>
        <source>What you typed for a sentence in “{name}” (“{sentence}”) was continued or discarded in another window.</source>
        <translation>Det du skrev for en setning i «{name}» («{sentence}»), er tatt i bruk eller forkastet i et annet vindu.</translation>
    </message>
    <message>
        <location filename="../../ui/window/draft_offers.py"/>
        <source>What you typed for a sentence in “{name}” (“{sentence}”) was kept.</source>
        <translation>Det du skrev for en setning i «{name}» («{sentence}»), er tatt vare på.</translation>
    </message>
    <message>
        <location filename="../../ui/window/draft_offers.py"/>
        <source>You were editing a sentence in “{name}” (“{sentence}”) when Tospalt quit. What you typed was kept.</source>
        <translation>Du redigerte en setning i «{name}» («{sentence}») da Tospalt ble avsluttet. Det du skrev, er tatt vare på.</translation>
    </message>
</context>
<context>
    <name>EditBar</name>
    <message>
        <location filename="../../ui/editing/edit_bar.py"/>
        <source>&amp;Restore machine translation everywhere</source>
        <translation>&amp;Gjenopprett maskinoversettelsen overalt</translation>
    </message>
    <message>
        <location filename="../../ui/editing/edit_bar.py"/>
        <source>&amp;Save</source>
        <translation>&amp;Lagre</translation>
    </message>
    <message numerus="yes">
        <location filename="../../ui/editing/edit_bar.py"/>
        <source>A sentence has room for %Ln character(s). The rest of the text was left out.</source>
        <translation>
            <numerusform>En setning har plass til ett tegn. Resten av teksten ble utelatt.</numerusform>
            <numerusform>En setning har plass til %Ln tegn. Resten av teksten ble utelatt.</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../ui/editing/edit_bar.py"/>
        <source>Delete your edit and show the machine translation again, here and wherever the sentence occurs</source>
        <translation>Slett redigeringen din, og vis maskinoversettelsen igjen her og overalt der setningen forekommer</translation>
    </message>
    <message>
        <location filename="../../ui/editing/edit_bar.py"/>
        <source>Edit sentence</source>
        <translation>Rediger setning</translation>
    </message>
    <message>
        <location filename="../../ui/editing/edit_bar.py"/>
        <source>Enter saves, Shift+Enter starts a new line, Esc cancels.</source>
        <translation>Enter lagrer, Skift+Enter gir ny linje, Esc avbryter.</translation>
    </message>
    <message>
        <location filename="../../ui/editing/edit_bar.py"/>
        <source>Save this edit here and wherever the sentence occurs (Enter)</source>
        <translation>Lagre redigeringen her og overalt der setningen forekommer (Enter)</translation>
    </message>
    <message>
        <location filename="../../ui/editing/edit_bar.py"/>
        <source>Sentence</source>
        <translation>Setning</translation>
    </message>
    <message>
        <location filename="../../ui/editing/edit_bar.py"/>
        <source>Translation of the sentence</source>
        <translation>Oversettelse av setningen</translation>
    </message>
    <message>
        <location filename="../../ui/editing/edit_bar.py"/>
        <source>Your edit applies to this sentence in every document.</source>
        <translation>Redigeringen gjelder setningen i alle dokumenter.</translation>
    </message>
</context>
<context>
    <name>EditKeeper</name>
    <message>
        <location filename="../../ui/editing/edit_keeper.py"/>
        <source>The edit of “{sentence}” was deleted elsewhere. What you did with this sentence can no longer be undone or redone.</source>
        <translation>Redigeringen av «{sentence}» ble slettet et annet sted. Det du gjorde med denne setningen, kan ikke lenger angres eller gjøres om.</translation>
    </message>
    <message numerus="yes">
        <location filename="../../ui/editing/edit_keeper.py"/>
        <source>Your edit(s) have not been saved to disk yet. Tospalt keeps trying.</source>
        <translation>
            <numerusform>Redigeringen din er ikke lagret på disken ennå. Tospalt prøver videre.</numerusform>
            <numerusform>Redigeringene dine er ikke lagret på disken ennå. Tospalt prøver videre.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../ui/editing/edit_keeper.py"/>
        <source>Your edit(s) have now been saved to disk.</source>
        <translation>
            <numerusform>Redigeringen din er nå lagret på disken.</numerusform>
            <numerusform>Redigeringene dine er nå lagret på disken.</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../ui/editing/edit_keeper.py"/>
        <source>“{sentence}” was also edited elsewhere: “{other}”. That edit was kept.</source>
        <translation>«{sentence}» ble også redigert et annet sted: «{other}». Den redigeringen er beholdt.</translation>
    </message>
    <message>
        <location filename="../../ui/editing/edit_keeper.py"/>
        <source>“{sentence}” was also edited elsewhere: “{other}”. That edit was kept. What you did with this sentence can no longer be undone or redone.</source>
        <translation>«{sentence}» ble også redigert et annet sted: «{other}». Den redigeringen er beholdt. Det du gjorde med denne setningen, kan ikke lenger angres eller gjøres om.</translation>
    </message>
    <message>
        <location filename="../../ui/editing/edit_keeper.py"/>
        <source>“{sentence}” was also edited elsewhere: “{other}”. Your edit was kept.</source>
        <translation>«{sentence}» ble også redigert et annet sted: «{other}». Redigeringen din er beholdt.</translation>
    </message>
</context>
<context>
    <name>EditNotices</name>
    <message>
        <location filename="../../ui/editing/edit_notices.py"/>
        <source>Copy</source>
        <translation>Kopier</translation>
    </message>
    <message numerus="yes">
        <location filename="../../ui/editing/edit_notices.py"/>
        <source>Restore edit(s)</source>
        <translation>
            <numerusform>Gjenopprett redigeringen</numerusform>
            <numerusform>Gjenopprett redigeringene</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../ui/editing/edit_notices.py"/>
        <source>The edit(s) could not be saved to disk: “{words}”. If you quit again, Tospalt will try to keep them as draft(s).</source>
        <translation>
            <numerusform>Denne redigeringen kunne ikke lagres på disken: «{words}». Avslutter du igjen, prøver Tospalt å ta vare på den som utkast.</numerusform>
            <numerusform>Disse redigeringene kunne ikke lagres på disken: «{words}». Avslutter du igjen, prøver Tospalt å ta vare på dem som utkast.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../ui/editing/edit_notices.py"/>
        <source>The edit(s) that you deleted could not be removed from the disk: “{words}”. If you quit again, they will reappear.</source>
        <translation>
            <numerusform>Redigeringen du slettet, kunne ikke fjernes fra disken: «{words}». Avslutter du igjen, dukker redigeringen opp igjen.</numerusform>
            <numerusform>Redigeringene du slettet, kunne ikke fjernes fra disken: «{words}». Avslutter du igjen, dukker redigeringene opp igjen.</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../ui/editing/edit_notices.py"/>
        <source>Use the other edit</source>
        <translation>Bruk den andre redigeringen</translation>
    </message>
    <message numerus="yes">
        <location filename="../../ui/editing/edit_notices.py"/>
        <source>Your edit(s) in “{name}” were deleted elsewhere. The machine translation is shown again.</source>
        <translation>
            <numerusform>Redigeringen din i «{name}» ble slettet et annet sted. Maskinoversettelsen vises igjen.</numerusform>
            <numerusform>Redigeringene dine i «{name}» ble slettet et annet sted. Maskinoversettelsen vises igjen.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>EditSteps</name>
    <message numerus="yes">
        <location filename="../../ui/editing/edit_steps.py"/>
        <source>%Ln edit(s)</source>
        <translation>
            <numerusform>%Ln redigering</numerusform>
            <numerusform>%Ln redigeringer</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../ui/editing/edit_steps.py"/>
        <source>deletion of the edit of “{sentence}”</source>
        <translation>sletting av redigeringen av «{sentence}»</translation>
    </message>
    <message>
        <location filename="../../ui/editing/edit_steps.py"/>
        <source>discarding of text for “{sentence}”</source>
        <translation>forkasting av tekst for «{sentence}»</translation>
    </message>
    <message>
        <location filename="../../ui/editing/edit_steps.py"/>
        <source>edit of “{sentence}”</source>
        <translation>redigering av «{sentence}»</translation>
    </message>
</context>
<context>
    <name>Editing</name>
    <message>
        <location filename="../../ui/editing/controller.py"/>
        <source>Only translated sentences can be edited.</source>
        <translation>Bare oversatte setninger kan redigeres.</translation>
    </message>
    <message>
        <location filename="../../ui/editing/controller.py"/>
        <source>The document is being prepared in another direction. Edit the sentence when it is ready.</source>
        <translation>Dokumentet klargjøres i en annen retning. Rediger setningen når det er klart.</translation>
    </message>
    <message>
        <location filename="../../ui/editing/controller.py"/>
        <source>Your edit of “{sentence}” was deleted. The machine translation is shown again.</source>
        <translation>Redigeringen din av «{sentence}» ble slettet. Maskinoversettelsen vises igjen.</translation>
    </message>
    <message>
        <location filename="../../ui/editing/controller.py"/>
        <source>Your edit of “{sentence}” was not saved.</source>
        <translation>Redigeringen din av «{sentence}» ble ikke lagret.</translation>
    </message>
    <message>
        <location filename="../../ui/editing/controller.py"/>
        <source>Your edit of “{sentence}” was saved.</source>
        <translation>Redigeringen din av «{sentence}» ble lagret.</translation>
    </message>
</context>
<context>
    <name>EntryDelegate</name>
    <message>
        <location filename="../../ui/library/delegate.py"/>
        <source>As in the text</source>
        <translation>Som i teksten</translation>
    </message>
    <message>
        <location filename="../../ui/library/delegate.py"/>
        <source>Title</source>
        <translation>Tittel</translation>
    </message>
</context>
<context>
    <name>EntryMenu</name>
    <message>
        <location filename="../../ui/library/menu.py"/>
        <source>&amp;Delete…</source>
        <translation>&amp;Slett …</translation>
    </message>
    <message>
        <location filename="../../ui/library/menu.py"/>
        <source>&amp;Detect language</source>
        <translation>&amp;Gjenkjenn språk</translation>
    </message>
    <message>
        <location filename="../../ui/library/menu.py"/>
        <source>&amp;Export…</source>
        <translation>&amp;Eksporter …</translation>
    </message>
    <message>
        <location filename="../../ui/library/menu.py"/>
        <source>&amp;Forget…</source>
        <translation>&amp;Glem …</translation>
    </message>
    <message>
        <location filename="../../ui/library/menu.py"/>
        <source>&amp;Language</source>
        <translation>&amp;Språk</translation>
    </message>
    <message>
        <location filename="../../ui/library/menu.py"/>
        <source>&amp;Open</source>
        <translation>&amp;Åpne</translation>
    </message>
    <message>
        <location filename="../../ui/library/menu.py"/>
        <source>&amp;Remove from library</source>
        <translation>&amp;Fjern fra biblioteket</translation>
    </message>
    <message>
        <location filename="../../ui/library/menu.py"/>
        <source>&amp;Show in folder</source>
        <translation>&amp;Vis i mappe</translation>
    </message>
    <message>
        <location filename="../../ui/library/menu.py"/>
        <source>F&amp;ind it…</source>
        <translation>F&amp;inn den …</translation>
    </message>
    <message>
        <location filename="../../ui/library/menu.py"/>
        <source>From &amp;English to Norwegian Bokmål</source>
        <translation>Fra &amp;engelsk til norsk bokmål</translation>
    </message>
    <message>
        <location filename="../../ui/library/menu.py"/>
        <source>From &amp;Norwegian Bokmål to English</source>
        <translation>Fra &amp;norsk bokmål til engelsk</translation>
    </message>
    <message>
        <location filename="../../ui/library/menu.py"/>
        <source>Rename &amp;title…</source>
        <translation>Endre &amp;tittel …</translation>
    </message>
</context>
<context>
    <name>ExportDialog</name>
    <message numerus="yes">
        <location filename="../../ui/export/dialog.py"/>
        <source>%Ln paragraph(s) could not be translated. {reason}</source>
        <translation>
            <numerusform>%Ln avsnitt kunne ikke oversettes. {reason}</numerusform>
            <numerusform>%Ln avsnitt kunne ikke oversettes. {reason}</numerusform>
        </translation>
    </message>
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
    <message numerus="yes">
        <location filename="../../ui/export/dialog.py"/>
        <source>No font has these character(s). Their Unicode number(s) are shown instead: {characters}</source>
        <translation>
            <numerusform>Ingen av skrifttypene har dette tegnet. Unicode-nummeret vises i stedet: {characters}</numerusform>
            <numerusform>Ingen av skrifttypene har disse tegnene. Unicode-numrene deres vises i stedet: {characters}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../ui/export/dialog.py"/>
        <source>Not translated yet: {left} of %Ln paragraph(s). What is missing is marked.</source>
        <translation>
            <numerusform>Det eneste avsnittet i dokumentet er ikke oversatt ennå. Det er markert.</numerusform>
            <numerusform>Ikke oversatt ennå: {left} av %Ln avsnitt. Det som mangler, er markert.</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../ui/export/dialog.py"/>
        <source>Preparing preview…</source>
        <translation>Klargjør forhåndsvisningen …</translation>
    </message>
    <message>
        <location filename="../../ui/export/dialog.py"/>
        <source>The file will look like the original. Only its words change.</source>
        <translation>Filen får samme utseende som originalen. Bare ordene endres.</translation>
    </message>
    <message numerus="yes">
        <location filename="../../ui/export/dialog.py"/>
        <source>Translating back: {done} of %Ln paragraph(s)</source>
        <translation>
            <numerusform>Oversetter tilbake: {done} av %Ln avsnitt</numerusform>
            <numerusform>Oversetter tilbake: {done} av %Ln avsnitt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../ui/export/dialog.py"/>
        <source>Translating: {done} of %Ln paragraph(s)</source>
        <translation>
            <numerusform>Oversetter: {done} av %Ln avsnitt</numerusform>
            <numerusform>Oversetter: {done} av %Ln avsnitt</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../ui/export/dialog.py"/>
        <source>{format} files have no fixed pages. Only PDF can be previewed.</source>
        <translation>{format}-filer har ikke faste sider. Bare PDF kan forhåndsvises.</translation>
    </message>
</context>
<context>
    <name>Exporting</name>
    <message numerus="yes">
        <location filename="../../ui/export/controller.py"/>
        <source>No font has these character(s). Their Unicode number(s) are shown instead: {characters}</source>
        <translation>
            <numerusform>Ingen av skrifttypene har dette tegnet. Unicode-nummeret vises i stedet: {characters}</numerusform>
            <numerusform>Ingen av skrifttypene har disse tegnene. Unicode-numrene deres vises i stedet: {characters}</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../ui/export/controller.py"/>
        <source>Not saved yet: {names}. If you quit again, nothing more will be saved.</source>
        <translation>Ikke lagret ennå: {names}. Avslutter du igjen, blir ikke mer lagret.</translation>
    </message>
    <message>
        <location filename="../../ui/export/controller.py"/>
        <source>Nothing was saved.</source>
        <translation>Ingenting ble lagret.</translation>
    </message>
    <message>
        <location filename="../../ui/export/controller.py"/>
        <source>Open</source>
        <translation>Åpne</translation>
    </message>
    <message numerus="yes">
        <location filename="../../ui/export/controller.py"/>
        <source>Saved “{path}” (%Ln page(s)).</source>
        <translation>
            <numerusform>Lagret «{path}» (%Ln side).</numerusform>
            <numerusform>Lagret «{path}» (%Ln sider).</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../ui/export/controller.py"/>
        <source>Saved “{path}”.</source>
        <translation>Lagret «{path}».</translation>
    </message>
    <message numerus="yes">
        <location filename="../../ui/export/controller.py"/>
        <source>Sent to the printer “{name}” (%Ln page(s)).</source>
        <translation>
            <numerusform>Sendt til skriveren «{name}» (%Ln side).</numerusform>
            <numerusform>Sendt til skriveren «{name}» (%Ln sider).</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../ui/export/controller.py"/>
        <source>The document is being prepared in another direction. Export it when it is ready.</source>
        <translation>Dokumentet klargjøres i en annen retning. Eksporter det når det er klart.</translation>
    </message>
    <message>
        <location filename="../../ui/export/controller.py"/>
        <source>“{name}”</source>
        <translation>«{name}»</translation>
    </message>
</context>
<context>
    <name>FileChanges</name>
    <message>
        <location filename="../../ui/window/file_changes.py"/>
        <source>This document was moved or renamed by another program. It is “{name}” now.</source>
        <translation>Et annet program har flyttet dette dokumentet eller gitt det nytt navn. Nå heter det «{name}».</translation>
    </message>
    <message>
        <location filename="../../ui/window/file_changes.py"/>
        <source>“{name}” is no longer in its folder. You see the text as it was read last.</source>
        <translation>«{name}» ligger ikke lenger i mappen sin. Du ser teksten slik den sist ble lest.</translation>
    </message>
    <message>
        <location filename="../../ui/window/file_changes.py"/>
        <source>“{name}” was changed by another program and cannot be read now. You see the text as it was read last. {problem}</source>
        <translation>«{name}» ble endret av et annet program og kan ikke leses nå. Du ser teksten slik den sist ble lest. {problem}</translation>
    </message>
    <message>
        <location filename="../../ui/window/file_changes.py"/>
        <source>“{name}” was changed by another program and has been read again.</source>
        <translation>«{name}» ble endret av et annet program og er lest på nytt.</translation>
    </message>
    <message numerus="yes">
        <location filename="../../ui/window/file_changes.py"/>
        <source>“{name}” was changed by another program and has been read again: %Ln paragraph(s) changed.</source>
        <translation>
            <numerusform>«{name}» ble endret av et annet program og er lest på nytt: %Ln avsnitt er endret.</numerusform>
            <numerusform>«{name}» ble endret av et annet program og er lest på nytt: %Ln avsnitt er endret.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FileFilters</name>
    <message>
        <location filename="../../ui/toolkit/file_filters.py"/>
        <source>All files (*)</source>
        <translation>Alle filer (*)</translation>
    </message>
    <message>
        <location filename="../../ui/toolkit/file_filters.py"/>
        <source>Documents ({patterns})</source>
        <translation>Dokumenter ({patterns})</translation>
    </message>
    <message>
        <location filename="../../ui/toolkit/file_filters.py"/>
        <source>Translation memories (*.tmx)</source>
        <translation>Oversettelsesminner (*.tmx)</translation>
    </message>
</context>
<context>
    <name>FindBar</name>
    <message numerus="yes">
        <location filename="../../ui/navigation/find_bar.py"/>
        <source>%Ln found</source>
        <translation>
            <numerusform>%Ln funnet</numerusform>
            <numerusform>%Ln funnet</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../ui/navigation/find_bar.py"/>
        <source>All columns</source>
        <translation>Alle kolonner</translation>
    </message>
    <message>
        <location filename="../../ui/navigation/find_bar.py"/>
        <source>Both texts</source>
        <translation>Begge tekstene</translation>
    </message>
    <message>
        <location filename="../../ui/navigation/find_bar.py"/>
        <source>Find</source>
        <translation>Finn</translation>
    </message>
    <message>
        <location filename="../../ui/navigation/find_bar.py"/>
        <source>Find in text</source>
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
        <source>Search in</source>
        <translation>Søk i</translation>
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
        <source>Whole words</source>
        <translation>Hele ord</translation>
    </message>
    <message>
        <location filename="../../ui/navigation/find_bar.py"/>
        <source>continued from the beginning</source>
        <translation>fortsatte fra begynnelsen</translation>
    </message>
    <message>
        <location filename="../../ui/navigation/find_bar.py"/>
        <source>continued from the end</source>
        <translation>fortsatte fra slutten</translation>
    </message>
    <message>
        <location filename="../../ui/navigation/find_bar.py"/>
        <source>more than {many}</source>
        <translation>flere enn {many}</translation>
    </message>
    <message>
        <location filename="../../ui/navigation/find_bar.py"/>
        <source>{number} of {total}</source>
        <translation>{number} av {total}</translation>
    </message>
</context>
<context>
    <name>FirstOffer</name>
    <message>
        <location filename="../../ui/packages/first_offer.py"/>
        <source>A better language package for {source} to {target} is available (about {size} MB).</source>
        <translation>En bedre språkpakke fra {source} til {target} er tilgjengelig (omtrent {size} MB).</translation>
    </message>
    <message>
        <location filename="../../ui/packages/first_offer.py"/>
        <source>The official language package for {source} to {target} is available (about {size} MB).</source>
        <translation>Den offisielle språkpakken fra {source} til {target} er tilgjengelig (omtrent {size} MB).</translation>
    </message>
</context>
<context>
    <name>FocusKeys</name>
    <message>
        <location filename="../../ui/toolkit/focus_keys.py"/>
        <source>There is nothing to explain here.</source>
        <translation>Her er det ingenting å forklare.</translation>
    </message>
</context>
<context>
    <name>FolderNotices</name>
    <message numerus="yes">
        <location filename="../../ui/window/folder_notices.py"/>
        <source>%Ln are beyond the first {most}</source>
        <translation>
            <numerusform>%Ln kommer etter de første {most}</numerusform>
            <numerusform>%Ln kommer etter de første {most}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../ui/window/folder_notices.py"/>
        <source>%Ln are not texts</source>
        <translation>
            <numerusform>%Ln er ikke tekst</numerusform>
            <numerusform>%Ln er ikke tekster</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../ui/window/folder_notices.py"/>
        <source>%Ln could not be read</source>
        <translation>
            <numerusform>%Ln kunne ikke leses</numerusform>
            <numerusform>%Ln kunne ikke leses</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../ui/window/folder_notices.py"/>
        <source>%Ln folder(s) lie deeper than {depth} folders</source>
        <translation>
            <numerusform>%Ln mappe ligger dypere enn {depth} mapper</numerusform>
            <numerusform>%Ln mapper ligger dypere enn {depth} mapper</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../ui/window/folder_notices.py"/>
        <source>%Ln item(s) were skipped: {why}.</source>
        <translation>
            <numerusform>%Ln element ble hoppet over: {why}.</numerusform>
            <numerusform>%Ln elementer ble hoppet over: {why}.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../ui/window/folder_notices.py"/>
        <source>Added %Ln document(s) from “{folder}”.</source>
        <translation>
            <numerusform>La til %Ln dokument fra «{folder}».</numerusform>
            <numerusform>La til %Ln dokumenter fra «{folder}».</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../ui/window/folder_notices.py"/>
        <source>Adding %Ln document(s) from “{folder}”…</source>
        <translation>
            <numerusform>Legger til %Ln dokument fra «{folder}» …</numerusform>
            <numerusform>Legger til %Ln dokumenter fra «{folder}» …</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../ui/window/folder_notices.py"/>
        <source>All documents in “{folder}” are in your library.</source>
        <translation>Alle dokumentene i «{folder}» ligger i biblioteket ditt.</translation>
    </message>
    <message>
        <location filename="../../ui/window/folder_notices.py"/>
        <source>Cancel</source>
        <translation>Avbryt</translation>
    </message>
    <message>
        <location filename="../../ui/window/folder_notices.py"/>
        <source>Looking for documents in “{folder}”…</source>
        <translation>Leter etter dokumenter i «{folder}» …</translation>
    </message>
    <message>
        <location filename="../../ui/window/folder_notices.py"/>
        <source>New documents in it will join your library by themselves.</source>
        <translation>Nye dokumenter i den legges automatisk til i biblioteket.</translation>
    </message>
    <message>
        <location filename="../../ui/window/folder_notices.py"/>
        <source>No documents from “{folder}” were added.</source>
        <translation>Ingen dokumenter fra «{folder}» ble lagt til.</translation>
    </message>
    <message>
        <location filename="../../ui/window/folder_notices.py"/>
        <source>Show what was skipped</source>
        <translation>Vis hva som ble hoppet over</translation>
    </message>
    <message>
        <location filename="../../ui/window/folder_notices.py"/>
        <source>The folder “{folder}” cannot be read: {reason}.</source>
        <translation>Mappen «{folder}» kan ikke leses: {reason}.</translation>
    </message>
    <message>
        <location filename="../../ui/window/folder_notices.py"/>
        <source>Watch this folder</source>
        <translation>Overvåk denne mappen</translation>
    </message>
    <message>
        <location filename="../../ui/window/folder_notices.py"/>
        <source>“{folder}” has no documents that Tospalt can read.</source>
        <translation>Det er ingen dokumenter i «{folder}» som Tospalt kan lese.</translation>
    </message>
</context>
<context>
    <name>FolderOpening</name>
    <message>
        <location filename="../../ui/toolkit/folder_opening.py"/>
        <source>No file manager could open the folder “{folder}”.</source>
        <translation>Mappen «{folder}» kunne ikke åpnes i noen filbehandler.</translation>
    </message>
    <message>
        <location filename="../../ui/toolkit/folder_opening.py"/>
        <source>The folder “{folder}” cannot be opened: {reason}.</source>
        <translation>Mappen «{folder}» kan ikke åpnes: {reason}.</translation>
    </message>
    <message>
        <location filename="../../ui/toolkit/folder_opening.py"/>
        <source>The folder “{folder}” does not exist yet.</source>
        <translation>Mappen «{folder}» finnes ikke ennå.</translation>
    </message>
</context>
<context>
    <name>Forgetter</name>
    <message numerus="yes">
        <location filename="../../ui/window/forgetter.py"/>
        <source>%Ln document(s) were forgotten.</source>
        <translation>
            <numerusform>%Ln dokument ble glemt.</numerusform>
            <numerusform>%Ln dokumenter ble glemt.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../ui/window/forgetter.py"/>
        <source>%Ln document(s) were not forgotten: which sentences they have cannot be known without their files. Find the files first, or forget everything.</source>
        <translation>
            <numerusform>%Ln dokument ble ikke glemt: Uten filen er det ikke mulig å vite hvilke setninger det har. Finn filen først, eller glem alt.</numerusform>
            <numerusform>%Ln dokumenter ble ikke glemt: Uten filene er det ikke mulig å vite hvilke setninger de har. Finn filene først, eller glem alt.</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../ui/window/forgetter.py"/>
        <source>Another Tospalt window has one of these documents open. What you do there will be remembered again.</source>
        <translation>Et annet Tospalt-vindu har et av disse dokumentene åpent. Det du gjør der, blir husket igjen.</translation>
    </message>
    <message>
        <location filename="../../ui/window/forgetter.py"/>
        <source>Everything was forgotten.</source>
        <translation>Alt er glemt.</translation>
    </message>
    <message>
        <location filename="../../ui/window/forgetter.py"/>
        <source>Nothing was forgotten: the translation memory cannot be written to.</source>
        <translation>Ingenting ble glemt: Det går ikke å skrive til oversettelsesminnet.</translation>
    </message>
    <message>
        <location filename="../../ui/window/forgetter.py"/>
        <source>Parts of the text are still in the file because another program is using it or the disk is full. Try again later.</source>
        <translation>Deler av teksten ligger fortsatt i filen fordi et annet program bruker den eller disken er full. Prøv igjen senere.</translation>
    </message>
    <message>
        <location filename="../../ui/window/forgetter.py"/>
        <source>“{title}” was forgotten.</source>
        <translation>«{title}» er glemt.</translation>
    </message>
    <message>
        <location filename="../../ui/window/forgetter.py"/>
        <source>“{title}” was not forgotten: which sentences it has cannot be known without its file. Find the file first, or forget everything.</source>
        <translation>«{title}» ble ikke glemt: Uten filen er det ikke mulig å vite hvilke setninger dokumentet har. Finn filen først, eller glem alt.</translation>
    </message>
</context>
<context>
    <name>Forgetting</name>
    <message numerus="yes">
        <location filename="../../ui/window/forgetting.py"/>
        <source>%Ln accepted sentence(s)</source>
        <translation>
            <numerusform>%Ln godtatt setning</numerusform>
            <numerusform>%Ln godtatte setninger</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../ui/window/forgetting.py"/>
        <source>%Ln bookmark(s)</source>
        <translation>
            <numerusform>%Ln bokmerke</numerusform>
            <numerusform>%Ln bokmerker</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../ui/window/forgetting.py"/>
        <source>%Ln dismissed warning(s)</source>
        <translation>
            <numerusform>%Ln avvist varsel</numerusform>
            <numerusform>%Ln avviste varsler</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../ui/window/forgetting.py"/>
        <source>%Ln document(s) will be forgotten. This cannot be undone.</source>
        <translation>
            <numerusform>%Ln dokument blir glemt. Dette kan ikke angres.</numerusform>
            <numerusform>%Ln dokumenter blir glemt. Dette kan ikke angres.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../ui/window/forgetting.py"/>
        <source>%Ln edit(s)</source>
        <translation>
            <numerusform>%Ln redigering</numerusform>
            <numerusform>%Ln redigeringer</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../ui/window/forgetting.py"/>
        <source>%Ln imported sentence(s)</source>
        <translation>
            <numerusform>%Ln importert setning</numerusform>
            <numerusform>%Ln importerte setninger</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../ui/window/forgetting.py"/>
        <source>%Ln note(s)</source>
        <translation>
            <numerusform>%Ln notat</numerusform>
            <numerusform>%Ln notater</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../ui/window/forgetting.py"/>
        <source>%Ln sentence(s) will be kept because other documents in the library have them too.</source>
        <translation>
            <numerusform>%Ln setning beholdes fordi andre dokumenter i biblioteket også har den.</numerusform>
            <numerusform>%Ln setninger beholdes fordi andre dokumenter i biblioteket også har dem.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../ui/window/forgetting.py"/>
        <source>%Ln translated sentence(s)</source>
        <translation>
            <numerusform>%Ln oversatt setning</numerusform>
            <numerusform>%Ln oversatte setninger</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../ui/window/forgetting.py"/>
        <source>Cancel</source>
        <translation>Avbryt</translation>
    </message>
    <message>
        <location filename="../../ui/window/forgetting.py"/>
        <source>Delete</source>
        <translation>Slett</translation>
    </message>
    <message numerus="yes">
        <location filename="../../ui/window/forgetting.py"/>
        <source>Delete %Ln pasted text(s)? They are not kept anywhere else. They are deleted with their translations, their entries in the library and your places in them. This cannot be undone.</source>
        <translation>
            <numerusform>Vil du slette %Ln innlimt tekst? Den er ikke lagret noe annet sted. Den blir slettet sammen med oversettelsen, oppføringen i biblioteket og stedet der du sluttet å lese. Dette kan ikke angres.</numerusform>
            <numerusform>Vil du slette %Ln innlimte tekster? De er ikke lagret noe annet sted. De blir slettet sammen med oversettelsene, oppføringene i biblioteket og stedene der du sluttet å lese. Dette kan ikke angres.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../ui/window/forgetting.py"/>
        <source>Delete my edit(s)</source>
        <translation>
            <numerusform>Slett redigeringen min</numerusform>
            <numerusform>Slett redigeringene mine</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../ui/window/forgetting.py"/>
        <source>Delete “{title}”? This text was pasted into Tospalt and is not kept anywhere else. It is deleted with its translation, its entry in the library and your place in it. This cannot be undone.</source>
        <translation>Vil du slette «{title}»? Teksten ble limt inn i Tospalt og er ikke lagret noe annet sted. Den blir slettet sammen med oversettelsen, oppføringen i biblioteket og stedet der du sluttet å lese. Dette kan ikke angres.</translation>
    </message>
    <message>
        <location filename="../../ui/window/forgetting.py"/>
        <source>Forget</source>
        <translation>Glem</translation>
    </message>
    <message numerus="yes">
        <location filename="../../ui/window/forgetting.py"/>
        <source>Forget %Ln document(s)? Their translations, their entries in the library and your places in them are deleted. The files themselves are not deleted. This cannot be undone.</source>
        <translation>
            <numerusform>Vil du glemme %Ln dokument? Oversettelsen, oppføringen i biblioteket og stedet du var kommet til, slettes. Selve filen slettes ikke. Dette kan ikke angres.</numerusform>
            <numerusform>Vil du glemme %Ln dokumenter? Oversettelsene, oppføringene i biblioteket og stedene du var kommet til, slettes. Selve filene slettes ikke. Dette kan ikke angres.</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../ui/window/forgetting.py"/>
        <source>Forget all translations, all your edits, what you have accepted and dismissed, your notes and bookmarks, and your library? The files themselves are not deleted. This cannot be undone.</source>
        <translation>Vil du glemme alle oversettelser, alle redigeringene dine, det du har godtatt og avvist, notatene og bokmerkene dine, og biblioteket ditt? Selve filene slettes ikke. Dette kan ikke angres.</translation>
    </message>
    <message>
        <location filename="../../ui/window/forgetting.py"/>
        <source>Forget everything</source>
        <translation>Glem alt</translation>
    </message>
    <message>
        <location filename="../../ui/window/forgetting.py"/>
        <source>Forget “{title}”? Its translation, its entry in the library and your place in it are deleted. The file itself is not deleted. This cannot be undone.</source>
        <translation>Vil du glemme «{title}»? Oversettelsen, oppføringen i biblioteket og stedet du var kommet til, slettes. Selve filen slettes ikke. Dette kan ikke angres.</translation>
    </message>
    <message>
        <location filename="../../ui/window/forgetting.py"/>
        <source>Forget “{title}”? This text was pasted into Tospalt and is not kept anywhere else. It is deleted with its translation, its entry in the library and your place in it. This cannot be undone.</source>
        <translation>Vil du glemme «{title}»? Teksten ble limt inn i Tospalt og er ikke lagret noe annet sted. Den blir slettet sammen med oversettelsen, oppføringen i biblioteket og stedet der du sluttet å lese. Dette kan ikke angres.</translation>
    </message>
    <message numerus="yes">
        <location filename="../../ui/window/forgetting.py"/>
        <source>Keep my edit(s)</source>
        <translation>
            <numerusform>Behold redigeringen min</numerusform>
            <numerusform>Behold redigeringene mine</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../ui/window/forgetting.py"/>
        <source>No translations or edits are stored, only notes, bookmarks or choices for documents.</source>
        <translation>Ingen oversettelser eller redigeringer er lagret, bare notater, bokmerker eller valg for dokumenter.</translation>
    </message>
    <message>
        <location filename="../../ui/window/forgetting.py"/>
        <source>No translations or edits are stored.</source>
        <translation>Ingen oversettelser eller redigeringer er lagret.</translation>
    </message>
    <message numerus="yes">
        <location filename="../../ui/window/forgetting.py"/>
        <source>Sentences that it shares with document(s) that cannot be read will also be forgotten: {names}</source>
        <translation>
            <numerusform>Setninger det har felles med et dokument som ikke kan leses, blir også glemt: {names}</numerusform>
            <numerusform>Setninger det har felles med dokumenter som ikke kan leses, blir også glemt: {names}</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../ui/window/forgetting.py"/>
        <source>Size on disk: {size}</source>
        <translation>Plass på disken: {size}</translation>
    </message>
    <message>
        <location filename="../../ui/window/forgetting.py"/>
        <source>The texts that you have pasted are deleted: they are not kept anywhere else.</source>
        <translation>Tekster du har limt inn, blir slettet. De er ikke lagret noe annet sted.</translation>
    </message>
    <message>
        <location filename="../../ui/window/forgetting.py"/>
        <source>The words that you have added to the dictionary are deleted too.</source>
        <translation>Ordene du har lagt til i ordlisten, slettes også.</translation>
    </message>
    <message numerus="yes">
        <location filename="../../ui/window/forgetting.py"/>
        <source>These documents will be forgotten. Also delete your %Ln edit(s) in them? This cannot be undone.</source>
        <translation>
            <numerusform>Dokumentene blir glemt. Vil du også slette redigeringen din i dem? Dette kan ikke angres.</numerusform>
            <numerusform>Dokumentene blir glemt. Vil du også slette de %Ln redigeringene dine i dem? Dette kan ikke angres.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../ui/window/forgetting.py"/>
        <source>These documents will be forgotten. Also delete your %Ln unsaved edit(s) in them? This cannot be undone.</source>
        <translation>
            <numerusform>Dokumentene blir glemt. Vil du også slette den ulagrede redigeringen din i dem? Dette kan ikke angres.</numerusform>
            <numerusform>Dokumentene blir glemt. Vil du også slette de %Ln ulagrede redigeringene dine i dem? Dette kan ikke angres.</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../ui/window/forgetting.py"/>
        <source>These will also be forgotten: {what}</source>
        <translation>Dette glemmes også: {what}</translation>
    </message>
    <message numerus="yes">
        <location filename="../../ui/window/forgetting.py"/>
        <source>This document will be forgotten. Also delete your %Ln edit(s) in it? This cannot be undone.</source>
        <translation>
            <numerusform>Dokumentet blir glemt. Vil du også slette redigeringen din i det? Dette kan ikke angres.</numerusform>
            <numerusform>Dokumentet blir glemt. Vil du også slette de %Ln redigeringene dine i det? Dette kan ikke angres.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../ui/window/forgetting.py"/>
        <source>This document will be forgotten. Also delete your %Ln unsaved edit(s) in it? This cannot be undone.</source>
        <translation>
            <numerusform>Dokumentet blir glemt. Vil du også slette den ulagrede redigeringen din i det? Dette kan ikke angres.</numerusform>
            <numerusform>Dokumentet blir glemt. Vil du også slette de %Ln ulagrede redigeringene dine i det? Dette kan ikke angres.</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../ui/window/forgetting.py"/>
        <source>Tospalt is still deleting what you asked it to forget. If you quit again, some of it may not be deleted.</source>
        <translation>Tospalt holder fortsatt på å slette det du ba programmet om å glemme. Avslutter du igjen, er det ikke sikkert at alt blir slettet.</translation>
    </message>
    <message numerus="yes">
        <location filename="../../ui/window/forgetting.py"/>
        <source>What you delete may also belong to document(s) that cannot be read: {names}</source>
        <translation>
            <numerusform>Det du sletter, kan også høre til et dokument som ikke kan leses: {names}</numerusform>
            <numerusform>Det du sletter, kan også høre til dokumenter som ikke kan leses: {names}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../ui/window/forgetting.py"/>
        <source>Your choice also applies to %Ln unsaved edit(s).</source>
        <translation>
            <numerusform>Valget gjelder også én ulagret redigering.</numerusform>
            <numerusform>Valget gjelder også %Ln ulagrede redigeringer.</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../ui/window/forgetting.py"/>
        <source>{source} to {target}: {translations} and {edits}</source>
        <translation>{source} til {target}: {translations} og {edits}</translation>
    </message>
    <message>
        <location filename="../../ui/window/forgetting.py"/>
        <source>{source} to {target}: {translations}, {edits} and {imported}</source>
        <translation>{source} til {target}: {translations}, {edits} og {imported}</translation>
    </message>
    <message>
        <location filename="../../ui/window/forgetting.py"/>
        <source>{translations} and {edits} are stored, only on this computer, so that documents you open again are translated at once. What you forget cannot be recovered.</source>
        <translation>{translations} og {edits} er lagret, bare på denne datamaskinen, slik at dokumenter du åpner igjen, er oversatt med en gang. Det du glemmer, kan ikke gjenopprettes.</translation>
    </message>
    <message>
        <location filename="../../ui/window/forgetting.py"/>
        <source>{translations}, {edits} and {imported} are stored, only on this computer, so that documents you open again are translated at once. What you forget cannot be recovered.</source>
        <translation>{translations}, {edits} og {imported} er lagret, bare på denne datamaskinen, slik at dokumenter du åpner igjen, er oversatt med en gang. Det du glemmer, kan ikke gjenopprettes.</translation>
    </message>
</context>
<context>
    <name>FullScreen</name>
    <message>
        <location filename="../../ui/window/full_screen.py"/>
        <source>Press Esc or {keys} to leave full screen.</source>
        <translation>Trykk Esc eller {keys} for å gå ut av fullskjerm.</translation>
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
        <source>Paragraph number</source>
        <translation>Avsnittsnummer</translation>
    </message>
    <message>
        <location filename="../../ui/navigation/go_to_bar.py"/>
        <source>There is no paragraph {number}. Type a number ({range}).</source>
        <translation>Avsnitt {number} finnes ikke. Skriv et tall ({range}).</translation>
    </message>
    <message>
        <location filename="../../ui/navigation/go_to_bar.py"/>
        <source>This document has no numbered paragraphs.</source>
        <translation>Dette dokumentet har ingen nummererte avsnitt.</translation>
    </message>
    <message>
        <location filename="../../ui/navigation/go_to_bar.py"/>
        <source>Type a number ({range}).</source>
        <translation>Skriv et tall ({range}).</translation>
    </message>
</context>
<context>
    <name>HitList</name>
    <message>
        <location filename="../../ui/concordance/hit_list.py"/>
        <source>Sentences</source>
        <translation>Setninger</translation>
    </message>
</context>
<context>
    <name>HitModel</name>
    <message>
        <location filename="../../ui/concordance/model.py"/>
        <source>Imported</source>
        <translation>Importert</translation>
    </message>
    <message>
        <location filename="../../ui/concordance/model.py"/>
        <source>No linked word</source>
        <translation>Ingen koblede ord</translation>
    </message>
    <message>
        <location filename="../../ui/concordance/model.py"/>
        <source>Paragraph {number}</source>
        <translation>Avsnitt {number}</translation>
    </message>
    <message>
        <location filename="../../ui/concordance/model.py"/>
        <source>This document</source>
        <translation>Dette dokumentet</translation>
    </message>
    <message>
        <location filename="../../ui/concordance/model.py"/>
        <source>Translation memory</source>
        <translation>Oversettelsesminnet</translation>
    </message>
    <message>
        <location filename="../../ui/concordance/model.py"/>
        <source>Your edit</source>
        <translation>Din redigering</translation>
    </message>
</context>
<context>
    <name>ImportDialog</name>
    <message>
        <location filename="../../ui/memory/import_dialog.py"/>
        <source>&amp;Both directions</source>
        <translation>&amp;Begge retninger</translation>
    </message>
    <message>
        <location filename="../../ui/memory/import_dialog.py"/>
        <source>&amp;From:</source>
        <translation>&amp;Fra:</translation>
    </message>
    <message>
        <location filename="../../ui/memory/import_dialog.py"/>
        <source>&amp;Import</source>
        <translation>&amp;Importer</translation>
    </message>
    <message>
        <location filename="../../ui/memory/import_dialog.py"/>
        <source>&amp;To:</source>
        <translation>&amp;Til:</translation>
    </message>
    <message>
        <location filename="../../ui/memory/import_dialog.py"/>
        <source>Import into the translation memory</source>
        <translation>Importer til oversettelsesminnet</translation>
    </message>
    <message>
        <location filename="../../ui/memory/import_dialog.py"/>
        <source>Importing…</source>
        <translation>Importerer …</translation>
    </message>
    <message numerus="yes">
        <location filename="../../ui/memory/import_dialog.py"/>
        <source>Reading the file(s)…</source>
        <translation>
            <numerusform>Leser filen …</numerusform>
            <numerusform>Leser filene …</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../ui/memory/import_dialog.py"/>
        <source>The translations in {names} are added to the translation memory. They are used as if you had made them. Your own edits stay as they are.</source>
        <translation>Oversettelsene i {names} blir lagt til i oversettelsesminnet. De brukes som om du hadde laget dem selv. Dine egne redigeringer blir ikke endret.</translation>
    </message>
    <message>
        <location filename="../../ui/memory/import_dialog.py"/>
        <source>“{name}”</source>
        <translation>«{name}»</translation>
    </message>
</context>
<context>
    <name>Information</name>
    <message>
        <location filename="../../ui/window/information.py"/>
        <source>Document information</source>
        <translation>Dokumentinformasjon</translation>
    </message>
</context>
<context>
    <name>InformationDialog</name>
    <message>
        <location filename="../../ui/window/information_dialog.py"/>
        <source>&amp;Copy</source>
        <translation>&amp;Kopier</translation>
    </message>
    <message>
        <location filename="../../ui/window/information_dialog.py"/>
        <source>Copied.</source>
        <translation>Kopiert.</translation>
    </message>
    <message>
        <location filename="../../ui/window/information_dialog.py"/>
        <source>Document information</source>
        <translation>Dokumentinformasjon</translation>
    </message>
    <message>
        <location filename="../../ui/window/information_dialog.py"/>
        <source>Open &amp;folder</source>
        <translation>Åpne &amp;mappen</translation>
    </message>
</context>
<context>
    <name>InformationText</name>
    <message numerus="yes">
        <location filename="../../ui/window/information_text.py"/>
        <source>%Ln byte(s)</source>
        <translation>
            <numerusform>%Ln byte</numerusform>
            <numerusform>%Ln byte</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../ui/window/information_text.py"/>
        <source>%Ln page(s), by {program}</source>
        <translation>
            <numerusform>%Ln side, med {program}</numerusform>
            <numerusform>%Ln sider, med {program}</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../ui/window/information_text.py"/>
        <source>As they are in the file, as chosen by you</source>
        <translation>Som i filen (valgt av deg)</translation>
    </message>
    <message>
        <location filename="../../ui/window/information_text.py"/>
        <source>Author</source>
        <translation>Forfatter</translation>
    </message>
    <message>
        <location filename="../../ui/window/information_text.py"/>
        <source>Characters, with spaces</source>
        <translation>Tegn, med mellomrom</translation>
    </message>
    <message>
        <location filename="../../ui/window/information_text.py"/>
        <source>Contents</source>
        <translation>Innhold</translation>
    </message>
    <message>
        <location filename="../../ui/window/information_text.py"/>
        <source>Counting…</source>
        <translation>Teller …</translation>
    </message>
    <message>
        <location filename="../../ui/window/information_text.py"/>
        <source>Date</source>
        <translation>Dato</translation>
    </message>
    <message>
        <location filename="../../ui/window/information_text.py"/>
        <source>Detected language</source>
        <translation>Gjenkjent språk</translation>
    </message>
    <message>
        <location filename="../../ui/window/information_text.py"/>
        <source>Document</source>
        <translation>Dokument</translation>
    </message>
    <message>
        <location filename="../../ui/window/information_text.py"/>
        <source>Encoding</source>
        <translation>Tegnkoding</translation>
    </message>
    <message>
        <location filename="../../ui/window/information_text.py"/>
        <source>File</source>
        <translation>Fil</translation>
    </message>
    <message>
        <location filename="../../ui/window/information_text.py"/>
        <source>Folder</source>
        <translation>Mappe</translation>
    </message>
    <message>
        <location filename="../../ui/window/information_text.py"/>
        <source>Footnotes and endnotes</source>
        <translation>Fotnoter og sluttnoter</translation>
    </message>
    <message>
        <location filename="../../ui/window/information_text.py"/>
        <source>Format</source>
        <translation>Format</translation>
    </message>
    <message>
        <location filename="../../ui/window/information_text.py"/>
        <source>Headings</source>
        <translation>Overskrifter</translation>
    </message>
    <message>
        <location filename="../../ui/window/information_text.py"/>
        <source>Images</source>
        <translation>Bilder</translation>
    </message>
    <message>
        <location filename="../../ui/window/information_text.py"/>
        <source>Joined to paragraphs, as chosen by you</source>
        <translation>Slått sammen til avsnitt (valgt av deg)</translation>
    </message>
    <message>
        <location filename="../../ui/window/information_text.py"/>
        <source>Language according to the file</source>
        <translation>Språk ifølge filen</translation>
    </message>
    <message>
        <location filename="../../ui/window/information_text.py"/>
        <source>Last changed</source>
        <translation>Sist endret</translation>
    </message>
    <message>
        <location filename="../../ui/window/information_text.py"/>
        <source>Lines</source>
        <translation>Linjer</translation>
    </message>
    <message>
        <location filename="../../ui/window/information_text.py"/>
        <source>List items</source>
        <translation>Listepunkter</translation>
    </message>
    <message>
        <location filename="../../ui/window/information_text.py"/>
        <source>Name</source>
        <translation>Navn</translation>
    </message>
    <message>
        <location filename="../../ui/window/information_text.py"/>
        <source>Nothing was left out.</source>
        <translation>Ingenting er utelatt.</translation>
    </message>
    <message>
        <location filename="../../ui/window/information_text.py"/>
        <source>Nothing was repaired.</source>
        <translation>Ingenting er reparert.</translation>
    </message>
    <message>
        <location filename="../../ui/window/information_text.py"/>
        <source>Paragraphs</source>
        <translation>Avsnitt</translation>
    </message>
    <message>
        <location filename="../../ui/window/information_text.py"/>
        <source>Paragraphs not translated</source>
        <translation>Avsnitt som ikke er oversatt</translation>
    </message>
    <message>
        <location filename="../../ui/window/information_text.py"/>
        <source>Pasted on</source>
        <translation>Limt inn</translation>
    </message>
    <message>
        <location filename="../../ui/window/information_text.py"/>
        <source>Pasted text</source>
        <translation>Innlimt tekst</translation>
    </message>
    <message>
        <location filename="../../ui/window/information_text.py"/>
        <source>Protected</source>
        <translation>Beskyttet</translation>
    </message>
    <message>
        <location filename="../../ui/window/information_text.py"/>
        <source>Size</source>
        <translation>Størrelse</translation>
    </message>
    <message>
        <location filename="../../ui/window/information_text.py"/>
        <source>Tables</source>
        <translation>Tabeller</translation>
    </message>
    <message>
        <location filename="../../ui/window/information_text.py"/>
        <source>Text recognised</source>
        <translation>Tekst gjenkjent</translation>
    </message>
    <message>
        <location filename="../../ui/window/information_text.py"/>
        <source>Title</source>
        <translation>Tittel</translation>
    </message>
    <message>
        <location filename="../../ui/window/information_text.py"/>
        <source>What was left out</source>
        <translation>Utelatt</translation>
    </message>
    <message>
        <location filename="../../ui/window/information_text.py"/>
        <source>What was repaired</source>
        <translation>Reparert</translation>
    </message>
    <message>
        <location filename="../../ui/window/information_text.py"/>
        <source>Words</source>
        <translation>Ord</translation>
    </message>
    <message>
        <location filename="../../ui/window/information_text.py"/>
        <source>Words perhaps misread</source>
        <translation>Ord som kan være lest feil</translation>
    </message>
    <message>
        <location filename="../../ui/window/information_text.py"/>
        <source>by a password</source>
        <translation>med passord</translation>
    </message>
    <message>
        <location filename="../../ui/window/information_text.py"/>
        <source>d MMMM yyyy</source>
        <translation>d. MMMM yyyy</translation>
    </message>
    <message>
        <location filename="../../ui/window/information_text.py"/>
        <source>unknown ({reason})</source>
        <translation>ukjent ({reason})</translation>
    </message>
    <message>
        <location filename="../../ui/window/information_text.py"/>
        <source>{date} at {time}</source>
        <translation>{date} kl. {time}</translation>
    </message>
    <message>
        <location filename="../../ui/window/information_text.py"/>
        <source>{encoding}, chosen by you</source>
        <translation>{encoding}, valgt av deg</translation>
    </message>
    <message>
        <location filename="../../ui/window/information_text.py"/>
        <source>{language} (uncertain)</source>
        <translation>{language} (usikkert)</translation>
    </message>
    <message>
        <location filename="../../ui/window/information_text.py"/>
        <source>{language}: {count}</source>
        <translation>{language}: {count}</translation>
    </message>
</context>
<context>
    <name>Judging</name>
    <message>
        <location filename="../../ui/editing/judging.py"/>
        <source>Something was forgotten elsewhere, perhaps “{sentence}”. What you did with this sentence can no longer be undone or redone.</source>
        <translation>Noe ble glemt et annet sted, kanskje «{sentence}». Det du gjorde med denne setningen, kan ikke lenger angres eller gjøres om.</translation>
    </message>
    <message numerus="yes">
        <location filename="../../ui/editing/judging.py"/>
        <source>acceptance of %Ln sentence(s)</source>
        <translation>
            <numerusform>godtakelse av %Ln setning</numerusform>
            <numerusform>godtakelse av %Ln setninger</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../ui/editing/judging.py"/>
        <source>acceptance of “{sentence}”</source>
        <translation>godtakelse av «{sentence}»</translation>
    </message>
    <message numerus="yes">
        <location filename="../../ui/editing/judging.py"/>
        <source>dismissal of %Ln warning(s)</source>
        <translation>
            <numerusform>avvisning av %Ln varsel</numerusform>
            <numerusform>avvisning av %Ln varsler</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../ui/editing/judging.py"/>
        <source>dismissal of a warning on “{sentence}”</source>
        <translation>avvisning av et varsel om «{sentence}»</translation>
    </message>
    <message numerus="yes">
        <location filename="../../ui/editing/judging.py"/>
        <source>return of %Ln warning(s)</source>
        <translation>
            <numerusform>gjeninnføring av %Ln varsel</numerusform>
            <numerusform>gjeninnføring av %Ln varsler</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../ui/editing/judging.py"/>
        <source>return of a warning on “{sentence}”</source>
        <translation>gjeninnføring av et varsel om «{sentence}»</translation>
    </message>
    <message numerus="yes">
        <location filename="../../ui/editing/judging.py"/>
        <source>withdrawn acceptance of %Ln sentence(s)</source>
        <translation>
            <numerusform>tilbaketrekking av godtakelsen av %Ln setning</numerusform>
            <numerusform>tilbaketrekking av godtakelsen av %Ln setninger</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../ui/editing/judging.py"/>
        <source>withdrawn acceptance of “{sentence}”</source>
        <translation>tilbaketrekking av godtakelsen av «{sentence}»</translation>
    </message>
</context>
<context>
    <name>JudgingNotices</name>
    <message>
        <location filename="../../ui/editing/judging_notices.py"/>
        <source>Changes to your accepted sentences and dismissed warnings could not be saved to disk. If you quit again, Tospalt will try to save them when it starts next.</source>
        <translation>Endringer i de godtatte setningene og avviste varslene dine kunne ikke lagres på disken. Avslutter du igjen, prøver Tospalt å lagre dem neste gang det starter.</translation>
    </message>
</context>
<context>
    <name>KeptNotices</name>
    <message>
        <location filename="../../ui/window/kept_notices.py"/>
        <source>Notes, bookmarks or choices for documents could not be saved to disk. If you quit again, Tospalt will try to save them when it starts next.</source>
        <translation>Notater, bokmerker eller valg for dokumenter kunne ikke lagres på disken. Avslutter du igjen, prøver Tospalt å lagre dem neste gang det starter.</translation>
    </message>
    <message>
        <location filename="../../ui/window/kept_notices.py"/>
        <source>Notes, bookmarks or choices for documents could not be saved to disk. Tospalt keeps trying while it is open.</source>
        <translation>Notater, bokmerker eller valg for dokumenter kunne ikke lagres på disken. Tospalt fortsetter å prøve mens programmet er åpent.</translation>
    </message>
</context>
<context>
    <name>LeftParagraphs</name>
    <message>
        <location filename="../../ui/window/left_paragraphs.py"/>
        <source>This paragraph does not seem to be in another language.</source>
        <translation>Avsnittet ser ikke ut til å være på et annet språk.</translation>
    </message>
    <message>
        <location filename="../../ui/window/left_paragraphs.py"/>
        <source>You have edited this paragraph. It stays translated.</source>
        <translation>Du har redigert dette avsnittet. Det forblir oversatt.</translation>
    </message>
</context>
<context>
    <name>LibraryController</name>
    <message numerus="yes">
        <location filename="../../ui/library/controller.py"/>
        <source>%Ln document(s) were removed from the library. The files themselves were not changed.</source>
        <translation>
            <numerusform>%Ln dokument ble fjernet fra biblioteket. Selve filen er ikke endret.</numerusform>
            <numerusform>%Ln dokumenter ble fjernet fra biblioteket. Selve filene er ikke endret.</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../ui/library/controller.py"/>
        <source>Open documents</source>
        <translation>Åpne dokumenter</translation>
    </message>
    <message>
        <location filename="../../ui/library/controller.py"/>
        <source>The examples that come with Tospalt cannot be removed from the library.</source>
        <translation>Eksemplene som følger med Tospalt, kan ikke fjernes fra biblioteket.</translation>
    </message>
    <message>
        <location filename="../../ui/library/controller.py"/>
        <source>“{name}” was removed from the library.</source>
        <translation>«{name}» ble fjernet fra biblioteket.</translation>
    </message>
    <message>
        <location filename="../../ui/library/controller.py"/>
        <source>“{name}” was removed from the library. The file itself was not changed.</source>
        <translation>«{name}» ble fjernet fra biblioteket. Selve filen er ikke endret.</translation>
    </message>
</context>
<context>
    <name>LibraryModel</name>
    <message numerus="yes">
        <location filename="../../ui/library/model.py"/>
        <source>%Ln word(s)</source>
        <translation>
            <numerusform>%Ln ord</numerusform>
            <numerusform>%Ln ord</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../ui/library/model.py"/>
        <source>Cannot be read</source>
        <translation>Kan ikke leses</translation>
    </message>
    <message>
        <location filename="../../ui/library/model.py"/>
        <source>Example that comes with Tospalt</source>
        <translation>Eksempel som følger med Tospalt</translation>
    </message>
    <message>
        <location filename="../../ui/library/model.py"/>
        <source>Missing</source>
        <translation>Mangler</translation>
    </message>
    <message>
        <location filename="../../ui/library/model.py"/>
        <source>Pasted text, kept by Tospalt</source>
        <translation>Innlimt tekst, lagret av Tospalt</translation>
    </message>
    <message>
        <location filename="../../ui/library/model.py"/>
        <source>example</source>
        <translation>eksempel</translation>
    </message>
    <message>
        <location filename="../../ui/library/model.py"/>
        <source>open</source>
        <translation>åpent</translation>
    </message>
    <message>
        <location filename="../../ui/library/model.py"/>
        <source>translated</source>
        <translation>oversatt</translation>
    </message>
    <message numerus="yes">
        <location filename="../../ui/library/model.py"/>
        <source>{number} of %Ln sentence(s) checked</source>
        <translation>
            <numerusform>{number} av %Ln setning sjekket</numerusform>
            <numerusform>{number} av %Ln setninger sjekket</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../ui/library/model.py"/>
        <source>{percent}% translated</source>
        <translation>{percent} % oversatt</translation>
    </message>
</context>
<context>
    <name>LibraryPanel</name>
    <message>
        <location filename="../../ui/library/panel.py"/>
        <source>Filter documents…</source>
        <translation>Filtrer dokumenter …</translation>
    </message>
    <message>
        <location filename="../../ui/library/panel.py"/>
        <source>No document matches “{words}”.</source>
        <translation>Ingen dokumenter passer med «{words}».</translation>
    </message>
    <message>
        <location filename="../../ui/library/panel.py"/>
        <source>Show all documents</source>
        <translation>Vis alle dokumenter</translation>
    </message>
    <message>
        <location filename="../../ui/library/panel.py"/>
        <source>Sort documents</source>
        <translation>Sorter dokumenter</translation>
    </message>
    <message>
        <location filename="../../ui/library/panel.py"/>
        <source>Titles are still being read.</source>
        <translation>Titlene leses fortsatt inn.</translation>
    </message>
    <message numerus="yes">
        <location filename="../../ui/library/panel.py"/>
        <source>{number} of %Ln document(s)</source>
        <translation>
            <numerusform>{number} av %Ln dokument</numerusform>
            <numerusform>{number} av %Ln dokumenter</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LibrarySteps</name>
    <message numerus="yes">
        <location filename="../../ui/library/steps.py"/>
        <source>addition of %Ln document(s)</source>
        <translation>
            <numerusform>tilføyelse av %Ln dokument</numerusform>
            <numerusform>tilføyelse av %Ln dokumenter</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../ui/library/steps.py"/>
        <source>change of place of “{name}”</source>
        <translation>endring av plasseringen til «{name}»</translation>
    </message>
    <message>
        <location filename="../../ui/library/steps.py"/>
        <source>change of title of “{name}”</source>
        <translation>endring av tittelen på «{name}»</translation>
    </message>
    <message numerus="yes">
        <location filename="../../ui/library/steps.py"/>
        <source>removal of %Ln document(s)</source>
        <translation>
            <numerusform>fjerning av %Ln dokument</numerusform>
            <numerusform>fjerning av %Ln dokumenter</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../ui/library/steps.py"/>
        <source>removal of “{name}”</source>
        <translation>fjerning av «{name}»</translation>
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
    <name>Links</name>
    <message>
        <location filename="../../ui/window/links.py"/>
        <source>Open</source>
        <translation>Åpne</translation>
    </message>
    <message>
        <location filename="../../ui/window/links.py"/>
        <source>Open “{address}” in your web browser?</source>
        <translation>Vil du åpne «{address}» i nettleseren?</translation>
    </message>
    <message>
        <location filename="../../ui/window/links.py"/>
        <source>There is no place “{name}” in this document.</source>
        <translation>Dette dokumentet har ikke noe sted som heter «{name}».</translation>
    </message>
    <message>
        <location filename="../../ui/window/links.py"/>
        <source>“{address}” is not a web address.</source>
        <translation>«{address}» er ikke en nettadresse.</translation>
    </message>
</context>
<context>
    <name>LogDialog</name>
    <message>
        <location filename="../../ui/window/log_dialog.py"/>
        <source>Log</source>
        <translation>Logg</translation>
    </message>
    <message>
        <location filename="../../ui/window/log_dialog.py"/>
        <source>Nothing has been logged yet.</source>
        <translation>Ingenting er logget ennå.</translation>
    </message>
    <message>
        <location filename="../../ui/window/log_dialog.py"/>
        <source>Open log &amp;folder</source>
        <translation>Åpne logg&amp;mappen</translation>
    </message>
    <message>
        <location filename="../../ui/window/log_dialog.py"/>
        <source>The last line of the log is too long to be shown.</source>
        <translation>Den siste linjen i loggen er for lang til å vises.</translation>
    </message>
    <message>
        <location filename="../../ui/window/log_dialog.py"/>
        <source>The log cannot be read: {reason}.</source>
        <translation>Loggen kan ikke leses: {reason}.</translation>
    </message>
    <message>
        <location filename="../../ui/window/log_dialog.py"/>
        <source>The log contains nothing from your documents.</source>
        <translation>Loggen inneholder ikke noe fra dokumentene dine.</translation>
    </message>
    <message>
        <location filename="../../ui/window/log_dialog.py"/>
        <source>This is the end of the log. It contains nothing from your documents.</source>
        <translation>Dette er slutten av loggen. Den inneholder ikke noe fra dokumentene dine.</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <location filename="../../ui/window/main_window.py"/>
        <source>Open the documents in a folder</source>
        <translation>Åpne dokumentene i en mappe</translation>
    </message>
    <message>
        <location filename="../../ui/window/bars.py"/>
        <source>Tools</source>
        <translation>Verktøy</translation>
    </message>
</context>
<context>
    <name>MemoryDialog</name>
    <message>
        <location filename="../../ui/window/memory_dialog.py"/>
        <source>&amp;Import…</source>
        <translation>&amp;Importer …</translation>
    </message>
    <message>
        <location filename="../../ui/window/memory_dialog.py"/>
        <source>Close</source>
        <translation>Lukk</translation>
    </message>
    <message>
        <location filename="../../ui/window/memory_dialog.py"/>
        <source>Counting…</source>
        <translation>Teller …</translation>
    </message>
    <message>
        <location filename="../../ui/window/memory_dialog.py"/>
        <source>E&amp;xport…</source>
        <translation>&amp;Eksporter …</translation>
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
        <source>Translation memory</source>
        <translation>Oversettelsesminne</translation>
    </message>
</context>
<context>
    <name>MemoryExportDialog</name>
    <message>
        <location filename="../../ui/memory/export_dialog.py"/>
        <source>&amp;Export…</source>
        <translation>&amp;Eksporter …</translation>
    </message>
    <message numerus="yes">
        <location filename="../../ui/memory/export_dialog.py"/>
        <source>&amp;Machine translations too (%Ln)</source>
        <translation>
            <numerusform>&amp;Maskinoversettelser også (%Ln)</numerusform>
            <numerusform>&amp;Maskinoversettelser også (%Ln)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../ui/memory/export_dialog.py"/>
        <source>&amp;Your edits and imported translations (%Ln)</source>
        <translation>
            <numerusform>&amp;Dine redigeringer og importerte oversettelser (%Ln)</numerusform>
            <numerusform>&amp;Dine redigeringer og importerte oversettelser (%Ln)</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../ui/memory/export_dialog.py"/>
        <source>Counting…</source>
        <translation>Teller …</translation>
    </message>
    <message>
        <location filename="../../ui/memory/export_dialog.py"/>
        <source>Export the translation memory</source>
        <translation>Eksporter oversettelsesminnet</translation>
    </message>
    <message>
        <location filename="../../ui/memory/export_dialog.py"/>
        <source>The translation memory is saved as a TMX file, which other translation programs can read, and Tospalt on another computer.</source>
        <translation>Oversettelsesminnet lagres som en TMX-fil, som andre oversettelsesprogrammer kan lese, og Tospalt på en annen datamaskin.</translation>
    </message>
    <message>
        <location filename="../../ui/memory/export_dialog.py"/>
        <source>There is nothing to export yet.</source>
        <translation>Det er ingenting å eksportere ennå.</translation>
    </message>
</context>
<context>
    <name>MemoryFiles</name>
    <message numerus="yes">
        <location filename="../../ui/memory/controller.py"/>
        <source>%Ln sentence(s) were saved in “{path}”.</source>
        <translation>
            <numerusform>%Ln setning ble lagret i «{path}».</numerusform>
            <numerusform>%Ln setninger ble lagret i «{path}».</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../ui/memory/controller.py"/>
        <source>Export the translation memory</source>
        <translation>Eksporter oversettelsesminnet</translation>
    </message>
    <message>
        <location filename="../../ui/memory/controller.py"/>
        <source>Exporting…</source>
        <translation>Eksporterer …</translation>
    </message>
    <message>
        <location filename="../../ui/memory/controller.py"/>
        <source>Import into the translation memory</source>
        <translation>Importer til oversettelsesminnet</translation>
    </message>
    <message>
        <location filename="../../ui/memory/controller.py"/>
        <source>The export was cancelled. Nothing was saved.</source>
        <translation>Eksporten ble avbrutt. Ingenting ble lagret.</translation>
    </message>
    <message numerus="yes">
        <location filename="../../ui/memory/controller.py"/>
        <source>The import was cancelled after %Ln file(s).</source>
        <translation>
            <numerusform>Importen ble avbrutt etter %Ln fil.</numerusform>
            <numerusform>Importen ble avbrutt etter %Ln filer.</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../ui/memory/controller.py"/>
        <source>The import was cancelled. Nothing was added.</source>
        <translation>Importen ble avbrutt. Ingenting ble lagt til.</translation>
    </message>
    <message>
        <location filename="../../ui/memory/controller.py"/>
        <source>There are no translations from one language to another in it.</source>
        <translation>Det er ingen oversettelser fra ett språk til et annet i den.</translation>
    </message>
    <message>
        <location filename="../../ui/memory/controller.py"/>
        <source>Tospalt does not know these languages: {names}.</source>
        <translation>Tospalt kjenner ikke disse språkene: {names}.</translation>
    </message>
    <message>
        <location filename="../../ui/memory/controller.py"/>
        <source>Tospalt is still importing translations. If you quit again, nothing will be added.</source>
        <translation>Tospalt importerer fortsatt oversettelser. Avslutter du igjen, blir ingenting lagt til.</translation>
    </message>
    <message>
        <location filename="../../ui/memory/controller.py"/>
        <source>Translation memory.tmx</source>
        <translation>Oversettelsesminne.tmx</translation>
    </message>
</context>
<context>
    <name>MissingFiles</name>
    <message>
        <location filename="../../ui/window/missing_files.py"/>
        <source>Find “{name}”</source>
        <translation>Finn «{name}»</translation>
    </message>
    <message>
        <location filename="../../ui/window/missing_files.py"/>
        <source>“{name}” is in your library already.</source>
        <translation>«{name}» er allerede i biblioteket ditt.</translation>
    </message>
</context>
<context>
    <name>Navigation</name>
    <message>
        <location filename="../../ui/navigation/controller.py"/>
        <source>This document has no headings.</source>
        <translation>Dette dokumentet har ingen overskrifter.</translation>
    </message>
</context>
<context>
    <name>NoteCommands</name>
    <message>
        <location filename="../../ui/window/note_commands.py"/>
        <source>Bookmark removed.</source>
        <translation>Bokmerket er fjernet.</translation>
    </message>
    <message>
        <location filename="../../ui/window/note_commands.py"/>
        <source>Bookmark set.</source>
        <translation>Bokmerket er satt.</translation>
    </message>
</context>
<context>
    <name>NoteDialog</name>
    <message>
        <location filename="../../ui/window/note_dialog.py"/>
        <source>&amp;Save</source>
        <translation>&amp;Lagre</translation>
    </message>
    <message>
        <location filename="../../ui/window/note_dialog.py"/>
        <source>Note</source>
        <translation>Notat</translation>
    </message>
    <message>
        <location filename="../../ui/window/note_dialog.py"/>
        <source>Something went wrong, and the note was not saved. Try again, or copy the text.</source>
        <translation>Noe gikk galt, og notatet ble ikke lagret. Prøv igjen, eller kopier teksten.</translation>
    </message>
</context>
<context>
    <name>Notes</name>
    <message>
        <location filename="../../ui/session/notes.py"/>
        <source>Something went wrong, and the note or bookmark was not saved.</source>
        <translation>Noe gikk galt, og notatet eller bokmerket ble ikke lagret.</translation>
    </message>
    <message>
        <location filename="../../ui/session/notes.py"/>
        <source>The note has been changed elsewhere meanwhile. Both versions were kept.</source>
        <translation>Notatet er endret et annet sted i mellomtiden. Begge versjonene ble beholdt.</translation>
    </message>
    <message>
        <location filename="../../ui/session/notes.py"/>
        <source>The note or bookmark has been changed or forgotten elsewhere since, and was left as it is.</source>
        <translation>Notatet eller bokmerket er endret eller glemt et annet sted i mellomtiden, og ble stående som det er.</translation>
    </message>
    <message>
        <location filename="../../ui/session/notes.py"/>
        <source>bookmark</source>
        <translation>bokmerke</translation>
    </message>
    <message>
        <location filename="../../ui/session/notes.py"/>
        <source>note</source>
        <translation>notat</translation>
    </message>
    <message>
        <location filename="../../ui/session/notes.py"/>
        <source>removal of a bookmark</source>
        <translation>fjerning av et bokmerke</translation>
    </message>
    <message>
        <location filename="../../ui/session/notes.py"/>
        <source>removal of a note</source>
        <translation>fjerning av et notat</translation>
    </message>
</context>
<context>
    <name>NotesDialog</name>
    <message>
        <location filename="../../ui/window/notes_dialog.py"/>
        <source>&amp;Remove</source>
        <translation>F&amp;jern</translation>
    </message>
    <message>
        <location filename="../../ui/window/notes_dialog.py"/>
        <source>Bookmark</source>
        <translation>Bokmerke</translation>
    </message>
    <message>
        <location filename="../../ui/window/notes_dialog.py"/>
        <source>Its paragraph is gone</source>
        <translation>Avsnittet er borte</translation>
    </message>
    <message>
        <location filename="../../ui/window/notes_dialog.py"/>
        <source>Note</source>
        <translation>Notat</translation>
    </message>
    <message>
        <location filename="../../ui/window/notes_dialog.py"/>
        <source>Notes and bookmarks</source>
        <translation>Notater og bokmerker</translation>
    </message>
    <message>
        <location filename="../../ui/window/notes_dialog.py"/>
        <source>Nothing found.</source>
        <translation>Fant ingenting.</translation>
    </message>
    <message>
        <location filename="../../ui/window/notes_dialog.py"/>
        <source>Paragraph {number}</source>
        <translation>Avsnitt {number}</translation>
    </message>
    <message>
        <location filename="../../ui/window/notes_dialog.py"/>
        <source>Search notes…</source>
        <translation>Søk i notater …</translation>
    </message>
    <message>
        <location filename="../../ui/window/notes_dialog.py"/>
        <source>There are no notes or bookmarks yet.</source>
        <translation>Det er ingen notater eller bokmerker ennå.</translation>
    </message>
</context>
<context>
    <name>NoticeBar</name>
    <message numerus="yes">
        <location filename="../../ui/toolkit/notices.py"/>
        <source>%Ln more message(s)</source>
        <translation>
            <numerusform>%Ln melding til</numerusform>
            <numerusform>%Ln meldinger til</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../ui/toolkit/notices.py"/>
        <source>Close</source>
        <translation>Lukk</translation>
    </message>
    <message>
        <location filename="../../ui/toolkit/notices.py"/>
        <source>Close all ({count})</source>
        <translation>Lukk alle ({count})</translation>
    </message>
    <message>
        <location filename="../../ui/toolkit/notices.py"/>
        <source>Message</source>
        <translation>Melding</translation>
    </message>
    <message>
        <location filename="../../ui/toolkit/notices.py"/>
        <source>Messages</source>
        <translation>Meldinger</translation>
    </message>
</context>
<context>
    <name>OtherStarts</name>
    <message>
        <location filename="../../ui/window/other_starts.py"/>
        <source>Tospalt is running already but does not answer, so this window was opened beside it. You can end the other one: what it has saved is kept.</source>
        <translation>Tospalt kjører allerede, men svarer ikke. Derfor ble dette vinduet åpnet ved siden av. Du kan avslutte det andre: Det som er lagret der, blir bevart.</translation>
    </message>
</context>
<context>
    <name>OutlineModel</name>
    <message>
        <location filename="../../ui/navigation/outline.py"/>
        <source>{title}, current section</source>
        <translation>{title}, gjeldende del</translation>
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
    <name>PackageController</name>
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
        <source>This document can now be translated with the new language package.</source>
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
        <source>Not a usable package: {reason}</source>
        <translation>Ikke en brukbar pakke: {reason}</translation>
    </message>
    <message>
        <location filename="../../ui/packages/model.py"/>
        <source>Official package {version}</source>
        <translation>Offisiell pakke {version}</translation>
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
        <source>not stated (see its README)</source>
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
    <name>PackageTitles</name>
    <message>
        <location filename="../../ui/session/package_titles.py"/>
        <source>Official package {version}</source>
        <translation>Offisiell pakke {version}</translation>
    </message>
    <message>
        <location filename="../../ui/session/package_titles.py"/>
        <source>Package {version}</source>
        <translation>Pakke {version}</translation>
    </message>
    <message>
        <location filename="../../ui/session/package_titles.py"/>
        <source>Starter package {version}</source>
        <translation>Startpakke {version}</translation>
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
        <source>&amp;Refresh list</source>
        <translation>&amp;Hent listen på nytt</translation>
    </message>
    <message>
        <location filename="../../ui/packages/dialog.py"/>
        <source>&amp;Update</source>
        <translation>O&amp;ppdater</translation>
    </message>
    <message>
        <location filename="../../ui/packages/dialog.py"/>
        <source>Cancel</source>
        <translation>Avbryt</translation>
    </message>
    <message>
        <location filename="../../ui/packages/dialog.py"/>
        <source>Cl&amp;ose</source>
        <translation>&amp;Lukk</translation>
    </message>
    <message>
        <location filename="../../ui/packages/dialog.py"/>
        <source>Contacting the server…</source>
        <translation>Kontakter serveren …</translation>
    </message>
    <message>
        <location filename="../../ui/packages/dialog.py"/>
        <source>Details of the selected package</source>
        <translation>Detaljer om den valgte pakken</translation>
    </message>
    <message>
        <location filename="../../ui/packages/dialog.py"/>
        <source>Getting the list from the server…</source>
        <translation>Henter listen fra serveren …</translation>
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
        <source>Install anyway</source>
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
        <source>No packages found for “{words}”.</source>
        <translation>Fant ingen pakker for «{words}».</translation>
    </message>
    <message>
        <location filename="../../ui/packages/dialog.py"/>
        <source>Package list from {date}, included with Tospalt.</source>
        <translation>Pakkeliste fra {date}, levert med Tospalt.</translation>
    </message>
    <message>
        <location filename="../../ui/packages/dialog.py"/>
        <source>Package list from {date}.</source>
        <translation>Pakkeliste fra {date}.</translation>
    </message>
    <message>
        <location filename="../../ui/packages/dialog.py"/>
        <source>Package list from {date}. There may be a newer one.</source>
        <translation>Pakkeliste fra {date}. Det kan finnes en nyere.</translation>
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
        <source>The package {name} {version} is installed and works.</source>
        <translation>Pakken {name} {version} er installert og virker.</translation>
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
        <location filename="../../ui/window/pages.py"/>
        <source>A file called “{name}” is in “{folder}”.</source>
        <translation>En fil med navnet «{name}» ligger i «{folder}».</translation>
    </message>
    <message>
        <location filename="../../ui/window/pages.py"/>
        <source>Add some text to the file, then try again.</source>
        <translation>Legg inn litt tekst i filen, og prøv igjen.</translation>
    </message>
    <message>
        <location filename="../../ui/window/pages.py"/>
        <source>Cannot translate from {source} to {target}</source>
        <translation>Kan ikke oversette fra {source} til {target}</translation>
    </message>
    <message>
        <location filename="../../ui/window/pages.py"/>
        <source>Choose a document to read</source>
        <translation>Velg et dokument å lese</translation>
    </message>
    <message>
        <location filename="../../ui/window/pages.py"/>
        <source>Choose one in the library ({library}), drop a file or some text here, press {keys} to open a file, or press {paste} to paste a text.</source>
        <translation>Velg et i biblioteket ({library}), slipp en fil eller tekst her, trykk {keys} for å åpne en fil, eller {paste} for å lime inn en tekst.</translation>
    </message>
    <message>
        <location filename="../../ui/window/pages.py"/>
        <source>Drop a text file or some text here, press {keys} to open a file, or press {paste} to paste a text. It is then added to the library.</source>
        <translation>Slipp en tekstfil eller tekst her, trykk {keys} for å åpne en fil, eller {paste} for å lime inn en tekst. Den blir da lagt til i biblioteket.</translation>
    </message>
    <message>
        <location filename="../../ui/window/pages.py"/>
        <source>Enter the password…</source>
        <translation>Skriv inn passordet …</translation>
    </message>
    <message>
        <location filename="../../ui/window/pages.py"/>
        <source>Find it…</source>
        <translation>Finn den …</translation>
    </message>
    <message>
        <location filename="../../ui/window/pages.py"/>
        <source>Find out where the file is, then try again.</source>
        <translation>Finn ut hvor filen er, og prøv igjen.</translation>
    </message>
    <message>
        <location filename="../../ui/window/pages.py"/>
        <source>Fix the problem, then try again.</source>
        <translation>Rett opp problemet, og prøv igjen.</translation>
    </message>
    <message>
        <location filename="../../ui/window/pages.py"/>
        <source>It is shown once you have entered the password.</source>
        <translation>Dokumentet vises når du har skrevet inn passordet.</translation>
    </message>
    <message>
        <location filename="../../ui/window/pages.py"/>
        <source>Language packages…</source>
        <translation>Språkpakker …</translation>
    </message>
    <message>
        <location filename="../../ui/window/pages.py"/>
        <source>Open a document…</source>
        <translation>Åpne et dokument …</translation>
    </message>
    <message>
        <location filename="../../ui/window/pages.py"/>
        <source>Open another document…</source>
        <translation>Åpne et annet dokument …</translation>
    </message>
    <message>
        <location filename="../../ui/window/pages.py"/>
        <source>Opening “{name}”…</source>
        <translation>Åpner «{name}» …</translation>
    </message>
    <message>
        <location filename="../../ui/window/pages.py"/>
        <source>Read as {language}</source>
        <translation>Les som {language}</translation>
    </message>
    <message>
        <location filename="../../ui/window/pages.py"/>
        <source>Recognising text: page {page} of {count}</source>
        <translation>Gjenkjenner tekst: side {page} av {count}</translation>
    </message>
    <message>
        <location filename="../../ui/window/pages.py"/>
        <source>Remove from library</source>
        <translation>Fjern fra biblioteket</translation>
    </message>
    <message>
        <location filename="../../ui/window/pages.py"/>
        <source>Show the original</source>
        <translation>Vis originalen</translation>
    </message>
    <message>
        <location filename="../../ui/window/pages.py"/>
        <source>The document seems to be in {language}. Choose another language, or install a language package.</source>
        <translation>Dokumentet ser ut til å være på {language}. Velg et annet språk, eller installer en språkpakke.</translation>
    </message>
    <message>
        <location filename="../../ui/window/pages.py"/>
        <source>The file “{file}” was in “{folder}”. It may have been moved, renamed or deleted, or its disk may not be connected. What you edited in it is kept.</source>
        <translation>Filen «{file}» lå i «{folder}». Den kan være flyttet, omdøpt eller slettet, eller disken er kanskje ikke koblet til. Det du har redigert, er tatt vare på.</translation>
    </message>
    <message>
        <location filename="../../ui/window/pages.py"/>
        <source>There is no text in “{name}”</source>
        <translation>Det er ingen tekst i «{name}»</translation>
    </message>
    <message>
        <location filename="../../ui/window/pages.py"/>
        <source>Try again</source>
        <translation>Prøv igjen</translation>
    </message>
    <message>
        <location filename="../../ui/window/pages.py"/>
        <source>Use that file</source>
        <translation>Bruk den filen</translation>
    </message>
    <message>
        <location filename="../../ui/window/pages.py"/>
        <source>Your library is empty</source>
        <translation>Biblioteket er tomt</translation>
    </message>
    <message>
        <location filename="../../ui/window/pages.py"/>
        <source>“{name}” cannot be shown</source>
        <translation>«{name}» kan ikke vises</translation>
    </message>
    <message>
        <location filename="../../ui/window/pages.py"/>
        <source>“{name}” is no longer in its folder</source>
        <translation>«{name}» ligger ikke lenger i mappen sin</translation>
    </message>
    <message>
        <location filename="../../ui/window/pages.py"/>
        <source>“{name}” is protected by a password</source>
        <translation>«{name}» er beskyttet med passord</translation>
    </message>
</context>
<context>
    <name>ParallelModel</name>
    <message>
        <location filename="../../ui/reading/model.py"/>
        <source>Back-translation</source>
        <translation>Tilbakeoversettelse</translation>
    </message>
    <message>
        <location filename="../../ui/reading/model.py"/>
        <source>Human translation</source>
        <translation>Menneskelig oversettelse</translation>
    </message>
    <message>
        <location filename="../../ui/reading/model.py"/>
        <source>Notes</source>
        <translation>Notater</translation>
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
    <name>PasswordDialog</name>
    <message>
        <location filename="../../ui/window/password_dialog.py"/>
        <source>&amp;Open</source>
        <translation>&amp;Åpne</translation>
    </message>
    <message>
        <location filename="../../ui/window/password_dialog.py"/>
        <source>&amp;Password:</source>
        <translation>&amp;Passord:</translation>
    </message>
    <message>
        <location filename="../../ui/window/password_dialog.py"/>
        <source>&amp;Show the password</source>
        <translation>&amp;Vis passordet</translation>
    </message>
    <message>
        <location filename="../../ui/window/password_dialog.py"/>
        <source>Opening…</source>
        <translation>Åpner …</translation>
    </message>
    <message>
        <location filename="../../ui/window/password_dialog.py"/>
        <source>Password</source>
        <translation>Passord</translation>
    </message>
    <message>
        <location filename="../../ui/window/password_dialog.py"/>
        <source>Tospalt remembers it until you quit, and stores it nowhere.</source>
        <translation>Tospalt husker det til du avslutter, og lagrer det ikke.</translation>
    </message>
    <message>
        <location filename="../../ui/window/password_dialog.py"/>
        <source>“{name}” is protected by a password.</source>
        <translation>«{name}» er beskyttet med passord.</translation>
    </message>
</context>
<context>
    <name>PasswordQuestions</name>
    <message>
        <location filename="../../ui/window/passwords.py"/>
        <source>The document has another password now.</source>
        <translation>Dokumentet har fått et annet passord.</translation>
    </message>
    <message>
        <location filename="../../ui/window/passwords.py"/>
        <source>The password is wrong. Try again.</source>
        <translation>Passordet er feil. Prøv igjen.</translation>
    </message>
</context>
<context>
    <name>Pasting</name>
    <message>
        <location filename="../../ui/window/pasting.py"/>
        <source>The other program did not hand over its text. Copy it again, then try again.</source>
        <translation>Det andre programmet leverte ikke teksten. Kopier den på nytt, og prøv igjen.</translation>
    </message>
    <message>
        <location filename="../../ui/window/pasting.py"/>
        <source>The other program did not hand over what you dropped. Try again, or open the file from the menu.</source>
        <translation>Det andre programmet leverte ikke det du slapp. Prøv på nytt, eller åpne fila fra menyen.</translation>
    </message>
    <message>
        <location filename="../../ui/window/pasting.py"/>
        <source>There is no text in what you dropped.</source>
        <translation>Det er ingen tekst i det du slapp.</translation>
    </message>
    <message>
        <location filename="../../ui/window/pasting.py"/>
        <source>There is no text on the clipboard. Copy some text, then try again.</source>
        <translation>Det er ingen tekst på utklippstavlen. Kopier tekst, og prøv igjen.</translation>
    </message>
    <message>
        <location filename="../../ui/window/pasting.py"/>
        <source>Tospalt does not fetch web pages. Copy the text of the page, and paste that.</source>
        <translation>Tospalt henter ikke nettsider. Kopier teksten på siden, og lim den inn.</translation>
    </message>
</context>
<context>
    <name>Printing</name>
    <message>
        <location filename="../../ui/export/printer.py"/>
        <source>No printer is set up on this computer. You can export the document as a PDF file instead.</source>
        <translation>Ingen skriver er satt opp på denne datamaskinen. Du kan eksportere dokumentet som en PDF-fil i stedet.</translation>
    </message>
    <message>
        <location filename="../../ui/export/printer.py"/>
        <source>Not everything has been printed yet. If you quit again, the rest will not be printed.</source>
        <translation>Ikke alt er skrevet ut ennå. Avslutter du igjen, blir resten ikke skrevet ut.</translation>
    </message>
    <message>
        <location filename="../../ui/export/printer.py"/>
        <source>P&amp;rint…</source>
        <translation>Skriv &amp;ut …</translation>
    </message>
    <message>
        <location filename="../../ui/export/printer.py"/>
        <source>Print</source>
        <translation>Skriv ut</translation>
    </message>
    <message>
        <location filename="../../ui/export/printer.py"/>
        <source>Printing was cancelled.</source>
        <translation>Utskriften ble avbrutt.</translation>
    </message>
    <message numerus="yes">
        <location filename="../../ui/export/printer.py"/>
        <source>Printing: {done} of %Ln page(s)</source>
        <translation>
            <numerusform>Skriver ut: {done} av %Ln side</numerusform>
            <numerusform>Skriver ut: {done} av %Ln sider</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../ui/export/printer.py"/>
        <source>The printer “{name}” does not accept the document. Check that it is on and has paper.</source>
        <translation>Skriveren «{name}» tar ikke imot dokumentet. Se etter at den er på og har papir.</translation>
    </message>
</context>
<context>
    <name>Problems</name>
    <message>
        <location filename="../../ui/window/problems.py"/>
        <source>Copy report</source>
        <translation>Kopier rapporten</translation>
    </message>
    <message>
        <location filename="../../ui/window/problems.py"/>
        <source>Something went wrong in Tospalt. Everything saved so far has been kept. If this keeps happening, restart Tospalt.</source>
        <translation>Noe gikk galt i Tospalt. Alt som var lagret, er tatt vare på. Start Tospalt på nytt hvis det skjer igjen.</translation>
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
        <source>Installation progress</source>
        <translation>Fremdrift for installasjonen</translation>
    </message>
    <message>
        <location filename="../../ui/packages/progress.py"/>
        <source>Testing the package…</source>
        <translation>Tester pakken …</translation>
    </message>
    <message>
        <location filename="../../ui/packages/progress.py"/>
        <source>The server is not sending the file. Trying again in {seconds} s.</source>
        <translation>Serveren sender ikke filen. Prøver igjen om {seconds} s.</translation>
    </message>
    <message>
        <location filename="../../ui/packages/progress.py"/>
        <source>Unpacking…</source>
        <translation>Pakker ut …</translation>
    </message>
    <message>
        <location filename="../../ui/packages/progress.py"/>
        <source>Waiting for another installation to finish…</source>
        <translation>Venter på at en annen installasjon blir ferdig …</translation>
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
        <source>{speed} MB/s</source>
        <translation>{speed} MB/s</translation>
    </message>
</context>
<context>
    <name>Reading</name>
    <message numerus="yes">
        <location filename="../../ui/reading/amount.py"/>
        <source>%Ln paragraph(s)</source>
        <translation>
            <numerusform>%Ln avsnitt</numerusform>
            <numerusform>%Ln avsnitt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../ui/reading/amount.py"/>
        <source>%Ln word(s)</source>
        <translation>
            <numerusform>%Ln ord</numerusform>
            <numerusform>%Ln ord</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../ui/reading/menus.py"/>
        <source>&amp;Open link</source>
        <translation>&amp;Åpne lenken</translation>
    </message>
    <message>
        <location filename="../../ui/reading/warning_words.py"/>
        <source>A bracket is not opened or not closed.</source>
        <translation>En parentes er ikke åpnet eller ikke lukket.</translation>
    </message>
    <message>
        <location filename="../../ui/reading/warning_words.py"/>
        <source>A name is missing or has changed.</source>
        <translation>Et navn mangler eller er endret.</translation>
    </message>
    <message>
        <location filename="../../ui/reading/warning_words.py"/>
        <source>A negation is missing or was added.</source>
        <translation>En nektelse mangler eller er lagt til.</translation>
    </message>
    <message>
        <location filename="../../ui/reading/warning_words.py"/>
        <source>A number is missing or has changed.</source>
        <translation>Et tall mangler eller er endret.</translation>
    </message>
    <message>
        <location filename="../../ui/reading/warning_words.py"/>
        <source>A quotation is not opened or not closed.</source>
        <translation>Et sitat er ikke åpnet eller ikke lukket.</translation>
    </message>
    <message>
        <location filename="../../ui/reading/warning_words.py"/>
        <source>A word is in no dictionary.</source>
        <translation>Et ord står ikke i noen ordbok.</translation>
    </message>
    <message>
        <location filename="../../ui/reading/cell.py"/>
        <source>Accepted by you</source>
        <translation>Godtatt av deg</translation>
    </message>
    <message>
        <location filename="../../ui/reading/warning_words.py"/>
        <source>Code, an address or other text that must stay unchanged is missing or has changed.</source>
        <translation>Kode, en adresse eller annen tekst som skal stå uendret, mangler eller er endret.</translation>
    </message>
    <message numerus="yes">
        <location filename="../../ui/reading/copying.py"/>
        <source>Copied %Ln paragraph(s) in both languages.</source>
        <translation>
            <numerusform>Kopierte %Ln avsnitt på begge språk.</numerusform>
            <numerusform>Kopierte %Ln avsnitt på begge språk.</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../ui/reading/copying.py"/>
        <source>Copied the link address.</source>
        <translation>Lenkeadressen er kopiert.</translation>
    </message>
    <message>
        <location filename="../../ui/reading/copying.py"/>
        <source>Copied the paragraph in both languages.</source>
        <translation>Avsnittet er kopiert på begge språk.</translation>
    </message>
    <message>
        <location filename="../../ui/reading/copying.py"/>
        <source>Copied the paragraph.</source>
        <translation>Avsnittet er kopiert.</translation>
    </message>
    <message>
        <location filename="../../ui/reading/copying.py"/>
        <source>Copied the sentence.</source>
        <translation>Setningen er kopiert.</translation>
    </message>
    <message>
        <location filename="../../ui/reading/copying.py"/>
        <source>Copied {paragraphs} ({words}), without formatting.</source>
        <translation>Kopierte {paragraphs} ({words}), uten formatering.</translation>
    </message>
    <message>
        <location filename="../../ui/reading/copying.py"/>
        <source>Copied {paragraphs} ({words}).</source>
        <translation>Kopierte {paragraphs} ({words}).</translation>
    </message>
    <message>
        <location filename="../../ui/reading/copying.py"/>
        <source>Copied {words}.</source>
        <translation>Kopierte {words}.</translation>
    </message>
    <message>
        <location filename="../../ui/reading/menus.py"/>
        <source>Copy &amp;link address</source>
        <translation>Kopier &amp;lenkeadressen</translation>
    </message>
    <message>
        <location filename="../../ui/reading/copying.py"/>
        <source>Copying…</source>
        <translation>Kopierer …</translation>
    </message>
    <message>
        <location filename="../../ui/reading/cell.py"/>
        <source>Edited by you</source>
        <translation>Redigert av deg</translation>
    </message>
    <message>
        <location filename="../../ui/reading/hints.py"/>
        <source>No match for “{word}”</source>
        <translation>Fant ikke noe som svarer til «{word}»</translation>
    </message>
    <message>
        <location filename="../../ui/reading/cell.py"/>
        <source>Not sure that this belongs here</source>
        <translation>Usikkert om dette hører til her</translation>
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
        <source>Paragraph in another language, not translated</source>
        <translation>Avsnitt på et annet språk, ikke oversatt</translation>
    </message>
    <message>
        <location filename="../../ui/reading/cell.py"/>
        <source>Paragraph in {language}, not translated</source>
        <translation>Avsnitt på {language}, ikke oversatt</translation>
    </message>
    <message>
        <location filename="../../ui/reading/cell.py"/>
        <source>Paragraph in {language}, read as Norwegian Bokmål</source>
        <translation>Avsnitt på {language}, lest som bokmål</translation>
    </message>
    <message>
        <location filename="../../ui/reading/hints.py"/>
        <source>Perhaps misread by text recognition: {words}</source>
        <translation>Kan være lest feil av tekstgjenkjenningen: {words}</translation>
    </message>
    <message>
        <location filename="../../ui/reading/highlighter.py"/>
        <source>Pinned</source>
        <translation>Festet</translation>
    </message>
    <message>
        <location filename="../../ui/reading/cell.py"/>
        <source>Same as the original</source>
        <translation>Som originalen</translation>
    </message>
    <message>
        <location filename="../../ui/reading/amount.py"/>
        <source>Selected: {amount}</source>
        <translation>Merket: {amount}</translation>
    </message>
    <message>
        <location filename="../../ui/reading/warning_words.py"/>
        <source>Something looks wrong here.</source>
        <translation>Noe ser ut til å være galt her.</translation>
    </message>
    <message>
        <location filename="../../ui/reading/warning_words.py"/>
        <source>The name “{word}” is missing.</source>
        <translation>Navnet «{word}» mangler.</translation>
    </message>
    <message>
        <location filename="../../ui/reading/warning_words.py"/>
        <source>The name “{word}” is not in the original.</source>
        <translation>Navnet «{word}» står ikke i originalen.</translation>
    </message>
    <message>
        <location filename="../../ui/reading/warning_words.py"/>
        <source>The negation “{word}” is missing.</source>
        <translation>Nektelsen «{word}» mangler.</translation>
    </message>
    <message>
        <location filename="../../ui/reading/warning_words.py"/>
        <source>The negation “{word}” is not in the original.</source>
        <translation>Nektelsen «{word}» står ikke i originalen.</translation>
    </message>
    <message>
        <location filename="../../ui/reading/warning_words.py"/>
        <source>The number “{word}” is missing.</source>
        <translation>Tallet «{word}» mangler.</translation>
    </message>
    <message>
        <location filename="../../ui/reading/warning_words.py"/>
        <source>The number “{word}” is not in the original.</source>
        <translation>Tallet «{word}» står ikke i originalen.</translation>
    </message>
    <message>
        <location filename="../../ui/reading/hints.py"/>
        <source>The original says this in other words, or not at all</source>
        <translation>Originalen sier dette med andre ord, eller ikke i det hele tatt</translation>
    </message>
    <message>
        <location filename="../../ui/reading/copying.py"/>
        <source>The text could not be copied.</source>
        <translation>Teksten kunne ikke kopieres.</translation>
    </message>
    <message>
        <location filename="../../ui/reading/hints.py"/>
        <source>The translation has other words here</source>
        <translation>Oversettelsen har andre ord her</translation>
    </message>
    <message>
        <location filename="../../ui/reading/warning_words.py"/>
        <source>The translation is much longer than the original.</source>
        <translation>Oversettelsen er mye lengre enn originalen.</translation>
    </message>
    <message>
        <location filename="../../ui/reading/warning_words.py"/>
        <source>The translation is much shorter or longer than the original.</source>
        <translation>Oversettelsen er mye kortere eller lengre enn originalen.</translation>
    </message>
    <message>
        <location filename="../../ui/reading/warning_words.py"/>
        <source>The translation is much shorter than the original.</source>
        <translation>Oversettelsen er mye kortere enn originalen.</translation>
    </message>
    <message>
        <location filename="../../ui/reading/warning_words.py"/>
        <source>There is more text than can be read while it is shown.</source>
        <translation>Det er mer tekst enn en rekker å lese mens den vises.</translation>
    </message>
    <message>
        <location filename="../../ui/reading/warning_words.py"/>
        <source>There is more text than two lines have room for.</source>
        <translation>Det er mer tekst enn det er plass til på to linjer.</translation>
    </message>
    <message>
        <location filename="../../ui/reading/warning_words.py"/>
        <source>This looks untranslated.</source>
        <translation>Dette ser ikke ut til å være oversatt.</translation>
    </message>
    <message>
        <location filename="../../ui/reading/warning_words.py"/>
        <source>Too fast to be read: {word} characters a second. No more than 17 is usual.</source>
        <translation>For fort til å leses: {word} tegn i sekundet. Mer enn 17 er ikke vanlig.</translation>
    </message>
    <message>
        <location filename="../../ui/reading/warning_words.py"/>
        <source>Too long: it takes {word} lines of 42 characters. No more than two is usual.</source>
        <translation>For lang: Den tar {word} linjer på 42 tegn. Mer enn to er ikke vanlig.</translation>
    </message>
    <message>
        <location filename="../../ui/reading/cell.py"/>
        <source>Try again</source>
        <translation>Prøv igjen</translation>
    </message>
    <message>
        <location filename="../../ui/reading/highlighter.py"/>
        <source>Unpinned</source>
        <translation>Løsnet</translation>
    </message>
    <message>
        <location filename="../../ui/reading/warning_words.py"/>
        <source>Words are repeated over and over.</source>
        <translation>Ord gjentas om og om igjen.</translation>
    </message>
    <message>
        <location filename="../../ui/reading/hints.py"/>
        <source>“{source}” – “{target}”</source>
        <translation>«{source}» – «{target}»</translation>
    </message>
    <message>
        <location filename="../../ui/reading/warning_words.py"/>
        <source>“{word}” has become “{instead}”.</source>
        <translation>«{word}» er blitt til «{instead}».</translation>
    </message>
    <message>
        <location filename="../../ui/reading/warning_words.py"/>
        <source>“{word}” is in no dictionary.</source>
        <translation>«{word}» står ikke i noen ordbok.</translation>
    </message>
    <message>
        <location filename="../../ui/reading/warning_words.py"/>
        <source>“{word}” is not translated.</source>
        <translation>«{word}» er ikke oversatt.</translation>
    </message>
    <message>
        <location filename="../../ui/reading/warning_words.py"/>
        <source>“{word}” is repeated.</source>
        <translation>«{word}» er gjentatt.</translation>
    </message>
    <message>
        <location filename="../../ui/reading/warning_words.py"/>
        <source>“{word}” must stay unchanged, but is missing.</source>
        <translation>«{word}» skal stå uendret, men mangler.</translation>
    </message>
</context>
<context>
    <name>ReadingView</name>
    <message>
        <location filename="../../ui/reading/view.py"/>
        <source>Original and translation</source>
        <translation>Original og oversettelse</translation>
    </message>
    <message>
        <location filename="../../ui/reading/view.py"/>
        <source>There is no link in this sentence.</source>
        <translation>Det er ingen lenke i denne setningen.</translation>
    </message>
</context>
<context>
    <name>RecentFiles</name>
    <message>
        <location filename="../../ui/window/recent.py"/>
        <source>Open re&amp;cent</source>
        <translation>Sist å&amp;pnede</translation>
    </message>
    <message>
        <location filename="../../ui/window/recent.py"/>
        <source>{name} (missing)</source>
        <translation>{name} (mangler)</translation>
    </message>
</context>
<context>
    <name>Recovery</name>
    <message>
        <location filename="../../ui/window/recovery.py"/>
        <source>Copy report</source>
        <translation>Kopier rapporten</translation>
    </message>
    <message>
        <location filename="../../ui/window/recovery.py"/>
        <source>The record of what was open when Tospalt quit unexpectedly was damaged. It was kept as “{file}”.</source>
        <translation>Oversikten over hva som var åpent da Tospalt uventet ble avsluttet, var skadet. Den er tatt vare på som «{file}».</translation>
    </message>
    <message>
        <location filename="../../ui/window/recovery.py"/>
        <source>Tospalt quit unexpectedly again while “{name}” was open, so the document was not reopened. To try again, choose it in the library.</source>
        <translation>Tospalt ble uventet avsluttet igjen mens «{name}» var åpent, så dokumentet ble ikke åpnet på nytt. Velg det i biblioteket for å prøve igjen.</translation>
    </message>
    <message>
        <location filename="../../ui/window/recovery.py"/>
        <source>Tospalt quit unexpectedly last time, while “{name}” was open.</source>
        <translation>Tospalt ble uventet avsluttet forrige gang, mens «{name}» var åpent.</translation>
    </message>
    <message>
        <location filename="../../ui/window/recovery.py"/>
        <source>Tospalt quit unexpectedly last time.</source>
        <translation>Tospalt ble uventet avsluttet forrige gang.</translation>
    </message>
</context>
<context>
    <name>Reference</name>
    <message>
        <location filename="../../ui/session/reference.py"/>
        <source>The same sentences have been linked otherwise in another window at the same time. Check these links.</source>
        <translation>De samme setningene er samtidig koblet på en annen måte i et annet vindu. Kontroller disse koblingene.</translation>
    </message>
    <message>
        <location filename="../../ui/session/reference.py"/>
        <source>There is nothing to move there.</source>
        <translation>Det er ingenting å flytte der.</translation>
    </message>
    <message>
        <location filename="../../ui/session/reference.py"/>
        <source>change of links to the human translation</source>
        <translation>endring av koblinger til den menneskelige oversettelsen</translation>
    </message>
</context>
<context>
    <name>ReferenceChoice</name>
    <message>
        <location filename="../../ui/export/reference.py"/>
        <source>&amp;Choose…</source>
        <translation>Vel&amp;g …</translation>
    </message>
    <message>
        <location filename="../../ui/export/reference.py"/>
        <source>Choose a reference translation</source>
        <translation>Velg en referanseoversettelse</translation>
    </message>
    <message>
        <location filename="../../ui/export/reference.py"/>
        <source>No reference translation chosen</source>
        <translation>Ingen referanseoversettelse er valgt</translation>
    </message>
</context>
<context>
    <name>ReferenceCommands</name>
    <message>
        <location filename="../../ui/window/reference_commands.py"/>
        <source>Cancel</source>
        <translation>Avbryt</translation>
    </message>
    <message>
        <location filename="../../ui/window/reference_commands.py"/>
        <source>Compare with a human translation</source>
        <translation>Sammenlign med en menneskelig oversettelse</translation>
    </message>
    <message>
        <location filename="../../ui/window/reference_commands.py"/>
        <source>Save</source>
        <translation>Lagre</translation>
    </message>
    <message>
        <location filename="../../ui/window/reference_commands.py"/>
        <source>Save this human translation in the translation memory? Sentences that surely belong together are then translated like this in all documents, also in this one.</source>
        <translation>Vil du lagre denne menneskelige oversettelsen i oversettelsesminnet? Setninger som sikkert hører sammen, blir da oversatt slik i alle dokumenter, også i dette.</translation>
    </message>
</context>
<context>
    <name>ReferenceSaving</name>
    <message numerus="yes">
        <location filename="../../ui/session/reference_saving.py"/>
        <source>Saved %Ln sentence(s) in the translation memory.</source>
        <translation>
            <numerusform>Lagret %Ln setning i oversettelsesminnet.</numerusform>
            <numerusform>Lagret %Ln setninger i oversettelsesminnet.</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../ui/session/reference_saving.py"/>
        <source>The sentences cannot be saved in the translation memory.</source>
        <translation>Setningene kan ikke lagres i oversettelsesminnet.</translation>
    </message>
</context>
<context>
    <name>Reports</name>
    <message>
        <location filename="../../ui/window/reports.py"/>
        <source>The report was copied. It contains nothing from your documents.</source>
        <translation>Rapporten er kopiert. Den inneholder ikke noe fra dokumentene dine.</translation>
    </message>
</context>
<context>
    <name>Retrying</name>
    <message>
        <location filename="../../ui/toolkit/retrying.py"/>
        <source>{problem} Tospalt keeps trying.</source>
        <translation>{problem} Tospalt prøver videre.</translation>
    </message>
</context>
<context>
    <name>SearchField</name>
    <message>
        <location filename="../../ui/toolkit/search_field.py"/>
        <source>Clear</source>
        <translation>Tøm</translation>
    </message>
</context>
<context>
    <name>SentenceListView</name>
    <message>
        <location filename="../../ui/compare/list_view.py"/>
        <source>Sentences</source>
        <translation>Setninger</translation>
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
        <source>&amp;Font:</source>
        <translation>Skri&amp;fttype:</translation>
    </message>
    <message>
        <location filename="../../ui/window/settings_dialog.py"/>
        <source>&amp;Hide until hovered:</source>
        <translation>S&amp;kjul til du peker på teksten:</translation>
    </message>
    <message>
        <location filename="../../ui/window/settings_dialog.py"/>
        <source>&amp;Justify text</source>
        <translation>&amp;Blokkjustert tekst</translation>
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
        <source>Both, one above the other</source>
        <translation>Begge, over hverandre</translation>
    </message>
    <message>
        <location filename="../../ui/window/settings_dialog.py"/>
        <source>Both, side by side</source>
        <translation>Begge, side om side</translation>
    </message>
    <message>
        <location filename="../../ui/window/settings_dialog.py"/>
        <source>Chec&amp;k spelling</source>
        <translation>Stavek&amp;ontroll</translation>
    </message>
    <message>
        <location filename="../../ui/window/settings_dialog.py"/>
        <source>Dark</source>
        <translation>Mørkt</translation>
    </message>
    <message>
        <location filename="../../ui/window/settings_dialog.py"/>
        <source>Editing</source>
        <translation>Redigering</translation>
    </message>
    <message>
        <location filename="../../ui/window/settings_dialog.py"/>
        <source>Highlight matching &amp;words</source>
        <translation>&amp;Uthev ord som hører sammen</translation>
    </message>
    <message>
        <location filename="../../ui/window/settings_dialog.py"/>
        <source>Interface &amp;language:</source>
        <translation>Språk i &amp;programmet:</translation>
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
        <source>OpenDyslexic (not installed)</source>
        <translation>OpenDyslexic (ikke installert)</translation>
    </message>
    <message>
        <location filename="../../ui/window/settings_dialog.py"/>
        <source>Original only</source>
        <translation>Bare originalen</translation>
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
        <source>Same as system</source>
        <translation>Følg systemet</translation>
    </message>
    <message>
        <location filename="../../ui/window/settings_dialog.py"/>
        <source>Sans-serif font of the system</source>
        <translation>Systemets skrifttype uten seriffer</translation>
    </message>
    <message>
        <location filename="../../ui/window/settings_dialog.py"/>
        <source>Sepia</source>
        <translation>Sepia</translation>
    </message>
    <message>
        <location filename="../../ui/window/settings_dialog.py"/>
        <source>Serif font of the system</source>
        <translation>Systemets skrifttype med seriffer</translation>
    </message>
    <message>
        <location filename="../../ui/window/settings_dialog.py"/>
        <source>Settings</source>
        <translation>Innstillinger</translation>
    </message>
    <message>
        <location filename="../../ui/window/settings_dialog.py"/>
        <source>Source Serif (comes with Tospalt)</source>
        <translation>Source Serif (følger med Tospalt)</translation>
    </message>
    <message>
        <location filename="../../ui/window/settings_dialog.py"/>
        <source>T&amp;ypographic quotation marks and dashes while typing</source>
        <translation>T&amp;ypografiske anførselstegn og tankestreker mens du skriver</translation>
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
        <source>The translation</source>
        <translation>Oversettelsen</translation>
    </message>
    <message>
        <location filename="../../ui/window/settings_dialog.py"/>
        <source>Translation only</source>
        <translation>Bare oversettelsen</translation>
    </message>
</context>
<context>
    <name>Shelf</name>
    <message>
        <location filename="../../ui/library/shelf.py"/>
        <source>Example {number}</source>
        <translation>Eksempel {number}</translation>
    </message>
    <message>
        <location filename="../../ui/library/shelf.py"/>
        <source>Pasted text</source>
        <translation>Innlimt tekst</translation>
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
        <source>Back to the previous sentence</source>
        <translation>Tilbake til forrige setning</translation>
    </message>
    <message>
        <location filename="../../ui/window/shortcuts_dialog.py"/>
        <source>Clear the selection, or unpin the sentence</source>
        <translation>Opphev markeringen, eller løsne setningen</translation>
    </message>
    <message>
        <location filename="../../ui/window/shortcuts_dialog.py"/>
        <source>Commands for the selected documents</source>
        <translation>Kommandoer for de valgte dokumentene</translation>
    </message>
    <message>
        <location filename="../../ui/window/shortcuts_dialog.py"/>
        <source>Give the document another title</source>
        <translation>Gi dokumentet en annen tittel</translation>
    </message>
    <message>
        <location filename="../../ui/window/shortcuts_dialog.py"/>
        <source>In the library</source>
        <translation>I biblioteket</translation>
    </message>
    <message>
        <location filename="../../ui/window/shortcuts_dialog.py"/>
        <source>In the text</source>
        <translation>I teksten</translation>
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
        <source>List all documents again</source>
        <translation>Vis alle dokumentene igjen</translation>
    </message>
    <message>
        <location filename="../../ui/window/shortcuts_dialog.py"/>
        <source>Open the document</source>
        <translation>Åpne dokumentet</translation>
    </message>
    <message>
        <location filename="../../ui/window/shortcuts_dialog.py"/>
        <source>Pin or unpin the highlighted sentence</source>
        <translation>Fest eller løsne den uthevede setningen</translation>
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
        <source>Previous or next word, with the words that match it</source>
        <translation>Forrige eller neste ord, med ordene som hører til</translation>
    </message>
    <message>
        <location filename="../../ui/window/shortcuts_dialog.py"/>
        <source>Read on sentence by sentence and reveal hidden text</source>
        <translation>Les videre setning for setning, og vis skjult tekst</translation>
    </message>
    <message>
        <location filename="../../ui/window/shortcuts_dialog.py"/>
        <source>Remove the selected documents from the library</source>
        <translation>Fjern de valgte dokumentene fra biblioteket</translation>
    </message>
    <message>
        <location filename="../../ui/window/shortcuts_dialog.py"/>
        <source>Select a page up or down</source>
        <translation>Merk en side opp eller ned</translation>
    </message>
    <message>
        <location filename="../../ui/window/shortcuts_dialog.py"/>
        <source>Select all documents</source>
        <translation>Velg alle dokumentene</translation>
    </message>
    <message>
        <location filename="../../ui/window/shortcuts_dialog.py"/>
        <source>Select paragraph by paragraph</source>
        <translation>Merk avsnitt for avsnitt</translation>
    </message>
    <message>
        <location filename="../../ui/window/shortcuts_dialog.py"/>
        <source>Select sentence by sentence</source>
        <translation>Merk setning for setning</translation>
    </message>
    <message>
        <location filename="../../ui/window/shortcuts_dialog.py"/>
        <source>Select several documents</source>
        <translation>Velg flere dokumenter</translation>
    </message>
    <message>
        <location filename="../../ui/window/shortcuts_dialog.py"/>
        <source>Select to the beginning or end</source>
        <translation>Merk til begynnelsen eller slutten</translation>
    </message>
    <message>
        <location filename="../../ui/window/shortcuts_dialog.py"/>
        <source>Select word by word</source>
        <translation>Merk ord for ord</translation>
    </message>
    <message>
        <location filename="../../ui/window/shortcuts_dialog.py"/>
        <source>To the beginning or end</source>
        <translation>Til begynnelsen eller slutten</translation>
    </message>
    <message>
        <location filename="../../ui/window/shortcuts_dialog.py"/>
        <source>To the original or the translation</source>
        <translation>Til originalen eller oversettelsen</translation>
    </message>
    <message>
        <location filename="../../ui/window/shortcuts_dialog.py"/>
        <source>While editing a sentence: words to go on with</source>
        <translation>Mens du redigerer en setning: ord å fortsette med</translation>
    </message>
    <message>
        <location filename="../../ui/window/shortcuts_dialog.py"/>
        <source>{one} or {other}</source>
        <translation>{one} eller {other}</translation>
    </message>
</context>
<context>
    <name>SkippedDialog</name>
    <message>
        <location filename="../../ui/window/folder_notices.py"/>
        <source>Beyond the first {most} documents:</source>
        <translation>Utover de første {most} dokumentene:</translation>
    </message>
    <message>
        <location filename="../../ui/window/folder_notices.py"/>
        <source>Could not be read:</source>
        <translation>Kunne ikke leses:</translation>
    </message>
    <message>
        <location filename="../../ui/window/folder_notices.py"/>
        <source>Folders deeper than {depth} folders:</source>
        <translation>Mapper som ligger dypere enn {depth} mapper:</translation>
    </message>
    <message>
        <location filename="../../ui/window/folder_notices.py"/>
        <source>Not texts, by their names:</source>
        <translation>Ikke tekster, etter navnet å dømme:</translation>
    </message>
    <message>
        <location filename="../../ui/window/folder_notices.py"/>
        <source>Skipped in “{folder}”</source>
        <translation>Hoppet over i «{folder}»</translation>
    </message>
    <message numerus="yes">
        <location filename="../../ui/window/folder_notices.py"/>
        <source>… and %Ln more</source>
        <translation>
            <numerusform>… og %Ln til</numerusform>
            <numerusform>… og %Ln til</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SpellMarks</name>
    <message>
        <location filename="../../ui/editing/spell_marks.py"/>
        <source>&amp;Add “{word}” to dictionary</source>
        <translation>&amp;Legg til «{word}» i ordlisten</translation>
    </message>
    <message>
        <location filename="../../ui/editing/spell_marks.py"/>
        <source>&amp;Ignore “{word}”</source>
        <translation>&amp;Ignorer «{word}»</translation>
    </message>
    <message>
        <location filename="../../ui/editing/spell_marks.py"/>
        <source>&amp;Remove “{word}” from dictionary</source>
        <translation>&amp;Fjern «{word}» fra ordlisten</translation>
    </message>
    <message>
        <location filename="../../ui/editing/spell_marks.py"/>
        <source>Looking for suggestions…</source>
        <translation>Leter etter forslag …</translation>
    </message>
    <message>
        <location filename="../../ui/editing/spell_marks.py"/>
        <source>No suggestions</source>
        <translation>Ingen forslag</translation>
    </message>
</context>
<context>
    <name>Spelling</name>
    <message>
        <location filename="../../ui/editing/spelling.py"/>
        <source>“{word}” could not be added to the dictionary. It is ignored until you quit Tospalt.</source>
        <translation>«{word}» kunne ikke legges til i ordlisten. Det ignoreres til du avslutter Tospalt.</translation>
    </message>
    <message>
        <location filename="../../ui/editing/spelling.py"/>
        <source>“{word}” could not be removed from the dictionary.</source>
        <translation>«{word}» kunne ikke fjernes fra ordlisten.</translation>
    </message>
</context>
<context>
    <name>Spoken</name>
    <message>
        <location filename="../../ui/reading/spoken.py"/>
        <source>byline</source>
        <translation>forfatterlinje</translation>
    </message>
    <message>
        <location filename="../../ui/reading/spoken.py"/>
        <source>caption</source>
        <translation>bildetekst</translation>
    </message>
    <message>
        <location filename="../../ui/reading/spoken.py"/>
        <source>checked:</source>
        <translation>avkrysset:</translation>
    </message>
    <message>
        <location filename="../../ui/reading/spoken.py"/>
        <source>code</source>
        <translation>kode</translation>
    </message>
    <message>
        <location filename="../../ui/reading/spoken.py"/>
        <source>date</source>
        <translation>dato</translation>
    </message>
    <message>
        <location filename="../../ui/reading/spoken.py"/>
        <source>definition</source>
        <translation>definisjon</translation>
    </message>
    <message>
        <location filename="../../ui/reading/spoken.py"/>
        <source>empty</source>
        <translation>tom</translation>
    </message>
    <message>
        <location filename="../../ui/reading/spoken.py"/>
        <source>formula</source>
        <translation>formel</translation>
    </message>
    <message>
        <location filename="../../ui/reading/spoken.py"/>
        <source>heading</source>
        <translation>overskrift</translation>
    </message>
    <message>
        <location filename="../../ui/reading/spoken.py"/>
        <source>image</source>
        <translation>bilde</translation>
    </message>
    <message>
        <location filename="../../ui/reading/spoken.py"/>
        <source>level {level}</source>
        <translation>nivå {level}</translation>
    </message>
    <message>
        <location filename="../../ui/reading/spoken.py"/>
        <source>list item</source>
        <translation>listepunkt</translation>
    </message>
    <message>
        <location filename="../../ui/reading/spoken.py"/>
        <source>not checked:</source>
        <translation>ikke avkrysset:</translation>
    </message>
    <message>
        <location filename="../../ui/reading/spoken.py"/>
        <source>note</source>
        <translation>note</translation>
    </message>
    <message>
        <location filename="../../ui/reading/spoken.py"/>
        <source>note {label}</source>
        <translation>note {label}</translation>
    </message>
    <message>
        <location filename="../../ui/reading/spoken.py"/>
        <source>page header or footer</source>
        <translation>topptekst eller bunntekst</translation>
    </message>
    <message>
        <location filename="../../ui/reading/spoken.py"/>
        <source>paragraph</source>
        <translation>avsnitt</translation>
    </message>
    <message>
        <location filename="../../ui/reading/spoken.py"/>
        <source>paragraph {number}</source>
        <translation>avsnitt {number}</translation>
    </message>
    <message>
        <location filename="../../ui/reading/spoken.py"/>
        <source>quote</source>
        <translation>sitat</translation>
    </message>
    <message>
        <location filename="../../ui/reading/spoken.py"/>
        <source>quote, level {level}</source>
        <translation>sitat, nivå {level}</translation>
    </message>
    <message>
        <location filename="../../ui/reading/spoken.py"/>
        <source>rule</source>
        <translation>skillelinje</translation>
    </message>
    <message>
        <location filename="../../ui/reading/spoken.py"/>
        <source>see also</source>
        <translation>se også</translation>
    </message>
    <message>
        <location filename="../../ui/reading/spoken.py"/>
        <source>subtitle</source>
        <translation>undertekst</translation>
    </message>
    <message>
        <location filename="../../ui/reading/spoken.py"/>
        <source>subtitle at {time}</source>
        <translation>undertekst ved {time}</translation>
    </message>
    <message>
        <location filename="../../ui/reading/spoken.py"/>
        <source>table cell</source>
        <translation>tabellcelle</translation>
    </message>
    <message>
        <location filename="../../ui/reading/spoken.py"/>
        <source>table {table}, row {row}, column {column}</source>
        <translation>tabell {table}, rad {row}, kolonne {column}</translation>
    </message>
    <message>
        <location filename="../../ui/reading/spoken.py"/>
        <source>term</source>
        <translation>begrep</translation>
    </message>
    <message>
        <location filename="../../ui/reading/spoken.py"/>
        <source>text box</source>
        <translation>tekstboks</translation>
    </message>
    <message>
        <location filename="../../ui/reading/spoken.py"/>
        <source>title</source>
        <translation>tittel</translation>
    </message>
    <message>
        <location filename="../../ui/reading/spoken.py"/>
        <source>verse</source>
        <translation>vers</translation>
    </message>
</context>
<context>
    <name>TextDialog</name>
    <message>
        <location filename="../../ui/window/text_dialog.py"/>
        <source>&amp;Copy</source>
        <translation>&amp;Kopier</translation>
    </message>
    <message>
        <location filename="../../ui/window/text_dialog.py"/>
        <source>Copied.</source>
        <translation>Kopiert.</translation>
    </message>
</context>
<context>
    <name>Translation</name>
    <message>
        <location filename="../../ui/session/translation.py"/>
        <source>{problem} Another package is used instead.</source>
        <translation>{problem} En annen pakke brukes i stedet.</translation>
    </message>
</context>
<context>
    <name>TranslationStatus</name>
    <message numerus="yes">
        <location filename="../../ui/window/status_bar.py"/>
        <source>%Ln paragraph(s) translated</source>
        <translation>
            <numerusform>%Ln avsnitt er oversatt</numerusform>
            <numerusform>%Ln avsnitt er oversatt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../ui/window/status_bar.py"/>
        <source>%Ln word(s) per second</source>
        <translation>
            <numerusform>%Ln ord i sekundet</numerusform>
            <numerusform>%Ln ord i sekundet</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../ui/window/status_bar.py"/>
        <source>Cancel</source>
        <translation>Avbryt</translation>
    </message>
    <message>
        <location filename="../../ui/window/status_bar.py"/>
        <source>Continue</source>
        <translation>Fortsett</translation>
    </message>
    <message>
        <location filename="../../ui/window/status_bar.py"/>
        <source>Loading the language package…</source>
        <translation>Laster inn språkpakken …</translation>
    </message>
    <message>
        <location filename="../../ui/window/status_bar.py"/>
        <source>Loading…</source>
        <translation>Laster inn …</translation>
    </message>
    <message>
        <location filename="../../ui/window/status_bar.py"/>
        <source>Pause</source>
        <translation>Pause</translation>
    </message>
    <message>
        <location filename="../../ui/window/status_bar.py"/>
        <source>Paused</source>
        <translation>Satt på pause</translation>
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
        <source>Resume</source>
        <translation>Fortsett</translation>
    </message>
    <message>
        <location filename="../../ui/window/status_bar.py"/>
        <source>Translating…</source>
        <translation>Oversetter …</translation>
    </message>
    <message>
        <location filename="../../ui/window/status_bar.py"/>
        <source>Translation progress</source>
        <translation>Fremdrift for oversettelsen</translation>
    </message>
    <message>
        <location filename="../../ui/window/status_bar.py"/>
        <source>Try again</source>
        <translation>Prøv igjen</translation>
    </message>
    <message>
        <location filename="../../ui/window/status_bar.py"/>
        <source>a few seconds left</source>
        <translation>noen sekunder igjen</translation>
    </message>
    <message numerus="yes">
        <location filename="../../ui/window/status_bar.py"/>
        <source>about %Ln hour(s) left</source>
        <translation>
            <numerusform>omtrent én time igjen</numerusform>
            <numerusform>omtrent %Ln timer igjen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../ui/window/status_bar.py"/>
        <source>about %Ln minute(s) left</source>
        <translation>
            <numerusform>omtrent ett minutt igjen</numerusform>
            <numerusform>omtrent %Ln minutter igjen</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../ui/window/status_bar.py"/>
        <source>less than a minute left</source>
        <translation>under ett minutt igjen</translation>
    </message>
    <message>
        <location filename="../../ui/window/status_bar.py"/>
        <source>{amount} could not be translated</source>
        <translation>{amount} kunne ikke oversettes</translation>
    </message>
    <message>
        <location filename="../../ui/window/status_bar.py"/>
        <source>{amount} could not be translated. Press F5 to try again.</source>
        <translation>{amount} kunne ikke oversettes. Trykk F5 for å prøve igjen.</translation>
    </message>
    <message>
        <location filename="../../ui/window/status_bar.py"/>
        <source>{amount} translated</source>
        <translation>{amount} er oversatt</translation>
    </message>
    <message>
        <location filename="../../ui/window/status_bar.py"/>
        <source>{amount} translated. Press F5 to continue.</source>
        <translation>{amount} er oversatt. Trykk F5 for å fortsette.</translation>
    </message>
    <message numerus="yes">
        <location filename="../../ui/window/status_bar.py"/>
        <source>{done} of %Ln paragraph(s)</source>
        <translation>
            <numerusform>{done} av %Ln avsnitt</numerusform>
            <numerusform>{done} av %Ln avsnitt</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../ui/window/status_bar.py"/>
        <source>{done} of {total}</source>
        <translation>{done} av {total}</translation>
    </message>
    <message>
        <location filename="../../ui/window/status_bar.py"/>
        <source>{percent} per cent translated</source>
        <translation>{percent} prosent oversatt</translation>
    </message>
    <message numerus="yes">
        <location filename="../../ui/window/status_bar.py"/>
        <source>{translated}, %Ln left as they are</source>
        <translation>
            <numerusform>{translated}, %Ln står som det er</numerusform>
            <numerusform>{translated}, %Ln står som de er</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>UndoOffers</name>
    <message>
        <location filename="../../ui/session/undo_offers.py"/>
        <source>Undo</source>
        <translation>Angre</translation>
    </message>
</context>
<context>
    <name>Undoing</name>
    <message>
        <location filename="../../ui/window/undoing.py"/>
        <source>&amp;Redo</source>
        <translation>Gjør &amp;om</translation>
    </message>
    <message>
        <location filename="../../ui/window/undoing.py"/>
        <source>&amp;Redo typing</source>
        <translation>Gjør &amp;om skriving</translation>
    </message>
    <message>
        <location filename="../../ui/window/undoing.py"/>
        <source>&amp;Redo {what}</source>
        <translation>Gjør &amp;om {what}</translation>
    </message>
    <message>
        <location filename="../../ui/window/undoing.py"/>
        <source>&amp;Undo</source>
        <translation>&amp;Angre</translation>
    </message>
    <message>
        <location filename="../../ui/window/undoing.py"/>
        <source>&amp;Undo typing</source>
        <translation>&amp;Angre skriving</translation>
    </message>
    <message>
        <location filename="../../ui/window/undoing.py"/>
        <source>&amp;Undo {what}</source>
        <translation>&amp;Angre {what}</translation>
    </message>
    <message>
        <location filename="../../ui/window/undoing.py"/>
        <source>Redone: {what}</source>
        <translation>Gjort om igjen: {what}</translation>
    </message>
    <message>
        <location filename="../../ui/window/undoing.py"/>
        <source>Undone: {what}</source>
        <translation>Angret: {what}</translation>
    </message>
</context>
<context>
    <name>Verdicts</name>
    <message numerus="yes">
        <location filename="../../ui/compare/verdicts.py"/>
        <source>%Ln warning(s) dismissed</source>
        <translation>
            <numerusform>%Ln varsel avvist</numerusform>
            <numerusform>%Ln varsler avvist</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../ui/compare/verdicts.py"/>
        <source>Accepted</source>
        <translation>Godtatt</translation>
    </message>
    <message numerus="yes">
        <location filename="../../ui/compare/verdicts.py"/>
        <source>Accepted, in %Ln place(s)</source>
        <translation>
            <numerusform>Godtatt, %Ln sted</numerusform>
            <numerusform>Godtatt, %Ln steder</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../ui/compare/verdicts.py"/>
        <source>No longer accepted</source>
        <translation>Ikke lenger godtatt</translation>
    </message>
    <message>
        <location filename="../../ui/compare/verdicts.py"/>
        <source>Only translated sentences can be accepted.</source>
        <translation>Bare oversatte setninger kan godtas.</translation>
    </message>
    <message>
        <location filename="../../ui/compare/verdicts.py"/>
        <source>This sentence has no warning.</source>
        <translation>Denne setningen har ingen varsler.</translation>
    </message>
</context>
<context>
    <name>WarningLine</name>
    <message>
        <location filename="../../ui/compare/warning_line.py"/>
        <source>&amp;Dismiss wherever this sentence is translated like this</source>
        <translation>&amp;Avvis overalt der setningen er oversatt slik</translation>
    </message>
    <message>
        <location filename="../../ui/compare/warning_line.py"/>
        <source>Dismiss…</source>
        <translation>Avvis …</translation>
    </message>
    <message>
        <location filename="../../ui/compare/warning_line.py"/>
        <source>Do &amp;not warn about this in this document</source>
        <translation>&amp;Ikke varsle om dette i dette dokumentet</translation>
    </message>
    <message>
        <location filename="../../ui/compare/warning_line.py"/>
        <source>Warn again</source>
        <translation>Varsle igjen</translation>
    </message>
    <message>
        <location filename="../../ui/compare/warning_line.py"/>
        <source>You have dismissed this warning.</source>
        <translation>Du har avvist dette varselet.</translation>
    </message>
</context>
<context>
    <name>WatchedFolders</name>
    <message numerus="yes">
        <location filename="../../ui/window/watched_folders.py"/>
        <source>%Ln document(s) in the watched folder “{folder}” were added to your library.</source>
        <translation>
            <numerusform>%Ln dokument i den overvåkede mappen «{folder}» ble lagt til i biblioteket ditt.</numerusform>
            <numerusform>%Ln dokumenter i den overvåkede mappen «{folder}» ble lagt til i biblioteket ditt.</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../ui/window/watched_folders.py"/>
        <source>New documents in “{folder}” will join your library by themselves.</source>
        <translation>Nye dokumenter i «{folder}» legges automatisk til i biblioteket.</translation>
    </message>
    <message>
        <location filename="../../ui/window/watched_folders.py"/>
        <source>The watched folder “{folder}” is not there or cannot be read. Tospalt goes on watching for it.</source>
        <translation>Den overvåkede mappen «{folder}» er borte eller kan ikke leses. Tospalt fortsetter å se etter den.</translation>
    </message>
    <message>
        <location filename="../../ui/window/watched_folders.py"/>
        <source>Watch a folder</source>
        <translation>Overvåk en mappe</translation>
    </message>
    <message>
        <location filename="../../ui/window/watched_folders.py"/>
        <source>Watched folders…</source>
        <translation>Overvåkede mapper …</translation>
    </message>
    <message>
        <location filename="../../ui/window/watched_folders.py"/>
        <source>“{name}” in the watched folder “{folder}” was added to your library.</source>
        <translation>«{name}» i den overvåkede mappen «{folder}» ble lagt til i biblioteket ditt.</translation>
    </message>
</context>
<context>
    <name>WatchedFoldersDialog</name>
    <message>
        <location filename="../../ui/window/watched_folders.py"/>
        <source>&amp;Add…</source>
        <translation>&amp;Legg til …</translation>
    </message>
    <message>
        <location filename="../../ui/window/watched_folders.py"/>
        <source>&amp;Remove</source>
        <translation>&amp;Fjern</translation>
    </message>
    <message>
        <location filename="../../ui/window/watched_folders.py"/>
        <source>Add a folder here, and its documents join your library. New ones follow by themselves.</source>
        <translation>Legg til en mappe her, så kommer dokumentene i den inn i biblioteket. Nye dokumenter følger etter av seg selv.</translation>
    </message>
    <message>
        <location filename="../../ui/window/watched_folders.py"/>
        <source>New documents in these folders join your library by themselves.</source>
        <translation>Nye dokumenter i disse mappene legges automatisk til i biblioteket.</translation>
    </message>
    <message>
        <location filename="../../ui/window/watched_folders.py"/>
        <source>Watched folders</source>
        <translation>Overvåkede mapper</translation>
    </message>
</context>
<context>
    <name>Welcome</name>
    <message>
        <location filename="../../ui/window/welcome.py"/>
        <source>Close</source>
        <translation>Lukk</translation>
    </message>
    <message>
        <location filename="../../ui/window/welcome.py"/>
        <source>Each paragraph beside its translation. Hover over a sentence to see its match.</source>
        <translation>Hvert avsnitt står ved siden av oversettelsen. Hold pekeren over en setning for å se hva den svarer til.</translation>
    </message>
    <message>
        <location filename="../../ui/window/welcome.py"/>
        <source>Offline</source>
        <translation>Uten nett</translation>
    </message>
    <message>
        <location filename="../../ui/window/welcome.py"/>
        <source>Open a document…</source>
        <translation>Åpne et dokument …</translation>
    </message>
    <message>
        <location filename="../../ui/window/welcome.py"/>
        <source>Private</source>
        <translation>Privat</translation>
    </message>
    <message>
        <location filename="../../ui/window/welcome.py"/>
        <source>Side by side</source>
        <translation>Side om side</translation>
    </message>
    <message>
        <location filename="../../ui/window/welcome.py"/>
        <source>The translation is made here, without the internet.</source>
        <translation>Oversettelsen lages her, uten internett.</translation>
    </message>
    <message>
        <location filename="../../ui/window/welcome.py"/>
        <source>This is an example. You can drop a document or some text of your own here.</source>
        <translation>Dette er et eksempel. Du kan slippe et dokument eller din egen tekst her.</translation>
    </message>
    <message>
        <location filename="../../ui/window/welcome.py"/>
        <source>Welcome to Tospalt</source>
        <translation>Velkommen til Tospalt</translation>
    </message>
    <message>
        <location filename="../../ui/window/welcome.py"/>
        <source>Your texts never leave this computer.</source>
        <translation>Tekstene dine forlater aldri denne datamaskinen.</translation>
    </message>
</context>
<context>
    <name>WorkDialog</name>
    <message>
        <location filename="../../ui/memory/work_dialog.py"/>
        <source>Cancel</source>
        <translation>Avbryt</translation>
    </message>
    <message>
        <location filename="../../ui/memory/work_dialog.py"/>
        <source>Close</source>
        <translation>Lukk</translation>
    </message>
</context>
<context>
    <name>Writing</name>
    <message>
        <location filename="../../ui/session/export_job.py"/>
        <source>“{name}” was not saved because the translation was stopped.</source>
        <translation>«{name}» ble ikke lagret fordi oversettelsen ble stoppet.</translation>
    </message>
    <message>
        <location filename="../../ui/session/export_job.py"/>
        <source>“{name}” will be saved when the translation is finished.</source>
        <translation>«{name}» blir lagret når oversettelsen er ferdig.</translation>
    </message>
</context>
<context>
    <name>WritingChoices</name>
    <message>
        <location filename="../../ui/editing/writing_choices.py"/>
        <source>Go on with</source>
        <translation>Fortsett med</translation>
    </message>
    <message>
        <location filename="../../ui/editing/writing_choices.py"/>
        <source>Looking for alternatives…</source>
        <translation>Leter etter alternativer …</translation>
    </message>
    <message>
        <location filename="../../ui/editing/writing_choices.py"/>
        <source>The language package does not know how to go on here.</source>
        <translation>Språkpakken vet ikke hvordan det skal fortsette her.</translation>
    </message>
    <message>
        <location filename="../../ui/editing/writing_choices.py"/>
        <source>There is nothing else to change.</source>
        <translation>Det er ikke noe annet å endre.</translation>
    </message>
    <message>
        <location filename="../../ui/editing/writing_choices.py"/>
        <source>This sentence is too long for alternatives.</source>
        <translation>Denne setningen er for lang til å få alternativer.</translation>
    </message>
    <message>
        <location filename="../../ui/editing/writing_choices.py"/>
        <source>With your words</source>
        <translation>Med ordene dine</translation>
    </message>
    <message>
        <location filename="../../ui/editing/writing_choices.py"/>
        <source>Write other words than the machine's first, then try again.</source>
        <translation>Skriv først andre ord enn maskinens, og prøv igjen.</translation>
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
        <source>Export progress</source>
        <translation>Fremdrift for eksporten</translation>
    </message>
</context>
<context>
    <name>reader</name>
    <message>
        <location filename="../../reader/export/original.py"/>
        <source>A paragraph could not be written in this layout and stays as it is: {rows}.</source>
        <translation>Et avsnitt kunne ikke skrives i dette oppsettet og er uendret: {rows}.</translation>
    </message>
    <message>
        <location filename="../../reader/text/languages.py"/>
        <source>Albanian</source>
        <translation>albansk</translation>
    </message>
    <message>
        <location filename="../../reader/packages/manager.py"/>
        <source>Another package is being installed. Try again when it is finished.</source>
        <translation>En annen pakke blir installert. Prøv igjen når den er ferdig.</translation>
    </message>
    <message>
        <location filename="../../reader/packages/manager.py"/>
        <source>Another program is already downloading this package. Wait until it is finished.</source>
        <translation>Et annet program laster allerede ned denne pakken. Vent til det er ferdig.</translation>
    </message>
    <message>
        <location filename="../../reader/packages/install.py"/>
        <source>Another program is installing a package. Try again when it is finished.</source>
        <translation>Et annet program installerer en pakke. Prøv igjen når det er ferdig.</translation>
    </message>
    <message>
        <location filename="../../reader/memory/database.py"/>
        <source>Another program is using the translation memory. Some translations will not be remembered.</source>
        <translation>Et annet program bruker oversettelsesminnet. Noen oversettelser blir ikke husket.</translation>
    </message>
    <message>
        <location filename="../../reader/text/languages.py"/>
        <source>Arabic</source>
        <translation>arabisk</translation>
    </message>
    <message>
        <location filename="../../reader/packages/argos.py"/>
        <source>Argos Translate cannot create its folders ({folder}).</source>
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
        <source>Both copies of your edits were damaged. Some edits may be missing.</source>
        <translation>Begge kopiene av redigeringene dine var skadet. Noen av dem kan mangle.</translation>
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
        <location filename="../../reader/formats/decoding.py"/>
        <source>Characters that no text may contain have been removed.</source>
        <translation>Tegn som ingen tekst kan inneholde, er fjernet.</translation>
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
        <location filename="../../reader/formats/encoding_names.py"/>
        <source>Code page 850 (DOS, Western European)</source>
        <translation>kodetabell 850 (DOS, vesteuropeisk)</translation>
    </message>
    <message>
        <location filename="../../reader/formats/encoding_names.py"/>
        <source>Code page 865 (DOS, Nordic)</source>
        <translation>kodetabell 865 (DOS, nordisk)</translation>
    </message>
    <message>
        <location filename="../../reader/formats/other_formats.py"/>
        <source>Convert it to plain text (.txt) with an e-book program, and open that.</source>
        <translation>Gjør filen om til ren tekst (.txt) med et e-bokprogram, og åpne resultatet.</translation>
    </message>
    <message>
        <location filename="../../reader/formats/other_formats.py"/>
        <source>Convert it to plain text or Markdown, for example with Pandoc, and open that.</source>
        <translation>Gjør filen om til ren tekst eller Markdown, for eksempel med Pandoc, og åpne resultatet.</translation>
    </message>
    <message>
        <location filename="../../reader/formats/other_formats.py"/>
        <source>Copy what is to be translated into a text file, and open that.</source>
        <translation>Kopier det som skal oversettes, til en tekstfil, og åpne tekstfilen.</translation>
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
        <location filename="../../reader/about.py"/>
        <source>Data folder</source>
        <translation>Datamappe</translation>
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
        <location filename="../../reader/formats/other_formats.py"/>
        <source>Export it as Markdown from Jupyter, and open that.</source>
        <translation>Eksporter notatboken som Markdown fra Jupyter, og åpne resultatet.</translation>
    </message>
    <message>
        <location filename="../../reader/text/languages.py"/>
        <source>Faroese</source>
        <translation>færøysk</translation>
    </message>
    <message>
        <location filename="../../reader/text/languages.py"/>
        <source>Finnish</source>
        <translation>finsk</translation>
    </message>
    <message>
        <location filename="../../reader/about.py"/>
        <source>Fonts</source>
        <translation>Skrifttyper</translation>
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
        <location filename="../../reader/formats/encoding_names.py"/>
        <source>ISO 646 (Norwegian, { | } for æ ø å)</source>
        <translation>ISO 646 (norsk, { | } for æ ø å)</translation>
    </message>
    <message>
        <location filename="../../reader/formats/encoding_names.py"/>
        <source>ISO 8859-1 (Western European)</source>
        <translation>ISO 8859-1 (vesteuropeisk)</translation>
    </message>
    <message>
        <location filename="../../reader/formats/encoding_names.py"/>
        <source>ISO 8859-10 (Nordic)</source>
        <translation>ISO 8859-10 (nordisk)</translation>
    </message>
    <message>
        <location filename="../../reader/formats/encoding_names.py"/>
        <source>ISO 8859-15 (Western European with €)</source>
        <translation>ISO 8859-15 (vesteuropeisk med €)</translation>
    </message>
    <message>
        <location filename="../../reader/text/languages.py"/>
        <source>Icelandic</source>
        <translation>islandsk</translation>
    </message>
    <message>
        <location filename="../../reader/formats/families.py"/>
        <source>Images are not shown, since the file is protected by a password.</source>
        <translation>Bildene vises ikke, siden filen er beskyttet med passord.</translation>
    </message>
    <message>
        <location filename="../../reader/formats/other_formats.py"/>
        <source>Import it into the translation memory of Tospalt.</source>
        <translation>Importer den til oversettelsesminnet i Tospalt.</translation>
    </message>
    <message>
        <location filename="../../reader/export/original.py"/>
        <source>In the layout of “{name}”, the name “{path}” must end in one of these: {suffixes}.</source>
        <translation>Med oppsettet til «{name}» må navnet «{path}» slutte på ett av disse: {suffixes}.</translation>
    </message>
    <message>
        <location filename="../../reader/text/languages.py"/>
        <source>Indonesian</source>
        <translation>indonesisk</translation>
    </message>
    <message>
        <location filename="../../reader/formats/recognition/tessdata.py"/>
        <source>Install tospalt[ocr], which recognises text, or let a program for text recognition (OCR) add the text, and open what it saves.</source>
        <translation>Installer tospalt[ocr], som gjenkjenner tekst, eller la et program for tekstgjenkjenning (OCR) legge til teksten, og åpne det som blir lagret.</translation>
    </message>
    <message>
        <location filename="../../reader/text/languages.py"/>
        <source>Irish</source>
        <translation>irsk</translation>
    </message>
    <message>
        <location filename="../../reader/packages/outcomes.py"/>
        <source>It could not be tested. There may be too little memory.</source>
        <translation>Den kunne ikke testes. Det kan være for lite minne.</translation>
    </message>
    <message>
        <location filename="../../reader/packages/argos.py"/>
        <source>It has no metadata.json.</source>
        <translation>Den har ingen metadata.json.</translation>
    </message>
    <message>
        <location filename="../../reader/export/original.py"/>
        <source>It is not certain where a link, bookmark or image belongs in the translation: paragraph {rows}.</source>
        <translation>Det er usikkert hvor en lenke, et bokmerke eller et bilde hører hjemme i oversettelsen: avsnitt {rows}.</translation>
    </message>
    <message>
        <location filename="../../reader/export/original.py"/>
        <source>It is not certain where some links, bookmarks or images belong in the translation: paragraphs {rows}.</source>
        <translation>Det er usikkert hvor noen lenker, bokmerker eller bilder hører hjemme i oversettelsen: avsnitt {rows}.</translation>
    </message>
    <message>
        <location filename="../../reader/export/writing.py"/>
        <source>It is protected by the same password as the document.</source>
        <translation>Filen er beskyttet med samme passord som dokumentet.</translation>
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
        <location filename="../../reader/about.py"/>
        <source>Language packages</source>
        <translation>Språkpakker</translation>
    </message>
    <message>
        <location filename="../../reader/text/languages.py"/>
        <source>Latin</source>
        <translation>latin</translation>
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
        <location filename="../../reader/about.py"/>
        <source>Log folder</source>
        <translation>Loggmappe</translation>
    </message>
    <message>
        <location filename="../../reader/formats/encoding_names.py"/>
        <source>Mac OS Roman</source>
        <translation>Mac OS Roman</translation>
    </message>
    <message>
        <location filename="../../reader/text/languages.py"/>
        <source>Malay</source>
        <translation>malayisk</translation>
    </message>
    <message>
        <location filename="../../reader/packages/download.py"/>
        <source>No download address is known for this package.</source>
        <translation>Ingen nedlastingsadresse er kjent for denne pakken.</translation>
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
        <location filename="../../reader/translation/comparing.py"/>
        <source>No package for {source} to {target} is called “{name}”. Installed: {names}.</source>
        <translation>Ingen pakke fra {source} til {target} heter «{name}». Installert: {names}.</translation>
    </message>
    <message>
        <location filename="../../reader/packages/download.py"/>
        <source>No server address is known.</source>
        <translation>Ingen serveradresse er kjent.</translation>
    </message>
    <message>
        <location filename="../../reader/packages/download.py"/>
        <source>None of the servers has this package any more. Refresh the package list, which may be out of date.</source>
        <translation>Ingen av serverne har denne pakken lenger. Hent pakkelisten på nytt, for den kan være utdatert.</translation>
    </message>
    <message>
        <location filename="../../reader/text/languages.py"/>
        <source>Northern Sámi</source>
        <translation>nordsamisk</translation>
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
        <location filename="../../reader/formats/left_out.py"/>
        <source>One command for the program that makes the web page was left out.</source>
        <translation>Én kommando til programmet som lager nettsiden, er utelatt.</translation>
    </message>
    <message>
        <location filename="../../reader/formats/subtitles.py"/>
        <source>One comment or style of the subtitles was left out.</source>
        <translation>Én kommentar eller stil i underteksten er utelatt.</translation>
    </message>
    <message>
        <location filename="../../reader/formats/left_out.py"/>
        <source>One comment was left out.</source>
        <translation>Én kommentar er utelatt.</translation>
    </message>
    <message>
        <location filename="../../reader/formats/left_out.py"/>
        <source>One deletion that is not accepted yet was left out.</source>
        <translation>Én sletting som ikke er godtatt ennå, ble utelatt.</translation>
    </message>
    <message>
        <location filename="../../reader/formats/left_out.py"/>
        <source>One embedded object was left out.</source>
        <translation>Ett innebygd objekt ble utelatt.</translation>
    </message>
    <message>
        <location filename="../../reader/formats/left_out.py"/>
        <source>One encrypted part of the e-mail was left out.</source>
        <translation>Én kryptert del av e-posten ble utelatt.</translation>
    </message>
    <message>
        <location filename="../../reader/formats/pdf/document.py"/>
        <source>One further running head was left out.</source>
        <translation>Én kolumnetittel til er utelatt.</translation>
    </message>
    <message>
        <location filename="../../reader/formats/left_out.py"/>
        <source>One further value at the beginning of the file was left out.</source>
        <translation>Én annen opplysning i begynnelsen av filen er utelatt.</translation>
    </message>
    <message>
        <location filename="../../reader/memory/tmx_report.py"/>
        <source>One had several translations; the newest was used.</source>
        <translation>Én hadde flere oversettelser; den nyeste ble brukt.</translation>
    </message>
    <message>
        <location filename="../../reader/formats/left_out.py"/>
        <source>One image was left out.</source>
        <translation>Ett bilde er utelatt.</translation>
    </message>
    <message>
        <location filename="../../reader/formats/left_out.py"/>
        <source>One import or export of program code was left out.</source>
        <translation>Én import eller eksport av programkode er utelatt.</translation>
    </message>
    <message>
        <location filename="../../reader/memory/tmx_report.py"/>
        <source>One is kept as you have edited it.</source>
        <translation>Én beholdes slik du har redigert den.</translation>
    </message>
    <message>
        <location filename="../../reader/formats/subtitles.py"/>
        <source>One line that the next subtitle repeats was left out.</source>
        <translation>Én linje som neste undertekst gjentar, er utelatt.</translation>
    </message>
    <message>
        <location filename="../../reader/memory/tmx_report.py"/>
        <source>One machine translation was left out.</source>
        <translation>Én maskinoversettelse ble utelatt.</translation>
    </message>
    <message>
        <location filename="../../reader/memory/database.py"/>
        <source>One of your edits was missing from the translation memory and has been restored.</source>
        <translation>En av redigeringene dine manglet i oversettelsesminnet. Den er gjenopprettet.</translation>
    </message>
    <message>
        <location filename="../../reader/formats/left_out.py"/>
        <source>One page break or place for a list of contents was left out.</source>
        <translation>Ett sideskift eller én plass til innholdsfortegnelse er utelatt.</translation>
    </message>
    <message>
        <location filename="../../reader/formats/pdf/document.py"/>
        <source>One page number was left out.</source>
        <translation>Ett sidetall er utelatt.</translation>
    </message>
    <message>
        <location filename="../../reader/export/original.py"/>
        <source>One paragraph is not translated and stays as it is.</source>
        <translation>Ett avsnitt er ikke oversatt og er uendret.</translation>
    </message>
    <message>
        <location filename="../../reader/formats/left_out.py"/>
        <source>One part that the page hides was left out.</source>
        <translation>Én del som siden skjuler, er utelatt.</translation>
    </message>
    <message>
        <location filename="../../reader/formats/left_out.py"/>
        <source>One script, style or template was left out.</source>
        <translation>Ett skript, ett stilark eller én mal er utelatt.</translation>
    </message>
    <message>
        <location filename="../../reader/memory/tmx_report.py"/>
        <source>One sentence was added.</source>
        <translation>Én setning ble lagt til.</translation>
    </message>
    <message>
        <location filename="../../reader/formats/left_out.py"/>
        <source>One set of attributes in braces was left out.</source>
        <translation>Ett sett med attributter i krøllparenteser er utelatt.</translation>
    </message>
    <message>
        <location filename="../../reader/formats/left_out.py"/>
        <source>One table was too large for a grid and is shown as paragraphs.</source>
        <translation>Én tabell var for stor for et rutenett og vises som avsnitt.</translation>
    </message>
    <message>
        <location filename="../../reader/formats/subtitles.py"/>
        <source>One tag for place, colour, font or voice was left out.</source>
        <translation>Én kode for plassering, farge, skrifttype eller stemme er utelatt.</translation>
    </message>
    <message>
        <location filename="../../reader/memory/tmx_report.py"/>
        <source>One that was imported before was replaced.</source>
        <translation>Én som var importert fra før, ble byttet ut.</translation>
    </message>
    <message>
        <location filename="../../reader/memory/tmx_report.py"/>
        <source>One unit has no words in one of the languages.</source>
        <translation>Én enhet har ingen ord på det ene språket.</translation>
    </message>
    <message>
        <location filename="../../reader/memory/tmx_report.py"/>
        <source>One unit has several sentences that cannot be told apart in both languages.</source>
        <translation>Én enhet har flere setninger som ikke lar seg skille fra hverandre på begge språk.</translation>
    </message>
    <message>
        <location filename="../../reader/memory/tmx_report.py"/>
        <source>One unit is not in both languages.</source>
        <translation>Én enhet finnes ikke på begge språk.</translation>
    </message>
    <message>
        <location filename="../../reader/memory/tmx_report.py"/>
        <source>One unit is too long.</source>
        <translation>Én enhet er for lang.</translation>
    </message>
    <message>
        <location filename="../../reader/memory/tmx_report.py"/>
        <source>One unit lacks its numbers or dates.</source>
        <translation>Én enhet mangler tallene eller datoene sine.</translation>
    </message>
    <message>
        <location filename="../../reader/memory/tmx_report.py"/>
        <source>One was already there.</source>
        <translation>Én fantes fra før.</translation>
    </message>
    <message>
        <location filename="../../reader/formats/image.py"/>
        <source>Only the first {count} pages of the image were read.</source>
        <translation>Bare de første {count} sidene av bildet er lest.</translation>
    </message>
    <message>
        <location filename="../../reader/formats/other_formats.py"/>
        <source>Open it in a PDF viewer, copy the text into a text file, and open that.</source>
        <translation>Åpne filen i et PDF-program, kopier teksten til en tekstfil, og åpne tekstfilen.</translation>
    </message>
    <message>
        <location filename="../../reader/formats/other_formats.py"/>
        <source>Open it in a mail program, copy the text into a text file, and open that.</source>
        <translation>Åpne filen i et e-postprogram, kopier teksten til en tekstfil, og åpne tekstfilen.</translation>
    </message>
    <message>
        <location filename="../../reader/formats/other_formats.py"/>
        <source>Open it in a web browser, copy the text into a text file, and open that.</source>
        <translation>Åpne filen i en nettleser, kopier teksten til en tekstfil, og åpne tekstfilen.</translation>
    </message>
    <message>
        <location filename="../../reader/formats/other_formats.py"/>
        <source>Open it in a word processor, save it as plain text (.txt), and open that.</source>
        <translation>Åpne filen i et tekstbehandlingsprogram, lagre innholdet som ren tekst (.txt), og åpne tekstfilen.</translation>
    </message>
    <message>
        <location filename="../../reader/formats/other_formats.py"/>
        <source>Open it in the program that it belongs to, copy the text into a text file, and open that.</source>
        <translation>Åpne filen i programmet den hører til, kopier teksten til en tekstfil, og åpne tekstfilen.</translation>
    </message>
    <message>
        <location filename="../../reader/formats/facts.py"/>
        <source>OpenDocument text (FODT)</source>
        <translation>OpenDocument-tekstdokument (FODT)</translation>
    </message>
    <message>
        <location filename="../../reader/formats/facts.py"/>
        <source>OpenDocument text (ODT)</source>
        <translation>OpenDocument-tekstdokument (ODT)</translation>
    </message>
    <message>
        <location filename="../../reader/formats/pdf/scans.py"/>
        <source>Page {pages} is an image of text, or its text is unreadable. {remedy}</source>
        <translation>Side {pages} er et bilde av tekst, eller teksten er uleselig. {remedy}</translation>
    </message>
    <message>
        <location filename="../../reader/formats/pdf/scans.py"/>
        <source>Page {pages} took too long to be recognised: some of its text may be missing.</source>
        <translation>Det tok for lang tid å gjenkjenne side {pages}: Noe av teksten kan mangle.</translation>
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
        <location filename="../../reader/about.py"/>
        <source>Program</source>
        <translation>Program</translation>
    </message>
    <message>
        <location filename="../../reader/formats/decoding.py"/>
        <source>Read as {encoding}, which is not certain. If letters look wrong, choose another encoding under File &gt; Encoding, or with --encoding.</source>
        <translation>Lest som {encoding}, men det er ikke sikkert. Velg en annen tegnkoding under Fil &gt; Tegnkoding, eller med --encoding, hvis bokstaver ser feil ut.</translation>
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
        <location filename="../../reader/formats/other_formats.py"/>
        <source>Save it as SubRip (.srt) or WebVTT (.vtt) in a program for subtitles, and open that.</source>
        <translation>Lagre filen som SubRip (.srt) eller WebVTT (.vtt) i et program for undertekster, og åpne den nye filen.</translation>
    </message>
    <message>
        <location filename="../../reader/formats/other_formats.py"/>
        <source>Save it as text (.txt) or as an e-mail (.eml) in Outlook, and open that.</source>
        <translation>Lagre den som tekst (.txt) eller som e-post (.eml) i Outlook, og åpne den nye filen.</translation>
    </message>
    <message>
        <location filename="../../reader/formats/other_formats.py"/>
        <source>Save the e-mail that you want to read as a file (.eml) in the mail program, and open that.</source>
        <translation>Lagre e-posten du vil lese, som en fil (.eml) i e-postprogrammet, og åpne den.</translation>
    </message>
    <message>
        <location filename="../../reader/about.py"/>
        <source>Settings folder</source>
        <translation>Innstillingsmappe</translation>
    </message>
    <message>
        <location filename="../../reader/translation/comparing.py"/>
        <source>Several packages for {source} to {target} are called “{name}”. Say which: {names}.</source>
        <translation>Flere pakker fra {source} til {target} heter «{name}». Si hvilken: {names}.</translation>
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
        <location filename="../../reader/about.py"/>
        <source>Software libraries</source>
        <translation>Programvarebiblioteker</translation>
    </message>
    <message>
        <location filename="../../reader/memory/database.py"/>
        <source>Some of the imported sentences in the translation memory were damaged. Import their files again.</source>
        <translation>Noen av de importerte setningene i oversettelsesminnet var skadet. Importer filene på nytt.</translation>
    </message>
    <message>
        <location filename="../../reader/memory/database.py"/>
        <source>Some of your accepted sentences and dismissed warnings may be missing.</source>
        <translation>Noen av de godtatte setningene og avviste varslene dine kan mangle.</translation>
    </message>
    <message>
        <location filename="../../reader/memory/database.py"/>
        <source>Some of your accepted sentences and dismissed warnings were missing from the translation memory and have been restored.</source>
        <translation>Noen av de godtatte setningene og avviste varslene dine manglet i oversettelsesminnet. De er gjenopprettet.</translation>
    </message>
    <message>
        <location filename="../../reader/memory/database.py"/>
        <source>Some of your notes, bookmarks and choices for documents may be missing.</source>
        <translation>Noen av notatene, bokmerkene og valgene dine for dokumenter kan mangle.</translation>
    </message>
    <message>
        <location filename="../../reader/memory/database.py"/>
        <source>Some of your notes, bookmarks and choices for documents were missing from the translation memory and have been restored.</source>
        <translation>Noen av notatene, bokmerkene og valgene dine for dokumenter manglet i oversettelsesminnet. De er gjenopprettet.</translation>
    </message>
    <message>
        <location filename="../../reader/errors.py"/>
        <source>Something unexpected went wrong in Tospalt ({type}).</source>
        <translation>Noe uventet gikk galt i Tospalt ({type}).</translation>
    </message>
    <message>
        <location filename="../../reader/text/languages.py"/>
        <source>Spanish</source>
        <translation>spansk</translation>
    </message>
    <message>
        <location filename="../../reader/formats/facts.py"/>
        <source>SubRip subtitles</source>
        <translation>SubRip-undertekster</translation>
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
        <location filename="../../reader/text/detection.py"/>
        <source>Temporary files cannot be written: {reason}. Make room for them, then try again.</source>
        <translation>Midlertidige filer kan ikke skrives: {reason}. Frigjør plass til dem, og prøv igjen.</translation>
    </message>
    <message>
        <location filename="../../reader/formats/recognition/tessdata.py"/>
        <source>Text recognition needs nor.traineddata and eng.traineddata: install tesseract-ocr-nor and tesseract-ocr-eng, put the files into “{folder}”, or name their folder in TESSDATA_PREFIX.</source>
        <translation>Tekstgjenkjenning trenger nor.traineddata og eng.traineddata: installer tesseract-ocr-nor og tesseract-ocr-eng, legg filene i «{folder}», eller oppgi mappen deres i TESSDATA_PREFIX.</translation>
    </message>
    <message>
        <location filename="../../reader/text/languages.py"/>
        <source>Thai</source>
        <translation>thai</translation>
    </message>
    <message>
        <location filename="../../reader/export/pdf/document.py"/>
        <source>The PDF could not be created: its pages could not be laid out.</source>
        <translation>PDF-en kunne ikke lages: Sidene kunne ikke settes opp.</translation>
    </message>
    <message>
        <location filename="../../reader/export/pdf/typesetter.py"/>
        <source>The PDF could not be created: the layout program could not be started.</source>
        <translation>PDF-en kunne ikke lages: Programmet som setter opp sidene, kunne ikke startes.</translation>
    </message>
    <message>
        <location filename="../../reader/export/pdf/typesetter.py"/>
        <source>The PDF could not be created: the layout program stopped before it was finished.</source>
        <translation>PDF-en kunne ikke lages: Programmet som setter opp sidene, stoppet før det var ferdig.</translation>
    </message>
    <message>
        <location filename="../../reader/memory/database.py"/>
        <source>The backup copy of your accepted sentences and dismissed warnings cannot be saved: {detail}. For now, they are stored only in “{file}”.</source>
        <translation>Sikkerhetskopien av de godtatte setningene og avviste varslene dine kan ikke lagres: {detail}. Inntil videre ligger de bare i «{file}».</translation>
    </message>
    <message>
        <location filename="../../reader/memory/database.py"/>
        <source>The backup copy of your accepted sentences and dismissed warnings, “{file}.judgements”, was damaged and has been saved again.</source>
        <translation>Sikkerhetskopien av de godtatte setningene og avviste varslene dine, «{file}.judgements», var skadet og er lagret på nytt.</translation>
    </message>
    <message>
        <location filename="../../reader/memory/database.py"/>
        <source>The backup copy of your edits cannot be saved: {detail}. For now, they are stored only in “{file}”.</source>
        <translation>Sikkerhetskopien av redigeringene dine kan ikke lagres: {detail}. Inntil videre ligger de bare i «{file}».</translation>
    </message>
    <message>
        <location filename="../../reader/memory/database.py"/>
        <source>The backup copy of your edits, “{file}.edits”, was damaged and has been saved again.</source>
        <translation>Sikkerhetskopien av redigeringene dine, «{file}.edits», var skadet og er lagret på nytt.</translation>
    </message>
    <message>
        <location filename="../../reader/memory/database.py"/>
        <source>The backup copy of your notes and bookmarks cannot be saved: {detail}. For now, they are stored only in “{file}”.</source>
        <translation>Sikkerhetskopien av notatene og bokmerkene dine kan ikke lagres: {detail}. Inntil videre ligger de bare i «{file}».</translation>
    </message>
    <message>
        <location filename="../../reader/memory/database.py"/>
        <source>The backup copy of your notes and bookmarks, “{file}.values”, was damaged and has been saved again.</source>
        <translation>Sikkerhetskopien av notatene og bokmerkene dine, «{file}.values», var skadet og er lagret på nytt.</translation>
    </message>
    <message>
        <location filename="../../reader/packages/download.py"/>
        <source>The connection to {host} was lost. Try again.</source>
        <translation>Forbindelsen til {host} ble brutt. Prøv igjen.</translation>
    </message>
    <message>
        <location filename="../../reader/memory/words.py"/>
        <source>The disk is full, so the translation memory can be searched only in part.</source>
        <translation>Disken er full, så bare deler av oversettelsesminnet kan søkes i.</translation>
    </message>
    <message>
        <location filename="../../reader/memory/database.py"/>
        <source>The disk is full. New translations will not be remembered until there is free space.</source>
        <translation>Disken er full. Nye oversettelser blir ikke husket før det er ledig plass.</translation>
    </message>
    <message>
        <location filename="../../reader/formats/decoding.py"/>
        <source>The encoding of “{name}” cannot be determined. Choose it under File &gt; Encoding, or with --encoding.</source>
        <translation>Tegnkodingen i «{name}» lar seg ikke fastslå. Velg den under Fil &gt; Tegnkoding, eller med --encoding.</translation>
    </message>
    <message>
        <location filename="../../reader/packages/download.py"/>
        <source>The file on {host} has changed and is being downloaded again.</source>
        <translation>Filen på {host} er endret og lastes ned på nytt.</translation>
    </message>
    <message>
        <location filename="../../reader/export/original.py"/>
        <source>The formatting of some words has no place in the translation and is left out: paragraph {rows}.</source>
        <translation>Formateringen av noen ord har ingen plass i oversettelsen og er utelatt: avsnitt {rows}.</translation>
    </message>
    <message>
        <location filename="../../reader/export/original.py"/>
        <source>The formatting of some words has no place in the translation and is left out: paragraphs {rows}.</source>
        <translation>Formateringen av noen ord har ingen plass i oversettelsen og er utelatt: avsnitt {rows}.</translation>
    </message>
    <message>
        <location filename="../../reader/packages/network.py"/>
        <source>The identity of the server {host} could not be verified. Someone may be intercepting the connection, or the clock of this computer may be wrong.</source>
        <translation>Identiteten til serveren {host} kunne ikke bekreftes. Noen kan avlytte forbindelsen, eller klokken på datamaskinen går feil.</translation>
    </message>
    <message>
        <location filename="../../reader/engine/attention.py"/>
        <source>The language model could not align this text.</source>
        <translation>Språkmodellen klarte ikke å koble ordene i denne teksten.</translation>
    </message>
    <message>
        <location filename="../../reader/engine/scoring.py"/>
        <source>The language model could not judge this text.</source>
        <translation>Språkmodellen kunne ikke vurdere denne teksten.</translation>
    </message>
    <message>
        <location filename="../../reader/engine/nmt_model.py"/>
        <source>The language model could not translate this text.</source>
        <translation>Språkmodellen klarte ikke å oversette denne teksten.</translation>
    </message>
    <message>
        <location filename="../../reader/translation/queue.py"/>
        <source>The language model gave no translation.</source>
        <translation>Språkmodellen ga ingen oversettelse.</translation>
    </message>
    <message>
        <location filename="../../reader/formats/twice.py"/>
        <source>The letters of this document were encoded several times, and have been repaired.</source>
        <translation>Bokstavene i dette dokumentet var kodet flere ganger og er rettet.</translation>
    </message>
    <message>
        <location filename="../../reader/formats/twice.py"/>
        <source>The letters of this document were encoded twice, and have been repaired.</source>
        <translation>Bokstavene i dette dokumentet var kodet to ganger og er rettet.</translation>
    </message>
    <message>
        <location filename="../../reader/watched.py"/>
        <source>The list of your watched folders was damaged. It was kept as “{kept}”. Check which folders are watched.</source>
        <translation>Listen over mapper som overvåkes, var skadet. Den er tatt vare på som «{kept}». Kontroller hvilke mapper som overvåkes.</translation>
    </message>
    <message>
        <location filename="../../reader/watched.py"/>
        <source>The list of your watched folders, “{file}”, cannot be read: {reason}.</source>
        <translation>Listen over mapper som overvåkes, «{file}», kan ikke leses: {reason}.</translation>
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
        <source>The model of {name} gives empty translations.</source>
        <translation>Modellen i {name} gir tomme oversettelser.</translation>
    </message>
    <message>
        <location filename="../../reader/packages/loading.py"/>
        <source>The model of {package} cannot be loaded. Install the package again.</source>
        <translation>Modellen i {package} kan ikke lastes inn. Installer pakken på nytt.</translation>
    </message>
    <message>
        <location filename="../../reader/export/writing.py"/>
        <source>The name “{path}” must end in one of these: {suffixes}.</source>
        <translation>Navnet «{path}» må slutte på en av disse: {suffixes}.</translation>
    </message>
    <message>
        <location filename="../../reader/formats/pdf/document.py"/>
        <source>The number of one line was left out.</source>
        <translation>Nummeret på én linje er utelatt.</translation>
    </message>
    <message>
        <location filename="../../reader/formats/subtitles.py"/>
        <source>The number or settings of one subtitle were left out.</source>
        <translation>Nummeret eller innstillingene til én undertekst er utelatt.</translation>
    </message>
    <message>
        <location filename="../../reader/formats/pdf/document.py"/>
        <source>The numbers of {count} lines were left out.</source>
        <translation>Numrene på {count} linjer er utelatt.</translation>
    </message>
    <message>
        <location filename="../../reader/formats/subtitles.py"/>
        <source>The numbers or settings of {count} subtitles were left out.</source>
        <translation>Numrene eller innstillingene til {count} undertekster er utelatt.</translation>
    </message>
    <message>
        <location filename="../../reader/packages/install.py"/>
        <source>The package cannot be saved in “{path}”: {reason}.</source>
        <translation>Pakken kan ikke lagres i «{path}»: {reason}.</translation>
    </message>
    <message>
        <location filename="../../reader/packages/members.py"/>
        <source>The package contains far more files than a language package should.</source>
        <translation>Pakken inneholder langt flere filer enn en språkpakke skal ha.</translation>
    </message>
    <message>
        <location filename="../../reader/packages/members.py"/>
        <source>The package contains something that does not belong in a language package (“{name}”).</source>
        <translation>Pakken inneholder noe som ikke hører hjemme i en språkpakke («{name}»).</translation>
    </message>
    <message>
        <location filename="../../reader/engine/engine_pool.py"/>
        <source>The package in “{folder}” cannot be used: {reason}.</source>
        <translation>Pakken i «{folder}» kan ikke brukes: {reason}.</translation>
    </message>
    <message>
        <location filename="../../reader/packages/install.py"/>
        <source>The package is for other languages ({source} to {target}). It was not installed.</source>
        <translation>Pakken er for andre språk ({source} til {target}). Den ble ikke installert.</translation>
    </message>
    <message>
        <location filename="../../reader/packages/index.py"/>
        <source>The package list from the server is empty. Try again later.</source>
        <translation>Pakkelisten fra serveren er tom. Prøv igjen senere.</translation>
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
        <source>The package {package} could not be tested, perhaps because there is too little memory. It will be tested again the next time Tospalt starts.</source>
        <translation>Pakken {package} kunne ikke testes, kanskje fordi det er for lite minne. Den testes på nytt neste gang Tospalt starter.</translation>
    </message>
    <message>
        <location filename="../../reader/packages/outcomes.py"/>
        <source>The package {package} did not respond within a minute. It will be tested again tomorrow.</source>
        <translation>Pakken {package} svarte ikke innen ett minutt. Den testes på nytt i morgen.</translation>
    </message>
    <message>
        <location filename="../../reader/packages/outcomes.py"/>
        <source>The package {package} does not work. Install it again.</source>
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
        <location filename="../../reader/formats/locked.py"/>
        <source>The password is wrong: it does not open “{name}”.</source>
        <translation>Passordet er feil: Det åpner ikke «{name}».</translation>
    </message>
    <message>
        <location filename="../../reader/pasted.py"/>
        <source>The pasted text cannot be deleted: {reason}.</source>
        <translation>Den innlimte teksten kan ikke slettes: {reason}.</translation>
    </message>
    <message>
        <location filename="../../reader/formats/left_out.py"/>
        <source>The program in the document was left out. It is never run.</source>
        <translation>Programmet i dokumentet ble utelatt. Det kjøres aldri.</translation>
    </message>
    <message>
        <location filename="../../reader/formats/left_out.py"/>
        <source>The programs in the document were left out. They are never run.</source>
        <translation>Programmene i dokumentet ble utelatt. De kjøres aldri.</translation>
    </message>
    <message>
        <location filename="../../reader/packages/network.py"/>
        <source>The proxy server {host} blocked the connection (status {code}).</source>
        <translation>Proxy-serveren {host} blokkerte forbindelsen (status {code}).</translation>
    </message>
    <message>
        <location filename="../../reader/packages/index.py"/>
        <source>The server did not send a package list. You may need to sign in to the network first.</source>
        <translation>Serveren sendte ikke en pakkeliste. Kanskje du må logge på nettverket først.</translation>
    </message>
    <message>
        <location filename="../../reader/packages/download.py"/>
        <source>The server no longer has this package. Refresh the package list, which may be out of date.</source>
        <translation>Serveren har ikke denne pakken lenger. Hent pakkelisten på nytt, for den kan være utdatert.</translation>
    </message>
    <message>
        <location filename="../../reader/packages/manager.py"/>
        <source>The server sent version {version} of the package instead of {wanted}. It was not installed.</source>
        <translation>Serveren sendte versjon {version} av pakken i stedet for {wanted}. Den ble ikke installert.</translation>
    </message>
    <message>
        <location filename="../../reader/packages/network.py"/>
        <source>The server {host} cannot respond right now (status {code}). Try again later.</source>
        <translation>Serveren {host} kan ikke svare akkurat nå (status {code}). Prøv igjen senere.</translation>
    </message>
    <message>
        <location filename="../../reader/packages/network.py"/>
        <source>The server {host} does not accept connections. Try again later.</source>
        <translation>Serveren {host} tar ikke imot forbindelser. Prøv igjen senere.</translation>
    </message>
    <message>
        <location filename="../../reader/packages/network.py"/>
        <source>The server {host} is not responding. Try again later.</source>
        <translation>Serveren {host} svarer ikke. Prøv igjen senere.</translation>
    </message>
    <message>
        <location filename="../../reader/packages/network.py"/>
        <source>The server {host} no longer has this file (status {code}).</source>
        <translation>Serveren {host} har ikke denne filen lenger (status {code}).</translation>
    </message>
    <message>
        <location filename="../../reader/packages/network.py"/>
        <source>The server {host} redirects to an address that is not secure.</source>
        <translation>Serveren {host} viser videre til en adresse som ikke er sikker.</translation>
    </message>
    <message>
        <location filename="../../reader/packages/network.py"/>
        <source>The server {host} refused the request (status {code}).</source>
        <translation>Serveren {host} avviste forespørselen (status {code}).</translation>
    </message>
    <message>
        <location filename="../../reader/packages/download.py"/>
        <source>The server {host} sent more data than expected.</source>
        <translation>Serveren {host} sendte mer enn ventet.</translation>
    </message>
    <message>
        <location filename="../../reader/packages/network.py"/>
        <source>The server {host} was not found. Check your internet connection.</source>
        <translation>Serveren {host} ble ikke funnet. Kontroller nettforbindelsen.</translation>
    </message>
    <message>
        <location filename="../../reader/settings_file.py"/>
        <source>The settings in “{file}” cannot be read. The default settings are used.</source>
        <translation>Innstillingene i «{file}» kan ikke leses. Standardinnstillingene brukes.</translation>
    </message>
    <message>
        <location filename="../../reader/settings_file.py"/>
        <source>The settings were damaged. They were kept as “{kept}”, and new ones were saved.</source>
        <translation>Innstillingene var skadet. De er tatt vare på som «{kept}», og nye er lagret.</translation>
    </message>
    <message>
        <location filename="../../reader/settings_file.py"/>
        <source>The settings were damaged. They were kept as “{kept}”, and the default settings are used.</source>
        <translation>Innstillingene var skadet. De er tatt vare på som «{kept}», og standardinnstillingene brukes.</translation>
    </message>
    <message>
        <location filename="../../reader/export/original.py"/>
        <source>The signature of the document was left out: it would no longer be valid.</source>
        <translation>Dokumentets signatur er utelatt: Den ville ikke lenger være gyldig.</translation>
    </message>
    <message>
        <location filename="../../reader/formats/left_out.py"/>
        <source>The signature of the e-mail was left out. It is not checked.</source>
        <translation>E-postens signatur ble utelatt. Den blir ikke kontrollert.</translation>
    </message>
    <message>
        <location filename="../../reader/formats/left_out.py"/>
        <source>The signatures of the e-mail were left out. They are not checked.</source>
        <translation>E-postens signaturer ble utelatt. De blir ikke kontrollert.</translation>
    </message>
    <message>
        <location filename="../../reader/export/pasting.py"/>
        <source>The text is too large ({size} MB). Tospalt opens texts of up to {limit} MB.</source>
        <translation>Teksten er for stor ({size} MB). Tospalt åpner tekster på opptil {limit} MB.</translation>
    </message>
    <message>
        <location filename="../../reader/formats/other_formats.py"/>
        <source>The text is {what}, not plain text. {remedy}</source>
        <translation>Teksten er {what}, ikke ren tekst. {remedy}</translation>
    </message>
    <message>
        <location filename="../../reader/packages/installed.py"/>
        <source>The tokenizer is missing.</source>
        <translation>Tokenisatoren mangler.</translation>
    </message>
    <message>
        <location filename="../../reader/packages/tokenizers.py"/>
        <source>The tokenizer of {package} cannot be read. Install the package again.</source>
        <translation>Tokenisatoren i {package} kan ikke leses. Installer pakken på nytt.</translation>
    </message>
    <message>
        <location filename="../../reader/export/original.py"/>
        <source>The translation has letters that the file could not have. It is saved as UTF-8.</source>
        <translation>Oversettelsen har tegn som filen ikke kunne ha. Den er lagret som UTF-8.</translation>
    </message>
    <message>
        <location filename="../../reader/memory/words.py"/>
        <source>The translation memory can be searched only in part: {detail}.</source>
        <translation>Bare deler av oversettelsesminnet kan søkes i: {detail}.</translation>
    </message>
    <message>
        <location filename="../../reader/memory/contents.py"/>
        <source>The translation memory cannot be read.</source>
        <translation>Det går ikke å lese oversettelsesminnet.</translation>
    </message>
    <message>
        <location filename="../../reader/memory/words.py"/>
        <source>The translation memory cannot be searched, since it cannot be written to.</source>
        <translation>Oversettelsesminnet kan ikke søkes i, siden det ikke kan skrives til.</translation>
    </message>
    <message>
        <location filename="../../reader/export/tmx_memory.py"/>
        <source>The translation memory has nothing to export.</source>
        <translation>Det er ingenting å eksportere i oversettelsesminnet.</translation>
    </message>
    <message>
        <location filename="../../reader/memory/database.py"/>
        <source>The translation memory was damaged. It was kept as “{detail}” and a new one was started.</source>
        <translation>Oversettelsesminnet var skadet. Det er tatt vare på som «{detail}», og et nytt er opprettet.</translation>
    </message>
    <message>
        <location filename="../../reader/memory/database.py"/>
        <source>The translation memory was damaged. It was kept as “{detail}” and a new one was started. One of your edits was restored.</source>
        <translation>Oversettelsesminnet var skadet. Det er tatt vare på som «{detail}», og et nytt er opprettet. En av redigeringene dine er gjenopprettet.</translation>
    </message>
    <message>
        <location filename="../../reader/memory/database.py"/>
        <source>The translation memory was damaged. It was kept as “{detail}” and a new one was started. Some of your edits may be missing.</source>
        <translation>Oversettelsesminnet var skadet. Det er tatt vare på som «{detail}», og et nytt er opprettet. Noen av redigeringene dine kan mangle.</translation>
    </message>
    <message>
        <location filename="../../reader/memory/database.py"/>
        <source>The translation memory was damaged. It was kept as “{detail}” and a new one was started. {count} of your edits were restored.</source>
        <translation>Oversettelsesminnet var skadet. Det er tatt vare på som «{detail}», og et nytt er opprettet. {count} av redigeringene dine er gjenopprettet.</translation>
    </message>
    <message>
        <location filename="../../reader/memory/database.py"/>
        <source>The translation memory, “{file}”, cannot be used: {detail}. New translations will not be remembered.</source>
        <translation>Oversettelsesminnet, «{file}», kan ikke brukes: {detail}. Nye oversettelser blir ikke husket.</translation>
    </message>
    <message>
        <location filename="../../reader/memory/database.py"/>
        <source>The translation memory, “{file}”, is on a network drive or similar. It is stored there in a slower but safe way.</source>
        <translation>Oversettelsesminnet, «{file}», ligger på en nettverksdisk eller lignende. Der lagres det på en langsommere, men trygg måte.</translation>
    </message>
    <message>
        <location filename="../../reader/memory/database.py"/>
        <source>The translation memory, “{file}”, was made by a newer version of Tospalt and was left unchanged.</source>
        <translation>Oversettelsesminnet, «{file}», er laget av en nyere versjon av Tospalt og blir ikke endret.</translation>
    </message>
    <message>
        <location filename="../../reader/memory/tmx_import.py"/>
        <source>The translations of “{path}” cannot be remembered on this disk.</source>
        <translation>Oversettelsene i «{path}» kan ikke huskes på denne disken.</translation>
    </message>
    <message>
        <location filename="../../reader/packages/members.py"/>
        <source>The unpacked package would be far larger than a language package should be. It was not unpacked.</source>
        <translation>Utpakket ville pakken blitt langt større enn en språkpakke skal være. Den ble ikke pakket ut.</translation>
    </message>
    <message>
        <location filename="../../reader/export/pasting.py"/>
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
        <source>There is not enough space for the package. It needs {needed} MB, but the disk with “{path}” has {free} MB free.</source>
        <translation>Det er ikke nok plass til pakken. Den trenger {needed} MB, men disken med «{path}» har {free} MB ledig.</translation>
    </message>
    <message>
        <location filename="../../reader/settings_file.py"/>
        <source>These settings have values that this version of Tospalt does not know, so the default values are used: {names}.</source>
        <translation>Disse innstillingene har verdier som denne versjonen av Tospalt ikke kjenner, så standardverdiene brukes: {names}.</translation>
    </message>
    <message>
        <location filename="../../reader/packages/archive.py"/>
        <source>This is not a translation package.</source>
        <translation>Dette er ikke en oversettelsespakke.</translation>
    </message>
    <message>
        <location filename="../../reader/files.py"/>
        <source>This is not a valid file name.</source>
        <translation>Dette er ikke et gyldig filnavn.</translation>
    </message>
    <message>
        <location filename="../../reader/packages/checksums.py"/>
        <source>This is not the official package {name} {version}: its SHA-256 is {found} instead of {expected}. It was not installed.</source>
        <translation>Dette er ikke den offisielle pakken {name} {version}: SHA-256-summen er {found} i stedet for {expected}. Den ble ikke installert.</translation>
    </message>
    <message>
        <location filename="../../reader/settings_file.py"/>
        <source>This setting has a value that this version of Tospalt does not know, so the default value is used: {names}.</source>
        <translation>Denne innstillingen har en verdi som denne versjonen av Tospalt ikke kjenner, så standardverdien brukes: {names}.</translation>
    </message>
    <message>
        <location filename="../../reader/memory/tmx_report.py"/>
        <source>Tospalt does not know these languages: {names}.</source>
        <translation>Tospalt kjenner ikke disse språkene: {names}.</translation>
    </message>
    <message>
        <location filename="../../reader/formats/other_formats.py"/>
        <source>Tospalt reads documents, web pages, books, e-mails and subtitles.</source>
        <translation>Tospalt leser dokumenter, nettsider, bøker, e-poster og undertekster.</translation>
    </message>
    <message>
        <location filename="../../reader/formats/other_formats.py"/>
        <source>Tospalt reads only text: find or write a transcript, and open that.</source>
        <translation>Tospalt leser bare tekst. Finn eller skriv en utskrift av det som blir sagt, og åpne den.</translation>
    </message>
    <message>
        <location filename="../../reader/formats/other_formats.py"/>
        <source>Tospalt reads only text: let a program for text recognition read it, and open what that saves.</source>
        <translation>Tospalt leser bare tekst. Les bildet med et program for tekstgjenkjenning, og åpne teksten som det lagrer.</translation>
    </message>
    <message>
        <location filename="../../reader/text/languages.py"/>
        <source>Turkish</source>
        <translation>tyrkisk</translation>
    </message>
    <message>
        <location filename="../../reader/formats/encoding_names.py"/>
        <source>UTF-16, big-endian</source>
        <translation>UTF-16, big-endian</translation>
    </message>
    <message>
        <location filename="../../reader/formats/encoding_names.py"/>
        <source>UTF-16, little-endian</source>
        <translation>UTF-16, little-endian</translation>
    </message>
    <message>
        <location filename="../../reader/formats/encoding_names.py"/>
        <source>UTF-32, big-endian</source>
        <translation>UTF-32, big-endian</translation>
    </message>
    <message>
        <location filename="../../reader/formats/encoding_names.py"/>
        <source>UTF-32, little-endian</source>
        <translation>UTF-32, little-endian</translation>
    </message>
    <message>
        <location filename="../../reader/formats/encoding_names.py"/>
        <source>UTF-8 with a byte order mark</source>
        <translation>UTF-8 med byterekkefølgemerke</translation>
    </message>
    <message>
        <location filename="../../reader/text/languages.py"/>
        <source>Ukrainian</source>
        <translation>ukrainsk</translation>
    </message>
    <message>
        <location filename="../../reader/export/writing.py"/>
        <source>Unlike the document, it is not protected by a password.</source>
        <translation>Filen er ikke beskyttet med passord, slik dokumentet er.</translation>
    </message>
    <message>
        <location filename="../../reader/formats/other_formats.py"/>
        <source>Unpack it, and open the text in it.</source>
        <translation>Pakk ut filen, og åpne teksten som ligger i den.</translation>
    </message>
    <message>
        <location filename="../../reader/text/languages.py"/>
        <source>Urdu</source>
        <translation>urdu</translation>
    </message>
    <message>
        <location filename="../../reader/formats/facts.py"/>
        <source>WebVTT subtitles</source>
        <translation>WebVTT-undertekster</translation>
    </message>
    <message>
        <location filename="../../reader/formats/encoding_names.py"/>
        <source>Windows-1252 (Western European)</source>
        <translation>Windows-1252 (vesteuropeisk)</translation>
    </message>
    <message>
        <location filename="../../reader/formats/facts.py"/>
        <source>Word document (DOCX)</source>
        <translation>Word-dokument (DOCX)</translation>
    </message>
    <message>
        <location filename="../../reader/library.py"/>
        <source>Your library was damaged. It was kept as “{kept}” and a new one was started.</source>
        <translation>Biblioteket ditt var skadet. Det er tatt vare på som «{kept}», og et nytt er opprettet.</translation>
    </message>
    <message>
        <location filename="../../reader/library.py"/>
        <source>Your library, “{file}”, cannot be read: {reason}.</source>
        <translation>Biblioteket ditt, «{file}», kan ikke leses: {reason}.</translation>
    </message>
    <message>
        <location filename="../../reader/formats/other_formats.py"/>
        <source>a Jupyter notebook</source>
        <translation>en Jupyter-notatbok</translation>
    </message>
    <message>
        <location filename="../../reader/formats/other_formats.py"/>
        <source>a PDF file</source>
        <translation>en PDF-fil</translation>
    </message>
    <message>
        <location filename="../../reader/formats/other_formats.py"/>
        <source>a Pages document</source>
        <translation>et Pages-dokument</translation>
    </message>
    <message>
        <location filename="../../reader/formats/other_formats.py"/>
        <source>a PostScript file</source>
        <translation>en PostScript-fil</translation>
    </message>
    <message>
        <location filename="../../reader/memory/tmx_reading.py"/>
        <source>a Qt translation file</source>
        <translation>en Qt-oversettelsesfil</translation>
    </message>
    <message>
        <location filename="../../reader/formats/other_formats.py"/>
        <source>a TeX document</source>
        <translation>et TeX-dokument</translation>
    </message>
    <message>
        <location filename="../../reader/formats/other_formats.py"/>
        <source>a Word document (DOC)</source>
        <translation>et Word-dokument (DOC)</translation>
    </message>
    <message>
        <location filename="../../reader/formats/other_formats.py"/>
        <source>a Word document (DOCX)</source>
        <translation>et Word-dokument (DOCX)</translation>
    </message>
    <message>
        <location filename="../../reader/formats/other_formats.py"/>
        <source>a calendar file</source>
        <translation>en kalenderfil</translation>
    </message>
    <message>
        <location filename="../../reader/formats/other_formats.py"/>
        <source>a compressed file</source>
        <translation>en komprimert fil</translation>
    </message>
    <message>
        <location filename="../../reader/formats/other_formats.py"/>
        <source>a contact card</source>
        <translation>et kontaktkort</translation>
    </message>
    <message>
        <location filename="../../reader/formats/other_formats.py"/>
        <source>a data file (JSON)</source>
        <translation>en datafil (JSON)</translation>
    </message>
    <message>
        <location filename="../../reader/formats/other_formats.py"/>
        <source>a file for translation programs</source>
        <translation>en fil for oversettelsesprogrammer</translation>
    </message>
    <message>
        <location filename="../../reader/formats/other_formats.py"/>
        <source>a file of settings or data</source>
        <translation>en fil med innstillinger eller data</translation>
    </message>
    <message>
        <location filename="../../reader/memory/tmx_reading.py"/>
        <source>a list of terms (TBX)</source>
        <translation>en termliste (TBX)</translation>
    </message>
    <message>
        <location filename="../../reader/formats/other_formats.py"/>
        <source>a mailbox with e-mails</source>
        <translation>en postboks med e-poster</translation>
    </message>
    <message>
        <location filename="../../reader/formats/other_formats.py"/>
        <source>a presentation</source>
        <translation>en presentasjon</translation>
    </message>
    <message>
        <location filename="../../reader/formats/other_formats.py"/>
        <source>a program</source>
        <translation>et program</translation>
    </message>
    <message>
        <location filename="../../reader/formats/other_formats.py"/>
        <source>a rich text file (RTF)</source>
        <translation>en fil i rikt tekstformat (RTF)</translation>
    </message>
    <message>
        <location filename="../../reader/formats/other_formats.py"/>
        <source>a saved web page (MHTML)</source>
        <translation>en lagret nettside (MHTML)</translation>
    </message>
    <message>
        <location filename="../../reader/formats/other_formats.py"/>
        <source>a sound or video file</source>
        <translation>en lyd- eller videofil</translation>
    </message>
    <message>
        <location filename="../../reader/formats/other_formats.py"/>
        <source>a spreadsheet</source>
        <translation>et regneark</translation>
    </message>
    <message>
        <location filename="../../reader/formats/other_formats.py"/>
        <source>a stored e-mail (EML)</source>
        <translation>en lagret e-post (EML)</translation>
    </message>
    <message>
        <location filename="../../reader/formats/other_formats.py"/>
        <source>a subtitle file of another kind than SRT and WebVTT</source>
        <translation>en undertekstfil av et annet slag enn SRT og WebVTT</translation>
    </message>
    <message>
        <location filename="../../reader/formats/other_formats.py"/>
        <source>a translation memory (TMX)</source>
        <translation>et oversettelsesminne (TMX)</translation>
    </message>
    <message>
        <location filename="../../reader/memory/tmx_reading.py"/>
        <source>a web page</source>
        <translation>en nettside</translation>
    </message>
    <message>
        <location filename="../../reader/formats/other_formats.py"/>
        <source>a web page (HTML)</source>
        <translation>en nettside (HTML)</translation>
    </message>
    <message>
        <location filename="../../reader/formats/other_formats.py"/>
        <source>an OpenDocument text (ODT)</source>
        <translation>et OpenDocument-tekstdokument (ODT)</translation>
    </message>
    <message>
        <location filename="../../reader/memory/tmx_reading.py"/>
        <source>an XLIFF file</source>
        <translation>en XLIFF-fil</translation>
    </message>
    <message>
        <location filename="../../reader/formats/other_formats.py"/>
        <source>an XML file</source>
        <translation>en XML-fil</translation>
    </message>
    <message>
        <location filename="../../reader/formats/other_formats.py"/>
        <source>an e-book (EPUB)</source>
        <translation>en e-bok (EPUB)</translation>
    </message>
    <message>
        <location filename="../../reader/formats/other_formats.py"/>
        <source>an e-book (FictionBook)</source>
        <translation>en e-bok (FictionBook)</translation>
    </message>
    <message>
        <location filename="../../reader/formats/other_formats.py"/>
        <source>an e-book (MOBI)</source>
        <translation>en e-bok (MOBI)</translation>
    </message>
    <message>
        <location filename="../../reader/formats/other_formats.py"/>
        <source>an e-mail of Outlook (MSG)</source>
        <translation>en e-post fra Outlook (MSG)</translation>
    </message>
    <message>
        <location filename="../../reader/formats/other_formats.py"/>
        <source>an image</source>
        <translation>et bilde</translation>
    </message>
    <message>
        <location filename="../../reader/formats/other_formats.py"/>
        <source>an image (SVG)</source>
        <translation>et bilde (SVG)</translation>
    </message>
    <message>
        <location filename="../../reader/errors.py"/>
        <source>another program is using it</source>
        <translation>i bruk av et annet program</translation>
    </message>
    <message>
        <location filename="../../reader/formats/facts.py"/>
        <source>e-book (EPUB)</source>
        <translation>e-bok (EPUB)</translation>
    </message>
    <message>
        <location filename="../../reader/formats/facts.py"/>
        <source>e-mail</source>
        <translation>e-post</translation>
    </message>
    <message>
        <location filename="../../reader/formats/facts.py"/>
        <source>image</source>
        <translation>bilde</translation>
    </message>
    <message>
        <location filename="../../reader/memory/database.py"/>
        <source>it cannot be opened</source>
        <translation>filen kan ikke åpnes</translation>
    </message>
    <message>
        <location filename="../../reader/errors.py"/>
        <source>it is a folder</source>
        <translation>det er en mappe</translation>
    </message>
    <message>
        <location filename="../../reader/memory/memory_file.py"/>
        <source>it is damaged</source>
        <translation>filen er skadet</translation>
    </message>
    <message>
        <location filename="../../reader/files.py"/>
        <source>it is not an ordinary file</source>
        <translation>det er ikke en vanlig fil</translation>
    </message>
    <message>
        <location filename="../../reader/memory/database.py"/>
        <source>it is read-only</source>
        <translation>filen er skrivebeskyttet</translation>
    </message>
    <message>
        <location filename="../../reader/files.py"/>
        <source>it is too large</source>
        <translation>filen er for stor</translation>
    </message>
    <message>
        <location filename="../../reader/errors.py"/>
        <source>it is too large for the disk</source>
        <translation>filen er for stor for disken</translation>
    </message>
    <message>
        <location filename="../../reader/about.py"/>
        <source>licence not stated</source>
        <translation>lisens ikke oppgitt</translation>
    </message>
    <message>
        <location filename="../../reader/formats/mending.py"/>
        <source>line {lines}</source>
        <translation>linje {lines}</translation>
    </message>
    <message>
        <location filename="../../reader/formats/mending.py"/>
        <source>lines {lines}</source>
        <translation>linjene {lines}</translation>
    </message>
    <message>
        <location filename="../../reader/packages/installed.py"/>
        <source>metadata.json does not name its languages.</source>
        <translation>metadata.json oppgir ikke språkene.</translation>
    </message>
    <message>
        <location filename="../../reader/errors.py"/>
        <source>no such file or folder</source>
        <translation>filen eller mappen finnes ikke</translation>
    </message>
    <message>
        <location filename="../../reader/errors.py"/>
        <source>part of the path is not a folder</source>
        <translation>en del av banen er ikke en mappe</translation>
    </message>
    <message>
        <location filename="../../reader/errors.py"/>
        <source>permission denied</source>
        <translation>du har ikke tilgang</translation>
    </message>
    <message>
        <location filename="../../reader/formats/facts.py"/>
        <source>plain text</source>
        <translation>ren tekst</translation>
    </message>
    <message>
        <location filename="../../reader/formats/facts.py"/>
        <source>rich text (RTF)</source>
        <translation>rik tekst (RTF)</translation>
    </message>
    <message>
        <location filename="../../reader/formats/facts.py"/>
        <source>saved web page (MHTML)</source>
        <translation>lagret nettside (MHTML)</translation>
    </message>
    <message>
        <location filename="../../reader/errors.py"/>
        <source>the disk could not read or write it</source>
        <translation>lesing fra eller skriving til disken mislyktes</translation>
    </message>
    <message>
        <location filename="../../reader/errors.py"/>
        <source>the disk is full</source>
        <translation>disken er full</translation>
    </message>
    <message>
        <location filename="../../reader/errors.py"/>
        <source>the disk is no longer connected</source>
        <translation>disken er ikke lenger tilkoblet</translation>
    </message>
    <message>
        <location filename="../../reader/errors.py"/>
        <source>the disk is read-only</source>
        <translation>disken er skrivebeskyttet</translation>
    </message>
    <message>
        <location filename="../../reader/errors.py"/>
        <source>the name is not allowed there</source>
        <translation>navnet er ikke tillatt der</translation>
    </message>
    <message>
        <location filename="../../reader/errors.py"/>
        <source>the name is too long</source>
        <translation>navnet er for langt</translation>
    </message>
    <message>
        <location filename="../../reader/errors.py"/>
        <source>the network folder is no longer available</source>
        <translation>nettverksmappen er ikke lenger tilgjengelig</translation>
    </message>
    <message>
        <location filename="../../reader/formats/other_formats.py"/>
        <source>the source code of a program</source>
        <translation>kildekoden til et program</translation>
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
        <source>too many symbolic links</source>
        <translation>for mange symbolske lenker</translation>
    </message>
    <message>
        <location filename="../../reader/formats/facts.py"/>
        <source>web page (HTML)</source>
        <translation>nettside (HTML)</translation>
    </message>
    <message>
        <location filename="../../reader/errors.py"/>
        <source>your disk quota is used up</source>
        <translation>diskkvoten din er brukt opp</translation>
    </message>
    <message>
        <location filename="../../reader/memory/tmx_report.py"/>
        <source>{count} are kept as you have edited them.</source>
        <translation>{count} beholdes slik du har redigert dem.</translation>
    </message>
    <message>
        <location filename="../../reader/formats/left_out.py"/>
        <source>{count} commands for the program that makes the web page were left out.</source>
        <translation>{count} kommandoer til programmet som lager nettsiden, er utelatt.</translation>
    </message>
    <message>
        <location filename="../../reader/formats/subtitles.py"/>
        <source>{count} comments and styles of the subtitles were left out.</source>
        <translation>{count} kommentarer og stiler i underteksten er utelatt.</translation>
    </message>
    <message>
        <location filename="../../reader/formats/left_out.py"/>
        <source>{count} comments were left out.</source>
        <translation>{count} kommentarer er utelatt.</translation>
    </message>
    <message>
        <location filename="../../reader/formats/left_out.py"/>
        <source>{count} deletions that are not accepted yet were left out.</source>
        <translation>{count} slettinger som ikke er godtatt ennå, ble utelatt.</translation>
    </message>
    <message>
        <location filename="../../reader/formats/left_out.py"/>
        <source>{count} embedded objects were left out.</source>
        <translation>{count} innebygde objekter ble utelatt.</translation>
    </message>
    <message>
        <location filename="../../reader/formats/left_out.py"/>
        <source>{count} encrypted parts of the e-mail were left out.</source>
        <translation>{count} krypterte deler av e-posten ble utelatt.</translation>
    </message>
    <message>
        <location filename="../../reader/formats/pdf/document.py"/>
        <source>{count} further running heads were left out.</source>
        <translation>{count} kolumnetitler til er utelatt.</translation>
    </message>
    <message>
        <location filename="../../reader/formats/left_out.py"/>
        <source>{count} further values at the beginning of the file were left out.</source>
        <translation>{count} andre opplysninger i begynnelsen av filen er utelatt.</translation>
    </message>
    <message>
        <location filename="../../reader/memory/tmx_report.py"/>
        <source>{count} had several translations; the newest was used.</source>
        <translation>{count} hadde flere oversettelser; den nyeste ble brukt.</translation>
    </message>
    <message>
        <location filename="../../reader/formats/left_out.py"/>
        <source>{count} images were left out.</source>
        <translation>{count} bilder er utelatt.</translation>
    </message>
    <message>
        <location filename="../../reader/formats/left_out.py"/>
        <source>{count} imports and exports of program code were left out.</source>
        <translation>{count} importer og eksporter av programkode er utelatt.</translation>
    </message>
    <message>
        <location filename="../../reader/formats/subtitles.py"/>
        <source>{count} lines that the next subtitles repeat were left out.</source>
        <translation>{count} linjer som neste undertekst gjentar, er utelatt.</translation>
    </message>
    <message>
        <location filename="../../reader/memory/tmx_report.py"/>
        <source>{count} machine translations were left out.</source>
        <translation>{count} maskinoversettelser ble utelatt.</translation>
    </message>
    <message>
        <location filename="../../reader/memory/database.py"/>
        <source>{count} of your edits were missing from the translation memory and have been restored.</source>
        <translation>{count} av redigeringene dine manglet i oversettelsesminnet. De er gjenopprettet.</translation>
    </message>
    <message>
        <location filename="../../reader/formats/left_out.py"/>
        <source>{count} page breaks and places for lists of contents were left out.</source>
        <translation>{count} sideskift og plasser til innholdsfortegnelse er utelatt.</translation>
    </message>
    <message>
        <location filename="../../reader/formats/pdf/document.py"/>
        <source>{count} page numbers were left out.</source>
        <translation>{count} sidetall er utelatt.</translation>
    </message>
    <message>
        <location filename="../../reader/formats/pdf/scans.py"/>
        <source>{count} pages are images of text, or their text is unreadable ({pages}). {remedy}</source>
        <translation>{count} sider er bilder av tekst, eller teksten er uleselig ({pages}). {remedy}</translation>
    </message>
    <message>
        <location filename="../../reader/formats/pdf/scans.py"/>
        <source>{count} pages took too long to be recognised: some of their text may be missing ({pages}).</source>
        <translation>Det tok for lang tid å gjenkjenne {count} sider: Noe av teksten kan mangle ({pages}).</translation>
    </message>
    <message>
        <location filename="../../reader/export/original.py"/>
        <source>{count} paragraphs are not translated and stay as they are.</source>
        <translation>{count} avsnitt er ikke oversatt og er uendret.</translation>
    </message>
    <message>
        <location filename="../../reader/export/original.py"/>
        <source>{count} paragraphs could not be written in this layout and stay as they are: {rows}.</source>
        <translation>{count} avsnitt kunne ikke skrives i dette oppsettet og er uendret: {rows}.</translation>
    </message>
    <message>
        <location filename="../../reader/formats/left_out.py"/>
        <source>{count} parts that the page hides were left out.</source>
        <translation>{count} deler som siden skjuler, er utelatt.</translation>
    </message>
    <message>
        <location filename="../../reader/formats/mending.py"/>
        <source>{count} place could not be read and is shown as “�” ({where}).</source>
        <translation>{count} sted kunne ikke leses og vises som «�» ({where}).</translation>
    </message>
    <message>
        <location filename="../../reader/formats/twice.py"/>
        <source>{count} place had letters in a wrong encoding and has been repaired ({where}).</source>
        <translation>{count} sted hadde bokstaver i feil tegnkoding og er rettet ({where}).</translation>
    </message>
    <message>
        <location filename="../../reader/formats/mending.py"/>
        <source>{count} place was in another encoding (Windows-1252) and has been repaired ({where}).</source>
        <translation>{count} sted hadde en annen tegnkoding (Windows-1252) og er rettet ({where}).</translation>
    </message>
    <message>
        <location filename="../../reader/formats/mending.py"/>
        <source>{count} places could not be read and are shown as “�” ({where}).</source>
        <translation>{count} steder kunne ikke leses og vises som «�» ({where}).</translation>
    </message>
    <message>
        <location filename="../../reader/formats/twice.py"/>
        <source>{count} places had letters in a wrong encoding and have been repaired ({where}).</source>
        <translation>{count} steder hadde bokstaver i feil tegnkoding og er rettet ({where}).</translation>
    </message>
    <message>
        <location filename="../../reader/formats/mending.py"/>
        <source>{count} places were in another encoding (Windows-1252) and have been repaired ({where}).</source>
        <translation>{count} steder hadde en annen tegnkoding (Windows-1252) og er rettet ({where}).</translation>
    </message>
    <message>
        <location filename="../../reader/formats/left_out.py"/>
        <source>{count} scripts, styles and templates were left out.</source>
        <translation>{count} skript, stilark og maler er utelatt.</translation>
    </message>
    <message>
        <location filename="../../reader/memory/tmx_report.py"/>
        <source>{count} sentences were added.</source>
        <translation>{count} setninger ble lagt til.</translation>
    </message>
    <message>
        <location filename="../../reader/formats/left_out.py"/>
        <source>{count} sets of attributes in braces were left out.</source>
        <translation>{count} sett med attributter i krøllparenteser er utelatt.</translation>
    </message>
    <message>
        <location filename="../../reader/formats/left_out.py"/>
        <source>{count} tables were too large for a grid and are shown as paragraphs.</source>
        <translation>{count} tabeller var for store for et rutenett og vises som avsnitt.</translation>
    </message>
    <message>
        <location filename="../../reader/formats/subtitles.py"/>
        <source>{count} tags for place, colour, font or voice were left out.</source>
        <translation>{count} koder for plassering, farge, skrifttype eller stemme er utelatt.</translation>
    </message>
    <message>
        <location filename="../../reader/memory/tmx_report.py"/>
        <source>{count} that were imported before were replaced.</source>
        <translation>{count} som var importert fra før, ble byttet ut.</translation>
    </message>
    <message>
        <location filename="../../reader/memory/tmx_report.py"/>
        <source>{count} units are not in both languages.</source>
        <translation>{count} enheter finnes ikke på begge språk.</translation>
    </message>
    <message>
        <location filename="../../reader/memory/tmx_report.py"/>
        <source>{count} units are too long.</source>
        <translation>{count} enheter er for lange.</translation>
    </message>
    <message>
        <location filename="../../reader/memory/tmx_report.py"/>
        <source>{count} units have no words in one of the languages.</source>
        <translation>{count} enheter har ingen ord på det ene språket.</translation>
    </message>
    <message>
        <location filename="../../reader/memory/tmx_report.py"/>
        <source>{count} units have several sentences that cannot be told apart in both languages.</source>
        <translation>{count} enheter har flere setninger som ikke lar seg skille fra hverandre på begge språk.</translation>
    </message>
    <message>
        <location filename="../../reader/memory/tmx_report.py"/>
        <source>{count} units lack their numbers or dates.</source>
        <translation>{count} enheter mangler tallene eller datoene sine.</translation>
    </message>
    <message>
        <location filename="../../reader/memory/tmx_report.py"/>
        <source>{count} were already there.</source>
        <translation>{count} fantes fra før.</translation>
    </message>
    <message>
        <location filename="../../reader/errors.py"/>
        <source>{file}: {reason}.</source>
        <translation>{file}: {reason}.</translation>
    </message>
    <message>
        <location filename="../../reader/packages/download.py"/>
        <source>{host} did not send a language package. You may need to sign in to the network first.</source>
        <translation>{host} sendte ikke en språkpakke. Kanskje du må logge på nettverket først.</translation>
    </message>
    <message>
        <location filename="../../reader/packages/archive.py"/>
        <source>“{file}” cannot be read: {reason}.</source>
        <translation>«{file}» kan ikke leses: {reason}.</translation>
    </message>
    <message>
        <location filename="../../reader/packages/archive.py"/>
        <source>“{file}” is damaged or is not a language package. Download it again.</source>
        <translation>«{file}» er skadet eller er ikke en språkpakke. Last den ned på nytt.</translation>
    </message>
    <message>
        <location filename="../../reader/packages/archive.py"/>
        <source>“{file}” is not a language package: it has no metadata.json.</source>
        <translation>«{file}» er ikke en språkpakke: Den har ingen metadata.json.</translation>
    </message>
    <message>
        <location filename="../../reader/packages/archive.py"/>
        <source>“{file}” is not what its name says. It contains the package {source} to {target}, version {version}.</source>
        <translation>«{file}» er ikke det navnet sier. Den inneholder pakken {source} til {target}, versjon {version}.</translation>
    </message>
    <message>
        <location filename="../../reader/reference/alignment.py"/>
        <source>“{name}” cannot be placed beside a document that is not translated yet. Translate the document first.</source>
        <translation>«{name}» kan ikke stilles ved siden av et dokument som ikke er oversatt ennå. Oversett dokumentet først.</translation>
    </message>
    <message>
        <location filename="../../reader/formats/locked_office.py"/>
        <source>“{name}” cannot be put under its password again, and is not written.</source>
        <translation>«{name}» kan ikke beskyttes med passordet igjen, og blir ikke lagret.</translation>
    </message>
    <message>
        <location filename="../../reader/formats/isolated.py"/>
        <source>“{name}” cannot be read: it is damaged, or larger than any document. Open it in the program that it was made with, save it anew, and open that.</source>
        <translation>«{name}» kan ikke leses: Filen er skadet, eller større enn noe dokument. Åpne den i programmet den er laget med, lagre den på nytt, og åpne den nye filen.</translation>
    </message>
    <message>
        <location filename="../../reader/formats/isolated.py"/>
        <source>“{name}” cannot be read: no process could be started for it.</source>
        <translation>«{name}» kan ikke leses: Det lot seg ikke gjøre å starte en prosess som leser filen.</translation>
    </message>
    <message>
        <location filename="../../reader/export/original.py"/>
        <source>“{name}” cannot be saved in its own layout: files ending in {suffixes} can. Choose another layout.</source>
        <translation>«{name}» kan ikke lagres i sitt eget oppsett: Det kan filer som slutter på {suffixes}. Velg et annet oppsett.</translation>
    </message>
    <message>
        <location filename="../../reader/reference/alignment.py"/>
        <source>“{name}” does not seem to be a translation of this document.</source>
        <translation>«{name}» ser ikke ut til å være en oversettelse av dette dokumentet.</translation>
    </message>
    <message>
        <location filename="../../reader/formats/rewriting/checking.py"/>
        <source>“{name}” has changed since it was opened. Open it again, and then export it.</source>
        <translation>«{name}» er endret etter at det ble åpnet. Åpne det på nytt, og eksporter det så.</translation>
    </message>
    <message>
        <location filename="../../reader/formats/xliff/parsing.py"/>
        <source>“{name}” has entities of its own, which Tospalt does not read. Save it again without them.</source>
        <translation>«{name}» har egne entiteter, som Tospalt ikke leser. Lagre den på nytt uten dem.</translation>
    </message>
    <message>
        <location filename="../../reader/formats/pdf/pages.py"/>
        <source>“{name}” has more pages than any document.</source>
        <translation>«{name}» har flere sider enn noe dokument.</translation>
    </message>
    <message>
        <location filename="../../reader/formats/mail/parts.py"/>
        <source>“{name}” has more parts than any mail, and is not opened.</source>
        <translation>«{name}» har flere deler enn noen e-post har, og åpnes ikke.</translation>
    </message>
    <message>
        <location filename="../../reader/formats/pdf/document.py"/>
        <source>“{name}” has only images of its pages, and no text. {remedy}</source>
        <translation>«{name}» har bare bilder av sidene og ingen tekst. {remedy}</translation>
    </message>
    <message>
        <location filename="../../reader/formats/pdf/document.py"/>
        <source>“{name}” has only images, and no text was recognised in them.</source>
        <translation>«{name}» har bare bilder, og ingen tekst ble gjenkjent i dem.</translation>
    </message>
    <message>
        <location filename="../../reader/reference/alignment.py"/>
        <source>“{name}” has the paragraphs of this document in another order. Put them in the same order.</source>
        <translation>«{name}» har avsnittene i dette dokumentet i en annen rekkefølge. Sett dem i samme rekkefølge.</translation>
    </message>
    <message>
        <location filename="../../reader/reference/alignment.py"/>
        <source>“{name}” has the text of this document, not a translation of it.</source>
        <translation>«{name}» har teksten til dette dokumentet, ikke en oversettelse av den.</translation>
    </message>
    <message>
        <location filename="../../reader/packages/argos.py"/>
        <source>“{name}” in the package is not an ordinary file.</source>
        <translation>«{name}» i pakken er ikke en vanlig fil.</translation>
    </message>
    <message>
        <location filename="../../reader/formats/xliff/parsing.py"/>
        <source>“{name}” is a damaged XLIFF file: line {line} cannot be read.</source>
        <translation>«{name}» er en skadet XLIFF-fil: Linje {line} kan ikke leses.</translation>
    </message>
    <message>
        <location filename="../../reader/formats/xliff/parsing.py"/>
        <source>“{name}” is an XLIFF file of version {version}. Tospalt reads 1.2 and 2.0 to 2.1.</source>
        <translation>«{name}» er en XLIFF-fil av versjon {version}. Tospalt leser 1.2 og 2.0 til 2.1.</translation>
    </message>
    <message>
        <location filename="../../reader/formats/xliff/document.py"/>
        <source>“{name}” is an XLIFF file without text.</source>
        <translation>«{name}» er en XLIFF-fil uten tekst.</translation>
    </message>
    <message>
        <location filename="../../reader/formats/epub/package.py"/>
        <source>“{name}” is copy-protected (DRM): only the programs that its seller names can open it.</source>
        <translation>«{name}» er kopibeskyttet (DRM): Bare programmer som selgeren nevner, kan åpne den.</translation>
    </message>
    <message>
        <location filename="../../reader/formats/zipped.py"/>
        <source>“{name}” is damaged. Open it in the program that it was made with, save it anew, and open that.</source>
        <translation>«{name}» er skadet. Åpne filen i programmet den er laget med, lagre den på nytt, og åpne den nye filen.</translation>
    </message>
    <message>
        <location filename="../../reader/formats/mail/document.py"/>
        <source>“{name}” is encrypted. Open it in the mail program that has the key, copy the text into a text file, and open that.</source>
        <translation>«{name}» er kryptert. Åpne den i e-postprogrammet som har nøkkelen, kopier teksten til en tekstfil, og åpne den filen.</translation>
    </message>
    <message>
        <location filename="../../reader/reference/alignment.py"/>
        <source>“{name}” is in {language} and not in {wanted}, the language of the translation.</source>
        <translation>«{name}» er på {language} og ikke på {wanted}, som er språket i oversettelsen.</translation>
    </message>
    <message>
        <location filename="../../reader/formats/xliff/parsing.py"/>
        <source>“{name}” is nested too deeply to be read.</source>
        <translation>«{name}» har for mange nivåer inni hverandre til å kunne leses.</translation>
    </message>
    <message>
        <location filename="../../reader/formats/decoding.py"/>
        <source>“{name}” is not a text file. Open another document, or save this one as plain text (.txt) in the program that it belongs to, and open that.</source>
        <translation>«{name}» er ikke en tekstfil. Åpne et annet dokument, eller lagre dette som ren tekst (.txt) i programmet det hører til, og åpne den filen.</translation>
    </message>
    <message>
        <location filename="../../reader/formats/xliff/parsing.py"/>
        <source>“{name}” is not an XLIFF file.</source>
        <translation>«{name}» er ikke en XLIFF-fil.</translation>
    </message>
    <message>
        <location filename="../../reader/formats/locked.py"/>
        <source>“{name}” is protected by a password. Open it by itself, and enter the password.</source>
        <translation>«{name}» er beskyttet med passord. Åpne dokumentet for seg, og skriv inn passordet.</translation>
    </message>
    <message>
        <location filename="../../reader/formats/zipped.py"/>
        <source>“{name}” is protected by a password. Save it without one in the program that it was made with, and open that.</source>
        <translation>«{name}» er beskyttet med passord. Lagre filen uten passord i programmet den er laget med, og åpne den nye filen.</translation>
    </message>
    <message>
        <location filename="../../reader/formats/locked.py"/>
        <source>“{name}” is protected by a password. Save it without one in the program that it was made with, or install tospalt[passwords].</source>
        <translation>«{name}» er beskyttet med passord. Lagre det uten passord i programmet det er laget med, eller installer tospalt[passwords].</translation>
    </message>
    <message>
        <location filename="../../reader/formats/locked.py"/>
        <source>“{name}” is protected in a way that Tospalt does not know. Save it without protection in the program that it was made with, and open that.</source>
        <translation>«{name}» er beskyttet på en måte som Tospalt ikke kjenner. Lagre det uten beskyttelse i programmet det er laget med, og åpne det.</translation>
    </message>
    <message>
        <location filename="../../reader/formats/isolated.py"/>
        <source>“{name}” is too large, or too unusual, to be written in its own layout. Choose another layout.</source>
        <translation>«{name}» er for stort eller for uvanlig til å lagres i sitt eget oppsett. Velg et annet oppsett.</translation>
    </message>
    <message>
        <location filename="../../reader/formats/other_formats.py"/>
        <source>“{name}” is {what}, not plain text. {remedy}</source>
        <translation>«{name}» er {what}, ikke ren tekst. {remedy}</translation>
    </message>
    <message>
        <location filename="../../reader/formats/zipped.py"/>
        <source>“{name}” unpacks to more than any document needs, and is not opened.</source>
        <translation>«{name}» pakkes ut til mer enn noe dokument trenger, og åpnes ikke.</translation>
    </message>
    <message>
        <location filename="../../reader/export/names.py"/>
        <source>“{path}” already exists.</source>
        <translation>«{path}» finnes allerede.</translation>
    </message>
    <message>
        <location filename="../../reader/export/names.py"/>
        <source>“{path}” cannot be created: {reason}.</source>
        <translation>«{path}» kan ikke opprettes: {reason}.</translation>
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
        <location filename="../../reader/memory/tmx_entities.py"/>
        <source>“{path}” defines entities that Tospalt does not read (line {line}).</source>
        <translation>«{path}» definerer entiteter som Tospalt ikke leser (linje {line}).</translation>
    </message>
    <message>
        <location filename="../../reader/formats/reading.py"/>
        <source>“{path}” does not exist.</source>
        <translation>«{path}» finnes ikke.</translation>
    </message>
    <message>
        <location filename="../../reader/memory/tmx_import.py"/>
        <source>“{path}” has no translations between {source} and {target}.</source>
        <translation>«{path}» har ingen oversettelser mellom {source} og {target}.</translation>
    </message>
    <message>
        <location filename="../../reader/memory/tmx_import.py"/>
        <source>“{path}” has no translations between {source} and {target}. Tospalt does not know these languages: {names}.</source>
        <translation>«{path}» har ingen oversettelser mellom {source} og {target}. Tospalt kjenner ikke disse språkene: {names}.</translation>
    </message>
    <message>
        <location filename="../../reader/memory/tmx_entities.py"/>
        <source>“{path}” has the unknown entity {name} in line {line}.</source>
        <translation>«{path}» har den ukjente entiteten {name} i linje {line}.</translation>
    </message>
    <message>
        <location filename="../../reader/memory/tmx_reading.py"/>
        <source>“{path}” is a ZIP archive. Unpack it and import the TMX file in it.</source>
        <translation>«{path}» er et ZIP-arkiv. Pakk det ut, og importer TMX-filen i det.</translation>
    </message>
    <message>
        <location filename="../../reader/memory/tmx_reading.py"/>
        <source>“{path}” is a compressed file. Unpack it and import the TMX file in it.</source>
        <translation>«{path}» er en komprimert fil. Pakk den ut, og importer TMX-filen i den.</translation>
    </message>
    <message>
        <location filename="../../reader/formats/reading.py"/>
        <source>“{path}” is a folder, not a document.</source>
        <translation>«{path}» er en mappe, ikke et dokument.</translation>
    </message>
    <message>
        <location filename="../../reader/formats/finishing.py"/>
        <source>“{path}” is empty.</source>
        <translation>«{path}» er tom.</translation>
    </message>
    <message>
        <location filename="../../reader/memory/tmx_reading.py"/>
        <source>“{path}” is incomplete: it ends in line {line}.</source>
        <translation>«{path}» er ufullstendig: Den slutter i linje {line}.</translation>
    </message>
    <message>
        <location filename="../../reader/memory/tmx_reading.py"/>
        <source>“{path}” is not a TMX file.</source>
        <translation>«{path}» er ikke en TMX-fil.</translation>
    </message>
    <message>
        <location filename="../../reader/export/names.py"/>
        <source>“{path}” is not a folder. Several documents can only be saved in a folder.</source>
        <translation>«{path}» er ikke en mappe. Flere dokumenter kan bare lagres i en mappe.</translation>
    </message>
    <message>
        <location filename="../../reader/memory/tmx_reading.py"/>
        <source>“{path}” is not a valid TMX file (line {line}).</source>
        <translation>«{path}» er ikke en gyldig TMX-fil (linje {line}).</translation>
    </message>
    <message>
        <location filename="../../reader/formats/reading.py"/>
        <source>“{path}” is not an ordinary file.</source>
        <translation>«{path}» er ikke en vanlig fil.</translation>
    </message>
    <message>
        <location filename="../../reader/packages/install.py"/>
        <source>“{path}” is not one of your own packages and was not removed.</source>
        <translation>«{path}» er ikke en av dine egne pakker og ble ikke fjernet.</translation>
    </message>
    <message>
        <location filename="../../reader/export/target.py"/>
        <source>“{path}” is the document itself. Choose another file name.</source>
        <translation>«{path}» er selve dokumentet. Velg et annet filnavn.</translation>
    </message>
    <message>
        <location filename="../../reader/formats/reading.py"/>
        <source>“{path}” is too large ({size} MB). Tospalt opens files of up to {limit} MB.</source>
        <translation>«{path}» er for stor ({size} MB). Tospalt åpner filer på opptil {limit} MB.</translation>
    </message>
    <message>
        <location filename="../../reader/memory/tmx_reading.py"/>
        <source>“{path}” is too large. Tospalt reads TMX files of up to {limit} MB.</source>
        <translation>«{path}» er for stor. Tospalt leser TMX-filer på opptil {limit} MB.</translation>
    </message>
    <message>
        <location filename="../../reader/memory/tmx_reading.py"/>
        <source>“{path}” is {kind}, not a TMX file.</source>
        <translation>«{path}» er {kind}, ikke en TMX-fil.</translation>
    </message>
    <message>
        <location filename="../../reader/memory/tmx_reading.py"/>
        <source>“{path}” uses an encoding that Tospalt does not support.</source>
        <translation>«{path}» bruker en tegnkoding som Tospalt ikke støtter.</translation>
    </message>
    <message>
        <location filename="../../reader/formats/pdf/document.py"/>
        <source>“{text}” above or below the text of a page was left out.</source>
        <translation>«{text}» over eller under teksten på en side er utelatt.</translation>
    </message>
    <message>
        <location filename="../../reader/formats/pdf/document.py"/>
        <source>“{text}” above or below the text of {count} pages was left out.</source>
        <translation>«{text}» over eller under teksten på {count} sider er utelatt.</translation>
    </message>
    <message>
        <location filename="../../reader/formats/pdf/document.py"/>
        <source>“{text}” across a page was left out.</source>
        <translation>«{text}» tvers over en side er utelatt.</translation>
    </message>
    <message>
        <location filename="../../reader/formats/pdf/document.py"/>
        <source>“{text}” across {count} pages was left out.</source>
        <translation>«{text}» tvers over {count} sider er utelatt.</translation>
    </message>
</context>
</TS>
