import type { Operation } from '../model/operation.ts';
import type { Spec } from '../model/spec.ts';
import type { Judged } from '../run/run-suite.ts';
import { CaseKinds } from './case-kinds.ts';
import { ContractSample } from './contract-sample.ts';
import { OF_A_REPORT } from './field-tally.ts';
import { OperationFields } from './operation-fields.ts';

/** Exchanges that are kept for what they show of fields; what they show of the judges is bounded on its own. */
const MOST_KEPT_FOR_FIELDS = 60;

/** What has been observed of one operation, in bounded memory. */
export class OperationObservation {
  readonly operation: Operation;
  readonly sample: ContractSample;
  readonly kinds = new CaseKinds();
  readonly fields: OperationFields;
  /** In the order they were seen. */
  readonly kept: Judged[] = [];
  exchanges = 0;
  #keptForFields = 0;

  constructor(spec: Spec, operation: Operation, contractSample: number) {
    this.operation = operation;
    this.sample = new ContractSample(contractSample);
    this.fields = new OperationFields(spec, operation, OF_A_REPORT);
  }

  /** Has an exchange to be kept for what it shows of fields? */
  keepsForFields(showsNew: boolean): boolean {
    if (!showsNew || this.#keptForFields >= MOST_KEPT_FOR_FIELDS) return false;
    this.#keptForFields += 1;
    return true;
  }
}
