<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="sv">
<context>
    <name>AfterTab</name>
    <message>
        <source>Here is what remains to be done once the meeting has been held.</source>
        <translation>Här står det som ska göras när mötet är hållet.</translation>
    </message>
    <message>
        <source>Write the debrief</source>
        <translation>Skriv genomgången</translation>
    </message>
    <message>
        <source>Follow-up meeting held</source>
        <translation>Uppföljningsmöte hållet</translation>
    </message>
    <message>
        <source>{name} ({minutes} min)</source>
        <translation>{name} ({minutes} min)</translation>
    </message>
    <message>
        <source>Came late</source>
        <translation>Kom sent</translation>
    </message>
    <message>
        <source>Did not come</source>
        <translation>Uteblev</translation>
    </message>
    <message>
        <source>Nobody stayed away without a reason.</source>
        <translation>Ingen uteblev utan skäl.</translation>
    </message>
    <message>
        <source>Nothing written yet.</source>
        <translation>Inget skrivet än.</translation>
    </message>
    <message>
        <source>Report as PDF</source>
        <translation>Rapport som PDF</translation>
    </message>
    <message>
        <source>From invitation to help</source>
        <translation>Från inbjudan till hjälp</translation>
    </message>
    <message>
        <source>List {number}, {day}</source>
        <translation>Lista {number}, {day}</translation>
    </message>
    <message>
        <source>Told to the probation service</source>
        <translation>Frivården underrättad</translation>
    </message>
    <message>
        <source>The probation service has not been told yet who stayed away.</source>
        <translation>Frivården har ännu inte fått veta vilka som uteblev.</translation>
    </message>
    <message>
        <source>List for the probation service</source>
        <translation>Lista till frivården</translation>
    </message>
    <message>
        <source>Proposed visits</source>
        <translation>Föreslagna besök</translation>
    </message>
    <message>
        <source>Nobody has to be visited because of this meeting.</source>
        <translation>Ingen behöver besökas på grund av mötet.</translation>
    </message>
    <message>
        <source>Plan the ticked visits</source>
        <translation>Planera de ikryssade besöken</translation>
    </message>
    <message>
        <source>Visit {day}</source>
        <translation>Besök {day}</translation>
    </message>
    <message>
        <source>The visit</source>
        <translation>Besöket</translation>
    </message>
    <message>
        <source>Plan the visit</source>
        <translation>Planera besöket</translation>
    </message>
    <message>
        <source>Plan {count} visits</source>
        <translation>Planera {count} besök</translation>
    </message>
    <message>
        <source>What was said</source>
        <translation>Det som sades</translation>
    </message>
    <message>
        <source>the stored text is another now</source>
        <translation>den sparade texten är nu en annan</translation>
    </message>
    <message>
        <source>Aftercare of the speakers</source>
        <translation>Stöd till talarna efteråt</translation>
    </message>
    <message>
        <source>No speaker has shared a story of their own, and nothing is agreed.</source>
        <translation>Ingen talare har delat en egen berättelse, och inget är avtalat.</translation>
    </message>
    <message>
        <source>Given {day}</source>
        <translation>Gavs {day}</translation>
    </message>
    <message>
        <source>By {day}</source>
        <translation>Senast {day}</translation>
    </message>
    <message>
        <source>Aftercare given</source>
        <translation>Stödet är givet</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Ändra</translation>
    </message>
    <message>
        <source>Nothing noted</source>
        <translation>Inget antecknat</translation>
    </message>
    <message>
        <source>Follow-up</source>
        <translation>Uppföljning</translation>
    </message>
    <message>
        <source>Attendance</source>
        <translation>Närvaro</translation>
    </message>
    <message>
        <source>Called</source>
        <translation>Kallade</translation>
    </message>
    <message>
        <source>{came} of {called} came</source>
        <translation>{came} av {called} kom</translation>
    </message>
</context>
<context>
    <name>CallinColumns</name>
    <message>
        <source>No.</source>
        <translation>Nr</translation>
    </message>
    <message>
        <source>Stops: {count}</source>
        <translation>Hinder: {count}</translation>
    </message>
