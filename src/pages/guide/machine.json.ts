import { guideMachine } from '../../guide/tree/machine.ts';
import { siteGuide } from '../../site/guide.ts';

/** The machine of the guide as Stately's tools read it: its configuration, with the context it starts with. */
export async function GET(): Promise<Response> {
  const { config } = guideMachine(await siteGuide());
  return Response.json({ ...config, context: { answers: {}, passed: [] } });
}
