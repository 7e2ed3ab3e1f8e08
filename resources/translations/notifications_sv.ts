<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="sv">
<context>
    <name>DoseList</name>
    <message>
        <source>Period</source>
        <translation>Period</translation>
    </message>
    <message>
        <source>12 months</source>
        <translation>12 månader</translation>
    </message>
    <message>
        <source>90 days</source>
        <translation>90 dagar</translation>
    </message>
    <message>
        <source>Always</source>
        <translation>Hela tiden</translation>
    </message>
    <message>
        <source>Dose by group</source>
        <translation>Dos per grupp</translation>
    </message>
    <message>
        <source>How many talks have reached each group is counted here.</source>
        <translation>Här räknas hur många samtal som har nått varje grupp.</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>Grupp</translation>
    </message>
    <message>
        <source>Members</source>
        <translation>Medlemmar</translation>
    </message>
    <message>
        <source>Reached</source>
        <translation>Nådda</translation>
    </message>
    <message>
        <source>Talks</source>
        <translation>Samtal</translation>
    </message>
    <message>
        <source>Each</source>
        <translation>Per person</translation>
    </message>
    <message>
        <source>Last talk</source>
        <translation>Senaste samtal</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Inget</translation>
    </message>
</context>
<context>
    <name>DoseSheet</name>
    <message>
        <source>Dose in the last twelve months</source>
        <translation>Dos de senaste tolv månaderna</translation>
    </message>
    <message>
        <source>The group</source>
        <translation>Gruppen</translation>
    </message>
    <message>
        <source>Members today</source>
        <translation>Medlemmar i dag</translation>
    </message>
    <message>
        <source>Individuals reached</source>
        <translation>Nådda individer</translation>
    </message>
    <message>
        <source>Talks</source>
        <translation>Samtal</translation>
    </message>
    <message>
        <source>Talks for each individual</source>
        <translation>Samtal per individ</translation>
    </message>
    <message>
        <source>First and last talk</source>
        <translation>Första och senaste samtal</translation>
    </message>
    <message>
        <source>Nobody of the group has been reached in this time.</source>
        <translation>Ingen i gruppen har nåtts under den här tiden.</translation>
    </message>
    <message>
        <source>By month</source>
        <translation>Per månad</translation>
    </message>
    <message>
        <source>Talks by month</source>
        <translation>Samtal per månad</translation>
    </message>
    <message>
        <source>Individuals</source>
        <translation>Individer</translation>
    </message>
    <message>
        <source>Repeated contact</source>
        <translation>Upprepad kontakt</translation>
    </message>
    <message>
        <source>What was done is counted here, not what it led to.</source>
        <translation>Här räknas det som har gjorts, inte vad det har lett till.</translation>
    </message>
    <message>
        <source>.</source>
        <comment>decimal mark</comment>
        <translation>,</translation>
    </message>
    <message>
        <source>Met once</source>
        <translation>Träffade en gång</translation>
    </message>
    <message>
        <source>Met twice</source>
        <translation>Träffade två gånger</translation>
    </message>
    <message>
        <source>Met three times or more</source>
        <translation>Träffade tre gånger eller fler</translation>
    </message>
</context>
<context>
    <name>DueList</name>
    <message>
        <source>Follow-ups</source>
        <translation>Uppföljningar</translation>
    </message>
    <message>
        <source>No follow-up waits. They come 30 and 90 days after a talk.</source>
        <translation>Ingen uppföljning väntar. De kommer 30 och 90 dagar efter ett samtal.</translation>
    </message>
    <message>
        <source>Due</source>
        <translation>Förfaller</translation>
    </message>
    <message>
        <source>Person</source>
        <translation>Person</translation>
    </message>
    <message>
        <source>After</source>
        <translation>Efter</translation>
    </message>
    <message>
        <source>{days} days</source>
        <translation>{days} dagar</translation>
    </message>
    <message>
        <source>Talk</source>
        <translation>Samtal</translation>
    </message>
