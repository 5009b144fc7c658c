<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
    <name>tp::session::LoopbackListener</name>
    <message>
        <source>There is nothing here.</source>
        <translation>Hier ist nichts.</translation>
    </message>
    <message>
        <source>You are signed in. You can close this window and go back to Tradepost.</source>
        <translation>Sie sind angemeldet. Sie können dieses Fenster schließen und zu Tradepost zurückkehren.</translation>
    </message>
    <message>
        <source>You are not signed in. You can close this window.</source>
        <translation>Sie sind nicht angemeldet. Sie können dieses Fenster schließen.</translation>
    </message>
</context>
<context>
    <name>tp::ui::AmountPad</name>
    <message>
        <source>Decimal mark</source>
        <translation>Dezimalzeichen</translation>
    </message>
    <message>
        <source>Erase the last digit</source>
        <translation>Letzte Ziffer löschen</translation>
    </message>
    <message>
        <source>Erase the last digit (Backspace)</source>
        <translation>Letzte Ziffer löschen (Rücktaste)</translation>
    </message>
</context>
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
    <name>tp::ui::BrowserPanel</name>
    <message>
        <source>Go on in your browser</source>
        <translation>Weiter in Ihrem Browser</translation>
    </message>
    <message>
        <source>Sign in with %1 there; this window then goes on by itself.</source>
        <translation>Melden Sie sich dort mit %1 an; danach geht es hier von selbst weiter.</translation>
    </message>
    <message>
        <source>Open it again</source>
        <translation>Noch einmal öffnen</translation>
    </message>
    <message>
        <source>Cancel (Esc)</source>
        <translation>Abbrechen (Esc)</translation>
    </message>
</context>
<context>
    <name>tp::ui::CartList</name>
    <message>
        <source>Lines of the sale</source>
        <translation>Zeilen des Verkaufs</translation>
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
    <message>
        <source>Held: %1</source>
        <translation>Geparkt: %1</translation>
    </message>
    <message>
        <source>Scan something, tap it,
or press F2 and type.</source>
        <translation>Scannen, antippen oder
F2 drücken und tippen.</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>Leeren</translation>
    </message>
    <message>
        <source>Clear the sale</source>
        <translation>Verkauf leeren</translation>
    </message>
    <message>
        <source>Clear the sale (Ctrl+Del)</source>
        <translation>Verkauf leeren (Strg+Entf)</translation>
    </message>
    <message>
        <source>Take up a held sale (F5)</source>
        <translation>Geparkten Verkauf wieder aufnehmen (F5)</translation>
    </message>
    <message>
        <source>Discount</source>
        <translation>Rabatt</translation>
    </message>
    <message>
        <source>Discount on the whole sale (Shift+F8)</source>
        <translation>Rabatt auf den ganzen Verkauf (Umschalt+F8)</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Notiz</translation>
    </message>
    <message>
        <source>Note for the selected line</source>
        <translation>Notiz zur gewählten Zeile</translation>
    </message>
    <message>
        <source>Hold</source>
        <translation>Parken</translation>
    </message>
    <message>
        <source>Put this sale aside (F4)</source>
        <translation>Diesen Verkauf parken (F4)</translation>
    </message>
</context>
<context>
    <name>tp::ui::CartPresenter</name>
    <message>
        <source>%1 removed</source>
        <translation>%1 entfernt</translation>
    </message>
    <message>
        <source>Sale cleared</source>
        <translation>Verkauf geleert</translation>
    </message>
    <message>
        <source>%1. %2</source>
        <extracomment>What is wrong, what to do: &quot;This is not a number. Enter digits only.&quot;</extracomment>
        <translation>%1. %2</translation>
    </message>
</context>
<context>
    <name>tp::ui::CartText</name>
    <message>
        <source>%1, %2, %3</source>
        <comment>read aloud: product, 2 × price, amount</comment>
        <translation>%1, %2, %3</translation>
    </message>
    <message>
        <source>Subtotal</source>
        <translation>Zwischensumme</translation>
    </message>
    <message>
        <source>Discount</source>
        <translation>Rabatt</translation>
    </message>
    <message>
        <source>Incl. tax %1</source>
        <translation>Inkl. MwSt. %1</translation>
    </message>
    <message>
        <source>Tax %1</source>
        <translation>MwSt. %1</translation>
    </message>
    <message>
        <source>How much of %1?</source>
        <translation>Wie viel %1?</translation>
    </message>
    <message>
        <source>Discount on %1</source>
        <translation>Rabatt auf %1</translation>
    </message>
    <message>
        <source>Discount on the whole sale</source>
        <translation>Rabatt auf den ganzen Verkauf</translation>
    </message>
    <message>
        <source>Note for %1</source>
        <translation>Notiz zu %1</translation>
    </message>
    <message>
        <source>kg</source>
        <translation>kg</translation>
    </message>
    <message>
        <source>l</source>
        <comment>litres</comment>
        <translation>l</translation>
    </message>
    <message>
        <source>m</source>
        <comment>metres</comment>
        <translation>m</translation>
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
    <name>tp::ui::DemoPersonRow</name>
    <message>
        <source>%1, %2</source>
        <extracomment>Read aloud of one of the demo shop&apos;s people: name, role</extracomment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>%1, password %2, PIN %3</source>
        <translation>%1, Passwort %2, PIN %3</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <extracomment>One of the demo shop&apos;s people: &quot;Mia Brandt · Owner&quot;</extracomment>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>PIN %1</source>
        <translation>PIN %1</translation>
    </message>