</context>
<context>
    <name>CallinForms</name>
    <message>
        <source>The plan</source>
        <translation>Planen</translation>
    </message>
    <message>
        <source>Its steps become tasks, dated from the day of the meeting.</source>
        <translation>Stegen blir uppgifter med datum räknade från mötesdagen.</translation>
    </message>
    <message>
        <source>Plan a call-in</source>
        <translation>Planera en call-in</translation>
    </message>
    <message>
        <source>Change the call-in</source>
        <translation>Ändra mötet</translation>
    </message>
    <message>
        <source>Move the date</source>
        <translation>Flytta mötet</translation>
    </message>
    <message>
        <source>Moved, and the open tasks with it</source>
        <translation>Mötet och de öppna uppgifterna är flyttade</translation>
    </message>
    <message>
        <source>The rehearsal</source>
        <translation>Genrepet</translation>
    </message>
    <message>
        <source>One point a line. What is ticked off stays so.</source>
        <translation>En punkt på varje rad. Det som är avprickat förblir avprickat.</translation>
    </message>
    <message>
        <source>The points of the rehearsal</source>
        <translation>Genrepets punkter</translation>
    </message>
    <message>
        <source>What is to be changed</source>
        <translation>Vad som ska ändras</translation>
    </message>
    <message>
        <source>Who sees to it</source>
        <translation>Vem som ser till det</translation>
    </message>
    <message>
        <source>By</source>
        <translation>Senast</translation>
    </message>
    <message>
        <source>Change the correction</source>
        <translation>Ändra rättelsen</translation>
    </message>
    <message>
        <source>A correction</source>
        <translation>En rättelse</translation>
    </message>
    <message>
        <source>Decision {hours} hours before</source>
        <translation>Beslut {hours} timmar före</translation>
    </message>
    <message>
        <source>Cancel the call-in</source>
        <translation>Ställ in mötet</translation>
    </message>
    <message>
        <source>Cancelled; its open tasks are gone from the list</source>
        <translation>Mötet är inställt och dess öppna uppgifter borta ur listan</translation>
    </message>
    <message>
        <source>Debrief</source>
        <translation>Genomgång</translation>
    </message>
    <message>
        <source>Follow-up meeting</source>
        <translation>Uppföljningsmöte</translation>
    </message>
    <message>
        <source>People</source>
        <translation>Personer</translation>
    </message>
    <message>
        <source>Search by code name, name or number.</source>
        <translation>Sök på kodnamn, namn eller personnummer.</translation>
    </message>
    <message>
        <source>Left open, it follows from each person&apos;s supervision on the day.</source>
        <translation>Lämnas det tomt avgör varje persons övervakning på mötesdagen.</translation>
    </message>
    <message>
        <source>Invite people</source>
        <translation>Kalla personer</translation>
    </message>
    <message>
        <source>Put on the list</source>
        <translation>Sätt upp på listan</translation>
    </message>
    <message>
        <source>Notice</source>
        <translation>Kallelse</translation>
    </message>
    <message>
        <source>The meeting</source>
        <translation>Mötet</translation>
    </message>
    <message>
        <source>Change the invitation</source>
        <translation>Ändra kallelsen</translation>
    </message>
    <message>
        <source>The officer&apos;s chair</source>
        <translation>Handläggarens stol</translation>
    </message>
    <message>
        <source>Notice given</source>
        <translation>Kallelse lämnad</translation>
    </message>
    <message>
        <source>Your name and your reason are kept with the invitation and in the journal.</source>
        <translation>Ditt namn och ditt skäl sparas med kallelsen och i loggen.</translation>
    </message>
    <message>
        <source>Clear the stop</source>
        <translation>Häv hindret</translation>
    </message>
</context>
<context>
    <name>CallinsPage</name>
    <message>
        <source>Filter call-ins</source>
        <translation>Filtrera mötena</translation>
    </message>
    <message>
        <source>Plan a call-in</source>
        <translation>Planera en call-in</translation>
    </message>
    <message>
        <source>Week plans</source>
        <translation>Veckoplaner</translation>
    </message>
    <message>
        <source>Speaker register</source>
        <translation>Talarregister</translation>
    </message>
    <message>
        <source>Call-ins</source>
        <translation>Call-in</translation>
    </message>
    <message>
        <source>A call-in is planned here from first date to follow-up: people, speakers, room and decision.</source>
        <translation>Här planeras en call-in från första datum till uppföljning: personer, talare, sal och beslut.</translation>
    </message>
    <message>
        <source>Choose a call-in to work on it here.</source>
        <translation>Välj ett möte för att arbeta med det här.</translation>
    </message>
</context>
<context>
    <name>DayTab</name>
    <message>
        <source>{inside} in the room · {came} have come · {all} called</source>
        <translation>{inside} i salen · {came} har kommit · {all} kallade</translation>
    </message>
    <message>
        <source>Print attendance sheet</source>
        <translation>Skriv ut närvarolista</translation>
    </message>
    <message>
        <source>The meeting is over</source>
        <translation>Mötet är slut</translation>
    </message>
    <message>
        <source>What stops it</source>
        <translation>Vad som hindrar</translation>
    </message>
    <message>
        <source>The meeting is halted. Nobody more is checked in before this is dealt with: {stops}</source>
        <translation>Mötet är stoppat. Ingen mer prickas av vid dörren förrän detta är åtgärdat: {stops}</translation>
    </message>
    <message>
        <source>Check-in opens once it is decided that the meeting takes place.</source>
        <translation>Avprickningen öppnar när det är beslutat att mötet genomförs.</translation>
    </message>
    <message>
        <source>Check-in opens on the day itself.</source>
        <translation>Avprickningen öppnar på mötesdagen.</translation>
    </message>
    <message>
        <source>Nobody is called yet.</source>
        <translation>Ingen är kallad än.</translation>
    </message>
    <message>
        <source>Write a part of the code name. Enter checks in or out, Shift+Enter: left early.</source>
        <translation>Skriv en del av kodnamnet. Enter prickar av den som kommer eller går, Skift+Enter: gick i förtid.</translation>
    </message>
    <message>
        <source>Enter checks {name} out.</source>
        <translation>Enter: {name} går.</translation>
    </message>
    <message>
        <source>Enter checks {name} in.</source>
        <translation>Enter: {name} kommer.</translation>
    </message>
    <message>
        <source>Several are called something like that: {count}</source>
        <translation>Flera heter något sådant: {count}</translation>
    </message>
    <message>
        <source>Nobody is called so.</source>
        <translation>Ingen heter så.</translation>
    </message>
    <message>
        <source>Who is checked in has come. {count} who are not become no-shows; it can be changed afterwards.</source>
        <translation>De som är avprickade räknas som närvarande. Antal som räknas som uteblivna: {count}. Det går att ändra efteråt.</translation>
    </message>
    <message>
        <source>Close the meeting</source>
        <translation>Avsluta mötet</translation>
    </message>
    <message>
        <source>Check out</source>
        <translation>Pricka av: går</translation>
    </message>
    <message>
        <source>Check in</source>
        <translation>Pricka av: kommer</translation>
    </message>
    <message>
        <source>{minutes} min late</source>
        <translation>{minutes} min sen</translation>
    </message>
    <message>
        <source>Left early</source>
        <translation>Gick i förtid</translation>
    </message>
    <message>
        <source>Excused</source>
        <translation>Giltigt förfall</translation>
    </message>
    <message>
        <source>Detained</source>
        <translation>Frihetsberövad</translation>
    </message>
    <message>
        <source>Did not come</source>
        <translation>Uteblev</translation>
    </message>
    <message>
        <source>In since {time}</source>
        <translation>I salen sedan {time}</translation>
    </message>
    <message>
        <source>Expected</source>
        <translation>Väntas</translation>
    </message>
    <message>
        <source>{name} has gone</source>
        <translation>{name} har gått</translation>
    </message>
    <message>
        <source>{name} has come</source>
        <translation>{name} har kommit</translation>
    </message>
    <message>
        <source>{name} left early</source>
        <translation>{name} gick i förtid</translation>
    </message>
