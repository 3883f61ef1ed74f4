#!/usr/bin/env node
// This file alone must load on every Node since 14, to say what is wrong with an old one: no newer syntax, no imports.
const NEEDED = 22;
const major = Number(process.versions.node.split('.')[0]);

if (major >= NEEDED) {
  import('./cli.ts').then(({ main }) => main());
} else {
  process.stderr.write(
    `stagewalk needs Node ${NEEDED} or later; this is Node ${process.versions.node}.\n` +
      'Run it in its own folder with "npm start" or "npx stagewalk": these use the Node that came with it.\n',
  );
  process.exitCode = 2;
}
