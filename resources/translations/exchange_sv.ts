<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="sv">
<context>
    <name>BundleList</name>
    <message>
        <source>What</source>
        <translation>Vad</translation>
    </message>
    <message>
        <source>Record</source>
        <translation>Post</translation>
    </message>
    <message>
        <source>For them</source>
        <translation>För dem</translation>
    </message>
    <message>
        <source>Fields</source>
        <translation>Fält</translation>
    </message>
    <message>
        <source>Became</source>
        <translation>Blev</translation>
    </message>
    <message>
        <source>Would be</source>
        <translation>Skulle bli</translation>
    </message>
    <message>
        <source>unknown here</source>
        <translation>okänt här</translation>
    </message>
    <message>
        <source>Named exception</source>
        <translation>Namngivet undantag</translation>
    </message>
    <message>
        <source>Had before</source>
        <translation>Har fått förut</translation>
    </message>
    <message>
        <source>New to them</source>
        <translation>Nytt för dem</translation>
    </message>
</context>
<context>
    <name>BundleSheet</name>
    <message>
        <source>Fields of the chosen record</source>
        <translation>Den valda postens fält</translation>
    </message>
    <message>
        <source>Show only</source>
        <translation>Visa bara</translation>
    </message>
    <message>
        <source>Filter by what it is called</source>
        <translation>Filtrera på vad det heter</translation>
    </message>
    <message>
        <source>nothing of it</source>
        <translation>inget av det</translation>
    </message>
</context>
<context>
    <name>BundlesTab</name>
    <message>
        <source>When</source>
        <translation>När</translation>
    </message>
    <message>
        <source>Contact</source>
        <translation>Kontakt</translation>
    </message>
    <message>
        <source>Records</source>
        <translation>Poster</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Läge</translation>
    </message>
    <message>
        <source>Bundles</source>
        <translation>Paket</translation>
    </message>
    <message>
        <source>Bundles that were sent or taken in are listed here.</source>
        <translation>Här listas paket som har skickats eller lästs in.</translation>
    </message>
    <message>
        <source>Left as they are: not the sender&apos;s to write</source>
        <translation>Lämnade som de är: avsändaren får inte ändra dem</translation>
    </message>
    <message>
        <source>Came once more</source>
        <translation>Kom igen</translation>
    </message>
    <message numerus="yes">
        <source>%n time(s)</source>
        <translation>
            <numerusform>%n gång</numerusform>
            <numerusform>%n gånger</numerusform>
        </translation>
    </message>
    <message>
        <source>A receipt holds no records: it only says which bundles were taken in.</source>
        <translation>Ett kvitto innehåller inga poster: det säger bara vilka paket som har lästs in.</translation>
    </message>
    <message>
        <source>It is being written. It is not called sent before it stands where you wanted it.</source>
        <translation>Det skrivs just nu. Det kallas inte skickat förrän det ligger där du ville ha det.</translation>
    </message>
    <message>
        <source>It did not get there, and nothing of it was handed out. Nothing is lost: the next one holds the same again.</source>
        <translation>Det kom inte fram, och inget av det har lämnats ut. Inget är förlorat: nästa paket innehåller samma sak igen.</translation>
    </message>
    <message>
        <source>Nobody knows whether it got there: the folder did not answer, or the program was ended. Look there. You can send again in any case: what they have already is not changed by it.</source>
        <translation>Det går inte att veta om det kom fram: mappen svarade inte, eller så avslutades programmet. Titta efter där. Du kan skicka igen i vilket fall: det som de redan har ändras inte av det.</translation>
    </message>
    <message>
        <source>No receipt has come yet. A lost bundle heals itself: the next one holds the same again.</source>
        <translation>Inget kvitto har kommit än. Tappas ett paket bort gör det inget: nästa innehåller samma sak igen.</translation>
    </message>
    <message>
        <source>It has arrived there. A receipt that says what became of it has not come yet.</source>
        <translation>Det har kommit fram. Kvittot som säger vad som blev av det har inte kommit än.</translation>
    </message>
    <message>
        <source>The other side says that it was taken in.</source>
        <translation>Den andra sidan har läst in det.</translation>
    </message>
    <message>
        <source>Nothing to do.</source>
        <translation>Inget att göra.</translation>
    </message>
    <message>
        <source>The other side did not take it in. Send it anew when the reason is gone.</source>
        <translation>Den andra sidan läste inte in det. Skicka på nytt när skälet är borta.</translation>
    </message>
    <message>
        <source>It was not taken in here. A receipt tells the sender why.</source>
        <translation>Det lästes inte in här. Ett kvitto berättar för avsändaren varför.</translation>
    </message>
    <message>
        <source>It has not come. Your next bundle or receipt asks for what is missing; nothing else to do.</source>
        <translation>Det har inte kommit. Ert nästa paket eller kvitto ber om det som saknas; inget annat att göra.</translation>
    </message>
    <message>
        <source>It came more than once. Nothing was changed the second time.</source>
        <translation>Det kom mer än en gång. Inget ändrades andra gången.</translation>
    </message>
    <message>
        <source>It held nothing newer than what was here. Nothing was overwritten.</source>
        <translation>Det innehöll inget nyare än det som fanns här. Inget skrevs över.</translation>
    </message>
    <message>
        <source>Two bundles claim the same part of the sender&apos;s log. Ask whether their vault was copied.</source>
        <translation>Två paket säger sig vara samma del av avsändarens logg. Fråga om deras valv har kopierats.</translation>
    </message>
    <message>
        <source>The sender has restored a backup. Everything came again, nothing is lost.</source>
        <translation>Avsändaren har återställt en säkerhetskopia. Allt kom på nytt, inget är förlorat.</translation>
    </message>
    <message>
        <source>Write a receipt…</source>
        <translation>Skriv ett kvitto …</translation>
    </message>
    <message>
        <source>Kept aside, not readable yet</source>
        <translation>Undanlagda, går inte att läsa än</translation>
    </message>
    <message>
        <source>Part of the log</source>
        <translation>Del av loggen</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Fil</translation>
    </message>
    <message>
        <source>Name of the bundle</source>
        <translation>Paketets beteckning</translation>
    </message>
