<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
    <name>Accounts</name>
    <message>
        <source>There is no such account</source>
        <translation>Dieses Konto gibt es nicht</translation>
    </message>
    <message>
        <source>This cannot be the name of an environment variable</source>
        <translation>So kann keine Umgebungsvariable heißen</translation>
    </message>
    <message>
        <source>the environment variable %1</source>
        <translation>der Umgebungsvariablen %1</translation>
    </message>
    <message>
        <source>gh for %1</source>
        <translation>gh für %1</translation>
    </message>
    <message>
        <source>log in with: gh auth login</source>
        <translation>anmelden mit: gh auth login</translation>
    </message>
    <message>
        <source>A server is a URL such as https://host/path, without user name or query</source>
        <translation>Ein Server ist eine URL wie https://rechner/pfad, ohne Benutzernamen und Abfrage</translation>
    </message>
    <message>
        <source>the keychain for the account %1</source>
        <translation>dem Schlüsselbund für das Konto %1</translation>
    </message>
    <message>
        <source>the token of the account %1</source>
        <translation>das Token des Kontos %1</translation>
    </message>
    <message>
        <source>no answer for three minutes</source>
        <translation>keine Antwort in drei Minuten</translation>
    </message>
    <message>
        <source>it is locked</source>
        <translation>er ist gesperrt</translation>
    </message>
</context>
<context>
    <name>Arguments</name>
    <message>
        <source>--log-level is debug, info, warning or error</source>
        <translation>--log-level ist debug, info, warning oder error</translation>
    </message>
</context>
<context>
    <name>Cleanup</name>
    <message>
        <source>&quot;policies&quot; has one for all packages there already: put this file in its place, or say which packages that one is for</source>
        <translation>„policies“ hat dort schon eine für alle Pakete: setzen Sie diese Datei an ihre Stelle, oder sagen Sie, für welche Pakete jene ist</translation>
    </message>
    <message>
        <source>&quot;policies&quot; is written in a way that only a person can change</source>
        <translation>„policies“ ist so geschrieben, dass nur ein Mensch es ändern kann</translation>
    </message>
    <message>
        <source>%1 is the last tag of its package</source>
        <translation>%1 ist das letzte Tag seines Pakets</translation>
    </message>
    <message>
        <source>%1 says what a signature or attestation hangs on</source>
        <translation>%1 sagt, woran eine Signatur oder Attestierung hängt</translation>
    </message>
    <message>
        <source>%1 was changed after it was made</source>
        <translation>%1 wurde geändert, nachdem sie gemacht wurde</translation>
    </message>
    <message>
        <source>%1 was given other tags meanwhile; it is not deleted</source>
        <translation>%1 hat inzwischen andere Tags bekommen und wird nicht gelöscht</translation>
    </message>
    <message>
        <source>%1 was just moved: the list of versions does not know yet</source>
        <translation>%1 wurde eben verschoben: die Liste der Versionen weiß es noch nicht</translation>
    </message>
    <message>
        <source>GitHub answers too slowly to know that nothing is changed meanwhile</source>
        <translation>GitHub antwortet zu langsam, um zu wissen, dass sich inzwischen nichts geändert hat</translation>
    </message>
    <message>
        <source>GitHub deletes no public version with more than 5,000 downloads</source>
        <translation>GitHub löscht keine öffentliche Version mit mehr als 5.000 Downloads</translation>
    </message>
    <message>
        <source>GitHub does not delete the last tagged version of a package</source>
        <translation>GitHub löscht die letzte Version eines Pakets nicht, die ein Tag hat</translation>
    </message>
    <message>
        <source>GitHub has nothing to restore: another version took its place, or the token lacks the scope write:packages or the role admin</source>
        <translation>GitHub hat nichts wiederherzustellen: eine andere Version hat ihren Platz, oder dem Token fehlt der Scope write:packages oder die Rolle admin</translation>
    </message>
    <message>
        <source>GitHub said that it is restored, but it is not there</source>
        <translation>GitHub hat gesagt, sie sei wiederhergestellt, sie ist aber nicht da</translation>
    </message>
    <message>
        <source>Somebody else has moved %1 meanwhile</source>
        <translation>Jemand anders hat %1 inzwischen verschoben</translation>
    </message>
    <message>
        <source>Somebody has pushed %1 again meanwhile</source>
        <translation>Jemand hat %1 inzwischen neu gepusht</translation>
    </message>
    <message>
        <source>The journal has deleted no version %1, or has it restored already</source>
        <translation>Das Journal hat keine Version %1 gelöscht, oder sie ist schon wiederhergestellt</translation>
    </message>
    <message>
        <source>The packages of %1 are being cleaned up already</source>
        <translation>Die Pakete von %1 werden schon aufgeräumt</translation>
    </message>
    <message>
        <source>The tag could not be put back either: it stays on an empty index until the next cleanup or untagging.</source>
        <translation>Auch das Tag ließ sich nicht zurücksetzen: es bleibt bis zum nächsten Aufräumen oder Wegnehmen eines Tags auf einem leeren Index.</translation>
    </message>
    <message>
        <source>This journal is of %1 on %2</source>
        <translation>Dieses Journal ist von %1 auf %2</translation>
    </message>
    <message>
        <source>This plan comes from the future</source>
        <translation>Dieser Plan kommt aus der Zukunft</translation>
    </message>
    <message>
        <source>This plan is of %1, not of %2</source>
        <translation>Dieser Plan ist von %1, nicht von %2</translation>
    </message>
    <message>
        <source>This plan is of the server %1, not of %2</source>
        <translation>Dieser Plan ist vom Server %1, nicht von %2</translation>
    </message>
    <message>
        <source>This plan is older than a day</source>
        <translation>Dieser Plan ist älter als ein Tag</translation>
    </message>
    <message>
        <source>This plan was made of what was read more than a day ago</source>
        <translation>Dieser Plan wurde aus dem gemacht, was vor mehr als einem Tag gelesen wurde</translation>
    </message>
    <message>
        <source>a line before could not be written</source>
        <translation>eine Zeile davor konnte nicht geschrieben werden</translation>
    </message>
    <message>
        <source>a plan is carried out as it was made: change the policy and make a new one</source>
        <translation>ein Plan wird ausgeführt, wie er gemacht wurde: ändern Sie die Richtlinie und machen Sie einen neuen</translation>
    </message>
    <message>
        <source>deleted, and it could not be restored: %1</source>
        <translation>gelöscht, und nicht wiederherzustellen: %1</translation>
    </message>
    <message>
        <source>it belongs to %1, which cannot be deleted</source>
        <translation>sie gehört zu %1, das nicht gelöscht werden kann</translation>
    </message>
    <message>
        <source>it could not be found out whether it is deleted already: %1</source>
        <translation>es war nicht herauszufinden, ob sie schon gelöscht ist: %1</translation>
    </message>
    <message>
        <source>it goes with its image</source>
        <translation>es geht mit seinem Image</translation>
    </message>
    <message>
        <source>GitHub has restored it, but it could not be looked at: %1</source>
        <translation>GitHub hat sie wiederhergestellt, sie ließ sich aber nicht ansehen: %1</translation>
    </message>
    <message>
        <source>it is back, but not all of its tags: %1</source>
        <translation>sie ist zurück, aber nicht alle ihre Tags: %1</translation>
    </message>
    <message>
        <source>it is there, but the token may not delete it: it takes the scope delete:packages and the role admin on the package</source>
        <translation>sie ist da, aber das Token darf sie nicht löschen: es braucht den Scope delete:packages und die Rolle admin für das Paket</translation>
    </message>
    <message>
        <source>it was deleted more than 30 days ago, and GitHub keeps nothing longer</source>
        <translation>sie wurde vor mehr als 30 Tagen gelöscht, und länger hebt GitHub nichts auf</translation>
    </message>
    <message>
        <source>it was gone already</source>
        <translation>sie war schon weg</translation>
    </message>
    <message>
        <source>its manifest cannot be kept for the journal: %1</source>
        <translation>ihr Manifest lässt sich nicht für das Journal aufheben: %1</translation>
    </message>
    <message>
        <source>its manifest could not be read, so what it lists is not known</source>
        <translation>ihr Manifest war nicht zu lesen; was es aufzählt, ist also nicht bekannt</translation>
    </message>
    <message>
        <source>its package loses more than the policy&apos;s limits: allow it by name</source>
        <translation>ihr Paket verliert mehr, als die Grenzen der Richtlinie erlauben: erlauben Sie es mit seinem Namen</translation>
    </message>
    <message>
        <source>its tree could not be deleted whole</source>
        <translation>ihr Baum ließ sich nicht ganz löschen</translation>
    </message>
    <message>
        <source>make a new one</source>
        <translation>machen Sie einen neuen</translation>
    </message>
    <message>
        <source>no whole JSON object, at byte %1</source>
        <translation>kein ganzes JSON-Objekt, bei Byte %1</translation>
    </message>
    <message>
        <source>part of it was restored</source>
        <translation>ein Teil davon wurde wiederhergestellt</translation>
    </message>
    <message>
        <source>read the registry again and make a new one</source>
        <translation>lesen Sie die Registry neu und machen Sie einen neuen</translation>
    </message>
    <message>
        <source>restored: %1</source>
        <translation>wiederhergestellt: %1</translation>
    </message>
    <message>
        <source>%1 does not say what time it is</source>
        <translation>%1 sagt nicht, wie spät es ist</translation>
    </message>
    <message>
        <source>The clock is wrong: here it is %1, at %2 it is %3</source>
        <translation>Die Uhr geht falsch: hier ist es %1, bei %2 ist es %3</translation>
    </message>
    <message>
        <source>The token lacks %1</source>
        <translation>Dem Token fehlt %1</translation>
    </message>
    <message>
        <source>a cleanup takes delete:packages, and write:packages to put back what turns out not to go whole</source>
        <translation>ein Aufräumen braucht delete:packages, und write:packages, um zurückzuholen, was sich doch nicht ganz löschen lässt</translation>
    </message>
    <message>
        <source>by it is told which versions are old enough: set it right and make a new plan</source>
        <translation>nach ihr richtet sich, welche Versionen alt genug sind: stellen Sie sie richtig und machen Sie einen neuen Plan</translation>
    </message>
    <message>
        <source>restoring takes write:packages</source>
        <translation>Wiederherstellen braucht write:packages</translation>
    </message>
    <message>
        <source>taking a tag away takes write:packages and delete:packages</source>
        <translation>ein Tag wegzunehmen braucht write:packages und delete:packages</translation>
    </message>
    <message>
        <source>whether the clock of this machine is right cannot be told, nor so the age of versions: look whether a proxy takes the header Date away</source>
        <translation>ob die Uhr dieses Rechners richtig geht, lässt sich so nicht sagen, also auch das Alter der Versionen nicht: sehen Sie nach, ob ein Proxy die Kopfzeile Date entfernt</translation>
    </message>
    <message>
        <source>the cleanup</source>
        <translation>das Aufräumen</translation>
    </message>
    <message>
        <source>the clock of one of the machines is wrong</source>
        <translation>die Uhr einer der Maschinen geht falsch</translation>
    </message>
    <message>
        <source>the list of its package could not be read: %1</source>
        <translation>die Liste ihres Pakets ließ sich nicht lesen: %1</translation>
    </message>
    <message>
        <source>the manifest made to take the tag is not listed yet: try again later</source>
        <translation>das Manifest, das das Tag nehmen soll, steht noch nicht in der Liste: versuchen Sie es später noch einmal</translation>
    </message>
    <message>
        <source>the package is gone, or the token may not see it</source>
        <translation>das Paket ist weg, oder das Token darf es nicht sehen</translation>
    </message>
    <message>
        <source>the packages of its owner could not be read: %1</source>
        <translation>die Pakete ihres Besitzers ließen sich nicht lesen: %1</translation>
    </message>
    <message>
        <source>the plan is stale: %1 is new and cannot be read</source>
        <translation>der Plan ist überholt: %1 ist neu und lässt sich nicht lesen</translation>
    </message>
    <message>
        <source>the plan is stale: %1 is new and points at it or its tree</source>
        <translation>der Plan ist überholt: %1 ist neu und zeigt auf sie oder ihren Baum</translation>
    </message>
    <message>
        <source>the plan is stale: %1, which it points at, is there now</source>
        <translation>der Plan ist überholt: %1, worauf sie zeigt, ist jetzt da</translation>
    </message>
    <message>
        <source>the plan is stale: %1, which its rule keeps as one of the newest, is gone or was changed</source>
        <translation>der Plan ist überholt: %1, das ihre Regel als eines der neuesten behält, ist weg oder wurde geändert</translation>
    </message>
    <message>
        <source>the plan is stale: its tags were moved, or it was pushed again or restored</source>
        <translation>der Plan ist überholt: ihre Tags wurden verschoben, oder sie wurde neu gepusht oder wiederhergestellt</translation>
    </message>
    <message>
        <source>the registry could not be asked for %1: %2</source>
        <translation>die Registry ließ sich nicht nach %1 fragen: %2</translation>
    </message>
    <message>
        <source>the registry does not show it, so that nothing is known of its tags</source>
        <translation>die Registry zeigt sie nicht, sodass von ihren Tags nichts bekannt ist</translation>
    </message>
    <message>
        <source>the same image was pushed again meanwhile, so it is there as another version</source>
        <translation>dasselbe Image wurde inzwischen neu gepusht und ist als andere Version da</translation>
    </message>
    <message>
        <source>the tag does not lead to %1 any more</source>
        <translation>das Tag führt nicht mehr zu %1</translation>
    </message>
    <message>
        <source>this is no cleanup plan of version 1</source>
        <translation>das ist kein Plan zum Aufräumen der Version 1</translation>
    </message>
    <message>
        <source>this is no journal of a cleanup</source>
        <translation>das ist kein Journal eines Aufräumens</translation>
    </message>
    <message>
        <source>this line of the journal is damaged: %1</source>
        <translation>diese Zeile des Journals ist beschädigt: %1</translation>
    </message>
    <message>
        <source>try again in a minute</source>
        <translation>versuchen Sie es in einer Minute noch einmal</translation>
    </message>
</context>
<context>
    <name>Commands</name>
    <message>
        <source>There is no open finding of this id</source>
        <translation>Einen offenen Fund mit dieser Nummer gibt es nicht</translation>
    </message>
    <message>
        <source>this lock file is of %1, not of %2</source>
        <translation>diese Lock-Datei ist von %1, nicht von %2</translation>
    </message>
    <message>
        <source>%1 (our side)</source>
        <translation>%1 (unsere Seite)</translation>
    </message>
    <message>
        <source>%1 (their side)</source>
        <translation>%1 (ihre Seite)</translation>
    </message>
    <message>
        <source>it was changed since it was read; nothing was written</source>
        <translation>sie wurde geändert, nachdem sie gelesen wurde; nichts wurde geschrieben</translation>
    </message>
    <message>
        <source>  left: %1: not reached, or not as it was shown any more</source>
        <translation>  gelassen: %1: nicht erreicht oder nicht mehr so, wie es gezeigt wurde</translation>
    </message>
    <message>
        <source>The branch is there already; commits it has of its own will be in the pull request.</source>
        <translation>Den Branch gibt es schon; eigene Commits, die er hat, werden im Pull-Request sein.</translation>
    </message>
    <message>
        <source>The branch has another %1 than %2; it is replaced.</source>
        <translation>Der Branch hat ein anderes %1 als %2; es wird ersetzt.</translation>
    </message>
    <message>
        <source>Whether that arrived is not known; the same command looks first.</source>
        <translation>Ob das ankam, ist nicht bekannt; derselbe Befehl sieht zuerst nach.</translation>
    </message>
    <message>
        <source>conflict %1:%2: one side had %3, the other %4; what the registry has could not be read</source>
        <translation>Konflikt %1:%2: Eine Seite hatte %3, die andere %4; was die Registry hat, konnte nicht gelesen werden</translation>
    </message>
</context>
<context>
    <name>DurableFile</name>
    <message>
        <source>another program is writing it</source>
        <translation>ein anderes Programm schreibt sie gerade</translation>
    </message>
</context>
<context>
    <name>FileSaving</name>
    <message>
        <source>%1 files (*.%2)</source>
        <translation>%1-Dateien (*.%2)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Alle Dateien (*)</translation>
    </message>
</context>
<context>
    <name>Files</name>
    <message>
        <source>it is no folder that can be read</source>
        <translation>es ist kein Ordner, der gelesen werden kann</translation>
    </message>
    <message>
        <source>there is no such folder</source>
        <translation>diesen Ordner gibt es nicht</translation>
    </message>
    <message>
        <source>it lies outside the folder</source>
        <translation>sie liegt außerhalb des Ordners</translation>
    </message>
</context>
<context>
    <name>Filter</name>
    <message>
        <source>The filter could not be understood at &quot;%1&quot;</source>
        <translation>Der Filter ist bei „%1“ nicht zu verstehen</translation>
    </message>
    <message>
        <source>expected %1 at character %2</source>
        <translation>erwartet: %1, an Stelle %2</translation>
    </message>
    <message>
        <source>a closing quote</source>
        <translation>ein schließendes Anführungszeichen</translation>
    </message>
    <message>
        <source>an age such as &gt;90d (m, h, d, w)</source>
        <translation>ein Alter wie &gt;90d (m, h, d, w)</translation>
    </message>
    <message>
        <source>a size such as &gt;1GiB (B, KiB, MiB, GiB, TiB)</source>
        <translation>eine Größe wie &gt;1GiB (B, KiB, MiB, GiB, TiB)</translation>
    </message>
    <message>
        <source>hub:, family:, variant:, kind:, tag:, name:, digest:, layer:, size: or age:</source>
        <translation>hub:, family:, variant:, kind:, tag:, name:, digest:, layer:, size: oder age:</translation>
    </message>
    <message>
        <source>a value after the colon</source>
        <translation>ein Wert nach dem Doppelpunkt</translation>
    </message>
    <message>
        <source>a glob (* ? [abc])</source>
        <translation>ein Muster (* ? [abc])</translation>
    </message>
</context>
<context>
    <name>Scan</name>
    <message>
        <source>it is not JSON: %1</source>
        <translation>es ist kein JSON: %1</translation>
    </message>
    <message>
        <source>reading %1</source>
        <translation>Lesen von %1</translation>
    </message>
    <message>
        <source>manifests not asked for any more: %1</source>
        <translation>nicht mehr abgefragte Manifeste: %1</translation>
    </message>
</context>
<context>
    <name>slipway::BudgetCard</name>
    <message>
        <source>Budgets</source>
        <translation>Budgets</translation>
    </message>
    <message numerus="yes">
        <source>%n over</source>
        <translation>
            <numerusform>%n überschritten</numerusform>
            <numerusform>%n überschritten</numerusform>
        </translation>
    </message>
    <message>
        <source>What is used of the budgets is being measured</source>
        <translation>Was von den Budgets belegt ist, wird gemessen</translation>
    </message>
    <message>
        <source>No budget is set: name some in the profile, or one in the settings</source>
        <translation>Kein Budget ist gesetzt: nennen Sie welche im Profil oder eines in den Einstellungen</translation>
    </message>
</context>
<context>
    <name>slipway::CodePane</name>
    <message numerus="yes">
        <source>%n unchanged lines</source>
        <translation>
            <numerusform>%n unveränderte Zeile</numerusform>
            <numerusform>%n unveränderte Zeilen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n lines</source>
        <translation>
            <numerusform>%n Zeile</numerusform>
            <numerusform>%n Zeilen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>slipway::CodeViewer</name>
    <message>
        <source>Text</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>Read only</source>
        <translation>Nur lesen</translation>
    </message>
    <message>
        <source>Files are changed where they are kept, not here</source>
        <translation>Dateien werden dort geändert, wo sie liegen, nicht hier</translation>
    </message>
    <message>
        <source>Reading %1</source>
        <translation>%1 wird gelesen</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Noch einmal versuchen</translation>
    </message>
    <message numerus="yes">
        <source>%n lines</source>
        <translation>
            <numerusform>%n Zeile</numerusform>
            <numerusform>%n Zeilen</numerusform>
        </translation>
    </message>
    <message>
        <source>The texts differ so much that not every common line was looked for.</source>
        <translation>Die Texte sind so verschieden, dass nicht jede gemeinsame Zeile gesucht wurde.</translation>
    </message>
</context>
<context>
    <name>slipway::DiffBar</name>
    <message>
        <source>Source</source>
        <translation>Quelltext</translation>
    </message>
    <message>
        <source>Diff with the registry</source>
        <translation>Vergleich mit der Registry</translation>
    </message>
    <message>
        <source>Diff with the folder</source>
        <translation>Vergleich mit dem Ordner</translation>
    </message>
    <message>
        <source>Diff with the repository</source>
        <translation>Vergleich mit dem Repository</translation>
    </message>
    <message>
        <source>Diff with the template</source>
        <translation>Vergleich mit der Vorlage</translation>
    </message>
    <message>
        <source>Side by side</source>
        <translation>Nebeneinander</translation>
    </message>
    <message>
        <source>Inline</source>
        <translation>Untereinander</translation>
    </message>
    <message>
        <source>Fold unchanged</source>
        <translation>Gleiches einklappen</translation>
    </message>
    <message>
        <source>What the file is compared with</source>
        <translation>Womit die Datei verglichen wird</translation>
    </message>
    <message>
        <source>Both texts beside one another</source>
        <translation>Beide Texte nebeneinander</translation>
    </message>
    <message>
        <source>What goes above what comes</source>
        <translation>Was wegfällt über dem, was hinzukommt</translation>
    </message>
    <message>
        <source>Previous difference</source>
        <translation>Voriger Unterschied</translation>
    </message>
    <message>
        <source>Next difference</source>
        <translation>Nächster Unterschied</translation>
    </message>
    <message>
        <source>Copy the diff</source>
        <translation>Unterschiede kopieren</translation>
    </message>
    <message>
        <source>There is nothing to compare this file with</source>
        <translation>Es gibt nichts, womit diese Datei verglichen werden kann</translation>
    </message>
    <message>
        <source>No difference</source>
        <translation>Kein Unterschied</translation>
    </message>
    <message numerus="yes">
        <source>%n changes</source>
        <translation>
            <numerusform>%n Änderung</numerusform>
            <numerusform>%n Änderungen</numerusform>
        </translation>
    </message>
    <message>
        <source>Change %1 of %2</source>
        <translation>Änderung %1 von %2</translation>
    </message>
    <message>
        <source>Diff with an earlier commit</source>
        <translation>Vergleich mit einem früheren Commit</translation>
    </message>
    <message>
        <source>The commit the file is compared with</source>
        <translation>Der Commit, mit dem die Datei verglichen wird</translation>
    </message>
    <message>
        <source>No line differs</source>
        <translation>Keine Zeile weicht ab</translation>
    </message>
</context>
<context>
    <name>slipway::DiffPanes</name>
    <message>
        <source>Left text</source>
        <translation>Linker Text</translation>
    </message>
    <message>
        <source>Right text</source>
        <translation>Rechter Text</translation>
    </message>
    <message>
        <source>Both texts</source>
        <translation>Beide Texte</translation>
    </message>
</context>
<context>
    <name>slipway::FilesBinding</name>
    <message>
        <source>%1 is not among the files that were found.</source>
        <translation>%1 ist nicht unter den gefundenen Dateien.</translation>
    </message>
</context>
<context>
    <name>slipway::FilesPage</name>
    <message>
        <source>In the folder</source>
        <translation>Im Ordner</translation>
    </message>
    <message>
        <source>In the repository</source>
        <translation>Im Repository</translation>
    </message>
    <message>
        <source>Template</source>
        <translation>Vorlage</translation>
    </message>
    <message>
        <source>In the registry</source>
        <translation>In der Registry</translation>
    </message>
    <message>
        <source>Looking for files</source>
        <translation>Dateien werden gesucht</translation>
    </message>
    <message>
        <source>They are listed at the left as they are found.</source>
        <translation>Sie erscheinen links, sobald sie gefunden sind.</translation>
    </message>
    <message>
        <source>No files yet</source>
        <translation>Noch keine Dateien</translation>
    </message>
    <message>
        <source>Choose the folder of a checkout, or link packages to a repository at GitHub.</source>
        <translation>Den Ordner eines Checkouts wählen oder Pakete bei GitHub mit einem Repository verknüpfen.</translation>
    </message>
    <message>
        <source>No file is chosen</source>
        <translation>Keine Datei gewählt</translation>
    </message>
    <message>
        <source>Choose one at the left.</source>
        <translation>Links eine wählen.</translation>
    </message>
    <message>
        <source>%1 is the same on both sides</source>
        <translation>%1 ist auf beiden Seiten gleich</translation>
    </message>
    <message numerus="yes">
        <source>%1 differs in %n places</source>
        <translation>
            <numerusform>%1 unterscheidet sich an %n Stelle</numerusform>
            <numerusform>%1 unterscheidet sich an %n Stellen</numerusform>
        </translation>
    </message>
    <message>
        <source>Files</source>
        <translation>Dateien</translation>
    </message>
    <message>
        <source>Choose folder…</source>
        <translation>Ordner wählen …</translation>
    </message>
    <message>
        <source>Shows the files of a checkout on this machine</source>
        <translation>Zeigt die Dateien eines Checkouts auf diesem Rechner</translation>
    </message>
    <message>
        <source>Repository</source>
        <translation>Repository</translation>
    </message>
    <message>
        <source>The repository whose files are shown</source>
        <translation>Das Repository, dessen Dateien gezeigt werden</translation>
    </message>
    <message>
        <source>Find in the file</source>
        <translation>In der Datei suchen</translation>
    </message>
    <message>
        <source>Find: next place</source>
        <translation>Suche: nächste Stelle</translation>
    </message>
    <message>
        <source>Find: previous place</source>
        <translation>Suche: vorige Stelle</translation>
    </message>
    <message>
        <source>Go to line…</source>
        <translation>Zu Zeile gehen …</translation>
    </message>
    <message>
        <source>Next difference</source>
        <translation>Nächster Unterschied</translation>
    </message>
    <message>
        <source>Previous difference</source>
        <translation>Voriger Unterschied</translation>
    </message>
    <message>
        <source>Copy the diff</source>
        <translation>Unterschiede kopieren</translation>
    </message>
    <message>
        <source>Choose the folder of files…</source>
        <translation>Ordner der Dateien wählen …</translation>
    </message>
    <message>
        <source>Show the profile&apos;s folder again</source>
        <translation>Wieder den Ordner des Profils zeigen</translation>
    </message>
    <message>
        <source>The folder of a checkout</source>
        <translation>Der Ordner eines Checkouts</translation>
    </message>
    <message>
        <source>In an earlier commit</source>
        <translation>In einem früheren Commit</translation>
    </message>
    <message>
        <source>In the commit %1</source>
        <translation>Im Commit %1</translation>
    </message>
    <message>
        <source>Open on GitHub</source>
        <translation>Auf GitHub öffnen</translation>
    </message>
    <message>
        <source>Validate all</source>
        <translation>Alle prüfen</translation>
    </message>
    <message>
        <source>Checks every file there is a rule for</source>
        <translation>Prüft alle Dateien, für die es eine Regel gibt</translation>
    </message>
    <message>
        <source>Shows this file in a browser</source>
        <translation>Zeigt diese Datei in einem Browser</translation>
    </message>
    <message>
        <source>Validate all files</source>
        <translation>Alle Dateien prüfen</translation>
    </message>
    <message>
        <source>Open the file on GitHub</source>
        <translation>Die Datei auf GitHub öffnen</translation>
    </message>
    <message>
        <source>Close the file</source>
        <translation>Die Datei schließen</translation>
    </message>
    <message>
        <source>No line of %1 differs</source>
        <translation>Keine Zeile von %1 weicht ab</translation>
    </message>
</context>
<context>
    <name>slipway::FileTree</name>
    <message>
        <source>Files</source>
        <translation>Dateien</translation>
    </message>
</context>
<context>
    <name>slipway::FileTreeModel</name>
    <message>
        <source>Templates</source>
        <translation>Vorlagen</translation>
    </message>
    <message>
        <source>Made from the profile and the packages there are</source>
        <translation>Erzeugt aus dem Profil und den vorhandenen Paketen</translation>
    </message>
    <message>
        <source>being read…</source>
        <translation>wird gelesen …</translation>
    </message>
    <message>
        <source>not read</source>
        <translation>nicht gelesen</translation>
    </message>
    <message>
        <source>no files</source>
        <translation>keine Dateien</translation>
    </message>
    <message>
        <source>not all</source>
        <translation>nicht alle</translation>
    </message>
</context>
<context>
    <name>slipway::FindBar</name>
    <message>
        <source>Find in the file</source>
        <translation>In der Datei suchen</translation>
    </message>
    <message>
        <source>Previous place</source>
        <translation>Vorige Stelle</translation>
    </message>
    <message>
        <source>Next place</source>
        <translation>Nächste Stelle</translation>
    </message>
    <message>
        <source>Close the search</source>
        <translation>Suche schließen</translation>
    </message>
    <message>
        <source>Nothing found</source>
        <translation>Nichts gefunden</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <comment>places</comment>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>Searching…</source>
        <translation>Wird gesucht …</translation>
    </message>
</context>
<context>
    <name>slipway::LineBar</name>
    <message>
        <source>Go to line</source>
        <translation>Zu Zeile</translation>
    </message>
    <message>
        <source>of %1</source>
        <comment>lines of a file</comment>
        <translation>von %1</translation>
    </message>
    <message>
        <source>There are lines 1 to %1</source>
        <translation>Es gibt die Zeilen 1 bis %1</translation>
    </message>
</context>
<context>
    <name>Stepper</name>
    <message>
        <source>done</source>
        <translation>fertig</translation>
    </message>
    <message>
        <source>active</source>
        <translation>läuft</translation>
    </message>
    <message>
        <source>paused</source>
        <translation>angehalten</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>fehlgeschlagen</translation>
    </message>
    <message>
        <source>skipped</source>
        <translation>übersprungen</translation>
    </message>
    <message>
        <source>waiting</source>
        <translation>wartet</translation>
    </message>
    <message>
        <source>%1 of %2 steps done</source>
        <translation>%1 von %2 Schritten fertig</translation>
    </message>
    <message>
        <source>Step %1 of %2, %3: %4</source>
        <translation>Schritt %1 von %2, %3: %4</translation>
    </message>
</context>
<context>
    <name>Store</name>
    <message>
        <source>schema %1, this one knows %2</source>
        <translation>Schema %1, dieses hier kennt %2</translation>
    </message>
</context>
<context>
    <name>Subject</name>
    <message>
        <source>the owner &quot;%1&quot;</source>
        <translation>der Eigentümer „%1“</translation>
    </message>
    <message>
        <source>the packages of %1</source>
        <translation>die Pakete von %1</translation>
    </message>
    <message>
        <source>the billing of %1</source>
        <translation>die Abrechnung von %1</translation>
    </message>
    <message>
        <source>the versions of %1</source>
        <translation>die Versionen von %1</translation>
    </message>
    <message>
        <source>version %1 of %2</source>
        <translation>Version %1 von %2</translation>
    </message>
    <message>
        <source>the registry token for %1</source>
        <translation>das Registry-Token für %1</translation>
    </message>
    <message>
        <source>the server and your token</source>
        <translation>der Server und Ihr Token</translation>
    </message>
    <message>
        <source>your account</source>
        <translation>Ihr Konto</translation>
    </message>
    <message>
        <source>your organisations</source>
        <translation>Ihre Organisationen</translation>
    </message>
    <message>
        <source>the files of %1</source>
        <translation>die Dateien von %1</translation>
    </message>
    <message>
        <source>%1 in %2</source>
        <translation>%1 in %2</translation>
    </message>
    <message>
        <source>it is no file</source>
        <translation>es ist keine Datei</translation>
    </message>
    <message>
        <source>it has %1; files of up to %2 are shown</source>
        <translation>sie hat %1; gezeigt werden Dateien bis %2</translation>
    </message>
    <message>
        <source>the issues of %1</source>
        <translation>die Issues von %1</translation>
    </message>
    <message>
        <source>issue %1 of %2</source>
        <translation>Issue %1 von %2</translation>
    </message>
    <message>
        <source>the pull requests of %1</source>
        <translation>die Pull-Requests von %1</translation>
    </message>
    <message>
        <source>pull request %1 of %2</source>
        <translation>Pull-Request %1 von %2</translation>
    </message>
    <message>
        <source>the branch %1 of %2</source>
        <translation>der Branch %1 von %2</translation>
    </message>
    <message>
        <source>%1 in the branch %2 of %3</source>
        <translation>%1 im Branch %2 von %3</translation>
    </message>
    <message>
        <source>the repository %1</source>
        <translation>das Repository %1</translation>
    </message>
    <message>
        <source>%1 has no commit yet</source>
        <translation>%1 hat noch keinen Commit</translation>
    </message>
    <message>
        <source>push a first one</source>
        <translation>einen ersten pushen</translation>
    </message>
    <message>
        <source>%1 is %2 now</source>
        <translation>%1 heißt jetzt %2</translation>
    </message>
    <message>
        <source>change its name in the profile</source>
        <translation>den Namen im Profil ändern</translation>
    </message>
    <message>
        <source>the commits of %1 in %2</source>
        <translation>die Commits von %1 in %2</translation>
    </message>
</context>
<context>
    <name>WindowStateFile</name>
    <message>
        <source>not in the form this version writes</source>
        <translation>nicht in der Form, die diese Version schreibt</translation>
    </message>
