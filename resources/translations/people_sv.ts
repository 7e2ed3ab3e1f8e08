<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="sv">
<context>
    <name>ClockForms</name>
    <message>
        <source>While somebody is in custody the clock stands still: the days are not counted, both included.</source>
        <translation>Så länge någon är frihetsberövad står fristen still: dagarna räknas inte, varken den första eller den sista.</translation>
    </message>
    <message>
        <source>Change the pause</source>
        <translation>Ändra pausen</translation>
    </message>
    <message>
        <source>Note custody</source>
        <translation>Anteckna frihetsberövande</translation>
    </message>
    <message>
        <source>A new ground starts the clock anew from its day. The hard limit stays where it is.</source>
        <translation>En ny grund startar fristen på nytt från sin dag. Den längsta tiden ligger kvar.</translation>
    </message>
    <message>
        <source>Extend on a new ground</source>
        <translation>Förläng på ny grund</translation>
    </message>
</context>
<context>
    <name>ClockSheet</name>
    <message>
        <source>How long it is kept</source>
        <translation>Hur länge uppgifterna sparas</translation>
    </message>
    <message>
        <source>No regime</source>
        <translation>Ingen gallringsregel</translation>
    </message>
    <message>
        <source>Nothing says how long. An administrator adds a regime under Office, Retention.</source>
        <translation>Inget säger hur länge. En administratör lägger till en gallringsregel under Kontor, Gallring.</translation>
    </message>
    <message>
        <source>The clock stands still</source>
        <translation>Fristen står still</translation>
    </message>
    <message>
        <source>The time is up</source>
        <translation>Tiden är ute</translation>
    </message>
    <message>
        <source>Note custody</source>
        <translation>Anteckna frihetsberövande</translation>
    </message>
    <message>
        <source>Extend on a new ground</source>
        <translation>Förläng på ny grund</translation>
    </message>
    <message>
        <source>{end}, at most {last}</source>
        <translation>{end}, längst till {last}</translation>
    </message>
    <message>
        <source>{kept} (later by each day the clock stands)</source>
        <translation>{kept} (en dag senare för varje dag fristen står still)</translation>
    </message>
    <message>
        <source>Counted from</source>
        <translation>Räknas från</translation>
    </message>
    <message>
        <source>Kept until</source>
        <translation>Sparas till</translation>
    </message>
    <message>
        <source>still lasts</source>
        <translation>pågår</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Ändra</translation>
    </message>
    <message>
        <source>Out as of today</source>
        <translation>Ute från i dag</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Ta bort</translation>
    </message>
    <message>
        <source>Custody, not counted</source>
        <translation>Frihetsberövad, räknas inte</translation>
    </message>
    <message>
        <source>Extended: {ground}</source>
        <translation>Förlängd: {ground}</translation>
    </message>
</context>
<context>
    <name>FaultList</name>
    <message>
        <source>What is wrong</source>
        <translation>Vad som är fel</translation>
    </message>
    <message>
        <source>Data quality</source>
        <translation>Datakvalitet</translation>
    </message>
    <message>
        <source>Nothing of this kind is wrong.</source>
        <translation>Inget sådant fel finns.</translation>
    </message>
    <message>
        <source>Record</source>
        <translation>Post</translation>
    </message>
    <message>
        <source>Which</source>
        <translation>Vilken</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>Sedan</translation>
    </message>
    <message>
        <source>The first {count} are shown.</source>
        <translation>De första {count} visas.</translation>
    </message>
</context>
<context>
    <name>PeopleColumns</name>
    <message>
        <source>Code name</source>
        <translation>Kodnamn</translation>
    </message>
    <message>
        <source>Groups</source>
        <translation>Grupper</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>Roll</translation>
    </message>
    <message>
        <source>Age</source>
        <translation>Ålder</translation>
    </message>
    <message>
        <source>Heed</source>
        <translation>Att beakta</translation>
    </message>
    <message>
        <source>Review</source>
        <translation>Översyn</translation>
    </message>
    <message>
        <source>Protected</source>
        <translation>Skyddad</translation>
    </message>
    <message>
        <source>{age}, minor</source>
        <translation>{age} (&lt;18 år)</translation>
    </message>
