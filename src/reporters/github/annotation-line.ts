import type { FilePlace } from '../../model/file-place.ts';

export type AnnotationKind = 'error' | 'warning' | 'notice';

export interface Annotation {
  readonly kind: AnnotationKind;
  readonly title: string;
  readonly message: string;
  readonly place?: FilePlace;
}

/** A command as the runner reads it: on one line, with what would end a part of it written as its code. */
export function annotationLine({ kind, title, message, place }: Annotation): string {
  const at = place === undefined ? {} : { file: place.file, line: place.line, col: place.column };
  const properties = Object.entries({ ...at, title }).map(
    ([name, value]) => `${name}=${property(`${value}`)}`,
  );
  return `::${kind} ${properties.join(',')}::${data(message)}`;
}

function data(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function property(text: string): string {
  return data(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
