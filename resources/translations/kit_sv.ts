<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="sv">
<context>
    <name>Chart</name>
    <message>
        <source>Show as a drawing</source>
        <translation>Visa som diagram</translation>
    </message>
    <message>
        <source>Show as a table</source>
        <translation>Visa som tabell</translation>
    </message>
    <message>
        <source>Copy the numbers</source>
        <translation>Kopiera siffrorna</translation>
    </message>
</context>
<context>
    <name>Charts</name>
    <message>
        <source>What</source>
        <translation>Vad</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>Steg</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Antal</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Från</translation>
    </message>
    <message>
        <source>To</source>
        <translation>Till</translation>
    </message>
</context>
<context>
    <name>DateField</name>
    <message>
        <source>Write a date, such as 2026-11-22, 22/11 or 221122.</source>
        <translation>Skriv ett datum, till exempel 2026-11-22, 22/11 eller 221122.</translation>
    </message>
</context>
<context>
    <name>DayEdit</name>
    <message>
        <source>yyyy-mm-dd</source>
        <translation>åååå-mm-dd</translation>
    </message>
    <message>
        <source>Open the calendar</source>
        <translation>Öppna kalendern</translation>
    </message>
</context>
<context>
    <name>EraseCopies</name>
    <message>
        <source>(unknown)</source>
        <translation>(okänt)</translation>
    </message>
    <message>
        <source>Ask those who have them to take them away: what has left cannot be fetched by a program.</source>
        <translation>Be dem som har uppgifterna att ta bort dem: det som har lämnats ut kan inget program hämta tillbaka.</translation>
    </message>
</context>
<context>
    <name>EraseNames</name>
    <message>
        <source>What only a later version of the program reads</source>
        <translation>Sådant som bara en senare version av programmet läser</translation>
    </message>
    <message>
        <source>(not shown to you)</source>
        <translation>(visas inte för dig)</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>ja</translation>
    </message>
    <message>
        <source>decide</source>
        <translation>avgör</translation>
    </message>
    <message>
        <source>Record</source>
        <translation>Post</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>Is it them?</source>
        <translation>Är det personen?</translation>
    </message>
