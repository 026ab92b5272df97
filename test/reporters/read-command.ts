export interface WorkflowCommand {
  readonly name: string;
  readonly properties: Readonly<Record<string, string>>;
  readonly data: string;
}

/** A line as the runner of GitHub reads it, after its documentation; undefined where it is none of its commands. */
export function readCommand(line: string): WorkflowCommand | undefined {
  const [, name, list = '', data = ''] = /^\s*::([\w-]+)(?: (.*?))?::(.*)$/u.exec(line) ?? [];
  if (name === undefined) return undefined;
  const pairs = list.split(',').map((pair) => {
    const at = pair.indexOf('=');
    return [pair.slice(0, at), decoded(pair.slice(at + 1), PROPERTY)] as const;
  });
  return { name, properties: Object.fromEntries(pairs), data: decoded(data, DATA) };
}

const DATA = { '%0D': '\r', '%0A': '\n', '%25': '%' } as const;
const PROPERTY = { ...DATA, '%3A': ':', '%2C': ',' } as const;

function decoded(text: string, codes: Readonly<Record<string, string>>): string {
  return text.replaceAll(/%[0-9A-F]{2}/g, (code) => codes[code] ?? code);
}
