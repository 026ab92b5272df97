// Rules about what stands in specs/defects, beyond what its schema says.
import type { Defect } from '../../src/model/defect.ts';
import type { Spec, VendorDocument } from '../../src/model/spec.ts';
import { citationDefect } from './citation-defect.ts';
import { duplicates } from './lint-input.ts';

export interface DefectLintInput {
  readonly specs: readonly Pick<Spec, 'vendor' | 'operations' | 'ambiguities' | 'defects'>[];
  readonly documents: readonly VendorDocument[];
}

type DefectLintRule = (input: DefectLintInput) => readonly string[];
type OneDefectRule = (defect: Defect, spec: DefectLintInput['specs'][number]) => readonly string[];

const LONGEST_TITLE = 80;
const LONGEST_SENTENCE = 200;

export const DEFECT_RULES = {
  idsAreUnique: (input) =>
    duplicates(input.specs.flatMap(({ defects }) => defects.map(({ id }) => id))).map(
      (id) => `${id} is used twice`,
    ),

  idsNameTheirVendor: ofEach(({ id }, { vendor }) =>
    new RegExp(`^${vendor}\\.[a-z0-9-]+$`).test(id) ? [] : [`it is no ${vendor}.<aspect>`],
  ),

  passagesExist: (input) => {
    const lines = new Map(input.documents.map((document) => [document.id, document.lines]));
    const owners = new Map(input.documents.map((document) => [document.id, document.vendor]));
    return ofEach(({ sources }, { vendor }) => {
      if (sources.length === 0) return ['no passage'];
      return sources.flatMap(({ source }) => {
        const complaint = citationDefect(lines, { ...source, lines: [...source.lines] });
        if (complaint !== undefined) return [complaint];
        return owners.get(source.document) === vendor ? [] : [`${source.document} is not of ${vendor}`];
      });
    })(input);
  },

  operationsExist: ofEach((defect, spec) => {
    if (defect.operations.length === 0) return ['no operation'];
    const known = spec.operations.map(({ id }) => id);
    return defect.operations.filter((id) => !known.includes(id)).map((id) => `unknown operation ${id}`);
  }),

  readingsHaveOneDefect: (input) =>
    input.specs.flatMap(({ ambiguities, defects }) => {
      const read = defects.flatMap(({ reading }) => (reading === null ? [] : [reading]));
      const known = ambiguities.map(({ id }) => id);
      return [
        ...known
          .map((id) => ({ id, times: read.filter((one) => one === id).length }))
          .filter(({ times }) => times !== 1)
          .map(({ id, times }) => `${id} is the reading of ${times} defects`),
        ...read.filter((id) => !known.includes(id)).map((id) => `${id} is no ambiguity`),
      ];
    }),

  contradictionsHaveTwoSides: ofEach(({ kind, sources }) =>
    kind === 'contradiction' && sources.length < 2 ? ['fewer than two sides'] : [],
  ),

  questionsCanBeSent: ofEach(({ question }) => [
    ...(/^[A-Z].*\?$/s.test(question) ? [] : ['asks nothing']),
    ...(/[.!?]\s|[!?]./.test(question) ? ['more than one sentence'] : []),
    ...(question.length > LONGEST_SENTENCE ? [`the question is longer than ${LONGEST_SENTENCE}`] : []),
  ]),

  textsAreShort: ofEach(({ title, assumed, sources }) => [
    ...lengthComplaints('title', title, LONGEST_TITLE),
    ...lengthComplaints('assumed', assumed, LONGEST_SENTENCE),
    ...sources.flatMap(({ says }) => lengthComplaints('says', says, LONGEST_SENTENCE)),
  ]),
} as const satisfies Readonly<Record<string, DefectLintRule>>;

export type DefectRuleName = keyof typeof DEFECT_RULES;

function ofEach(rule: OneDefectRule): DefectLintRule {
  return ({ specs }) =>
    specs.flatMap((spec) =>
      spec.defects.flatMap((defect) => rule(defect, spec).map((complaint) => `${defect.id}: ${complaint}`)),
    );
}

/** The texts stand between others, so none of them ends in a full stop. */
function lengthComplaints(name: string, text: string, longest: number): readonly string[] {
  if (text === '') return [`${name} is empty`];
  if (text.length > longest) return [`${name} is longer than ${longest}`];
  return text.endsWith('.') ? [`${name} ends as a sentence`] : [];
}
