<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="sv">
<context>
    <name>Addressees</name>
    <message>
        <source>Recipients</source>
        <translation>Mottagare</translation>
    </message>
    <message>
        <source>and {count} more</source>
        <translation>och {count} till</translation>
    </message>
    <message>
        <source>Has had it</source>
        <translation>Har fått det</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Visa</translation>
    </message>
    <message>
        <source>Show the letter to {name}</source>
        <translation>Visa brevet till {name}</translation>
    </message>
    <message>
        <source>Open the person</source>
        <translation>Öppna personen</translation>
    </message>
    <message>
        <source>Open {name}</source>
        <translation>Öppna {name}</translation>
    </message>
    <message>
        <source>Make an exception…</source>
        <translation>Gör undantag …</translation>
    </message>
</context>
<context>
    <name>Beside</name>
    <message>
        <source>Back to the order</source>
        <translation>Tillbaka till beställningen</translation>
    </message>
</context>
<context>
    <name>CameOut</name>
    <message>
        <source>Which letters came out?</source>
        <translation>Vilka brev kom ut?</translation>
    </message>
    <message>
        <source>Look at the paper before you answer. To the printer went {count} letters: {first} to {last}.</source>
        <translation>Titta på pappret innan du svarar. {count} brev gick till skrivaren: {first} till {last}.</translation>
    </message>
    <message>
        <source>Look at the paper before you answer. One letter went to the printer: {first}.</source>
        <translation>Titta på pappret innan du svarar. Ett brev gick till skrivaren: {first}.</translation>
    </message>
    <message>
        <source>All came out</source>
        <translation>Alla kom ut</translation>
    </message>
    <message>
        <source>They are missing from this letter on:</source>
        <translation>De saknas från och med det här brevet:</translation>
    </message>
    <message>
        <source>Did not come out of the printer</source>
        <translation>Kom inte ut ur skrivaren</translation>
    </message>
    <message>
        <source>Why, for the register</source>
        <translation>Varför, till registret</translation>
    </message>
    <message>
        <source>If you stop, they are noted as destroyed with this reason, and nobody counts as having got them. Their numbers are not used again.</source>
        <translation>Om du slutar antecknas de som förstörda med det här skälet, och ingen räknas ha fått dem. Numren används inte igen.</translation>
    </message>
    <message>
        <source>Print the next ones</source>
        <translation>Skriv ut nästa</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Klart</translation>
    </message>
    <message>
        <source>Print again from there</source>
        <translation>Skriv ut igen därifrån</translation>
    </message>
    <message>
        <source>Stop here</source>
        <translation>Sluta här</translation>
    </message>
</context>
<context>
    <name>Checking</name>
    <message>
        <source>Check a PDF</source>
        <translation>Kontrollera en PDF</translation>
    </message>
    <message>
        <source>The file opens with a password only. It is not kept.</source>
        <translation>Filen öppnas bara med ett lösenord. Det sparas inte.</translation>
    </message>
    <message>
        <source>Check</source>
        <translation>Kontrollera</translation>
    </message>
    <message>
        <source>Password of the file</source>
        <translation>Filens lösenord</translation>
    </message>
</context>
<context>
    <name>Envelope</name>
    <message>
        <source>Window</source>
        <translation>Fönster</translation>
    </message>
    <message>
        <source>Test page for window envelopes</source>
        <translation>Provsida för fönsterkuvert</translation>
    </message>
    <message>
        <source>The page shows the window&apos;s frame, an address and the folds. Print it, fold it and lay it in the envelope before the first letters are sent.</source>
        <translation>Sidan visar fönstrets ram, en adress och var arket viks. Skriv ut den, vik den och lägg den i kuvertet innan de första breven skickas.</translation>
    </message>
    <message>
        <source>Choose a printer</source>
        <translation>Välj skrivare</translation>
    </message>
    <message>
        <source>Save as PDF…</source>
        <translation>Spara som PDF …</translation>
    </message>
    <message>
        <source>Keep the measures for the office&apos;s letters</source>
        <translation>Spara måtten för kontorets brev</translation>
    </message>
    <message>
        <source>They stand under Office, where they can be changed.</source>
        <translation>De står under Kontor, där de kan ändras.</translation>
    </message>
    <message>
        <source>window-test-page.pdf</source>
        <translation>provsida-fonster.pdf</translation>
    </message>
    <message>
        <source>Print in the real size, 100 %. Nobody&apos;s name stands on the page, and nothing is noted.</source>
        <translation>Skriv ut i verklig storlek, 100 %. Ingens namn står på sidan, och inget antecknas.</translation>
    </message>
    <message>
        <source>The test page is with the printer {name}.</source>
        <translation>Provsidan är hos skrivaren {name}.</translation>
    </message>
    <message>
        <source>Printing</source>
        <translation>Skriver ut</translation>
    </message>
    <message>
        <source>The test page has been saved.</source>
        <translation>Provsidan har sparats.</translation>
    </message>
