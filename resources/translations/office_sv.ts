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
    <name>HistoryFilter</name>
    <message>
        <source>All</source>
        <translation>Alla</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>Vem</translation>
    </message>
    <message>
        <source>Deed</source>
        <translation>Vad</translation>
    </message>
    <message>
        <source>Kind of record</source>
        <translation>Slags uppgift</translation>
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
        <source>About a person</source>
        <translation>Om en person</translation>
    </message>
    <message>
        <source>Show everything</source>
        <translation>Visa allt</translation>
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
        <source>Check the chain</source>
        <translation>Kontrollera kedjan</translation>
    </message>
    <message>
        <source>Save as CSV</source>
        <translation>Spara som CSV</translation>
    </message>
    <message>
        <source>Save as JSON</source>
        <translation>Spara som JSON</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>Filter</translation>
    </message>
    <message>
        <source>No entry fits.</source>
        <translation>Ingen rad passar.</translation>
    </message>
    <message>
        <source>{count} entries</source>
        <translation>{count} rader</translation>
    </message>
    <message>
        <source>{count} entries fit the filter</source>
        <translation>{count} rader passar filtret</translation>
    </message>
    <message>
        <source>The chain is being checked …</source>
        <translation>Kedjan kontrolleras …</translation>
    </message>
    <message>
        <source>The chain holds: every entry stands as it was written, and none is missing.</source>
        <translation>Kedjan håller: varje rad står som den skrevs, och ingen saknas.</translation>
    </message>
    <message>
        <source>The chain is broken at entry {numbers}: something was changed or taken out outside the program. Keep this vault as it is, do not go on working in it, and compare it with a backup.</source>
        <translation>Kedjan är bruten vid rad {numbers}: något har ändrats eller tagits bort utanför programmet. Behåll valvet som det är, arbeta inte vidare i det och jämför det med en säkerhetskopia.</translation>
    </message>
    <message>
        <source>Save the history</source>
        <translation>Spara loggen</translation>
    </message>
    <message>
        <source>Saving the history</source>
        <translation>Sparar loggen</translation>
    </message>
    <message>
        <source>Cancelled. Nothing was written.</source>
        <translation>Avbrutet. Inget har skrivits.</translation>
    </message>
    <message>
        <source>{count} entries saved as a file; entered in the history and in the register of disclosures.</source>
        <translation>{count} rader sparade som fil; infört i loggen och i registret över utlämnanden.</translation>
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
        <source>not for your role</source>
        <translation>inte för din roll</translation>
    </message>
    <message>
        <source>in a rescued copy, {moment}</source>
        <translation>i en räddad kopia, {moment}</translation>
    </message>
    <message>
        <source>{count} found</source>
        <translation>{count} träffar</translation>
    </message>
    <message>
        <source>{month}: {count} entries</source>
        <translation>{month}: {count} rader</translation>
    </message>
    <message>
        <source>Entry {number}: {verdict}</source>
        <translation>Rad {number}: {verdict}</translation>
    </message>
    <message>
        <source>History ({form})</source>
        <translation>Loggen ({form})</translation>
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
    <message>
        <source>clock astray, in order: {moment}</source>
        <translation>datorns klocka gick fel, i ordning: {moment}</translation>
    </message>
