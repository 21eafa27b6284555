import type { NewScriptDecision, ScriptBoard, ScriptDiff, ScriptLog } from '../../core/api/scripts.ts';
import { NOW } from './factories.ts';

export interface HeldScripts {
  scripts: ScriptBoard;
  scriptLog: ScriptLog;
  scriptDiff: ScriptDiff;
  /** Decisions as they were sent. */
  sentDecisions: NewScriptDecision[];
}

/** A shop whose pages were not read yet. */
export function noScripts(): HeldScripts {
  return {
    scripts: {
      takenAt: null,
      reason: 'not-collected',
      pages: [],
      items: [],
      changes: [],
      beacon: { isOn: false, seen: [] },
    },
    scriptLog: { rows: [] },
    scriptDiff: { state: 'not-kept', from: null, to: null },
    sentDecisions: [],
  };
}

/** The routes of scripts; undefined for those that are not. */
export function scriptsRoute(held: HeldScripts, method: string, path: string, body: unknown): unknown {
  switch (`${method} ${path}`) {
    case 'GET /scripts':
      return held.scripts;
    case 'GET /scripts/log':
      return held.scriptLog;
    case 'GET /scripts/diff':
      return held.scriptDiff;
    case 'POST /scripts/decisions':
      return decide(held, body as NewScriptDecision);
    case 'POST /scripts/decisions/withdraw':
      return withdraw(held, (body as Pick<NewScriptDecision, 'identities'>).identities);
    default:
      return path.startsWith('/scripts/export/') ? `file of ${path}` : undefined;
  }
}

function decide(held: HeldScripts, decision: NewScriptDecision): ScriptBoard {
  held.sentDecisions.push(decision);
  const { identities, ...said } = decision;
  held.scripts = {
    ...held.scripts,
    changes: held.scripts.changes.filter(({ identity }) => !identities.includes(identity)),
    items: held.scripts.items.map((item) =>
      identities.includes(item.identity)
        ? {
            ...item,
            decision: {
              ...{ identity: item.identity, lineage: item.identity, hash: item.hash, pageKinds: item.pageKinds },
              ...{ hasOwner: true, hasReason: true, decidedAt: NOW, decidedBy: '1001', ...said },
            },
          }
        : item,
    ),
  };
  return held.scripts;
}

function withdraw(held: HeldScripts, identities: readonly string[]): ScriptBoard {
  const { items, changes } = held.scripts;
  held.scripts = {
    ...held.scripts,
    changes: changes.filter(({ kind, identity }) => kind !== 'gone' || !identities.includes(identity)),
    items: items.map((item) => (identities.includes(item.identity) ? { ...item, decision: null } : item)),
  };
  return held.scripts;
}