</context>
<context>
    <name>CardCode</name>
    <message>
        <source>The card as a code</source>
        <translation>Kortet som kod</translation>
    </message>
    <message>
        <source>For another computer or telephone to photograph.</source>
        <translation>För en annan dator eller telefon att fotografera.</translation>
    </message>
</context>
<context>
    <name>Carrier</name>
    <message>
        <source>Making the bundle</source>
        <translation>Paketet görs i ordning</translation>
    </message>
    <message>
        <source>Nobody knows whether the file got there. It is listed as uncertain, and the next holds it again.</source>
        <translation>Det går inte att veta om filen kom fram. Den står som osäker i listan, och nästa innehåller samma sak igen.</translation>
    </message>
    <message>
        <source>Cancelled. Nothing was written.</source>
        <translation>Avbrutet. Inget har skrivits.</translation>
    </message>
    <message>
        <source>Reading the file</source>
        <translation>Filen läses</translation>
    </message>
    <message>
        <source>Writing to {folder}</source>
        <translation>Skriver till {folder}</translation>
    </message>
    <message>
        <source>The folder {folder} does not answer. Everything else goes on; you can wait, or cancel.</source>
        <translation>Mappen {folder} svarar inte. Allt annat fungerar som vanligt; du kan vänta eller avbryta.</translation>
    </message>
</context>
<context>
    <name>ConflictsTab</name>
    <message>
        <source>What</source>
        <translation>Vad</translation>
    </message>
    <message>
        <source>Record</source>
        <translation>Post</translation>
    </message>
    <message>
        <source>Field</source>
        <translation>Fält</translation>
    </message>
    <message>
        <source>Conflicts</source>
        <translation>Konflikter</translation>
    </message>
    <message>
        <source>No conflicts. What both sides changed is shown here to choose from.</source>
        <translation>Inga konflikter. Det som båda har ändrat visas här, så att någon kan välja.</translation>
    </message>
    <message>
        <source>Both sides changed this. Both versions are kept until one is chosen.</source>
        <translation>Båda har ändrat det här. Båda versionerna finns kvar tills en har valts.</translation>
    </message>
    <message>
        <source>Open the record</source>
        <translation>Öppna posten</translation>
    </message>
    <message>
        <source>The values tell who or where somebody is, and are hidden until you ask for them. Showing them is entered in the history; then you can choose.</source>
        <translation>Värdena säger vem någon är eller var personen finns, och är dolda tills du ber om dem. Att de visas skrivs i loggen; sedan kan du välja.</translation>
    </message>
    <message>
        <source>Show the values</source>
        <translation>Visa värdena</translation>
    </message>
    <message>
        <source>An office that is not among the contacts</source>
        <translation>Ett kontor som inte finns bland kontakterna</translation>
    </message>
    <message>
        <source>{office} (we)</source>
        <translation>{office} (vi)</translation>
    </message>
    <message>
        <source>received from {name}</source>
        <translation>mottaget från {name}</translation>
    </message>
    <message>
        <source>Take this</source>
        <translation>Välj den här</translation>
    </message>
    <message>
        <source>Take this ({key})</source>
        <translation>Ta detta ({key})</translation>
    </message>
    <message>
        <source>Empty</source>
        <translation>Tomt</translation>
    </message>
    <message>
        <source>Chosen</source>
        <translation>Valt</translation>
    </message>
    <message>
        <source>In the list</source>
        <translation>Finns med</translation>
    </message>
    <message>
        <source>Not in the list</source>
        <translation>Finns inte med</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>Ja</translation>
    </message>
    <message>
        <source>No</source>
        <translation>Nej</translation>
    </message>