</context>
<context>
    <name>EraseWizard</name>
    <message>
        <source>Erase for good</source>
        <translation>Gallra för gott</translation>
    </message>
    <message>
        <source>Who is to be erased</source>
        <translation>Vilka som ska gallras</translation>
    </message>
    <message>
        <source>Their time is up. Take the tick away from those who are to stay for now.</source>
        <translation>Deras tid är ute. Ta bort krysset för dem som ska vara kvar tills vidare.</translation>
    </message>
    <message>
        <source>Person</source>
        <translation>Person</translation>
    </message>
    <message>
        <source>Time was up</source>
        <translation>Tiden gick ut</translation>
    </message>
    <message>
        <source>Hard limit</source>
        <translation>Längst till</translation>
    </message>
    <message>
        <source>Regime</source>
        <translation>Regel</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Avbryt</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Fortsätt</translation>
    </message>
    <message>
        <source>Ticked: {count} of {all}</source>
        <translation>Valda: {count} av {all}</translation>
    </message>
    <message>
        <source>Looking where they are named …</source>
        <translation>Letar efter var de nämns …</translation>
    </message>
    <message>
        <source>What goes</source>
        <translation>Vad som försvinner</translation>
    </message>
    <message>
        <source>People: {count}. With them go: {records}.</source>
        <translation>Personer: {count}. Med dem försvinner: {records}.</translation>
    </message>
    <message>
        <source>People: {count}.</source>
        <translation>Personer: {count}.</translation>
    </message>
    <message>
        <source>Without names, such as: the time is up</source>
        <translation>Utan namn, till exempel: tiden är ute</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Skäl</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Tillbaka</translation>
    </message>
    <message>
        <source>Erase</source>
        <translation>Gallra</translation>
    </message>
    <message>
        <source>Named in other records</source>
        <translation>Nämns i andra poster</translation>
    </message>
    <message>
        <source>Where there is a tick, a neutral word takes the place of the name.</source>
        <translation>Där det finns ett kryss ersätts namnet av ett neutralt ord.</translation>
    </message>
    <message>
        <source>Erasing …</source>
        <translation>Gallrar …</translation>
    </message>
    <message>
        <source>Until it is done, Cancel leaves everything as it was.</source>
        <translation>Tills det är klart lämnar Avbryt allt som det var.</translation>
    </message>
    <message>
        <source>I have decided on each name that may be somebody else&apos;s or an ordinary word.</source>
        <translation>Jag har tagit ställning till varje namn som kan vara en annans eller ett vanligt ord.</translation>
    </message>
    <message>
        <source>All of it goes in one step: what is kept about them, what a search finds, open forms and what the history says of them. This cannot be undone.</source>
        <translation>Allt försvinner i ett enda steg: det som sparas om dem, det som en sökning hittar, öppna formulär och det som loggen säger om dem. Det går inte att ångra.</translation>
    </message>
    <message>
        <source>Erased</source>
        <translation>Gallrat</translation>
    </message>
    <message>
        <source>A fresh backup is being made.</source>
        <translation>En ny säkerhetskopia görs.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Stäng</translation>
    </message>
    <message>
        <source>Save the protocol</source>
        <translation>Spara protokollet</translation>
    </message>
    <message>
        <source>A fresh backup is made.</source>
        <translation>En ny säkerhetskopia är gjord.</translation>
    </message>
    <message>
        <source>No fresh backup could be made: {why} The older ones stay until there is one.</source>
        <translation>Ingen ny säkerhetskopia kunde göras: {why} De äldre finns kvar tills det finns en.</translation>
    </message>
    <message>
        <source>The protocol names nobody. The vault does not protect the file.</source>
        <translation>Protokollet nämner ingen. Filen skyddas inte av valvet.</translation>
    </message>
    <message>
        <source>erasure-protocol</source>
        <translation>gallringsprotokoll</translation>
    </message>
    <message>
        <source>Saved as a file; entered in the register of disclosures.</source>
        <translation>Sparat som fil och infört bland utlämnandena.</translation>
    </message>
    <message>
        <source>Step {step} of {all}</source>
        <translation>Steg {step} av {all}</translation>
    </message>
</context>
<context>
    <name>FilePassword</name>
    <message>
        <source>Password of the file (empty: none)</source>
        <translation>Filens lösenord (tomt: inget)</translation>
    </message>
    <message>
        <source>At least {least} characters. Give it to the receiver by phone or when you meet, never together with the file; it is not kept here and cannot be found again.</source>
        <translation>Minst {least} tecken. Lämna det till mottagaren per telefon eller när ni ses, aldrig tillsammans med filen; det sparas inte här och kan inte återfås.</translation>
    </message>
    <message>
        <source>PDF files (*.pdf)</source>
        <translation>PDF-filer (*.pdf)</translation>
    </message>
    <message>
        <source>Choose a file</source>
        <translation>Välj fil</translation>
    </message>
</context>
<context>
    <name>Finder</name>
    <message>
        <source>Suggestions</source>
        <translation>Förslag</translation>
    </message>
    <message>
        <source>Nothing found</source>
        <translation>Inget hittades</translation>
    </message>
</context>
<context>
    <name>FormPanel</name>
    <message>
        <source>Save</source>
        <translation>Spara</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Avbryt</translation>
    </message>
</context>
<context>
    <name>HelpWindow</name>
    <message>
        <source>Help</source>
        <translation>Hjälp</translation>
    </message>
</context>
<context>
    <name>LetterFunnel</name>
    <message>
        <source>Invited</source>
        <translation>Inbjudna</translation>
    </message>
    <message>
        <source>Served</source>
        <translation>Delgivna</translation>
    </message>
    <message>
        <source>Came</source>
        <translation>Kom</translation>
    </message>
    <message>
        <source>Accepted help</source>
        <translation>Tog emot hjälp</translation>
    </message>
