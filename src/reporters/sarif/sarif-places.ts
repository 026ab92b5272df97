import type { FilePlace } from '../../model/file-place.ts';
import type { OperationReport, Report } from '../../model/report.ts';
import type { Source } from '../../model/source.ts';
import { lineRange, quotedLines } from '../source-label.ts';
import { sarifText } from './sarif-text.ts';

const SOURCE_ROOT = '%SRCROOT%';
const DOCUMENTS = 'DOCUMENTS';

/** What addresses are relative to; where that lies is known to who reads them. */
export const SARIF_BASES = {
  [SOURCE_ROOT]: { description: { text: 'The folder that holds specs and contracts.' } },
  [DOCUMENTS]: { description: { text: 'The folder with the texts of the vendor documents.' } },
} as const;

export function sarifPlace({ file, line, column }: FilePlace): unknown {
  return {
    artifactLocation: { uri: uriOf(file), uriBaseId: SOURCE_ROOT },
    region: { startLine: line, startColumn: column },
  };
}

function uriOf(file: string): string {
  return file.split('/').map(encodeURIComponent).join('/');
}

/** The operation, and the place in its exchange where there is one. */
export function sarifName({ operation, vendor }: OperationReport, pointer?: string): unknown {
  const inside = pointer === undefined ? '' : `/${pointer}`;
  return { name: operation, fullyQualifiedName: `${vendor}/${operation}${inside}`, kind: 'resource' };
}

/** The cited lines of the vendor documents, where their texts were given. */
export function sarifCitations(report: Report, sources: readonly Source[]): readonly unknown[] {
  return sources.flatMap((source, index) => {
    const lines = quotedLines(report, source);
    const document = report.documents.find(({ id }) => id === source.document);
    if (lines === undefined || document === undefined) return [];
    return [
      {
        id: index + 1,
        message: {
          text: sarifText(`${document.title}, line ${lineRange(source.lines)} (${source.strength})`),
        },
        physicalLocation: {
          artifactLocation: { uri: uriOf(document.file), uriBaseId: DOCUMENTS },
          region: {
            startLine: source.lines[0],
            endLine: source.lines[1],
            snippet: { text: lines.map(({ text }) => text).join('\n') },
          },
        },
      },
    ];
  });
}
