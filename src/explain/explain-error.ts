import type { Explainer } from './explanation.ts';

/** Of what stands in brackets when a command ends with an error. */
export const errorExplainer: Explainer = {
  names: ({ errors }) => Object.keys(errors),
  explain: (name, { errors }) => {
    const meaning = Object.entries(errors).find(([code]) => code === name)?.[1];
    if (meaning === undefined) return [];
    return [
      {
        ...{ kind: 'error', name, title: meaning.means },
        about: [`a command that ends with it has the exit code ${meaning.exitCode}`],
        ...{ documented: [], reliedOn: [], seen: [], next: [meaning.next] },
      },
    ];
  },
};