</context>
<context>
    <name>LinkForm</name>
    <message>
        <source>Why we hold this</source>
        <translation>Varför kopplingen finns</translation>
    </message>
    <message>
        <source>No link without a source, a reason and a date to look at it again.</source>
        <translation>Ingen koppling utan källa, skäl och datum för översyn.</translation>
    </message>
    <message>
        <source>From when, until when</source>
        <translation>Från när, till när</translation>
    </message>
    <message>
        <source>Change the link</source>
        <translation>Ändra kopplingen</translation>
    </message>
    <message>
        <source>Link a person to a group</source>
        <translation>Koppla en person till en grupp</translation>
    </message>
</context>
<context>
    <name>ListPlace</name>
    <message>
        <source>Nothing here yet.</source>
        <translation>Här finns inget ännu.</translation>
    </message>
    <message>
        <source>Choose a line to read it here.</source>
        <translation>Välj en rad för att läsa den här.</translation>
    </message>
    <message>
        <source>Nothing fits the filter.</source>
        <translation>Inget stämmer med filtret.</translation>
    </message>
    <message>
        <source>Clear the filter</source>
        <translation>Rensa filtret</translation>
    </message>
</context>
<context>
    <name>MarkField</name>
    <message>
        <source>Say what the note is: a fact, an assessment or hearsay.</source>
        <translation>Säg vad anteckningen är: ett faktum, en bedömning eller en andrahandsuppgift.</translation>
    </message>
</context>
<context>
    <name>Menus</name>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Arkiv</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>&amp;Redigera</translation>
    </message>
    <message>
        <source>&amp;Go</source>
        <translation>&amp;Gå</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Visa</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>&amp;Hjälp</translation>
    </message>
    <message>
        <source>New</source>
        <translation>Ny</translation>
    </message>
    <message>
        <source>Lock</source>
        <translation>Lås</translation>
    </message>
    <message>
        <source>Hide and lock</source>
        <translation>Göm och lås</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Avsluta</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Ångra</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>Gör om</translation>
    </message>
    <message>
        <source>Change what is shown</source>
        <translation>Ändra det som visas</translation>
    </message>
    <message>
        <source>Filter the list</source>
        <translation>Filtrera listan</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Sök</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>Som systemet</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Ljust</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Mörkt</translation>
    </message>
    <message>
        <source>High contrast</source>
        <translation>Hög kontrast</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Språk</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>Tema</translation>
    </message>
    <message>
        <source>Text size</source>
        <translation>Textstorlek</translation>
    </message>
    <message>
        <source>Larger text</source>
        <translation>Större text</translation>
    </message>
    <message>
        <source>Smaller text</source>
        <translation>Mindre text</translation>
    </message>
    <message>
        <source>{count} minutes</source>
        <translation>{count} minuter</translation>
    </message>
    <message>
        <source>Lock after</source>
        <translation>Lås efter</translation>
    </message>
    <message>
        <source>Help on this place</source>
        <translation>Hjälp om den här platsen</translation>
    </message>
    <message>
        <source>First steps</source>
        <translation>Första stegen</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Tangenter</translation>
    </message>
</context>
<context>
    <name>MomentField</name>
    <message>
        <source>{label}, time</source>
        <translation>{label}, klockslag</translation>
    </message>
    <message>
        <source>Write a date such as 2026-11-22 and a time such as 14:30.</source>
        <translation>Skriv ett datum, till exempel 2026-11-22, och ett klockslag, till exempel 14:30.</translation>
    </message>
    <message>
        <source>Both the day and the time are needed.</source>
        <translation>Både dag och klockslag behövs.</translation>
    </message>
