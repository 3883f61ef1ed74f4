// Builds dist/: the program in chunks, so that a command loads only what it needs, and the training scenarios.
import { cp, mkdir, rm } from 'node:fs/promises';
import { build } from 'esbuild';
import { quickStart, startUpSettings } from './build-start-up.ts';

// Ink asks for this developer tool only when DEV is set; nobody who runs stagewalk has it.
const withoutDevtools = {
  name: 'without-devtools',
  setup(plugin) {
    plugin.onResolve({ filter: /^react-devtools-core$/ }, (args) => ({
      path: args.path,
      namespace: 'empty',
    }));
    plugin.onLoad({ filter: /.*/, namespace: 'empty' }, () => ({ contents: 'export default {}' }));
  },
};

await rm('dist', { recursive: true, force: true });
await mkdir('dist', { recursive: true });
await build({
  entryPoints: {
    stagewalk: 'src/stagewalk.ts',
    'export-worker': 'src/pending-exports/export-worker.ts',
  },
  outdir: 'dist',
  bundle: true,
  splitting: true,
  format: 'esm',
  platform: 'node',
  target: 'node22',
  chunkNames: '[name]-[hash]',
  minify: true,
  keepNames: false,
  inject: startUpSettings.inject,
  define: {
    ...startUpSettings.define,
    'process.env.NODE_ENV': '"production"',
    'process.env.DEV': '"false"',
  },
  // Packages in CommonJS call require() for Node's own modules.
  banner: {
    js: "import{createRequire as __createRequire}from'node:module';const require=__createRequire(import.meta.url);",
  },
  plugins: [withoutDevtools, quickStart],
  logLevel: 'warning',
});
await cp('fixtures/training', 'dist/training', { recursive: true, filter: (path) => !path.endsWith('.ts') });
