<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="sv">
<context>
    <name>Decide</name>
    <message>
        <source>To decide</source>
        <translation>Att avgöra</translation>
    </message>
    <message>
        <source>Everybody is either certainly known or certainly new.</source>
        <translation>Alla är antingen säkert kända eller säkert nya.</translation>
    </message>
    <message>
        <source>Row</source>
        <translation>Rad</translation>
    </message>
    <message>
        <source>In the workbook</source>
        <translation>I kalkylbladet</translation>
    </message>
    <message>
        <source>Because</source>
        <translation>Skäl</translation>
    </message>
    <message>
        <source>May be</source>
        <translation>Kan vara</translation>
    </message>
    <message>
        <source>Decided</source>
        <translation>Avgjort</translation>
    </message>
    <message>
        <source>{sheet}, row {row}</source>
        <translation>{sheet}, rad {row}</translation>
    </message>
    <message>
        <source>New person, until you decide</source>
        <translation>Ny person, tills du avgör</translation>
    </message>
    <message>
        <source>Same as {name}</source>
        <translation>Samma som {name}</translation>
    </message>
    <message>
        <source>New person</source>
        <translation>Ny person</translation>
    </message>
    <message>
        <source>Who is {name} in {place}?</source>
        <translation>Vem är {name} i {place}?</translation>
    </message>
    <message>
        <source>The same as {name}</source>
        <translation>Samma som {name}</translation>
    </message>
    <message>
        <source>A new person</source>
        <translation>En ny person</translation>
    </message>
</context>
<context>
    <name>Import</name>
    <message>
        <source>Sheet</source>
        <translation>Flik</translation>
    </message>
    <message>
        <source>Row</source>
        <translation>Rad</translation>
    </message>
    <message>
        <source>Column</source>
        <translation>Kolumn</translation>
    </message>
    <message>
        <source>In the cell</source>
        <translation>I cellen</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Varför</translation>
    </message>
    <message>
        <source>Becomes</source>
        <translation>Blir</translation>
    </message>
    <message>
        <source>Says</source>
        <translation>Innehåll</translation>
    </message>
</context>
<context>
    <name>ImportPage</name>
    <message>
        <source>Choose a workbook</source>
        <translation>Välj kalkylblad</translation>
    </message>
    <message>
        <source>Import a workbook</source>
        <translation>Importera kalkylblad</translation>
    </message>
    <message>
        <source>Bring in the lists you already keep: people, talks, call-ins, calls, focus rounds and help. XLSX, ODS and CSV are read, sheets and columns are recognised by their headings, and you see what would come in before anything is changed.</source>
        <translation>Ta in de listor du redan har: personer, samtal, call-in, telefonsamtal, omgångar med ökat fokus och stöd. XLSX, ODS och CSV kan läsas. Flikar och kolumner känns igen på sina rubriker, och du ser vad som skulle komma in innan något ändras.</translation>
    </message>
    <message>
        <source>Reading the workbook …</source>
        <translation>Läser kalkylbladet …</translation>
    </message>
    <message>
        <source>Workbooks</source>
        <translation>Kalkylblad</translation>
    </message>
    <message>
        <source>Taking in the workbook</source>
        <translation>Läser in kalkylbladet</translation>
    </message>
    <message>
        <source>The workbook is in the vault</source>
        <translation>Kalkylbladet finns nu i valvet</translation>
    </message>
    <message>
        <source>The workbook has been taken in</source>
        <translation>Kalkylbladet har lästs in</translation>
    </message>
    <message>
        <source>Go to people</source>
        <translation>Gå till personer</translation>
    </message>
    <message>
        <source>Another workbook</source>
        <translation>Ett annat kalkylblad</translation>
    </message>
    <message>
        <source>Everything is marked as imported and stands on the data-quality list until it is reviewed.</source>
        <translation>Allt är märkt som importerat och står på listan över datakvalitet tills det har granskats.</translation>
    </message>
    <message>
        <source>Left out</source>
        <translation>Utelämnat</translation>
    </message>
    <message>
        <source>Rows with rejected cells: {count}</source>
        <translation>Rader med avvisade celler: {count}</translation>
    </message>
