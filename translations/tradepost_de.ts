<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
    <name>tp::ui::AppearanceTool</name>
    <message>
        <source>As the system</source>
        <translation>Wie das System</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Hell</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Dunkel</translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation>Darstellung</translation>
    </message>
    <message>
        <source>System</source>
        <extracomment>Under an icon in the narrow rail: short.</extracomment>
        <translation>System</translation>
    </message>
    <message>
        <source>Appearance: %1</source>
        <translation>Darstellung: %1</translation>
    </message>
</context>
<context>
    <name>tp::ui::CartPanel</name>
    <message>
        <source>Cart</source>
        <translation>Warenkorb</translation>
    </message>
    <message>
        <source>New sale</source>
        <translation>Neuer Verkauf</translation>
    </message>
    <message>
        <source>No items</source>
        <translation>Keine Artikel</translation>
    </message>
    <message>
        <source>Ready for the next sale</source>
        <translation>Bereit für den nächsten Verkauf</translation>
    </message>
    <message>
        <source>Taking sales comes with the next version.
This one shows products, prices and stock.</source>
        <translation>Verkaufen kommt mit der nächsten Version.
Diese zeigt Artikel, Preise und Bestand.</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>Summe</translation>
    </message>
    <message>
        <source>Charge</source>
        <translation>Kassieren</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Eingabe</translation>
    </message>
</context>
<context>
    <name>tp::ui::CategoryChips</name>
    <message>
        <source>Categories</source>
        <translation>Warengruppen</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Alle</translation>
    </message>
    <message>
        <source>All categories</source>
        <translation>Alle Warengruppen</translation>
    </message>
</context>
<context>
    <name>tp::ui::ChargeButton</name>
    <message>
        <source>%1 %2</source>
        <translation>%1 %2</translation>
    </message>
</context>
<context>
    <name>tp::ui::ConnectionPresenter</name>
    <message>
        <source>The shop server does not answer</source>
        <translation>Der Ladenserver antwortet nicht</translation>
    </message>
    <message>
        <source>It may be busy.</source>
        <translation>Vielleicht ist er beschäftigt.</translation>
    </message>
    <message>
        <source>It is asked again by itself.</source>
        <translation>Er wird von selbst wieder gefragt.</translation>
    </message>
    <message>
        <source>The server is not reachable</source>
        <translation>Der Server ist nicht erreichbar</translation>
    </message>
    <message>
        <source>%1 answers, but not as a Tradepost server.</source>
        <translation>%1 antwortet, aber nicht als Tradepost-Server.</translation>
    </message>
    <message>
        <source>%1 does not answer, or is not well.</source>
        <translation>%1 antwortet nicht oder ist gestört.</translation>
    </message>
    <message>
        <source>It is tried again by itself; check the network if this stays.</source>
        <translation>Es wird von selbst wieder versucht; bleibt es dabei, das Netzwerk prüfen.</translation>
    </message>
</context>
<context>
    <name>tp::ui::LogWindow</name>
    <message>
        <source>What the shop server wrote</source>
        <translation>Was der Ladenserver geschrieben hat</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
</context>
<context>
    <name>tp::ui::MainWindow</name>
    <message>
        <source>%1. %2</source>
        <translation>%1. %2</translation>
    </message>
    <message>
        <source>Retry now</source>
        <translation>Jetzt versuchen</translation>
    </message>
    <message>
        <source>Show log</source>
        <translation>Protokoll zeigen</translation>
    </message>
    <message>
        <source>Demo shop: look around and try things, nothing here is real.</source>
        <translation>Beispielladen: ansehen und ausprobieren, hier ist nichts echt.</translation>
    </message>
    <message>
        <source>%1 – Tradepost</source>
        <translation>%1 – Tradepost</translation>
    </message>
    <message>
        <source>Screens</source>
        <translation>Bereiche</translation>
    </message>
    <message>
        <source>Sell</source>
        <translation>Verkauf</translation>
    </message>
    <message>
        <source>Sell (Ctrl+1)</source>
        <translation>Verkauf (Strg+1)</translation>
    </message>
