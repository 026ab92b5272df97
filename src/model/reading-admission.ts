import { isJsonObject } from './json.ts';
import { valueAt } from './json-pointer.ts';
import type { ReadingAdmission } from './reading.ts';
import { type RequestInput, valueAtPlace } from './request-place.ts';

/** Is it a request on which targets that follow different readings part? */
export function isAdmissionAbout({ at, differs }: ReadingAdmission, request: RequestInput): boolean {
  const value = valueAtPlace(request, at);
  if (differs !== undefined) return value !== undefined && value !== differs;
  const parent = at.startsWith('body#')
    ? valueAt(request.body, at.slice('body#'.length, at.lastIndexOf('/')))
    : {};
  return value === undefined && isJsonObject(parent);
}