</context>
<context>
    <name>slipway</name>
    <message>
        <source>Wait for the limit to be reset, then try again.</source>
        <translation>Warten Sie, bis das Limit zurückgesetzt ist, und versuchen Sie es erneut.</translation>
    </message>
    <message>
        <source>Try again in %1 s.</source>
        <translation>Versuchen Sie es in %1 s erneut.</translation>
    </message>
    <message>
        <source>Try again in %1 min.</source>
        <translation>Versuchen Sie es in %1 min erneut.</translation>
    </message>
    <message>
        <source>The server refused the token for %1</source>
        <translation>Der Server hat das Token abgelehnt: %1</translation>
    </message>
    <message>
        <source>Check that the token is whole and has not expired, then set it again.</source>
        <translation>Prüfen Sie, ob das Token vollständig und noch gültig ist, und setzen Sie es neu.</translation>
    </message>
    <message>
        <source>The token may not read %1</source>
        <translation>Das Token reicht nicht zum Lesen: %1</translation>
    </message>
    <message>
        <source>Use a classic token with the scope read:packages, and authorise it for single sign-on if the organisation asks for that.</source>
        <translation>Verwenden Sie ein klassisches Token mit dem Recht read:packages und geben Sie es für Single Sign-on frei, wenn die Organisation das verlangt.</translation>
    </message>
    <message>
        <source>%1 was not found</source>
        <translation>Nicht gefunden: %1</translation>
    </message>
    <message>
        <source>Check the spelling. GitHub answers the same when the token may not see it: check its access too.</source>
        <translation>Prüfen Sie die Schreibweise. GitHub antwortet ebenso, wenn das Token nichts davon sehen darf: Prüfen Sie auch dessen Rechte.</translation>
    </message>
    <message>
        <source>The rate limit for %1 is used up</source>
        <translation>Das Anfragelimit ist aufgebraucht: %1</translation>
    </message>
    <message>
        <source>%1 did not answer in time</source>
        <translation>Keine rechtzeitige Antwort: %1</translation>
    </message>
    <message>
        <source>Try again; if it stays so, check the network.</source>
        <translation>Versuchen Sie es erneut; bleibt es dabei, prüfen Sie das Netz.</translation>
    </message>
    <message>
        <source>No secure connection to %1</source>
        <translation>Keine sichere Verbindung zu %1</translation>
    </message>
    <message>
        <source>Check the address and the date of this machine; a proxy with its own certificate must be trusted by the system first.</source>
        <translation>Prüfen Sie die Adresse und das Datum dieses Rechners; einem Proxy mit eigenem Zertifikat muss zuerst das System vertrauen.</translation>
    </message>
    <message>
        <source>%1 has a problem of its own</source>
        <translation>Der Server hat selbst ein Problem: %1</translation>
    </message>
    <message>
        <source>Try again in some minutes.</source>
        <translation>Versuchen Sie es in einigen Minuten erneut.</translation>
    </message>
    <message>
        <source>%1 points to another host, which was not followed</source>
        <translation>%1 verweist auf einen anderen Host; dem wurde nicht gefolgt</translation>
    </message>
    <message>
        <source>Check the address of the server; the token was not sent there.</source>
        <translation>Prüfen Sie die Adresse des Servers; das Token wurde nicht dorthin gesendet.</translation>
    </message>
    <message>
        <source>%1 is not encrypted</source>
        <translation>%1 ist nicht verschlüsselt</translation>
    </message>
    <message>
        <source>Use https; plain http is accepted for this machine only.</source>
        <translation>Verwenden Sie https; http ist nur für diesen Rechner erlaubt.</translation>
    </message>
    <message>
        <source>%1 is not known here yet</source>
        <translation>Hier noch nicht bekannt: %1</translation>
    </message>
    <message>
        <source>Go online once to read it.</source>
        <translation>Gehen Sie einmal online, um es zu lesen.</translation>
    </message>
    <message>
        <source>No connection to %1</source>
        <translation>Keine Verbindung zu %1</translation>
    </message>
    <message>
        <source>Check that the address is right and the server is running.</source>
        <translation>Prüfen Sie, ob die Adresse stimmt und der Server läuft.</translation>
    </message>
    <message>
        <source>The answer for %1 is not JSON</source>
        <translation>Die Antwort ist kein JSON: %1</translation>
    </message>
    <message>
        <source>Check that the address is the one of the API; a proxy or login page may answer in its place.</source>
        <translation>Prüfen Sie, ob es die Adresse der API ist; vielleicht antwortet an ihrer Stelle ein Proxy oder eine Anmeldeseite.</translation>
    </message>
    <message>
        <source>The content of %1 does not match its digest</source>
        <translation>Der Inhalt passt nicht zum Digest: %1</translation>
    </message>
    <message>
        <source>Do not use it. Read it again; if it stays so, restore or rebuild the image.</source>
        <translation>Verwenden Sie ihn nicht. Lesen Sie ihn erneut; bleibt es dabei, stellen Sie das Image wieder her oder bauen Sie es neu.</translation>
    </message>
    <message>
        <source>The registry has no manifest %1, though it is listed</source>
        <translation>Die Registry hat kein Manifest %1, obwohl es aufgeführt ist</translation>
    </message>
    <message>
        <source>The image cannot be pulled whole: restore the missing version, or rebuild it.</source>
        <translation>Das Image lässt sich nicht vollständig ziehen: Stellen Sie die fehlende Version wieder her, oder bauen Sie es neu.</translation>
    </message>
    <message>
        <source>The index %1 contains itself</source>
        <translation>Der Index %1 enthält sich selbst</translation>
    </message>
    <message>
        <source>It cannot be pulled. Push the image again from its build.</source>
        <translation>Er lässt sich nicht ziehen. Pushen Sie das Image erneut aus seinem Build.</translation>
    </message>
    <message>
        <source>Stopped: %1.</source>
        <translation>Angehalten: %1.</translation>
    </message>
    <message>
        <source>What was known before is kept.</source>
        <translation>Was vorher bekannt war, bleibt erhalten.</translation>
    </message>
    <message>
        <source>The server gave an answer for %1 that was not expected</source>
        <translation>Der Server hat unerwartet geantwortet: %1</translation>
    </message>
    <message>
        <source>Try again; if it stays so, check the address of the server.</source>
        <translation>Versuchen Sie es erneut; bleibt es dabei, prüfen Sie die Adresse des Servers.</translation>
    </message>
    <message>
        <source>%1 could not be understood</source>
        <translation>Nicht zu verstehen: %1</translation>
    </message>
    <message>
        <source>Correct the file and try again; nothing was changed.</source>
        <translation>Berichtigen Sie die Datei und versuchen Sie es erneut; nichts wurde geändert.</translation>
    </message>
    <message>
        <source>%1 could not be read or written</source>
        <translation>Nicht lesbar oder nicht schreibbar: %1</translation>
    </message>
    <message>
        <source>Free space on its disk and try again.</source>
        <translation>Geben Sie auf dessen Datenträger Platz frei und versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>Check that it exists and that you may use it.</source>
        <translation>Prüfen Sie, ob es vorhanden ist und ob Sie darauf zugreifen dürfen.</translation>
    </message>
    <message>
        <source>The local store is damaged: %1</source>
        <translation>Der lokale Speicher ist beschädigt: %1</translation>
    </message>
    <message>
        <source>Close every Slipway and open it again: the file is set aside, and everything is read anew.</source>
        <translation>Schließen Sie jedes Slipway und öffnen Sie es wieder: Die Datei wird beiseitegelegt und alles neu gelesen.</translation>
    </message>
    <message>
        <source>The local store refused: %1</source>
        <translation>Der lokale Speicher hat abgelehnt: %1</translation>
    </message>
    <message>
        <source>Check the free space and the rights of the data folder.</source>
        <translation>Prüfen Sie den freien Platz und die Rechte des Datenordners.</translation>
    </message>
    <message>
        <source>See --help.</source>
        <translation>Siehe --help.</translation>
    </message>
    <message>
        <source>Refused: %1</source>
        <translation>Verweigert: %1</translation>
    </message>
    <message>
        <source>Nothing was changed.</source>
        <translation>Es wurde nichts geändert.</translation>
    </message>
    <message>
        <source>just now</source>
        <translation>gerade eben</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1 min</translation>
    </message>
    <message>
        <source>%1 h</source>
        <translation>%1 h</translation>
    </message>
    <message>
        <source>%1 d</source>
        <translation>%1 d</translation>
    </message>
    <message>
        <source>%1 y</source>
        <translation>%1 J</translation>
    </message>
    <message>
        <source>The log file cannot be written; logging goes on without it.</source>
        <translation>Die Protokolldatei lässt sich nicht schreiben; es geht ohne sie weiter.</translation>
    </message>
    <message>
        <source>This system has no keychain for %1</source>
        <translation>Dieses System hat keinen Schlüsselbund für %1</translation>
    </message>
    <message>
        <source>Start one, GNOME Keyring, KWallet or KeePassXC, or keep the token in an environment variable.</source>
        <translation>Starten Sie einen, GNOME Keyring, KWallet oder KeePassXC, oder legen Sie das Token in eine Umgebungsvariable.</translation>
    </message>
    <message>
        <source>The system keychain gave no access to %1</source>
        <translation>Der Schlüsselbund des Systems gab keinen Zugriff auf %1</translation>
    </message>
    <message>
        <source>Unlock it and allow the access, then try again.</source>
        <translation>Entsperren Sie ihn, erlauben Sie den Zugriff und versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>There is no token in %1</source>
        <translation>Es steht kein Token in %1</translation>
    </message>
    <message>
        <source>%1 is not installed</source>
        <translation>%1 ist nicht installiert</translation>
    </message>
    <message>
        <source>Install it, or give the token another way.</source>
        <translation>Installieren Sie es, oder geben Sie das Token auf anderem Weg an.</translation>
    </message>
    <message>
        <source>An account needs a name of one line</source>
        <translation>Ein Konto braucht einen Namen aus einer Zeile</translation>
    </message>
    <message>
        <source>There is an account of that name already</source>
        <translation>Ein Konto dieses Namens gibt es schon</translation>
    </message>
    <message>
        <source>An account needs an owner whose packages are shown</source>
        <translation>Ein Konto braucht einen Eigentümer, dessen Pakete gezeigt werden</translation>
    </message>
    <message>
        <source>This is no login of an organisation or user</source>
        <translation>So heißt keine Organisation und kein Benutzer</translation>
    </message>
    <message>
        <source>This cannot be the name of an environment variable</source>
        <translation>So kann keine Umgebungsvariable heißen</translation>
    </message>
    <message>
        <source>Classic personal access token</source>
        <translation>Klassisches persönliches Zugriffstoken</translation>
    </message>
    <message>
        <source>Fine-grained personal access token</source>
        <translation>Feingranulares persönliches Zugriffstoken</translation>
    </message>
    <message>
        <source>OAuth token, as gh has one</source>
        <translation>OAuth-Token, wie gh eines hat</translation>
    </message>
    <message>
        <source>Token of an app for a user</source>
        <translation>Token einer App für einen Benutzer</translation>
    </message>
    <message>
        <source>Token of an app or workflow</source>
        <translation>Token einer App oder eines Workflows</translation>
    </message>
    <message>
        <source>Token of an unknown kind</source>
        <translation>Token unbekannter Art</translation>
    </message>
    <message>
        <source>Read packages and versions</source>
        <translation>Pakete und Versionen lesen</translation>
    </message>
    <message>
        <source>See sizes, layers and signatures</source>
        <translation>Größen, Schichten und Signaturen sehen</translation>
    </message>
    <message>
        <source>Delete versions</source>
        <translation>Versionen löschen</translation>
    </message>
    <message>
        <source>Restore versions and move tags</source>
        <translation>Versionen wiederherstellen, Tags setzen</translation>
    </message>
    <message>
        <source>Run workflows and read builds</source>
        <translation>Workflows starten, Builds lesen</translation>
    </message>
    <message>
        <source>Open pull requests</source>
        <translation>Pull Requests öffnen</translation>
    </message>
    <message>
        <source>See runners</source>
        <translation>Runner sehen</translation>
    </message>
    <message>
        <source>Read what GitHub bills</source>
        <translation>Abrechnung von GitHub lesen</translation>
    </message>
    <message>
        <source>Only public packages are seen.</source>
        <translation>Nur öffentliche Pakete sind zu sehen.</translation>
    </message>
    <message>
        <source>Private images have no sizes.</source>
        <translation>Private Images haben keine Größen.</translation>
    </message>
    <message>
        <source>Cleanup plans, but deletes nothing.</source>
        <translation>Das Aufräumen plant, löscht aber nichts.</translation>
    </message>
    <message>
        <source>Deleted versions cannot be brought back.</source>
        <translation>Gelöschte Versionen bleiben gelöscht.</translation>
    </message>
    <message>
        <source>Builds are not started or shown.</source>
        <translation>Builds werden weder gestartet noch gezeigt.</translation>
    </message>
    <message>
        <source>Changes are saved as files only.</source>
        <translation>Änderungen werden nur als Dateien gespeichert.</translation>
    </message>
    <message>
        <source>Runners are not shown.</source>
        <translation>Runner werden nicht gezeigt.</translation>
    </message>
    <message>
        <source>Costs are estimated from sizes.</source>
        <translation>Kosten werden aus Größen geschätzt.</translation>
    </message>
    <message>
        <source>Granted</source>
        <translation>Erteilt</translation>
    </message>
    <message>
        <source>Missing</source>
        <translation>Fehlt</translation>
    </message>
    <message>
        <source>Not known</source>
        <translation>Unbekannt</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>Abgelehnt</translation>
    </message>
    <message>
        <source>GitHub&apos;s registry refuses fine-grained tokens. Make a classic token with the scope read:packages.</source>
        <translation>Die Registry von GitHub lehnt feingranulare Tokens ab. Erstellen Sie ein klassisches mit dem Scope read:packages.</translation>
    </message>
    <message>
        <source>The token lacks %1: private packages cannot be read.</source>
        <translation>Dem Token fehlt %1: Private Pakete sind nicht lesbar.</translation>
    </message>
    <message>
        <source>The token can read. It lacks %1.</source>
        <translation>Das Token kann lesen. Ihm fehlt %1.</translation>
    </message>
    <message>
        <source>GitHub does not tell what this kind of token may do. Packages of its own repository can be read.</source>
        <translation>GitHub sagt nicht, was diese Art Token darf. Pakete des eigenen Repositorys sind lesbar.</translation>
    </message>
    <message>
        <source>The token has every scope that is needed.</source>
        <translation>Das Token hat jeden Scope, der gebraucht wird.</translation>
    </message>
    <message>
        <source>expired</source>
        <translation>abgelaufen</translation>
    </message>
    <message>
        <source>expires in %1 h</source>
        <translation>läuft in %1 h ab</translation>
    </message>
    <message>
        <source>expires in %1 d</source>
        <translation>läuft in %1 d ab</translation>
    </message>
    <message>
        <source>The answer for %1 is not as specified</source>
        <translation>Die Antwort entspricht nicht der Spezifikation: %1</translation>
    </message>
    <message>
        <source>Read again. If it stays so, the server is another version than Slipway knows: report it.</source>
        <translation>Lesen Sie erneut. Bleibt es dabei, hat der Server eine andere Version, als Slipway sie kennt: Melden Sie es.</translation>
    </message>
    <message>
        <source>The manifest %1 is not as specified</source>
        <translation>Das Manifest entspricht nicht der Spezifikation: %1</translation>
    </message>
    <message>
        <source>It is shown as unreadable. Build and push the image again.</source>
        <translation>Es wird als unlesbar angezeigt. Bauen und pushen Sie das Image neu.</translation>
    </message>
    <message>
        <source>The local store %1 was written by a newer Slipway</source>
        <translation>Der lokale Speicher %1 wurde von einem neueren Slipway geschrieben</translation>
    </message>
    <message>
        <source>Update this one, or use another data folder with --data-dir.</source>
        <translation>Aktualisieren Sie dieses hier, oder nehmen Sie mit --data-dir einen anderen Datenordner.</translation>
    </message>
    <message>
        <source>An older Slipway has the local store %1 open</source>
        <translation>Ein älteres Slipway hat den lokalen Speicher %1 geöffnet</translation>
    </message>
    <message>
        <source>Close it, then try again.</source>
        <translation>Schließen Sie es, und versuchen Sie es dann noch einmal.</translation>
    </message>
    <message>
        <source>Add the account again, or set the token there.</source>
        <translation>Fügen Sie das Konto neu hinzu, oder setzen Sie das Token dort.</translation>
    </message>
    <message>
        <source>%1 is in the lock file, and there is no such package.</source>
        <translation>%1 steht in der Lock-Datei, und es gibt kein solches Paket.</translation>
    </message>
    <message>
        <source>%1 is in the lock file, and the package has no such tag.</source>
        <translation>%1 steht in der Lock-Datei, und das Paket hat kein solches Tag.</translation>
    </message>
    <message>
        <source>%1 is not in the lock file.</source>
        <translation>%1 steht nicht in der Lock-Datei.</translation>
    </message>
    <message>
        <source>%1 is %2, the lock file says %3.</source>
        <translation>%1 ist %2, die Lock-Datei nennt %3.</translation>
    </message>
    <message>
        <source>It is built on %1, a tag that is no longer there.</source>
        <translation>Es baut auf %1 auf, einem Tag, das es nicht mehr gibt.</translation>
    </message>
    <message>
        <source>It is built on %1 as it was at %2; the tag is on %3 now.</source>
        <translation>Es baut auf %1 auf, als das Tag auf %2 stand; jetzt steht es auf %3.</translation>
    </message>
    <message>
        <source>It is built on %1, one version behind.</source>
        <translation>Es baut auf %1 auf, eine Version zurück.</translation>
    </message>
    <message>
        <source>It is built on %1, %2 versions behind.</source>
        <translation>Es baut auf %1 auf, %2 Versionen zurück.</translation>
    </message>
    <message>
        <source>It is built on %1, which is not the base&apos;s latest version.</source>
        <translation>Es baut auf %1 auf, und das ist nicht die neueste Version der Basis.</translation>
    </message>
    <message>
        <source>Of %1 layers it has to share with %2 it shares %3; they diverge at layer %4</source>
        <translation>Von %1 Schichten, die es mit %2 teilen soll, teilt es %3; ab Schicht %4 weichen sie ab</translation>
    </message>
    <message>
        <source>, and %1 are stored twice.</source>
        <translation>, und %1 sind doppelt gespeichert.</translation>
    </message>
    <message>
        <source>Its packages differ from those of %1: %2.</source>
        <translation>Seine Pakete sind andere als die von %1: %2.</translation>
    </message>
    <message>
        <source>Its packages differ from those of %1: %2 and %3 more.</source>
        <translation>Seine Pakete sind andere als die von %1: %2 und %3 weitere.</translation>
    </message>
    <message>
        <source>It is the very image of %1 (%2): the GPU build is not one.</source>
        <translation>Es ist dasselbe Image wie %1 (%2): Der GPU-Build ist keiner.</translation>
    </message>
    <message>
        <source>It has CUDA %1, the pin is %2.</source>
        <translation>Es hat CUDA %1, festgelegt ist %2.</translation>
    </message>
    <message>
        <source>%1 runs %2, the tag is on %3.</source>
        <translation>Auf %1 läuft %2, das Tag steht auf %3.</translation>
    </message>
    <message>
        <source>%1 could not be checked for %2: it could not be read whole.</source>
        <translation>%1 konnte nicht auf %2 geprüft werden: Es war nicht vollständig zu lesen.</translation>
    </message>
    <message>
        <source>%1 does not say which CUDA it has.</source>
        <translation>%1 nennt seine CUDA-Version nicht.</translation>
    </message>
    <message>
        <source>%1 could not be checked for sbom: an SBOM could not be read.</source>
        <translation>%1 konnte nicht auf sbom geprüft werden: Eine SBOM war nicht zu lesen.</translation>
    </message>
    <message>
        <source>This finding is resolved, there is nothing to acknowledge</source>
        <translation>Dieser Befund ist behoben, es gibt nichts zur Kenntnis zu nehmen</translation>
    </message>
    <message>
        <source>A finding is acknowledged with a reason</source>
        <translation>Ein Befund wird mit einer Begründung zur Kenntnis genommen</translation>
    </message>
    <message>
        <source>A finding is acknowledged until a time that is yet to come</source>
        <translation>Ein Befund wird bis zu einem Zeitpunkt zur Kenntnis genommen, der noch kommt</translation>
    </message>
    <message>
        <source>it has %1; files of up to %2 are shown</source>
        <translation>sie hat %1; gezeigt werden Dateien bis %2</translation>
    </message>
    <message>
        <source>it is UTF-16; save it as UTF-8</source>
        <translation>sie ist in UTF-16; als UTF-8 speichern</translation>
    </message>
    <message>
        <source>it is a binary file</source>
        <translation>es ist eine Binärdatei</translation>
    </message>
    <message>
        <source>line %1 is not UTF-8</source>
        <translation>Zeile %1 ist nicht UTF-8</translation>
    </message>
    <message>
        <source>it is a folder</source>
        <translation>es ist ein Ordner</translation>
    </message>
    <message>
        <source>this lock file is of %1, not of %2</source>
        <translation>diese Lockdatei ist von %1, nicht von %2</translation>
    </message>
    <message>
        <source>Not everything could be read; what was pinned of it stays.</source>
        <translation>Nicht alles konnte gelesen werden; was davon festgehalten war, bleibt.</translation>
    </message>
    <message>
        <source>the commits of %1</source>
        <translation>die Commits von %1</translation>
    </message>
    <message>
        <source>%1 in commit %2</source>
        <translation>%1 im Commit %2</translation>
    </message>
    <message>
        <source>that is no commit</source>
        <translation>das ist kein Commit</translation>
    </message>
    <message>
        <source>the token may not change %1</source>
        <translation>das Token darf %1 nicht ändern</translation>
    </message>
    <message>
        <source>%1 is not there, or the token may not change it: it needs the scope repo, for files of workflows also the scope workflow</source>
        <translation>%1 gibt es nicht, oder das Token darf es nicht ändern: es braucht den Scope repo, für Dateien von Workflows auch den Scope workflow</translation>
    </message>
    <message>
        <source>GitHub did not take the change of %1</source>
        <translation>GitHub hat die Änderung nicht übernommen: %1</translation>
    </message>
    <message>
        <source>%1 is switched off</source>
        <translation>Abgeschaltet: %1</translation>
    </message>
    <message>
        <source>GitHub did not accept the change of %1</source>
        <translation>GitHub hat die Änderung nicht angenommen: %1</translation>
    </message>
    <message>
        <source>issue %1 was opened without the label %2: the token may not set labels</source>
        <translation>Issue %1 wurde ohne das Label %2 angelegt: das Token darf keine Labels setzen</translation>
    </message>
    <message>
        <source>set it by hand, or it is opened again the next time</source>
        <translation>es von Hand setzen, sonst wird das Issue beim nächsten Mal noch einmal angelegt</translation>
    </message>
    <message>
        <source>%1 is archived and takes no changes</source>
        <translation>%1 ist archiviert und nimmt keine Änderungen an</translation>
    </message>
    <message>
        <source>%1 has its issues switched off</source>
        <translation>in %1 sind Issues abgeschaltet</translation>
    </message>
    <message>
        <source>the token&apos;s owner may not set labels in %1</source>
        <translation>wem das Token gehört, darf in %1 keine Labels setzen</translation>
    </message>
    <message>
        <source>ask for the role Write</source>
        <translation>um die Rolle „Write“ bitten</translation>
    </message>
    <message>
        <source>The branch of a pull request is another one than %1</source>
        <translation>Der Branch eines Pull-Requests ist ein anderer als %1</translation>
    </message>
    <message>
        <source>the token&apos;s owner may not push to %1</source>
        <translation>wem das Token gehört, darf nicht nach %1 pushen</translation>
    </message>
    <message>
        <source>%1 was changed in %2 since it was shown</source>
        <translation>%1 wurde in %2 geändert, seit es gezeigt wurde</translation>
    </message>
    <message>
        <source>look at the change again</source>
        <translation>die Änderung noch einmal ansehen</translation>
    </message>
    <message>
        <source>the branch %1 of %2</source>
        <translation>der Branch %1 von %2</translation>
    </message>
    <message>
        <source>%1 is the default branch of %2: a pull request has one of its own</source>
        <translation>%1 ist der Standard-Branch von %2: ein Pull Request hat einen eigenen</translation>
    </message>
    <message>
        <source>the branch %1 of %2 is there already and is not Slipway&apos;s</source>
        <translation>den Branch %1 von %2 gibt es schon, und er ist nicht von Slipway</translation>
    </message>
    <message>
        <source>name another one, or delete it</source>
        <translation>einen anderen nennen oder ihn löschen</translation>
    </message>
    <message>
        <source>ask for the role Triage or Write</source>
        <translation>um die Rolle Triage oder Write bitten</translation>
    </message>
    <message>
        <source>pull request %1 of the branch %2 is to be merged into %3, not into %4</source>
        <translation>Pull-Request %1 des Branchs %2 soll nach %3, nicht nach %4</translation>
    </message>
    <message>
        <source>name another branch, or close it</source>
        <translation>einen anderen Branch nennen oder ihn schließen</translation>
    </message>
    <message>
        <source>the branch %1 was changed since it was shown</source>
        <translation>der Branch %1 wurde geändert, seit er gezeigt wurde</translation>
    </message>
    <message>
        <source>%1 could not be checked for base: its base&apos;s versions could not all be read.</source>
        <translation>%1 konnte nicht auf base geprüft werden: Nicht alle Versionen der Basis konnten gelesen werden.</translation>
    </message>
</context>
<context>
    <name>slipway::AccessBadge</name>
    <message>
        <source>Slipway was started with --read-only: it changes nothing on any server.</source>
        <translation>Slipway wurde mit --read-only gestartet: Es ändert auf keinem Server etwas.</translation>
    </message>
    <message>
        <source>This account is read-only: nothing is changed with it on any server. The account says so under Manage accounts.</source>
        <translation>Dieses Konto liest nur: Mit ihm wird auf keinem Server etwas geändert. So steht es beim Konto unter Konten verwalten.</translation>
    </message>
    <message>
        <source>Read-only</source>
        <translation>Nur lesen</translation>
    </message>
</context>
<context>
    <name>slipway::AccountRows</name>
    <message>
        <source>Make default</source>
        <translation>Als Standard</translation>
    </message>
    <message>
        <source>Make %1 the default</source>
        <translation>%1 zum Standard machen</translation>
    </message>
    <message>
        <source>%1 on %2</source>
        <translation>%1 auf %2</translation>
    </message>
    <message>
        <source>%1. A window opens it first.</source>
        <translation>%1. Ein Fenster öffnet es zuerst.</translation>
    </message>
    <message>
        <source>Remove…</source>
        <translation>Entfernen …</translation>
    </message>
    <message>
        <source>Remove %1</source>
        <translation>%1 entfernen</translation>
    </message>
    <message>
        <source>Remove account</source>
        <translation>Konto entfernen</translation>
    </message>
    <message>
        <source>Its token leaves the keychain. What was read stays.</source>
        <translation>Sein Token verlässt den Schlüsselbund. Was gelesen wurde, bleibt.</translation>
    </message>
</context>
<context>
    <name>slipway::AcknowledgeDialog</name>
    <message>
        <source>Acknowledge a finding</source>
        <translation>Einen Fund zur Kenntnis nehmen</translation>
    </message>
    <message>
        <source>Until</source>
        <translation>Bis</translation>
    </message>
    <message>
        <source>Acknowledge</source>
        <translation>Zur Kenntnis nehmen</translation>
    </message>
    <message>
        <source>Until then it is listed as acknowledged and fails no check on this machine; after that it is open again. It stays in the finding&apos;s history.</source>
        <translation>Bis dahin gilt er als bekannt und lässt auf diesem Rechner keine Prüfung scheitern; danach ist er wieder offen. In seiner Geschichte bleibt es stehen.</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Grund</translation>
    </message>
    <message>
        <source>Rebuild is scheduled</source>
        <translation>Neubau ist eingeplant</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
</context>
<context>
    <name>slipway::ActionStates</name>
    <message>
        <source>shown</source>
        <translation>gezeigt</translation>
    </message>
    <message>
        <source>hidden</source>
        <translation>verborgen</translation>
    </message>
    <message>
        <source>collapsed</source>
        <translation>eingeklappt</translation>
    </message>
    <message>
        <source>expanded</source>
        <translation>ausgeklappt</translation>
    </message>
    <message>
        <source>chosen</source>
        <translation>gewählt</translation>
    </message>
</context>
<context>
    <name>slipway::AddAccountDialog</name>
    <message>
        <source>Add an account</source>
        <translation>Konto hinzufügen</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Checking the token</source>
        <translation>Token wird geprüft</translation>
    </message>
    <message>
        <source>Check token</source>
        <translation>Token prüfen</translation>
    </message>
    <message>
        <source>Checking…</source>
        <translation>Wird geprüft …</translation>
    </message>
    <message>
        <source>Add account</source>
        <translation>Konto hinzufügen</translation>
    </message>
    <message>
        <source>Adding…</source>
        <translation>Wird hinzugefügt …</translation>
    </message>
</context>
<context>
    <name>slipway::ApiLimitMeter</name>
    <message>
        <source>API limit: %1</source>
        <translation>API-Limit: %1</translation>
    </message>
    <message>
        <source>until %1</source>
        <translation>bis %1</translation>
    </message>
    <message>
        <source>API pauses</source>
        <translation>API-Pause</translation>
    </message>
    <message>
        <source>GitHub&apos;s hourly limit is used up. Reading goes on by itself at %1.</source>
        <translation>Das Stundenlimit von GitHub ist verbraucht. Das Lesen geht um %1 von selbst weiter.</translation>
    </message>
    <message>
        <source>GitHub asked for a pause. Reading goes on by itself at %1.</source>
        <translation>GitHub hat um eine Pause gebeten. Das Lesen geht um %1 von selbst weiter.</translation>
    </message>
    <message>
        <source>What is left of GitHub&apos;s hourly limit is kept for what you do yourself. Automatic reading goes on at %1.</source>
        <translation>Der Rest des Stundenlimits von GitHub bleibt für das, was Sie selbst tun. Das selbsttätige Lesen geht um %1 weiter.</translation>
    </message>
    <message>
        <source>API limit</source>
        <translation>API-Limit</translation>
    </message>
    <message>
        <source>Not known</source>
        <translation>Unbekannt</translation>
    </message>
    <message>
        <source>GitHub tells the limit with its first answer.</source>
        <translation>GitHub nennt das Limit mit der ersten Antwort.</translation>
    </message>
    <message>
        <source>Requests left of GitHub&apos;s hourly limit. It is reset at %1.</source>
        <translation>Verbleibende Anfragen von GitHubs Stundenlimit. Es wird um %1 zurückgesetzt.</translation>
    </message>
    <message>
        <source>Requests left of GitHub&apos;s hourly limit.</source>
        <translation>Verbleibende Anfragen von GitHubs Stundenlimit.</translation>
    </message>
</context>
<context>
    <name>slipway::Breadcrumb</name>
    <message>
        <source>You are at %1</source>
        <translation>Sie sind bei %1</translation>
    </message>
</context>
<context>
    <name>slipway::BudgetNotices</name>
    <message>
        <source>%1: %2</source>
        <comment>an owner, what its storage has reached</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Storage has reached %1 % of its budget</source>
        <translation>Der Speicher hat %1 % seines Budgets erreicht</translation>
    </message>
    <message>
        <source>%2 has reached %1 % of its storage budget</source>
        <translation>%2 hat %1 % des Speicherbudgets erreicht</translation>
    </message>
    <message>
        <source>The family %2 has reached %1 % of its storage budget</source>
        <translation>Die Familie %2 hat %1 % ihres Speicherbudgets erreicht</translation>
    </message>
    <message>
        <source>%1 of %2 are stored.</source>
        <translation>%1 von %2 sind gespeichert.</translation>
    </message>
    <message>
        <source>Open Storage</source>
        <translation>Speicher öffnen</translation>
    </message>
</context>
<context>
    <name>slipway::BusyGlyph</name>
    <message>
        <source>Running</source>
        <translation>Läuft</translation>
    </message>
</context>
<context>
    <name>slipway::ColumnMenu</name>
    <message>
        <source>Columns</source>
        <translation>Spalten</translation>
    </message>
    <message>
        <source>Fit columns to the width</source>
        <translation>Spalten an die Breite anpassen</translation>
    </message>
    <message>
        <source>Reset columns</source>
        <translation>Spalten zurücksetzen</translation>
    </message>
    <message>
        <source>Show or hide column %1</source>
        <translation>Spalte %1 zeigen oder verbergen</translation>
    </message>
    <message>
        <source>always shown</source>
        <translation>immer gezeigt</translation>
    </message>
    <message>
        <source>shown</source>
        <translation>gezeigt</translation>
    </message>
    <message>
        <source>hidden</source>
        <translation>verborgen</translation>
    </message>
</context>
<context>
    <name>slipway::CommandField</name>
    <message>
        <source>Search or run a command</source>
        <translation>Suchen oder Befehl ausführen</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
</context>
<context>
    <name>slipway::CommandPalette</name>
    <message>
        <source>Search</source>
        <translation>Suchen</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Alles</translation>
    </message>
    <message>
        <source>&gt; Commands</source>
        <translation>&gt; Befehle</translation>
    </message>
    <message>
        <source>@ Images</source>
        <translation>@ Images</translation>
    </message>
    <message>
        <source># Digests</source>
        <translation># Digests</translation>
    </message>
    <message>
        <source>: Pages</source>
        <translation>: Seiten</translation>
    </message>
    <message>
        <source>No match. Try &gt; for commands</source>
        <translation>Nichts gefunden. Mit &gt; nach Befehlen suchen</translation>
    </message>
    <message>
        <source>Not found yet: the rest is still being read. Try &gt; for commands</source>
        <translation>Noch nicht gefunden: Der Rest wird noch gelesen. Mit &gt; nach Befehlen suchen</translation>
    </message>
    <message>
        <source>Search or run a command</source>
        <translation>Suchen oder Befehl ausführen</translation>
    </message>
    <message>
        <source>What was found</source>
        <translation>Gefundenes</translation>
    </message>
    <message>
        <source>Arrow keys move, Enter runs, Tab completes. &gt; looks for commands, @ for images, # for digests and tags, : for pages, organisations and files.</source>
        <translation>Pfeiltasten wählen, Enter führt aus, Tab ergänzt. &gt; sucht nach Befehlen, @ nach Images, # nach Digests und Tags, : nach Seiten, Organisationen und Dateien.</translation>
    </message>
    <message>
        <source>No match. Without %1 everything is looked through</source>
        <translation>Nichts gefunden. Ohne %1 wird alles durchsucht</translation>
    </message>
</context>
<context>
    <name>slipway::CompareDialog</name>
    <message>
        <source>Compare layers</source>
        <translation>Schichten vergleichen</translation>
    </message>
    <message>
        <source>&amp;Platform</source>
        <translation>&amp;Plattform</translation>
    </message>
    <message>
        <source>Platform</source>
        <translation>Plattform</translation>
    </message>
    <message>
        <source>Copy as Markdown</source>
        <translation>Als Markdown kopieren</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
