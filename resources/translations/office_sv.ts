<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="sv">
<context>
    <name>AboutTab</name>
    <message>
        <source>Office</source>
        <translation>Kontor</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Ändra</translation>
    </message>
    <message>
        <source>Choose a logo</source>
        <translation>Välj logotyp</translation>
    </message>
    <message>
        <source>Remove the logo</source>
        <translation>Ta bort logotypen</translation>
    </message>
    <message>
        <source>On everything that leaves the vault</source>
        <translation>Står på allt som lämnar valvet</translation>
    </message>
    <message>
        <source>Chosen</source>
        <translation>Vald</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Ingen</translation>
    </message>
    <message>
        <source>Defaults</source>
        <translation>Förval</translation>
    </message>
    <message>
        <source>{left} mm from the left, {top} mm from above, {width} × {height} mm</source>
        <translation>{left} mm från vänster, {top} mm uppifrån, {width} × {height} mm</translation>
    </message>
    <message>
        <source>Window of your own envelopes</source>
        <translation>Fönster i egna kuvert</translation>
    </message>
    <message>
        <source>Pictures (*.png *.svg)</source>
        <translation>Bilder (*.png *.svg)</translation>
    </message>
</context>
<context>
    <name>AgenciesTab</name>
    <message>
        <source>Agencies</source>
        <translation>Aktörer</translation>
    </message>
    <message>
        <source>Agencies and associations that take part.</source>
        <translation>Myndigheter och föreningar som deltar.</translation>
    </message>
    <message>
        <source>Add an agency</source>
        <translation>Lägg till aktör</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Ändra</translation>
    </message>
    <message>
        <source>In the help directory</source>
        <translation>Med i hjälpkatalogen</translation>
    </message>
</context>
<context>
    <name>GroundsTab</name>
    <message>
        <source>Legal grounds</source>
        <translation>Rättsliga grunder</translation>
    </message>
    <message>
        <source>A lawyer keeps this list right; the program only follows it.</source>
        <translation>En jurist håller listan riktig; programmet följer den bara.</translation>
    </message>
    <message>
        <source>Add a ground</source>
        <translation>Lägg till grund</translation>
    </message>
    <message>
        <source>holds</source>
        <translation>gäller</translation>
    </message>
    <message>
        <source>does not hold today</source>
        <translation>gäller inte i dag</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Ändra</translation>
    </message>
</context>
<context>
    <name>HistoryTab</name>
    <message>
        <source>History</source>
        <translation>Logg</translation>
    </message>
    <message>
        <source>Each entry is chained to the one before it: what was written here cannot be changed unnoticed.</source>
        <translation>Varje rad är kedjad till den före: det som skrivits här kan inte ändras obemärkt.</translation>
    </message>
    <message>
        <source>When</source>
        <translation>När</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>Vem</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Vad</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Slag</translation>
    </message>
    <message>
        <source>Record</source>
        <translation>Post</translation>
    </message>
    <message>
        <source>Fields</source>
        <translation>Fält</translation>
    </message>
    <message>
        <source>Bundle {number}</source>
        <translation>Paket {number}</translation>
    </message>
    <message>
        <source>Receipt {number}</source>
        <translation>Kvitto {number}</translation>
    </message>
    <message>
        <source>Report ({number})</source>
        <translation>Rapport ({number})</translation>
    </message>
    <message>
        <source>Identity</source>
        <translation>Identitetskort</translation>
    </message>
</context>
<context>
    <name>OffersField</name>
    <message>
        <source>Add a language</source>
        <translation>Lägg till ett språk</translation>
    </message>