</context>
<context>
    <name>ContactsTab</name>
    <message>
        <source>Name</source>
        <translation>Namn</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Läge</translation>
    </message>
    <message>
        <source>Contacts</source>
        <translation>Kontakter</translation>
    </message>
    <message>
        <source>Our own card</source>
        <translation>Vårt eget kort</translation>
    </message>
    <message>
        <source>Paste a card</source>
        <translation>Klistra in ett kort</translation>
    </message>
    <message>
        <source>Add a card</source>
        <translation>Lägg till ett kort</translation>
    </message>
    <message>
        <source>Colleagues you exchange encrypted bundles with. Begin with the card of one of them.</source>
        <translation>Kollegor som ni utbyter krypterade paket med. Börja med kortet från en av dem.</translation>
    </message>
    <message>
        <source>Send a bundle</source>
        <translation>Skicka ett paket</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Ändra</translation>
    </message>
    <message>
        <source>Receipts, recalls, answers and changed keys in one file; no record leaves.</source>
        <translation>Kvitton, återkallelser, svar och bytta nycklar i en fil; inga poster lämnas ut.</translation>
    </message>
    <message>
        <source>Save what they should know…</source>
        <translation>Spara besked till dem …</translation>
    </message>
    <message>
        <source>Revoke…</source>
        <translation>Spärra …</translation>
    </message>
    <message>
        <source>Nothing goes to this contact any more. Ask for a new card to begin again.</source>
        <translation>Inget skickas längre till den här kontakten. Be om ett nytt kort för att börja om.</translation>
    </message>
    <message>
        <source>Nothing goes to this contact after {date}. Make sure that the same person still has these keys, then choose Change and set a later day.</source>
        <translation>Inget skickas till den här kontakten efter {date}. Kontrollera att samma person fortfarande har nycklarna, välj sedan Ändra och ange ett senare datum.</translation>
    </message>
    <message>
        <source>Twelve words to compare</source>
        <translation>Tolv ord att jämföra</translation>
    </message>
    <message>
        <source>Read the words to each other, in person or by phone to a number you already had. Nothing can be sent until they have been compared.</source>
        <translation>Läs orden för varandra, på plats eller i telefon på ett nummer ni redan hade. Inget kan skickas förrän de har jämförts.</translation>
    </message>
    <message>
        <source>Same words, compared in person</source>
        <translation>Samma ord, jämförda på plats</translation>
    </message>
    <message>
        <source>Same words, compared by phone</source>
        <translation>Samma ord, jämförda i telefon</translation>
    </message>
    <message>
        <source>{day}, {how}, by {name}</source>
        <translation>{day}, {how}, av {name}</translation>
    </message>
    <message>
        <source>What the contact may receive</source>
        <translation>Vad kontakten får ta emot</translation>
    </message>
    <message>
        <source>Latest bundles</source>
        <translation>Senaste paketen</translation>
    </message>
    <message>
        <source>To them</source>
        <translation>Till dem</translation>
    </message>
    <message>
        <source>From them</source>
        <translation>Från dem</translation>
    </message>
    <message>
        <source>Records: {count}</source>
        <translation>Poster: {count}</translation>
    </message>
    <message>
        <source>None yet.</source>
        <translation>Inga än.</translation>
    </message>
    <message>
        <source>Verified</source>
        <translation>Kontrollerad</translation>
    </message>
    <message>
        <source>Revoke {name}?</source>
        <translation>Spärra {name}?</translation>
    </message>
    <message>
        <source>Nothing is sent to these keys any more, and bundles signed from today on are refused.</source>
        <translation>Inget skickas längre till de här nycklarna, och paket som signeras från och med i dag avvisas.</translation>
    </message>
    <message>
        <source>Revoke</source>
        <translation>Spärra</translation>
    </message>
    <message>
        <source>Revoked</source>
        <translation>Spärrad</translation>
    </message>
</context>
<context>
    <name>DisclosuresTab</name>
    <message>
        <source>To or from</source>
        <translation>Till eller från</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Läge</translation>
    </message>
    <message>
        <source>To answer</source>
        <translation>Att besvara</translation>
    </message>
    <message>
        <source>Recalled</source>
        <translation>Återkallat</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>Mottaget</translation>
    </message>
    <message>
        <source>Given</source>
        <translation>Lämnat</translation>
    </message>
    <message>
        <source>Disclosures</source>
        <translation>Utlämnanden</translation>
    </message>
    <message>
        <source>Note a spoken disclosure</source>
        <translation>Anteckna ett muntligt utlämnande</translation>
    </message>
    <message>
        <source>Every bundle, print and file that leaves is entered here, and what is told to others.</source>
        <translation>Här antecknas varje paket, utskrift och fil som lämnas ut, och det som berättas för andra.</translation>
    </message>
    <message>
        <source>Recall…</source>
        <translation>Återkalla …</translation>
    </message>
    <message>
        <source>{name} recalls it: {why}</source>
        <translation>{name} återkallar det: {why}</translation>
    </message>
    <message>
        <source>Answer the recall…</source>
        <translation>Besvara återkallelsen …</translation>
    </message>