</context>
<context>
    <name>tp::ui::Notice</name>
    <message>
        <source>The server is not reachable</source>
        <translation>Der Server ist nicht erreichbar</translation>
    </message>
    <message>
        <source>It does not answer.</source>
        <translation>Er antwortet nicht.</translation>
    </message>
    <message>
        <source>It is tried again by itself; check the network if this stays.</source>
        <translation>Es wird von selbst wieder versucht; bleibt es dabei, das Netzwerk prüfen.</translation>
    </message>
    <message>
        <source>The server is busy</source>
        <translation>Der Server ist ausgelastet</translation>
    </message>
    <message>
        <source>It has more to do than it can right now.</source>
        <translation>Er hat gerade mehr zu tun, als er kann.</translation>
    </message>
    <message>
        <source>Wait a moment, then try again.</source>
        <translation>Einen Moment warten, dann noch einmal versuchen.</translation>
    </message>
    <message>
        <source>You are signed out</source>
        <translation>Die Anmeldung ist beendet</translation>
    </message>
    <message>
        <source>The sign-in is too old or was ended.</source>
        <translation>Sie ist zu alt oder wurde beendet.</translation>
    </message>
    <message>
        <source>Sign in again.</source>
        <translation>Bitte neu anmelden.</translation>
    </message>
    <message>
        <source>You may not do this</source>
        <translation>Das ist nicht erlaubt</translation>
    </message>
    <message>
        <source>Your role does not include it.</source>
        <translation>Die eigene Rolle umfasst es nicht.</translation>
    </message>
    <message>
        <source>Ask a manager.</source>
        <translation>Bitte die Leitung fragen.</translation>
    </message>
    <message>
        <source>This is not there any more</source>
        <translation>Das gibt es nicht mehr</translation>
    </message>
    <message>
        <source>Somebody removed it.</source>
        <translation>Jemand hat es entfernt.</translation>
    </message>
    <message>
        <source>Refresh what is shown.</source>
        <translation>Die Anzeige neu laden.</translation>
    </message>
    <message>
        <source>Somebody else changed this</source>
        <translation>Jemand anders hat das geändert</translation>
    </message>
    <message>
        <source>What you saw was older.</source>
        <translation>Das Angezeigte war älter.</translation>
    </message>
    <message>
        <source>Look at it again, then repeat your change.</source>
        <translation>Noch einmal ansehen, dann die Änderung wiederholen.</translation>
    </message>
    <message>
        <source>The server did not accept this</source>
        <translation>Der Server hat das nicht angenommen</translation>
    </message>
    <message>
        <source>Something in it cannot be right.</source>
        <translation>Etwas darin kann nicht stimmen.</translation>
    </message>
    <message>
        <source>Check what was entered.</source>
        <translation>Die Eingaben prüfen.</translation>
    </message>
    <message>
        <source>Something went wrong</source>
        <translation>Etwas ist schiefgegangen</translation>
    </message>
    <message>
        <source>The server and this program do not understand each other.</source>
        <translation>Der Server und dieses Programm verstehen sich nicht.</translation>
    </message>
    <message>
        <source>Try again. If it stays, check that both have the same version.</source>
        <translation>Noch einmal versuchen. Bleibt es dabei, prüfen, ob beide dieselbe Version haben.</translation>
    </message>
    <message>
        <source>The shop server has stopped</source>
        <translation>Der Ladenserver ist stehen geblieben</translation>
    </message>
    <message>
        <source>Tradepost is already running</source>
        <translation>Tradepost läuft schon</translation>
    </message>
    <message>
        <source>The shop server did not start</source>
        <translation>Der Ladenserver ist nicht gestartet</translation>
    </message>
    <message>
        <source>The program %1 is missing.</source>
        <translation>Das Programm %1 fehlt.</translation>
    </message>
    <message>
        <source>The system could not start it: %1</source>
        <translation>Das System konnte ihn nicht starten: %1</translation>
    </message>
    <message>
        <source>Another window works on the data in %1.</source>
        <translation>Ein anderes Fenster arbeitet mit den Daten in %1.</translation>
    </message>
    <message>
        <source>The folder %1 cannot be written to.</source>
        <translation>In den Ordner %1 kann nicht geschrieben werden.</translation>
    </message>
    <message>
        <source>It ended without a word.</source>
        <translation>Er hat wortlos aufgehört.</translation>
    </message>
    <message>
        <source>It said: %1</source>
        <translation>Er sagte: %1</translation>
    </message>
    <message>
        <source>It did not become ready in time.</source>
        <translation>Er war nicht rechtzeitig bereit.</translation>
    </message>
    <message>
        <source>It said something that this program does not understand.</source>
        <translation>Er sagte etwas, das dieses Programm nicht versteht.</translation>
    </message>
    <message>
        <source>It is started again by itself.</source>
        <translation>Er wird von selbst wieder gestartet.</translation>
    </message>
    <message>
        <source>Use the other window, or close it and try again.</source>
        <translation>Das andere Fenster benutzen, oder es schließen und noch einmal versuchen.</translation>
    </message>
    <message>
        <source>Install Tradepost again, then try again.</source>
        <translation>Tradepost neu installieren, dann noch einmal versuchen.</translation>
    </message>
    <message>
        <source>Make room, or allow writing there, then try again.</source>
        <translation>Platz schaffen oder dort das Schreiben erlauben, dann noch einmal versuchen.</translation>
    </message>
    <message>
        <source>Try again. The log says more.</source>
        <translation>Noch einmal versuchen. Das Protokoll sagt mehr.</translation>
    </message>
