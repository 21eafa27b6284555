import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { api } from './client.ts';
import { KEYS } from './keys.ts';
import type {
  ExportFormat,
  NewScriptDecision,
  ScriptBoard,
  ScriptDiff,
  ScriptExport,
  ScriptLog,
} from '../../core/api/scripts.ts';
import type { Language } from '../../core/text.ts';

/** The inventory of the newest judged check, and what waits for a decision. */
export function useScripts() {
  return useQuery({ queryKey: KEYS.scripts, queryFn: ({ signal }) => api.get<ScriptBoard>('/scripts', signal) });
}

/** Asked when somebody opens it. */
export function useScriptLog(isOpen: boolean) {
  return useQuery({
    queryKey: KEYS.scriptLog,
    queryFn: ({ signal }) => api.get<ScriptLog>('/scripts/log', signal),
    enabled: isOpen,
  });
}

/** Two texts of one script, by their hashes. */
export function useScriptDiff(from: string, to: string) {
  return useQuery({
    queryKey: KEYS.scriptDiff(from, to),
    queryFn: ({ signal }) =>
      api.get<ScriptDiff>(`/scripts/diff?${new URLSearchParams({ from, to }).toString()}`, signal),
  });
}

export type ScriptAct =
  | ({ readonly act: 'decide' } & NewScriptDecision)
  | { readonly act: 'withdraw'; readonly identities: readonly string[] };

/** What a manager says of scripts. A check follows by itself, so Home and the vendors are asked again too. */
export function useDecideScripts() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (act: ScriptAct): Promise<unknown> => {
      switch (act.act) {
        case 'decide': {
          const { identities, verdict, owner, reason, coversNewTexts } = act;
          const said = { verdict, owner, reason, coversNewTexts };
          return inParts(identities, (part) =>
            api.post('/scripts/decisions', { identities: part, ...said } satisfies NewScriptDecision),
          );
        }
        case 'withdraw':
          return inParts(act.identities, (identities) => api.post('/scripts/decisions/withdraw', { identities }));
      }
    },
    onSettled: () =>
      Promise.all([
        client.invalidateQueries({ queryKey: KEYS.scripts }),
        client.invalidateQueries({ queryKey: KEYS.vendors }),
        client.invalidateQueries({ queryKey: KEYS.home }),
      ]),
  });
}

/** The server takes so many at once. */
const MOST_AT_ONCE = 200;

async function inParts(all: readonly string[], send: (part: readonly string[]) => Promise<unknown>): Promise<void> {
  for (let at = 0; at < all.length; at += MOST_AT_ONCE) await send(all.slice(at, at + MOST_AT_ONCE));
}

/** A whole file, to be saved. */
export function scriptFile(what: ScriptExport, format: ExportFormat, language: Language): Promise<Blob> {
  return api.blob(`/scripts/export/${what}?${new URLSearchParams({ format, language }).toString()}`);
}