</context>
<context>
    <name>tp::ui::DemoStaffCard</name>
    <message>
        <source>Who would you like to be?</source>
        <translation>Wer möchten Sie sein?</translation>
    </message>
    <message>
        <source>Nobody here is real. Press a name to sign in.</source>
        <translation>Hier ist niemand echt. Ein Druck auf einen Namen meldet Sie an.</translation>
    </message>
</context>
<context>
    <name>tp::ui::EnrolPanel</name>
    <message>
        <source>Write these down and keep them away from the phone. Each one lets you in once when the app is lost, and they are shown only now.</source>
        <translation>Schreiben Sie diese auf und bewahren Sie sie getrennt vom Telefon auf. Jeder lässt Sie einmal hinein, wenn die App verloren ist; gezeigt werden sie nur jetzt.</translation>
    </message>
    <message>
        <source>Your role asks for one. Enter this key in an app for codes, as Aegis or Google Authenticator, then the code that it shows.</source>
        <translation>Ihre Rolle verlangt einen. Geben Sie diesen Schlüssel in eine App für Codes ein, etwa Aegis oder Google Authenticator, dann den Code, den sie zeigt.</translation>
    </message>
    <message>
        <source>I have them</source>
        <translation>Ich habe sie</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Noch einmal versuchen</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Weiter</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Eingabe</translation>
    </message>
    <message>
        <source>A second factor</source>
        <translation>Ein zweiter Faktor</translation>
    </message>
    <message>
        <source>Key for the app</source>
        <translation>Schlüssel für die App</translation>
    </message>
    <message>
        <source>Code from the app</source>
        <translation>Code aus der App</translation>
    </message>
    <message>
        <source>Not now: sign out</source>
        <translation>Nicht jetzt: abmelden</translation>
    </message>
    <message>
        <source>Recovery codes</source>
        <translation>Ersatzcodes</translation>
    </message>
</context>
<context>
    <name>tp::ui::EntryCard</name>
    <message>
        <source>%</source>
        <translation>%</translation>
    </message>
    <message>
        <source>Per cent</source>
        <translation>Prozent</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>Betrag</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Apply</source>
        <translation>Übernehmen</translation>
    </message>
</context>
<context>
    <name>tp::ui::KeepingPresenter</name>
    <message>
        <source>This till&apos;s secret could not be kept</source>
        <translation>Das Geheimnis dieser Kasse konnte nicht aufbewahrt werden</translation>
    </message>
    <message>
        <source>There is no keyring here, and the data folder cannot be written to.</source>
        <translation>Hier gibt es keinen Schlüsselbund, und in den Datenordner kann nicht geschrieben werden.</translation>
    </message>
    <message>
        <source>After a restart a manager has to make this computer a till again.</source>
        <translation>Nach einem Neustart muss die Leitung diesen Rechner wieder zur Kasse machen.</translation>
    </message>
    <message>
        <source>No keyring here</source>
        <translation>Hier gibt es keinen Schlüsselbund</translation>
    </message>
    <message>
        <source>After a restart you will be asked to sign in again; the till&apos;s secret is in a file that only this computer&apos;s user reads.</source>
        <translation>Nach einem Neustart melden Sie sich neu an; das Geheimnis der Kasse liegt in einer Datei, die nur dieser Benutzer des Rechners lesen kann.</translation>
    </message>
    <message>
        <source>After a restart you will be asked to sign in again.</source>
        <translation>Nach einem Neustart melden Sie sich neu an.</translation>
    </message>
    <message>
        <source>The till&apos;s secret is in a file that only this computer&apos;s user reads.</source>
        <translation>Das Geheimnis der Kasse liegt in einer Datei, die nur dieser Benutzer des Rechners lesen kann.</translation>
    </message>
</context>
<context>
    <name>tp::ui::KeyPad</name>
    <message>
        <source>Clear all digits</source>
        <translation>Alle Ziffern löschen</translation>
    </message>
    <message>
        <source>Clear all digits (Esc)</source>
        <translation>Alle Ziffern löschen (Esc)</translation>
    </message>
    <message>
        <source>Erase the last digit</source>
        <translation>Letzte Ziffer löschen</translation>
    </message>
    <message>
        <source>Erase the last digit (Backspace)</source>
        <translation>Letzte Ziffer löschen (Rücktaste)</translation>
    </message>
