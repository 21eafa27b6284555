import { z } from 'zod';
import { permitted } from '../access-denied.ts';
import { instant, outsideText, parseEvidence } from '../parse-evidence.ts';
import { appInAnswer, firstPage } from './app-in-answer.ts';
import { foldTraces } from './fold-traces.ts';
import { reservingApp } from './outside-names.ts';
import { TRACE_METAFIELDS, TRACE_METAOBJECTS } from './trace-documents.ts';
import type { TraceGroup, TracePart } from './trace-group.ts';

const Definitions = z.object({ metafieldDefinitions: firstPage(z.object({ namespace: outsideText(300) })) });

/** Fields that apps reserved for themselves tell their number and no name. Source: `metafieldDefinitions`. */
export const METAFIELD_TRACES: TraceGroup = {
  sources: ['metafields'],
  parts: [owner('ORDER', 'read_orders'), owner('PRODUCT', 'read_products'), owner('PRODUCTVARIANT', 'read_products')],
};

function owner(ownerType: string, scope: string): TracePart {
  return {
    scopes: [scope],
    async ask(admin, signal) {
      const answer = permitted(await admin.query(TRACE_METAFIELDS, { ownerType }, { signal }), [scope]);
      const { nodes, pageInfo } = parseEvidence(Definitions, answer).metafieldDefinitions;
      const seen = nodes.map(({ namespace }) => ({ appId: reservingApp(namespace) }));
      return { traces: foldTraces('metafields', seen), isPartial: pageInfo.hasNextPage };
    },
  };
}

const METAOBJECT_SCOPES = ['read_metaobject_definitions'];
const Metaobjects = z.object({
  metaobjectDefinitions: firstPage(z.object({ createdAt: instant, createdByApp: appInAnswer })),
});

/** Kinds of things that apps keep in the shop. Source: `metaobjectDefinitions.createdByApp`. */
export const METAOBJECT_TRACES: TraceGroup = {
  sources: ['metaobjects'],
  parts: [
    {
      scopes: METAOBJECT_SCOPES,
      async ask(admin, signal) {
        const answer = permitted(await admin.query(TRACE_METAOBJECTS, {}, { signal }), METAOBJECT_SCOPES);
        const { nodes, pageInfo } = parseEvidence(Metaobjects, answer).metaobjectDefinitions;
        const seen = nodes.map(({ createdAt, createdByApp }) => ({ ...createdByApp, lastAt: createdAt }));
        return { traces: foldTraces('metaobjects', seen), isPartial: pageInfo.hasNextPage };
      },
    },
  ],
};