</context>
<context>
    <name>tp::ui::Placeholder</name>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
</context>
<context>
    <name>tp::ui::ProductGrid</name>
    <message>
        <source>Products</source>
        <translation>Artikel</translation>
    </message>
    <message>
        <source>Arrow keys move, Enter chooses</source>
        <translation>Pfeiltasten bewegen, Eingabe wählt</translation>
    </message>
</context>
<context>
    <name>tp::ui::SearchField</name>
    <message>
        <source>Search name, SKU or scan a barcode</source>
        <translation>Name oder Artikelnummer suchen, Strichcode scannen</translation>
    </message>
    <message>
        <source>Search products</source>
        <translation>Artikel suchen</translation>
    </message>
    <message>
        <source>F2 leads here, Esc empties the field</source>
        <translation>F2 führt hierher, Esc leert das Feld</translation>
    </message>
    <message>
        <source>Clear search</source>
        <translation>Suche leeren</translation>
    </message>
    <message>
        <source>Clear search (Esc)</source>
        <translation>Suche leeren (Esc)</translation>
    </message>
</context>
<context>
    <name>tp::ui::SellScreen</name>
    <message>
        <source>Connecting</source>
        <translation>Verbinde</translation>
    </message>
    <message>
        <source>Online</source>
        <translation>Online</translation>
    </message>
    <message>
        <source>Offline</source>
        <translation>Offline</translation>
    </message>
    <message>
        <source>Nothing in this category</source>
        <translation>Nichts in dieser Warengruppe</translation>
    </message>
    <message>
        <source>Its products appear here once there are any.</source>
        <translation>Ihre Artikel erscheinen hier, sobald es welche gibt.</translation>
    </message>
    <message>
        <source>Show all products</source>
        <translation>Alle Artikel zeigen</translation>
    </message>
    <message>
        <source>Only “%1” was searched.</source>
        <translation>Nur „%1“ wurde durchsucht.</translation>
    </message>
    <message>
        <source>No product matches “%1”</source>
        <translation>Kein Artikel passt zu „%1“</translation>
    </message>
    <message>
        <source>Words are found by how they begin: in names, SKUs and barcodes.</source>
        <translation>Gefunden wird, was so beginnt: in Namen, Artikelnummern und Strichcodes.</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>Leeren</translation>
    </message>
    <message>
        <source>Esc</source>
        <translation>Esc</translation>
    </message>
    <message>
        <source>Retry</source>
        <translation>Noch einmal versuchen</translation>
    </message>
    <message>
        <source>No products yet</source>
        <translation>Noch keine Artikel</translation>
    </message>
    <message>
        <source>What the shop sells appears here as soon as it is in the catalogue.</source>
        <translation>Was der Laden verkauft, erscheint hier, sobald es im Katalog steht.</translation>
    </message>
    <message>
        <source>Look again</source>
        <translation>Noch einmal nachsehen</translation>
    </message>
</context>
<context>
    <name>tp::ui::ShopText</name>
    <message numerus="yes">
        <source>%Ln product(s)</source>
        <translation>
            <numerusform>%Ln Artikel</numerusform>
            <numerusform>%Ln Artikel</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 left</source>
        <comment>a number of pieces, or a weight</comment>
        <translation>noch %1</translation>
    </message>
    <message>
        <source>Sold out</source>
        <translation>Ausverkauft</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>read aloud: product, price</comment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>%1, %2, %3</source>
        <comment>read aloud: product, price, stock</comment>
        <translation>%1, %2, %3</translation>
    </message>
    <message>
        <source>%1&#xa0;kg</source>
        <translation>%1&#xa0;kg</translation>
    </message>
    <message>
        <source>%1&#xa0;l</source>
        <comment>litres</comment>
        <translation>%1&#xa0;l</translation>
    </message>
    <message>
        <source>%1&#xa0;m</source>
        <comment>metres</comment>
        <translation>%1&#xa0;m</translation>
    </message>
</context>
<context>
    <name>tp::ui::SkeletonTiles</name>
    <message>
        <source>Loading products</source>
        <translation>Artikel werden geladen</translation>
    </message>
</context>
</TS>