</context>
<context>
    <name>slipway::ComponentsGallery</name>
    <message>
        <source>Default</source>
        <translation>Normal</translation>
    </message>
    <message>
        <source>Hover</source>
        <translation>Maus darüber</translation>
    </message>
    <message>
        <source>Pressed</source>
        <translation>Gedrückt</translation>
    </message>
    <message>
        <source>Focus</source>
        <translation>Fokus</translation>
    </message>
    <message>
        <source>Disabled</source>
        <translation>Gesperrt</translation>
    </message>
    <message>
        <source>Primary</source>
        <translation>Primär</translation>
    </message>
    <message>
        <source>Danger…</source>
        <translation>Gefahr …</translation>
    </message>
    <message>
        <source>Delete 41 versions</source>
        <translation>41 Versionen löschen</translation>
    </message>
    <message>
        <source>Quiet</source>
        <translation>Leise</translation>
    </message>
    <message>
        <source>Link</source>
        <translation>Verweis</translation>
    </message>
    <message>
        <source>Refresh</source>
        <translation>Aktualisieren</translation>
    </message>
    <message>
        <source>In lock</source>
        <translation>Im Lock</translation>
    </message>
    <message>
        <source>Behind</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <source>Drifted</source>
        <translation>Abgewichen</translation>
    </message>
    <message>
        <source>Canary</source>
        <translation>Canary</translation>
    </message>
    <message>
        <source>Stale 34 min</source>
        <translation>34 min alt</translation>
    </message>
    <message>
        <source>Pass</source>
        <translation>Gut</translation>
    </message>
    <message>
        <source>Fail</source>
        <translation>Fehler</translation>
    </message>
    <message>
        <source>Expected</source>
        <translation>Erwartet</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Keine</translation>
    </message>
    <message>
        <source>Running</source>
        <translation>Läuft</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>Wartet</translation>
    </message>
    <message>
        <source>Skipped</source>
        <translation>Ausgelassen</translation>
    </message>
    <message>
        <source>Locked</source>
        <translation>Gesperrt</translation>
    </message>
    <message>
        <source>Empty</source>
        <translation>Leer</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>Filter</translation>
    </message>
    <message>
        <source>Filled</source>
        <translation>Gefüllt</translation>
    </message>
    <message>
        <source>Use m, h, d or w</source>
        <translation>m, h, d oder w</translation>
    </message>
    <message>
        <source>Drift</source>
        <translation>Drift</translation>
    </message>
    <message>
        <source>3 missing</source>
        <translation>3 fehlen</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>Aus</translation>
    </message>
    <message>
        <source>On</source>
        <translation>An</translation>
    </message>
    <message>
        <source>Progress %1 %</source>
        <translation>Fortschritt %1 %</translation>
    </message>
    <message>
        <source>Target ≤ 20 GiB</source>
        <translation>Ziel ≤ 20 GiB</translation>
    </message>
    <message>
        <source>Normal</source>
        <translation>Normal</translation>
    </message>
    <message>
        <source>Loading</source>
        <translation>Lädt</translation>
    </message>
    <message>
        <source>Error</source>
        <translation>Fehler</translation>
    </message>
    <message>
        <source>Stale, offline</source>
        <translation>Alt, offline</translation>
    </message>
    <message>
        <source>Appears after the first build</source>
        <translation>Erscheint nach dem ersten Build</translation>
    </message>
    <message>
        <source>Could not read</source>
        <translation>Nicht lesbar</translation>
    </message>
    <message>
        <source>GitHub answered 502</source>
        <translation>GitHub antwortete 502</translation>
    </message>
    <message>
        <source>From 13:58</source>
        <translation>Von 13:58</translation>
    </message>
    <message>
        <source>Open Storage</source>
        <translation>Speicher öffnen</translation>
    </message>
    <message>
        <source>Active storage</source>
        <translation>Aktiver Speicher</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Fertig</translation>
    </message>
    <message>
        <source>Active</source>
        <translation>Aktiv</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>Pause</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Fehler</translation>
    </message>
    <message>
        <source>Pull</source>
        <translation>Holen</translation>
    </message>
    <message>
        <source>Verify</source>
        <translation>Prüfen</translation>
    </message>
    <message>
        <source>Canary 5 %</source>
        <translation>Canary 5 %</translation>
    </message>
    <message>
        <source>Canary 25 %</source>
        <translation>Canary 25 %</translation>
    </message>
    <message>
        <source>Everywhere</source>
        <translation>Überall</translation>
    </message>
    <message>
        <source>A new version was pushed</source>
        <translation>Eine neue Version ist da</translation>
    </message>
    <message>
        <source>3 of 34 images could not be read.</source>
        <translation>3 von 34 Images waren nicht lesbar.</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>Cannot be pulled whole</source>
        <translation>Nicht vollständig abrufbar</translation>
    </message>
    <message>
        <source>One of its platforms is missing.</source>
        <translation>Eine seiner Plattformen fehlt.</translation>
    </message>
    <message>
        <source>No drift</source>
        <translation>Kein Drift</translation>
    </message>
    <message>
        <source>34 images match build-lock.json</source>
        <translation>34 Images entsprechen build-lock.json</translation>
    </message>
    <message>
        <source>Could not load</source>
        <translation>Nicht geladen</translation>
    </message>
    <message>
        <source>Token lacks actions: read</source>
        <translation>Dem Token fehlt actions: read</translation>
    </message>
    <message>
        <source>Open settings</source>
        <translation>Einstellungen öffnen</translation>
    </message>
    <message>
        <source>Components</source>
        <translation>Bausteine</translation>
    </message>
    <message>
        <source>Buttons, 28 px (large 40, small 24)</source>
        <translation>Knöpfe, 28 px (groß 40, klein 24)</translation>
    </message>
    <message>
        <source>Chips, badges, status glyphs</source>
        <translation>Chips, Abzeichen, Zeichen</translation>
    </message>
    <message>
        <source>Fields</source>
        <translation>Felder</translation>
    </message>
    <message>
        <source>Segments, facets, check boxes, progress</source>
        <translation>Segmente, Facetten, Kästchen, Fortschritt</translation>
    </message>
    <message>
        <source>Stat card states</source>
        <translation>Zustände der Kennzahl</translation>
    </message>
    <message>
        <source>Gauge zones</source>
        <translation>Bereiche der Anzeige</translation>
    </message>
    <message>
        <source>Stepper states</source>
        <translation>Zustände der Schritte</translation>
    </message>
    <message>
        <source>Messages</source>
        <translation>Meldungen</translation>
    </message>
    <message>
        <source>Empty and error pages</source>
        <translation>Leere Seite, Fehlerseite</translation>
    </message>
    <message>
        <source>Tokens</source>
        <translation>Farben</translation>
    </message>
    <message>
        <source>Delete 41 versions from ghcr.io/northquay?</source>
        <translation>41 Versionen aus ghcr.io/northquay löschen?</translation>
    </message>
    <message>
        <source>This removes 23 untagged, 11 superseded, 6 pull request and 1 failed build version. It frees 5.2 GiB.</source>
        <translation>Das entfernt 23 Versionen ohne Tag, 11 ersetzte, 6 von Pull Requests und 1 eines fehlgeschlagenen Builds. Es gibt 5,2 GiB frei.</translation>
    </message>
    <message>
        <source>26 protected versions stay.</source>
        <translation>26 geschützte Versionen bleiben.</translation>
    </message>
    <message>
        <source>Largest</source>
        <translation>Größte</translation>
    </message>
    <message>
        <source>torch-gpu v0.2.8, 506 MiB</source>
        <translation>torch-gpu v0.2.8, 506 MiB</translation>
    </message>
    <message>
        <source>Hosts affected</source>
        <translation>Betroffene Hosts</translation>
    </message>
    <message>
        <source>None, checked 14:31</source>
        <translation>Keine, geprüft 14:31</translation>
    </message>
    <message>
        <source>Plan unchanged</source>
        <translation>Plan unverändert</translation>
    </message>
    <message>
        <source>Same as dry run at 14:30</source>
        <translation>Wie im Probelauf um 14:30</translation>
    </message>
    <message>
        <source>You can restore a version until 21 Dec 2025. After that it cannot be recovered. Pulls by deleted digests fail at once.</source>
        <translation>Bis 21. Dez. 2025 lässt sich eine Version wiederherstellen, danach nicht mehr. Wer über gelöschte Digests abruft, scheitert sofort.</translation>
    </message>
    <message>
        <source>As DevOps, in Activity and the org audit log</source>
        <translation>Als DevOps, in Aktivität und im Audit-Log der Organisation</translation>
    </message>
    <message>
        <source>delete 41 versions</source>
        <translation>41 versionen löschen</translation>
    </message>
    <message>
        <source>Working</source>
        <translation>Läuft …</translation>
    </message>
    <message>
        <source>Large</source>
        <translation>Groß</translation>
    </message>
    <message>
        <source>Small</source>
        <translation>Klein</translation>
    </message>
    <message>
        <source>Mixed</source>
        <translation>Teils</translation>
    </message>
    <message>
        <source>Selected</source>
        <translation>Gewählt</translation>
    </message>
    <message>
        <source>Inactive</source>
        <translation>Im Hintergrund</translation>
    </message>
    <message>
        <source>Keyboard</source>
        <translation>Tastatur</translation>
    </message>
    <message>
        <source>Protected</source>
        <translation>Geschützt</translation>
    </message>
    <message>
        <source>Table rows</source>
        <translation>Tabellenzeilen</translation>
    </message>
    <message>
        <source>Table rows, 28 px</source>
        <translation>Tabellenzeilen, 28 px</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Digest</source>
        <translation>Digest</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
</context>
<context>
    <name>slipway::ConfigModel</name>
    <message>
        <source>not set</source>
        <translation>nicht gesetzt</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Wert</translation>
    </message>
    <message>
        <source>empty</source>
        <translation>leer</translation>
    </message>
    <message numerus="yes">
        <source>%n field(s)</source>
        <translation>
            <numerusform>%n Feld</numerusform>
            <numerusform>%n Felder</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>slipway::ConfigSections</name>
    <message>
        <source>Image</source>
        <translation>Image</translation>
    </message>
    <message>
        <source>Platform</source>
        <translation>Plattform</translation>
    </message>
    <message>
        <source>Created</source>
        <translation>Erstellt</translation>
    </message>
    <message>
        <source>Entrypoint</source>
        <translation>Einstiegspunkt</translation>
    </message>
    <message>
        <source>Command</source>
        <translation>Befehl</translation>
    </message>
    <message>
        <source>User</source>
        <translation>Benutzer</translation>
    </message>
    <message>
        <source>Working directory</source>
        <translation>Arbeitsverzeichnis</translation>
    </message>
    <message>
        <source>Exposed ports</source>
        <translation>Freigegebene Ports</translation>
    </message>
    <message>
        <source>Volumes</source>
        <translation>Volumes</translation>
    </message>
    <message>
        <source>Stop signal</source>
        <translation>Stoppsignal</translation>
    </message>
    <message>
        <source>Environment</source>
        <translation>Umgebung</translation>
    </message>
    <message>
        <source>Labels</source>
        <translation>Labels</translation>
    </message>
</context>
<context>
    <name>slipway::ConfigTab</name>
    <message>
        <source>Config</source>
        <translation>Config</translation>
    </message>
    <message>
        <source>Config document</source>
        <translation>Config-Dokument</translation>
    </message>
    <message>
        <source>Raw</source>
        <translation>Roh</translation>
    </message>
    <message>
        <source>The document itself, as JSON</source>
        <translation>Das Dokument selbst, als JSON</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Copy the selected lines, or the config as it is shown</source>
        <translation>Die ausgewählten Zeilen kopieren oder die Config, wie sie gezeigt wird</translation>
    </message>
    <message>
        <source>Reading the config</source>
        <translation>Config wird gelesen</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>No config here</source>
        <translation>Hier keine Config</translation>
    </message>
    <message>
        <source>Select an image or a version to see its config.</source>
        <translation>Wählen Sie ein Image oder eine Version, um die Config zu sehen.</translation>
    </message>
    <message>
        <source>No config</source>
        <translation>Keine Config</translation>
    </message>
    <message>
        <source>This index lists no image that could have one.</source>
        <translation>Dieser Index führt kein Image auf, das eine haben könnte.</translation>
    </message>
    <message>
        <source>No config known</source>
        <translation>Keine Config bekannt</translation>
    </message>
    <message>
        <source>The manifest names none, or could not be read.</source>
        <translation>Das Manifest nennt keine oder konnte nicht gelesen werden.</translation>
    </message>
</context>
<context>
    <name>slipway::ConfigTree</name>
    <message>
        <source>Config</source>
        <translation>Config</translation>
    </message>
</context>
<context>
    <name>slipway::ConfirmDialog</name>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Recorded</source>
        <translation>Aufgezeichnet</translation>
    </message>
    <message>
        <source>To confirm, type</source>
        <translation>Zum Bestätigen eingeben:</translation>
    </message>
    <message>
        <source>The button becomes available when the text matches.</source>
        <translation>Die Schaltfläche wird frei, wenn der Text übereinstimmt.</translation>
    </message>
    <message>
        <source>To confirm, type %1</source>
        <translation>Zum Bestätigen %1 eingeben</translation>
    </message>
</context>
<context>
    <name>slipway::ConnectPage</name>
    <message>
        <source>Variable</source>
        <translation>Variable</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <source>Import from gh</source>
        <translation>Von gh übernehmen</translation>
    </message>
    <message>
        <source>Import from variable</source>
        <translation>Aus Variable übernehmen</translation>
    </message>
    <message>
        <source>GitHub.com</source>
        <translation>GitHub.com</translation>
    </message>
    <message>
        <source>GitHub Enterprise</source>
        <translation>GitHub Enterprise</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>Server</translation>
    </message>
    <message>
        <source>Address of the server</source>
        <translation>Adresse des Servers</translation>
    </message>
    <message>
        <source>Classic token, ghp_…</source>
        <translation>Klassisches Token, ghp_…</translation>
    </message>
    <message>
        <source>Token</source>
        <translation>Token</translation>
    </message>
    <message>
        <source>Environment variable</source>
        <translation>Umgebungsvariable</translation>
    </message>
    <message>
        <source>A classic personal access token. It needs the scope read:packages, and write:packages and delete:packages for cleanup. It goes into the system keychain and nowhere else.</source>
        <translation>Ein klassisches persönliches Zugriffstoken. Es braucht den Scope read:packages, zum Aufräumen auch write:packages und delete:packages. Es kommt in den Schlüsselbund des Systems und sonst nirgendwohin.</translation>
    </message>
    <message>
        <source>The token was imported. Check it now.</source>
        <translation>Das Token ist übernommen. Jetzt prüfen.</translation>
    </message>
    <message>
        <source>Registry</source>
        <translation>Registry</translation>
    </message>
    <message>
        <source>Address of the container registry</source>
        <translation>Adresse der Container-Registry</translation>
    </message>
</context>
<context>
    <name>slipway::CopyButton</name>
    <message>
        <source>Copy %1</source>
        <translation>%1 kopieren</translation>
    </message>
    <message>
        <source>Copied %1</source>
        <translation>%1 kopiert</translation>
    </message>
</context>
<context>
    <name>slipway::CostCard</name>
    <message>
        <source>Cost a month</source>
        <translation>Kosten je Monat</translation>
    </message>
    <message>
        <source>at the profile&apos;s or your prices</source>
        <translation>zu Preisen des Profils oder Ihren</translation>
    </message>
</context>
<context>
    <name>slipway::DashboardSession</name>
    <message>
        <source>Read %1</source>
        <translation>%1 lesen</translation>
    </message>
</context>
<context>
    <name>slipway::DayField</name>
    <message>
        <source>d MMM yyyy</source>
        <comment>a day, as &quot;21 Nov 2025&quot;</comment>
        <translation>d. MMM yyyy</translation>
    </message>
</context>
<context>
    <name>slipway::DesktopNotifier</name>
    <message>
        <source>Show</source>
        <translation>Zeigen</translation>
    </message>
</context>
<context>
    <name>slipway::DetailsDock</name>
    <message>
        <source>Place of the details</source>
        <translation>Ort der Details</translation>
    </message>
    <message>
        <source>Beside the tree</source>
        <translation>Neben dem Baum</translation>
    </message>
    <message>
        <source>Details beside the tree</source>
        <translation>Details neben dem Baum</translation>
    </message>
    <message>
        <source>Below the tree</source>
        <translation>Unter dem Baum</translation>
    </message>
    <message>
        <source>Details below the tree</source>
        <translation>Details unter dem Baum</translation>
    </message>
    <message>
        <source>In a window of their own</source>
        <translation>In einem eigenen Fenster</translation>
    </message>
    <message>
        <source>Details in a window of their own</source>
        <translation>Details in einem eigenen Fenster</translation>
    </message>
    <message>
        <source>Hidden</source>
        <translation>Verborgen</translation>
    </message>
    <message>
        <source>Hide details</source>
        <translation>Details ausblenden</translation>
    </message>
    <message>
        <source>Show or hide details</source>
        <translation>Details zeigen oder verbergen</translation>
    </message>
    <message>
        <source>chosen</source>
        <translation>gewählt</translation>
    </message>
    <message>
        <source>shown</source>
        <translation>gezeigt</translation>
    </message>
    <message>
        <source>hidden</source>
        <translation>verborgen</translation>
    </message>
</context>
<context>
    <name>slipway::DetailsFoot</name>
    <message>
        <source>Copy pull command</source>
        <translation>Pull-Befehl kopieren</translation>
    </message>
    <message>
        <source>Copied pull command</source>
        <translation>Pull-Befehl kopiert</translation>
    </message>
</context>
<context>
    <name>slipway::DetailsHead</name>
    <message>
        <source>digest</source>
        <translation>Digest</translation>
    </message>
    <message>
        <source>Broken</source>
        <translation>Defekt</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Details</translation>
    </message>
    <message>
        <source>Summary</source>
        <translation>Übersicht</translation>
    </message>
    <message>
        <source>Layers</source>
        <translation>Schichten</translation>
    </message>
    <message>
        <source>Manifest</source>
        <translation>Manifest</translation>
    </message>
    <message>
        <source>Config</source>
        <translation>Config</translation>
    </message>
    <message>
        <source>Referrers</source>
        <translation>Angehängt</translation>
    </message>
    <message>
        <source>Place of the details</source>
        <translation>Ort der Details</translation>
    </message>
    <message>
        <source>History</source>
        <translation>Verlauf</translation>
    </message>
</context>
<context>
    <name>slipway::DetailsPane</name>
    <message>
        <source>Details</source>
        <translation>Details</translation>
    </message>
    <message>
        <source>Nothing selected</source>
        <translation>Nichts ausgewählt</translation>
    </message>
    <message>
        <source>Select a row to see what it is made of.</source>
        <translation>Wählen Sie eine Zeile, um zu sehen, woraus sie besteht.</translation>
    </message>
    <message>
        <source>Still being counted</source>
        <translation>Wird noch gezählt</translation>
    </message>
    <message>
        <source>What this row is made of is shown as soon as it is counted.</source>
        <translation>Woraus diese Zeile besteht, steht hier, sobald es gezählt ist.</translation>
    </message>
</context>
<context>
    <name>slipway::DetailsWindow</name>
    <message>
        <source>Details</source>
        <translation>Details</translation>
    </message>
    <message>
        <source>Details – %1</source>
        <translation>Details – %1</translation>
    </message>
</context>
<context>
    <name>slipway::DriftCopies</name>
    <message>
        <source>Copy drift as text</source>
        <translation>Abweichungen als Text kopieren</translation>
    </message>
    <message>
        <source>Copy drift as Markdown</source>
        <translation>Abweichungen als Markdown kopieren</translation>
    </message>
    <message>
        <source>Copy the comparison as Markdown</source>
        <translation>Den Vergleich als Markdown kopieren</translation>
    </message>
</context>
<context>
    <name>slipway::DriftFixes</name>
    <message>
        <source>Acknowledge the finding…</source>
        <translation>Den Fund zur Kenntnis nehmen …</translation>
    </message>
    <message>
        <source>Regenerate the lock file…</source>
        <translation>Die Lock-Datei neu erzeugen …</translation>
    </message>
    <message>
        <source>Take note of it: until a day it counts for nothing</source>
        <translation>Ihn vermerken: bis zu einem Tag zählt er nicht</translation>
    </message>
    <message>
        <source>Shows how %1 would change; nothing is written before you agree</source>
        <translation>Zeigt, wie sich %1 ändern würde; geschrieben wird erst, wenn Sie zustimmen</translation>
    </message>
    <message>
        <source>The profile names no lock file (drift: lock: build-lock.json)</source>
        <translation>Das Profil nennt keine Lock-Datei (drift: lock: build-lock.json)</translation>
    </message>
    <message>
        <source>Open a pull request with the lock file…</source>
        <translation>Pull-Request mit der Lock-Datei öffnen …</translation>
    </message>
    <message>
        <source>Bring the issues of findings up to date…</source>
        <translation>Issues der Funde aktualisieren …</translation>
    </message>
    <message>
        <source>Shows how the repository&apos;s lock file would change; nothing is pushed before you agree</source>
        <translation>Zeigt, wie sich die Lock-Datei des Repositorys ändern würde; nichts wird gepusht, bevor Sie zustimmen</translation>
    </message>
    <message>
        <source>Shows which issues would be opened, updated and closed; nothing is done before you agree</source>
        <translation>Zeigt, welche Issues angelegt, aktualisiert und geschlossen würden; nichts geschieht, bevor Sie zustimmen</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>repository; what came of changing its issues</comment>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>slipway::DriftMatrixModel</name>
    <message>
        <source>Family</source>
        <translation>Familie</translation>
    </message>
    <message>
        <source>Hub</source>
        <translation>Hub</translation>
    </message>
    <message>
        <source>Images</source>
        <translation>Images</translation>
    </message>
</context>
<context>
    <name>slipway::DriftMatrixView</name>
    <message>
        <source>Checks by family</source>
        <translation>Prüfungen nach Familie</translation>
    </message>
</context>
<context>
    <name>slipway::DriftPage</name>
    <message>
        <source>Filter findings</source>
        <translation>Funde filtern</translation>
    </message>
    <message>
        <source>Drift</source>
        <translation>Abweichungen</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Check now</source>
        <translation>Prüfen</translation>
    </message>
    <message>
        <source>Checks by family</source>
        <translation>Prüfungen nach Familie</translation>
    </message>
    <message>
        <source>Check for drift now</source>
        <translation>Jetzt nach Abweichungen suchen</translation>
    </message>
    <message>
        <source>Show the image in the inventory</source>
        <translation>Das Image im Bestand zeigen</translation>
    </message>
    <message>
        <source>Acknowledge…</source>
        <translation>Zur Kenntnis nehmen …</translation>
    </message>
    <message>
        <source>Regenerate lock…</source>
        <translation>Lock neu erzeugen …</translation>
    </message>
    <message>
        <source>Show in the inventory</source>
        <translation>Im Bestand zeigen</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>The lock file was not checked against. %1</source>
        <translation>Mit der Lock-Datei wurde nicht verglichen. %1</translation>
    </message>
    <message>
        <source>Looking for drift in %1</source>
        <translation>%1 wird auf Abweichungen geprüft</translation>
    </message>
    <message>
        <source>No images in %1</source>
        <translation>Keine Images in %1</translation>
    </message>
    <message>
        <source>Checks appear here once an image has been pushed, and if the token may see it.</source>
        <translation>Prüfungen erscheinen hier, sobald ein Image hochgeladen ist und das Token es sehen darf.</translation>
    </message>
    <message>
        <source>Lock</source>
        <translation>Lock</translation>
    </message>
    <message>
        <source>GPU build</source>
        <translation>GPU</translation>
    </message>
    <message>
        <source>Base image</source>
        <translation>Basis</translation>
    </message>
    <message>
        <source>CUDA pin</source>
        <translation>CUDA</translation>
    </message>
    <message>
        <source>SBOM</source>
        <translation>SBOM</translation>
    </message>
    <message>
        <source>Deployed</source>
        <translation>Verteilt</translation>
    </message>
    <message>
        <source>Tags against the digests that the lock file pins</source>
        <translation>Tags gegen die Digests, die die Lock-Datei festhält</translation>
    </message>
    <message>
        <source>The layers that the CPU and the GPU image of one thing have to share</source>
        <translation>Die Schichten, die CPU- und GPU-Image einer Sache teilen müssen</translation>
    </message>
    <message>
        <source>GPU images that are the CPU image</source>
        <translation>GPU-Images, die das CPU-Image sind</translation>
    </message>
    <message>
        <source>Images on a base that has moved on</source>
        <translation>Images auf einer Basis, die weitergezogen ist</translation>
    </message>
    <message>
        <source>The CUDA of GPU images against the profile&apos;s pin</source>
        <translation>Das CUDA der GPU-Images gegen die Vorgabe des Profils</translation>
    </message>
    <message>
        <source>The packages that the SBOMs of CPU and GPU image tell</source>
        <translation>Die Pakete, die die SBOMs von CPU- und GPU-Image nennen</translation>
    </message>
    <message>
        <source>What targets run against their tags</source>
        <translation>Was Ziele ausführen, gegen ihre Tags</translation>
    </message>
    <message>
        <source>Acknowledged</source>
        <translation>Bekannt</translation>
    </message>
    <message>
        <source>Resolved</source>
        <translation>Behoben</translation>
    </message>
    <message>
        <source>Error</source>
        <translation>Fehler</translation>
    </message>
    <message>
        <source>Warning</source>
        <translation>Warnung</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Alle</translation>
    </message>
    <message>
        <source>Errors</source>
        <translation>Fehler</translation>
    </message>
    <message>
        <source>Warnings</source>
        <translation>Warnungen</translation>
    </message>
    <message>
        <source>Open since %1</source>
        <translation>Offen seit %1</translation>
    </message>
    <message>
        <source>First seen %1. Acknowledged until %2: %3</source>
        <translation>Zuerst gesehen %1. Bekannt bis %2: %3</translation>
    </message>
    <message>
        <source>First seen %1, last seen %2</source>
        <translation>Zuerst gesehen %1, zuletzt %2</translation>
    </message>
    <message>
        <source>%1: first seen</source>
        <translation>%1: zuerst gesehen</translation>
    </message>
    <message>
        <source>%1: seen with other values</source>
        <translation>%1: mit anderen Werten gesehen</translation>
    </message>
    <message>
        <source>%1: acknowledged until %2: %3</source>
        <translation>%1: zur Kenntnis genommen bis %2: %3</translation>
    </message>
    <message>
        <source>%1: the acknowledgement ended</source>
        <translation>%1: die Kenntnisnahme ist abgelaufen</translation>
    </message>
    <message>
        <source>%1: no longer found</source>
        <translation>%1: nicht mehr gefunden</translation>
    </message>
    <message>
        <source>%1 pass</source>
        <translation>%1 gut</translation>
    </message>
    <message>
        <source>%1 known</source>
        <translation>%1 bekannt</translation>
    </message>
    <message>
        <source>%1 unknown</source>
        <translation>%1 offen</translation>
    </message>
    <message>
        <source>%1 of %2 warn</source>
        <translation>%1/%2 warnt</translation>
    </message>
    <message>
        <source>%1 of %2 fail</source>
        <translation>%1/%2 falsch</translation>
    </message>
    <message>
        <source>%1 of %2 images differ from policy or lock</source>
        <translation>%1 von %2 Images weichen von Vorgaben oder Lock ab</translation>
    </message>
    <message>
        <source>%1 of %2 checks pass, checked %3</source>
        <translation>%1 von %2 Prüfungen bestanden, geprüft %3</translation>
    </message>
    <message>
        <source>Expected: %1</source>
        <translation>Erwartet: %1</translation>
    </message>
    <message>
        <source>Is: %1</source>
        <translation>Ist: %1</translation>
    </message>
    <message>
        <source>Packages: %1</source>
        <translation>Pakete: %1</translation>
    </message>
    <message>
        <source>Family / hub</source>
        <translation>Familie / Hub</translation>
    </message>
    <message>
        <source>Finding</source>
        <translation>Fund</translation>
    </message>
    <message>
        <source>Check</source>
        <translation>Prüfung</translation>
    </message>
    <message>
        <source>Image</source>
        <translation>Image</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>Seit</translation>
    </message>
    <message>
        <source>The lock file does not pin %1.</source>
        <translation>Die Lock-Datei hält %1 nicht fest.</translation>
    </message>
    <message>
        <source>There is no package %1.</source>
        <translation>Ein Paket %1 gibt es nicht.</translation>
    </message>
    <message>
        <source>%1 has no such version.</source>
        <translation>%1 hat keine solche Version.</translation>
    </message>
    <message>
        <source>One of the two has no image whose layers were read.</source>
        <translation>Eines von beiden hat kein Image, dessen Schichten gelesen wurden.</translation>
    </message>
    <message>
        <source>Sharing them would save %1.</source>
        <translation>Sie zu teilen würde %1 sparen.</translation>
    </message>
    <message>
        <source>The SBOM of %1 could not be read.</source>
        <translation>Die SBOM von %1 konnte nicht gelesen werden.</translation>
    </message>
    <message>
        <source>No SBOM of %1 is known. SBOMs are read of siblings, at the tag they are compared by.</source>
        <translation>Von %1 ist keine SBOM bekannt. SBOMs werden von Geschwistern gelesen, an dem Tag, an dem sie verglichen werden.</translation>
    </message>
    <message>
        <source>Package</source>
        <translation>Paket</translation>
    </message>
    <message>
        <source>Judged</source>
        <translation>Urteil</translation>
    </message>
    <message>
        <source>only here, as expected</source>
        <translation>nur hier, wie erwartet</translation>
    </message>
    <message>
        <source>expected</source>
        <translation>erwartet</translation>
    </message>
    <message>
        <source>differs</source>
        <translation>weicht ab</translation>
    </message>
    <message>
        <source>Layers</source>
        <comment>a check: those that CPU and GPU image share</comment>
        <translation>Schichten</translation>
    </message>
    <message numerus="yes">
        <source>%n thing(s) could not be checked</source>
        <translation>
            <numerusform>%n Sache konnte nicht geprüft werden</numerusform>
            <numerusform>%n Dinge konnten nicht geprüft werden</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>No drift among %n image(s)</source>
        <translation>
            <numerusform>Keine Abweichungen bei %n Image</numerusform>
            <numerusform>Keine Abweichungen bei %n Images</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>No drift. %n image(s) match %1</source>
        <translation>
            <numerusform>Keine Abweichungen. %n Image entspricht %1</numerusform>
            <numerusform>Keine Abweichungen. %n Images entsprechen %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The policy expects %n shared layer(s).</source>
        <translation>
            <numerusform>Die Vorgaben erwarten %n gemeinsame Schicht.</numerusform>
            <numerusform>Die Vorgaben erwarten %n gemeinsame Schichten.</numerusform>
        </translation>
    </message>
    <message>
        <source>Open in Files</source>
        <translation>In „Dateien“ öffnen</translation>
    </message>
    <message>
        <source>In the repository</source>
        <translation>Im Repository</translation>
    </message>
    <message>
        <source>What can be done in the profile&apos;s repository</source>
        <translation>Was im Repository des Profils getan werden kann</translation>
    </message>
    <message numerus="yes">
        <source>No open finding among %n image(s)</source>
        <translation>
            <numerusform>Kein offener Fund bei %n Image</numerusform>
            <numerusform>Kein offener Fund bei %n Images</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n acknowledged</source>
        <comment>findings</comment>
        <translation>
            <numerusform>%n zur Kenntnis genommen</numerusform>
            <numerusform>%n zur Kenntnis genommen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n thing(s) not checked</source>
        <translation>
            <numerusform>%n Sache nicht geprüft</numerusform>
            <numerusform>%n Sachen nicht geprüft</numerusform>
        </translation>
    </message>
    <message>
        <source>not all could be read</source>
        <translation>nicht alles konnte gelesen werden</translation>
    </message>
</context>
<context>
    <name>slipway::Facet</name>
    <message>
        <source>Other</source>
        <translation>Andere</translation>
    </message>
    <message>
        <source>%1 base</source>
        <translation>%1-Basis</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>Ja</translation>
    </message>
    <message>
        <source>No</source>
        <translation>Nein</translation>
    </message>
    <message>
        <source>Variant</source>
        <translation>Variante</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>Family</source>
        <translation>Familie</translation>
    </message>
    <message>
        <source>Signed</source>
        <translation>Signiert</translation>
    </message>
    <message>
        <source>SBOM</source>
        <translation>SBOM</translation>
    </message>
    <message>
        <source>Hub</source>
        <translation>Hub</translation>
    </message>
    <message>
        <source>Tagged</source>
        <translation>Mit Tag</translation>
    </message>
    <message>
        <source>All %1</source>
        <translation>Alle %1</translation>
    </message>
    <message>
        <source>Images with at least one such version; an image whose versions differ counts for each.</source>
        <translation>Images mit mindestens einer solchen Version; ein Image, dessen Versionen sich unterscheiden, zählt bei jedem Wert.</translation>
    </message>
    <message>
        <source>Images of each variant.</source>
        <translation>Images je Variante.</translation>
    </message>
    <message>
        <source>Images of each family.</source>
        <translation>Images je Familie.</translation>
    </message>
    <message>
        <source>Images of each hub. Base images and what is unassigned are groups beside the hubs.</source>
        <translation>Images je Hub. Basis-Images und was nicht zugeordnet ist, sind Gruppen neben den Hubs.</translation>
    </message>
</context>
<context>
    <name>slipway::FacetBar</name>
    <message>
        <source>Any</source>
        <translation>Beliebig</translation>
    </message>
    <message>
        <source>+%1 more</source>
        <translation>+%1 weitere</translation>
    </message>
    <message>
        <source>More: %1</source>
        <translation>Weitere: %1</translation>
    </message>
</context>
<context>
    <name>slipway::FigureModel</name>
    <message>
        <source>A click on the square, or Space, shows or hides it in the chart</source>
        <translation>Ein Klick auf das Quadrat oder die Leertaste zeigt oder verbirgt es im Diagramm</translation>
    </message>
</context>
<context>
    <name>slipway::FigureView</name>
    <message>
        <source>Copy data</source>
        <translation>Daten kopieren</translation>
    </message>
    <message>
        <source>Hide in the chart</source>
        <translation>Im Diagramm verbergen</translation>
    </message>
    <message>
        <source>Show in the chart</source>
        <translation>Im Diagramm zeigen</translation>
    </message>
</context>
<context>
    <name>slipway::FilterBar</name>
    <message>
        <source>Filter the inventory</source>
        <translation>Bestand filtern</translation>
    </message>
    <message>
        <source>Filter name, tag, digest</source>
        <translation>Name, Tag, Digest filtern</translation>
    </message>
    <message>
        <source>Expected %1 at &quot;%2&quot;</source>
        <translation>Erwartet bei „%2“: %1</translation>
    </message>
    <message>
        <source>Words, hub: family: variant: kind: tag: name: digest: size:&gt;1GiB age:&gt;90d
signed unsigned sbom attested tagged untagged broken
- before a term turns it round, quotes keep spaces together</source>
        <translation>Wörter, hub: family: variant: kind: tag: name: digest: size:&gt;1GiB age:&gt;90d
signed unsigned sbom attested tagged untagged broken
- vor einem Ausdruck kehrt ihn um, Anführungszeichen halten Leerzeichen zusammen</translation>
    </message>
</context>
<context>
    <name>slipway::FindingCard</name>
    <message>
        <source>Check: %1</source>
        <translation>Prüfung: %1</translation>
    </message>
    <message>
        <source>Expected: %1</source>
        <translation>Erwartet: %1</translation>
    </message>
    <message>
        <source>Is: %1</source>
        <translation>Ist: %1</translation>
    </message>
    <message>
        <source>Finding</source>
        <translation>Fund</translation>
    </message>
    <message>
        <source>Nothing is chosen.</source>
        <translation>Nichts ist ausgewählt.</translation>
    </message>
    <message>
        <source>Details of the finding</source>
        <translation>Einzelheiten des Fundes</translation>
    </message>
</context>
<context>
    <name>slipway::FindingKinds</name>
    <message>
        <source>Findings: %1</source>
        <translation>Funde: %1</translation>
    </message>
</context>
<context>
    <name>slipway::FindingsList</name>
    <message>
        <source>No finding like that</source>
        <translation>Kein solcher Fund</translation>
    </message>
    <message>
        <source>Another filter may show some.</source>
        <translation>Ein anderer Filter zeigt vielleicht welche.</translation>
    </message>
    <message>
        <source>No drift</source>
        <translation>Keine Abweichungen</translation>
    </message>
    <message>
        <source>Filter findings</source>
        <translation>Funde filtern</translation>
    </message>
    <message>
        <source>Findings</source>
        <translation>Funde</translation>
    </message>
</context>
<context>
    <name>slipway::FindingsModel</name>
    <message>
        <source>Finding</source>
        <translation>Fund</translation>
    </message>
    <message>
        <source>First seen</source>
        <translation>Zuerst gesehen</translation>
    </message>
</context>
<context>
    <name>slipway::FindingsView</name>
    <message>
        <source>Findings</source>
        <translation>Funde</translation>
    </message>
</context>
<context>
    <name>slipway::Freshness</name>
    <message>
        <source>Refresh</source>
        <translation>Aktualisieren</translation>
    </message>
    <message>
        <source>Offline: data from %1</source>
        <translation>Offline: Stand %1</translation>
    </message>
    <message>
        <source>Offline</source>
        <translation>Offline</translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation>Wird gelesen …</translation>
    </message>
    <message>
        <source>No data yet</source>
        <translation>Noch keine Daten</translation>
    </message>
    <message>
        <source>Stale %1</source>
        <translation>Veraltet, %1</translation>
    </message>
    <message>
        <source>As of just now</source>
        <translation>Stand: gerade eben</translation>
    </message>
    <message>
        <source>As of %1 ago</source>
        <translation>Stand vor %1</translation>
    </message>
    <message>
        <source>Read from the registry on %1</source>
        <translation>Aus der Registry gelesen am %1</translation>
    </message>
    <message>
        <source>Offline: started with --offline, the network is not used</source>
        <translation>Offline: mit --offline gestartet, das Netz wird nicht benutzt</translation>
    </message>
    <message>
        <source>Data from %1</source>
        <translation>Stand %1</translation>
    </message>
    <message>
        <source>Nothing was read since.</source>
        <translation>Seitdem wurde nichts gelesen.</translation>
    </message>
    <message>
        <source>The server could not be reached since.</source>
        <translation>Der Server war seitdem nicht erreichbar.</translation>
    </message>
    <message>
        <source>Started with --offline: the network is not used.</source>
        <translation>Mit --offline gestartet: Das Netz wird nicht benutzt.</translation>
    </message>
</context>
<context>
    <name>slipway::Gauge</name>
    <message>
        <source>not known</source>
        <translation>nicht bekannt</translation>
    </message>
    <message>
        <source>within the target</source>
        <translation>im Ziel</translation>
    </message>
    <message>
        <source>at risk</source>
        <translation>gefährdet</translation>
    </message>
    <message>
        <source>above the target</source>
        <translation>über dem Ziel</translation>
    </message>
    <message>
        <source>%1: no data yet</source>
        <translation>%1: noch keine Daten</translation>
    </message>
    <message>
        <source>%1 %2 of %3 %4</source>
        <translation>%1 %2 von %3 %4</translation>
    </message>
    <message>
        <source>of %1 %2</source>
        <translation>von %1 %2</translation>
    </message>
    <message>
        <source>No data yet</source>
        <translation>Noch keine Daten</translation>
    </message>
