<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="sv">
<context>
    <name>Card</name>
    <message>
        <source>Working …</source>
        <translation>Arbetar …</translation>
    </message>
</context>
<context>
    <name>OfficeStep</name>
    <message>
        <source>1 of 3 · Your office</source>
        <translation>1 av 3 · Ditt kontor</translation>
    </message>
    <message>
        <source>The owner agency and the purpose are printed on everything that leaves this program.</source>
        <translation>Ägande myndighet och ändamål skrivs ut på allt som lämnar programmet.</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Nästa</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Tillbaka</translation>
    </message>
</context>
<context>
    <name>OlderCard</name>
    <message>
        <source>Restored from a backup</source>
        <translation>Återställt från en säkerhetskopia</translation>
    </message>
    <message>
        <source>This vault is older than it was</source>
        <translation>Valvet är äldre än det var</translation>
    </message>
    <message>
        <source>Leave it closed</source>
        <translation>Låt det vara stängt</translation>
    </message>
    <message>
        <source>Open it</source>
        <translation>Öppna det</translation>
    </message>
    <message>
        <source>Open it all the same</source>
        <translation>Öppna det ändå</translation>
    </message>
</context>
<context>
    <name>PassphraseEdit</name>
    <message>
        <source>Caps Lock seems to be on.</source>
        <translation>Caps Lock verkar vara på.</translation>
    </message>
    <message>
        <source>Hide the passphrase</source>
        <translation>Dölj lösenfrasen</translation>
    </message>
    <message>
        <source>Show the passphrase</source>
        <translation>Visa lösenfrasen</translation>
    </message>
</context>
<context>
    <name>Recover</name>
    <message>
        <source>Use the recovery key</source>
        <translation>Använd återställningsnyckeln</translation>
    </message>
    <message>
        <source>Write the 24 words from your paper, in order and with spaces between. Capitals do not matter.</source>
        <translation>Skriv de 24 orden från ditt papper, i ordning och med mellanslag emellan. Stora och små bokstäver spelar ingen roll.</translation>
    </message>
    <message>
        <source>Recovery words</source>
        <translation>Återställningsord</translation>
    </message>
    <message>
        <source>New passphrase</source>
        <translation>Ny lösenfras</translation>
    </message>
    <message>
        <source>New passphrase once more</source>
        <translation>Ny lösenfras en gång till</translation>
    </message>
    <message>
        <source>User</source>
        <translation>Användare</translation>
    </message>
    <message>
        <source>Unlock</source>
        <translation>Lås upp</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Tillbaka</translation>
    </message>
    <message>
        <source>The new passphrase is too easy to guess. Add a word or two.</source>
        <translation>Den nya lösenfrasen är för lätt att gissa. Lägg till ett ord eller två.</translation>
    </message>
    <message>
        <source>The two passphrases differ.</source>
        <translation>De två lösenfraserna är olika.</translation>
    </message>
</context>
<context>
    <name>RecoveryKey</name>
    <message>
        <source>3 of 3 · Your recovery key</source>
        <translation>3 av 3 · Din återställningsnyckel</translation>
    </message>
    <message>
        <source>Write these 24 words down or print them, and lock the paper away. They open the vault when a passphrase is forgotten. They are shown this once only. A printer may keep a copy of what it prints.</source>
        <translation>Skriv av de här 24 orden eller skriv ut dem, och lås in papperet. De öppnar valvet när en lösenfras har glömts bort. De visas bara den här gången. En skrivare kan spara en kopia av det den skriver ut.</translation>
    </message>
    <message>
        <source>I have them on paper</source>
        <translation>Jag har dem på papper</translation>
    </message>
    <message>
        <source>Print …</source>
        <translation>Skriv ut …</translation>
    </message>
</context>
<context>
    <name>RecoveryTest</name>
    <message>
        <source>3 of 3 · Read it back</source>
        <translation>3 av 3 · Kontrollera papperet</translation>
    </message>
    <message>
        <source>Write these words from your paper, so that we know it can be read when it is needed.</source>
        <translation>Skriv de här orden från ditt papper, så att vi vet att det går att läsa när det behövs.</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>Fortsätt</translation>
    </message>
    <message>
        <source>Show the words again</source>
        <translation>Visa orden igen</translation>
    </message>
