<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="sv">
<context>
    <name>BlockColumn</name>
    <message>
        <source>Blocks in order</source>
        <translation>Textblock i ordning</translation>
    </message>
    <message>
        <source>Add a block</source>
        <translation>Lägg till ett textblock</translation>
    </message>
    <message>
        <source>Move up</source>
        <translation>Flytta upp</translation>
    </message>
    <message>
        <source>Move down</source>
        <translation>Flytta ned</translation>
    </message>
    <message>
        <source>Take out of the script</source>
        <translation>Ta bort ur talmanuset</translation>
    </message>
    <message>
        <source>New block</source>
        <translation>Nytt textblock</translation>
    </message>
    <message>
        <source>Without a title</source>
        <translation>Utan rubrik</translation>
    </message>
</context>
<context>
    <name>FindingsView</name>
    <message>
        <source>Reading time</source>
        <translation>Talartid</translation>
    </message>
    <message>
        <source>Words</source>
        <translation>Ord</translation>
    </message>
    <message>
        <source>Readability (LIX)</source>
        <translation>Läsbarhet (LIX)</translation>
    </message>
    <message>
        <source>Core messages</source>
        <translation>Kärnbudskap</translation>
    </message>
    <message>
        <source>To look at</source>
        <translation>Att se över</translation>
    </message>
    <message>
        <source>No words to look at.</source>
        <translation>Inga ord att se över.</translation>
    </message>
    <message>
        <source>and {count} more</source>
        <translation>och {count} till</translation>
    </message>
    <message>
        <source>in the text</source>
        <translation>finns i texten</translation>
    </message>
    <message>
        <source>not in the text</source>
        <translation>saknas i texten</translation>
    </message>
</context>
<context>
    <name>ScriptColumns</name>
    <message>
        <source>Title</source>
        <translation>Rubrik</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>Version</translation>
    </message>
    <message>
        <source>Used for</source>
        <translation>Används vid</translation>
    </message>
    <message>
        <source>Messages</source>
        <translation>Budskap</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Tid</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>Budskap</translation>
    </message>
    <message>
        <source>Law</source>
        <translation>Juridik</translation>
    </message>
    <message>
        <source>Checked</source>
        <translation>Granskat</translation>
    </message>
    <message>
        <source>Outdated</source>
        <translation>Ersatt</translation>
    </message>
</context>
<context>
    <name>ScriptForms</name>
    <message>
        <source>New script</source>
        <translation>Nytt talmanus</translation>
    </message>
    <message>
        <source>{title}, version {version}</source>
        <translation>{title}, version {version}</translation>
    </message>
    <message>
        <source>Used in {scripts}. Drafts follow; an approved text stays as it is.</source>
        <translation>Används i {scripts}. Utkast följer med, godkänd text ändras inte.</translation>
    </message>
    <message>
        <source>Change the block</source>
        <translation>Ändra textblocket</translation>
    </message>
    <message>
        <source>New block</source>
        <translation>Nytt textblock</translation>
    </message>
    <message>
        <source>The first approval pins the text: from then on it never changes, only a new version does.</source>
        <translation>Det första godkännandet låser texten. Därefter ändras den aldrig, bara en ny version kan skrivas.</translation>
    </message>
    <message>
        <source>Agency</source>
        <translation>Myndighet</translation>
    </message>
    <message>
        <source>Who approves</source>
        <translation>Vem som godkänner</translation>
    </message>
    <message>
        <source>Approve {title}</source>
        <translation>Godkänn {title}</translation>
    </message>
    <message>
        <source>Approve</source>
        <translation>Godkänn</translation>
    </message>
    <message>
        <source>Approved</source>
        <translation>Godkänt</translation>
    </message>
</context>
<context>
    <name>ScriptPrinting</name>
    <message>
        <source>For which call-in</source>
        <translation>För vilken call-in</translation>
    </message>
    <message>
        <source>Print in large type</source>
        <translation>Skriv ut i stor stil</translation>
    </message>
</context>
<context>
    <name>ScriptSheets</name>
    <message>
        <source>Version {version}</source>
        <translation>Version {version}</translation>
    </message>
    <message>
        <source>Print in large type</source>
        <translation>Skriv ut i stor stil</translation>
    </message>
    <message>
        <source>A newer version has been approved.</source>
        <translation>En nyare version är godkänd.</translation>
    </message>
    <message>
        <source>Go to the newer version</source>
        <translation>Visa den nyare versionen</translation>
    </message>
    <message>
        <source>About the text</source>
        <translation>Om texten</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>No blocks yet.</source>
        <translation>Inga textblock än.</translation>
    </message>
    <message>
        <source>Write</source>
        <translation>Skriv</translation>
    </message>
    <message>
        <source>Approve</source>
        <translation>Godkänn</translation>
    </message>
    <message>
        <source>Another agency approves</source>
        <translation>Ännu en myndighet godkänner</translation>
    </message>
    <message>
        <source>New version</source>
        <translation>Ny version</translation>
    </message>
    <message>
        <source>Retire</source>
        <translation>Ta ur bruk</translation>
    </message>
    <message>
        <source>What was approved is pinned</source>
        <translation>Det som godkändes är låst</translation>
    </message>
    <message>
        <source>Checked by a lawyer</source>
        <translation>Granskat av jurist</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>Ändra</translation>
    </message>
    <message>
        <source>Used in</source>
        <translation>Används i</translation>
    </message>
    <message>
        <source>No script uses it.</source>
        <translation>Inget talmanus använder det.</translation>
    </message>
    <message>
        <source>What was said with it</source>
        <translation>Vad som har sagts med det</translation>
    </message>
    <message>
        <source>the same text</source>
        <translation>samma text</translation>
    </message>
    <message>
        <source>another text than the one kept here</source>
        <translation>en annan text än den som finns här</translation>
    </message>
    <message>
        <source>{count} with another text</source>
        <translation>{count} med en annan text</translation>
    </message>
    <message>
        <source>Talks: {count}</source>
        <translation>Enskilda samtal: {count}</translation>
    </message>
    <message>
        <source>What was said is no longer what is kept here.</source>
        <translation>Det som sades är inte längre det som finns här.</translation>
    </message>
