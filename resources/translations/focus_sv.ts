<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="sv">
<context>
    <name>CountersField</name>
    <message>
        <source>Write one count a line: what was counted, then the number.</source>
        <translation>Skriv ett antal per rad: först vad som räknats, sedan siffran.</translation>
    </message>
</context>
<context>
    <name>FocusChart</name>
    <message>
        <source>This round</source>
        <translation>Den här omgången</translation>
    </message>
    <message>
        <source>The round beside incidents, talks, measures and reviews</source>
        <translation>Omgången bredvid händelser, samtal, åtgärder och omprövningar</translation>
    </message>
    <message>
        <source>Incidents: {n}</source>
        <translation>Händelser: {n}</translation>
    </message>
    <message>
        <source>Talks: {n}</source>
        <translation>Samtal: {n}</translation>
    </message>
    <message>
        <source>Measures: {n}</source>
        <translation>Åtgärder: {n}</translation>
    </message>
    <message>
        <source>Reviews: {n}</source>
        <translation>Omprövningar: {n}</translation>
    </message>
    <message>
        <source>Round from {date}</source>
        <translation>Omgång från {date}</translation>
    </message>
</context>
<context>
    <name>FocusColumns</name>
    <message>
        <source>Group</source>
        <translation>Grupp</translation>
    </message>
    <message>
        <source>Began</source>
        <translation>Började</translation>
    </message>
    <message>
        <source>Lasted</source>
        <translation>Längd</translation>
    </message>
    <message>
        <source>Measures</source>
        <translation>Åtgärder</translation>
    </message>
    <message>
        <source>Review</source>
        <translation>Omprövning</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>Datum</translation>
    </message>
    <message>
        <source>Incident</source>
        <translation>Händelse</translation>
    </message>
    <message>
        <source>Area</source>
        <translation>Område</translation>
    </message>
    <message>
        <source>Decision</source>
        <translation>Beslut</translation>
    </message>
    <message>
        <source>1 day</source>
        <translation>1 dag</translation>
    </message>
    <message>
        <source>{n} days</source>
        <translation>{n} dagar</translation>
    </message>
    <message>
        <source>Ended {date}</source>
        <translation>Avslutad {date}</translation>
    </message>
    <message>
        <source>Attribution in question</source>
        <translation>Bedömningen ifrågasatt</translation>
    </message>
    <message>
        <source>No date</source>
        <translation>Datum saknas</translation>
    </message>
    <message>
        <source>1 day late</source>
        <translation>1 dag försenad</translation>
    </message>
    <message>
        <source>{n} days late</source>
        <translation>{n} dagar försenad</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>I dag</translation>
    </message>
    <message>
        <source>No group</source>
        <translation>Ingen grupp</translation>
    </message>
    <message>
        <source>To decide</source>
        <translation>Att besluta</translation>
    </message>
</context>
<context>
    <name>FocusForms</name>
    <message>
        <source>Change the focus round</source>
        <translation>Ändra omgången</translation>
    </message>
    <message>
        <source>New focus round</source>
        <translation>Ny omgång</translation>
    </message>
    <message>
        <source>Is the attribution still right? Are the measures still in proportion? If not, end the round or change it. To go on, say when it is reviewed next.</source>
        <translation>Stämmer det fortfarande att händelsen tillskrivs gruppen? Står åtgärderna i proportion? Avsluta eller ändra annars omgången. Ange när den omprövas nästa gång om den ska fortsätta.</translation>
    </message>
    <message>
        <source>Next review</source>
        <translation>Nästa omprövning</translation>
    </message>
    <message>
        <source>Review the focus round</source>
        <translation>Ompröva omgången</translation>
    </message>
    <message>
        <source>Reviewed, it goes on</source>
        <translation>Omprövad, den fortsätter</translation>
    </message>
    <message>
        <source>Reviewed</source>
        <translation>Omprövad</translation>
    </message>
    <message>
        <source>What the group was told</source>
        <translation>Vad gruppen fick veta</translation>
    </message>
    <message>
        <source>A wrong attribution opens the incidents again: they must be judged anew, and other rounds on them be reviewed.</source>
        <translation>Om händelsen tillskrevs fel grupp öppnas den igen: den måste bedömas på nytt, och andra omgångar som bygger på den omprövas.</translation>
    </message>
    <message>
        <source>End the focus round</source>
        <translation>Avsluta omgången</translation>
    </message>
    <message>
        <source>The end</source>
        <translation>Avslutet</translation>
    </message>
    <message>
        <source>The decision</source>
        <translation>Beslutet</translation>
    </message>
    <message>
        <source>Limits</source>
        <translation>Gränser</translation>
    </message>
    <message>
        <source>Increased focus gives nobody new powers: ordinary lawful measures are used with priority.</source>
        <translation>Ökat fokus ger ingen nya befogenheter: vanliga, lagliga åtgärder används med prioritet.</translation>
    </message>
