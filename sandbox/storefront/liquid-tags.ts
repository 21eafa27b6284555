import {
  Hash,
  RenderTag,
  Tag,
  TypeGuards,
  evalToken,
  type Context,
  type Emitter,
  type Liquid,
  type Parser,
  type TagToken,
  type Template,
  type TopLevelToken,
} from 'liquidjs';

import { parseThemeJson } from './theme-json.ts';

/** What is for the editor and the platform, and draws nothing. */
const SILENT = ['schema', 'javascript', 'stylesheet', 'doc'];
/** As Shopify counts snippets inside snippets. */
const DEEPEST_RENDER = 100;
const FORMS: Readonly<Record<string, string>> = {
  cart: '/cart',
  product: '/cart/add',
  contact: '/contact#contact_form',
};

/** Tags that Shopify has beside Liquid's own. */
export function shopifyTags(
  liquid: Liquid,
  drawSection: (name: string, section: object) => string,
  read: (name: string) => string | undefined,
): void {
  for (const name of SILENT) liquid.registerTag(name, silentTag(name));
  liquid.registerTag('render', renderTag());
  liquid.registerTag('form', FormTag);

  liquid.registerTag('section', {
    parse(token: TagToken) {
      this['name'] = quotedIn(token);
    },
    render: function () {
      const name = String(this['name']);
      return drawSection(name, { id: name, type: name, settings: {}, blocks: [] });
    },
  });
  liquid.registerTag('sections', {
    parse(token: TagToken) {
      this['name'] = quotedIn(token);
    },
    render: function () {
      const group = parseThemeJson(read(`sections/${String(this['name'])}.json`)) as SectionGroup | null;
      return (group?.order ?? [])
        .flatMap((id) => {
          const section = group?.sections[id];
          return section ? drawSection(section.type, { id, blocks: [], ...section }) : [];
        })
        .join('\n');
    },
  });
  liquid.registerTag('content_for', {
    render(context: Context) {
      const blocks: unknown = context.getSync(['section', 'blocks']);
      return Array.isArray(blocks) ? blocks.map(htmlOf).join('\n') : '';
    },
  });
}

interface SectionGroup {
  readonly sections: Readonly<Record<string, { readonly type: string }>>;
  readonly order: readonly string[];
}

function silentTag(name: string) {
  return class extends Tag {
    constructor(token: TagToken, remaining: TopLevelToken[], liquid: Liquid) {
      super(token, remaining, liquid);
      for (let next = remaining.shift(); next; next = remaining.shift()) {
        if (TypeGuards.isTagToken(next) && next.name === `end${name}`) return;
      }
      throw new SyntaxError(`{% ${name} %} is not closed.`);
    }
    override render(): void {
      // Draws nothing.
    }
  };
}

/** `{% render 'snippet' %}`, and `{% render block %}` for the block of an app. */
function renderTag() {
  let depth = 0;
  return class extends RenderTag {
    override *render(context: Context, emitter: Emitter): Generator<unknown, void, unknown> {
      const [variable] = /^\w+$/.exec(this.token.args.trim()) ?? [];
      if (variable !== undefined) return void emitter.write(htmlOf(context.getSync([variable])));
      if (depth >= DEEPEST_RENDER) return void emitter.write('Liquid error: Nesting too deep');
      depth += 1;
      try {
        yield* super.render(context, emitter);
      } finally {
        depth -= 1;
      }
    }
  };
}

/** `{% form 'cart', cart, id: 'cart' %}`, with the fields that the platform adds. */
class FormTag extends Tag {
  readonly #kind: ReturnType<Tag['tokenizer']['readValue']>;
  readonly #attributes: Hash;
  readonly #inside: Template[] = [];

  constructor(token: TagToken, remaining: TopLevelToken[], liquid: Liquid, parser: Parser) {
    super(token, remaining, liquid);
    this.#kind = this.tokenizer.readValue();
    this.tokenizer.skipBlank();
    if (this.tokenizer.peek() === ',') this.tokenizer.advance();
    this.#attributes = new Hash(this.tokenizer);
    const stream = parser
      .parseStream(remaining)
      .on('tag:endform', () => void stream.stop())
      .on('template', (template: Template) => void this.#inside.push(template))
      .on('end', () => {
        throw new SyntaxError('{% form %} is not closed.');
      });
    stream.start();
  }

  override *render(context: Context, emitter: Emitter): Generator<unknown, void, unknown> {
    const kind = String(yield this.#kind && evalToken(this.#kind, context));
    const attributes = Object.entries((yield this.#attributes.render(context)) as Record<string, unknown>)
      .filter(([, value]) => typeof value === 'string')
      .map(([name, value]) => ` ${name}="${String(value).replace(/[&<>"]/g, (one) => `&#${one.charCodeAt(0)};`)}"`)
      .join('');
    const action = FORMS[kind];
    if (action === undefined) throw new RangeError(`The sandbox knows no form "${kind}".`);
    emitter.write(`<form method="post" action="${action}" accept-charset="UTF-8"${attributes}>`);
    emitter.write(`<input type="hidden" name="form_type" value="${kind}"><input type="hidden" name="utf8" value="✓">`);
    yield this.liquid.renderer.renderTemplates(this.#inside, context, emitter);
    emitter.write('</form>');
  }
}

function quotedIn(token: TagToken): string {
  const [, name] = /^['"]([\w.-]+)['"]/.exec(token.args.trim()) ?? [];
  if (name === undefined) throw new SyntaxError(`{% ${token.name} ${token.args} %} names nothing.`);
  return name;
}

function htmlOf(block: unknown): string {
  return typeof block === 'object' && block !== null && 'html' in block ? String(block.html) : '';
}
