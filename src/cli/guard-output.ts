/** Makes of a text what may be told. */
export type Discreet = (text: string) => string;

/** In the order in which they came to be; of the process, since its output is. */
const guards: Discreet[] = [];
const guarded = new WeakSet<NodeJS.WriteStream>();

/** Everything that the process prints from now on, whoever prints it, goes through `discreet`; gives what ends that. */
export function guardOutput(discreet: Discreet): () => void {
  guards.push(discreet);
  for (const stream of [process.stdout, process.stderr]) guardStream(stream);
  return () => {
    const at = guards.lastIndexOf(discreet);
    if (at >= 0) guards.splice(at, 1);
  };
}

function guardStream(stream: NodeJS.WriteStream): void {
  if (guarded.has(stream)) return;
  guarded.add(stream);
  const { write } = stream;
  stream.write = (chunk: string | Uint8Array, ...rest: readonly unknown[]) =>
    Boolean(Reflect.apply(write, stream, [told(chunk), ...rest]));
}

/** What knows the tenant at work comes first: it has names for what the others only see the form of. */
function told(chunk: string | Uint8Array): string {
  const text = typeof chunk === 'string' ? chunk : Buffer.from(chunk).toString('utf8');
  return guards.toReversed().reduce((told, discreet) => discreet(told), text);
}