</context>
<context>
    <name>DecisionTab</name>
    <message>
        <source>Cancelled: {reason}</source>
        <translation>Inställt: {reason}</translation>
    </message>
    <message>
        <source>The meeting has been held.</source>
        <translation>Mötet är hållet.</translation>
    </message>
    <message>
        <source>It was decided that the meeting takes place, but something stops it now: nobody is checked in and the meeting is not closed before that is dealt with. Then the decision holds again.</source>
        <translation>Det är beslutat att mötet genomförs, men något hindrar det nu. Ingen prickas av vid dörren och mötet avslutas inte förrän det är åtgärdat. Då gäller beslutet igen.</translation>
    </message>
    <message>
        <source>It cannot be decided to go ahead while anything stops it.</source>
        <translation>Det går inte att besluta att mötet genomförs så länge något hindrar det.</translation>
    </message>
    <message>
        <source>It is decided: the meeting takes place.</source>
        <translation>Det är beslutat: mötet genomförs.</translation>
    </message>
    <message>
        <source>Nothing stops it. The decision can be made.</source>
        <translation>Inget hindrar mötet. Beslutet kan fattas.</translation>
    </message>
    <message>
        <source>Decisions</source>
        <translation>Beslut</translation>
    </message>
    <message>
        <source>What stops it</source>
        <translation>Det som hindrar</translation>
    </message>
    <message>
        <source>Nothing.</source>
        <translation>Inget.</translation>
    </message>
    <message>
        <source>Otherwise</source>
        <translation>Annars</translation>
    </message>
    <message>
        <source>Cancel the call-in</source>
        <translation>Ställ in mötet</translation>
    </message>
    <message>
        <source>Not decided</source>
        <translation>Inte beslutat</translation>
    </message>
    <message>
        <source>Decide</source>
        <translation>Besluta</translation>
    </message>
    <message>
        <source>Decide again</source>
        <translation>Besluta på nytt</translation>
    </message>
    <message>
        <source>Due {day}</source>
        <translation>Senast {day}</translation>
    </message>
    <message>
        <source>{hours} hours before</source>
        <translation>{hours} timmar före</translation>
    </message>
    <message>
        <source>{group} has nobody who can carry the message.</source>
        <translation>{group} har ingen som kan föra budskapet vidare.</translation>
    </message>
    <message>
        <source>Worth knowing before the decision</source>
        <translation>Värt att veta före beslutet</translation>
    </message>
    <message>
        <source>Go there</source>
        <translation>Gå dit</translation>
    </message>
</context>
<context>
    <name>DoorLine</name>
    <message>
        <source>Code name, Enter</source>
        <translation>Kodnamn, Enter</translation>
    </message>
    <message>
        <source>Code name of whoever comes or goes</source>
        <translation>Kodnamn på den som kommer eller går</translation>
    </message>
</context>
<context>
    <name>GroupStrip</name>
    <message>
        <source>Messengers by group</source>
        <translation>Budbärare per grupp</translation>
    </message>
    <message>
        <source>Choose messengers of {group}</source>
        <translation>Välj budbärare från {group}</translation>
    </message>
    <message>
        <source>{group} has no messenger: nobody carries the message home to that group.</source>
        <translation>{group} saknar budbärare: ingen för budskapet hem till den gruppen.</translation>
    </message>
    <message>
        <source>{group}: nobody</source>
        <translation>{group}: ingen</translation>
    </message>
    <message>
        <source>{group}: nobody who can come</source>
        <translation>{group}: ingen som kan komma</translation>
    </message>
    <message>
        <source>{group}: {count} called</source>
        <translation>{group}: {count} kallade</translation>
    </message>
    <message>
        <source>{count} coming</source>
        <translation>{count} kommer</translation>
    </message>
</context>
<context>
    <name>Lights</name>
    <message>
        <source>covered</source>
        <translation>täcks</translation>
    </message>
    <message>
        <source>not covered by an approved script</source>
        <translation>täcks inte av något godkänt talmanus</translation>
    </message>