</context>
<context>
    <name>NotificationsPage</name>
    <message>
        <source>Filter by person, group or round</source>
        <translation>Sök person, grupp eller omgång</translation>
    </message>
    <message>
        <source>Plan a visit</source>
        <translation>Planera ett besök</translation>
    </message>
    <message>
        <source>Log a visit</source>
        <translation>Logga ett besök</translation>
    </message>
    <message>
        <source>New round</source>
        <translation>Ny omgång</translation>
    </message>
    <message>
        <source>Log from paper</source>
        <translation>Logga från papper</translation>
    </message>
    <message>
        <source>Remove what is shown</source>
        <translation>Ta bort det som visas</translation>
    </message>
    <message>
        <source>Print blank forms</source>
        <translation>Skriv ut tomma blanketter</translation>
    </message>
    <message>
        <source>Notifications</source>
        <translation>Enskilda samtal</translation>
    </message>
    <message>
        <source>No visit of this kind.</source>
        <translation>Inga sådana besök.</translation>
    </message>
    <message>
        <source>Every visit is noted here, also when nobody was at home: attempts, talks and what was said.</source>
        <translation>Här antecknas varje besök, även när ingen var hemma: försök, samtal och vad som sades.</translation>
    </message>
    <message>
        <source>Choose a visit or a round to read it here.</source>
        <translation>Välj ett besök eller en omgång att läsa här.</translation>
    </message>
    <message>
        <source>What the list shows</source>
        <translation>Vad listan visar</translation>
    </message>
    <message>
        <source>Visits</source>
        <translation>Besök</translation>
    </message>
    <message>
        <source>Rounds</source>
        <translation>Omgångar</translation>
    </message>
    <message>
        <source>Follow-ups</source>
        <translation>Uppföljningar</translation>
    </message>
    <message>
        <source>Dose</source>
        <translation>Dos</translation>
    </message>
    <message>
        <source>Which visits</source>
        <translation>Vilka besök</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Alla</translation>
    </message>
    <message>
        <source>Planned</source>
        <translation>Planerat</translation>
    </message>
    <message>
        <source>Talks</source>
        <translation>Samtal</translation>
    </message>
    <message>
        <source>Not reached</source>
        <translation>Inte nådda</translation>
    </message>
    <message>
        <source>Round</source>
        <translation>Omgång</translation>
    </message>
    <message>
        <source>All rounds</source>
        <translation>Alla omgångar</translation>
    </message>
    <message>
        <source>Removed</source>
        <translation>Borttaget</translation>
    </message>
    <message>
        <source>Reviewed</source>
        <translation>Granskat</translation>
    </message>
</context>
<context>
    <name>RoundBoard</name>
    <message>
        <source>The round by day and team</source>
        <translation>Omgången per dag och team</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Alla</translation>
    </message>
    <message>
        <source>No team</source>
        <translation>Inget team</translation>
    </message>
    <message>
        <source>{name}: {talks} talks of {attempts} attempts, {planned} planned</source>
        <translation>{name}: {talks} samtal av {attempts} försök, {planned} planerade</translation>
    </message>
</context>
<context>
    <name>RoundList</name>
    <message>
        <source>Rounds</source>
        <translation>Omgångar</translation>
    </message>
    <message>
        <source>A round brings the same message to many people within a short time.</source>
        <translation>I en samtalsomgång får många personer samma budskap under kort tid.</translation>
    </message>
    <message>
        <source>New round</source>
        <translation>Ny omgång</translation>
    </message>
    <message>
        <source>Round</source>
        <translation>Omgång</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Från</translation>
    </message>
    <message>
        <source>Reached</source>
        <translation>Nådda</translation>
    </message>
    <message>
        <source>Attempts</source>
        <translation>Försök</translation>
    </message>
    <message>
        <source>Talks</source>
        <translation>Samtal</translation>
    </message>
