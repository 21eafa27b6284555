import type { Check } from '../core/checks/check.ts';
import { controlById, STEP_NAMES } from '../core/data/controls.ts';
import { MAX_FINDINGS } from '../core/evaluate.ts';
import { WEIGHTS } from '../core/score.ts';

/** The page of one check, docs/checks/ID.md, from its definition alone. English: pages in the app are in both languages. */
export function checkPage(check: Check): string {
  return [
    `# ${check.title.en}`,
    '<!-- Written by `npm run docs` from the definition of the check. Change that, not this. -->',
    `\`${check.id}\` · ${check.severity} · ${pointsOf(check)}${check.control ? ` · control ${check.control}` : ''}`,
    '## Why it matters',
    check.why.en,
    check.cost.en,
    '## What is checked',
    `It reads ${namesOf(check.requires)}. Without that evidence it is not assessed, which is never a pass.`,
    ...(check.uses?.length ? [`Where they are there it reads ${namesOf(check.uses)} as well.`] : []),
    check.applies ? 'Where a shop has nothing to judge, it does not apply.' : 'It applies to every shop.',
    '## What fails',
    Object.values(check.messages)
      .map(({ en }) => `- ${en}`)
      .join('\n'),
    `At most ${MAX_FINDINGS.toLocaleString('en-IN')} findings are kept.`,
    '## How to fix it',
    check.remedy.map(({ en }, index) => `${index + 1}. ${en}`).join('\n'),
    ...(check.adminPath ? [`In the Shopify admin: \`${check.adminPath}\`.`] : []),
    `How we will know: ${check.proof.en}`,
    ...controlLines(check),
    '## Rule',
    `${check.rule.name.en}, in force from ${check.rule.effectiveFrom}. Source: ${check.rule.source}. ${standing(check)}`,
  ]
    .join('\n\n')
    .concat('\n');
}

/** The demand behind the check, and the numbers that other lists give it. */
function controlLines({ control: id }: Check): string[] {
  const control = id === undefined ? null : controlById(id);
  if (!control) return [];
  const { step, title, criterion, fixableBy, mappings } = control;
  const numbers = Object.entries(mappings).map(([framework, items]) => `${framework} ${items.join(', ')}`);
  return [
    '## Control',
    `${control.id}, ${title.en}: ${criterion}.`,
    `Step ${step} of ten: ${STEP_NAMES[step].en}. It can be changed by: ${fixableBy}.`,
    `Evidence for: ${numbers.join(' · ')}.`,
  ];
}

/** docs/checks/README.md: one line a check, in the order of the list. */
export function checkIndex(checks: readonly Check[]): string {
  const rows = checks.map(
    ({ id, title, severity, rule }) => `- [${id}](${id}.md), ${severity}: ${title.en}. Source: ${rule.source}.`,
  );
  return [
    '# Checks',
    '<!-- Written by `npm run docs` from the definitions of the checks. Change those, not this. -->',
    rows.join('\n'),
  ]
    .join('\n\n')
    .concat('\n');
}

function pointsOf(check: Check): string {
  if (check.isPlatformSet === true || check.rule.status === 'unverified') return 'no points';
  const points = WEIGHTS[check.severity];
  return points === 1 ? '1 point' : `${points} points`;
}

function standing({ rule, isPlatformSet }: Check): string {
  if (rule.status === 'unverified') return 'The rule is not verified: the check informs and never fails.';
  if (isPlatformSet === true) return 'Only the platform can change it: it is shown and costs no points.';
  return 'Status: verified.';
}

function namesOf(kinds: Check['requires']): string {
  return kinds.map((kind) => `\`${kind}\``).join(', ');
}
