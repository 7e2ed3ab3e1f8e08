<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="sv">
<context>
    <name>Overview</name>
    <message>
        <source>Talks by month</source>
        <translation>Samtal per månad</translation>
    </message>
    <message>
        <source>No talks in the last twelve months.</source>
        <translation>Inga samtal de senaste tolv månaderna.</translation>
    </message>
    <message>
        <source>Talks</source>
        <translation>Samtal</translation>
    </message>
    <message>
        <source>of which with somebody under 18</source>
        <translation>varav med någon under 18 år</translation>
    </message>
    <message>
        <source>Month</source>
        <translation>Månad</translation>
    </message>
    <message>
        <source>Attendance</source>
        <translation>Närvaro</translation>
    </message>
    <message>
        <source>No call-in has been held in the last year.</source>
        <translation>Inget call-in har hållits det senaste året.</translation>
    </message>
    <message>
        <source>Attendance at call-in {number}</source>
        <translation>Närvaro vid call-in {number}</translation>
    </message>
    <message>
        <source>Called</source>
        <translation>Kallade</translation>
    </message>
    <message>
        <source>Came</source>
        <translation>Kom</translation>
    </message>
    <message>
        <source>Stayed</source>
        <translation>Stannade</translation>
    </message>
    <message>
        <source>Focus rounds</source>
        <translation>Ökat fokus</translation>
    </message>
    <message>
        <source>No focus round in the last year.</source>
        <translation>Ingen omgång med ökat fokus det senaste året.</translation>
    </message>
    <message>
        <source>Next call-in</source>
        <translation>Nästa call-in</translation>
    </message>
    <message>
        <source>No call-in is planned.</source>
        <translation>Inget call-in är planerat.</translation>
    </message>
    <message>
        <source>Plan a call-in</source>
        <translation>Planera ett call-in</translation>
    </message>
    <message>
        <source>Call-in {number}</source>
        <translation>Call-in {number}</translation>
    </message>
    <message>
        <source>Nothing stops it.</source>
        <translation>Inget hindrar det.</translation>
    </message>
    <message>
        <source>{number} more things stop it</source>
        <translation>{number} hinder till</translation>
    </message>
    <message>
        <source>today</source>
        <translation>i dag</translation>
    </message>
    <message>
        <source>tomorrow</source>
        <translation>i morgon</translation>
    </message>
    <message>
        <source>in {days} days</source>
        <translation>om {days} dagar</translation>
    </message>
    <message>
        <source>not decided</source>
        <translation>inte beslutat</translation>
    </message>
    <message>
        <source>{hours} h: {decision}</source>
        <translation>{hours} tim: {decision}</translation>
    </message>
    <message>
        <source>{topic}: ready</source>
        <translation>{topic}: klart</translation>
    </message>
    <message>
        <source>{topic}: {count} left</source>
        <translation>{topic}: {count} kvar</translation>
    </message>
    <message>
        <source>A caller</source>
        <translation>Någon som ringt</translation>
    </message>
    <message>
        <source>{person}, after {months} months</source>
        <translation>{person}, efter {months} månader</translation>
    </message>
    <message>
        <source>anonymous</source>
        <translation>anonym</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>Visa alla</translation>
    </message>
    <message>
        <source>Call back</source>
        <translation>Ring tillbaka</translation>
    </message>
    <message>
        <source>Incidents to decide on</source>
        <translation>Händelser att besluta om</translation>
    </message>
    <message>
        <source>Focus rounds to review</source>
        <translation>Ökat fokus att pröva om</translation>
    </message>
    <message>
        <source>Call-ins to close</source>
        <translation>Call-in att avsluta</translation>
    </message>
    <message>
        <source>Follow-ups of help</source>
        <translation>Uppföljning av hjälp</translation>
    </message>
    <message>
        <source>Speakers to get in touch with</source>
        <translation>Talare att höra av sig till</translation>
    </message>
    <message>
        <source>Links to groups to approve</source>
        <translation>Kopplingar till grupper att godkänna</translation>
    </message>
    <message>
        <source>Names to decide on</source>
        <translation>Namn kvar efter gallring</translation>
    </message>
    <message>
        <source>Entries of the history to review</source>
        <translation>Rader i loggen att granska</translation>
    </message>
    <message>
        <source>Rights cases to answer</source>
        <translation>Rättighetsärenden att besvara</translation>
    </message>
    <message>
        <source>Backups: restore one for trial</source>
        <translation>Säkerhetskopior: återställ en på prov</translation>
    </message>
    <message>
        <source>Recalls to answer</source>
        <translation>Återkallelser att besvara</translation>
    </message>
    <message>
        <source>Bundles to read in the exchange folder</source>
        <translation>Paket att läsa i utbytesmappen</translation>
    </message>
    <message>
        <source>Also waiting</source>
        <translation>Väntar också</translation>
    </message>
    <message>
        <source>Help: first contact not made yet</source>
        <translation>Hjälp: första kontakten återstår</translation>
    </message>
    <message>
        <source>People to review</source>
        <translation>Personer att se över</translation>
    </message>
    <message>
        <source>Links to groups to review</source>
        <translation>Kopplingar till grupper att se över</translation>
    </message>
    <message>
        <source>Groups to review</source>
        <translation>Grupper att se över</translation>
    </message>
    <message>
        <source>Data quality: records to look at</source>
        <translation>Datakvalitet: poster att se på</translation>
    </message>
    <message>
        <source>People whose time is up</source>
        <translation>Personer vars gallringsfrist gått ut</translation>
    </message>
    <message>
        <source>Conflicts after an exchange</source>
        <translation>Konflikter efter ett utbyte</translation>
    </message>
    <message>
        <source>Bundles not read whole</source>
        <translation>Paket som inte lästes helt</translation>
    </message>
    <message>
        <source>Nothing else waits.</source>
        <translation>Inget annat väntar.</translation>
    </message>
</context>
<context>
    <name>OverviewPage</name>
    <message>
        <source>Overview</source>
        <translation>Översikt</translation>
    </message>
    <message>
        <source>The year at a glance</source>
        <translation>Året i korthet</translation>
    </message>
    <message>
        <source>What must be done today stands here. Begin with a workbook you already have, or with a first person.</source>
        <translation>Här står vad som ska göras i dag. Börja med ett kalkylblad du redan har, eller med en första person.</translation>
    </message>
    <message>
        <source>Import a workbook</source>
        <translation>Läs in ett kalkylblad</translation>
    </message>
    <message>
        <source>Tasks due</source>
        <translation>Uppgifter att göra</translation>
    </message>
    <message>
        <source>Nothing is due today.</source>
        <translation>Inget ska vara klart i dag.</translation>
    </message>
    <message>
        <source>All tasks</source>
        <translation>Alla uppgifter</translation>
    </message>
    <message>
        <source>All follow-ups</source>
        <translation>Alla uppföljningar</translation>
    </message>
    <message>
        <source>Follow-ups of talks</source>
        <translation>Uppföljning av samtal</translation>
    </message>
    <message>
        <source>No follow-up is due.</source>
        <translation>Ingen uppföljning väntar.</translation>
    </message>
    <message>
        <source>{person}, after {days} days</source>
        <translation>{person}, efter {days} dagar</translation>
    </message>
</context>
</TS>