</context>
<context>
    <name>ExchangeForms</name>
    <message>
        <source>What the contact may receive</source>
        <translation>Vad kontakten får ta emot</translation>
    </message>
    <message>
        <source>A wider clearance sends all that is in it. A narrower one fetches nothing back.</source>
        <translation>Ett vidare tillstånd skickar allt som ryms i det. Ett snävare hämtar inte tillbaka något.</translation>
    </message>
    <message>
        <source>Change the contact</source>
        <translation>Ändra kontakten</translation>
    </message>
    <message>
        <source>On what ground</source>
        <translation>På vilken grund</translation>
    </message>
    <message>
        <source>Note a spoken disclosure</source>
        <translation>Anteckna ett muntligt utlämnande</translation>
    </message>
    <message>
        <source>The entry stays in the register. Tell {name} as well: what has left cannot be fetched back.</source>
        <translation>Anteckningen står kvar i registret. Hör av dig till {name} också: det som har lämnats ut går inte att hämta tillbaka.</translation>
    </message>
    <message>
        <source>Recall the disclosure</source>
        <translation>Återkalla utlämnandet</translation>
    </message>
    <message>
        <source>Recall</source>
        <translation>Återkalla</translation>
    </message>
    <message>
        <source>{name} asks you to take this away: {why} The next bundle or receipt to {name} tells the answer.</source>
        <translation>{name} ber er ta bort det här: {why} Nästa paket eller kvitto till {name} berättar svaret.</translation>
    </message>
    <message>
        <source>Answer the recall</source>
        <translation>Besvara återkallelsen</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>Svara</translation>
    </message>
    <message>
        <source>The recovery words of the lost vault declare the keys on its card invalid. Your bundles tell every colleague, and it cannot be undone.</source>
        <translation>Återställningsorden för det förlorade valvet spärrar nycklarna på dess kort. Era paket berättar det för alla kollegor, och det kan inte ångras.</translation>
    </message>
    <message>
        <source>Revoke the keys of a lost vault</source>
        <translation>Spärra nycklarna till ett förlorat valv</translation>
    </message>
    <message>
        <source>Revoke</source>
        <translation>Spärra</translation>
    </message>
</context>
<context>
    <name>ExchangePage</name>
    <message>
        <source>Add a card</source>
        <translation>Lägg till ett kort</translation>
    </message>
    <message>
        <source>Exchange</source>
        <translation>Utbyte</translation>
    </message>
    <message>
        <source>Parts of the exchange</source>
        <translation>Delar av utbytet</translation>
    </message>
    <message>
        <source>Contacts</source>
        <translation>Kontakter</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>Skicka</translation>
    </message>
    <message>
        <source>Receive</source>
        <translation>Ta emot</translation>
    </message>
    <message>
        <source>Exchange folder</source>
        <translation>Utbytesmapp</translation>
    </message>
    <message>
        <source>Conflicts</source>
        <translation>Konflikter</translation>
    </message>
    <message>
        <source>Bundles</source>
        <translation>Paket</translation>
    </message>
    <message>
        <source>Disclosures</source>
        <translation>Utlämnanden</translation>
    </message>
    <message>
        <source>Contact cards and pictures of them (*.card *.png *.jpg *.jpeg *.webp);;All files (*)</source>
        <translation>Kontaktkort och bilder av dem (*.card *.png *.jpg *.jpeg *.webp);;Alla filer (*)</translation>
    </message>
    <message>
        <source>Contact cards (*.card);;All files (*)</source>
        <translation>Kontaktkort (*.card);;Alla filer (*)</translation>
    </message>
    <message>
        <source>Receipt put into the exchange folder</source>
        <translation>Kvittot ligger i utbytesmappen</translation>
    </message>
    <message>
        <source>Card added. Compare the twelve words before anything is sent.</source>
        <translation>Kortet är tillagt. Jämför de tolv orden innan något skickas.</translation>
    </message>
    <message>
        <source>The card of the lost vault</source>
        <translation>Kortet till det förlorade valvet</translation>
    </message>
    <message>
        <source>Save our card</source>
        <translation>Spara vårt kort</translation>
    </message>
    <message>
        <source>Contact cards (*.card)</source>
        <translation>Kontaktkort (*.card)</translation>
    </message>
    <message>
        <source>Card saved</source>
        <translation>Kortet är sparat</translation>
    </message>
    <message>
        <source>Save what they should know</source>
        <translation>Spara besked till dem</translation>
    </message>
    <message>
        <source>Saved</source>
        <translation>Sparat</translation>
    </message>
    <message>
        <source>Write a receipt</source>
        <translation>Skriv ett kvitto</translation>
    </message>
    <message>
        <source>Encrypted bundles (*.age)</source>
        <translation>Krypterade paket (*.age)</translation>
    </message>
    <message>
        <source>Receipt written</source>
        <translation>Kvittot är skrivet</translation>
    </message>
