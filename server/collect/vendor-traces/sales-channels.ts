import { z } from 'zod';
import { permitted } from '../access-denied.ts';
import { outsideText, parseEvidence } from '../parse-evidence.ts';
import { appInAnswer, firstPage } from './app-in-answer.ts';
import { foldTraces, type SeenThing } from './fold-traces.ts';
import { outsideName } from './outside-names.ts';
import { TRACE_CHANNELS, TRACE_ORDER_ATTRIBUTIONS, TRACE_PUBLICATIONS } from './trace-documents.ts';
import type { TraceGroup } from './trace-group.ts';

const Channels = z.object({ channels: firstPage(z.object({ name: outsideText(2_000), app: appInAnswer })) });

/** Sales channels. Which of them an app that manages several may see is not documented. Source: `channels`. */
export const CHANNEL_TRACES: TraceGroup = {
  sources: ['channels'],
  parts: [
    {
      scopes: [],
      async ask(admin, signal) {
        const { channels } = parseEvidence(Channels, permitted(await admin.query(TRACE_CHANNELS, {}, { signal }), []));
        const seen = channels.nodes.map(({ name, app }) => ({ ...app, name: app.name ?? outsideName(name) }));
        return { traces: foldTraces('channels', seen), isPartial: channels.pageInfo.hasNextPage };
      },
    },
  ],
};

/** A catalogue whose apps may not be seen is known by its title. */
const Publications = z.object({
  publications: firstPage(
    z.object({
      catalog: z
        .object({
          title: outsideText(2_000),
          apps: z.object({ nodes: z.array(appInAnswer).max(5) }).optional(),
        })
        .nullable(),
    }),
  ),
});
/** The second one opens the catalogue behind a publication: `Publication.app` is deprecated. */
const PUBLICATION_SCOPES = ['read_publications', 'read_products'];

/** Where products are published. Source: `publications`, `AppCatalog.apps`. */
export const PUBLICATION_TRACES: TraceGroup = {
  sources: ['publications'],
  parts: [
    {
      scopes: PUBLICATION_SCOPES,
      async ask(admin, signal) {
        const answer = permitted(await admin.query(TRACE_PUBLICATIONS, {}, { signal }), PUBLICATION_SCOPES);
        const { publications } = parseEvidence(Publications, answer);
        const seen = publications.nodes.flatMap(({ catalog }): SeenThing[] => {
          if (!catalog) return [];
          const apps = catalog.apps?.nodes ?? [];
          return apps.length > 0 ? apps : [{ name: outsideName(catalog.title) }];
        });
        return { traces: foldTraces('publications', seen), isPartial: publications.pageInfo.hasNextPage };
      },
    },
  ],
};

const Attributions = z.object({
  orderAttributionDefinitions: firstPage(z.object({ handle: outsideText(300), displayName: outsideText(2_000) })),
});

/** Where orders are said to come from. Source: `orderAttributionDefinitions`. */
export const ATTRIBUTION_TRACES: TraceGroup = {
  sources: ['order-attributions'],
  parts: [
    {
      scopes: [],
      async ask(admin, signal) {
        const answer = permitted(await admin.query(TRACE_ORDER_ATTRIBUTIONS, {}, { signal }), []);
        const { nodes, pageInfo } = parseEvidence(Attributions, answer).orderAttributionDefinitions;
        const seen = nodes.map(({ handle, displayName }) => ({
          handle: outsideName(handle),
          name: outsideName(displayName),
        }));
        return { traces: foldTraces('order-attributions', seen), isPartial: pageInfo.hasNextPage };
      },
    },
  ],
};
