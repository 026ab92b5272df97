import { userErrors } from '../errors/catalogue.ts';
import { validateData } from '../load/validate-data.ts';
import { isJsonArray, isJsonObject, type Json, type JsonObject } from '../model/json.ts';
import { valueAt } from '../model/json-pointer.ts';
import type {
  HttpOfPact,
  MessageOfPact,
  PactOfAnyone,
  ReadingContext,
  Specification,
} from './pact-of-anyone.ts';
import { readBody } from './read-body.ts';
import { requestOf, responseOf } from './read-http.ts';
import { readRules } from './read-rules.ts';
import { statesOf } from './read-states.ts';
import schema from './schemas/pact-of-anyone.schema.json' with { type: 'json' };

/** Reads a pact file of any specification from V2 on; what Pact itself could not honour is refused by its name. */
export function readPact(from: string, data: Json): PactOfAnyone {
  const document = validateData<JsonObject>(from, schema, data);
  const specification = specificationOf(from, document);
  refusePlugins(from, valueAt(document, '/metadata/plugins'), '/metadata/plugins');
  const found = [...listed(document, 'interactions'), ...listed(document, 'messages')];
  if (found.length === 0) throw userErrors.ownPactEmpty(from);
  const open = found.filter(({ raw }) => raw['pending'] !== true);
  const context = { from, specification };
  return {
    consumer: nameOf(document['consumer']),
    provider: nameOf(document['provider']),
    ...{ from, specification, document },
    exchanges: open.flatMap((one) => (kindOf(from, one) === 'http' ? [exchangeOf(context, one)] : [])),
    messages: open.flatMap((one) => (kindOf(from, one) === 'message' ? [messageOf(context, one)] : [])),
    pending: found.filter((one) => !open.includes(one)).map(({ raw }) => descriptionOf(raw)),
  };
}

interface Listed {
  readonly raw: JsonObject;
  readonly pointer: string;
  readonly list: 'interactions' | 'messages';
}

function listed(document: JsonObject, list: Listed['list']): readonly Listed[] {
  const members = document[list];
  if (!isJsonArray(members)) return [];
  return members.flatMap((raw, index) =>
    isJsonObject(raw) ? [{ raw, list, pointer: `/${list}/${index}` }] : [],
  );
}

/** Implementations write the version under three names; a file without one is of the days before V3. */
function specificationOf(from: string, document: JsonObject): Specification {
  const places = ['pactSpecification/version', 'pact-specification/version', 'pactSpecificationVersion'];
  const [place, version] = places
    .map((one) => [`/metadata/${one}`, valueAt(document, `/metadata/${one}`)] as const)
    .find(([, value]) => value !== undefined) ?? ['', '2'];
  switch (String(version).split('.')[0]) {
    case '1':
    case '2':
      return 'V2';
    case '3':
      return 'V3';
    case '4':
      return 'V4';
    default:
      throw userErrors.pactUnsupported(
        from,
        place,
        `specification version ${JSON.stringify(version)}`,
        '2, 3 or 4',
      );
  }
}

/** Only V4 tells kinds apart by a type; before it, each kind had a list. */
function kindOf(from: string, { raw, list, pointer }: Listed): 'http' | 'message' {
  refusePlugins(from, raw['pluginConfiguration'], `${pointer}/pluginConfiguration`);
  switch (raw['type'] ?? (list === 'messages' ? 'Asynchronous/Messages' : 'Synchronous/HTTP')) {
    case 'Synchronous/HTTP':
      return 'http';
    case 'Asynchronous/Messages':
      return 'message';
    default:
      throw userErrors.pactUnsupported(
        from,
        `${pointer}/type`,
        `interactions of type ${JSON.stringify(raw['type'])}`,
        'Synchronous/HTTP or Asynchronous/Messages',
      );
  }
}

function refusePlugins(from: string, plugins: Json | undefined, pointer: string): void {
  const [first] = isJsonArray(plugins) ? plugins : isJsonObject(plugins) ? Object.keys(plugins) : [];
  if (first === undefined) return;
  const name = isJsonObject(first) ? first['name'] : first;
  throw userErrors.pactUnsupported(from, pointer, `the plugin ${JSON.stringify(name)}`, 'no plugin');
}

function exchangeOf(context: ReadingContext, { raw, pointer }: Listed): HttpOfPact {
  const { request, response = {} } = raw;
  if (!isJsonObject(request) || !isJsonObject(response))
    throw userErrors.fileInvalid(context.from, pointer, 'no request', 'a request and a response');
  return {
    ...{ description: descriptionOf(raw), pointer, states: statesOf(raw) },
    request: requestOf(context, request, `${pointer}/request`),
    response: responseOf(context, response, `${pointer}/response`),
  };
}

/** What travels beside a message is none of a notification's: it is left to the message itself. */
function messageOf(context: ReadingContext, { raw, pointer }: Listed): MessageOfPact {
  const body = readBody(context, raw, 'contents', undefined, pointer);
  const { body: rules = {} } = readRules(context, raw['matchingRules'], `${pointer}/matchingRules`);
  return {
    ...{ description: descriptionOf(raw), pointer, states: statesOf(raw) },
    content: body?.['content'] ?? null,
    matchingRules: { body: rules },
  };
}

function descriptionOf(raw: JsonObject): string {
  return String(raw['description']);
}

function nameOf(participant: Json | undefined): string {
  return isJsonObject(participant) ? String(participant['name']) : '';
}