</context>
<context>
    <name>FolderList</name>
    <message>
        <source>Bundles in the exchange folder</source>
        <translation>Paket i utbytesmappen</translation>
    </message>
    <message>
        <source>No bundle lies here. What is put here is listed by itself.</source>
        <translation>Här ligger inget paket. Det som läggs här visas av sig självt.</translation>
    </message>
    <message>
        <source>Verified</source>
        <translation>Kontrollerad</translation>
    </message>
    <message>
        <source>Not verified</source>
        <translation>Inte kontrollerad</translation>
    </message>
    <message>
        <source>Records</source>
        <translation>Poster</translation>
    </message>
    <message>
        <source>Written by</source>
        <translation>Skrivet av</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Fil</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>Filer</translation>
    </message>
    <message>
        <source>Deleted from the exchange folder</source>
        <translation>Borttaget ur utbytesmappen</translation>
    </message>
    <message>
        <source>It is still being written or carried here. It is read once it has been still.</source>
        <translation>Det skrivs eller flyttas hit just nu. Det läses när filen har varit stilla en stund.</translation>
    </message>
    <message>
        <source>It is damaged or not all here yet. If it stays so, ask for it to be sent again.</source>
        <translation>Det är skadat, eller allt har inte kommit än. Om det förblir så: be att få det skickat igen.</translation>
    </message>
    <message>
        <source>Let it lie: whoever it is for may not have read it yet.</source>
        <translation>Låt det ligga: den som det är till har kanske inte läst det än.</translation>
    </message>
    <message>
        <source>Taken in on {date}.</source>
        <translation>Inläst {date}.</translation>
    </message>
    <message>
        <source>Everybody it is for has said that it was taken in. It is no longer needed here.</source>
        <translation>Alla som det är till har kvitterat att det är inläst. Det behövs inte längre här.</translation>
    </message>
    <message>
        <source>No receipt from everybody it is for yet. Let it lie.</source>
        <translation>Alla som det är till har inte kvitterat än. Låt det ligga.</translation>
    </message>
    <message>
        <source>It lies here in {count} files; it is one bundle.</source>
        <translation>Det ligger här i {count} filer, men är ett enda paket.</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Öppna</translation>
    </message>
    <message>
        <source>Add a card…</source>
        <translation>Lägg till ett kort …</translation>
    </message>
    <message>
        <source>Put a receipt into the folder</source>
        <translation>Lägg ett kvitto i mappen</translation>
    </message>
    <message>
        <source>Delete from the folder</source>
        <translation>Ta bort ur mappen</translation>
    </message>
</context>
<context>
    <name>FolderTab</name>
    <message>
        <source>State</source>
        <translation>Läge</translation>
    </message>
    <message>
        <source>Bundle</source>
        <translation>Paket</translation>
    </message>
    <message>
        <source>When</source>
        <translation>När</translation>
    </message>
    <message>
        <source>From {name}</source>
        <translation>Från {name}</translation>
    </message>
    <message>
        <source>To {names}</source>
        <translation>Till {names}</translation>
    </message>
    <message>
        <source>Put what has been read into the subfolder {name}</source>
        <translation>Flytta det som är inläst till undermappen {name}</translation>
    </message>
    <message>
        <source>A folder that Syncthing, Nextcloud or a file share carries between offices. Bundles are put there encrypted, and those of colleagues are offered to you when they come. The program itself sends nothing.</source>
        <translation>En mapp som Syncthing, Nextcloud eller en delad filyta flyttar mellan kontoren. Paket läggs dit krypterade, och kollegors paket visas för dig när de kommer. Programmet skickar inget själv.</translation>
    </message>
    <message>
        <source>Choose the folder…</source>
        <translation>Välj mappen …</translation>
    </message>
    <message>
        <source>Choose the exchange folder</source>
        <translation>Välj utbytesmappen</translation>
    </message>
    <message>
        <source>Look now</source>
        <translation>Titta efter nu</translation>
    </message>
    <message>
        <source>Another folder…</source>
        <translation>Annan mapp …</translation>
    </message>
    <message>
        <source>Stop watching</source>
        <translation>Sluta bevaka</translation>
    </message>
    <message>
        <source>Watched: {path}</source>
        <translation>Bevakas: {path}</translation>
    </message>
