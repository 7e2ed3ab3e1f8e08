<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="sv">
<context>
    <name>Places</name>
    <message>
        <source>Import a workbook</source>
        <translation>Importera kalkylblad</translation>
    </message>
    <message>
        <source>Overview</source>
        <translation>Översikt</translation>
    </message>
    <message>
        <source>Call-ins</source>
        <translation>Call-in</translation>
    </message>
    <message>
        <source>Notifications</source>
        <translation>Enskilda samtal</translation>
    </message>
    <message>
        <source>People</source>
        <translation>Personer</translation>
    </message>
    <message>
        <source>Groups</source>
        <translation>Grupper</translation>
    </message>
    <message>
        <source>Scripts</source>
        <translation>Talmanus</translation>
    </message>
    <message>
        <source>Letters</source>
        <translation>Brev</translation>
    </message>
    <message>
        <source>Phone line</source>
        <translation>GVI-telefonen</translation>
    </message>
    <message>
        <source>Focus rounds</source>
        <translation>Ökat fokus</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>Hjälp och stöd</translation>
    </message>
    <message>
        <source>Tasks</source>
        <translation>Uppgifter</translation>
    </message>
    <message>
        <source>Exchange</source>
        <translation>Utbyte</translation>
    </message>
    <message>
        <source>Office</source>
        <translation>Kontor</translation>
    </message>
    <message>
        <source>Reviews</source>
        <translation>Översyner</translation>
    </message>
</context>
<context>
    <name>Program</name>
    <message>
        <source>The program met a fault</source>
        <translation>Ett fel uppstod i programmet</translation>
    </message>
    <message>
        <source>What was saved is safe. What you just did may not have been done. The lines below name places in the program, nothing from the vault; they help whoever mends it.</source>
        <translation>Det som har sparats är i säkerhet. Det du nyss gjorde kanske inte blev utfört. Raderna nedan anger ställen i programmet och inget ur valvet; de hjälper den som ska rätta felet.</translation>
    </message>
</context>
<context>
    <name>Shell</name>
    <message>
        <source>Undone</source>
        <translation>Ångrat</translation>
    </message>
    <message>
        <source>Done again</source>
        <translation>Gjort om</translation>
    </message>
    <message>
        <source>That did not work</source>
        <translation>Det gick inte</translation>
    </message>
    <message>
        <source>Working …</source>
        <translation>Arbetar …</translation>
    </message>
    <message>
        <source>Backup {when}</source>
        <translation>Säkerhetskopia {when}</translation>
    </message>
    <message>
        <source>No backup yet</source>
        <translation>Ingen säkerhetskopia ännu</translation>
    </message>
    <message>
        <source>Bundles to read: {count}</source>
        <translation>Paket att läsa: {count}</translation>
    </message>
    <message>
        <source>Lock (Ctrl+L)</source>
        <translation>Lås (Ctrl+L)</translation>
    </message>
</context>
</TS>