</context>
<context>
    <name>NamesLeft</name>
    <message>
        <source>Names to decide on</source>
        <translation>Namn att ta ställning till</translation>
    </message>
    <message>
        <source>Somebody was erased elsewhere: by a colleague, or in a newer copy of the vault. These texts may name them, or somebody else who is called the same. Where there is a tick, a neutral word takes the place of the name, and what the history said there goes. This cannot be undone.</source>
        <translation>Någon har gallrats på annat håll: av en kollega eller i en nyare kopia av valvet. De här texterna kan nämna personen, eller någon annan som heter likadant. Där det finns ett kryss ersätts namnet av ett neutralt ord, och det som loggen sagt där försvinner. Det går inte att ångra.</translation>
    </message>
    <message>
        <source>(rewritten meanwhile; it stays as it is now, and a tick empties what the history said)</source>
        <translation>(omskriven sedan dess; den står kvar som den är, och ett kryss tömmer det som loggen sagt)</translation>
    </message>
    <message>
        <source>I have decided on each of them.</source>
        <translation>Jag har tagit ställning till vart och ett av dem.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Avbryt</translation>
    </message>
    <message>
        <source>Save decisions</source>
        <translation>Spara besluten</translation>
    </message>
    <message>
        <source>Decided</source>
        <translation>Avgjort</translation>
    </message>
</context>
<context>
    <name>Note</name>
    <message>
        <source>Undo</source>
        <translation>Ångra</translation>
    </message>
</context>
<context>
    <name>NoteField</name>
    <message>
        <source>{count} characters too many</source>
        <translation>{count} tecken för mycket</translation>
    </message>
    <message>
        <source>Write what was seen or heard rather than {words}.</source>
        <translation>Skriv vad som sågs eller hördes hellre än {words}.</translation>
    </message>
    <message>
        <source>Only if the task needs it: {words}.</source>
        <translation>Bara om uppdraget kräver det: {words}.</translation>
    </message>
</context>
<context>
    <name>Notice</name>
    <message>
        <source>OK</source>
        <translation>OK</translation>
    </message>
</context>
<context>
    <name>NumberField</name>
    <message>
        <source>Write a whole number from {low} to {high}.</source>
        <translation>Skriv ett heltal från {low} till {high}.</translation>
    </message>
</context>
<context>
    <name>PageView</name>
    <message>
        <source>The page as it will be printed</source>
        <translation>Sidan så som den skrivs ut</translation>
    </message>
    <message>
        <source>Page {page} of {pages}</source>
        <translation>Sida {page} av {pages}</translation>
    </message>
    <message>
        <source>Previous page</source>
        <translation>Föregående sida</translation>
    </message>
    <message>
        <source>Next page</source>
        <translation>Nästa sida</translation>
    </message>
    <message>
        <source>Smaller</source>
        <translation>Mindre</translation>
    </message>
    <message>
        <source>Larger</source>
        <translation>Större</translation>
    </message>
    <message>
        <source>Fit</source>
        <translation>Anpassa</translation>
    </message>
    <message>
        <source>As wide as there is room</source>
        <translation>Så bred som det finns plats för</translation>
    </message>
</context>
<context>
    <name>PaperAsk</name>
    <message>
        <source>Numbered copies</source>
        <translation>Numrerade exemplar</translation>
    </message>
    <message>
        <source>Copies</source>
        <translation>Antal exemplar</translation>
    </message>
    <message>
        <source>PDF files (*.pdf)</source>
        <translation>PDF-filer (*.pdf)</translation>
    </message>
    <message>
        <source>The paper becomes a PDF file, which you print and then delete.</source>
        <translation>Papperet blir en PDF-fil, som du skriver ut och sedan raderar.</translation>
    </message>
    <message>
        <source>The handout becomes a PDF file to print.</source>
        <translation>Bladet blir en PDF-fil att skriva ut.</translation>
    </message>
    <message>
        <source>Choose a file</source>
        <translation>Välj en fil</translation>
    </message>
    <message>
        <source>Written, and entered in the disclosure register</source>
        <translation>Sparad och införd i utlämnanderegistret</translation>
    </message>
