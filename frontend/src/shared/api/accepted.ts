/** The answer to an accepted request; its run itself if the client waited for the end, which this page never does. */
type Accepted = { deploymentId: string } | { id: string };

/** The id of the run that an accepted request has started. */
export async function deploymentIdOf(answer: Promise<Accepted | undefined>): Promise<string> {
  const body = await answer;
  if (!body) throw new Error('The answer names no deployment');
  return 'deploymentId' in body ? body.deploymentId : body.id;
}
