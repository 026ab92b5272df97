/** `1 case`, `3 cases`. */
export function countNoun(list: readonly unknown[], noun: string): string {
  return `${list.length} ${noun}${list.length === 1 ? '' : 's'}`;
}