</context>
<context>
    <name>tp::ui::KeySheet</name>
    <message>
        <source>Search or scan</source>
        <translation>Suchen oder scannen</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Eingabe</translation>
    </message>
    <message>
        <source>Pay; then complete the sale</source>
        <translation>Zahlen; dann abschließen</translation>
    </message>
    <message>
        <source>Three of what comes next</source>
        <translation>Drei von dem, was folgt</translation>
    </message>
    <message>
        <source>One more or less of the line</source>
        <translation>Eins mehr oder weniger</translation>
    </message>
    <message>
        <source>Choose a line</source>
        <translation>Zeile wählen</translation>
    </message>
    <message>
        <source>Del</source>
        <translation>Entf</translation>
    </message>
    <message>
        <source>Remove the line</source>
        <translation>Zeile entfernen</translation>
    </message>
    <message>
        <source>Ctrl+Z</source>
        <translation>Strg+Z</translation>
    </message>
    <message>
        <source>Undo; with Shift redo</source>
        <translation>Rückgängig; mit Umschalt wieder vor</translation>
    </message>
    <message>
        <source>Ctrl+Del</source>
        <translation>Strg+Entf</translation>
    </message>
    <message>
        <source>Clear the sale</source>
        <translation>Verkauf leeren</translation>
    </message>
    <message>
        <source>Esc</source>
        <translation>Esc</translation>
    </message>
    <message>
        <source>Back; the sale stays</source>
        <translation>Zurück; der Verkauf bleibt</translation>
    </message>
    <message>
        <source>This list of keys</source>
        <translation>Diese Liste der Tasten</translation>
    </message>
    <message>
        <source>Put the sale aside</source>
        <translation>Verkauf parken</translation>
    </message>
    <message>
        <source>Take up a held sale</source>
        <translation>Geparkten Verkauf aufnehmen</translation>
    </message>
    <message>
        <source>Quantity of the line</source>
        <translation>Menge der Zeile</translation>
    </message>
    <message>
        <source>Discount on the line</source>
        <translation>Rabatt auf die Zeile</translation>
    </message>
    <message>
        <source>Shift+F8</source>
        <translation>Umschalt+F8</translation>
    </message>
    <message>
        <source>Discount on the whole sale</source>
        <translation>Rabatt auf den ganzen Verkauf</translation>
    </message>
    <message>
        <source>Pay</source>
        <translation>Zahlen</translation>
    </message>
    <message>
        <source>Ctrl+L</source>
        <translation>Strg+L</translation>
    </message>
    <message>
        <source>Lock</source>
        <translation>Sperren</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Tasten</translation>
    </message>
</context>
<context>
    <name>tp::ui::LastSaleCard</name>
    <message>
        <source>Sale %1 is done: %2</source>
        <comment>number, total</comment>
        <translation>Verkauf %1 ist fertig: %2</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Rückgeld</translation>
    </message>
    <message>
        <source>%1. Change: %2</source>
        <translation>%1. Rückgeld: %2</translation>
    </message>
</context>
<context>
    <name>tp::ui::LineControls</name>
    <message>
        <source>One less</source>
        <translation>Eins weniger</translation>
    </message>
    <message>
        <source>One less (-)</source>
        <translation>Eins weniger (-)</translation>
    </message>
    <message>
        <source>One more</source>
        <translation>Eins mehr</translation>
    </message>
    <message>
        <source>One more (+)</source>
        <translation>Eins mehr (+)</translation>
    </message>
    <message>
        <source>Quantity: %1</source>
        <translation>Menge: %1</translation>
    </message>
    <message>
        <source>Another quantity (F6)</source>
        <translation>Andere Menge (F6)</translation>
    </message>
    <message>
        <source>Discount on %1</source>
        <translation>Rabatt auf %1</translation>
    </message>
    <message>
        <source>Discount on this line (F8)</source>
        <translation>Rabatt auf diese Zeile (F8)</translation>
    </message>
    <message>
        <source>Remove %1</source>
        <translation>%1 entfernen</translation>
    </message>
    <message>
        <source>Remove this line (Del)</source>
        <translation>Diese Zeile entfernen (Entf)</translation>
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
    <message>
        <source>Lock (%1)</source>
        <translation>Sperren (%1)</translation>
    </message>
    <message>
        <source>Lock (%1), Ctrl+L</source>
        <translation>Sperren (%1), Strg+L</translation>
    </message>
    <message>
        <source>Hello %1</source>
        <translation>Hallo %1</translation>
    </message>
    <message>
        <source>Your role has nothing to do at a till. If that is wrong, ask a manager.</source>
        <translation>Ihre Rolle hat an einer Kasse nichts zu tun. Ist das falsch, fragen Sie die Leitung.</translation>
    </message>
    <message>
        <source>Your role does not sell at a till. It looks after: %1.
The screens for that come to this program one by one; none of them is here yet.</source>
        <translation>Ihre Rolle verkauft nicht an der Kasse. Sie betreut: %1.
Die Seiten dafür kommen eine nach der anderen in dieses Programm; noch ist keine da.</translation>
    </message>
    <message>
        <source>Switch user</source>
        <translation>Benutzer wechseln</translation>
    </message>
    <message>
        <source>Make it %1</source>
        <translation>Zur Kasse %1 machen</translation>
    </message>
    <message>
        <source>This computer is not a till yet.</source>
        <translation>Dieser Rechner ist noch keine Kasse.</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>Nicht jetzt</translation>
    </message>
    <message>
        <source>Making this computer the till of register %1 …</source>
        <translation>Dieser Rechner wird die Kasse %1 …</translation>
    </message>
    <message>
        <source>Understood</source>
        <translation>Verstanden</translation>
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
    <name>tp::ui::PasswordEdit</name>
    <message>
        <source>Hide the password</source>
        <translation>Passwort verbergen</translation>
    </message>
    <message>
        <source>Show the password</source>
        <translation>Passwort zeigen</translation>
    </message>