</context>
<context>
    <name>NewWords</name>
    <message>
        <source>Print …</source>
        <translation>Skriv ut …</translation>
    </message>
    <message>
        <source>Write these 24 words down or print them, and lock the paper away. They are shown this once only. Next you are asked for three of them; until then the old paper stays in force, and cancelling changes nothing. A printer may keep a copy of what it prints.</source>
        <translation>Skriv av de här 24 orden eller skriv ut dem och lås in papperet. De visas bara den här gången. Sedan frågas du efter tre av dem; till dess gäller det gamla papperet, och om du avbryter ändras inget. En skrivare kan behålla en kopia av det som skrivs ut.</translation>
    </message>
    <message>
        <source>New recovery words</source>
        <translation>Nya återställningsord</translation>
    </message>
    <message>
        <source>I have them on paper</source>
        <translation>Jag har dem på papper</translation>
    </message>
    <message>
        <source>Write these words from your paper. Then the new words take the place of the old ones, the vault gets a new key, and the old paper can be destroyed. Backups made before still open with the old words.</source>
        <translation>Skriv de här orden från ditt papper. Sedan ersätter de nya orden de gamla, valvet får en ny nyckel och det gamla papperet kan förstöras. Säkerhetskopior från tidigare öppnas fortfarande med de gamla orden.</translation>
    </message>
    <message>
        <source>Read it back</source>
        <translation>Läs tillbaka</translation>
    </message>
    <message>
        <source>Put the new words in force</source>
        <translation>Låt de nya orden gälla</translation>
    </message>
    <message>
        <source>Show the words again</source>
        <translation>Visa orden igen</translation>
    </message>
    <message>
        <source>The vault is being given a new key …</source>
        <translation>Valvet får en ny nyckel …</translation>
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
        <source>Names in your texts of people erased elsewhere, to decide on: {count}</source>
        <translation>Namn i era texter på personer som gallrats på annat håll, att ta ställning till: {count}</translation>
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
        <source>Erase all that is due…</source>
        <translation>Gallra alla vars tid är ute…</translation>
    </message>
    <message>
        <source>Decide on names…</source>
        <translation>Ta ställning till namn…</translation>
    </message>
    <message>
        <source>Clocks that stand still because of custody: {count}.</source>
        <translation>Frister som står still under frihetsberövande: {count}.</translation>
    </message>
    <message>
        <source>Erase…</source>
        <translation>Gallra…</translation>
    </message>
    <message>
        <source>and {count} more</source>
        <translation>och {count} till</translation>
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
</context>
<context>
    <name>ReviewTab</name>
    <message>
        <source>Review</source>
        <translation>Granskning</translation>
    </message>
    <message>
        <source>Review of the history</source>
        <translation>Granskning av loggen</translation>
    </message>
    <message>
        <source>Each month {count} of last month&apos;s reads, searches, prints and exports are drawn by lot. Somebody other than the one who did it says whether it was part of the work. Approvals given within minutes by a user whom the one who entered it had added are drawn beside them.</source>
        <translation>Varje månad lottas {count} av förra månadens läsningar, sökningar, utskrifter och utlämnanden fram. Någon annan än den som gjorde det säger om det hörde till arbetet. Dessutom lottas godkännanden som gavs inom några minuter av en användare som den som lade in uppgiften hade lagt till.</translation>
    </message>
    <message>
        <source>Nothing has been drawn yet. The first sample comes when the month is over.</source>
        <translation>Inget har lottats fram än. Det första stickprovet kommer när månaden är slut.</translation>
    </message>
    <message>
        <source>To look at ({count})</source>
        <translation>Att titta på ({count})</translation>
    </message>
    <message>
        <source>Everything has been looked at.</source>
        <translation>Allt är genomgånget.</translation>
    </message>
    <message>
        <source>Looked at</source>
        <translation>Genomgånget</translation>
    </message>
    <message>
        <source>{name}, {when}</source>
        <translation>{name}, {when}</translation>
    </message>
    <message>
        <source>Another user has to look at this one.</source>
        <translation>En annan användare måste titta på den här.</translation>
    </message>
    <message>
        <source>Follow up …</source>
        <translation>Följ upp …</translation>
    </message>
    <message>
        <source>Approved within minutes, by a user whom the one who entered it had added. Are they two people, and did the second look for themselves?</source>
        <translation>Godkänt inom några minuter, av en användare som den som lade in det hade lagt till. Är de två personer, och såg den andra efter själv?</translation>
    </message>
    <message>
        <source>What is to be followed up, and with whom</source>
        <translation>Vad som ska följas upp, och med vem</translation>
    </message>
    <message>
        <source>Follow up</source>
        <translation>Följ upp</translation>
    </message>
    <message>
        <source>Mark</source>
        <translation>Markera</translation>
    </message>
</context>
<context>
    <name>RightsForms</name>
    <message>
        <source>Change the rights case</source>
        <translation>Ändra rättighetsärendet</translation>
    </message>
    <message>
        <source>New rights case</source>
        <translation>Nytt rättighetsärende</translation>
    </message>
    <message>
        <source>Decide the rights case</source>
        <translation>Besluta i rättighetsärendet</translation>
    </message>
