/** Does an engine of CI run this? */
export function isInCi(environment: NodeJS.ProcessEnv = process.env): boolean {
  const { CI: ci = 'false' } = environment;
  return ci !== 'false' || foldingEngine(environment) !== undefined;
}

/** The engine, where its logs have folds. */
export function foldingEngine(environment: NodeJS.ProcessEnv = process.env): 'github' | 'gitlab' | undefined {
  if (environment['GITHUB_ACTIONS'] === 'true') return 'github';
  return environment['GITLAB_CI'] === 'true' ? 'gitlab' : undefined;
}
