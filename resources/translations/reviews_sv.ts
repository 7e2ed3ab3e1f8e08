<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="sv">
<context>
    <name>ReviewForms</name>
    <message>
        <source>Why it is still needed</source>
        <translation>Varför uppgiften fortfarande behövs</translation>
    </message>
    <message>
        <source>Keep {title}</source>
        <translation>Behåll {title}</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>Behåll</translation>
    </message>
    <message>
        <source>Kept</source>
        <translation>Behållen</translation>
    </message>
    <message>
        <source>Why it holds no longer</source>
        <translation>Varför den inte längre gäller</translation>
    </message>
    <message>
        <source>End the link {title}</source>
        <translation>Avsluta kopplingen {title}</translation>
    </message>
    <message>
        <source>Close the group {title}</source>
        <translation>Stäng gruppen {title}</translation>
    </message>
    <message>
        <source>Close {title}: every link to a group ends</source>
        <translation>Stäng {title}: alla kopplingar till grupper avslutas</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Stäng</translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>Stängd</translation>
    </message>
    <message>
        <source>Stands in the history beside the review.</source>
        <translation>Står i loggen vid översynen.</translation>
    </message>
</context>
<context>
    <name>ReviewSheet</name>
    <message numerus="yes">
        <source>Due {date}, %n day(s) ago</source>
        <translation>
            <numerusform>Skulle ha setts över {date}, för %n dag sedan</numerusform>
            <numerusform>Skulle ha setts över {date}, för %n dagar sedan</numerusform>
        </translation>
    </message>
    <message>
        <source>Due today</source>
        <translation>Ska ses över i dag</translation>
    </message>
    <message>
        <source>Imported, and nobody has looked at it yet.</source>
        <translation>Importerad, och ingen har sett över den än.</translation>
    </message>
    <message>
        <source>What it rests on</source>
        <translation>Vad den bygger på</translation>
    </message>
    <message>
        <source>Since the last review, {date}</source>
        <translation>Sedan förra översynen, {date}</translation>
    </message>
    <message>
        <source>Nothing has happened and nothing was changed.</source>
        <translation>Inget har hänt och inget har ändrats.</translation>
    </message>
    <message>
        <source>Changes in the record</source>
        <translation>Ändringar i posten</translation>
    </message>
    <message numerus="yes">
        <source>{date} by {user}, %n day(s) ago</source>
        <translation>
            <numerusform>{date} av {user}, för %n dag sedan</numerusform>
            <numerusform>{date} av {user}, för %n dagar sedan</numerusform>
        </translation>
    </message>
    <message>
        <source>Entered</source>
        <translation>Införd</translation>
    </message>
    <message>
        <source>Kept until</source>
        <translation>Sparas till</translation>
    </message>
    <message>
        <source>No link to a group that holds today.</source>
        <translation>Ingen koppling till grupp gäller i dag.</translation>
    </message>
    <message>
        <source>No source</source>
        <translation>Ingen källa</translation>
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
        <source>No basis</source>
        <translation>Inga skäl</translation>
    </message>
    <message>
        <source>From {span}</source>
        <translation>Gäller {span}</translation>
    </message>
</context>
<context>
    <name>ReviewsPage</name>
    <message>
        <source>Reviews</source>
        <translation>Översyner</translation>
    </message>
    <message>
        <source>How far the walk has come</source>
        <translation>Hur långt genomgången har kommit</translation>
    </message>
    <message>
        <source>No review is due.</source>
        <translation>Inget ska ses över just nu.</translation>
    </message>
    <message>
        <source>Begin again</source>
        <translation>Börja om</translation>
    </message>
    <message>
        <source>Reason, without names</source>
        <translation>Skäl, utan namn</translation>
    </message>
    <message>
        <source>{title} and everything that is its own goes for good: records, index, drafts and the values in the history. This cannot be undone.</source>
        <translation>{title} och allt som hör dit försvinner för gott: poster, index, utkast och värdena i loggen. Det kan inte ångras.</translation>
    </message>
    <message>
        <source>Erased</source>
        <translation>Gallrat</translation>
    </message>
    <message>
        <source>Erase for good</source>
        <translation>Gallra för gott</translation>
    </message>
    <message>
        <source>Erase</source>
        <translation>Gallra</translation>
    </message>
    <message>
        <source>{done} done, {left} left</source>
        <translation>{done} klara, {left} kvar</translation>
    </message>
    <message>
        <source>{count} put off</source>
        <translation>{count} uppskjutna</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>Behåll</translation>
    </message>
    <message>
        <source>Correct</source>
        <translation>Rätta</translation>
    </message>
    <message>
        <source>End the link</source>
        <translation>Avsluta kopplingen</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Stäng</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>Senare</translation>
    </message>
</context>
</TS>
