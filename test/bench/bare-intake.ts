/**
 * The peer of webhook intake: the least that a durable one can do. No signature, no limits, no headers, no second look:
 * a koa route that parses a body and writes one document. `node test/bench/bare-intake.ts MONGODB_URI`
 */
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { json } from 'node:stream/consumers';
import Koa from 'koa';
import Router from 'koa-router';
import { Schema } from 'mongoose';
import { connectStore } from '../../server/store/connect.ts';

const connection = await connectStore({ uri: process.argv[2] ?? '' });
const deliveries = connection.model('BareDelivery', new Schema({ shop: String, topic: String, receivedAt: Date }));

const router = new Router();
router.post('/webhooks', async (ctx) => {
  const body = (await json(ctx.req)) as { myshopify_domain: string };
  const topic = ctx.get('X-Shopify-Topic');
  await deliveries.create({ shop: body.myshopify_domain, topic, receivedAt: new Date() });
  ctx.status = 200;
  ctx.body = '';
});

const app = new Koa();
app.use(router.routes());
const handle = app.callback();
const server = createServer((request, response) => void handle(request, response)).listen(0, '127.0.0.1');
await once(server, 'listening');
console.log(JSON.stringify({ ready: true, url: `http://127.0.0.1:${(server.address() as AddressInfo).port}` }));