</context>
<context>
    <name>slipway::GrantsPage</name>
    <message>
        <source>Owners whose packages are shown</source>
        <translation>Eigentümer, deren Pakete gezeigt werden</translation>
    </message>
    <message>
        <source>Further owners</source>
        <translation>Weitere Eigentümer</translation>
    </message>
    <message>
        <source>Further owners, separated by commas</source>
        <translation>Weitere Eigentümer, durch Kommas getrennt</translation>
    </message>
    <message>
        <source>System keychain</source>
        <translation>Schlüsselbund des Systems</translation>
    </message>
    <message>
        <source>Environment variable</source>
        <translation>Umgebungsvariable</translation>
    </message>
    <message>
        <source>Ask gh each time</source>
        <translation>Jedes Mal gh fragen</translation>
    </message>
    <message>
        <source>Where the token is kept</source>
        <translation>Wo das Token aufbewahrt wird</translation>
    </message>
    <message>
        <source>Name of the account</source>
        <translation>Name des Kontos</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Zeigen</translation>
    </message>
    <message>
        <source>Keep token in</source>
        <translation>Token steht in</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>%1 on %2</source>
        <translation>%1 auf %2</translation>
    </message>
    <message>
        <source>Some organisations ask for single sign-on and are left out: authorise the token for them.</source>
        <translation>Einige Organisationen verlangen Single Sign-on und fehlen: Geben Sie das Token für sie frei.</translation>
    </message>
    <message>
        <source>%1: cannot be read</source>
        <translation>%1: nicht lesbar</translation>
    </message>
</context>
<context>
    <name>slipway::GrantsTable</name>
    <message>
        <source>What the token may do</source>
        <translation>Was das Token darf</translation>
    </message>
    <message>
        <source>For</source>
        <translation>Wofür</translation>
    </message>
    <message>
        <source>Scope</source>
        <translation>Scope</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Stand</translation>
    </message>
</context>
<context>
    <name>slipway::GroupingChoice</name>
    <message>
        <source>Families</source>
        <translation>Familien</translation>
    </message>
    <message>
        <source>Images</source>
        <translation>Images</translation>
    </message>
</context>
<context>
    <name>slipway::GrowthCard</name>
    <message>
        <source>Stored by hub</source>
        <translation>Gespeichert nach Hub</translation>
    </message>
    <message>
        <source>30 d</source>
        <translation>30 T</translation>
    </message>
    <message>
        <source>90 d</source>
        <translation>90 T</translation>
    </message>
    <message>
        <source>1 y</source>
        <translation>1 J</translation>
    </message>
    <message>
        <source>The last 30 days</source>
        <translation>Die letzten 30 Tage</translation>
    </message>
    <message>
        <source>The last 90 days</source>
        <translation>Die letzten 90 Tage</translation>
    </message>
    <message>
        <source>The last year</source>
        <translation>Das letzte Jahr</translation>
    </message>
    <message>
        <source>Dashed: the forecast; the band holds 8 of 10 cases</source>
        <translation>Gestrichelt: die Prognose; das Band hält 8 von 10 Fällen</translation>
    </message>
    <message>
        <source>in %1; what several hubs have counts once</source>
        <translation>in %1; was mehrere Hubs haben, zählt einmal</translation>
    </message>
    <message>
        <source>Stored by hub, day by day</source>
        <translation>Gespeichert nach Hub, Tag für Tag</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>Tabelle</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>7 d</source>
        <translation>7 T</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Alles</translation>
    </message>
    <message>
        <source>The last 7 days</source>
        <translation>Die letzten 7 Tage</translation>
    </message>
    <message>
        <source>All that was read</source>
        <translation>Alles, was gelesen wurde</translation>
    </message>
    <message>
        <source>The chart&apos;s values as a table</source>
        <translation>Die Werte des Diagramms als Tabelle</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Exportieren</translation>
    </message>
    <message>
        <source>The last one stays in the chart</source>
        <translation>Der letzte bleibt im Diagramm</translation>
    </message>
    <message numerus="yes">
        <source>%n hidden; budget and forecast are of the whole</source>
        <translation>
            <numerusform>%n verborgen; Budget und Prognose gelten dem Ganzen</numerusform>
            <numerusform>%n verborgen; Budget und Prognose gelten dem Ganzen</numerusform>
        </translation>
    </message>
    <message>
        <source>%1. %2</source>
        <comment>two sentences</comment>
        <translation>%1. %2</translation>
    </message>
    <message>
        <source>Read %1</source>
        <translation>Gelesen %1</translation>
    </message>
    <message>
        <source>%1, read %2</source>
        <comment>whose packages; when</comment>
        <translation>%1, gelesen %2</translation>
    </message>
</context>
<context>
    <name>slipway::GrowthExport</name>
    <message>
        <source>Export chart as PNG…</source>
        <translation>Diagramm als PNG exportieren…</translation>
    </message>
    <message>
        <source>Export chart as SVG…</source>
        <translation>Diagramm als SVG exportieren…</translation>
    </message>
    <message>
        <source>Export chart as CSV…</source>
        <translation>Diagramm als CSV exportieren…</translation>
    </message>
    <message>
        <source>Copy the chart&apos;s values</source>
        <translation>Werte des Diagramms kopieren</translation>
    </message>
</context>
<context>
    <name>slipway::HistoryModel</name>
    <message numerus="yes">
        <source>Tag(s) %1 moved</source>
        <translation>
            <numerusform>Tag %1 verschoben</numerusform>
            <numerusform>Tags %1 verschoben</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Tag(s) %1 added</source>
        <translation>
            <numerusform>Tag %1 hinzugefügt</numerusform>
            <numerusform>Tags %1 hinzugefügt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Tag(s) %1 removed</source>
        <translation>
            <numerusform>Tag %1 entfernt</numerusform>
            <numerusform>Tags %1 entfernt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n untagged version(s) appeared</source>
        <translation>
            <numerusform>%n Version ohne Tag erschienen</numerusform>
            <numerusform>%n Versionen ohne Tag erschienen</numerusform>
        </translation>
    </message>
    <message>
        <source>Version %1 appeared</source>
        <translation>Version %1 erschienen</translation>
    </message>
    <message numerus="yes">
        <source>%n untagged version(s) gone</source>
        <translation>
            <numerusform>%n Version ohne Tag entfernt</numerusform>
            <numerusform>%n Versionen ohne Tag entfernt</numerusform>
        </translation>
    </message>
    <message>
        <source>Version %1 gone</source>
        <translation>Version %1 entfernt</translation>
    </message>
    <message>
        <source>from %1 to %2</source>
        <translation>von %1 nach %2</translation>
    </message>
    <message>
        <source>to %1</source>
        <translation>nach %1</translation>
    </message>
    <message>
        <source>from %1</source>
        <translation>von %1</translation>
    </message>
    <message>
        <source>%1 and %2 more</source>
        <translation>%1 und %2 weitere</translation>
    </message>
    <message>
        <source>Seen %1, not yet %2</source>
        <translation>Gesehen %1, noch nicht %2</translation>
    </message>
    <message>
        <source>Seen</source>
        <translation>Gesehen</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>Was geschah</translation>
    </message>
</context>
<context>
    <name>slipway::HistoryTab</name>
    <message>
        <source>History</source>
        <translation>Verlauf</translation>
    </message>
    <message>
        <source>Whole package</source>
        <translation>Ganzes Paket</translation>
    </message>
    <message>
        <source>Everything that was seen of this package, not only of this version and its tags</source>
        <translation>Alles, was von diesem Paket gesehen wurde, nicht nur von dieser Version und ihren Tags</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Copy the selected events, or all, as text</source>
        <translation>Die ausgewählten Ereignisse, sonst alle, als Text kopieren</translation>
    </message>
    <message>
        <source>Show older</source>
        <translation>Ältere zeigen</translation>
    </message>
    <message>
        <source>No history here</source>
        <translation>Hier kein Verlauf</translation>
    </message>
    <message>
        <source>Select an image or a version to see what was seen of it.</source>
        <translation>Wählen Sie ein Image oder eine Version, um zu sehen, was davon gesehen wurde.</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>Reading the history</source>
        <translation>Der Verlauf wird gelesen</translation>
    </message>
    <message>
        <source>Nothing was seen yet</source>
        <translation>Noch nichts gesehen</translation>
    </message>
    <message>
        <source>Of this package no reading was kept that is whole.</source>
        <translation>Von diesem Paket ist keine vollständige Lesung aufbewahrt.</translation>
    </message>
    <message>
        <source>Nothing happened</source>
        <translation>Nichts geschehen</translation>
    </message>
    <message>
        <source>Nothing was seen of this version and its tags.</source>
        <translation>Von dieser Version und ihren Tags wurde nichts gesehen.</translation>
    </message>
    <message>
        <source>No tag of this package moved, and no version came or went.</source>
        <translation>Kein Tag dieses Pakets wurde verschoben, keine Version ist gekommen oder gegangen.</translation>
    </message>
    <message>
        <source>Seen since %1, at each reading</source>
        <translation>Gesehen seit %1, bei jedem Lesen</translation>
    </message>
    <message>
        <source>Nothing was seen of this version and its tags in what is shown; there is older.</source>
        <translation>Von dieser Version und ihren Tags wurde in dem, was gezeigt wird, nichts gesehen; es gibt Älteres.</translation>
    </message>
</context>
<context>
    <name>slipway::HistoryTable</name>
    <message>
        <source>History</source>
        <translation>Verlauf</translation>
    </message>
    <message>
        <source>Copy digest %1</source>
        <translation>Digest %1 kopieren</translation>
    </message>
    <message>
        <source>Copy as text</source>
        <translation>Als Text kopieren</translation>
    </message>
    <message>
        <source>Copy as CSV</source>
        <translation>Als CSV kopieren</translation>
    </message>
</context>
<context>
    <name>slipway::IncidentCard</name>
    <message>
        <source>Breaches of the budget</source>
        <translation>Überschreitungen des Budgets</translation>
    </message>
</context>
<context>
    <name>slipway::Inventory</name>
    <message>
        <source>Still being counted</source>
        <translation>Wird noch gezählt</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>Ja</translation>
    </message>
    <message>
        <source>No</source>
        <translation>Nein</translation>
    </message>
    <message numerus="yes">
        <source>%n image(s)</source>
        <translation>
            <numerusform>%n Image</numerusform>
            <numerusform>%n Images</numerusform>
        </translation>
    </message>
    <message>
        <source>Created %1
Updated %2</source>
        <translation>Erstellt %1
Geändert %2</translation>
    </message>
    <message>
        <source>%1: cannot be pulled whole</source>
        <translation>%1: nicht vollständig ziehbar</translation>
    </message>
    <message>
        <source>Bytes nothing else references: what deleting frees</source>
        <translation>Bytes, auf die sonst nichts verweist: was Löschen freigibt</translation>
    </message>
    <message>
        <source>Bytes stored, each blob counted once</source>
        <translation>Gespeicherte Bytes, jeder Blob einmal gezählt</translation>
    </message>
    <message>
        <source>Time since it was created or its tags last moved</source>
        <translation>Zeit, seit es erstellt wurde oder seine Tags zuletzt verschoben wurden</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Variant</source>
        <translation>Variante</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>Tags</translation>
    </message>
    <message>
        <source>Digest</source>
        <translation>Digest</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>Unique</source>
        <translation>Eigen</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>Age</source>
        <translation>Alter</translation>
    </message>
    <message>
        <source>Signed</source>
        <translation>Signiert</translation>
    </message>
    <message>
        <source>SBOM</source>
        <translation>SBOM</translation>
    </message>
    <message>
        <source>untagged</source>
        <translation>ohne Tag</translation>
    </message>
    <message>
        <source>Image</source>
        <translation>Image</translation>
    </message>
    <message>
        <source>Index</source>
        <translation>Index</translation>
    </message>
    <message>
        <source>Attestation</source>
        <translation>Attest</translation>
    </message>
    <message>
        <source>Signature</source>
        <translation>Signatur</translation>
    </message>
    <message>
        <source>Cache</source>
        <translation>Cache</translation>
    </message>
    <message>
        <source>Artifact</source>
        <translation>Artefakt</translation>
    </message>
    <message>
        <source>Unreadable</source>
        <translation>Unlesbar</translation>
    </message>
    <message>
        <source>CPU</source>
        <translation>CPU</translation>
    </message>
    <message>
        <source>GPU</source>
        <translation>GPU</translation>
    </message>
    <message>
        <source>Infra</source>
        <translation>Infra</translation>
    </message>
    <message>
        <source>Unassigned</source>
        <translation>Nicht zugeordnet</translation>
    </message>
    <message>
        <source>Base and infrastructure</source>
        <translation>Basis und Infrastruktur</translation>
    </message>
</context>
<context>
    <name>slipway::InventoryHeader</name>
    <message>
        <source>Inventory</source>
        <translation>Bestand</translation>
    </message>
    <message>
        <source>Packages whose hub, family and variant are known, by the profile&apos;s rules or by their labels and names. The others stand under Unassigned or have no variant.</source>
        <translation>Pakete, deren Hub, Familie und Variante bekannt sind, durch die Regeln des Profils oder durch Labels und Namen. Die anderen stehen unter „Nicht zugeordnet“ oder haben keine Variante.</translation>
    </message>
    <message>
        <source>Expand all</source>
        <translation>Alle aufklappen</translation>
    </message>
    <message>
        <source>Collapse all</source>
        <translation>Alle zuklappen</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>Spalten</translation>
    </message>
    <message>
        <source>Export CSV…</source>
        <translation>CSV exportieren …</translation>
    </message>
</context>
<context>
    <name>slipway::InventoryModel</name>
    <message numerus="yes">
        <source>%n image(s)</source>
        <translation>
            <numerusform>%n Image</numerusform>
            <numerusform>%n Images</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n image(s)</source>
        <translation>
            <numerusform>%1 von %n Image</numerusform>
            <numerusform>%1 von %n Images</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>slipway::InventoryPage</name>
    <message>
        <source>Inventory</source>
        <translation>Bestand</translation>
    </message>
    <message>
        <source>Expand all</source>
        <translation>Alle aufklappen</translation>
    </message>
    <message>
        <source>Collapse all</source>
        <translation>Alle zuklappen</translation>
    </message>
    <message>
        <source>Copied digest</source>
        <translation>Digest kopiert</translation>
    </message>
    <message>
        <source>Copy digest</source>
        <translation>Digest kopieren</translation>
    </message>
    <message>
        <source>Copy pull command</source>
        <translation>Pull-Befehl kopieren</translation>
    </message>
    <message>
        <source>Copy name</source>
        <translation>Name kopieren</translation>
    </message>
    <message>
        <source>1 hub selected</source>
        <translation>1 Hub ausgewählt</translation>
    </message>
    <message>
        <source>1 family selected</source>
        <translation>1 Familie ausgewählt</translation>
    </message>
    <message>
        <source>1 image selected</source>
        <translation>1 Image ausgewählt</translation>
    </message>
    <message>
        <source>1 version selected</source>
        <translation>1 Version ausgewählt</translation>
    </message>
    <message>
        <source>%1 in %2; versions and sizes are being counted…</source>
        <translation>%1 in %2; Versionen und Größen werden gezählt …</translation>
    </message>
    <message>
        <source>%1 in %2, %3, %4 stored</source>
        <translation>%1 in %2, %3, %4 gespeichert</translation>
    </message>
    <message numerus="yes">
        <source>%n image(s)</source>
        <translation>
            <numerusform>%n Image</numerusform>
            <numerusform>%n Images</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hub(s)</source>
        <comment>in %n hubs</comment>
        <translation>
            <numerusform>%n Hub</numerusform>
            <numerusform>%n Hubs</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n version(s)</source>
        <translation>
            <numerusform>%n Version</numerusform>
            <numerusform>%n Versionen</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 % classified</source>
        <translation>%1 % zugeordnet</translation>
    </message>
    <message numerus="yes">
        <source>%n problem(s) while reading.</source>
        <translation>
            <numerusform>%n Problem beim Lesen.</numerusform>
            <numerusform>%n Probleme beim Lesen.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n image(s) could not be read whole.</source>
        <translation>
            <numerusform>%1 von %n Image war nicht vollständig lesbar.</numerusform>
            <numerusform>%1 von %n Images waren nicht vollständig lesbar.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, %2, %3 unique</source>
        <translation>%1, %2, davon %3 eigen</translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) selected</source>
        <translation>
            <numerusform>%n Zeile gewählt</numerusform>
            <numerusform>%n Zeilen gewählt</numerusform>
        </translation>
    </message>
    <message>
        <source>%1: %2 logical, %3 stored, %4 freed if deleted</source>
        <translation>%1: %2 logisch, %3 gespeichert, %4 frei nach dem Löschen</translation>
    </message>
    <message>
        <source>Still being counted</source>
        <translation>Wird noch gezählt</translation>
    </message>
    <message>
        <source>Select an image or a version first</source>
        <translation>Wählen Sie zuerst ein Image oder eine Version</translation>
    </message>
    <message>
        <source>Copied name</source>
        <translation>Name kopiert</translation>
    </message>
    <message>
        <source>Copied pull command</source>
        <translation>Pull-Befehl kopiert</translation>
    </message>
</context>
<context>
    <name>slipway::InventoryRecords</name>
    <message>
        <source>Image</source>
        <translation>Image</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>Tags</translation>
    </message>
    <message>
        <source>Digest</source>
        <translation>Digest</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>Unique</source>
        <translation>Eigen</translation>
    </message>
</context>
<context>
    <name>slipway::InventorySelection</name>
    <message>
        <source>Export CSV…</source>
        <translation>CSV exportieren …</translation>
    </message>
    <message>
        <source>Copy as text</source>
        <translation>Als Text kopieren</translation>
    </message>
    <message>
        <source>Copy as CSV</source>
        <translation>Als CSV kopieren</translation>
    </message>
    <message>
        <source>Copy as JSON</source>
        <translation>Als JSON kopieren</translation>
    </message>
    <message>
        <source>Copy as</source>
        <translation>Kopieren als</translation>
    </message>
    <message>
        <source>Copied as text</source>
        <translation>Als Text kopiert</translation>
    </message>
    <message>
        <source>Copied as CSV</source>
        <translation>Als CSV kopiert</translation>
    </message>
    <message>
        <source>Copied as JSON</source>
        <translation>Als JSON kopiert</translation>
    </message>
    <message numerus="yes">
        <source>Export %n selected row(s) as CSV</source>
        <translation>
            <numerusform>%n ausgewählte Zeile als CSV exportieren</numerusform>
            <numerusform>%n ausgewählte Zeilen als CSV exportieren</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Export %n image(s) as CSV</source>
        <translation>
            <numerusform>%n Image als CSV exportieren</numerusform>
            <numerusform>%n Images als CSV exportieren</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>slipway::InventoryStates</name>
    <message>
        <source>Try again</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>No match for this filter</source>
        <translation>Kein Treffer für diesen Filter</translation>
    </message>
    <message>
        <source>Clear filter</source>
        <translation>Filter leeren</translation>
    </message>
    <message>
        <source>No packages in %1</source>
        <translation>Keine Pakete in %1</translation>
    </message>
    <message>
        <source>Packages appear here once an image has been pushed, and if the token may see them.</source>
        <translation>Pakete erscheinen hier, sobald ein Image gepusht wurde und wenn das Token sie sehen darf.</translation>
    </message>
</context>
<context>
    <name>slipway::InventoryTree</name>
    <message>
        <source>Images by hub and family</source>
        <translation>Images nach Hub und Familie</translation>
    </message>
    <message>
        <source>Sorted by %1, ascending</source>
        <translation>Nach %1 sortiert, aufsteigend</translation>
    </message>
    <message>
        <source>Sorted by %1, descending</source>
        <translation>Nach %1 sortiert, absteigend</translation>
    </message>
</context>
<context>
    <name>slipway::LadderCard</name>
    <message>
        <source>Packages of two SBOMs</source>
        <translation>Pakete zweier SBOMs</translation>
    </message>
    <message>
        <source>Two images side by side</source>
        <translation>Zwei Images nebeneinander</translation>
    </message>
    <message>
        <source>Layers</source>
        <translation>Schichten</translation>
    </message>
    <message>
        <source>Packages</source>
        <translation>Pakete</translation>
    </message>
    <message>
        <source>The layers of two images</source>
        <translation>Die Schichten zweier Images</translation>
    </message>
    <message>
        <source>The packages that the SBOMs of two images tell</source>
        <translation>Die Pakete, die die SBOMs zweier Images nennen</translation>
    </message>
    <message>
        <source>Left image</source>
        <translation>Linkes Image</translation>
    </message>
    <message>
        <source>Right image</source>
        <translation>Rechtes Image</translation>
    </message>
    <message>
        <source>package:tag</source>
        <translation>Paket:Tag</translation>
    </message>
    <message>
        <source>package:tag, package@sha256:…, or package:tag@lock for what the lock file pins</source>
        <translation>Paket:Tag, Paket@sha256:… oder Paket:Tag@lock für das, was die Lock-Datei festhält</translation>
    </message>
    <message>
        <source>Platform</source>
        <translation>Plattform</translation>
    </message>
    <message>
        <source>Nothing is compared</source>
        <translation>Nichts wird verglichen</translation>
    </message>
    <message>
        <source>Choose a finding or a cell above, or write the names of two images.</source>
        <translation>Wählen Sie oben einen Fund oder eine Zelle, oder schreiben Sie die Namen zweier Images.</translation>
    </message>
    <message>
        <source>%1 cannot be compared</source>
        <translation>%1 kann nicht verglichen werden</translation>
    </message>
    <message>
        <source>No packages to compare</source>
        <translation>Keine Pakete zu vergleichen</translation>
    </message>
    <message>
        <source>The same packages</source>
        <translation>Dieselben Pakete</translation>
    </message>
    <message>
        <source>Both SBOMs tell the same packages in the same releases.</source>
        <translation>Beide SBOMs nennen dieselben Pakete in denselben Ausgaben.</translation>
    </message>
</context>
<context>
    <name>slipway::LadderModel</name>
    <message>
        <source>shared</source>
        <translation>gemeinsam</translation>
    </message>
    <message>
        <source>different</source>
        <translation>verschieden</translation>
    </message>
    <message>
        <source>drift</source>
        <translation>Drift</translation>
    </message>
    <message>
        <source>no layer</source>
        <translation>keine Schicht</translation>
    </message>
    <message>
        <source>Rung %1: %2</source>
        <translation>Sprosse %1: %2</translation>
    </message>
    <message>
        <source>Content</source>
        <translation>Inhalt</translation>
    </message>
    <message>
        <source>Layer</source>
        <translation>Schicht</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>#</source>
        <translation>#</translation>
    </message>
    <message>
        <source>No layers</source>
        <translation>Keine Schichten</translation>
    </message>
    <message>
        <source>The same layers</source>
        <translation>Dieselben Schichten</translation>
    </message>
    <message>
        <source>No layer in common</source>
        <translation>Keine gemeinsame Schicht</translation>
    </message>
    <message>
        <source>Another lowest layer</source>
        <translation>Andere unterste Schicht</translation>
    </message>
    <message>
        <source>Same up to layer %1</source>
        <translation>Gleich bis Schicht %1</translation>
    </message>
    <message numerus="yes">
        <source>%n layer(s), %1</source>
        <translation>
            <numerusform>%n Schicht, %1</numerusform>
            <numerusform>%n Schichten, %1</numerusform>
        </translation>
    </message>
    <message>
        <source>Common prefix: %1.</source>
        <translation>Gemeinsamer Anfang: %1.</translation>
    </message>
    <message>
        <source>In common at all: %1.</source>
        <translation>Insgesamt gemeinsam: %1.</translation>
    </message>
</context>
<context>
    <name>slipway::LadderPanel</name>
    <message>
        <source>Diverges at layer %1</source>
        <translation>Weicht ab Schicht %1 ab</translation>
    </message>
    <message>
        <source>Layer ladder</source>
        <translation>Schichtvergleich</translation>
    </message>
    <message>
        <source>Drift</source>
        <translation>Drift</translation>
    </message>
    <message>
        <source>Shared</source>
        <translation>Gemeinsam</translation>
    </message>
    <message>
        <source>Different</source>
        <translation>Verschieden</translation>
    </message>
</context>
<context>
    <name>slipway::LadderSides</name>
    <message>
        <source>Layer</source>
        <translation>Schicht</translation>
    </message>
    <message>
        <source>%1: %2 in all</source>
        <translation>%1: zusammen %2</translation>
    </message>
</context>
<context>
    <name>slipway::LadderView</name>
    <message>
        <source>Layer ladder</source>
        <translation>Schichtvergleich</translation>
    </message>
</context>
<context>
    <name>slipway::LayerComparison</name>
    <message>
        <source>Compare layers…</source>
        <translation>Schichten vergleichen …</translation>
    </message>
    <message>
        <source>Select two images or versions to see which layers they share</source>
        <translation>Zwei Images oder Versionen auswählen, um zu sehen, welche Schichten sie gemeinsam haben</translation>
    </message>
    <message>
        <source>What made the layers is not known of both: a config has no history that fits, or could not be read.</source>
        <translation>Was die Schichten erzeugt hat, ist nicht von beiden bekannt: Eine Config hat keinen passenden Verlauf oder konnte nicht gelesen werden.</translation>
    </message>
</context>
<context>
    <name>slipway::LayersModel</name>
    <message numerus="yes">
        <source>%n image(s) have this layer</source>
        <translation>
            <numerusform>%n Image hat diese Schicht</numerusform>
            <numerusform>%n Images haben diese Schicht</numerusform>
        </translation>
    </message>
    <message>
        <source>#</source>
        <translation>#</translation>
    </message>
    <message>
        <source>Layer</source>
        <translation>Schicht</translation>
    </message>
    <message>
        <source>Content</source>
        <translation>Inhalt</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>Used by</source>
        <translation>Genutzt von</translation>
    </message>
</context>
<context>
    <name>slipway::LayersTab</name>
    <message>
        <source>Layers</source>
        <translation>Schichten</translation>
    </message>
    <message>
        <source>Layers no other image uses make up %1.</source>
        <translation>Schichten, die kein anderes Image nutzt: %1.</translation>
    </message>
    <message>
        <source>and %1 more</source>
        <translation>und %1 weitere</translation>
    </message>
    <message>
        <source>Copy names</source>
        <translation>Namen kopieren</translation>
    </message>
    <message>
        <source>No layers here</source>
        <translation>Hier gibt es keine Schichten</translation>
    </message>
    <message>
        <source>Select an image or a version to see its layers.</source>
        <translation>Wählen Sie ein Image oder eine Version, um die Schichten zu sehen.</translation>
    </message>
    <message>
        <source>No layers known</source>
        <translation>Keine Schichten bekannt</translation>
    </message>
    <message>
        <source>The manifest could not be read, so its layers are not known.</source>
        <translation>Das Manifest war nicht lesbar, daher sind seine Schichten nicht bekannt.</translation>
    </message>
    <message>
        <source>The config could not be read, so what made them is not known.</source>
        <translation>Die Config konnte nicht gelesen werden; was sie erzeugt hat, ist nicht bekannt.</translation>
    </message>
    <message>
        <source>The config has no history, so what made them is not known.</source>
        <translation>Die Config hat keinen Verlauf; was sie erzeugt hat, ist nicht bekannt.</translation>
    </message>
    <message>
        <source>The config&apos;s history tells of another number of layers, so it is not used.</source>
        <translation>Der Verlauf der Config nennt eine andere Zahl von Schichten und wird nicht verwendet.</translation>
    </message>
</context>
<context>
    <name>slipway::LimitNotices</name>
    <message>
        <source>GitHub&apos;s limit is used up</source>
        <translation>GitHubs Limit ist verbraucht</translation>
    </message>
    <message>
        <source>Reading goes on at %1.</source>
        <translation>Gelesen wird weiter um %1.</translation>
    </message>
</context>
<context>
    <name>slipway::LockDialog</name>
    <message>
        <source>Regenerate %1</source>
        <translation>%1 neu erzeugen</translation>
    </message>
    <message>
        <source>Write the file</source>
        <translation>Datei schreiben</translation>
    </message>
    <message>
        <source>How the file changes, line by line</source>
        <translation>Wie sich die Datei ändert, Zeile für Zeile</translation>
    </message>
    <message>
        <source>Copy the new file</source>
        <translation>Neue Datei kopieren</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>%1 is what the registry has. There is nothing to write.</source>
        <translation>%1 ist, was die Registry hat. Es gibt nichts zu schreiben.</translation>
    </message>
    <message>
        <source>%1 lines go, %2 come</source>
        <translation>%1 Zeilen gehen, %2 kommen</translation>
    </message>
    <message>
        <source>The form of %1 changes: %2.</source>
        <translation>Die Form von %1 ändert sich: %2.</translation>
    </message>
    <message>
        <source>What is pushed now is taken as right: check what drifted before. The file is %1.</source>
        <translation>Was jetzt hochgeladen ist, gilt damit als richtig: prüfen Sie vorher, was abweicht. Die Datei ist %1.</translation>
    </message>
    <message>
        <source>Not everything could be read; what is pinned of it stays.</source>
        <translation>Nicht alles konnte gelesen werden; was davon festgehalten ist, bleibt.</translation>
    </message>
    <message>
        <source>Members that are not known are kept: %1</source>
        <translation>Unbekannte Angaben bleiben erhalten: %1</translation>
    </message>
    <message>
        <source>Of the changed lines the first %1 are shown.</source>
        <translation>Von den geänderten Zeilen sind die ersten %1 zu sehen.</translation>
    </message>
    <message>
        <source>The demo&apos;s lock file is a part of the program and cannot be written.</source>
        <translation>Die Lock-Datei der Demo ist ein Teil des Programms und kann nicht geschrieben werden.</translation>
    </message>
    <message>
        <source>%1 cannot be written.</source>
        <translation>%1 kann nicht geschrieben werden.</translation>
    </message>
    <message>
        <source>%1: %2.</source>
        <comment>what changes; lines</comment>
        <translation>%1: %2.</translation>
    </message>
    <message numerus="yes">
        <source>%n tag(s) on another digest</source>
        <translation>
            <numerusform>%n Tag auf anderem Digest</numerusform>
            <numerusform>%n Tags auf anderem Digest</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n added</source>
        <translation>
            <numerusform>%n neu</numerusform>
            <numerusform>%n neu</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n removed</source>
        <translation>
            <numerusform>%n entfernt</numerusform>
            <numerusform>%n entfernt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n with something else said of it</source>
        <translation>
            <numerusform>%n mit anderen Angaben</numerusform>
            <numerusform>%n mit anderen Angaben</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>There is no %1 yet. %n tag(s) are pinned.</source>
        <translation>
            <numerusform>Es gibt noch keine %1. %n Tag wird festgehalten.</numerusform>
            <numerusform>Es gibt noch keine %1. %n Tags werden festgehalten.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The file has a merge that was left open; the registry decides %n conflict(s).</source>
        <translation>
            <numerusform>In der Datei ist eine offene Zusammenführung; die Registry entscheidet %n Konflikt.</numerusform>
            <numerusform>In der Datei ist eine offene Zusammenführung; die Registry entscheidet %n Konflikte.</numerusform>
        </translation>
    </message>
    <message>
        <source>Open a pull request…</source>
        <translation>Pull-Request öffnen …</translation>
    </message>
</context>
<context>
    <name>slipway::LogHead</name>
    <message>
        <source>All levels</source>
        <translation>Alle Stufen</translation>
    </message>
    <message>
        <source>Information and above</source>
        <translation>Ab Information</translation>
    </message>
    <message>
        <source>Warnings and errors</source>
        <translation>Warnungen und Fehler</translation>
    </message>
    <message>
        <source>Errors only</source>
        <translation>Nur Fehler</translation>
    </message>
    <message>
        <source>All categories</source>
        <translation>Alle Kategorien</translation>
    </message>
    <message>
        <source>Level</source>
        <translation>Stufe</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>Kategorie</translation>
    </message>
    <message>
        <source>Jump to newest</source>
        <translation>Zur neuesten Zeile</translation>
    </message>
    <message>
        <source>Log</source>
        <translation>Protokoll</translation>
    </message>
    <message>
        <source>Filter, -word to leave out</source>
        <translation>Filter, -Wort schließt aus</translation>
    </message>
    <message>
        <source>Filter the log</source>
        <translation>Protokoll filtern</translation>
    </message>
    <message>
        <source>Words a line must have; -word or -&quot;two words&quot; for those it must not have</source>
        <translation>Wörter, die eine Zeile haben muss; -Wort oder -&quot;zwei Wörter&quot; für die, die sie nicht haben darf</translation>
    </message>
    <message>
        <source>Copy selected lines (Ctrl+C)</source>
        <translation>Ausgewählte Zeilen kopieren (Strg+C)</translation>
    </message>
    <message>
        <source>Save as file</source>
        <translation>Als Datei sichern</translation>
    </message>
    <message>
        <source>Clear view</source>
        <translation>Ansicht leeren</translation>
    </message>
    <message numerus="yes">
        <source>%n line(s)</source>
        <translation>
            <numerusform>%n Zeile</numerusform>
            <numerusform>%n Zeilen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n line(s)</source>
        <translation>
            <numerusform>%1 von %n Zeile</numerusform>
            <numerusform>%1 von %n Zeilen</numerusform>
        </translation>
    </message>
    <message>
        <source>Close log</source>
        <translation>Protokoll schließen</translation>
    </message>
</context>
<context>
    <name>slipway::LogModel</name>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>Level</source>
        <translation>Stufe</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>Kategorie</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>Meldung</translation>
    </message>
    <message>
        <source>Debug</source>
        <translation>Fehlersuche</translation>
    </message>
    <message>
        <source>Information</source>
        <translation>Information</translation>
    </message>
    <message>
        <source>Warning</source>
        <translation>Warnung</translation>
    </message>
    <message>
        <source>Error</source>
        <translation>Fehler</translation>
    </message>
</context>
<context>
    <name>slipway::LogPanel</name>
    <message>
        <source>Log</source>
        <translation>Protokoll</translation>
    </message>
    <message>
        <source>Nothing logged yet</source>
        <translation>Noch nichts protokolliert</translation>
    </message>
    <message>
        <source>Requests, scans and warnings of this session appear here.</source>
        <translation>Hier erscheinen Anfragen, Lesevorgänge und Warnungen dieser Sitzung.</translation>
    </message>
    <message>
        <source>No line matches this filter</source>
        <translation>Keine Zeile passt zu diesem Filter</translation>
    </message>
    <message>
        <source>Clear filter</source>
        <translation>Filter leeren</translation>
    </message>
    <message>
        <source>Save log</source>
        <translation>Protokoll sichern</translation>
    </message>
</context>
<context>
    <name>slipway::LogTable</name>
    <message>
        <source>Log lines</source>
        <translation>Protokollzeilen</translation>
    </message>
</context>
<context>
    <name>slipway::MainWindow</name>
    <message>
        <source>Inventory</source>
        <translation>Bestand</translation>
    </message>
    <message>
        <source>%1 – Slipway</source>
        <translation>%1 – Slipway</translation>
    </message>
    <message>
        <source>Storage</source>
        <translation>Speicher</translation>
    </message>
    <message>
        <source>Drift</source>
        <translation>Abweichungen</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>Dateien</translation>
    </message>
    <message>
        <source>Cleanup</source>
        <translation>Aufräumen</translation>
    </message>