</context>
<context>
    <name>tp::ui::PasswordPanel</name>
    <message>
        <source>Sign in</source>
        <translation>Anmelden</translation>
    </message>
    <message>
        <source>Locked</source>
        <translation>Gesperrt</translation>
    </message>
    <message>
        <source>%1 is signed in. The sale stays as it is.</source>
        <translation>%1 ist angemeldet. Der Verkauf bleibt, wie er ist.</translation>
    </message>
    <message>
        <source>Signing in …</source>
        <translation>Anmeldung läuft …</translation>
    </message>
    <message>
        <source>Unlock</source>
        <translation>Entsperren</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Eingabe</translation>
    </message>
    <message>
        <source>Sign %1 out</source>
        <translation>%1 abmelden</translation>
    </message>
    <message>
        <source>Sign in with %1</source>
        <translation>Mit %1 anmelden</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>E-Mail</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Passwort</translation>
    </message>
    <message>
        <source>Code of the second factor</source>
        <translation>Code des zweiten Faktors</translation>
    </message>
    <message>
        <source>Use a PIN instead</source>
        <translation>Lieber mit PIN</translation>
    </message>
    <message>
        <source>Set up a new shop …</source>
        <translation>Neuen Laden einrichten …</translation>
    </message>
</context>
<context>
    <name>tp::ui::PayPresenter</name>
    <message>
        <source>This was not added: the sale is being paid</source>
        <translation>Nicht hinzugefügt: der Verkauf wird gerade bezahlt</translation>
    </message>
    <message>
        <source>Finish it first, or go back.</source>
        <translation>Erst abschließen oder zurückgehen.</translation>
    </message>
    <message>
        <source>Exact</source>
        <translation>Passend</translation>
    </message>
    <message>
        <source>change %1</source>
        <translation>zurück %1</translation>
    </message>
    <message>
        <source>Did you really receive %1?</source>
        <translation>Wurden wirklich %1 gegeben?</translation>
    </message>
</context>
<context>
    <name>tp::ui::PayScreen</name>
    <message>
        <source>In cash %1</source>
        <translation>In bar %1</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Rückgeld</translation>
    </message>
    <message>
        <source>Still missing</source>
        <translation>Es fehlen noch</translation>
    </message>
    <message>
        <source>Complete sale</source>
        <translation>Abschließen</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Eingabe</translation>
    </message>
    <message>
        <source>change %1</source>
        <translation>zurück %1</translation>
    </message>
    <message>
        <source>Yes, complete</source>
        <translation>Ja, abschließen</translation>
    </message>
    <message>
        <source>No, correct it</source>
        <translation>Nein, ändern</translation>
    </message>
    <message>
        <source>%1. %2</source>
        <extracomment>What happened, then why and what to do: &quot;It stopped. It may be busy.&quot;</extracomment>
        <translation>%1. %2</translation>
    </message>
    <message>
        <source>Payment</source>
        <translation>Zahlung</translation>
    </message>
    <message>
        <source>Back to sale</source>
        <translation>Zurück zum Verkauf</translation>
    </message>
    <message>
        <source>Back to the sale (Esc)</source>
        <translation>Zurück zum Verkauf (Esc)</translation>
    </message>
    <message>
        <source>To pay</source>
        <translation>Zu zahlen</translation>
    </message>
    <message>
        <source>Cash received</source>
        <translation>Bar erhalten</translation>
    </message>
    <message>
        <source>Other ways to pay</source>
        <translation>Andere Zahlungsarten</translation>
    </message>
    <message>
        <source>Card terminal</source>
        <translation>Kartengerät</translation>
    </message>
    <message>
        <source>The terminal beside the till has taken the money</source>
        <translation>Das Gerät neben der Kasse hat das Geld genommen</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>Erhalten</translation>
    </message>
