/** Styles of parts that are made when somebody opens them: they come with the script that makes the part. */

/** Adds a style sheet to the page. The policy of a page allows this and no `<style>` element. */
export function addStyles(css: string): void {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  document.adoptedStyleSheets.push(sheet);
}