</context>
<context>
    <name>PeopleForms</name>
    <message>
        <source>Change {code}</source>
        <translation>Ändra {code}</translation>
    </message>
    <message>
        <source>New person</source>
        <translation>Ny person</translation>
    </message>
    <message>
        <source>Change the guardian</source>
        <translation>Ändra vårdnadshavaren</translation>
    </message>
    <message>
        <source>New guardian</source>
        <translation>Ny vårdnadshavare</translation>
    </message>
    <message>
        <source>Nobody under 18 is invited or visited before a second user has approved this.</source>
        <translation>Ingen under 18 år kallas eller besöks innan en andra användare har godkänt detta.</translation>
    </message>
    <message>
        <source>Before a minor is approached</source>
        <translation>Innan en underårig kontaktas</translation>
    </message>
    <message>
        <source>Propose</source>
        <translation>Föreslå</translation>
    </message>
    <message>
        <source>Proposed; a second user approves</source>
        <translation>Föreslaget; en andra användare godkänner</translation>
    </message>
    <message>
        <source>Review the link to {group}</source>
        <translation>Se över kopplingen till {group}</translation>
    </message>
    <message>
        <source>It still holds</source>
        <translation>Den gäller fortfarande</translation>
    </message>
    <message>
        <source>Hidden by protected identity. Write only to replace what is stored.</source>
        <translation>Dolt på grund av skyddade personuppgifter. Skriv bara för att ersätta det som är sparat.</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>Vem</translation>
    </message>
    <message>
        <source>Left empty, the next free one is given.</source>
        <translation>Lämnas det tomt ges nästa lediga.</translation>
    </message>
    <message>
        <source>Protection and ways to reach the person</source>
        <translation>Skydd och kontaktvägar</translation>
    </message>
    <message>
        <source>Why the protection is lifted</source>
        <translation>Varför skyddet tas bort</translation>
    </message>
    <message>
        <source>Kept in the log with your name.</source>
        <translation>Sparas i loggen med ditt namn.</translation>
    </message>
    <message>
        <source>One a line.</source>
        <translation>En per rad.</translation>
    </message>
    <message>
        <source>Supervision</source>
        <translation>Övervakning</translation>
    </message>
    <message>
        <source>How long it is kept</source>
        <translation>Hur länge uppgifterna sparas</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Anteckning</translation>
    </message>
    <message>
        <source>Lift the protection of {code}?</source>
        <translation>Ta bort skyddet för {code}?</translation>
    </message>
    <message>
        <source>Then name, number and address are shown to everybody here, stand in lists, letters and reports, and go out in bundles. What others have seen cannot be taken back.</source>
        <translation>Då visas namn, nummer och adress för alla här, står i listor, brev och rapporter och följer med i paket. Det som andra har sett går inte att ta tillbaka.</translation>
    </message>
    <message>
        <source>Lift the protection</source>
        <translation>Ta bort skyddet</translation>
    </message>
</context>
<context>
    <name>PeoplePage</name>
    <message>
        <source>Filter people</source>
        <translation>Filtrera personer</translation>
    </message>
    <message>
        <source>Review what is due</source>
        <translation>Gå igenom det som ska ses över</translation>
    </message>
    <message>
        <source>New person</source>
        <translation>Ny person</translation>
    </message>
    <message>
        <source>Remove this person</source>
        <translation>Ta bort personen</translation>
    </message>
    <message>
        <source>Erase this person for good…</source>
        <translation>Gallra personen för gott…</translation>
    </message>
    <message>
        <source>People</source>
        <translation>Personer</translation>
    </message>
    <message>
        <source>Nobody here.</source>
        <translation>Ingen här.</translation>
    </message>
    <message>
        <source>People are kept here by code name: messengers, people linked to groups, victims and relatives.</source>
        <translation>Här finns personerna med kodnamn: budbärare, gruppanknutna, brottsutsatta och anhöriga.</translation>
    </message>
    <message>
        <source>Choose somebody to read about them here.</source>
        <translation>Välj en person för att läsa om hen här.</translation>
    </message>
    <message>
        <source>Everybody</source>
        <translation>Alla</translation>
    </message>
    <message>
        <source>Data quality</source>
        <translation>Datakvalitet</translation>
    </message>
    <message>
        <source>What the list shows</source>
        <translation>Vad listan visar</translation>
    </message>
    <message>
        <source>Who is shown</source>
        <translation>Vilka som visas</translation>
    </message>
    <message>
        <source>Approved</source>
        <translation>Godkänt</translation>
    </message>
    <message>
        <source>Ended as of today</source>
        <translation>Avslutat från och med i dag</translation>
    </message>
    <message>
        <source>Removed</source>
        <translation>Borttaget</translation>
    </message>
    <message>
        <source>Reviewed</source>
        <translation>Granskat</translation>
    </message>
    <message>
        <source>The clock runs on from tomorrow</source>
        <translation>Fristen löper vidare från i morgon</translation>
    </message>
