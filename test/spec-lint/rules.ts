// Every rule of the lint: what the rule files export is what is checked.
import * as claimRules from './claim-rules.ts';
import * as exampleRules from './example-rules.ts';
import * as personalRules from './personal-rules.ts';
import * as readingRules from './reading-rules.ts';
import * as shapeRules from './shape-rules.ts';
import * as sourceRules from './source-rules.ts';

export const RULES = {
  ...sourceRules,
  ...shapeRules,
  ...readingRules,
  ...claimRules,
  ...exampleRules,
  ...personalRules,
};
export type RuleName = keyof typeof RULES;
