<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="sv">
<context>
    <name>Board</name>
    <message>
        <source>Help by stage</source>
        <translation>Hjälp efter steg</translation>
    </message>
    <message>
        <source>{n} more in the list</source>
        <translation>{n} till i listan</translation>
    </message>
</context>
<context>
    <name>DirectoryView</name>
    <message>
        <source>Language of the directory</source>
        <translation>Hjälpkatalogens språk</translation>
    </message>
    <message>
        <source>Written. The handout tells of nobody and may be given away.</source>
        <translation>Sparad. Bladet handlar inte om någon och får delas ut.</translation>
    </message>
    <message>
        <source>directory</source>
        <translation>hjalpkatalog</translation>
    </message>
    <message>
        <source>Print the help directory</source>
        <translation>Skriv ut hjälpkatalogen</translation>
    </message>
    <message>
        <source>Help directory</source>
        <translation>Hjälpkatalog</translation>
    </message>
    <message>
        <source>A handout for anyone who needs it: it names no sender.</source>
        <translation>Ett blad för den som behöver det. Ingen avsändare nämns.</translation>
    </message>
    <message>
        <source>Print the directory</source>
        <translation>Skriv ut katalogen</translation>
    </message>
    <message>
        <source>Nobody stands here yet. Put agencies in the directory under Office → Agencies.</source>
        <translation>Ingen finns här än. Lägg till aktörer i katalogen under Kontor → Aktörer.</translation>
    </message>
    <message>
        <source>No agency has been put in the directory, so all that help and have a phone stand here. Choose which under Office → Agencies.</source>
        <translation>Ingen aktör har lagts till i katalogen, så här står alla som hjälper till och har telefon. Välj vilka under Kontor → Aktörer.</translation>
    </message>
    <message>
        <source>Not reviewed by a speaker</source>
        <translation>Inte granskad av någon som talar språket</translation>
    </message>
    <message>
        <source>Let somebody who speaks the language read the handout through before it is given out.</source>
        <translation>Låt någon som kan språket läsa igenom bladet innan det delas ut.</translation>
    </message>
    <message>
        <source>General text</source>
        <translation>Allmän text</translation>
    </message>
</context>
<context>
    <name>HelpClock</name>
    <message>
        <source>{n} days</source>
        <translation>{n} dagar</translation>
    </message>
    <message>
        <source>under 1 h</source>
        <translation>under 1 tim</translation>
    </message>
    <message>
        <source>{n} h</source>
        <translation>{n} tim</translation>
    </message>
    <message>
        <source>waited {time}</source>
        <translation>väntat {time}</translation>
    </message>
    <message>
        <source>Nobody has been in contact for {time}. 72 hours were promised.</source>
        <translation>Ingen kontakt på {time}. Löftet är 72 timmar.</translation>
    </message>
    <message>
        <source>{time} have passed. The first contact is due within 72 hours.</source>
        <translation>{time} har gått. Den första kontakten ska tas inom 72 timmar.</translation>
    </message>
    <message>
        <source>{time} have passed. The goal is a contact within 24 hours.</source>
        <translation>{time} har gått. Målet är en kontakt inom 24 timmar.</translation>
    </message>
    <message>
        <source>{time}, within 24 hours</source>
        <translation>{time}, inom 24 timmar</translation>
    </message>
    <message>
        <source>{time}, within 72 hours</source>
        <translation>{time}, inom 72 timmar</translation>
    </message>
    <message>
        <source>{time}, later than 72 hours</source>
        <translation>{time}, senare än 72 timmar</translation>
    </message>
</context>
<context>
    <name>HelpColumns</name>
    <message>
        <source>Asked</source>
        <translation>Frågade</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>Vem</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>Hjälp</translation>
    </message>
    <message>
        <source>Stage</source>
        <translation>Steg</translation>
    </message>
    <message>
        <source>Contact</source>
        <translation>Kontakt</translation>
    </message>
    <message>
        <source>Anonymous</source>
        <translation>Anonym</translation>
    </message>
    <message>
        <source>{n} mo. follow-up</source>
        <translation>följ upp {n} mån</translation>
    </message>
