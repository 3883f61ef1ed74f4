/** What `--help` says after the list of commands. Examples are in cmd's syntax: it knows double quotes only. */
export const PROGRAM_HELP = `
Examples:
  stagewalk                                     the walkthrough; goes on where you left it
  stagewalk train                               try it on a simulated server
  stagewalk triage "C:\\Exports\\aad.xml"         the table of pending exports
  stagewalk analyze "C:\\Exports\\aad.xml"        what CSAnalyzer.ps1 wrote, complete
  stagewalk compare "active.xml" "staging.xml"  what is pending on one and not on the other

Exit codes:
  0  fine
  1  something needs a person: a limit is exceeded, exports or configurations differ
  2  wrong arguments, or an output that cannot be written
  3  input that cannot be read, or not to its end; a fault of stagewalk itself`;

export const TRIAGE_HELP = `
Without a terminal, or with --plain, it prints the counts and the first rows.
With --format it prints the findings: what is dangerous, why, and which objects.
A file that breaks off ends with exit code 3, and the findings say partial.
What the table does not show is passed over: a fault there needs --strict.

Examples:
  stagewalk triage "C:\\Exports\\aad.xml" "C:\\Exports\\contoso.com.xml"
  stagewalk triage "C:\\Exports\\aad.xml" --format text
  stagewalk triage "C:\\Exports\\aad.xml" --format json --rules "C:\\Exports\\our.rules"`;

export const ANALYZE_HELP = `
Formats:
  csanalyzer  processedusers1.csv and on, with the columns of CSAnalyzer.ps1
  csv         a line for each value added or deleted
  ndjson      a JSON object a line for each pending export
  json        the same objects in one array

-xmltoimport, -batchsize and -showOutput of CSAnalyzer.ps1 are understood, and
%temp% in a path. A file that is there is never replaced without --force. Input
that breaks off ends with exit code 3, and no file is written unless --partial
is given.

Examples:
  stagewalk analyze "%temp%\\export.xml"
  stagewalk analyze "C:\\Exports\\aad.xml" --format csv --out "C:\\Exports\\aad.csv"
  stagewalk analyze "C:\\Exports\\aad.xml" --format ndjson --fail-on "op:delete>500"`;

export const CONFIGURATION_HELP = `
Give the two folders that Get-ADSyncServerConfiguration -Path wrote, or two
settings files of the wizard. Connectors and rules are matched by name. Each
difference has a heading:

  matters       filters, flows, custom rules, thresholds, features: look at it
  expected      staging mode, names of servers and accounts
  versionNoise  default rules, and what else comes with another build
  ignored       ids, times, cookies: counted, and listed with --all

Passwords, cookies and names of accounts are never shown.

Exit codes: 0 nothing that matters differs, 1 something does, 3 a part could not
be read (it is named, and the rest is compared).

Examples:
  stagewalk configuration "C:\\Exports\\active" "C:\\Exports\\staging"
  stagewalk configuration "C:\\active" "C:\\staging" --format html --out report.html
  stagewalk configuration "C:\\active" "C:\\staging" --flow department`;

export const COMPARE_HELP = `
New is what only B has, gone what only A has; changed is what both have with
another operation, new DN or attribute value. The order of objects, attributes
and values says nothing, nor do names, errors and times.

Objects match by id where A and B have ids in common, as two rounds on one
server do; else, as on two servers, by sourceAnchor, or by DN where there is
none. The output says which it was; --match overrides it.

What is transient on a server goes away with a second export of it, made some
hours later: give it with --a2 or --b2. It is counted apart.

Ends with 0 where nothing differs and with 1 where something does. With
--fail-on it is 1 only where more of the new and changed pending exports of B
fit than the limit says.

Examples:
  stagewalk compare "C:\\Exports\\round1.xml" "C:\\Exports\\round2.xml"
  stagewalk compare "active.xml" "staging.xml" --a2 "active2.xml" --b2 "staging2.xml"
  stagewalk compare "active.xml" "staging.xml" --format json --fail-on "op:delete>0"`;

export const RECOVER_HELP = `
Without a terminal, or with --plain, it prints the questions, and the strategy
for what is answered. A file of answers is {"question id":"option id"}: a
question that is missing counts as not known, an unknown id ends with 2.
--runbook writes the plan with the names of your servers and connectors; where
one has not been entered in stagewalk, it says so and ends with 1.

  --questions --format json   [{"id","question","why",
                              "options":[{"id","label"}]}]
  --answers F --format json   {"recommended","reasons":[],"rejected":
                              [{"strategy","why"}],"findOut":[],"sql":{...}}
                              recommended: rebuild, staging, virtual-machine, or
                              several joined by +, the first answer first

Examples:
  stagewalk recover
  stagewalk recover --questions --format json
  stagewalk recover --answers "C:\\Plan\\answers.json" --format json
  stagewalk recover --runbook "C:\\Plan\\runbook.html" --force`;

export const STATUS_HELP = `
The real walkthrough; a training has no status. --json writes an object, or null
where none was started: stagingServer, activeServer, startedAt, changedAt (UTC),
screen, round, steps (id, title, done, required), openBeforeSwitch (a sentence
each), exportFiles and recoveryPlan (madeAt, recommended, warnings; or null).

Example:
  stagewalk status --json`;
