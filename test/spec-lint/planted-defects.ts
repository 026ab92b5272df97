// For each rule of the lint one defect that breaks it, planted into a spec that is otherwise sound.
import { join } from 'node:path';
import type { Json } from '../../src/model/json.ts';
import { pathOf, withValue } from './json-edit.ts';
import type { LintInput } from './lint-input.ts';
import { readYaml } from './read-yaml.ts';
import type { RuleName } from './rules.ts';

export interface PlantedDefect {
  readonly file: 'spec' | 'readings';
  readonly at: string;
  /** Undefined takes the member away. */
  readonly value: Json | undefined;
  readonly complaint: RegExp;
}

const OPERATION = '/paths/~1calls~1{id}/post';
const RESPONSE = `${OPERATION}/responses/200`;
const EXAMPLE = `${RESPONSE}/content/application~1json/examples/documented/value`;

function inSpec(at: string, value: Json | undefined, complaint: RegExp): PlantedDefect {
  return { file: 'spec', at, value, complaint };
}

function inReadings(at: string, value: Json | undefined, complaint: RegExp): PlantedDefect {
  return { file: 'readings', at, value, complaint };
}

export const PLANTED: Readonly<Record<RuleName, readonly PlantedDefect[]>> = {
  everyNodeHasASource: [
    inSpec(
      '/components/schemas/Call/x-source',
      { document: 'nobody-page', lines: [9, 12] },
      /Call: no source/,
    ),
    inSpec('/components/responses/Lost', { description: 'of nobody' }, /responses\/Lost: no source/),
  ],
  rootsHaveWholeSources: [
    inSpec('/webhooks/callEnded/x-source/document', undefined, /callEnded: its x-source is not whole/),
    inSpec('/paths/~1calls~1{id}/x-source/strength', undefined, /calls.*: its x-source is not whole/),
  ],
  everyPropertyHasItsOwnSource: [
    inSpec('/components/schemas/Call/properties/name/x-source', undefined, /name: no lines of its own/),
    inSpec('/components/schemas/Call/properties/name/x-source/lines', undefined, /name: no lines of its own/),
  ],
  everyClaimHasItsOwnSource: [
    inSpec(`${OPERATION}/x-failure-signs/0/x-source`, undefined, /signs\/0: no lines of its own/),
    inSpec(`${RESPONSE}/x-echoes/0/x-source`, undefined, /echoes\/0: no lines of its own/),
  ],
  everyCitationExists: [
    inSpec(`${OPERATION}/x-source/document`, 'lost-page', /unknown document lost-page/),
    inSpec(`${OPERATION}/x-source/lines`, [3, 21], /no lines 3 to 21 among 20/),
    inSpec(`${OPERATION}/x-source/lines`, [4, 3], /no lines 4 to 3 among 20/),
    inSpec('/webhooks/callEnded/x-source/strength', 'said', /unknown strength said/),
    inSpec('/components/schemas/Call/properties/ended/x-presence/lines', [0, 1], /no lines 0 to 1/),
  ],
  operationIdsAreUnique: [inSpec(`${OPERATION}/operationId`, 'callEnded', /callEnded is used twice/)],
  operationIdsAreVerbNouns: [inSpec(`${OPERATION}/operationId`, 'make-call', /make-call is no verbNoun/)],
  everyReferenceResolves: [
    inSpec(
      `${RESPONSE}/content/application~1json/schema/$ref`,
      '#/components/schemas/Cal',
      /Cal leads nowhere/,
    ),
    inSpec(`${RESPONSE}/content/application~1json/schema/$ref`, 'other.yaml#/Call', /leads nowhere/),
  ],
  everyOperationHasEffects: [
    inSpec(`${OPERATION}/x-effects`, undefined, /no x-effects/),
    inSpec(`${OPERATION}/x-effects`, ['notifies'], /unknown effect notifies/),
  ],
  everyOperationSaysWhomItTouches: [
    inSpec(`${OPERATION}/x-touches`, undefined, /no x-touches though it notifies-people/),
    inSpec(`${OPERATION}/x-touches/0/at`, 'path.who', /path.who is no parameter/),
  ],
  everyOperationHasFailureSigns: [
    inSpec(`${OPERATION}/x-failure-signs`, [], /no x-failure-signs/),
    inSpec(`${OPERATION}/x-failure-signs/0/present`, undefined, /not one test of one place/),
  ],
  everyRefusalIsKnown: [inSpec(`${RESPONSE}/x-refuses`, ['no-luck'], /unknown refusal no-luck/)],
  noUnknownExtensions: [inSpec(`${OPERATION}/x-efects`, ['reads'], /unknown extension x-efects/)],
  everyNotificationIsDescribed: [
    inSpec(`${OPERATION}/x-notifications/outcomes/success/expects`, ['callLost'], /callLost is no described/),
    inSpec('/webhooks/callEnded/post/x-matches', undefined, /callEnded is no described/),
  ],
  everyPersonalKindIsKnown: [
    inSpec('/components/schemas/Call/properties/name/x-personal', 'nick', /name: unknown x-personal nick/),
  ],
  everyTellTaleFieldIsAnnotated: [
    inSpec('/components/schemas/Call/properties/name/x-personal', undefined, /name: no x-personal/),
  ],
  ambiguityIdsAreUnique: [inReadings('', [{ id: 'nobody.a' }, { id: 'nobody.a' }], /nobody.a is used twice/)],
  ambiguityIdsNameTheirVendor: [inReadings('/0/id', 'somebody.name-order', /is no nobody\.<aspect>/)],
  everyAmbiguityHasTwoReadingsOnePrimary: [
    inReadings('/0/readings/0/primary', undefined, /0 primary readings/),
    inReadings('/0/readings/1/primary', true, /2 primary readings/),
    inReadings('/0/readings/1', undefined, /fewer than two readings/),
  ],
  readingIdsAreUnique: [inReadings('/0/readings/1/id', 'first', /reading first is there twice/)],
  everyAmbiguityNamesOperations: [
    inReadings('/0/operations', ['nobody.callEnded'], /unknown operation nobody.callEnded/),
    inReadings('/0/operations', undefined, /no operations/),
  ],
  everyConflictIsCited: [
    inReadings('/0/conflict/1', undefined, /fewer than two sides/),
    inReadings('/0/conflict/1/lines', [20, 21], /no lines 20 to 21 among 20/),
    inReadings('/0/conflict/1/strength', undefined, /unknown strength/),
  ],
  everyAmbiguityIsExplained: [
    inReadings('/0/because', undefined, /no because/),
    inReadings('/0/readings/1/says', '', /says nothing/),
  ],
  everyObservationIsWellFormed: [
    inReadings('/0/readings/0/observed/at', 'body/name', /observation of first is malformed/),
    inReadings('/0/readings/0/observed/absent', true, /observation of first is malformed/),
  ],
  everyOtherRequestIsWellFormed: [
    inReadings('/0/readings/0/request', { method: 'PUT' }, /the primary reading has a request of its own/),
    inReadings('/0/readings/1/request', { changes: [{ move: 'name', to: 'query.name' }] }, /changes name/),
  ],
  everyAdmissionHasItsOpposite: [
    inReadings('/0/readings/1/admits', { at: 'body#/name', taken: true }, /nobody admits the opposite/),
  ],
  everyEchoIsWellFormed: [
    inSpec(`${RESPONSE}/x-echoes/0/equals`, '$request.body/name', /echoes\/0: no echo/),
    inSpec('/webhooks/callEnded/post/x-correlates/0/includes-each', '$request.path.id', /correlates\/0: no/),
    inSpec(`${RESPONSE}/x-echoes/0/when`, 7, /echoes\/0: no echo/),
  ],
  everyAgreementIsWellFormed: [
    inSpec(`${RESPONSE}/x-agreements`, [{ at: '/name' }], /agreements\/0: no agreement/),
    inSpec(`${RESPONSE}/x-agreements`, [{ at: '/name', equals: 'name' }], /agreements\/0: no agreement/),
    inSpec(`${RESPONSE}/x-agreements`, [{ at: '/a/*/b', equals: '/c/*/d' }], /agreements\/0: no agreement/),
    inSpec(`${RESPONSE}/x-agreements`, [{ at: '/a', equals: '/c/*/d' }], /agreements\/0: no agreement/),
    inSpec(
      `${RESPONSE}/x-agreements`,
      [{ at: '/at', 'not-before': '/at', equals: '/at' }],
      /agreements\/0: no agreement/,
    ),
    inSpec(
      `${RESPONSE}/x-agreements`,
      [{ at: '/at', 'not-before': '/at', precision: 'day' }],
      /agreements\/0: no agreement/,
    ),
  ],
  everyClaimIsAboutAShownPlace: [
    inSpec(`${RESPONSE}/x-agreements`, [{ at: '/at', 'not-before': '/lost' }], /the example has no \/lost/),
    inSpec(`${RESPONSE}/x-echoes/0/at`, '/nam', /the example has no \/nam/),
    inSpec('/webhooks/callEnded/post/x-correlates/0/at', '/call/id', /the example has no \/call\/id/),
    inSpec(`${RESPONSE}/x-agreements`, [{ at: '/name', equals: '/lost' }], /the example has no \/lost/),
  ],
  everyExampleIsValid: [
    inSpec(`${EXAMPLE}/name`, 7, /\/name must be string/),
    inSpec('/components/schemas/Call/properties/at/format', 'date', /\/at must match format "date"/),
  ],
  everyShownMemberIsHeld: [
    inSpec('/components/schemas/Call/required', ['name', 'at'], /still valid with \/ended left out/),
    inSpec('/components/schemas/Call/properties/name/type', undefined, /still valid with a number at \/name/),
    inSpec('/components/schemas/Call/properties/at/format', undefined, /still valid with no instant at \/at/),
    inSpec('/components/schemas/Call/properties/ended', {}, /still valid with anything in place of null/),
    inSpec(
      '/webhooks/callEnded/post/requestBody/content/application~1json/schema/required',
      [],
      /still valid with \/kind left out/,
    ),
  ],
  everyMediaTypeHasASchema: [
    inSpec(`${RESPONSE}/content/application~1json/schema`, undefined, /application~1json: no schema/),
  ],
};

export const SOUND: LintInput = {
  vendor: 'nobody',
  spec: readYaml(join(import.meta.dirname, 'minimal-spec.yaml')),
  readings: readYaml(join(import.meta.dirname, 'minimal-readings.yaml')),
  documents: new Map([['nobody-page', 20]]),
};

export function plant(defect: PlantedDefect): LintInput {
  return { ...SOUND, [defect.file]: withValue(SOUND[defect.file], pathOf(defect.at), defect.value) };
}
