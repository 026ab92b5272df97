import type { Finding } from '../model/finding.ts';

/** Neither our suite nor the user's setup says anything of the vendor. */
export function speaksOfTarget({ blame }: Finding): boolean {
  return blame !== 'setup' && blame !== 'suite';
}

/** Against what is stated, whoever reads it. */
export function contradictsDocument(finding: Finding): boolean {
  return isOfDocument(finding) && finding.level === 'must';
}

/** Against a contract, or in a field a contract reads: there an example binds as well. */
export function breaksConsumer(finding: Finding): boolean {
  if (isOfContract(finding)) return speaksOfTarget(finding);
  return isOfDocument(finding) && finding.level !== 'may' && finding.reliedOnBy.length > 0;
}

export function isBreaking(finding: Finding): boolean {
  return contradictsDocument(finding) || breaksConsumer(finding);
}

export function isOfContract({ check }: Finding): boolean {
  return check.startsWith('contract');
}

function isOfDocument(finding: Finding): boolean {
  return !isOfContract(finding) && speaksOfTarget(finding) && finding.blame !== 'undetermined';
}