</context>
<context>
    <name>OfficeForms</name>
    <message>
        <source>On cards and letters</source>
        <translation>På kort och brev</translation>
    </message>
    <message>
        <source>Window of your own envelopes</source>
        <translation>Fönster i egna kuvert</translation>
    </message>
    <message>
        <source>Millimetres, measured with a letter in the envelope. Leave all four empty where the windows that come with the program fit. Print the test page under Letters before the first letters are sent.</source>
        <translation>Millimeter, mätta med ett brev i kuvertet. Lämna alla fyra tomma om de fönster som följer med programmet passar. Skriv ut provsidan under Brev innan de första breven skickas.</translation>
    </message>
    <message>
        <source>Defaults</source>
        <translation>Förval</translation>
    </message>
    <message>
        <source>Change the office</source>
        <translation>Ändra kontorets uppgifter</translation>
    </message>
    <message>
        <source>Help directory</source>
        <translation>Hjälpkatalog</translation>
    </message>
    <message>
        <source>Change the agency</source>
        <translation>Ändra aktören</translation>
    </message>
    <message>
        <source>New agency</source>
        <translation>Ny aktör</translation>
    </message>
    <message>
        <source>Change the regime</source>
        <translation>Ändra gallringsregeln</translation>
    </message>
    <message>
        <source>New regime</source>
        <translation>Ny gallringsregel</translation>
    </message>
    <message>
        <source>Change the ground</source>
        <translation>Ändra grunden</translation>
    </message>
    <message>
        <source>New ground</source>
        <translation>Ny grund</translation>
    </message>
</context>
<context>
    <name>OfficePage</name>
    <message>
        <source>Office</source>
        <translation>Kontor</translation>
    </message>
</context>
<context>
    <name>ReportChoices</name>
    <message>
        <source>Swedish</source>
        <translation>Svenska</translation>
    </message>
    <message>
        <source>English</source>
        <translation>Engelska</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>Rapport</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Språk</translation>
    </message>
    <message>
        <source>Public: hide small numbers and groups</source>
        <translation>Offentlig: dölj små antal och grupper</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Visa</translation>
    </message>
    <message>
        <source>Any day of the month</source>
        <translation>Någon dag i månaden</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Från</translation>
    </message>
    <message>
        <source>To</source>
        <translation>Till</translation>
    </message>
    <message>
        <source>Usual periods</source>
        <translation>Vanliga perioder</translation>
    </message>
    <message>
        <source>This month</source>
        <translation>Den här månaden</translation>
    </message>
    <message>
        <source>Last month</source>
        <translation>Förra månaden</translation>
    </message>
    <message>
        <source>This year</source>
        <translation>I år</translation>
    </message>
    <message>
        <source>Last year</source>
        <translation>Förra året</translation>
    </message>
    <message>
        <source>Last 12 months</source>
        <translation>Senaste 12 månaderna</translation>
    </message>
    <message>
        <source>All time</source>
        <translation>Hela tiden</translation>
    </message>
</context>
<context>
    <name>ReportsTab</name>
    <message>
        <source>Reports</source>
        <translation>Rapporter</translation>
    </message>
    <message>
        <source>Choose what the report is about: type a few letters, or press the down arrow.</source>
        <translation>Välj vad rapporten ska handla om: skriv några bokstäver eller tryck på nedåtpilen.</translation>
    </message>
    <message>
        <source>Save as PDF</source>
        <translation>Spara som PDF</translation>
    </message>
    <message>
        <source>Save as XLSX</source>
        <translation>Spara som XLSX</translation>
    </message>
    <message>
        <source>Save as CSV</source>
        <translation>Spara som CSV</translation>
    </message>
    <message>
        <source>What the numbers cannot show</source>
        <translation>Vad siffrorna inte kan visa</translation>
    </message>
    <message>
        <source>Save the report</source>
        <translation>Spara rapporten</translation>
    </message>
    <message>
        <source>The vault does not protect the file. It is noted as a disclosure.</source>
        <translation>Valvet skyddar inte filen. Den antecknas som ett utlämnande.</translation>
    </message>
    <message>
        <source>Saved as a file; entered in the register of disclosures.</source>
        <translation>Sparad som fil och antecknad i registret över utlämnanden.</translation>
    </message>