</context>
<context>
    <name>slipway::ManageAccountsDialog</name>
    <message>
        <source>Accounts</source>
        <translation>Konten</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>Umbenennen</translation>
    </message>
    <message>
        <source>Check again</source>
        <translation>Neu prüfen</translation>
    </message>
    <message>
        <source>Name of the account</source>
        <translation>Name des Kontos</translation>
    </message>
    <message>
        <source>Add account…</source>
        <translation>Konto hinzufügen …</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>%1: %2 on %3</source>
        <translation>%1: %2 auf %3</translation>
    </message>
    <message>
        <source>Remove…</source>
        <translation>Entfernen …</translation>
    </message>
    <message>
        <source>There are no accounts.</source>
        <translation>Es gibt keine Konten.</translation>
    </message>
    <message>
        <source>Checking %1…</source>
        <translation>%1 wird geprüft …</translation>
    </message>
    <message>
        <source>Remove account</source>
        <translation>Konto entfernen</translation>
    </message>
    <message>
        <source>Remove %1? Its token leaves the keychain. What was read stays.</source>
        <translation>%1 entfernen? Das Token wird aus dem Schlüsselbund gelöscht. Was gelesen wurde, bleibt.</translation>
    </message>
    <message>
        <source>Read-only: change nothing on a server with this account</source>
        <translation>Nur lesen: mit diesem Konto auf keinem Server etwas ändern</translation>
    </message>
</context>
<context>
    <name>slipway::ManifestTab</name>
    <message>
        <source>Manifest</source>
        <translation>Manifest</translation>
    </message>
    <message>
        <source>Manifest document</source>
        <translation>Manifest-Dokument</translation>
    </message>
    <message>
        <source>Raw</source>
        <translation>Roh</translation>
    </message>
    <message>
        <source>The bytes as the registry keeps them, not set out</source>
        <translation>Die Bytes, wie die Registry sie hält, ohne Einrückung</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Copy the document as it is shown</source>
        <translation>Das Dokument kopieren, wie es gezeigt wird</translation>
    </message>
    <message>
        <source>Digest matches content</source>
        <translation>Digest passt zum Inhalt</translation>
    </message>
    <message>
        <source>Digest does not match content</source>
        <translation>Digest passt nicht zum Inhalt</translation>
    </message>
    <message>
        <source>Read %1</source>
        <translation>Gelesen %1</translation>
    </message>
    <message>
        <source>Reading the manifest</source>
        <translation>Das Manifest wird gelesen</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>No manifest here</source>
        <translation>Hier gibt es kein Manifest</translation>
    </message>
    <message>
        <source>Select an image or a version to see its manifest.</source>
        <translation>Wählen Sie ein Image oder eine Version, um das Manifest zu sehen.</translation>
    </message>
    <message numerus="yes">
        <source>%n entries</source>
        <translation>
            <numerusform>%n Eintrag</numerusform>
            <numerusform>%n Einträge</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n layer(s)</source>
        <translation>
            <numerusform>%n Schicht</numerusform>
            <numerusform>%n Schichten</numerusform>
        </translation>
    </message>
    <message>
        <source>Copied manifest</source>
        <translation>Manifest kopiert</translation>
    </message>
</context>
<context>
    <name>slipway::MessageBar</name>
    <message>
        <source>Message</source>
        <translation>Meldung</translation>
    </message>
    <message>
        <source>Hide details</source>
        <translation>Details ausblenden</translation>
    </message>
    <message>
        <source>Show details</source>
        <translation>Details zeigen</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>und %n weiteres</numerusform>
            <numerusform>und %n weitere</numerusform>
        </translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
</context>
<context>
    <name>slipway::Operation</name>
    <message>
        <source>stopping</source>
        <translation>wird angehalten</translation>
    </message>
    <message>
        <source>starting</source>
        <translation>beginnt</translation>
    </message>
    <message>
        <source>about %1 s left</source>
        <translation>noch etwa %1 s</translation>
    </message>
    <message>
        <source>about %1 min left</source>
        <translation>noch etwa %1 min</translation>
    </message>
    <message>
        <source>%1 of %2 packages</source>
        <translation>%1 von %2 Paketen</translation>
    </message>
    <message>
        <source>%1 of %2 versions</source>
        <translation>%1 von %2 Versionen</translation>
    </message>
    <message>
        <source>%1 of %2 manifests</source>
        <translation>%1 von %2 Manifesten</translation>
    </message>
</context>
<context>
    <name>slipway::OperationNotices</name>
    <message>
        <source>Done.</source>
        <translation>Fertig.</translation>
    </message>
</context>
<context>
    <name>slipway::OperationStrip</name>
    <message>
        <source>Stop “%1”</source>
        <translation>„%1“ anhalten</translation>
    </message>
</context>
<context>
    <name>slipway::OwnerChooser</name>
    <message>
        <source>Organisation %1</source>
        <translation>Organisation %1</translation>
    </message>
    <message>
        <source>Add account…</source>
        <translation>Konto hinzufügen …</translation>
    </message>
    <message>
        <source>Manage accounts…</source>
        <translation>Konten verwalten …</translation>
    </message>
    <message>
        <source>Switch organisation</source>
        <translation>Organisation wechseln</translation>
    </message>
</context>
<context>
    <name>slipway::Copying</name>
    <message>
        <source>Copied as text</source>
        <translation>Als Text kopiert</translation>
    </message>
    <message>
        <source>Copied as CSV</source>
        <translation>Als CSV kopiert</translation>
    </message>
    <message>
        <source>Copied as Markdown</source>
        <translation>Als Markdown kopiert</translation>
    </message>
    <message numerus="yes">
        <source>Copied %n line(s)</source>
        <translation>
            <numerusform>Zeile kopiert</numerusform>
            <numerusform>%n Zeilen kopiert</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Copied %n digest(s)</source>
        <translation>
            <numerusform>Digest kopiert</numerusform>
            <numerusform>%n Digests kopiert</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Copied %n name(s)</source>
        <translation>
            <numerusform>Namen kopiert</numerusform>
            <numerusform>%n Namen kopiert</numerusform>
        </translation>
    </message>
    <message>
        <source>Copied config</source>
        <translation>Config kopiert</translation>
    </message>
    <message>
        <source>Copied file</source>
        <translation>Datei kopiert</translation>
    </message>
</context>
<context>
    <name>slipway::PaletteFacets</name>
    <message>
        <source>Filter by %1: %2</source>
        <translation>Filtern nach %1: %2</translation>
    </message>
    <message>
        <source>chosen</source>
        <translation>gewählt</translation>
    </message>
    <message numerus="yes">
        <source>%n image(s)</source>
        <translation>
            <numerusform>%n Image</numerusform>
            <numerusform>%n Images</numerusform>
        </translation>
    </message>
    <message>
        <source>Any</source>
        <translation>Beliebig</translation>
    </message>
</context>
<context>
    <name>slipway::PaletteFoot</name>
    <message>
        <source>Move</source>
        <translation>Wählen</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Enter</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>Ausführen</translation>
    </message>
    <message>
        <source>Tab</source>
        <translation>Tab</translation>
    </message>
    <message>
        <source>Complete</source>
        <translation>Ergänzen</translation>
    </message>
    <message>
        <source>Esc</source>
        <translation>Esc</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>… asks for more first</source>
        <translation>… fragt zuerst nach</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Tasten</translation>
    </message>
    <message>
        <source>Up and down move, Enter runs, Tab completes, Esc closes</source>
        <translation>Auf und ab wählen, Enter führt aus, Tab ergänzt, Esc schließt</translation>
    </message>
</context>
<context>
    <name>slipway::PaletteModel</name>
    <message>
        <source>Enter</source>
        <translation>Enter</translation>
    </message>
    <message>
        <source>Recent</source>
        <translation>Zuletzt</translation>
    </message>
    <message>
        <source>Commands</source>
        <translation>Befehle</translation>
    </message>
    <message>
        <source>Go to</source>
        <translation>Gehe zu</translation>
    </message>
    <message>
        <source>Organisations</source>
        <translation>Organisationen</translation>
    </message>
    <message>
        <source>Images</source>
        <translation>Images</translation>
    </message>
    <message>
        <source>Versions</source>
        <translation>Versionen</translation>
    </message>
    <message>
        <source>Suggested</source>
        <translation>Vorschläge</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>Dateien</translation>
    </message>
</context>
<context>
    <name>slipway::PlaceOpener</name>
    <message>
        <source>%1 cannot be shown here: no account has this owner. Add one and open the link again.</source>
        <translation>%1 kann hier nicht gezeigt werden: Kein Konto hat diesen Eigentümer. Fügen Sie eines hinzu und öffnen Sie den Link noch einmal.</translation>
    </message>
    <message>
        <source>%1 is not among what was read.</source>
        <translation>%1 ist nicht unter dem, was gelesen wurde.</translation>
    </message>
    <message>
        <source>This version has no page %1.</source>
        <translation>Diese Version hat keine Seite %1.</translation>
    </message>
    <message>
        <source>The link cannot be opened. %1</source>
        <translation>Der Link kann nicht geöffnet werden. %1</translation>
    </message>
</context>
<context>
    <name>slipway::PlatformChoice</name>
    <message>
        <source>Which of the index&apos;s images to show</source>
        <translation>Welches Image des Index gezeigt wird</translation>
    </message>
    <message>
        <source>Image: %1</source>
        <translation>Image: %1</translation>
    </message>
</context>
<context>
    <name>slipway::QuitDialog</name>
    <message>
        <source>Quit while something runs?</source>
        <translation>Beenden, während etwas läuft?</translation>
    </message>
    <message>
        <source>Keep running</source>
        <translation>Weiterlaufen lassen</translation>
    </message>
    <message>
        <source>Stop and quit</source>
        <translation>Abbrechen und beenden</translation>
    </message>
    <message>
        <source>This would be interrupted:</source>
        <translation>Das würde unterbrochen:</translation>
    </message>
    <message>
        <source>%1 (%2). %3</source>
        <translation>%1 (%2). %3</translation>
    </message>
</context>
<context>
    <name>slipway::QuitGuard</name>
    <message>
        <source>Quit</source>
        <translation>Beenden</translation>
    </message>
</context>
<context>
    <name>slipway::ReclaimCard</name>
    <message>
        <source>Reclaimable</source>
        <translation>Freizugeben</translation>
    </message>
    <message>
        <source>What can be reclaimed by family</source>
        <translation>Was freizugeben ist, nach Familie</translation>
    </message>
    <message>
        <source>What can be reclaimed by image</source>
        <translation>Was freizugeben ist, nach Image</translation>
    </message>
    <message>
        <source>What a cleanup would free is being worked out</source>
        <translation>Was ein Aufräumen freigäbe, wird ermittelt</translation>
    </message>
    <message>
        <source>Nothing to remove under this policy</source>
        <translation>Nach dieser Regel ist nichts zu löschen</translation>
    </message>
</context>
<context>
    <name>slipway::ReferrerGraph</name>
    <message>
        <source>Referrer graph</source>
        <translation>Graph des Angehängten</translation>
    </message>
</context>
<context>
    <name>slipway::ReferrerNodes</name>
    <message>
        <source>missing in the registry</source>
        <translation>fehlt in der Registry</translation>
    </message>
    <message>
        <source>%1, listed by %2</source>
        <translation>%1, aufgeführt in %2</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 zu %2</translation>
    </message>
</context>
<context>
    <name>slipway::ReferrersModel</name>
    <message>
        <source>Digest</source>
        <translation>Digest</translation>
    </message>
    <message>
        <source>Manifest</source>
        <translation>Manifest</translation>
    </message>
</context>
<context>
    <name>slipway::ReferrersTab</name>
    <message>
        <source>Referrers</source>
        <translation>Angehängt</translation>
    </message>
    <message>
        <source>No referrers here</source>
        <translation>Hier ist nichts angehängt</translation>
    </message>
    <message>
        <source>Select an image or a version to see what refers to it.</source>
        <translation>Wählen Sie ein Image oder eine Version, um zu sehen, was darauf verweist.</translation>
    </message>
    <message>
        <source>No referrers</source>
        <translation>Nichts angehängt</translation>
    </message>
    <message>
        <source>No signature, SBOM or attestation of this version was found.</source>
        <translation>Zu dieser Version wurden weder Signatur noch SBOM noch Attest gefunden.</translation>
    </message>
</context>
<context>
    <name>slipway::ReferrersTable</name>
    <message>
        <source>Referrers as a table</source>
        <translation>Angehängtes als Tabelle</translation>
    </message>
</context>
<context>
    <name>slipway::SavedFiltersButton</name>
    <message>
        <source>Saved filters</source>
        <translation>Gespeicherte Filter</translation>
    </message>
    <message>
        <source>Save this filter…</source>
        <translation>Diesen Filter speichern …</translation>
    </message>
    <message>
        <source>Save this filter</source>
        <translation>Diesen Filter speichern</translation>
    </message>
    <message>
        <source>Name of the filter</source>
        <translation>Name des Filters</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Save filter</source>
        <translation>Filter speichern</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>Verwerfen</translation>
    </message>
    <message>
        <source>Discarded the filter “%1”</source>
        <translation>Filter „%1“ verworfen</translation>
    </message>
    <message>
        <source>Apply filter %1</source>
        <translation>Filter %1 anwenden</translation>
    </message>
    <message>
        <source>There is no filter that can be saved</source>
        <translation>Es gibt keinen Filter, der gespeichert werden kann</translation>
    </message>
</context>
<context>
    <name>slipway::SearchField</name>
    <message>
        <source>Clear</source>
        <translation>Leeren</translation>
    </message>
</context>
<context>
    <name>slipway::SettingsDesk</name>
    <message>
        <source>The settings were damaged (%1). They are kept as %2; the usual values count.</source>
        <translation>Die Einstellungen waren beschädigt (%1). Sie sind als %2 aufgehoben; es gelten die üblichen Werte.</translation>
    </message>
    <message>
        <source>%1, line %2: %3: %4</source>
        <translation>%1, Zeile %2: %3: %4</translation>
    </message>
    <message>
        <source>A setting cannot be understood; its usual value counts. %1</source>
        <translation>Eine Einstellung ist nicht zu verstehen; es gilt ihr üblicher Wert. %1</translation>
    </message>
    <message numerus="yes">
        <source>%n setting(s) cannot be understood; their usual values count. The first: %1</source>
        <translation>
            <numerusform>%n Einstellung ist nicht zu verstehen; es gilt ihr üblicher Wert. Die erste: %1</numerusform>
            <numerusform>%n Einstellungen sind nicht zu verstehen; es gelten ihre üblichen Werte. Die erste: %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>slipway::SettingsDialog</name>
    <message numerus="yes">
        <source>every %n second(s)</source>
        <translation>
            <numerusform>jede Sekunde</numerusform>
            <numerusform>alle %n Sekunden</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>every %n minute(s)</source>
        <translation>
            <numerusform>jede Minute</numerusform>
            <numerusform>alle %n Minuten</numerusform>
        </translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>No setting has these words.</source>
        <translation>Keine Einstellung hat diese Wörter.</translation>
    </message>
    <message>
        <source>Search settings</source>
        <translation>Einstellungen suchen</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation>Darstellung</translation>
    </message>
    <message>
        <source>System</source>
        <translation>System</translation>
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
        <source>Theme</source>
        <translation>Farben</translation>
    </message>
    <message>
        <source>Light or dark colours, or what the system has.</source>
        <translation>Helle oder dunkle Farben, oder die des Systems.</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Sprache</translation>
    </message>
    <message>
        <source>Counts from the next start.</source>
        <translation>Gilt ab dem nächsten Start.</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>Text size</source>
        <translation>Schriftgröße</translation>
    </message>
    <message>
        <source>As the desktop&apos;s font, or as large as you choose.</source>
        <translation>Wie die Schrift des Desktops, oder so groß, wie Sie es wählen.</translation>
    </message>
    <message>
        <source>font zoom scale accessibility</source>
        <translation>Schrift Zoom Vergrößerung Barrierefreiheit</translation>
    </message>
    <message>
        <source>Accounts</source>
        <translation>Konten</translation>
    </message>
    <message>
        <source>Manage accounts…</source>
        <translation>Konten verwalten …</translation>
    </message>
    <message>
        <source>Accounts and tokens</source>
        <translation>Konten und Token</translation>
    </message>
    <message>
        <source>Refresh</source>
        <translation>Aktualisieren</translation>
    </message>
    <message>
        <source>Read by itself</source>
        <translation>Von selbst lesen</translation>
    </message>
    <message>
        <source>Otherwise only when you refresh.</source>
        <translation>Sonst nur, wenn Sie aktualisieren.</translation>
    </message>
    <message>
        <source>While the window is used</source>
        <translation>Während das Fenster benutzt wird</translation>
    </message>
    <message>
        <source>More often while something changes, more slowly near GitHub&apos;s limit.</source>
        <translation>Öfter, solange sich etwas ändert; seltener nahe an GitHubs Grenze.</translation>
    </message>
    <message>
        <source>Also in the background</source>
        <translation>Auch im Hintergrund</translation>
    </message>
    <message>
        <source>While the window is seen and another is used.</source>
        <translation>Während das Fenster zu sehen ist und ein anderes benutzt wird.</translation>
    </message>
    <message>
        <source>In the background</source>
        <translation>Im Hintergrund</translation>
    </message>
    <message>
        <source>Logging</source>
        <translation>Protokoll</translation>
    </message>
    <message>
        <source>Everything</source>
        <translation>Alles</translation>
    </message>
    <message>
        <source>Information</source>
        <translation>Informationen</translation>
    </message>
    <message>
        <source>Warnings</source>
        <translation>Warnungen</translation>
    </message>
    <message>
        <source>Errors</source>
        <translation>Fehler</translation>
    </message>
    <message>
        <source>What is logged</source>
        <translation>Was protokolliert wird</translation>
    </message>
    <message>
        <source>And whatever is more severe. Tokens never are.</source>
        <translation>Und was schwerer wiegt. Token nie.</translation>
    </message>
    <message>
        <source>Shortcuts</source>
        <translation>Tastenkürzel</translation>
    </message>
    <message>
        <source>All usual keys</source>
        <translation>Alle üblichen</translation>
    </message>
    <message>
        <source>Reset all shortcuts</source>
        <translation>Alle Tastenkürzel zurücksetzen</translation>
    </message>
    <message>
        <source>Press the new keys in an action&apos;s field; the cross takes them away.</source>
        <translation>Die neuen Tasten im Feld einer Aktion drücken; das Kreuz nimmt sie weg.</translation>
    </message>
    <message>
        <source>High contrast</source>
        <translation>Hoher Kontrast</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Start</translation>
    </message>
    <message>
        <source>The window begins</source>
        <translation>Das Fenster beginnt</translation>
    </message>
    <message>
        <source>where it was left</source>
        <translation>wo es verlassen wurde</translation>
    </message>
    <message>
        <source>for a lead</source>
        <translation>für eine Leitung</translation>
    </message>
    <message>
        <source>for an engineer</source>
        <translation>für die Technik</translation>
    </message>
    <message>
        <source>for a manager</source>
        <translation>für das Management</translation>
    </message>
    <message>
        <source>Add an account</source>
        <translation>Ein Konto hinzufügen</translation>
    </message>
    <message>
        <source>With a token of GitHub or GitHub Enterprise.</source>
        <translation>Mit einem Token von GitHub oder GitHub Enterprise.</translation>
    </message>
    <message>
        <source>Add account…</source>
        <translation>Konto hinzufügen …</translation>
    </message>
    <message>
        <source>Rename accounts, check their tokens, make them read-only.</source>
        <translation>Konten umbenennen, ihre Token prüfen, sie nur lesen lassen.</translation>
    </message>
    <message>
        <source>Budgets and prices</source>
        <translation>Budgets und Preise</translation>
    </message>
    <message>
        <source>Notifications</source>
        <translation>Benachrichtigungen</translation>
    </message>
    <message>
        <source>Tell through the desktop</source>
        <translation>Über den Desktop melden</translation>
    </message>
    <message>
        <source>While the window is not looked at.</source>
        <translation>Solange niemand das Fenster ansieht.</translation>
    </message>
    <message>
        <source>What went wrong</source>
        <translation>Was schiefging</translation>
    </message>
    <message>
        <source>A reading, or something else you started.</source>
        <translation>Ein Lesen oder anderes, das Sie begonnen haben.</translation>
    </message>
    <message>
        <source>What is done</source>
        <translation>Was fertig ist</translation>
    </message>
    <message>
        <source>If it took longer than ten seconds.</source>
        <translation>Wenn es länger als zehn Sekunden dauerte.</translation>
    </message>
    <message>
        <source>GitHub&apos;s limit</source>
        <translation>GitHubs Limit</translation>
    </message>
    <message>
        <source>When it is used up, and until when.</source>
        <translation>Wenn es verbraucht ist, und bis wann.</translation>
    </message>
    <message>
        <source>Icon in the tray</source>
        <translation>Symbol in der Kontrollleiste</translation>
    </message>
    <message>
        <source>On %1, unless a link names another page.</source>
        <translation>Mit %1, wenn kein Link eine andere Seite nennt.</translation>
    </message>
    <message>
        <source>On the page seen last, unless a link names another.</source>
        <translation>Mit der zuletzt gesehenen Seite, wenn kein Link eine andere nennt.</translation>
    </message>
    <message>
        <source>Shows whether something is read or went wrong. The window does all it does.</source>
        <translation>Zeigt, ob gelesen wird oder etwas schiefging. Das Fenster kann alles ebenso.</translation>
    </message>
    <message>
        <source>This desktop has no tray now: the icon is shown once there is one.</source>
        <translation>Dieser Desktop hat jetzt keine Kontrollleiste: Das Symbol erscheint, sobald es eine gibt.</translation>
    </message>
    <message>
        <source>colours colors appearance night mode accessibility</source>
        <translation>Farben Farbschema Aussehen Darstellung Nachtmodus Barrierefreiheit colors</translation>
    </message>
    <message>
        <source>translation English German</source>
        <translation>Übersetzung Englisch Deutsch</translation>
    </message>
    <message>
        <source>automatic update polling</source>
        <translation>automatisch aktualisieren</translation>
    </message>
    <message>
        <source>messages alerts pop-ups</source>
        <translation>Meldungen Hinweise Alarm</translation>
    </message>
    <message>
        <source>log level debug verbose</source>
        <translation>Protokoll Stufe ausführlich</translation>
    </message>
</context>
<context>
    <name>slipway::ShortcutsRows</name>
    <message>
        <source>also %1</source>
        <translation>auch %1</translation>
    </message>
    <message>
        <source>Press the keys; Backspace for none</source>
        <translation>Tasten drücken; Rücktaste für keine</translation>
    </message>
    <message>
        <source>Keys of %1</source>
        <translation>Tasten für %1</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Keine</translation>
    </message>
    <message>
        <source>No keys</source>
        <translation>Keine Tasten</translation>
    </message>
    <message>
        <source>Usual keys</source>
        <translation>Übliche Tasten</translation>
    </message>
    <message>
        <source>Usual keys of %1</source>
        <translation>Übliche Tasten für %1</translation>
    </message>
    <message>
        <source>%1 has the same keys: they do nothing until one has others.</source>
        <translation>%1 hat dieselben Tasten: sie bewirken nichts, bis eins andere hat.</translation>
    </message>
</context>
<context>
    <name>slipway::Sidebar</name>
    <message>
        <source>System</source>
        <translation>System</translation>
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
        <source>Pages</source>
        <translation>Seiten</translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation>Darstellung</translation>
    </message>
    <message>
        <source>High contrast</source>
        <translation>Hoher Kontrast</translation>
    </message>
    <message>
        <source>Contrast</source>
        <translation>Kontrast</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>Expand sidebar</source>
        <translation>Seitenleiste aufklappen</translation>
    </message>
    <message>
        <source>Collapse sidebar</source>
        <translation>Seitenleiste zuklappen</translation>
    </message>
</context>
<context>
    <name>slipway::SinceCard</name>
    <message>
        <source>Top growth</source>
        <translation>Größter Zuwachs</translation>
    </message>
    <message>
        <source>Growth by family</source>
        <translation>Zuwachs nach Familie</translation>
    </message>
    <message>
        <source>Growth by image</source>
        <translation>Zuwachs nach Image</translation>
    </message>
    <message>
        <source>since</source>
        <translation>seit</translation>
    </message>
    <message>
        <source>Growth since</source>
        <translation>Zuwachs seit</translation>
    </message>
    <message>
        <source>What is stored now is compared with the last reading up to this day</source>
        <translation>Das jetzt Gespeicherte wird mit der letzten Lesung bis zu diesem Tag verglichen</translation>
    </message>
    <message>
        <source>What was stored then is being measured</source>
        <translation>Was damals gespeichert war, wird gemessen</translation>
    </message>
    <message>
        <source>Compared with the reading of %1</source>
        <translation>Verglichen mit der Lesung vom %1</translation>
    </message>
    <message>
        <source>%1; not everything was read, a change may be none</source>
        <translation>%1; nicht alles wurde gelesen, eine Änderung ist vielleicht keine</translation>
    </message>
</context>
<context>
    <name>slipway::SortActions</name>
    <message>
        <source>Sort by %1</source>
        <translation>Nach %1 sortieren</translation>
    </message>
    <message>
        <source>ascending</source>
        <translation>aufsteigend</translation>
    </message>
    <message>
        <source>descending</source>
        <translation>absteigend</translation>
    </message>
    <message>
        <source>Nothing was read before %1</source>
        <translation>Vor dem %1 wurde nichts gelesen</translation>
    </message>
</context>
<context>
    <name>slipway::SortHeader</name>
    <message>
        <source>Columns</source>
        <translation>Spalten</translation>
    </message>
    <message>
        <source>Left and Right choose a column, Space sorts by it</source>
        <translation>Links und Rechts wählen eine Spalte, die Leertaste sortiert danach</translation>
    </message>
</context>
<context>
    <name>slipway::StackChart</name>
    <message>
        <source>Stored by hub over time</source>
        <translation>Gespeichert nach Hub über die Zeit</translation>
    </message>
    <message>
        <source>Budget %1</source>
        <translation>Budget %1</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <comment>the edges of the forecast&apos;s band</comment>
        <translation>%1 bis %2</translation>
    </message>
</context>
<context>
    <name>slipway::StatCard</name>
    <message>
        <source>Try again</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>Being read</source>
        <translation>Wird gelesen</translation>
    </message>
    <message>
        <source>No data yet</source>
        <translation>Noch keine Daten</translation>
    </message>
</context>
<context>
    <name>slipway::StateNote</name>
    <message>
        <source>Not read again since %1</source>
        <translation>Seit %1 nicht wieder gelesen</translation>
    </message>
    <message>
        <source>Not read again yet</source>
        <translation>Noch nicht wieder gelesen</translation>
    </message>
    <message>
        <source>Offline: data from %1. Actions that write to GitHub are off</source>
        <translation>Offline: Daten von %1. Was auf GitHub schreibt, ist abgeschaltet</translation>
    </message>
    <message>
        <source>Offline. Actions that write to GitHub are off</source>
        <translation>Offline. Was auf GitHub schreibt, ist abgeschaltet</translation>
    </message>
</context>
<context>
    <name>slipway::StatePage</name>
    <message>
        <source>Progress</source>
        <translation>Fortschritt</translation>
    </message>
    <message>
        <source>Reading the packages of %1</source>
        <translation>Die Pakete von %1 werden gelesen</translation>
    </message>
    <message>
        <source>%1 of %2 packages</source>
        <translation>%1 von %2 Paketen</translation>
    </message>
    <message>
        <source>Offline</source>
        <translation>Offline</translation>
    </message>
    <message>
        <source>%1 was never read on this machine. Go online once to read it.</source>
        <translation>%1 wurde auf diesem Rechner noch nie gelesen. Gehen Sie dafür einmal online.</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Erneut versuchen</translation>
    </message>
</context>
<context>
    <name>slipway::StatusBar</name>
    <message>
        <source>Status bar</source>
        <translation>Statusleiste</translation>
    </message>
    <message numerus="yes">
        <source>+%n more</source>
        <translation>
            <numerusform>+%n weitere</numerusform>
            <numerusform>+%n weitere</numerusform>
        </translation>
    </message>
    <message>
        <source>Log</source>
        <translation>Protokoll</translation>
    </message>
    <message>
        <source>Show or hide the log</source>
        <translation>Protokoll zeigen oder verbergen</translation>
    </message>
    <message>
        <source>Served at %1</source>
        <translation>Bereitgestellt unter %1</translation>
    </message>