</context>
<context>
    <name>PaperRun</name>
    <message>
        <source>The print is noted in the log and entered in the disclosure register.</source>
        <translation>Utskriften antecknas i loggen och förs in i utlämnanderegistret.</translation>
    </message>
    <message>
        <source>Printing</source>
        <translation>Skriver ut</translation>
    </message>
    <message>
        <source>Look at the paper: are all copies there? The print is noted. Print again whatever is missing, and destroy spoilt sheets.</source>
        <translation>Titta på papperet: finns alla exemplar? Utskriften är antecknad. Skriv ut det som saknas igen och förstör blad som har blivit fel.</translation>
    </message>
    <message>
        <source>Did the paper come out?</source>
        <translation>Kom papperet ut?</translation>
    </message>
    <message>
        <source>Print again</source>
        <translation>Skriv ut igen</translation>
    </message>
    <message>
        <source>It came out</source>
        <translation>Det kom ut</translation>
    </message>
    <message>
        <source>Do not print</source>
        <translation>Skriv inte ut</translation>
    </message>
</context>
<context>
    <name>Pills</name>
    <message>
        <source>Key {digit}</source>
        <translation>Tangent {digit}</translation>
    </message>
</context>
<context>
    <name>Place</name>
    <message>
        <source>Saved</source>
        <translation>Sparat</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Mer</translation>
    </message>
</context>
<context>
    <name>Printing</name>
    <message>
        <source>Choose a printer</source>
        <translation>Välj en skrivare</translation>
    </message>
    <message>
        <source>This computer has no printer. Save as PDF instead.</source>
        <translation>Datorn har ingen skrivare. Spara som PDF i stället.</translation>
    </message>
    <message>
        <source>Print</source>
        <translation>Skriv ut</translation>
    </message>
    <message>
        <source>Printer</source>
        <translation>Skrivare</translation>
    </message>
    <message>
        <source>Document</source>
        <translation>Dokument</translation>
    </message>
</context>
<context>
    <name>ProgressDialog</name>
    <message>
        <source>Cancel</source>
        <translation>Avbryt</translation>
    </message>
    <message>
        <source>{done} of {total}</source>
        <translation>{done} av {total}</translation>
    </message>
</context>
<context>
    <name>Question</name>
    <message>
        <source>Cancel</source>
        <translation>Avbryt</translation>
    </message>
</context>
<context>
    <name>ReadBack</name>
    <message>
        <source>Word {number}</source>
        <translation>Ord {number}</translation>
    </message>
    <message>
        <source>Word {number} is another one. Look at your paper again.</source>
        <translation>Ord {number} är ett annat. Titta på papperet igen.</translation>
    </message>
</context>
<context>
    <name>Reason</name>
    <message>
        <source>Reason</source>
        <translation>Skäl</translation>
    </message>
    <message>
        <source>Why the name is needed; not a name</source>
        <translation>Varför namnet behövs; skriv inget namn</translation>
    </message>
    <message>
        <source>Show a protected identity</source>
        <translation>Visa skyddade personuppgifter</translation>
    </message>
    <message>
        <source>Lift the protection of this person?</source>
        <translation>Ta bort skyddet för den här personen?</translation>
    </message>
    <message>
        <source>Lift the protection</source>
        <translation>Ta bort skyddet</translation>
    </message>
    <message>
        <source>Why it is lifted; not a name</source>
        <translation>Varför det tas bort; inget namn</translation>
    </message>
    <message>
        <source>Is this another person?</source>
        <translation>Är detta en annan person?</translation>
    </message>
    <message>
        <source>Add the user</source>
        <translation>Lägg till användaren</translation>
    </message>
    <message>
        <source>Why this is another person</source>
        <translation>Varför detta är en annan person</translation>
    </message>
    <message>
        <source>The reason is kept in the log with your name.</source>
        <translation>Skälet sparas i loggen med ditt namn.</translation>
    </message>
    <message>
        <source>Show name</source>
        <translation>Visa namn</translation>
    </message>