</context>
<context>
    <name>MessengerForm</name>
    <message>
        <source>Members</source>
        <translation>Medlemmar</translation>
    </message>
    <message>
        <source>Filter by code name</source>
        <translation>Filtrera på kodnamn</translation>
    </message>
    <message>
        <source>Nobody is noted as a member of this group on that day.</source>
        <translation>Ingen är antecknad som medlem i gruppen den dagen.</translation>
    </message>
    <message>
        <source>Already called</source>
        <translation>Redan kallad</translation>
    </message>
    <message>
        <source>Messenger</source>
        <translation>Budbärare</translation>
    </message>
    <message>
        <source>Under supervision: has a duty to come</source>
        <translation>Under övervakning: skyldig att komma</translation>
    </message>
    <message>
        <source>Last talk {date}</source>
        <translation>Senaste samtal {date}</translation>
    </message>
    <message>
        <source>Came to a call-in {date}</source>
        <translation>Kom till en call-in {date}</translation>
    </message>
    <message>
        <source>No talk and no call-in yet</source>
        <translation>Inget samtal och ingen call-in än</translation>
    </message>
    <message>
        <source>Choose people who can carry the message home and are listened to. The list is by code name and ranks nobody. Whoever has a stop may stand on the list, but gets no notice until it is cleared.</source>
        <translation>Välj personer som kan föra budskapet vidare hem och som de andra lyssnar på. Listan är ordnad efter kodnamn och rangordnar ingen. Den som har ett hinder får stå på listan, men ingen kallelse lämnas förrän hindret är hävt.</translation>
    </message>
    <message>
        <source>{count} more members: find them with Invite people.</source>
        <translation>{count} medlemmar till: sök fram dem med Kalla personer.</translation>
    </message>
    <message>
        <source>Messengers of {group}</source>
        <translation>Budbärare från {group}</translation>
    </message>
    <message>
        <source>Put on the list</source>
        <translation>Sätt upp på listan</translation>
    </message>
</context>
<context>
    <name>MinutesBar</name>
    <message>
        <source>{minutes} of {limit} minutes</source>
        <translation>{minutes} av {limit} minuter</translation>
    </message>
</context>
<context>
    <name>PaperDesk</name>
    <message>
        <source>Papers of call-in {number}</source>
        <translation>Papper till call-in {number}</translation>
    </message>
    <message>
        <source>The print is noted in the log and entered in the disclosure register.</source>
        <translation>Utskriften antecknas i loggen och förs in i utlämnanderegistret.</translation>
    </message>
    <message>
        <source>Save as PDF</source>
        <translation>Spara som PDF</translation>
    </message>
    <message>
        <source>The vault does not protect the file. It is noted as a disclosure; delete it when it is printed.</source>
        <translation>Valvet skyddar inte filen. Den antecknas som ett utlämnande. Radera den när den är utskriven.</translation>
    </message>
    <message>
        <source>Written, and entered in the disclosure register</source>
        <translation>Sparad och införd i utlämnanderegistret</translation>
    </message>
    <message>
        <source>Paper</source>
        <translation>Papper</translation>
    </message>
    <message>
        <source>Numbered copies</source>
        <translation>Numrerade exemplar</translation>
    </message>
    <message>
        <source>Each copy has its number and a day to destroy it by.</source>
        <translation>Varje exemplar har sitt nummer och en dag då det senast ska förstöras.</translation>
    </message>
    <message>
        <source>Real names instead of code names</source>
        <translation>Riktiga namn i stället för kodnamn</translation>
    </message>
    <message>
        <source>Each name that is printed is noted in the journal.</source>
        <translation>Varje namn som skrivs ut antecknas i loggen.</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Språk</translation>
    </message>
    <message>
        <source>Looking is not noted.</source>
        <translation>Att titta antecknas inte.</translation>
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
        <source>Close</source>
        <translation>Stäng</translation>
    </message>
</context>
<context>
    <name>PeopleTab</name>
    <message>
        <source>Invitees</source>
        <translation>Kallade</translation>
    </message>
    <message>
        <source>Invite people</source>
        <translation>Kalla personer</translation>
    </message>
    <message>
        <source>Who is to be called? Messengers who can carry the message home to their group.</source>
        <translation>Vilka ska kallas? Budbärare som kan ta med sig budskapet hem till sin grupp.</translation>
    </message>
    <message>
        <source>No answer yet</source>
        <translation>Inget svar än</translation>
    </message>
    <message>
        <source>Notice given</source>
        <translation>Kallelse lämnad</translation>
    </message>
    <message>
        <source>Clear the stop</source>
        <translation>Häv hindret</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Ändra</translation>
    </message>
    <message>
        <source>The person&apos;s page</source>
        <translation>Personens sida</translation>
    </message>
    <message>
        <source>The notice letter in the register</source>
        <translation>Kallelsen i brevregistret</translation>
    </message>
    <message>
        <source>Take off the list</source>
        <translation>Ta bort från listan</translation>
    </message>
    <message>
        <source>{people} called · 1 group · {coming} coming</source>
        <translation>{people} kallade · 1 grupp · {coming} kommer</translation>
    </message>
    <message>
        <source>{people} called · {groups} groups · {coming} coming</source>
        <translation>{people} kallade · {groups} grupper · {coming} kommer</translation>
    </message>
    <message>
        <source>stopped: {count}</source>
        <translation>hinder: {count}</translation>
    </message>
    <message>
        <source>No groups are in view yet. Choose them with Change (F2); then pick their messengers here.</source>
        <translation>Inga grupper är valda för mötet än. Välj dem med Ändra (F2) och utse sedan deras budbärare här.</translation>
    </message>
    <message>
        <source>Stop cleared by {name}: {reason}</source>
        <translation>Hindret hävt av {name}: {reason}</translation>
    </message>
    <message>
        <source>Letter {number}</source>
        <translation>Brev {number}</translation>
    </message>
    <message>
        <source>Basis</source>
        <translation>Grund</translation>
    </message>
    <message>
        <source>Stops</source>
        <translation>Hinder</translation>
    </message>
    <message>
        <source>Notice</source>
        <translation>Kallelse</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>Hinder</translation>
    </message>
    <message>
        <source>Cleared</source>
        <translation>Hävt</translation>
    </message>
    <message>
        <source>Supervised</source>
        <translation>Övervakad</translation>
    </message>
    <message>
        <source>Voluntary</source>
        <translation>Frivilligt</translation>
    </message>