</context>
<context>
    <name>Exception</name>
    <message>
        <source>Reason</source>
        <translation>Skäl</translation>
    </message>
    <message>
        <source>Who decided it and why; not a name of the person</source>
        <translation>Vem som beslutade och varför; inte personens namn</translation>
    </message>
    <message>
        <source>A letter in spite of protected identity</source>
        <translation>Brev trots skyddade personuppgifter</translation>
    </message>
    <message>
        <source>The reason is kept in the log with your name. No address is printed.</source>
        <translation>Skälet sparas i loggen med ditt namn. Ingen adress skrivs ut.</translation>
    </message>
    <message>
        <source>Make an exception</source>
        <translation>Gör undantag</translation>
    </message>
</context>
<context>
    <name>Extract</name>
    <message>
        <source>Person</source>
        <translation>Person</translation>
    </message>
    <message>
        <source>Secrecy tested by</source>
        <translation>Sekretessprövningen gjordes av</translation>
    </message>
    <message>
        <source>What the test came to</source>
        <translation>Vad prövningen kom fram till</translation>
    </message>
    <message>
        <source>Leave out phone line and help</source>
        <translation>Utelämna GVI-telefonen och hjälp</translation>
    </message>
    <message>
        <source>Subject access extract</source>
        <translation>Registerutdrag</translation>
    </message>
    <message>
        <source>Everything held on one person, without the names of others. Test secrecy first; the extract is noted in the log and as a disclosure.</source>
        <translation>Allt som finns om en person, utan namn på andra. Pröva sekretessen först. Utdraget antecknas i loggen och som ett utlämnande.</translation>
    </message>
    <message>
        <source>Choose a file</source>
        <translation>Välj fil</translation>
    </message>
    <message>
        <source>extract</source>
        <translation>registerutdrag</translation>
    </message>
    <message>
        <source>The extract has been saved and noted.</source>
        <translation>Registerutdraget är sparat och antecknat.</translation>
    </message>
</context>
<context>
    <name>FunnelBox</name>
    <message>
        <source>From invitation to help</source>
        <translation>Från inbjudan till hjälp</translation>
    </message>
</context>
<context>
    <name>LetterColumns</name>
    <message>
        <source>Number</source>
        <translation>Nummer</translation>
    </message>
    <message>
        <source>Letter</source>
        <translation>Brev</translation>
    </message>
    <message>
        <source>To</source>
        <translation>Till</translation>
    </message>
    <message>
        <source>Printed</source>
        <translation>Utskrivet</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>Utfall</translation>
    </message>
    <message>
        <source>{count} copies</source>
        <translation>{count} exemplar</translation>
    </message>
</context>
<context>
    <name>LetterForms</name>
    <message>
        <source>What became of letter {number}</source>
        <translation>Vad som blev av brev {number}</translation>
    </message>
</context>
<context>
    <name>LetterMaker</name>
    <message>
        <source>Choose what is to be written and for whom.</source>
        <translation>Välj vad som ska skrivas och till vem.</translation>
    </message>
    <message>
        <source>There is no letter to show: each is stopped or left out.</source>
        <translation>Det finns inget brev att visa: alla är stoppade eller utelämnade.</translation>
    </message>
    <message>
        <source>Each letter gets its number and is entered in the register when it is printed.</source>
        <translation>Varje brev får sitt nummer och förs in i registret när det skrivs ut.</translation>
    </message>
    <message>
        <source>Print and enter in the register</source>
        <translation>Skriv ut och för in i registret</translation>
    </message>
    <message>
        <source>Noted as destroyed, for no paper came out: {count}</source>
        <translation>Antecknade som förstörda, för inget papper kom ut: {count}</translation>
    </message>
    <message>
        <source>letters</source>
        <translation>brev</translation>
    </message>
    <message>
        <source>Entered in the register: {numbers}</source>
        <translation>Infört i registret: {numbers}</translation>
    </message>
    <message>
        <source>New letters</source>
        <translation>Nya brev</translation>
    </message>
    <message>
        <source>Recipients</source>
        <translation>Mottagare</translation>
    </message>
    <message>
        <source>Leave out the stopped</source>
        <translation>Lämna de stoppade utanför</translation>
    </message>