</context>
<context>
    <name>RescueCard</name>
    <message>
        <source>Rescue of a damaged vault</source>
        <translation>Räddning av ett skadat valv</translation>
    </message>
    <message>
        <source>The damaged files are only read and stay as they are. Nothing you choose here changes them.</source>
        <translation>De skadade filerna läses bara och förblir som de är. Ingenting du väljer här ändrar dem.</translation>
    </message>
    <message>
        <source>History</source>
        <translation>Logg</translation>
    </message>
    <message>
        <source>{kind}: {read} read, at most {lost} lost</source>
        <translation>{kind}: {read} lästa, högst {lost} förlorade</translation>
    </message>
    <message>
        <source>No record was lost.</source>
        <translation>Ingen post gick förlorad.</translation>
    </message>
    <message>
        <source>To look and export; it cannot be changed.</source>
        <translation>För att titta och exportera; det går inte att ändra.</translation>
    </message>
    <message>
        <source>Look at what can be read</source>
        <translation>Titta på det som går att läsa</translation>
    </message>
    <message>
        <source>Save what can be read as a new vault</source>
        <translation>Spara det som går att läsa som ett nytt valv</translation>
    </message>
    <message>
        <source>It is laid beside the damaged one and opened, and you can go on working in it.</source>
        <translation>Det läggs bredvid det skadade och öppnas, och du kan arbeta vidare i det.</translation>
    </message>
    <message>
        <source>There is no backup beside the vault that is whole.</source>
        <translation>Det finns ingen hel säkerhetskopia vid valvet.</translation>
    </message>
    <message>
        <source>Later entries that are not in it: {missing}.</source>
        <translation>Senare noteringar som inte finns i den: {missing}.</translation>
    </message>
    <message>
        <source>Restore the backup of {moment}</source>
        <translation>Återställ säkerhetskopian från {moment}</translation>
    </message>
    <message>
        <source>It was opened and every page checked. {since}</source>
        <translation>Den öppnades och varje sida kontrollerades. {since}</translation>
    </message>
    <message>
        <source>Who was erased after it was made is erased again, as far as the damaged vault can still tell; you are told if it cannot.</source>
        <translation>Den som gallrats efter att kopian gjordes gallras på nytt, så långt det skadade valvet kan svara på det; går det inte får du veta det.</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Tillbaka</translation>
    </message>
    <message>
        <source>Nothing of the vault can be read any more.</source>
        <translation>Ingenting i valvet går längre att läsa.</translation>
    </message>
    <message>
        <source>All pages of the vault are authentic.</source>
        <translation>Alla sidor i valvet är äkta.</translation>
    </message>
    <message>
        <source>Damaged pages: {bad} of {pages}. All others can be read.</source>
        <translation>Skadade sidor: {bad} av {pages}. Alla andra går att läsa.</translation>
    </message>
</context>
<context>
    <name>SignIn</name>
    <message>
        <source>Unlock {vault}</source>
        <translation>Lås upp {vault}</translation>
    </message>
    <message>
        <source>User</source>
        <translation>Användare</translation>
    </message>
    <message>
        <source>Passphrase</source>
        <translation>Lösenfras</translation>
    </message>
    <message>
        <source>Unlock</source>
        <translation>Lås upp</translation>
    </message>
    <message>
        <source>Forgotten passphrase? Use the recovery key</source>
        <translation>Glömt lösenfrasen? Använd återställningsnyckeln</translation>
    </message>
    <message>
        <source>Damaged vault? See what can be rescued</source>
        <translation>Skadat valv? Se vad som går att rädda</translation>
    </message>
    <message>
        <source>Open or create another vault</source>
        <translation>Öppna eller skapa ett annat valv</translation>
    </message>
    <message>
        <source>Write the passphrase.</source>
        <translation>Skriv lösenfrasen.</translation>
    </message>
</context>
<context>
    <name>Strength</name>
    <message>
        <source>Strength</source>
        <translation>Styrka</translation>
    </message>
    <message>
        <source>Four or five words that do not belong together are strong and easy to remember.</source>
        <translation>Fyra eller fem ord som inte hör ihop är starkt och lätt att minnas.</translation>
    </message>
    <message>
        <source>Very weak: guessed in moments.</source>
        <translation>Mycket svag: gissas på ett ögonblick.</translation>
    </message>
    <message>
        <source>Weak: guessed within hours.</source>
        <translation>Svag: gissas på några timmar.</translation>
    </message>
    <message>
        <source>Fair: add one or two words.</source>
        <translation>Godtagbar: lägg till ett eller två ord.</translation>
    </message>
    <message>
        <source>Strong.</source>
        <translation>Stark.</translation>
    </message>
    <message>
        <source>Very strong.</source>
        <translation>Mycket stark.</translation>
    </message>