</context>
<context>
    <name>RoundSheets</name>
    <message>
        <source>Who is left ({count})</source>
        <translation>Kvar att nå ({count})</translation>
    </message>
    <message>
        <source>Everybody has been reached.</source>
        <translation>Alla är nådda.</translation>
    </message>
    <message>
        <source>Nobody is aimed at yet.</source>
        <translation>Inga personer är valda än.</translation>
    </message>
    <message>
        <source>Show all {count}</source>
        <translation>Visa alla {count}</translation>
    </message>
    <message>
        <source>Reached ({count})</source>
        <translation>Nådda ({count})</translation>
    </message>
    <message>
        <source>Log a visit</source>
        <translation>Logga ett besök</translation>
    </message>
    <message>
        <source>Share out</source>
        <translation>Fördela</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>Ändra</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Läget</translation>
    </message>
    <message>
        <source>{met} of {aimed}</source>
        <translation>{met} av {aimed}</translation>
    </message>
    <message>
        <source>Reached of those aimed at</source>
        <translation>Nådda av dem som ska nås</translation>
    </message>
    <message>
        <source>Reached</source>
        <translation>Nådda</translation>
    </message>
    <message>
        <source>{talks} of {attempts}</source>
        <translation>{talks} av {attempts}</translation>
    </message>
    <message>
        <source>Talks of all attempts</source>
        <translation>Samtal av alla försök</translation>
    </message>
    <message>
        <source>Talks</source>
        <translation>Samtal</translation>
    </message>
    <message>
        <source>Individuals</source>
        <translation>Individer</translation>
    </message>
    <message>
        <source>Write down the teams</source>
        <translation>Skriv in teamen</translation>
    </message>
    <message>
        <source>Teams and days</source>
        <translation>Team och dagar</translation>
    </message>
    <message>
        <source>No visit is planned or made yet.</source>
        <translation>Inget besök är planerat eller gjort ännu.</translation>
    </message>
    <message>
        <source>Talks of attempts; + planned. Somebody may be met on several days.</source>
        <translation>Samtal av försök; + planerade. Samma person kan träffas flera dagar.</translation>
    </message>
    <message>
        <source>Print the lists</source>
        <translation>Skriv ut listorna</translation>
    </message>
    <message>
        <source>Today ({count})</source>
        <translation>I dag ({count})</translation>
    </message>
    <message>
        <source>No visit is planned for today.</source>
        <translation>Inget besök är planerat till i dag.</translation>
    </message>
    <message>
        <source>Under 18</source>
        <translation>Under 18</translation>
    </message>
    <message>
        <source>Protected identity</source>
        <translation>Skyddade personuppgifter</translation>
    </message>
    <message>
        <source>Planned {date}</source>
        <translation>Planerat {date}</translation>
    </message>
    <message>
        <source>{language}, interpreter</source>
        <translation>{language}, tolk</translation>
    </message>
    <message>
        <source>Log the visit</source>
        <translation>Logga besöket</translation>
    </message>
    <message>
        <source>Not to be visited yet</source>
        <translation>Får inte besökas än</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Ändra</translation>
    </message>
    <message>
        <source>Plan</source>
        <translation>Planera</translation>
    </message>
    <message>
        <source>Not tried yet.</source>
        <translation>Inget försök än.</translation>
    </message>
    <message>
        <source>Tried {count} times, last {day}: {outcome}</source>
        <translation>Antal försök: {count}, senast {day}: {outcome}</translation>
    </message>
</context>
<context>
    <name>ShareForm</name>
    <message>
        <source>Proposal</source>
        <translation>Förslag</translation>
    </message>
    <message>
        <source>Who is to be visited</source>
        <translation>Vilka som ska besökas</translation>
    </message>
    <message>
        <source>Those who are left and have no visit planned. Who is added and has one is moved.</source>
        <translation>De som är kvar och inte har något besök planerat. Den som läggs till och redan har ett flyttas.</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Från</translation>
    </message>
    <message>
        <source>Until</source>
        <translation>Till</translation>
    </message>
    <message>
        <source>Teams</source>
        <translation>Team</translation>
    </message>
    <message>
        <source>Saturdays and Sundays too</source>
        <translation>Även lördagar och söndagar</translation>
    </message>
    <message>
        <source>Visits a team and day, at most</source>
        <translation>Högst antal besök per team och dag</translation>
    </message>
    <message>
        <source>Share out over teams and days</source>
        <translation>Fördela på team och dagar</translation>
    </message>
    <message>
        <source>Plan these visits</source>
        <translation>Planera besöken</translation>
    </message>
    <message>
        <source>No place is left for {count}: {names}</source>
        <translation>Ingen plats finns kvar för {count}: {names}</translation>
    </message>
    <message>
        <source>Not to be visited yet: {names}</source>
        <translation>Får inte besökas ännu: {names}</translation>
    </message>
    <message>
        <source>Nobody is left to be shared out.</source>
        <translation>Det finns ingen kvar att fördela.</translation>
    </message>
