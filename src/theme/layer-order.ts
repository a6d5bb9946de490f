/** The order of cascade layers, said before any rule: the bundler may put a part’s rules before the sheet that says it. */

/** Starlight’s own layers from weak to strong, as its `layers.css` has them, and the roadmap’s over them. */
export const layerOrder =
  '@layer starlight.base, starlight.reset, starlight.core, starlight.content, starlight.components, starlight.utils;' +
  '@layer starlight, roadmap;';

/**
 * @param css a finished style sheet that pages load first
 * @returns the same with the order before all else; layers named earlier would be the weaker ones
 */
export const withLayerOrder = (css: string): string => layerOrder + css;