</context>
<context>
    <name>PlanForm</name>
    <message>
        <source>Change the plan</source>
        <translation>Ändra planen</translation>
    </message>
    <message>
        <source>New plan</source>
        <translation>Ny plan</translation>
    </message>
</context>
<context>
    <name>PlanLine</name>
    <message>
        <source>Time line of the plan</source>
        <translation>Planens tidslinje</translation>
    </message>
    <message>
        <source>Week {number}: {done} done, {open} open, {late} overdue</source>
        <translation>Vecka {number}: {done} klara, {open} öppna, {late} försenade</translation>
    </message>
    <message>
        <source>the meeting, {date}</source>
        <translation>mötet, {date}</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>I dag</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Klar</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Öppen</translation>
    </message>
    <message>
        <source>Overdue</source>
        <translation>Försenad</translation>
    </message>
    <message>
        <source>To {date}, week {week}: {count} open tasks move along. Enter saves, Esc leaves it.</source>
        <translation>Till {date}, vecka {week}: {count} öppna uppgifter följer med. Enter sparar, Esc ångrar.</translation>
    </message>
</context>
<context>
    <name>PlanSheet</name>
    <message>
        <source>Week plans</source>
        <translation>Veckoplaner</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Tillbaka</translation>
    </message>
    <message>
        <source>New plan</source>
        <translation>Ny plan</translation>
    </message>
    <message>
        <source>Take in a plan file</source>
        <translation>Läs in en planfil</translation>
    </message>
    <message>
        <source>A plan is a list of steps with days from the meeting. It holds nothing about people and can be shared with other cities. A change affects call-ins made from now on.</source>
        <translation>En plan är en lista med steg och dagar från mötet. Den innehåller inga personuppgifter och kan delas med andra städer. En ändring gäller möten som planeras från och med nu.</translation>
    </message>
    <message>
        <source>Save as a file</source>
        <translation>Spara som fil</translation>
    </message>
    <message>
        <source>{name} (copy)</source>
        <translation>{name} (kopia)</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Ändra</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopiera</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Ta bort</translation>
    </message>
    <message>
        <source>{count} steps, from {first} to {last} days · {language}</source>
        <translation>{count} steg, från {first} till {last} dagar · {language}</translation>
    </message>
    <message>
        <source>Save the plan as a file</source>
        <translation>Spara planen som fil</translation>
    </message>
    <message>
        <source>Plans (*.json)</source>
        <translation>Planer (*.json)</translation>
    </message>
    <message>
        <source>The plan is saved. It holds nothing about people.</source>
        <translation>Planen är sparad. Den innehåller inga personuppgifter.</translation>
    </message>
</context>
<context>
    <name>PlanTab</name>
    <message>
        <source>{done} of {all} done</source>
        <translation>{done} av {all} klara</translation>
    </message>
    <message>
        <source>Overdue: {count}</source>
        <translation>Försenade: {count}</translation>
    </message>
    <message>
        <source>Move the date</source>
        <translation>Flytta mötet</translation>
    </message>
    <message>
        <source>Add a task</source>
        <translation>Lägg till en uppgift</translation>
    </message>
    <message>
        <source>No tasks. A call-in made from a week plan gets its tasks from there.</source>
        <translation>Inga uppgifter. Ett möte som planeras från en veckoplan får sina uppgifter därifrån.</translation>
    </message>
    <message>
        <source>Drag the meeting to another day, or press Alt with an arrow key (Shift for whole weeks).</source>
        <translation>Dra mötet till en annan dag, eller tryck Alt och en piltangent (med Skift hela veckor).</translation>
    </message>
    <message>
        <source>Moved to {date}, and the open tasks with it</source>
        <translation>Flyttat till {date}, och de öppna uppgifterna med det</translation>
    </message>
    <message>
        <source>Without a date</source>
        <translation>Utan datum</translation>
    </message>
    <message>
        <source>The day</source>
        <translation>Mötesdagen</translation>
    </message>
    <message>
        <source>The week before · week {number}</source>
        <translation>Veckan före · vecka {number}</translation>
    </message>
    <message>
        <source>{count} weeks before · week {number}</source>
        <translation>{count} veckor före · vecka {number}</translation>
    </message>
    <message>
        <source>The week after · week {number}</source>
        <translation>Veckan efter · vecka {number}</translation>
    </message>
    <message>
        <source>{count} weeks after · week {number}</source>
        <translation>{count} veckor efter · vecka {number}</translation>
    </message>
    <message>
        <source>Done: {title}</source>
        <translation>Klart: {title}</translation>
    </message>
    <message>
        <source>Overdue</source>
        <translation>Försenad</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>I dag</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Ändra</translation>
    </message>
    <message>
        <source>Change: {title}</source>
        <translation>Ändra: {title}</translation>
    </message>