</context>
<context>
    <name>FocusPage</name>
    <message>
        <source>Filter</source>
        <translation>Filtrera</translation>
    </message>
    <message>
        <source>Remove what is shown</source>
        <translation>Ta bort det som visas</translation>
    </message>
    <message>
        <source>Focus rounds</source>
        <translation>Ökat fokus</translation>
    </message>
    <message>
        <source>Your role does not read this part.</source>
        <translation>Din roll läser inte den här delen.</translation>
    </message>
    <message>
        <source>A round of increased focus on a group starts with a decision, a ground and a date of review.</source>
        <translation>En omgång med ökat fokus på en grupp börjar med ett beslut, en grund och ett datum för omprövning.</translation>
    </message>
    <message>
        <source>Choose a round or an incident to read it here.</source>
        <translation>Välj en omgång eller en händelse för att läsa om den här.</translation>
    </message>
    <message>
        <source>Incidents</source>
        <translation>Händelser</translation>
    </message>
    <message>
        <source>What the list shows</source>
        <translation>Vad listan visar</translation>
    </message>
    <message>
        <source>Shootings, explosions and other violence are noted here, with what was decided after them.</source>
        <translation>Här antecknas skjutningar, sprängningar och annat våld, och vad som beslutades efteråt.</translation>
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
        <source>Log an incident</source>
        <translation>Logga en händelse</translation>
    </message>
    <message>
        <source>New focus round</source>
        <translation>Ny omgång</translation>
    </message>
</context>
<context>
    <name>FocusSheet</name>
    <message>
        <source>{days}, since {date}</source>
        <translation>{days}, sedan {date}</translation>
    </message>
    <message>
        <source>Running</source>
        <translation>Pågår</translation>
    </message>
    <message>
        <source>Ended</source>
        <translation>Avslutad</translation>
    </message>
    <message>
        <source>Review: {when}</source>
        <translation>Omprövning: {when}</translation>
    </message>
    <message>
        <source>Review now</source>
        <translation>Ompröva nu</translation>
    </message>
    <message>
        <source>End it</source>
        <translation>Avsluta</translation>
    </message>
    <message>
        <source>The group was told</source>
        <translation>Gruppen har fått veta</translation>
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
        <source>Imported, and nobody has looked at it yet.</source>
        <translation>Importerat och ännu inte granskat av någon.</translation>
    </message>
    <message>
        <source>The review is overdue. Review the round now, or end it.</source>
        <translation>Omprövningen är försenad. Ompröva omgången nu eller avsluta den.</translation>
    </message>
    <message>
        <source>Nobody has said how sure it is that this group is behind it.</source>
        <translation>Det är inte angivet hur säkert det är att gruppen ligger bakom.</translation>
    </message>
    <message>
        <source>1 day since the last incident</source>
        <translation>1 dag sedan den senaste händelsen</translation>
    </message>
    <message>
        <source>{n} days since the last incident</source>
        <translation>{n} dagar sedan den senaste händelsen</translation>
    </message>
    <message>
        <source>The end</source>
        <translation>Avslutet</translation>
    </message>
    <message>
        <source>The decision</source>
        <translation>Beslutet</translation>
    </message>
    <message>
        <source>Limits</source>
        <translation>Gränser</translation>
    </message>
    <message>
        <source>Neither exclusions nor proportionality are noted.</source>
        <translation>Varken undantag eller proportionalitet är antecknade.</translation>
    </message>
    <message>
        <source>Add a measure</source>
        <translation>Lägg till en åtgärd</translation>
    </message>
    <message>
        <source>Measures</source>
        <translation>Åtgärder</translation>
    </message>
    <message>
        <source>No measure is noted.</source>
        <translation>Ingen åtgärd är antecknad.</translation>
    </message>
    <message>
        <source>no legal ground noted</source>
        <translation>ingen rättslig grund angiven</translation>
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
        <source>Time line</source>
        <translation>Tidslinje</translation>
    </message>
    <message>
        <source>Show everything</source>
        <translation>Visa allt</translation>
    </message>
