// Writes the types of the library: those of its entry points, and whatever they speak of, and nothing else.
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import ts from 'typescript';

const ENTRIES = ['library', 'vitest', 'jest', 'fixture'].map((name) => `src/library/${name}.ts`);
const NODE_NEXT = { module: ts.ModuleKind.NodeNext, moduleResolution: ts.ModuleResolutionKind.NodeNext };
const root = resolve(import.meta.dirname, '..');
const out = join(root, 'dist/types');

const emitted = new Map();
const config = ts.getParsedCommandLineOfConfigFile(
  join(root, 'tsconfig.json'),
  { noEmit: false, declaration: true, emitDeclarationOnly: true, rootDir: root, outDir: out },
  { ...ts.sys, onUnRecoverableConfigFileDiagnostic: complain },
);
const program = ts.createProgram(
  ENTRIES.map((entry) => join(root, entry)),
  config.options,
);
const { diagnostics } = program.emit(undefined, (file, text) => emitted.set(relative(out, file), text));
for (const diagnostic of diagnostics) complain(diagnostic);

const wanted = ENTRIES.map(declarationOf);
for (const file of wanted)
  for (const { fileName } of ts.preProcessFile(emitted.get(file), true, true).importedFiles) {
    const imported = declarationOf(join(dirname(file), fileName));
    if (fileName.startsWith('.') && !wanted.includes(imported)) wanted.push(imported);
  }
rmSync(out, { recursive: true, force: true });
for (const file of wanted) {
  mkdirSync(dirname(join(out, file)), { recursive: true });
  writeFileSync(join(out, file), emitted.get(file));
}

// As a stranger's compiler sees them: strictly, with no types of Node's and with nothing skipped.
const stranger = ts.createProgram(
  ['library', 'jest'].map((name) => join(out, `src/library/${name}.d.ts`)),
  {
    strict: true,
    skipLibCheck: false,
    noEmit: true,
    types: [],
    lib: ['lib.es2022.d.ts', 'lib.dom.d.ts'],
    ...NODE_NEXT,
  },
);
for (const diagnostic of ts.getPreEmitDiagnostics(stranger)) complain(diagnostic);

function declarationOf(source) {
  return source.replace(/\.ts$/, '.d.ts');
}

function complain(diagnostic) {
  console.error(ts.flattenDiagnosticMessageText(diagnostic.messageText, '\n'));
  process.exitCode = 1;
}