</context>
<context>
    <name>Printing</name>
    <message>
        <source>Written, and entered in the disclosure register</source>
        <translation>Filen är skriven och utlämnandet infört i registret</translation>
    </message>
    <message>
        <source>Calendar file written, without names</source>
        <translation>Kalenderfilen är skriven, utan namn</translation>
    </message>
    <message>
        <source>Calendar file without names</source>
        <translation>Kalenderfil utan namn</translation>
    </message>
    <message>
        <source>Calendar files (*.ics)</source>
        <translation>Kalenderfiler (*.ics)</translation>
    </message>
    <message>
        <source>Report of the call-in</source>
        <translation>Rapport om mötet</translation>
    </message>
    <message>
        <source>The vault does not protect the file. It is noted as a disclosure.</source>
        <translation>Valvet skyddar inte filen. Den antecknas som ett utlämnande.</translation>
    </message>
</context>
<context>
    <name>RehearsalTab</name>
    <message>
        <source>Held {day}</source>
        <translation>Hölls {day}</translation>
    </message>
    <message>
        <source>Not held yet</source>
        <translation>Inte hållet än</translation>
    </message>
    <message>
        <source>Change the note</source>
        <translation>Ändra anteckningen</translation>
    </message>
    <message>
        <source>Note the rehearsal</source>
        <translation>För in genrepet</translation>
    </message>
    <message>
        <source>Print run sheet</source>
        <translation>Skriv ut körschema</translation>
    </message>
    <message>
        <source>Print scripts</source>
        <translation>Skriv ut talmanus</translation>
    </message>
    <message>
        <source>The rehearsal is the whole meeting with all speakers, in the real room, without the called. Only the rehearsal may be filmed or shown to the press.</source>
        <translation>Genrepet är hela mötet med alla talare, i den riktiga salen, utan de kallade. Bara genrepet får filmas eller visas för pressen.</translation>
    </message>
    <message>
        <source>{done} of {all}</source>
        <translation>{done} av {all}</translation>
    </message>
    <message>
        <source>Change the points</source>
        <translation>Ändra punkterna</translation>
    </message>
    <message>
        <source>No list yet. Begin with the usual points, then make the list your own.</source>
        <translation>Ingen lista än. Börja med de vanliga punkterna och gör sedan listan till er egen.</translation>
    </message>
    <message>
        <source>Begin with the usual points</source>
        <translation>Börja med de vanliga punkterna</translation>
    </message>
    <message>
        <source>open: {count}</source>
        <translation>kvar: {count}</translation>
    </message>
    <message>
        <source>all made</source>
        <translation>alla gjorda</translation>
    </message>
    <message>
        <source>Add a correction</source>
        <translation>Lägg till en rättelse</translation>
    </message>
    <message>
        <source>What the rehearsal shows must change: words, order, seats, doors.</source>
        <translation>Det som genrepet visar måste ändras: ord, ordning, platser, dörrar.</translation>
    </message>
    <message>
        <source>by {day}</source>
        <translation>senast {day}</translation>
    </message>
    <message>
        <source>Made</source>
        <translation>Gjord</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Kvar</translation>
    </message>
    <message>
        <source>Not made after all</source>
        <translation>Inte gjord ändå</translation>
    </message>
    <message>
        <source>Make it a task</source>
        <translation>Gör till uppgift</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Ändra</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Ta bort</translation>
    </message>
    <message>
        <source>Ready for the rehearsal?</source>
        <translation>Klart för genrep?</translation>
    </message>
    <message>
        <source>All speakers have said yes and have approved scripts.</source>
        <translation>Alla talare har tackat ja och har godkända talmanus.</translation>
    </message>
    <message>
        <source>No speakers yet.</source>
        <translation>Inga talare än.</translation>
    </message>
    <message>
        <source>{name} has not said yes.</source>
        <translation>{name} har inte tackat ja.</translation>
    </message>
    <message>
        <source>{name} has no script.</source>
        <translation>{name} har inget talmanus.</translation>
    </message>
    <message>
        <source>The script of {name} is not approved.</source>
        <translation>Talmanuset för {name} är inte godkänt.</translation>
    </message>
    <message>
        <source>The speeches are {minutes} minutes too long.</source>
        <translation>Talen är {minutes} minuter för långa.</translation>
    </message>