</context>
<context>
    <name>slipway::Stepper</name>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>slipway::StoragePage</name>
    <message>
        <source>Family</source>
        <translation>Familie</translation>
    </message>
    <message>
        <source>Unique</source>
        <translation>Eigen</translation>
    </message>
    <message>
        <source>Shared</source>
        <translation>Gemeinsam</translation>
    </message>
    <message>
        <source>Stored</source>
        <translation>Gespeichert</translation>
    </message>
    <message>
        <source>Unassigned</source>
        <translation>Nicht zugeordnet</translation>
    </message>
    <message>
        <source>Layer</source>
        <translation>Schicht</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>Images</source>
        <translation>Images</translation>
    </message>
    <message>
        <source>Versions</source>
        <translation>Versionen</translation>
    </message>
    <message numerus="yes">
        <source>%n version(s) could not be read</source>
        <translation>
            <numerusform>%n Version konnte nicht gelesen werden</numerusform>
            <numerusform>%n Versionen konnten nicht gelesen werden</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n layer(s) tell no size</source>
        <translation>
            <numerusform>%n Schicht nennt keine Größe</numerusform>
            <numerusform>%n Schichten nennen keine Größe</numerusform>
        </translation>
    </message>
    <message>
        <source>not all of the owner could be read</source>
        <translation>nicht alles konnte gelesen werden</translation>
    </message>
    <message>
        <source>At least: %1</source>
        <translation>Mindestens: %1</translation>
    </message>
    <message>
        <source>Largest layers</source>
        <translation>Größte Schichten</translation>
    </message>
    <message>
        <source>Storage</source>
        <translation>Speicher</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>compressed, each stored once</source>
        <translation>komprimiert, einmal gezählt</translation>
    </message>
    <message>
        <source>Quota, forecast and cost</source>
        <translation>Budget, Prognose und Kosten</translation>
    </message>
    <message>
        <source>Measuring what %1 stores</source>
        <translation>Der Speicher von %1 wird gemessen</translation>
    </message>
    <message>
        <source>Nothing stored in %1</source>
        <translation>In %1 ist nichts gespeichert</translation>
    </message>
    <message>
        <source>Figures appear here once an image has been pushed, and if the token may see it.</source>
        <translation>Hier stehen Werte, sobald ein Image hochgeladen wurde und das Token es sehen darf.</translation>
    </message>
    <message>
        <source>No budget is set</source>
        <translation>Kein Budget gesetzt</translation>
    </message>
    <message>
        <source>Over the budget already</source>
        <translation>Schon über dem Budget</translation>
    </message>
    <message>
        <source>Over the budget on %1</source>
        <translation>Über dem Budget am %1</translation>
    </message>
    <message>
        <source>Not growing</source>
        <translation>Wächst nicht</translation>
    </message>
    <message>
        <source>Expected over the budget, not read since</source>
        <translation>Über dem Budget erwartet, seitdem nicht gelesen</translation>
    </message>
    <message>
        <source>Stored bytes have just changed</source>
        <translation>Das Gespeicherte hat sich gerade geändert</translation>
    </message>
    <message>
        <source>Within the budget for a year</source>
        <translation>Ein Jahr lang im Budget</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <comment>18.7 GiB of 20 GiB: the unit, then the budget</comment>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>%1 over, %2 % used</source>
        <translation>%1 darüber, %2 % belegt</translation>
    </message>
    <message>
        <source>%1 left, %2 % used</source>
        <translation>%1 frei, %2 % belegt</translation>
    </message>
    <message>
        <source>Logical</source>
        <translation>Logisch</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message numerus="yes">
        <source>%n image(s)</source>
        <translation>
            <numerusform>%n Image</numerusform>
            <numerusform>%n Images</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n version(s)</source>
        <translation>
            <numerusform>%n Version</numerusform>
            <numerusform>%n Versionen</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 % of what is stored</source>
        <translation>%1 % des Gespeicherten</translation>
    </message>
    <message>
        <source>Storage cost</source>
        <translation>Speicherkosten</translation>
    </message>
    <message>
        <source>a month</source>
        <translation>je Monat</translation>
    </message>
    <message>
        <source>%1 at %2 a GiB</source>
        <translation>%1 zu %2 je GiB</translation>
    </message>
    <message>
        <source>Needs readings of %1 days over %2 days; there are %3 over %4</source>
        <translation>Braucht Lesungen von %1 Tagen über %2 Tage; es sind %3 über %4</translation>
    </message>
    <message>
        <source>Forecast in 30 days</source>
        <translation>Prognose in 30 Tagen</translation>
    </message>
    <message>
        <source>Base and infrastructure</source>
        <translation>Basis und Infrastruktur</translation>
    </message>
    <message>
        <source>Shared by hubs</source>
        <translation>Hubs gemeinsam</translation>
    </message>
    <message>
        <source>Other hubs</source>
        <translation>Andere Hubs</translation>
    </message>
    <message>
        <source>Hub</source>
        <translation>Hub</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>Jetzt</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Änderung</translation>
    </message>
    <message>
        <source>%1: %2 stored</source>
        <translation>%1: %2 gespeichert</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>%1 on %2</source>
        <translation>%1 auf %2</translation>
    </message>
    <message>
        <source>%1, %2 less than on %3</source>
        <translation>%1, %2 weniger als am %3</translation>
    </message>
    <message>
        <source>%1, %2 more than on %3</source>
        <translation>%1, %2 mehr als am %3</translation>
    </message>
    <message>
        <source>What was stored at earlier readings is being measured</source>
        <translation>Was bei früheren Lesungen gespeichert war, wird gemessen</translation>
    </message>
    <message>
        <source>No data yet</source>
        <translation>Noch keine Daten</translation>
    </message>
    <message>
        <source>Item</source>
        <translation>Posten</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>Menge</translation>
    </message>
    <message>
        <source>Rate</source>
        <translation>Preis</translation>
    </message>
    <message>
        <source>Cost</source>
        <translation>Kosten</translation>
    </message>
    <message>
        <source>Egress</source>
        <translation>Abruf</translation>
    </message>
    <message>
        <source>Runner</source>
        <translation>Runner</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>Summe</translation>
    </message>
    <message>
        <source>Budget %1: %2 % used</source>
        <translation>Budget %1: %2 % belegt</translation>
    </message>
    <message>
        <source>Expected</source>
        <translation>Erwartet</translation>
    </message>
    <message>
        <source>%1: %2 expected</source>
        <translation>%1: %2 erwartet</translation>
    </message>
    <message>
        <source>%1 to %2 in 8 of 10 cases</source>
        <translation>%1 bis %2 in 8 von 10 Fällen</translation>
    </message>
    <message>
        <source>Day (UTC)</source>
        <translation>Tag (UTC)</translation>
    </message>
    <message>
        <source>What if we consolidate…</source>
        <translation>Was wäre bei Konsolidierung…</translation>
    </message>
    <message>
        <source>What if…</source>
        <translation>Was wäre, wenn…</translation>
    </message>
    <message>
        <source>What would be stored if images shared their bases and old versions went</source>
        <translation>Was gespeichert wäre, wenn Images ihre Basis teilten und alte Versionen gingen</translation>
    </message>
    <message>
        <source>Image</source>
        <translation>Image</translation>
    </message>
    <message>
        <source>Frees</source>
        <translation>Frei wird</translation>
    </message>
    <message>
        <source>Together</source>
        <translation>Zusammen</translation>
    </message>
    <message>
        <source>by the usual policy: untagged for 90 days</source>
        <translation>nach der üblichen Regel: seit 90 Tagen ohne Tag</translation>
    </message>
    <message>
        <source>by %1</source>
        <translation>nach %1</translation>
    </message>
    <message>
        <source>At most; not asked: %1</source>
        <translation>Höchstens; nicht gefragt: %1</translation>
    </message>
    <message>
        <source>Not asked: %1</source>
        <translation>Nicht gefragt: %1</translation>
    </message>
    <message numerus="yes">
        <source>%n image(s) not judged</source>
        <translation>
            <numerusform>%n Image nicht beurteilt</numerusform>
            <numerusform>%n Images nicht beurteilt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n blob(s) of unknown size</source>
        <translation>
            <numerusform>%n Blob unbekannter Größe</numerusform>
            <numerusform>%n Blobs unbekannter Größe</numerusform>
        </translation>
    </message>
    <message>
        <source>Not everything was read</source>
        <translation>Nicht alles wurde gelesen</translation>
    </message>
    <message>
        <source>Reclaimable</source>
        <translation>Freizugeben</translation>
    </message>
    <message>
        <source>Q%1 %2</source>
        <comment>a quarter and its year</comment>
        <translation>Q%1 %2</translation>
    </message>
    <message>
        <source>no breach of the budget in %1</source>
        <translation>das Budget in %1 nie überschritten</translation>
    </message>
    <message>
        <source>no breach of the budget began in %1; one is open since %2 (UTC)</source>
        <translation>in %1 begann keine Überschreitung des Budgets; eine ist seit %2 (UTC) offen</translation>
    </message>
    <message numerus="yes">
        <source>%n breach(es) of the budget in %1</source>
        <translation>
            <numerusform>das Budget in %1 %n-mal überschritten</numerusform>
            <numerusform>das Budget in %1 %n-mal überschritten</numerusform>
        </translation>
    </message>
    <message>
        <source>none in %1</source>
        <comment>breaches</comment>
        <translation>keine in %1</translation>
    </message>
    <message>
        <source>none began in %1; one is open since %2 (UTC)</source>
        <comment>breaches</comment>
        <translation>in %1 begann keine; eine ist seit %2 (UTC) offen</translation>
    </message>
    <message numerus="yes">
        <source>%n in %1</source>
        <comment>breaches</comment>
        <translation>
            <numerusform>%n in %1</numerusform>
            <numerusform>%n in %1</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, one is open</source>
        <translation>%1, zuletzt bis jetzt</translation>
    </message>
    <message>
        <source>%1, one of them open</source>
        <comment>some in a quarter: 2 in Q4 2025</comment>
        <translation>%1, davon eine offen</translation>
    </message>
    <message>
        <source>still open</source>
        <translation>jetzt</translation>
    </message>
    <message>
        <source>%1 to %2 (UTC), at most %3 of %4</source>
        <comment>from a day to a day, bytes of the budget</comment>
        <translation>%1 bis %2 (UTC), höchstens %3 von %4</translation>
    </message>
    <message>
        <source>Then</source>
        <translation>Damals</translation>
    </message>
    <message>
        <source>Growth</source>
        <translation>Zuwachs</translation>
    </message>
    <message>
        <source>not permitted</source>
        <translation>verwehrt</translation>
    </message>
    <message>
        <source>GitHub&apos;s billing was not read</source>
        <translation>GitHubs Abrechnung wurde nicht gelesen</translation>
    </message>
    <message>
        <source>GitHub&apos;s billing: not permitted, asked %1. It tells owners and billing managers only.</source>
        <translation>GitHubs Abrechnung: verwehrt, gefragt %1. Sie sagt es nur Eigentümern und Abrechnungsverwaltern.</translation>
    </message>
    <message>
        <source>MMMM yyyy</source>
        <comment>a month</comment>
        <translation>MMMM yyyy</translation>
    </message>
    <message>
        <source>Egress and billed: GitHub&apos;s billing of %1 so far, read %2</source>
        <translation>Abruf und Berechnetes: GitHubs Abrechnung für %1 bisher, gelesen %2</translation>
    </message>
    <message>
        <source>%1 %</source>
        <comment>share of the budget</comment>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>%1; %2</source>
        <comment>what the page is about; the breaches of a quarter</comment>
        <translation>%1; %2</translation>
    </message>
    <message>
        <source>Billed</source>
        <translation>Berechnet</translation>
    </message>
    <message>
        <source>Over the budget on %1 at the earliest</source>
        <translation>Über dem Budget frühestens am %1</translation>
    </message>
    <message>
        <source>Crosses the budget %1 to %2</source>
        <comment>two days</comment>
        <translation>Überschritten zwischen %1 und %2</translation>
    </message>
    <message>
        <source>Just changed. %1</source>
        <translation>Gerade geändert. %1</translation>
    </message>
    <message>
        <source>Over the budget on %1 at the highest pace</source>
        <translation>Über dem Budget am %1 beim höchsten Tempo</translation>
    </message>
    <message>
        <source>The middle of the forecast stays within the budget for a year; at the highest pace it is crossed on %1</source>
        <translation>Die Mitte der Prognose bleibt ein Jahr lang im Budget; beim höchsten Tempo wird es am %1 überschritten</translation>
    </message>
    <message>
        <source>Over the budget on %1, on %2 at the earliest and %3 at the latest</source>
        <translation>Über dem Budget am %1, frühestens am %2 und spätestens am %3</translation>
    </message>
    <message>
        <source>Over the budget on %1, on %2 at the earliest, or not within a year</source>
        <translation>Über dem Budget am %1, frühestens am %2, oder binnen eines Jahres nicht</translation>
    </message>
    <message>
        <source>At least %1 over, %2 % used</source>
        <translation>Mindestens %1 darüber, %2 % belegt</translation>
    </message>
    <message>
        <source>At most %1 left, at least %2 % used</source>
        <translation>Höchstens %1 frei, mindestens %2 % belegt</translation>
    </message>
    <message>
        <source>At least; no budget is set</source>
        <translation>Mindestens; kein Budget gesetzt</translation>
    </message>
    <message>
        <source>≥ %1 %</source>
        <comment>share of the budget, at least</comment>
        <translation>≥ %1 %</translation>
    </message>
    <message>
        <source>%1 of %2 hidden</source>
        <translation>%1 von %2 ausgeblendet</translation>
    </message>
    <message>
        <source>Shown, %1</source>
        <translation>Gezeigt, %1</translation>
    </message>
    <message>
        <source>%1 shown, %2</source>
        <translation>%1 gezeigt, %2</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <comment>what is shown, of what is stored</comment>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>%1; %2</source>
        <translation>%1; %2</translation>
    </message>
    <message>
        <source>%1 was not read: %2</source>
        <comment>a lock file, why</comment>
        <translation>%1 wurde nicht gelesen: %2</translation>
    </message>
    <message numerus="yes">
        <source>At most; %n lock file(s) not read</source>
        <translation>
            <numerusform>Höchstens; %n Lock-Datei nicht gelesen</numerusform>
            <numerusform>Höchstens; %n Lock-Dateien nicht gelesen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n lock file(s) not read</source>
        <translation>
            <numerusform>%n Lock-Datei nicht gelesen</numerusform>
            <numerusform>%n Lock-Dateien nicht gelesen</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 in %2</source>
        <comment>a family, a hub</comment>
        <translation>%1 in %2</translation>
    </message>
    <message>
        <source>%1 in all hubs</source>
        <comment>a family</comment>
        <translation>%1 in allen Hubs</translation>
    </message>
    <message>
        <source>All that is stored</source>
        <translation>Alles Gespeicherte</translation>
    </message>
    <message>
        <source>Found %1; not over yet %2</source>
        <comment>two moments</comment>
        <translation>Gefunden %1; noch nicht überschritten %2</translation>
    </message>
    <message>
        <source>The most, on %1</source>
        <translation>Das Höchste, am %1</translation>
    </message>
    <message>
        <source>Budget of</source>
        <translation>Budget für</translation>
    </message>
    <message>
        <source>Began</source>
        <translation>Beginn</translation>
    </message>
    <message>
        <source>Ended</source>
        <translation>Ende</translation>
    </message>
    <message>
        <source>Peak</source>
        <translation>Höchststand</translation>
    </message>
    <message>
        <source>Peak on</source>
        <translation>Höchststand am</translation>
    </message>
    <message>
        <source>Days are those of UTC, and so are quarters</source>
        <translation>Tage sind die von UTC, Quartale auch</translation>
    </message>
    <message>
        <source>Budget</source>
        <translation>Budget</translation>
    </message>
    <message numerus="yes">
        <source>%n of hubs and families</source>
        <translation>
            <numerusform>%n bei Hubs und Familien</numerusform>
            <numerusform>%n bei Hubs und Familien</numerusform>
        </translation>
    </message>
    <message>
        <source>%1; %2</source>
        <comment>breaches of the whole, those of its parts</comment>
        <translation>%1; %2</translation>
    </message>
    <message>
        <source>No budget was held against a reading yet</source>
        <translation>Noch wurde kein Budget mit einer Lesung verglichen</translation>
    </message>
    <message numerus="yes">
        <source>No reading was over its budget (%n budget(s))</source>
        <translation>
            <numerusform>Keine Lesung lag über ihrem Budget (%n Budget)</numerusform>
            <numerusform>Keine Lesung lag über ihrem Budget (%n Budgets)</numerusform>
        </translation>
    </message>
    <message>
        <source>≥ %1</source>
        <comment>an amount, at least</comment>
        <translation>≥ %1</translation>
    </message>
    <message>
        <source>≤ %1</source>
        <comment>an amount, at most</comment>
        <translation>≤ %1</translation>
    </message>
    <message>
        <source>At most: what was not read may hold some of it too</source>
        <translation>Höchstens: was nicht gelesen wurde, kann auch etwas davon haben</translation>
    </message>
    <message>
        <source>≈ %1</source>
        <comment>an amount that may be more or less</comment>
        <translation>≈ %1</translation>
    </message>
    <message>
        <source>At least: not everything was read</source>
        <translation>Mindestens: nicht alles wurde gelesen</translation>
    </message>
    <message>
        <source>More or less: not everything was read</source>
        <translation>Mehr oder weniger: nicht alles wurde gelesen</translation>
    </message>
    <message>
        <source>GitHub's billing says nothing of storage</source>
        <translation>GitHubs Abrechnung sagt nichts zum Speicher</translation>
    </message>
    <message>
        <source>%1 GB-hours</source>
        <translation>%1 GB-Stunden</translation>
    </message>
    <message>
        <source>Storage in this month so far, as GitHub counts it</source>
        <translation>Speicher in diesem Monat bisher, wie GitHub ihn zählt</translation>
    </message>
    <message>
        <source>At least; %1</source>
        <comment>an amount; what it is of</comment>
        <translation>Mindestens; %1</translation>
    </message>
    <message>
        <source>At least; %1 % of what was weighed</source>
        <translation>Mindestens; %1 % des Gewogenen</translation>
    </message>
    <message>
        <source>%1: the crossing was expected for %2</source>
        <comment>an outlook: a day</comment>
        <translation>%1: Die Überschreitung wurde für den %2 erwartet</translation>
    </message>
    <message>
        <source>%1: the crossing was expected between %2 and %3</source>
        <comment>an outlook: two days</comment>
        <translation>%1: Die Überschreitung wurde zwischen dem %2 und dem %3 erwartet</translation>
    </message>
    <message>
        <source>Forecast</source>
        <translation>Prognose</translation>
    </message>
    <message>
        <source>%1: 8 of 10 cases lie between lowest and highest</source>
        <translation>%1: 8 von 10 Fällen liegen zwischen dem niedrigsten und dem höchsten Wert</translation>
    </message>
    <message>
        <source>Nothing was read yet. The chart begins with the first reading: refresh.</source>
        <translation>Noch nichts wurde gelesen. Das Diagramm beginnt mit der ersten Lesung: aktualisieren Sie.</translation>
    </message>
    <message>
        <source>No reading was whole yet. The chart begins with the first one that is: refresh.</source>
        <translation>Noch keine Lesung war vollständig. Das Diagramm beginnt mit der ersten, die es ist: aktualisieren Sie.</translation>
    </message>
    <message>
        <source>No whole reading since %1; the newest is of %2. Choose a longer range, or refresh.</source>
        <translation>Keine vollständige Lesung seit %1; die neueste ist vom %2. Wählen Sie einen längeren Zeitraum oder aktualisieren Sie.</translation>
    </message>
    <message>
        <source>Lowest</source>
        <translation>Min.</translation>
    </message>
    <message>
        <source>Highest</source>
        <translation>Max.</translation>
    </message>
    <message>
        <source>Q%1 %2: %3</source>
        <comment>a quarter, its year, how many breaches</comment>
        <translation>Q%1 %2: %3</translation>
    </message>
    <message>
        <source>Breaches a quarter, goal 0. %1. Days and quarters are those of UTC</source>
        <translation>Überschreitungen je Quartal, Ziel 0. %1. Tage und Quartale gelten in UTC</translation>
    </message>
    <message>
        <source>Under 7 days</source>
        <translation>Unter 7 Tagen</translation>
    </message>
    <message>
        <source>7 to 30 days</source>
        <translation>7 bis 30 Tage</translation>
    </message>
    <message>
        <source>30 to 90 days</source>
        <translation>30 bis 90 Tage</translation>
    </message>
    <message>
        <source>90 days to a year</source>
        <translation>90 Tage bis ein Jahr</translation>
    </message>
    <message>
        <source>A year and more</source>
        <translation>Ein Jahr und mehr</translation>
    </message>
    <message>
        <source>Not known</source>
        <comment>an age</comment>
        <translation>Nicht bekannt</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>Age</source>
        <translation>Alter</translation>
    </message>
    <message>
        <source>%1 unique, %2 shared</source>
        <translation>%1 eigen, %2 gemeinsam</translation>
    </message>
    <message>
        <source>%1; %2 of it is both</source>
        <comment>the unique and the shared bytes; those shared by own versions</comment>
        <translation>%1; %2 davon sind beides</translation>
    </message>
    <message>
        <source>Dark: unique. Light: shared. One above the other: both</source>
        <translation>Dunkel: eigen. Hell: gemeinsam. Übereinander: beides</translation>
    </message>
    <message>
        <source>What nothing else has: deleting all of it frees this much</source>
        <translation>Was sonst nichts hat: so viel wird frei, wenn alles davon gelöscht wird</translation>
    </message>
    <message>
        <source>What two or more versions have. Where all of these are of one row, it is unique to that as well</source>
        <translation>Was zwei oder mehr Versionen haben. Wo alle davon zu einer Zeile gehören, ist es ihr auch eigen</translation>
    </message>
    <message>
        <source>Each layer once, however many images have it</source>
        <translation>Jede Schicht einmal, wie viele Images sie auch haben</translation>
    </message>
    <message numerus="yes">
        <source>%n version(s) without a manifest in the registry: nothing could be weighed</source>
        <translation>
            <numerusform>%n Version ohne Manifest in der Registry: nichts konnte gewogen werden</numerusform>
            <numerusform>%n Versionen ohne Manifest in der Registry: nichts konnte gewogen werden</numerusform>
        </translation>
    </message>
    <message>
        <source>no such images</source>
        <translation>keine solchen Images</translation>
    </message>
    <message numerus="yes">
        <source>%n without a manifest</source>
        <comment>versions</comment>
        <translation>
            <numerusform>%n ohne Manifest</numerusform>
            <numerusform>%n ohne Manifest</numerusform>
        </translation>
    </message>
    <message>
        <source>no data yet</source>
        <translation>noch keine Daten</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>nicht bekannt</translation>
    </message>
    <message>
        <source>within</source>
        <translation>eingehalten</translation>
    </message>
    <message>
        <source>nearly full</source>
        <translation>fast belegt</translation>
    </message>
    <message>
        <source>over</source>
        <translation>überschritten</translation>
    </message>
    <message>
        <source>%1 of the budget, %2</source>
        <translation>%1 des Budgets, %2</translation>
    </message>
    <message>
        <source>What is used; the line is the budget</source>
        <translation>Was belegt ist; der Strich ist das Budget</translation>
    </message>
    <message>
        <source>Each layer once, what is shared with others included</source>
        <translation>Jede Schicht einmal, was mit anderen geteilt ist eingeschlossen</translation>
    </message>
    <message>
        <source>Used</source>
        <translation>Belegt</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Compressed, as it is stored</source>
        <translation>Komprimiert, wie sie gespeichert ist</translation>
    </message>
    <message>
        <source>Images that have it</source>
        <translation>Images, die sie haben</translation>
    </message>
    <message>
        <source>Versions that have it</source>
        <translation>Versionen, die sie haben</translation>
    </message>
</context>
<context>
    <name>slipway::StorageStrip</name>
    <message>
        <source>Stored</source>
        <translation>Gespeichert</translation>
    </message>
    <message>
        <source>Logical</source>
        <translation>Logisch</translation>
    </message>
    <message>
        <source>Shared</source>
        <translation>Gemeinsam</translation>
    </message>
    <message>
        <source>Forecast in 30 days</source>
        <translation>Prognose in 30 Tagen</translation>
    </message>
    <message>
        <source>Storage cost</source>
        <translation>Speicherkosten</translation>
    </message>
    <message>
        <source>Each layer once, however many images have it: what the registry holds</source>
        <translation>Jede Schicht einmal, gleich wie viele Images sie haben: was die Registry hält</translation>
    </message>
    <message>
        <source>Every image whole, as if each were pulled alone</source>
        <translation>Jedes Image ganz, als würde es allein geladen</translation>
    </message>
    <message>
        <source>Of what is stored, what two or more versions have</source>
        <translation>Was vom Gespeicherten zwei oder mehr Versionen haben</translation>
    </message>
    <message>
        <source>Reclaimable</source>
        <translation>Freizugeben</translation>
    </message>
    <message>
        <source>The cleanup policy could not be read</source>
        <translation>Die Aufräumregel war nicht lesbar</translation>
    </message>
    <message>
        <source>What a cleanup would free now, %1</source>
        <translation>Was ein Aufräumen jetzt freigäbe, %1</translation>
    </message>
    <message>
        <source>A cleanup would free %1</source>
        <translation>Ein Aufräumen würde %1 freigeben</translation>
    </message>
    <message>
        <source>A cleanup would free %1; striped: what that leaves below the budget</source>
        <translation>Ein Aufräumen würde %1 freigeben; gestreift: was danach unter dem Budget frei ist</translation>
    </message>
    <message>
        <source>Striped: %1 that a cleanup would free</source>
        <translation>Gestreift: %1, die ein Aufräumen freigäbe</translation>
    </message>
</context>
<context>
    <name>slipway::Summary</name>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>%1, %2 unique</source>
        <translation>%1, davon %2 nur hier</translation>
    </message>
    <message>
        <source>Hub</source>
        <translation>Hub</translation>
    </message>
    <message>
        <source>Families</source>
        <translation>Familien</translation>
    </message>
    <message>
        <source>Images</source>
        <translation>Images</translation>
    </message>
    <message>
        <source>Versions</source>
        <translation>Versionen</translation>
    </message>
    <message>
        <source>Stored</source>
        <translation>Gespeichert</translation>
    </message>
    <message>
        <source>Unique</source>
        <translation>Eigen</translation>
    </message>
    <message>
        <source>Logical</source>
        <translation>Logisch</translation>
    </message>
    <message>
        <source>Last change</source>
        <translation>Letzte Änderung</translation>
    </message>
    <message>
        <source>Family</source>
        <translation>Familie</translation>
    </message>
    <message>
        <source>Repository</source>
        <translation>Repository</translation>
    </message>
    <message>
        <source>Image</source>
        <translation>Image</translation>
    </message>
    <message>
        <source>Base image</source>
        <translation>Basis-Image</translation>
    </message>
    <message>
        <source>Signature</source>
        <translation>Signatur</translation>
    </message>
    <message>
        <source>Signed</source>
        <translation>Signiert</translation>
    </message>
    <message>
        <source>Not signed</source>
        <translation>Nicht signiert</translation>
    </message>
    <message>
        <source>SBOM</source>
        <translation>SBOM</translation>
    </message>
    <message>
        <source>Attached</source>
        <translation>Vorhanden</translation>
    </message>
    <message>
        <source>None attached</source>
        <translation>Nicht vorhanden</translation>
    </message>
    <message>
        <source>Provenance</source>
        <translation>Herkunft</translation>
    </message>
    <message>
        <source>Attested</source>
        <translation>Bezeugt</translation>
    </message>
    <message>
        <source>Not attested</source>
        <translation>Nicht attestiert</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>Tags</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Art</translation>
    </message>
    <message numerus="yes">
        <source>Platform(s)</source>
        <translation>
            <numerusform>Plattform</numerusform>
            <numerusform>Plattformen</numerusform>
        </translation>
    </message>
    <message>
        <source>Created</source>
        <translation>Erstellt</translation>
    </message>
    <message>
        <source>Updated</source>
        <translation>Geändert</translation>
    </message>
    <message>
        <source>Listed by this index</source>
        <translation>In diesem Index</translation>
    </message>
    <message>
        <source>missing</source>
        <translation>fehlt</translation>
    </message>
</context>
<context>
    <name>slipway::SummaryTab</name>
    <message>
        <source>Layers by size</source>
        <translation>Schichten nach Größe</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>Summary</source>
        <translation>Übersicht</translation>
    </message>
    <message>
        <source>Cannot be pulled whole</source>
        <translation>Nicht vollständig ziehbar</translation>
    </message>
    <message>
        <source>The registry does not have %1. Restore the missing version, or build the image again.</source>
        <translation>Der Registry fehlt %1. Stellen Sie die fehlende Version wieder her, oder bauen Sie das Image neu.</translation>
    </message>
    <message>
        <source>Labels</source>
        <translation>Labels</translation>
    </message>
</context>
<context>
    <name>slipway::TabActions</name>
    <message>
        <source>Show details: %1</source>
        <translation>Details zeigen: %1</translation>
    </message>
</context>
<context>
    <name>slipway::TextRows</name>
    <message>
        <source>Expected a number of GiB above 0, such as 20, or nothing for no budget.</source>
        <translation>Erwartet wird eine Zahl von GiB über 0, etwa 20, oder nichts für kein Budget.</translation>
    </message>
    <message>
        <source>Expected rising percentages from 1 to %1, such as 75, 90, 100.</source>
        <translation>Erwartet werden steigende Prozentzahlen von 1 bis %1, etwa 75, 90, 100.</translation>
    </message>
    <message>
        <source>Expected a price, 0 or more, such as %1.</source>
        <translation>Erwartet wird ein Preis, 0 oder mehr, etwa %1.</translation>
    </message>
    <message>
        <source>Expected the three letters of a currency, such as USD or EUR.</source>
        <translation>Erwartet werden die drei Buchstaben einer Währung, etwa USD oder EUR.</translation>
    </message>
    <message>
        <source>Storage budget</source>
        <translation>Speicherbudget</translation>
    </message>
    <message>
        <source>How much an owner may store, where their profile says nothing.</source>
        <translation>Wie viel ein Besitzer speichern darf, dessen Profil nichts sagt.</translation>
    </message>
    <message>
        <source>Warning marks</source>
        <translation>Warnmarken</translation>
    </message>
    <message>
        <source>Shares of the budget, rising.</source>
        <translation>Anteile des Budgets, steigend.</translation>
    </message>
    <message>
        <source>percent</source>
        <translation>Prozent</translation>
    </message>
    <message>
        <source>Price of storage</source>
        <translation>Preis für Speicher</translation>
    </message>
    <message>
        <source>What a GiB is taken to cost in a month. GitHub bills none today.</source>
        <translation>Was ein GiB im Monat kosten soll. GitHub berechnet heute nichts.</translation>
    </message>
    <message>
        <source>a GiB</source>
        <translation>je GiB</translation>
    </message>
    <message>
        <source>Price of traffic</source>
        <translation>Preis für Abrufe</translation>
    </message>
    <message>
        <source>What a GiB that is pulled is taken to cost.</source>
        <translation>Was ein abgerufenes GiB kosten soll.</translation>
    </message>
    <message>
        <source>Price of the runner</source>
        <translation>Preis des Runners</translation>
    </message>
    <message>
        <source>What the self-hosted runner is taken to cost; 0 without one.</source>
        <translation>Was der eigene Runner kosten soll; 0 ohne einen.</translation>
    </message>
    <message>
        <source>a month</source>
        <translation>je Monat</translation>
    </message>
    <message>
        <source>Currency</source>
        <translation>Währung</translation>
    </message>
    <message>
        <source>Of all prices.</source>
        <translation>Aller Preise.</translation>
    </message>
</context>
<context>
    <name>slipway::TimeText</name>
    <message>
        <source>d MMM yyyy</source>
        <translation>d. MMM yyyy</translation>
    </message>
    <message>
        <source>d MMM yyyy, HH:mm</source>
        <translation>d. MMM yyyy, HH:mm</translation>
    </message>
</context>
<context>
    <name>slipway::Toast</name>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>Close message</source>
        <translation>Meldung schließen</translation>
    </message>
    <message>
        <source>%1 s, paused</source>
        <translation>%1 s, angehalten</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
</context>
<context>
    <name>slipway::TopBar</name>
    <message>
        <source>Top bar</source>
        <translation>Kopfleiste</translation>
    </message>
    <message>
        <source>Demo</source>
        <translation>Demo</translation>
    </message>
    <message>
        <source>This organisation is invented, and served by Slipway itself on this machine. Add an account to see your own.</source>
        <translation>Diese Organisation ist erfunden und wird von Slipway selbst auf diesem Rechner bereitgestellt. Fügen Sie ein Konto hinzu, um Ihre eigene zu sehen.</translation>
    </message>
</context>
<context>
    <name>slipway::Tour</name>
    <message>
        <source>%1 could not be written</source>
        <translation>%1 konnte nicht geschrieben werden</translation>
    </message>
    <message>
        <source>%1: there is no room for &quot;%2&quot;</source>
        <translation>%1: für „%2“ ist kein Platz</translation>
    </message>
    <message>
        <source>%1: one text lies over another: %2</source>
        <translation>%1: ein Text liegt über einem anderen: %2</translation>
    </message>
</context>
<context>
    <name>slipway::TrayIcon</name>
    <message>
        <source>Show Slipway</source>
        <translation>Slipway zeigen</translation>
    </message>
    <message>
        <source>reading</source>
        <translation>liest</translation>
    </message>
    <message>
        <source>GitHub&apos;s limit is used up until %1</source>
        <translation>GitHubs Limit ist verbraucht bis %1</translation>
    </message>
    <message>
        <source>nothing was read yet</source>
        <translation>noch nichts gelesen</translation>
    </message>
    <message>
        <source>the last reading failed</source>
        <translation>das letzte Lesen schlug fehl</translation>
    </message>
    <message>
        <source>read at %1</source>
        <translation>gelesen um %1</translation>
    </message>
</context>
<context>
    <name>slipway::TreeFilter</name>
    <message>
        <source>Filter the inventory</source>
        <translation>Bestand filtern</translation>
    </message>
    <message>
        <source>The filter waits until everything is counted</source>
        <translation>Der Filter wartet, bis alles gezählt ist</translation>
    </message>
    <message>
        <source>Clear filter</source>
        <translation>Filter leeren</translation>
    </message>
    <message>
        <source>Not applied: what was found before is shown</source>
        <translation>Nicht angewendet: Gezeigt wird, was zuvor gefunden wurde</translation>
    </message>
    <message>
        <source>Not applied: everything is shown</source>
        <translation>Nicht angewendet: Alles wird gezeigt</translation>
    </message>
    <message>
        <source>%1 of %2 images, %3 of %4 versions in the tree match</source>
        <translation>%1 von %2 Images, %3 von %4 Versionen im Baum passen</translation>
    </message>
    <message>
        <source>The registry has %1 versions. The tree has a row for %2 of them; the others are parts of these, signatures, SBOMs and attestations: their details show them.</source>
        <translation>Die Registry hat %1 Versionen. Im Baum haben %2 davon eine Zeile; die anderen sind Teile von diesen, Signaturen, SBOMs und Attestierungen: Ihre Details zeigen sie.</translation>
    </message>
</context>
<context>
    <name>slipway::TreeFoot</name>
    <message numerus="yes">
        <source>%n column(s) hidden at this width</source>
        <translation>
            <numerusform>%n Spalte bei dieser Breite verborgen</numerusform>
            <numerusform>%n Spalten bei dieser Breite verborgen</numerusform>
        </translation>
    </message>
    <message>
        <source>Unique is what deletion would free; shared layers stay</source>
        <translation>Eigen ist, was Löschen freigäbe; geteilte Schichten bleiben</translation>
    </message>
</context>
<context>
    <name>slipway::UseCard</name>
    <message>
        <source>Unique and shared</source>
        <translation>Eigen und gemeinsam</translation>
    </message>
    <message>
        <source>Hubs</source>
        <translation>Hubs</translation>
    </message>
    <message>
        <source>Unique and shared by hub</source>
        <translation>Eigen und gemeinsam nach Hub</translation>
    </message>
    <message>
        <source>Families</source>
        <translation>Familien</translation>
    </message>
    <message>
        <source>Unique and shared by family, in all hubs</source>
        <translation>Eigen und gemeinsam nach Familie, in allen Hubs</translation>
    </message>
    <message>
        <source>Kinds</source>
        <translation>Arten</translation>
    </message>
    <message>
        <source>Unique and shared by kind of version</source>
        <translation>Eigen und gemeinsam nach Art der Version</translation>
    </message>
    <message>
        <source>Ages</source>
        <translation>Alter</translation>
    </message>
    <message>
        <source>Unique and shared by age of version</source>
        <translation>Eigen und gemeinsam nach Alter der Version</translation>
    </message>
</context>
<context>
    <name>slipway::WayBack</name>
    <message>
        <source>Back</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <source>Forward</source>
        <translation>Vor</translation>
    </message>
</context>
<context>
    <name>slipway::WhatIf</name>
    <message numerus="yes">
        <source>untagged versions kept for %n day(s)</source>
        <translation>
            <numerusform>Versionen ohne Tag %n Tag behalten</numerusform>
            <numerusform>Versionen ohne Tag %n Tage behalten</numerusform>
        </translation>
    </message>
    <message>
        <source>all untagged versions kept</source>
        <translation>alle Versionen ohne Tag behalten</translation>
    </message>
    <message numerus="yes">
        <source>the newest %n tagged version(s) of each image kept</source>
        <translation>
            <numerusform>von jedem Image die neueste Version mit Tag behalten</numerusform>
            <numerusform>von jedem Image die %n neuesten Versionen mit Tag behalten</numerusform>
        </translation>
    </message>
    <message>
        <source>all tagged versions kept</source>
        <translation>alle Versionen mit Tag behalten</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>Schritt</translation>
    </message>
    <message>
        <source>Stored</source>
        <translation>Gespeichert</translation>
    </message>
    <message>
        <source>Saved</source>
        <translation>Gespart</translation>
    </message>
    <message>
        <source>Storage a month</source>
        <translation>Speicher je Monat</translation>
    </message>
    <message>
        <source>With runner</source>
        <translation>Mit Runner</translation>
    </message>
    <message>
        <source>As it is</source>
        <translation>Wie es ist</translation>
    </message>
    <message>
        <source>Versions dropped</source>
        <translation>Ohne alte Versionen</translation>
    </message>
    <message>
        <source>Bases shared</source>
        <translation>Basis geteilt</translation>
    </message>
    <message>
        <source>Together</source>
        <translation>Zusammen</translation>
    </message>
    <message>
        <source>%1 stay %1</source>
        <translation>%1 bleiben %1</translation>
    </message>
    <message>
        <source>%1 become %2, %3 % less</source>
        <translation>Aus %1 werden %2, %3 % weniger</translation>
    </message>
    <message numerus="yes">
        <source>%n version(s) dropped</source>
        <translation>
            <numerusform>%n Version geht</numerusform>
            <numerusform>%n Versionen gehen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n image version(s) on another base</source>
        <translation>
            <numerusform>%n Image-Version auf anderer Basis</numerusform>
            <numerusform>%n Image-Versionen auf anderer Basis</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n base version(s) no longer needed</source>
        <translation>
            <numerusform>%n Basis-Version nicht mehr gebraucht</numerusform>
            <numerusform>%n Basis-Versionen nicht mehr gebraucht</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n image version(s) stand on no known base and stay</source>
        <translation>
            <numerusform>%n Image-Version steht auf keiner bekannten Basis und bleibt</numerusform>
            <numerusform>%n Image-Versionen stehen auf keiner bekannten Basis und bleiben</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n image version(s) have no chosen base and stay</source>
        <translation>
            <numerusform>für %n Image-Version ist keine Basis gewählt, sie bleibt</numerusform>
            <numerusform>für %n Image-Versionen ist keine Basis gewählt, sie bleiben</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n chosen base(s) cannot be used: nothing of them was read</source>
        <translation>
            <numerusform>%n gewählte Basis ist nicht brauchbar: nichts von ihr wurde gelesen</numerusform>
            <numerusform>%n gewählte Basen sind nicht brauchbar: nichts von ihnen wurde gelesen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>at least: %n version(s) could not be read, or tell no sizes</source>
        <translation>
            <numerusform>mindestens: %n Version war nicht lesbar oder nennt keine Größen</numerusform>
            <numerusform>mindestens: %n Versionen waren nicht lesbar oder nennen keine Größen</numerusform>
        </translation>
    </message>
    <message>
        <source>at least: not all images and versions of the owner could be read</source>
        <translation>mindestens: nicht alle Images und Versionen konnten gelesen werden</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
    <message>
        <source>Shared bases: %1</source>
        <translation>Gemeinsame Basen: %1</translation>
    </message>
    <message>
        <source>Hubs that share them: %1</source>
        <translation>Hubs, die sie teilen: %1</translation>
    </message>
    <message>
        <source>Kept: %1</source>
        <translation>Behalten: %1</translation>
    </message>
    <message>
        <source>Runner: %1 a month</source>
        <translation>Runner: %1 je Monat</translation>
    </message>
    <message>
        <source>Unassigned</source>
        <translation>Nicht zugeordnet</translation>
    </message>
    <message>
        <source>An estimate: layers above a base keep their sizes.</source>
        <translation>Eine Schätzung: Schichten über einer Basis behalten ihre Größe.</translation>
    </message>
</context>
<context>
    <name>slipway::WhatIfDialog</name>
    <message>
        <source>What if we consolidate?</source>
        <translation>Was wäre bei Konsolidierung?</translation>
    </message>
    <message>
        <source>Counting…</source>
        <translation>Wird gezählt…</translation>
    </message>
    <message>
        <source>Savings step by step</source>
        <translation>Ersparnis Schritt für Schritt</translation>
    </message>
    <message>
        <source>Reset</source>
        <translation>Zurücksetzen</translation>
    </message>
    <message>
        <source>Copy as text</source>
        <translation>Als Text kopieren</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Not counted</source>
        <translation>Nicht gezählt</translation>
    </message>
</context>
<context>
    <name>slipway::WhatIfForm</name>
    <message>
        <source>Untagged versions</source>
        <translation>Versionen ohne Tag</translation>
    </message>
    <message>
        <source>Tagged versions</source>
        <translation>Versionen mit Tag</translation>
    </message>
    <message>
        <source>Keep all</source>
        <translation>Alle behalten</translation>
    </message>
    <message numerus="yes">
        <source>Keep for %n day(s)</source>
        <translation>
            <numerusform>%n Tag behalten</numerusform>
            <numerusform>%n Tage behalten</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Keep the newest %n of each image</source>
        <translation>
            <numerusform>Von jedem Image die neueste behalten</numerusform>
            <numerusform>Von jedem Image die %n neuesten behalten</numerusform>
        </translation>
    </message>
    <message>
        <source>Runner a month, %1</source>
        <translation>Runner je Monat, %1</translation>
    </message>
    <message>
        <source>Base of CPU images</source>
        <translation>Basis der CPU-Images</translation>
    </message>
    <message>
        <source>Base of GPU images</source>
        <translation>Basis der GPU-Images</translation>
    </message>
    <message>
        <source>Each keeps its own</source>
        <translation>Jedes behält seine</translation>
    </message>
    <message>
        <source>%1, %2 (proposed)</source>
        <translation>%1, %2 (vorgeschlagen)</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>Bases</source>
        <translation>Basen</translation>
    </message>
    <message>
        <source>No base images are known; the profile can name them</source>
        <translation>Keine Basis-Images bekannt; das Profil kann sie nennen</translation>
    </message>
    <message>
        <source>Hubs that share them</source>
        <translation>Hubs, die sie teilen</translation>
    </message>
    <message>
        <source>Expected what the runner costs a month, 0 or more, such as %1.</source>
        <translation>Erwartet wird, was der Runner im Monat kostet, 0 oder mehr, etwa %1.</translation>
    </message>