</context>
<context>
    <name>tp::ui::PinDots</name>
    <message>
        <source>PIN</source>
        <translation>PIN</translation>
    </message>
    <message numerus="yes">
        <source>%Ln digit(s) typed</source>
        <translation>
            <numerusform>%Ln Ziffer getippt</numerusform>
            <numerusform>%Ln Ziffern getippt</numerusform>
        </translation>
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
    <name>tp::ui::ProductPages</name>
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
    <name>tp::ui::Refusal</name>
    <message>
        <source>This product has no tax rate</source>
        <translation>Dieser Artikel hat keinen Steuersatz</translation>
    </message>
    <message>
        <source>Its tax class is not among the shop&apos;s.</source>
        <translation>Seine Steuerklasse gibt es im Laden nicht.</translation>
    </message>
    <message>
        <source>Ask a manager to look at the taxes.</source>
        <translation>Bitte die Leitung, die Steuern anzusehen.</translation>
    </message>
    <message>
        <source>The discount is more than there is to pay</source>
        <translation>Der Rabatt ist höher als der Betrag</translation>
    </message>
    <message>
        <source>Enter a smaller one.</source>
        <translation>Gib einen kleineren ein.</translation>
    </message>
    <message>
        <source>The price is in another currency</source>
        <translation>Der Preis steht in einer anderen Währung</translation>
    </message>
    <message>
        <source>Ask a manager to correct it.</source>
        <translation>Bitte die Leitung, ihn zu berichtigen.</translation>
    </message>
    <message>
        <source>This is sold by the piece</source>
        <translation>Das wird nach Stück verkauft</translation>
    </message>
    <message>
        <source>Enter a whole number.</source>
        <translation>Gib eine ganze Zahl ein.</translation>
    </message>
    <message>
        <source>This is not a number</source>
        <translation>Das ist keine Zahl</translation>
    </message>
    <message>
        <source>Enter digits only.</source>
        <translation>Gib nur Ziffern ein.</translation>
    </message>
    <message>
        <source>That is too much for one line</source>
        <translation>Das ist zu viel für eine Zeile</translation>
    </message>
    <message>
        <source>Enter a smaller number.</source>
        <translation>Gib eine kleinere Zahl ein.</translation>
    </message>
    <message>
        <source>Nothing is lost: the sale is as it was. Try again, or call a manager before you take the money.</source>
        <translation>Nichts ist verloren: der Verkauf ist, wie er war. Versuche es noch einmal oder hole die Leitung, bevor du das Geld nimmst.</translation>
    </message>
    <message>
        <source>The sale is not finished</source>
        <translation>Der Verkauf ist nicht abgeschlossen</translation>
    </message>
    <message>
        <source>This till cannot keep sales right now.</source>
        <translation>Diese Kasse kann gerade keine Verkäufe speichern.</translation>
    </message>
    <message>
        <source>It could not be written to this computer&apos;s disk, which may be full.</source>
        <translation>Er konnte nicht auf die Festplatte geschrieben werden; vielleicht ist sie voll.</translation>
    </message>
    <message>
        <source>The shop&apos;s taxes are not known yet</source>
        <translation>Die Steuern des Ladens sind noch nicht bekannt</translation>
    </message>
    <message>
        <source>They come from the server the first time.</source>
        <translation>Beim ersten Mal kommen sie vom Server.</translation>
    </message>
    <message>
        <source>Go on scanning; it is asked again by itself.</source>
        <translation>Scanne weiter; es wird von selbst noch einmal gefragt.</translation>
    </message>
    <message>
        <source>%1 is not in the catalogue</source>
        <translation>%1 steht nicht im Katalog</translation>
    </message>
    <message>
        <source>Nothing was added.</source>
        <translation>Nichts wurde hinzugefügt.</translation>
    </message>
    <message>
        <source>This computer is no till, or waits for a manager to sign in once.</source>
        <translation>Dieser Rechner ist keine Kasse, oder jemand von der Leitung muss sich einmal anmelden.</translation>
    </message>
</context>
<context>
    <name>tp::ui::RoleText</name>
    <message>
        <source>Customer</source>
        <translation>Kundschaft</translation>
    </message>
    <message>
        <source>Cashier</source>
        <translation>Kasse</translation>
    </message>
    <message>
        <source>Vendor</source>
        <extracomment>Looks after goods, sells nothing.</extracomment>
        <translation>Warenpflege</translation>
    </message>
    <message>
        <source>Manager</source>
        <translation>Leitung</translation>
    </message>
    <message>
        <source>Owner</source>
        <extracomment>The role of who owns the shop.</extracomment>
        <translation>Inhaber/in</translation>
    </message>
    <message>
        <source>orders</source>
        <extracomment>Part of &quot;Your role includes: orders, stock and reports.&quot;</extracomment>
        <translation>Bestellungen</translation>
    </message>
    <message>
        <source>the catalogue</source>
        <translation>den Katalog</translation>
    </message>
    <message>
        <source>stock</source>
        <translation>den Bestand</translation>
    </message>
    <message>
        <source>reports</source>
        <translation>Berichte</translation>
    </message>
    <message>
        <source>staff</source>
        <translation>das Personal</translation>
    </message>
    <message>
        <source>settings</source>
        <translation>die Einstellungen</translation>
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
        <source>Retry</source>
        <translation>Noch einmal versuchen</translation>
    </message>
    <message>
        <source>%1. %2</source>
        <extracomment>What happened, then why and what to do: &quot;It stopped. It may be busy.&quot;</extracomment>
        <translation>%1. %2</translation>
    </message>
    <message>
        <source>Dismiss</source>
        <translation>Schließen</translation>
    </message>