</context>
<context>
    <name>RetentionTab</name>
    <message>
        <source>Retention</source>
        <translation>Gallring</translation>
    </message>
    <message>
        <source>Data is kept as long as a regime allows, and never past its hard limit.</source>
        <translation>Uppgifter sparas så länge en gallringsregel tillåter, och aldrig längre än dess yttersta gräns.</translation>
    </message>
    <message>
        <source>People who have passed their time: {count}</source>
        <translation>Personer vars tid har gått ut: {count}</translation>
    </message>
    <message>
        <source>Erase all that is due</source>
        <translation>Gallra alla vars tid gått ut</translation>
    </message>
    <message>
        <source>Due for erasure</source>
        <translation>Ska gallras</translation>
    </message>
    <message>
        <source>Nobody&apos;s time is up.</source>
        <translation>Ingens tid har gått ut.</translation>
    </message>
    <message>
        <source>{regime}; due {end}, hard limit {hard}</source>
        <translation>{regime}; går ut {end}, yttersta gräns {hard}</translation>
    </message>
    <message>
        <source>Erase</source>
        <translation>Gallra</translation>
    </message>
    <message>
        <source>Add a regime</source>
        <translation>Lägg till gallringsregel</translation>
    </message>
    <message>
        <source>Regimes</source>
        <translation>Gallringsregler</translation>
    </message>
    <message>
        <source>{months} months, at most {hard}</source>
        <translation>{months} månader, som mest {hard}</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Ändra</translation>
    </message>
    <message>
        <source>Reason, without names</source>
        <translation>Skäl, utan namn</translation>
    </message>
    <message>
        <source>People to erase: {count}. Everything that is theirs goes: records, index, drafts and the values in the history. This cannot be undone. Older backups and what was handed out may still hold them.</source>
        <translation>Personer som gallras: {count}. Allt som hör till dem försvinner: poster, sökregister, utkast och värdena i loggen. Det går inte att ångra. Äldre säkerhetskopior och det som lämnats ut kan fortfarande innehålla dem.</translation>
    </message>
    <message>
        <source>Erased</source>
        <translation>Gallrat</translation>
    </message>
    <message>
        <source>Erase for good</source>
        <translation>Gallra för gott</translation>
    </message>
</context>
<context>
    <name>SafetyTab</name>
    <message>
        <source>Safety</source>
        <translation>Säkerhet</translation>
    </message>
    <message>
        <source>The vault is one encrypted file. Nothing in it leaves this computer by itself.</source>
        <translation>Valvet är en enda krypterad fil. Inget i det lämnar datorn av sig självt.</translation>
    </message>
    <message>
        <source>Prove it is encrypted</source>
        <translation>Bevisa att det är krypterat</translation>
    </message>
    <message>
        <source>Back up now</source>
        <translation>Säkerhetskopiera nu</translation>
    </message>
    <message>
        <source>Back up to a file</source>
        <translation>Säkerhetskopiera till en fil</translation>
    </message>
    <message>
        <source>Restore for trial</source>
        <translation>Återställ på prov</translation>
    </message>
    <message>
        <source>The vault is damaged. Write nothing more in it: lock it, and choose “Damaged vault?” where you unlock. What can be read is saved there, and the newest good backup is offered.</source>
        <translation>Valvet är skadat. Skriv ingenting mer i det: lås det och välj ”Skadat valv?” där du låser upp. Där sparas det som går att läsa, och den senaste hela säkerhetskopian erbjuds.</translation>
    </message>
    <message>
        <source>Backups</source>
        <translation>Säkerhetskopior</translation>
    </message>
    <message>
        <source>Newest backup</source>
        <translation>Senaste säkerhetskopian</translation>
    </message>
    <message>
        <source>none yet</source>
        <translation>ingen än</translation>
    </message>
    <message>
        <source>Last tested restore</source>
        <translation>Senast prövade återställning</translation>
    </message>
    <message>
        <source>Nobody has restored a backup for trial for a quarter of a year. It takes a moment.</source>
        <translation>Ingen har återställt en säkerhetskopia på prov på ett kvartal. Det tar en liten stund.</translation>
    </message>
    <message>
        <source>A backup is made by itself at most twice a day, opened and checked before it counts. The newest five stay, and one a day for fourteen days.</source>
        <translation>En säkerhetskopia görs av sig själv högst två gånger om dagen; den öppnas och kontrolleras innan den räknas. De fem senaste sparas, och en om dagen i fjorton dagar.</translation>
    </message>
    <message>
        <source>Proof</source>
        <translation>Bevis</translation>
    </message>
    <message>
        <source>Save as PDF</source>
        <translation>Spara som PDF</translation>
    </message>
    <message>
        <source>Check the vault to see that every page is authentic and the history unbroken.</source>
        <translation>Kontrollera valvet för att se att varje sida är äkta och loggen obruten.</translation>
    </message>
    <message>
        <source>never</source>
        <translation>aldrig</translation>
    </message>
    <message>
        <source>{when}: the backup of {made} could not be restored. Make a new one.</source>
        <translation>{when}: säkerhetskopian från {made} gick inte att återställa. Gör en ny.</translation>
    </message>
    <message>
        <source>{when}: the backup of {made} is whole. Entries: {entries}, the newest of {newest}. {held}</source>
        <translation>{when}: säkerhetskopian från {made} är hel. Noteringar: {entries}, den nyaste från {newest}. {held}</translation>
    </message>
    <message>
        <source>The newest backup was restored for trial and is whole.</source>
        <translation>Den senaste säkerhetskopian återställdes på prov och är hel.</translation>
    </message>
    <message>
        <source>The newest backup could not be restored. Make a new one.</source>
        <translation>Den senaste säkerhetskopian gick inte att återställa. Gör en ny.</translation>
    </message>
    <message>
        <source>proof</source>
        <translation>bevis</translation>
    </message>
    <message>
        <source>Save the proof</source>
        <translation>Spara beviset</translation>
    </message>
    <message>
        <source>PDF (*.pdf)</source>
        <translation>PDF (*.pdf)</translation>
    </message>
    <message>
        <source>Saved.</source>
        <translation>Sparat.</translation>
    </message>
    <message>
        <source>Backups (*.gvibackup)</source>
        <translation>Säkerhetskopior (*.gvibackup)</translation>
    </message>
    <message>
        <source>Backup made, opened and checked.</source>
        <translation>Säkerhetskopian är gjord, öppnad och kontrollerad.</translation>
    </message>
