/** The id of the run that an accepted request has started. */
export async function deploymentIdOf(
  answer: Promise<{ deploymentId?: string } | undefined>,
): Promise<string> {
  const body = await answer;
  if (!body?.deploymentId) throw new Error('The answer names no deployment');
  return body.deploymentId;
}