</context>
<context>
    <name>RoomTab</name>
    <message>
        <source>Seat everybody</source>
        <translation>Placera alla</translation>
    </message>
    <message>
        <source>Print the plan</source>
        <translation>Skriv ut placeringen</translation>
    </message>
    <message>
        <source>Print name cards</source>
        <translation>Skriv ut namnkort</translation>
    </message>
    <message>
        <source>Under supervision without an officer behind: {names}.</source>
        <translation>Under övervakning men utan handläggare bakom sig: {names}.</translation>
    </message>
    <message>
        <source>Drag somebody to another seat, or choose somebody and then a seat (arrow keys and Space). Double-click (or press O) to say who sits behind; Delete frees the seat.</source>
        <translation>Dra någon till en annan plats, eller välj någon och sedan en plats (piltangenter och mellanslag). Dubbelklicka (eller tryck O) för att ange vem som sitter bakom; Delete gör platsen ledig.</translation>
    </message>
    <message>
        <source>Drag {name} to a seat, or press and then choose a seat</source>
        <translation>Dra {name} till en plats, eller tryck här och välj sedan en plats</translation>
    </message>
    <message>
        <source>{one} and {other} are in conflict and sit side by side.</source>
        <translation>{one} och {other} är i konflikt och sitter bredvid varandra.</translation>
    </message>
    <message>
        <source>{one} and {other} are in conflict: they sit apart.</source>
        <translation>{one} och {other} är i konflikt: de sitter isär.</translation>
    </message>
    <message>
        <source>Since {date}.</source>
        <translation>Sedan {date}.</translation>
    </message>
    <message>
        <source>Source: {source}.</source>
        <translation>Källa: {source}.</translation>
    </message>
    <message>
        <source>Nobody is called yet. Invite people first, then seat them here.</source>
        <translation>Ingen är kallad än. Kalla först personer och placera dem sedan här.</translation>
    </message>
    <message>
        <source>Without a seat</source>
        <translation>Utan plats</translation>
    </message>
    <message>
        <source>In the room</source>
        <translation>I salen</translation>
    </message>
    <message>
        <source>The called sit in marked seats in the front rows, each with the officer&apos;s chair right behind. Everybody rises when the group walks in, and all sit down at the same time.</source>
        <translation>De kallade sitter på märkta platser i de främre raderna, var och en med handläggarens stol rakt bakom sig. Alla reser sig när gruppen kommer in, och alla sätter sig samtidigt.</translation>
    </message>
</context>
<context>
    <name>RoomView</name>
    <message>
        <source>Seating plan</source>
        <translation>Placering</translation>
    </message>
    <message>
        <source>Seat {seat}: {name}</source>
        <translation>Plats {seat}: {name}</translation>
    </message>
    <message>
        <source>Speakers</source>
        <translation>Talare</translation>
    </message>
    <message>
        <source>No officer</source>
        <translation>Saknas</translation>
    </message>
    <message>
        <source>behind: {name}</source>
        <translation>bakom: {name}</translation>
    </message>
    <message>
        <source>no officer behind</source>
        <translation>ingen handläggare bakom</translation>
    </message>
</context>
<context>
    <name>SpeakerForm</name>
    <message>
        <source>Care for the speaker</source>
        <translation>Omsorg om talaren</translation>
    </message>
    <message>
        <source>Change the speaker</source>
        <translation>Ändra talaren</translation>
    </message>
    <message>
        <source>Add a speaker</source>
        <translation>Lägg till en talare</translation>
    </message>
</context>
<context>
    <name>SpeakerSheet</name>
    <message>
        <source>Speaker register</source>
        <translation>Talarregister</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Tillbaka</translation>
    </message>
    <message>
        <source>Everybody who has spoken at a call-in or is to speak at one. When a speaker is added, the name is completed from here.</source>
        <translation>Alla som har talat på en call-in eller ska göra det. När en talare läggs till fylls namnet i härifrån.</translation>
    </message>
    <message>
        <source>Aftercare that waits</source>
        <translation>Stöd som väntar</translation>
    </message>
    <message>
        <source>Speakers</source>
        <translation>Talare</translation>
    </message>
    <message>
        <source>{count} more. Write a part of the name above.</source>
        <translation>{count} till. Skriv en del av namnet ovan.</translation>
    </message>
    <message>
        <source>Nobody of that name.</source>
        <translation>Ingen med det namnet.</translation>
    </message>
    <message>
        <source>Nobody has been asked to speak yet.</source>
        <translation>Ingen har tillfrågats om att tala än.</translation>
    </message>
    <message>
        <source>Filter speakers</source>
        <translation>Filtrera talare</translation>
    </message>
    <message>
        <source>By {day}</source>
        <translation>Senast {day}</translation>
    </message>
    <message>
        <source>The call-in</source>
        <translation>Mötet</translation>
    </message>
    <message>
        <source>Aftercare given</source>
        <translation>Stödet är givet</translation>
    </message>
    <message>
        <source>Call-in {number}</source>
        <translation>Call-in {number}</translation>
    </message>
    <message>
        <source>Has spoken at {count} call-ins</source>
        <translation>Har talat på {count} call-in-möten</translation>
    </message>
    <message>
        <source>Has spoken at one call-in</source>
        <translation>Har talat på ett call-in-möte</translation>
    </message>
    <message>
        <source>last {day}</source>
        <translation>senast {day}</translation>
    </message>
    <message>
        <source>speaks next {day}</source>
        <translation>talar nästa gång {day}</translation>
    </message>
    <message>
        <source>Has not spoken yet</source>
        <translation>Har inte talat än</translation>
    </message>
    <message>
        <source>Aftercare waits</source>
        <translation>Stöd väntar</translation>
    </message>
    <message>
        <source>The latest call-in</source>
        <translation>Det senaste mötet</translation>
    </message>
    <message>
        <source>script {version}</source>
        <translation>manus {version}</translation>
    </message>