</context>
<context>
    <name>RecoveryPaper</name>
    <message>
        <source>Recovery key for the vault of {office}</source>
        <translation>Återställningsnyckel till valvet för {office}</translation>
    </message>
    <message>
        <source>Whoever holds this paper and the vault can open it. Keep it locked away from the computer.</source>
        <translation>Den som har det här papperet och valvet kan öppna det. Förvara det inlåst och skilt från datorn.</translation>
    </message>
</context>
<context>
    <name>RefField</name>
    <message>
        <source>Choose one of the suggestions.</source>
        <translation>Välj något av förslagen.</translation>
    </message>
</context>
<context>
    <name>RefsField</name>
    <message>
        <source>Remove {name}</source>
        <translation>Ta bort {name}</translation>
    </message>
</context>
<context>
    <name>SearchBox</name>
    <message>
        <source>Search people, groups, call-ins, talks and scripts</source>
        <translation>Sök bland personer, grupper, call-in, samtal och talmanus</translation>
    </message>
    <message>
        <source>Search (Ctrl+K)</source>
        <translation>Sök (Ctrl+K)</translation>
    </message>
    <message>
        <source>Found</source>
        <translation>Hittat</translation>
    </message>
    <message>
        <source>Nothing found</source>
        <translation>Inget hittades</translation>
    </message>
</context>
<context>
    <name>Sidebar</name>
    <message>
        <source>Places</source>
        <translation>Platser</translation>
    </message>
    <message>
        <source>{place}, {count} waiting</source>
        <translation>{place}, {count} väntar</translation>
    </message>
</context>
<context>
    <name>Sides</name>
    <message>
        <source>Back to the list</source>
        <translation>Tillbaka till listan</translation>
    </message>
</context>
<context>
    <name>TaskForm</name>
    <message>
        <source>A person, group, call-in or round it is about.</source>
        <translation>En person, en grupp, ett möte eller en omgång som uppgiften gäller.</translation>
    </message>
    <message>
        <source>Change the task</source>
        <translation>Ändra uppgiften</translation>
    </message>
    <message>
        <source>New task</source>
        <translation>Ny uppgift</translation>
    </message>
</context>
<context>
    <name>Terms</name>
    <message>
        <source>Disclosed to us</source>
        <translation>Utlämnat till oss</translation>
    </message>
    <message>
        <source>{date} from {name}</source>
        <translation>{date} från {name}</translation>
    </message>
</context>
<context>
    <name>TimeField</name>
    <message>
        <source>Write a time, such as 14:30 or 1430.</source>
        <translation>Skriv ett klockslag, till exempel 14:30 eller 1430.</translation>
    </message>
    <message>
        <source>hh:mm</source>
        <translation>tt:mm</translation>
    </message>
</context>
<context>
    <name>Withheld</name>
    <message>
        <source>Withheld</source>
        <translation>Undanhållet</translation>
    </message>
    <message>
        <source>Withheld by the office it came from. Not empty there, and left as it is unless you write here.</source>
        <translation>Undanhållet av kontoret det kom från. Det är inte tomt där, och lämnas orört om du inte skriver något här.</translation>
    </message>
    <message>
        <source>Withheld is not empty: the office it came from holds these and has not handed them out.</source>
        <translation>Undanhållet är inte tomt: kontoret det kom från har uppgifterna men har inte lämnat ut dem.</translation>
    </message>
</context>
<context>
    <name>YesNoField</name>
    <message>
        <source>Yes</source>
        <translation>Ja</translation>
    </message>
    <message>
        <source>No</source>
        <translation>Nej</translation>
    </message>
    <message>
        <source>Not known</source>
        <translation>Vet inte</translation>
    </message>
</context>
</TS>
