/** The browser that diagrams are drawn in: a Chromium whose pages run our changed Mermaid, and that can be ended. */
import { chromium, type Browser, type BrowserType, type Page } from 'playwright';
import { changedScriptAt } from './mermaid-script.ts';
import { LostBrowserError } from './redraw.ts';

/** What the drawing library needs of a type of browser, and a way to end the one it started. */
export interface DrawingBrowser {
  type: BrowserType;
  /**
   * Waits for what the browser does.
   *
   * @throws LostBrowserError when it takes longer, or when the browser has ended by itself
   */
  within<Result>(seconds: number, work: Promise<Result>): Promise<Result>;
}

/** @returns a type of browser to hand to the drawing library */
export function drawingBrowser(): DrawingBrowser {
  const started = new Set<Browser>();
  const launch: BrowserType['launch'] = async (options) => {
    const browser = await chromium.launch(options);
    started.add(browser);
    const newContext: Browser['newContext'] = async (settings) => {
      const context = await browser.newContext(settings);
      // A browser that was ended or has crashed has closed everything already.
      const close = () => context.close().catch(() => {});
      return { close, newPage: async () => withChangedScript(await context.newPage()) } as unknown as typeof context;
    };
    const close = async () => {
      started.delete(browser);
      await browser.close().catch(() => {});
    };
    return { newContext, close } as unknown as Browser;
  };
  return {
    type: { launch } as unknown as BrowserType,
    async within(seconds, work) {
      let timer: NodeJS.Timeout | undefined;
      const late = new Promise<never>((_resolve, reject) => {
        timer = setTimeout(() => {
          reject(new LostBrowserError(`it takes longer than ${seconds} seconds to draw.`));
          for (const browser of started) void browser.close().catch(() => {});
        }, seconds * 1000);
      });
      try {
        return await Promise.race([work, late]);
      } catch (error) {
        if (error instanceof LostBrowserError || !isLost(error)) throw error;
        throw new LostBrowserError('it ends the browser that draws it.', { cause: error });
      } finally {
        clearTimeout(timer);
      }
    },
  };
}

/** Whether a browser or page is gone, as the library that drives it says. */
const isLost = (error: unknown) =>
  /target (?:page, context or browser has been )?(?:crashed|closed)|page crashed|browser has been closed|connection closed/i.test(
    String((error as Error | undefined)?.message),
  );

function withChangedScript(page: Page): Page {
  const add = page.addScriptTag.bind(page);
  page.addScriptTag = (tag) => add(tag?.url?.endsWith('/mermaid.js') ? { ...tag, url: changedScriptAt(tag.url) } : tag);
  return page;
}