</context>
<context>
    <name>OwnKeys</name>
    <message>
        <source>Our own card</source>
        <translation>Vårt eget kort</translation>
    </message>
    <message>
        <source>Give the card to a colleague as a file, as a page, or let them photograph the code below: it is public. Then read the twelve words to each other, in person or by phone. They must be the same on both screens.</source>
        <translation>Ge kortet till en kollega som fil eller på papper, eller låt kollegan fotografera koden här nedanför: det är offentligt. Läs sedan de tolv orden för varandra, när ni ses eller på telefon. De ska vara likadana på båda skärmarna.</translation>
    </message>
    <message>
        <source>Save as a file…</source>
        <translation>Spara som fil …</translation>
    </message>
    <message>
        <source>Save a page to print…</source>
        <translation>Spara en sida att skriva ut …</translation>
    </message>
    <message>
        <source>Save the code as a picture…</source>
        <translation>Spara koden som bild …</translation>
    </message>
    <message>
        <source>The words of our keys</source>
        <translation>Orden för våra nycklar</translation>
    </message>
    <message>
        <source>The card as a code</source>
        <translation>Kortet som kod</translation>
    </message>
    <message>
        <source>The colleague photographs it and chooses the picture under Exchange, Contacts, Add a card.</source>
        <translation>Kollegan fotograferar den och väljer bilden under Utbyte, Kontakter, Lägg till ett kort.</translation>
    </message>
    <message>
        <source>If something has happened to the keys</source>
        <translation>Om något har hänt med nycklarna</translation>
    </message>
    <message>
        <source>New keys can be made at any time: the old ones vouch for them, and colleagues follow with the next bundle. Keys that may be in wrong hands are revoked instead, and every colleague needs the new card.</source>
        <translation>Nya nycklar kan göras när som helst: de gamla intygar dem, och kollegorna följer med vid nästa paket. Nycklar som kan ha hamnat i fel händer spärras i stället, och då behöver varje kollega det nya kortet.</translation>
    </message>
    <message>
        <source>Make new keys…</source>
        <translation>Byt nycklar …</translation>
    </message>
    <message>
        <source>Revoke our keys…</source>
        <translation>Spärra våra nycklar …</translation>
    </message>
    <message>
        <source>Another vault is lost…</source>
        <translation>Ett annat valv är förlorat …</translation>
    </message>
    <message>
        <source>Declared of our keys</source>
        <translation>Besked om våra nycklar</translation>
    </message>
    <message>
        <source>Save the revocation as a file…</source>
        <translation>Spara spärrningen som fil …</translation>
    </message>
    <message>
        <source>Save a page to print</source>
        <translation>Spara en sida att skriva ut</translation>
    </message>
    <message>
        <source>contact card</source>
        <translation>kontaktkort</translation>
    </message>
    <message>
        <source>Pages (*.pdf)</source>
        <translation>Sidor (*.pdf)</translation>
    </message>
    <message>
        <source>Save the code as a picture</source>
        <translation>Spara koden som bild</translation>
    </message>
    <message>
        <source>Pictures (*.png)</source>
        <translation>Bilder (*.png)</translation>
    </message>
    <message>
        <source>Card saved</source>
        <translation>Kortet är sparat</translation>
    </message>
    <message>
        <source>Make new keys?</source>
        <translation>Byta nycklar?</translation>
    </message>
    <message>
        <source>The twelve words become others. Colleagues follow by themselves with your next bundle. Make a backup afterwards: an older one holds the old keys. It cannot be undone.</source>
        <translation>De tolv orden blir andra. Kollegorna följer med av sig själva vid ert nästa paket. Ta en säkerhetskopia efteråt: en äldre har de gamla nycklarna. Det går inte att ångra.</translation>
    </message>
    <message>
        <source>Make new keys</source>
        <translation>Byt nycklar</translation>
    </message>
    <message>
        <source>New keys made</source>
        <translation>Nycklarna är bytta</translation>
    </message>
    <message>
        <source>Revoke our keys?</source>
        <translation>Spärra våra nycklar?</translation>
    </message>
    <message>
        <source>Bundles signed with them from now on are refused by every colleague who hears of it. New keys take their place, and each colleague must be given the new card and compare its words. It cannot be undone.</source>
        <translation>Paket som signeras med dem från och med nu avvisas av alla kollegor som får veta det. Nya nycklar tar deras plats, och varje kollega måste få det nya kortet och jämföra orden. Det kan inte ångras.</translation>
    </message>
    <message>
        <source>Revoke</source>
        <translation>Spärra</translation>
    </message>
    <message>
        <source>Keys revoked. Give every colleague the new card.</source>
        <translation>Nycklarna är spärrade. Ge varje kollega det nya kortet.</translation>
    </message>
    <message>
        <source>Declarations about keys (*.card)</source>
        <translation>Besked om nycklar (*.card)</translation>
    </message>
    <message>
        <source>Save the revocation</source>
        <translation>Spara spärrningen</translation>
    </message>
    <message>
        <source>Revocation saved</source>
        <translation>Spärrningen är sparad</translation>
    </message>
    <message>
        <source>Keys declared invalid</source>
        <translation>Nycklarna spärrade</translation>
    </message>
    <message>
        <source>New recovery words for the old ones</source>
        <translation>Nya återställningsord i stället för de gamla</translation>
    </message>
    <message>
        <source>New keys, vouched for by the old ones</source>
        <translation>Nya nycklar, intygade av de gamla</translation>
    </message>
