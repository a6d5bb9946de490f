import type { Code, Paragraph, Parents, Root, RootContent } from 'mdast';
import { SKIP, visit } from 'unist-util-visit';
import type { VFile } from 'vfile';
import type { HttpModel } from '../http-model/model-schema.ts';
import { HttpServer } from '../http-model/server.ts';
import { isFault, namedRequests, readRequest, requestText, responseText } from '../http-model/wire.ts';
import { fenceAttributes } from '../markdown/fence-meta.ts';
import type { Translator } from '../strings/translator.ts';

/**
 * Lets readers speak to a server in the page.
 *
 * ```http model="shop" title="Read the mug" reach="200"
 * GET /api/products/1
 * ```
 * becomes `<div class="http-lab">` with the request and the answer of the server `content/http/shop.yaml` as a block of text, and with
 * what its script needs. More requests begin behind lines `### Name`; they are answered one after the other.
 *
 * @param options.models servers by name
 * @throws when there is no such server; the content check reports the same fault with its line first
 */
export function remarkHttp({
  models,
  languageOf,
}: {
  models: ReadonlyMap<string, HttpModel>;
  languageOf(file: string | undefined): { t: Translator };
}) {
  return (tree: Root, file: VFile) => {
    const { t } = languageOf(file.path);
    visit(tree, 'code', (node: Code, index: number | undefined, parent: Parents | undefined) => {
      const { model: name, title, reach } = fenceAttributes(node.meta);
      if (name === undefined || !parent || index === undefined) return undefined;
      const model = models.get(name);
      if (!model) return file.fail(`There is no server \`${name}\` in content/http.`, node);
      const server = new HttpServer(model);
      const requests = namedRequests(node.value);
      const shown = title ?? t('http.title');
      const exchanges = requests.map((request, at): Code => {
        const read = readRequest(request.text, model.host);
        if (isFault(read)) return file.fail(`This request cannot be read: ${read.text}`, node);
        const text = `${requestText(read)}\n\n${responseText(server.answer(read, 0))}`;
        const heading = request.name || (requests.length > 1 ? t('http.numbered', { number: at + 1 }) : shown);
        return { type: 'code', lang: 'http', meta: `title=${quoted(heading)} output`, value: text.trimEnd() };
      });
      parent.children[index] = {
        type: 'httpLab',
        data: {
          hName: 'div',
          hProperties: {
            className: ['http-lab'],
            dataModel: name,
            dataTitle: shown,
            dataReach: reach ?? '',
            dataRequests: JSON.stringify(requests.map(({ name: called, text }) => [called, text])),
          },
        },
        children: [titled(shown), ...exchanges, openButton(name, t('http.open'))],
      } as unknown as RootContent;
      return SKIP;
    });
  };
}

const titled = (text: string): Paragraph => ({
  type: 'paragraph',
  children: [{ type: 'strong', children: [{ type: 'text', value: text }] }],
});

/** What opens the editor; run-switch.ts loads it, as it does for code that runs in the page. */
const openButton = (model: string, text: string) => ({
  type: 'httpOpen',
  data: {
    hName: 'button',
    hProperties: {
      type: 'button',
      className: ['button', 'lab-open'],
      dataRun: `http/${model}`,
      dataPagefindIgnore: '',
    },
  },
  children: [{ type: 'text', value: text }],
});

/** A value behind a fence, in quotes that it does not hold itself. */
const quoted = (text: string) => (text.includes('"') ? `'${text.replaceAll("'", '’')}'` : `"${text}"`);