</context>
<context>
    <name>ScriptWords</name>
    <message>
        <source>{seconds} s</source>
        <translation>{seconds} s</translation>
    </message>
    <message>
        <source>{minutes} min {seconds} s</source>
        <translation>{minutes} min {seconds} s</translation>
    </message>
    <message>
        <source>Too short to tell</source>
        <translation>För kort text för att mätas</translation>
    </message>
    <message>
        <source>very easy to follow</source>
        <translation>mycket lätt att följa</translation>
    </message>
    <message>
        <source>easy to follow</source>
        <translation>lätt att följa</translation>
    </message>
    <message>
        <source>average</source>
        <translation>medelsvår</translation>
    </message>
    <message>
        <source>hard to follow when heard</source>
        <translation>svår att följa när man lyssnar</translation>
    </message>
    <message>
        <source>Sounds like a threat</source>
        <translation>Låter som ett hot</translation>
    </message>
    <message>
        <source>Promises too much</source>
        <translation>Lovar för mycket</translation>
    </message>
    <message>
        <source>Claim about law, not checked</source>
        <translation>Påstående om lag, inte granskat</translation>
    </message>
    <message>
        <source>Labels people</source>
        <translation>Stämplar människor</translation>
    </message>
    <message>
        <source>There is no such field</source>
        <translation>Det fältet finns inte</translation>
    </message>
    <message>
        <source>Empty field, filled in under Office</source>
        <translation>Tomt fält, fylls i under Kontor</translation>
    </message>
    <message>
        <source>Name of a person or group</source>
        <translation>Namn på person eller grupp</translation>
    </message>
</context>
<context>
    <name>ScriptsPage</name>
    <message>
        <source>Filter scripts</source>
        <translation>Sök talmanus</translation>
    </message>
    <message>
        <source>New block</source>
        <translation>Nytt textblock</translation>
    </message>
    <message>
        <source>New script</source>
        <translation>Nytt talmanus</translation>
    </message>
    <message>
        <source>Remove what is shown</source>
        <translation>Ta bort det som visas</translation>
    </message>
    <message>
        <source>Scripts</source>
        <translation>Talmanus</translation>
    </message>
    <message>
        <source>No script of this kind.</source>
        <translation>Inga sådana talmanus.</translation>
    </message>
    <message>
        <source>What is said at call-ins and in talks is written here, from blocks that scripts share.</source>
        <translation>Här skrivs det som sägs vid call-in och i enskilda samtal, av textblock som flera talmanus delar.</translation>
    </message>
    <message>
        <source>Choose a script or a block to read it here.</source>
        <translation>Välj ett talmanus eller ett textblock att läsa här.</translation>
    </message>
    <message>
        <source>What the list shows</source>
        <translation>Vad listan visar</translation>
    </message>
    <message>
        <source>Blocks</source>
        <translation>Textblock</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Språk</translation>
    </message>
    <message>
        <source>All languages</source>
        <translation>Alla språk</translation>
    </message>
    <message>
        <source>Which scripts</source>
        <translation>Vilka talmanus</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Alla</translation>
    </message>
    <message>
        <source>A block is a piece of text that several scripts share.</source>
        <translation>Ett textblock är ett stycke text som flera talmanus delar.</translation>
    </message>
    <message>
        <source>A draft of the next version</source>
        <translation>Ett utkast till nästa version</translation>
    </message>
    <message>
        <source>Retired</source>
        <translation>Taget ur bruk</translation>
    </message>
    <message>
        <source>Removed</source>
        <translation>Borttaget</translation>
    </message>
</context>
<context>
    <name>TextColumn</name>
    <message>
        <source>Add a block on the left, or write a new one.</source>
        <translation>Lägg till ett textblock till vänster eller skriv ett nytt.</translation>
    </message>
    <message>
        <source>Also used in {scripts}. Drafts follow; an approved text stays as it is.</source>
        <translation>Används även i {scripts}. Utkast följer med, godkänd text ändras inte.</translation>
    </message>
    <message>
        <source>Used in no other script.</source>
        <translation>Används inte i något annat talmanus.</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Paus</translation>
    </message>
    <message>
        <source>Look up</source>
        <translation>Titta upp</translation>
    </message>
    <message>
        <source>Stand up</source>
        <translation>Res dig</translation>
    </message>
    <message>
        <source>Show the card</source>
        <translation>Visa kortet</translation>
    </message>
    <message>
        <source>Insert field</source>
        <translation>Infoga fält</translation>
    </message>
    <message>
        <source>Filled in when the script is printed</source>
        <translation>Fylls i när talmanuset skrivs ut</translation>
    </message>
    <message>
        <source>Insert cue</source>
        <translation>Infoga anvisning</translation>
    </message>
    <message>
        <source>A line in [brackets] is a cue: it stands in the margin, unsaid</source>
        <translation>En rad inom [hakparentes] är en anvisning: den står i marginalen och läses inte upp</translation>
    </message>
</context>
</TS>