</context>
<context>
    <name>tp::ui::SetUpPanel</name>
    <message>
        <source>Opening the shop …</source>
        <translation>Der Laden wird geöffnet …</translation>
    </message>
    <message>
        <source>Open the shop</source>
        <translation>Laden öffnen</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Eingabe</translation>
    </message>
    <message>
        <source>Welcome</source>
        <translation>Willkommen</translation>
    </message>
    <message>
        <source>This shop is new. Give it a name and make yourself its owner; all of it can be changed later, but not the currency once something has a price.</source>
        <translation>Dieser Laden ist neu. Geben Sie ihm einen Namen und machen Sie sich zum Inhaber; alles lässt sich später ändern, nur die Währung nicht mehr, sobald etwas einen Preis hat.</translation>
    </message>
    <message>
        <source>Set-up code</source>
        <translation>Einrichtungscode</translation>
    </message>
    <message>
        <source>As the server printed it when it started</source>
        <translation>Wie ihn der Server beim Start ausgegeben hat</translation>
    </message>
    <message>
        <source>Name of the shop</source>
        <translation>Name des Ladens</translation>
    </message>
    <message>
        <source>Currency</source>
        <translation>Währung</translation>
    </message>
    <message>
        <source>Your name</source>
        <translation>Ihr Name</translation>
    </message>
    <message>
        <source>Your e-mail</source>
        <translation>Ihre E-Mail</translation>
    </message>
    <message>
        <source>A password</source>
        <translation>Ein Passwort</translation>
    </message>
    <message>
        <source>8 characters or more</source>
        <translation>8 Zeichen oder mehr</translation>
    </message>
    <message>
        <source>I have an account here already</source>
        <translation>Ich habe hier schon ein Konto</translation>
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
    <message numerus="yes">
        <source>%Ln item(s)</source>
        <translation>
            <numerusform>%Ln Artikel</numerusform>
            <numerusform>%Ln Artikel</numerusform>
        </translation>
    </message>
    <message>
        <source>%1%</source>
        <extracomment>A number of per cent; some languages put a space before the sign</extracomment>
        <translation>%1&#xa0;%</translation>
    </message>
</context>
<context>
    <name>tp::ui::SignInScreen</name>
    <message>
        <source>Retry</source>
        <translation>Noch einmal versuchen</translation>
    </message>
    <message>
        <source>Opening the shop …</source>
        <translation>Der Laden wird geöffnet …</translation>
    </message>
    <message>
        <source>Connecting to %1 …</source>
        <translation>Verbindung mit %1 …</translation>
    </message>
</context>
<context>
    <name>tp::ui::SignInText</name>
    <message>
        <source>%1:%2</source>
        <extracomment>Minutes and seconds of a pause: &quot;0:07&quot;</extracomment>
        <translation>%1:%2</translation>
    </message>
    <message>
        <source>Time left: %1.</source>
        <translation>Noch %1.</translation>
    </message>