</context>
<context>
    <name>LetterTextField</name>
    <message>
        <source>Shown for</source>
        <translation>Visas för</translation>
    </message>
    <message>
        <source>Usual</source>
        <translation>Vanlig</translation>
    </message>
    <message>
        <source>Insert field</source>
        <translation>Infoga fält</translation>
    </message>
    <message>
        <source>Filled in when the letter is printed</source>
        <translation>Fylls i när brevet skrivs ut</translation>
    </message>
    <message>
        <source>Only if</source>
        <translation>Bara om</translation>
    </message>
    <message>
        <source>What is marked stands in the letter only where this holds</source>
        <translation>Det markerade står i brevet bara där detta gäller</translation>
    </message>
    <message>
        <source>Texts</source>
        <translation>Texter</translation>
    </message>
    <message>
        <source>Bring in a text</source>
        <translation>Hämta in en text</translation>
    </message>
    <message>
        <source>Bring in…</source>
        <translation>Hämta in…</translation>
    </message>
    <message>
        <source>The page is shown here once nothing is wrong with the text.</source>
        <translation>Sidan visas här när inget är fel i texten.</translation>
    </message>
    <message>
        <source>The letter would be too long: four pages at most.</source>
        <translation>Brevet skulle bli för långt: högst fyra sidor.</translation>
    </message>
    <message>
        <source>and {number} more</source>
        <translation>och {number} till</translation>
    </message>
</context>
<context>
    <name>LetterTexts</name>
    <message>
        <source>The program&apos;s own</source>
        <translation>Programmets egen</translation>
    </message>
    <message>
        <source>Ours, version {number}</source>
        <translation>Vår, version {number}</translation>
    </message>
    <message>
        <source>Draft</source>
        <translation>Utkast</translation>
    </message>
    <message>
        <source>Not reviewed</source>
        <translation>Inte granskad</translation>
    </message>
    <message>
        <source>Not reviewed by a speaker</source>
        <translation>Inte granskad av någon som talar språket</translation>
    </message>
    <message>
        <source>The draft</source>
        <translation>Utkastet</translation>
    </message>
    <message>
        <source>The text</source>
        <translation>Texten</translation>
    </message>
    <message>
        <source>Versions</source>
        <translation>Versioner</translation>
    </message>
    <message>
        <source>Change the text</source>
        <translation>Ändra texten</translation>
    </message>
    <message>
        <source>Take into use</source>
        <translation>Ta i bruk</translation>
    </message>
    <message>
        <source>Throw the draft away</source>
        <translation>Släng utkastet</translation>
    </message>
    <message>
        <source>Reviewed by a speaker…</source>
        <translation>Granskad av någon som talar språket…</translation>
    </message>
    <message>
        <source>Back to the program&apos;s own</source>
        <translation>Tillbaka till programmets egen</translation>
    </message>
    <message>
        <source>end</source>
        <translation>slut</translation>
    </message>
    <message>
        <source>for each who was absent:</source>
        <translation>för varje frånvarande:</translation>
    </message>
    <message>
        <source>for each who helps:</source>
        <translation>för var och en som hjälper:</translation>
    </message>
    <message>
        <source>if {what}:</source>
        <translation>om {what}:</translation>
    </message>
    <message>
        <source>if not {what}:</source>
        <translation>om inte {what}:</translation>
    </message>
    <message>
        <source>if filled in, {what}:</source>
        <translation>om ifyllt, {what}:</translation>
    </message>
    <message>
        <source>if empty, {what}:</source>
        <translation>om tomt, {what}:</translation>
    </message>
    <message>
        <source>File name</source>
        <translation>Filens namn</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Titel</translation>
    </message>