</context>
<context>
    <name>PersonSheet</name>
    <message>
        <source>Edit</source>
        <translation>Ändra</translation>
    </message>
    <message>
        <source>I have reviewed it</source>
        <translation>Jag har granskat uppgifterna</translation>
    </message>
    <message>
        <source>Time line</source>
        <translation>Tidslinje</translation>
    </message>
    <message>
        <source>Nothing has happened yet.</source>
        <translation>Inget har hänt än.</translation>
    </message>
    <message>
        <source>Show all {count}</source>
        <translation>Visa alla {count}</translation>
    </message>
    <message>
        <source>Show the newest {count}</source>
        <translation>Visa de {count} senaste</translation>
    </message>
    <message>
        <source>Older</source>
        <translation>Äldre</translation>
    </message>
    <message>
        <source>{age} years</source>
        <translation>{age} år</translation>
    </message>
    <message>
        <source>{years}, minor</source>
        <translation>{years}, underårig</translation>
    </message>
    <message>
        <source>Review due</source>
        <translation>Ska ses över</translation>
    </message>
    <message>
        <source>Protected identity. No address is kept; the name is shown only for a stated reason.</source>
        <translation>Skyddade personuppgifter. Ingen adress sparas, och namnet visas bara om du anger varför.</translation>
    </message>
    <message>
        <source>Imported, and nobody has looked at it yet.</source>
        <translation>Importerad, och ingen har granskat uppgifterna än.</translation>
    </message>
    <message>
        <source>Facts</source>
        <translation>Uppgifter</translation>
    </message>
    <message>
        <source>Real name</source>
        <translation>Riktigt namn</translation>
    </message>
    <message>
        <source>interpreter needed</source>
        <translation>tolk behövs</translation>
    </message>
    <message>
        <source>Link to a group</source>
        <translation>Koppla till en grupp</translation>
    </message>
    <message>
        <source>Groups</source>
        <translation>Grupper</translation>
    </message>
    <message>
        <source>Linked to no group.</source>
        <translation>Inte kopplad till någon grupp.</translation>
    </message>
    <message>
        <source>Approved by {user}</source>
        <translation>Godkänd av {user}</translation>
    </message>
    <message>
        <source>Waiting for approval</source>
        <translation>Väntar på godkännande</translation>
    </message>
    <message>
        <source>Review {date}</source>
        <translation>Ses över {date}</translation>
    </message>
    <message>
        <source>No source</source>
        <translation>Källa saknas</translation>
    </message>
    <message>
        <source>Entered by {user}</source>
        <translation>Inlagt av {user}</translation>
    </message>
    <message>
        <source>Somebody else has to approve it.</source>
        <translation>Någon annan måste godkänna den.</translation>
    </message>
    <message>
        <source>Approve</source>
        <translation>Godkänn</translation>
    </message>
    <message>
        <source>Review</source>
        <translation>Se över</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Ändra</translation>
    </message>
    <message>
        <source>End</source>
        <translation>Avsluta</translation>
    </message>
    <message>
        <source>Add a guardian</source>
        <translation>Lägg till vårdnadshavare</translation>
    </message>
    <message>
        <source>Guardians</source>
        <translation>Vårdnadshavare</translation>
    </message>
    <message>
        <source>No guardian is noted.</source>
        <translation>Ingen vårdnadshavare är antecknad.</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Ta bort</translation>
    </message>
    <message>
        <source>Decide</source>
        <translation>Besluta</translation>
    </message>
    <message>
        <source>Before the minor is approached</source>
        <translation>Innan den underåriga kontaktas</translation>
    </message>
    <message>
        <source>Waits for a second user&apos;s approval.</source>
        <translation>Väntar på att en andra användare ska godkänna.</translation>
    </message>
</context>
<context>
    <name>Proposals</name>
    <message>
        <source>Is it one of these? Then go there instead of adding again.</source>
        <translation>Är det någon av dessa? Gå då dit i stället för att lägga till igen.</translation>
    </message>
    <message>
        <source>born {year}</source>
        <translation>född {year}</translation>
    </message>
    <message>
        <source>protected identity</source>
        <translation>skyddade personuppgifter</translation>
    </message>
</context>
<context>
    <name>Reveal</name>
    <message>
        <source>Show name</source>
        <translation>Visa namn</translation>
    </message>
    <message>
        <source>Noted in the log each time.</source>
        <translation>Antecknas i loggen varje gång.</translation>
    </message>
    <message>
        <source>Hold to show the name, or click to show it for a while. It is noted.</source>
        <translation>Håll ned för att visa namnet, eller klicka för att visa det en stund. Det antecknas i loggen.</translation>
    </message>
    <message>
        <source>Hide</source>
        <translation>Dölj</translation>
    </message>
</context>
</TS>