</context>
<context>
    <name>tp::ui::SignInWords</name>
    <message>
        <source>That code is not right</source>
        <translation>Dieser Code stimmt nicht</translation>
    </message>
    <message>
        <source>A code is good for half a minute.</source>
        <translation>Ein Code gilt eine halbe Minute.</translation>
    </message>
    <message>
        <source>Enter the next one, or a recovery code.</source>
        <translation>Geben Sie den nächsten ein oder einen Ersatzcode.</translation>
    </message>
    <message>
        <source>That was not right</source>
        <translation>Das stimmte nicht</translation>
    </message>
    <message>
        <source>E-mail, password and code do not fit together.</source>
        <translation>E-Mail, Passwort und Code passen nicht zusammen.</translation>
    </message>
    <message>
        <source>Check them; the code changes every half minute.</source>
        <translation>Prüfen Sie alle drei; der Code wechselt jede halbe Minute.</translation>
    </message>
    <message>
        <source>E-mail and password do not fit together.</source>
        <translation>E-Mail und Passwort passen nicht zusammen.</translation>
    </message>
    <message>
        <source>Check both; capital letters count in the password.</source>
        <translation>Prüfen Sie beides; beim Passwort zählt Groß- und Kleinschreibung.</translation>
    </message>
    <message>
        <source>Too many wrong PINs</source>
        <translation>Zu viele falsche PINs</translation>
    </message>
    <message>
        <source>Wait, then try again.</source>
        <translation>Warten Sie, dann versuchen Sie es wieder.</translation>
    </message>
    <message>
        <source>That PIN is not right</source>
        <translation>Diese PIN stimmt nicht</translation>
    </message>
    <message>
        <source>Try again, or use your password.</source>
        <translation>Versuchen Sie es noch einmal oder nehmen Sie Ihr Passwort.</translation>
    </message>
    <message>
        <source>Nobody came back from the browser</source>
        <translation>Aus dem Browser kam niemand zurück</translation>
    </message>
    <message>
        <source>The time for it is over.</source>
        <translation>Die Zeit dafür ist um.</translation>
    </message>
    <message>
        <source>Try again, and finish there.</source>
        <translation>Versuchen Sie es noch einmal und schließen Sie es dort ab.</translation>
    </message>
    <message>
        <source>The other side said no</source>
        <translation>Die andere Seite hat abgelehnt</translation>
    </message>
    <message>
        <source>The sign-in there was refused or given up.</source>
        <translation>Die Anmeldung dort wurde abgelehnt oder abgebrochen.</translation>
    </message>
    <message>
        <source>Try again, or sign in with a password.</source>
        <translation>Versuchen Sie es noch einmal oder melden Sie sich mit Passwort an.</translation>
    </message>
    <message>
        <source>The other side is not reachable</source>
        <translation>Die andere Seite ist nicht erreichbar</translation>
    </message>
    <message>
        <source>It does not answer.</source>
        <translation>Sie antwortet nicht.</translation>
    </message>
    <message>
        <source>Try again later, or sign in with a password.</source>
        <translation>Versuchen Sie es später oder melden Sie sich mit Passwort an.</translation>
    </message>
    <message>
        <source>This shop does not know that account</source>
        <translation>Dieser Laden kennt dieses Konto nicht</translation>
    </message>
    <message>
        <source>You signed in there, but may not sign in here with it.</source>
        <translation>Dort sind Sie angemeldet, hier dürfen Sie sich damit nicht anmelden.</translation>
    </message>
    <message>
        <source>Ask a manager.</source>
        <translation>Fragen Sie die Leitung.</translation>
    </message>
    <message>
        <source>Signing in there did not work</source>
        <translation>Die Anmeldung dort hat nicht geklappt</translation>
    </message>
    <message>
        <source>The other side and this program do not understand each other.</source>
        <translation>Die andere Seite und dieses Programm verstehen einander nicht.</translation>
    </message>
    <message>
        <source>Sign in with a password, and tell a manager.</source>
        <translation>Melden Sie sich mit Passwort an und sagen Sie der Leitung Bescheid.</translation>
    </message>
    <message>
        <source>This shop is set up already</source>
        <translation>Dieser Laden ist schon eingerichtet</translation>
    </message>
    <message>
        <source>Somebody was faster.</source>
        <translation>Jemand war schneller.</translation>
    </message>
    <message>
        <source>Sign in with the account that was made then.</source>
        <translation>Melden Sie sich mit dem Konto an, das dabei entstand.</translation>
    </message>
    <message>
        <source>That is not the set-up code</source>
        <translation>Das ist nicht der Einrichtungscode</translation>
    </message>
    <message>
        <source>The server makes a new one each time it starts.</source>
        <translation>Der Server macht bei jedem Start einen neuen.</translation>
    </message>
    <message>
        <source>Look at what it printed last.</source>
        <translation>Sehen Sie nach, was er zuletzt ausgegeben hat.</translation>
    </message>
    <message>
        <source>Something is not right yet</source>
        <translation>Etwas stimmt noch nicht</translation>
    </message>
    <message>
        <source>See what is said below the fields.</source>
        <translation>Lesen Sie, was unter den Feldern steht.</translation>
    </message>
    <message>
        <source>Now the code</source>
        <translation>Jetzt der Code</translation>
    </message>
    <message>
        <source>This account has a second factor.</source>
        <translation>Dieses Konto hat einen zweiten Faktor.</translation>
    </message>
    <message>
        <source>Enter the six digits that your app shows, or a recovery code.</source>
        <translation>Geben Sie die sechs Ziffern ein, die Ihre App zeigt, oder einen Ersatzcode.</translation>
    </message>
    <message>
        <source>%1 has no PIN yet</source>
        <translation>%1 hat noch keine PIN</translation>
    </message>
    <message>
        <source>Sign in with the password.</source>
        <translation>Melden Sie sich mit dem Passwort an.</translation>
    </message>
    <message>
        <source>This PIN is locked</source>
        <translation>Diese PIN ist gesperrt</translation>
    </message>
    <message>
        <source>It was wrong ten times.</source>
        <translation>Sie war zehnmal falsch.</translation>
    </message>
    <message>
        <source>Ask a manager to unlock it, or use your password.</source>
        <translation>Die Leitung kann sie entsperren; oder nehmen Sie Ihr Passwort.</translation>
    </message>
    <message>
        <source>A PIN has 4 to 8 digits</source>
        <translation>Eine PIN hat 4 bis 8 Ziffern</translation>
    </message>
    <message>
        <source>Enter yours again.</source>
        <translation>Geben Sie Ihre noch einmal ein.</translation>
    </message>
    <message>
        <source>That was a barcode</source>
        <translation>Das war ein Strichcode</translation>
    </message>
    <message>
        <source>Nothing can be scanned before somebody signs in.</source>
        <translation>Gescannt werden kann erst, wenn jemand angemeldet ist.</translation>
    </message>
    <message>
        <source>This computer is not a till any more</source>
        <translation>Dieser Rechner ist keine Kasse mehr</translation>
    </message>
    <message>
        <source>Another one has taken its register, or the shop was made anew.</source>
        <translation>Ein anderer hat seinen Platz übernommen, oder der Laden wurde neu angelegt.</translation>
    </message>
    <message>
        <source>Sign in with a password; a manager can make it a till again.</source>
        <translation>Melden Sie sich mit Passwort an; die Leitung kann ihn wieder zur Kasse machen.</translation>
    </message>
    <message>
        <source>You were signed out</source>
        <translation>Sie wurden abgemeldet</translation>
    </message>
    <message>
        <source>The sign-in was too old or was ended elsewhere.</source>
        <translation>Die Anmeldung war zu alt oder wurde anderswo beendet.</translation>
    </message>
    <message>
        <source>Sign in again; the sale is still there.</source>
        <translation>Melden Sie sich wieder an; der Verkauf ist noch da.</translation>
    </message>
    <message>
        <source>Enter the one that the app shows now.</source>
        <translation>Geben Sie den ein, den die App jetzt zeigt.</translation>
    </message>
    <message>
        <source>Enter the code that the server printed.</source>
        <translation>Geben Sie den Code ein, den der Server ausgegeben hat.</translation>
    </message>
    <message>
        <source>Give the shop a name, of 200 letters at most.</source>
        <translation>Geben Sie dem Laden einen Namen, höchstens 200 Zeichen.</translation>
    </message>
    <message>
        <source>This shop cannot sell in that currency.</source>
        <translation>In dieser Währung kann der Laden nicht verkaufen.</translation>
    </message>
    <message>
        <source>Enter your name, of 200 letters at most.</source>
        <translation>Geben Sie Ihren Namen ein, höchstens 200 Zeichen.</translation>
    </message>
    <message>
        <source>Enter an e-mail address, like mia@example.com.</source>
        <translation>Geben Sie eine E-Mail-Adresse ein, etwa mia@example.com.</translation>
    </message>
    <message>
        <source>Too easy to guess: others use it, or it is your e-mail.</source>
        <translation>Zu leicht zu erraten: Andere nehmen es auch, oder es ist Ihre E-Mail.</translation>
    </message>
    <message>
        <source>Take 8 to 256 letters, digits or signs.</source>
        <translation>Nehmen Sie 8 bis 256 Buchstaben, Ziffern oder Zeichen.</translation>
    </message>
    <message>
        <source>Too many tries</source>
        <translation>Zu viele Versuche</translation>
    </message>
    <message>
        <source>So that nobody can guess a password, there is a pause now.</source>
        <translation>Damit niemand ein Passwort erraten kann, ist jetzt eine Pause.</translation>
    </message>
    <message>
        <source>The server is busy</source>
        <translation>Der Server ist beschäftigt</translation>
    </message>
    <message>
        <source>Many people are signing in at once.</source>
        <translation>Viele melden sich gerade zugleich an.</translation>
    </message>
    <message>
        <source>Try again in a moment.</source>
        <translation>Versuchen Sie es gleich noch einmal.</translation>
    </message>
