import { isJsonObject, type Json } from '../model/json.ts';
import { escapeToken } from '../model/json-pointer.ts';
import {
  type Agreement,
  type DocumentedResponse,
  EFFECTS,
  type FailureSign,
  type Operation,
  type Parameter,
  REFUSAL_CAUSES,
  type Requirement,
} from '../model/operation.ts';
import { echoOf } from './load-echo.ts';
import { loadNotifications } from './load-notifications.ts';
import schema from './schemas/operation.schema.json' with { type: 'json' };
import { namesIn, type SpecNode, type SpecReader, text } from './spec-reader.ts';
import { validateData } from './validate-data.ts';

export function loadOperation(reader: SpecReader, vendor: string, path: string, method: string): Operation {
  const place = `/paths/${escapeToken(path)}/${method}`;
  const at: SpecNode = { pointer: place, node: nodeAt(reader, place) };
  validateData(reader.file, schema, at.node, place);
  const body = reader.child(at, 'requestBody', 'content', 'application/json', 'schema');
  const pathItem = reader.at(`/paths/${escapeToken(path)}`) ?? at;
  return {
    id: `${vendor}.${text(at.node['operationId'])}`,
    vendor,
    title: text(at.node['summary']),
    method: method.toUpperCase(),
    path,
    pathSource: reader.source(pathItem),
    source: reader.source(at),
    effects: EFFECTS.filter((effect) => namesIn(at.node['x-effects']).includes(effect)),
    requirements: reader.children(at, 'x-requires').map((node) => ({
      kind: requirementKind(node.node['kind']),
      name: text(node.node['name']),
      source: reader.source(node),
    })),
    touches: reader.children(at, 'x-touches').map((node) => ({
      at: text(node.node['at']),
      kind: text(node.node['kind']),
      source: reader.source(node),
    })),
    history: reader.children(at, 'x-history').map((node) => ({
      version: text(node.node['version']),
      change: text(node.node['change']),
      source: reader.source(node),
    })),
    parameters: reader.children(at, 'parameters').map((node) => parameterOf(reader, node)),
    requestSchemaPointer:
      body === undefined ? undefined : `${place}/requestBody/content/application~1json/schema`,
    responses: Object.keys(nodeAt(reader, `${place}/responses`)).map((status) =>
      responseOf(reader, at, status),
    ),
    failureSigns: reader.children(at, 'x-failure-signs').map((node) => failureSignOf(reader, node)),
    notifications: loadNotifications(reader, at),
  };
}

function requirementKind(kind: Json | undefined): Requirement['kind'] {
  return kind === 'feature' || kind === 'state' ? kind : 'permission';
}

function nodeAt(reader: SpecReader, pointer: string): SpecNode['node'] {
  return reader.at(pointer)?.node ?? {};
}

function parameterOf(reader: SpecReader, at: SpecNode): Parameter {
  const where = text(at.node['in']);
  return {
    name: text(at.node['name']),
    in: where === 'path' || where === 'query' ? where : 'header',
    required: at.node['required'] === true,
    credential: at.node['x-credential'] === true,
    source: reader.source(at),
    presence: reader.presence(at),
    schemaPointer: isJsonObject(at.node['schema']) ? `${at.pointer}/schema` : undefined,
  };
}

function responseOf(reader: SpecReader, operation: SpecNode, status: string): DocumentedResponse {
  const at = reader.child(operation, 'responses', status) ?? operation;
  const content = at.node['content'];
  const [contentType] = isJsonObject(content) ? Object.keys(content) : [];
  const media = contentType === undefined ? undefined : reader.child(at, 'content', contentType);
  const described = media !== undefined && isJsonObject(media.node['schema']);
  return {
    status: Number(status),
    source: reader.source(at),
    contentType:
      contentType === undefined || media === undefined
        ? undefined
        : { value: contentType, source: reader.source(media) },
    schemaPointer: described ? `${media.pointer}/schema` : undefined,
    refuses: REFUSAL_CAUSES.filter((cause) => namesIn(at.node['x-refuses']).includes(cause)),
    echoes: reader.children(at, 'x-echoes').map((node) => echoOf(reader, node)),
    agreements: reader.children(at, 'x-agreements').map((node) => agreementOf(reader, node)),
  };
}

function agreementOf(reader: SpecReader, at: SpecNode): Agreement {
  const { node } = at;
  const source = reader.source(at);
  const equals = text(node['equals']);
  if ('key-of' in node) return { kind: 'key', members: text(node['key-of']), at: equals, source };
  const place = text(node['at']);
  if ('not-before' in node) {
    const precision = node['precision'] === 'second' ? 'second' : 'exact';
    return { kind: 'order', at: place, notBefore: text(node['not-before']), precision, source };
  }
  return { kind: 'value', at: place, equals, source };
}

function failureSignOf(reader: SpecReader, at: SpecNode): FailureSign {
  return {
    at: text(at.node['at']),
    sign: signOf(at.node['equals'], at.node['differs']),
    source: reader.source(at),
  };
}

function signOf(equals: Json | undefined, differs: Json | undefined): FailureSign['sign'] {
  if (isScalar(equals)) return { kind: 'equals', value: equals };
  if (isScalar(differs)) return { kind: 'differs', value: differs };
  return { kind: 'present' };
}

function isScalar(value: Json | undefined): value is string | number | boolean {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';
}