</context>
<context>
    <name>VisitColumns</name>
    <message>
        <source>When</source>
        <translation>När</translation>
    </message>
    <message>
        <source>Person</source>
        <translation>Person</translation>
    </message>
    <message>
        <source>Age</source>
        <translation>Ålder</translation>
    </message>
    <message>
        <source>Under 18</source>
        <translation>Under 18</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>Grupp</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>Utfall</translation>
    </message>
    <message>
        <source>Messages</source>
        <translation>Budskap</translation>
    </message>
    <message>
        <source>Reaction</source>
        <translation>Reaktion</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>Plats</translation>
    </message>
    <message>
        <source>Team</source>
        <translation>Besökande</translation>
    </message>
    <message>
        <source>Corrected</source>
        <translation>Rättat</translation>
    </message>
    <message>
        <source>Planned</source>
        <translation>Planerat</translation>
    </message>
</context>
<context>
    <name>VisitForm</name>
    <message>
        <source>One a line: the agency, then a comma and the name.</source>
        <translation>En per rad: myndighet, komma, namn.</translation>
    </message>
    <message>
        <source>Messages delivered</source>
        <translation>Framförda budskap</translation>
    </message>
    <message>
        <source>The visit</source>
        <translation>Besöket</translation>
    </message>
    <message>
        <source>Proposed from your last entry.</source>
        <translation>Föreslaget efter din senaste post.</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Anteckning</translation>
    </message>
    <message>
        <source>A visit to this person is planned.</source>
        <translation>Ett besök hos personen är planerat.</translation>
    </message>
    <message>
        <source>Log that one instead</source>
        <translation>Logga det i stället</translation>
    </message>
    <message>
        <source>Protected identity: write nothing that shows where.</source>
        <translation>Skyddade personuppgifter: skriv inget som röjer var personen finns.</translation>
    </message>
    <message>
        <source>Save and next</source>
        <translation>Spara och nästa</translation>
    </message>
</context>
<context>
    <name>VisitForms</name>
    <message>
        <source>Log a visit from paper</source>
        <translation>Logga ett besök från papper</translation>
    </message>
    <message>
        <source>Log a visit</source>
        <translation>Logga ett besök</translation>
    </message>
    <message>
        <source>Change the visit</source>
        <translation>Ändra besöket</translation>
    </message>
    <message>
        <source>The entry is more than 24 hours old. It stays as it is, and this one takes its place.</source>
        <translation>Posten är äldre än 24 timmar. Den står kvar som den är och ersätts av den här.</translation>
    </message>
    <message>
        <source>Correct the visit</source>
        <translation>Rätta besöket</translation>
    </message>
    <message>
        <source>Save the correction</source>
        <translation>Spara rättelsen</translation>
    </message>
    <message>
        <source>Log the planned visit</source>
        <translation>Logga det planerade besöket</translation>
    </message>
    <message>
        <source>Change the planned visit</source>
        <translation>Ändra det planerade besöket</translation>
    </message>
    <message>
        <source>Plan a visit</source>
        <translation>Planera ett besök</translation>
    </message>
    <message>
        <source>Follow-up of {person} after {days} days</source>
        <translation>Uppföljning av {person} efter {days} dagar</translation>
    </message>
    <message>
        <source>Add everybody of a group</source>
        <translation>Lägg till alla i en grupp</translation>
    </message>
    <message>
        <source>Change the round</source>
        <translation>Ändra omgången</translation>
    </message>
    <message>
        <source>New round</source>
        <translation>Ny omgång</translation>
    </message>
    <message>
        <source>After {incident} {day}</source>
        <translation>Efter {incident} {day}</translation>
    </message>
    <message>
        <source>Notifications after an incident: {incident}{where}, {day}.</source>
        <translation>Enskilda samtal efter en händelse: {incident}{where}, {day}.</translation>
    </message>