</context>
<context>
    <name>Secrets</name>
    <message>
        <source>At least {count} characters; several words are best.</source>
        <translation>Minst {count} tecken; flera ord är bäst.</translation>
    </message>
    <message>
        <source>The two passphrases differ.</source>
        <translation>De två lösenfraserna är olika.</translation>
    </message>
    <message>
        <source>The passphrase is too short.</source>
        <translation>Lösenfrasen är för kort.</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Namn</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>Roll</translation>
    </message>
    <message>
        <source>Passphrase</source>
        <translation>Lösenfras</translation>
    </message>
    <message>
        <source>Passphrase once more</source>
        <translation>Lösenfrasen en gång till</translation>
    </message>
    <message>
        <source>Write a name.</source>
        <translation>Skriv ett namn.</translation>
    </message>
    <message>
        <source>Add a user</source>
        <translation>Lägg till användare</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Lägg till</translation>
    </message>
    <message>
        <source>Present passphrase</source>
        <translation>Nuvarande lösenfras</translation>
    </message>
    <message>
        <source>New passphrase</source>
        <translation>Ny lösenfras</translation>
    </message>
    <message>
        <source>New passphrase once more</source>
        <translation>Den nya lösenfrasen en gång till</translation>
    </message>
    <message>
        <source>Change my passphrase</source>
        <translation>Byt min lösenfras</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Ändra</translation>
    </message>
</context>
<context>
    <name>UsersTab</name>
    <message>
        <source>Users</source>
        <translation>Användare</translation>
    </message>
    <message>
        <source>Each signs in with a passphrase of their own.</source>
        <translation>Var och en låser upp med sin egen lösenfras.</translation>
    </message>
    <message>
        <source>Add a user</source>
        <translation>Lägg till användare</translation>
    </message>
    <message>
        <source>Change my passphrase</source>
        <translation>Byt min lösenfras</translation>
    </message>
    <message>
        <source>Added. Tell nobody else the passphrase; it can be changed after signing in.</source>
        <translation>Tillagd. Säg inte lösenfrasen till någon annan; den kan bytas efter upplåsning.</translation>
    </message>
    <message>
        <source>The passphrase is changed.</source>
        <translation>Lösenfrasen är bytt.</translation>
    </message>
    <message>
        <source>signed in</source>
        <translation>inloggad</translation>
    </message>
    <message>
        <source>Make {role}</source>
        <translation>Gör till {role}</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Ta bort</translation>
    </message>
    <message>
        <source>{name} can no longer open the vault. It gets a new key, so old copies of the key file open nothing new. This cannot be undone.</source>
        <translation>{name} kan inte längre öppna valvet. Det får en ny nyckel, så gamla kopior av nyckelfilen öppnar inget nytt. Det går inte att ångra.</translation>
    </message>
    <message>
        <source>Remove a user</source>
        <translation>Ta bort användare</translation>
    </message>
    <message>
        <source>Removed; the vault has a new key.</source>
        <translation>Borttagen; valvet har en ny nyckel.</translation>
    </message>
</context>
</TS>