</context>
<context>
    <name>ReceiveTab</name>
    <message>
        <source>Records of the bundle</source>
        <translation>Paketets poster</translation>
    </message>
    <message>
        <source>Choose a bundle you were given. First you see who it is from and what it would change.</source>
        <translation>Välj ett paket du har fått. Först visas vem det kommer från och vad det skulle ändra.</translation>
    </message>
    <message>
        <source>Choose a bundle…</source>
        <translation>Välj ett paket …</translation>
    </message>
    <message>
        <source>Choose a bundle</source>
        <translation>Välj ett paket</translation>
    </message>
    <message>
        <source>Encrypted bundles (*.age)</source>
        <translation>Krypterade paket (*.age)</translation>
    </message>
    <message>
        <source>Take in from an unverified contact?</source>
        <translation>Läsa in från en kontakt som inte är kontrollerad?</translation>
    </message>
    <message>
        <source>The keys of {name} have not been compared. The bundle is signed with them, but it may come from somebody else. Compare the twelve words first if you can.</source>
        <translation>Nycklarna för {name} har inte jämförts. Paketet är signerat med dem, men det kan komma från någon annan. Jämför de tolv orden först om du kan.</translation>
    </message>
    <message>
        <source>{name} has declared the key that signed it invalid. Somebody else may have made the bundle and written an earlier day in it. Ask {name} first, by phone to a number you already had.</source>
        <translation>{name} har spärrat nyckeln som signerade det. Någon annan kan ha gjort paketet och skrivit en tidigare dag i det. Fråga {name} först, på ett telefonnummer ni redan hade.</translation>
    </message>
    <message>
        <source>Take in although its key does not count?</source>
        <translation>Läsa in fast nyckeln inte gäller?</translation>
    </message>
    <message>
        <source>Take in this time</source>
        <translation>Läs in den här gången</translation>
    </message>
    <message>
        <source>Taken in</source>
        <translation>Inläst</translation>
    </message>
    <message>
        <source>The bundle was not taken in</source>
        <translation>Paketet lästes inte in</translation>
    </message>
    <message>
        <source>Choose another…</source>
        <translation>Välj ett annat …</translation>
    </message>
    <message>
        <source>written {time} by {user}</source>
        <translation>skrivet {time} av {user}</translation>
    </message>
    <message>
        <source>Receipt from {name}</source>
        <translation>Kvitto från {name}</translation>
    </message>
    <message>
        <source>From {name}</source>
        <translation>Från {name}</translation>
    </message>
    <message>
        <source>Verified</source>
        <translation>Kontrollerad</translation>
    </message>
    <message>
        <source>Not verified</source>
        <translation>Inte kontrollerad</translation>
    </message>
    <message>
        <source>It holds no records. Bundles of yours it speaks of: {count}.</source>
        <translation>Det innehåller inga poster. Paket från er som det berättar om: {count}.</translation>
    </message>
    <message>
        <source>All records</source>
        <translation>Alla poster</translation>
    </message>
    <message>
        <source>The folder {folder} does not answer. Everything else goes on; you can cancel and try again.</source>
        <translation>Mappen {folder} svarar inte. Allt annat fungerar; du kan avbryta och försöka igen.</translation>
    </message>
    <message>
        <source>Reading the file</source>
        <translation>Läser filen</translation>
    </message>
    <message>
        <source>Opening the bundle</source>
        <translation>Öppnar paketet</translation>
    </message>
    <message>
        <source>Taking in the bundle</source>
        <translation>Tar in paketet</translation>
    </message>
    <message>
        <source>Cancelled. Nothing was changed.</source>
        <translation>Avbrutet. Inget har ändrats.</translation>
    </message>
    <message>
        <source>Add a card…</source>
        <translation>Lägg till ett kort …</translation>
    </message>
    <message>
        <source>What it has done</source>
        <translation>Vad det har gjort</translation>
    </message>
    <message>
        <source>What it would do</source>
        <translation>Vad det skulle göra</translation>
    </message>
    <message>
        <source>Verified: {how}, {date}</source>
        <translation>Kontrollerad: {how}, {date}</translation>
    </message>
    <message>
        <source>Disclosed to you</source>
        <translation>Utlämnat till er</translation>
    </message>
    <message>
        <source>Taking it in binds you to the conditions. They stay with every record it brings.</source>
        <translation>Om du tar in det är du bunden av villkoren. De följer med varje post som kommer in.</translation>
    </message>
    <message>
        <source>Take in</source>
        <translation>Läs in</translation>
    </message>
    <message>
        <source>Settle the conflicts</source>
        <translation>Avgör konflikterna</translation>
    </message>
    <message>
        <source>Write a receipt…</source>
        <translation>Skriv ett kvitto …</translation>
    </message>
    <message>
        <source>New: {count}</source>
        <translation>Nya: {count}</translation>
    </message>
    <message>
        <source>Changed: {count}</source>
        <translation>Ändrade: {count}</translation>
    </message>
    <message>
        <source>Unchanged: {count}</source>
        <translation>Oförändrade: {count}</translation>
    </message>
    <message>
        <source>In conflict: {count}</source>
        <translation>I konflikt: {count}</translation>
    </message>
    <message>
        <source>Not allowed: {count}</source>
        <translation>Inte tillåtna: {count}</translation>
    </message>
    <message>
        <source>Erased: {count}</source>
        <translation>Raderade: {count}</translation>
    </message>
    <message>
        <source>Kept aside: {count}</source>
        <translation>Undanlagda: {count}</translation>
    </message>
    <message>
        <source>With fields withheld: {count}</source>
        <translation>Med undanhållna fält: {count}</translation>
    </message>
    <message>
        <source>Everything in it is here already.</source>
        <translation>Allt i paketet finns redan här.</translation>
    </message>
    <message>
        <source>What a later version wrote is kept whole until this program can read it.</source>
        <translation>Det som en nyare version har skrivit sparas orört tills det här programmet kan läsa det.</translation>
    </message>
    <message>
        <source>Withheld is not empty: choose a record to read which of its fields were not handed out.</source>
        <translation>Undanhållet är inte tomt: välj en post för att läsa vilka av dess fält som inte lämnats ut.</translation>
    </message>
    <message>
        <source>What the sender may not write here is left as it is.</source>
        <translation>Det som avsändaren inte får skriva här lämnas som det är.</translation>
    </message>