</context>
<context>
    <name>RightsTab</name>
    <message>
        <source>Rights</source>
        <translation>Rättigheter</translation>
    </message>
    <message>
        <source>Rights of the people</source>
        <translation>De registrerades rättigheter</translation>
    </message>
    <message>
        <source>Whoever is in the vault may ask to see what is kept, have it corrected or erased, and object.</source>
        <translation>Den som finns i valvet får begära att se vad som sparas, få det rättat eller raderat och invända.</translation>
    </message>
    <message>
        <source>New rights case</source>
        <translation>Nytt rättighetsärende</translation>
    </message>
    <message>
        <source>Answers that are late: {count}</source>
        <translation>Försenade svar: {count}</translation>
    </message>
    <message>
        <source>To be answered</source>
        <translation>Ska besvaras</translation>
    </message>
    <message>
        <source>Nobody waits for an answer.</source>
        <translation>Ingen väntar på svar.</translation>
    </message>
    <message>
        <source>Answered</source>
        <translation>Besvarade</translation>
    </message>
    <message>
        <source>answered</source>
        <translation>besvarat</translation>
    </message>
    <message>
        <source>by {date}</source>
        <translation>senast {date}</translation>
    </message>
    <message>
        <source>to be decided</source>
        <translation>ska beslutas</translation>
    </message>
    <message>
        <source>to be told</source>
        <translation>besked ska lämnas</translation>
    </message>
    <message>
        <source>Decide</source>
        <translation>Besluta</translation>
    </message>
    <message>
        <source>Told today</source>
        <translation>Besked lämnat i dag</translation>
    </message>
    <message>
        <source>Correct the record</source>
        <translation>Rätta uppgiften</translation>
    </message>
    <message>
        <source>Ask back what was handed out…</source>
        <translation>Återkalla det som lämnats ut…</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Ändra</translation>
    </message>
    <message>
        <source>Change the decision</source>
        <translation>Ändra beslutet</translation>
    </message>
    <message>
        <source>Nothing that can be asked back was handed out about the person.</source>
        <translation>Inget som kan återkallas har lämnats ut om personen.</translation>
    </message>
    <message>
        <source>Ask back what was handed out</source>
        <translation>Återkalla det som lämnats ut</translation>
    </message>
    <message>
        <source>Tick the entries that had the wrong value. Each says so in the register, and the next bundle to the receiver carries the notice; tell the others yourself.</source>
        <translation>Kryssa för de utlämnanden som innehöll den felaktiga uppgiften. Det antecknas i registret, och nästa paket till mottagaren har med begäran; säg själv till de andra.</translation>
    </message>
    <message>
        <source>Ask back</source>
        <translation>Återkalla</translation>
    </message>
    <message>
        <source>Asked back</source>
        <translation>Återkallat</translation>
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
        <source>Print</source>
        <translation>Skriv ut</translation>
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
        <source>One sheet with each check and what was found. No record of anybody stands on it.</source>
        <translation>Ett blad med varje kontroll och vad som hittades. Inget om någon person står på det.</translation>
    </message>
    <message>
        <source>Print the proof</source>
        <translation>Skriv ut beviset</translation>
    </message>
    <message>
        <source>Printing</source>
        <translation>Skriver ut</translation>
    </message>
    <message>
        <source>Handed to the printer.</source>
        <translation>Lämnat till skrivaren.</translation>
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
        <source>New recovery words …</source>
        <translation>Nya återställningsord …</translation>
    </message>
    <message>
        <source>Removed since the recovery words were made: {names}. Who saw that paper can still use it.</source>
        <translation>Borttagna sedan återställningsorden gjordes: {names}. Den som sett papperet kan fortfarande använda det.</translation>
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
        <source>What is seen …</source>
        <translation>Vad som syns …</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Ta bort</translation>
    </message>
    <message>
        <source>Does not see: {what}</source>
        <translation>Ser inte: {what}</translation>
    </message>
    <message>
        <source>What {name} sees</source>
        <translation>Vad {name} ser</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Spara</translation>
    </message>
    <message>
        <source>After this {name} cannot open the vault. It gets a new key, so that old copies of the key file open nothing written from then on. This cannot be undone.</source>
        <translation>Efter det här kan {name} inte öppna valvet. Det får en ny nyckel, så att gamla kopior av nyckelfilen inte öppnar något som skrivs därefter. Det går inte att ångra.</translation>
    </message>
    <message>
        <source>Remove a user</source>
        <translation>Ta bort användare</translation>
    </message>
    <message>
        <source>Removed; the vault has a new key.</source>
        <translation>Borttagen; valvet har en ny nyckel.</translation>
    </message>
    <message>
        <source>Whoever saw the paper with the recovery words may have copied them, and they still open the vault. New words take a few minutes and a sheet of paper.</source>
        <translation>Den som sett papperet med återställningsorden kan ha skrivit av dem, och de öppnar fortfarande valvet. Nya ord tar några minuter och ett papper.</translation>
    </message>
    <message>
        <source>New recovery words too?</source>
        <translation>Nya återställningsord också?</translation>
    </message>
    <message>
        <source>Make new words</source>
        <translation>Gör nya ord</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>Inte nu</translation>
    </message>
    <message>
        <source>The new words are in force. Destroy the old paper.</source>
        <translation>De nya orden gäller. Förstör det gamla papperet.</translation>
    </message>
</context>
</TS>
