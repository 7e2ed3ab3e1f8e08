<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="sv">
<context>
    <name>TasksPage</name>
    <message>
        <source>Filter tasks</source>
        <translation>Filtrera uppgifterna</translation>
    </message>
    <message>
        <source>New task</source>
        <translation>Ny uppgift</translation>
    </message>
    <message>
        <source>Tasks</source>
        <translation>Uppgifter</translation>
    </message>
    <message>
        <source>Nothing here.</source>
        <translation>Inget här.</translation>
    </message>
    <message>
        <source>What is to be done stands here by date. A call-in brings the tasks of its week plan.</source>
        <translation>Här står det som ska göras, efter datum. En call-in för med sig uppgifterna i sin veckoplan.</translation>
    </message>
    <message>
        <source>Choose a task to read it here.</source>
        <translation>Välj en uppgift för att läsa den här.</translation>
    </message>
    <message>
        <source>Whose tasks</source>
        <translation>Vems uppgifter</translation>
    </message>
    <message>
        <source>Everybody&apos;s</source>
        <translation>Allas</translation>
    </message>
    <message>
        <source>Mine</source>
        <translation>Mina</translation>
    </message>
    <message>
        <source>My agency&apos;s</source>
        <translation>Min myndighets</translation>
    </message>
    <message>
        <source>Done ones</source>
        <translation>Visa klara</translation>
    </message>
    <message>
        <source>A new task, with its date last: Call the interpreter 3/12</source>
        <translation>En ny uppgift med datum sist: Ring tolken 3/12</translation>
    </message>
    <message>
        <source>A new task, with its date last</source>
        <translation>En ny uppgift med datum sist</translation>
    </message>
    <message>
        <source>Added for {day}</source>
        <translation>Tillagd till {day}</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Klar</translation>
    </message>
    <message>
        <source>Open again</source>
        <translation>Öppna igen</translation>
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
        <source>Overdue</source>
        <translation>Försenad</translation>
    </message>
    <message>
        <source>Due today</source>
        <translation>I dag</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Öppen</translation>
    </message>
</context>
</TS>