</context>
<context>
    <name>UnlockPage</name>
    <message>
        <source>Your vault is ready</source>
        <translation>Ditt valv är klart</translation>
    </message>
    <message>
        <source>Bring in a workbook you already keep, or begin with an empty desk. You can import later too.</source>
        <translation>Läs in ett kalkylblad som du redan har, eller börja med ett tomt skrivbord. Du kan importera senare också.</translation>
    </message>
    <message>
        <source>Import a workbook</source>
        <translation>Importera ett kalkylblad</translation>
    </message>
    <message>
        <source>Begin</source>
        <translation>Börja</translation>
    </message>
    <message>
        <source>Open a vault (a folder)</source>
        <translation>Öppna ett valv (en mapp)</translation>
    </message>
</context>
<context>
    <name>UserStep</name>
    <message>
        <source>2 of 3 · You and your passphrase</source>
        <translation>2 av 3 · Du och din lösenfras</translation>
    </message>
    <message>
        <source>Nobody can look the passphrase up for you. The next step gives you a recovery key for paper.</source>
        <translation>Ingen kan ta reda på lösenfrasen åt dig. I nästa steg får du en återställningsnyckel på papper.</translation>
    </message>
    <message>
        <source>Passphrase</source>
        <translation>Lösenfras</translation>
    </message>
    <message>
        <source>Passphrase once more</source>
        <translation>Lösenfras en gång till</translation>
    </message>
    <message>
        <source>Your name</source>
        <translation>Ditt namn</translation>
    </message>
    <message>
        <source>Keep it elsewhere …</source>
        <translation>Förvara det på annan plats …</translation>
    </message>
    <message>
        <source>Create the vault</source>
        <translation>Skapa valvet</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Tillbaka</translation>
    </message>
    <message>
        <source>Write your name; the journal names who did what.</source>
        <translation>Skriv ditt namn; journalen anger vem som gjorde vad.</translation>
    </message>
    <message>
        <source>The passphrase is too easy to guess. Add a word or two.</source>
        <translation>Lösenfrasen är för lätt att gissa. Lägg till ett ord eller två.</translation>
    </message>
    <message>
        <source>The two passphrases differ.</source>
        <translation>De två lösenfraserna är olika.</translation>
    </message>
    <message>
        <source>Folder for the vault</source>
        <translation>Mapp för valvet</translation>
    </message>
    <message>
        <source>The vault will lie at {folder}</source>
        <translation>Valvet läggs i {folder}</translation>
    </message>
</context>
<context>
    <name>Welcome</name>
    <message>
        <source>Welcome to GVI Desktop</source>
        <translation>Välkommen till GVI Desktop</translation>
    </message>
    <message>
        <source>The coordinator&apos;s desk for group violence intervention. Everything you write stays encrypted on this computer; the program never connects to a network.</source>
        <translation>Samordnarens skrivbord för gruppvåldsintervention. Allt du skriver ligger krypterat på den här datorn; programmet ansluter aldrig till något nätverk.</translation>
    </message>
    <message>
        <source>Create a vault</source>
        <translation>Skapa ett valv</translation>
    </message>
    <message>
        <source>For a new office. Takes about five minutes.</source>
        <translation>För ett nytt kontor. Tar ungefär fem minuter.</translation>
    </message>
    <message>
        <source>Open a vault</source>
        <translation>Öppna ett valv</translation>
    </message>
    <message>
        <source>One that is already on this computer.</source>
        <translation>Ett som redan finns på den här datorn.</translation>
    </message>
    <message>
        <source>Try the demonstration</source>
        <translation>Prova demonstrationen</translation>
    </message>
    <message>
        <source>A year&apos;s work with made-up people. Its passphrase is: demonstration</source>
        <translation>Ett års arbete med påhittade personer. Lösenfrasen är: demonstration</translation>
    </message>
</context>
</TS>
