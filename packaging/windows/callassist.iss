; Installer for Windows, for Inno Setup 6: `iscc packaging\windows\callassist.iss` after bundle.py.
; Written from Inno Setup's documentation; it has not been run.

#define Version GetVersionNumbersString("..\..\dist\callassist\callassist.exe")

[Setup]
AppId={{5B0F6C0E-6C1B-4B35-9C0B-0C8E4D1B7A52}
AppName=Call Assist
AppVersion={#Version}
AppPublisher=The Call Assist project
DefaultDirName={autopf}\Call Assist
DefaultGroupName=Call Assist
; Without an administrator it is installed for this user alone.
PrivilegesRequired=lowest
PrivilegesRequiredOverridesAllowed=dialog
ArchitecturesAllowed=x64compatible
ArchitecturesInstallIn64BitMode=x64compatible
MinVersion=10.0.17763
LicenseFile=..\..\LICENSE
OutputDir=..\..\dist
OutputBaseFilename=callassist-{#Version}-setup
SetupIconFile=..\..\build\made\callassist.ico
UninstallDisplayIcon={app}\callassist.exe
Compression=lzma2
SolidCompression=yes
CloseApplications=yes
ChangesEnvironment=yes

[Languages]
Name: "en"; MessagesFile: "compiler:Default.isl"
Name: "de"; MessagesFile: "compiler:Languages\German.isl"
Name: "es"; MessagesFile: "compiler:Languages\Spanish.isl"

[CustomMessages]
en.Addresses=Open callassist:// addresses
de.Addresses=callassist://-Adressen öffnen
es.Addresses=Abrir direcciones callassist://

[Tasks]
; Starting with the session is the app's own setting, which it keeps in step by itself.
Name: "addresses"; Description: "{cm:Addresses}"

[Files]
Source: "..\..\dist\callassist\*"; DestDir: "{app}"; Flags: recursesubdirs ignoreversion

[Icons]
Name: "{group}\Call Assist"; Filename: "{app}\callassist.exe"

[Registry]
; HKA is HKCU or HKLM, as the user chose. The policy of an administrator is elsewhere, untouched.
Root: HKA; Subkey: "Software\Classes\callassist"; ValueType: string; ValueData: "URL:Call Assist"; Flags: uninsdeletekey; Tasks: addresses
Root: HKA; Subkey: "Software\Classes\callassist"; ValueType: string; ValueName: "URL Protocol"; ValueData: ""; Tasks: addresses
Root: HKA; Subkey: "Software\Classes\callassist\DefaultIcon"; ValueType: string; ValueData: "{app}\callassist.exe,0"; Tasks: addresses
Root: HKA; Subkey: "Software\Classes\callassist\shell\open\command"; ValueType: string; ValueData: """{app}\callassist.exe"" call url ""%1"""; Tasks: addresses

[Run]
Filename: "{app}\callassist.exe"; Description: "{cm:LaunchProgram,Call Assist}"; Flags: nowait postinstall skipifsilent

[UninstallDelete]
; Settings and calls are the user's and stay.
Type: dirifempty; Name: "{app}"