</context>
<context>
    <name>VisitPrinting</name>
    <message>
        <source>How many</source>
        <translation>Antal</translation>
    </message>
    <message>
        <source>Blank forms</source>
        <translation>Tomma blanketter</translation>
    </message>
    <message>
        <source>blank-forms.pdf</source>
        <translation>tomma-blanketter.pdf</translation>
    </message>
    <message>
        <source>Written. Choose “Log from paper” to type the forms in.</source>
        <translation>Filen är skriven. Välj ”Logga från papper” för att skriva in blanketterna.</translation>
    </message>
    <message>
        <source>Forms to fill in by hand during a visit and to type in the same day. They hold no names.</source>
        <translation>Blanketter att fylla i för hand vid ett besök och skriva in samma dag. De innehåller inga namn.</translation>
    </message>
    <message>
        <source>Choose a file</source>
        <translation>Välj en fil</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>Dag</translation>
    </message>
    <message>
        <source>Numbered copies</source>
        <translation>Numrerade exemplar</translation>
    </message>
    <message>
        <source>Real names instead of code names</source>
        <translation>Riktiga namn i stället för kodnamn</translation>
    </message>
    <message>
        <source>Each name that is shown is noted in the journal.</source>
        <translation>Varje namn som visas antecknas i loggen.</translation>
    </message>
    <message>
        <source>The teams&apos; lists</source>
        <translation>Teamens listor</translation>
    </message>
    <message>
        <source>visits-{day}.pdf</source>
        <translation>besok-{day}.pdf</translation>
    </message>
    <message>
        <source>The vault does not protect the file. It is noted as a disclosure; delete it when it is printed.</source>
        <translation>Valvet skyddar inte filen. Den antecknas som ett utlämnande. Radera den när den är utskriven.</translation>
    </message>
    <message>
        <source>Written, and entered in the disclosure register</source>
        <translation>Filen är skriven och utlämnandet infört i registret</translation>
    </message>
    <message>
        <source>One sheet a team with its visits of the day. Protected identities are left out.</source>
        <translation>Ett blad per team med dagens besök. Personer med skyddade personuppgifter tas inte med.</translation>
    </message>
    <message>
        <source>Print</source>
        <translation>Skriv ut</translation>
    </message>
    <message>
        <source>Save as PDF…</source>
        <translation>Spara som PDF …</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Språk</translation>
    </message>
    <message>
        <source>PDF files (*.pdf)</source>
        <translation>PDF-filer (*.pdf)</translation>
    </message>
</context>
<context>
    <name>VisitSheets</name>
    <message>
        <source>Unknown person</source>
        <translation>Okänd person</translation>
    </message>
    <message>
        <source>Under 18</source>
        <translation>Under 18</translation>
    </message>
    <message>
        <source>Protected identity</source>
        <translation>Skyddade personuppgifter</translation>
    </message>
    <message>
        <source>Log the visit</source>
        <translation>Logga besöket</translation>
    </message>
    <message>
        <source>Note the {days}-day follow-up</source>
        <translation>Anteckna {days}-dagarsuppföljningen</translation>
    </message>
    <message>
        <source>Correct</source>
        <translation>Rätta</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>Ändra</translation>
    </message>
    <message>
        <source>I have reviewed it</source>
        <translation>Jag har granskat</translation>
    </message>
    <message>
        <source>Person</source>
        <translation>Person</translation>
    </message>
    <message>
        <source>Plan another visit</source>
        <translation>Planera ett nytt besök</translation>
    </message>
    <message>
        <source>A later entry has taken the place of this one; it counts no more.</source>
        <translation>En senare post har ersatt den här, som inte längre räknas.</translation>
    </message>
    <message>
        <source>Imported, and nobody has looked at it yet.</source>
        <translation>Importerat och ännu inte granskat av någon.</translation>
    </message>
    <message>
        <source>Go to the later entry</source>
        <translation>Visa den senare posten</translation>
    </message>
    <message>
        <source>Go to the corrected entry</source>
        <translation>Visa den rättade posten</translation>
    </message>
    <message>
        <source>The visit</source>
        <translation>Besöket</translation>
    </message>
    <message>
        <source>interpreter</source>
        <translation>tolk</translation>
    </message>
    <message>
        <source>What was said</source>
        <translation>Vad som sades</translation>
    </message>
    <message>
        <source>Afterwards</source>
        <translation>Efteråt</translation>
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
</TS>
