import { foldingEngine } from './ci-engine.ts';

/** The marks between which an engine folds its log. */
export interface LogSection {
  readonly begin: string;
  readonly end: string;
}

/** Undefined where the log has no folds. GitLab wants erase codes and seconds in its marks, and shows neither. */
export function logSection(name: string, title: string): LogSection | undefined {
  switch (foldingEngine()) {
    case 'github':
      return { begin: `::group::${title}\n`, end: '::endgroup::\n' };
    case 'gitlab': {
      const mark = (kind: string) =>
        `\u001b[0Ksection_${kind}:${Math.floor(Date.now() / 1000)}:${name}\r\u001b[0K`;
      return { begin: `${mark('start')}${title}\n`, end: `${mark('end')}\n` };
    }
    case undefined:
      return undefined;
  }
}
