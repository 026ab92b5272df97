// Specs in which one line is not what the document says.
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { contracts } from '../src/generated/contracts.ts';
import { loadSuite, ownFolders } from '../src/load/load-suite.ts';
import type { Suite } from '../src/model/suite.ts';

/** The suite as it is loaded when a spec has other words in one place. */
export function withSpecEdit(file: string, found: string, planted: string): () => Suite {
  return () => {
    const own = ownFolders();
    const folder = mkdtempSync(join(tmpdir(), 'livechat-conformance-'));
    try {
      const specs = join(folder, 'specs');
      cpSync(own.specs, specs, { recursive: true });
      const path = join(specs, file);
      const text = readFileSync(path, 'utf8');
      if (text.split(found).length !== 2) throw new Error(`${file} does not hold "${found}" once`);
      writeFileSync(
        path,
        text.replace(found, () => planted),
      );
      return loadSuite({ specs, pacts: own.pacts }, contracts);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  };
}