</context>
<context>
    <name>PreviewView</name>
    <message>
        <source>Rejected cells</source>
        <translation>Avvisade celler</translation>
    </message>
    <message>
        <source>Every cell can be taken in.</source>
        <translation>Alla celler kan läsas in.</translation>
    </message>
    <message>
        <source>All rows</source>
        <translation>Alla rader</translation>
    </message>
    <message>
        <source>No sheet is taken in.</source>
        <translation>Ingen flik läses in.</translation>
    </message>
    <message>
        <source>Sheets and columns</source>
        <translation>Flikar och kolumner</translation>
    </message>
    <message>
        <source>To decide ({count})</source>
        <translation>Att avgöra ({count})</translation>
    </message>
    <message>
        <source>Rejected ({count})</source>
        <translation>Avvisade ({count})</translation>
    </message>
    <message>
        <source>All rows ({count})</source>
        <translation>Alla rader ({count})</translation>
    </message>
    <message>
        <source>1 person already known</source>
        <translation>1 person redan känd</translation>
    </message>
    <message>
        <source>{count} people already known</source>
        <translation>{count} personer redan kända</translation>
    </message>
    <message>
        <source>Already there: {count}</source>
        <translation>Finns redan: {count}</translation>
    </message>
    <message>
        <source>Rejected cells: {count}</source>
        <translation>Avvisade celler: {count}</translation>
    </message>
    <message>
        <source>Nothing comes in while cells are rejected. Correct them, or leave them out.</source>
        <translation>Inget läses in så länge celler avvisas. Rätta dem eller lämna dem utanför.</translation>
    </message>
    <message>
        <source>Whoever was erased but still stands in the file comes in again: no list is kept.</source>
        <translation>Den som har gallrats men står kvar i filen kommer in igen: ingen lista förs över dem.</translation>
    </message>
    <message>
        <source>{count} to decide</source>
        <translation>{count} att avgöra</translation>
    </message>
    <message>
        <source>Leave out the rows that have rejected cells</source>
        <translation>Lämna rader med avvisade celler utanför</translation>
    </message>
    <message>
        <source>Take in {count} entries</source>
        <translation>Läs in {count} poster</translation>
    </message>
    <message>
        <source>There is nothing new to take in.</source>
        <translation>Det finns inget nytt att läsa in.</translation>
    </message>
    <message>
        <source>All of it comes in as one step that Undo takes back, marked for review.</source>
        <translation>Allt kommer in i ett steg som går att ångra, märkt för granskning.</translation>
    </message>
</context>
<context>
    <name>Sheets</name>
    <message>
        <source>Sheets</source>
        <translation>Flikar</translation>
    </message>
    <message>
        <source>Not taken in</source>
        <translation>Läses inte in</translation>
    </message>
    <message>
        <source>{what}: {count} rows</source>
        <translation>{what}: {count} rader</translation>
    </message>
    <message>
        <source>No headings are recognised here. Say what the sheet holds to take it in.</source>
        <translation>Inga rubriker känns igen här. Ange vad fliken innehåller för att läsa in den.</translation>
    </message>
    <message>
        <source>Headings in row {row}.</source>
        <translation>Rubriker på rad {row}.</translation>
    </message>
    <message>
        <source>Rows that are no entries (sums, comments): {rows}.</source>
        <translation>Rader som inte är poster (summor, kommentarer): {rows}.</translation>
    </message>
    <message>
        <source>Do not take in</source>
        <translation>Läs inte in</translation>
    </message>
    <message>
        <source>The sheet holds</source>
        <translation>Fliken innehåller</translation>
    </message>
    <message>
        <source>Column in the workbook</source>
        <translation>Kolumn i kalkylbladet</translation>
    </message>
    <message>
        <source>Taken in as</source>
        <translation>Läses in som</translation>
    </message>
</context>
</TS>