</context>
<context>
    <name>SendTab</name>
    <message>
        <source>Records that would leave</source>
        <translation>Poster som skulle lämnas ut</translation>
    </message>
    <message>
        <source>All kinds</source>
        <translation>Alla slag</translation>
    </message>
    <message>
        <source>Show what would leave</source>
        <translation>Visa vad som lämnas ut</translation>
    </message>
    <message>
        <source>Choose the call-ins or rounds it is about, or tick that everything may leave.</source>
        <translation>Välj vilka call-ins eller omgångar det gäller, eller kryssa för att allt får lämnas ut.</translation>
    </message>
    <message>
        <source>Looking at what would leave</source>
        <translation>Ser efter vad som skulle lämnas ut</translation>
    </message>
    <message>
        <source>Write the bundle</source>
        <translation>Skriv paketet</translation>
    </message>
    <message>
        <source>Encrypted bundles (*.age)</source>
        <translation>Krypterade paket (*.age)</translation>
    </message>
    <message>
        <source>To</source>
        <translation>Till</translation>
    </message>
    <message>
        <source>Verified contacts only. Press ↓ for the list.</source>
        <translation>Bara kontrollerade kontakter. Tryck ↓ för listan.</translation>
    </message>
    <message>
        <source>Only these parts</source>
        <translation>Bara dessa delar</translation>
    </message>
    <message>
        <source>None ticked: everything the contact may receive.</source>
        <translation>Inget valt: allt som kontakten får ta emot.</translation>
    </message>
    <message>
        <source>Only these call-ins</source>
        <translation>Bara dessa call-ins</translation>
    </message>
    <message>
        <source>Empty: not narrowed to call-ins.</source>
        <translation>Tomt: inte begränsat till vissa call-ins.</translation>
    </message>
    <message>
        <source>Only these rounds</source>
        <translation>Bara dessa omgångar</translation>
    </message>
    <message>
        <source>Empty: not narrowed to rounds.</source>
        <translation>Tomt: inte begränsat till omgångar.</translation>
    </message>
    <message>
        <source>Not only chosen call-ins and rounds</source>
        <translation>Inte bara valda call-ins och omgångar</translation>
    </message>
    <message>
        <source>Everything within the contact&apos;s clearance leaves.</source>
        <translation>Allt inom kontaktens behörighet lämnas ut.</translation>
    </message>
    <message>
        <source>Only what came after the last bundle</source>
        <translation>Bara det som tillkommit efter förra paketet</translation>
    </message>
    <message>
        <source>Smaller, but a bundle that was lost leaves a gap.</source>
        <translation>Mindre, men ett borttappat paket lämnar en lucka.</translation>
    </message>
    <message>
        <source>Protected people, named one by one</source>
        <translation>Skyddade personer, namngivna en och en</translation>
    </message>
    <message>
        <source>Nothing about them leaves otherwise. Each needs a ground and a weighing of its own.</source>
        <translation>Annars lämnas inget om dem ut. Var och en kräver en egen grund och avvägning.</translation>
    </message>
    <message>
        <source>Disclosure</source>
        <translation>Utlämnande</translation>
    </message>
    <message>
        <source>Needed for another agency and for protected people. Both sides register it, and the receiver reads the ground, the weighing and the conditions.</source>
        <translation>Krävs för en annan myndighet och för skyddade personer. Båda sidor för in det i registret, och mottagaren läser grunden, avvägningen och villkoren.</translation>
    </message>
    <message>
        <source>Nothing leaves before you have seen it</source>
        <translation>Inget lämnas ut innan du har sett det</translation>
    </message>
    <message>
        <source>Choose who it is for, then look at every record and field that would leave. Only then a file is written, encrypted so that nobody but the recipients can open it.</source>
        <translation>Välj vem det är till och se sedan varje post och fält som skulle lämna valvet. Först därefter skrivs en fil, krypterad så att bara mottagarna kan öppna den.</translation>
    </message>
    <message>
        <source>To {names}</source>
        <translation>Till {names}</translation>
    </message>
    <message>
        <source>Records kept back because they concern people with protected identity: {count}.</source>
        <translation>Poster som hålls kvar eftersom de rör personer med skyddade personuppgifter: {count}.</translation>
    </message>
    <message>
        <source>Erasures that go along, without anything of what was erased: {count}.</source>
        <translation>Raderingar som följer med, utan något av det raderade: {count}.</translation>
    </message>
    <message>
        <source>Nothing new for them. A bundle would only say what you have taken in.</source>
        <translation>Inget nytt för dem. Ett paket skulle bara tala om vad ni har läst in.</translation>
    </message>
    <message>
        <source>This is a disclosure to another agency and is entered in the register.</source>
        <translation>Det här är ett utlämnande till en annan aktör och antecknas i registret.</translation>
    </message>
    <message>
        <source>They have had {known} of {all} records before; these go again with what has changed.</source>
        <translation>De har fått {known} av {all} poster förut; dessa går igen med det som har ändrats.</translation>
    </message>
    <message>
        <source>Write bundle…</source>
        <translation>Skriv paketet …</translation>
    </message>
    <message>
        <source>Put it into the exchange folder</source>
        <translation>Lägg det i utbytesmappen</translation>
    </message>
    <message>
        <source>Links to groups kept back until a second user has approved them: {count}.</source>
        <translation>Kopplingar till grupper som hålls kvar tills en andra användare har godkänt dem: {count}.</translation>
    </message>
    <message>
        <source>Handed out to them before</source>
        <translation>Utlämnat till dem förut</translation>
    </message>
    <message>
        <source>Nothing yet.</source>
        <translation>Inget ännu.</translation>
    </message>
    <message>
        <source>recalled {date}</source>
        <translation>återkallat {date}</translation>
    </message>
    <message>
        <source>Bundle written: {name}</source>
        <translation>Paketet är skrivet: {name}</translation>
    </message>
</context>
<context>
    <name>SideTab</name>
    <message>
        <source>Choose a line to read it here.</source>
        <translation>Välj en rad för att läsa den här.</translation>
    </message>
</context>
</TS>