</context>
<context>
    <name>LettersPage</name>
    <message>
        <source>Filter by number or code name</source>
        <translation>Filtrera på nummer eller kodnamn</translation>
    </message>
    <message>
        <source>New letters</source>
        <translation>Nya brev</translation>
    </message>
    <message>
        <source>Test page for window envelopes…</source>
        <translation>Provsida för fönsterkuvert…</translation>
    </message>
    <message>
        <source>Subject access extract…</source>
        <translation>Registerutdrag …</translation>
    </message>
    <message>
        <source>Letters</source>
        <translation>Brev</translation>
    </message>
    <message>
        <source>Every letter has an outcome.</source>
        <translation>Alla brev har ett utfall.</translation>
    </message>
    <message>
        <source>Every letter that is printed stands here with its number, and what became of it.</source>
        <translation>Här står varje brev som har skrivits ut, med sitt nummer och vad som blev av det.</translation>
    </message>
    <message>
        <source>Choose a letter to see what became of it.</source>
        <translation>Välj ett brev för att se vad som blev av det.</translation>
    </message>
    <message>
        <source>Which letters</source>
        <translation>Vilka brev</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Alla</translation>
    </message>
    <message>
        <source>Without an outcome</source>
        <translation>Utan utfall</translation>
    </message>
    <message>
        <source>Protected identity</source>
        <translation>Skyddade personuppgifter</translation>
    </message>
    <message>
        <source>No outcome yet</source>
        <translation>Inget utfall än</translation>
    </message>
    <message>
        <source>Note what became of it</source>
        <translation>Anteckna vad som blev av det</translation>
    </message>
    <message>
        <source>Destroyed</source>
        <translation>Förstört</translation>
    </message>
    <message>
        <source>Check a PDF…</source>
        <translation>Kontrollera en PDF …</translation>
    </message>
    <message>
        <source>The letter</source>
        <translation>Brevet</translation>
    </message>
    <message>
        <source>On its way</source>
        <translation>På väg</translation>
    </message>
    <message>
        <source>Not noted yet</source>
        <translation>Inte antecknat än</translation>
    </message>
    <message>
        <source>For checking</source>
        <translation>För kontroll</translation>
    </message>
    <message>
        <source>Noted</source>
        <translation>Antecknat</translation>
    </message>
    <message>
        <source>Check a PDF</source>
        <translation>Kontrollera en PDF</translation>
    </message>
    <message>
        <source>The file holds this letter, word for word.</source>
        <translation>Filen innehåller brevet, ord för ord.</translation>
    </message>
    <message>
        <source>The file does not hold this letter as it was made.</source>
        <translation>Filen innehåller inte brevet som det gjordes.</translation>
    </message>
</context>
<context>
    <name>MakingBar</name>
    <message>
        <source>This computer has no printer. Save as PDF instead.</source>
        <translation>Datorn har ingen skrivare. Spara som PDF i stället.</translation>
    </message>
    <message>
        <source>Print and enter in the register</source>
        <translation>Skriv ut och för in i registret</translation>
    </message>
    <message>
        <source>See the pages</source>
        <translation>Visa sidorna</translation>
    </message>
    <message>
        <source>Save as PDF…</source>
        <translation>Spara som PDF …</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Stäng</translation>
    </message>
    <message>
        <source>Stopped: {stopped}. Nothing is printed until each is settled or left out.</source>
        <translation>Stoppade: {stopped}. Inget skrivs ut förrän varje hinder är löst eller personen lämnad utanför.</translation>
    </message>
    <message>
        <source>Letters: {count}</source>
        <translation>Antal brev: {count}</translation>
    </message>