</context>
<context>
    <name>slipway::WindowActions</name>
    <message>
        <source>Refresh</source>
        <translation>Aktualisieren</translation>
    </message>
    <message>
        <source>Switch organisation</source>
        <translation>Organisation wechseln</translation>
    </message>
    <message>
        <source>Copy full digest</source>
        <translation>Ganzen Digest kopieren</translation>
    </message>
    <message>
        <source>Next pane</source>
        <translation>Nächster Bereich</translation>
    </message>
    <message>
        <source>Previous pane</source>
        <translation>Voriger Bereich</translation>
    </message>
    <message>
        <source>Back to the list</source>
        <translation>Zurück zur Liste</translation>
    </message>
    <message>
        <source>Show or hide the log</source>
        <translation>Protokoll zeigen oder verbergen</translation>
    </message>
    <message>
        <source>Copy pull command</source>
        <translation>Pull-Befehl kopieren</translation>
    </message>
    <message>
        <source>Search or run a command</source>
        <translation>Suchen oder Befehl ausführen</translation>
    </message>
    <message>
        <source>Add account…</source>
        <translation>Konto hinzufügen …</translation>
    </message>
    <message>
        <source>Manage accounts…</source>
        <translation>Konten verwalten …</translation>
    </message>
    <message>
        <source>Settings…</source>
        <translation>Einstellungen …</translation>
    </message>
    <message>
        <source>Collapse or expand the sidebar</source>
        <translation>Seitenleiste ein- oder ausklappen</translation>
    </message>
    <message>
        <source>Theme: colours of the system</source>
        <translation>Farben: wie das System</translation>
    </message>
    <message>
        <source>Theme: light colours</source>
        <translation>Farben: hell</translation>
    </message>
    <message>
        <source>Theme: dark colours</source>
        <translation>Farben: dunkel</translation>
    </message>
    <message>
        <source>Theme: high contrast colours</source>
        <translation>Farben: hoher Kontrast</translation>
    </message>
    <message>
        <source>Select an image or a version first</source>
        <translation>Wählen Sie zuerst ein Image oder eine Version</translation>
    </message>
</context>
<context>
    <name>slipway::WindowBinding</name>
    <message>
        <source>Demo organisations</source>
        <translation>Demo-Organisationen</translation>
    </message>
    <message>
        <source>What was remembered was damaged (%1). It is kept as %2; everything is read anew.</source>
        <translation>Der Speicher war beschädigt (%1). Er liegt jetzt in %2; alles wird neu gelesen.</translation>
    </message>
    <message>
        <source>the removed account of %1</source>
        <translation>dem entfernten Konto von %1</translation>
    </message>
    <message>
        <source>Demo of %1</source>
        <translation>Demo von %1</translation>
    </message>
    <message>
        <source>Another owner can be opened when this has ended or was stopped: %1</source>
        <comment>what is running</comment>
        <translation>Ein anderer Eigentümer lässt sich öffnen, wenn dies geendet hat oder angehalten wurde: %1</translation>
    </message>
    <message>
        <source>The profile counts as it is now when the owner is opened again. This is still running: %1</source>
        <comment>what is running</comment>
        <translation>Das Profil zählt, wie es jetzt ist, wenn der Besitzer wieder geöffnet wird. Noch läuft: %1</translation>
    </message>
</context>
<context>
    <name>slipway::WindowMemory</name>
    <message>
        <source>Restore default layout</source>
        <translation>Anordnung zurücksetzen</translation>
    </message>
    <message>
        <source>What was remembered of the window&apos;s layout was damaged. It is kept as %1; the window begins with its default layout.</source>
        <translation>Was von der Anordnung des Fensters gemerkt war, war beschädigt. Es liegt nun als %1; das Fenster beginnt in seiner üblichen Anordnung.</translation>
    </message>
    <message>
        <source>The window&apos;s layout is not remembered: %1</source>
        <translation>Die Anordnung des Fensters wird nicht gemerkt: %1</translation>
    </message>
</context>
<context>
    <name>slipway::FileNotesModel</name>
    <message>
        <source>Line %1</source>
        <translation>Zeile %1</translation>
    </message>
    <message>
        <source>The whole file</source>
        <translation>Die ganze Datei</translation>
    </message>
    <message>
        <source>column %1</source>
        <translation>Spalte %1</translation>
    </message>
    <message>
        <source>Not checked: there is no rule for such files</source>
        <translation>Nicht geprüft: Für solche Dateien gibt es keine Regel</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>Ordner</translation>
    </message>
    <message>
        <source>Repository</source>
        <translation>Repository</translation>
    </message>
    <message>
        <source>Template</source>
        <translation>Vorlage</translation>
    </message>
</context>
<context>
    <name>slipway::FileTabs</name>
    <message>
        <source>Open files</source>
        <translation>Offene Dateien</translation>
    </message>
    <message>
        <source>%1 in the folder</source>
        <translation>%1 im Ordner</translation>
    </message>
    <message>
        <source>%1 in the repository</source>
        <translation>%1 im Repository</translation>
    </message>
    <message>
        <source>%1, a template</source>
        <translation>%1, eine Vorlage</translation>
    </message>
    <message>
        <source>%1. Enter in the list keeps it open.</source>
        <translation>%1. Eingabe in der Liste lässt sie offen.</translation>
    </message>
</context>
<context>
    <name>slipway::FileVerdict</name>
    <message>
        <source>Schema valid</source>
        <translation>Schema gültig</translation>
    </message>
    <message>
        <source>Valid</source>
        <translation>Gültig</translation>
    </message>
    <message>
        <source>Schema not valid, line %1</source>
        <translation>Schema verletzt, Zeile %1</translation>
    </message>
    <message numerus="yes">
        <source>%n error(s), the first in line %1</source>
        <translation>
            <numerusform>%n Fehler, in Zeile %1</numerusform>
            <numerusform>%n Fehler, der erste in Zeile %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>slipway::NotesPanel</name>
    <message>
        <source>Close the list</source>
        <translation>Die Liste schließen</translation>
    </message>
    <message>
        <source>the first %1</source>
        <translation>die ersten %1</translation>
    </message>
    <message numerus="yes">
        <source>%n difference(s)</source>
        <translation>
            <numerusform>%n Unterschied</numerusform>
            <numerusform>%n Unterschiede</numerusform>
        </translation>
    </message>
    <message>
        <source>the first of them</source>
        <translation>die ersten davon</translation>
    </message>
    <message numerus="yes">
        <source>%n error(s)</source>
        <translation>
            <numerusform>%n Fehler</numerusform>
            <numerusform>%n Fehler</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) checked</source>
        <translation>
            <numerusform>%n Datei geprüft</numerusform>
            <numerusform>%n Dateien geprüft</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) with errors</source>
        <translation>
            <numerusform>%n Datei mit Fehlern</numerusform>
            <numerusform>%n Dateien mit Fehlern</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 of %2 checked</source>
        <translation>%1 von %2 geprüft</translation>
    </message>
    <message>
        <source>of %1</source>
        <translation>von %1</translation>
    </message>
</context>
<context>
    <name>slipway::PaletteDesk</name>
    <message>
        <source>file in the folder</source>
        <translation>Datei im Ordner</translation>
    </message>
    <message>
        <source>file in the repository</source>
        <translation>Datei im Repository</translation>
    </message>
    <message>
        <source>template</source>
        <translation>Vorlage</translation>
    </message>
</context>
<context>
    <name>slipway::IssuesDialog</name>
    <message>
        <source>Opened: %1</source>
        <translation>Angelegt: %1</translation>
    </message>
    <message>
        <source>Updated: %1</source>
        <translation>Aktualisiert: %1</translation>
    </message>
    <message>
        <source>Closed, resolved: %1</source>
        <translation>Geschlossen, behoben: %1</translation>
    </message>
    <message>
        <source>Closed, there are two: %1</source>
        <translation>Geschlossen, es gibt zwei: %1</translation>
    </message>
    <message>
        <source>Unchanged: %1</source>
        <translation>Unverändert: %1</translation>
    </message>
    <message>
        <source>Closed by hand, stays so: %1</source>
        <translation>Von Hand geschlossen, bleibt so: %1</translation>
    </message>
    <message>
        <source>Could not be checked, stays open: %1</source>
        <translation>Konnte nicht geprüft werden, bleibt offen: %1</translation>
    </message>
    <message>
        <source>The issues in %1 are as the findings are. There is nothing to do.</source>
        <translation>Die Issues in %1 entsprechen den Funden. Es ist nichts zu tun.</translation>
    </message>
    <message numerus="yes">
        <source>%n issue(s) to open</source>
        <translation>
            <numerusform>%n Issue anzulegen</numerusform>
            <numerusform>%n Issues anzulegen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n to update</source>
        <translation>
            <numerusform>%n zu aktualisieren</numerusform>
            <numerusform>%n zu aktualisieren</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n to close</source>
        <translation>
            <numerusform>%n zu schließen</numerusform>
            <numerusform>%n zu schließen</numerusform>
        </translation>
    </message>
    <message>
        <source>%1: %2.</source>
        <comment>repository; what would be done</comment>
        <translation>%1: %2.</translation>
    </message>
    <message>
        <source>open: %1</source>
        <translation>anlegen: %1</translation>
    </message>
    <message>
        <source>update: %1</source>
        <translation>aktualisieren: %1</translation>
    </message>
    <message>
        <source>close, resolved: %1</source>
        <translation>schließen, behoben: %1</translation>
    </message>
    <message>
        <source>close, there are two: %1</source>
        <translation>schließen, es gibt zwei: %1</translation>
    </message>
    <message>
        <source>Left, it is not as it was shown any more: %1</source>
        <translation>Ausgelassen, es ist nicht mehr wie gezeigt: %1</translation>
    </message>
    <message>
        <source>Failed: %1: %2</source>
        <translation>Fehlgeschlagen: %1: %2</translation>
    </message>
    <message>
        <source>Issues of findings</source>
        <translation>Issues der Funde</translation>
    </message>
    <message numerus="yes">
        <source>Change %n issue(s)</source>
        <translation>
            <numerusform>%n Issue ändern</numerusform>
            <numerusform>%n Issues ändern</numerusform>
        </translation>
    </message>
    <message>
        <source>What is done with each issue</source>
        <translation>Was mit jedem Issue geschieht</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>All of it is done.</source>
        <translation>Alles ist getan.</translation>
    </message>
    <message>
        <source>Not all of it is done; look again to go on.</source>
        <translation>Nicht alles ist getan; zum Weitermachen noch einmal ansehen.</translation>
    </message>
    <message>
        <source>Its text stays as it is.</source>
        <translation>Der Text bleibt, wie er ist.</translation>
    </message>
    <message>
        <source>Text of the chosen issue</source>
        <translation>Text des gewählten Issues</translation>
    </message>
    <message>
        <source>No issue was changed.</source>
        <translation>Es wurde kein Issue geändert.</translation>
    </message>
</context>
<context>
    <name>slipway::ProposalDesk</name>
    <message>
        <source>Look at the lock file in the repository</source>
        <translation>Lock-Datei im Repository ansehen</translation>
    </message>
    <message>
        <source>Pull request in %1</source>
        <translation>Pull-Request in %1</translation>
    </message>
    <message>
        <source>What was pushed stays; pressing again goes on.</source>
        <translation>Was gepusht ist, bleibt; erneut gedrückt geht es weiter.</translation>
    </message>
    <message>
        <source>Look at the issues of findings</source>
        <translation>Issues der Funde ansehen</translation>
    </message>
    <message>
        <source>Issues in %1</source>
        <translation>Issues in %1</translation>
    </message>
    <message>
        <source>What was changed stays; pressing again goes on.</source>
        <translation>Was geändert ist, bleibt; erneut gedrückt geht es weiter.</translation>
    </message>
</context>
<context>
    <name>slipway::ProposalDialog</name>
    <message>
        <source>%1 in %2 of %3 is what the registry has. There is nothing to propose.</source>
        <translation>%1 in %2 von %3 ist, was die Registry hat. Es gibt nichts vorzuschlagen.</translation>
    </message>
    <message>
        <source>Repository: %1</source>
        <translation>Repository: %1</translation>
    </message>
    <message>
        <source>Branch: %1, to be merged into %2</source>
        <translation>Branch: %1, soll nach %2</translation>
    </message>
    <message>
        <source>Title: %1</source>
        <translation>Titel: %1</translation>
    </message>
    <message>
        <source>Pull request %1 is open for this branch and is brought up to date.</source>
        <translation>Für diesen Branch ist Pull-Request %1 offen; er wird auf den neuen Stand gebracht.</translation>
    </message>
    <message>
        <source>Not everything could be read; what was pinned of it stays.</source>
        <translation>Nicht alles konnte gelesen werden; was davon festgehalten war, bleibt.</translation>
    </message>
    <message>
        <source>What was pushed stays; pressing again goes on where this stopped.</source>
        <translation>Was gepusht ist, bleibt; erneut gedrückt geht es dort weiter.</translation>
    </message>
    <message>
        <source>Pull request %1 is open.</source>
        <translation>Pull-Request %1 ist offen.</translation>
    </message>
    <message>
        <source>Pull request %1 is up to date now.</source>
        <translation>Pull-Request %1 ist jetzt auf dem neuen Stand.</translation>
    </message>
    <message>
        <source>Pull request %1 says just this already; nothing was pushed.</source>
        <translation>Pull-Request %1 sagt das schon; es wurde nichts gepusht.</translation>
    </message>
    <message>
        <source>%1 has it already; nothing was pushed.</source>
        <translation>%1 hat es schon; es wurde nichts gepusht.</translation>
    </message>
    <message>
        <source>Pull request with %1</source>
        <translation>Pull-Request mit %1</translation>
    </message>
    <message>
        <source>Open in the browser</source>
        <translation>Im Browser öffnen</translation>
    </message>
    <message>
        <source>Push and update the pull request</source>
        <translation>Pushen und Pull-Request aktualisieren</translation>
    </message>
    <message>
        <source>Push and open the pull request</source>
        <translation>Pushen und Pull-Request öffnen</translation>
    </message>
    <message>
        <source>How the file changes, line by line</source>
        <translation>Wie sich die Datei ändert, Zeile für Zeile</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>The branch is there already; commits it has of its own will be in the pull request.</source>
        <translation>Den Branch gibt es schon; eigene Commits, die er hat, werden im Pull-Request sein.</translation>
    </message>
    <message>
        <source>The branch has another %1 than %2; it is replaced.</source>
        <translation>Der Branch hat ein anderes %1 als %2; es wird ersetzt.</translation>
    </message>
    <message>
        <source>Text of the pull request</source>
        <translation>Text des Pull-Requests</translation>
    </message>
    <message>
        <source>Whether that arrived is not known; pressing again looks first.</source>
        <translation>Ob das ankam, ist nicht bekannt; erneut gedrückt wird zuerst nachgesehen.</translation>
    </message>
    <message>
        <source>Nothing was pushed.</source>
        <translation>Es wurde nichts gepusht.</translation>
    </message>
    <message>
        <source>It did not get to its end.</source>
        <translation>Es kam nicht bis zum Ende.</translation>
    </message>
</context>
<context>
    <name>slipway::CleanupActing</name>
    <message>
        <source>It was stopped before anything was done.</source>
        <translation>Es wurde angehalten, bevor etwas getan war.</translation>
    </message>
    <message>
        <source>Nothing is left to delete: every package was left out.</source>
        <translation>Nichts bleibt zu löschen: Jedes Paket wurde ausgelassen.</translation>
    </message>
    <message>
        <source>The plan has changed since. Cancel, and look at the new one.</source>
        <translation>Der Plan hat sich seitdem geändert. Abbrechen und den neuen ansehen.</translation>
    </message>
    <message>
        <source>Restore all of it</source>
        <translation>Alles wiederherstellen</translation>
    </message>
    <message numerus="yes">
        <source>%n version(s) restored.</source>
        <translation>
            <numerusform>%n Version ist wiederhergestellt.</numerusform>
            <numerusform>%n Versionen sind wiederhergestellt.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n could not be.</source>
        <translation>
            <numerusform>%n ging nicht.</numerusform>
            <numerusform>%n gingen nicht.</numerusform>
        </translation>
    </message>
    <message>
        <source>Not restored: %1 %2: %3</source>
        <comment>an image, an id, why</comment>
        <translation>Nicht wiederhergestellt: %1 %2: %3</translation>
    </message>
    <message>
        <source>%1 never was away</source>
        <comment>an image</comment>
        <translation>%1 war nie weg</translation>
    </message>
    <message>
        <source>%1 is back without %2, which lead elsewhere now</source>
        <comment>an image, tags</comment>
        <translation>%1 ist zurück, ohne %2, die jetzt anderswohin führen</translation>
    </message>
    <message>
        <source>%1 is back, but what it lists is not there: %2</source>
        <comment>an image, a digest</comment>
        <translation>%1 ist zurück, aber was es auflistet, ist nicht da: %2</translation>
    </message>
    <message>
        <source>The plan is being made anew. Wait a moment.</source>
        <translation>Der Plan wird gerade neu gemacht. Warten Sie einen Augenblick.</translation>
    </message>
    <message>
        <source>Save the list of what goes</source>
        <translation>Liste dessen speichern, was gelöscht wird</translation>
    </message>
    <message>
        <source>The list was saved as %1</source>
        <comment>a file</comment>
        <translation>Die Liste wurde als %1 gespeichert</translation>
    </message>
</context>
<context>
    <name>slipway::CleanupPage</name>
    <message>
        <source>%1 of %2 versions</source>
        <comment>numbers</comment>
        <translation>%1 von %2 Versionen</translation>
    </message>
    <message>
        <source>%1 freed</source>
        <comment>a size</comment>
        <translation>%1 frei</translation>
    </message>
    <message>
        <source>at least %1 freed</source>
        <comment>a size</comment>
        <translation>mindestens %1 frei</translation>
    </message>
    <message>
        <source>at least %1</source>
        <comment>a size</comment>
        <translation>mindestens %1</translation>
    </message>
    <message numerus="yes">
        <source>%n version(s) deleted, which frees at least %1.</source>
        <translation>
            <numerusform>%n Version ist gelöscht, das gibt mindestens %1 frei.</numerusform>
            <numerusform>%n Versionen sind gelöscht, das gibt mindestens %1 frei.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n deleted by others</source>
        <translation>
            <numerusform>%n von anderen gelöscht</numerusform>
            <numerusform>%n von anderen gelöscht</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 of %2 freed</source>
        <comment>sizes</comment>
        <translation>%1 von %2 frei</translation>
    </message>
    <message numerus="yes">
        <source>about %n s left</source>
        <translation>
            <numerusform>noch etwa %n s</numerusform>
            <numerusform>noch etwa %n s</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>about %n min left</source>
        <translation>
            <numerusform>noch etwa %n min</numerusform>
            <numerusform>noch etwa %n min</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n version(s) deleted, which frees %1.</source>
        <translation>
            <numerusform>%n Version ist gelöscht, das gibt %1 frei.</numerusform>
            <numerusform>%n Versionen sind gelöscht, das gibt %1 frei.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n skipped.</source>
        <translation>
            <numerusform>%n übersprungen.</numerusform>
            <numerusform>%n übersprungen.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n failed.</source>
        <translation>
            <numerusform>%n fehlgeschlagen.</numerusform>
            <numerusform>%n fehlgeschlagen.</numerusform>
        </translation>
    </message>
    <message>
        <source>It was stopped; the rest stays.</source>
        <translation>Es wurde angehalten; der Rest bleibt.</translation>
    </message>
    <message>
        <source>It stopped: %1</source>
        <comment>an error</comment>
        <translation>Es endete vorher: %1</translation>
    </message>
    <message numerus="yes">
        <source>%n tagged version(s) could not be pulled whole before it; they do not count here.</source>
        <translation>
            <numerusform>%n getaggte Version war schon vorher nicht vollständig abrufbar; sie zählt hier nicht.</numerusform>
            <numerusform>%n getaggte Versionen waren schon vorher nicht vollständig abrufbar; sie zählen hier nicht.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n kept version(s) gone since the plan, deleted by somebody else.</source>
        <translation>
            <numerusform>%n behaltene Version ist seit dem Plan fort, von jemand anderem gelöscht.</numerusform>
            <numerusform>%n behaltene Versionen sind seit dem Plan fort, von jemand anderem gelöscht.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n kept tag(s) cannot be pulled whole any more. What they lack is not in the journal of this cleanup, which cannot bring it back.</source>
        <translation>
            <numerusform>%n behaltener Tag lässt sich nicht mehr ganz ziehen. Was ihm fehlt, steht nicht im Journal dieser Bereinigung; sie kann es nicht zurückholen.</numerusform>
            <numerusform>%n behaltene Tags lassen sich nicht mehr ganz ziehen. Was ihnen fehlt, steht nicht im Journal dieser Bereinigung; sie kann es nicht zurückholen.</numerusform>
        </translation>
    </message>
    <message>
        <source>Every other kept tag resolves, with all it lists and all that hangs on it.</source>
        <translation>Jeder andere behaltene Tag ist auflösbar, mit allem, was er aufführt und was an ihm hängt.</translation>
    </message>
    <message>
        <source>Gone since the plan, deleted by somebody else: %1</source>
        <comment>an image</comment>
        <translation>Seit dem Plan fort, von jemand anderem gelöscht: %1</translation>
    </message>
    <message numerus="yes">
        <source>%n kept tag(s) cannot be pulled whole any more: bring back what was deleted.</source>
        <translation>
            <numerusform>%n behaltener Tag lässt sich nicht mehr ganz ziehen: Holen Sie zurück, was gelöscht wurde.</numerusform>
            <numerusform>%n behaltene Tags lassen sich nicht mehr ganz ziehen: Holen Sie zurück, was gelöscht wurde.</numerusform>
        </translation>
    </message>
    <message>
        <source>Every kept tag resolves, with all it lists and all that hangs on it.</source>
        <translation>Jeder behaltene Tag ist auflösbar, mit allem, was er aufführt und was an ihm hängt.</translation>
    </message>
    <message>
        <source>Whether every kept tag is whole could not be proven.</source>
        <translation>Ob jeder behaltene Tag ganz ist, ließ sich nicht beweisen.</translation>
    </message>
    <message>
        <source>Broken: %1 lacks %2</source>
        <comment>an image, digests</comment>
        <translation>Beschädigt: %1 fehlt %2</translation>
    </message>
    <message>
        <source>Failed: %1 %2: %3</source>
        <comment>an image, an id, why</comment>
        <translation>Fehlgeschlagen: %1 %2: %3</translation>
    </message>
    <message>
        <source>Skipped: %1 %2: %3</source>
        <comment>an image, an id, why</comment>
        <translation>Übersprungen: %1 %2: %3</translation>
    </message>
    <message>
        <source>Not asked: %1</source>
        <comment>an error</comment>
        <translation>Nicht gefragt: %1</translation>
    </message>
    <message numerus="yes">
        <source>Can be restored, %n day(s) left</source>
        <translation>
            <numerusform>Wiederherstellbar, noch %n Tag</numerusform>
            <numerusform>Wiederherstellbar, noch %n Tage</numerusform>
        </translation>
    </message>
    <message>
        <source>Deleted more than 30 days ago: GitHub keeps nothing longer</source>
        <translation>Vor mehr als 30 Tagen gelöscht: Länger hebt GitHub nichts auf</translation>
    </message>
    <message>
        <source>Cannot be restored: the journal has no manifest of it</source>
        <translation>Nicht wiederherstellbar: Das Journal hat kein Manifest davon</translation>
    </message>
    <message>
        <source>Restored</source>
        <translation>Wiederhergestellt</translation>
    </message>
    <message>
        <source>Restored: %1</source>
        <comment>what it lacks</comment>
        <translation>Wiederhergestellt: %1</translation>
    </message>
    <message>
        <source>Somebody else had deleted it: it is not in this journal to restore</source>
        <translation>Jemand anders hatte sie gelöscht: Aus diesem Journal kommt sie nicht zurück</translation>
    </message>
    <message>
        <source>Stays</source>
        <translation>Bleibt</translation>
    </message>
    <message>
        <source>Stays: %1</source>
        <comment>why</comment>
        <translation>Bleibt: %1</translation>
    </message>
    <message numerus="yes">
        <source>%1; if it is gone after all, it can be restored, %n day(s) left</source>
        <comment>that it stays</comment>
        <translation>
            <numerusform>%1; falls sie doch weg ist: wiederherstellbar, noch %n Tag</numerusform>
            <numerusform>%1; falls sie doch weg ist: wiederherstellbar, noch %n Tage</numerusform>
        </translation>
    </message>
    <message>
        <source>goes</source>
        <translation>geht</translation>
    </message>
    <message>
        <source>taken out</source>
        <translation>herausgenommen</translation>
    </message>
    <message>
        <source>protected</source>
        <translation>geschützt</translation>
    </message>
    <message>
        <source>cannot go</source>
        <translation>kann nicht gehen</translation>
    </message>
    <message>
        <source>Package</source>
        <translation>Paket</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>Tags</translation>
    </message>
    <message>
        <source>Digest</source>
        <translation>Digest</translation>
    </message>
    <message>
        <source>Fate</source>
        <translation>Verbleib</translation>
    </message>
    <message>
        <source>Rule</source>
        <translation>Regel</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Warum</translation>
    </message>
    <message>
        <source>Protected by</source>
        <translation>Geschützt durch</translation>
    </message>
    <message>
        <source>Bytes</source>
        <translation>Bytes</translation>
    </message>
    <message>
        <source>Days</source>
        <translation>Tage</translation>
    </message>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation>
            <numerusform>%n Tag</numerusform>
            <numerusform>%n Tage</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hour(s)</source>
        <translation>
            <numerusform>%n Stunde</numerusform>
            <numerusform>%n Stunden</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n minute(s)</source>
        <translation>
            <numerusform>%n Minute</numerusform>
            <numerusform>%n Minuten</numerusform>
        </translation>
    </message>
    <message>
        <source>Part of %1</source>
        <translation>Teil von %1</translation>
    </message>
    <message>
        <source>Part of %1 (%2)</source>
        <comment>an index, a platform</comment>
        <translation>Teil von %1 (%2)</translation>
    </message>
    <message>
        <source>Signature of %1</source>
        <translation>Signatur von %1</translation>
    </message>
    <message>
        <source>Attestation of %1</source>
        <translation>Attestierung von %1</translation>
    </message>
    <message>
        <source>SBOM of %1</source>
        <translation>SBOM von %1</translation>
    </message>
    <message>
        <source>Hangs on %1</source>
        <translation>Hängt an %1</translation>
    </message>
    <message>
        <source>Tagged %1 and %2 old</source>
        <translation>Mit Tag %1 und %2 alt</translation>
    </message>
    <message>
        <source>Untagged for %1</source>
        <comment>an age</comment>
        <translation>Ohne Tag seit: %1</translation>
    </message>
    <message>
        <source>An index of which nothing exists any more</source>
        <translation>Ein Index, von dem nichts mehr da ist</translation>
    </message>
    <message>
        <source>What it was made for is gone</source>
        <translation>Wofür sie da war, ist weg</translation>
    </message>
    <message>
        <source>Runs on %1</source>
        <translation>Läuft auf %1</translation>
    </message>
    <message>
        <source>Canary on %1</source>
        <translation>Canary auf %1</translation>
    </message>
    <message>
        <source>Rollback candidate of %1</source>
        <translation>Rückfallkandidat von %1</translation>
    </message>
    <message>
        <source>Untagged, but not for more than %1</source>
        <translation>Ohne Tag, aber nicht länger als %1</translation>
    </message>
    <message>
        <source>Among the newest %1 of %2</source>
        <comment>a number, a glob</comment>
        <translation>Unter den neuesten %1 von %2</translation>
    </message>
    <message>
        <source>Tagged %1, but not older than %2</source>
        <translation>Mit Tag %1, aber nicht älter als %2</translation>
    </message>
    <message>
        <source>Belongs to what is protected: %1</source>
        <translation>Gehört zu Geschütztem: %1</translation>
    </message>
    <message>
        <source>Belongs to what cannot be deleted: %1</source>
        <translation>Gehört zu nicht Löschbarem: %1</translation>
    </message>
    <message>
        <source>Taken out of this plan</source>
        <translation>Aus diesem Plan genommen</translation>
    </message>
    <message>
        <source>Locked by %1</source>
        <comment>a file</comment>
        <translation>Festgeschrieben in %1</translation>
    </message>
    <message>
        <source>Tag %1 is protected by %2</source>
        <translation>Tag %1 ist geschützt durch %2</translation>
    </message>
    <message>
        <source>Tag %1 is a semantic version</source>
        <translation>Tag %1 ist eine semantische Version</translation>
    </message>
    <message>
        <source>No rule is for all of its tags: %1</source>
        <translation>Keine Regel gilt für alle ihre Tags: %1</translation>
    </message>
    <message>
        <source>Its tags need several rules: %1</source>
        <translation>Ihre Tags brauchen mehrere Regeln: %1</translation>
    </message>
    <message>
        <source>Younger than the grace period of %1</source>
        <translation>Jünger als die Schonfrist von %1</translation>
    </message>
    <message>
        <source>Untagged, and the policy does not name the kind %1</source>
        <translation>Ohne Tag, und die Richtlinie nennt die Art %1 nicht</translation>
    </message>
    <message>
        <source>Its age is not known</source>
        <translation>Ihr Alter ist nicht bekannt</translation>
    </message>
    <message>
        <source>The policy keeps untagged versions</source>
        <translation>Die Richtlinie behält Versionen ohne Tag</translation>
    </message>
    <message>
        <source>What it was made for is in another package</source>
        <translation>Wofür sie da ist, liegt in einem anderen Paket</translation>
    </message>
    <message>
        <source>It does not say what it was made for</source>
        <translation>Sie sagt nicht, wofür sie da ist</translation>
    </message>
    <message>
        <source>What it was made for is gone; the policy reports that only</source>
        <translation>Wofür sie da war, ist weg; die Richtlinie meldet das nur</translation>
    </message>
    <message>
        <source>What it was made for was not found, but not everything could be read</source>
        <translation>Wofür sie da ist, wurde nicht gefunden, aber nicht alles war lesbar</translation>
    </message>
    <message>
        <source>An index of which nothing exists any more; the policy reports that only</source>
        <translation>Ein Index, von dem nichts mehr da ist; die Richtlinie meldet das nur</translation>
    </message>
    <message>
        <source>Something that may protect it could not be read</source>
        <translation>Etwas, das sie schützen kann, war nicht lesbar</translation>
    </message>
    <message>
        <source>Last tagged version of the package: GitHub does not delete it</source>
        <translation>Letzte Version des Pakets mit Tag: GitHub löscht sie nicht</translation>
    </message>
    <message>
        <source>More than 5,000 downloads: GitHub does not delete it</source>
        <translation>Mehr als 5.000 Downloads: GitHub löscht sie nicht</translation>
    </message>
    <message>
        <source>%1 is left out: its list of versions was not read to the end.</source>
        <translation>%1 bleibt aus: Seine Versionsliste wurde nicht zu Ende gelesen.</translation>
    </message>
    <message>
        <source>%1 is left out: the manifest of %2 could not be read.</source>
        <translation>%1 bleibt aus: Das Manifest von %2 war nicht lesbar.</translation>
    </message>
    <message>
        <source>No tag matches “%1”, which is to be protected.</source>
        <translation>Kein Tag passt zu „%1“, was geschützt werden soll.</translation>
    </message>
    <message>
        <source>No tag matches the rule “%1”.</source>
        <translation>Kein Tag passt zur Regel „%1“.</translation>
    </message>
    <message>
        <source>No package matches “%1”.</source>
        <translation>Kein Paket passt zu „%1“.</translation>
    </message>
    <message>
        <source>What is deployed is to be protected, but no target is configured: this protects nothing.</source>
        <translation>Was läuft, soll geschützt sein, aber kein Ziel ist eingerichtet: Das schützt nichts.</translation>
    </message>
    <message>
        <source>What runs on %1 could not be read, so nothing is deleted.</source>
        <translation>Was auf %1 läuft, war nicht lesbar, also wird nichts gelöscht.</translation>
    </message>
    <message>
        <source>The lock file %1 was not read, so nothing is deleted.</source>
        <translation>Die Lock-Datei %1 wurde nicht gelesen, also wird nichts gelöscht.</translation>
    </message>
    <message>
        <source>Not everything was read, so nothing counts as an orphan.</source>
        <translation>Nicht alles wurde gelesen, also gilt nichts als verwaist.</translation>
    </message>
    <message numerus="yes">
        <source>%n versions stay with tags that a rule is for: they have others, or an index that stays lists them. One tag alone is taken away with “slipwayctl cleanup untag PACKAGE:TAG”.</source>
        <translation>
            <numerusform>%n Version bleibt mit einem Tag, für den eine Regel gilt: Sie hat noch andere, oder ein Index, der bleibt, führt sie auf. Ein einzelner Tag wird mit „slipwayctl cleanup untag PAKET:TAG“ entfernt.</numerusform>
            <numerusform>%n Versionen bleiben mit Tags, für die eine Regel gilt: Sie haben noch andere, oder ein Index, der bleibt, führt sie auf. Ein einzelner Tag wird mit „slipwayctl cleanup untag PAKET:TAG“ entfernt.</numerusform>
        </translation>
    </message>
    <message>
        <source>Tagged %1</source>
        <comment>a glob</comment>
        <translation>Mit Tag %1</translation>
    </message>
    <message>
        <source>older than %1</source>
        <translation>älter als %1</translation>
    </message>
    <message>
        <source>but for the newest %1</source>
        <translation>außer den neuesten %1</translation>
    </message>
    <message>
        <source>Untagged for more than %1</source>
        <translation>Ohne Tag seit mehr als %1</translation>
    </message>
    <message>
        <source>Indexes of which nothing exists</source>
        <translation>Indexe, von denen nichts da ist</translation>
    </message>
    <message>
        <source>Signatures and SBOMs of what is gone</source>
        <translation>Signaturen und SBOMs von Verschwundenem</translation>
    </message>
    <message>
        <source>Listed in %1</source>
        <comment>a file</comment>
        <translation>Aufgeführt in %1</translation>
    </message>
    <message>
        <source>Deployed on a host</source>
        <translation>Auf einem Rechner im Einsatz</translation>
    </message>
    <message>
        <source>Keep tags: %1</source>
        <comment>globs</comment>
        <translation>Tags behalten: %1</translation>
    </message>
    <message>
        <source>Semantic versions</source>
        <translation>Semantische Versionen</translation>
    </message>
    <message>
        <source>Younger than %1</source>
        <translation>Jünger als %1</translation>
    </message>
    <message>
        <source>Among the newest of a rule</source>
        <translation>Unter den neuesten einer Regel</translation>
    </message>
    <message>
        <source>Part of an index that stays</source>
        <translation>Teil eines Index, der bleibt</translation>
    </message>
    <message>
        <source>Signature or SBOM of what stays</source>
        <translation>Signatur oder SBOM von Bleibendem</translation>
    </message>
    <message>
        <source>Held back: something was not read</source>
        <translation>Zurückgehalten: Etwas war nicht lesbar</translation>
    </message>
    <message>
        <source>Belongs to what stays</source>
        <translation>Gehört zu Bleibendem</translation>
    </message>
    <message>
        <source>untagged</source>
        <translation>ohne Tag</translation>
    </message>
    <message numerus="yes">
        <source>%n version(s) to remove</source>
        <translation>
            <numerusform>%n Version zu entfernen</numerusform>
            <numerusform>%n Versionen zu entfernen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n stay(s)</source>
        <translation>
            <numerusform>%n bleibt</numerusform>
            <numerusform>%n bleiben</numerusform>
        </translation>
    </message>
    <message>
        <source>What</source>
        <translation>Was</translation>
    </message>
    <message>
        <source>Tag</source>
        <translation>Tag</translation>
    </message>
    <message>
        <source>Frees</source>
        <translation>Gibt frei</translation>
    </message>
    <message>
        <source>Age</source>
        <translation>Alter</translation>
    </message>
    <message>
        <source>its journal cannot be read: %1</source>
        <comment>an error</comment>
        <translation>Ihr Journal ist nicht lesbar: %1</translation>
    </message>
    <message>
        <source>a tag was taken away</source>
        <translation>ein Tag wurde weggenommen</translation>
    </message>
    <message numerus="yes">
        <source>%n version(s) away</source>
        <translation>
            <numerusform>%n Version weg</numerusform>
            <numerusform>%n Versionen weg</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n version(s) announced, perhaps away</source>
        <translation>
            <numerusform>%n Version angekündigt, vielleicht weg</numerusform>
            <numerusform>%n Versionen angekündigt, vielleicht weg</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n restored</source>
        <translation>
            <numerusform>%n wiederhergestellt</numerusform>
            <numerusform>%n wiederhergestellt</numerusform>
        </translation>
    </message>
    <message>
        <source>not ended</source>
        <translation>nicht beendet</translation>
    </message>
    <message>
        <source>Freed</source>
        <translation>Frei geworden</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>Jetzt</translation>
    </message>
    <message>
        <source>Cleanup</source>
        <translation>Aufräumen</translation>
    </message>
    <message>
        <source>Cleanup policy</source>
        <translation>Aufräum-Richtlinie</translation>
    </message>
    <message>
        <source>Parts of the page</source>
        <translation>Teile der Seite</translation>
    </message>
    <message>
        <source>Plan</source>
        <translation>Plan</translation>
    </message>
    <message>
        <source>History</source>
        <translation>Verlauf</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Export plan</source>
        <translation>Plan exportieren</translation>
    </message>
    <message>
        <source>Preview again</source>
        <translation>Neue Vorschau</translation>
    </message>
    <message>
        <source>Preview the cleanup again</source>
        <translation>Neue Vorschau des Aufräumens</translation>
    </message>
    <message>
        <source>Export the cleanup plan…</source>
        <translation>Aufräumplan exportieren …</translation>
    </message>
    <message>
        <source>Copy the cleanup plan</source>
        <translation>Aufräumplan kopieren</translation>
    </message>
    <message>
        <source>Show the version in the inventory</source>
        <translation>Version im Bestand zeigen</translation>
    </message>
    <message>
        <source>Delete what is planned…</source>
        <translation>Geplantes löschen …</translation>
    </message>
    <message>
        <source>Ask why something is kept</source>
        <translation>Fragen, warum etwas bleibt</translation>
    </message>
    <message numerus="yes">
        <source>%n version(s) would go, which frees %1</source>
        <translation>
            <numerusform>%n Version ginge, das gibt %1 frei</numerusform>
            <numerusform>%n Versionen gingen, das gibt %1 frei</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing would go</source>
        <translation>Nichts ginge</translation>
    </message>
    <message>
        <source>A cleanup is running.</source>
        <translation>Ein Aufräumen läuft.</translation>
    </message>
    <message>
        <source>Offline: nothing can be changed.</source>
        <translation>Offline: Nichts kann geändert werden.</translation>
    </message>
    <message>
        <source>Nothing would be deleted.</source>
        <translation>Nichts würde gelöscht.</translation>
    </message>
    <message>
        <source>This plan is older than a day. Preview the cleanup again.</source>
        <translation>Dieser Plan ist älter als ein Tag. Die Vorschau erneut anfordern.</translation>
    </message>
    <message>
        <source>What this plan was made of was read more than a day ago. Read the registry again.</source>
        <translation>Woraus dieser Plan gemacht ist, wurde vor mehr als einem Tag gelesen. Die Registry erneut lesen.</translation>
    </message>
    <message>
        <source>The plan is being made anew.</source>
        <translation>Der Plan wird neu gemacht.</translation>
    </message>
    <message>
        <source>Export the cleanup plan</source>
        <translation>Aufräumplan exportieren</translation>
    </message>
    <message>
        <source>Copied the plan</source>
        <translation>Plan kopiert</translation>
    </message>
    <message>
        <source>Exported the plan to %1</source>
        <translation>Plan nach %1 exportiert</translation>
    </message>
    <message numerus="yes">
        <source>Delete %n version(s) from %1?</source>
        <translation>
            <numerusform>%n Version von %1 löschen?</numerusform>
            <numerusform>%n Versionen von %1 löschen?</numerusform>
        </translation>
    </message>
    <message>
        <source>By rule: %1.</source>
        <comment>counts</comment>
        <translation>Nach Regeln: %1.</translation>
    </message>
    <message>
        <source>It frees %1.</source>
        <translation>Das gibt %1 frei.</translation>
    </message>
    <message numerus="yes">
        <source>%n protected version(s) stay.</source>
        <translation>
            <numerusform>%n geschützte Version bleibt.</numerusform>
            <numerusform>%n geschützte Versionen bleiben.</numerusform>
        </translation>
    </message>
    <message>
        <source>Left out, since over a limit: %1.</source>
        <translation>Ausgelassen, da über einer Grenze: %1.</translation>
    </message>
    <message>
        <source>Largest</source>
        <translation>Größte</translation>
    </message>
    <message>
        <source>Hosts affected</source>
        <translation>Betroffene Rechner</translation>
    </message>
    <message>
        <source>No host is configured, so none was asked</source>
        <translation>Kein Rechner ist eingerichtet, also wurde keiner gefragt</translation>
    </message>
    <message>
        <source>None: what runs is protected</source>
        <translation>Keine: Was läuft, ist geschützt</translation>
    </message>
    <message>
        <source>Made %1; each version is looked at again before it goes</source>
        <translation>Gemacht %1; jede Version wird vorher noch einmal angesehen</translation>
    </message>
    <message>
        <source>Demo</source>
        <translation>Demo</translation>
    </message>
    <message>
        <source>The registry is played by this program; nothing at GitHub changes</source>
        <translation>Die Registry spielt dieses Programm; bei GitHub ändert sich nichts</translation>
    </message>
    <message>
        <source>You can restore a version until %1. After that it cannot be recovered. Pulls by deleted digests fail at once.</source>
        <translation>Sie können eine Version bis %1 wiederherstellen. Danach ist sie verloren. Ziehen nach gelöschtem Digest schlägt sofort fehl.</translation>
    </message>
    <message>
        <source>In the journal of this run, under History, and in the audit</source>
        <translation>Im Journal dieses Laufs, unter Verlauf, und im Audit</translation>
    </message>
    <message numerus="yes">
        <source>delete %n version(s)</source>
        <comment>to be typed</comment>
        <translation>
            <numerusform>%n Version löschen</numerusform>
            <numerusform>%n Versionen löschen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Delete %n version(s)</source>
        <translation>
            <numerusform>%n Version löschen</numerusform>
            <numerusform>%n Versionen löschen</numerusform>
        </translation>
    </message>
    <message>
        <source>Delete that much of %1?</source>
        <translation>So viel von %1 löschen?</translation>
    </message>
    <message>
        <source>%1 loses %2 of its %3 versions. That is more than the policy allows without being asked about.</source>
        <translation>%1 verliert %2 von %3 Versionen. Das ist mehr, als die Richtlinie ohne Rückfrage erlaubt.</translation>
    </message>
    <message>
        <source>If you leave it out, all of its versions stay.</source>
        <translation>Wenn Sie es auslassen, bleiben alle seine Versionen.</translation>
    </message>
    <message>
        <source>Include %1</source>
        <translation>%1 einschließen</translation>
    </message>
    <message>
        <source>Leave it out</source>
        <translation>Auslassen</translation>
    </message>
    <message>
        <source>Preview failed. Nothing was removed.</source>
        <translation>Vorschau fehlgeschlagen. Nichts wurde entfernt.</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Noch einmal</translation>
    </message>
    <message>
        <source>Planning the cleanup of %1</source>
        <translation>Aufräumen von %1 wird geplant</translation>
    </message>
    <message>
        <source>Nothing to remove under this policy</source>
        <translation>Nach dieser Richtlinie ist nichts zu entfernen</translation>
    </message>
    <message>
        <source>Every version of %1 stays.</source>
        <translation>Jede Version von %1 bleibt.</translation>
    </message>
    <message>
        <source>No images in %1</source>
        <translation>Keine Images in %1</translation>
    </message>
    <message>
        <source>A plan appears here once an image has been pushed, and if the token may see it.</source>
        <translation>Ein Plan erscheint hier, sobald ein Image hochgeladen ist und das Token es sehen darf.</translation>
    </message>
    <message>
        <source>Not everything could be read; what could not be is not touched.</source>
        <translation>Nicht alles war lesbar; was es nicht war, bleibt unberührt.</translation>
    </message>
    <message numerus="yes">
        <source>%n thing(s) to know about this plan</source>
        <translation>
            <numerusform>%n Sache zu diesem Plan</numerusform>
            <numerusform>%n Dinge zu diesem Plan</numerusform>
        </translation>
    </message>
    <message>
        <source>Not asked: nobody knows what runs on %1</source>
        <comment>hosts</comment>
        <translation>Nicht gefragt: Niemand weiß, was auf %1 läuft</translation>
    </message>
    <message>
        <source>Not asked: the policy does not protect what runs on %1</source>
        <comment>hosts</comment>
        <translation>Nicht gefragt: Die Richtlinie schützt nicht, was auf %1 läuft</translation>
    </message>
    <message>
        <source>The plan beside this journal is another run&apos;s</source>
        <translation>Der Plan neben diesem Journal gehört zu einem anderen Lauf</translation>
    </message>
    <message>
        <source>make a new plan</source>
        <translation>machen Sie einen neuen Plan</translation>
    </message>
    <message>
        <source>Something of this run was taken out of the plan since</source>
        <translation>Etwas aus diesem Lauf wurde seither aus dem Plan genommen</translation>
    </message>
    <message>
        <source>make a new plan, and delete by it</source>
        <translation>machen Sie einen neuen Plan und löschen Sie nach ihm</translation>
    </message>
    <message>
        <source>What is left of a run that was stopped.</source>
        <translation>Was von einem angehaltenen Lauf übrig ist.</translation>
    </message>
    <message>
        <source>Not asked again: what runs since the plan was made is not known to it</source>
        <translation>Nicht erneut gefragt: Was seit dem Plan läuft, kennt er nicht</translation>
    </message>
    <message>
        <source>Made %1; what has changed since in the policy or its lock files does not count. Each version is looked at again before it goes</source>
        <translation>Erstellt %1; was sich seither an der Richtlinie oder ihren Lock-Dateien geändert hat, zählt nicht. Jede Version wird noch einmal angesehen, bevor sie geht</translation>
    </message>
    <message>
        <source>Save the list as a CSV first…</source>
        <translation>Liste zuerst als CSV…</translation>
    </message>
    <message>
        <source>left out</source>
        <translation>ausgelassen</translation>
    </message>
    <message>
        <source>is put back</source>
        <translation>wird wiederhergestellt</translation>
    </message>
    <message>
        <source>is put back if it is gone</source>
        <translation>wird wiederhergestellt, falls sie weg ist</translation>
    </message>
    <message numerus="yes">
        <source>%n version(s) are to be put back, since their trees stay.</source>
        <translation>
            <numerusform>%n Version wird wiederhergestellt, denn ihr Baum bleibt.</numerusform>
            <numerusform>%n Versionen werden wiederhergestellt, denn ihre Bäume bleiben.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Up to %n version(s) are to be put back, since their trees stay: whether all of them are gone is looked at first.</source>
        <translation>
            <numerusform>Bis zu %n Version wird wiederhergestellt, denn ihr Baum bleibt: Ob sie weg ist, wird erst nachgesehen.</numerusform>
            <numerusform>Bis zu %n Versionen werden wiederhergestellt, denn ihre Bäume bleiben: Ob alle weg sind, wird erst nachgesehen.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Put up to %n version(s) of %1 back?</source>
        <translation>
            <numerusform>Bis zu %n Version von %1 wiederherstellen?</numerusform>
            <numerusform>Bis zu %n Versionen von %1 wiederherstellen?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Put up to %n version(s) back</source>
        <translation>
            <numerusform>Bis zu %n Version wiederherstellen</numerusform>
            <numerusform>Bis zu %n Versionen wiederherstellen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Put %n version(s) of %1 back?</source>
        <translation>
            <numerusform>%n Version von %1 wiederherstellen?</numerusform>
            <numerusform>%n Versionen von %1 wiederherstellen?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Put %n version(s) back</source>
        <translation>
            <numerusform>%n Version wiederherstellen</numerusform>
            <numerusform>%n Versionen wiederherstellen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>slipway::CleanupRunner</name>
    <message>
        <source>offline, nothing can be changed</source>
        <translation>offline kann nichts geändert werden</translation>
    </message>
    <message>
        <source>opened read-only</source>
        <translation>nur zum Lesen geöffnet</translation>
    </message>
    <message>
        <source>Clean up %1</source>
        <translation>%1 aufräumen</translation>
    </message>
    <message>
        <source>What is deleted stays deleted, the rest stays. The same plan can go on later.</source>
        <translation>Was gelöscht ist, bleibt gelöscht, der Rest bleibt. Derselbe Plan kann später weitergehen.</translation>
    </message>
    <message>
        <source>Restore versions of %1</source>
        <translation>Versionen von %1 wiederherstellen</translation>
    </message>
    <message>
        <source>What is back stays; the rest can be restored later.</source>
        <translation>Was zurück ist, bleibt; der Rest lässt sich später wiederherstellen.</translation>
    </message>