</context>
<context>
    <name>SpeakersTab</name>
    <message>
        <source>Speakers in order</source>
        <translation>Talarna i ordning</translation>
    </message>
    <message>
        <source>Add a speaker</source>
        <translation>Lägg till en talare</translation>
    </message>
    <message>
        <source>Print run sheet</source>
        <translation>Skriv ut körschema</translation>
    </message>
    <message>
        <source>Print scripts</source>
        <translation>Skriv ut talmanus</translation>
    </message>
    <message>
        <source>Eight speeches fill the hour: agencies, help, and the voices of grief, remorse and hope.</source>
        <translation>Åtta tal fyller timmen: myndigheterna, hjälpen samt sorgens, ångerns och hoppets röster.</translation>
    </message>
    <message>
        <source>Drag a speaker to another place in the order (or Ctrl+Up, Ctrl+Down).</source>
        <translation>Dra en talare till en annan plats i ordningen (eller Ctrl+Upp, Ctrl+Ned).</translation>
    </message>
    <message>
        <source>Earlier</source>
        <translation>Tidigare</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>Senare</translation>
    </message>
    <message>
        <source>Has said yes</source>
        <translation>Har tackat ja</translation>
    </message>
    <message>
        <source>The script</source>
        <translation>Talmanuset</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Ändra</translation>
    </message>
    <message>
        <source>Take out</source>
        <translation>Ta bort</translation>
    </message>
    <message>
        <source>{minutes} of {limit} minutes, changes of speaker included</source>
        <translation>{minutes} av {limit} minuter, talarbyten inräknade</translation>
    </message>
    <message>
        <source>{minutes} minutes too many</source>
        <translation>{minutes} minuter för mycket</translation>
    </message>
    <message>
        <source>Has not said yes</source>
        <translation>Har inte tackat ja</translation>
    </message>
    <message>
        <source>Approved</source>
        <translation>Godkänt</translation>
    </message>
    <message>
        <source>Says yes</source>
        <translation>Tackat ja</translation>
    </message>
    <message>
        <source>No script</source>
        <translation>Saknas</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>Ja</translation>
    </message>
    <message>
        <source>Not yet</source>
        <translation>Inte än</translation>
    </message>
</context>
<context>
    <name>StepsField</name>
    <message>
        <source>Days</source>
        <translation>Dagar</translation>
    </message>
    <message>
        <source>What is to be done</source>
        <translation>Vad som ska göras</translation>
    </message>
    <message>
        <source>Who owns it</source>
        <translation>Ansvarig</translation>
    </message>
    <message>
        <source>Add a step</source>
        <translation>Lägg till ett steg</translation>
    </message>
    <message>
        <source>Write days as whole numbers from -{most} to {most}.</source>
        <translation>Skriv dagarna som heltal från -{most} till {most}.</translation>
    </message>
    <message>
        <source>Days from the meeting</source>
        <translation>Dagar från mötet</translation>
    </message>
    <message>
        <source>Remove the step: {title}</source>
        <translation>Ta bort steget: {title}</translation>
    </message>
</context>
<context>
    <name>TalksForm</name>
    <message>
        <source>Each visit stands in Notifications as planned, with why it is made. Team and place are noted there.</source>
        <translation>Varje besök står som planerat under Enskilda samtal, med skälet till det. Lag och plats förs in där.</translation>
    </message>
    <message>
        <source>Visits to plan: {count}</source>
        <translation>Besök att planera: {count}</translation>
    </message>
    <message>
        <source>Plan visits</source>
        <translation>Planera besök</translation>
    </message>
</context>
<context>
    <name>Workspace</name>
    <message>
        <source>Parts of the call-in</source>
        <translation>Mötets delar</translation>
    </message>
    <message>
        <source>Plan</source>
        <translation>Plan</translation>
    </message>
    <message>
        <source>People</source>
        <translation>Personer</translation>
    </message>
    <message>
        <source>Speakers</source>
        <translation>Talare</translation>
    </message>
    <message>
        <source>Room</source>
        <translation>Sal</translation>
    </message>
    <message>
        <source>Rehearsal</source>
        <translation>Genrep</translation>
    </message>
    <message>
        <source>Go/no-go</source>
        <translation>Beslut</translation>
    </message>
    <message>
        <source>The day</source>
        <translation>Dagen</translation>
    </message>
    <message>
        <source>Afterwards</source>
        <translation>Efteråt</translation>
    </message>
    <message>
        <source>Call-in {number}</source>
        <translation>Call-in {number}</translation>
    </message>
    <message>
        <source>No date yet</source>
        <translation>Inget datum än</translation>
    </message>
    <message>
        <source>week {number}</source>
        <translation>vecka {number}</translation>
    </message>
    <message>
        <source>Groups: {names}</source>
        <translation>Grupper: {names}</translation>
    </message>
    <message>
        <source>Led by {name}</source>
        <translation>Leds av {name}</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Ändra</translation>
    </message>
    <message>
        <source>Papers and calendar</source>
        <translation>Papper och kalender</translation>
    </message>
    <message>
        <source>Print: {paper}</source>
        <translation>Skriv ut: {paper}</translation>
    </message>
    <message>
        <source>Calendar file without names</source>
        <translation>Kalenderfil utan namn</translation>
    </message>
</context>
</TS>
