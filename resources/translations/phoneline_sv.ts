<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="sv">
<context>
    <name>CallColumns</name>
    <message>
        <source>When</source>
        <translation>När</translation>
    </message>
    <message>
        <source>Call back</source>
        <translation>Ring upp</translation>
    </message>
    <message>
        <source>Caller</source>
        <translation>Vem</translation>
    </message>
    <message>
        <source>Person</source>
        <translation>Person</translation>
    </message>
    <message>
        <source>About</source>
        <translation>Gäller</translation>
    </message>
    <message>
        <source>Anonymous</source>
        <translation>Anonym</translation>
    </message>
    <message>
        <source>Acute danger</source>
        <translation>Akut fara</translation>
    </message>
    <message>
        <source>Called back</source>
        <translation>Uppringd</translation>
    </message>
    <message>
        <source>{time} late</source>
        <translation>{time} sen</translation>
    </message>
    <message>
        <source>{n} min</source>
        <translation>{n} min</translation>
    </message>
    <message>
        <source>{n} h</source>
        <translation>{n} tim</translation>
    </message>
    <message>
        <source>{n} days</source>
        <translation>{n} dagar</translation>
    </message>
</context>
<context>
    <name>CallForms</name>
    <message>
        <source>How it came in</source>
        <translation>Hur det kom in</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Anteckning</translation>
    </message>
    <message>
        <source>Change the call</source>
        <translation>Ändra samtalet</translation>
    </message>
    <message>
        <source>Log a call</source>
        <translation>Logga ett samtal</translation>
    </message>
    <message>
        <source>Only when the caller has said who they are and agreed that it is noted. Help that came of the call is linked to the person as well.</source>
        <translation>Bara när den som ringde har sagt vem det är och gått med på att det antecknas. Hjälp som kom av samtalet kopplas också till personen.</translation>
    </message>
    <message>
        <source>The caller consents</source>
        <translation>Samtycke till koppling</translation>
    </message>
    <message>
        <source>Offer help</source>
        <translation>Erbjud hjälp</translation>
    </message>
    <message>
        <source>In an hour</source>
        <translation>Om en timme</translation>
    </message>
    <message>
        <source>Tomorrow at 9</source>
        <translation>I morgon kl. 9</translation>
    </message>
    <message>
        <source>Next working day at 9</source>
        <translation>Nästa vardag kl. 9</translation>
    </message>
    <message>
        <source>No call-back</source>
        <translation>Ingen återuppringning</translation>
    </message>
    <message>
        <source>One agency or association a line.</source>
        <translation>En myndighet eller förening per rad.</translation>
    </message>
</context>
<context>
    <name>CallSheet</name>
    <message>
        <source>Call</source>
        <translation>Samtal</translation>
    </message>
    <message>
        <source>Call back: {when}</source>
        <translation>Ring upp: {when}</translation>
    </message>
    <message>
        <source>Imported, and nobody has looked at it yet.</source>
        <translation>Importerat och ännu inte granskat av någon.</translation>
    </message>
    <message>
        <source>Called back</source>
        <translation>Jag har ringt upp</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>Ändra</translation>
    </message>
    <message>
        <source>The caller consents</source>
        <translation>Samtycke till koppling</translation>
    </message>
    <message>
        <source>Offer help</source>
        <translation>Erbjud hjälp</translation>
    </message>
    <message>
        <source>I have reviewed it</source>
        <translation>Jag har granskat det</translation>
    </message>
    <message>
        <source>The call</source>
        <translation>Samtalet</translation>
    </message>
    <message>
        <source>Removed</source>
        <translation>Borttagen</translation>
    </message>
    <message>
        <source>Offer more help</source>
        <translation>Erbjud mer hjälp</translation>
    </message>
    <message>
        <source>Help that came of it</source>
        <translation>Hjälp som kom av samtalet</translation>
    </message>
</context>
<context>
    <name>Danger</name>
    <message>
        <source>Call 112</source>
        <translation>Ring 112</translation>
    </message>
    <message>
        <source>Ask the caller to hang up and call 112 now, or make the call yourself. The form can wait.</source>
        <translation>Be den som ringer att lägga på och ringa 112 nu, eller ring själv. Formuläret kan vänta.</translation>
    </message>
</context>
<context>
    <name>PhoneLinePage</name>
    <message>
        <source>Filter calls</source>
        <translation>Filtrera samtal</translation>
    </message>
    <message>
        <source>Log a call</source>
        <translation>Logga ett samtal</translation>
    </message>
    <message>
        <source>Remove this call</source>
        <translation>Ta bort samtalet</translation>
    </message>
    <message>
        <source>Phone line</source>
        <translation>GVI-telefonen</translation>
    </message>
    <message>
        <source>Your role does not read the phone line.</source>
        <translation>Din roll läser inte GVI-telefonens samtal.</translation>
    </message>
    <message>
        <source>Nobody waits to be called back.</source>
        <translation>Ingen väntar på att bli uppringd.</translation>
    </message>
    <message>
        <source>Calls to the GVI phone stand here. Callers stay anonymous unless they say otherwise.</source>
        <translation>Här står samtalen till GVI-telefonen. Den som ringer är anonym om inget annat sägs.</translation>
    </message>
    <message>
        <source>Choose a call to read it here.</source>
        <translation>Välj ett samtal för att läsa det här.</translation>
    </message>
    <message>
        <source>Which calls are shown</source>
        <translation>Vilka samtal som visas</translation>
    </message>
    <message>
        <source>All calls</source>
        <translation>Alla samtal</translation>
    </message>
    <message>
        <source>To call back</source>
        <translation>Att ringa upp</translation>
    </message>
    <message>
        <source>Called back</source>
        <translation>Återuppringningen antecknad</translation>
    </message>
    <message>
        <source>Help offered</source>
        <translation>Hjälp erbjuden</translation>
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
</TS>