</context>
<context>
    <name>slipway::HistoryPane</name>
    <message>
        <source>Go on with this run…</source>
        <translation>Diesen Lauf fortsetzen …</translation>
    </message>
    <message>
        <source>Runs</source>
        <translation>Läufe</translation>
    </message>
    <message>
        <source>by their journals on this machine</source>
        <translation>nach ihren Journalen auf diesem Rechner</translation>
    </message>
    <message>
        <source>No run yet</source>
        <translation>Noch kein Lauf</translation>
    </message>
    <message>
        <source>What is deleted from here stands here afterwards, and can be restored for 30 days.</source>
        <translation>Was von hier gelöscht wird, steht danach hier und lässt sich 30 Tage wiederherstellen.</translation>
    </message>
    <message numerus="yes">
        <source>Restore %n version(s)</source>
        <translation>
            <numerusform>%n Version wiederherstellen</numerusform>
            <numerusform>%n Versionen wiederherstellen</numerusform>
        </translation>
    </message>
    <message>
        <source>Only within a day: then its plan is too old, and a new one is made</source>
        <translation>Nur binnen eines Tages: Dann ist sein Plan zu alt, und ein neuer wird gemacht</translation>
    </message>
    <message>
        <source>%1 of %2 chosen versions can be restored</source>
        <comment>numbers</comment>
        <translation>%1 von %2 gewählten Versionen lassen sich wiederherstellen</translation>
    </message>
</context>
<context>
    <name>slipway::HoldsCard</name>
    <message>
        <source>Policy</source>
        <translation>Richtlinie</translation>
    </message>
    <message>
        <source>Protections always win over the rules.</source>
        <translation>Schutz geht immer vor den Regeln.</translation>
    </message>
    <message>
        <source>Tag or digest</source>
        <translation>Tag oder Digest</translation>
    </message>
    <message>
        <source>Why kept?</source>
        <translation>Warum behalten?</translation>
    </message>
    <message>
        <source>Protections, and how many versions they hold</source>
        <translation>Schutz, und wie viele Versionen er hält</translation>
    </message>
    <message>
        <source>the usual one: untagged for 90 days</source>
        <translation>die übliche: 90 Tage ohne Tag</translation>
    </message>
    <message numerus="yes">
        <source>%1: %n version(s)</source>
        <translation>
            <numerusform>%1: %n Version</numerusform>
            <numerusform>%1: %n Versionen</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing is protected yet.</source>
        <translation>Noch ist nichts geschützt.</translation>
    </message>
    <message>
        <source>%1 goes</source>
        <comment>an image</comment>
        <translation>%1 geht</translation>
    </message>
    <message>
        <source>%1 stays</source>
        <comment>an image</comment>
        <translation>%1 bleibt</translation>
    </message>
    <message>
        <source>no policy is for its package</source>
        <translation>Keine Richtlinie gilt für ihr Paket</translation>
    </message>
    <message>
        <source>No version has this tag, or a digest that begins so.</source>
        <translation>Keine Version hat diesen Tag oder einen Digest, der so beginnt.</translation>
    </message>
    <message>
        <source>A tag such as v1.2, an image with its tag, or a digest.</source>
        <translation>Ein Tag wie v1.2, ein Image mit Tag oder ein Digest.</translation>
    </message>
</context>
<context>
    <name>slipway::PlanPane</name>
    <message>
        <source>Plan</source>
        <translation>Plan</translation>
    </message>
    <message>
        <source>dry run of %1, nothing removed</source>
        <translation>Probelauf von %1, nichts entfernt</translation>
    </message>
    <message numerus="yes">
        <source>Delete %n version(s)…</source>
        <translation>
            <numerusform>%n Version löschen …</numerusform>
            <numerusform>%n Versionen löschen …</numerusform>
        </translation>
    </message>
    <message>
        <source>GitHub keeps deleted versions for 30 days. Restore works while the package and its tag name are still free.</source>
        <translation>GitHub hebt gelöschte Versionen 30 Tage auf. Wiederherstellen geht, solange Paket und Tagname frei sind.</translation>
    </message>
    <message>
        <source>Read-only: nothing can be deleted from here.</source>
        <translation>Nur Lesen: Von hier kann nichts gelöscht werden.</translation>
    </message>
</context>
<context>
    <name>slipway::PlanStrip</name>
    <message>
        <source>This plan reclaims</source>
        <translation>Dieser Plan gibt frei</translation>
    </message>
    <message>
        <source>Protected</source>
        <translation>Geschützt</translation>
    </message>
    <message>
        <source>Restore until</source>
        <translation>Wiederherstellbar bis</translation>
    </message>
    <message>
        <source>Versions that a rule selects, and that stay all the same</source>
        <translation>Versionen, die eine Regel trifft und die trotzdem bleiben</translation>
    </message>
    <message>
        <source>GitHub keeps what is deleted for 30 days, as long as the package and its tag name are free</source>
        <translation>GitHub hebt Gelöschtes 30 Tage auf, solange Paket und Tagname frei sind</translation>
    </message>
    <message>
        <source>%1 of %2 versions</source>
        <comment>numbers</comment>
        <translation>%1 von %2 Versionen</translation>
    </message>
    <message>
        <source>Of %1 stored: each layer once that no remaining version has</source>
        <translation>Von %1 gespeichert: jede Schicht einmal, die keine bleibende Version hat</translation>
    </message>
    <message numerus="yes">
        <source>version(s)</source>
        <comment>after a number</comment>
        <translation>
            <numerusform>Version</numerusform>
            <numerusform>Versionen</numerusform>
        </translation>
    </message>
    <message>
        <source>matched, but kept</source>
        <translation>getroffen, aber behalten</translation>
    </message>
    <message>
        <source>30 days on GitHub</source>
        <translation>30 Tage bei GitHub</translation>
    </message>
</context>
<context>
    <name>slipway::PlanView</name>
    <message>
        <source>Plan</source>
        <translation>Plan</translation>
    </message>
</context>
<context>
    <name>slipway::ReclaimBar</name>
    <message>
        <source>%1 stay, %2 go</source>
        <comment>sizes</comment>
        <translation>%1 bleiben, %2 gehen</translation>
    </message>
    <message>
        <source>%1 stays</source>
        <comment>an amount</comment>
        <translation>%1 bleibt</translation>
    </message>
    <message>
        <source>%1 goes</source>
        <comment>an amount</comment>
        <translation>%1 geht</translation>
    </message>
</context>
<context>
    <name>slipway::RunBar</name>
    <message>
        <source>Stop</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>Running cleanup</source>
        <translation>Laufendes Aufräumen</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Fortschritt</translation>
    </message>
    <message>
        <source>Stops between two versions; the same plan can go on later</source>
        <translation>Hält zwischen zwei Versionen an; derselbe Plan kann später weitergehen</translation>
    </message>
    <message>
        <source>Stopping</source>
        <translation>Hält an</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>Pausiert</translation>
    </message>
    <message>
        <source>checking every kept tag</source>
        <translation>prüft jeden behaltenen Tag</translation>
    </message>
    <message>
        <source>%1 of %2 versions</source>
        <comment>numbers</comment>
        <translation>%1 von %2 Versionen</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Weiter</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Pause</translation>
    </message>
</context>
<context>
    <name>slipway::RunsView</name>
    <message>
        <source>Runs</source>
        <translation>Läufe</translation>
    </message>
</context>
<context>
    <name>slipway::PolicyBinding</name>
    <message>
        <source>Policy</source>
        <translation>Richtlinie</translation>
    </message>
    <message>
        <source>a new policy</source>
        <translation>eine neue Richtlinie</translation>
    </message>
</context>
<context>
    <name>slipway::PolicyDesk</name>
    <message>
        <source>Unsaved changes of %1</source>
        <translation>Nicht gespeicherte Änderungen: %1</translation>
    </message>
    <message>
        <source>What was typed into the policy is lost.</source>
        <translation>Was in die Richtlinie getippt wurde, geht verloren.</translation>
    </message>
</context>
<context>
    <name>slipway::PolicyEditor</name>
    <message>
        <source>It comes with the program; saving asks for a place</source>
        <translation>Sie ist Teil des Programms; Speichern fragt nach einem Ort</translation>
    </message>
    <message>
        <source>%1 has this policy and its workflow already. There is nothing to propose.</source>
        <translation>%1 hat diese Richtlinie und ihren Workflow schon. Es gibt nichts vorzuschlagen.</translation>
    </message>
    <message>
        <source>Shows how the policy and the workflow that cleans up by it would change in the repository; nothing is pushed before you agree</source>
        <translation>Zeigt, wie sich die Richtlinie und der Workflow, der nach ihr aufräumt, im Repository ändern würden; nichts wird gepusht, bevor Sie zustimmen</translation>
    </message>
    <message>
        <source>Open as pull request…</source>
        <translation>Als Pull Request öffnen …</translation>
    </message>
    <message>
        <source>Go to the line</source>
        <translation>Zur Zeile</translation>
    </message>
    <message>
        <source>Load what is there</source>
        <translation>Laden, was dort steht</translation>
    </message>
    <message>
        <source>Overwrite it</source>
        <translation>Überschreiben</translation>
    </message>
    <message>
        <source>Discard changes</source>
        <translation>Änderungen verwerfen</translation>
    </message>
    <message>
        <source>Save policy</source>
        <translation>Richtlinie speichern</translation>
    </message>
    <message>
        <source>Save policy…</source>
        <translation>Richtlinie speichern …</translation>
    </message>
    <message>
        <source>Policy</source>
        <translation>Richtlinie</translation>
    </message>
    <message>
        <source>YAML</source>
        <translation>YAML</translation>
    </message>
    <message>
        <source>The policy as YAML</source>
        <translation>Die Richtlinie als YAML</translation>
    </message>
    <message>
        <source>What it would do</source>
        <translation>Was sie bewirken würde</translation>
    </message>
    <message>
        <source>tried out as you type; nothing is removed</source>
        <translation>beim Tippen erprobt; nichts wird gelöscht</translation>
    </message>
    <message>
        <source>What it would delete</source>
        <translation>Was sie löschen würde</translation>
    </message>
    <message>
        <source>What it keeps</source>
        <translation>Was sie behält</translation>
    </message>
    <message>
        <source>This file is not UTF-8 or mixes line ends. Nothing would be kept as it is, so it can be changed in another editor only.</source>
        <translation>Diese Datei ist kein UTF-8 oder mischt Zeilenenden. Sie bliebe nicht, wie sie ist, und kann daher nur in einem anderen Editor geändert werden.</translation>
    </message>
    <message>
        <source>This cannot be brought into the YAML as it is written: %1. Change it there; all else is brought in.</source>
        <comment>keys of a policy</comment>
        <translation>Das lässt sich nicht in das YAML bringen, wie es geschrieben ist: %1. Ändern Sie es dort; alles andere wird übernommen.</translation>
    </message>
    <message>
        <source>The form follows again when the YAML can be read.</source>
        <translation>Das Formular folgt wieder, sobald das YAML gelesen werden kann.</translation>
    </message>
    <message>
        <source>Saved %1</source>
        <translation>%1 gespeichert</translation>
    </message>
    <message>
        <source>a new one</source>
        <translation>eine neue</translation>
    </message>
    <message>
        <source>Nothing is wrong here</source>
        <translation>Hier ist nichts falsch</translation>
    </message>
    <message>
        <source>A policy with an error deletes nothing.</source>
        <translation>Eine Richtlinie mit einem Fehler löscht nichts.</translation>
    </message>
    <message>
        <source>Nothing was read yet.</source>
        <translation>Noch wurde nichts gelesen.</translation>
    </message>
    <message>
        <source>%1 was changed by somebody else since it was read.</source>
        <translation>%1 wurde von jemand anderem geändert, seit es gelesen wurde.</translation>
    </message>
    <message>
        <source>Not saved</source>
        <translation>Nicht gespeichert</translation>
    </message>
    <message>
        <source>Nothing would go.</source>
        <translation>Nichts würde gelöscht.</translation>
    </message>
    <message numerus="yes">
        <source>%n version(s) would go, which frees %1.</source>
        <translation>
            <numerusform>%n Version würde gelöscht, was %1 freigibt.</numerusform>
            <numerusform>%n Versionen würden gelöscht, was %1 freigibt.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1: %n version(s), %2</source>
        <comment>rule; bytes</comment>
        <translation>
            <numerusform>%1: %n Version, %2</numerusform>
            <numerusform>%1: %n Versionen, %2</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n version(s) that the rules would delete stay, since something protects them.</source>
        <translation>
            <numerusform>%n Version, die die Regeln löschen würden, bleibt, weil etwas sie schützt.</numerusform>
            <numerusform>%n Versionen, die die Regeln löschen würden, bleiben, weil etwas sie schützt.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1: %n version(s)</source>
        <comment>what protects</comment>
        <translation>
            <numerusform>%1: %n Version</numerusform>
            <numerusform>%1: %n Versionen</numerusform>
        </translation>
    </message>
    <message>
        <source>Line %1, column %2: %3</source>
        <translation>Zeile %1, Spalte %2: %3</translation>
    </message>
    <message>
        <source>Write it into the profile</source>
        <translation>Ins Profil schreiben</translation>
    </message>
    <message>
        <source>Adds it to the end of &quot;policies&quot; in %1, for all packages that none there is for; everything else in it stays</source>
        <translation>Fügt sie am Ende von „policies“ in %1 an, für alle Pakete, für die dort keine ist; alles andere darin bleibt</translation>
    </message>
    <message>
        <source>%1 names it now</source>
        <translation>%1 nennt sie jetzt</translation>
    </message>
    <message>
        <source>%1 was changed while it was to be saved, so nothing was written. Save again.</source>
        <translation>%1 wurde geändert, während gespeichert werden sollte, darum wurde nichts geschrieben. Noch einmal speichern.</translation>
    </message>
    <message>
        <source>No file yet: plans go by the usual policy</source>
        <translation>Noch keine Datei: Pläne folgen der üblichen Richtlinie</translation>
    </message>
    <message>
        <source>%2 names %1. Plans go by it when the owner is opened again.</source>
        <comment>two files</comment>
        <translation>%2 nennt %1. Pläne folgen ihr, sobald der Besitzer wieder geöffnet wird.</translation>
    </message>
    <message>
        <source>Plans do not go by %1 before %2 names it under &quot;policies&quot;.</source>
        <comment>two files</comment>
        <translation>Pläne folgen %1 erst, wenn %2 sie unter „policies“ nennt.</translation>
    </message>
    <message>
        <source>Plans still go by the demo&apos;s policy, which comes with the program. They go by %1 with a profile of your own (--profile) that names it under &quot;policies&quot;.</source>
        <translation>Pläne folgen weiter der Richtlinie der Demo, die mit dem Programm kommt. Sie folgen %1 mit einem eigenen Profil (--profile), das sie unter „policies“ nennt.</translation>
    </message>
    <message>
        <source>Plans still go by the usual policy, since no profile is in use. They go by %1 with a profile (--profile) that names it under &quot;policies&quot;.</source>
        <translation>Pläne folgen weiter der üblichen Richtlinie, da kein Profil in Gebrauch ist. Sie folgen %1 mit einem Profil (--profile), das sie unter „policies“ nennt.</translation>
    </message>
</context>
<context>
    <name>slipway::PolicyFormView</name>
    <message>
        <source>Remove</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <source>Untagged versions</source>
        <translation>Versionen ohne Tag</translation>
    </message>
    <message>
        <source>Without this, untagged versions stay</source>
        <translation>Ohne dies bleiben Versionen ohne Tag</translation>
    </message>
    <message>
        <source>older than</source>
        <translation>älter als</translation>
    </message>
    <message>
        <source>A number with m, h, d or w: 30m, 1h, 90d, 2w</source>
        <translation>Eine Zahl mit m, h, d oder w: 30m, 1h, 90d, 2w</translation>
    </message>
    <message>
        <source>of these kinds</source>
        <translation>dieser Arten</translation>
    </message>
    <message>
        <source>image, index, cache, artifact; a comma parts two</source>
        <translation>image, index, cache, artifact; durch Komma getrennt</translation>
    </message>
    <message>
        <source>Tagged versions: the first rule that matches decides</source>
        <translation>Versionen mit Tag: Die erste passende Regel entscheidet</translation>
    </message>
    <message>
        <source>Add a rule</source>
        <translation>Regel hinzufügen</translation>
    </message>
    <message>
        <source>It deletes nothing before it says which tags</source>
        <translation>Sie löscht nichts, bevor sie sagt, welche Tags</translation>
    </message>
    <message>
        <source>Always keep</source>
        <translation>Immer behalten</translation>
    </message>
    <message>
        <source>these tags</source>
        <translation>diese Tags</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
    <message>
        <source>Globs; a comma parts two: latest, v*</source>
        <translation>Muster, durch Komma getrennt: latest, v*</translation>
    </message>
    <message>
        <source>Semantic versions</source>
        <translation>Semantische Versionen</translation>
    </message>
    <message>
        <source>Every tag such as v1.2.3, 1.2.3-rc1</source>
        <translation>Jeder Tag wie v1.2.3, 1.2.3-rc1</translation>
    </message>
    <message>
        <source>what these lock files name</source>
        <translation>was diese Lock-Dateien nennen</translation>
    </message>
    <message>
        <source>Paths relative to the policy; one that cannot be read keeps everything</source>
        <translation>Pfade relativ zur Richtlinie; eine, die nicht gelesen werden kann, behält alles</translation>
    </message>
    <message>
        <source>What is deployed</source>
        <translation>Was ausgerollt ist</translation>
    </message>
    <message>
        <source>What any target runs, its canary and what it can go back to</source>
        <translation>Was ein Ziel ausführt, sein Canary und wohin es zurück kann</translation>
    </message>
    <message>
        <source>rollback candidates</source>
        <translation>Rollback-Kandidaten</translation>
    </message>
    <message>
        <source>Of each target, the latest first</source>
        <translation>Jedes Ziels, der neueste zuerst</translation>
    </message>
    <message>
        <source>Left over</source>
        <translation>Übrig Gebliebenes</translation>
    </message>
    <message>
        <source>Orphans go too</source>
        <translation>Waisen löschen</translation>
    </message>
    <message>
        <source>Signatures, attestations and SBOMs whose subject is gone</source>
        <translation>Signaturen, Attestierungen und SBOMs, deren Gegenstand fort ist</translation>
    </message>
    <message>
        <source>Ghosts go too</source>
        <translation>Geister löschen</translation>
    </message>
    <message>
        <source>Indexes none of whose children exist</source>
        <translation>Indizes, von deren Kindern keines existiert</translation>
    </message>
    <message>
        <source>Bounds</source>
        <translation>Grenzen</translation>
    </message>
    <message>
        <source>never younger than</source>
        <translation>nie jünger als</translation>
    </message>
    <message>
        <source>10m at least</source>
        <translation>Mindestens 10m</translation>
    </message>
    <message>
        <source>ask above versions</source>
        <translation>nachfragen ab Versionen</translation>
    </message>
    <message>
        <source>A package that loses more is asked about by name</source>
        <translation>Nach einem Paket, das mehr verliert, wird mit Namen gefragt</translation>
    </message>
    <message>
        <source>ask above percent</source>
        <translation>nachfragen ab Prozent</translation>
    </message>
    <message>
        <source>Of a package's versions, likewise</source>
        <translation>Der Versionen eines Pakets, ebenso</translation>
    </message>
    <message>
        <source>packages</source>
        <translation>Pakete</translation>
    </message>
    <message>
        <source>Globs; !name leaves one out; nothing here means all</source>
        <translation>Muster; !name nimmt eines aus; nichts bedeutet alle</translation>
    </message>
    <message>
        <source>Rule %1: tags</source>
        <translation>Regel %1: Tags</translation>
    </message>
    <message>
        <source>tags: pr-*</source>
        <translation>Tags: pr-*</translation>
    </message>
    <message>
        <source>Rule %1: older than</source>
        <translation>Regel %1: älter als</translation>
    </message>
    <message>
        <source>any age</source>
        <translation>jedes Alter</translation>
    </message>
    <message>
        <source>Rule %1: newest that stay</source>
        <translation>Regel %1: neueste, die bleiben</translation>
    </message>
    <message>
        <source>keep 0</source>
        <translation>behält 0</translation>
    </message>
    <message>
        <source>A glob that all tags of a version match</source>
        <translation>Ein Muster, zu dem alle Tags einer Version passen</translation>
    </message>
    <message>
        <source>So many of the newest stay, of each package</source>
        <translation>So viele der neuesten bleiben, jedes Pakets</translation>
    </message>
    <message>
        <source>Take out rule %1</source>
        <translation>Regel %1 entfernen</translation>
    </message>
</context>
<context>
    <name>slipway::DiffForm</name>
    <message>
        <source>several ways</source>
        <translation>verschiedene Zeichen</translation>
    </message>
    <message>
        <source>mixed line ends</source>
        <translation>gemischte Zeilenenden</translation>
    </message>
    <message>
        <source>Lines end in %1 on the left, in %2 on the right.</source>
        <translation>Zeilen enden links auf %1, rechts auf %2.</translation>
    </message>
    <message numerus="yes">
        <source>Lines end in several ways on both sides, %n line(s) differently: line %1 on the left in %2, line %3 on the right in %4.</source>
        <translation>
            <numerusform>Auf beiden Seiten sind die Zeilenenden gemischt, in %n Zeile verschieden: links endet Zeile %1 auf %2, rechts Zeile %3 auf %4.</numerusform>
            <numerusform>Auf beiden Seiten sind die Zeilenenden gemischt, in %n Zeilen verschieden: zuerst endet links Zeile %1 auf %2, rechts Zeile %3 auf %4.</numerusform>
        </translation>
    </message>
    <message>
        <source>The left text begins with a byte order mark.</source>
        <translation>Der linke Text beginnt mit einer Bytereihenfolge-Markierung (BOM).</translation>
    </message>
    <message>
        <source>The right text begins with a byte order mark.</source>
        <translation>Der rechte Text beginnt mit einer Bytereihenfolge-Markierung (BOM).</translation>
    </message>
    <message>
        <source>The left text has no line feed at its end.</source>
        <translation>Dem linken Text fehlt der Zeilenvorschub am Ende.</translation>
    </message>
    <message>
        <source>The right text has no line feed at its end.</source>
        <translation>Dem rechten Text fehlt der Zeilenvorschub am Ende.</translation>
    </message>
</context>
</TS>