</context>
<context>
    <name>HelpForms</name>
    <message>
        <source>First contact</source>
        <translation>Första kontakten</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Anteckning</translation>
    </message>
    <message>
        <source>Change the help</source>
        <translation>Ändra hjälpen</translation>
    </message>
    <message>
        <source>New help</source>
        <translation>Ny hjälp</translation>
    </message>
    <message>
        <source>Move to another stage</source>
        <translation>Flytta till ett annat steg</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>Datum</translation>
    </message>
    <message>
        <source>How it goes</source>
        <translation>Hur det går</translation>
    </message>
    <message>
        <source>Alive and free, in contact, housing, occupation. Small steps count.</source>
        <translation>Vid liv och på fri fot, kontakt, bostad, sysselsättning. Små steg räknas.</translation>
    </message>
    <message>
        <source>Follow-up after {n} months</source>
        <translation>Uppföljning efter {n} månader</translation>
    </message>
</context>
<context>
    <name>HelpPage</name>
    <message>
        <source>Filter help</source>
        <translation>Filtrera hjälp</translation>
    </message>
    <message>
        <source>New help</source>
        <translation>Ny hjälp</translation>
    </message>
    <message>
        <source>Remove this help</source>
        <translation>Ta bort hjälpen</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>Hjälp och stöd</translation>
    </message>
    <message>
        <source>Your role does not read this part.</source>
        <translation>Din roll läser inte den här delen.</translation>
    </message>
    <message>
        <source>Nobody here.</source>
        <translation>Ingen här.</translation>
    </message>
    <message>
        <source>What people have asked for stands here, from the request to the first contact and on.</source>
        <translation>Här står vad människor har bett om hjälp med, från frågan till första kontakten och vidare.</translation>
    </message>
    <message>
        <source>Choose somebody&apos;s help to read it here.</source>
        <translation>Välj någons hjälp för att läsa om den här.</translation>
    </message>
    <message>
        <source>By stage</source>
        <translation>Efter steg</translation>
    </message>
    <message>
        <source>List</source>
        <translation>Lista</translation>
    </message>
    <message>
        <source>Directory</source>
        <translation>Katalog</translation>
    </message>
    <message>
        <source>How help is shown</source>
        <translation>Hur hjälpen visas</translation>
    </message>
    <message>
        <source>Which help is shown</source>
        <translation>Vilken hjälp som visas</translation>
    </message>
    <message>
        <source>First contact noted</source>
        <translation>Första kontakten antecknad</translation>
    </message>
    <message>
        <source>Reviewed</source>
        <translation>Granskat</translation>
    </message>
    <message>
        <source>Removed</source>
        <translation>Borttaget</translation>
    </message>
</context>
<context>
    <name>HelpSheet</name>
    <message>
        <source>Consent given</source>
        <translation>Samtycke finns</translation>
    </message>
    <message>
        <source>No consent yet</source>
        <translation>Samtycke saknas än</translation>
    </message>
    <message>
        <source>Imported, and nobody has looked at it yet.</source>
        <translation>Importerat och ännu inte granskat av någon.</translation>
    </message>
    <message>
        <source>First contact now</source>
        <translation>Första kontakten nu</translation>
    </message>
    <message>
        <source>Move to another stage</source>
        <translation>Flytta till ett annat steg</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>Ändra</translation>
    </message>
    <message>
        <source>I have reviewed it</source>
        <translation>Jag har granskat det</translation>
    </message>
    <message>
        <source>The help</source>
        <translation>Hjälpen</translation>
    </message>
    <message>
        <source>Removed</source>
        <translation>Borttagen</translation>
    </message>
    <message>
        <source>Time to first contact</source>
        <translation>Tid till första kontakt</translation>
    </message>
    <message>
        <source>Follow-ups are counted from the first contact.</source>
        <translation>Uppföljningarna räknas från den första kontakten.</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Ändra</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Anteckna</translation>
    </message>
    <message>
        <source>After {n} months</source>
        <translation>Efter {n} månader</translation>
    </message>
</context>
</TS>
