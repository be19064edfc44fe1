<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
 <context>
  <name>CallPlot</name>
  <message numerus="yes">
   <source>%n moment(s) to look at; the arrow keys move by five seconds</source>
   <translation>
    <numerusform>%n moment to look at; the arrow keys move by five seconds</numerusform>
    <numerusform>%n moments to look at; the arrow keys move by five seconds</numerusform>
   </translation>
  </message>
 </context>
 <context>
  <name>CallSide</name>
  <message numerus="yes">
   <source>%n call(s)</source>
   <translation>
    <numerusform>%n call</numerusform>
    <numerusform>%n calls</numerusform>
   </translation>
  </message>
 </context>
 <context>
  <name>CountedLine</name>
  <message numerus="yes">
   <source>%n character(s) too long</source>
   <translation>
    <numerusform>%n character too long</numerusform>
    <numerusform>%n characters too long</numerusform>
   </translation>
  </message>
 </context>
 <context>
  <name>FollowUpBanner</name>
  <message numerus="yes">
   <source>Remind me again in %n minute(s)</source>
   <translation>
    <numerusform>Remind me again in %n minute</numerusform>
    <numerusform>Remind me again in %n minutes</numerusform>
   </translation>
  </message>
 </context>
 <context>
  <name>FollowUps</name>
  <message numerus="yes">
   <source>%n overdue</source>
   <translation>
    <numerusform>%n overdue</numerusform>
    <numerusform>%n overdue</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n promise(s) to keep</source>
   <translation>
    <numerusform>%n promise to keep</numerusform>
    <numerusform>%n promises to keep</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>overdue %n day(s)</source>
   <translation>
    <numerusform>overdue %n day</numerusform>
    <numerusform>overdue %n days</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>overdue %n hour(s)</source>
   <translation>
    <numerusform>overdue %n hour</numerusform>
    <numerusform>overdue %n hours</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>overdue %n minute(s)</source>
   <translation>
    <numerusform>overdue %n minute</numerusform>
    <numerusform>overdue %n minutes</numerusform>
   </translation>
  </message>
 </context>
 <context>
  <name>RuleEditorWindow</name>
  <message numerus="yes">
   <source>%n thing(s) to look at, </source>
   <translation>
    <numerusform>%n thing to look at, </numerusform>
    <numerusform>%n things to look at, </numerusform>
   </translation>
  </message>
 </context>
 <context>
  <name>Team</name>
  <message numerus="yes">
   <source>%n call(s)</source>
   <translation>
    <numerusform>%n call</numerusform>
    <numerusform>%n calls</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n call(s), {before} before</source>
   <translation>
    <numerusform>%n call, {before} before</numerusform>
    <numerusform>%n calls, {before} before</numerusform>
   </translation>
  </message>
 </context>
 <context>
  <name>VersionPage</name>
  <message numerus="yes">
   <source>and %n more</source>
   <translation>
    <numerusform>and %n more</numerusform>
    <numerusform>and %n more</numerusform>
   </translation>
  </message>
 </context>
</TS>
