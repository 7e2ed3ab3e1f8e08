<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="sv">
<context>
    <name>GroupColumns</name>
    <message>
        <source>Group</source>
        <translation>Grupp</translation>
    </message>
    <message>
        <source>Area</source>
        <translation>Område</translation>
    </message>
    <message>
        <source>Known</source>
        <translation>Kända</translation>
    </message>
    <message>
        <source>Reached</source>
        <translation>Nådd</translation>
    </message>
    <message>
        <source>In conflict with</source>
        <translation>I konflikt med</translation>
    </message>
    <message>
        <source>Review</source>
        <translation>Översyn</translation>
    </message>
    <message>
        <source>Nobody</source>
        <translation>Ingen</translation>
    </message>
</context>
<context>
    <name>GroupForms</name>
    <message>
        <source>Closing a group sets the review of all its links to today.</source>
        <translation>När en grupp avslutas ska alla kopplingar till den ses över i dag.</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Anteckning</translation>
    </message>
    <message>
        <source>Change {name}</source>
        <translation>Ändra {name}</translation>
    </message>
    <message>
        <source>New group</source>
        <translation>Ny grupp</translation>
    </message>
    <message>
        <source>Change the conflict or alliance</source>
        <translation>Ändra konflikten eller alliansen</translation>
    </message>
    <message>
        <source>Conflict or alliance</source>
        <translation>Konflikt eller allians</translation>
    </message>
</context>
<context>
    <name>GroupSheet</name>
    <message>
        <source>Review due</source>
        <translation>Ska ses över</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>Ändra</translation>
    </message>
    <message>
        <source>I have reviewed it</source>
        <translation>Jag har granskat uppgifterna</translation>
    </message>
    <message>
        <source>Imported, and nobody has looked at it yet.</source>
        <translation>Importerad, och ingen har granskat uppgifterna än.</translation>
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
        <source>Show everything</source>
        <translation>Visa allt</translation>
    </message>
    <message>
        <source>Older</source>
        <translation>Äldre</translation>
    </message>
    <message>
        <source>Facts</source>
        <translation>Uppgifter</translation>
    </message>
    <message>
        <source>about {size}</source>
        <translation>omkring {size}</translation>
    </message>
    <message>
        <source>Known here</source>
        <translation>Kända här</translation>
    </message>
    <message>
        <source>Waiting for approval</source>
        <translation>Väntar på godkännande</translation>
    </message>
    <message>
        <source>Link a person</source>
        <translation>Koppla en person</translation>
    </message>
    <message>
        <source>Members known today</source>
        <translation>Kända medlemmar i dag</translation>
    </message>
    <message>
        <source>Nobody is linked to this group.</source>
        <translation>Ingen är kopplad till gruppen.</translation>
    </message>
    <message>
        <source>{count} more.</source>
        <translation>{count} till.</translation>
    </message>
    <message>
        <source>These do not count as members before another user has approved the grounds.</source>
        <translation>De räknas inte som medlemmar förrän en annan användare har godkänt skälen.</translation>
    </message>
    <message>
        <source>Review {date}</source>
        <translation>Ses över {date}</translation>
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
        <source>No source</source>
        <translation>Källa saknas</translation>
    </message>
    <message>
        <source>Approve</source>
        <translation>Godkänn</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Lägg till</translation>
    </message>
    <message>
        <source>Conflicts and alliances</source>
        <translation>Konflikter och allianser</translation>
    </message>
    <message>
        <source>None that holds today.</source>
        <translation>Ingen som gäller i dag.</translation>
    </message>
    <message>
        <source>since {date}</source>
        <translation>sedan {date}</translation>
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
        <source>Remove</source>
        <translation>Ta bort</translation>
    </message>
</context>
<context>
    <name>GroupsPage</name>
    <message>
        <source>Filter groups</source>
        <translation>Filtrera grupper</translation>
    </message>
    <message>
        <source>Review what is due</source>
        <translation>Gå igenom det som ska ses över</translation>
    </message>
    <message>
        <source>Map of all groups</source>
        <translation>Karta över alla grupper</translation>
    </message>
    <message>
        <source>New group</source>
        <translation>Ny grupp</translation>
    </message>
    <message>
        <source>Remove this group</source>
        <translation>Ta bort gruppen</translation>
    </message>
    <message>
        <source>Groups</source>
        <translation>Grupper</translation>
    </message>
    <message>
        <source>Groups stand here by name or code, with their conflicts and alliances.</source>
        <translation>Här finns grupperna med namn eller kod, och deras konflikter och allianser.</translation>
    </message>
    <message>
        <source>Choose a group to read about it here.</source>
        <translation>Välj en grupp för att läsa om den här.</translation>
    </message>
    <message>
        <source>Approved</source>
        <translation>Godkänd</translation>
    </message>
    <message>
        <source>Ended as of today</source>
        <translation>Avslutat från och med i dag</translation>
    </message>
    <message>
        <source>Reviewed</source>
        <translation>Granskat</translation>
    </message>
    <message>
        <source>Removed</source>
        <translation>Borttaget</translation>
    </message>
    <message>
        <source>Conflicts and alliances</source>
        <translation>Konflikter och allianser</translation>
    </message>
    <message>
        <source>What holds today between all groups</source>
        <translation>Hur alla grupper står mot varandra i dag</translation>
    </message>
    <message>
        <source>None that holds today.</source>
        <translation>Inga som gäller i dag.</translation>
    </message>
    <message numerus="yes">
        <source>%n more group(s) found no room; each group&apos;s page shows its own.</source>
        <translation>
            <numerusform>%n grupp till fick inte plats; varje grupps sida visar dess egna.</numerusform>
            <numerusform>%n grupper till fick inte plats; varje grupps sida visar dess egna.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Saved. %n link(s) to this group are to be reviewed today.</source>
        <translation>
            <numerusform>Sparat. %n koppling till gruppen ska ses över i dag.</numerusform>
            <numerusform>Sparat. %n kopplingar till gruppen ska ses över i dag.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RelationDrawing</name>
    <message>
        <source>Conflicts and alliances</source>
        <translation>Konflikter och allianser</translation>
    </message>
    <message>
        <source>since {date}</source>
        <translation>sedan {date}</translation>
    </message>
</context>
</TS>
