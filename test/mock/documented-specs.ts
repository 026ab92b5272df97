// The specs of the repository, and whether a value fits one of their schemas.
import Ajv from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { loadDocuments } from '../../src/load/load-documents.ts';
import { loadSpecs } from '../../src/load/load-spec.ts';
import { ownFolders } from '../../src/load/load-suite.ts';
import type { Operation } from '../../src/model/operation.ts';
import type { Spec } from '../../src/model/spec.ts';

const { specs: folder } = ownFolders();

export const specs: readonly Spec[] = loadSpecs(folder, loadDocuments(folder));

export function specOf(vendor: string): Spec {
  const spec = specs.find((candidate) => candidate.vendor === vendor);
  if (spec === undefined) throw new Error(`no spec of ${vendor}`);
  return spec;
}

export function operationOf(id: string): Operation {
  const operation = specs.flatMap(({ operations }) => operations).find((candidate) => candidate.id === id);
  if (operation === undefined) throw new Error(`no operation ${id}`);
  return operation;
}

/** Complaints of the documented schema of one status; none where no body is documented. */
export function complaints(operationId: string, status: number, body: unknown): readonly string[] {
  const operation = operationOf(operationId);
  const response = operation.responses.find((candidate) => candidate.status === status);
  if (response === undefined) return [`status ${status} is not documented`];
  return schemaComplaints(operation.vendor, response.schemaPointer, body);
}

export function schemaComplaints(
  vendor: string,
  pointer: string | undefined,
  body: unknown,
): readonly string[] {
  if (pointer === undefined) return [];
  const ajv = new Ajv.default({ strict: false, allErrors: true });
  addFormats.default(ajv);
  ajv.addSchema(specOf(vendor).document, 'spec');
  const reference = pointer.split('/').map(encodeURIComponent).join('/');
  const validate = ajv.compile({ $ref: `spec#${reference}` });
  validate(body);
  return (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message ?? ''}`);
}