</context>
<context>
    <name>OrderForm</name>
    <message>
        <source>Person</source>
        <translation>Person</translation>
    </message>
    <message>
        <source>How many</source>
        <translation>Hur många</translation>
    </message>
    <message>
        <source>Each reader&apos;s own</source>
        <translation>Mottagarens eget</translation>
    </message>
    <message>
        <source>Real names on the list (noted in the log)</source>
        <translation>Riktiga namn på listan (antecknas i loggen)</translation>
    </message>
    <message>
        <source>Letter</source>
        <translation>Brev</translation>
    </message>
    <message>
        <source>For</source>
        <translation>Gäller</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Språk</translation>
    </message>
    <message>
        <source>Window of the envelope</source>
        <translation>Kuvertets fönster</translation>
    </message>
    <message>
        <source>Answer by (may be left empty)</source>
        <translation>Svara senast (kan lämnas tomt)</translation>
    </message>
    <message>
        <source>Answer by</source>
        <translation>Svara senast</translation>
    </message>
    <message>
        <source>Ground for giving it to the probation service</source>
        <translation>Grund för att lämna den till Frivården</translation>
    </message>
    <message>
        <source>Why it is needed and how interests were weighed</source>
        <translation>Varför den behövs och hur intressena vägdes</translation>
    </message>
    <message>
        <source>Not reviewed by a speaker: {languages}.</source>
        <translation>Inte granskat av någon som talar språket: {languages}.</translation>
    </message>
    <message>
        <source>Call-in</source>
        <translation>Call-in</translation>
    </message>
    <message>
        <source>One person</source>
        <translation>En person</translation>
    </message>
    <message>
        <source>Nobody in particular</source>
        <translation>Ingen särskild</translation>
    </message>
    <message>
        <source>Says nothing of its holder: no name, no sender, nothing about the work.</source>
        <translation>Säger inget om den som bär det: inget namn, ingen avsändare, inget om arbetet.</translation>
    </message>
    <message>
        <source>For those who must come because they are under supervision.</source>
        <translation>Till dem som måste komma för att de står under övervakning.</translation>
    </message>
    <message>
        <source>For those who come of their own free will.</source>
        <translation>Till dem som kommer frivilligt.</translation>
    </message>
    <message>
        <source>One to each guardian of everybody under 18.</source>
        <translation>Ett till varje vårdnadshavare för alla under 18 år.</translation>
    </message>
    <message>
        <source>For the probation service: only those who had to come and did not, or left early.</source>
        <translation>Till Frivården: bara de som skulle komma men uteblev eller gick i förtid.</translation>
    </message>
    <message>
        <source>What was said at the visit, to be read again; or, where nobody was met, what we wanted to say.</source>
        <translation>Det som sades vid besöket, att läsa igen. Eller det vi ville säga, om vi inte träffade personen.</translation>
    </message>
</context>
<context>
    <name>Printing</name>
    <message>
        <source>Printing</source>
        <translation>Skriver ut</translation>
    </message>
    <message>
        <source>Printing was cancelled.</source>
        <translation>Utskriften avbröts.</translation>
    </message>
    <message>
        <source>There is no printer called {name}.</source>
        <translation>Skrivaren {name} finns inte.</translation>
    </message>
    <message>
        <source>The printer did not take the pages.</source>
        <translation>Skrivaren tog inte emot sidorna.</translation>
    </message>
    <message>
        <source>The vault was locked while they were printed.</source>
        <translation>Valvet låstes medan de skrevs ut.</translation>
    </message>
</context>
<context>
    <name>Saving</name>
    <message>
        <source>Save as PDF</source>
        <translation>Spara som PDF</translation>
    </message>
    <message>
        <source>The file is not protected by the vault. It is noted as a disclosure, and the letters are entered in the register.</source>
        <translation>Filen skyddas inte av valvet. Den antecknas som ett utlämnande, och breven förs in i registret.</translation>
    </message>
</context>
<context>
    <name>TextList</name>
    <message>
        <source>Letter texts</source>
        <translation>Brevtexter</translation>
    </message>
    <message>
        <source>Wording</source>
        <translation>Ordalydelse</translation>
    </message>
</context>
<context>
    <name>TextTab</name>
    <message>
        <source>What the list shows</source>
        <translation>Vad listan visar</translation>
    </message>
    <message>
        <source>Register</source>
        <translation>Register</translation>
    </message>
    <message>
        <source>Letter texts</source>
        <translation>Brevtexter</translation>
    </message>
    <message>
        <source>Taken into use</source>
        <translation>Tagen i bruk</translation>
    </message>
    <message>
        <source>Thrown away</source>
        <translation>Slängt</translation>
    </message>
    <message>
        <source>The program&apos;s own text is in use</source>
        <translation>Programmets egen text är i bruk</translation>
    </message>
    <message>
        <source>Keep as draft</source>
        <translation>Spara som utkast</translation>
    </message>
    <message>
        <source>Kept as a draft</source>
        <translation>Sparat som utkast</translation>
    </message>
</context>
<context>
    <name>TextTools</name>
    <message>
        <source>What the line is</source>
        <translation>Vad raden är</translation>
    </message>
    <message>
        <source>Bold</source>
        <translation>Fetstil</translation>
    </message>
    <message>
        <source>Body</source>
        <translation>Brödtext</translation>
    </message>
    <message>
        <source>Heading</source>
        <translation>Rubrik</translation>
    </message>
    <message>
        <source>List</source>
        <translation>Lista</translation>
    </message>
    <message>
        <source>Framed</source>
        <translation>Inramat</translation>
    </message>
    <message>
        <source>Signature</source>
        <translation>Underskrift</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Titel</translation>
    </message>
    <message>
        <source>File name</source>
        <translation>Filens namn</translation>
    </message>
</context>
</TS>
