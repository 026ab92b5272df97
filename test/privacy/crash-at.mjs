// Loaded into the command before anything else: makes it crash in the middle of a run, or its verifier at its first job.
import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';

const { CRASH: way, CRASH_SAYS: says } = process.env;
const isChild = process.argv[1]?.endsWith('verifier-child.js') === true;

if (isChild && way === 'child')
  process.on('message', () => {
    process.stdout.write(`${says}\n`);
    process.stderr.write(`${says}\n`);
    throw new Error(says);
  });

/** The run is well on its way when it has written so many lines. */
const LINES = 14;

if (!isChild && way !== 'child') {
  const { fsyncSync } = fs;
  let lines = 0;
  fs.fsyncSync = (descriptor) => {
    lines += 1;
    if (lines === LINES)
      setImmediate(() => {
        if (way === 'rejection') void Promise.reject(new Error(says));
        else throw new Error(says);
      });
    return fsyncSync(descriptor);
  };
  syncBuiltinESMExports();
}
