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