</context>
<context>
    <name>IncidentForms</name>
    <message>
        <source>Proposal</source>
        <translation>Förslag</translation>
    </message>
    <message>
        <source>Change the incident</source>
        <translation>Ändra händelsen</translation>
    </message>
    <message>
        <source>Log an incident</source>
        <translation>Logga en händelse</translation>
    </message>
    <message>
        <source>Decide after the incident</source>
        <translation>Besluta efter händelsen</translation>
    </message>
    <message>
        <source>The practice would consider: {proposal}. It is a proposal; you decide, and say why.</source>
        <translation>Enligt arbetssättet bör ni överväga: {proposal}. Det är ett förslag. Ni beslutar och anger skälet.</translation>
    </message>
</context>
<context>
    <name>IncidentList</name>
    <message>
        <source>Which incidents are shown</source>
        <translation>Vilka händelser som visas</translation>
    </message>
    <message>
        <source>All incidents</source>
        <translation>Alla händelser</translation>
    </message>
    <message>
        <source>To decide</source>
        <translation>Att besluta</translation>
    </message>
    <message>
        <source>Incidents</source>
        <translation>Händelser</translation>
    </message>
    <message>
        <source>Nothing fits the filter.</source>
        <translation>Inget passar filtret.</translation>
    </message>
    <message>
        <source>No incident waits for a decision.</source>
        <translation>Ingen händelse väntar på beslut.</translation>
    </message>
</context>
<context>
    <name>IncidentSheet</name>
    <message>
        <source>To decide</source>
        <translation>Att besluta</translation>
    </message>
    <message>
        <source>Imported, and nobody has looked at it yet.</source>
        <translation>Importerat och ännu inte granskat av någon.</translation>
    </message>
    <message>
        <source>Focus rounds after it</source>
        <translation>Ökat fokus efter händelsen</translation>
    </message>
    <message>
        <source>None.</source>
        <translation>Ingen omgång.</translation>
    </message>
    <message>
        <source>Decide</source>
        <translation>Besluta</translation>
    </message>
    <message>
        <source>Start a focus round</source>
        <translation>Inled ökat fokus</translation>
    </message>
    <message>
        <source>Plan a notification round</source>
        <translation>Planera en samtalsomgång</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>Ändra</translation>
    </message>
    <message>
        <source>Change the decision</source>
        <translation>Ändra beslutet</translation>
    </message>
    <message>
        <source>I have reviewed it</source>
        <translation>Jag har granskat det</translation>
    </message>
    <message>
        <source>The incident</source>
        <translation>Händelsen</translation>
    </message>
    <message>
        <source>Removed</source>
        <translation>Borttagen</translation>
    </message>
    <message>
        <source>The decision</source>
        <translation>Beslutet</translation>
    </message>
    <message>
        <source>Running</source>
        <translation>Pågår</translation>
    </message>
    <message>
        <source>Ended</source>
        <translation>Avslutad</translation>
    </message>
    <message>
        <source>From {date}</source>
        <translation>Från {date}</translation>
    </message>
</context>
<context>
    <name>MeasureForm</name>
    <message>
        <source>One a line, such as: Checks 12</source>
        <translation>Ett per rad, till exempel: Kontroller 12</translation>
    </message>
    <message>
        <source>Change the measure</source>
        <translation>Ändra åtgärden</translation>
    </message>
    <message>
        <source>New measure</source>
        <translation>Ny åtgärd</translation>
    </message>
</context>
</TS>
