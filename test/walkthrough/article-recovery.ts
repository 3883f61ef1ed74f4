import type { Row } from './article-sentences.ts';

const DISASTER_RECOVERY: readonly Row[] = [
  ['asks', 'plan for the loss of the server', 'item:write-plan', /plan for the loss of the server/],
  [
    'tells',
    'which model is right depends',
    'item:answer-questions',
    /depends on what your organization can bear/,
  ],
  ['asks', 'how long without changes in the cloud', 'question:downtime', /How long may changes/],
  ['asks', 'old password accepted meanwhile', 'question:old-passwords', /old password in the cloud/],
  [
    'asks',
    'dependency on real-time operations',
    'question:real-time',
    /real-time operations, such as password writeback/,
  ],
  ['tells', 'answers and policy lead to a strategy', 'item:answer-questions', /policy/],
  ['tells', 'strategy: rebuild', 'strategy:rebuild'],
  ['tells', 'strategy: standby', 'strategy:staging'],
  ['tells', 'strategy: virtual machines', 'strategy:virtual-machine'],
  [
    'asks',
    'not the built-in SQL Express: see to SQL as well',
    'question:sql item:sql-availability',
    /SQL Server of (your|our) own/,
  ],
  ['asks', 'plan to rebuild when needed', 'item:rebuild-host', /Rebuild/],
  ['tells', 'it takes a few hours', 'item:rebuild-host strategy:rebuild', /few hours/],
  [
    'tells',
    'a domain controller can host it for a time',
    'item:rebuild-host strategy:rebuild',
    /domain controller can host the sync engine for a time/,
  ],
  [
    'tells',
    'the engine keeps no state of objects',
    'item:rebuild-source-anchor strategy:rebuild',
    /(keeps|kept) no state/,
  ],
  [
    'tells',
    'sourceAnchor joins both sides',
    'item:rebuild-source-anchor strategy:rebuild',
    /sourceAnchor joins/,
  ],
  [
    'tells',
    'existing objects are matched again',
    'item:rebuild-source-anchor',
    /existing objects on-premises and in the cloud join again/,
  ],
  ['asks', 'save filters and rules', 'item:keep-configuration-copy', /filtering and synchronization rules/],
  [
    'warns',
    'apply them again before the first synchronization',
    'item:rebuild-configuration-first strategy:rebuild',
    /before the first synchronization/i,
  ],
  [
    'asks',
    'complex environment: one or more standbys',
    'item:keep-standby',
    /one or more servers in staging mode.*complex/s,
  ],
  [
    'asks',
    'select staging mode when installing it',
    'item:keep-standby strategy:staging',
    /Install a second server in staging mode/,
  ],
  ['tells', 'see staging mode', 'item:keep-standby', /Prepare to Verify/],
  ['tells', 'a virtual machine is supported', 'item:use-virtual-machine', /common, and supported/],
  [
    'tells',
    'it moves when its host fails',
    'item:use-virtual-machine strategy:virtual-machine',
    /host fails/,
  ],
  ['asks', 'own SQL Server: make it highly available', 'item:sql-availability question:sql', /availability/],
  ['warns', 'clustering is the supported way', 'item:sql-availability', /failover clustering/],
  [
    'warns',
    'mirroring and Always On are not',
    'item:sql-availability',
    /Not supported: database mirroring.*Always On/s,
  ],
];

const CSANALYZER: readonly Row[] = [
  ['tells', 'how the script is used', 'item:open-table', /csanalyzer\.ps1/],
  ['asks', 'its input is a file of csexport /f:x', 'item:open-table', /csexport \/f:x/],
  ['tells', 'a number of objects a file', 'item:open-table', /1,000 objects/],
  ['tells', 'console output can be shown', ''],
  ['warns', 'the XML must come from csexport /f:x', 'item:open-table', /not one of csexport \/f:x/],
  ['tells', 'the path is resolved', ''],
  ['tells', 'large files are streamed', ''],
  ['warns', 'it may break off: results are written in batches', 'item:open-table', /Marked partial/],
];

/** Disaster recovery and the script, in reading order. */
export const RECOVERY: readonly Row[] = [...DISASTER_RECOVERY, ...CSANALYZER];
