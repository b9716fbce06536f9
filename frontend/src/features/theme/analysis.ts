import type { components } from '@/shared/api/schema.gen';
import type { Contrast } from './model';

type Schemas = components['schemas'];
export type Analysis = Schemas['Analysis'];
export type Swatch = Schemas['AnalysisSwatch'];
export type Box = Schemas['AnalysisBox'];
export type Screenshot = Schemas['AnalysisScreenshot'];
export type Suggestion = Schemas['ThemeSuggestion'];
export type Step = Schemas['StepView'];

export const isActive = ({ status }: Pick<Analysis, 'status'>) => status === 'queued' || status === 'running';

/** What is chosen to be looked at: a swatch, or one of its uses by its id. */
export type Focus = { swatch: string; use?: string };

/** `c0.button` is a use of the swatch `c0`; what the page declares, such as `theme-color`, belongs to the swatch that it names. */
export function focusOf(evidence: string, swatches: readonly Swatch[]): Focus | undefined {
  const bySwatch = swatches.find(({ id }) => id === evidence);
  if (bySwatch) return { swatch: bySwatch.id };
  const byUse = swatches.find(({ uses }) => uses.some(({ id }) => id === evidence));
  if (byUse) return { swatch: byUse.id, use: evidence };
  const byName = swatches.find(({ declared }) => declared.includes(evidence));
  return byName && { swatch: byName.id };
}

/** Where that is painted on the screenshot of the page, the largest first. */
export function boxesOf(focus: Focus | undefined, swatches: readonly Swatch[]): Box[] {
  const swatch = swatches.find(({ id }) => id === focus?.swatch);
  const uses = swatch?.uses.filter(({ id }) => focus?.use === undefined || id === focus.use) ?? [];
  return uses.flatMap(({ boxes }) => boxes);
}

/** "12.3 % of the first screen" */
export function shareText(share: number): string {
  const percent = share * 100;
  return `${percent >= 10 ? Math.round(percent) : percent.toFixed(1)} % of the first screen`;
}

export const percent = (probability: number) => `${Math.round(probability * 100)} %`;

/** The roles that a swatch has, and who gave them: "primary, by both". */
export function rolesOf({ choices }: Analysis, swatch: string): string[] {
  const roles = new Map<string, Set<string>>();
  for (const { role, swatchId, source } of choices)
    if (swatchId === swatch) roles.set(role, (roles.get(role) ?? new Set()).add(source));
  const asked = new Set(choices.map(({ source }) => source)).size;
  return [...roles].map(([role, sources]) => {
    if (asked < 2) return role;
    return `${role}, by ${sources.size === 2 ? 'both' : sources.has('claude') ? 'Claude' : 'the extractor'}`;
  });
}

/** How many pairs of a suggestion lack contrast. */
export const lackingIn = (contrast: readonly Contrast[]) => contrast.filter(({ passes }) => !passes).length;
