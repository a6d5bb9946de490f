/**
 * A step of Markdown with what it is told. Astro writes down the settings of every build, and would write down all that
 * stands behind the name of a step there: the whole curriculum, once a step. A function is not written down.
 *
 * @param options handed to the step
 */
export const step =
  <Options, Made>(plugin: (options: Options) => Made, options: Options) =>
  (): Made =>
    plugin(options);
