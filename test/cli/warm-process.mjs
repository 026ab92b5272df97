// A process that carries out many commands by the installed bundle, one after the other, each in a folder and with an
// environment of its own. All but the entry is loaded once; the entry is evaluated anew, as Node does for each process.
import process from 'node:process';
import { pathToFileURL } from 'node:url';

const entry = pathToFileURL(process.argv[2] ?? '').href;
let told = { stdout: '', stderr: '' };
let count = 0;

for (const name of ['stdout', 'stderr'])
  process[name].write = (chunk, ...rest) => {
    told[name] += typeof chunk === 'string' ? chunk : Buffer.from(chunk).toString('utf8');
    rest.find((one) => typeof one === 'function')?.();
    return true;
  };

process.on('message', async ({ args, folder, environment }) => {
  told = { stdout: '', stderr: '' };
  process.chdir(folder);
  for (const name of Object.keys(process.env)) if (!(name in environment)) delete process.env[name];
  Object.assign(process.env, environment);
  process.argv.splice(2, process.argv.length, ...args);
  process.exitCode = undefined;
  // The entry listens for what nobody catches; there are to be as many listeners as in a process of its own.
  for (const event of ['uncaughtException', 'unhandledRejection']) process.removeAllListeners(event);
  count += 1;
  await import(`${entry}?${count}`);
  process.send({ exitCode: process.exitCode ?? 0, ...told });
});
process.on('disconnect', () => process.exit());