</context>
<context>
    <name>tp::ui::SkeletonTiles</name>
    <message>
        <source>Loading products</source>
        <translation>Artikel werden geladen</translation>
    </message>
</context>
<context>
    <name>tp::ui::StaffGrid</name>
    <message>
        <source>PIN locked</source>
        <translation>PIN gesperrt</translation>
    </message>
    <message>
        <source>No PIN</source>
        <translation>Keine PIN</translation>
    </message>
</context>
<context>
    <name>tp::ui::StaffPanel</name>
    <message>
        <source>Who is it?</source>
        <translation>Wer ist da?</translation>
    </message>
    <message>
        <source>Locked</source>
        <translation>Gesperrt</translation>
    </message>
    <message>
        <source>Register %1</source>
        <translation>Kasse %1</translation>
    </message>
    <message>
        <source>%1 is signed in. The sale stays as it is.</source>
        <translation>%1 ist angemeldet. Der Verkauf bleibt, wie er ist.</translation>
    </message>
    <message>
        <source>Sign %1 out</source>
        <translation>%1 abmelden</translation>
    </message>
    <message>
        <source>Tap your name first</source>
        <translation>Tippen Sie erst Ihren Namen an</translation>
    </message>
    <message>
        <source>Signing in …</source>
        <translation>Anmeldung läuft …</translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation>Anmelden</translation>
    </message>
    <message>
        <source>Unlock</source>
        <translation>Entsperren</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Eingabe</translation>
    </message>
    <message>
        <source>Staff</source>
        <translation>Personal</translation>
    </message>
    <message>
        <source>Use a password instead</source>
        <translation>Lieber mit Passwort</translation>
    </message>
</context>
<context>
    <name>tp::ui::StaffTile</name>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
</context>
<context>
    <name>tp::ui::TenderButton</name>
    <message>
        <source>%1, %2</source>
        <comment>read aloud: a sum handed over, the change</comment>
        <translation>%1, %2</translation>
    </message>
</context>
<context>
    <name>tp::ui::Toast</name>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>Undo (Ctrl+Z)</source>
        <translation>Rückgängig (Strg+Z)</translation>
    </message>
</context>
<context>
    <name>tp::ui::WaitingPresenter</name>
    <message numerus="yes">
        <source>The server did not accept %Ln sale(s)</source>
        <translation>
            <numerusform>Der Server hat %Ln Verkauf nicht angenommen</numerusform>
            <numerusform>Der Server hat %Ln Verkäufe nicht angenommen</numerusform>
        </translation>
    </message>
    <message>
        <source>They are kept here. A manager should look at them.</source>
        <translation>Sie sind hier aufbewahrt. Die Leitung sollte sie sich ansehen.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln sale(s) are saved here</source>
        <translation>
            <numerusform>%Ln Verkauf ist hier gespeichert</numerusform>
            <numerusform>%Ln Verkäufe sind hier gespeichert</numerusform>
        </translation>
    </message>
    <message>
        <source>They will be sent by themselves.</source>
        <translation>Sie werden von selbst gesendet.</translation>
    </message>
</context>
</TS>
